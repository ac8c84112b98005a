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
        "What TW will do is unclear.",
        "What TW could do was a matter for the keepers.",
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


@pytest.mark.parametrize(
    ("sentence", "strength", "end"),
    [
        ("Survey of the wrecks put back to August, no divers.", "planned", "2019-08-31"),
        ("Count of the buoys postponed to the autumn.", "planned", "2019-11-30"),
        ("Chart unlikely before the new year.", "unlikely", None),
        ("Rest of the lamps by end June.", "planned", "2019-06-30"),
    ],
)
def test_a_note_says_of_a_thing_how_it_stands_without_a_verb(sentence, strength, end):
    assert [(how, by) for _, how, by in read(sentence)] == [(strength, end)]


def test_what_is_left_of_a_number_is_to_be_done_by_its_day():
    told = read("Two lamps had been mended, and the remaining five would be by 30 June.", BOARD)
    assert [(how, end) for _, how, end in told] == [("planned", "2019-06-30")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr Sallow named the Marine Agency and said of the chart that it would now come to the June meeting.",
        "Mr Reed wrote to Dr Sallow. He was thanked. Two charts are in train. The former is to be printed in June.",
    ],
)
def test_a_thing_that_comes_is_nobodys_deed(sentence):
    assert [who for who, _, _ in read(sentence, BOARD) if who] == []


def test_what_was_promised_at_a_time_that_is_over_binds_nobody_now():
    assert read("A chart was promised in April; none had come.", BOARD) == []


def test_whoever_has_offered_is_meant_by_the_pronoun_of_the_decision():
    told = read("Mr Reed having offered to ring the yard, it was agreed that he should do so within the week.", BOARD)
    assert told == [(["Superintendent Noah Reed"], "committed", "2019-05-10")]


def test_points_go_on_behind_one_that_only_takes_note():
    points = "Members agreed to:\n\n(i) note the balance;\n\n(ii) set up a working group on lamps; and\n\n(iii) ask the Secretary to write to the owners."
    assert [(who, how) for who, how, _ in read(points, BOARD)] == [
        (["The Board"], "committed"),
        ([THORNE], "requested"),
    ]


@pytest.mark.parametrize(
    ("sentence", "end"),
    [
        ("TW offered a crew in Aug from the yard.", "2019-08-31"),
        ("TW will sketch something over weekend.", "2019-05-05"),
        ("Survey of the wrecks planned for June and July.", "2019-07-31"),
    ],
)
def test_short_terms_of_notes(sentence, end):
    assert [by for _, _, by in read(sentence)] == [end]


def test_the_day_of_an_inspection_that_is_not_to_be_is_no_term():
    assert [
        end for *_, end in read("It was agreed that the inspection, fixed for June, should not proceed.", BOARD)
    ] == [None]


def test_references_in_running_text_are_actions_with_their_status():
    note = read_note(
        "Of the actions, members noted that 6/2 (Mr Reed to print the chart) had been discharged and that 6/5 (Dr Sallow to count the lamps) had not.",
        BOARD,
    )
    assert [(one.action, one.status) for one in note.commitments] == [
        ("print the chart", "completed"),
        ("count the lamps", "not-completed"),
    ]


def test_whoever_is_charged_by_a_label_is_to_act():
    assert read("By Mr Reed: to send the chart to the Chair by 17 June.", BOARD) == [
        (["Superintendent Noah Reed"], "committed", "2019-06-17")
    ]


def test_whoever_is_content_to_wait_binds_nobody():
    assert read("Mr Reed was content to wait for a better chart.", BOARD) == []


def test_a_day_before_a_colon_is_charged_with_nothing():
    assert read("By Friday: to send the chart to the Chair.", BOARD) == []
