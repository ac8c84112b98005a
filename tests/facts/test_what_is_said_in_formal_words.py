"""What somebody says, and how a notion is taken, in formal or old-fashioned words."""

from __future__ import annotations

import pytest

from tests.notes import ASH, BOARD, MOSS, SALLOW, commitments, read_note, statements

BOARD_ = "The Board"


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


def test_what_was_asked_for_and_is_conceded_is_agreed() -> None:
    said = "Cllr Ash asked the Council to keep the bell. This was readily conceded."
    reading = read_note(said, BOARD)
    assert statements(reading)[-1][1] == "agreed"
    assert commitments(reading)[-1][1] == "committed"


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


@pytest.mark.parametrize("sentence", ["Dr Sallow's advice would be to wait.", "Dr Sallow's advice was to wait."])
def test_advice_is_given_by_saying_what_it_is(sentence):
    assert statements(read_note(sentence, BOARD)) == [({SALLOW}, "suggested")]


def test_advice_that_is_to_be_published_is_not_given_there():
    reading = read_note("Dr Sallow's advice would be published in May.", BOARD)
    assert statements(reading) == []
    assert [strength for _, strength, _ in commitments(reading)] == ["planned"]


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


@pytest.mark.parametrize(
    "sentence", ["No date was set.", "No view was taken.", "Notes were taken by Dr Sallow's private secretary."]
)
def test_what_was_left_open_and_who_kept_the_notes_is_said_by_nobody(sentence):
    assert statements(read_note(sentence, BOARD)) == []


def test_things_that_are_all_good_are_agreed_by_nobody():
    assert statements(read_note("The reports on four had appeared; all were good.", BOARD)) == []


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The principles of lamp making were mentioned.", "informed"),
        ("There was a desire from the Board to know more about lamps.", "requested"),
        ("There was interest in the new lamps.", "opined"),
        ("Dr Sallow led a review of progress against the plan.", "discussed"),
    ],
)
def test_what_was_mentioned_wished_for_or_gone_through_was_said(sentence, act):
    assert [said.act for said in read_note(sentence, BOARD).statements] == [act]


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("wished to record that the keepers had done well", "informed"),
        ("wished to place on record that the Council had objected", "informed"),
        ("wanted to make clear that the Council had objected", "informed"),
        ("wished to register her concern at the delay", "concerned"),
        ("was pleased to note that the lamp was lit", "welcomed"),
    ],
)
def test_what_somebody_wishes_to_record_is_said_and_asked_of_nobody(words: str, act: str) -> None:
    note = read_note(f"Dr Sallow {words}.", BOARD)
    assert (statements(note), commitments(note)) == ([({SALLOW}, act)], [])
