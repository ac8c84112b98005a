"""Commitments of note style, without a finite verb: "Secretary to circulate the paper.", "Dates to be fixed by X".

Comes in: a sentence.  Goes out: what somebody is to do.  The one idea: an infinitive where a verb would stand.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from kg.facts import clauses
from kg.facts.clauses import Subject
from kg.facts.commitments.found import Found
from kg.facts.commitments.labels import Labels
from kg.facts.commitments.modals import NOTHING
from kg.facts.commitments.plans import WHERE
from kg.facts.commitments.rulings import CLOSING
from kg.facts.commitments.things import THINGS
from kg.facts.context import Line
from kg.facts.due import due_in
from kg.facts.signs import sign
from kg.facts.words import ACTING, ADVERBS, ARTICLES, AUXILIARIES, FINITE, PREPOSITIONS
from kg.facts.works import whose

_MARKS = frozenset({"resolved", "agreed", "decided", "consensus", "that", ":", "recommended", "(", ")"})
_PROSPECTS = ACTING.words("no-prospects-in-notes")
_OTHER_PREPOSITIONS = PREPOSITIONS - {"of", "for", "to"}
_AHEAD = ACTING.words("ahead")
_IN_PLACE = frozenset("up in out on with back down off ready available complete".split())
_TO, _NO, _INFINITIVE_BE = sign({"to"}), sign({"no"}), sign({"be"})
_MOVED, _UNLIKELY = ACTING.words("moved"), ACTING.words("unlikely")
# without one of these, no note tells what is to be
_STANDS = sign(_MOVED | _UNLIKELY | {"put"})
_TELLING = _TO | _NO | THINGS | _STANDS | sign(_AHEAD)
_NOTING = _TELLING | sign({"that"})  # nor does a resolution without "that"
_COMING = ACTING.words("coming")
_BEFORE = frozenset({"before", "until", "this", "by", "in"})
_DEGREES = frozenset({"most", "very", "now", "highly"})
_THING, _SHORT = 10, 6  # tokens
_WHEN = frozenset("in by on before at early late this next within mid for shortly".split())


class Notes(Labels):
    """Reads sentences without a finite verb."""

    def read(self, line: Line) -> Iterator[Found]:
        """A sentence without a finite verb: "X to do Y", "Dates to be fixed by X"."""
        tokens = self.context.tokens
        if tokens.words[line.last - 1] == "?":
            return
        if line.signs & CLOSING and (referenced := list(self.referenced(line))):
            yield from referenced
            return
        start = self.behind_owner(line)
        if item := self.numbered(line) or self.owned(line, start):
            yield item
            return
        if line.signs & CLOSING and (pointed := list(self.points(line, start))):
            yield from pointed
            return
        if not line.signs & _NOTING:
            return
        start = line.start if start == line.first else clauses.main_start(self.context, start, line.last)
        while start < line.last and (
            tokens.lows[start] in _MARKS
            or not tokens.words[start][0].isalpha()
            or (len(tokens.words[start]) == 1 and tokens.words[start] not in {"I", "A", "a"})
            or tokens.lows[start + 1] == ")"
        ):
            start += 1
        resolved = start > line.first and tokens.lows[start - 1] == "that"
        subject = line.subject if start == line.start else clauses.subject_at(self.context, start, line.last)
        if resolved:
            yield from self.resolved(line, start)
            return
        if not line.signs & _TELLING:
            return
        if (
            item := (self._due(line, start) if subject is None or subject.actors[0].word == "all" else None)
            or (line.signs & _STANDS and (self._stands(line, start, subject) or self._not_likely(line, subject)))
            or self._none(line, start)
            or self.thing(line, start)
            or self._unknown(line, start, subject)
            or self._to_do(line, start)
        ):
            yield item
            return
        if line.signs & _TO:
            yield from self._infinitive(line, start, subject)

    def _infinitive(self, line: Line, start: int, subject: Subject | None) -> Iterator[Found]:
        """ "X to do Y", "Dates to be fixed by X", "TW away, so AQ to ask him"."""
        tokens = self.context.tokens
        if subject is None:
            start, subject = self._owner_within(line, start)
        elif tokens.lows[subject.last : subject.last + 1] != ["to"]:
            start, subject = self._owner_within(line, subject.last, subject)  # "TW away, so AQ to ask him"
        if subject is not None:
            k = subject.last
            while k < line.last and tokens.lows[k] in ADVERBS:
                k += 1
            if (
                tokens.lows[k : k + 1] == ["to"]
                and k + 1 < line.last
                and tokens.lows[k + 1] not in ARTICLES
                and (k + 1) not in self.context.mention_at
                and not (tokens.lows[k + 1] == "be" and clauses.is_participle(tokens.lows[k + 2]))
            ):
                yield Found(self.discourse.agents(subject), "committed", "to-do", (k + 1, line.last))
                yield from self._next_owner(line, k + 2)
                return
        yield from self._to_be_done(line, start)

    def _next_owner(self, line: Line, start: int) -> Iterator[Found]:
        """ "WP to draft by 31 March, IM to check the figures": the next one who is to do something."""
        tokens = self.context.tokens
        for k in range(start, line.last - 2):
            if (
                tokens.words[k] not in {",", ";"}
                or (subject := clauses.subject_at(self.context, k + 1, line.last)) is None
            ):
                continue
            deed = subject.last + 1
            if (
                deed < line.last
                and tokens.lows[deed - 1] == "to"
                and tokens.words[deed].islower()
                and tokens.lows[deed] not in ARTICLES
            ):
                yield Found(self.discourse.agents(subject), "committed", "to-do-next", (deed, line.last))
                return

    def _due(self, line: Line, start: int) -> Found | None:
        """ "Interim statement due in the summer, per SH.", "Two lamps to follow before the end of March.": a thing, with its time."""
        lows = self.context.tokens.lows
        if not FINITE.isdisjoint(lows[start : line.last]) and any(
            lows[k] in FINITE and lows[k - 1] != "to" for k in range(start, line.last)
        ):
            return None
        for k in range(start + 1, min(line.last - 2, start + 9)):
            if lows[k] in {",", ";", ":"} or (clauses.is_past(lows[k]) and lows[k] not in _AHEAD):
                return None
            follows = lows[k] == "to" and (lows[k + 1] in _COMING or lows[k - 1] == "due")
            if not follows and not (lows[k] in _AHEAD and lows[k + 1] in _WHEN):
                continue
            if follows and self.context.within_name(k - 1) and lows[k - 1] != "due":
                return None  # "Rents – Mr Wren to report in May": who it is stands before it
            if not due_in(self.context, line, (k, line.last)).text or self.context.tokens.words[line.last - 1] == "?":
                return None
            per = self.trailing_per(line)
            named = self.by_agent(k, line.last) or (self.side_of(per) if per else ())
            doers = named or whose(self.context, self.discourse.work, line, start, k) or self.side_of_speaker(line, [])
            return Found(doers, "planned", "due-note", (start, line.last))
        return None

    def _stands(self, line: Line, start: int, subject: Subject | None) -> Found | None:
        """ "Survey put back to spring, no analyst.", "Report unlikely before the new year.": a thing, and how it stands, without a verb."""
        lows = self.context.tokens.lows
        for k in range(start + 1, min(line.last - 2, start + _THING)):
            if lows[k] in FINITE or lows[k] in {",", ";", ":"}:
                return None
            moved = lows[k] in _MOVED or (lows[k] == "put" and lows[k + 1] in {"back", "off"})
            if not moved and not (lows[k] in _UNLIKELY and lows[k + 1] in _BEFORE):
                continue
            if subject is not None and subject.last == k:
                return None  # "AQ postponed it to May"
            if moved and due_in(self.context, line, (k, line.last)).end is None:
                return None
            how = "planned" if moved else "unlikely"
            doers = self.by_agent(k, line.last)
            return Found(doers, how, "stands-note", (start, line.last), status=None if moved else how, when=k)
        return None

    def _not_likely(self, line: Line, subject: Subject | None) -> Found | None:
        """ "TW unlikely to attend, no cover.": who will hardly do something, without a verb."""
        lows, k = self.context.tokens.lows, subject.last if subject is not None else line.last
        while k < line.last and (lows[k] in ADVERBS or lows[k] in _DEGREES):
            k += 1
        if subject is None or k + 2 >= line.last or lows[k] != "unlikely" or lows[k + 1] != "to":
            return None
        agents = self.discourse.agents(subject)
        return Found(agents, "unlikely", "unlikely-note", (k + 2, line.last), status="unlikely") if agents else None

    def _to_do(self, line: Line, start: int) -> Found | None:
        """ "To finish by the end of February.", "To be done this week.": of whoever spoke last."""
        lows = self.context.tokens.lows
        if (
            self.context.tokens.words[start] != "To"
            or start + 2 >= line.last
            or lows[start + 1] in ARTICLES
            or start + 1 in self.context.mention_at
        ):
            return None
        finite = any(lows[k] in FINITE - {"be"} for k in range(start, line.last))
        if finite or "," in lows[start : line.last] or due_in(self.context, line, (start, line.last)).end is None:
            return None
        speakers = self.discourse.speakers
        return Found(speakers if len(speakers) == 1 else (), "committed", "to-finish", (start + 1, line.last))

    def trailing_per(self, line: Line) -> tuple[str, ...]:
        """Who tells of it: ", per SH."."""
        lows = self.context.tokens.lows
        for k in range(line.first + 2, line.last - 1):
            if (
                lows[k] == "per"
                and lows[k - 1] == ","
                and (subject := clauses.subject_at(self.context, k + 1, line.last))
            ):
                return self.discourse.agents(subject)
        return ()

    def _none(self, line: Line, start: int) -> Found | None:
        """ "No prospect of funding it alone.", "No money for that this year, per RA."."""
        if not line.signs & _NO:
            return None
        lows, owners = self.context.tokens.lows, clauses.subject_at(self.context, start, line.last)
        if owners is not None and lows[owners.last : owners.last + 1] == [":"]:
            start = owners.last + 1
            start = next((k + 1 for k in range(start, line.last - 2) if lows[k : k + 2] == [",", "no"]), start)
        if start + 1 >= line.last or lows[start] != "no" or lows[start + 1] not in _PROSPECTS:
            return None
        if any(low in AUXILIARIES for low in lows[start : min(line.last, start + 10)]):
            return None
        whose = lows[start + 2] in WHERE and clauses.subject_at(self.context, start + 3, line.last)
        tellers = self.trailing_per(line) or self.discourse.agents(whose or None) or self.discourse.agents(owners)
        doers = self.side_of(tellers) if tellers else self.side_of_speaker(line, [])
        return Found(doers, "unlikely", "no-prospect", (start, line.last), status="unlikely")

    def _unknown(self, line: Line, start: int, subject: Subject | None) -> Found | None:
        """ "JB to draft by 14 Feb.": initials that the document tells nothing else of."""
        words = self.context.tokens.words
        if subject is not None or start + 2 >= line.last or not (words[start].isupper() and 1 < len(words[start]) <= 3):
            return None
        task = start + 2
        if words[start + 1] != "to" or not words[task].islower() or words[task] in ARTICLES:
            return None
        return Found((), "committed", "to-do", (task, line.last), no_actor="nobody of these initials is known")

    def _owner_within(self, line: Line, start: int, known: Subject | None = None) -> tuple[int, Subject | None]:
        """ "Next meeting: end of July, NR to host": an owner behind a comma or colon, in a line without a finite verb."""
        tokens = self.context.tokens
        for k in range(start, line.last - 1):
            if tokens.lows[k] in FINITE or (clauses.is_past(tokens.lows[k]) and k not in self.context.mention_at):
                break
            after = k + 1 + (tokens.lows[k + 1] in {"so", "and"})
            if tokens.words[k] in {",", ":", ";", "–", "-"} and (
                subject := clauses.subject_at(self.context, after, line.last)
            ):
                if tokens.lows[subject.last : subject.last + 1] == ["to"]:
                    return after, subject
        return start, known

    def _to_be_done(self, line: Line, start: int) -> Iterator[Found]:
        """ "Dates to be fixed by the Secretary"."""
        tokens = self.context.tokens
        if not line.signs & _INFINITIVE_BE or tokens.lows[start] in NOTHING:
            return  # "None to be had, according to the Clerk."
        someone = line.subject
        for k in range(start, min(line.last - 2, start + 8)):
            low = tokens.lows[k]
            if someone is not None and k == someone.last and low in self.context.lexicon.bonds:
                return  # "FT expects to be told"
            if low in FINITE or low in _OTHER_PREPOSITIONS:
                return
            if low == "to" and tokens.lows[k + 1] == "be" and tokens.lows[k + 2] in _IN_PLACE:
                if due_in(self.context, line, (k + 2, line.last)).end is not None:
                    owners = self.by_agent(k + 2, line.last) or self.trailing(line)
                    yield Found(owners, "committed", "to-be-there", (k + 2, line.last))
                return
            if low == "to" and tokens.lows[k + 1] == "be" and clauses.is_participle(tokens.lows[k + 2]):
                if not any(clauses.is_past(tokens.lows[m]) and m != k + 2 for m in range(start, k)):
                    owners = self.by_agent(k + 2, line.last) or self.trailing(line) or self._just_agreed(line)
                    yield Found(owners, "committed", "to-be-done", (k + 2, line.last))
                return

    def _just_agreed(self, line: Line) -> tuple[str, ...]:
        """ "Mr Stone agreed. Letters to be sent by May.": the one who has just agreed to what was asked, in the same paragraph."""
        lines, lows = self.context.lines, self.context.tokens.lows
        at = bisect_left(lines, line.first, key=lambda one: one.first)
        before = lines[at - 1] if at else line
        subject = before.subject if before.passage is line.passage and before.last - before.start < _SHORT else None
        if subject is None or subject.last != before.last - 2 or lows[subject.last] != "agreed":
            return ()
        agents = self.discourse.agents(subject)
        return agents if len(agents) == 1 else ()
