"""What looks like a promise or a request and is none, and what is asked for or recorded in old-fashioned words."""

from __future__ import annotations

from datetime import date

import pytest

from kg.dates import due_window
from tests.notes import ASH, BOARD, SALLOW, THORNE, commitments, read_note, statements

MOSS, COUNCIL, BOARD_ = "Ingrid Moss", "Northmoor Council", "The Board"


@pytest.mark.parametrize(
    "sentence",
    [
        "Cllr Ash wanted to know whether the Council still meant to inspect the eastern towers.",
        "FT replied that she would do so only in respect of the smaller lamps.",
        "Dr Sallow said that he would sooner wait until the autumn.",
        "The Board was content that she should stay in the chair.",
        "Dr Sallow was unwilling to prejudge the outcome.",
        "Dr Sallow gave notice of three surveys.",
        "FT explained that questions from keepers would be heard at the end.",
        "FT expects to be told that the lamp is beyond repair.",
        "The Chair begged the Board's pardon for the long agenda.",
        "Dr Sallow welcomed it, while Cllr Ash feared that the harbour would be less well lit than before.",
        "Dr Sallow said that the Council could put only two of these right.",
        "Dr Sallow said that keepers would rather be judged by the Board than by the press.",
        "Cllr Ash appreciated this, though it would have come better in May.",
        "It fell to FT to concede that no lamp had been lit for a month.",
        "FT saw no reason to object.",
        "None to be had, according to FT.",
        "Northmoor Council told keepers in 2018 not to light the lamp.",
        "FT offered the Board's condolences to the family of a former member.",
        "It was noted that no Bill was expected before the autumn.",
        "FT explained how the next round of inspections would run.",
        "They had been invited and had said no, which FT regretted.",
        "The Board has had the task of overseeing the lamps since 2012.",
        "FT said that a survey before then would be wasted.",
        "FT set out what the lamp would and would not light.",
    ],
)
def test_limits_preferences_and_questions_bind_nobody(sentence: str) -> None:
    assert commitments(read_note(sentence, BOARD)) == []


def test_who_called_upon_whom_is_neither_said_nor_promised() -> None:
    reading = read_note("On a wet evening the Chair called upon Dr Sallow at his office by the pier.", BOARD)
    assert (statements(reading), commitments(reading)) == ([], [])


def test_a_call_upon_somebody_to_act_is_a_request() -> None:
    reading = read_note("The Chair called upon Dr Sallow to resign by 6 June.", BOARD)
    assert commitments(reading) == [({SALLOW}, "requested", "2019-06-06")]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Cllr Ash begged to know whether the keepers had been heard.", "asked"),
        ("Cllr Ash begged the Board's pardon for her absence.", "acknowledged"),
        ("Cllr Ash heard with alarm that two lamps were out.", "concerned"),
        ("Cllr Ash saw much to commend in the scheme.", "welcomed"),
        ("Cllr Ash wished it to be recorded that she opposed the closure.", "disagreed"),
        ("Cllr Ash wanted it minuted that she had been away in March.", "informed"),
        ("Cllr Ash asked, moreover, that the Council keep the bell.", "requested"),
    ],
)
def test_what_somebody_does_in_formal_words(sentence: str, act: str) -> None:
    assert statements(read_note(sentence, BOARD))[0] == ({ASH}, act)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Nor, she added, has the Council any intention of closing the pier.", ({COUNCIL}, "unlikely", None)),
        ("Nor would the Council pay for the paint.", ({COUNCIL}, "unlikely", None)),
        ("The Council has no intention of closing the pier.", ({COUNCIL}, "unlikely", None)),
        ("The Chair asked FT not to comment before the report was out.", ({THORNE}, "requested", None)),
        ("FT not sure; will find out and write to keepers by 10 May.", ({THORNE}, "committed", "2019-05-10")),
        ("A joint survey was suggested instead.", (set[str](), "proposed", None)),
        ("Cllr Ash asked, in addition, that the Council buy no more oil.", ({COUNCIL}, "requested", None)),
        ("Ramp at the pier (Dr Sallow to press the builder): going on.", ({SALLOW}, "committed", None)),
        ("Action 41/2 FT to draft a notice by 6 June.", ({THORNE}, "committed", "2019-06-06")),
        ("FT will see to it in the last two weeks of June.", ({THORNE}, "committed", "2019-06-30")),
        ("From now on, FT promised, papers would be out within five days.", ({THORNE}, "committed", None)),
    ],
)
def test_deeds_in_notes_and_turned_clauses(sentence: str, found: tuple[set[str], str, str | None]) -> None:
    assert commitments(read_note(sentence, BOARD)) == [found]


