"""Whom a rank, a shortened title or a surname with one means; all invented."""

from __future__ import annotations

import pytest

from tests.notes import read_text

PEOPLE = "Captain Noel Wray, Harbour Master; Inspector Dafydd Roach (Gwent Police); Supt Ann Bell (Fal Police); Dr Una Pym; Mr D Court (Headteacher)"


def actors(text: str, people: str = PEOPLE) -> set[tuple[str, ...]]:
    note = read_text(f"Note of a visit, 4 June 2019\n\nPresent: {people}\n\nLights\n\n{text}\n")
    return {promise.actors for promise in note.commitments}


@pytest.mark.parametrize(
    ("promise", "who"),
    [
        ("The Inspector offered to send a patrol.", "person/dafydd-roach"),
        ("The Superintendent promised a report by Friday.", "person/ann-bell"),
        ("The Captain will write to the owner.", "person/noel-wray"),
        ("The Doctor will write to the owner.", "person/una-pym"),
        ("Head to write to parents.", "person/d-court"),
        ("Mr Court will write to parents.", "person/d-court"),
        ("Insp Roach will call on Monday.", "person/dafydd-roach"),
    ],
)
def test_a_rank_or_title_is_that_of_the_one_listed_who_bears_it(promise, who):
    assert actors(promise) == {(who,)}


def test_a_rank_that_two_bear_is_nobodys():
    people = "Inspector Dafydd Roach (Gwent Police); Inspector Tom Hale (Fal Police)"
    assert actors("The Inspector offered to send a patrol.", people) == {("post/inspector",)}


@pytest.mark.parametrize("name", ["Cllr Laws", "Cllr. Laws", "Councillor Laws", "Mr Laws"])
def test_a_surname_with_another_title_is_the_only_one_of_the_list(name):
    people = "Councillors D Pringle, S Mukherjee and T Laws"
    assert actors(f"{name} agreed to write to the owner.", people) == {("person/t-laws",)}


CHIEF = "Dame Ruth Pell, HM Chief Inspector of Probation; Rob Lund, Deputy Chief Inspector; Jo Marl, Chair, Chairs' Association"


@pytest.mark.parametrize(
    ("promise", "who"),
    [
        ("The Chief Inspector will write in May.", "person/ruth-pell"),
        ("The Deputy Chief Inspector will write in May.", "person/rob-lund"),
        ("The Inspectorate will write in May.", "organisation/hm-inspectorate-of-probation"),
        ("The Inspectorate of Prisons will send its file.", "organisation/hm-inspectorate-of-prisons"),
    ],
)
def test_a_chief_a_deputy_and_a_body_known_by_their_post_are_told_apart(promise: str, who: str) -> None:
    other = "HM Inspectorate of Prisons had found the same."
    assert actors(f"{other} {promise}", CHIEF) == {(who,)}


def test_a_deputy_is_of_the_body_of_the_chief() -> None:
    note = read_text(
        f"Chairs' Association and HM Inspectorate of Probation, 4 June 2019\n\nPresent: {CHIEF}\n\nAll was well.\n"
    )
    deputy = next(entity for entity in note.entities if entity.label == "Rob Lund")
    assert deputy.holds == "post/hm-inspectorate-of-probation/deputy-chief-inspector"


def test_a_body_that_only_the_registry_tells_is_no_entity_where_no_word_names_it() -> None:
    note = read_text(f"Note, 4 June 2019\n\nPresent: {CHIEF}\n\nThe Chief Inspector will write in May.\n")
    assert "organisation/hm-inspectorate-of-probation" not in {entity.key for entity in note.entities}


