"""A text as tokens and sentences.

Comes in: the text of a document and the stretches of it that are running text.  Goes out: :class:`Tokens` (parallel
lists, made once for the document; every later step works on token numbers) and :class:`Sentence`.  The one idea:
tokenise once, so that looking a word up is one dictionary access.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import compress, count
from operator import ne

from kg.model import Span
from kg.patterns import expression
from kg.values import value

_TOKEN = expression(
    r"""\b(?i:do(?:es)?|did|is|are|was|were|ha(?:s|ve|d)|wo(?:uld)?|could|should|ca|sha|must|might|need|ought)(?=n[’']t\b)  # do|n’t
        |(?<=[a-zA-Z])n[’']t\b                                     # n’t: a word of its own
        |[^\W_]++
        (?:[’'](?!(?:ll|(?<=[eyIou][’'])d)(?!\w))[^\W_]+)*         # with its inner apostrophes: CPS’s, O'Hara
        (?:(?:[-‑&]|\.(?=[a-z0-9])|,(?=\d{3}))[^\W_]+(?:[’'](?!(?:ll|(?<=[eyIou][’'])d)(?!\w))[^\W_]+)*)*   # well-kept, data.gov.uk, 4,100
        (?:(?:(?<=s)|(?<=[A-Z]S))[’'](?!\w))?        # Victims’, VICTIMS’
        |(?<=[^\W_])[’'](?:ll|(?<=[eyIou][’'])d)(?!\w)              # he’ll, she’d: a word of its own
        |[^\w\s]|_""",
    re.VERBOSE,
)
_ABBREVIATIONS = frozenset(
    "dr mr mrs ms mx st prof rev revd cllr hon rt sir lt col sgt supt insp no nos vs etc e.g i.e eg ie cf al approx para paras "
    "art ch sec fig vol p pp jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "gov dept inc ltd plc co viz ref tel ext".split()
)
_SHORTENED = {"wo": "will", "ca": "can", "sha": "shall"}  # before "n't"
_BEYOND = ["."] * 8  # how far rules look beyond a word
_STOPS = frozenset(".!?")
_MARKS = frozenset(".,;:?!)")  # behind a word each is a token of its own
_CLOSERS = frozenset("\"'”’)]»")
_LEADING_ON = ([";", "and"], [";", "or"])  # to the next point of a list
_NEVER_LAST = frozenset("dr mr mrs ms mx prof rev revd cllr supt insp e.g i.e eg ie vs viz no nos approx".split())


@dataclass(slots=True)
class Tokens:
    """The tokens of a text: ``words`` as written, ``lows`` in lower case with straight apostrophes and "won't" as "will" and "not", ``bases``
    without a possessive ending ('&' is 'and'), and the offsets of each."""

    words: list[str]
    lows: list[str]
    bases: list[str]
    starts: list[int]
    ends: list[int]
    marked: list[int] = field(
        default_factory=list
    )  # the tokens with an apostrophe, and "&": alone they differ from their bases
    _capitals: list[int] | None = None

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from one token up to, not including, another."""
        return Span(self.starts[first], self.ends[last - 1])

    def range_of(self, span: Span) -> tuple[int, int]:
        """The numbers of the tokens that begin within a stretch of text."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def capitals(self, first: int, last: int) -> list[int]:
        """The tokens of a stretch that are written with a capital, in order."""
        if self._capitals is None:
            others = compress(count(), map(ne, self.words, self.lows))  # most are written in small letters
            self._capitals = [i for i in others if self.words[i][0].isupper()]
        return self._capitals[bisect_left(self._capitals, first) : bisect_left(self._capitals, last)]

    def forms(self, first: int, last: int) -> set[str]:
        """The words of a stretch in small letters, with their bases."""
        marked = self.marked[bisect_left(self.marked, first) : bisect_left(self.marked, last)]
        return {*self.lows[first:last], *(self.bases[i] for i in marked)}

    def closed(self) -> Tokens:
        """The same with a few full stops behind the last token that are none of the text, so that whoever looks at the words that follow
        one sees that the text ends."""
        words, lows, bases = (written + _BEYOND for written in (self.words, self.lows, self.bases))
        return Tokens(words, lows, bases, self.starts, self.ends, self.marked)

    def capitalised(self, first: int, last: int) -> Tokens:
        """Some of the tokens, numbered from 0, as if each were written with a capital: to look small letters up as names."""
        last = min(last, len(self))
        lows = self.lows[first:last]
        return Tokens(
            [low.capitalize() for low in lows],
            lows,
            self.bases[first:last],
            self.starts[first:last],
            self.ends[first:last],
        )


@value
class Sentence:
    """One sentence: its tokens ``first`` up to, not including, ``last``, and its place."""

    first: int
    last: int
    span: Span


def tokenise(text: str) -> Tokens:
    """All tokens of a text, in order.

    >>> tokenise("The CPS’s Victims’ Unit met Dr O'Hara.").bases
    ['the', 'cps', 'victims', 'unit', 'met', 'dr', "o'hara", '.']
    >>> tokenise("They won’t.").lows
    ['they', 'will', 'not', '.']
    """
    words, starts, ends, others = _words(text)
    lows = list(map(str.lower, words))
    for i in others:
        low = lows[i] = lows[i].replace("’", "'")
        if low == "n't":
            lows[i - 1 : i + 1] = [_SHORTENED.get(lows[i - 1], lows[i - 1]), "not"]
    bases = lows.copy()
    marked = [i for i in others if "'" in lows[i] or lows[i] == "&"]
    for i in marked:
        bases[i] = _base(lows[i])
    return Tokens(words, lows, bases, starts, ends, marked)


def _words(text: str) -> tuple[list[str], list[int], list[int], list[int]]:
    """The words and marks of a text, where each starts and ends, and which are others than most: those stand alone between spaces, or with one
    mark behind them."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    others: list[int] = []
    at = 0
    for chunk in text.replace("\n", " ").replace("\t", " ").split(" "):
        end = at + len(chunk)
        if chunk.isalnum():
            words.append(chunk)
            starts.append(at)
            ends.append(end)
        elif chunk[-1:] in _MARKS and chunk[:-1].isalnum():
            words += (chunk[:-1], chunk[-1])
            starts += (at, end - 1)
            ends += (end - 1, end)
        elif chunk:
            for match in _TOKEN.finditer(chunk):
                others.append(len(words))
                words.append(match[0])
                starts.append(at + match.start())
                ends.append(at + match.end())
        at = end + 1
    return words, starts, ends, others


