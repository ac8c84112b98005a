"""Named questions and their parameters."""

from __future__ import annotations

from datetime import date

import pytest

from kg.errors import NotFound, QueryError
from kg.questions import ask, questions, read_question
from kg.store import open_store
from kg.terms import minutes_iri
from kg.triples import tell
from tests import sample
from tests.notes import read_note

NEEDED = {"on": "2018-01-01", "from": "2017-01-01", "to": "2018-01-01", "topic": "pilots", "who": "Chief Inspector"}
NEEDED |= {"body": "HI", "thing": "HI"}
PROMISE = "The Chief Inspector agreed to send the report within two weeks."
COMMITTED = "https://w3id.org/inspectorate-kg/strength/committed"


@pytest.fixture(scope="module")
def store():
    store = open_store()
    store.replace({minutes_iri("2017-03-14-harbours"): tell(sample.reading())})
    return store


def told(store, name, *columns, **parameters):
    answer = ask(store, name, **parameters)
    return [tuple(row[answer.variables.index(column)] for column in columns) for row in answer.rows]


def test_there_are_at_least_26_questions_each_in_plain_words():
    assert len(questions()) >= 26
    assert all(question.words.endswith("?") for question in questions().values())


@pytest.mark.parametrize("name", sorted(questions()))
def test_each_question_can_be_asked_with_what_it_needs(store, name):
    needed = {p.name: NEEDED[p.name] for p in questions()[name].parameters if p.default is None}
    assert ask(store, name, **needed).variables


@pytest.mark.parametrize("name", sorted(questions()))
def test_each_place_for_values_belongs_to_a_parameter_and_the_reverse(name):
    question = questions()[name]
    places = {line.split(": ")[1].strip() for line in question.text.splitlines() if "# values: " in line}
    assert places == {parameter.name for parameter in question.parameters}


@pytest.mark.parametrize("name", sorted(questions()))
def test_each_question_that_tells_facts_carries_the_words(name):
    no_facts = {"body-changes", "how-well-understood", "what-is-in-the-graph", "latest-meetings"}
    assert name in no_facts or "?words" in questions()[name].text


@pytest.mark.parametrize("name", [name for name in sorted(questions()) if "?source ?" in questions()[name].text])
def test_each_row_with_a_source_leads_to_the_minutes_and_the_words(store, name):
    needed = {p.name: NEEDED[p.name] for p in questions()[name].parameters if p.default is None}
    answer = ask(store, name, **needed)
    rows = [dict(zip(answer.variables, row, strict=True)) for row in answer.rows]
    assert "minutes" in answer.variables
    for row in rows:
        assert row["minutes"] == minutes_iri("2017-03-14-harbours")
        if "words" in row:
            start, end = map(int, row["quote"].removeprefix(f"{row['minutes']}#char=").split(","))
            assert sample.reading().document.text[start:end] == row["words"]


def test_commitments_of_a_body_are_those_of_its_posts_with_deadline_and_words(store):
    row = ("Chief Inspector", "send the report", COMMITTED, date(2017, 3, 28), PROMISE)
    columns = ("who", "action", "strength", "due_by", "words")
    assert told(store, "commitments", *columns, body="Harbour Inspectorate") == [row]
    assert told(store, "commitments", *columns, body="Dock Inspectorate") == []
    assert told(store, "commitments", *columns) == [row]


@pytest.mark.parametrize(("on", "count"), [("2017-03-28", 0), ("2017-03-29", 1)])
def test_overdue_is_what_was_due_before_the_day(store, on, count):
    assert len(ask(store, "overdue", on=on)) == count


def test_a_question_without_answer_is_found(store):
    assert told(store, "unanswered-questions", "who", "whom", "content") == [
        ("Commissioner", "Chief Inspector", "about pilots")
    ]


def test_who_met_whom_counts_meetings(store):
    assert told(store, "who-met-whom", "one", "other", "meetings", "first") == [
        ("Chief Inspector", "Commissioner", 1, date(2017, 3, 14)),
        ("Commissioner", "Chief Inspector", 1, date(2017, 3, 14)),
    ]


