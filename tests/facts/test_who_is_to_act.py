"""Who is to act where the sentence names nobody, names many, or names a thing."""

from __future__ import annotations

import pytest

from tests.notes import ASH, BOARD, commitments, names, read_note, statements

TWO_SIDES = """Note of a meeting between the Commissioner for Ratepayers and Calder Water Board on 3 May 2019

Present:
Ruth Amis, Commissioner for Ratepayers, Office of the Commissioner for Ratepayers
Ben Tarr, Head of Casework, Office of the Commissioner for Ratepayers
Isla Voss, Chief Executive, Calder Water Board
Owen Pike, Director of Operations, Calder Water Board

1. Meters

{}
"""
OFFICE, WATER = "Office of the Commissioner for Ratepayers", "Calder Water Board"
ALL_FOUR = {"Ruth Amis", "Ben Tarr", "Isla Voss", "Owen Pike"}


@pytest.mark.parametrize(
    ("sentence", "actors", "strength"),
    [
        ("Mr Tarr requested that the tests be put off until June.", {WATER}, "requested"),
        ("Ms Amis asked for access to the three sites.", {WATER}, "requested"),
        ("Ms Voss proposed that a helpline be set up.", {OFFICE}, "proposed"),
        ("Ms Voss suggested that a leaflet could be written by the Gas Safety Council.", {"Gas Safety Council"}, "proposed"),
        ("Mr Pike floated the idea of a joint campaign.", {OFFICE, WATER}, "proposed"),
        ("Ms Amis proposed that a call be held in six months.", {OFFICE, WATER}, "proposed"),
        ("The two bodies will exchange figures each quarter.", {OFFICE, WATER}, "committed"),
        ("It was agreed that both organisations would write to the Treasury.", {OFFICE, WATER}, "committed"),
        ("It was suggested that the four of them speak again in the autumn.", ALL_FOUR, "proposed"),
        ("Mr Pike said that the Board could lend two vans.", {WATER}, "proposed"),
        ("Ms Amis thought that the Board could pay for the printing.", {WATER}, "proposed"),
        ("The Board plans a second survey in September.", {WATER}, "planned"),
        ("The senate of the Board will meet in May.", {WATER}, "committed"),
        ("The Board's audit committee is to report in June.", {WATER}, "planned"),
        ("The Board's auditors, Crane Tully LLP, will report in June.", {"Crane Tully LLP"}, "committed"),
        ("It was agreed that the pilot would start on 1 July.", set(), "committed"),
        ("The Board's northern depot will be moved to Leeds in March 2020.", {WATER}, "committed"),
        ("Ms Amis invited landlords to send in their readings.", {"Landlords"}, "requested"),
        ("Mr Pike will make the arrangements.", {"Owen Pike"}, "committed"),
        ("Mr Pike explained that a new form would come out in August.", {WATER}, "planned"),
    ],
)  # fmt: skip
def test_a_deed_is_of_whoever_is_meant(sentence: str, actors: set[str], strength: str) -> None:
    found = [(who, how) for who, how, _ in commitments(read_note(sentence, TWO_SIDES))]
    assert (actors, strength) in found


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr Pike doubted that the Board could meet the cost.",
        "Ms Amis wondered how the Board could meet the cost.",
        "Ms Amis thought that the Board could see the need.",
        "A steering group now exists. It is meant to have a plan by the autumn.",
        "Ms Voss warned that the Board would have to clear the text first by several weeks.",
    ],
)
def test_what_is_doubted_or_of_nobody_known_is_no_deed(sentence: str) -> None:
    assert commitments(read_note(sentence, TWO_SIDES)) == []


