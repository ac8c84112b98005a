"""Notes that run on behind a comma, things without an article, and answers whose subject is "it"."""

from __future__ import annotations

import pytest

from tests.notes import BOARD, SALLOW, THORNE, commitments, read_note

REED = "Superintendent Noah Reed"
COUNCIL, LODGERS, FORCE = "Northmoor Council", "Lodgers' Forum", "Quay Constabulary"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("FT to draft by 31 May, NR to check the figures.", [({THORNE}, "committed", "2019-05-31"), ({REED}, "committed", None)]),
        ("FT can't promise, will look at rotas.", [({THORNE}, "unlikely", None), ({THORNE}, "committed", None)]),
        ("The first draft is to come from Dr Sallow within three weeks.", [({SALLOW}, "planned", "2019-05-24")]),
        ("The Council has, however, been asked for a report by the end of October.", [({COUNCIL}, "requested", "2019-10-31")]),
        ("The Chair proposed that the Council be invited to look at the pier.", [({COUNCIL}, "proposed", None)]),
        ("A joint review by the Council and the Lodgers' Forum is planned for July 2019.", [({COUNCIL, LODGERS}, "planned", "2019-07-31")]),
        ("Dr Sallow said that the aim is to finish by June.", [({COUNCIL}, "planned", "2019-06-30")]),
    ],
)  # fmt: skip
def test_a_sentence_tells_all_who_are_to_act(sentence: str, found: list[tuple[set[str], str, str | None]]) -> None:
    assert commitments(read_note(sentence, BOARD)) == found


@pytest.mark.parametrize("sentence", ["FT suggested quarterly rounds.", "NR proposed joint leaflet with keepers."])
def test_a_thing_is_proposed_without_an_article(sentence: str) -> None:
    assert [how for _, how, _ in commitments(read_note(sentence, BOARD))] == ["proposed"]


def test_it_would_is_the_answer_of_the_body_that_was_asked() -> None:
    said = "Cllr Ash asked if the Council might lend a van. It would, Dr Sallow confirmed."
    assert commitments(read_note(said, BOARD))[-1][:2] == ({COUNCIL}, "committed")


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr Sallow cautioned the Board against reading too much into it.",
        "Cllr Ash sought assurance that every lamp was now checked.",
        "Dr Sallow said that the Council had no wish to be caught out.",
        "FT suggested otherwise.",
    ],
)
def test_warnings_assurances_and_wishes_about_what_is_bind_nobody(sentence: str) -> None:
    assert commitments(read_note(sentence, BOARD)) == []
