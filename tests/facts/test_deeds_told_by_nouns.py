"""Deeds that a noun, a gift of the task, an infinitive of somebody's own or a common noun for people tells."""

from __future__ import annotations

import pytest

from tests.notes import ASH, BOARD, MOSS, SALLOW, THORNE, commitments, read_note

COUNCIL, LODGERS, FORCE = "Northmoor Council", "Lodgers' Forum", "Quay Constabulary"


@pytest.mark.parametrize(
    ("sentence", "actors", "strength"),
    [
        ("There is an undertaking from the Lodgers' Forum to decide the matter by 31 May.", {LODGERS}, "committed"),
        ("There was a proposal from Dr Sallow for a joint patrol by the constabulary.", {FORCE}, "proposed"),
        ("From Cllr Ash came the promise of a model form.", {ASH}, "committed"),
        ("Dr Sallow's idea: one list for every port, kept by the Lodgers' Forum.", {LODGERS}, "proposed"),
        ("The choice of a date was delegated to the Chair and Dr Sallow.", {MOSS, SALLOW}, "committed"),
        ("The drafting of the letter was left to FT.", {THORNE}, "committed"),
        ("Dr Sallow accepted that it was now for the Council to tell them.", {COUNCIL}, "planned"),
        ("A campaign is to run from June to August, with the Council to lead.", {COUNCIL}, "committed"),
        ("The Council will pay for the lamps, leaving the Lodgers' Forum to train the keepers.", {LODGERS}, "committed"),
        ("A trial will run until June, for which the Council and the Lodgers' Forum take joint responsibility.",
         {COUNCIL, LODGERS}, "planned"),
    ],
)  # fmt: skip
def test_a_noun_tells_who_is_to_do_what(sentence: str, actors: set[str], strength: str) -> None:
    assert (actors, strength) in [found[:2] for found in commitments(read_note(sentence, BOARD))]


@pytest.mark.parametrize(
    ("sentence", "actors", "strength"),
    [
        ("Officers would circulate the slides.", {"Officers"}, "committed"),
        ("The chief engineer is to bring a new rota by 11 June.", {"Chief engineer"}, "planned"),
        ("The keepers intend to advertise for a new hand.", {"Keepers"}, "planned"),
        ("The harbour company declined to lend its crane.", {"Harbour company"}, "unlikely"),
        ("Quay Marine Limited had lost a third of its hands; the company will train six more by June.", {"Quay Marine Limited"}, "committed"),
    ],
)  # fmt: skip
def test_people_without_a_name_act_by_what_they_are(sentence: str, actors: set[str], strength: str) -> None:
    assert commitments(read_note(sentence, BOARD))[-1][:2] == (actors, strength)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Cllr Ash asked the Secretary, whose budget it comes out of, to have the lamp mended.", ({THORNE}, "requested", None)),
        ("The Chair, to whom a keeper had written, undertook to go and see for herself.", ({MOSS}, "committed", None)),
        ("Cllr Ash was asked, with Dr Sallow, to put it on paper by 6 June.", ({ASH, SALLOW}, "requested", "2019-06-06")),
        ("The Council now hoped, he said, to have both lamps mended by the end of August.", ({COUNCIL}, "planned", "2019-08-31")),
        ("Dr Sallow mentioned that the Council was most unlikely to look at the towers again.", ({COUNCIL}, "unlikely", None)),
        ("It is not the intention of the Council to close any of these.", ({COUNCIL}, "unlikely", None)),
        ("Formal action by the Council is unlikely, Cllr Ash said.", ({COUNCIL}, "unlikely", None)),
        ("FT said she'd have a word with the contractor about the keepers.", ({THORNE}, "committed", None)),
        ("Superintendent Reed will be back in September to see what has changed.", ({"Superintendent Noah Reed"}, "committed", "2019-09-30")),
        ("FT said that she could let her have them within a week.", ({THORNE}, "proposed", "2019-05-10")),
    ],
)  # fmt: skip
def test_insertions_and_idioms_hide_no_deed(sentence: str, found: tuple[set[str], str, str | None]) -> None:
    assert commitments(read_note(sentence, BOARD)) == [found]


def test_two_who_had_letters_act_together() -> None:
    said = "The Chair and Dr Sallow had both had letters. Together they will meet the Fishermen's Union on 6 June."
    assert commitments(read_note(said, BOARD))[-1][0] == {MOSS, SALLOW}


def test_a_refusal_and_a_promise_of_one_sentence_are_both_told() -> None:
    said = "FT could not promise it before the lawyers had looked, but will ask them by 7 June."
    assert [how for _, how, _ in commitments(read_note(said, BOARD))] == ["unlikely", "committed"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Council received eleven bids last year and turned down three.",
        "Cllr Ash liked it.",
        "Skippers are to carry the licence on board at all times.",
        "There was no promise from the Council to mend it.",
        "Keepers were told to open a window.",
        "The Council mended the pier, for which the Board is responsible.",
        "It was Dr Sallow's view that the keepers had let the lamps grow dim.",
    ],
)
def test_what_is_past_liked_or_the_rule_binds_nobody(sentence: str) -> None:
    assert commitments(read_note(sentence, BOARD)) == []
