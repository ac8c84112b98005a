"""OpenDocument texts, made with odfpy."""

from __future__ import annotations

import pytest
from odf import dc, table, text
from odf.opendocument import OpenDocumentText
from odf.style import Style, TextProperties

from kg.readers import read


@pytest.fixture
def document():
    return OpenDocumentText()


def listed(*words, deeper=None):
    entries = text.List()
    for word in words:
        entry = text.ListItem()
        entry.addElement(text.P(text=word))
        entries.addElement(entry)
    if deeper:
        entries.lastChild.addElement(deeper)
    return entries


def test_elements_give_kinds(document, found, saved):
    document.text.addElement(text.H(outlinelevel=2, text="Welcome"))
    document.text.addElement(text.P(text="The Chair welcomed members."))
    document.text.addElement(listed("One", "Two", deeper=listed("Three")))
    assert found(saved(document.write), "note.odt") == [
        ("heading", 2, "Welcome"),
        ("paragraph", 0, "The Chair welcomed members."),
        ("item", 1, "One"),
        ("item", 1, "Two"),
        ("item", 2, "Three"),
    ]


def test_spaces_tabs_and_line_breaks_are_elements(document, saved):
    paragraph = text.P(text="Jane")
    paragraph.addElement(text.S(c=3))
    paragraph.addText("Doe")
    paragraph.addElement(text.Tab())
    paragraph.addText("Chair")
    paragraph.addElement(text.LineBreak())
    paragraph.addText("Joe")
    document.text.addElement(paragraph)
    assert read("note.odt", saved(document.write)).text == "Jane Doe\tChair\nJoe"


def test_bold_by_an_automatic_style_is_a_heading(document, found, saved):
    bold = Style(name="T1", family="text")
    bold.addElement(TextProperties(fontweight="bold"))
    document.automaticstyles.addElement(bold)
    for words in ("Matters discussed", "It was agreed to write."):
        paragraph = text.P()
        paragraph.addElement(text.Span(stylename=bold, text=words))
        document.text.addElement(paragraph)
    assert found(saved(document.write), "note.odt") == [
        ("heading", 4, "Matters discussed"),
        ("paragraph", 0, "It was agreed to write."),
    ]


def test_title_styles_are_headings(document, found, saved):
    title = Style(name="P1", family="paragraph", parentstylename="Title")
    document.automaticstyles.addElement(title)
    document.text.addElement(text.P(stylename=title, text="Minutes"))
    assert found(saved(document.write), "note.odt") == [("heading", 1, "Minutes")]


def test_tables_are_rows(document, rows, saved):
    grid = table.Table()
    for words in (("Action", "Owner"), ("Write", None)):
        row = table.TableRow()
        for word in words:
            cell = table.TableCell() if word else table.CoveredTableCell()
            if word:
                cell.addElement(text.P(text=word))
            row.addElement(cell)
        grid.addElement(row)
    document.text.addElement(grid)
    assert rows(saved(document.write), "note.odt") == [["Action", "Owner"], ["Write", ""]]


def test_notes_and_tracked_deletions_are_skipped(document, found, saved):
    changes = text.TrackedChanges()
    region = text.ChangedRegion(check_grammar=False)
    deletion = text.Deletion()
    deletion.addElement(text.P(text="deleted"))
    region.addElement(deletion)
    changes.addElement(region)
    document.text.addElement(changes)
    paragraph = text.P(text="Minutes")
    note = text.Note(noteclass="footnote")
    note.addElement(text.NoteCitation(text="1"))
    body = text.NoteBody()
    body.addElement(text.P(text="a note"))
    note.addElement(body)
    paragraph.addElement(note)
    document.text.addElement(paragraph)
    assert found(saved(document.write), "note.odt") == [("paragraph", 0, "Minutes")]


def test_the_title_is_metadata(document, saved):
    document.meta.addElement(dc.Title(text="Board of Harbours"))
    document.text.addElement(text.P(text="Minutes"))
    read_back = read("note.odt", saved(document.write))
    assert (read_back.title, read_back.date) == ("Board of Harbours", None)
