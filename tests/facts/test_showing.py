"""Where in a document the signs stand that rules ask for."""

from __future__ import annotations

from kg.facts.showing import Places


def test_the_places_of_some_signs_are_all_tokens_that_show_one_of_them() -> None:
    places = Places([0b001, 0, 0b110, 0b011, 0b100])
    assert places[0b001] == [0, 3]
    assert places[0b110] == [2, 3, 4]
    assert places[0b1000] == []


def test_signs_asked_for_in_one_document_are_found_alike_in_the_next() -> None:
    words = [1 << 70, 0, 1 << 71 | 1, 1 << 70 | 1]
    first = Places(words)
    assert first[1 << 70 | 1] == [0, 2, 3]
    second = Places([*words, 1 << 71])
    assert second[1 << 71] == [2, 4]
    assert second[1 << 70 | 1] == [0, 2, 3]
    assert first[1 << 71] == [2]
