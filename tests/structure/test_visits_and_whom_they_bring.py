"""A note of a visit told in sentences: who goes to whom, who stands beside the host, and whose staff somebody is."""

from __future__ import annotations

import pytest

from kg.model import BODIES
from tests.notes import names, read_text, statements

VISIT = """{}

4 June 2019

The Harbour Master received the Lamps Commissioner at Fal House. With her were Sergeant Tom Hurst, head of the Night Boats Unit of the Authority, and Mr Kit Marsh of the Pilots' Guild.
The Commissioner was accompanied by his Head of Policy.

The Commissioner thanked the Harbour Master. She mentioned that His Majesty's Inspectorate of Lighthouses would call in May. She was sure that the Unit was ready.
"""
TITLES = ["Visit of the Lamps Commissioner to Fal Harbour Authority", "VISIT OF THE LAMPS COMMISSIONER TO FAL HARBOUR AUTHORITY"]  # fmt: skip


@pytest.mark.parametrize("title", TITLES)
def test_whoever_goes_to_a_body_is_not_its_own(title: str) -> None:
    bodies = {one.label for one in read_text(VISIT.format(title)).entities if one.type in BODIES}
    assert {"Fal Harbour Authority", "Night Boats Unit"} <= bodies
    assert not any("Commissioner to" in label or "Unit of" in label for label in bodies)


def test_the_host_is_there_with_those_who_stand_beside() -> None:
    note = read_text(VISIT.format(TITLES[0]))
    there = names(note, tuple(one.agent for one in note.participants))
    assert there == {"Harbour Master", "Sergeant Tom Hurst", "Mr Kit Marsh", "Lamps Commissioner", "Head of Policy"}
    assert not any(act == "agreed" for _, act in statements(note))  # "With her were …" says nothing


def test_a_part_belongs_to_the_whole_that_stands_behind_it() -> None:
    note = read_text(VISIT.format(TITLES[0]))
    unit = next(one.key for one in note.entities if one.label == "Night Boats Unit")
    whole = next(one.key for one in note.entities if one.label == "Fal Harbour Authority")
    assert (unit, "subOrganizationOf", whole) in [(one.subject, one.predicate, one.object) for one in note.relations]
    sergeant = next(one for one in note.participants if one.agent == "person/tom-hurst")
    assert sergeant.representing == unit


def test_staff_are_of_the_body_of_the_one_beside_whom_they_stand() -> None:
    met = "Ada Brock, the Canal Advocate, met Piers Tull, Chief Engineer of the Lock Keepers Agency, and his head of repairs, Una Moss."
    note = read_text(f"Note of a meeting\n\n4 June 2019\n\n{met}\n\nLocks\n\nMs Moss said that two were shut.\n")
    moss = next(one for one in note.participants if one.agent == "person/una-moss")
    assert names(note, (moss.representing or "",)) == {"Lock Keepers Agency"}


def test_her_majesty_is_no_possessive_of_whoever_speaks() -> None:
    title = "Note of a meeting between the Fal Constable and the Lamps Commissioner"
    said = "The Fal Constable mentioned Her Majesty's Inspectorate of Lighthouses. Ms Una Moss of the Pilots' Guild was glad."
    note = read_text(
        f"{title}\n\n4 June 2019\n\n{said} The Fal Constable asked for time. He thought that May would do.\n"
    )
    assert statements(note)[-1][0] == {"Fal Constable"}


SAW = """Secretary for Lamps: meeting with the Lodgers' Commissioner
Quay House, 4 June 2019

The Secretary for Lamps saw the Lodgers' Commissioner {} this morning. {}

The Secretary thanked the Commissioner for her letter. She set out her three aims.
"""


