"""Matching what a document names: the day, those who took part, headings, bodies, relationships.

Comes in: names wanted and names found.  Goes out: counts.  The one idea: a second node for a wanted name is a
duplicate, and is punished once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.evaluate.found import Found
from kg.evaluate.gold import Gold, folded
from kg.evaluate.tally import Tally

Names = Sequence[frozenset[str]]
_SYMMETRIC = frozenset({"worksWith"})
_BODIES = "org:Organization org:FormalOrganization org:OrganizationalUnit ikg:Inspectorate"


class Sets:
    """The named things of one document."""

    def __init__(self, tally: Tally, found: Found, gold: Gold, document: str) -> None:
        self._tally, self._found, self._gold, self._document = tally, found, gold, document

    def meeting(self) -> None:
        """The day of the meeting: right, wrong, missed, or rightly not given."""
        wanted = self._gold.told["meeting"]["date"]
        rows = self._found.rows(f"SELECT DISTINCT ?d {{ ?m ikg:recordedIn <{self._document}> ; dcterms:date ?d }}")
        got = {day for (day,) in rows}
        if wanted:
            right = got == {wanted}
            self._tally.add("meeting", hit=int(right), wrong=int(bool(got) and not right), missed=int(not right))
        elif got:
            self._tally.add("meeting", wrong=1)
        if got != ({wanted} if wanted else set()):
            self._tally.say(self._gold.name, "meeting", f"date: want {wanted} got {sorted(got)}")

    def participants(self) -> None:
        """Who was present, and who sent apologies."""
        rows = self._found.rows(
            f"""SELECT DISTINCT ?a ?how {{ ?m ikg:recordedIn <{self._document}> ; ikg:participation ?p .
                ?p ikg:participant ?a OPTIONAL {{ ?p ikg:attendance ?how }} }}"""
        )
        state = {agent: how.rstrip("/").endswith("apologies") for agent, how in rows}
        for attendance in ("present", "apologies"):
            people = self._gold.items("participants")
            wanted = [self._gold.names(p["agent"]) for p in people if p.get("attendance", "present") == attendance]
            away = attendance == "apologies"
            self._compare(
                "participants", wanted, [self._found.names(a) for a, is_away in state.items() if is_away is away]
            )

    def agenda(self) -> None:
        """The headings of substance."""
        rows = self._found.rows(
            f"SELECT ?t {{ ?m ikg:recordedIn <{self._document}> ; ikg:agendaItem ?i . ?i dcterms:title ?t }}"
        )
        wanted, optional = (
            [frozenset({folded(heading)}) for heading in self._gold.items(part)]
            for part in ("agenda", "optional_agenda")
        )
        self._compare("agenda", wanted, [frozenset({folded(title)}) for (title,) in rows], optional)

    def organisations(self) -> None:
        """The bodies that the document's graph names."""
        rows = self._found.rows(
            f"""SELECT DISTINCT ?o {{ GRAPH <{self._document}> {{ {{ ?o ?p1 ?x1 }} UNION {{ ?x2 ?p2 ?o }} }}
                ?o a ?type . VALUES ?type {{ {_BODIES} }} }}"""
        )
        got = [self._found.names(iri) for (iri,) in rows]
        self._compare(
            "organisations", self._gold.bodies("organisations"), got, self._gold.bodies("optional_organisations")
        )

    def relations(self) -> None:
        """The relationships between bodies."""
        rows = self._found.rows(
            f"""SELECT DISTINCT ?s ?p ?o {{ GRAPH <{self._document}> {{
                ?r a ikg:Relationship ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }} }}"""
        )
        wanted, optional = self._gold.items("relations"), self._gold.items("optional_relations")
        used: set[int] = set()
        for triple in wanted:
            hit = next((n for n, row in enumerate(rows) if n not in used and self._same_relation(row, triple)), None)
            self._tally.add("relations", hit=int(hit is not None), missed=int(hit is None))
            if hit is None:
                self._tally.say(self._gold.name, "relations", f"missing {' '.join(triple)}")
            else:
                used.add(hit)
        for number, row in enumerate(rows):
            if number not in used and not any(self._same_relation(row, triple) for triple in wanted + optional):
                self._tally.add("relations", wrong=1)
                self._tally.say(self._gold.name, "relations", f"not in gold {[r.rsplit('/', 1)[-1] for r in row]}")

    def _same_relation(self, row: tuple[str, ...], triple: Sequence[str]) -> bool:
        subject, predicate, value = row
        if re.split(r"[#/]", predicate)[-1] != triple[1]:
            return False
        ends = [(subject, value), (value, subject)] if triple[1] in _SYMMETRIC else [(subject, value)]
        one, other = self._gold.names(triple[0]), self._gold.names(triple[2])
        return any(one & self._found.names(a) and other & self._found.names(b) for a, b in ends)

    def _compare(self, layer: str, wanted: Names, got: Names, ignored: Names = ()) -> None:
        used: set[int] = set()
        for names in wanted:
            hit = next((n for n, other in enumerate(got) if n not in used and names & other), None)
            self._tally.add(layer, hit=int(hit is not None), missed=int(hit is None))
            if hit is None:
                self._tally.say(self._gold.name, layer, f"missing {min(names)!r}")
            else:
                used.add(hit)
        for number, names in enumerate(got):
            if number in used:
                continue
            duplicate = any(names & other for other in wanted)
            if duplicate or not any(names & other for other in ignored):
                self._tally.add(layer, wrong=1)
                what = "duplicate" if duplicate else "not in gold"
                self._tally.say(self._gold.name, layer, f"{what} {sorted(names)[:2]}")
