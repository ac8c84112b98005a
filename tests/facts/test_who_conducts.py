"""Who carries an inspection, review, audit or inquiry out: partners, owners, and whom the sentence leaves out."""

from __future__ import annotations

import pytest

from tests.facts.test_who_is_to_act import OFFICE, TWO_SIDES, WATER
from tests.facts.test_whose_review import conductors
from tests.notes import BOARD, inspections, read_note
from tests.notes import PRISONS as WARDS

PRISONS = "HM Inspectorate of Prisons for Scotland"
CARE = "Care Inspectorate"
AUDIT = "Audit Scotland"
MONITORS = """PRISON MONITORS' FORUM

Notes of the meeting held on 12 March 2020

Present: Ingrid Moss (Chair), Dr Peter Sallow (HM Inspectorate of Prisons for Scotland, HMIPS), Farida Thorne (Care Inspectorate)
Apologies: Audit Scotland

1. Inspections

{}
"""


@pytest.mark.parametrize(
    ("sentence", "bodies", "status"),
    [
        ("HMIPS and Care Inspectorate's joint review of nurseries is half done.", {PRISONS, CARE}, "under-way"),
        ("HMIPS's and the Care Inspectorate's joint review of nurseries is half done.", {PRISONS, CARE}, "under-way"),
        ("Joint HMIPS/Care Inspectorate review of visits – cancelled.", {PRISONS, CARE}, "not-completed"),
        ("A joint HMIPS and Audit Scotland review of stores starts in May.", {PRISONS, AUDIT}, "planned"),
        ("Joint review by HMIPS / Audit Scotland: starts May.", {PRISONS, AUDIT}, "planned"),
        ("HMIPS & Audit Scotland – joint review of stores, starts May.", {PRISONS, AUDIT}, "planned"),
        ("Joint inspection of the nursery, HMIPS and Care Inspectorate: two days done, one to go.", {PRISONS, CARE}, "under-way"),
        ("HMIPS and Audit Scotland (AS) have finished their joint inspection of stores.", {PRISONS, AUDIT}, "completed"),
        ("There was some discussion of a joint inspection of Quay by HMIPS and the Care Inspectorate, but it is now unlikely to go ahead.", {PRISONS, CARE}, "unlikely"),
    ],
)  # fmt: skip
def test_partners_are_named_in_many_ways(sentence: str, bodies: set[str], status: str) -> None:
    assert conductors(sentence, MONITORS) == [(bodies, status)]


@pytest.mark.parametrize(
    ("sentences", "bodies"),
    [
        ("HMIPS and the Care Inspectorate work together on nurseries. A joint inspection of visits is planned for May.", {PRISONS, CARE}),
        ("Audit Scotland shares a desk with HMIPS. A joint audit of stores by the two of them is planned for May.", {PRISONS, AUDIT}),
        ("Dr Sallow and Ms Thorne said that a joint inspection of the nursery was planned for May.", {PRISONS, CARE}),
        ("The prison's own audit of keys is planned for May.", set()),
        ("An audit of keys which the prison has put in hand will be finished in May.", set()),
        ("Asked about the proposed inquiry into riots, Dr Sallow said that ministers had yet to decide.", set()),
    ],
)  # fmt: skip
def test_a_joint_one_is_of_those_last_named_together_and_one_of_another_of_nobody_known(
    sentences: str, bodies: set[str]
) -> None:
    assert [found for found, _ in conductors(sentences, MONITORS)] == [bodies]


@pytest.mark.parametrize(
    ("sentence", "bodies", "status"),
    [
        ("An independent review of refunds, which Calder Water Board has commissioned from Pell Associates, is expected in May.", {"Pell Associates"}, "planned"),
        ("Ms Amis had asked the auditors to review the refund system.", set(), "proposed"),
        ("Mr Pike suggested that outside accountants audit the fund after a year.", set(), "proposed"),
        ("Ms Amis undertook to have every meter in the valley audited by 31 May.", set(), "planned"),
    ],
)  # fmt: skip
def test_who_has_it_done_by_another_does_not_do_it(sentence: str, bodies: set[str], status: str) -> None:
    assert conductors(sentence, TWO_SIDES) == [(bodies, status)]


@pytest.mark.parametrize(
    ("sentence", "bodies", "status"),
    [
        ("HMIPS and the Care Inspectorate were in for a fortnight in May.", {PRISONS, CARE}, "completed"),
        ("The Care Inspectorate, which inspects the nursery every two years, is expected at the end of November.", {CARE}, "planned"),
        ("HMIPS is due in the autumn.", {PRISONS}, "planned"),
        ("HMIPS had spent two days going over the kitchens in February.", {PRISONS}, "completed"),
        ("Dr Sallow reported 14 of 31 cells inspected.", {PRISONS}, "under-way"),
        ("Dr Sallow reported HMIPS inspection of Quay under way.", {PRISONS}, "under-way"),
        ("Dr Sallow: re-inspection wk of 9 April.", {PRISONS}, "planned"),
        ("No unannounced inspection of Quay – HMIPS lacks staff.", {PRISONS}, "unlikely"),
        ("HMIPS has begun an inquiry into the riot and may not say anything until May.", {PRISONS}, "under-way"),
        ("The review of stores was promised by HMIPS last autumn and has not taken place.", {PRISONS}, "not-completed"),
    ],
)  # fmt: skip
def test_notes_and_stays_tell_of_inspections_too(sentence: str, bodies: set[str], status: str) -> None:
    assert conductors(sentence, MONITORS) == [(bodies, status)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr Sallow is expected at the end of November.",
        "The Care Inspectorate is expected to report in May.",
        "HMIPS was in touch last week.",
        "HMIPS were in favour.",
    ],
)
def test_who_is_awaited_or_in_touch_does_not_inspect(sentence: str) -> None:
    assert conductors(sentence, MONITORS) == []


