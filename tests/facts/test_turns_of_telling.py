"""Deeds that a sentence tells by a turn of its own, and words that stand before or within the verb; the notes are of 3 May 2019."""

from __future__ import annotations

import pytest

from tests.notes import AQ, BOARD, MOSS, THORNE, TW, commitments, read_note


def read(sentence, frame=None):
    told = commitments(read_note(sentence, frame) if frame else read_note(sentence))
    return [(sorted(who), how, end) for who, how, end in told]


@pytest.mark.parametrize(
    ("sentence", "actors", "end"),
    [
        ("What she could do was to lend him the chart within a week.", [AQ], "2019-05-10"),
        ("What TW will do is publish the tide tables by 30 June.", [TW], "2019-06-30"),
        ("TW asked whether the keepers might be heard. AQ assured him that they would be.", [AQ], None),
        ("AQ urged that the wrecks be charted. TW assured her that they would be.", [TW], None),
    ],
)
def test_the_deed_stands_behind_the_turn_or_in_the_clause_that_is_answered(sentence, actors, end):
    assert (actors, "committed", end) in read(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "What mattered was to listen.",
        "What the fog would do was not known.",
        "AQ assured him that they would be welcome.",
    ],
)
def test_other_turns_bind_nobody(sentence):
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "actors", "strength"),
    [
        ("Her proposal was for a short film about lamps.", [TW], "proposed"),
        ("AQ's preference was for the Coastal Safety Board to hold the chart.", ["Coastal Safety Board"], "proposed"),
        ("AQ sought a copy of the guidance to keepers.", [TW], "requested"),
        ("It was unlikely that a chart could be printed this year.", [], "unlikely"),
        ("TW could hold out no hope of a new lamp.", [TW], "unlikely"),
        ("There are no plans at the Coastal Safety Board to dredge it.", ["Coastal Safety Board"], "unlikely"),
    ],
)
def test_nouns_and_adjectives_tell_how_firmly(sentence, actors, strength):
    assert [(who, how) for who, how, _ in read(sentence)] == [(actors, strength)]


def test_the_only_way_is_no_refusal():
    assert read("TW could see no other way of mending the lamp.") == []


def test_a_hope_that_others_act_asks_them():
    assert read("Her hope was that keepers would be paid.") == [([TW], "requested", None)]


@pytest.mark.parametrize(
    ("sentence", "actors", "strength", "end"),
    [
        ("From now on the Secretary will post the papers.", [THORNE], "committed", None),
        ("Papers will in future go out on the Monday of the week before.", [], "planned", None),
        ("The Chair will in due course write to the owners.", [MOSS], "committed", None),
        ("The Secretary will find the right speaker.", [THORNE], "committed", None),
        ("Members settled on August for the trial.", ["The Board"], "committed", "2019-08-31"),
        ("The Chair asked if the sale could be put off until June.", [], "requested", "2019-06-30"),
    ],
)
def test_adverbs_of_several_words_stand_before_and_within_the_verb(sentence, actors, strength, end):
    assert read(sentence, BOARD) == [(actors, strength, end)]


def test_a_reason_tells_what_somebody_had_undertaken_for_a_day_to_come():
    told = read("The Chair was content, since Northmoor Council had promised to mend the lamps by July.", BOARD)
    assert told == [(["Northmoor Council"], "committed", "2019-07-31")]


def test_a_thing_ought_to_come_by_a_day():
    assert [(how, end) for _, how, end in read("The chart ought to be out before August.")] == [
        ("planned", "2019-07-31")
    ]
