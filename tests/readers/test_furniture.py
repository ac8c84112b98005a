"""Headers, footers and page numbers in a text that was taken from pages."""

from __future__ import annotations

import pytest

from kg.model import BlockKind
from kg.readers import read
from kg.readers.furniture import furniture
from tests.notes import commitments, read_text

PAGES = """WEIR BOARD

Minutes of a meeting held on 3 May 2019

Present: Ingrid Moss (Chair), Noah Reed

The Chair asked why the lamps along the quay had failed twice in one week.
Mr Reed said that both faults lay in the cable, and that the contractor who

Weir Board 3.5.19
{} 1{}

laid it would be asked to pay. He promised to send the members a copy of the
letter by 1 June.

The Chair thanked him for his trouble.

Weir Board 3.5.19
{} 2{}

There was no other business.

Weir Board 3.5.19
{} 3{}
"""


def lines(text: str) -> list[str]:
    return [span.of(text) for span in furniture(text)]


@pytest.mark.parametrize(("before", "after"), [("Page", ""), ("Page", " of 3"), ("-", " -"), ("", " of 3"), ("", "")])
def test_what_each_page_repeats_is_no_part_of_the_text(before: str, after: str) -> None:
    text = PAGES.format(*[before, after] * 3).replace("\n 1", "\n1").replace("\n 2", "\n2").replace("\n 3", "\n3")
    assert lines(text)[::2] == ["Weir Board 3.5.19"] * 3
    document = read("note.txt", data=text.encode())
    told = [block.span.of(document.text) for block in document.blocks if block.kind is BlockKind.PARAGRAPH]
    assert any(words.startswith("The Chair asked") and "would be asked to pay" in words for words in told)
    assert "Weir Board 3.5.19" not in told


def test_a_sentence_that_goes_on_behind_a_page_break_is_read_as_one() -> None:
    broken = PAGES.format(*["Page", ""] * 3)
    whole = broken.replace("\n\nWeir Board 3.5.19\nPage 1\n\n", "\n")
    assert commitments(read_text(broken)) == commitments(read_text(whole)) != []
    quotes = [fact.evidence.of(broken) for fact in read_text(broken).statements]
    assert any("Page 1" in quote for quote in quotes)  # a quote stands in the file as it is


def test_form_feeds_show_where_pages_end() -> None:
    text = "One.\nFen Trust 2019\n\fTwo.\nFen Trust 2019\n\fThree.\nFen Trust 2019\n"
    assert lines(text) == ["Fen Trust 2019"] * 3


def test_a_single_number_is_one_of_a_page_where_it_says_so() -> None:
    assert lines("The Board\n\nPage 1 of 2\n\nwas full.\n") == ["Page 1 of 2"]
    assert lines("The Board\n\n1 of 2\n\nwas full.\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "1\nLamps\n\nAll were lit.\n\n2\nGates\n\nAll were shut.\n",
        "1.\n\nLamps\n\n2.\n\nGates\n",
        "Votes\n\n12\n\nGates\n\n7\n",
        "See page 3 of 4.\n\nPage 3 of the report was read.\n",
        "",
    ],
)
def test_numbers_that_are_no_pages_stay(text: str) -> None:
    assert lines(text) == []
