"""Titles that stand for their bearer, firms and bodies of which the text tells but a name, and people whom "they" takes up."""

from __future__ import annotations

import pytest

from tests.notes import commitments, read_note

FRAME = """THE HOLLIN ALMSHOUSES

A meeting of the Trustees was held on 3 May 2019.

Present: Canon Edmund Harle, Miss Olive Tranter, Mr Jonas Pike
In attendance: Mrs Edith Crane, Northmoor Council

1. The roof

{}
"""


@pytest.mark.parametrize(
    ("sentences", "actors"),
    [
        ("The Canon declined to write to any body outside the parish.", {"Canon Edmund Harle"}),
        ("An audit of the books is to be made by Messrs Lowther and Bell in July.", {"Lowther and Bell"}),
        ("The roof is to be looked at by Messrs Harle and Pike in July.", {"Canon Edmund Harle", "Mr Jonas Pike"}),
        ("Two of the houses are to be visited by Internal Audit before Christmas.", {"Internal Audit"}),
        ("Mr Pike spoke for the tenants, who had met twice. They intend to write in June.", {"Tenants"}),
    ],
)
def test_whoever_is_meant_is_to_act(sentences: str, actors: set[str]) -> None:
    assert commitments(read_note(sentences, FRAME))[-1][0] == actors


def test_those_who_meet_are_called_as_the_minutes_call_them() -> None:
    reading = read_note("The Trustees will write to the Council. The trustees thanked her.", FRAME)
    (key,) = reading.commitments[0].actors
    met = next(entity for entity in reading.entities if entity.key == key)
    assert "Trustees" in {met.label, *met.names}


def test_a_noun_before_to_owns_no_action() -> None:
    lines = "ACTIONS\n\n1. Circular to tenants about the roof (Miss Tranter, by 31 May)."
    assert commitments(read_note(lines, FRAME)) == [({"Miss Olive Tranter"}, "committed", "2019-05-31")]
