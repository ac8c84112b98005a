"""The first names by which persons are known: what ``data/lexicon/first-names.tsv`` promises."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kg.lexicon.first_names import first_names
from tests.notes import BOARD, read_note

FILE = Path(__file__).parent.parent / "data" / "lexicon" / "first-names.tsv"
RIVERS_AND_PLACES = {"tamar", "kelvin", "alyn", "eden", "elan", "clyde", "lorne", "severn", "barra", "kent", "avon"}
ORDINARY_WORDS = {"pen", "dot", "peer", "con", "per", "hope", "rich", "summer", "story", "sage", "chase", "judge"}


def rows() -> list[list[str]]:
    return [line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines()[1:]]


def test_every_row_is_one_word_with_a_gender_or_a_dash() -> None:
    assert [row for row in rows() if len(row) != 2 or " " in row[0] or row[1] not in {"f", "m", "-"}] == []


def test_no_name_stands_twice() -> None:
    assert [name for name, times in Counter(row[0].lower() for row in rows()).items() if times > 1] == []


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Angharad", "f"), ("Fergus", "m"), ("Sadhbh", "f"), ("Daithí", "m"), ("Priyanka", "f"), ("Iftikhar", "m"),
        ("Oluwakemi", "f"), ("Chukwuemeka", "m"), ("Grażyna", "f"), ("Łukasz", "m"), ("Ayşe", "f"), ("Mehmet", "m"),
        ("Shoshana", "f"), ("Mordechai", "m"),
    ],
)  # fmt: skip
def test_names_of_many_origins_tell_their_gender(name: str, gender: str) -> None:
    assert first_names()[name.lower()] == gender


@pytest.mark.parametrize("name", ["Mandeep", "Kehinde", "Tinashe", "Jules", "Rowan", "Nikita"])
def test_a_name_that_women_and_men_bear_tells_no_gender(name: str) -> None:
    assert name.lower() in first_names()
    assert first_names()[name.lower()] is None


def test_no_name_is_an_ordinary_word_or_a_river_or_place_that_begins_the_names_of_bodies() -> None:
    assert first_names().keys() & (RIVERS_AND_PLACES | ORDINARY_WORDS) == set()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Hugh Larkin, Lamp Trust, is working on a code. Hugh will be circulating it.", {("person/hugh-larkin",)}),
        ("Hugh Larkin and Hugh Poole are working on a code. Hugh will be circulating it.", set()),
    ],
)
def test_who_was_named_in_full_is_known_by_the_first_name_alone(text, who):
    note = read_note(text, BOARD)
    assert {one.actors for one in note.commitments} == who