@pytest.mark.parametrize(
    ("brought", "names_"),
    [
        ("She brought with her Ottilie Marsh-Dane of the Lodgers' Office.", {"Ottilie Marsh-Dane"}),
        ("She brought along with her her deputy, Tom Hurst. Ines Bell attended for the Pilots' Guild.", {"Tom Hurst", "Ines Bell"}),
        ("Ines Bell attended for the Pilots' Guild.", {"Ines Bell"}),
    ],
)  # fmt: skip
def test_who_came_besides_is_there_with_those_who_met(brought: str, names_: set[str]) -> None:
    note = read_text(SAW.format("at her office", brought))
    there = names(note, tuple(one.agent for one in note.participants))
    assert there == {"Secretary for Lamps", "Lodgers' Commissioner"} | names_


def test_a_letter_that_is_brought_is_nobody() -> None:
    note = read_text(SAW.format("at her office", "She brought with her a letter from Tom Hurst."))
    there = names(note, tuple(one.agent for one in note.participants))
    assert there == {"Secretary for Lamps", "Lodgers' Commissioner"}


@pytest.mark.parametrize(
    "opening",
    [
        "The Secretary for Lamps received the Lodgers' Commissioner this morning. She was accompanied by Ines Bell of the Lodgers' Office.",
        "The Secretary for Lamps saw the Lodgers' Commissioner. With her came Ines Bell of the Lodgers' Office.",
        "The Lodgers' Commissioner called on the Secretary for Lamps. Ines Bell came with her.",
    ],
)  # fmt: skip
def test_those_who_met_are_there_though_only_another_is_named(opening: str) -> None:
    note = read_text(
        SAW.partition("The Secretary for Lamps saw")[0] + opening + SAW[SAW.index("\n\nThe Secretary thanked") :]
    )
    there = names(note, tuple(one.agent for one in note.participants))
    assert there == {"Secretary for Lamps", "Lodgers' Commissioner", "Ines Bell"}


CALLED = "Note of a call at Fal House\n\n4 June 2019\n\n{}\n\nLamps\n\nThe talk was of lamps. Two were out.\n"


@pytest.mark.parametrize(
    ("opening", "there"),
    [
        ("Lady Una Brock was in the chair. With her sat Mr Tom Hurst, Head Pilot of the Fal Harbour Trust; and Miss Ida Moss, Clerk.",
         {"Lady Una Brock", "Mr Tom Hurst", "Miss Ida Moss"}),
        ("Una Brock, of the Fal Bench, presided; beside her sat Tom Hurst of the Lamps Board.", {"Una Brock", "Tom Hurst"}),
        ("It was a grey noon when Sir Tom Hurst, Head Pilot of the Fal Trust, climbed the stairs of the Lamps Board. He was received there by Dame Una Brock, its Director.",
         {"Sir Tom Hurst", "Dame Una Brock"}),
        ("Tom Hurst, Head Pilot, and his deputy, Ida Moss, made their way to Fal House. They were met with tea and cake by Una Brock, its Warden.",
         {"Tom Hurst", "Ida Moss", "Una Brock"}),
        ("Somebody of the Board calls each year. This time it was the Head Pilot, Tom Hurst. He met Una Brock, the Warden.", {"Tom Hurst", "Una Brock"}),
        ("The Warden, Una Brock, was received by Tom Hurst. They had the pleasure of the company of Mrs Ida Moss, Head of Lamps.",
         {"Una Brock", "Tom Hurst", "Mrs Ida Moss"}),
    ],
)  # fmt: skip
def test_he_she_and_they_of_a_sentence_are_those_of_the_one_before(opening: str, there: set[str]) -> None:
    note = read_text(CALLED.format(opening))
    assert names(note, tuple(one.agent for one in note.participants)) == there


def test_who_sits_beside_the_chair_is_not_the_chair() -> None:
    note = read_text(CALLED.format("Una Brock presided; beside her sat Tom Hurst of the Lamps Board."))
    assert [(one.agent, one.role) for one in note.participants] == [
        ("person/una-brock", "chair"),
        ("person/tom-hurst", None),
    ]
