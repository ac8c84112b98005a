"""How minutes call bodies again, and which capitals name no body."""

from __future__ import annotations

import pytest

from kg.lexicon.names import Names
from kg.model import EntityType
from kg.sentences import tokenise
from tests.notes import read_text

BODIES = {EntityType.ORGANISATION, EntityType.INSPECTORATE}
OPENING = "Note of a meeting\n\n4 May 2018\n\nPresent: {people}\n\nWork\n\n{text}\n"


def bodies(people: str, text: str) -> set[str]:
    """The labels of the bodies of a note."""
    note = read_text(OPENING.format(people=people, text=text))
    return {one.label for one in note.entities if one.type in BODIES}


PEOPLE = "Mrs Ada Lund (Tarnside Health Board); Mr Colm Reed, Ferrow Systems Limited"


def test_the_last_words_of_a_longer_name_mean_the_same_body():
    found = bodies(PEOPLE, "Mrs Lund said that the Health Board had hired two nurses.")
    assert found == {"Tarnside Health Board", "Ferrow Systems Limited"}


def test_a_company_is_called_without_its_form():
    found = bodies(PEOPLE, "Mr Reed said that Ferrow Systems had begun in March.")
    assert found == {"Tarnside Health Board", "Ferrow Systems Limited"}


def test_a_short_form_in_brackets_is_no_part_of_the_name():
    found = bodies("Mrs Ada Lund, Tarnside Chamber of Trade (TCT); Mr Colm Reed", "Mrs Lund said that TCT had grown.")
    assert found == {"Tarnside Chamber of Trade"}


@pytest.mark.parametrize(
    "text",
    [
        "Mr Reed said that the Council Chamber was cold.",
        "Mr Reed said that the Training Centre would open soon.",
        "It was RESOLVED that the doors be mended.",
    ],
)
def test_places_and_words_in_capitals_name_no_body(text):
    assert bodies("Mrs Ada Lund; Mr Colm Reed", text) == set()


def test_what_is_said_of_a_body_is_no_part_of_its_name():
    assert bodies("Mrs Ada Lund; Mr Colm Reed", "Mr Reed welcomed the Review of the Tarnside Water Board.") == {
        "Tarnside Water Board"
    }


def test_a_known_name_with_a_place_before_it_is_another_body():
    found = bodies("Mrs Ada Lund; Mr Colm Reed", "Mr Reed said that Eastmoor Crown Court was slow.")
    assert found == {"Eastmoor Crown Court"}


def test_a_word_in_brackets_is_what_the_text_goes_on_to_call_a_body():
    found = bodies(
        "Mrs Ada Lund; Mr Colm Reed",
        "Mr Reed said that Ferrow Water Limited (“the Company”) had failed. Mrs Lund asked whether the Company would pay.",
    )
    assert found == {"Ferrow Water Limited"}


def test_a_region_of_a_body_is_a_unit_of_its_own():
    found = bodies("Mrs Ada Lund; Mr Colm Reed", "Mr Reed said that CPS Wealden had lost two lawyers.")
    assert found == {"CPS Wealden"}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Mrs Lund said that places would be kept on the Rural Needs Working Group.", "Rural Needs Working Group"),
        ("Mrs Lund said that St Hild's Academy was waiting for a boiler.", "St Hild's Academy"),
        (
            "Mrs Lund said that the Department of Roads, Harbours and Canals paid.",
            "Department of Roads, Harbours and Canals",
        ),
        ("Mrs Lund said that the scheme was run with Orme & Fenner Bank.", "Orme & Fenner Bank"),
        (
            "Mrs Lund is leaving the Inspectorate for the Charity Commission.",
            "Charity Commission for England and Wales",
        ),
        (
            "Mrs Lund said that it was for the Office of the Tenants' Rights Commissioner.",
            "Office of the Tenants' Rights Commissioner",
        ),
        ("Mrs Lund said that the Fenmarsh Care Inspectorate's letter was late.", "Fenmarsh Care Inspectorate"),
    ],
)
def test_a_body_is_named_whole_and_alone(text, body):
    assert bodies("Mrs Ada Lund", text) == {body}


def test_kinds_of_people_are_no_bodies():
    people = "\nHarbour Trust: Mr Colm Reed, Fisheries\nTrade: Ada Lund"
    assert bodies(people, "Mr Reed said that boats were scarce.") == {"Harbour Trust"}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Mrs Lund said that the school's caterer, Larkfare, had changed its menu.", "Larkfare"),
        ("Mrs Lund said that our auditors, Orme & Pell, were half-way through.", "Orme & Pell"),
    ],
)
def test_a_firm_is_named_behind_its_trade(text, body):
    assert bodies("Mrs Ada Lund", text) == {body}


