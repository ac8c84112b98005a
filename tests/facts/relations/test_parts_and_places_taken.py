"""Bodies set side by side: what was set up within another, what took another's place, and the two that now work together."""

from __future__ import annotations

import pytest

from tests.notes import HMIP, PRISONS, read_note, relations


def told(sentences: str) -> set[tuple[str, str, str]]:
    """The relations of some sentences, by the labels of the bodies."""
    return set(relations(read_note(sentences, PRISONS)))


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("He spoke of Tern Housing, a charity alongside which Estyn has worked since 2012.", ("Estyn", "worksWith", "Tern Housing")),
        ("The Prison Board has helped the Youth Trust, and the two now run a helpline together.", ("Prison Board", "worksWith", "Youth Trust")),
        ("She should try the Fen Audit Office, Estyn's partner on cost data since 2022.", ("Fen Audit Office", "worksWith", "Estyn")),
        ("The Prison Board is made up of six units, of which the Northern Unit is the smallest.", ("Northern Unit", "subOrganizationOf", "Prison Board")),
        ("The Prison Board is divided into three directorates, one of which is the Finance Directorate.", ("Finance Directorate", "subOrganizationOf", "Prison Board")),
        ("She asked about the Appeals Bureau, that busy section of the Prison Board in which letters are lost.", ("Appeals Bureau", "subOrganizationOf", "Prison Board")),
        ("The Fen Office was set up on 1 April as an executive agency within the Ministry of Justice.", ("Fen Office", "subOrganizationOf", "Ministry of Justice")),
        ("The Fen Office would remain an agency of the Ministry of Justice.", ("Fen Office", "subOrganizationOf", "Ministry of Justice")),
        ("Mr Dunn spoke about Marl House, being a home which HMIP is required to inspect in every second year.", (HMIP, "inspects", "Marl House")),
        ("Estyn worked out the figures. Answers to the Department for Learning.", ("Department for Learning", "oversees", "Estyn")),
        ("The Ministry of Justice replaced the Prison Board with the Custody Office in 2014.", ("Custody Office", "succeeds", "Prison Board")),
        ("The Fen Office was opened in May, assuming all that the River Council had done.", ("Fen Office", "succeeds", "River Council")),
        ("He spoke of the Digital Unit, which is part of the County Police of North Yarrow.", ("Digital Unit", "subOrganizationOf", "County Police of North Yarrow")),
        ("Estyn worked out the figures. Tutors' Registry = arm of Estyn since April.", ("Tutors' Registry", "subOrganizationOf", "Estyn")),
        ("Introducing it, Mr Dunn said that the Fen Office, having succeeded the River Council in 2016, had few staff.", ("Fen Office", "succeeds", "River Council")),
        ("The Fen Office has taken over everything the River Council used to do.", ("Fen Office", "succeeds", "River Council")),
    ],
)  # fmt: skip
def test_two_bodies_and_what_binds_them(sentence, relation):
    assert told(sentence) == {relation}


def test_the_name_of_what_is_theirs_is_what_works_with_another():
    assert told("The Prison Board is large. Its laboratory, Roe Labs, works closely with Estyn.") == {
        ("Roe Labs", "subOrganizationOf", "Prison Board"),
        ("Roe Labs", "worksWith", "Estyn"),
    }


def test_what_is_theirs_belongs_to_whom_the_clause_before_is_about():
    sentence = "The Clerk said that the Fen Office had taken over everything the River Council did, and that its subsidiary, Norland Fish, was inspected by Estyn twice a year."
    assert told(sentence) == {
        ("Fen Office", "succeeds", "River Council"),
        ("Norland Fish", "subOrganizationOf", "Fen Office"),
        ("Estyn", "inspects", "Norland Fish"),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "The Ministry of Justice had consulted on replacing the Prison Board with a single regulator.",
        "The Prison Board advised the Youth Trust, and the two might one day run a helpline together.",
        "A memorandum between the Prison Board and the Youth Trust had been talked about for years but never signed.",
        "The Prison Board said that HMIP would carry out an inspection of the two remaining plants in May.",
        "Mr Dunn had seen the complaint from Healthwatch Marl and said his inspectors would look at it in May.",
    ],
)
def test_what_is_only_thought_of_or_looked_at_binds_nobody(sentence):
    assert told(sentence) == set()


@pytest.mark.parametrize("aside", ["although part of", "though still a part of", "while part of", "itself part of"])
def test_a_part_is_told_in_an_aside_that_concedes_it(aside):
    sentence = f"Mr Dunn stressed that Estyn, {aside} the Welsh Government, was free to say what it found."
    assert told(sentence) == {("Estyn", "subOrganizationOf", "Welsh Government")}


def test_a_part_that_a_report_plays_is_no_body_of_anybody() -> None:
    assert told("Mr Dunn said that Estyn, although part of the discussion, had kept out of the Prison Board.") == set()


@pytest.mark.parametrize("work", ["complaints handling at", "the training given by", "safety within"])
def test_who_oversees_what_a_body_does_oversees_it(work):
    assert told(f"Mr Dunn explained that Estyn oversees {work} the Prison Board.") == {
        ("Estyn", "oversees", "Prison Board")
    }


def test_who_oversees_the_work_of_people_or_a_place_oversees_no_body():
    assert (
        told("Mr Dunn said that Estyn oversees training at weekends, and sponsors research at the Prison Board.")
        == set()
    )
