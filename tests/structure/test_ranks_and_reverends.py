"""People whose titles look like posts or stand behind an article, and those who came for a part."""

from __future__ import annotations

import pytest

from tests.notes import names, read_text

LIST = "FAL SAFETY BOARD\n\nMinutes of the meeting of 4 June 2019\n\n{}\n\n1. Lamps\n\nThe talk was of lamps. Two were out.\n"


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("For the Fal Police: Assistant Chief Constable Tom Hurst, Chief Superintendent Una Moss", ["Tom Hurst", "Una Moss"]),
        ("Present: Detective Chief Inspector Ida Bell, Chief Inspector Tom Hurst", ["Ida Bell", "Tom Hurst"]),
        ("Present: Tom Hurst, Chief Inspector, Ida Bell, Chief Superintendent", ["Tom Hurst", "Ida Bell"]),
        ("Present: Mr Tom Hurst, the Reverend Ida Bell, the Rt Hon Una Moss", ["Tom Hurst", "Ida Bell", "Una Moss"]),
        ("Ida Bell was present. Her clerk, the Reverend Tom Hurst, came with her.", ["Ida Bell", "Tom Hurst"]),
    ],
)  # fmt: skip
def test_a_rank_or_an_article_before_a_title_begins_another_person(line: str, people: list[str]) -> None:
    note = read_text(LIST.format(line))
    found = names(note, tuple(one.agent for one in note.participants))
    assert len(found) == len(people)
    assert all(any(name.endswith(who) for name in found) for who in people)


def test_in_part_labels_who_came_for_some_items() -> None:
    note = read_text(LIST.format("Present: Ida Bell (Chair)\nIn part: Tom Hurst, Fal Harbour Trust (items 4 and 5)"))
    assert [one.attendance for one in note.participants] == ["present", "part"]


@pytest.mark.parametrize(
    "where", ["in the Pilots’ Parlour", "at Fal House,", "in the long gallery, with the sun at its windows,"]
)
def test_those_who_gathered_are_named_behind_the_place(where: str) -> None:
    opening = f"There gathered {where} Professor Ida Bell, Lamps Commissioner; and Mr Tom Hurst of Fal Pilots."
    note = read_text(f"A conversation\n\n4 June 2019\n\n{opening}\n\nLamps\n\nThe talk was of lamps.\n")
    assert names(note, tuple(one.agent for one in note.participants)) == {"Professor Ida Bell", "Mr Tom Hurst"}
