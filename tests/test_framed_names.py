"""Bodies that nothing in their names gives away, told by what a note says of them."""

from __future__ import annotations

import pytest

from kg.model import EntityType
from tests.notes import TWO_PARTIES, read_note, read_text

BODIES = {EntityType.ORGANISATION, EntityType.INSPECTORATE}
ALWAYS = {one.label for one in read_note("They spoke.").entities if one.type in BODIES}


def bodies(sentences: str) -> set[str]:
    """The labels of the bodies that the sentences add to the note."""
    return {one.label for one in read_note(sentences).entities if one.type in BODIES} - ALWAYS


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The Registrar said that the lamp at Quoyness was run by Orrin Beacons.", "Orrin Beacons"),
        ("The Registrar said that a firm called Orrin Beacons had built it.", "Orrin Beacons"),
        ("The Commissioner had met the chief executive of Orrin Beacons.", "Orrin Beacons"),
        ("The Commissioner had heard from Orrin Beacons’ customers.", "Orrin Beacons"),
        ("The Registrar described Orrin Beacons, which supplies the oil.", "Orrin Beacons"),
        ("The Registrar described Orrin Beacons, our contractor.", "Orrin Beacons"),
        ("The Registrar said that Fenna Glass was a subsidiary of Orrin Beacons.", "Orrin Beacons"),
        (
            "The Registrar said that Orrin Beacons (the Coastal Safety Board's commercial subsidiary) would try it.",
            "Orrin Beacons",
        ),
        (
            "The Registrar said that Orrin Beacons (a subsidiary of the Coastal Safety Board) would try it.",
            "Orrin Beacons",
        ),
        ("The Registrar said that Lodger Voice Scotland had been asked.", "Lodger Voice Scotland"),
        ("The Registrar said that Cairn Housing had promised to answer.", "Cairn Housing"),
        ("The Commissioner thanked the Coastal Safety Board and Cairn Housing.", "Cairn Housing"),
        ("The Commissioner had been to HMP Stane.", "HMP Stane"),
        ("The Commissioner wrote to the Lodgers’ Fund, which had not replied.", "Lodgers' Fund"),
        ("The Commissioner asked the operator, Sound & Orrin Lines, for a timetable.", "Sound & Orrin Lines"),
        ("The Registrar spoke of Tarn Beck, a care home at Quoyness.", "Tarn Beck"),
        ("The Registrar said that Skerry House is one of the Fund's own homes.", "Skerry House"),
        ("The Registrar said that Skerry House was full. It is a home for old keepers.", "Skerry House"),
        ("The Coastal Safety Board inspected Skerry House in May.", "Skerry House"),
        ("The neighbouring home, Fernbrae, had closed.", "Fernbrae"),
        ("A think tank (Lamp Forward) had asked for it.", "Lamp Forward"),
        ("The firm Voe Amis had audited it.", "Voe Amis"),
        ("Keeper Relief belongs to the charity Safer Quays, which has helped since May.", "Safer Quays"),
        ("Glen Orrin HA had asked to join.", "Glen Orrin HA"),
        ("She had asked Barnardo’s to come.", "Barnardo's"),
        ("Safer Quays and Orrin Constabulary run it. Orrin Constabulary was thanked.", "Safer Quays"),
        ("Safer Quays and Orrin Constabulary run it. Orrin Constabulary was thanked.", "Orrin Constabulary"),
        ("The Orrin Sound Trust was glad. Orrin Laboratories was not.", "Orrin Laboratories"),
        ("A gift of £500 from the Voe Mission was noted.", "Voe Mission"),
        ("Clearlamp, the firm that trims the wicks, had called.", "Clearlamp"),
        ("A second subsidiary, Orrin Repairs, was wound up.", "Orrin Repairs"),
        ("Ysgol y Foel had written about the lamps.", "Ysgol y Foel"),
        ("The agreement with Orrin Training will be renewed.", "Orrin Training"),
        ("The Voe Community Fund had paid.", "Voe Community Fund"),
        ("Fern Living is regulated by the Coastal Safety Board.", "Fern Living"),
        ("Bryn Foel is shut. Bryn Foel Hospital had forty beds.", "Bryn Foel Hospital"),
        ("Moor and Vale Constabulary came. The Vale had no other.", "Moor and Vale Constabulary"),
    ],
)
def test_a_body_is_told_by_its_surroundings(sentence, name):
    assert name in bodies(sentence)


