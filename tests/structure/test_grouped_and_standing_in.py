"""People below the body that they come from, for others, or for one item; the names are invented."""

from __future__ import annotations

import pytest

from kg.model import BODIES
from tests.notes import PUMPS, read_text


def test_blocks_of_names_below_their_bodies_need_no_label(paper):
    note = paper(
        "Otter Reserve Working Group\n\nNotes of meeting: Tarn, 30 August 2024\n\nNorthern Wetlands Council\nFergus Lyle, Warden (Convener)\n"
        "Ishbel Marr, Head of Policy\n\nTarn Anglers Federation\nCatriona Wood, President\nDonald Bell\n\nLoch Ranger Service\n"
        "Dr Anil Rao, Regional Manager, deputising for Ewan Ross" + PUMPS
    )
    assert note.people == [
        ("Fergus Lyle", "present"),
        ("Ishbel Marr", "present"),
        ("Catriona Wood", "present"),
        ("Donald Bell", "present"),
        ("Dr Anil Rao", "present"),
    ]
    assert note.parts("Fergus Lyle") == ("Warden", "Northern Wetlands Council", "chair")
    assert note.parts("Donald Bell") == (None, "Tarn Anglers Federation", None)
    assert note.parts("Dr Anil Rao") == ("Regional Manager", "Loch Ranger Service", None)


def test_a_heading_above_one_name_is_no_list(paper):
    note = paper(
        "Otter Reserve\n\n30 August 2024\n\nThe New Sluice\nFergus Lyle said that it had failed.\n\nMore was said."
    )
    assert note.people == []


@pytest.mark.parametrize(
    "label", ["Joined for agenda item 2:", "Attending for item 2 only:", "In attendance for items 2 to 4:"]
)
def test_a_label_tells_for_which_part_somebody_came(paper, label):
    note = paper(
        f"Otter Board\n\n3 May 2021\n\nPresent: Ruth Okoro (Chair)\n\n{label} Jane Tull, Tarn Mining Ltd" + PUMPS
    )
    assert note.people == [("Ruth Okoro", "present"), ("Jane Tull", "part")]
    assert note.parts("Jane Tull") == (None, "Tarn Mining Ltd", None)


@pytest.mark.parametrize(
    "standing",
    [
        "substituting for Councillor B Fell",
        "deputy for Councillor B Fell",
        "in place of Councillor B Fell",
        "stand-in for Cllr Fell",
    ],
)
def test_whom_somebody_stands_in_for_is_no_post(paper, standing):
    note = paper(
        f"Otter Council\n\n3 May 2021\n\nPresent: Councillors D Hall (Chair), I Rashid and E Stock ({standing})" + PUMPS
    )
    assert [name for name, _ in note.people] == ["D Hall", "I Rashid", "E Stock"]
    assert note.parts("E Stock") == (None, None, None)


def test_the_body_behind_a_label_on_its_line_is_that_of_the_names_behind_it(paper):
    note = paper(
        "Otter call\n\n9 March 2021\n\nOn call – OSI: Bea North (BN), Lowri Vane (LV). TWT: Tom Ash (TA)." + PUMPS
    )
    assert [name for name, _ in note.people] == ["Bea North", "Lowri Vane", "Tom Ash"]
    assert [note.parts(name)[1] for name, _ in note.people] == ["OSI", "OSI", "TWT"]


@pytest.mark.parametrize(
    "body", ["Charter Trustees of Malbury", "Fal Harbour Commissioners", "Tarn Navigation Conservators"]
)
def test_a_title_of_many_is_where_one_comes_from(paper, body):
    note = paper(
        f"Otter Panel\n\n3 May 2021\n\nPresent\nJanine Boateng, {body} (Chair)\nFarida Nawaz, Otter Council" + PUMPS
    )
    assert note.parts("Janine Boateng") == (None, body, "chair")


def bodies(text: str) -> set[str]:
    return {one.label for one in read_text(text).entities if one.type in BODIES}


def test_a_body_is_as_long_as_the_list_gives_it():
    found = bodies(
        "Otter Panel\n\n3 May 2021\n\nPresent\nAnn Roe, Queen's College Tarnmouth\nTom Hurst, HM Prison Ashby" + PUMPS
    )
    assert {"Queen's College Tarnmouth", "HM Prison Ashby"} <= found
    assert not {"Queen's College", "HM Prison"} & found