NOTE = """Meeting with the Director General of Custody and Wales, 9 May 2018

The Victims' Commissioner (VC) met Una Fell, Director General for Custody and Wales at HM Prison and Probation Service (HMPPS). Also there were
Ian Grey, Head of Victim Services at HMPPS, and two of the VC's officials.

{}
"""


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The DG said that the money was secure.", "person/una-fell"),
        ("The VC invited the DG to speak in July.", "post/office-of-the-victims-commissioner/victims-commissioner"),
        ("IG explained that zones were now mapped.", "person/ian-grey"),
        (
            "The VC had been told by families that letters came late; this was, in her words, shameful.",
            "post/office-of-the-victims-commissioner/victims-commissioner",
        ),
    ],
)
def test_initials_of_a_title_or_of_one_who_also_was_there_mean_that_person(sentence: str, who: str) -> None:
    note = read_text(NOTE.format(sentence))
    assert [told.speakers for told in note.statements] == [(who,)]
    assert "organisation/dg" not in {entity.key for entity in note.entities}


def test_a_title_with_for_and_one_with_of_are_one_post() -> None:
    note = read_text(NOTE.format("All was well."))
    posts = {entity.key for entity in note.entities if "general" in entity.key}
    assert posts == {"post/hm-prison-and-probation-service/director-general-for-custody-and-wales"}


def test_a_post_for_a_field_is_of_no_body_and_is_meant_by_its_bare_title() -> None:
    note = read_text(
        "The Ombudsman at Ely: a conversation with the Fen Courts Board\n\n26 October 2021\n\nLionel Roe, the Ombudsman for Court Users, met "
        "Una Fell, who chairs the Fen Courts Board.\n\nThe Ombudsman said that the courts were slow.\n"
    )
    assert [told.speakers for told in note.statements] == [("person/lionel-roe",)]
    assert not {"organisation/court-users", "post/fen-courts-board/ombudsman"} & {
        entity.key for entity in note.entities
    }


ADVOCATE = (
    "Water Users' Advocate and the Fen Standards Authority\n\n4 June 2019\n\nPresent: Una Fell, Water Users' Advocate for Wales\n"
    "Tom Hale, Chief Executive of the Fen Standards Authority\nJoy Pym, the Authority's Director of Inspection\n\nWells\n\n"
    "The Advocate asked how deep the wells were.\n"
)


def test_a_bare_title_is_the_post_that_is_named_in_short_and_in_full() -> None:
    note = read_text(ADVOCATE)
    (asked,) = note.statements
    assert asked.speakers == ("person/una-fell",)
    assert {entity.key for entity in note.entities if entity.key.startswith("post/")} == {
        "post/water-users-advocate-for-wales",
        "post/fen-standards-authority/chief-executive",
        "post/fen-standards-authority/director-of-inspection",
    }


def test_a_title_that_several_countries_have_is_not_that_of_england() -> None:
    note = read_text(
        "Manx Probation Service\n\n4 June 2019\n\nPresent: the Chief Probation Officer\n\nHostels\n\nThe Chief Probation Officer said that they were full.\n"
    )
    assert note.statements[0].speakers == ("post/manx-probation-service/chief-probation-officer",)


def test_a_deputy_is_of_the_chief_and_not_of_the_body_visited() -> None:
    note = read_text(
        "Ombudsman for Tenants: visit to Severn Vale Homes (SVH)\n\n4 June 2019\n\nPresent: Una Fell, Ombudsman for Tenants; Tom Hale, Chief Executive, SVH\n\nRents\n\n"
        "Mr Hale said that SVH was late. The Deputy Ombudsman will write to him.\n"
    )
    assert "organisation/severn-vale-homes" in {entity.key for entity in note.entities}
    assert [one.actors for one in note.commitments] == [("post/deputy-ombudsman",)]


def test_a_governor_written_short_is_one_person_and_her_aide_is_of_no_body_visited() -> None:
    note = read_text(
        "Prisons Advocate / HMP Marlow Heath\n\n4 June 2019\n\nPresent: Tessa Quaye (TQ), Prisons Advocate; Adam Birch (AB), her caseworker; Gov Lena Shaw (LS)\n\nSafety\n\n"
        "LS said that it was better. TQ wanted a date for the refit.\n"
    )
    keys = {entity.key for entity in note.entities}
    assert {"person/lena-shaw", "post/caseworker"} <= keys
    assert not {"person/gov-lena-shaw", "post/hmp-marlow-heath/caseworker"} & keys


