"""For whom an agent stands in the minutes of a meeting.

Comes in: a Source.  Goes out: bodies by agent.  The one idea: an agent brings to a meeting itself, the body that it
represents there, and the body of its post: the post that it is, or the post that the same minutes say it holds.  (What the
rule ``met-with`` says of meetings holds for all that is told there.)
"""

from __future__ import annotations

from kg.index.source import Source
from kg.terms import expand

_HOLDS = expand("org:holds")


class Parties:
    """Who stands for which bodies."""

    def __init__(self, source: Source) -> None:
        self._known: dict[tuple[str, str | None, str | None], frozenset[str]] = {}
        self._post_in = source.values("org:postIn")
        self._holds: dict[tuple[str, str], list[str]] = {}
        for agent, triples in source.told.items():
            for property_, post, graph in triples:
                if property_ == _HOLDS:
                    self._holds.setdefault((graph, agent), []).append(post)
        self._representing: dict[tuple[str, str], list[str]] = {}
        bodies = source.values("ikg:representing")
        agents = source.values("ikg:participant")
        for meeting, parts in source.values("ikg:participation").items():
            for part in parts:
                for agent in agents.get(part, ()):
                    self._representing.setdefault((meeting, agent), []).extend(bodies.get(part, ()))

    def bodies(self, agent: str, meeting: str | None, document: str | None) -> frozenset[str]:
        """The bodies that an agent stands for in these minutes, worked out once for all facts that name it."""
        asked = agent, meeting, document
        if asked not in self._known:
            self._known[asked] = frozenset(self._bodies(agent, meeting, document))
        return self._known[asked]

    def _bodies(self, agent: str, meeting: str | None, document: str | None) -> set[str]:
        found = set(self._post_in.get(agent, ()))
        if meeting is not None:
            found.update(self._representing.get((meeting, agent), ()))
        if document is not None:
            for post in self._holds.get((document, agent), ()):
                found.update(self._post_in.get(post, ()))
        return found - {agent}
