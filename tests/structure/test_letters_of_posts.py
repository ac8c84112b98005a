"""Lists that tell which posts the letters of the minutes stand for, chairs of other bodies, and names typed in columns; all invented."""

from __future__ import annotations

import pytest

from tests.notes import PUMPS, read_text

SPOKEN = "\n\n1. Pumps\n\nCO asked why two pumps had failed. HM blamed the frost. He would look into it.\n"
BOTH = [("CO", "Chief Officer", "Fal Water"), ("HM", "Harbour Master", "Fal Pilots")]


def keys(note):
    return [(one.initials, note.words(one.post), note.words(one.organisation)) for one in note.outline.attendees]


@pytest.mark.parametrize(
    "listed",
    [
        "CO    Chief Officer, Fal Water\nHM    Harbour Master, Fal Pilots",
        "CO\tChief Officer, Fal Water\nHM\tHarbour Master, Fal Pilots",
        "(CO) Chief Officer, Fal Water\n(HM) Harbour Master, Fal Pilots",
        "Key\nCO = Chief Officer, Fal Water\nFWA = Fal Water Authority\nHM = Harbour Master, Fal Pilots",
        "CO: Chief Officer, Fal Water\nHM: the Harbour Master, Fal Pilots",
        "CO – Chief Officer (Fal Water)\nHM – Harbour Master (Fal Pilots)",
        "Present:\nCO Chief Officer, Fal Water\nHM Harbour Master, Fal Pilots",
        "CO = Chief Officer, Fal Water; HM = Harbour Master, Fal Pilots.",
        "CO (Chief Officer, Fal Water), HM (Harbour Master, Fal Pilots)",
    ],
)
def test_a_list_of_letters_and_posts_tells_who_was_there(paper, listed):
    note = paper(f"FAL WATER / FAL PILOTS: HALF-YEARLY MEETING, TRURO, 6 MAY 2019\n\n{listed}{SPOKEN}")
    assert keys(note) == BOTH
    assert note.headings == ["Pumps"]


def test_letters_that_nobody_speaks_by_list_nobody(paper):
    note = paper(
        "Pumps Panel, 6 May 2019\n\nCO = Chief Officer\nHM = Harbour Master\n\n1. Pumps\n\nThe Chair said that it rained."
    )
    assert note.people == []


def test_letters_of_bodies_list_nobody(paper):
    note = paper(
        "Pumps Panel, 6 May 2019\n\nFWA = Fal Water Authority\nFPS = Fal Pilots Service\n\n1. Pumps\n\nFWA asked why. FPS said so."
    )
    assert note.people == []


def test_the_posts_speak_by_their_letters():
    reading = read_text(
        f"Liaison, 6 May 2019\n\nCO = Chief Officer, Fal Water\nHM = Harbour Master, Fal Pilots{SPOKEN}"
    )
    assert [(one.act, one.speakers) for one in reading.statements][:2] == [
        ("asked", ("post/fal-water/chief-officer",)),
        ("opined", ("post/fal-pilots/harbour-master",)),
    ]


def test_a_chair_without_a_name_speaks_for_the_body_and_is_not_the_body():
    reading = read_text(
        "Fal Council and Pier Inspectorate, 6 May 2019\n\nPresent: the Chair, Fal Council; HM Chief Inspector, Pier Inspectorate\n\n"
        "Pumps\n\nThe Chair said that two pumps had failed. The Chief Inspector asked why."
    )
    assert [one.agent for one in reading.participants] == [
        "post/fal-council/chair",
        "post/pier-inspectorate/hm-chief-inspector",
    ]
    assert [one.speakers for one in reading.statements] == [
        ("post/fal-council/chair",),
        ("post/pier-inspectorate/hm-chief-inspector",),
    ]


