"""Web pages: their main part, by element."""

from __future__ import annotations

from datetime import date

import pytest

from kg.errors import ReadError
from kg.readers import read

PAGE = """<!DOCTYPE html><html><head><title>Board &amp; Chair</title><meta name="DC.date" content="2017-03-14">
<meta name="description" content="What was said"><style>p {}</style></head><body>
<header>Home</header><nav><ul><li>Menu</li></ul></nav>
<main><h1>Minutes <em>of</em> the&nbsp;Board</h1>
<p>Present:<br>Jane Doe<br/>Joe Bloggs</p><p><strong>Matters discussed</strong></p>
<p>The Chair   said
that <a href="x">the report</a> was late.<script>x()</script></p>
<ul><li>One<ul><li><p>Two</p><p>More of two</p></li></ul></li><li>Three</li></ul>
<table><tr><th>Action</th><th>Owner</th></tr>
<tr><td rowspan="2">Write</td><td>JD</td></tr><tr><td>JB<br>MB</td></tr></table>
<div>Loose words<p>in a paragraph</p>and behind</div><dl><dt>Date</dt><dd>14 March</dd></dl>
<pre>Kept  as
it is</pre></main><footer>Crown copyright</footer></body></html>"""


def test_each_element_gives_its_kind(found):
    assert found(PAGE, "page.html") == [
        ("heading", 1, "Minutes of the Board"),
        ("paragraph", 0, "Present:"),
        ("paragraph", 0, "Jane Doe"),
        ("paragraph", 0, "Joe Bloggs"),
        ("heading", 4, "Matters discussed"),
        ("paragraph", 0, "The Chair said that the report was late."),
        ("item", 1, "One"),
        ("item", 2, "Two"),
        ("paragraph", 0, "More of two"),
        ("item", 1, "Three"),
        ("row", 0, "Action\tOwner"),
        ("row", 0, "Write\tJD"),
        ("row", 0, "JB MB"),
        ("paragraph", 0, "Loose words"),
        ("paragraph", 0, "in a paragraph"),
        ("paragraph", 0, "and behind"),
        ("paragraph", 0, "Date"),
        ("paragraph", 0, "14 March"),
        ("paragraph", 0, "Kept  as"),
        ("paragraph", 0, "it is"),
    ]


def test_a_cell_over_two_rows_says_its_words_once(rows):
    assert rows(PAGE, "page.html") == [["Action", "Owner"], ["Write", "JD"], ["", "JB MB"]]


def test_the_head_is_metadata():
    document = read("page.html", PAGE.encode())
    assert (document.title, document.date) == ("Board & Chair", date(2017, 3, 14))
    assert document.metadata == (("description", "What was said"),)
    assert document.media_type == "text/html"


def test_the_declared_charset_is_honoured(found):
    page = '<html><head><meta charset="windows-1251"></head><body><p>Совет</p></body></html>'
    assert found(page.encode("cp1251"), "page.html") == [("paragraph", 0, "Совет")]


def test_a_false_charset_does_no_harm(found):
    page = '<html><head><meta charset="utf-8"></head><body><p>café</p></body></html>'
    assert found(page.encode("cp1252"), "page.html") == [("paragraph", 0, "café")]


def test_xhtml_with_an_encoding_declaration_is_read(found):
    page = (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Hé</p></body></html>'
    )
    assert found(page, "page.xhtml") == [("paragraph", 0, "Hé")]


def test_a_page_without_main_loses_its_furniture(found):
    page = "<html><body><header>Home</header><p>Minutes</p><aside>See also</aside><footer>End</footer></body></html>"
    assert found(page, "page.html") == [("paragraph", 0, "Minutes")]


def test_a_layout_table_is_no_table(found):
    assert found("<html><table><tr><td>One</td></tr><tr><td>Two</td></tr></table>", "page.html") == [
        ("paragraph", 0, "One"),
        ("paragraph", 0, "Two"),
    ]


def test_deep_nesting_does_not_overflow(found):
    assert found("<html><body>" + "<div>" * 200 + "Minutes", "page.html") == [("paragraph", 0, "Minutes")]
    with pytest.raises(ReadError, match="has no text"):  # libxml2 reads no deeper than 256
        found("<html><body>" + "<div>" * 5000 + "Minutes", "page.html")


def test_what_is_hidden_leaves_no_trace(found):
    page = "<html><body><ul hidden><li>No</li></ul><ul><li>One<b hidden>no</b> more</li></ul><p>End</p></body></html>"
    assert found(page, "page.html") == [("item", 1, "One more"), ("paragraph", 0, "End")]
