"""Lists of people that no label heads, odd labels, and names that are none; all invented."""

from __future__ import annotations

import pytest

from kg.structure.people import read_name
from tests.notes import PUMPS

NUMBERED = "\n\n1  Pumps\n\nAB said that two pumps had failed. CD doubted it.\n"


def test_initials_before_names_make_a_list(paper):
    note = paper(
        "Hartley Ambulance Trust\nInfection Group\n12.03.19, Ash House\n\nAB   Anna Bellamy, Medical Director (Chair)\n"
        "CD   Colin Dacre, Matron\nEF   Ewa Foks, Marrow Care Group\nSent regrets: Tom Hurst, Carers Voice Marrow"
        + NUMBERED
    )
    assert note.people == [
        ("Anna Bellamy", "present"),
        ("Colin Dacre", "present"),
        ("Ewa Foks", "present"),
        ("Tom Hurst", "apologies"),
    ]
    assert note.entry("Colin Dacre").initials == "CD"
    assert note.parts("Anna Bellamy") == ("Medical Director", None, "chair")
    assert note.parts("Tom Hurst") == (None, "Carers Voice Marrow", None)
    assert note.headings == ["Pumps"]


@pytest.mark.parametrize(
    "people",
    [
        "Maria Duarte, Harbour Regulator\nStuart Penn, Chief Executive, Fal Pilots\nInes Roy (Fal Pilots)",
        "Maria Duarte (Chair)\nStuart Penn (Fal Pilots)\nInes Roy (notes)",
        "MD = Maria Duarte, Harbour Office\nSP = Stuart Penn, Fal Pilots\nIR = Ines Roy, Fal Pilots",
    ],
)
def test_full_names_with_what_they_are_make_a_list(paper, people):
    note = paper(f"Note of a call on 3 May 2022\n\n{people}" + PUMPS)
    assert note.people == [("Maria Duarte", "present"), ("Stuart Penn", "present"), ("Ines Roy", "present")]
    assert note.headings == ["Pumps"]


def test_two_headings_are_no_list(paper):
    note = paper(
        "Rail Panel, 3 May 2022\n\nPresent: Ann Bell; Tom Reed\n\nFares, North\n\nThe Chair said that fares had risen.\n\n"
        "Stations (Marlow)\n\nThe Chair said that two had shut."
    )
    assert note.people == [("Ann Bell", "present"), ("Tom Reed", "present")]
    assert note.headings == ["Fares, North", "Stations (Marlow)"]


def test_on_the_line_and_not_on_the_line(paper):
    note = paper(
        "CALL RE ORME – MON 4 MARCH 2024\n\nOn line:\nD Reece – Pier Authority\nL Amos – Orme Ferries\n"
        "Not on line: B Monk – Coast Watch (apologies)\n\n** LICENCE **\nReece: licence complete. Amos asked for a date."
    )
    assert note.people == [("D Reece", "present"), ("L Amos", "present"), ("B Monk", "apologies")]
    assert note.headings == ["LICENCE"]


def test_a_jotted_absence_ends_the_list(paper):
    note = paper(
        "Call 14.05.21\n\nOn call: Ruth Moss (ICO), Pat Ames (Fen Board). No Della Shore (Mint) – apols." + PUMPS
    )
    assert note.people == [("Ruth Moss", "present"), ("Pat Ames", "present"), ("Della Shore", "apologies")]
    assert note.parts("Della Shore") == (None, "Mint", None)


def test_two_sides_of_a_table(paper):
    note = paper(
        "Minutes, 4 June 2019\n\nSeated round the table were Captain Noel Wray, Harbour Master, and Mrs Ada Denny; and, upon the other side, "
        "Dr Imran Khan, the Marine Regulator, with Miss Lottie Bell of his office. Regrets were received from Sir Rodney Vale, Chairman of "
        "the Trustees, whose gout had returned." + PUMPS
    )
    assert note.people == [
        ("Captain Noel Wray", "present"),
        ("Mrs Ada Denny", "present"),
        ("Dr Imran Khan", "present"),
        ("Miss Lottie Bell", "present"),
        ("Sir Rodney Vale", "apologies"),
    ]
    assert note.parts("Miss Lottie Bell") == (None, None, None)


def test_a_body_above_somebody_of_another_is_one_of_the_list(paper):
    note = paper("Forum\n\n3 May 2021\n\nPresent: Jo Orr\n\nApologies:\n- Row England\n- CFOA: Dawn Petts" + PUMPS)
    found = [(note.words(one.name), note.words(one.organisation)) for one in note.outline.attendees]
    assert found == [("Jo Orr", None), (None, "Row England"), ("Dawn Petts", "CFOA")]


