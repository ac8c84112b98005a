"""Paragraphs that count without a full stop, and where the quoted words begin and end."""

from __future__ import annotations

import pytest

from tests.notes import commitments, inspections, names, read_note, statements

QUAYLE, WREN = {"Amara Quayle"}, {"Tobias Wren"}


def quotes(reading):
    return [said.content.of(reading.document.text) for said in reading.statements]


def test_a_number_without_a_full_stop_is_no_part_of_its_paragraph():
    reading = read_note("1 Ms Quayle asked what the lamps cost.\n\n2 Mr Wren explained that prices had risen.")
    assert statements(reading) == [(QUAYLE, "asked"), (WREN, "informed")]
    assert quotes(reading) == ["what the lamps cost.", "that prices had risen."]


def test_a_number_that_nothing_goes_on_from_is_one_of_the_words():
    reading = read_note("12 lamps were out, and Mr Wren was sorry.\n\n12 Lodgers Row was dark.")
    assert any("12 Lodgers" in span.of(reading.document.text) for span in reading.unmapped)


def test_the_question_of_an_answer_ends_before_it():
    reading = read_note("Asked by Ms Quayle whether lamps would be mended, Mr Wren confirmed that they would.")
    assert "whether lamps would be mended" in quotes(reading)


def test_a_point_of_a_list_ends_before_the_word_that_joins_the_next():
    reading = read_note("It was agreed that:\n(a) Mr Wren would mend the lamps; and\n(b) Ms Quayle would pay.")
    assert [one.action for one in reading.commitments] == ["mend the lamps", "pay"]


@pytest.mark.parametrize(
    "said", ["Nobody had told them of the lamps.", "Mr Wren would mend lamps. It would not be announced."]
)
def test_nobody_says_what_nobody_had_said(said):
    assert {"of the lamps.", "announced."}.isdisjoint(quotes(read_note(said)))


def test_what_is_carried_out_begins_behind_the_particle():
    reading = read_note("The Coastal Safety Board would carry out 40 unannounced visits to lighthouses.")
    (one,) = reading.inspections
    assert (one.label, names(reading, one.conducted_by)) == (
        "40 unannounced visits to lighthouses",
        {"Coastal Safety Board"},
    )
    assert inspections(reading) == [("planned", {"Coastal Safety Board"})]


def test_the_first_quarter_of_a_double_year_is_the_financial_year_s():
    (one,) = commitments(read_note("Mr Wren would mend the lamps in the first quarter of 2020/21."))
    assert one == (WREN, "committed", "2020-06-30")


@pytest.mark.parametrize("whom", ["him", "Mr Wren"])
def test_what_is_put_to_somebody_is_not_said_by_him(whom):
    reading = read_note(f"Mr Wren spoke of lamps. It was put to {whom} that lamps were dark.")
    assert [speakers for speakers, _ in statements(reading)] == [WREN, set()]


def test_what_is_put_to_somebody_who_is_named_is_said_to_him():
    reading = read_note("Mr Wren spoke of lamps. It was put to Mr Wren that lamps were dark.")
    assert names(reading, reading.statements[1].addressees) == WREN


@pytest.mark.parametrize(
    "said",
    ["The Coastal Safety Board reports on harbours.", "The Coastal Safety Board advises ministers and is independent."],
)
def test_what_a_body_is_for_nobody_says(said):
    assert statements(read_note(said)) == []


def test_a_body_may_report_in_the_present():
    assert statements(read_note("The Coastal Safety Board reports that lamps are dark.")) == [
        ({"Coastal Safety Board"}, "informed")
    ]
