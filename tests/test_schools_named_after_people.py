"""Schools and hospitals that bear somebody's name, and committees for several matters."""

from __future__ import annotations

import pytest

from kg.model import BODIES, EntityType, Reading
from tests.notes import names, read_text


def _of(note: Reading, kinds: frozenset[EntityType]) -> set[str]:
    return {one.label for one in note.entities if one.type in kinds}


@pytest.mark.parametrize("place", ["Sir Hugh Arden School", "Dame Alice Tarn Academy", "Lady Jane Corrie Hospice"])
def test_a_place_that_bears_a_title_and_a_name_is_nobody(place: str) -> None:
    note = read_text(
        f"FAL PILOTS FORUM\n\n4 May 2021\n\nPresent:\nInes Roy (Chair)\nMr Tom Hurst, Head Teacher, {place}\n\n1. Pumps\n\nMr Hurst said that {place} was dry.\n"
    )
    assert _of(note, frozenset({EntityType.PERSON})) == {"Ines Roy", "Mr Tom Hurst"}
    assert place in _of(note, BODIES)
    assert [names(note, (one.agent,)) for one in note.participants] == [{"Ines Roy"}, {"Mr Tom Hurst"}]


@pytest.mark.parametrize(
    "name", ["Education, Leisure and Housing Committee", "Roads, Harbours, Ferries and Piers Panel"]
)
def test_a_committee_for_several_matters_is_one_body(name: str) -> None:
    note = read_text(
        f"Note of a meeting, 4 May 2021\n\nPresent: Ines Roy, Tom Hurst\n\nPumps\n\nMs Roy said that the {name} had met.\n"
    )
    assert name in _of(note, BODIES)


def test_a_body_before_a_comma_is_no_matter_of_the_committee_behind_it() -> None:
    note = read_text(
        "Note of a meeting, 4 May 2021\n\nPresent: Ines Roy, Tom Hurst\n\nPumps\n\nMs Roy wrote to the Board, Leisure and Housing Committee and Forum.\n"
    )
    assert "Leisure and Housing Committee" in _of(note, BODIES)
