"""Word documents, made with python-docx and by hand."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from kg.readers import read


@pytest.fixture
def document():
    return docx.Document()


def with_xml(document, inner):
    """Add a paragraph of raw XML."""
    document.element.body.insert(-1, parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>"))


def test_styles_give_kinds(document, found, saved):
    document.add_heading("Minutes", 0)
    document.add_heading("Welcome", 2)
    document.add_paragraph("The Chair welcomed members.")
    document.add_paragraph("One", style="List Bullet")
    document.add_paragraph("Two", style="List Bullet 2")
    document.add_paragraph("Three", style="List Number")
    document.add_paragraph("Indented", style="List Paragraph")
    assert found(saved(document.save), "note.docx") == [
        ("heading", 1, "Minutes"),
        ("heading", 2, "Welcome"),
        ("paragraph", 0, "The Chair welcomed members."),
        ("item", 1, "One"),
        ("item", 2, "Two"),
        ("item", 1, "Three"),
        ("paragraph", 0, "Indented"),
    ]


def test_items_follow_line_by_line(document, saved):
    document.add_paragraph("They agreed:")
    document.add_paragraph("One", style="List Bullet")
    document.add_paragraph("Two", style="List Bullet")
    assert read("note.docx", saved(document.save)).text == "They agreed:\n\nOne\nTwo"


def test_a_style_that_is_based_on_a_heading_is_one(document, found, saved):
    style = document.styles.add_style("Agenda", 1)
    style.base_style = document.styles["Heading 3"]
    document.add_paragraph("Pilots", style="Agenda")
    assert found(saved(document.save), "note.docx") == [("heading", 3, "Pilots")]


def test_numbering_makes_an_item_and_number_nought_none(document, found, saved):
    with_xml(
        document, '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>A</w:t></w:r>'
    )
    with_xml(document, '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>B</w:t></w:r>')
    assert found(saved(document.save), "note.docx") == [("item", 2, "A"), ("paragraph", 0, "B")]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Matters discussed:", "heading"),
        ("The Chair said it was late.", "paragraph"),
        ("ACTION: FT to write", "paragraph"),
        ("a b c d e f g h i j k l m", "paragraph"),
    ],
)
def test_a_short_bold_paragraph_is_a_heading(document, found, saved, words, kind):
    document.add_paragraph().add_run(words).bold = True
    assert found(saved(document.save), "note.docx")[0][0] == kind


def test_a_bold_beginning_makes_no_heading(document, found, saved):
    paragraph = document.add_paragraph()
    paragraph.add_run("Present").bold = True
    paragraph.add_run(" were all")
    assert found(saved(document.save), "note.docx") == [("paragraph", 0, "Present were all")]


def test_tables_are_rows_with_merged_cells(document, found, rows, saved):
    table = document.add_table(3, 3)
    for row, words in zip(table.rows, ("Action Owner Due", "Write JD May", "Send JB June"), strict=True):
        for cell, word in zip(row.cells, words.split(), strict=True):
            cell.text = word
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    content = saved(document.save)
    assert rows(content, "note.docx") == [["Action", "Owner Due", ""], ["Write Send", "JD", "May"], ["", "JB", "June"]]
    assert {kind for kind, _, _ in found(content, "note.docx")} == {"row"}


def test_a_table_of_one_column_is_layout(document, found, saved):
    document.add_table(1, 1).cell(0, 0).text = "All in a box"
    assert found(saved(document.save), "note.docx") == [("paragraph", 0, "All in a box")]


def test_tracked_deletions_are_skipped_and_insertions_kept(document, found, saved):
    with_xml(
        document,
        '<w:r><w:t xml:space="preserve">The </w:t></w:r><w:del w:id="1"><w:r><w:delText>old</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>new</w:t></w:r></w:ins><w:r><w:footnoteReference w:id="2"/></w:r>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>",
    )
    assert found(saved(document.save), "note.docx") == [("paragraph", 0, "The new")]


def test_line_breaks_part_names_and_tabs_part_columns(document, found, rows, saved):
    document.add_paragraph("Present:\nJane Doe\nJoe Bloggs")
    document.add_paragraph("Jane Doe (JD)\tHome Office")
    document.add_paragraph("Joe Bloggs (JB)\tCabinet Office")
    content = saved(document.save)
    assert [words for _, _, words in found(content, "note.docx")][:3] == ["Present:", "Jane Doe", "Joe Bloggs"]
    assert rows(content, "note.docx") == [["Jane Doe (JD)", "Home Office"], ["Joe Bloggs (JB)", "Cabinet Office"]]


def test_a_typed_bullet_makes_an_item(document, found, saved):
    document.add_paragraph("•\tto write")
    assert found(saved(document.save), "note.docx") == [("item", 1, "to write")]


def test_page_headers_are_skipped_and_content_controls_read(document, found, saved):
    document.sections[0].header.paragraphs[0].text = "OFFICIAL"
    paragraph = document.add_paragraph("Minutes")
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    paragraph._p.addprevious(control)
    control.append(content)
    content.append(paragraph._p)
    assert paragraph._p.getparent().tag == qn("w:sdtContent")
    assert found(saved(document.save), "note.docx") == [("paragraph", 0, "Minutes")]


def test_the_core_properties_are_metadata(document, saved):
    document.core_properties.title = "Board of Harbours"
    document.core_properties.author = "Jane Doe"
    document.add_paragraph("Minutes")
    read_back = read("note.docx", saved(document.save))
    assert read_back.title == "Board of Harbours"
    assert read_back.date is None
    assert ("creator", "Jane Doe") in read_back.metadata


def test_a_document_without_styles_is_read(document, found, saved):
    document.add_paragraph("Minutes")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(document.save))) as source, zipfile.ZipFile(out, "w") as target:
        target.writestr("word/document.xml", source.read("word/document.xml"))
    assert found(out.getvalue(), "note.docx") == [("paragraph", 0, "Minutes")]
