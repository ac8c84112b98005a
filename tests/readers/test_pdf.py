"""PDF files, made with reportlab."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen import canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from kg.errors import ReadError
from kg.readers import read
from kg.readers.hyphens import joined

STYLES = getSampleStyleSheet()
LONG = (
    "The Chief Inspector described the Area Assurance Programme, under which the Inspectorate aims to inspect each "
    "Area, London excepted, over two years. The third year would be used for London, which gets its own section in the "
    "reports."
)


def built(*story, furniture=None, **options):
    out = io.BytesIO()
    draw = furniture or (lambda *_: None)
    SimpleDocTemplate(out, invariant=1, **options).build(list(story), onFirstPage=draw, onLaterPages=draw)
    return out.getvalue()


def drawn(*lines, **options):
    """A page with the lines as they stand, 14 points apart."""
    out = io.BytesIO()
    page = canvas.Canvas(out, invariant=1, **options)
    for number, line in enumerate(lines):
        page.drawString(72, 700 - 14 * number, line)
    page.save()
    return out.getvalue()


def body(words):
    return Paragraph(words, STYLES["BodyText"])


def test_wrapped_lines_are_paragraphs_and_larger_letters_headings(found):
    content = built(Paragraph("Matters discussed", STYLES["Heading2"]), body(LONG), body(LONG), body("The end."))
    assert found(content, "note.pdf") == [
        ("heading", 1, "Matters discussed"),
        ("paragraph", 0, LONG),
        ("paragraph", 0, LONG),
        ("paragraph", 0, "The end."),
    ]


def test_a_paragraph_goes_on_over_the_page(found):
    content = built(*[body(f"{LONG} {LONG}")] * 30)
    assert found(content, "note.pdf") == [("paragraph", 0, f"{LONG} {LONG}")] * 30


def test_bold_lines_are_headings(found):
    content = built(body("<b>Matters discussed</b>"), body(LONG), body("<b>ACTION:</b> FT to write"))
    assert found(content, "note.pdf") == [
        ("heading", 4, "Matters discussed"),
        ("paragraph", 0, LONG),
        ("paragraph", 0, "ACTION: FT to write"),
    ]


def test_bullets_are_items(found):
    bullet = [Paragraph(words, STYLES["BodyText"], bulletText="•") for words in (LONG, "Two")]
    assert found(built(*bullet), "note.pdf") == [("item", 1, LONG), ("item", 1, "Two")]


def test_page_headers_footers_and_numbers_are_removed(found):
    def furniture(page, template):
        page.drawString(72, 800, "OFFICIAL – Board of Harbours")
        page.drawString(290, 30, f"Page {template.page} of 9")

    parts = LONG.split()
    words = [" ".join(parts[number % 30 :] + parts[: number % 30]) for number in range(60)]
    assert [
        found_words for _, _, found_words in found(built(*map(body, words), furniture=furniture), "note.pdf")
    ] == words


def test_names_line_by_line_are_one_block_each(found):
    names = ["Present:", "Ingrid Halvorsen-Pike (Chair)", "Dr Tobias Renshawe, Navigation Trust", "Marisol Beech"]
    assert [words for _, _, words in found(drawn(*names), "note.pdf")] == names


def test_divided_words_are_joined(found):
    assert found(drawn("The Chief Inspector described the inspec-", "tion of all the prisons."), "note.pdf") == [
        ("paragraph", 0, "The Chief Inspector described the inspection of all the prisons.")
    ]


@pytest.mark.parametrize(
    ("before", "after", "words", "whole"),
    [
        ("the inspec-", "tion", frozenset(), "the inspection"),
        ("a well-", "known case", frozenset(), "a well-known case"),
        ("the decision-", "makers", frozenset({"decision-makers"}), "the decision-makers"),
        ("Halvorsen-", "Pike", frozenset(), "Halvorsen-Pike"),
        ("2018 -", "next", frozenset(), "2018 - next"),
    ],
)
def test_a_hyphen_stays_where_the_word_has_one(before, after, words, whole):
    assert joined([before, after], words) == whole


def test_columns_far_apart_are_cells(rows):
    cells = [["Action", "Owner"], ["Send the report", "FT"]]
    assert rows(built(Table(cells, colWidths=[200, 100])), "note.pdf") == cells


def test_the_title_is_metadata_but_not_that_of_a_tool():
    assert read("note.pdf", built(body("Minutes"), title="Board of Harbours")).title == "Board of Harbours"
    assert read("note.pdf", built(body("Minutes"), title="Microsoft Word - x.doc")).title is None


def test_an_encrypted_pdf_is_refused():
    with pytest.raises(ReadError, match="is encrypted; save it without a password"):
        read("note.pdf", drawn("Minutes", encrypt=StandardEncryption("secret")))


def test_pictures_of_pages_are_refused():
    with pytest.raises(ReadError, match="only pictures of pages"):
        read("note.pdf", drawn(""))
