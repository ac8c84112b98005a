"""An undertaking that the sentence before named and this one speaks of: "This is to be conducted by the Agency in May".

Comes in: a line and the phrase of the line before.  Goes out: where it stands, and the phrase.  The one idea: "this" and "it" mean
the undertaking when the verb is one of carrying out; where nothing was told of it yet, whatever tells where it stands will do.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts import clauses
from kg.facts.context import Context, Line
from kg.facts.inspections.cues import cue_in
from kg.facts.inspections.governed import by_verb
from kg.facts.inspections.groups import Group, group_at
from kg.facts.inspections.phrases import Phrase
from kg.facts.inspections.standing import fits
from kg.facts.inspections.statuses import Standing, softened, status_of
from kg.facts.inspections.words import WORDS
from kg.values import value

_THIS = frozenset({"this", "it", "that"})
_REPEATING = WORDS.words("repeating")
_OBJECTS = _THIS | {"so", "one", "them", "these"}
_WORDS = WORDS.words("named-again")
_DOING = WORDS.words("doing")
_LEADING = WORDS.words("leading")
_NO_STANDING = frozenset({"find", "ask-for"})


@value
class Heard:
    """The undertaking, where it stands (empty where this line does not say), the verb; ``aim`` is where its subject ends."""

    phrase: Phrase
    status: str
    group: Group
    aim: int = -1


def _is_known(phrase: Phrase) -> bool:
    """Does it say which undertaking it is, so that "it" may mean it?"""
    qualified = phrase.definite and phrase.head - phrase.first >= 2
    return not phrase.cue.weak and (phrase.told or phrase.owner is not None or qualified)


@dataclass(slots=True)
class Echoes:
    """Remembers the undertaking that was named last, and hears it spoken of again."""

    context: Context
    phrase: Phrase | None = None
    line: Line | None = None
    open: bool = False  # named, but not told where it stands
    asked: bool = False  # by a question

    def remember(self, line: Line, phrase: Phrase | None, *, told: bool = False, asked: bool = False) -> None:
        """Note the last phrase of a line, whether it was told where it stands, or that the line named none."""
        self.phrase, self.line = phrase, line if phrase else None
        some_day = (
            phrase is not None and phrase.oblique and "next" in self.context.tokens.lows[phrase.first : phrase.noun]
        )
        self.open = phrase is not None and not told and _is_known(phrase) and not some_day
        self.asked = asked and phrase is not None

    def before(self, line: Line) -> Phrase | None:
        """The phrase that the line before named, under the same heading."""
        near = self.line is not None and self.line.passage.position == line.passage.position
        return self.phrase if near else None

    def heard(self, line: Line) -> Heard | None:
        """What this line tells of the undertaking of the line before."""
        if (phrase := self.before(line)) is None:
            return None
        return self._as_subject(line, phrase) or self._as_object(line, phrase)

    def _as_subject(self, line: Line, phrase: Phrase) -> Heard | None:
        """ "It is to be carried out by HI", "This was put off", "The work is led by HI"."""
        tokens = self.context.tokens
        i = self._start(line)
        if tokens.lows[i] not in _THIS and not (tokens.lows[i] == "the" and tokens.lows[i + 1] in _WORDS):
            return None
        i += 1 + (tokens.lows[i + 1] in _WORDS)
        verb = clauses.skip_apposition(self.context, i, line.last)
        if verb >= line.last and tokens.words[i] == ",":
            verb = i
        verb = self._past_aside(verb, line)
        found = clauses.verb_group(self.context, verb, line.last)
        if found is None:
            return None
        group = group_at(self.context, found.head, verb)
        if set(tokens.lows[found.head + 1 : found.head + 2]) & {"that", "to"}:
            return None  # "It was agreed that"
        status = self._status(line, verb, group)
        doing = group.passive and tokens.lows[group.head] in _DOING
        return Heard(phrase, status or "", group) if status or doing else None

    def _status(self, line: Line, verb: int, group: Group) -> str | None:
        tokens = self.context.tokens
        if tokens.lows[group.head] in _DOING:
            return status_of("carry-out", group) if group.passive else None
        if not self.open:
            return None
        found = self.context.lexicon.undertakings.phase_at(tokens, group.head, line.last)
        if found and found[1] not in _NO_STANDING and fits(self.context, found[1], group):
            return status_of(found[1], group)
        return cue_in(self.context, verb, min(line.last, group.head + 8)) if not group.negated else None

    def _as_object(self, line: Line, phrase: Phrase) -> Heard | None:
        """ "The auditors would do it in June", "HI hopes to carry it out by May", "HI leads it"."""
        lows = self.context.tokens.lows
        for k in range(line.first + 1, line.last - 1):
            if lows[k] in _LEADING and lows[k + 1] in {"it", "this"} and not self.open:
                group = group_at(self.context, k, line.first)
                return Heard(phrase, "", group, group.first)
        for k in range(line.first + 1, line.last - 1):
            phase = self._done_to_it(k) if self.open and lows[k + 1] in _OBJECTS else ""
            if lows[k + 1] in _OBJECTS and (lows[k] in _REPEATING or phase):
                told = by_verb(self.context, line, k, phase or "carry-out", "inspection-echo")
                if told is not None and told.group is not None and not told.group.passive:
                    status = softened(self.context, line.first, told.group.first, told.status, frozenset())
                    return Heard(phrase, status, told.group, self._subject_end(told))
        return None

    def _done_to_it(self, k: int) -> str:
        """What a verb right before "it" does to the undertaking, where it carries it out, begins or ends it."""
        if self.context.tokens.lows[k] in _DOING:
            return "carry-out"
        found = self.context.lexicon.undertakings.phase_at(self.context.tokens, k, k + 1)
        return found[1] if found and found[1] in {"begin", "end"} else ""

    def _subject_end(self, told: Standing) -> int:
        return told.aim if told.aim >= 0 else told.group.first if told.group else -1

    def _start(self, line: Line) -> int:
        """Behind "Mr Tice reported that", where a sentence about an undertaking that is still untold goes on with "it"."""
        lows = self.context.tokens.lows
        stop = min(line.last - 2, line.first + 9) if self.open else line.first
        return next(
            (k + 1 for k in range(line.first + 1, stop) if lows[k] == "that" and lows[k + 1] == "it"), line.first
        )

    def _past_aside(self, i: int, line: Line) -> int:
        """Behind ", it was learned,"."""
        words = self.context.tokens.words
        if i < line.last and words[i] == ",":
            return next((m + 1 for m in range(i + 1, min(line.last, i + 8)) if words[m] == ","), i)
        return i
