"""Undertakings in the many ways in which minutes word them: partners, stages, notes, the sentence after."""

from __future__ import annotations

import pytest

from tests.facts.test_whose_review import conductors
from tests.notes import read_note

FORUM = """QUAY AND LOCK FORUM

Minutes of the meeting held on 12 March 2019

Present:
Sir Owen Flint (Chair)
Ms Judith Hale, Chief Inspector, Harbour Inspectorate (HI)
Mr Tom Pike, Calder Water Board (CWB)
Dr Sana Amin, Housing Ombudsman for Wearside
Mrs Leela Rao, Calder Council
Mr Euan Frost, Northmoor Pilots Trust

1. Work in hand

{}
"""
HI, CWB, COUNCIL, TRUST = "Harbour Inspectorate", "Calder Water Board", "Calder Council", "Northmoor Pilots Trust"


@pytest.mark.parametrize(
    ("sentence", "bodies", "status"),
    [
        ("HI, in partnership with Calder Council, is reviewing the safety of slipways.", {HI, COUNCIL}, "under-way"),
        ("An audit of moorings was in hand, undertaken by HI in company with the Northmoor Pilots Trust.", {HI, TRUST}, "under-way"),
        ("Together with Calder Water Board, the Inspectorate will inspect the sluices in May.", {HI, CWB}, "planned"),
        ("Joint audit of berthing dues, HI and Calder Council: fieldwork nearly finished.", {HI, COUNCIL}, "under-way"),
        ("HI inspecting all 40 slipways jointly with the Scottish Boat Board (SBB), 12 done so far.", {HI, "Scottish Boat Board"}, "under-way"),
        ("The Council commissioned HI to audit the lamp store.", {HI}, "planned"),
        ("The Council's internal auditors looked at the lamp store in January.", {COUNCIL}, "completed"),
        ("Having completed its audit of drug cupboards, the Trust has moved the keys.", {TRUST}, "completed"),
        ("Harbottle Pym's audit of the accounts was nearing its end.", {"Harbottle Pym"}, "under-way"),
        ("An audit of the accounts was carried out by the consultants Lamplight in May.", {"Lamplight"}, "completed"),
        ("The Council has begun an inquiry of its own into the collision.", {COUNCIL}, "under-way"),
        ("It was agreed to ask Calder Council for a review of charges.", {COUNCIL}, "proposed"),
        ("The audit of the pension fund falls to Calder Council and begins in July.", {COUNCIL}, "planned"),
        ("It falls to Calder Council to audit the pension fund this summer.", {COUNCIL}, "planned"),
        ("The Council had ordered a review of governance at Elm Road.", set(), "planned"),
        ("Mr Frost feared that the inspectors would be at Hill Lane before half-term.", {HI}, "planned"),
        ("The Council is being audited by Ofwat, Mr Pike said.", {"Ofwat"}, "under-way"),
        ("A joint inspection of the lidos was agreed between HI and Calder Council.", {HI, COUNCIL}, "planned"),
        ("HI, joined by Calder Council, inspected the lidos in June.", {HI, COUNCIL}, "completed"),
        ("The Information Commissioner is looking into the lost tablet.", {"Information Commissioner's Office"}, "under-way"),
        ("Mr Pike informed members that a review of tariffs would be completed by June.", {CWB}, "planned"),
    ],
)  # fmt: skip
def test_who_carries_it_out(sentence: str, bodies: set[str], status: str) -> None:
    assert conductors(sentence, FORUM) == [(bodies, status)]


