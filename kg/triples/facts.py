"""What was said, promised and inspected, and how bodies relate.

Comes in: a Reading.  Goes out: triples.  The one idea: a fact is numbered in the order of its document, and everything
it says stands beside the words that say it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.model import Commitment, Inspection, Reading, Relation, Statement
from kg.terms import ACT, STATUS, STRENGTH, fact_iri, iri
from kg.triples.record import agenda_iri, evidence
from kg.triples.writing import TRUE, Triple, day, english, name, ref, text

_NOT_OURS = {"subOrganizationOf": "org:subOrganizationOf"}


def facts(reading: Reading) -> Iterator[Triple]:
    """Statements, commitments, inspections and relationships, in the order of the reading."""
    for number, statement in enumerate(reading.statements, 1):
        yield from _statement(reading, statement, _fact(reading, "statement", number))
    for number, commitment in enumerate(reading.commitments, 1):
        yield from _commitment(reading, commitment, _fact(reading, "commitment", number))
    for number, inspection in enumerate(reading.inspections, 1):
        yield from _inspection(reading, inspection, _fact(reading, "inspection", number))
    for number, relation in enumerate(reading.relations, 1):
        yield from _relation(reading, relation, _fact(reading, "relationship", number))


def _fact(reading: Reading, kind: str, number: int) -> str:
    return ref(fact_iri(reading.document.slug, kind, number))


def _each(here: str, predicate: str, keys: Iterable[str]) -> Iterator[Triple]:
    for key in keys:
        yield here, name(predicate), ref(iri(key))


def _place(reading: Reading, here: str, position: int | None) -> Iterator[Triple]:
    if position is not None:
        yield here, name("ikg:agendaItem"), ref(agenda_iri(reading, position))


def _statement(reading: Reading, said: Statement, here: str) -> Iterator[Triple]:
    yield here, name("rdf:type"), name("ikg:Statement")
    yield here, name("rdf:type"), name("prov:Entity")
    yield from _each(here, "ikg:speaker", said.speakers)
    yield from _each(here, "ikg:addressee", said.addressees)
    yield here, name("ikg:speechAct"), ref(ACT + said.act)
    yield here, name("ikg:content"), english(said.content.of(reading.document.text))
    yield from _place(reading, here, said.position)
    yield from _each(here, "schema:mentions", said.mentions)
    yield from _each(here, "dcterms:subject", said.topics)
    if said.answers is not None:
        yield here, name("ikg:answers"), _fact(reading, "statement", said.answers + 1)
    yield here, name("ikg:rule"), text(said.rule)
    yield from evidence(reading, here, said.evidence)


def _commitment(reading: Reading, promise: Commitment, here: str) -> Iterator[Triple]:
    yield here, name("rdf:type"), name("ikg:Commitment")
    yield here, name("rdf:type"), name("prov:Entity")
    yield from _each(here, "ikg:actor", promise.actors)
    yield from _each(here, "ikg:beneficiary", promise.beneficiaries)
    yield here, name("ikg:action"), english(promise.action)
    yield here, name("ikg:strength"), ref(STRENGTH + promise.strength)
    if promise.status:
        yield here, name("ikg:status"), ref(STATUS + promise.status)
    yield from _window(here, promise)
    yield from _place(reading, here, promise.position)
    yield from _each(here, "dcterms:subject", promise.topics)
    if promise.made_in is not None:
        yield here, name("ikg:madeIn"), _fact(reading, "statement", promise.made_in + 1)
    if promise.follows is not None:
        yield here, name("ikg:follows"), _fact(reading, "commitment", promise.follows + 1)
    if promise.no_actor:
        yield here, name("ikg:noActorReason"), text(promise.no_actor)
    if promise.previous:
        yield here, name("ikg:previous"), TRUE
    yield here, name("ikg:rule"), text(promise.rule)
    for span in (promise.evidence, *promise.repeated):
        yield from evidence(reading, here, span)


def _window(here: str, promise: Commitment) -> Iterator[Triple]:
    if promise.due_from:
        yield here, name("ikg:dueFrom"), day(promise.due_from)
    if promise.due_by:
        yield here, name("ikg:dueBy"), day(promise.due_by)
    if promise.due_text:
        yield here, name("ikg:dueText"), english(promise.due_text)


def _inspection(reading: Reading, inspection: Inspection, here: str) -> Iterator[Triple]:
    yield here, name("rdf:type"), name("ikg:Inspection")
    yield here, name("rdf:type"), name("prov:Activity")
    yield here, name("rdfs:label"), english(inspection.label)
    yield here, name("ikg:inspectionKind"), text(inspection.kind)
    yield here, name("ikg:status"), ref(STATUS + inspection.status)
    yield from _each(here, "ikg:conductedBy", inspection.conducted_by)
    yield from _each(here, "ikg:inspectedBody", inspection.inspected)
    yield from _each(here, "dcterms:subject", inspection.topics)
    yield from _place(reading, here, inspection.position)
    if inspection.programme:
        yield here, name("ikg:underProgramme"), ref(iri(inspection.programme))
    if inspection.planned_from:
        yield here, name("ikg:plannedFrom"), day(inspection.planned_from)
    if inspection.planned_to:
        yield here, name("ikg:plannedTo"), day(inspection.planned_to)
    yield here, name("ikg:rule"), text(inspection.rule)
    yield from evidence(reading, here, inspection.evidence)


def _relation(reading: Reading, relation: Relation, here: str) -> Iterator[Triple]:
    """The plain triple, and beside it the node that carries its words."""
    subject, value = ref(iri(relation.subject)), ref(iri(relation.object))
    predicate = name(_NOT_OURS.get(relation.predicate, f"ikg:{relation.predicate}"))
    yield subject, predicate, value
    yield here, name("rdf:type"), name("ikg:Relationship")
    yield here, name("rdf:type"), name("rdf:Statement")
    yield here, name("rdf:subject"), subject
    yield here, name("rdf:predicate"), predicate
    yield here, name("rdf:object"), value
    yield here, name("ikg:rule"), text(relation.rule)
    yield from evidence(reading, here, relation.evidence)