def test_who_stands_behind_a_trade_by_name_is_no_firm():
    assert bodies("Mrs Ada Lund", "Mrs Lund said that the contractor, Peter Ward, was late.") == set()


def test_an_inspector_is_not_the_chief_inspector_of_the_same_list():
    people = "Miss Ada Lund, Chief Inspector of Harbours; Mr Colm Reed, Inspector (Quays and Locks)"
    note = read_text(OPENING.format(people=people, text="Mr Reed said that a lock had failed."))
    found = {one.label: one.holds for one in note.entities if one.type is EntityType.PERSON}
    assert len(found) == 2
    assert found["Miss Ada Lund"] != found["Mr Colm Reed"]


def test_a_branch_is_a_body_of_its_own():
    found = bodies("Mrs Ada Lund", "Mrs Lund said that Mercia Vale Women's Aid had closed.")
    assert found == {"Mercia Vale Women's Aid"}


def test_a_short_form_that_the_list_explains_means_the_body_of_the_list():
    people = "\nFood Standards Agency (FSA): Ms Meg Ross, Regional Manager\n\nApologies: Tony Welk (FSA)"
    assert bodies(people, "Ms Ross said that the FSA was late.") == {"Food Standards Agency"}


def test_a_deputy_of_an_office_that_is_known_is_another_post():
    note = read_text(OPENING.format(people="Mrs Ada Lund", text="The Deputy Director of Public Prosecutions was ill."))
    posts = {one.label for one in note.entities if one.type is EntityType.POST}
    assert "Director of Public Prosecutions" not in posts
    assert any(label.startswith("Deputy Director") for label in posts)


def test_a_body_in_capitals_that_ends_in_office_is_named_as_it_stands():
    assert "Ferry Audit Office" in {
        name.title() for name in bodies("Mrs Ada Lund (FERRY AUDIT OFFICE)", "Mrs Lund agreed.")
    }


def test_a_short_form_behind_a_dash_is_no_part_of_the_name():
    found = bodies("Ada Lund (Tarnside Rail Board – TRB), Colm Reed (Fen Trams)", "Ada said that TRB had grown.")
    assert found == {"Tarnside Rail Board", "Fen Trams"}


def test_a_body_named_for_its_place_is_one_with_its_shorter_name():
    found = bodies(
        "Ada Lund, Fen Rail Board",
        "Ada said that the Fire Authority for Tarnside was slow. The Fire Authority had no money.",
    )
    assert found == {"Fen Rail Board", "Fire Authority for Tarnside"}


def test_a_title_of_the_attendance_list_is_a_post_wherever_it_stands():
    text = "Tenants' Champion and Canal Regulator: note of meeting\n\n4 May 2018\n\nPresent: Ada Lund, Canal Regulator\n\nWork\n\nThe Regulator spoke.\n"
    read = read_text(text)
    assert [one.type for one in read.entities if one.label == "Canal Regulator"] == [EntityType.POST]


def test_a_topic_with_an_acronym_in_brackets_is_no_person():
    found = read_text(OPENING.format(people=PEOPLE, text="Mrs Lund spoke of Forced Marriage (FM)."))
    assert "Forced Marriage" not in {one.label for one in found.entities if one.type is EntityType.PERSON}


@pytest.mark.parametrize(
    ("text", "type_"),
    [("Victims were heard. The VC agreed.", "post"), ("Boats were seen. The VC agreed.", "organisation")],
)
def test_an_acronym_is_a_known_post_s_where_the_text_speaks_of_its_field(text, type_):
    found = read_text(f"Note\n\nWork\n\n{text}\n")
    assert [one.key.split("/")[0] for one in found.entities if "VC" in (one.label, *one.names)] == [type_]


GROUPED = """Note of a meeting

4 May 2018

For the Northern Ireland Public Services Ombudsman (NIPSO): Clodagh Hanna, Ombudsman; Ivan Speers, Director of Investigations
For Gwaun and Teifi Fire and Rescue Authority: Delyth Rowlands, Chief Fire Officer

Work

The Ombudsman spoke. The Chief Fire Officer agreed. The Director of Investigations said that NIPSO wrote to the Fire Authority.
"""


def test_who_comes_from_the_office_of_a_post_holds_posts_in_that_office():
    read = read_text(GROUPED)
    posts = {one.label: one.post_in for one in read.entities if one.type is EntityType.POST}
    office = "organisation/office-of-the-northern-ireland-public-services-ombudsman"
    assert posts == {
        "Northern Ireland Public Services Ombudsman": office,
        "Director of Investigations": office,
        "Chief Fire Officer": "organisation/gwaun-and-teifi-fire-and-rescue-authority",
    }