def test_what_was_asked_for_and_is_conceded_is_agreed() -> None:
    said = "Cllr Ash asked the Council to keep the bell. This was readily conceded."
    reading = read_note(said, BOARD)
    assert statements(reading)[-1][1] == "agreed"
    assert commitments(reading)[-1][1] == "committed"


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("in the last two weeks of March", date(2020, 3, 18), date(2020, 3, 31)),
        ("in the first ten days of June", date(2019, 6, 1), date(2019, 6, 10)),
        ("in the final fortnight of May 2020", date(2020, 5, 18), date(2020, 5, 31)),
    ],
)
def test_the_first_and_last_weeks_of_a_month_have_their_days(words: str, first: date, last: date) -> None:
    assert [(w.start, w.end, w.past) for w in due_window(words, date(2019, 5, 3))] == [(first, last, False)]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("FT proposed that the Council be approached with a view to a single lamp.", (set[str](), "proposed", None)),
        (
            "Dr Sallow suggested that the keepers' wives be written to by 6 June.",
            (set[str](), "proposed", "2019-06-06"),
        ),
    ],
)
def test_what_others_are_to_do_to_somebody_is_proposed_to_nobody(
    sentence: str, told: tuple[set[str], str, str | None]
) -> None:
    assert commitments(read_note(sentence, BOARD)) == [told]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Dr Sallow thought it a sensible idea.", ({SALLOW}, "opined")),
        ("Dr Sallow was enchanted by the prospect.", ({SALLOW}, "welcomed")),
        ("Dr Sallow would say only that an inquiry was being held.", ({SALLOW}, "informed")),
        ("A proposal by Dr Sallow that the two lamps be merged found no favour with the Chair.", ({MOSS}, "disagreed")),
        ("After some discussion it was left as it stood.", ({BOARD_}, "agreed")),
    ],
)
def test_how_a_notion_is_taken(sentence: str, told: tuple[set[str], str]) -> None:
    reading = read_note(sentence, BOARD)
    assert statements(reading) == [told]


def test_all_three_of_them_speak_together() -> None:
    everybody = {"Amara Quayle", "Tobias Wren", "Dame Ruth Pell"}
    said = "All three were disappointed that the lamps had yet to be lit. All three took note of it."
    assert statements(read_note(said)) == [(everybody, "concerned"), (everybody, "acknowledged")]


def test_a_note_that_is_fine_with_that_promises_one_thing() -> None:
    found = commitments(read_note("FT fine with that, will email it to her Mon.", BOARD))
    assert [(who, strength) for who, strength, *_ in found] == [({THORNE}, "committed")]


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("Dr Sallow anticipated issuing the plan in June.", "issuing the plan in June"),
        ("Cllr Ash suggested adding a lamp; FT did not think it was needed.", "adding a lamp"),
        ("Lamps – Dr Sallow to report at the next meeting.", "report at the next meeting"),
        ("Dr Sallow would raise this with the Minister.", "raise this with the Minister"),
        ("Cllr Ash would take it back to her party.", "take it back to her party"),
        ("Cllr Ash would put it to her party.", "put it to her party"),
    ],
)
def test_a_deed_begins_with_its_verb_and_ends_with_its_clause(sentence, action):
    (one,) = read_note(sentence, BOARD).commitments
    assert one.action == action


