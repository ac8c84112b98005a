"""What is said of posts, bodies and persons, and is no part of their names; all invented."""

from __future__ import annotations

import pytest

from kg.entities.wording import in_small_letters
from kg.model import BODIES, EntityType
from tests.notes import read_text

OPENING = "Note of a visit, 4 June 2019\n\nPresent: Ines Roy (Fal Pilots); Tom Hurst (Ferry Users)\n\n"


def labels(text: str, *kinds: EntityType) -> set[str]:
    return {one.label for one in read_text(OPENING + text).entities if one.type in kinds}


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Lights\n\nThe note of the Ferries Commissioner was read by Ms Roy.", "Ferries Commissioner"),
        ("REPORT OF THE CHIEF EXECUTIVE\n\nMs Roy spoke of the lights.", "Chief Executive"),
        ("MEETING WITH THE CHIEF EXECUTIVE\n\nMs Roy spoke of the lights.", "Chief Executive"),
        ("Appointment of Ferries Commissioner\n\nMs Roy spoke of the lights.", "Ferries Commissioner"),
        (
            "Lights\n\nMs Roy said that she had written to the Director of Children's Services.",
            "Director of Children's Services",
        ),
        ("Lights\n\nMs Roy said that she had written to the Head of Women's Health.", "Head of Women's Health"),
    ],
)
def test_a_title_has_nothing_before_it_that_is_said_of_it(text, post):
    assert post.lower() in {label.lower() for label in labels(text, EntityType.POST)}
    assert not any(
        word in label.lower()
        for label in labels(text, EntityType.POST)
        for word in ("note", "report", "meeting", "appoint")
    )


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("Letter to Tarn Harbours Council", "Tarn Harbours Council"),
        ("Complaint against Tarn Harbours Council", "Tarn Harbours Council"),
        ("NOTICE TO TARN HARBOURS COUNCIL", "Tarn Harbours Council"),
    ],
)
def test_what_is_written_to_a_body_is_no_part_of_its_name(heading, body):
    found = labels(f"{heading}\n\nMs Roy read it out.", *BODIES)
    assert body in found
    assert not any(label.lower().startswith(("letter", "complaint", "notice")) for label in found)


def test_a_means_of_meeting_is_nobody():
    found = labels("Held by MS Teams.\n\nLights\n\nMs Roy spoke of the lights.", EntityType.PERSON)
    assert found == {"Ines Roy", "Tom Hurst"}


def test_an_initial_ends_a_name_before_the_next_sentence():
    found = labels("Lights\n\nMs Roy told of a student, Ms L. In his view she was right.", EntityType.PERSON)
    assert not any(label.endswith("In") for label in found)


@pytest.mark.parametrize(
    ("capitals", "name"),
    [
        ("WEST TARN NHS FOUNDATION TRUST", "West Tarn NHS Foundation Trust"),
        ("TARN CARE CIC", "Tarn Care CIC"),
        ("HM INSPECTORATE OF PIERS (NI)", "HM Inspectorate of Piers (NI)"),
        ("UK BOARD FOR CHILDREN'S RIGHTS", "UK Board for Children's Rights"),
        ("SOUTH-EAST FERRIES BOARD", "South-East Ferries Board"),
        ("CWM TARN COUNCIL", "Cwm Tarn Council"),
        ("FERRIES SUB-COMMITTEE", "Ferries Sub-committee"),
    ],
)
def test_a_name_in_capitals_is_written_small_but_for_its_acronyms(capitals, name):
    assert in_small_letters(capitals) == name


def test_a_post_in_a_heading_in_capitals_is_written_small():
    found = labels("CHIEF EXECUTIVE'S REPORT\n\nMs Roy spoke of the lights.", EntityType.POST)
    assert found == {"Chief Executive"}


def test_a_body_in_front_of_a_noun_does_not_act():
    note = read_text(
        "Tarn Fisheries Committee\n4 June 2019\n\nPresent: Ines Roy (Chair), Tom Hurst (Tarn Fishermen's Guild), Ann Bell (Clerk), Una Pym\n\n"
        "Stocks\n\nMs Roy urged the Committee to repeat the count with Guild boats. Ms Bell said that it would repeat the count by 3 July.\n"
    )
    assert len(note.commitments) == 2
    assert all("guild" not in actor for promise in note.commitments for actor in promise.actors)


def test_that_somebody_report_is_resolved():
    note = read_text(
        OPENING
        + "Lights\n\nRESOLVED:\n4.1 To note the letter.\n4.2 That the Head of Children's Services report on lights in May.\n"
    )
    assert {one.act for one in note.statements} == {"decided"}