def test_a_body_that_somebody_comes_from_is_no_part_of_the_one_named_before_it():
    found = bodies(
        "Regulator of Crypts and Stonegrave Wales: liaison meeting\n\n3 May 2021\n\nPresent\nAnn Roe, Regulator of Crypts\n"
        "Tom Hurst, Stonegrave Wales\n\nVaults\n\nMs Roe said that the Board for Mourning and Estyn had written."
    )
    assert {"Stonegrave Wales", "Board for Mourning", "Estyn"} <= found
    assert not any(" and " in name for name in found)


def test_a_place_behind_the_name_of_a_union_is_no_body():
    found = bodies(
        "Record of a meeting between the Farming Commissioner and the Hill Graziers Union, Tarn Wells, 21 June 2018\n\n"
        "Present: Ann Roe, Farming Commissioner; Tom Hurst, Hill Graziers Union" + PUMPS
    )
    assert "Hill Graziers Union" in found
    assert "Tarn Wells" not in found


def test_who_is_met_or_gathered_in_a_story_was_there(paper):
    note = paper(
        "A note of the talk at the Mill House, Tarn, 3 May 2022\n\nThe wind was high, but by noon Lady Maud Fenn, who chairs the Tarn Valley Trust, had gathered "
        "about her hearth Mr Emrys Holt, Head Ranger; and Mr Jolyon Pell of the Paths Society.\n\nLady Maud spoke of the heather."
    )
    assert [name for name, _ in note.people] == ["Lady Maud Fenn", "Mr Emrys Holt", "Mr Jolyon Pell"]
    assert note.parts("Lady Maud Fenn") == (None, "Tarn Valley Trust", None)
    assert note.parts("Mr Emrys Holt") == ("Head Ranger", None, None)


def test_who_travels_to_confer_with_others_met_them(paper):
    note = paper(
        "A visit, 3 May 2022\n\nSir Anton Vale, Chief Warden, came down to Tarn to confer with Dr Lucinda Moss, Medical Officer of the Otter Board, and with "
        "Commander Elspeth Rudd of the Coast Patrol.\n\nSir Anton spoke of the heather."
    )
    assert [name for name, _ in note.people] == ["Sir Anton Vale", "Dr Lucinda Moss", "Commander Elspeth Rudd"]


def test_a_first_name_that_is_a_title_as_well_names_somebody(paper):
    note = paper(
        "Otter Board\n\n3 May 2021\n\nAttendance\n\nJane Tull – Otter Board\nDean Holt – Tarn Kitchens" + PUMPS
    )
    assert note.people == [("Jane Tull", "present"), ("Dean Holt", "present")]


def test_a_column_of_ticks_tells_how_somebody_attended(paper):
    note = paper(
        "Otter Forum\n\n4 June 2019\n\nName | Organisation | Present\nHelen Strand (Chair) | Otter Board | Y\nColin Baird | Quay Police | Y (by phone)\n"
        "Siobhan Lyle | Tarn Volunteers | N\nRose Tally | Fal Council | Yes, item 2 only" + PUMPS
    )
    assert note.people == [
        ("Helen Strand", "present"),
        ("Colin Baird", "remote"),
        ("Siobhan Lyle", "apologies"),
        ("Rose Tally", "part"),
    ]


def test_those_met_stand_under_a_label_of_their_own_and_titles_before_names(paper):
    note = paper(
        "Visit note - Fenby, 17 October 2023\n\nTeam: Jonah Abbot (Ombudsman), Meera Pillai (investigator)\n"
        "Met: Governor Hilary Stead; Craig Dunn, contract manager, Kestrel Ltd" + PUMPS
    )
    assert [name for name, _ in note.people] == ["Jonah Abbot", "Meera Pillai", "Hilary Stead", "Craig Dunn"]
    assert note.parts("Hilary Stead") == ("Governor", None, None)


def test_minutes_of_a_day_are_no_minute_taker(paper):
    note = paper(
        "Otter School\n\nMinutes - Spring Term 1, 25 January 2023, 6pm\n\nGovernors: Val Osgood (VO) Chair, Tom Lind (TL)"
        + PUMPS
    )
    assert [name for name, _ in note.people] == ["Val Osgood", "Tom Lind"]


