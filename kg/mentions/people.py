"""Names of persons by their form: a title before a name, or a known first name.

Comes in: the tokens of a document.  Goes out: Mentions.  The one idea: a title or a first name is enough, and a name ends where a post or a body
begins.
"""

from __future__ import annotations

from kg.mentions.runs import Runs
from kg.mentions.words import (
    ADDRESSES,
    AFTER_SOMEBODY,
    CONNECTORS,
    FUNCTION_WORDS,
    MONTHS,
    OF_RANKS,
    PARTICLES,
    PREFIXES,
    PROPER_HEADS,
)
from kg.model import EntityType, Mention
from kg.values import value

_WITHIN = PARTICLES | {"."}
_OF_NOBODY = PROPER_HEADS | ADDRESSES


@value
class People(Runs):
    """Finds persons in the tokens of one document."""

    def titled_person(self, i: int, end: int) -> Mention | None:
        """ "Dr Renshawe", "Baroness Newlove", "Assistant Chief Constable Emma Barnett"."""
        j, honorifics = i, self.lexicon.honorifics
        while j < end and self.tokens.bases[j] in honorifics and j - i < 4:
            j += 1
            if j < end and self.tokens.words[j] == ".":
                j += 1
        if j == i or j >= end or self.tokens.lows[j] in CONNECTORS or self._no_title(i, j):
            return None
        k = self._name_end(j, end, 4)
        shouted = k > j and self.tokens.words[k - 1].isupper() and self.tokens.bases[k - 1] in self.lexicon.role_words
        if shouted or (k < end and self.role(k, end)):
            return None  # "Deputy Victims' Commissioner", "CHIEF FERRIES OFFICER"
        if k - 1 > j and k < end and self.tokens.lows[k] in AFTER_SOMEBODY:
            return None  # "Sir Walter Scott Academy"
        return self.mention(i, k, EntityType.PERSON) if k > j else None

    def _no_title(self, i: int, j: int) -> bool:
        """ "MS Teams", "Cyngor Sir Gâr", "Chief Nurses": letters and words that only look like a title."""
        tokens = self.tokens
        return (
            OF_RANKS.issuperset(tokens.bases[i:j])
            or (tokens.words[i] == "MS" and not tokens.words[j].isupper())
            or (i > 0 and tokens.lows[i - 1] == "cyngor")
        )

    def named_person(self, i: int, end: int) -> Mention | None:
        """ "Caroline Corby": a first name and one to three capitalised words that are nothing else."""
        if self.tokens.lows[i] not in self.first_names or self.tokens.lows[i] in MONTHS:
            return None
        if i > 0 and self.tokens.lows[i - 1] in PREFIXES and self.capital(i - 1):
            return None  # "Ysgol Bryn Awel"
        k = self._name_end(i + 1, end, 3)
        other = self.tokens.lows[k - 1] in _OF_NOBODY  # "Glen Orrin HA", "Fern Living", "Victoria Street"
        return self.mention(i, k, EntityType.PERSON) if k > i + 1 and not other else None

    def _name_end(self, j: int, end: int, most: int) -> int:
        """The token after at most so many words of a name; full stops of initials do not count."""
        words = 0
        while j < end and words < most and (j in self.capitalised or self.tokens.words[j] in _WITHIN):
            if self.tokens.bases[j] in self.lexicon.bodies or self.role(j, end):
                break
            if self.tokens.words[j - 1] == "." and self.tokens.lows[j] in FUNCTION_WORDS:
                break  # "a student, Ms L. In his submission"
            words += len(self.tokens.words[j]) > 1 and self.tokens.words[j] not in PARTICLES
            j += 1
            if self.tokens.lows[j - 1].endswith("'s"):
                break
        return j
