"""What a meeting decides, what is answered to a request, and what is no promise though it sounds like one."""

from __future__ import annotations

import pytest

from tests.notes import AQ, BOARD, TW, TWO_PARTIES, commitments, read_note

FT, IM = "Farida Thorne", "Ingrid Moss"


@pytest.mark.parametrize(
    ("sentence", "actors", "due"),
    [
        ("It was RESOLVED that the appeal be dismissed, and that the Secretary notify the owner within ten days.", {FT}, "2019-05-13"),
        ("The Board DETERMINED that a notice be fixed to the gate within seven days.", set(), "2019-05-10"),
        ("It was RESOLVED that the Secretary lodge the papers by the tenth of June.", {FT}, "2019-06-10"),
        ("The Board noted the report, and it decided that the Secretary should write to the owners before 1 July.", {FT}, "2019-07-01"),
        ("It was agreed that the Chair would open the new jetty on 9 June and that Ms Thorne in turn would speak at the dinner.", {IM}, "2019-06-09"),
    ],
)  # fmt: skip
def test_each_point_of_a_decision_binds_whoever_it_names(sentence: str, actors: set[str], due: str) -> None:
    assert (actors, "committed", due) in commitments(read_note(sentence, BOARD))


def test_a_decision_on_a_paper_alone_binds_nobody() -> None:
    assert commitments(read_note("It was RESOLVED that the application be refused.", BOARD)) == []
    assert commitments(read_note("Mr Wren moved that consideration be deferred.")) == []


@pytest.mark.parametrize(
    "sentence", ["That could often be improved, it was agreed.", "They agreed that more could be achieved."]
)
def test_what_could_be_is_no_decision(sentence: str) -> None:
    assert [found for found in commitments(read_note(sentence)) if found[1] == "committed"] == []


def test_whoever_grants_a_request_is_to_act() -> None:
    note = read_note("AQ asked for the charts of the last ten years. TW readily agreed.")
    assert ({TW}, "committed", None) in commitments(note)
    note = read_note("AQ asked Dame Ruth Pell whether she might have the charts. TW refused.")
    assert ({TW}, "unlikely", None) in commitments(note)


@pytest.mark.parametrize(
    "answer",
    [
        "All were in favour.",
        "Members were content with this.",
        "This was accepted.",
        "This met with general agreement.",
    ],
)
def test_to_approve_of_what_another_is_to_do_promises_nothing(answer: str) -> None:
    found = commitments(read_note(f"It was suggested that a lamp keeper be asked to the next meeting. {answer}", BOARD))
    assert [item for item in found if item[1] == "committed"] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "TW could not get the machine to work.",
        "TW could not in honesty call it new.",
        "TW was unable to share that view.",
        "AQ was grateful for this.",
        "AQ asked who pays for the lamps.",
        "AQ sought an assurance that the owner had been told of it.",
    ],
)
def test_inabilities_thanks_and_questions_are_no_commitments(sentence: str) -> None:
    assert commitments(read_note(sentence)) == []


def test_who_cannot_do_what_was_asked_refuses() -> None:
    found = commitments(read_note("AQ asked for the list by Friday. TW could not manage that.", TWO_PARTIES))
    assert ({TW}, "unlikely", None) in found
    assert ({TW}, "unlikely", None) in commitments(read_note("TW could not promise a second boat."))


@pytest.mark.parametrize(
    ("sentence", "strength", "due"),
    [
        ("All 90 lamps are to be seen by the end of June.", "planned", "2019-06-30"),
        ("NRLX plans to call at a second harbour in autumn 2019.", "planned", "2019-11-30"),
        ("Dunmore Alliance will train forty keepers by the end of 2019.", "committed", "2019-12-31"),
    ],
)
def test_a_plan_is_read_though_nothing_is_known_of_who_has_it(sentence: str, strength: str, due: str) -> None:
    assert [(how, when) for _, how, when in commitments(read_note(sentence))] == [(strength, due)]


def test_running_text_below_a_heading_of_actions_is_no_action() -> None:
    note = read_note(
        "Who does what\n\nAQ outlined the new structure. The Board comes under the Ministry. It oversees the keepers."
    )
    assert commitments(note) == []


def test_a_line_of_an_action_list_may_hold_owner_and_term_as_sentences() -> None:
    note = read_note("ACTIONS\n\nItem 4.2: Paper on the cost of a second boat. Ms Thorne. 2 July 2019.\n", BOARD)
    assert commitments(note) == [({FT}, "committed", "2019-07-02")]


@pytest.mark.parametrize(
    ("sentence", "actors", "strength", "due"),
    [
        ("TW said leave it to him, he'd ring the harbour people.", {TW}, "committed", None),
        ("He’ll look for a free day.", {TW}, "committed", None),
        ("Ahead of it the Registrar intends to paint the doors.", {TW}, "planned", None),
        ("On Saturday 11 May she and Tobias Wren will walk the quays.", {AQ, TW}, "committed", "2019-05-11"),
        ("The Registrar had asked the Coastal Safety Board to reply by 2 July.", {"Coastal Safety Board"}, "requested", "2019-07-02"),
        ("TW was sorry, but he would not release it.", {TW}, "unlikely", None),
        ("They will start in the first week of June.", {AQ, TW}, "committed", "2019-06-07"),
    ],
)  # fmt: skip
def test_deeds_to_come_in_everyday_words(sentence: str, actors: set[str], strength: str, due: str | None) -> None:
    note = (
        read_note(f"AQ and TW spoke of the lamps. {sentence}")
        if "They" in sentence
        else read_note(f"TW spoke. {sentence}")
    )
    assert (actors, strength, due) in commitments(note)


@pytest.mark.parametrize(
    "limit", ["except for Deal, where the masts are down", "save for one", "subject to the cost", "other than at Deal"]
)
def test_who_agrees_but_for_something_agrees(limit):
    found = commitments(read_note(f"AQ asked TW not to dim any more lamps. TW agreed, {limit}."))
    assert [one[:2] for one in found] == [({TW}, "requested"), ({TW}, "committed")]
