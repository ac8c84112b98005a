"""Refusals with their reasons, what stands before its verb, and whose turn somebody thinks it is."""

from __future__ import annotations

import pytest

from tests.notes import AQ, TW, commitments, read_note, statements
from tests.notes import BOARD as LIGHTS

BOARD = "Coastal Safety Board"


@pytest.mark.parametrize(
    "answer",
    [
        "This he could not do, TW explained, while any of the ships might still be sold.",
        "That he was not able to promise, TW said, until the returns were in.",
        "TW said he was afraid that this was not possible, since Parliament must see it first.",
        "TW regretted that this would not be possible under the present rules.",
        "TW replied that it was out of the question.",
        "TW declined, with every courtesy, on the ground that a registrar keeps no such list.",
        "TW refused until the inquiry was over.",
        "Mr Wren, much moved, was obliged to disappoint her: there would be no such list in his time.",
        "Not possible, TW replied: the press has them first.",
        "Impossible, Mr Wren answered.",
        "Out of the question, said Mr Wren.",
        "That, TW said, could not be done.",
        "TW – no, not yet.",
        "Not before the autumn, TW replied.",
        "TW ruled that it could not be entertained in the present state of the accounts.",
    ],
)
def test_a_refusal_is_one_however_short_and_whatever_follows_as_its_reason(answer: str) -> None:
    found = commitments(read_note(f"AQ asked the Registrar for a list of the wrecks. {answer}"))
    assert found == [({TW}, "requested", None), ({TW}, "unlikely", None)]


def test_what_is_offered_behind_a_refusal_does_not_grant_what_was_asked_for() -> None:
    note = read_note("AQ asked TW for the log. TW declined, but offered to send a summary by Friday.")
    assert commitments(note)[1:] == [({TW}, "unlikely", None), ({TW}, "committed", "2019-05-10")]


@pytest.mark.parametrize(
    "answer",
    [
        "This it was not, TW said.",
        "TW hoped not to disappoint her.",
        "AQ disappointed.",
        "TW refused to say when the ship sank.",
    ],
)
def test_what_says_nothing_about_the_wish_refuses_nothing(answer: str) -> None:
    assert commitments(read_note(f"AQ asked TW for the log. {answer}")) == [({TW}, "requested", None)]


@pytest.mark.parametrize(
    ("sentence", "actor", "due"),
    [
        ("These the Registrar will supply by 28 August.", TW, "2019-08-28"),
        ("He described the charts, and those the Coastal Safety Board will print by 1 July.", BOARD, "2019-07-01"),
        ("This TW will settle by Friday.", TW, "2019-05-10"),
    ],
)
def test_what_is_done_may_stand_before_whoever_does_it(sentence: str, actor: str, due: str) -> None:
    assert commitments(read_note(f"TW spoke of the charts. {sentence}")) == [({actor}, "committed", due)]


def test_a_note_goes_on_with_the_same_speaker_behind_a_semicolon() -> None:
    note = read_note("Not a matter for the Registrar, said TW; suggested AQ try the Coastal Safety Board.")
    assert ({TW}, "suggested") in statements(note)
    assert commitments(note) == [({AQ}, "proposed", None)]


def test_a_bare_thing_is_suggested_with_an_afterthought() -> None:
    assert commitments(read_note("TW suggested trial at Northmoor first.")) == [({AQ}, "proposed", None)]


def test_whoever_is_thought_to_have_the_turn_is_asked() -> None:
    note = read_note("In TW's view it was for the Coastal Safety Board to carry out the survey.")
    assert commitments(note) == [({BOARD}, "requested", None)]


@pytest.mark.parametrize(
    "sentence", ["TW felt that it was for the Coastal Safety Board to decide.", "TW thought it was for him to judge."]
)
def test_whose_right_it_is_to_decide_asks_nobody(sentence: str) -> None:
    assert commitments(read_note(sentence)) == []


def test_a_solemn_assurance_is_an_undertaking() -> None:
    note = read_note("Mr Wren gave her his solemn assurance that not a lamp should go out.")
    assert statements(note) == [({TW}, "undertook")]


@pytest.mark.parametrize(
    "sentence",
    [
        "AQ called on the Registrar to tell lodgers how long they would wait.",
        "AQ did, however, urge the Registrar to tell ships in advance which lamps would be out.",
    ],
)
def test_word_that_is_to_be_carried_to_others_is_a_deed(sentence: str) -> None:
    assert commitments(read_note(sentence)) == [({TW}, "requested", None)]


@pytest.mark.parametrize("told", ["her", "members", "the meeting"])
def test_what_is_to_be_told_at_the_meeting_itself_is_none(told: str) -> None:
    assert commitments(read_note(f"AQ asked TW to tell {told} how many lamps were lit.")) == []


def test_whoever_sends_somebody_is_meant_by_a_suggestion() -> None:
    note = read_note("TW suggested that somebody from the Coastal Safety Board sit on the review.")
    assert commitments(note) == [({BOARD}, "proposed", None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "AQ hoped that the idea would not be revived.",
        "AQ trusted that the auditors would not again query the supper.",
        "There had been a rumour, AQ said, that the Registry and the Coastal Safety Board were to be merged.",
        "There was talk, AQ said, that the lamp house would be closed.",
    ],
)
def test_what_is_dreaded_or_rumoured_binds_nobody(sentence: str) -> None:
    assert commitments(read_note(sentence)) == []


def test_what_follows_a_rumour_may_bind_again() -> None:
    note = read_note("There was talk that the lamp house would be closed, but TW will ask the Ministry by Friday.")
    assert commitments(note) == [({TW}, "committed", "2019-05-10")]