@pytest.mark.parametrize(
    ("answer", "strength", "due"),
    [
        ("Mr Pike said that would be done.", "committed", None),
        ("Mr Pike said that it would be done by June.", "committed", "2019-06-30"),
        ("Mr Pike regretted that it could not be done.", "unlikely", None),
        ("Mr Pike regretted that it could not.", "unlikely", None),
    ],
)
def test_an_answer_in_the_passive_grants_or_refuses_what_was_asked(answer: str, strength: str, due: str | None) -> None:
    note = read_note(f"Ms Amis asked for the figures by street. {answer}", TWO_SIDES)
    assert commitments(note) == [({WATER}, "requested", None), ({WATER}, strength, due)]


def test_it_is_the_body_of_which_the_sentence_told_and_each_of_two_is_asked() -> None:
    told = "Dr Sallow said that Estyn had begun. He added that Northmoor Council was half-way through a review of lamps, and that it hoped to publish soon."
    assert commitments(read_note(told, BOARD)) == [({"Northmoor Council"}, "planned", None)]
    both = {"Northmoor Council", "Quay Constabulary"}
    for asked, how in (
        ("Cllr Ash invited Northmoor Council and the Quay Constabulary each to send somebody.", "requested"),
        ("Cllr Ash asked that Northmoor Council and the Quay Constabulary each send a list.", "requested"),
        ("Cllr Ash proposed that Northmoor Council and the Quay Constabulary each nominate somebody.", "proposed"),
    ):
        note = read_note(asked, BOARD)
        assert commitments(note) == [(both, how, None)]
        assert [who for who, act in statements(note) if act != "informed"] == [{ASH}]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Dr Sallow said that Estyn was short of staff, but that it would hire in June.", [({"Estyn"}, "committed", "2019-06-30")]),
        ("Dr Sallow said that Estyn was late; it hoped to report in June.", [({"Estyn"}, "planned", "2019-06-30")]),
        ("Dr Sallow reported that Estyn had a new chief and that it was to move to Deal in June.", [({"Estyn"}, "planned", "2019-06-30")]),
        ("Northmoor Council said that Estyn was late and that it would not wait.", []),
    ],
)  # fmt: skip
def test_it_goes_on_with_the_body_told_of_unless_a_body_tells_it(
    told: str, found: list[tuple[set[str], str, str]]
) -> None:
    assert commitments(read_note(told, BOARD)) == found


@pytest.mark.parametrize("wanted", ["to see the draft by July", "the draft by July", "comments by July"])
def test_what_somebody_would_like_by_a_day_is_asked_of_others(wanted: str) -> None:
    found = commitments(read_note(f"AQ would like {wanted}."))
    assert found == [({"Tobias Wren"}, "requested", "2019-07-31")]


@pytest.mark.parametrize(
    ("line", "actors"),
    [
        ("Action: Terms of the review to be circulated by Farida Thorne and Peter Sallow by the end of June.", {"Farida Thorne", "Dr Peter Sallow"}),
        ("Action 4: Dates to be fixed by the end of June.", set()),
        ("RESOLVED that a shorter version of the report with no more than four pages and two maps be prepared by the Secretary.", {"Farida Thorne"}),
    ],
)  # fmt: skip
def test_a_line_in_the_passive_names_its_owner_behind_by(line: str, actors: set[str]) -> None:
    assert [who for who, _, _ in commitments(read_note(line, BOARD))] == [actors]


@pytest.mark.parametrize(
    ("sentence", "actors", "strength"),
    [
        ("The secretary will circulate the note.", {"Farida Thorne"}, "committed"),
        ("It was agreed that the chair would write to the council.", {"Ingrid Moss"}, "committed"),
        ("The force plans a second survey in September.", {"Quay Constabulary"}, "planned"),
        ("Superintendent Reed said that the constabulary was unlikely to use it in June.", {"Quay Constabulary"}, "unlikely"),
        ("Dr Sallow asked the force to publish its figures.", {"Quay Constabulary"}, "requested"),
        ("It was agreed that at the next meeting the Secretary would bring a plan.", {"Farida Thorne"}, "committed"),
        ("Cllr Ash proposed that Northmoor Council and Tidewatch Wales might share a boat.", {"Northmoor Council", "Tidewatch Wales"}, "proposed"),
        ("On behalf of Northmoor Council Dr Sallow offered a boat.", {"Northmoor Council"}, "committed"),
        ("RESOLVED (a) that the matter be deferred; (b) that the Secretary report on 27 July.", {"Farida Thorne"}, "committed"),
    ],
)  # fmt: skip
def test_who_is_named_by_a_common_noun_a_role_or_behind_other_words(
    sentence: str, actors: set[str], strength: str
) -> None:
    found = [(who, how) for who, how, _ in commitments(read_note(sentence, BOARD))]
    assert (actors, strength) in found


