"""Heads of lists, columns and remarks, by which an entry is somebody with a post, a body and a part in the meeting; all invented."""

from __future__ import annotations

import pytest

from tests.notes import PUMPS, read_text


@pytest.mark.parametrize("label", ["Here", "In", "The company", "Those present"])
def test_common_words_before_a_colon_head_a_list(paper, label):
    note = paper(
        f"Fal Pilots Forum\nNotes, 4 May 2021\n\n{label}: Anna Bellamy (chair), Stuart Penn (Fal Pilots)" + PUMPS
    )
    assert note.people == [("Anna Bellamy", "present"), ("Stuart Penn", "present")]
    assert note.parts("Anna Bellamy") == (None, None, "chair")


@pytest.mark.parametrize("label", ["Sorry not to be here", "Sorry not to be with us", "Sorry not there"])
def test_those_who_are_sorry_not_to_be_there_sent_apologies(paper, label):
    note = paper(
        f"Fal Pilots Forum\nNotes, 4 May 2021\n\nPresent: Anna Bellamy, Ines Roy\n{label}: Insp Dacre (Fal Police)"
        + PUMPS
    )
    assert note.people[-1] == ("Insp Dacre", "apologies")
    assert note.parts("Insp Dacre") == (None, "Fal Police", None)


def test_a_column_of_posts_and_bodies_is_told_by_its_words(paper):
    note = paper(
        "Fal Pilots Forum\n4 May 2021\n\nAttending | For\nAnna Bellamy | Chief Officer\nStuart Penn | Fal Fishermen's Guild\n"
        "Ines Roy | Housing Ombudsman\nTom Hurst | Primary heads" + PUMPS
    )
    assert note.parts("Anna Bellamy") == ("Chief Officer", None, None)
    assert note.parts("Stuart Penn") == (None, "Fal Fishermen's Guild", None)
    assert note.parts("Ines Roy") == (None, "Housing Ombudsman", None)
    assert note.parts("Tom Hurst") == (None, "Primary heads", None)


def test_a_body_in_the_column_of_posts_is_where_somebody_comes_from(paper):
    note = paper(
        "Fal Pilots Forum\n4 May 2021\n\nName | Capacity | Attendance\nAnna Bellamy | Chairman | Present\n"
        "Stuart Penn | Lower Fal Council | Present" + PUMPS
    )
    assert note.parts("Stuart Penn") == (None, "Lower Fal Council", None)


def test_posts_and_bodies_stand_before_a_short_form_a_dash_and_the_name(paper):
    note = paper(
        "Fal liaison\n4 May 2021\n\nAttendance\nTrawling Oversight Commissioner (TOC) - Anna Bellamy\n"
        "Fal Valley Police (FVP) - Ch Supt Stuart Penn\nNets Standards Office (NSO): Ines Roy" + PUMPS
    )
    assert note.parts("Anna Bellamy") == ("Trawling Oversight Commissioner", None, None)
    assert note.parts("Ch Supt Stuart Penn") == (None, "Fal Valley Police", None)
    assert note.parts("Ines Roy") == (None, "Nets Standards Office", None)


@pytest.mark.parametrize(
    "remark",
    [
        "(minute 12 only)",
        "(minutes 3 and 4)",
        ", for section B",
        "(off-shore)",
        ", kept at home by a cold",
        ", detained by the snow",
        "(sent her apologies)",
    ],
)
def test_a_remark_on_somebody_is_no_post(paper, remark):
    note = paper(f"Fal Pilots Forum\n4 May 2021\n\nPresent:\nAnna Bellamy (Fal Pilots)\nInes Roy {remark}" + PUMPS)
    assert note.parts("Ines Roy")[:2] == (None, None)


def test_a_short_form_in_quotation_marks_is_no_post(paper):
    note = paper('Fal Pilots Forum\n4 May 2021\n\nPresent:\nMr Tom Hurst (Marine Works Wales, "MWW")\nInes Roy' + PUMPS)
    assert note.parts("Mr Tom Hurst") == (None, "Marine Works Wales", None)


