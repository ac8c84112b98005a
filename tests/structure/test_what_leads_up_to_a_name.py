"""The sentence by which a note begins: the day, the place or the weather before those who met, and where they met."""

from __future__ import annotations

import pytest

from kg.model import BODIES
from tests.notes import names, read_text

NOTE = "Note of a meeting\n\n{}\n\nLocks\n\nThe talk was of locks. Two were shut.\n"
MET = "Piers Tull, Chair of the Lock Keepers Board"


def there(opening: str) -> set[str]:
    note = read_text(NOTE.format(opening))
    return names(note, tuple(one.agent for one in note.participants))


@pytest.mark.parametrize(
    "opening",
    [
        "On Tuesday 4 June 2019 Una Brock, Director of Canals,",
        "On 4 June Una Brock, Director of Canals,",
        "On the afternoon of 4 June 2019, Una Brock, Director of Canals,",
        "Through a night of hail the Director of Canals, Ms Una Brock,",
        "In the Weavers' Hall Ms Una Brock, Director of Canals,",
        "It was a raw December noon when Dame Una Brock, Director of Canals,",
        "Judge Una Brock, Director of Canals,",
    ],
)
def test_a_person_is_there_whatever_stands_before_the_name(opening: str) -> None:
    found = there(f"{opening} met {MET}.")
    assert len(found) == 2
    assert "Piers Tull" in found
    assert any(name.endswith("Una Brock") for name in found)


def test_a_day_before_a_post_is_no_part_of_it() -> None:
    found = there(f"On 4 June 2019 the Director of Canals met {MET}.")
    assert found == {"Director of Canals", "Piers Tull"}


def test_both_who_met_somebody_are_there_though_a_comma_and_and_join_them() -> None:
    found = there(f"Una Brock, Director of Canals, and Ms Ida Moss, Head of Locks, met {MET}.")
    assert found == {"Una Brock", "Ms Ida Moss", "Piers Tull"}


@pytest.mark.parametrize(
    "where",
    [
        "at the Board’s offices in Selby",
        "at the offices of the Board",
        "at its headquarters",
        ", at the Board's premises",
    ],
)
def test_the_offices_where_they_met_are_no_body(where: str) -> None:
    place = where if where.startswith(",") else f" {where}"
    note = read_text(NOTE.format(f"Una Brock, Director of Canals, met {MET}{place}, and Ida Moss of Fal Pilots."))
    bodies = {one.label for one in note.entities if one.type in BODIES}
    assert {"Lock Keepers Board", "Fal Pilots"} <= bodies
    assert not any(word in label for label in bodies for word in ("office", "headquarters", "premises"))
    assert names(note, tuple(one.agent for one in note.participants)) >= {"Una Brock", "Piers Tull", "Ida Moss"}


@pytest.mark.parametrize(
    ("note", "people"),
    [
        (("A memorandum of the conversation held at Fal House on the 4th of June 2019, between the Warden of the Fal Trust, Miss Una Brock, and the "
         "Director of the Lamps Board, Mr Piers Tull, Dr Ida Moss, the Board’s clerk, being also of the company.\n\nIt was a cold day. Dr Moss said that two were out.\n"),
         {"Miss Una Brock", "Mr Piers Tull", "Dr Ida Moss"}),
        (("Lodgers’ Commissioner: note of meeting, 4 June 2019\nWith: Fund Director, Fal Pension Fund (FPF)\n\nDoors\n\nThe Commissioner asked when. "
         "The Director said that it would be soon.\n"), {"Lodgers' Commissioner", "Fund Director"}),
        (("A visit to Fal House\n\n4 June 2019\n\nThe Lodgers’ Commissioner was received by the Convener in the old mill that now serves as an office.\n\nDoors\n\n"
         "The Convener spoke of the doors.\n"), {"Lodgers' Commissioner", "Convener"}),
    ],
)  # fmt: skip
def test_those_whom_a_first_line_names_are_there(note: str, people: set[str]) -> None:
    read = read_text(note)
    assert names(read, tuple(one.agent for one in read.participants)) == people


@pytest.mark.parametrize(("who", "pronoun"), [("Mr Jan Brock", "He"), ("Ms Una Brock", "She")])
def test_he_and_she_who_met_are_whom_the_sentence_before_names(who: str, pronoun: str) -> None:
    found = there(f"The Director of Canals, {who}, travelled to Selby on 4 June 2019. {pronoun} met {MET}.")
    assert found == {who, "Piers Tull"}


@pytest.mark.parametrize("sentence", ["She met Ida Moss of Fal Pilots. ", "With her were Ida Moss and Eve Low. "])
def test_a_paragraph_that_says_she_in_every_sentence_is_read_to_its_end(sentence: str) -> None:
    assert "Ida Moss" in there(sentence * 1500)
