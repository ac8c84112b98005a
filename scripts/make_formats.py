"""The same note as Markdown, HTML, DOCX, ODT and PDF.

Comes in: plain text notes.  Goes out: beside each (or in ``--into``) five files that say the same.  The one idea: two
runs give the same bytes: no clock, no random names, members of packages in a fixed order.

    python scripts/make_formats.py data/minutes/2017-03-14-hmcpsi.txt
"""

from __future__ import annotations

import argparse
import html
import io
import sys
import zipfile
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kg.model import BlockKind
from kg.readers import read

MOMENT = datetime(2024, 1, 1)  # noqa: DTZ001 - file formats store a naive time
_ZIP_MOMENT = (2024, 1, 1, 0, 0, 0)
_LONGEST_HEADING = 12  # words
_LONGEST_TITLE = 150  # characters
_ODT_TYPE = "application/vnd.oasis.opendocument.text"


class Part(NamedTuple):
    """One paragraph of a note: its words, whether it is a heading, and whether a symbol made it a list item."""

    text: str
    heading: bool = False
    item: bool = False


def parts_of(path: Path) -> list[Part]:
    """The paragraphs of a note.  A heading is a short line that stands alone and ends without a stop."""
    document = read(path)
    text, found = document.text, []
    for block in document.blocks:
        words = " ".join(block.span.of(text).split())
        alone = text[: block.span.start].endswith(("\n\n", "\n\n ")) or block.span.start == 0
        alone = alone and text[block.span.end :].lstrip(" ").startswith("\n\n")
        item = block.kind is BlockKind.ITEM and not words[0].isdigit() and words[0] != "("
        found.append(Part(words, alone and not item and _is_short(words), item))
    return found


def _is_short(words: str) -> bool:
    return len(words.split()) <= _LONGEST_HEADING and words[-1] not in ".;,?!" and ": " not in words


def markdown(title: str, parts: list[Part]) -> bytes:
    """The note as Markdown, with its title as front matter."""
    lines = ["---", f'title: "{title}"', "---", ""]
    for part in parts:
        mark = "## " if part.heading else "- " if part.item else ""
        lines += [mark + part.text, ""]
    return "\n".join(lines).encode()


def web_page(title: str, parts: list[Part]) -> bytes:
    """The note as a page with the furniture that pages have."""
    body = []
    for part in parts:
        tag = "h2" if part.heading else "li" if part.item else "p"
        line = f"<{tag}>{html.escape(part.text, quote=False)}</{tag}>"
        body.append(f"<ul>{line}</ul>" if part.item else line)
    head = f'<meta charset="utf-8"><title>{html.escape(title)}</title>'
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        f"<head>{head}</head>",
        "<body>",
        "<header><a href='/'>Home</a></header>",
    ]
    lines += ["<main>", *body, "</main>", "<footer>© Crown copyright</footer>", "</body>", "</html>", ""]
    return "\n".join(lines).encode()


def word(title: str, parts: list[Part]) -> bytes:
    """The note as a Word document."""
    import docx

    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "Inspectorate KG", ""
    properties.created = properties.modified = MOMENT
    for part in parts:
        style = "Heading 2" if part.heading else "List Bullet" if part.item else "Normal"
        document.add_paragraph(part.text, style=style)
    written = io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as package:
        return _package({name: package.read(name) for name in package.namelist()})


def open_document(title: str, parts: list[Part]) -> bytes:
    """The note as an OpenDocument text; the XML is short enough to be written by hand."""
    body = "".join(_element(part) for part in parts)
    content = f"<office:body><office:text>{body}</office:text></office:body>"
    title_element = f"<dc:title>{html.escape(title)}</dc:title>"
    date_element = f"<meta:creation-date>{MOMENT.isoformat()}</meta:creation-date>"
    meta = f"<office:meta>{title_element}{date_element}</office:meta>"
    entries = (("/", _ODT_TYPE), ("content.xml", "text/xml"), ("meta.xml", "text/xml"))
    manifest = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>' for path, kind in entries
    )
    return _package(
        {
            "mimetype": _ODT_TYPE.encode(),
            "META-INF/manifest.xml": _xml("manifest:manifest", manifest, "manifest"),
            "content.xml": _xml("office:document-content", content, "office", "text"),
            "meta.xml": _xml("office:document-meta", meta, "office", "meta"),
        }
    )


def _element(part: Part) -> str:
    words = html.escape(part.text, quote=False)
    if part.heading:
        return f'<text:h text:outline-level="2">{words}</text:h>'
    paragraph = f"<text:p>{words}</text:p>"
    return f"<text:list><text:list-item>{paragraph}</text:list-item></text:list>" if part.item else paragraph


def _xml(root: str, inner: str, *prefixes: str) -> bytes:
    spaces = "".join(f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in prefixes)
    spaces += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    version = root.partition(":")[0]
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root}{spaces} {version}:version="1.2">{inner}</{root}>'.encode()


def pdf(title: str, parts: list[Part]) -> bytes:
    """The note as a PDF with page numbers."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    styles = getSampleStyleSheet()
    story = []
    for part in parts:
        style = styles["Heading2" if part.heading else "BodyText"]
        bullet = "•" if part.item else None
        story.append(Paragraph(html.escape(part.text, quote=False), style, bulletText=bullet))
    out = io.BytesIO()
    template = SimpleDocTemplate(out, pagesize=A4, title=title, author="Inspectorate KG", invariant=1)
    template.build(story, onFirstPage=_numbered, onLaterPages=_numbered)
    return out.getvalue()


def _numbered(canvas: object, template: object) -> None:
    canvas.drawCentredString(297, 30, f"Page {template.page}")  # type: ignore[attr-defined]


def _package(members: dict[str, bytes]) -> bytes:
    """A ZIP package without a clock in it, its members in the order given."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in members.items():
            member = zipfile.ZipInfo(name, _ZIP_MOMENT)
            member.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            package.writestr(member, data)
    return out.getvalue()


WRITERS = {".md": markdown, ".html": web_page, ".docx": word, ".odt": open_document, ".pdf": pdf}


def make(note: Path, into: Path | None = None) -> list[Path]:
    """Write the note in every format; the paths of the files."""
    parts = parts_of(note)
    first = parts[0].text.replace('"', "'")
    title = first if len(first) <= _LONGEST_TITLE else note.stem.replace("-", " ").capitalize()
    made = []
    for suffix, writer in WRITERS.items():
        target = (into or note.parent) / f"{note.stem}{suffix}"
        target.write_bytes(writer(title, parts))
        made.append(target)
    return made


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("notes", nargs="+", type=Path)
    parser.add_argument("--into", type=Path, help="the folder for the files (default: that of the note)")
    arguments = parser.parse_args()
    for note in arguments.notes:
        for made in make(note, arguments.into):
            sys.stdout.write(f"{made}\n")


if __name__ == "__main__":
    main()