@pytest.mark.parametrize(
    ("entry", "post", "body"),
    [
        ("Ines Roy (Director, Ferry Safety)", "Director, Ferry Safety", None),
        ("Ines Roy, Deputy Director, Piers and Access", "Deputy Director, Piers and Access", None),
        (
            "Ines Roy, Chief Inspector (Adult Services), Nets Inspectorate",
            "Chief Inspector (Adult Services)",
            "Nets Inspectorate",
        ),
        ("Ines Roy, Director, Candlewick", "Director", "Candlewick"),
        ("Ines Roy, Director, Kelvin Housing", "Director", "Kelvin Housing"),
        ("Ines Roy, from the office of the Chief Inspector", None, "office of the Chief Inspector"),
    ],
)
def test_what_somebody_directs_belongs_to_the_post_and_an_office_is_a_body(paper, entry, post, body):
    note = paper(f"Fal Pilots Forum\n4 May 2021\n\nPresent:\n{entry}\nTom Hurst (Fal Pilots)" + PUMPS)
    assert note.parts("Ines Roy")[:2] == (post, body)


def test_posts_without_names_stand_with_the_body_named_like_a_post(paper):
    note = paper(
        "Call, 4 May 2021\n\nOn line: Regional Surveyor, Tall Masts Regulator (RS); Fire Safety Manager, Fal Fire and Rescue Service"
        + PUMPS
    )
    assert [(note.words(one.post), note.words(one.organisation)) for one in note.outline.attendees] == [
        ("Regional Surveyor", "Tall Masts Regulator"),
        ("Fire Safety Manager", "Fal Fire and Rescue Service"),
    ]


def test_a_surname_that_is_a_post_behind_an_initial_is_a_name(paper):
    note = paper(
        "Fal Pilots Forum\n4 May 2021\n\nPresent: Ines Roy (IR), Fal Pilots\nApols: B. Prior (BP), Fal Anglers" + PUMPS
    )
    assert note.people[-1] == ("B. Prior", "apologies")


def test_a_post_among_people_between_slashes_parts_them_as_well(paper):
    note = paper(
        "Fal Pilots Forum\n4 May 2021\n\nPresent: Ines Roy, Fal Pilots / Tom Hurst, Ferry Users / Clerk" + PUMPS
    )
    assert ("Tom Hurst", "present") in note.people


def test_a_task_behind_a_label_is_no_member_of_a_group(paper):
    note = paper(
        "Fal Pilots Forum\n4 May 2021\n\nWho came: Ines Roy, Tom Hurst\n\nLAST NOTES\n- Outstanding: Insp Dacre to supply rota – not done.\n"
    )
    assert note.people == [("Ines Roy", "present"), ("Tom Hurst", "present")]


VISIT = "Visit to Kerrow Prison: a note\n\nDate of visit: 4 May 2021\n\n{}\n\nLaundry\n\nThe Governor explained that two dryers had failed.\n"


def test_a_visit_names_the_visitor_and_the_hosts_by_post_and_name_but_not_the_place(paper):
    note = paper(
        VISIT.format(
            "The Older Lodgers' Commissioner Wales, Ines Roy, visited Kerrow Prison on 4 May 2021. She was met by the Governor, Osric Tarn, and by"
            " Dr Anna Bellamy of Fal Health Board. Inspector Tom Hurst of Fal Police joined the party for an hour."
        )
    )
    assert [name for name, _ in note.people] == ["Ines Roy", "Osric Tarn", "Dr Anna Bellamy", "Inspector Tom Hurst"]
    assert note.parts("Osric Tarn") == ("Governor", None, None)


def test_a_body_behind_a_post_of_a_list_is_no_person(paper):
    note = paper("Fal Pilots Forum\n4 May 2021\n\nPresent:\n- The Director, Fal Pilots\n- Tom Hurst" + PUMPS)
    assert [name for name, _ in note.people if name] == ["Tom Hurst"]


@pytest.mark.parametrize("told", ["replied", "confirmed", "explained"])
def test_who_says_that_something_was_expected_did_not_stay_away(paper, told):
    note = paper(
        VISIT.format("Ms Ines Roy met Mr Osric Tarn.").replace(
            "The Governor explained", f"Mr Tarn {told} that an answer was expected by June and"
        )
    )
    assert [how for _, how in note.people] == ["present", "present"]