def test_some_words_of_a_longer_name_in_their_order_mean_the_same_body():
    read = read_text(GROUPED)
    names = {one.label: one.names for one in read.entities if one.type in BODIES}
    assert "Fire Authority" in names["Gwaun and Teifi Fire and Rescue Authority"]
    assert "Fire Authority" not in names


def test_an_office_called_by_the_last_word_of_its_post_is_the_one_that_the_text_names():
    found = bodies(
        "Mrs Ada Lund", "The Prisons and Probation Ombudsman's Office wrote. Mrs Lund thanked the Ombudsman's Office."
    )
    assert found == {"Office of the Prisons and Probation Ombudsman"}


def test_a_title_before_a_name_in_the_opening_sentence_is_no_name():
    text = "Note\n\nThe Estuary Environment Commissioner, Dr Naomi Latimer, met Gareth Lisle, of the Tide Board.\n\nWork\n\nThey spoke.\n"
    read = read_text(text)
    assert {one.label for one in read.entities if one.type is EntityType.PERSON} == {"Dr Naomi Latimer", "Gareth Lisle"}


def test_where_somebody_comes_from_is_a_body_whatever_its_last_word():
    found = bodies(
        "Mrs Ada Lund (Code Assurance Scheme)",
        "Mrs Lund said that the Code Assurance Scheme (CAS) had grown. CAS will write.",
    )
    assert found == {"Code Assurance Scheme"}


def test_a_firm_is_called_by_its_proper_words_but_no_place_is():
    people = "Mrs Ada Lund (Keystone Student Living)"
    note = read_text(OPENING.format(people=people, text="Keystone will pay. The mill in Keystone is old."))
    (firm,) = [one for one in note.entities if one.label == "Keystone Student Living"]
    assert len(firm.mentions) == 2
    assert [promise.actors for promise in note.commitments] == [(firm.key,)]


def test_a_chief_inspector_belongs_to_the_inspectorate_and_not_to_a_place_that_it_inspects():
    text = "The Chief Inspector had been to the Harrow Fell Removal Centre. The Inspectorate of Removal Centres will write."
    note = read_text(OPENING.format(people="Mr Desmond Achebe, HM Chief Inspector of Removal Centres", text=text))
    (post,) = [one for one in note.entities if one.type is EntityType.POST]
    assert post.post_in == "organisation/inspectorate-of-removal-centres"


def test_a_fire_authority_speaks_of_its_own_service_as_the_service():
    note = "Moss Fire and Rescue Authority\n\nNotes – 4 May 2018\n\nMembers: Ada Lund, Ian Voss\nBy phone: Colm Reed (Tarn Audit Service)\n\nPumps\n\n{}\n"
    text = "Moss Fire and Rescue Service has six pumps. Tarn Audit Service asked for more. The Service will buy two in May."
    reading = read_text(note.format(text))
    assert reading.commitments[-1].actors == ("organisation/moss-fire-and-rescue-service",)


def test_where_somebody_comes_from_is_one_body_though_and_stands_in_it():
    found = bodies(
        "Mrs Ada Lund (Tarn Harbour and Ferry Training Board); Mr Colm Reed", "Mr Reed said that it was late."
    )
    assert found == {"Tarn Harbour and Ferry Training Board"}


def test_an_ombudsman_whom_the_list_gives_as_where_somebody_comes_from_is_a_body():
    note = (
        "Heat networks\n\n4 May 2018\n\nPresent:\nAda Lund | Heat Regulator for Wales | Chief Executive\n"
        "Colm Reed | Heat Complaints Ombudsman for Wales (HCOW) | Head of Casework\nKim Ash | Tarn Forum | Clerk\n\nFigures\n\n"
        "Mr Reed said that HCOW had 40 cases.\n"
    )
    reading = read_text(note)
    assert [one.representing for one in reading.participants] == [
        "organisation/heat-regulator-for-wales",
        "organisation/heat-complaints-ombudsman-for-wales",
        "organisation/tarn-forum",
    ]
    assert [one.speakers for one in reading.statements] == [("person/colm-reed",)]
    assert {one.key for one in reading.entities if "HCOW" in one.names} == {
        "organisation/heat-complaints-ombudsman-for-wales"
    }


def test_a_chief_executive_is_of_a_body_and_the_short_form_behind_is_the_body_s():
    note = (
        "Meeting with the Chief Executive of the National Register of Pilots\n\nAda Lund met Colm Reed, Chief Executive of the "
        "National Register of Pilots (the Register), on 4 May 2018.\n\nMr Reed told her that the Register had 40 pilots.\n"
    )
    reading = read_text(note)
    register = next(one for one in reading.entities if one.type in BODIES)
    assert (register.label, "Register" in register.names) == ("National Register of Pilots", True)
    assert [one.representing for one in reading.participants] == [None, register.key]