def test_every_other_place_of_the_name_is_the_body_s_as_well():
    text = "A firm called Orrin Beacons makes the lamps. The Registrar asked whether Orrin Beacons was sound."
    note = read_note(text)
    (firm,) = [one for one in note.entities if one.label == "Orrin Beacons"]
    full = TWO_PARTIES.format(text)
    assert [full[place.start : place.end] for place in firm.mentions] == ["Orrin Beacons"] * 2


def test_signs_in_two_places_count_together():
    assert bodies("The Registrar spoke of Cairn Living. The Commissioner said that Cairn Living has refused.") == {
        "Cairn Living"
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "The Registrar spoke of Northern Ireland and of Mid Wales.",
        "The Registrar spoke of Adult Social Care.",
        "The Registrar said that Sunken Rock, which was carried away, had been a danger.",
        "The Registrar described the Brighter Lamps Programme, which runs until May.",
        "The Registrar had a letter from Amadi Wrenfold, who will visit.",
        "The Registrar had been to Larkmoor Quay Road on Easter Monday.",
        "They met at Skerry House, the offices of many firms.",
        "Tor View, a home owner, had written.",
        "The school Christmas Fair was a success.",
        "At the college, Leeds, they spoke of lamps.",
        "Leeds, the company headquarters, was far away.",
        "A grant to Adult Social Care was cut.",
        "Ann Pell (Independent Member) was there.",
        "They met at 1 Victoria Street and not in Charlotte House.",
    ],
)
def test_places_persons_programmes_and_fields_of_work_are_no_bodies(sentence):
    assert bodies(sentence) == set()


def test_a_body_that_a_list_of_apologies_names_between_persons_is_no_person():
    frame = "HARBOUR NOTES\n\nMeeting of 3 May 2019\n\nPresent: Ingrid Moss (Chair)\nApologies: Peter Sallow, Radio Orrin\n\n1. Lamps\n\n{}\n"
    note = read_note("Radio Orrin has been awarded £9,000.", frame)
    assert [one.type for one in note.entities if one.label == "Radio Orrin"] == [EntityType.ORGANISATION]


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("The Registrar had been to the Parole Board of New Zealand.", "Parole Board of New Zealand"),
        ("The Registrar wrote to the Prison Service of the Isle of Farrow.", "Prison Service of the Isle of Farrow"),
        ("The Registrar wrote to the Parole Board of England and Wales.", "Parole Board for England and Wales"),
        ("The Registrar spoke of the Care Quality Commission of May 2019.", "Care Quality Commission"),
        ("The Registrar spoke of the Home Office of Mr Hill.", "Home Office"),
    ],
)
def test_a_body_of_another_land_is_another_body(sentence, body):
    assert bodies(sentence) == {body}


def test_a_street_named_after_a_first_name_is_no_person():
    note = read_note("The Registrar had an office at 1 Victoria Street.")
    assert [one.label for one in note.entities if one.type is EntityType.PERSON and "Street" in one.label] == []


def test_subjects_of_a_department_end_with_its_line():
    text = (
        "LAMP BOARD\n\nMinutes of the meeting held on 3 May 2019\n\nPresent:\nAnn Bell, Department of Boats, Lamps and Weirs\n"
        "Paul Stone, Lamp Trust\n\nLamps\n\nAnn Bell asked for lamps.\n"
    )
    labels = {one.label for one in read_text(text).entities if one.type in BODIES}
    assert "Department of Boats, Lamps and Weirs" in labels
    assert not any("Paul" in label for label in labels)


def test_a_department_of_a_field_is_the_one_for_it():
    assert bodies("The Registrar wrote to the Department of Transport.") == {"Department for Transport"}
