"""Relationships in many wordings: a table of sentences, each read in the frame of a meeting of its sector.

``relations/told.tsv`` holds frame, text and the relations that the text states ("A property B", joined by ";"); what a fair reader may
also see bears a question mark.  No relation: the text only wishes, asks, denies or supposes.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from tests.notes import read_note

HERE = Path(__file__).parent / "relations"
PROPERTIES = "inspects|oversees|subOrganizationOf|succeeds|worksWith"


def rows():
    with (HERE / "told.tsv").open(encoding="utf-8") as file:
        return [
            (row["frame"], row["text"], row["relations"] or "")
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def bare(name):
    return re.sub(r"\b(her|his) majesty's\b", "hm", name.lower().replace("’", "'")).removeprefix("the ").strip()


def wanted_of(relations):
    """The triples of a cell, and those that may be told."""
    triples = [
        re.fullmatch(rf"(\??)(.+?) ({PROPERTIES}) (.+)", part.strip()).groups()
        for part in relations.split(";")
        if part.strip()
    ]
    return (
        [(bare(s), p, bare(o)) for mark, s, p, o in triples if not mark],
        [(bare(s), p, bare(o)) for mark, s, p, o in triples if mark],
    )  # fmt: skip


def told_of(frame, text):
    """Each relation with all names of its two ends."""
    reading = read_note(text, (HERE / "frames" / f"{frame}.txt").read_text(encoding="utf-8"))
    known = {one.key: {bare(name) for name in (one.label, *one.names)} for one in reading.entities}
    return [(known[one.subject], one.predicate, known[one.object]) for one in reading.relations]


def says(told, triple):
    ends = [(told[0], told[2])] + ([(told[2], told[0])] if told[1] == "worksWith" else [])
    return told[1] == triple[1] and any(triple[0] in one and triple[2] in other for one, other in ends)


def compare(frame, text, relations):
    """What the text states and was not told, and what was told and the text does not state."""
    wanted, fair = wanted_of(relations)
    told = told_of(frame, text)
    missing = [triple for triple in wanted if not any(says(one, triple) for one in told)]
    false = [one for one in told if not any(says(one, triple) for triple in wanted + fair)]
    return missing, false


@pytest.mark.parametrize(("frame", "text", "relations"), rows())
def test_a_text_tells_the_relations_that_it_states_and_no_others(frame, text, relations):
    assert compare(frame, text, relations) == ([], [])
