"""Deeds that are left with somebody, owned in brackets, asked by a decision, or told of "the latter"."""

from __future__ import annotations

from datetime import date

import pytest

from kg.dates import due_window
from tests.notes import commitments, read_note

COMMITTEE = """STRATHEARN HEALTH PARTNERSHIP

Minutes of the Audit Committee held on Tuesday 14 January 2020

Present: Morag Blair (Chair), Hamish Orr, Councillor Jean Duthie, Dr Anil Rao (Tayside Medical Trust), Sian Pugh (Care Inspectorate)
In attendance: Fiona Lyle (Chief Officer), Graham Tait (Finance Director), Ewa Nowak (Internal Auditor), Colin Bain (Clerk)

1. Matters arising

{}
"""
THREE = """Note of meeting: Kelda Trust, Audit Wales and Cairn Housing
Date: 9 September 2021

Kelda Trust: Mair Rees (Director), Tom Ellis (Solicitor)
Audit Wales: Huw Bevan (Engagement Lead)
Cairn Housing: Shona Laird (Company Secretary), Ruaridh Gunn (Asset Manager)

Repairs

{}
"""
ORR, RAO, PUGH, LYLE, TAIT = "Hamish Orr", "Dr Anil Rao", "Sian Pugh", "Fiona Lyle", "Graham Tait"
NOWAK, BAIN, BLAIR = "Ewa Nowak", "Colin Bain", "Morag Blair"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The wording of the letter was left with Ms Lyle.", ({LYLE}, "committed", None)),
        ("The report was remitted back to the Chief Officer for further work.", ({LYLE}, "committed", None)),
        ("The choice of a room was delegated to the Chair.", ({BLAIR}, "committed", None)),
        ("Responsibility for the new protocol would rest with the Chief Officer.", ({LYLE}, "committed", None)),
        ("The drafting of it rests with Mr Bain, who has until 20 March.", ({BAIN}, "committed", "2020-03-20")),
        ("Ms Nowak has the follow-up in hand.", ({NOWAK}, "planned", None)),
        ("The Chair thanked Ms Pugh for offering to lend her template.", ({PUGH}, "committed", None)),
        ("Agreed: the Clerk to write to the Trust about parking.", ({BAIN}, "committed", None)),
        ("Mr Bain undertook, on behalf of the Partnership, to pay the fee by the end of the month.", ({BAIN}, "committed", "2020-01-31")),
        ("Mr Orr was prevailed on to host the visit.", ({ORR}, "requested", None)),
        ("It was left to the Clerk, in consultation with the Chair, to settle terms.", ({BAIN}, "committed", None)),
        ("A response was promised by Ms Pugh for no later than 28 February.", ({PUGH}, "committed", "2020-02-28")),
        ("Of the two options members preferred the second, which the Chief Officer will now cost.", ({LYLE}, "committed", None)),
        ("RESOLVED that the return go off to the auditors by the Clerk before 30 June.", ({BAIN}, "committed", "2020-06-30")),
        ("RESOLVED that the Care Inspectorate be invited to explain its scale by 1 March.", ({"Care Inspectorate"}, "requested", "2020-03-01")),
        ("Cllrs Orr and Duthie to look at the broken slats, two weeks.", ({ORR, "Councillor Jean Duthie"}, "committed", "2020-01-28")),
        ("The Trust is set to have seen every resident by the close of spring.", ({"Tayside Medical Trust"}, "planned", "2020-05-31")),
        ("Officers were instructed to bring options in March.", ({"Officers"}, "requested", "2020-03-31")),
        ("The Care Inspectorate was invited to comment within three weeks.", ({"Care Inspectorate"}, "requested", "2020-02-04")),
        ("Dr Rao said that he would be honoured to open it.", ({RAO}, "committed", None)),
        ("Ms Pugh said that she would rather not name the homes.", ({PUGH}, "unlikely", None)),
        ("Ms Pugh stressed that no second visit is planned.", ({"Care Inspectorate"}, "unlikely", None)),
        ("Members invited the Trust to comment on the draft.", ({"Tayside Medical Trust"}, "requested", None)),
        ("Mr Tait: no plans to raise the charge.", ({"Strathearn Health Partnership"}, "unlikely", None)),
        ("To be finished by the end of February.", (set(), "committed", "2020-02-29")),
        ("The Trust's ambition is still a new clinic in 2025.", ({"Tayside Medical Trust"}, "planned", "2025-12-31")),
    ],
)  # fmt: skip
def test_what_is_put_into_somebodys_hands_is_theirs_to_do(
    sentence: str, found: tuple[set[str], str, str | None]
) -> None:
    assert commitments(read_note(sentence, COMMITTEE)) == [found]