def test_a_bishop_needs_no_style(paper):
    note = paper("Otter Board\n\n3 May 2021\n\nPresent:\nJane Tull (Chair)\nThe Rt Rev the Bishop of Marl" + PUMPS)
    assert note.parts("Jane Tull") == (None, None, "chair")
    assert [note.words(one.post) for one in note.outline.attendees if one.post] == ["Bishop of Marl"]


def test_words_in_capitals_about_the_place_are_no_body():
    found = bodies(
        "BURIAL LAW COMMISSION\n\nMINUTES OF A MEETING OF THE COMMISSION HELD IN COMMITTEE ROOM 2\nON MONDAY 9 MARCH 2015\n\nPRESENT: Ann Roe (Chair); Tom Hurst"
        + PUMPS
    )
    assert found == {"Burial Law Commission"}


@pytest.mark.parametrize("day", ["22.6.21", "22.6.21 (Teams)", "22.6.21 - Teams"])
def test_a_day_with_dots_is_no_number_and_ends_no_opening(day):
    reading = read_text(
        f"Mtg w/ Tarn Town Council & Otter Holders\n{day}\nOAS - Olu Adewale, Petra Lind (notes)\nTarn TC - Dave Strutt (Chief Officer), Cllr Mina Rowe\n"
        "Otter Holders Association - Dan Tandy (dep. for Karl Benz)\nApologies - Karl Benz\n\n> OA set out the rules."
    )
    labels = {entity.key: entity.label for entity in reading.entities}
    assert reading.meeting_date and reading.meeting_date.day.isoformat() == "2021-06-22"
    assert [(labels[one.agent], one.attendance.value) for one in reading.participants] == [
        ("Olu Adewale", "present"),
        ("Petra Lind", "present"),
        ("Dave Strutt", "present"),
        ("Cllr Mina Rowe", "present"),
        ("Dan Tandy", "present"),
        ("Karl Benz", "apologies"),
    ]


def test_two_parties_joined_in_a_title_in_capitals_are_two():
    found = bodies(
        "NOTE OF MEETING BETWEEN THE BUS OMBUDSMAN FOR SCOTLAND AND TARN RIDERS' FORUM\n\nHeld: 14 August 2019, Leith\n\nBus Ombudsman for Scotland: Harriet Lowe\n"
        "Tarn Riders' Forum: Jean Petrie, Callum Boyd\n\n1. HL said that it was wet."
    )
    assert "Tarn Riders' Forum" in found
    assert not any("Scotland and" in name for name in found)


def test_a_block_may_open_with_a_post_alone():
    reading = read_text(
        "Note of meeting with Tarn Ferries and the Quay Office, 3 May 2019\n\nQuay Inspectorate\nThe Chief Inspector of Quays (CIQ)\nMs Lorne, Head of Visits\n\n"
        "Tarn Ferries\nMr Abbott, Regional Director North West\nMrs Shah, Director Midlands" + PUMPS
    )
    labels = {entity.key: entity.label for entity in reading.entities}
    assert [(labels[one.agent], labels.get(one.representing or "")) for one in reading.participants] == [
        ("Chief Inspector of Quays", "Quay Inspectorate"),
        ("Ms Lorne", "Quay Inspectorate"),
        ("Mr Abbott", "Tarn Ferries"),
        ("Mrs Shah", "Tarn Ferries"),
    ]


def test_who_joins_and_who_takes_the_note_are_told_by_sentences_and_no_list():
    reading = read_text(
        "Record of a conversation between Dame Hilda Roe, Chair of the Quay Inspectorate, and Mr Ian Poole, Chief Executive of Tarn Ferries, held in Leith on 9 March 2022. "
        "Ms Mina Rowe, Director of Northern Wetlands Council, joined for the second half. Mr Tom Hurst, private secretary to the Chair, took the note.\n\n"
        "Dame Hilda said that two pumps had failed.\n\nIt was agreed that all three should meet again in May."
    )
    roles = {entity.label: entity.key for entity in reading.entities}
    found = {one.agent: (one.attendance.value, one.role) for one in reading.participants}
    assert found[roles["Ms Mina Rowe"]] == ("part", None)
    assert found[roles["Mr Tom Hurst"]] == ("in-attendance", "minute-taker")
    assert set(reading.commitments[-1].actors) == set(found) - {roles["Mr Tom Hurst"]}