def test_a_dash_behind_a_number_parts_it_from_its_heading(paper):
    note = paper(
        "Estate Group\n3 October 2016\n\nThere: Ann Bell (chair), Tom Reed (Rights Unit)\nNot there: Jo Orr\n\n1 - Last notes\n- Agreed.\n\n"
        "2 – Moor\n- TR to supply a plan.\n\n3 - Dates\n- Next: 12 December."
    )
    assert note.people == [("Ann Bell", "present"), ("Tom Reed", "present"), ("Jo Orr", "apologies")]
    assert note.headings == ["Last notes", "Moor", "Dates"]


def test_the_day_when_it_was_held_goes_before_the_day_of_earlier_minutes(paper):
    note = paper(
        "MINUTES OF THE SIXTH MEETING OF THE FORUM\n\nheld at Neuadd y Sir, Caerau, on 14 January 2026, commencing at 10.00am\n\n"
        "Present\nSioned Puw\n\nITEM 1 – Minutes of 19 November 2025\n\n1.1 The minutes were adopted."
    )
    assert note.day == "2026-01-14"


@pytest.mark.parametrize(
    "name", ["Mr West", "Ms Church", "Dr Court", "Miss Borough", "Cllr Church", "Ms Zephany Ireland", "Gareth England"]
)
def test_a_title_or_first_name_makes_a_name_of_any_word(name):
    assert read_name(name).end == len(name)


@pytest.mark.parametrize("words", ["Road Haulage Scotland", "Patient Voice Fen", "Coast Watch", "Lord Advocate"])
def test_words_that_begin_or_end_the_names_of_bodies_make_none(words):
    assert read_name(words).end == 0


def test_where_somebody_comes_from_is_no_second_person_because_of_when_she_came(paper):
    note = paper(
        "Ferry Council\n\n3 May 2021\n\nPRESENT:\nMs Lesley Tate, Director of Operations, Cairn Ferries (for items 4 and 5)\nMr Iqbal Nasir\n\n"
        "APOLOGIES: Alan Birk (AB), Solway Lines – apologies" + PUMPS
    )
    assert note.people == [("Ms Lesley Tate", "part"), ("Mr Iqbal Nasir", "present"), ("Alan Birk", "apologies")]
    assert note.parts("Ms Lesley Tate") == ("Director of Operations", "Cairn Ferries", None)
    assert note.parts("Alan Birk") == (None, "Solway Lines", None)


def test_a_name_that_and_does_not_part(paper):
    note = paper(
        "Note\n\n3 May 2021\n\nPresent: Priya Nayar, Chief Executive of the Office of the Police and Crime Commissioner; Jo Orr"
        + PUMPS
    )
    assert [name for name, _ in note.people] == ["Priya Nayar", "Jo Orr"]


def test_officers_without_names_at_the_end_of_a_list(paper):
    note = paper(
        "Harbour Trust\n4 March 2014\n\nPresent: Mrs J. Pask (Chairman), Cllr B. Lugg (Town Council). Also the Harbour Master and the Clerk."
        + PUMPS
    )
    found = [note.words(one.name or one.post) for one in note.outline.attendees]
    assert found == ["Mrs J. Pask", "Cllr B. Lugg", "Harbour Master", "Clerk"]


def test_a_role_before_a_name_on_a_line_of_its_own(paper):
    note = paper(
        "Panel\n3 October 2023\n\nMembers: Dai Mere, CAA (Chair) (DM) / Kirsty Polk, CAA (KP)\nSecretary: Olu Tokun, CAA (OT)"
        + PUMPS
    )
    assert [name for name, _ in note.people] == ["Dai Mere", "Kirsty Polk", "Olu Tokun"]
    assert note.parts("Olu Tokun") == (None, "CAA", "secretary")


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        (
            (
                "There sat down together Sir Aubrey Fenn, Chairman of the Visitors’ Trust, with his Secretary, Mrs Constance Hill, and, from the Charity "
                "Office, Mr Julian Rourke, Director of Compliance. Dr Una Pym of the Northern Almonry sent her regrets."
            ),
            [
                ("Sir Aubrey Fenn", "present"),
                ("Mrs Constance Hill", "present"),
                ("Mr Julian Rourke", "present"),
                ("Dr Una Pym", "apologies"),
            ],
        ),
        (
            (
                "In the chair sat our President, Dame Rosalind Kean, and at her side the Guild’s Secretary, Mr Edmund Fox. For the Woodland Council came "
                "its Director, Dr Nuala Burns. Lord Ancrum, whom gout had confined to his library, sent apologies."
            ),
            [
                ("Dame Rosalind Kean", "present"),
                ("Mr Edmund Fox", "present"),
                ("Dr Nuala Burns", "present"),
                ("Lord Ancrum", "apologies"),
            ],
        ),
        (
            (
                "On a morning of rain the Chairman of the Quay Commissioners, Sir Jocelyn Tree, had the pleasure of receiving Mrs Isolde Carr, Chief "
                "Inspector of the Sea Inspectorate. Commander Silas Vance of the Coastal Board, detained by the gale, begged to be excused. Colonel Bart "
                "Finn of the Castles Trust was laid low by a fever and sent his regrets."
            ),
            [
                ("Sir Jocelyn Tree", "present"),
                ("Mrs Isolde Carr", "present"),
                ("Commander Silas Vance", "apologies"),
                ("Colonel Bart Finn", "apologies"),
            ],
        ),
        (
            "Around the table sat Lady Philippa Crew, who presided; Dr Edwin Stark of the Museums Board; and your Scribe, Miss Agnes Plume.",
            [("Lady Philippa Crew", "present"), ("Dr Edwin Stark", "present"), ("Miss Agnes Plume", "present")],
        ),
    ],
)
def test_sentences_in_full_dress(paper, sentence, people):
    assert paper(f"A Record of the Gathering\n\n2 October 2018\n\n{sentence}" + PUMPS).people == people


