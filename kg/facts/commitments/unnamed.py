"""What those are to do of whom the text tells nothing else: "TSW plans to publish", "the acting head is to bring a timetable".

Comes in: a clause without a subject that any other rule knows.  Goes out: what it is to do.  The one idea: a verb that binds or a future needs somebody
to its left, be it only a name in capitals or a noun for people.
"""

from __future__ import annotations

from dataclasses import replace

from kg.facts import clauses
from kg.facts.clauses import VerbGroup
from kg.facts.commitments.common import common_agent
from kg.facts.commitments.found import SOMEBODY, Found
from kg.facts.commitments.modals import FUTURE, hangs
from kg.facts.commitments.outlooks import Outlooks
from kg.facts.context import Line
from kg.facts.due import due_in
from kg.facts.words import ACTING, CREWS, STAFF
from kg.facts.works import whose
from kg.model import EntityType, Statement

_SURE = FUTURE.keys() - {"should", "be to"}
_ORDERS = frozenset({"is to", "are to", "was to", "were to", "expected to", "supposed to", "meant to"})
_INSTRUCTED = (ACTING.words("asked") | ACTING.words("charged")) - {"thanked", "reminded", "encouraged"}
_WITHIN_NAMES = frozenset("of for and the & on in".split())
_THOUGHT = frozenset({"opined", "concerned", "asked", "disagreed", "suggested", "requested"})


class Unnamed(Outlooks):
    """Reads clauses whose subject nothing else tells of."""

    def of_unknown(self, line: Line, k: int, reports: list[Statement], *, common: bool) -> Found | None:
        """ "TSW plans to publish in May", "Learning Alba will train a hundred": somebody whose name tells nothing else, or a ``common`` noun."""
        words, end = self.context.tokens.words, k
        capital = words[k][0].isupper()
        if common and (not capital or k == line.first):
            found = self._of_common(line, k, reports)
            if found is not None:
                return found
        if not capital or self._is_within_name(line, k):
            return None
        while end < line.last and (words[end][0].isupper() or (end > k and words[end] in _WITHIN_NAMES)):
            end += 1
        sure = end - k > 1 or not words[k][1:].islower()
        group = clauses.verb_group(self.context, end, line.last) if end < line.last and sure else None
        if (
            group is None
            or group.head >= line.last
            or (group.be and not group.progressive)
            or any(m in self.context.mention_at for m in range(k, end))
        ):
            return None
        return self.of_somebody(line, group, thought=False)

    def _is_within_name(self, line: Line, k: int) -> bool:
        """ "the changes that the Policing and Crime Act would bring": do the words belong to a name that begins before them?"""
        named = self.context.named_in(line.first, k)
        return bool(named) and self.context.mention_at[named[-1]].last > k

    def of_somebody(self, line: Line, group: VerbGroup, *, thought: bool) -> Found | None:
        """What a verb tells of a subject that can act, though the text does not tell who that is."""
        bound = self.bonds.read(group, (SOMEBODY,), line.last)
        found = bound or (self.future(line, group, (SOMEBODY,), thought) if group.modal in _SURE else None)
        if found is None and self.must(line, group):
            found = Found((SOMEBODY,), "requested", "must-by", (group.head, line.last))
        if found is None or found.actors != (SOMEBODY,):
            return None
        return replace(found, actors=(), no_actor="nothing else is known of the one named")

    def _is_instructed(self, k: int, group: VerbGroup) -> bool:
        """ "Officers were instructed to bring options": those who serve a meeting; what others were told tells of what was."""
        lows = self.context.tokens.lows
        return lows[k] in STAFF and group.be in {"was", "were"} and lows[group.head] in _INSTRUCTED

    def _of_common(self, line: Line, k: int, reports: list[Statement]) -> Found | None:
        """ "Officers will circulate it": people by a common noun; a standing order ("skippers are to carry it") only with its day."""
        named = common_agent(self.context, k, line.last, line.first)
        if named is None or hangs(self.context.tokens.lows, k, line.first):
            return None
        key, end = named
        group = clauses.verb_group(self.context, end, line.last)
        if group is None or group.head >= line.last:
            return None
        if group.modal in _ORDERS and due_in(self.context, line, (group.head, line.last)).end is None:
            return None
        found = self.of_somebody(line, group, thought=bool(reports) and reports[0].act in _THOUGHT)
        if found is None or (found.rule == "binding-object" and not self._is_instructed(k, group)):
            return None
        seen = CREWS & set(self.context.tokens.lows[k:end])
        ours = (whose(self.context, self.discourse.work, line, k, end) or self.inspectorates()) if seen else ()
        ours = ours or (self._of_teller(reports) if "inspectors" in seen else ())
        return replace(found, actors=ours or (key,), no_actor=None)

    def _of_teller(self, reports: list[Statement]) -> tuple[str, ...]:
        """ "Ms Bell said that inspectors would not look at it", of one from an inspectorate, where several meet: her own."""
        speakers = {key for report in reports for key in report.speakers}
        bodies = {body for key in speakers if (body := self.context.cast.body_of(key))}
        inspecting = len(bodies) == 1 and self.context.type_of(*bodies) is EntityType.INSPECTORATE
        return tuple(bodies) if inspecting else ()
