"""An undertaking that the sentence before named and this one speaks of: "This is to be conducted by the Agency in May".

Comes in: a line and the phrase of the line before.  Goes out: where it stands, and the phrase.  The one idea: "this" and "it" mean
the undertaking when the verb is one of carrying out; else they mean anything.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts import clauses
from kg.facts.context import Context, Line
from kg.facts.inspections.groups import Group, group_at
from kg.facts.inspections.phrases import Phrase
from kg.facts.inspections.statuses import status_of
from kg.facts.inspections.words import WORDS

_THIS = frozenset({"this", "it", "that"})
_PHASES = frozenset({"begin", "end", "postpone", "give-up"})
_WORDS = WORDS.words("named-again")
_DOING = WORDS.words("doing")


@dataclass(slots=True)
class Echoes:
    """Remembers the undertaking that was named last, and hears it spoken of again."""

    context: Context
    phrase: Phrase | None = None
    line: Line | None = None
    open: bool = False  # named, but not told where it stands

    def remember(self, line: Line, phrase: Phrase | None, *, told: bool = False) -> None:
        """Note the last phrase of a line, whether it was told where it stands, or that the line named none."""
        self.phrase, self.line = phrase, line if phrase else None
        self.open = phrase is not None and not told and (phrase.told or phrase.owner is not None)

    def before(self, line: Line) -> Phrase | None:
        """The phrase that the line before named, under the same heading."""
        near = self.line is not None and self.line.passage.position == line.passage.position
        return self.phrase if near else None

    def heard(self, line: Line) -> tuple[Phrase, str, Group] | None:
        """The phrase of the line before with its status, where this line tells that it is or will be carried out."""
        if self.phrase is None or self.line is None or self.line.passage.position != line.passage.position:
            return None
        tokens = self.context.tokens
        i = self._start(line)
        if tokens.lows[i] not in _THIS:
            return None
        i += 1 + (tokens.lows[i + 1] in _WORDS)
        verb = clauses.skip_apposition(self.context, i, line.last)
        if verb >= line.last and tokens.words[i] == ",":
            verb = i
        verb = self._past_aside(verb, line)
        group = clauses.verb_group(self.context, verb, line.last)
        if group is None:
            return None
        phase = "carry-out" if tokens.lows[group.head] in _DOING else self._phase(line, group.head)
        ours = group_at(self.context, group.head, verb)
        status = status_of(phase, ours) if phase and ours.passive else None
        return (self.phrase, status, ours) if status else None

    def _start(self, line: Line) -> int:
        """Behind "Mr Tice reported that", where a sentence about an undertaking that is still untold goes on with "it"."""
        lows = self.context.tokens.lows
        stop = min(line.last - 2, line.first + 9) if self.open else line.first
        return next(
            (k + 1 for k in range(line.first + 1, stop) if lows[k] == "that" and lows[k + 1] == "it"), line.first
        )

    def _phase(self, line: Line, head: int) -> str | None:
        """ "This was finished", "It has been put off": what has happened to one of which nothing was told before."""
        found = self.context.lexicon.undertakings.phase_at(self.context.tokens, head, line.last) if self.open else None
        return found[1] if found and found[1] in _PHASES else None

    def _past_aside(self, i: int, line: Line) -> int:
        """Behind ", it was learned,"."""
        words = self.context.tokens.words
        if i < line.last and words[i] == ",":
            return next((m + 1 for m in range(i + 1, min(line.last, i + 8)) if words[m] == ","), i)
        return i
