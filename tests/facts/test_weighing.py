"""The learned part: a linear model that names what made it decide."""

from __future__ import annotations

import pytest

from kg.facts.statements.features import features
from kg.facts.statements.weighing import NONE, Weights, weights
from kg.readers import read
from kg.reading import context_of
from tests.notes import TWO_PARTIES, names, read_note

TINY = Weights(("asked", "agreed", NONE), (0.0, 0.0, 1.0), {"end=?": (3.0, 0.0, 0.0), "v=agreed": (0.0, 2.0, -1.0)})


def test_what_a_sentence_shows_adds_up_to_how_likely_each_act_is():
    likely = TINY.likely(["end=?"])
    assert max(likely, key=lambda act: likely[act]) == "asked"
    assert sum(likely.values()) == pytest.approx(1.0)


def test_a_feature_shown_twice_counts_once():
    assert TINY.likely(["end=?", "end=?"]) == TINY.likely(["end=?"])


def test_an_unknown_feature_changes_nothing():
    assert TINY.likely(["s=marmalade"]) == TINY.likely([])


def test_a_decision_names_the_features_that_spoke_for_it():
    assert TINY.because(["end=?", "v=agreed", "s=marmalade"], "agreed") == "v=agreed"


def test_the_shipped_weights_know_every_act_and_stay_small():
    known = weights()
    assert len(known.acts) == 15
    assert known.acts[-1] == NONE
    assert 2000 < len(known.of) < 20_000


def test_a_sentence_that_no_rule_reads_is_weighed_and_says_why():
    reading = read_note("AQ spoke of the oil. No difficulty was seen with that by anybody in the room.")
    told = [(said.act, said.rule) for said in reading.statements if "weighed: " in said.rule]
    assert [act for act, _ in told] == ["agreed"]
    assert told[0][1].startswith("weighed: ")


def test_a_weighed_sentence_is_said_by_whoever_it_names():
    reading = read_note("Warm words for the keepers, and a promise to write to them, from Dame Ruth.")
    assert [names(reading, said.speakers) for said in reading.statements] == [{"Dame Ruth Pell"}]


@pytest.mark.parametrize(
    "sentence", ["TW will trim the lamps.", "The towers are built of granite.", "Next meeting: June."]
)
def test_background_and_actions_weigh_nothing(sentence: str):
    assert read_note(sentence).statements == ()


NAMED = "Vorkel Hythe, of {0}, handed round the map of {0}, and nobody at Zunderby spoke against Mr {0}."


def test_a_sentence_shows_the_same_whatever_its_names_are():
    def shown(name: str) -> list[str]:
        note = context_of(read("note.txt", data=TWO_PARTIES.format(NAMED.format(name)).encode()))
        return [one for line in note.lines[-1:] for one in features(note, line, None)]

    assert shown("Quernmore") == shown("Brockley")
    assert not any("quernmore" in one for one in shown("Quernmore"))