@pytest.mark.parametrize(
    "sentence",
    ["Dr Sallow accepted the force of the argument.", "Ms Moss took the chair.", "Papers expected in June were late."],
)
def test_a_common_noun_that_names_no_body_binds_nobody(sentence: str) -> None:
    assert commitments(read_note(sentence, BOARD)) == []


def test_a_table_whose_columns_stand_apart_on_one_line_gives_an_action_a_row() -> None:
    note = read_note(
        "ACTIONS\nRef   Action   Owner   Due   State\n"
        "1/1   Publish the code on the website   NR   June 2019   Complete\n"
        "1/2   Draft a reply to the council   FT/NR   30 May 2019   In progress",
        BOARD,
    )
    assert commitments(note) == [
        ({"Superintendent Noah Reed"}, "committed", "2019-06-30"),
        ({"Farida Thorne", "Superintendent Noah Reed"}, "committed", "2019-05-30"),
    ]
    assert [one.status for one in note.commitments] == ["completed", "under-way"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ms Amis asked for the figures. Could she have a copy?", ({WATER}, "requested", None)),
        ("Interim statement due in the summer, per Ms Voss.", ({WATER}, "planned", "2019-08-31")),
        ("Mr Pike spoke of lamps. Two lamps to follow before the end of July.", ({WATER}, "planned", "2019-07-31")),
    ],
)
def test_terse_notes_tell_what_is_asked_for_and_what_is_to_come(
    text: str, found: tuple[set[str], str, str | None]
) -> None:
    assert found in commitments(read_note(text, TWO_SIDES))


def test_of_three_that_meet_one_calls_on_the_other_two() -> None:
    frame = TWO_SIDES.replace("\n1. Meters", "Noor Aziz, Head of Policy, Severn Fuel Alliance\n\n1. Meters")
    found = commitments(read_note("Ms Amis called on both organisations to publish their figures.", frame))
    assert found == [({WATER, "Severn Fuel Alliance"}, "requested", None)]


def test_a_point_of_a_resolution_asks_nobody() -> None:
    note = read_note(
        "RESOLVED\n\n(a) that the report be received;\n\n(b) that the Secretary invite tenders for the work.", BOARD
    )
    assert commitments(note) == [({"Farida Thorne"}, "committed", None)]


def test_what_was_asked_of_others_before_the_meeting_binds_nobody_named() -> None:
    assert commitments(read_note("Ms Amis has asked to see the scope.", TWO_SIDES)) == [(set(), "requested", None)]


def test_things_due_in_a_note_are_planned() -> None:
    note = read_note("Mr Pike spoke of the lifts. All six due to be finished by October.", TWO_SIDES)
    assert commitments(note) == [({WATER}, "planned", "2019-10-31")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Dr Sallow besought the Shipwrights to close it before June.", (set(), "requested")),
        ("Dr Sallow was instructed by the Chair to put it in order.", ({"Dr Peter Sallow"}, "requested")),
        ("Dr Sallow was asked by his Chairman to put it in order.", ({"Dr Peter Sallow"}, "requested")),
    ],
)
def test_a_request_to_somebody_unknown_is_of_nobody_else(sentence: str, found: tuple[set[str], str]) -> None:
    note = commitments(read_note(f"Cllr Ash spoke first. {sentence}", BOARD))
    assert [(who, how) for who, how, _ in note] == [found]