@pytest.mark.parametrize(
    "sentence",
    ["This did not find favour with TW, who has five lamps.", "The idea did not win the Registrar's support."],
)
def test_what_does_not_find_favour_is_disagreed_with(sentence: str) -> None:
    assert ({TW}, "disagreed") in statements(read_note(sentence))


def test_what_somebody_would_hand_in_is_an_undertaking() -> None:
    note = read_note("He would, however, put in a bid to the Council before the end of June.")
    assert [act for _, act in statements(note)] == ["undertook"]
    assert [(strength, due) for _, strength, due in commitments(note)] == [("committed", "2019-06-30")]


@pytest.mark.parametrize("heading", ["WHO DOES WHAT", "2. Who does what"])
def test_who_does_what_may_be_a_matter_of_talk(heading: str) -> None:
    note = read_note(f"TW spoke.\n\n{heading}\n\nTW explained that the Registry keeps no files. AQ asked why.")
    assert [act for _, act in statements(note)][-2:] == ["informed", "asked"]
    assert commitments(note) == []


def test_the_heads_of_a_table_are_no_action() -> None:
    rows = "Minute | To be done | By whom | When\n3 | Paint the lamps | Tobias Wren | 20 May 2019"
    assert commitments(read_note(f"TW spoke.\n\nActions\n\n{rows}")) == [({TW}, "committed", "2019-05-20")]


def test_what_somebody_hopes_it_will_not_come_to_is_refused_by_nobody() -> None:
    assert commitments(read_note("The Registry is old. TW hoped that it would not come to that.")) == []


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("AQ did not expect that the Coastal Safety Board would join the survey.", BOARD),
        ("AQ does not anticipate that Dame Ruth Pell would attend.", "Dame Ruth Pell"),
        ("AQ was grateful, but did not think that TW would send one before June.", TW),
    ],
)
def test_what_is_not_expected_of_somebody_is_unlikely(sentence: str, who: str) -> None:
    assert [(one[0], one[1]) for one in commitments(read_note(sentence))] == [({who}, "unlikely")]


@pytest.mark.parametrize(
    "sentence", ["AQ did not think that the fees would rise.", "AQ did not doubt that TW would send it in time."]
)
def test_what_is_only_thought_of_things_or_not_doubted_is_not_unlikely(sentence: str) -> None:
    assert "unlikely" not in [one[1] for one in commitments(read_note(sentence))]


@pytest.mark.parametrize("verdict", ["this would be possible", "it could be done", "this would be in the budget"])
def test_a_wish_is_refused_by_whoever_thinks_it_unlikely(verdict: str) -> None:
    found = commitments(
        read_note(f"AQ suggested that TW should also count the buoys. TW thought it unlikely that {verdict}.")
    )
    assert [one[1] for one in found] == ["proposed", "unlikely"]


@pytest.mark.parametrize("answer", ["it would not", "it would not, since the quay was small"])
def test_a_plain_no_to_a_question_about_a_thing_binds_nobody(answer: str) -> None:
    assert commitments(read_note(f"AQ asked whether the old lamp would be counted. TW replied that {answer}.")) == []


@pytest.mark.parametrize(
    "note", ["- Dame Ruth Pell unlikely to attend – no train.", "- TW most unlikely to send it before June."]
)
def test_a_note_without_a_verb_says_who_will_hardly_do_something(note: str) -> None:
    (found,) = commitments(read_note(f"- TW has counted the lamps.\n{note}"))
    assert found[1] == "unlikely"
    assert found[0] in ({TW}, {"Dame Ruth Pell"})


@pytest.mark.parametrize(
    "answer",
    [
        "TW thought it unlikely, and said that the money had gone on masts.",
        "TW thought it most unlikely that anybody could be spared before the new year.",
        "TW thought it unlikely that he would find the time.",
    ],
)
def test_a_wish_is_refused_whatever_follows_what_somebody_thinks_unlikely(answer: str) -> None:
    found = commitments(read_note(f"AQ asked TW to count the buoys. {answer}"))
    assert [one[:2] for one in found] == [({TW}, "requested"), ({TW}, "unlikely")]


def test_whoever_thinks_it_unlikely_but_will_try_refuses_nothing() -> None:
    found = commitments(read_note("AQ asked TW to count the buoys. TW thought it unlikely, but promised to try."))
    assert [one[1] for one in found][-1] == "committed"


def test_what_is_unlikely_to_be_revived_is_no_plan() -> None:
    found = commitments(
        read_note("AQ explained that the count had been abandoned in May. It was unlikely to be revived.")
    )
    assert "planned" not in [one[1] for one in found]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Mr Wren was not able to release the film.", [({TW}, "unlikely", None)]),
        ("TW not able to agree to this, as drafts go to the owners alone.", [({TW}, "unlikely", None)]),
        ("Mr Wren was able to release the film.", []),
        ("Mr Wren was not able to give a figure.", []),
        ("Mr Wren was not able to release the film but will ask.", [({TW}, "committed", None)]),
        ("Mr Wren said at once that he would write to her.", [({TW}, "committed", None)]),
    ],
)
def test_whoever_is_not_able_to_do_it_will_not(sentence: str, found: list[tuple[set[str], str, str | None]]) -> None:
    assert commitments(read_note(sentence)) == found


def test_what_the_own_body_will_not_do_is_no_opinion() -> None:
    told = "Dr Sallow was not persuaded: Northmoor Council was short of staff and would not be lighting the quay."
    assert commitments(read_note(told, LIGHTS)) == [({"Northmoor Council"}, "unlikely", None)]
