"""A short name that a list of those there defines, schools named in Welsh, who else is spoken of behind a list of inspectors, and a year from which a thing holds."""

from __future__ import annotations

import pytest

from kg.model import BODIES, EntityType
from tests.notes import names, read_text

NOTE = """Note of a conference

Date: 26 June 2019

Name | Capacity | Body
Rhian Ellis | HM Inspector | Estyn
Gwil Hughes | Director of Education | Tarn County Council ("the Authority")
Dewi Parri | Managing Director | Cydwaith Tarn ("the Consortium")

A. Background

1. {}
"""


def test_a_short_name_between_quotation_marks_is_that_of_the_body_in_its_row() -> None:
    note = read_text(
        NOTE.format(
            "Mr Parri said that the Consortium works with the Authority. The Consortium was carrying out a review of meals."
        )
    )
    assert names(note, note.inspections[0].conducted_by) == {"Cydwaith Tarn"}
    assert {frozenset(names(note, (one.subject, one.object))) for one in note.relations} == {
        frozenset({"Cydwaith Tarn", "Tarn County Council"})
    }


def test_a_welsh_school_is_no_person() -> None:
    note = read_text(NOTE.format("Mr Hughes said that Ysgol Gwyn Tarell and Ysgol Bryn Coch were full."))
    assert {"Ysgol Gwyn Tarell", "Ysgol Bryn Coch"} <= {one.label for one in note.entities if one.type in BODIES}
    people = {one.label for one in note.entities if one.type is EntityType.PERSON}
    assert people == {"Rhian Ellis", "Gwil Hughes", "Dewi Parri"}


def test_what_is_asked_behind_those_who_conduct_a_review_names_no_more_of_them() -> None:
    said = "Mr Parri referred to the review of meals which is being conducted by Estyn, and asked what the Authority had done."
    note = read_text(NOTE.format(said))
    assert names(note, note.inspections[0].conducted_by) == {"Estyn"}


def test_what_holds_from_a_year_on_is_not_due_in_it() -> None:
    note = read_text(NOTE.format("Mr Hughes said that the Authority would seek a smaller grant from 2020."))
    (due,) = [one for one in note.commitments if one.strength == "committed"]
    assert due.due_by is None
    assert due.due_from is not None
    assert due.due_from.year == 2020


@pytest.mark.parametrize("field", ["School Improvement", "Council Tax", "Committee Services"])
def test_the_field_of_a_head_is_no_body(field: str) -> None:
    note = read_text(
        NOTE.format("Mr Hughes said that the school was full.").replace("Director of Education", f"Head of {field}")
    )
    assert not any(field in one.label for one in note.entities if one.type in BODIES)