def test_the_chair_of_another_body_does_not_chair_the_meeting(paper):
    note = paper(
        "Harbour Committee\n\n6 May 2019\n\nPresent\n\nMrs Ann Bell\tNon-Executive Director (Chair)\nDr Tom Reed\tChair, Fal Patients Forum\n"
        "Mr Ian Poole\tIndependent" + PUMPS
    )
    assert note.parts("Mrs Ann Bell") == ("Non-Executive Director", None, "chair")
    assert note.parts("Dr Tom Reed") == ("Chair", "Fal Patients Forum", None)
    assert note.parts("Mr Ian Poole") == (None, None, None)


def test_names_typed_in_columns_are_people_each(paper):
    note = paper(
        "Harbour Committee\n\n6 May 2019\n\nMembers present\nProfessor Ann Bell (Chair)\t\tSir Tom Reed\nMs Jane Poole\t\t\tDr Ian Dacre\n\n"
        "Apologies\nMr Colin Foks" + PUMPS
    )
    assert note.people == [
        ("Professor Ann Bell", "present"),
        ("Sir Tom Reed", "present"),
        ("Ms Jane Poole", "present"),
        ("Dr Ian Dacre", "present"),
        ("Mr Colin Foks", "apologies"),
    ]


def test_a_row_with_a_title_alone_belongs_to_the_table(paper):
    note = paper(
        "Harbour Panel, 6 May 2019\n\nPresent\nName\tFrom\tInitials\nAnn Bell\tIndependent (Chair)\tAB\nThe Harbour Commissioner for Fal\t\t\n"
        "Tom Reed\tSecretariat\tTR" + PUMPS
    )
    assert note.people == [("Ann Bell", "present"), (None, "present"), ("Tom Reed", "present")]
    assert note.parts("Ann Bell") == (None, None, "chair")
    assert note.parts("Harbour Commissioner for Fal") == ("Harbour Commissioner for Fal", None, None)
    assert note.parts("Tom Reed") == (None, None, "secretary")


def test_a_point_of_a_numbered_minute_is_no_part_of_its_sentence():
    reading = read_text(
        "Harbour Committee\n\n6 May 2019\n\nPresent\nAnn Bell (Chair)\nTom Reed\nCatrin Moss, Committee Secretary\n\n23/14 Pumps\n\n"
        "23/14.1 Mr Reed said that two pumps had failed.\n\n23/14.2 The Committee Secretary reported on the frost."
    )
    assert [(one.evidence.of(reading.document.text), one.speakers) for one in reading.statements] == [
        ("Mr Reed said that two pumps had failed.", ("person/tom-reed",)),
        ("The Committee Secretary reported on the frost.", ("person/catrin-moss",)),
    ]


def test_names_stand_in_columns_of_spaces_behind_a_label(paper):
    note = paper(
        "Harbour Committee\n\n6 May 2019\n\nPresent:     Cllr Mrs A Bell (Chairman)     Cllr T Reed\n             Cllr Dr J Poole                Cllr M Foks\n"
        "Officers:    Mr G Pell (Harbour Clerk)      Miss E Dacre (Deputy Clerk)\n\n1. Apologies\nCllr R Stone (holiday)."
        + PUMPS
    )
    assert note.people == [
        ("Cllr Mrs A Bell", "present"),
        ("Cllr T Reed", "present"),
        ("Cllr Dr J Poole", "present"),
        ("Cllr M Foks", "present"),
        ("Mr G Pell", "in-attendance"),
        ("Miss E Dacre", "in-attendance"),
        ("Cllr R Stone", "apologies"),
    ]
    assert note.parts("Cllr R Stone") == (None, None, None)


def test_whom_the_writer_saw_was_there(paper):
    note = paper(
        "Visit to Fal Pilots, 6 May 2019: my note\n\nI saw the Chief Pilot, Ann Bell, and Mr Tom Reed at Truro. Ian Poole, who was to have come "
        "from the Ports Council, was ill." + PUMPS
    )
    assert note.people == [("Ann Bell", "present"), ("Mr Tom Reed", "present"), ("Ian Poole", "apologies")]
