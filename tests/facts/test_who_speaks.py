"""Who speaks where a sentence has only a pronoun, an aside, or a thing that was taken up."""

from __future__ import annotations

import pytest

from tests.notes import BOARD, names, read_note, statements

FOUR = """Note of a meeting with the Ferry Commissioner on 3 May 2019

Present: Rowan Hale, Ferry Commissioner; Mr Piers Lund, Pilots' Guild; Kit Marsh, Chief Pilot; Mrs Ida Storm, Secretary.

1. Fog

Mrs Storm read out the log. {}
"""
HALE, LUND, MARSH, STORM = "Rowan Hale", "Piers Lund", "Kit Marsh", "Ida Storm"


def told(sentences: str) -> list[tuple[set[str], str]]:
    """Speakers and acts of some sentences said by the four."""
    reading = read_note(sentences, FOUR)
    return [
        ({name.removeprefix("Mr ").removeprefix("Mrs ") for name in names(reading, said.speakers)}, said.act)
        for said in reading.statements[1:]
    ]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        # "he" and "she" learned from a title, and from turns without a question
        ("Ms Marsh reported two collisions. She blamed the fog. Mr Lund disagreed. She would not withdraw it.", MARSH),
        ("Rowan Hale could not agree. She was troubled by the bill. Mr Lund spoke of the fog. She thanked him.", HALE),
        # what all of them do leaves who was last as it was
        ("Mrs Storm asked for the log. This was agreed. She was less happy with the lamps.", STORM),
        # the other answers
        ("Mr Lund mentioned the fog. Kit Marsh asked whether he would pay. He was willing.", LUND),
        ("Mr Lund asked Kit Marsh to write it down. Kit Marsh agreed.", MARSH),
        # an aside belongs to whom the sentence names
        ("Mr Lund spoke of the fog. Mrs Storm had seen none, she remarked.", STORM),
        # a thing taken up
        ("Mr Lund offered Mrs Storm a chart. This was gratefully received.", STORM),
        ("Mrs Storm raised the fog. Mr Lund said that it was late. The point was taken.", STORM),
        ("It seemed to Mr Lund that the fog would lift.", LUND),
        ("Mrs Storm reported the loss. The fog did not look to Mr Lund like an excuse.", LUND),
        ("In answer to a question from Mrs Storm it was stated by Mr Lund that all was well.", LUND),
        ("The view of Mrs Storm had the support of Mr Lund.", LUND),
    ],
)
def test_the_last_sentence_is_said_by(sentences: str, expected: str) -> None:
    speakers = [who for who, _ in told(sentences)]
    assert {expected} in (speakers[-1], speakers[-2] if "In answer" in sentences else speakers[-1])


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Mr Lund made no secret of the strain on the pilots.", "acknowledged"),
        ("Mr Lund made no secret of his anger.", "concerned"),
        ("Mr Lund was not sure whose buoy it was.", "informed"),
        ("Mr Lund was not sure that it was his.", "disagreed"),
        ("Mr Lund was adamant that it was his.", "informed"),
        ("Mr Lund was adamant that it should be moved.", "requested"),
        ("Mr Lund gave an assurance that it would be moved.", "undertook"),
        ("Mr Lund gave an assurance that it had been moved.", "informed"),
        ("Mr Lund remarked, with some bitterness, that it had been moved.", "concerned"),
        ("Mr Lund professed himself satisfied.", "agreed"),
        ("Mr Lund was prepared to promise that it would be moved.", "undertook"),
        ("Mr Lund, greatly relieved, begged her to move it.", "requested"),
        ("Why, demanded Mr Lund, had it been moved?", "asked"),
        ("Mr Lund preferred not to say.", "informed"),
    ],
)
def test_the_act_of_one_speaker(sentence: str, act: str) -> None:
    assert told(sentence) == [({LUND}, act)]


def test_what_a_body_does_by_its_charter_is_no_statement() -> None:
    assert told("The Pilots' Guild has sixty members. It advises the Crown.") == []


def test_a_post_that_is_called_ours_speaks() -> None:
    reading = read_note("The point was taken, and our Secretary seconded the proposal warmly.", BOARD)
    assert [(said.speakers, said.act) for said in reading.statements] == [
        ((), "acknowledged"),
        (("person/farida-thorne",), "agreed"),
    ]


COMMITTEE = """FENSIDE BOROUGH COUNCIL
WATER SCRUTINY SUB-COMMITTEE

Minutes of the meeting held on 12 November 2018

Present: Councillor R Hodge (Chairman), Councillors B Ali and S Teal

In attendance: Karen Stobbs, Head of Inspection, Rivers Agency

WS/21  LEAKS

{}
"""


def test_a_pronoun_behind_an_invitation_means_the_invited_where_only_of_her_the_gender_is_known() -> None:
    note = read_note(
        "The Chairman invited Ms Stobbs to comment. She explained that two leaks had been stopped.", COMMITTEE
    )
    assert statements(note)[-1] == ({"Karen Stobbs"}, "informed")


def test_members_of_a_committee_below_the_name_of_its_council_are_the_committee() -> None:
    note = read_note("The Sub-Committee thanked the Agency. The Council had paid.", COMMITTEE)
    assert statements(note)[0] == ({"The Sub-committee"}, "thanked")