def test_who_writes_the_minutes_stands_behind_those_who_came(paper):
    note = paper(
        "Minutes of the Fal Pilots Forum\n\nHeld on 4 May 2021\n\nInes Roy took the chair. Also present was Kit Dare. Tom Hurst, the Pilot Master, attended, with Anna Bellamy"
        " keeping the minutes." + PUMPS
    )
    assert [name for name, _ in note.people] == ["Ines Roy", "Kit Dare", "Tom Hurst", "Anna Bellamy"]
    assert note.parts("Anna Bellamy")[2] == "minute-taker"


@pytest.mark.parametrize(
    ("label", "body", "how"),
    [
        ("THE HARBOUR AUTHORITY OF NORTH FAL IN ATTENDANCE:", "HARBOUR AUTHORITY OF NORTH FAL", "in-attendance"),
        ("Fal Ferries Agency officers present:", "Fal Ferries Agency", "present"),
        ("OTHERS PRESENT:", None, "in-attendance"),
        ("Works Committee members present:", None, "present"),
    ],
)
def test_a_body_in_front_of_a_label_is_that_of_those_below(paper, label, body, how):
    note = paper(f"FAL WORKS COMMITTEE\n\n4 May 2021\n\nPRESENT:\nInes Roy (Chair)\n\n{label}\nTom Hurst\n" + PUMPS)
    assert note.people == [("Ines Roy", "present"), ("Tom Hurst", how)]
    assert (note.parts("Tom Hurst")[1] or "").removeprefix("THE ") == (body or "")


def test_by_whom_a_body_was_represented_comes_from_it(paper):
    note = paper(
        "Fal Pilots, 4 May 2021\n\nInes Roy took the chair. The Quay Management Organisation (QMO) was represented by Tom Hurst, Head of Locks, and by"
        " Ms Anna Bellamy." + PUMPS
    )
    assert note.parts("Tom Hurst") == ("Head of Locks", "Quay Management Organisation", None)
    assert note.parts("Ms Anna Bellamy")[1] == "Quay Management Organisation"


def test_letters_behind_a_post_between_semicolons_are_its_body(paper):
    note = paper(
        "Fal Pilots, 4 May 2021\n\nPresent: the Chief Surveyor, QMO; the Clerk; Secretary to the Board." + PUMPS
    )
    assert note.parts("Chief Surveyor") == ("Chief Surveyor", "QMO", None)
    assert len(note.people) == 3


@pytest.mark.parametrize(
    ("entry", "parts"),
    [
        ("Chief Executive: Ann Roe", ("Chief Executive", None, None)),
        ("Deputy Chief Executive – Ann Roe", ("Deputy Chief Executive", None, None)),
        ("Chief Inspector (Kelp Inspectorate): Ann Roe", ("Chief Inspector", "Kelp Inspectorate", None)),
    ],
)
def test_one_behind_the_title_of_a_post_holds_it(paper, entry, parts):
    note = paper(
        f"Meeting of the Kelp Forum\n\n4 June 2019\n\nPresent:\n{entry}\nTom Hurst, Director, Port Office{PUMPS}"
    )
    assert note.parts("Ann Roe") == parts


def test_who_is_of_a_unit_comes_for_the_body_that_the_line_names(paper):
    note = paper(
        "Fal Pilots Forum and Harbour Department: meeting\n4 May 2021\n\nWho was there\n"
        "Fal Pilots Forum: Anna Bellamy (Chair)\nHarbour Department: Ines Roy (Director) and Stuart Penn (Lights Unit)"
        + PUMPS
    )
    assert note.parts("Ines Roy") == ("Director", "Harbour Department", None)
    assert note.parts("Stuart Penn") == (None, "Harbour Department", None)


def test_a_unit_is_a_body_though_its_people_come_for_the_whole():
    reading = read_text(
        "Fal Pilots Forum and Harbour Department: meeting\n4 May 2021\n\nWho was there\n"
        "Fal Pilots Forum: Anna Bellamy (Chair)\nHarbour Department: Ines Roy (Director) and Stuart Penn (Lights Unit)\n\n"
        "Lamps\n\nAnna thanked the Lights Unit.\n"
    )
    labels = {entity.key: entity.label for entity in reading.entities}
    assert "Lights Unit" in labels.values()
    assert [labels[one.representing] for one in reading.participants if one.representing][-1] == "Harbour Department"