@pytest.mark.parametrize(
    "sentence",
    [
        "The decision rests with the Scottish Ministers.",
        "The Board was left with a deficit.",
        "Late returns are now passed to the Care Inspectorate every month.",
        "The Care Inspectorate has a review in hand.",
        "Mr Orr said he would be surprised if the work finished on time.",
        "If a driver is local he is offered a course.",
        "The paper, whereby claims are to be settled by telephone, was noted.",
        "The former Chair will be missed.",
        "Residents were told to keep their windows shut.",
        "We heard about the visit to the Trust in February. (Mr Tait)",
        "Fine weather throughout. (Mr Tait)",
        "Visit by the Care Inspectorate, 14 January 2020",
        "Mr Orr asked about the ramp which the Trust had been due to build in December.",
        "The Care Inspectorate took on the work of the old Commission last year.",
        "Councillor Duthie took up the theme with spirit.",
        "Mr Orr asked whether the cover extends to leased vans.",
        "The Chair wished the new household a long and peaceful life.",
        "Ms Pugh wanted it clear that the Trust sets its own fees.",
        "The Chair invited Dr Rao to speak of the waiting list.",
        "Would there be money for it, the Chair asked.",
        "Dr Rao agreed that it should have been published already.",
        "Ms Pugh said it was a lesson that the Care Inspectorate would not soon forget.",
    ],
)
def test_customs_states_and_what_was_said_put_nothing_into_anybodys_hands(sentence: str) -> None:
    assert commitments(read_note(sentence, COMMITTEE)) == []


def test_who_is_to_act_stands_behind_the_last_comma_with_an_infinitive() -> None:
    found = commitments(read_note("The surveyors must have access to the loft, Mr Gunn to arrange.", THREE))
    assert found == [({"Ruaridh Gunn"}, "committed", None)]
    asked = commitments(read_note("She asked Ms Lyle, Mr Bain and Mr Tait to draft it.", COMMITTEE))
    assert asked == [({LYLE, BAIN, TAIT}, "requested", None)]


def test_the_former_and_the_latter_are_the_two_who_were_named() -> None:
    sentence = "Mr Tait and Ms Nowak spoke of the ledger; the former will draft a note and the latter will test it."
    assert commitments(read_note(sentence, COMMITTEE)) == [({TAIT}, "committed", None), ({NOWAK}, "committed", None)]
    after = "Mr Tait and Ms Nowak spoke. The latter is to circulate her notes."
    assert commitments(read_note(after, COMMITTEE)) == [({NOWAK}, "planned", None)]


def test_a_note_without_a_verb_has_its_owners_in_brackets_behind_it() -> None:
    text = "All letters from patients to be answered. (Mr Bain) A call to the union no later than 24 January. (Mr Tait with Mr Orr)"
    assert commitments(read_note(text, COMMITTEE)) == [
        ({BAIN}, "committed", None),
        ({TAIT, ORR}, "committed", "2020-01-24"),
    ]


def test_a_request_by_a_noun_is_of_whom_it_was_put_to() -> None:
    found = commitments(read_note("Ms Laird spoke. Her plea to Audit Wales was that it sit down with tenants.", THREE))
    assert found == [({"Audit Wales"}, "requested", None)]


def test_a_port_and_a_museum_are_called_by_their_last_word() -> None:
    frame = """Note of a meeting between the Commissioner for Quays and Sandwick Port on 3 May 2019

Present:
Ruth Amis, Commissioner for Quays
Isla Voss, Chief Executive, Sandwick Port

1. Quays

{}
"""
    for name in ("the Port", "the port"):
        found = commitments(read_note(f"Ms Amis urged {name} to reopen the canteen by Christmas.", frame))
        assert found == [({"Sandwick Port"}, "requested", "2019-12-25")]


@pytest.mark.parametrize(
    ("owners", "actors"),
    [
        ("Orr and Chair", {ORR, BLAIR}),
        ("Chair and Tait", {BLAIR, TAIT}),
        ("Cllr Duthie with CO", {"Councillor Jean Duthie", LYLE}),
    ],
)
def test_owners_are_a_surname_and_a_post(owners: str, actors: set[str]) -> None:
    table = f"Ref: 1\nTask: Visit the depot\nLead: {owners}\nDue: 30 March 2020"
    assert commitments(read_note(table, COMMITTEE)) == [(actors, "committed", "2020-03-30")]
    line = read_note(f"Action: {owners} to visit the depot by 30 March.", COMMITTEE)
    assert commitments(line)[0][0] == actors


def test_three_bodies_act_and_neither_of_two_does() -> None:
    found = commitments(read_note("All three bodies will sign the concordat on 1 November.", THREE))
    assert found == [({"Kelda Trust", "Audit Wales", "Cairn Housing"}, "committed", "2021-11-01")]
    neither = commitments(read_note("Neither Cairn Housing nor Audit Wales will pay for the survey.", THREE))
    assert neither == [({"Cairn Housing", "Audit Wales"}, "unlikely", None)]


def test_a_promise_that_nobody_will_suffer_is_one_promise() -> None:
    found = commitments(read_note("Ms Laird gave her word that nobody would be moved before the appeal.", THREE))
    assert found == [({"Shona Laird"}, "committed", None)]


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("The draft will reach us within twenty-eight days", "2014-04-16"),
        ("they will supply one each, three weeks at the outside", "2014-04-09"),
        ("Clerk to mend the slat, two weeks.", "2014-04-02"),
        ("by the first anniversary, i.e. 2 February 2015", "2015-02-02"),
        ("in the December issue", "2014-12-31"),
    ],
)
def test_lengths_and_other_names_of_a_day_are_terms(words: str, end: str) -> None:
    found = [window.end for window in due_window(words, date(2014, 3, 19))]
    assert found == [date.fromisoformat(end)]


@pytest.mark.parametrize(
    "words", ["ask about Sunday boats", "borne in mind for the May release", "propose dates for September"]
)
def test_a_time_that_says_which_thing_is_meant_is_no_term(words: str) -> None:
    assert due_window(words, date(2014, 3, 19)) == []
