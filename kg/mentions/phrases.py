"""What a name goes on with behind "of" or "for".

Comes in: the head of a name within a run.  Goes out: the token after the phrase that belongs to it.  The one idea: a capitalised phrase goes on until another
name begins, and a known body of just these words ends it.
"""

from __future__ import annotations

from kg.mentions.people import People
from kg.mentions.words import CONNECTORS, DEPARTMENTS, IN_FIELDS, MONTHS, OF_OWN_NAME, OF_SEVERAL_MATTERS
from kg.model import BODIES
from kg.values import value

AND = frozenset({"and", "&"})
LINKS = frozenset({"of", "for"})
_MANY = frozenset({"children", "women", "men", "people"})
_OF_FIELDS = ("tion", "sion", "ment", "ing", "ity", "ance", "ence", "ure", "ness", "ship", "ics")


@value
class Phrases(People):
    """Finds where the names of bodies and posts end."""

    def extend(self, head: int, end: int) -> int:
        """The end of "Office of the X Y" from its head on."""
        lows, j = self.tokens.lows, head + 1
        if j >= end or lows[j] not in LINKS:
            return head + 1
        for_, j = lows[j] == "for", j + 1
        if j < end and (lows[j] in MONTHS or self.titled_person(j, end)):
            return head + 1  # "the Commission of May 2019", "the Home Office of Mr Hill"
        if j < end and lows[j] == "the":
            j += 1
            if j == end:
                return head + 1
            if for_ and (stop := self.known_body(j, end)) and self.tokens.bases[stop - 1] in self.lexicon.bodies:
                return head + 1  # "she leaves the Inspectorate for the Charity Commission"
        if not for_ and self.is_of_another(head):
            return head + 1
        stop = self._listed(head, self.phrase(j, end))
        return self._in_field(stop) if for_ else stop

    def is_of_another(self, head: int) -> bool:
        """ "a review by the Agency of the Department of Engineering": the short form of a body that is named in full, and what is looked at."""
        tokens, low = self.tokens, self.tokens.bases[head]
        bare = head > 0 and tokens.words[head - 1] == "the" and tokens.lows[head + 1 : head + 3] == ["of", "the"]
        if not bare or low in OF_OWN_NAME:
            return False
        full = (k for k in self.capitalised if tokens.bases[k] == low and k != head)
        return any(self.capital(k - 1) and tokens.lows[k - 1] != "the" for k in full)

    def _in_field(self, stop: int) -> int:
        """The end of "Council for Safety in Extraction": the field that a matter is in, by the form of its word."""
        tokens = self.tokens
        if stop + 1 >= len(tokens) or tokens.lows[stop] != "in" or not self.capital(stop + 1):
            return stop
        low = tokens.lows[stop + 1]
        return stop + 2 if low in IN_FIELDS or (len(low) > 5 and low.endswith(_OF_FIELDS)) else stop

    def _listed(self, head: int, stop: int) -> int:
        """The end of "Department of Jobs, Enterprise and Innovation": subjects between commas, the last behind "and"."""
        lows, at = self.tokens.lows, stop
        if self.tokens.bases[head] not in DEPARTMENTS:
            return stop
        last = self.close(head)  # no name on the next line of a list
        while at + 1 < last and lows[at] == "," and self._is_subject(at + 1):
            at += 2
            while at < last and self._is_subject(at):
                at += 1
        joined = at > stop and at + 1 < last and lows[at] in AND and self._is_subject(at + 1)
        if not joined:
            return stop
        at += 2
        while at < last and self._is_subject(at):
            at += 1
        return at

    def _is_subject(self, i: int) -> bool:
        """A capitalised word that is neither an acronym nor a first name nor a word of posts and bodies."""
        low, word = self.tokens.bases[i], self.tokens.words[i]
        if (
            not self.capital(i)
            or low in self.first_names
            or word.isupper()
            or low in self.lexicon.bodies
            or low in self.lexicon.role_words
        ):
            return False
        return not next(iter(self.lexicon.registry.names.at(self.tokens, i, i + 1)), None) and low not in MONTHS

    def matters_before(self, first: int, head: int) -> int:
        """The beginning of "the Education, Leisure and Housing Committee": single subjects before commas, behind an article or in capitals."""
        lows, at = self.tokens.lows, first
        if lows[head] not in OF_SEVERAL_MATTERS or AND.isdisjoint(lows[first:head]):
            return first
        while at > 1 and lows[at - 1] == "," and self._is_matter(at - 2):
            at -= 2
        opens = at == 0 or lows[at - 1] == "the" or self.tokens.words[at].isupper()
        return at if opens else first

    def _is_matter(self, i: int) -> bool:
        low = self.tokens.lows[i]
        person = low in self.first_names or low in self.lexicon.honorifics
        return (
            self.capital(i)
            and not person
            and self.tokens.bases[i] not in self.lexicon.bodies
            and not self.role(i, i + 1)
        )

    def phrase(self, j: int, end: int) -> int:
        """The end of a capitalised phrase: that of a body known by just these words, else "and" continues it only into words that are no
        name of their own."""
        if known := self.known_body(j, end):
            return known
        first = j
        while j < end:
            if self.tokens.bases[j] == "and" and self.begins_name(j + 1, end) and not self._is_half(first, j):
                break
            if self.tokens.lows[j] in {"to", "in", "on", "with"}:
                break
            j += 1
            if (
                self.tokens.lows[j - 1].endswith(("'s", "s'"))
                and self.tokens.lows[j - 1] != "majesty's"
                and j < end
                and self.tokens.bases[j] not in self.lexicon.bodies
                and not self._office_of_many(j, end)
                and not self._for_many(j)
            ):
                break
        return j

    def _is_half(self, first: int, at: int) -> bool:
        """ "the Chair of the Solway and Cheviot Fire Authority": is what stands between "the" and "and" no name by itself?"""
        tokens = self.tokens
        placed = tokens.lows[first - 1] == "the" and all(self.capital(k) for k in range(first, at)) and at - first < 3
        return (
            placed
            and tokens.lows[at + 1] != "the"
            and not tokens.words[first].isupper()
            and not self.begins_name(first, at)
        )

    def _for_many(self, j: int) -> bool:
        """ "Director of Children's Services", "Head of Women's Health": whom a field of work is for."""
        tokens = self.tokens
        return tokens.bases[j - 1] in _MANY and tokens.lows[j - 2] in LINKS and not self.role(j, j + 1)

    def _office_of_many(self, j: int, end: int) -> bool:
        """ "Office of the Tenants' Rights Commissioner", "Office of the Children's Champion": those whom an office is for, and the role that ends the name."""
        before = self.tokens.lows[j - 1]
        many = before.endswith(("s'", "s’")) or self.tokens.bases[j - 1] in _MANY
        if not many or self.tokens.bases[j - 1] in self.lexicon.role_words:
            return False
        return any(self.role(k, end) and self.tokens.lows[k] not in CONNECTORS for k in range(j, min(j + 3, end)))

    def known_body(self, j: int, end: int) -> int:
        """The end of a body of the registry whose name of several words begins here, or 0."""
        for stop, name in self.lexicon.registry.names.at(self.tokens, j, end):
            return stop if stop > j + 1 and name.meaning.type in BODIES else 0
        return 0

    def begins_name(self, j: int, end: int) -> bool:
        """Is there the head of a body, or does a post begin here?"""
        return any(self.tokens.bases[k] in self.lexicon.bodies for k in range(j, end)) or bool(self.role(j, end))
