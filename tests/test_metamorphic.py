"""Change a document in a way whose effect is known, and see that the facts change in just that way."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from kg.model import Reading, Span
from kg.readers import read
from kg.reading import read_minutes

NOTE = """Meeting between the Lantern Commissioner and the Chief Inspector of Lighthouses

Meeting Date: 12 June 2018

Night watches

The Lantern Commissioner asked the Chief Inspector whether the Coastal Beacon Authority had enough keepers. {first}

Fog signals

{second} The Coastal Beacon Authority would write to the Lantern Commissioner by 30 September 2018.
"""
FIRST = "The Chief Inspector explained that the rota was full."
SECOND = "The Chief Inspector agreed to send the Lantern Commissioner the list of broken horns."
MINUTES = Path(__file__).parents[1] / "data" / "minutes"
BACKGROUND = "The oldest lighthouse on this coast was built in 1811."


@pytest.fixture
def told(tmp_path: Path):
    def tell(text: str) -> list[tuple[object, ...]]:
        path = tmp_path / "note.txt"
        path.write_text(text, encoding="utf-8")
        return facts(read_minutes(read(path)))

    return tell


def facts(reading: Reading) -> list[tuple[object, ...]]:
    """What the document tells, in order, without its offsets; agents by their names."""
    names = {entity.key: entity.label for entity in reading.entities}

    def words(value: object) -> object:
        return value.of(reading.document.text) if isinstance(value, Span) else value

    def named(keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(names.get(key, key) for key in keys)

    return [
        *[("said", named(one.speakers), one.act, words(one.content)) for one in reading.statements],
        *[("to do", named(one.actors), one.strength, one.due_by, words(one.action)) for one in reading.commitments],
        *[("inspection", named(one.conducted_by), one.status, one.label) for one in reading.inspections],
    ]


def note(first: str = FIRST, second: str = SECOND) -> str:
    return NOTE.format(first=first, second=second)


def test_the_note_itself_tells_four_statements_and_two_promises(told):
    found = told(note())
    assert [one[:3] for one in found] == [
        ("said", ("Lantern Commissioner",), "asked"),
        ("said", ("Chief Inspector of Lighthouses",), "informed"),
        ("said", ("Chief Inspector of Lighthouses",), "undertook"),
        ("to do", ("Chief Inspector of Lighthouses",), "committed"),
        ("to do", ("Coastal Beacon Authority",), "committed"),
    ]


@pytest.mark.parametrize("name", ["Northern Wharf Authority", "Office of the Tide Registrar", "Harbour Pilots Board"])
def test_a_renamed_body_is_renamed_in_the_facts_and_nothing_else_changes(told, name):
    def renamed(value: object) -> object:
        if isinstance(value, tuple):
            return tuple(map(renamed, value))
        return value.replace("Coastal Beacon Authority", name) if isinstance(value, str) else value

    assert told(note().replace("Coastal Beacon Authority", name)) == [renamed(fact) for fact in told(note())]


def test_two_sentences_that_change_places_change_the_places_of_their_facts(told):
    assert set(told(note(SECOND, FIRST))) == set(told(note()))
    assert told(note(SECOND, FIRST)) != told(note())


def test_a_sentence_of_background_adds_no_fact(told):
    assert told(note(f"{FIRST} {BACKGROUND}")) == told(note())


@pytest.mark.parametrize(
    ("active", "passive"),
    [
        (
            "The Chief Inspector raised the state of the horns.",
            "The state of the horns was raised by the Chief Inspector.",
        ),
        (
            "The Chief Inspector welcomed the survey.",
            "The survey was welcomed by the Chief Inspector.",
        ),
        (
            "The Chief Inspector suggested a leaflet.",
            "A leaflet was suggested by the Chief Inspector.",
        ),
    ],
)
def test_from_active_to_passive_the_speaker_and_the_act_stay(told, active, passive):
    ours = [fact[1:3] for fact in told(note(active)) if fact[0] == "said"]
    assert [fact[1:3] for fact in told(note(passive)) if fact[0] == "said"] == ours


def wrapped(text: str, width: int) -> str:
    """The text with its long lines broken, as a mail program or a typist breaks them; rows of tables stay."""
    lines = text.split("\n")
    return "\n".join(
        line if "\t" in line or "|" in line or not line else textwrap.fill(line, width, break_on_hyphens=False)
        for line in lines
    )


@pytest.mark.parametrize("width", [76, 80])
@pytest.mark.parametrize("file", sorted(MINUTES.glob("*.txt")), ids=lambda file: file.stem)
def test_minutes_whose_lines_are_broken_tell_the_same(told, file, width):
    text = file.read_text(encoding="utf-8")

    def plainly(facts):
        return [tuple(re.sub(r"\s+", " ", one) if isinstance(one, str) else one for one in fact) for fact in facts]

    assert plainly(told(wrapped(text, width))) == plainly(told(text))


SHORT = {
    "will not": "won't",
    "would not": "wouldn't",
    "did not": "didn't",
    "could not": "couldn't",
    "was not": "wasn't",
    "had not": "hadn't",
    "is not": "isn't",
}


@pytest.mark.parametrize("file", sorted(MINUTES.glob("*.txt")), ids=lambda file: file.stem)
def test_short_forms_of_not_tell_the_same(told, file):
    text = file.read_text(encoding="utf-8")
    short = re.sub(rf"\b(?:{'|'.join(SHORT)})\b", lambda match: SHORT[match[0]], text)
    assert without_words(told(short)) == without_words(told(text))


def without_words(told: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """What is told without the words that tell it, in which the forms stand."""
    return [fact[:3] for fact in told]
