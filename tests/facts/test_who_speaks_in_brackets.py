"""Turns marked by brackets, and points that a discussion made; all invented."""

from __future__ import annotations

import pytest

from tests.notes import ASH, BOARD, MOSS, SALLOW, read_note, statements


@pytest.mark.parametrize(
    ("sentence", "speaker", "act"),
    [
        ("Q1 [Ingrid Moss – Chair] How many lamps are lit?", MOSS, "asked"),
        ("[Dr Sallow, Northmoor Council] Nine of them.", SALLOW, "informed"),
        ("A: [Cllr Ash] Nine of them.", ASH, "informed"),
        ("Question 4: [Cllr Wendy Ash] Is that enough?", ASH, "asked"),
    ],
)
def test_a_name_in_brackets_before_the_words_speaks_them(sentence, speaker, act):
    assert statements(read_note(sentence, BOARD)) == [({speaker}, act)]


def test_what_stands_in_brackets_and_is_nobody_speaks_nothing():
    assert statements(read_note("[Redacted] The lamps were old.", BOARD)) == []


def test_points_made_are_told_and_not_decided():
    told = statements(
        read_note(
            "In discussion, the following points were made:\n\n- that the lamps were old;\n- that oil was dear.", BOARD
        )
    )
    assert [act for _, act in told][-2:] == ["informed", "informed"]


def test_what_was_resolved_in_a_list_is_decided():
    told = statements(read_note("RESOLVED:\n\n- that the lamps be lit;\n- that the report be received.", BOARD))
    assert [act for _, act in told][-2:] == ["decided", "decided"]


INITIALS = """Note of a call on 3 May 2021

Present: Sam Orme (SO), Fal Pilots; Amy Toms (AT), Ferry Users; Ivy Toll (IT), Otter Board

Lamps

{}
"""


@pytest.mark.parametrize(
    ("sentence", "speaker", "act"),
    [
        ("SO asked for the log.", "Sam Orme", "requested"),
        ("AT agreed.", "Amy Toms", "agreed"),
        ("IT felt this was a mistake.", "Ivy Toll", "opined"),
        ("Sam O apologised for the fog.", "Sam Orme", "acknowledged"),
        ("A: AT said that nine were lit.", "Amy Toms", "informed"),
    ],
)
def test_initials_that_spell_a_word_are_their_bearer(sentence, speaker, act):
    assert statements(read_note(sentence, INITIALS))[0] == ({speaker}, act)


def test_governors_whom_the_list_heads_decide_together():
    text = "Otter School\n\nMinutes, 25 January 2023\n\nGovernors: Val Osgood (VO) Chair, Tom Lind (TL), Pat Abar (PA)\nClerk: Dawn Rigg\n\nPay\n\n{}"
    (told,) = read_note("Governors ratified the policy.", text).statements
    assert told.act == "decided"
    assert told.speakers[0].startswith("collective/")


def test_a_committee_below_its_body_is_the_one_that_met():
    text = (
        "OTTER COUNCIL\n\nSTANDARDS COMMITTEE (CHILDREN)\n\nMINUTE of meeting held on 3 September 2014\n\nPresent: Ann Roe (Convener); Mr Tom Hurst; Mrs Ida Storm;"
        " Mr Ian Poole; Ms Joy Lee; Mr Max Orr; Ms Una Kay\n\n1 Minute\n\n{}"
    )
    (told,) = read_note("The Committee approved the minute.", text).statements
    assert told.act == "decided"