def test_there_being_no_intention_is_no_plan():
    said = "Dr Sallow confirmed that there was no intention of closing the lamp house."
    assert [strength for _, strength, _ in commitments(read_note(said, BOARD))] == ["unlikely"]


def test_an_offer_is_taken_at_once_or_in_words_that_say_so():
    said = "FT agreed to bring a paper. Cllr Ash and the Chair stressed the cost of oil. Dr Sallow concurred."
    assert commitments(read_note(said, BOARD)) == [({THORNE}, "committed", None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr Sallow spoke of the code. Each harbour would be required to publish a plan of its lamps.",
        "It had been announced in March that the Quay Office would be closed.",
        "The Chair was clear that they should.",
        "The Quay Office had yet to respond on the lamps.",
    ],
)
def test_what_others_must_do_or_made_known_before_binds_nobody_who_met(sentence):
    assert commitments(read_note(sentence, BOARD)) == []


def test_a_deed_that_depends_on_what_comes_is_no_promise():
    reading = read_note("Dr Sallow was not minded to close the quay but would if it had to be done.", BOARD)
    assert [strength for _, strength, _ in commitments(reading)] == ["unlikely"]


def test_each_of_two_who_spoke_is_bound():
    reading = read_note("Dr Sallow and Cllr Ash spoke. Each would send a note by 10 May.", BOARD)
    assert commitments(reading) == [({SALLOW, ASH}, "committed", "2019-05-10")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr Sallow would ask the Port Office to wait.",
        "The plan was still awaited. Dr Sallow would chase.",
        "Dr Sallow would approach the owners for a plan.",
    ],
)
def test_what_one_would_ask_of_others_elsewhere_is_promised(sentence):
    reading = read_note(sentence, BOARD)
    assert statements(reading)[-1] == ({SALLOW}, "undertook")
    assert commitments(reading) == [({SALLOW}, "committed", None)]


def test_what_is_wished_for_in_the_passive_is_asked_of_nobody_named():
    reading = read_note("Cllr Ash hoped that the Council would be properly funded for it.", BOARD)
    assert commitments(reading) == [(set(), "requested", None)]


def test_what_one_will_do_behind_a_doubt_is_promised_without_the_time_of_another():
    reading = read_note(
        "Dr Sallow thought that it would be hard to arrange, but the Council would test the lamps in June and he would "
        "make sure that the Board was told.",
        BOARD,
    )
    assert commitments(reading) == [({COUNCIL}, "committed", "2019-06-30"), ({SALLOW}, "committed", None)]


@pytest.mark.parametrize("sentence", ["Dr Sallow's advice would be to wait.", "Dr Sallow's advice was to wait."])
def test_advice_is_given_by_saying_what_it_is(sentence):
    assert statements(read_note(sentence, BOARD)) == [({SALLOW}, "suggested")]


def test_advice_that_is_to_be_published_is_not_given_there():
    reading = read_note("Dr Sallow's advice would be published in May.", BOARD)
    assert statements(reading) == []
    assert [strength for _, strength, _ in commitments(reading)] == ["planned"]


@pytest.mark.parametrize(
    "answer", ["Dr Sallow said that could be arranged.", "Dr Sallow replied that this could be managed."]
)
def test_what_can_be_arranged_is_granted(answer):
    reading = read_note(f"Cllr Ash requested early sight of the plan. {answer}", BOARD)
    assert commitments(reading)[-1] == ({SALLOW}, "committed", None)


def test_whoever_only_thinks_that_it_can_be_managed_grants_nothing():
    reading = read_note(
        "Cllr Ash requested early sight of the plan. Dr Sallow thought that it could be managed.", BOARD
    )
    assert "committed" not in [strength for _, strength, _ in commitments(reading)]


