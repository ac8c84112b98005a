"""Who took over what a body of old had, who acts as one team, what is said by "being", and names that are no bodies."""

from __future__ import annotations

import pytest

from tests.notes import BOARD, read_note, relations

FRAME = """MERROW CARE FORUM

Minutes of the meeting held on 3 May 2019

Present:
Ingrid Moss (Chair)

1. Homes

{}
"""


FEN, PELL, MARSH = "Fen Homes Ltd", "Pell Foods Ltd", "Marsh Care Ltd"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Fen Homes Ltd took over the flats of the former Marsh Care Ltd in 2001.", [(FEN, "succeeds", MARSH)]),
        ("Fen Homes Ltd inherited the debts of the old Marsh Care Ltd.", [(FEN, "succeeds", MARSH)]),
        ("Fen Homes Ltd did not take over the flats of the former Marsh Care Ltd.", []),
        ("Since taking over from Marsh Care Ltd in May 2016 Fen Homes Ltd had closed two flats.", [(FEN, "succeeds", MARSH)]),
        ("Having taken over from Marsh Care Ltd, Fen Homes Ltd has closed two flats.", [(FEN, "succeeds", MARSH)]),
        ("She praised Fen Homes Ltd. Since taking over from Marsh Care Ltd in May it had closed two flats.", [(FEN, "succeeds", MARSH)]),
        ("She knew Marsh Care Ltd before Fen Homes Ltd acquired its duties in respect of meals.", []),
        ("She met the head of the former Marsh Care Ltd, which Fen Homes Ltd knew well.", []),
        ("She spoke of the Appeals Committee, being a committee of Fen Homes Ltd.", [("Appeals Committee", "subOrganizationOf", FEN)]),
        ("Fen Homes Ltd is the body responsible in law for the governance and oversight of Marsh Care Ltd.", [(FEN, "oversees", MARSH)]),
        ("Fen Homes Ltd and Pell Foods Ltd run the night shelter as one team.", [(FEN, "worksWith", PELL)]),
        ("Fen Homes Ltd and Pell Foods Ltd go out to lonely people as a joint team.", [(FEN, "worksWith", PELL)]),
        ("Fen Homes Ltd and Pell Foods Ltd could run the night shelter as one team.", []),
        ("Fen Homes Ltd and Pell Foods Ltd run the Turning Point scheme in partnership.", [(FEN, "worksWith", PELL)]),
    ],
)  # fmt: skip
def test_bodies_of_old_teams_and_schemes(sentence, found):
    assert relations(read_note(sentence, FRAME)) == found


def test_who_runs_what_is_looked_at_looks_at_nothing() -> None:
    text = "Inspections of the eleven homes run by Fen Homes Ltd were under way, jointly with the Mental Capacity Commission."
    assert [one for one in relations(read_note(text, FRAME)) if FEN in one] == []


def test_a_post_before_a_verb_that_reaches_nobody_makes_no_office_of_it() -> None:
    reading = read_note("Dr Sallow spoke of the Victims' Commissioner, who oversees as much as he can.", BOARD)
    assert [one.key for one in reading.entities if one.label.startswith("Office of")] == []
