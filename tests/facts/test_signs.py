"""Which rules a sentence is worth asking: the signs that words show, and what a rule needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.facts.context import Context, Line
from kg.facts.discourse import Discourse
from kg.facts.signs import EVERY, NOUNS, OWNING, needed, needs, shown_by, sign, together
from kg.facts.statements import _RULES
from kg.lexicon import lexicon
from kg.readers import read
from kg.reading import context_of
from kg.resources import data
from kg.sentences import tokenise
from tests.notes import TWO_PARTIES


def shown(text: str) -> int:
    return together(shown_by(tokenise(text), lexicon()))


def test_a_word_shows_the_sign_of_each_list_that_it_is_in():
    both = needed(next(rule for rule, signs in _RULES if rule.__name__ == "noun_inverted"))
    assert shown("The answer came from Ruth.") & both == both
    assert shown("The answer is a lamp.") & both == NOUNS


def test_a_genitive_owns_the_next_word_whoever_it_is_of():
    assert shown("Ruth’s lamps") & OWNING
    assert shown("her lamps") & OWNING
    assert not shown("the lamps of Ruth") & OWNING


def test_a_rule_needs_one_word_of_each_of_its_lists():
    one, other = sign({"lamp"}), sign({"oil"})

    @needs(one, other)
    def rule() -> None:
        """Say nothing."""

    assert needed(rule) == one | other
    assert needed(test_a_rule_needs_one_word_of_each_of_its_lists) == 0


def test_a_sentence_whose_words_nobody_has_looked_at_shows_every_sign():
    assert all(EVERY & signs == signs for _, signs in _RULES)


@pytest.mark.parametrize("path", sorted((data() / "minutes").glob("*.txt"))[:4], ids=lambda path: path.stem)
def test_of_a_sentence_without_what_it_needs_no_rule_has_anything_to_say(path: Path):
    context = context_of(read(path))
    discourse = Discourse(context)
    spared = [(rule, line) for line in context.lines for rule, signs in _RULES if not line.shows(signs)]
    assert len(spared) > 10 * len(context.lines)
    assert not [(rule, line) for rule, line in spared if list(rule(context, discourse, line))]


def line_of(sentence: str) -> tuple[Context, Line]:
    context = context_of(read("note.txt", data=TWO_PARTIES.format(sentence).encode()))
    return context, context.lines[-1]


def test_the_tokens_of_a_stretch_that_show_a_sign_come_in_their_order():
    context, line = line_of("Her answer was that his lamps, as the keeper's oil, had gone.")
    shown = context.showing(OWNING, line.first, line.last)
    assert [context.tokens.lows[k] for k in shown] == ["her", "his", "keeper's"]
    assert context.showing(OWNING, shown[0] + 1, shown[-1]) == shown[1:-1]


def test_a_sentence_knows_where_its_main_clause_begins_and_with_whom():
    context, line = line_of("However, AQ agreed to trim the lamps.")
    assert context.tokens.words[line.start] == "AQ"
    assert line.subject is not None
    assert context.tokens.words[line.subject.last] == "agreed"
    assert [actor.key for actor in line.subject.actors] == context.keys_in(line.first, line.last)