def test_what_two_left_it_at_is_agreed_and_binds_the_one_who_is_to_act():
    reading = read_note("Dr Sallow and Cllr Ash left it that he would write by 10 May.", BOARD)
    assert statements(reading) == [({SALLOW, ASH}, "agreed")]
    assert commitments(reading) == [({SALLOW}, "committed", "2019-05-10")]


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        ("Complaints about the lamps had doubled.", []),
        ("Concern about the lamps.", ["concerned"]),
        ("Concern that the lamps were old.", ["concerned"]),
    ],
)
def test_complaints_are_told_of_where_they_have_a_verb_of_their_own(sentence, acts):
    assert [said for _, said in statements(read_note(sentence, BOARD))] == acts


def test_what_an_act_would_bring_binds_nobody():
    assert (
        commitments(read_note("Dr Sallow ran through the changes that the Ports and Harbours Act would bring.", BOARD))
        == []
    )


def test_a_preference_for_one_thing_over_another_asks_for_nothing():
    assert commitments(read_note("Dr Sallow would prefer a visit to a letter.", BOARD)) == []


def test_whoever_is_to_be_kept_informed_is_not_to_act():
    reading = read_note("Dr Sallow wondered if members might be kept informed.", BOARD)
    assert [(strength, who) for who, strength, _ in commitments(reading) if BOARD_ in who] == []


def test_whoever_is_invited_to_a_thing_is_asked():
    reading = read_note("Cllr Ash invited members to the launch of the Quay Office's report on 10 May.", BOARD)
    assert commitments(reading) == [({BOARD_}, "requested", "2019-05-10")]


def test_what_is_to_be_agreed_between_two_is_done_by_both():
    reading = read_note(
        "A timetable would be agreed between the Council and the Lodgers' Forum by the end of June.", BOARD
    )
    assert commitments(reading) == [({COUNCIL, "Lodgers' Forum"}, "planned", "2019-06-30")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr Sallow thought that nobody should be turned away.",
        "Dr Sallow would prefer it to be nearer the town.",
        "No date was set.",
        "Notes were taken by Dr Sallow's private secretary.",
    ],
)
def test_nobody_a_thing_and_what_was_left_open_bind_nobody(sentence):
    assert commitments(read_note(sentence, BOARD)) == []


@pytest.mark.parametrize(
    "sentence", ["No date was set.", "No view was taken.", "Notes were taken by Dr Sallow's private secretary."]
)
def test_what_was_left_open_and_who_kept_the_notes_is_said_by_nobody(sentence):
    assert statements(read_note(sentence, BOARD)) == []


def test_whoever_takes_an_offer_or_seconds_a_motion_promises_nothing():
    offered = read_note("Dr Sallow offered the survey as evidence, which Cllr Ash was happy to accept.", BOARD)
    assert statements(offered) == [({SALLOW}, "undertook"), ({ASH}, "agreed")]
    assert [who for who, _, _ in commitments(offered)] == [{SALLOW}]
    moved = read_note("Dr Sallow proposed a levy. Cllr Ash seconded this.", BOARD)
    assert [strength for _, strength, _ in commitments(moved)] == ["proposed"]


def test_what_one_wants_to_do_oneself_is_asked_of_nobody():
    reading = read_note("Dr Sallow wanted to take soundings first and would give an answer by 10 May.", BOARD)
    assert statements(reading) == [({SALLOW}, "opined"), ({SALLOW}, "undertook")]
    assert commitments(reading) == [({SALLOW}, "committed", "2019-05-10")]


def test_a_month_to_which_something_is_put_off_binds_nobody():
    reading = read_note("The decision was put off to July.", BOARD)
    assert [who for who, strength, _ in commitments(reading) if strength == "committed"] == []


def test_things_that_are_all_good_are_agreed_by_nobody():
    assert statements(read_note("The reports on four had appeared; all were good.", BOARD)) == []
