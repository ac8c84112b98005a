"""Who is to act: the agents that the rules of all families ask for.

Comes in: a context and who has spoken so far.  Goes out: the keys of agents.  The one idea: whoever is named after "by",
else whose side it is, else nobody.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts import clauses
from kg.facts.clauses import VerbGroup
from kg.facts.commitments.owners import owner
from kg.facts.context import Context, Line
from kg.facts.discourse import Discourse
from kg.facts.words import STATES


@dataclass(slots=True)
class Doers:
    """What a family of rules is given, and what it may ask."""

    context: Context
    discourse: Discourse

    def side_of(self, agents: tuple[str, ...]) -> tuple[str, ...]:
        bodies = tuple(dict.fromkeys(body for key in agents if (body := self.context.cast.body_of(key))))
        return bodies or agents

    def by_agent(self, i: int, last: int) -> tuple[str, ...]:
        tokens = self.context.tokens
        for k in range(i + 1, min(last - 1, i + 12)):
            if tokens.lows[k] == "by" and (subject := clauses.subject_at(self.context, k + 1, last)):
                return self.discourse.agents(subject)
        return ()

    def inspectorates(self) -> tuple[str, ...]:
        """The only inspecting body of the meeting, where there is just one."""
        ours = self.context.inspectors()
        return ours if len(ours) == 1 else ()

    def other_side(self, speakers: tuple[str, ...]) -> tuple[str, ...]:
        present = self.context.cast.present()
        others = tuple(key for key in present if key not in speakers)
        return others if self.context.small and len(others) == 1 and len(speakers) == 1 else ()

    def modal_passive(self, k: int, last: int) -> VerbGroup | None:
        """ "… that the paper would be revised": the verb group, where one stands within the next words."""
        for m in range(k, min(last, k + 14)):
            if self.context.tokens.lows[m] in {"should", "would", "will", "shall"}:
                group = clauses.verb_group(self.context, m, last)
                return (
                    group
                    if group
                    and group.be == "be"
                    and clauses.is_participle(self.context, self.context.tokens.lows[group.head])
                    and self.context.tokens.lows[group.head] not in STATES
                    else None
                )
        return None

    def is_state(self, group: VerbGroup, last: int) -> bool:
        """ "would be helpful", "will be able", "would be a good idea": no doing."""
        tokens = self.context.tokens
        head = tokens.lows[group.head]
        if head in {"be", "have", "has"} and not group.be:
            k = group.head + 1
            return not (
                k < last and clauses.is_participle(self.context, tokens.lows[k]) and tokens.lows[k] not in STATES
            )
        if group.copula and not clauses.is_participle(self.context, head):
            return head not in {"in", "ready", "present", "available"} or head == "available"
        return group.be == "be" and head in STATES

    def bare(self, group: VerbGroup) -> bool:
        """A base form behind a subject: the subjunctive of resolutions ("that the Clerk report …", "that the Head be asked …")."""
        low = self.context.tokens.lows[group.head]
        return (
            not group.modal
            and not group.perfect
            and (group.be == "be" or (not group.be and not clauses.is_past(low) and not low.endswith("s")))
        )

    def trailing(self, line: Line) -> tuple[str, ...]:
        """The owner at the end of a line: "… by Christmas – FA", "… (Secretary)"."""
        tokens = self.context.tokens
        for k in range(line.last - 2, max(line.first, line.last - 8), -1):
            if tokens.words[k] in {"–", "-", "(", "["}:
                return owner(self.context, self.discourse, k + 1, line.last)
        return ()