def test_the_first_of_those_named_is_in_the_chair(paper):
    note = paper(
        "A Record\n\n2 October 2018\n\nIn the chair sat Dame Rosalind Kean, and at her side the Guild’s Secretary, Mr Edmund Fox."
        + PUMPS
    )
    assert [one.role for one in note.outline.attendees] == ["chair", None]
    assert note.parts("Mr Edmund Fox") == ("Guild’s Secretary", None, None)


def test_two_sides_called_us_and_them(paper):
    note = paper(
        "Call with Harbour Watch 3/5/22\n\nUs: Ruth Moss, Pat Ames\nThem: Kit Larn, Ann Tan (Harbour Watch)" + PUMPS
    )
    assert [name for name, _ in note.people] == ["Ruth Moss", "Pat Ames", "Kit Larn", "Ann Tan"]
    assert note.parts("Ruth Moss") == (None, None, None)


def test_management_and_unions_are_no_bodies(paper):
    note = paper("Forum, 4 June 2019\n\nManagement: L. Hart (HR Director), M. Ives\nUnions: N. Jay (Unison)" + PUMPS)
    assert note.parts("L. Hart") == ("HR Director", None, None)
    assert note.parts("M. Ives") == (None, None, None)
    assert note.parts("N. Jay") == (None, "Unison", None)


def test_people_without_a_name_are_nobody(paper):
    note = paper(
        "Visit to Stane, 4 June 2019\n\nThe Chief Inspector, accompanied by two inspectors, was met by the Governor, Ms Ada Hull, and her deputy. "
        "Also at the meeting were Dr Ian Moss and Tim Cole from the Monitoring Board." + PUMPS
    )
    found = [(note.words(one.name), note.words(one.post)) for one in note.outline.attendees]
    assert found == [(None, "Chief Inspector"), ("Ms Ada Hull", "Governor"), ("Dr Ian Moss", None), ("Tim Cole", None)]


def test_those_on_a_screen_and_the_place_below_a_list(paper):
    note = paper(
        "Panel, 5 May 2021\n\nIn the room - Ali Khan, Beth Lind\nOn Teams - Dee North\nAt Oban, 5 May 2021." + PUMPS
    )
    assert note.people == [("Ali Khan", "present"), ("Beth Lind", "present"), ("Dee North", "remote")]


def test_people_who_could_not_come(paper):
    note = paper(
        "Round Table\n4 June 2019\n\nPeople there: Amina Shah (Rights Commission), Eve Park. M Noon (League) couldn't make it."
        + PUMPS
    )
    assert note.people == [("Amina Shah", "present"), ("Eve Park", "present"), ("M Noon", "apologies")]
    other = paper(
        "Round Table\n4 June 2019\n\nThere: Eve Park\nPeople who couldn't come: Fay Quinn of Deaf Action" + PUMPS
    )
    assert other.people == [("Eve Park", "present"), ("Fay Quinn", "apologies")]


def test_members_of_the_public_are_nobody(paper):
    note = paper("Hearing\n4 June 2019\n\nThose attending: the Senior Examiner and two members of the public" + PUMPS)
    assert [note.words(one.name or one.post) for one in note.outline.attendees] == ["Senior Examiner"]


def test_initials_make_a_name_sure(paper):
    note = paper(
        "Care Watch / Orme Council - 4 June 2019\n\nCare Watch - Lena Fox (LF), Mo Gill (MG)\nOrme Council - Ned Hart (NH)"
        + PUMPS
    )
    assert [name for name, _ in note.people] == ["Lena Fox", "Mo Gill", "Ned Hart"]
    assert note.parts("Mo Gill") == (None, "Care Watch", None)


def test_apologies_received_in_advance(paper):
    note = paper(
        "Catch-up\n4 June 2019\n\nPresent: Dr Ruth Moss\n\nApologies had been received in advance from Vi Lowe, the Trust's chair."
        + PUMPS
    )
    assert note.people == [("Dr Ruth Moss", "present"), ("Vi Lowe", "apologies")]
