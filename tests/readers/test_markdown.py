"""Markdown: the text stays the file's own, only the spans know the marks."""

from __future__ import annotations

from datetime import date

from kg.readers import read

NOTE = """---
title: "Board of Harbours"
date: 14 March 2017
place: Lock House  # upstairs
members:
  - Jane Doe
  - Joe Bloggs
---

# Minutes #

Present
-------

* Jane Doe
  + Joe Bloggs

<!-- a
comment -->
**Matters discussed:**

> It was **agreed** to write.

| Action | Owner |
|:-------|------:|
| Write  | JD    |
"""


def test_each_mark_gives_its_kind(found):
    assert found(NOTE, "note.md") == [
        ("heading", 1, "Minutes"),
        ("heading", 2, "Present"),
        ("item", 1, "Jane Doe"),
        ("item", 2, "Joe Bloggs"),
        ("heading", 3, "Matters discussed:"),
        ("paragraph", 0, "It was **agreed** to write."),
        ("row", 0, "| Action | Owner |"),
        ("row", 0, "| Write  | JD    |"),
    ]


def test_the_text_is_the_files_own():
    assert read("note.md", NOTE.encode()).text == NOTE


def test_front_matter_is_metadata():
    document = read("note.md", NOTE.encode())
    assert document.title == "Board of Harbours"
    assert document.date == date(2017, 3, 14)
    assert document.metadata == (("place", "Lock House"), ("members", "Jane Doe, Joe Bloggs"))


def test_rows_have_cells(rows):
    assert rows(NOTE, "note.md") == [["Action", "Owner"], ["Write", "JD"]]


def test_a_rule_at_the_top_is_no_front_matter(found):
    assert found("---\n\nMinutes\n\n---\n", "note.md") == [("paragraph", 0, "Minutes")]


def test_a_bold_label_with_its_value_is_no_heading(found):
    assert found("**ACTION: FT to write**\n", "note.md")[0][0] == "paragraph"
