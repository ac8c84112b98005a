"""Which texts may reach the engine."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.sparql.guard import _Check, _is_plain, check

PATTERN = "?s ?p ?o . "


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://x/> { } }",
        "SELECT * { service silent ?x { } }",
        "SELECT * { \\u0053ERVICE <http://x/> { } }",
        'SELECT * { BIND("a\\u0022" AS ?b) SERVICE <http://x/> { ?s ?p "z" } }',
        "SELECT * { ?s ?p 'it' # '\n SERVICE <http://x/> { } }",
        "SELECT * { ?s ?p ''' ' '' \\''' ''' . SERVICE <http://x/> { } }",
    ],
)
def test_service_is_refused_however_it_is_written(text):
    with pytest.raises(QueryError, match="asks no other endpoint"):
        check(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service {}",
        'SELECT ("SERVICE" AS ?a) {}',
        "ASK { <urn:SERVICE> ?p ?o } # SERVICE",
        "PREFIX a: <urn:a> ASK { a:SERVICE a:load ?load }",
        'ASK { ?s ?p "x"@load }',
    ],
)
def test_a_word_that_only_looks_like_a_keyword_is_no_fault(text):
    check(text)


def test_service_may_ask_the_hosts_that_are_named_and_no_other():
    hosts = {"example.org", "example.org:8080"}
    check("SELECT * { SERVICE SILENT <http://example.org/sparql> { ?s ?p ?o } }", hosts=hosts)
    for other in ("<http://example.org:81/>", "<http://example.org@evil.net/>", "?x", "ex:sparql", "<sparql>"):
        with pytest.raises(QueryError, match=r"may ask <…> of example.org, example.org:8080 alone"):
            check(f"SELECT * {{ SERVICE {other} {{ ?s ?p ?o }} }}", hosts=hosts)


@pytest.mark.parametrize(
    "text", ["LOAD <http://x/>", "load silent <file:///etc/passwd>", "CLEAR ALL ; LOA\\u0044 <x:y>"]
)
def test_load_is_refused(text):
    with pytest.raises(QueryError, match="fetches nothing"):
        check(text)


def test_the_graphs_that_from_names_are_told():
    text = 'SELECT * FROM <urn:a> FROM NAMED <urn:b> { ?s <urn:p> "FROM <urn:c>" . GRAPH <urn:d> { ?s ?p ?o } }'
    assert check(text) == ("urn:a", "urn:b")


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * " + "{" * 101 + "}" * 101,
        "SELECT * { FILTER(" + "(" * 100 + "1" + ")" * 100 + ") }",
        "SELECT * { ?s " + "(" * 100 + "<urn:p>" + ")*" * 100 + " ?o }",
        "SELECT * { ?s ?p " + "[ ?p " * 100 + "1" + "]" * 100 + " }",
    ],
)
def test_what_is_nested_too_deeply_is_refused(text):
    with pytest.raises(QueryError, match="nested more than 100 deep"):
        check(text)


def test_brackets_in_strings_are_none():
    check('ASK { ?s ?p "' + "{" * 5000 + '" }')


def test_a_hundred_patterns_are_allowed_in_a_group_and_no_more():
    check("SELECT * { " + PATTERN * 100 + "}")
    for text in (
        "SELECT * { " + PATTERN * 101 + "}",
        "SELECT * { ?s " + "?p ?o ; " * 101 + "}",
        "SELECT * { ?s ?p " + "?o , " * 101 + "?o }",
        "SELECT * { [ " + "?p ?o ; " * 60 + "] ?p ?o . [ " + "?p ?o ; " * 60 + "] ?p ?o }",
        "SELECT * { ?s ?p ?o FILTER(EXISTS { " + PATTERN * 101 + "}) }",
        "DELETE WHERE { " + PATTERN * 101 + "}",
    ):
        with pytest.raises(QueryError, match="more than 100 triple patterns"):
            check(text)


def test_triples_that_are_written_are_no_patterns():
    check("INSERT DATA { GRAPH <urn:g> { " + "<urn:s> <urn:p> -1 , +2 . " * 3000 + "} }")
    check("CONSTRUCT { " + PATTERN * 200 + "} WHERE { ?s ?p ?o }")


def test_a_long_list_of_values_is_allowed():
    check("SELECT * { VALUES ?x { " + '"a" ' * 20000 + "} FILTER(?x IN (" + "1, " * 5000 + "1)) }")


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { " + "{ ?s ?p ?o } UNION " * 1001 + "{ ?s ?p ?o } }",
        "SELECT * { FILTER(1" + " + 1" * 1001 + ") }",
        "SELECT * { FILTER(1" + "+1" * 1001 + ") }",
        "SELECT * { ?s <urn:p>" + "/<urn:p>" * 1001 + " ?o }",
    ],
)
def test_long_chains_which_nest_in_the_parser_are_refused(text):
    with pytest.raises(QueryError, match="more than 1000 operators"):
        check(text)


def test_many_operators_in_a_row_are_refused():
    with pytest.raises(QueryError, match="more than 100 in a row"):
        check("ASK { FILTER(" + "!" * 101 + "true) }")


@pytest.mark.parametrize(
    "text", ["ASK { <urn:from> ?p 'load' }", "SELECT * { ?a ?b ?c }", "é" * 10, "ASK {}" + " " * 2000]
)
def test_the_short_way_finds_what_the_long_way_finds(text):
    assert check(text) == tuple(_Check(()).run(text))


def test_the_short_way_is_open_to_no_text_that_needs_to_be_read():
    assert _is_plain("PREFIX x: <http://example.org/a-b/c> SELECT ?s { ?s x:p 1 ; x:q -2 . FILTER(?s != 3) } LIMIT 20")
    for text in (
        "ASK { sErViCe <urn:x> {} }",
        "ASK { \\u0053ERVICE <urn:x> {} }",
        "ASK FROM <urn:x> {}",
        "ASK { \u017fervice <urn:x> {} }",
    ):
        assert not _is_plain(text)
    for part in ("{", "(", "[", ".", ";", ",", "!", "-", "a "):
        assert not _is_plain("ASK" + part * 1001)
