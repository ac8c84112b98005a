"""Names found by their form: runs of capitalised words and the head word that tells what they name.

"Inland Waterways Safety Board" ends with the head of a body, "Office of the Registrar" begins with one; "Registrar of Ferries"
is built on a role, "Ferries Order 1998" on a kind of legislation, "Dr Renshawe" begins with a title.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.mentions.phrases import LINKS, Phrases
from kg.mentions.words import (
    CHAIRS,
    CONNECTORS,
    FUNCTION_WORDS,
    GENERIC,
    LEGISLATION_HEADS,
    MONTHS,
    OF_PLACES,
    OFFICES,
    ORDERS,
    PROGRAMME_HEADS,
    QUARTERS,
    RECORDS,
    REPORT_HEADS,
    SITTING,
    SOCIETIES,
)
from kg.model import EntityType, Mention
from kg.values import value

_BEFORE_NAMES = frozenset({"with", "between", "by", "from", "at", "on"})  # in a title in capitals
_ADDRESSED = frozenset({"to", "against", "on", "about", "concerning"})  # "Letter to the Board"
_ANSWERING = frozenset({"answers", "reports", "answerable", "accountable", "belongs"})  # "Answers to the Department"
_FORCES = frozenset({"police", "constabulary"})
_BEGIN_PLACES = QUARTERS | OF_PLACES


@value
class Scanner(Phrases):
    """Finds names by form in the tokens of one document."""

    def names(self, i: int, end: int) -> Iterator[Mention]:
        """The names within one run, left to right."""
        while i < end:
            if self.tokens.lows[i] in CONNECTORS:
                i += 1
                continue
            found = self._one(i, end)
            if found is None:
                i += 1
                continue
            yield found
            i = found.last

    def _one(self, i: int, end: int) -> Mention | None:
        """The name that begins at token ``i``: tried as body, legislation, programme, post, person."""
        if i + 1 == end:  # a word alone names a post, and nothing else
            return self._headed(i, end) if self.tokens.bases[i] in self.lexicon.roles.by_first else None
        if i + 2 == end and self.trades(i + 1, end) and self.role(i, end) == i + 1:
            return None  # "Dean Coaches"
        return self.titled_person(i, end) or self._seated(i, end) or self._headed(i, end) or self.named_person(i, end)

    def _seated(self, i: int, end: int) -> Mention | None:
        """ "Board of the Office for Trams": the body for which they sit."""
        if i + 3 >= end or self.tokens.lows[i : i + 3] != ["board", "of", "the"]:
            return None
        whole = self._headed(i + 3, end)
        return whole if whole and whole.first == i + 3 and whole.type is EntityType.ORGANISATION else None

    def _headed(self, i: int, end: int) -> Mention | None:
        lows, bodies, roles = self.tokens.bases, self.lexicon.bodies, self.lexicon.roles.by_first
        best: tuple[int, EntityType, int] | None = None
        j = i
        while j < end and not (best is not None and best[2] > i and self._is_whole(best[2], j)):
            low = lows[j]
            if (low in bodies and not self._is_role_word(j) and not self._and_crime(j)) or (
                j > i + 1 and self._head_of_two(j)
            ):
                opens = low in self.lexicon.openers or j == i or self._goes_on_of(j, end) or self._goes_on_for(j, end)
                stop = self.extend(j, end) if opens else j + 1 + (j > i and self._grouped(j + 1, end))
                best = (stop, EntityType.ORGANISATION, j)
                if stop > j + 1 or self._cut_after(j, end) or (j == i and self.is_of_another(j)):
                    break
            elif low in LEGISLATION_HEADS and j > i:
                best = (j + 2 if j + 1 < len(lows) and lows[j + 1].isdigit() else j + 1, EntityType.LEGISLATION, j)
            elif low in PROGRAMME_HEADS and j > i:
                best = (j + 1, EntityType.PROGRAMME, j)
            elif low in REPORT_HEADS and j > i:
                best = (j + 1, EntityType.REPORT, j)
            else:
                role_end = self.role(j, end) if low in roles else 0
                if role_end and not self._of_place(j):
                    nxt = (
                        role_end < end
                        and lows[role_end] in bodies
                        and (
                            self.tokens.lows[role_end - 1].endswith(("'s", "'"))
                            or self.serves(role_end)
                            or (j > i and (self.musters(role_end) or lows[role_end] == "court"))
                        )
                    )
                    if not nxt:
                        return self._post(i, j, role_end, end)
                    j = role_end
                    continue
            if low == "and" and best and best[1] is EntityType.ORGANISATION:
                break
            j += 1
        if best is None:
            return None
        stop, kind, head = best
        if kind is EntityType.ORGANISATION and stop - i < 2:
            return None  # a head word alone is no name
        first = self._trim(i, head)
        if kind is EntityType.ORGANISATION:
            first, stop = self._behind_of(first, head), self._on_matter(head, stop)
            first = self.matters_before(first, head)
            if stop - first < 2 or " ".join(lows[first:stop]) in GENERIC:
                return None
        return self.mention(first, stop, kind, head=lows[head])

    def _is_whole(self, part: int, j: int) -> bool:
        """ "the Major Crime Unit of the Constabulary": the whole in its short form, behind the name of its part."""
        tokens, behind = self.tokens, j + 1 < len(self.tokens) and self.capital(j + 1)
        of_the = j == part + 3 and tokens.lows[j - 2] == "of" and tokens.words[j - 1] == "the"
        return of_the and tokens.bases[j] in self.lexicon.bodies and not behind

    def _of_place(self, j: int) -> bool:
        """ "Forest of Dean": the second half of a place, and no post."""
        return self.tokens.lows[j - 1] == "of" and self.tokens.bases[j - 2] in OF_PLACES

    def _on_matter(self, head: int, stop: int) -> int:
        """The end of "Royal Commission on Ancient Monuments": what such a body sits on."""
        tokens = self.tokens
        sits = (
            tokens.bases[head] in SITTING and stop == head + 1 and stop + 1 < len(tokens) and tokens.lows[stop] == "on"
        )
        if (
            not sits
            or not self.capital(stop + 1)
            or tokens.lows[stop + 1] in MONTHS
            or self.begins_name(stop + 1, stop + 2)
        ):
            return stop
        end = self.run(stop + 1, min(len(tokens), stop + 6))
        apart = (k for k in range(stop + 2, end) if tokens.starts[k] - tokens.ends[k - 1] > 1)
        return next(apart, end)  # what stands below "JOINT COMMITTEE ON FOOD LAW" is another line

    def _and_crime(self, j: int) -> bool:
        """ "Police and Crime Panel": no police force."""
        return self.tokens.lows[j : j + 3] == ["police", "and", "crime"]

    def _behind_of(self, first: int, head: int) -> int:
        """The beginning of a name without what it is said of: "Review of the Board" names the Board."""
        for k in range(head - 1, first, -1):
            addressed = self.tokens.lows[k] in _ADDRESSED and self.tokens.lows[k - 1] in RECORDS
            addressed = addressed or (self.tokens.lows[k] == "to" and self.tokens.lows[k - 1] in _ANSWERING)
            if addressed or self.tokens.lows[k] in _BEFORE_NAMES:
                return k + 2 if self.tokens.lows[k + 1] == "the" else k + 1
            if self.tokens.bases[k - 1] in _BEGIN_PLACES:
                continue  # "South of Scotland Tourism Board", "Isle of Man Prison Service"
            if self.tokens.lows[k] in LINKS and self.tokens.bases[k - 1] not in self.lexicon.bodies:
                return k + 2 if self.tokens.lows[k + 1] == "the" else k + 1
        return first

    def _head_of_two(self, j: int) -> bool:
        """ "High Needs Working Group": two words that tell of a body only together, behind another."""
        return f"{self.tokens.bases[j - 1]} {self.tokens.bases[j]}" in self.lexicon.bodies

    def _goes_on_of(self, head: int, end: int) -> bool:
        """ "Mercia Vale Chamber of Trade": a society goes on with what it is of."""
        low, k = self.tokens.bases[head], head + 1
        if low in _FORCES and k + 1 < end and self.tokens.lows[k] == "of" and self.capital(k + 1):
            return True  # "the County Police of North Yarrow"
        return low in SOCIETIES and k + 1 < end and self.tokens.lows[k] in LINKS and self.capital(k + 1)

    def _goes_on_for(self, head: int, end: int) -> bool:
        """ "Fire Authority for Ulster": the place that a body is for, where that names nothing else."""
        k = head + 2
        if k >= end or self.tokens.lows[head + 1] != "for" or not self.capital(k) or self.tokens.lows[k] in MONTHS:
            return False
        return not (self.begins_name(k, end) or self.tokens.lows[k] in self.first_names or self.known_body(k, end))

    def _trim(self, i: int, head: int) -> int:
        """Drop what stands before a name: function words, months."""
        low = self.tokens.lows
        while i < head and (low[i] in FUNCTION_WORDS or low[i] in MONTHS) and not (self.counts(i) or self._of_crown(i)):
            i += 1
        if i < head and low[i] in ORDERS:  # "Invite Royal Yacht Club to join"
            i += 1
        return i

    def _of_crown(self, i: int) -> bool:
        """ "His Majesty's Chief Inspector"."""
        return self.tokens.lows[i] in {"his", "her"} and self.tokens.lows[i + 1] == "majesty's" and self.capital(i)

    def _cut_after(self, j: int, end: int) -> bool:
        return j + 1 < end and (self.tokens.bases[j + 1] == "and" or self.tokens.lows[j].endswith(("'s", "s'")))

    def _is_role_word(self, j: int) -> bool:
        return self.tokens.bases[j] in self.lexicon.role_words and self.tokens.bases[j] not in self.lexicon.bodies

    def _post(self, i: int, role: int, role_end: int, end: int) -> Mention:
        """A post: modifiers, role, and the "of/for" phrase behind it."""
        first, head_end, scope = self._of_title(self._trim(i, role), role), role_end, ""
        while head_end < end and (more := self.role(head_end, end)) and self.tokens.lows[head_end] not in CONNECTORS:
            head_end = more  # "Deputy Director", "Assistant Chief Constable"
        stop = head_end
        if stop < end and self.tokens.lows[stop] in LINKS and not self.tokens.lows[stop - 1].endswith(("'s", "s'")):
            begin = stop + 1
            if begin < end and self.tokens.lows[begin] == "the":
                begin += 1
            phrase_end = self.phrase(begin, end)
            phrase_end = self._in_care(role, stop, phrase_end)
            if phrase_end > begin:
                scope = self.text(begin, phrase_end)
                stop = phrase_end
        head = self.text(role, head_end)
        return self.mention(first, stop, EntityType.POST, head=head, scope=scope)

    def _of_title(self, first: int, role: int) -> int:
        """The beginning of a title without what is said of it: "Note of the Commissioner", "Invite President", "Meeting with the Warden"."""
        lows = self.tokens.lows
        if first < role and lows[first] in ORDERS:
            first += 1
        for k in range(role - 1, first, -1):
            the = lows[k] == "the"
            link = k - the
            if lows[k] == "and" and k == role - 1 and lows[role] in CHAIRS:
                return role  # "Howells and Chair"
            said = lows[link] in _BEFORE_NAMES or (lows[link] in LINKS and (the or lows[link - 1] in RECORDS))
            if said and link > first and lows[link - 1] not in self.lexicon.bodies:
                return k + 1
        return first

    def _in_care(self, role: int, link: int, stop: int) -> int:
        """The end of "Commissioner for Residents in Care": those whom an office is for go on behind "in"."""
        tokens = self.tokens
        goes_on = tokens.lows[link] == "for" and stop + 1 < len(tokens) and tokens.lows[stop] == "in"
        if not goes_on or not OFFICES & set(tokens.bases[role:link]) or not self._near(stop - 1, stop + 1):
            return stop
        named = tokens.lows[stop + 1] in MONTHS or tokens.lows[stop + 1] in FUNCTION_WORDS
        return stop + 2 if self.capital(stop + 1) and not named else stop
