"""Points below "resolved that", things that were promised, what is not expected, and where one deed ends and another's begins."""

from __future__ import annotations

import pytest

from tests.facts.test_lettered_points_and_short_answers import BOARD, TWO
from tests.notes import commitments, read_note

HOUSE, MSI, PC = "Ormley Harbour Conservancy", "Marine Safety Inspectorate", "Pilotage Commission"
LYLE, PUGH, BAIN = "Fiona Lyle", "Sian Pugh", "Colin Bain"


def test_points_below_resolved_that_are_in_the_subjunctive() -> None:
    note = read_note(
        "It was RESOLVED THAT:\n(a) the survey be published on 9 February 2020;\n(b) the Clerk write to the pilots; and\n"
        "(c) no formal inquiry into the pilots be opened for the present.\n\nThe Chair left.",
        BOARD,
    )
    assert commitments(note) == [
        ({HOUSE}, "committed", "2020-02-09"),
        ({BAIN}, "committed", None),
        ({HOUSE}, "unlikely", None),
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Board recommended to the Inspectorate that the target be retained.", ({MSI}, "proposed", None)),
        ("Ms Lyle asked for a speaker from the Pilotage Commission.", ({PC}, "requested", None)),
        ("The Marine Safety Inspectorate has promised new lamps by 26 March.", ({MSI}, "committed", "2020-03-26")),
        ("The Marine Safety Inspectorate has offered the loan of a launch.", None),
        ("The Inspectorate has offered a launch.", ({MSI}, "committed", None)),
        ("The Inspectorate will not comment in public before the inquiry ends.", ({MSI}, "unlikely", None)),
        ("Her understanding was that the Inspectorate would issue guidance in the autumn.", ({MSI}, "committed", "2020-11-30")),
        ("Mr Orr did not expect the survey to be resumed.", (set(), "unlikely", None)),
        ("Ms Pugh: one boat, no plans for second.", ({MSI}, "unlikely", None)),
        ("The Clerk will circulate the dates for 2021.", ({BAIN}, "committed", None)),
        ("Ms Lyle agreed to tell the pilots who would be their link officer from April.", ({LYLE}, "committed", None)),
    ],
)  # fmt: skip
def test_who_is_to_act_by_what_is_promised_expected_or_asked_for(
    sentence: str, found: tuple[set[str], str, str | None] | None
) -> None:
    expected = found or ({MSI}, "committed", None)
    assert commitments(read_note(sentence, BOARD)) == [expected]


def test_what_one_offers_ends_where_the_clause_of_another_begins() -> None:
    note = read_note("Ms Lyle offered to send the plan, and Ms Pugh will place it before her board on 12 May.", BOARD)
    assert commitments(note) == [({LYLE}, "committed", None), ({PUGH}, "committed", "2020-05-12")]
    assert note.commitments[0].action == "send the plan"


def test_the_two_bodies_are_those_that_the_same_sentence_names_together() -> None:
    note = read_note(
        "A joint survey by the Marine Safety Inspectorate and the Pilotage Commission began in May; the two bodies will publish their findings in June.",
        BOARD,
    )
    assert commitments(note)[-1] == ({MSI, PC}, "committed", "2020-06-30")


def test_nothing_is_intended_behind_a_comma_and_a_conjunction() -> None:
    note = read_note("It would be a desk exercise, he said, and no visit to the towers was intended.", TWO)
    assert [(strength, due) for _, strength, due in commitments(note)] == [("unlikely", None)]


def test_whoever_regrets_that_nobody_came_is_to_write() -> None:
    note = read_note(
        "AQ regretted that nobody from the towers could be there, and intends to write to them this month.", TWO
    )
    assert commitments(note) == [({"Amara Quayle"}, "planned", "2019-05-31")]


def test_a_letter_that_is_proposed_needs_no_article() -> None:
    assert commitments(read_note("TW proposed letter to pilots.", TWO)) == [({"Amara Quayle"}, "proposed", None)]
