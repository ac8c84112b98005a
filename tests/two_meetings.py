"""Two meetings with a few facts, small enough to count by hand: the same for every test that counts."""

from __future__ import annotations

from pyoxigraph import RdfFormat, parse

from kg.store import open_store
from kg.terms import PREFIXES

BASE = "https://example.org/"
#: In January the regulator (post A) asks the port (post B) three questions and is asked one; the third is answered in
#: February of the next year.  A made three promises, B two.
JANUARY = """
<m1> dcterms:source "january.txt" .
<meeting1> a ikg:Meeting ; rdfs:label "First meeting" ; ikg:recordedIn <m1> ; dcterms:date "2017-01-10"^^xsd:date .
<X> a org:Organization ; rdfs:label "Regulator" . <A> a org:Post ; rdfs:label "Inspector" ; org:postIn <X> .
<Y> a org:Organization ; rdfs:label "Port" . <B> a org:Post ; rdfs:label "Harbour master" ; org:postIn <Y> .
<oil> a skos:Concept ; rdfs:label "oil" . <nets> a skos:Concept ; rdfs:label "nets" .
<s1> a ikg:Statement ; ikg:speechAct act:asked ; ikg:speaker <A> ; ikg:addressee <B> ; ikg:content "one" ; ikg:evidence <m1#1> .
<s2> a ikg:Statement ; ikg:speechAct act:informed ; ikg:speaker <B> ; ikg:content "yes" ; ikg:answers <s1> ; ikg:evidence <m1#2> .
<s3> a ikg:Statement ; ikg:speechAct act:asked ; ikg:speaker <A> ; ikg:content "two" ; ikg:evidence <m1#3> .
<s4> a ikg:Statement ; ikg:speechAct act:informed ; ikg:speaker <A> ; ikg:content "so" ; ikg:evidence <m1#4> .
<s5> a ikg:Statement ; ikg:speechAct act:informed ; ikg:speaker <B> ; ikg:content "no" ; ikg:answers <s3> ; ikg:evidence <m1#5> .
<s6> a ikg:Statement ; ikg:speechAct act:asked ; ikg:speaker <A> ; ikg:addressee <B> ; ikg:content "three" ; ikg:evidence <m1#6> ; dcterms:subject <oil> .
<s7> a ikg:Statement ; ikg:speechAct act:asked ; ikg:speaker <B> ; ikg:addressee <A> ; ikg:content "four" ; ikg:evidence <m1#7> ; dcterms:subject <oil> .
<c1> a ikg:Commitment ; ikg:actor <A> ; ikg:action "done" ; ikg:strength strength:committed ; ikg:status status:completed ; ikg:dueBy "2017-02-01"^^xsd:date ; ikg:evidence <m1#1> .
<c2> a ikg:Commitment ; ikg:actor <A> , <B> ; ikg:action "late" ; ikg:strength strength:committed ; ikg:dueBy "2017-03-01"^^xsd:date ; ikg:evidence <m1#2> .
<c3> a ikg:Commitment ; ikg:actor <A> ; ikg:action "some day" ; ikg:strength strength:planned ; ikg:evidence <m1#3> ; dcterms:subject <nets> .
<c4> a ikg:Commitment ; ikg:actor <B> ; ikg:action "perhaps" ; ikg:strength strength:proposed ; ikg:dueBy "2017-02-01"^^xsd:date ; ikg:evidence <m1#4> .
<c5> a ikg:Commitment ; ikg:actor <B> ; ikg:action "followed up" ; ikg:strength strength:committed ; ikg:dueBy "2017-02-01"^^xsd:date ; ikg:evidence <m1#5> .
"""
FEBRUARY = """
<m2> dcterms:source "february.txt" .
<meeting2> a ikg:Meeting ; rdfs:label "Second meeting" ; ikg:recordedIn <m2> ; dcterms:date "2018-02-20"^^xsd:date .
<Y> rdfs:label "Port authority" . <B> rdfs:label "The harbour master" .
<s8> a ikg:Statement ; ikg:speechAct act:informed ; ikg:speaker <B> ; ikg:content "at last" ; ikg:answers <s6> ; ikg:evidence <m2#1> ; dcterms:subject <oil> .
<c6> a ikg:Commitment ; ikg:actor <B> ; ikg:action "followed up" ; ikg:strength strength:committed ; ikg:follows <c5> ; ikg:status status:completed ; ikg:evidence <m2#2> .
"""


def quotes(minutes, count):
    return "".join(
        f'<{minutes}#{n}> oa:start {n} ; oa:exact "words {n}" ; prov:wasQuotedFrom <{minutes}> .\n'
        for n in range(1, count + 1)
    )


def told(january=JANUARY):
    """A store in memory with both meetings."""
    store = open_store()
    add(store, january + quotes("m1", 7), "m1")
    add(store, FEBRUARY + quotes("m2", 2), "m2")
    return store


def add(store, turtle, graph):
    """Put facts into a graph of their own; names in them are relative to its folder."""
    head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    quads = parse(head + turtle, format=RdfFormat.TURTLE, base_iri=BASE)
    store.replace({BASE + graph: [f"{q.subject} {q.predicate} {q.object} <{BASE}{graph}> ." for q in quads]})