def _base(low: str) -> str:
    return "and" if low == "&" else low.removesuffix("'s").removesuffix("'")


def split(text: str, tokens: Tokens, span: Span) -> list[Sentence]:
    """The sentences of one passage.

    A full stop ends a sentence before a capital, a digit, a quotation mark or the end, even where the space after it is
    missing ("by route.PO confirmed"); not after an abbreviation ("Dr", "e.g.") or an initial.
    """
    first, last = tokens.range_of(span)
    found: list[Sentence] = []
    begin = first
    for i in [i for i, word in enumerate(tokens.words[first:last], first) if word in _STOPS]:
        if _ends_sentence(text, tokens, i, begin, last):
            end = i + 1
            while end < last and tokens.words[end] in _CLOSERS and tokens.starts[end] == tokens.ends[end - 1]:
                end += 1
            found.append(_sentence(tokens, begin, end))
            begin = end
    if tokens.lows[max(begin, last - 2) : last] in _LEADING_ON:
        last -= 1
    if begin < last:
        found.append(_sentence(tokens, begin, last))
    return [
        sentence
        for sentence in found
        if tokens.words[sentence.first][0].isalnum()
        or any(word[0].isalnum() for word in tokens.words[sentence.first : sentence.last])
    ]


def _sentence(tokens: Tokens, first: int, last: int) -> Sentence:
    return Sentence(first, last, tokens.span(first, last))


def _ends_sentence(text: str, tokens: Tokens, i: int, begin: int, last: int) -> bool:
    after = i + 1
    while after < last and tokens.words[after] in _CLOSERS and tokens.starts[after] == tokens.ends[after - 1]:
        after += 1
    if after >= last:
        return True
    follower = tokens.words[after]
    if tokens.words[i] != ".":
        return follower[0].isupper() or follower[0] in "“‘\"'("
    before = tokens.lows[i - 1] if i > begin else ""
    touching = tokens.starts[after] == tokens.ends[after - 1]
    if touching and not (follower[0].isupper() and before.isalpha() and len(before) > 2 and len(follower) > 1):
        return False
    if before in _NEVER_LAST or (len(before) == 1 and before.isalpha() and tokens.words[i - 1].isupper()):
        return False
    if before in _ABBREVIATIONS and not follower[0].isupper():
        return False
    if before.isdigit() and i - 1 == begin:  # "2. Matters arising"
        return False
    return (
        follower[0].isupper()
        or follower[0].isdigit()
        or follower[0] in "“‘\"'(•"
        or "\n\n" in text[tokens.ends[i] : tokens.starts[after]]
    )
