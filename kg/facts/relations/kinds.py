"""Bodies called by what they are: "the school", "the force", "the company".

Comes in: a noun with its article.  Goes out: the key of a body, or ``None``.  The one idea: a common noun means the body of that kind
named last before it; a firm or charity may have a name that does not tell its kind, and is then the only such party to the meeting.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from kg.entities import BODIES, Draft
from kg.entities.bodies import only
from kg.facts.context import PERSONAL, Context
from kg.facts.discourse import Discourse
from kg.facts.relations.host import host
from kg.mentions.words import FUNCTION_WORDS
from kg.model import Span
from kg.patterns import expression

_HEAD = 300  # characters at the head of minutes in which the name of the body stands
_HEAD_LINES = expression(r"(?m)^[^\W\d_][^\n|:–]*[^\W\d_]$")
_NAME = expression(r"[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|of|and|for|the|on|in|&))+")
_MAY_BE_US = frozenset({"trust", "association", "society", "foundation"})  # of a body whose name does not say so
_NEAR = 30  # tokens
_BESIDE = 5  # tokens behind a name that say what it is: ", the care charity"
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


_Places = list[tuple[int, str]]  # tokens with the keys of the bodies that are named there, in order


@dataclass(slots=True)
class _Answering:
    """The bodies that answer to a noun: every mention, and where those were first named that are parties or stand at the head of the minutes."""

    named: _Places
    parties: _Places
    titled: _Places


@dataclass(slots=True)
class Kinds:
    """The bodies of one document by what they are."""

    context: Context
    discourse: Discourse
    _named: _Places = field(init=False)  # all mentions of bodies
    _first: dict[str, int] = field(init=False)  # the token at which each is first named
    _titled: set[str] = field(init=False)  # what is named at the head of the minutes, before their text
    _answering: dict[str, _Answering] = field(default_factory=dict)  # by noun
    _told: list[Draft] = field(default_factory=list)
    _counted: int = -1
    _words: dict[str, frozenset[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        keys = self.context.cast.by_first
        places = [(mention.first, keys[mention.first]) for mention in self.context.cast.mentions]
        self._named = [(first, key) for first, key in places if self.context.type_of(key) in BODIES]
        self._first = {key: first for first, key in reversed(self._named)}
        head = self.context.tokens.range_of(Span(0, min(_HEAD, len(self.context.text))))[1]
        lines = self.context.lines
        self._titled = set(self.context.keys_in(0, max(lines[0].first if lines else 0, head)))

    def body(self, noun: str, at: int) -> str | None:
        """The body that "the <noun>" at a token means."""
        if noun not in self.context.lexicon.relations.kinds:
            return self._ending(noun, at) if self.context.tokens.words[at][0].isupper() else None
        if found := self._own(noun) or self._answers(noun, at):
            return found
        private = noun in self.context.lexicon.relations.private
        if private and (party := self._private(at) or self._just_named(at)):
            return party
        own = host(self.context) if private or noun in _MAY_BE_US else None
        return own if own and not _MAY_BE_US & self._of(own) and not (private and self._is_public(own)) else None

    def _answers(self, noun: str, at: int) -> str | None:
        """The body of this kind that is meant: the only party, else the only one at the head of the minutes, else the one named last."""
        if noun not in self._answering:
            self._answering[noun] = self._answering_to(noun)
        there = self._answering[noun]
        told = [key for key in self._unmentioned(at) if self._is_a(key, noun)]
        for group, places in ((self.context.cast.bodies(), there.parties), (self._titled, there.titled)):
            among = [key for key in told if key in group] + [key for _, key in _before(places, at)]
            if among:
                break
        if len(among) == 1:
            return among[0]
        last = bisect_left(there.named, (at, ""))
        return there.named[last - 1][1] if last else told[-1] if told else None

    def _answering_to(self, noun: str) -> _Answering:
        called = {key: first for key, first in self._first.items() if self._is_a(key, noun)}
        called |= {key: first for first, key in reversed(self._named) if self._is_told_to_be(first, noun)}
        parties, titled = (
            sorted((called[key], key) for key in group if key in called)
            for group in (self.context.cast.bodies(), self._titled)
        )
        return _Answering([place for place in self._named if place[1] in called], parties, titled)

    def _is_told_to_be(self, first: int, noun: str) -> bool:
        """ "Kelda Homes, the care charity that closed": does what stands beside a name say it?"""
        mention, lows = self.context.mention_at.get(first), self.context.tokens.lows
        near = lows[mention.last : mention.last + _BESIDE] if mention is not None else []
        if near[:1] != [","] or near[1:2] not in (["the"], ["a"], ["an"]) or noun not in near[2:]:
            return False
        return all(low.isalpha() and low not in FUNCTION_WORDS for low in near[2 : near.index(noun, 2)])

    def _is_a(self, key: str, noun: str) -> bool:
        """Do the names of a body answer to a noun: no public body to one for private ones, none over a force to "the force"?"""
        words, relations = self._of(key), self.context.lexicon.relations
        over = noun in _FORCES and _OVER_FORCES & words
        public = noun in relations.private and self._is_public(key)
        return not relations.kinds[noun].isdisjoint(words) and not over and not public

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

    def _ending(self, noun: str, at: int) -> str | None:
        """ "the Fund", "the Mission": the only body named before whose name ends in this word."""
        alike = self.context.cast.table.ending(noun, *BODIES)
        found = only(draft for draft in alike if draft.label.lower().endswith(f" {noun}") and self._is_told(draft, at))
        return found.key if found else None

    def _is_told(self, draft: Draft, at: int) -> bool:
        """Is a body known before a token?"""
        place = next(iter(draft.mentions), None)
        unmentioned = place is not None and place.start < self.context.tokens.starts[at]
        return self._first[draft.key] < at if draft.key in self._first else unmentioned

    def _unmentioned(self, at: int) -> list[str]:
        """The bodies that only what was told of them made known before a token ("Tarrow Haven Port took the place of …")."""
        table, place = self.context.cast.table, self.context.tokens.starts[at]
        if table.count(*BODIES) != self._counted:
            self._told = [draft for draft in table.of_type(*BODIES) if draft.key not in self._first and draft.mentions]
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
        key = self._ending(" ".join(context.tokens.lows[at:end]), at)
        return (key, end) if key else None

    def _of(self, key: str) -> frozenset[str]:
        """The words of the names of a body."""
        if key not in self._words:
            draft = self.context.cast.table.get(key)
            names = (draft.label, *draft.names) if draft else ()
            self._words[key] = frozenset(word.strip("()\"'“”").lower() for name in names for word in name.split())
        return self._words[key]

    def _just_named(self, at: int) -> str | None:
        """ "The Council pays Wold Victim Care. The charity …": the only body named shortly before that is no public one and no party."""
        words, parties = self.context.tokens.words, self.context.cast.bodies()
        places = self._named[bisect_left(self._named, (at - _NEAR + 1, "")) : bisect_left(self._named, (at, ""))]
        near = dict.fromkeys(key for k, key in places if not words[k][1:].isupper())
        private = [key for key in near if key not in parties and not self._is_public(key)]
        return private[0] if len(private) == 1 else None

    def _private(self, at: int) -> str | None:
        """The only party to the meeting that is no public body, or that of who spoke last."""
        parties = {key for key in self.context.cast.bodies() if key and not self._is_public(key)}
        private = [key for key in self._unmentioned(at) if key in parties]
        private += [key for key in parties if self._first.get(key, at) < at]
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


def _before(places: _Places, at: int) -> _Places:
    """The first two of some places that lie before a token: whether there is one, and just one."""
    return [place for place in places[:2] if place[0] < at]
