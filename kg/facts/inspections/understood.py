"""Whom the text leaves out: who carries an undertaking out where its sentence names nobody.

Comes in: a line with what was said before it.  Goes out: keys of bodies, or nothing.  The one idea: the body of whoever speaks of it, where that body
inspects; else the one inspecting body of the sentence, the heading, the sentence before or the meeting; nobody where there are several.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.entities.bodies import only
from kg.facts.context import PERSONAL, Line
from kg.facts.inspections.charge import in_charge
from kg.facts.inspections.marks import Mark
from kg.facts.inspections.sections import TELLING, Sections
from kg.facts.inspections.words import WORDS
from kg.facts.offices import seat_title
from kg.facts.sides import other_side, sides
from kg.facts.words import ARTICLES, BE
from kg.lexicon.lists import lists
from kg.model import BODIES, EntityType, Mention

AGAIN = WORDS.words("again")
_INSPECTORIAL = frozenset({"thematic", "unannounced"})
_OF_OTHERS = frozenset({"independent", "outside", "public"})  # not of whoever tells of it
_TITLE = 40  # tokens in which the minutes say who meets
_OF_INSPECTIONS = frozenset({"inspection", "inspections", "visits", "visiting"})
_GONE = frozenset({"abolished", "dissolved", "disbanded"})
_ENDED = BE | {","}  # before it: "was abolished", ", abolished in 2019,"
_ENDS, _TAKING_OVER = lists("relating").words("ends"), lists("relating").words("taking-over")
_WISHES = frozenset({"requested", "suggested", "asked"})


@dataclass(slots=True)
class Understood(Sections):
    """Tells who is meant where nobody is named, from what was said so far."""

    last: tuple[str, ...] = ()
    last_kind: str = ""
    # the bodies whose undertaking was named last, its kind, the heading
    owned: tuple[tuple[str, ...], str, int] = ((), "", -1)
    last_place: tuple[int, int] = (-1, -1)
    named: tuple[str, ...] = ()  # the inspecting bodies of the sentence before
    # the bodies last named in one sentence, some of which inspect, the heading and the paragraph
    together: tuple[tuple[str, ...], int, int] = ((), -1, -1)
    # the kind of undertakings of which the sentence before spoke in the plural, and its paragraph
    several: tuple[str, int] = ("", -1)
    speaking_of: tuple[str, int] = ("", -1)  # the same in any number
    named_at: int = -1  # where its paragraph begins
    gone: dict[str, bool] = field(default_factory=dict)  # is a body no more, as far as was asked

    def understood(
        self, line: Line, kind: str, words: frozenset[str], about: tuple[int, int] = (0, 0)
    ) -> tuple[str, ...]:
        """Whom the text leaves out, as its ``words`` (those of the phrase) and the sentence let one know.

        The one inspecting body that the sentence names; for an internal audit the body of whoever tells of it; the one
        inspecting body of the meeting or of the speaker; the body that the heading names; for a follow-up the body of the last.
        """
        looked_at = self.bodies_in(*about)
        kind = "inspection" if words & _INSPECTORIAL else kind
        if told := self._told_here(line, kind, words, looked_at):
            return told
        ours = self._of_us(line, kind, looked_at)
        if ours or words & _OF_OTHERS:
            return () if words & _OF_OTHERS else ours
        wished = bool(self.acts & _WISHES)
        saying = tuple(
            key for key in self.saying if self.as_body(key) or self.audits(key) or self._holds_seat(key, kind)
        ) or (() if wished else self._said_before(kind))
        speakers = [body for key in saying if (body := self.as_body(key))]
        if "internal" in words:
            named = [body for k in range(line.first, line.last) if (body := self._employer_at(k))]
            return tuple([*speakers, *named][:1])
        ours = tuple(key for key in self.context.inspectors() if kind != "inspection" or not self._only_audits(key))
        if not wished and (
            near := self._same_talk(line, kind, looked_at, speakers) or self._guard(speakers, looked_at)
        ):
            return near
        if len(ours) == 1 and (kind == "inspection" or (speakers and set(speakers) <= set(ours))):
            return ours
        before = ("previous" in words and kind == self.last_kind) or (not self.saying and about[0] >= about[1])
        again = () if set(self.last) & set(looked_at) else self._again(line, words)
        if before and again:
            return again
        if own := self._own_of(line, saying, kind, wished):
            return own
        if wished and (other := self._other_body(saying)):
            return other
        return (
            self._in_heading(line)
            or again
            or self.just_named(line, kind)
            or self._going_on(line, kind)
            or self._tellers(line, kind, speakers, looked_at)
            or self._of_our_programme(line, kind, speakers, looked_at)
            or self._here(line, kind, words, looked_at)
            or self._only_one(kind, looked_at)
        )

    def _told_here(self, line: Line, kind: str, words: frozenset[str], looked_at: tuple[str, ...]) -> tuple[str, ...]:
        """Whom the sentence itself lets one know: whoever notes it, its topic, the one inspecting body that it names, whoever reports it, the two of what is joint."""
        if (noters := self._noters(line)) and not set(noters) & set(looked_at) and "internal" not in words:
            return noters
        if "the" in words and kind == "inspection" and (topic := self._topic(line)):
            return (topic,)
        named = [key for key in self.bodies_in(line.first, line.last) if self.inspects(key) and key not in looked_at]
        if len(named) == 1 and not words & {"internal", "joint"}:
            return tuple(named)
        reporting = self._reports(line) if not words & {"internal", "own"} else ()
        if reporting and not set(reporting) & set(looked_at) and not self._tells_of_others(reporting):
            return reporting
        pair = self._pair(line, named) if "joint" in words else ()
        return pair if len(pair) > 1 else ()

    def is_gone(self, key: str) -> bool:
        """Does the text say that a body is no more, so that it is not understood to have done anything?  Asked once a body."""
        if key not in self.gone:
            self.gone[key] = any(map(self._is_ended, self.context.mentions_of(key)))
        return self.gone[key]

    def _is_ended(self, name: Mention) -> bool:
        """ "assumed the functions of the Board", "the abolition of the Board", "the Board was abolished": so named, is a body no more?"""
        lows, first = self.context.tokens.lows, name.first - (self.context.tokens.lows[name.first - 1] in ARTICLES)
        taken = lows[first - 2] == "functions" and not _TAKING_OVER.isdisjoint(lows[max(0, first - 6) : first - 2])
        if lows[first - 1] == "of" and (taken or lows[first - 2] in _ENDS):
            return True
        behind = range(name.last, min(len(lows), name.last + 3))
        return any(lows[k] in _GONE and lows[k - 1] in _ENDED for k in behind)

    def _of_our_programme(
        self, line: Line, kind: str, speakers: list[str], looked_at: tuple[str, ...]
    ) -> tuple[str, ...]:
        """ "The review of the Institute was complete", at the Review Committee of a Quality Council: the body that meets, where it inspects and no other acts."""
        main = self.context.cast.resolver.main_body
        if not main or main in looked_at or set(self._acting_in(line.first, line.last)) - {main}:
            return ()
        ours = self._inspect_here()
        reviewed = kind in {"review", "audit"} and bool(looked_at) and not speakers and self.acts <= TELLING
        told = (ours and kind == "inspection") or (reviewed and (ours or self.inspects(main)))
        return (main,) if told else ()

    def _inspect_here(self) -> bool:
        """Is it an "Inspections Sub-Committee" that meets?"""
        words = {word for key in self.bodies_in(0, _TITLE) for word in self._label(key).split()}
        return not _OF_INSPECTIONS.isdisjoint(words)

    def _here(self, line: Line, kind: str, words: frozenset[str], looked_at: tuple[str, ...]) -> tuple[str, ...]:
        """The one body of those present that inspects or has charge of others: an inspection or inquiry of these is its own."""
        if (
            "own" in words
            or any(word.endswith(("'s", "’s", "s'", "s’")) for word in words)
            or (kind == "audit" and not looked_at)
        ):
            return ()
        bodies = [key for key in sides(self.context) if self.context.type_of(key) in BODIES]
        charged = in_charge(self.context)
        guards = [key for key in bodies if kind == "inspection" and self.inspects(key) and not self._only_audits(key)]
        ours = [key for key in bodies if key in charged or key in guards]
        others = set(self._acting_in(line.first, line.last)) - {*ours, *looked_at} if kind == "inquiry" else ()
        return tuple(ours) if len(ours) == 1 and ours[0] not in looked_at and not others else ()

    def _only_one(self, kind: str, looked_at: tuple[str, ...]) -> tuple[str, ...]:
        """The only body of the document that inspects, present or not ("is inspected every four years by the Inspectorate. … the inspection of June")."""
        bodies = self.context.cast.table.of_type(*BODIES) if kind == "inspection" else ()
        found = only(
            one for one in bodies if one.mentions and self.inspects(one.key) and not self._only_audits(one.key)
        )
        return (found.key,) if found and found.key not in looked_at else ()

    def _only_audits(self, key: str) -> bool:
        """ "Audit Wales", "Pike LLP", at the meeting of another: it looks at the accounts, and does not inspect in the other's stead."""
        return self.audits(key) and key not in self.known and self.context.cast.resolver.main_body not in {None, key}

    def _guard(self, speakers: list[str], looked_at: tuple[str, ...]) -> tuple[str, ...]:
        """The body of a speaker that guards others, where it is not what is looked at."""
        guard = next((body for body in speakers if self.guards(body)), "")
        return (guard,) if guard and guard not in looked_at else ()

    def _same_talk(self, line: Line, kind: str, looked_at: tuple[str, ...], speakers: list[str]) -> tuple[str, ...]:
        """ "Ofsted's inspection of one home ended well. … An inspection of a second had been called off": the body of the one just told."""
        if set(self.context.inspectors()) & set(speakers):
            return ()
        near = kind == self.last_kind == "inspection" and self.last_place[0] == line.passage.span.start
        sure = near and len(self.last) == 1 and self.inspects(self.last[0]) and not set(self.last) & set(looked_at)
        return self.last if sure else ()

    def _pair(self, line: Line, named: list[str]) -> tuple[str, ...]:
        """Those who do a joint one that names nobody: the bodies that speak, or the inspecting bodies last named together here."""
        if len(both := self.two_such(line) or tuple(named)) > 1:
            return both
        speakers = tuple(dict.fromkeys(body for key in self.saying if (body := self.as_body(key))))
        if len(speakers) > 1:
            return speakers
        bodies, position, place = self.together
        near = position == (line.passage.position or 0) if named else place == line.passage.span.start
        return bodies if near and set(named) <= set(bodies) else tuple(named)

    def _topic(self, line: Line) -> str | None:
        """ "The Inspectorate goes aboard every boat. … the spring inspections": the inspectorate that the sentence before was about."""
        topic = self.discourse.topic
        near = self.named_at == line.passage.span.start
        return topic if topic and near and self.context.type_of(topic) is EntityType.INSPECTORATE else None

    def _own_of(self, line: Line, saying: tuple[str, ...], kind: str, wished: bool) -> tuple[str, ...]:
        """The body of a speaker whose work it is; one that only watches over others may wish for what others do."""
        for key in saying:
            body = self.as_body(key)
            audits = kind == "audit" and (self.audits(key) or (body is not None and self.audits(body)))
            hears = not wished and body is not None and (self.watches(body) or (kind == "inquiry" and self.hears(body)))
            if body and (audits or hears or self.inspects(body)):
                return (body,)
            if body is None and kind in {"audit", "review"} and not wished and self.audits(key):
                return self.own_audit()
            if not wished and self._holds_seat(key, kind):
                return self.seated(line, (key,))
        return ()

    def _holds_seat(self, key: str, kind: str) -> bool:
        """Is it one who holds inquiries in his or her own name: an ombudsman, a commissioner, of no other body?"""
        return kind == "inquiry" and self.as_body(key) is None and bool(seat_title(self.context, key))

    def _other_body(self, saying: tuple[str, ...]) -> tuple[str, ...]:
        """The other of two bodies that meet: what one calls for is for the other to do."""
        bodies = (self.as_body(key) for key in other_side(self.context, saying))
        return tuple(key for key in bodies if key)

    def _tellers(self, line: Line, kind: str, speakers: list[str], looked_at: tuple[str, ...]) -> tuple[str, ...]:
        """A review that a speaker tells of without a word of whose it is, is of the speaker's own body."""
        others = set(self.bodies_in(line.first, line.last)) - set(speakers) - set(looked_at)
        return tuple(speakers[:1]) if kind == "review" and not others and self.acts <= TELLING else ()

    def just_named(self, line: Line, kind: str) -> tuple[str, ...]:
        """The one inspecting body that the sentence before named in the same paragraph."""
        near = kind == "inspection" and self.named_at == line.passage.span.start
        return self.named if near and len(self.named) == 1 else ()

    def at_it(self, line: Line, kind: str) -> tuple[str, ...]:
        """The body of whoever tells of it, when the talk under this heading is of that body's own undertaking ("its audit of meters")."""
        bodies, named, position = self.owned
        near = named == kind and position == (line.passage.position or 0)
        ours = [body for key in self.saying if (body := self.as_body(key))]
        return tuple(ours[:1]) if near and set(ours[:1]) == set(bodies) else ()

    def announced(self, line: Line, kind: str) -> bool:
        """ "Two reviews were mentioned. The Board is examining …": did the sentence before speak of several of a kind?"""
        return self.several == (kind, line.passage.span.start)

    def counting(self, line: Line) -> bool:
        """Did the sentence before speak of inspections, so that "31 of the 40 had been visited" tells how far one is?"""
        return self.speaking_of == ("inspection", line.passage.span.start)

    def note(self, line: Line, marks: list[Mark]) -> None:
        """A line is over: note the inspecting bodies that it named, and what the words that name an undertaking tell."""
        self.several = self.speaking_of = ("", -1)
        for _, noun, verb in marks:
            for found in (noun, verb):
                if found is not None and not found[1].weak:  # no word that has other meanings too
                    self.speaking_of = (found[1].meaning, line.passage.span.start)
                    self.several = self.speaking_of if found[1].plural else self.several
        self.before = self.bodies_in(line.first, line.last)
        self.latest = self.before or (self.latest if self.named_at == line.passage.span.start else ())
        self.named = tuple(filter(self.inspects, self.before))
        self.named_at = line.passage.span.start
        if len(self.before) > 1 and (self.named or self.last == self.before):
            both = self.named if len(self.named) > 1 else self.before
            self.together = both, line.passage.position or 0, line.passage.span.start

    def _said_before(self, kind: str) -> tuple[str, ...]:
        """Who spoke last, or was last spoken of if it is a body that inspects; nobody where a new speaker wishes for it."""
        return tuple(
            key
            for key in self.discourse.speakers
            if (self.context.type_of(key) in PERSONAL and not (self.saying and kind == "review")) or self.inspects(key)
        )

    def _employer_at(self, k: int) -> str | None:
        key = self.context.key_at(k)
        return self.as_body(key) if key and self.context.type_of(key) in PERSONAL else None

    def _again(self, line: Line, words: frozenset[str]) -> tuple[str, ...]:
        """A follow-up is by the body of the undertaking before it under the same heading."""
        return self.last if words & AGAIN and self.last_place[1] == (line.passage.position or 0) else ()

    def _going_on(self, line: Line, kind: str) -> tuple[str, ...]:
        """A paragraph that has told of one auditor's audit goes on to the next of theirs."""
        same = kind == self.last_kind == "audit" and self.last_place[0] == line.passage.span.start
        return self.last if same and len(self.last) == 1 else ()

    def last_here(self, line: Line) -> tuple[str, ...]:
        """The body of the last undertaking under the same heading, where there is just one and it inspects."""
        near = self.last_place[1] == (line.passage.position or 0) and len(self.last) == 1
        return self.last if near and self.inspects(self.last[0]) else ()

    def remember(self, line: Line, keys: tuple[str, ...], kind: str) -> None:
        """Note who carried out the last undertaking, and where it was told."""
        if keys:
            self.last_kind = kind
            self.last, self.last_place = keys, (line.passage.span.start, line.passage.position or 0)