@pytest.mark.parametrize("post", ["Supervisor", "Tribune"])
def test_a_post_without_article_acts_in_notes(post: str) -> None:
    note = f"Meeting note. Members' Advocate and {post} of Unions. 3 May 2019.\n\nLamps\n\nAdvocate asked for a list. {post} will add it to the sheet.\n"
    reading = read_note("", note)
    assert [names(reading, one.actors) for one in reading.commitments][-1] == {f"{post} of Unions"}


@pytest.mark.parametrize(
    ("sentence", "actor", "strength"),
    [
        ("Mrs Voss proposed that a clerk be found to list them.", OFFICE, "proposed"),
        ("Mrs Voss thereupon proposed that the Office put it off.", OFFICE, "proposed"),
        ("Mrs Voss asked to see the reasons in each of the cases.", OFFICE, "requested"),
        ("Mr Tarr was asked to remind the others.", "Ben Tarr", "requested"),
    ],
)
def test_a_subjunctive_a_look_at_papers_and_a_reminder_are_put_to_the_other_side(
    sentence: str, actor: str, strength: str
) -> None:
    assert commitments(read_note(sentence, TWO_SIDES)) == [({actor}, strength, None)]


def test_they_are_nobody_here_where_the_sentence_before_names_others_in_number() -> None:
    text = "Mr Pike reported. Ms Amis had met the householders. They would pay a little more by May."
    assert all(not who & ALL_FOUR for who, _, _ in commitments(read_note(text, TWO_SIDES)))


def test_her_means_whom_the_sentence_has_just_named() -> None:
    frame = "Board\n\n3 May 2019\n\nPresent: Mr Piers Lund (Chair); Ms Ida Storm; Ms Rosa Pell\n\n1. Fog\n\n{}\n"
    note = read_note(
        "Ms Pell spoke of the fog. The Chair welcomed Ms Storm and asked her to send the log by 1 June.", frame
    )
    assert commitments(note) == [({"Ms Ida Storm"}, "requested", "2019-06-01")]


FOUR_BODIES = """Note of a meeting on 3 May 2019

Present: Ida Storm, Fal Council; Piers Lund, Pilots' Guild; Rosa Pell, Quay Agency; Kit Marsh, Ferry Board

1. Fog

{}
"""


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "Ms Storm said that the Quay Agency and the Ferry Board had met the Tide Office. Mr Lund pressed all three bodies to settle on a chart.",
            {"Quay Agency", "Ferry Board", "Tide Office"},
        ),
        (
            "Ms Storm thanked Mr Lund. It was agreed that the parties should meet again in June.",
            {"Fal Council", "Pilots' Guild", "Quay Agency", "Ferry Board"},
        ),
    ],
)
def test_several_bodies_are_those_the_paragraph_names_and_the_parties_all_that_meet(text, actors) -> None:
    assert commitments(read_note(text, FOUR_BODIES))[0][0] == actors


def test_who_accepts_an_answer_as_fair_binds_nobody() -> None:
    note = read_note("Mr Lund promised to look at every chart. Ms Storm accepted this as a fair answer.", FOUR_BODIES)
    assert commitments(note) == [({"Piers Lund"}, "committed", None)]


REGION = """HM Inspectorate of Probation and Probation Service, Fenland and Wolds Region

Meeting held on 6 February 2024

Attendees

HM Inspectorate of Probation
Helen Marsh, Deputy Chief Inspector

Probation Service, Fenland and Wolds Region
Lorna Witt, Regional Probation Director

Plans

Lorna said that the draft was fair. {}
"""


def test_the_region_is_the_body_whose_name_ends_so():
    told = read_note("The region will send its plan once the report is out.", REGION)
    assert commitments(told) == [({"Probation Service, Fenland and Wolds Region"}, "committed", None)]