def test_a_name_ends_where_a_cell_or_a_line_does():
    found = labels(
        "Lights\n\nMs Roy spoke.\n\nACTIONS\nMinute\tAction\tBy whom\tBy when\n3\tLetter of thanks to Dr Amis\tChairman\t30 June 2019\n"
        "4\tFigures to members\tDirector of Piers\tFrom June 2019\n",
        EntityType.POST,
        EntityType.GROUP,
    )
    assert not any(word in label for label in found for word in ("Amis", "June"))


def test_what_stands_below_the_name_of_a_committee_is_no_part_of_it():
    note = read_text(
        "NORTHERN COMMITTEE ON FERRY LAW\n\nMinutes of a meeting held on 4 June 2019\n\nPresent: Ines Roy, Tom Hurst\n\nLights\n\nMs Roy spoke.\n"
    )
    assert [one.label for one in note.entities if one.type in BODIES] == ["Northern Committee on Ferry Law"]


def test_two_parties_in_capitals_are_two():
    note = read_text(
        "MEETING BETWEEN FERRY ACCREDITATION WALES AND THE TARN HERITAGE TRUST\n\n4 June 2019\n\nPresent: Ines Roy, Tom Hurst\n\nLights\n\nMs Roy spoke.\n"
    )
    assert "Tarn Heritage Trust" in {one.label for one in note.entities}


def test_the_owner_of_an_action_is_the_one_of_that_name():
    note = read_text(
        OPENING + "ACTIONS\n\nNo | Action | Owner\n1 | Count the lamps | Tom Hurst\n2 | Write to the port | Ines Roy\n"
    )
    assert {one.label for one in note.entities if one.type is EntityType.GROUP} == set()
    assert {actor for promise in note.commitments for actor in promise.actors} == {
        "person/tom-hurst",
        "person/ines-roy",
    }


@pytest.mark.parametrize(
    ("body", "title", "seat"),
    [
        ("Tarn Care", "Governor", None),
        ("HMP Tarn", "Governor", "organisation/hmp-tarn"),
        ("Tarn College", "Commissioner", None),
        ("Tarn Piers Commission", "Commissioner", "organisation/tarn-piers-commission"),
    ],
)
def test_a_bare_title_belongs_to_a_body_of_its_kind_alone(body, title, seat):
    note = read_text(
        f"Note of a visit to {body}, 4 June 2019\n\nLights\n\nThe {title} said that the lights had failed.\n"
    )
    assert {one.post_in for one in note.entities if one.label == title} == {seat}


@pytest.mark.parametrize(
    "body", ["Isle of Man Prison Service", "Forest of Dean Housing Trust", "Vale of Tarn Hospital Trust"]
)
def test_a_place_with_of_belongs_to_the_name_of_a_body(body):
    assert body in labels(f"Lights\n\nMs Roy said that she had written to the {body}.", *BODIES)


def test_a_first_word_in_brackets_is_a_short_form_of_the_body_in_front():
    note = read_text(
        "Note of a meeting, 4 June 2019\n\nPresent:\n- The Chief Executive, Merrivale Learning Trust (Merrivale)\n- The Director, Fal Pilots\n\n"
        "Visits\n\nThe Director said that Merrivale was large.\n"
    )
    assert {one.key for one in note.entities if one.type in BODIES} == {
        "organisation/merrivale-learning-trust",
        "organisation/fal-pilots",
    }


def test_an_office_is_for_children_and_ends_with_the_title_of_its_holder():
    found = labels(
        "Lights\n\nMs Roy said that the Office of the Children's Champion had written.", *BODIES, EntityType.POST
    )
    assert "Office of the Children's Champion" in found
    assert not any(label.startswith("Champion") for label in found)


@pytest.mark.parametrize(
    "said", ["The Rail and Care Inspectorate will help.", "Rail and Care Inspectorate (RCI) will help."]
)
def test_a_known_name_may_be_one_half_of_another(said):
    bodies = labels(said, *BODIES)
    assert "Rail and Care Inspectorate" in bodies
    assert "Care Inspectorate" not in bodies


def test_the_body_of_a_post_keeps_the_words_before_a_name_that_the_registry_knows():
    text = "Lights\n\nMs Roy had met the Chair of the Coastal Parole Board."
    assert "Coastal Parole Board" in labels(text, *BODIES)
    assert labels(text, EntityType.POST) == {"Chair of the Coastal Parole Board"}