def test_an_ombudsman_who_tells_of_an_investigation_holds_it() -> None:
    sentence = "Dr Amin said that an investigation into damp at Lark Homes had been opened in February."
    assert conductors(sentence, FORUM) == [({"Office of the Housing Ombudsman for Wearside"}, "under-way")]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("HI would, funds permitting, audit the lamp store next year.", "planned"),
        ("HI had embarked in May upon a great inspection of piers in all twelve ports.", "under-way"),
        ("Ms Hale said that HI's review of pilots was in its final month.", "under-way"),
        ("HI has yet to begin its review of pilots.", "planned"),
        ("The inspection of the lamp store had been brought to its close in June.", "completed"),
        ("31 of the 50 inspections planned for the year had been carried out.", "under-way"),
        ("The pilots' school has had its Ofsted inspection.", "completed"),
        ("Ms Hale would not rule out an inspection of the lamp store.", "proposed"),
        ("HI's review of pilots will not be postponed.", "planned"),
        ("HI had meant to inspect the lock but now would not.", "unlikely"),
        ("Mr Frost spoke of a review of listing, undertaken by HI in 2015, that had changed nothing.", "completed"),
        ("Under way: audit of the lamp store.", "under-way"),
        ("Audit of the lamp store: 60% done.", "under-way"),
        ("The fuel audit, now in its third month, had turned up two forged receipts.", "under-way"),
        ("HI's audit of cranes has fallen behind and will not now be finished until August.", "under-way"),
        ("Nor would there be an audit of the lamp store this year.", "unlikely"),
        ("HI, which had announced an inquiry into the fire, has since dropped it.", "unlikely"),
        ("Mrs Rao reported that the external audit had been concluded.", "completed"),
        ("Mr Pike asked how matters stood with the inspection of the lock by HI.", "under-way"),
        ("HI has begun inspecting the locks.", "under-way"),
        ("The lock was now the object of a special inspection by HI.", "under-way"),
        ("The last such inspection was in 2012.", "completed"),
        ("HI proposed to return for a second inspection of the lock.", "planned"),
        ("The Council could expect an inspection of the quay from HI in May.", "planned"),
        ("HI's inquiry into the fire had been talked of, but the Inspectorate has thought better of it.", "unlikely"),
    ],
)
def test_where_it_stands(sentence: str, status: str) -> None:
    assert [one.status for one in read_note(sentence, FORUM).inspections] == [status]


@pytest.mark.parametrize(
    ("sentences", "found"),
    [
        ("The Inspectorate's review of dredging is under way. It is being done with the Northmoor Pilots Trust.", [({HI, TRUST}, "under-way")]),
        ("A review of dredging is under way. The work is led by Calder Council.", [({COUNCIL}, "under-way")]),
        ("Mrs Rao asked about the ferry inspection. It had been put off until June, Ms Hale replied.", [({HI}, "planned")]),
        ("HI published its review of jackets in February. A second is planned for the autumn.", [({HI}, "completed"), ({HI}, "planned")]),
        ("Mr Pike asked about the Trust's audit of dues. Ms Hale hoped that the Council would do it in June.", [({COUNCIL}, "proposed")]),
    ],
)  # fmt: skip
def test_the_sentence_after_tells_more_of_it(sentences: str, found: list[tuple[set[str], str]]) -> None:
    assert conductors(sentences, FORUM) == found


@pytest.mark.parametrize(
    ("reply", "status"),
    [
        ("Ms Hale said that there were no plans for one.", "unlikely"),
        ("It would not, Ms Hale replied.", "unlikely"),
        ("Ms Hale said that one was planned for May.", "planned"),
    ],
)
def test_a_reply_tells_where_what_was_asked_about_stands(reply: str, status: str) -> None:
    told = read_note(f"Mr Pike asked whether there would be an inspection of the Fen locks. {reply}", FORUM)
    assert [one.status for one in told.inspections] == [status]


def test_what_is_asked_for_in_one_clause_softens_no_other() -> None:
    sentence = "Ms Hale gave notice that HI would conduct a review of the locks in May, and requested that plans be lodged by June."
    assert conductors(sentence, FORUM) == [({HI}, "planned")]
    assert conductors("Mr Frost reported that HI's review of pilots is finished.", FORUM) == [({HI}, "completed")]


def test_a_body_of_one_word_is_found_where_the_text_names_it() -> None:
    frame = FORUM.replace("Mr Euan Frost, Northmoor Pilots Trust", "Mr Euan Frost, Tidewatch")
    assert conductors("Mr Frost said that Tidewatch had audited the piers.", frame) == [({"Tidewatch"}, "completed")]


@pytest.mark.parametrize(
    "sentence",
    [
        "HI inspecting officers met in May.",
        "A second chair is planned for the autumn.",
        "The Council will do it in June.",
        "It is being done with the Northmoor Pilots Trust.",
        "Title deeds can be inspected at the office.",
        "Members spoke of a visit to the lamps. The visit had taken place in May.",
        "HI would look into the matter.",
        "Berthing is under review by ministers.",
        "Nobody has inspected the lidos since 2012.",
        "The Chief Inspector had visited Norway in 2018 to give a lecture.",
        "The inspectors came to the view that it was safe.",
    ],
)
def test_what_is_none(sentence: str) -> None:
    assert conductors(sentence, FORUM) == []
