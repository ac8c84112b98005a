"""From a path or bytes to a document, whatever the name says."""

from __future__ import annotations

import codecs
import hashlib
import io
import time
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ReadError, UnknownFormat
from kg.readers import READERS, read, sniff

DASH = "Meeting – the Board’s café"


def zipped(**members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in members.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return out.getvalue()


def test_the_slug_is_the_file_name_without_its_suffix(tmp_path):
    path = tmp_path / "2017-03-14 HMCPSI.txt"
    path.write_bytes(b"Minutes")
    document = read(path)
    assert (document.slug, document.source) == ("2017-03-14-hmcpsi", str(path))
    assert document.sha256 == hashlib.sha256(b"Minutes").hexdigest()
    assert document.media_type == "text/plain"


@pytest.mark.parametrize(
    ("source", "slug"),
    [
        ("-", "standard-input"),
        ("Note 14.3.2017", "note-14-3-2017"),
        ("https://example.org/a/board%20minutes.html?x=1", "board-minutes"),
        ("MINUTES.TXT", "minutes"),
    ],
)
def test_the_slug_of_other_sources(source, slug):
    assert read(source, b"Minutes").slug == slug


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_are_recognised(encoding):
    assert read("note.txt", DASH.encode(encoding)).text == DASH


def test_utf_16_with_a_big_endian_mark():
    assert read("note.txt", codecs.BOM_UTF16_BE + DASH.encode("utf-16-be")).text == DASH


def test_line_breaks_become_line_feeds_and_nothing_else_changes():
    assert read("note.txt", b"a\r\nb\rc\n  d\t e ").text == "a\nb\nc\n  d\t e "


def test_control_characters_become_spaces_so_that_offsets_hold():
    assert read("note.txt", b"Page one\x0cPage\x07 two and more words to read").text == (
        "Page one Page  two and more words to read"
    )


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Cn"]), min_size=1).filter(
        lambda t: any(map(str.isalpha, t))
    )
)
def test_the_text_of_a_text_file_is_its_own(text):
    text = text.removeprefix("\ufeff")
    if any(map(str.isalpha, text)) and sniff(text.encode()) in {".txt", ".md"}:
        assert read("note.txt", text.encode()).text == text


@pytest.mark.parametrize("content", [b"", b" \n\t ", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_refused(content):
    with pytest.raises(ReadError, match=r"note\.txt: is empty"):
        read("note.txt", content)


def test_a_file_without_letters_is_refused():
    with pytest.raises(ReadError, match="has no text"):
        read("note.txt", b"123 456\n---\n")


@pytest.mark.parametrize("name", ["note.txt", "note", "note.exe"])
def test_binary_junk_is_refused(name):
    with pytest.raises(UnknownFormat, match=r"known: \.docx"):
        read(name, bytes(range(256)) * 20)


def test_an_old_word_file_says_what_would_work():
    with pytest.raises(UnknownFormat, match=r"save it as \.docx"):
        read("minutes.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def test_an_unknown_suffix_is_refused_by_name():
    with pytest.raises(UnknownFormat, match=r"unknown format '\.csv'; known: \.docx, \.htm, "):
        read("table.csv", b"a,b\nc,d\n")


def test_a_spreadsheet_is_no_document():
    with pytest.raises(UnknownFormat, match=r"\.xlsx"):
        read("book.xlsx", zipped(xl__workbook_xml="<x/>"))


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(ReadError, match=r"nothing\.txt: cannot be opened \(No such file or directory\)"):
        read(tmp_path / "nothing.txt")


def test_a_web_page_called_docx_is_read_as_what_it_is(found):
    assert found("<!DOCTYPE html><html><body><h1>Minutes</h1></body></html>", "minutes.docx") == [
        ("heading", 1, "Minutes")
    ]


def test_front_matter_without_suffix_is_markdown():
    document = read("note", b"---\ntitle: Board\ndate: 2017-03-14\n---\n# Minutes\n")
    assert (document.title, document.date) == ("Board", date(2017, 3, 14))


def test_text_called_md_is_read_as_markdown(found):
    assert found("# Minutes\n", "note.md") == [("heading", 1, "Minutes")]


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_a_truncated_package_is_refused(suffix):
    content = zipped(word__document_xml="<x/>" * 50)[:-30]
    with pytest.raises(ReadError, match="is not a whole ZIP package"):
        read("note" + suffix, content)


@pytest.mark.parametrize("broken", [b"%PDF-1.4\nnothing", b"%PDF-1.4" + bytes(range(200))])
def test_a_broken_pdf_is_refused(broken):
    with pytest.raises(ReadError, match="is broken"):
        read("note.pdf", broken)


def test_broken_xml_in_a_package_is_refused():
    with pytest.raises(ReadError, match=r"word/document\.xml is broken or encrypted"):
        read("note.docx", zipped(word__document_xml="<w:document"))


def test_a_bomb_is_refused(monkeypatch):
    monkeypatch.setattr("kg.readers.package.MEMBER_LIMIT", 1024**2)
    with pytest.raises(ReadError, match="is larger than 1 MB unpacked"):
        read("note.docx", zipped(word__document_xml=" " * (1024**2 + 1)))


def test_entities_are_not_expanded():
    xml = (
        '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>Minutes &b;</w:t></w:r></w:p></w:body></w:document>"
    )
    assert "aaa" not in read("note.docx", zipped(word__document_xml=xml)).text


def test_a_file_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr("kg.readers.SIZE_LIMIT", 10)
    with pytest.raises(ReadError, match="is larger than"):
        read("note.txt", b"x" * 11)


def test_every_suffix_has_a_reader():
    assert sorted(READERS) == [
        ".docx", ".htm", ".html", ".markdown", ".md", ".odt", ".pdf", ".text", ".txt", ".xhtml",
    ]  # fmt: skip


@given(st.binary(max_size=400), st.sampled_from([*READERS, ""]))
def test_any_bytes_give_a_document_or_a_read_error(content, suffix):
    try:
        document = read("note" + suffix, content)
    except ReadError:
        return
    assert all(block.span.of(document.text).strip() for block in document.blocks)


@pytest.mark.parametrize(
    "evil", ["\t" * 50_000, "<!--" * 10_000, "# " + " " * 50_000, "**a" * 10_000, "---\na" + " " * 50_000]
)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_long_runs_of_one_sign_take_no_long_time(evil, suffix):
    started = time.perf_counter()
    assert read("note" + suffix, f"{evil}\nthe end --> x".encode()).text.endswith("x")
    assert time.perf_counter() - started < 1.0
