"""Where in a sentence a time may begin.

Comes in: a line.  Goes out: places in the text, in order.  The one idea: a time begins with one of few words, with an article before one, or with what is not of
letters alone; a sentence that shows none of them needs no grammar of dates.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.dates import ARTICLES, places_of_times, words_of_times
from kg.facts.context import Context, Line


def times_in(context: Context, line: Line) -> list[int]:
    """Where in a sentence a time may begin.  Several rules ask."""
    answers, asked = context.answers["times"], (line.first, line.last)
    if asked not in answers:
        answers[asked] = list(_beginnings(context, line))
    found: list[int] = answers[asked]
    return found


def _beginnings(context: Context, line: Line) -> Iterator[int]:
    """The same, looked for: at the words that a time may begin with, an article before one, and what is not of letters alone."""
    tokens, known = context.tokens, words_of_times()
    words = tokens.words[line.first : line.last]
    for k in [k for k, word in enumerate(words, line.first) if word in known or not word.isalpha()]:
        word, behind = tokens.words[k], k > line.first and tokens.lows[k - 1] in ARTICLES
        if not behind and known.get(word, word.isdecimal()):
            yield tokens.starts[k]
        elif behind or (word not in known and word[0].isalnum()):
            yield from places_of_times(context.text, tokens.starts[k - behind], tokens.ends[k])
