"""Lists of facts, and minutes."""

from __future__ import annotations

from datetime import date

import pytest

from kg.errors import NotFound, QueryError
from kg.index import Wanted, facts_of, minutes
from kg.store import open_store
from kg.terms import minutes_iri
from kg.triples import tell
from tests import sample
from tests.index.conftest import FEES, MOOR, PORT, TEXT, fees, key, told

FEES_DOCUMENT = "minutes/2018-06-05-fees"


def texts(index, wanted: Wanted) -> list[str]:
    page = facts_of(index, wanted)
    assert page.total == len(page.items)
    return [fact.text for fact in page.items]


REPORT, PUBLISH = "send the report", "publish its fees"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted("commitment"), [REPORT, PUBLISH]),
        (Wanted("commitment", {"actor": "HI"}), [REPORT]),  # through its Chief Inspector
        (Wanted("commitment", {"beneficiary": sample.COMMISSIONER}), [PUBLISH]),
        (Wanted("commitment", {"actor": "HI", "beneficiary": sample.COMMISSIONER}), []),
        (Wanted("commitment", {"subject": FEES}), [PUBLISH]),
        (Wanted("commitment", document=FEES_DOCUMENT), [PUBLISH]),
        (Wanted("commitment", until=date(2017, 3, 14)), [REPORT]),
        (Wanted("commitment", since=date(2017, 3, 15)), [PUBLISH]),
        (Wanted("commitment", ends_before=date(2017, 3, 28)), [REPORT]),
        (Wanted("commitment", ends_after=date(2017, 3, 29)), [PUBLISH]),
        (Wanted("commitment", overdue_on=date(2017, 3, 28)), []),
        (Wanted("commitment", overdue_on=date(2017, 3, 29)), [REPORT]),
        (Wanted("commitment", overdue_on=date(2019, 1, 1)), [REPORT, PUBLISH]),
        (Wanted("inspection", {"conductedBy": sample.DOCK}), ["joint inspection of pilots"]),
        (Wanted("inspection", joint=True), ["joint inspection of pilots"]),
        (Wanted("inspection", joint=False), []),
        (Wanted("meeting", {"participant": "Port Authority"}), ["Meeting on fees"]),
        (Wanted("statement", {"speaker": MOOR}), ['about "shadow-fees" & co-operation']),
        (Wanted("relationship", {"object": PORT}), ["inspects"]),
    ],
)
def test_facts_are_chosen_by_who_is_in_them_and_by_days(index, wanted, found):
    assert texts(index, wanted) == found


def test_a_word_of_a_vocabulary_takes_the_narrower_ones_with_it():
    store = open_store()
    store.refresh()
    store.replace(told(sample.reading(), fees()))
    from kg.index import open_index

    with open_index(store) as index:
        assert texts(index, Wanted("statement", words={"act": "directive"})) == ["about pilots"]
        assert texts(index, Wanted("statement", words={"act": "act:undertook"})) == ["send the report within two weeks"]
        assert texts(index, Wanted("commitment", words={"strength": "committed"})) == [REPORT, PUBLISH]
        assert texts(index, Wanted("inspection", words={"status": "completed"})) == []
        with pytest.raises(QueryError, match=r"status: 'finished' is unknown; known: .*under-way"):
            facts_of(index, Wanted("inspection", words={"status": "finished"}))


def test_a_question_is_open_until_it_is_answered(index):
    asked = [
        fact for fact in facts_of(index, Wanted("statement", open=True)).items if fact.values["speech_act"] == "asked"
    ]
    assert [fact.text for fact in asked] == ["about pilots"]
    from dataclasses import replace

    from kg.index import open_index

    reading = sample.reading()
    question, answer = reading.statements
    store = open_store()
    store.replace(
        {minutes_iri("2017-03-14-harbours"): tell(replace(reading, statements=(question, replace(answer, answers=0))))}
    )
    with open_index(store) as answered:
        assert texts(answered, Wanted("statement", open=True)) == ["send the report within two weeks"]
        reply = facts_of(answered, Wanted("statement", open=True)).items[0]
        assert key(reply.values["answers"]) == "minutes/2017-03-14-harbours/statement/1"


def test_a_promise_is_not_overdue_once_a_later_one_tells_its_end():
    from dataclasses import replace

    from kg.index import open_index

    reading = sample.reading()
    (promise,) = reading.commitments
    done = replace(promise, due_by=None, status="completed", follows=0, strength="committed")
    store = open_store()
    store.replace({minutes_iri("2017-03-14-harbours"): tell(replace(reading, commitments=(promise, done)))})
    with open_index(store) as index:
        assert texts(index, Wanted("commitment", overdue_on=date(2019, 1, 1))) == []
        assert texts(index, Wanted("commitment", open=False)) == [REPORT, REPORT]


def test_a_name_nobody_bears_is_not_found_and_its_parameter_named(index):
    with pytest.raises(NotFound, match="no actor 'Nobody'"):
        facts_of(index, Wanted("commitment", {"actor": "Nobody"}))


def test_minutes_are_told_with_what_was_not_understood(index):
    document = minutes(index, "2018-06-05-fees")
    assert document.text == TEXT
    assert (document.sentences, document.mapped) == (4, 3)
    assert [quote.words for quote in document.unmapped] == ["Nobody spoke of lamps."]
    assert (document.source, document.meeting.label, document.day) == (
        "2018-06-05-fees.txt",
        "Meeting on fees",
        "2018-06-05",
    )


def test_minutes_of_no_such_name_are_not_found(index):
    with pytest.raises(NotFound, match="no minutes 'none'"):
        minutes(index, "none")
