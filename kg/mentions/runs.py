"""Runs of capitalised words: where one ends, and what begins within it.

Comes in: the tokens of a document and the lexicon.  Goes out: token numbers and Mentions.  The one idea: small words join two capitals, but no
two names.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from kg.lexicon import Lexicon
from kg.mentions.words import CONNECTORS, MUSTERED, MUSTERS, NUMERALS, OFFICES, PARTICLES, PROPER_HEADS, SHOUTED
from kg.model import EntityType, Mention
from kg.sentences import Tokens
from kg.values import value


@value
class Runs:
    """The runs in the tokens of one document."""

    tokens: Tokens
    lexicon: Lexicon
    first_names: Mapping[str, str | None]
    capitalised: frozenset[int]  # the tokens that are words with a capital
    known: frozenset[int]  # those at which a name of the registry may begin
    closes: list[int]  # the tokens behind each stretch in which names are looked for, in order

    def close(self, i: int) -> int:
        """The token behind the stretch in which a token stands."""
        at = bisect_right(self.closes, i)
        return self.closes[at] if at < len(self.closes) else len(self.tokens)

    def run(self, i: int, last: int) -> int:
        """The token after a run of capitalised words with their connectors that begins at ``i``."""
        words, capitalised, j = self.tokens.words, self.capitalised, i
        while j < last:
            if j > i and words[j] == "AND" and words[j + 1 : j + 2] == ["THE"]:
                break  # "BETWEEN THE BOARD AND THE TRUST"
            if j > i and words[j] == "TO" and self._goes(i, j):
                break
            if j in capitalised or (words[j] == "." and self._stop_of_initial(i, j, last)):
                j += 1
                continue
            k = j
            while k < last and k - j < 2 and (self.tokens.lows[k] in CONNECTORS or words[k] in PARTICLES):
                k += 1
            if k == j or k >= last or not self.capital(k) or not self._near(j - 1, k):
                break
            if (
                self.tokens.bases[j] == "and"
                and words[j - 1].isupper()
                and 1 < len(words[j - 1]) <= 6
                and words[j - 1] != "HM"
            ):
                break  # "VC and Chief Inspector" are two
            if words[j] == "the" or (self.tokens.bases[j] == "and" and words[k - 1] == "the"):
                break  # "… and the Coastal Inspectorate" begins another name
            if self.tokens.lows[j] == "to" and (
                self.tokens.bases[j - 1] not in self.lexicon.role_words or self._goes(i, j)
            ):
                break  # "Thanks from AQ to the Registrar" is no "Secretary to the Board"
            j = k
        return j

    def _stop_of_initial(self, i: int, j: int, last: int) -> bool:
        """Is it the full stop of an initial or a title within a name ("Mr A. Selwyn", "Capt. Hocking")?"""
        if j == i or j + 1 >= last or not self.capital(j + 1):
            return False
        before = self.tokens.words[j - 1]
        if self.tokens.starts[j] > self.tokens.ends[j - 1]:
            return False
        return len(before) == 1 or self.tokens.lows[j - 1] in self.lexicon.honorifics

    def capital(self, i: int) -> bool:
        """Is this token a capitalised word?"""
        return i in self.capitalised

    def counts(self, i: int) -> bool:
        """ "the old Three Valleys Board": a numeral in a capital within a sentence, before a name in the plural."""
        words, after = self.tokens.words, i + 1
        if self.tokens.lows[i] not in NUMERALS or i == 0 or after + 1 >= len(words) or not words[i].istitle():
            return False
        plural = self.tokens.lows[after].endswith("s") and self.tokens.bases[after] not in self.lexicon.bodies
        return words[i - 1].islower() and plural and self.capital(after) and self.capital(after + 1)

    def serves(self, k: int) -> bool:
        """ "Health Ombudsman Service": the service of such an office, by its own name."""
        lows = self.tokens.lows
        return lows[k - 1] in OFFICES and lows[k] in {"service", "services"} and self.capital(k)

    def musters(self, k: int) -> bool:
        """ "Countryside Warden Service", "Prison Officer Federation": those who do a thing, gathered in a body of theirs."""
        lows = self.tokens.lows
        gathered = lows[k - 1].rstrip("s") in MUSTERED and lows[k] in MUSTERS and self.capital(k)
        return gathered and not (k + 1 < len(lows) and self.capital(k + 1))

    def trades(self, k: int, end: int) -> bool:
        """Does a run end here with what a firm does ("Dean Coaches", "Abbot Homecare")?"""
        head = k + 1 == end and self.tokens.lows[k] in PROPER_HEADS and self.capital(k)
        return head and self.tokens.bases[k] not in self.lexicon.bodies

    def _goes(self, i: int, j: int) -> bool:
        """ "Visit of the Chief Inspector to Northmere Police": somebody goes to a body, and is not its inspector."""
        lows = self.tokens.lows
        return any(lows[k] in _GOING and lows[k + 1] in _WHOSE for k in range(max(0, i - 6), j - 1))

    def _near(self, a: int, b: int) -> bool:
        return self.tokens.starts[b] - self.tokens.ends[a] < 12

    def role(self, j: int, end: int) -> int:
        """The token after a role that begins at ``j``, or 0."""
        if self.tokens.bases[j] not in self.lexicon.roles.by_first:
            return 0
        found = self.lexicon.roles.fitting(self.tokens, j, min(end, j + 6))
        return found[0][0] if found else 0

    def text(self, first: int, last: int) -> str:
        return clean(self.tokens, first, last)

    def mention(self, first: int, last: int, kind: EntityType, *, head: str = "", scope: str = "") -> Mention:
        return Mention(first, last, self.tokens.span(first, last), kind, self.text(first, last), head=head, scope=scope)

    def _grouped(self, k: int, end: int) -> bool:
        """ "Eastmere Hospitals Group": the last word of a run, which makes one of several bodies."""
        return k + 1 == end and self.tokens.lows[k] in {"group", "holdings"} and self.capital(k)


_GOING, _WHOSE = frozenset("visit visits letter submission".split()), frozenset({"of", "by", "from"})


def capitalised(tokens: Tokens) -> frozenset[int]:
    """The tokens of a document that are words with a capital."""
    words = tokens.words
    capitals = [i for i in tokens.capitals(0, len(tokens)) if words[i] not in SHOUTED]
    return frozenset([i for i in capitals if (words[i] in _INITIALS if len(words[i]) == 1 else words[i][0].isalpha())])


_INITIALS = frozenset("ABCDEFGHJKLMNOPQRSTUVWXYZ")  # what else is written so ("I") is no name


def clean(tokens: Tokens, first: int, last: int) -> str:
    """The words of a name, joined by single spaces, without a final possessive.

    "&" keeps its sign; curly apostrophes become straight.
    """
    words = tokens.words[first:last]
    if "".join(words).isalpha():
        return " ".join(words)
    text = " ".join(words).replace("’", "'").removesuffix("'s").removesuffix("'S")
    if text.endswith(("s'", "S'")):
        text = text[:-1]
    return text.replace(" ,", ",").replace(" .", ".").replace("( ", "(").replace(" )", ")")
