"""The main job, end to end: real files in, one graph out, whatever the format, the order and the number of processes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.answers import answer
from kg.pipeline import build
from kg.questions import ask, questions
from kg.readers import read
from kg.reading import read_minutes
from kg.shapes import breaches
from kg.store import open_store

MINUTES = Path(__file__).parent.parent / "data" / "minutes"
GOLDEN = Path(__file__).parent / "golden" / "questions"
NOTES = sorted(path for path in MINUTES.glob("*.txt"))
SEVERAL = sorted(path.with_suffix(".txt") for path in MINUTES.glob("*.pdf"))

#: What each question that needs something is asked about.
ASKED = {
    "commitment-states": {"on": "2018-06-01"},
    "inspections-about": {"topic": "hate crime"},
    "overdue": {"on": "2018-06-01"},
    "planned-inspections": {"from": "2017-01-01", "to": "2020-12-31"},
    "renamed-body": {"body": "Crown Prosecution Service"},
    "said-about": {"topic": "hate crime"},
    "said-by": {"who": "Victims' Commissioner"},
    "topics-of-a-body": {"body": "HM Crown Prosecution Service Inspectorate"},
    "words-about": {"thing": "Parole Board"},
}


@pytest.fixture(scope="module")
def shipped():
    store = open_store()
    assert build([MINUTES], store).complete
    return store


def test_the_shipped_minutes_keep_every_shape(shipped):
    assert list(breaches(shipped)) == []


@pytest.mark.parametrize("name", sorted(questions()))
def test_each_question_gives_the_rows_that_were_read_over(name, shipped):
    """``python -m tests.test_story`` writes the rows anew; the difference shows what a change of the reading did."""
    assert rows(shipped, name) == (GOLDEN / f"{name}.tsv").read_text(encoding="utf-8")


def rows(store, name):
    return ask(store, name, **ASKED.get(name, {})).write("tsv").decode()


@pytest.mark.parametrize("suffix", [".md", ".html", ".docx", ".odt", ".pdf"])
@pytest.mark.parametrize("note", SEVERAL, ids=lambda path: path.stem)
def test_another_format_of_a_note_tells_the_same_facts(note, suffix):
    assert told(note.with_suffix(suffix)) == told(note)


def told(path):
    """The facts of a document with their words, but for offsets and line breaks, which the format decides."""
    document = read(path)
    reading = read_minutes(document)

    def words(fact):
        return re.sub(r"\W+", " ", fact.evidence.of(document.text)).strip()

    return {
        "date": reading.meeting_date.day if reading.meeting_date else None,
        "participants": {(one.agent, one.attendance) for one in reading.participants},
        "agenda": [item.title for item in reading.agenda],
        "statements": [(words(fact), fact.speakers, fact.act) for fact in reading.statements],
        "commitments": [(words(fact), fact.actors, fact.strength, fact.due_by) for fact in reading.commitments],
        "inspections": [(words(fact), fact.conducted_by, fact.status) for fact in reading.inspections],
        "relations": {(one.subject, one.predicate, one.object) for one in reading.relations},
    }


def test_order_and_number_of_processes_change_no_byte():
    one, other = open_store(), open_store()
    build(NOTES, one, jobs=1)
    build(NOTES[::-1], other, jobs=2)
    assert one.dump() == other.dump()


def test_a_bad_document_is_named_with_its_reason_and_the_good_ones_are_read(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "junk.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing follows")
    (tmp_path / "good.txt").write_bytes(NOTES[0].read_bytes())
    report = build([tmp_path], open_store())
    assert report.documents == 1
    assert [Path(failure.source).name for failure in report.failures] == ["broken.pdf", "empty.txt", "junk.txt"]
    assert all(failure.reason for failure in report.failures)


def test_every_quote_is_verbatim(shipped):
    texts = {path.stem: read(path).text for path in NOTES}
    quotes = answer(
        shipped, "SELECT ?q ?start ?end ?exact { GRAPH ?g { ?q oa:start ?start ; oa:end ?end ; oa:exact ?exact } }"
    )
    assert len(quotes) > 500
    for quote, start, end, exact in quotes.rows:
        stem = re.search(r"minutes/([^#/]+)", str(quote)).group(1)
        assert texts[stem][start:end] == exact


if __name__ == "__main__":
    graph = open_store()
    build([MINUTES], graph)
    for question in questions():
        (GOLDEN / f"{question}.tsv").write_text(rows(graph, question), encoding="utf-8")
