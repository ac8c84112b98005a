"""Two rules that read the same deed tell it once; a deed ends where the next one begins; how listed actions stand."""

from __future__ import annotations

import pytest

from tests.notes import BOARD, LETTERED, MOSS, SALLOW, commitments, names, read_note, read_text


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Dr Sallow confirmed that it had, and offered to let the Board see it.", [({SALLOW}, "committed", None)]),
        ("Cllr Ash requested that the Council clean the lenses.", [({"Northmoor Council"}, "requested", None)]),
        ("The Board decided not to buy a second lamp.", [({"The Board"}, "unlikely", None)]),
        ("The Board resolved not to appoint an agent before 6 June.", [({"The Board"}, "unlikely", "2019-06-06")]),
        ("It was agreed not to repaint the pier.", [({"The Board"}, "unlikely", None)]),
        (
            "Dr Sallow was unable to give a date, but would write by 20 May.",
            [({SALLOW}, "committed", "2019-05-20"), ({SALLOW}, "unlikely", None)],
        ),
    ],
)
def test_one_deed_is_told_once(sentence: str, told: list[tuple[set[str], str, str | None]]) -> None:
    found = commitments(read_note(sentence, BOARD))
    assert sorted(found, key=lambda item: item[1]) == told


def test_a_deed_ends_where_the_next_one_begins() -> None:
    reading = read_note("Dr Sallow could not promise a new lamp, but undertook to ask the Council by 20 May.", BOARD)
    assert sorted((item.action, item.strength) for item in reading.commitments) == [
        ("ask the Council by 20 May", "committed"),
        ("promise a new lamp", "unlikely"),
    ]


@pytest.mark.parametrize(
    ("line", "status", "due"),
    [
        ("(i) Noah Reed to supply figures for lamp theft – supplied on 12 April", "completed", None),
        ("(i) Noah Reed to seek a second price – not yet sought", "not-completed", None),
        (
            "(i) Noah Reed to draft a note on fog – not yet done; to come to the July meeting",
            "not-completed",
            "2019-07-31",
        ),
        ("(i) Noah Reed to arrange a tour of the yard – overtaken, as the yard has shut", "superseded", None),
    ],
)
def test_a_listed_action_says_how_it_stands(line: str, status: str, due: str | None) -> None:
    reading = read_note(f"The Chair reported on the actions outstanding from March.\n\n{line}", LETTERED)
    told = [(item.status, item.due_by.isoformat() if item.due_by else None) for item in reading.commitments]
    assert told == [(status, due)]


_TABLE = """HARBOUR LIGHTS BOARD

Minutes of the 4th meeting held on 3 May 2019

Name | Capacity | Attendance
Ingrid Moss | Chair | Present
Ann Weir | Chief Executive, Coastal Safety Board (CSB) | Present
Jon Pell | Ministry of Works | Apologies

1. Lamps

The Chair opened the meeting.

Actions

Min | Action | Owner | Status
3 | Visit the Ludd lighthouse | Ann Weir | Not completed: tower closed in April
4 | Order the lenses | Ingrid Moss | Ongoing, due 17 May
ACTION 4/1 – Ann Weir – list of valves – 7.6.19
NEXT: 12 July, Tidebury
"""


def test_a_column_of_capacities_tells_posts_and_bodies() -> None:
    reading = read_text(_TABLE)
    told = [(names(reading, (one.agent,)), one.representing) for one in reading.participants[1:]]
    assert told == [
        ({"Ann Weir"}, "organisation/coastal-safety-board"),
        ({"Jon Pell"}, "organisation/ministry-of-works"),
    ]
    assert "post/coastal-safety-board/chief-executive" in {entity.key for entity in reading.entities}


def test_the_day_on_which_something_happened_is_no_term_and_the_next_meeting_no_owner() -> None:
    assert commitments(read_text(_TABLE)) == [
        ({"Ann Weir"}, "committed", None),
        ({MOSS}, "committed", "2019-05-17"),
        ({"Ann Weir"}, "committed", "2019-06-07"),
    ]


def test_letters_behind_a_post_and_its_body_are_those_of_the_post() -> None:
    present = "Chief Executive, Lamp Users’ Council (CX); Operations Director, Erne Lights (OD)"
    reading = read_text(
        f"LIGHTS LIAISON\n\n3 June 2024, Derry\n\nPresent: {present}\n\n1. LAMPS\n\nOD blamed the fog. He accepted that CX was right.\n"
    )
    assert [said.speakers for said in reading.statements] == [("post/erne-lights/operations-director",)] * 2
