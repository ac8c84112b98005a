"""Sentences that open with what a body is ("An agency of the Department, it was …"), and what goes on behind what it is."""

from __future__ import annotations

import pytest

from tests.facts.test_relations import DRAINS, FRAME, LOCKS, RIVERS, SEA
from tests.notes import read_note, relations

PART = (RIVERS, "subOrganizationOf", SEA)
AFTER = (RIVERS, "succeeds", DRAINS)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Rivers Agency has twelve boats. An agency of the Department for the Sea, it was set up in 2015 in place of the Drainage Board.",
            {PART, AFTER},
        ),
        ("An agency of the Department for the Sea, the Rivers Agency was set up in 2015.", {PART}),
        (
            "The Rivers Agency is an arm's length body of the Department for the Sea, set up in 2011 in place of the Drainage Board.",
            {PART, AFTER},
        ),
        (
            "Rivers Agency is arm's length body of Department for the Sea, set up 2011 in place of Drainage Board.",
            {PART, AFTER},
        ),
        (
            "A word on the Rivers Agency. It is a part of the Department for the Sea; it took over from the Drainage Board, and it is inspected by the Locks Authority.",
            {PART, AFTER, (LOCKS, "inspects", RIVERS)},
        ),
    ],
)
def test_what_follows_is_said_of_the_body_and_not_of_whose_it_is(text, told):
    assert set(relations(read_note(text, FRAME))) == told


def test_the_month_of_a_day_is_no_part_of_a_name():
    reading = read_note("On 1 July Peak Pathology Services had become a division of the Drainage Board.", FRAME)
    assert relations(reading) == [("Peak Pathology Services", "subOrganizationOf", DRAINS)]


@pytest.mark.parametrize("link", ["overseen", "which is overseen", "that is overseen"])
def test_what_stands_behind_an_arm_and_its_whole_is_said_of_the_arm(link):
    text = (
        f"Mr Hale mentioned the Rivers Agency (RA), a unit of the Department for the Sea {link} by the Locks Authority."
    )
    assert set(relations(read_note(text, FRAME))) == {PART, (LOCKS, "oversees", RIVERS)}
