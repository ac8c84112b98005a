"""Whose a review, audit or inquiry is where the sentence does not say it outright."""

from __future__ import annotations

import pytest

from tests.facts.test_who_is_to_act import OFFICE, TWO_SIDES, WATER
from tests.notes import BOARD, COUNCIL, PRISONS, commitments, names, read_note

CPS = "HM Crown Prosecution Service Inspectorate"


def conductors(text: str, frame: str) -> list[tuple[set[str], str | None]]:
    note = read_note(text, frame)
    return [(names(note, one.conducted_by), one.status) for one in note.inspections]


@pytest.mark.parametrize(
    ("sentence", "bodies", "status"),
    [
        ("Ms Amis called for a review of the tariff.", {WATER}, "proposed"),
        ("Ms Voss called for a review of the code.", {OFFICE}, "proposed"),
        ("Ms Voss reported that a review of the tariff was under way.", {WATER}, "under-way"),
        ("Ms Voss said that a review of the Code by the Treasury was under way.", {"HM Treasury"}, "under-way"),
        ("Ms Voss feared that a review of the tariff was off the table.", set(), "unlikely"),
    ],
)
def test_a_review_is_of_whoever_tells_of_it_or_is_asked_for_it(sentence: str, bodies: set[str], status: str) -> None:
    assert conductors(sentence, TWO_SIDES) == [(bodies, status)]


@pytest.mark.parametrize(
    ("sentence", "bodies", "status"),
    [
        ("HMIP and Ofsted plan a joint inspection of education in the summer.", {"HM Inspectorate of Prisons", "Ofsted"}, "planned"),
        ("A joint inspection that HMCPSI and HM Inspectorate of Constabulary have under way is of stalking.", {CPS, "HM Inspectorate of Constabulary"}, "under-way"),
        ("Northmoor Council was carrying out an investigation of the flooding in Quay Street.", {"Northmoor Council"}, "under-way"),
        ("It is intended to inspect forty beacons in the coming year.", set(), "planned"),
    ],
)  # fmt: skip
def test_the_words_of_the_sentence_say_who_inspects(sentence: str, bodies: set[str], status: str) -> None:
    assert conductors(sentence, BOARD) == [(bodies, status)]


def test_an_investigation_of_a_crime_by_the_police_is_no_inspection() -> None:
    assert conductors("Quay Constabulary was carrying out an investigation of the burglary.", BOARD) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Ms Voss said that a review of the tariff was under way and would report in the spring.", ({WATER}, "planned", "2019-05-31")),
        ("Ms Voss said that the draft was ready and would write in June.", ({"Isla Voss"}, "committed", "2019-06-30")),
        ("Ms Voss said that the letter would be sent in June.", ({"Isla Voss"}, "committed", "2019-06-30")),
        ("Ms Voss noted that Ofsted was carrying out a review of nurseries, which would be published in July.", ({"Ofsted"}, "planned", "2019-07-31")),
        ("Ms Voss thought it unlikely that the Board would lower them.", ({WATER}, "unlikely", None)),
    ],
)  # fmt: skip
def test_what_a_thing_will_do_is_of_the_body_and_what_is_sent_of_the_speaker(
    sentence: str, found: tuple[set[str], str, str | None]
) -> None:
    assert commitments(read_note(sentence, TWO_SIDES)) == [found]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ms Voss mentioned the Bill, which would be published in March.",
        "Ms Voss thought it unlikely that tenants would notice.",
    ],
)
def test_what_others_will_do_is_no_commitment_of_those_here(sentence: str) -> None:
    assert commitments(read_note(sentence, TWO_SIDES)) == []


@pytest.mark.parametrize(
    ("sentences", "bodies"),
    [
        ("Carrow Lyle had finished its audits of rents and fuel cards.\n\nOn the audit of fuel cards, Cllr Holt asked for a plan.", {"Carrow Lyle LLP"}),
        ("Carrow Lyle had finished its audit of rents.\n\nOn the audit of rents by Pike LLP, Cllr Holt asked for a plan.", {"Pike LLP"}),
    ],
)  # fmt: skip
def test_an_audit_told_before_is_by_the_same(sentences: str, bodies: set[str]) -> None:
    assert conductors(sentences, COUNCIL)[-1] == (bodies, "completed")


def test_a_body_with_public_in_its_name_holds_no_public_inquiry() -> None:
    told = "Mr Rees presented Public Health Wales's inquiry into the outbreak of measles, which had been completed."
    assert conductors(told, PRISONS) == [({"Public Health Wales"}, "completed")]
