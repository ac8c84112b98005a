"""For whom an agent stands in the minutes of a meeting.

Comes in: a Source.  Goes out: bodies by agent.  The one idea: an agent brings to a meeting itself, the body that it
represents there, and the body of its post: the post that it is, or the post that the same minutes say it holds.  (What the
rule ``met-with`` says of meetings holds for all that is told there.)
"""

from __future__ import annotations

from functools import lru_cache

from kg.index.source import Source

_KEPT = 4096  # agents at meetings
_MINUTES = 8
ByAgent = dict[str, list[str]]


class Parties:
    """Who stands for which bodies."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._post_in = source.values("org:postIn")
        self._holds = lru_cache(_MINUTES)(self._held)
        self._represents = lru_cache(_MINUTES)(self._represented)
        self.bodies = lru_cache(_KEPT)(self._bodies)  # worked out once for all facts of a meeting

    def _bodies(self, agent: str, meeting: str | None, document: str | None) -> frozenset[str]:
        """The bodies that an agent stands for in these minutes."""
        found = set(self._post_in.get(agent, ()))
        if meeting is not None:
            found.update(self._represents(meeting).get(agent, ()))
        if document is not None:
            for post in self._holds(document).get(agent, ()):
                found.update(self._post_in.get(post, ()))
        return frozenset(found - {agent})

    def _represented(self, meeting: str) -> ByAgent:
        """The bodies that the participants of a meeting represent there."""
        found: ByAgent = {}
        for part in self._source.all("ikg:participation", meeting):
            for agent in self._source.all("ikg:participant", part):
                found.setdefault(agent, []).extend(self._source.all("ikg:representing", part))
        return found

    def _held(self, document: str) -> ByAgent:
        """The posts that a document says its agents hold."""
        found: ByAgent = {}
        for agent, post in self._source.pairs_in(document, "org:holds"):
            found.setdefault(agent, []).append(post)
        return found
