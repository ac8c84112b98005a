"""What line breaks, bullets and tabs of a plain text mean."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import BlockKind
from kg.readers.lines import blocks_of
from kg.readers.markers import marker

WRAPPED = """The Chief Inspector described the Area Assurance Programme, under which the
Crown Prosecution Service Inspectorate aims to inspect each Area, London
excepted, over two years. The third year would be used for London. The
Home Office agreed.
"""


def test_hard_wrapped_prose_is_one_paragraph(found):
    assert found(WRAPPED) == [("paragraph", 0, WRAPPED.strip())]


def test_names_one_per_line_are_one_block_each(found):
    text = "Present:\nIngrid Halvorsen-Pike (Chair)\nDr Tobias Renshawe, Navigation Trust\nMarisol Beech\n"
    assert found(text) == [
        ("paragraph", 0, "Present:"),
        ("paragraph", 0, "Ingrid Halvorsen-Pike (Chair)"),
        ("paragraph", 0, "Dr Tobias Renshawe, Navigation Trust"),
        ("paragraph", 0, "Marisol Beech"),
    ]


def test_names_one_per_line_stay_apart_beside_wrapped_prose(found):
    names = (
        "Superintendent Owen Laskey (OL), Canal Constabulary\nMarisol Beech (MB), League of Boat Dwellers\nHugh Pellow"
    )
    assert [words for _, _, words in found(f"{names}\n\n{WRAPPED}")] == [*names.split("\n"), WRAPPED.strip()]


def test_one_paragraph_per_line_is_one_block_per_line(found):
    first = "The Board met at Lock House. " * 6
    second = "It was agreed that the Chair would write. " * 5
    assert [words for _, _, words in found(f"{first}\n{second}\n")] == [first.strip(), second.strip()]


def test_short_entries_in_lower_case_stay_apart(found):
    long = (
        "The panel considered at some length what the site ought to do in the coming year, namely to do the following:"
        * 2
    )
    text = f"{long}\nreduce the bureaucracy that is needed to produce data\npromote its use\n"
    assert [words for _, _, words in found(text)] == text.strip().split("\n")


def test_a_line_that_ends_with_an_article_goes_on(found):
    assert found("Minutes of the meeting of the\nSafety Board\n")[0][2] == "Minutes of the meeting of the\nSafety Board"


def test_a_line_that_ends_with_was_or_were_goes_on(found):
    assert [words for _, _, words in found("Also there were\nIan Grey\n")] == ["Also there were\nIan Grey"]


@pytest.mark.parametrize(
    "entries",
    [
        # each entry behind a mark or label: what bears none goes on
        ["Where: Weir House", "Who: the Chair, Fen Trust (FT); Chief Inspector, HM Fen Inspectorate (HMFI)", "Sorry: the Clerk"],
        ["- FT to ring the maker", "- Joint audit by the Fen Trust and the National Boat Office (NBO) in May", "- Pump to be sold"],
        ["11/2 FT to send figures for the year to all members and Ann Bell. Done.", "11/3 NB to ring the maker of pumps."],
        # an initial or a title stands before a name
        ["Present – A. Poole (Chair), W. Vance, Mrs D. Hobbs, T. Ember, S. Lock (Clerk), F. Ade", "Also – M. Carver"],
        # entries between semicolons run on
        ["Fen call", "Friday, by Teams", "On call – Fen Commissioner (FC); Director, Office for Boat Statistics (DG); Rita Bell, Clerk"],
        # letters in brackets belong to what stands before them, and an entry has a comma
        ["Ann Bell, Chief Executive, Northern Food and Hygiene Agency (NFHA)", "Tom Hurst, Clerk", "Ada Moss, Fen Trust"],
        ["Ann Bell, Director of Services, Eastern Marches Hospital Trust", "Tom Hurst, Clerk", "Ada Moss, Fen Trust"],
        # a title goes on
        ["Note of the meeting with the Chief Executive of Fen Boat Aid Agency for Fenland", "Monday", "By Teams"],
        # a day ends a title
        ["Meeting of the Chair and the Chief Executive of the Fen Boat Board", "Thursday 25 March 2021, by telephone"],
    ],
)  # fmt: skip
def test_wrapped_entries_are_one_block_each(found, entries):
    text = "\n".join(textwrap.fill(entry, 60, break_on_hyphens=False) for entry in entries)
    prose = textwrap.fill(WRAPPED.replace("\n", " "), 60)
    blocks = [" ".join(words.split()) for _, _, words in found(f"{text}\n\n{prose}")][:-1]
    assert blocks == [entry.removeprefix("- ") for entry in entries]


def test_a_wide_row_says_nothing_of_where_lines_were_broken(found):
    row = "Send the report of the audit to every member of the board\t" * 2 + "Clerk\n"
    assert len(found(f"{row}{row}\n{WRAPPED}")) == 3


@pytest.mark.parametrize("bullet", ["•", "-", "–", "*", "▪", "• •"])
def test_a_bullet_begins_an_item_and_is_left_out(found, bullet):
    level = 3 if bullet == "▪" else 1
    assert found(f"They agreed:\n{bullet} to meet\n{bullet} to write\n") == [
        ("paragraph", 0, "They agreed:"),
        ("item", level, "to meet"),
        ("item", level, "to write"),
    ]


@pytest.mark.parametrize(
    ("line", "level"),
    [("1. Welcome", 1), ("1.2 Welcome", 2), ("a) Welcome", 1), ("(iv) Welcome", 1), ("7.\tWelcome", 1)],
)
def test_a_number_begins_an_item_and_stays(found, line, level):
    assert found(line) == [("item", level, line)]


@pytest.mark.parametrize("line", ["12 September 2019", "2019 was wet", "of the Board", "1,200 boats", "A Board"])
def test_what_only_looks_like_a_number_is_a_paragraph(found, line):
    assert found(line) == [("paragraph", 0, line)]


def test_a_bullet_alone_on_its_line_marks_the_next_block(found):
    assert found("Action 1\n\n•\n\nNot \tto be taken forward.\n\nThe end\n") == [
        ("paragraph", 0, "Action 1"),
        ("item", 1, "Not \tto be taken forward."),
        ("paragraph", 0, "The end"),
    ]


def test_a_hanging_indent_belongs_to_its_item(found):
    text = (
        "- The Commissioner asked whether the Inspectorate would look at the\n  letters that victims receive.\n- Yes\n"
    )
    assert found(text) == [
        (
            "item",
            1,
            "The Commissioner asked whether the Inspectorate would look at the\n  letters that victims receive.",
        ),
        ("item", 1, "Yes"),
    ]


def test_a_deeper_indent_is_a_deeper_item(found):
    assert [(level, words) for _, level, words in found("- one\n    - two\n- three\n")] == [
        (1, "one"),
        (2, "two"),
        (1, "three"),
    ]


def test_a_dash_in_wrapped_prose_is_no_bullet(found):
    text = "The Inspectorate said that the letters which were sent to the victims in May\n"
    text += "– all of them – were to be rewritten"
    assert len(found(f"{text}\n\n{WRAPPED}")) == 2


def test_lines_with_tabs_are_rows(rows):
    assert rows("Action\tOwner\tDue\nSend the report\t\tMay\n") == [
        ["Action", "Owner", "Due"],
        ["Send the report", "", "May"],
    ]


def test_lines_with_bars_are_rows_and_the_rule_is_none(rows):
    assert rows("| Action | Owner |\n|---|---|\n| Send | FT |\n") == [["Action", "Owner"], ["Send", "FT"]]


def test_one_line_with_a_tab_is_no_table(found):
    assert found("Date:\t14 March 2017\n") == [("paragraph", 0, "Date:\t14 March 2017")]


def test_lines_without_letters_are_no_blocks(found):
    assert found("Title\n=====\n\n* * *\n\n-----\nText\n") == [("paragraph", 0, "Title"), ("paragraph", 0, "Text")]


def test_a_mark_says_whether_prose_could_begin_like_it():
    assert marker("• x").certain
    assert not marker("- x").certain
    assert marker("1.").alone
    assert marker("x") is None


def test_a_mark_before_nothing_but_signs_is_no_block():
    assert list(blocks_of("o :")) == []


@given(st.text(alphabet=st.sampled_from("ab A.1-•|\t\n o,:"), max_size=300) | st.text(max_size=200))
def test_blocks_are_ordered_disjoint_and_free_of_white_space(text):
    at = 0
    for block in blocks_of(text):
        words = block.span.of(text)
        assert at <= block.span.start < block.span.end <= len(text)
        assert words == words.strip()
        assert any(map(str.isalnum, words))
        assert all(block.span.holds(cell) for cell in block.cells)
        assert (block.level > 0) == (block.kind is BlockKind.ITEM)
        at = block.span.end


@given(st.text(max_size=200))
def test_every_letter_stands_in_a_block_or_is_a_lone_mark(text):
    covered = {at for block in blocks_of(text) for at in range(block.span.start, block.span.end)}
    lost = [at for at, letter in enumerate(text) if letter.isalnum() and at not in covered]
    for at in lost:
        line = text[text.rfind("\n", 0, at) + 1 :].split("\n")[0].strip()
        assert marker(line) is not None
