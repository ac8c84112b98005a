"""Actions in running text that a label or a bracket marks: "Action 31/1 RS to …", "Ramp at the pier (Mr Stone to press the builder): going on.".

Comes in: a sentence.  Goes out: what whoever stands before "to" is to do, and how it stands.  The one idea: a label, or a bracket with a mark behind it,
makes an infinitive an action.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import clauses
from kg.facts.clauses import Subject
from kg.facts.commitments.found import Found
from kg.facts.commitments.rulings import CLOSING, Rulings
from kg.facts.context import Line
from kg.facts.words import BE, NOT
from kg.structure.statuses import opening_status

_FEW_WORDS, _LABEL = 12, 6  # of a matter before its bracket, of a label before whoever is to act
_STATING = BE | frozenset({"had", "has", "have", "remained", "remains", "stood"})
_STOPS = frozenset({".", ",", ";", "and", "been", "yet"})
_BEHIND = 6  # tokens to a status
_STANDS = frozenset({":", "–", "—", "-"})


class Labels(Rulings):
    """Reads actions behind a label and in brackets."""

    def numbered(self, line: Line) -> Found | None:
        """ "Action 41/2 (Mr Stone to table a comparison): outstanding." in running text."""
        tokens = self.context.tokens
        if not line.signs & CLOSING and tokens.lows[line.first] != "action":
            return None
        words = tokens.words[line.first : line.last]
        if tokens.lows[line.first] == "action" and "(" not in words[:6]:
            return self._numbered_task(line)
        if "(" not in words[:_FEW_WORDS] or ")" not in words:
            return None
        first, last = line.first + words.index("(") + 1, line.first + words.index(")")
        subject = clauses.subject_at(self.context, first, last)
        if tokens.lows[line.first] != "action" and not self._is_bracketed(subject, last, line):
            return None
        status = next(
            (
                found
                for k in range(last + 1, min(line.last, last + 8))
                if (found := opening_status(self.context.words(k, line.last)))
            ),
            None,
        )
        task = subject.last if subject is not None else first
        while task < last and tokens.lows[task] in {"to", ",", ":", "–", "-"}:
            task += 1
        return Found(
            self.discourse.agents(subject),
            "committed",
            "numbered-action",
            (task, last),
            status=status.concept if status else None,
        )

    def referenced(self, line: Line) -> Iterator[Found]:
        """ "60/2 (Ms Bell to publish the rules) had been discharged and 60/5 (Mr Stone to ring the yard) had not": references in running text."""
        tokens = self.context.tokens
        opens = [
            k
            for k in range(line.first + 1, line.last - 4)
            if tokens.words[k] == "(" and _is_reference(tokens.words[k - 1])
        ]
        for k, stop in zip(opens, [*opens[1:], line.last], strict=False):
            subject = clauses.subject_at(self.context, k + 1, stop)
            last = next((m for m in range(k + 1, stop) if tokens.words[m] == ")"), None)
            if subject is None or last is None or subject.last + 1 >= last or tokens.lows[subject.last] != "to":
                continue
            if status := self._stated(last + 1, stop):
                task = (subject.last + 1, last)
                yield Found(self.discourse.agents(subject), "committed", "numbered-action", task, status=status)

    def _stated(self, first: int, last: int) -> str | None:
        """How an action stands by the words behind its bracket: "had been discharged and", "had not.", "remained outstanding"."""
        lows = self.context.tokens.lows
        if not first < last or lows[first] not in _STATING:
            return None
        if lows[first + 1] in NOT and lows[first + 2] in _STOPS:
            return "not-completed"
        found = (opening_status(self.context.words(k, last)) for k in range(first + 1, min(last, first + _BEHIND)))
        return next((one.concept for one in found if one is not None), None)

    def _numbered_task(self, line: Line) -> Found | None:
        """ "Action 31/1 RS to obtain the contract by 4 June.": a number, and who is to do what."""
        lows = self.context.tokens.lows
        for k in range(line.first + 1, min(line.last - 3, line.first + _LABEL)):
            subject = clauses.subject_at(self.context, k, line.last)
            if subject is not None and subject.last + 1 < line.last and lows[subject.last] == "to":
                task = (subject.last + 1, line.last)
                return Found(self.discourse.agents(subject), "committed", "numbered-action", task)
        return None

    def _is_bracketed(self, subject: Subject | None, last: int, line: Line) -> bool:
        """ "Ramp at the pier (Mr Stone to press the builder): going on.": a matter, and in brackets who is to do what."""
        lows, words = self.context.tokens.lows, self.context.tokens.words
        if subject is None or last + 1 >= line.last or words[last + 1] not in _STANDS:
            return False
        return subject.last + 1 < last and lows[subject.last] == "to" and words[subject.last + 1].islower()


def _is_reference(word: str) -> bool:
    """ "60/2", "14", "B7": a word with a digit."""
    return any(letter.isdigit() for letter in word)
