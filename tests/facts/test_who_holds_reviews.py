"""Who holds a review whom no name right beside it tells: "we", somebody's firm, the auditors, one who is of no body, and whose unit a body is."""

from __future__ import annotations

import pytest

from tests.notes import HMIP, PRISONS, inspections, read_note

ACCOUNTS = """HOLLIN BOROUGH COUNCIL

AUDIT AND STANDARDS COMMITTEE

Minutes of the meeting held on 20 September 2018

Present: Councillor J Speight (Chair), Councillor M Anand
Officers: Mrs G Tarrant, Chief Internal Auditor; Mr S Obi, Head of Housing
Also present: Ms K Field, Pell Moss LLP (external auditors)

12. Audit progress

{}
"""
WATER = """Westmere Water Quality Authority

Minutes of the Operations Committee held on 12 June 2021

Present:
Sir Colin Hart (Chair)
Ms Ruth Lees, Severn Vale Water

In attendance:
Jill Sands, Audit Norland

1. Matters arising

{}
"""


@pytest.mark.parametrize(
    ("note", "sentence", "bodies"),
    [
        (PRISONS, "Mr Dunn said that we were carrying out a review of visits.", {HMIP}),
        (PRISONS, "Ms Lake welcomed the inquiry which Sir Alan Teague is conducting into deaths in vans.", {"Sir Alan Teague"}),
        (PRISONS, "Lord Benn is leading an independent review of the prison's finances.", {"Lord Benn"}),
        (PRISONS, "Ms Lake asked how far Dame Hester Orr had got with her independent review of HMIP's culture.", {"Dame Hester Orr"}),
        (PRISONS, "The Minister's review of locks, led by Professor Dale, was still taking evidence.", {"Professor Dale"}),
        (PRISONS, "The review of fees was rejected by Lord Orr.", set()),
        (PRISONS, "A review of visits by the Agency and Estyn's Prison Schools Team was finished in May.", {"Estyn's Prison Schools Team"}),
        (PRISONS, "The contractor's inspection of bridges was in progress.", set()),
        (ACCOUNTS, "The external auditors' review of grant claims would begin in October.", {"Pell Moss LLP"}),
        (ACCOUNTS, "Ms Field's firm was to carry out a second audit of the pension fund.", {"Pell Moss LLP"}),
        (ACCOUNTS, "Members were told that Internal Audit had finished its review of void repairs.", {"Internal Audit"}),
        (
            ACCOUNTS,
            "Internal audit is provided by the Three Vales Audit Service. Mrs Tarrant said that the audit of payroll was complete.",
            {"Three Vales Audit Service"},
        ),
        (WATER, "It was noted that the Fenwick works had been inspected in April.", {"Westmere Water Quality Authority"}),
        (WATER, "Ms Sands said that the audit of the accounts was nearly done.", {"Audit Norland"}),
        (WATER, "The auditor's review of contracts had been dropped.", {"Audit Norland"}),
    ],
)  # fmt: skip
def test_who_holds_it(note: str, sentence: str, bodies: set[str]) -> None:
    assert [by for _, by in inspections(read_note(sentence, note))] == [bodies]
