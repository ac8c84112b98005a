"""Whose an inspection is by the clause it stands in, whom a request names at a distance, and firms whose names begin like a post."""

from __future__ import annotations

import pytest

from tests.notes import HMIP, PRISONS, commitments, inspections, read_note, read_text

EVERYBODY = {"Rhona Lake", "Peter Dunn", "Gareth Rees"}
TENANCIES = """SOCIAL TENANCY REGULATOR
Regulation Committee

Minutes of the meeting of 22 October 2019

Members: Rosalind Ekwueme (Chair), Peter Haslam, Dilys Moran
Officers: Nick Farrant, Director of Inspection; Leo Marsh, Committee Secretary

1. Inspections

The Regulator had inspected 44 landlords since April. {}
"""


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Mr Dunn confirmed that Hallam Geotechnics had completed its inspection of the dam in May.",
            [("completed", {"Hallam Geotechnics"})],
        ),
        (
            "Mr Dunn said that HMIP had begun an inquiry into prints, and that Estyn was also conducting its own review of training.",
            [("under-way", {HMIP}), ("under-way", {"Estyn"})],
        ),
        ("HMIP is doing an audit of its own practice.", [("under-way", {HMIP})]),
    ],
)
def test_its_own_is_of_the_subject_of_the_clause(sentence, told):
    assert inspections(read_note(sentence, PRISONS)) == told


def test_what_a_regulators_committee_speaks_of_is_the_regulators():
    sentence = (
        "A special inspection of Calder Homes, which officers had proposed in August, was no longer thought necessary."
    )
    assert inspections(read_text(TENANCIES.format(sentence)))[-1] == ("unlikely", {"Social Tenancy Regulator"})


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Ms Lake was pleased to learn of this and asked Mr Rees to see to it that the visitors were interviewed.",
            ({"Gareth Rees"}, "requested", None),
        ),
        ("All three are to meet again in July.", (EVERYBODY, "planned", "2020-07-31")),
        (
            "Mr Dunn said that fresh letters would go out from Estyn before the end of June.",
            ({"Estyn"}, "planned", "2020-06-30"),
        ),
    ],
)
def test_who_is_to_act_stands_further_off(sentence, told):
    assert commitments(read_note(sentence, PRISONS)) == [told]


def test_things_that_are_due_are_nobody():
    assert all(not actors for actors, _, _ in commitments(read_note("All three are due in July.", PRISONS)))


def test_a_firm_may_begin_like_a_post():
    labels = {
        entity.label
        for entity in read_note("Ms Lake asked about Dean Coaches, which is owned by Marl Buses.", PRISONS).entities
    }
    assert "Dean Coaches" in labels
    assert "Dean" not in labels
