"""Those who act together, and those whom a pronoun or a possessive means."""

from __future__ import annotations

import pytest

from tests.notes import commitments, read_note

FRAME = """Liaison meeting on harbours, 3 May 2019

Present:
Ruth Amis, Harbour Users' Commissioner
Isla Voss, Chief Executive, Calder Port Authority
Owen Pike, Director, Marine Safety Inspectorate

1. Piers

{}
"""
PORT, SAFETY = "Calder Port Authority", "Marine Safety Inspectorate"


@pytest.mark.parametrize(
    ("sentences", "actors", "due"),
    [
        ("It was reported that the Calder Port Authority and the Marine Safety Inspectorate had begun a joint review. They hope to finish it by June.", {PORT, SAFETY}, "2019-06-30"),
        ("The Calder Port Authority plans to inspect ten piers in July, jointly with the Marine Safety Inspectorate.", {PORT, SAFETY}, "2019-07-31"),
        ("Mr Pike said that twelve piers had been visited and that the remainder would be done before July.", {SAFETY}, "2019-06-30"),
        ("Ms Voss's answer was that there was no money now, but that she would look at it again in the autumn.", {"Isla Voss"}, "2019-11-30"),
        ("It was agreed that inspectors would leave a card at each pier.", {SAFETY}, None),
        ("Ms Amis requested that a plan be drawn up by the Calder Port Authority.", {PORT}, None),
        ("Ms Voss ruled out any patrols by the Marine Safety Inspectorate.", {SAFETY}, None),
    ],
)  # fmt: skip
def test_who_acts_is_whoever_is_joined_meant_or_named_behind(sentences: str, actors: set[str], due: str | None) -> None:
    found = [(who, when) for who, _, when in commitments(read_note(sentences, FRAME))]
    assert (actors, due) in found


@pytest.mark.parametrize("answer", ["They would, was the reply.", "It would, said Ms Voss."])
def test_an_answer_without_a_deed_promises_nothing(answer: str) -> None:
    assert commitments(read_note(f"Ms Amis asked whether the piers would be safe. {answer}", FRAME)) == []


@pytest.mark.parametrize("second", ["but were unlikely to meet again", "and will meet again", "and were to meet again"])
def test_a_second_verb_of_two_binds_both(second: str) -> None:
    text = f"Mr Pike said that the Calder Port Authority and the Marine Safety Inspectorate had met {second}."
    assert [actors for actors, _, _ in commitments(read_note(text, FRAME))] == [{PORT, SAFETY}]


@pytest.mark.parametrize("answer", ["Ms Voss thought it unlikely.", "Ms Voss thought this unlikely."])
def test_what_somebody_was_asked_about_is_ruled_out(answer: str) -> None:
    text = f"Ms Amis asked whether the Marine Safety Inspectorate would comment on the draft. {answer}"
    assert commitments(read_note(text, FRAME)) == [({SAFETY}, "unlikely", None)]


@pytest.mark.parametrize("verb", ["working with", "working closely with"])
def test_a_body_that_works_with_another_acts_with_it(verb: str) -> None:
    text = f"The Calder Port Authority is {verb} the Marine Safety Inspectorate on a code, to be issued by June."
    assert ({PORT, SAFETY}, "planned", "2019-06-30") in commitments(read_note(text, FRAME))


@pytest.mark.parametrize("limit", ["fixed", "set"])
def test_whoever_sets_a_limit_is_not_who_is_to_act(limit: str) -> None:
    text = f"Ms Voss requested that in future every plan be handed in by the day {limit} by the Marine Safety Inspectorate."
    assert all(SAFETY not in actors for actors, _, _ in commitments(read_note(text, FRAME)))


MANY = FRAME.replace(
    "\n1. Piers", "Jon Gale, Calder Port Authority\nEve Holt, Marine Safety Inspectorate\n\n1. Piers"
).replace("Ruth Amis, Harbour Users' Commissioner\n", "Ruth Amis, Marine Safety Inspectorate\n")


def test_where_several_came_from_each_of_two_bodies_these_agree() -> None:
    reading = read_note("It was agreed that the piers were unsafe.", MANY)
    labels = {one.key: one.label for one in reading.entities}
    assert [{labels[key] for key in said.speakers} for said in reading.statements] == [{PORT, SAFETY}]


@pytest.mark.parametrize("opening", ["Until then the", "Until then, the", "From then on the"])
def test_what_is_done_until_then_is_promised(opening: str) -> None:
    text = f"{opening} Calder Port Authority will keep the pier shut."
    assert commitments(read_note(text, FRAME)) == [({PORT}, "committed", None)]


def test_the_offices_are_those_of_the_two_bodies_that_met() -> None:
    assert ({PORT, SAFETY}, "committed", None) in commitments(
        read_note("The offices agreed to share their maps.", MANY)
    )


@pytest.mark.parametrize("served", ["would be sent the chapters that concern it", "will be given a copy"])
def test_whoever_tells_what_another_will_be_given_is_to_give_it(served: str) -> None:
    text = f"Ms Voss said that the Marine Safety Inspectorate {served}."
    assert commitments(read_note(text, FRAME)) == [({PORT}, "committed", None)]
    assert commitments(read_note(f"The Marine Safety Inspectorate {served}.", FRAME)) != [({PORT}, "committed", None)]
