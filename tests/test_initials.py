"""Whose initials the letters of a note are."""

from __future__ import annotations

import pytest

from kg.model import Reading
from tests.notes import read_text

OPENING = "Call 14.05.21\n\nOn call: Ruth Moss (ICO), Jay Thom (Fen Council), Pat Ames (Mint Office).\n\nBACKLOG\n\n"


def read(text: str) -> Reading:
    return read_text(OPENING + text)


def owners(text: str) -> set[tuple[str, ...]]:
    return {promise.actors for promise in read(text).commitments}


def test_letters_that_are_a_word_as_well_are_those_of_a_person_among_others():
    assert owners("RM spoke of the list. JT was content. PA to circulate it by 3 June.") == {("person/pat-ames",)}


@pytest.mark.parametrize(
    "text", ["RM asked JT for a PA. PA to start by 3 June.", "Mr Thom left. PA to start by 3 June."]
)
def test_a_word_in_capitals_stays_a_word(text):
    assert ("person/pat-ames",) not in owners(text)


def test_where_somebody_comes_from_is_not_called_by_a_persons_letters():
    bodies = {person.representing for person in read("RM asked for the list.").participants}
    assert bodies == {
        "organisation/information-commissioners-office",
        "organisation/fen-council",
        "organisation/mint-office",
    }


def test_a_meeting_whose_list_names_only_a_late_comer_still_has_its_parties():
    text = (
        "Patient Safety Advocate: meeting with the Chief Executive of the Arden Ambulance Trust\n\n3 October 2018\n\nThe Patient Safety Advocate met the "
        "Chief Executive of the Arden Ambulance Trust. The Medical Director was also there for the first half of the meeting.\n\nThe Chief Executive said that "
        "calls had risen. The Patient Safety Advocate asked why.\n"
    )
    note = read_text(text)
    assert [(one.agent, one.attendance.value) for one in note.participants] == [
        ("post/patient-safety-advocate", "present"),
        ("post/arden-ambulance-trust/chief-executive", "present"),
        ("post/medical-director", "part"),
    ]


def test_letters_before_a_colon_are_the_body_that_the_minutes_write_out():
    text = "Meeting between the Safer Roads Alliance and Kit Larn\n\n12 May 2021\n\nSRA: Lin Cho (Director), Bea Holt\n\nCoaches\n\nMs Cho complained.\n"
    note = read_text(text)
    assert {one.representing for one in note.participants} == {"organisation/safer-roads-alliance"}


def test_letters_that_end_a_name_are_that_body():
    text = "Call 14.05.21\n\nOn call: Ruth Moss (NHS Charn ICB), Jay Thom (Fen Council).\n\nBACKLOG\n\nThe ICB will send a list by 3 June."
    assert {promise.actors for promise in read_text(text).commitments} == {("organisation/nhs-charn-icb",)}


def test_letters_that_stand_behind_names_as_well_are_a_persons_where_one_other_is_called_so():
    text = "Note of a meeting, 14 May 2021\n\nPresent: Ruth Moss, Mint Office; Alan MacLeod, Fen Council\n\nPumps\n\nMs Moss spoke.\n\nActions\n\n"
    tasks = "1. Note on pumps (RM/AM)\n2. AM to write to the owners\n"
    called = [promise.actors for promise in read_text(text + tasks).commitments]
    assert called == [("person/ruth-moss", "person/alan-macleod"), ("person/alan-macleod",)]
    (after_a_name,) = [one.actors for one in read_text(text + "1. RM to invite Jane Hutt AM\n").commitments]
    assert after_a_name == ("person/ruth-moss",)


def test_letters_that_the_registry_gives_to_another_are_those_of_the_body_that_the_minutes_write_out():
    note = read_text(OPENING + "Mr Thom met the Light Aircraft Association. LAA to send photographs by 3 June.")
    (promise,) = note.commitments
    assert promise.actors == ("organisation/light-aircraft-association",)
    assert "organisation/legal-aid-agency" not in {one.key for one in note.entities}


def test_where_a_note_has_no_list_initials_are_those_of_the_one_whom_it_names_in_full():
    note = read_text(
        "Harbour Office and Pilots' Guild, 14 May 2021\n\nPumps\n\nNoel Hart welcomed Nia Nuttall to the quay. NN asked about pumps. NH said that two had failed.\n"
    )
    assert [(said.speakers, said.act) for said in note.statements] == [
        (("person/noel-hart",), "welcomed"),
        (("person/nia-nuttall",), "asked"),
        (("person/noel-hart",), "informed"),
    ]


def test_initials_that_two_of_the_list_share_are_those_of_the_one_whom_the_text_does_not_write_out():
    listed = "Present: Giulio Sole (Fen Council), Gesche Schmid (Mint Office), Ann Bell (ICO)\n\nPUMPS\n\n"
    said = "GS gave a paper. Gesche Schmid asked when it would be out. GS said May.\n"
    note = read_text(f"Call 14.05.21\n\n{listed}{said}")
    assert [one.speakers for one in note.statements] == [
        ("person/giulio-sole",), ("person/gesche-schmid",), ("person/giulio-sole",),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "letters", "body"),
    [
        ("SCOTTISH POLICE AUTHORITY\nAudit Committee", "SPA", "Scottish Police Authority"),
        ("Food Standards Agency: liaison meeting", "FSA", "Food Standards Agency"),
        ("Financial Services Authority: liaison meeting", "FSA", "Financial Services Authority"),
    ],
)
def test_letters_that_several_bodies_bear_are_those_of_the_one_written_out(title: str, letters: str, body: str) -> None:
    note = read_text(
        f"{title}\n\n3 May 2010\n\nPresent:\nAmy Ford (Chair)\nKit Marsh, Head of Audit, {letters}\n\n1. Lamps\n\nMr Marsh said that it was late."
    )
    labels = {one.key: one.label for one in note.entities}
    assert {labels[one.representing] for one in note.participants if one.representing} == {body}


def test_letters_that_the_text_gives_to_many_of_a_kind_are_no_body() -> None:
    told = read("Serious further offences (SFOs)\n\nRM reported nine SFO notifications since October.")
    assert "Serious Fraud Office" not in {entity.label for entity in told.entities}
