"""Bodies called by what they are: "the school", "the force", "the company".

Comes in: a noun with its article.  Goes out: the key of a body, or ``None``.  The one idea: a common noun means the body of that kind
named last before it; a firm or charity may have a name that does not tell its kind, and is then the only such party to the meeting.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from kg.entities import BODIES, Draft
from kg.facts.context import PERSONAL, Context
from kg.facts.discourse import Discourse
from kg.facts.relations.host import host
from kg.model import Span
from kg.patterns import expression

_HEAD = 300  # characters at the head of minutes in which the name of the body stands
_HEAD_LINES = expression(r"(?m)^[^\W\d_][^\n|:–]*[^\W\d_]$")
_NAME = expression(r"[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|of|and|for|the|on|in|&))+")
_MAY_BE_US = frozenset({"trust", "association", "society", "foundation"})  # of a body whose name does not say so
_NEAR = 30  # tokens
_WORDS = 4  # of a short name
_FORCES = frozenset({"force", "constabulary"})
_OVER_FORCES = frozenset(
    {
        "panel",
        "commissioner",
        "authority",
        "commission",
        "ombudsman",
        "inspectorate",
        "college",
        "crime",
        "complaints",
        "office",
    }
)
_PUBLIC = frozenset({"department", "local-authority", "police-force", "inspectorate", "regulator", "ombudsman", "parliament"})  # fmt: skip


@dataclass(slots=True)
class Kinds:
    """The bodies of one document by what they are."""

    context: Context
    discourse: Discourse
    _named: list[tuple[int, str]] | None = None  # the first tokens of all mentions of bodies, with their keys
    _told: list[Draft] = field(default_factory=list)
    _counted: int = -1
    _words: dict[str, frozenset[str]] = field(default_factory=dict)

    def body(self, noun: str, at: int) -> str | None:
        """The body that "the <noun>" at a token means."""
        called = self.context.lexicon.relations.kinds.get(noun)
        before = self._before(at) if called or self.context.tokens.words[at][0].isupper() else []
        if called is None:
            return self._ending(noun, before)
        private = noun in self.context.lexicon.relations.private
        so_called = {
            key for key in set(before) if called & self._of(key) and not (private and self._is_public(key))
        }  # each body once, however often it is named
        fitting = [key for key in before if key in so_called]
        if noun in _FORCES:
            fitting = [key for key in fitting if not _OVER_FORCES & self._of(key)]
        if own := self._own(noun):
            return own
        if fitting:
            party = [key for key in fitting if key in self._parties()] or [
                key for key in fitting if key in self._titled()
            ]
            return party[0] if len(set(party)) == 1 else fitting[-1]
        if private and (party_named := self._private(before, at) or self._just_named(at)):
            return party_named
        own = host(self.context) if private or noun in _MAY_BE_US else None
        return own if own and not _MAY_BE_US & self._of(own) and not (private and self._is_public(own)) else None

    def _own(self, noun: str) -> str | None:
        """ "the Group", where the meeting is that of a group: the body named at the head of its minutes."""
        cast = self.context.cast
        draft = cast.table.get(cast.collective)
        if draft is None or draft.label.lower() != f"the {noun}":
            return None
        if draft.part_of:
            return draft.part_of
        for line in _HEAD_LINES.finditer(self.context.text[:_HEAD]):
            if line[0].lower().endswith(f" {noun}") and _NAME.fullmatch(line[0]):
                span = Span(line.start(), line.end())
                return cast.resolver.body(line[0], span).key
        return None

    def _ending(self, noun: str, before: list[str]) -> str | None:
        """ "the Fund", "the Mission": the only body whose name ends in this word."""
        found = {
            key
            for key in set(before)
            if (draft := self.context.cast.table.get(key)) and draft.label.lower().endswith(f" {noun}")
        }
        return found.pop() if len(found) == 1 else None

    def _before(self, at: int) -> list[str]:
        """The bodies named before a token, in order."""
        if self._named is None:
            keys = self.context.cast.by_first
            self._named = [
                (mention.first, keys[mention.first])
                for mention in self.context.cast.mentions
                if self.context.type_of(keys[mention.first]) in BODIES
            ]
        return self._unmentioned(at) + [key for _, key in self._named[: bisect_left(self._named, (at, ""))]]

    def _unmentioned(self, at: int) -> list[str]:
        """The bodies that only what was told of them made known before a token ("Tarrow Haven Port took the place of …")."""
        table, place = self.context.cast.table, self.context.tokens.starts[at]
        if table.count(*BODIES) != self._counted:
            named = {key for _, key in self._named or ()}
            self._told = [draft for draft in table.of_type(*BODIES) if draft.key not in named and draft.mentions]
            self._counted = table.count(*BODIES)
        return [draft.key for draft in self._told if next(iter(draft.mentions)).start < place]

    def by_ending(self, at: int, last: int) -> tuple[str, int] | None:
        """The only body named before whose name ends in the two words or more in capitals from a token on, and the token behind them."""
        context, end = self.context, at
        while (
            end < last and end - at < _WORDS and context.tokens.words[end][0].isupper() and not context.within_name(end)
        ):
            end += 1
        if end - at < 2 or context.tokens.words[end - 1].endswith("'s"):
            return None
        key = self._ending(" ".join(context.tokens.lows[at:end]), self._before(at))
        return (key, end) if key else None

    def _of(self, key: str) -> frozenset[str]:
        """The words of the names of a body."""
        if key not in self._words:
            draft = self.context.cast.table.get(key)
            names = (draft.label, *draft.names) if draft else ()
            self._words[key] = frozenset(word.strip("()\"'“”").lower() for name in names for word in name.split())
        return self._words[key]

    def _parties(self) -> set[str]:
        return {body for body in self.context.cast.bodies() if body}

    def _titled(self) -> set[str]:
        """The bodies named at the head of the minutes, before their text."""
        context = self.context
        head = context.tokens.range_of(Span(0, min(_HEAD, len(context.text))))[1]
        first = max(context.lines[0].first if context.lines else 0, head)
        return {context.cast.by_first[k] for k in context.named_in(0, first)}

    def _just_named(self, at: int) -> str | None:
        """ "The Council pays Wold Victim Care. The charity …": the only body named shortly before that is no public one and no party."""
        places = self._named[: bisect_left(self._named, (at, ""))] if self._named is not None else []
        words = self.context.tokens.words
        near = dict.fromkeys(key for k, key in places if at - k < _NEAR and not words[k][1:].isupper())
        private = [key for key in near if key not in self._parties() and not self._is_public(key)]
        return private[0] if len(private) == 1 else None

    def _private(self, before: list[str], at: int) -> str | None:
        """The only party to the meeting that is no public body, or that of who spoke last."""
        parties = self._parties()
        private = [key for key in dict.fromkeys(before) if key in parties and not self._is_public(key)]
        if len(private) == 1:
            return private[0]
        speaking = [
            body for key in (*self._speaking(at), *self.discourse.speakers) if (body := self.context.cast.body_of(key))
        ]
        return next((key for key in speaking if key in private), None)

    def _speaking(self, at: int) -> list[str]:
        """The person named last before a token, not far away."""
        named = (self.context.key_at(k) for k in range(at - 1, max(-1, at - 14), -1))
        return [key for key in named if key and self.context.type_of(key) in PERSONAL][:1]

    def _is_public(self, key: str) -> bool:
        known = self.context.lexicon.registry.things.get(key)
        return (known is not None and known.kind in _PUBLIC) or bool(
            self.context.lexicon.relations.public & self._of(key)
        )
