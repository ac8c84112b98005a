"""What is only spoken of, waited for or asked for now and then binds nobody; several who are to act, one of them by her office."""

from __future__ import annotations

import pytest

from tests.notes import names, read_text, statements

NOTE = """Note of a meeting between the Lamps Commissioner and Fal Council, 4 June 2019

Present: Ada Brock, Lamps Commissioner; Piers Tull, Chief Executive, Fal Council; Una Moss, Pilots' Guild

Lamps

{}
"""


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr Tull reported upon preparations for an inspection of the quay by the Lighthouse Inspectorate.",
        "Mr Tull had heard talk of an inquiry into its fees.",
        "Mr Tull pointed out that the Guild frequently asked his officers for the contents of a file.",
        "Mr Tull acknowledged that the list left out people who were waiting for an annual review.",
    ],
)
def test_what_is_only_spoken_of_binds_nobody(sentence: str) -> None:
    assert not read_text(NOTE.format(sentence)).commitments


def test_a_review_for_which_people_wait_is_no_undertaking() -> None:
    text = "Mr Tull acknowledged that the list left out people who were waiting for an annual review."
    assert not read_text(NOTE.format(text)).inspections


def test_an_inspection_of_which_notice_is_given_is_to_be() -> None:
    said = "Mr Tull said that notice had been given of an inspection of the quay by the Lighthouse Inspectorate, to begin on 10 July."
    assert [one.strength for one in read_text(NOTE.format(said)).commitments] == ["planned"]


def test_her_office_may_be_one_of_several_who_are_to_act() -> None:
    said = "The Commissioner proposed that Fal Council, the Pilots' Guild and her own office should meet in May."
    (one,) = read_text(NOTE.format(said)).commitments
    assert one.strength == "proposed"
    assert len(names(read_text(NOTE.format(said)), one.actors)) == 3


def test_two_who_speak_of_a_thing_discuss_it() -> None:
    assert statements(read_text(NOTE.format("The Commissioner and Mr Tull spoke of the delays on the quay.")))[-1] == (
        {"Ada Brock", "Piers Tull"},
        "discussed",
    )