def test_letters_behind_a_title_make_what_it_is_the_head_of_a_body():
    note = (
        "Visit to the museum\n\n6 May 2021\n\nIn attendance: Rhian Prys, Head of Gallery Standards Wales (GSW); Ian Voss, Chair of the "
        "Tarn Trust.\n\nStore\n\nMr Voss confirmed that GSW would carry out a survey of the store in June.\n"
    )
    reading = read_text(note)
    assert [one.actors for one in reading.commitments] == [("organisation/gallery-standards-wales",)]


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("Tarn Custody Visiting Scheme", "Scheme"),
        ("Village Halls Lottery Fund", "Fund"),
        ("Register of Pilots Wales", "Register"),
    ],
)
def test_a_body_of_the_list_is_called_by_the_head_of_its_name(name, head):
    note = f"Note of a meeting\n\n4 May 2018\n\nPresent: Ada Lund, Clerk, Lune Trust; Colm Reed, Secretary, {name}\n\nWork\n\nThe {head} will survey the lamps in June.\n"
    reading = read_text(note)
    labels = {one.key: one.label for one in reading.entities}
    assert [[labels[key] for key in one.actors] for one in reading.commitments] == [[name]]


@pytest.mark.parametrize(
    ("name", "text"),
    [("Lloyd’s", "Lloyd’s said no."), ("Lloyd's", "Lloyd’s said no."), ("Lloyd's", "Lloyd's said no.")],
)
def test_a_name_of_one_word_with_an_apostrophe_is_found_where_it_is_written_so(name, text):
    names, tokens = Names[str](), tokenise(text)
    names.add(name, "insurer")
    assert [(end, one.meaning) for end, one in names.at(tokens, 0, len(tokens))] == [(1, "insurer")]


def test_a_short_form_that_begins_with_the_first_words_of_the_name():
    note = read_text(
        "Note of 3 May 2019\n\nAnn Bell met Tom Hurst of the North Fal Waters and Navigation Authority (North Fal WNA).\n\nMr Hurst said that"
        " North Fal WNA was short of boats.\n"
    )
    bodies = [one for one in note.entities if one.key.startswith("organisation/")]
    assert [(one.label, "North Fal WNA" in one.names) for one in bodies] == [
        ("North Fal Waters and Navigation Authority", True)
    ]


def test_the_council_is_the_one_whose_meeting_it_is_and_not_that_of_a_guest():
    note = read_text(
        "ADVISORY COUNCIL ON ROWING AND SAILING\n\nMinutes of the 9th meeting held on 4 May 2018\n\nMembers present\n\nAda Lund (Chair)\n"
        "Colm Reed, Tarnside Town Council\nIvo Penn, independent member\n\n1. Boats\n\n1.1 Mr Reed thanked those there. Mr Penn said that the "
        "boats of the Council had been sold.\n"
    )
    guest = next(one for one in note.entities if one.label == "Tarnside Town Council")
    assert len(guest.mentions) == 1


def test_a_known_ombudsman_is_named_with_the_office():
    found = bodies(
        "Mrs Ada Lund; Mr Colm Reed", "Mr Reed had written to the Public Services Ombudsman for Wales about the mill."
    )
    assert found == {"Office of the Public Services Ombudsman for Wales"}
    assert bodies("Mrs Ada Lund; Mr Colm Reed", "Mr Reed had written to the Private Housing Ombudsman.") == {
        "Private Housing Ombudsman"
    }


LISTED = (
    "Note of a meeting\n\n4 May 2018\n\nPresent:\n\nAda Lund – {home}\nColm Reed – Tarnside Trust\n\nWork\n\n{text}\n"
)


@pytest.mark.parametrize("home", ["Monitor", "Shelter", "Refuge"])
def test_a_common_word_is_a_body_where_the_list_gives_it_as_where_somebody_is_from(home):
    note = read_text(LISTED.format(home=home, text=f"Mr Reed said that {home} would not be doing that."))
    (promise,) = note.commitments
    assert promise.actors == tuple(one.representing for one in note.participants if one.agent == "person/ada-lund")
    assert bodies("Mrs Ada Lund; Mr Colm Reed", f"{home} is a common word.") == set()


def test_a_common_word_that_ends_a_title_is_no_body():
    note = read_text(LISTED.format(home="Advocate", text="Mr Reed thanked the Boaters' Advocate for her work."))
    assert "Advocate (charity)" not in {one.label for one in note.entities}


def test_an_order_is_no_part_of_the_name_of_a_body():
    found = bodies(PEOPLE, "Actions: Confirm Tarnside Water Board’s view of the plan.")
    assert "Tarnside Water Board" in found