def test_a_second_year_is_a_second_audit() -> None:
    said = "Dr Sallow said that the audit of keys for 2018/19 had been completed, and that the audit for 2019/20 was in progress."
    assert [status for _, status in conductors(said, BOARD)] == ["completed", "under-way"]


def test_two_sides_are_not_the_two_of_them() -> None:
    assert conductors("Mr Pike said that a joint review by the two was under way.", TWO_SIDES) == [
        ({OFFICE, WATER}, "under-way")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "An inspection by HMIPS of the Care Inspectorate is planned for May.",
        "An inspection by HMIPS of the twelve homes run by Cairn Housing Group is planned for May.",
        "An inspection by HMIPS into the Care Inspectorate's rota is planned for May.",
    ],
)
def test_what_is_looked_at_behind_of_looks_at_nothing(sentence: str) -> None:
    assert conductors(sentence, MONITORS) == [({PRISONS}, "planned")]


def test_the_only_body_of_a_document_that_inspects_is_meant_though_it_is_not_there() -> None:
    note = """Note of a meeting between the Ratepayers' Union and Calder Water Board on 3 May 2019

Present:
Ruth Amis, Director, Ratepayers' Union
Isla Voss, Chief Executive, Calder Water Board

1. Meters

The Board is inspected every four years by the Water Meters Inspectorate.

2. Last year

{}
"""
    told = conductors(
        "Ms Voss went through the report of the inspection of June 2018, which was published in May.", note
    )
    assert told == [({"Water Meters Inspectorate"}, "completed")]


def test_what_had_been_inspected_stands_before_a_relative_clause() -> None:
    told = conductors(
        "Dr Sallow presented a report on the fish quay, which had been inspected by HMIPS on 6 and 7 August.", MONITORS
    )
    assert told == [({PRISONS}, "completed")]


def test_what_was_raised_with_its_month_is_over_where_the_month_has_just_been() -> None:
    assert conductors("Dr Sallow raised the kitchen inspection by Marlow DC in January.", MONITORS) == [
        ({"Marlow DC"}, "completed")
    ]
    assert conductors("Dr Sallow raised the kitchen inspection by Marlow DC in June.", MONITORS) == []


def test_an_inquiry_that_is_being_led_asks_nothing_and_a_day_is_nothing_looked_at() -> None:
    led = read_note("The Care Inspectorate's own inquiry is being led by Dr Sallow.", MONITORS)
    assert led.statements == () and [one.status for one in led.inspections] == ["under-way"]
    opened = read_note("The Care Inspectorate opened an investigation on 23 May.", MONITORS)
    assert not any("23" in one.label for one in opened.inspections)


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        ("The Care Standards Authority would come back in May with figures.", []),
        ("The Care Standards Authority would come back in May with a plan for the wards.", []),
        ("The Care Standards Authority will return to Elm House in May.", ["Inspection of Elm House"]),
    ],
)
def test_whoever_comes_back_with_something_visits_nobody(sentence, labels):
    assert [one.label for one in read_note(sentence, BOARD).inspections] == labels


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        (
            "The Police Investigations and Review Commissioner is auditing the complaints.",
            "Office of the Police Investigations and Review Commissioner",
        ),
        ("The Quay Inspectorate is reviewing how harbours keep their lamps.", "Quay Inspectorate"),
    ],
)
def test_whoever_is_at_an_audit_or_reviews_how_others_do_carries_it_out(sentence, who):
    assert conductors(sentence, BOARD) == [({who}, "under-way")]


@pytest.mark.parametrize(
    "sentence",
    ["The Quay Inspectorate is reviewing how it is run.", "The Quay Commissioner may audit any harbour by consent."],
)
def test_what_is_ones_own_and_a_power_are_no_inspections(sentence):
    assert conductors(sentence, BOARD) == []


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        (
            "She said that she had none in hand, but was considering a review of letters sent by children.",
            "Office of the Commissioner for Detained Children",
        ),
        ("Mr Dunn said that Estyn had closed its books and was planning an audit of the wards.", "Estyn"),
    ],
)
def test_a_verb_that_goes_on_behind_but_has_the_subject_of_its_clause(sentence: str, who: str) -> None:
    assert inspections(read_note(sentence, WARDS))[0][1] == {who}


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("HMIP will take part in Estyn's review of meals.", {"HM Inspectorate of Prisons", "Estyn"}),
        ("The Youth Trust will take part in Estyn's equal pay audit.", {"Estyn"}),
        ("Mr Dunn said that the Youth Trust would not be taking part in Estyn's audit of meals this year.", {"Estyn"}),
    ],
)
def test_who_takes_part_in_an_audit_of_others_leaves_it_theirs(sentence: str, who: set[str]) -> None:
    assert inspections(read_note(sentence, WARDS)) == [("planned", who)]


@pytest.mark.parametrize(("turn", "status"), [("start in June", "planned"), ("end in June", "under-way")])
def test_what_is_to_begin_has_not_begun(turn: str, status: str) -> None:
    note = read_note(f"Mr Dunn replied that HMIP was working on a review of meals, which would {turn}.", WARDS)
    assert inspections(note)[0][0] == status
