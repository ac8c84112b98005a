"""Full text, whatever is typed."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.index import search


def found(index, words: str, **asked) -> list[tuple[str, str]]:
    return [(hit.what, hit.title) for hit in search(index, words, **asked).items]


def test_names_come_before_what_was_said_and_that_before_minutes(index):
    hits = found(index, "port authority")
    assert hits[0] == ("name", "Port Authority")
    assert hits[-1][0] == "minutes"
    assert ("commitment", "publish its fees") in hits


def test_a_word_is_found_in_its_other_forms_but_only_whole(index):
    assert ("inspection", "joint inspection of pilots") in found(index, "inspecting pilot")
    assert found(index, "inspec") == []
    assert ("inspection", "joint inspection of pilots") in found(index, "inspec*")


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ('"joint inspection"', 2),  # the inspection, and the minutes
        ('"inspection joint"', 0),
        ("co-operation", 2),
        ("shadow-fees", 2),
        ("Shadow—Fees", 2),
        ("commissioner’s", 0),
        ("NÖBODY spoke", 1),
        ("pilots lamps", 0),
    ],
)
def test_phrases_hyphens_and_letters_are_taken_as_they_are_read(index, words, count):
    assert search(index, words).total == count


def test_what_was_found_is_marked_and_everything_else_escaped(index):
    (hit,) = search(index, "shadow", kinds=["statement"]).items
    assert '"<mark>shadow</mark>-fees" &amp; co-operation' in hit.highlight
    assert hit.fact.quotes[0].words == 'Ann Moor informed the Commissioner about "shadow-fees" & co-operation.'


def test_hits_are_kept_to_the_kinds_that_are_asked_for(index):
    assert {what for what, _ in found(index, "pilots", kinds=["statement", "inspection"])} == {
        "statement",
        "inspection",
    }
    with pytest.raises(QueryError, match="kind: 'ship' is unknown; known: name, statement"):
        search(index, "pilots", kinds=["ship"])


def test_pages_of_hits_do_not_overlap(index):
    whole = found(index, "the", limit=100)
    assert len(whole) > 3
    assert found(index, "the", limit=2) + found(index, "the", limit=100, offset=2) == whole


@pytest.mark.parametrize("words", ["", " ", '"', '""', "***", "-", "_", "’", "( )"])
def test_a_search_without_a_word_says_so(index, words):
    with pytest.raises(QueryError, match="has no word to look for"):
        search(index, words)


def test_a_search_of_very_many_words_is_refused(index):
    with pytest.raises(QueryError, match="has 60 words; 50 are the most"):
        search(index, "word " * 60)


@pytest.mark.parametrize(
    "words",
    [
        "AND",
        "NOT pilots",
        "pilots OR",
        "NEAR(a b)",
        "title:pilots",
        "^pilots",
        'a"b',
        "pilots*)",
        "{title}:x",
        "'; DROP TABLE words; --",
        "a\x00b",
        "+",
        "𝕏",
    ],
)
def test_what_would_be_a_command_is_only_words(index, words):
    try:
        page = search(index, words)
    except QueryError:
        return
    assert page.total >= 0


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=40))
def test_no_text_breaks_a_search(index, words):
    try:
        assert search(index, words).total >= 0
    except QueryError as fault:
        assert fault.query == "q"