NOTE = """Note of a meeting between Fal Council and the Lamp Regulator, 14 March 2019

Present: Ms Anne Bell (Fal Council); Mr Tom Stone (Lamp Regulator); Mrs Joy Carey (Lamp Regulator); Cllr Vane

Lamps

Mrs Carey said that lamps were dear.

{}
"""
BELL, STONE, CAREY = "Ms Anne Bell", "Mr Tom Stone", "Mrs Joy Carey"


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Mr Stone told Ms Bell that fees were high; she disagreed.", [({STONE}, "informed"), ({BELL}, "disagreed")]),
        (
            "Mr Stone asked Ms Bell about fees; she said that they were low, but agreed to look again.",
            [({STONE}, "asked"), ({BELL}, "informed")],
        ),
        (
            "Cllr Vane put it to her that fees were high; she accepted that.",
            [({"Cllr Vane"}, "informed"), ({CAREY}, "acknowledged")],
        ),
        (
            "Ms Bell reminded Mr Stone that fees were high; she hoped for an answer soon.",
            [({BELL}, "informed"), ({BELL}, "opined")],
        ),
    ],
)
def test_whoever_is_spoken_to_goes_on_behind_a_semicolon_where_the_pronoun_fits_nobody_else(sentence, said):
    assert statements(read_note(sentence, NOTE))[1:] == said


def test_a_minister_who_is_only_spoken_of_does_not_go_on_speaking():
    reading = read_note(
        "The Rail Minister was expected to decide before Easter. Should it be so, a shadow board would be formed.", NOTE
    )
    assert [who for who, _ in statements(reading) if "Rail Minister" in who] == []


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Mr Stone considered the target unrealistic.", [({STONE}, "opined")]),
        ("Mr Stone considered whether to wait.", [({STONE}, "discussed")]),
        ("Mr Stone was not so sure.", [({STONE}, "disagreed")]),
        ("No date was set.", []),
    ],
)
def test_one_who_considers_a_thing_so_has_an_opinion(sentence, said):
    assert statements(read_note(sentence, NOTE))[1:] == said


def test_thanks_for_her_work_tell_nothing_of_who_gives_them() -> None:
    frame = "Note of a meeting, 3 May 2019\n\nPresent: the Ferry Commissioner; the Harbour Master, Fal Quays.\n\n1. Fog\n\n{}\n"
    note = read_note(
        "The Ferry Commissioner welcomed this. He spoke of the fog. The Ferry Commissioner was grateful for her frankness.",
        frame,
    )
    assert [names(note, one.speakers) for one in note.statements] == [{"Ferry Commissioner"}] * 3


def test_the_committee_whose_meeting_it_is_below_the_name_of_its_board() -> None:
    note = read_note(
        "The Chair said that the log was late. Following discussion, the Committee AGREED to ask for it.",
        "FAL RIVER BOARD\n\nMINUTES OF THE MEETING OF THE DREDGING COMMITTEE HELD ON 20 JANUARY 2022\n\nPRESENT:\nMr Piers Lund (Chair)\nMrs Ida Storm\nMs Rosa Pell\nMr Tom Hurst\n\n1. Fog\n\n{}\n",
    )
    assert [names(note, one.speakers) for one in note.statements] == [{"Mr Piers Lund"}, {"The Committee"}]


FIVE = """Note of a call, 4 May 2021

Fal Pilots (FP) – Ines Roy (IR), Tom Hurst (TH)
Harbour Council (HC) – Anna Bellamy (AB), Stuart Penn (SP), Kit Dare (KD)

1. Lamps

IR said two lamps had failed. {}
"""


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The parties considered a draft note to replace the chart.", "discussed"),
        (
            "FP and HC have shared a chart since May, and the parties considered a draft note to replace it.",
            "discussed",
        ),
        ("Both sides thought the chart too old.", "opined"),
    ],
)
def test_both_sides_of_five_are_the_two_bodies(sentence: str, act: str) -> None:
    assert statements(read_note(sentence, FIVE))[1:] == [({"Fal Pilots", "Harbour Council"}, act)]


@pytest.mark.parametrize("opening", ["At this point", "In the afternoon"])
def test_who_arrives_and_then_speaks_behind_a_time_speaks(opening: str) -> None:
    said = statements(
        read_note(f"The cost was discussed. {opening} Dr Sallow arrived, and spoke with warmth about the lamps.", BOARD)
    )
    assert said[-1] == ({"Dr Peter Sallow"}, "informed")


def test_the_parties_are_the_bodies_that_met_and_whoever_holds_an_office() -> None:
    frame = (
        "Note of meeting with Tarn Ferries Council and the Fog Complaints Ombudsman, 3 May 2019\n\n"
        "Ferries Inspectorate\nMs Lorne, Head of Visits\n\nTarn Ferries Council\nMr Abbott, Director\nMrs Shah, Clerk\n\n"
        "Fog Complaints Ombudsman\nDr Petra Lind, the Ombudsman\n\nFog\n\nMr Abbott asked Dr Lind for a list. {}"
    )
    note = read_note("The parties agreed to meet again in June.", frame)
    assert names(note, note.commitments[-1].actors) == {"Ferries Inspectorate", "Tarn Ferries Council", "Dr Petra Lind"}
