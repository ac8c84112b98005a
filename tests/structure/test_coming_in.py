"""Who came in while the meeting was going on."""

from __future__ import annotations

import pytest

from tests.notes import read_text

MINUTES = """Minutes of the Bramwell Harbour Board

Date: 14 March 2019

Present:
Ms Anne Bell (Chair)
Mr Tom Stone, Chief Executive

1. {heading}

{said}

2. Rents

Mr Stone said that rents were high.
"""


def came(said, heading="Dredging"):
    reading = read_text(MINUTES.format(said=said, heading=heading))
    return [(one.agent.removeprefix("person/"), one.attendance.value) for one in reading.participants[2:]]


@pytest.mark.parametrize("heading", ["Dredging", "Welcome and apologies"])
@pytest.mark.parametrize(
    "said",
    [
        "Carl Hetherton, Dock Master, joined the meeting for this item.",
        "Carl Hetherton joined the meeting",
        "[Mr Carl Hetherton joined the meeting]",
        "Carl Hetherton (Dock Master) attended for item 2.",
        "Carl Hetherton was in attendance for this item.",
        "The Board was joined by Carl Hetherton of Coast Council.",
        "The Chair welcomed Mr Carl Hetherton to his first meeting.",
        "The Chair welcomed Carl Hetherton, who had joined for this item.",
        "The weather was discussed. Carl Hetherton then joined the meeting by telephone.",
    ],
)
def test_whoever_comes_in_took_part(said, heading):
    assert came(said, heading) == [("carl-hetherton", "part")]


def test_several_come_in_together():
    told = "Richard Hines and Paul Appleby joined the meeting for this item."
    assert came(told) == [("richard-hines", "part"), ("paul-appleby", "part")]


@pytest.mark.parametrize(
    "said",
    [
        "Paul Oakes had joined the Board of Coast Council in May.",
        "Mr Stone reported that Paul Oakes had attended a meeting for parents.",
        "The Chair welcomed the report by Paul Oakes.",
        "Ms Jane Rao joined the board in 2019.",
        "Everyone joined the meeting on time.",
    ],
)
def test_whoever_is_only_spoken_of_did_not(said):
    assert came(said) == []


def test_whoever_came_in_is_called_by_the_first_name():
    said = "Carl Hetherton joined the meeting for this item.\n\nCarl undertook to write to the Council by May."
    reading = read_text(MINUTES.format(said=said, heading="Dredging"))
    assert [one.actors for one in reading.commitments] == [("person/carl-hetherton",)]
