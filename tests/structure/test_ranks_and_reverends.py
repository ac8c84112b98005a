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


@pytest.mark.parametrize(
    ("opening", "people"),
    [
        ("Ida Bell was in the chair. Tom Hurst and Una Moss came for Fal Council and Ned Orr for Quay Council.",
         [("ida-bell", None), ("tom-hurst", "fal-council"), ("una-moss", "fal-council"), ("ned-orr", "quay-council")]),
        ("The Lamps Commissioner was accompanied by Tom Hurst. The Harbour Master came alone; Mrs Orr of Fal Council had sent her apologies.",
         [("tom-hurst", None), ("harbour-master", None), ("mrs-orr", "fal-council")]),
        ("In the company: Dame Una Moss, Warden; and, with his pen, Mr Tom Hurst.\n\nDetained elsewhere, with their regrets: Mr Ned Orr.",
         [("una-moss", None), ("tom-hurst", None), ("ned-orr", None)]),
        ("In the room: Lamps Commissioner (LC), Harbour Master (HM), T Hurst (TH, Fal Council)",
         [("lamps-commissioner", None), ("harbour-master", None), ("t-hurst", "fal-council")]),
        ("Present:\nIda Bell, Warden\n\nMinutes: a member of the Warden's staff", [("ida-bell", None)]),
    ],
)  # fmt: skip
def test_who_came_for_whom_alone_or_not_at_all(opening: str, people: list[tuple[str, str | None]]) -> None:
    note = read_text(
        f"Note of a meeting\n\n4 June 2019\n\n{opening}\n\nLamps\n\nThe talk was of lamps. Two were out.\n"
    )
    found = {
        (one.agent.rsplit("/", 1)[-1], (one.representing or "/").rsplit("/", 1)[-1] or None)
        for one in note.participants
    }
    assert set(people) <= found
    assert len(found) <= len(people) + 1  # the Commissioner is whom the others accompany


def test_a_chair_stands_below_the_label_as_the_point_of_a_list() -> None:
    note = read_text(LIST.format("Chair\n\n• Baroness Moss\n\nMembers\n\n• Tom Hurst (Fal Council)"))
    assert [(one.agent, one.role) for one in note.participants] == [
        ("person/baroness-moss", "chair"),
        ("person/tom-hurst", "member"),
    ]


def test_who_owes_something_to_somebody_is_not_that_somebody() -> None:
    note = read_text(
        LIST.format("Present: Ida Bell, Fal Council; Tom Hurst, Lamps Officer")
        + "\nActions\n\nList of lamps to Ms Bell – Lamps Officer – 11 July 2019\n"
    )
    held = {one.key: one.holds for one in note.entities if one.key.startswith("person/")}
    assert held["person/ida-bell"] is None
    assert held["person/tom-hurst"]


def test_a_knight_called_by_the_first_name_is_there_once() -> None:
    note = read_text(LIST.format("Sir Tom Hurst, the Warden, met Ida Bell of Fal Council. Sir Tom was in the chair."))
    assert [one.agent for one in note.participants] == ["person/tom-hurst", "person/ida-bell"]


def test_what_a_body_does_is_no_entry_of_the_list_above() -> None:
    note = read_text(
        LIST.format(
            "In attendance: Ida Bell, Fal Council\n\nThe Lamps Inspectorate (LI) inspects the Quay Trust and the Fal Trust (FT)."
        )
    )
    assert [one.agent for one in note.participants] == ["person/ida-bell"]