def test_the_inspectorate_is_that_of_the_chief_inspector_who_came_whatever_it_is_called() -> None:
    note = read_text(
        "Meeting with the Chief Inspector of Schools\n\n21 May 2018\n\nThe Youth Advocate met Ruth Lane, HM Chief Inspector of Schools.\n\nExclusions\n\n"
        "The Inspectorate is reviewing exclusions in forty schools. The Youth Advocate undertook to write to the Minister in support.\n"
    )
    assert [one.conducted_by for one in note.inspections] == [("organisation/ofsted",)]
    assert [one.action for one in note.commitments] == ["write to the Minister in support"]


FORUM = (
    "Care Forum North\n\nNotes of the meeting on 7 March 2019\n\nAttendees\nSian Prys, Chair\nDr Helen Vane, Betws Health Board\nGareth Ellis, Conwy Vale Council\n"
    "Nia Roberts, Older People's Alliance\nOwain Lloyd, Care Agency\nApologies: Rhys Morgan, Gwynant Council\n\n1. Homes\n\n{}\n"
)


def test_of_two_councils_the_one_is_meant_that_came() -> None:
    note = read_text(
        FORUM.format("The Forum noted the report. Owain Lloyd said that the Council will publish its plan in June.")
    )
    assert [one.actors for one in note.commitments] == [("organisation/conwy-vale-council",)]


def test_a_title_with_the_first_name_means_one_whom_the_registry_knows_without_a_title():
    note = "Meeting with HM Chief Inspector of Probation, 22 May 2018\n\nPresent: Dame Glenys Stacey, HM Chief Inspector of Probation; Ann Bell, Fal Council\n\nLamps\n\n"
    (said,) = read_text(note + "Dame Glenys explained that the standard had been met.\n").statements
    assert said.speakers == ("person/glenys-stacey",)


@pytest.mark.parametrize(
    ("promise", "who"),
    [("Supt B to write to the owner.", "person/ann-bell"), ("Dr P. will write to the owner.", "person/una-pym")],
)
def test_a_title_with_the_letter_of_a_surname_means_whoever_bears_both(promise, who):
    assert actors(promise) == {(who,)}


@pytest.mark.parametrize(
    ("promise", "who"),
    [
        ("Ms St John will write to the owner.", "person/marian-st-john"),
        ("Mr van der Berg agreed to send the plan.", "person/piet-van-der-berg"),
        ("Piet van der Berg offered to send the plan.", "person/piet-van-der-berg"),
        ("Dr Ní Bhriain promised a report by Friday.", "person/aoife-ni-bhriain"),
        ("MSJ to write to the owner.", "person/marian-st-john"),
    ],
)
def test_a_surname_of_several_words_is_one(promise, who):
    people = "Ms Marian St John (Weir Board); Mr Piet van der Berg (Lock Trust); Dr Aoife Ní Bhriain (Canal Union)"
    assert actors(promise, people) == {(who,)}


@pytest.mark.parametrize(
    ("promise", "who"),
    [
        ("Ollie Wray will write to the owner.", "person/oliver-wray"),
        ("Mr Penn Rowe will write to the owner.", "person/hal-penn-rowe"),
        ("Judge Stead will write to the owner.", "person/maud-stead"),
        ("Chief Constable Amory will write to the owner.", "person/ruth-amory"),
        ("Olga Wray will write to the owner.", "person/olga-wray"),
    ],
)
def test_one_of_the_list_is_known_by_a_shorter_or_fuller_name(promise, who):
    people = "Oliver Wray (Weir Board); Hal Penn Rowe (Lock Trust); Her Honour Judge Maud Stead; T/Chief Constable Ruth Amory"
    assert actors(promise, people) == {(who,)}