def test_topics_are_counted_by_year(store):
    assert told(store, "topics-by-year", "year", "topic_name", "meetings", "facts") == [("2017", "pilots", 1, 3)]


def test_joint_inspections_name_both(store):
    assert told(store, "joint-inspections", "inspection", "one", "other") == [
        ("joint inspection of pilots", "Dock Inspectorate", "Harbour Inspectorate")
    ]


def test_inspections_are_found_by_status(store):
    assert told(store, "inspections-by-status", "inspection", status="under-way") == [("joint inspection of pilots",)]
    assert told(store, "inspections-by-status", "inspection", status="status:completed") == []


def test_relationships_carry_their_words(store):
    words = "The Harbour Inspectorate (HI) inspects the Port Authority."
    assert told(store, "relationships", "one", "other", "words", body="Port Authority") == [
        ("Harbour Inspectorate", "Port Authority", words)
    ]


def test_sentences_that_gave_nothing_are_listed(store):
    assert told(store, "not-understood", "words") == [("It rained.",)]


def test_a_name_may_be_written_in_any_case_with_an_article_or_as_an_iri(store):
    for name in ("the harbour inspectorate", "hi", "data:inspectorate/harbour-inspectorate"):
        assert len(ask(store, "inspections-by-inspectorate", body=name)) == 1


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({}, "needs 'on' (date): the day to look from"),
        ({"on": "soon"}, "on should be a date such as 2017-03-14, not 'soon'"),
        ({"on": "2018-01-01", "when": "x"}, "takes no parameter 'when'; it takes: body, on"),
        ({"on": "2018-01-01", "body": "http://a b"}, "body should be an IRI, not 'http://a b'"),
    ],
)
def test_a_parameter_that_is_missing_or_wrong_is_refused_with_what_would_work(store, parameters, message):
    with pytest.raises(QueryError) as caught:
        ask(store, "overdue", **parameters)
    assert message in str(caught.value)


def test_a_concept_of_the_wrong_form_is_refused(store):
    with pytest.raises(QueryError, match=r"status should be a concept of .*, such as status:under-way, not 'x> y'"):
        ask(store, "inspections-by-status", status="x> y")


def test_words_of_a_parameter_can_never_become_query(store):
    with pytest.raises(NotFound, match="no body"):
        ask(store, "commitments", body='x" } } ; DROP ALL #')
    assert told(store, "not-understood", "words", source='a" } ?s ?p ?o { "') == []


def test_an_unknown_question_is_named_with_those_that_are_known(store):
    with pytest.raises(NotFound, match="no question 'nope'; known: agenda, "):
        ask(store, "nope")


def test_a_text_may_be_asked_and_may_declare_parameters(store):
    text = """# Which?
# param n : integer – the position
SELECT ?title {
  # values: n
  ?i ikg:position ?n ; dcterms:title ?title
}"""
    assert ask(store, text, n=1).rows == (("Pilots",),)
    assert ask(store, text, n=2).rows == ()


def test_a_parameter_line_that_cannot_be_read_is_refused():
    with pytest.raises(QueryError, match="should read '# param name : type = default – meaning'"):
        read_question("x", "# Which?\n# param a : colour – meaning")


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("commitments", {}),
        ("overdue", {"on": "2020-01-01"}),
        ("commitment-states", {"on": "2020-01-01"}),
        ("said-about", {"topic": "inspection reports"}),
    ],
)
def test_a_promise_that_a_list_repeats_is_listed_once(name, parameters):
    promise = "Mr Wren undertook to send the Board the inspection reports by 30 June 2019."
    reading = read_note(f"{promise}\n\nActions\n\nTW: send inspection reports to the Board – 30 June 2019\n")
    store = open_store()
    store.replace({minutes_iri("note"): tell(reading)})
    places = {str(words) for (words,) in told(store, name, "words", **parameters)}
    assert any(promise in words for words in places)
    assert not any("TW:" in words for words in places)
