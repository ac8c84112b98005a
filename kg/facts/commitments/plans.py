"""Plans told by a noun, a participle or a relative clause: "there are no plans to …", "a further audit is planned for October".

Comes in: a sentence and the place of a verb or noun in it.  Goes out: what is planned, proposed, asked for or unlikely.  The one idea: a thing that is
said to stand in view is somebody's to do, though the sentence names only the thing.
"""

from __future__ import annotations

from kg.facts import clauses
from kg.facts.commitments.found import Found
from kg.facts.commitments.modals import FUTURE, NOTHING
from kg.facts.commitments.standing import Clauses
from kg.facts.context import Line
from kg.facts.due import due_in
from kg.facts.words import ACTING, ADVERBS, ARTICLES, AWAITED, BE, NOT, OWNERS, POSSESSIVES
from kg.model import EntityType, Statement

PLANS = ACTING.words("plans")
_PROSPECTS = ACTING.words("no-prospects")
_EXPECTED = ACTING.words("expected")
_STANDING = ACTING.values("standing")
_AIMS = PLANS - {"plan", "plans"}
_REQUESTS = ACTING.words("request-nouns")
_MADE = ACTING.words("requests-made")
_OWN_PLANS = ACTING.words("own-plans")
_TOLD_OF = ACTING.words("done-with-work")
_MAKING = ACTING.words("making")
WHERE = frozenset(
    {"of", "at", "within", "in", "by", "from"}
)  # "no plans at the Trust", "no intention on the part of the Trust"
_TELLING_OF_PLANS = ACTING.words("telling-of-plans")
_NEW_THINGS = frozenset({"a", "an", "another", "further", "new", "more", "one", "two"})
_MOVED = ACTING.words("moved")
_PROMISED = ACTING.words("promised")
_WHEN_PROMISED = frozenset({"in", "on", "at", "last"})  # "was promised in the spring; none had come"
SOURCES = frozenset({"from", "of"})  # "a reply is expected of the Trust"
_STILL = frozenset({"now", "in", "hand", "afoot", "remains", "remained"})
_WHEN = frozenset("for in by on before at early this next".split())
_DENIED = ACTING.words("denied")
_AGAIN = frozenset({"further", "second", "third", "separate", "repeat"})
_TALK = ACTING.words("no-deeds-denied")
_NO_GERUNDS = ACTING.words("no-gerunds")
_ASKING = frozenset({"if", "whether"})
_NEAR = 40  # tokens
_NONE_OF = _OWN_PLANS | {"proposed", "intended", "envisaged"}
# with which the words begin that say of a thing that it is in view
_SAID_OF_THINGS = _MOVED | _PROMISED | _EXPECTED | _NONE_OF | {"put"} | {how.split()[0] for how in _STANDING}
_BEFORE_NO_PLANS = BE | _TELLING_OF_PLANS | {"had", "has", "have", "currently"}


class Plans(Clauses):
    """Reads plans that no modal tells."""

    def plan(self, line: Line, k: int, reports: list[Statement]) -> Found | None:
        """What is planned, asked for or unlikely at the token of "no", "which", a form of "be" or a noun of planning."""
        lows = self.context.tokens.lows
        if lows[k] == "no":
            return self._no_plans(line, k, reports) or self._none_to_be(line, k, reports)
        if lows[k - 1] == "which" and lows[k - 2] == ",":
            return self._aside(line, k)
        if lows[k] in BE and (item := self._request(line, k) or self._planned_for(line, k, reports)):
            return item
        if lows[k] in PLANS and k > line.first:
            return self._nominal_plan(line, k, reports)
        return None

    def _no_plans(self, line: Line, k: int, reports: list[Statement]) -> Found | None:
        """ "there are no plans to …", "had no intention of …"."""
        lows = self.context.tokens.lows
        stated = lows[k - 1] in _BEFORE_NO_PLANS or (lows[k - 1] == "," and "there" in lows[max(line.first, k - 8) : k])
        if lows[k + 1] not in _PROSPECTS or not stated:
            return None
        of = k + 5 if lows[k + 2 : k + 5] == ["on", "the", "part"] else k + 2
        whose = lows[of] in WHERE and clauses.subject_at(self.context, of + 1, line.last)
        return Found(
            self.discourse.agents(whose or None) or self._speakers_side(reports) or self.side_of_speaker(line, reports), "unlikely", "no-plans", (k, line.last), status="unlikely",
            no_actor="the text names nobody who would act",
        )  # fmt: skip

    def _none_to_be(self, line: Line, k: int, reports: list[Statement]) -> Found | None:
        """ "There will be no going back on it by the Trust", "there would be no second count": a deed that will not be."""
        lows = self.context.tokens.lows
        before = lows[max(line.first, k - 4) : k]
        told = "will" in before or ("would" in before and bool(reports))
        if lows[k - 1] != "be" or "there" not in before or not told or k + 2 >= line.last:
            return None
        noun = lows[k + 1 + (lows[k + 1] in _AGAIN)]
        if noun in _TALK:
            return None
        if not (lows[k + 1] in _AGAIN or noun in _DENIED or (noun.endswith("ing") and noun not in _NO_GERUNDS)):
            return None
        doers = self.by_agent(k, line.last) or self._speakers_side(reports) or self.side_of_speaker(line, reports)
        return Found(doers, "unlikely", "none-to-be", (k, line.last), status="unlikely")

    def _planned_for(self, line: Line, k: int, reports: list[Statement]) -> Found | None:
        """ "A further audit is planned for October", "a draft report is expected by the end of March": only with its time; "a
        review is under consideration", "a third exercise was unlikely"."""
        lows = self.context.tokens.lows
        j = k + 1
        while j < line.last and lows[j] in ADVERBS:
            j += 1
        if j + 1 >= line.last or lows[j] not in _SAID_OF_THINGS:
            return None
        start = self.subject_start(line, k, 14)
        if self.has_agent(start, k, line.last):
            return None
        if item := self._put_off(line, k, j, start) or self._promised(line, k, j, start, reports):
            return item
        if lows[start] in NOTHING and lows[j] in _NONE_OF:
            doers = self.by_agent(j, line.last) or self.side_of_speaker(line, reports)
            return Found(doers, "unlikely", "none-planned", (start, line.last), status="unlikely")
        if not _ASKING.isdisjoint(lows[line.first : k]):
            return None  # "wondered if closure was on the cards"
        told = next((how for n in (1, 2, 3, 4) if (how := _STANDING.get(" ".join(lows[j : j + n])))), None)
        if told == "proposed" and lows[start] not in _NEW_THINGS:
            return None
        if told == "unlikely" and lows[start] == "it" and self._is_asked_of(line, start):
            doers = self.discourse.work.doers or self.inspectors_of(line)
            return Found(doers, told, "stands", (start, line.last), status="unlikely")
        if told is not None and lows[start] not in {"it", "this", "that", "there"}:
            doers = self.by_agent(start, k) or self.by_agent(j, line.last)
            if not doers and self.is_inspection(start, k):
                doers = self.inspectors_of(line)
            return Found(doers, told, "stands", (start, line.last), status="unlikely" if told == "unlikely" else None)
        if (
            lows[j] not in _EXPECTED
            or (lows[j] == "promised" and lows[j + 1] in _WHEN_PROMISED and lows[k] not in {"is", "are"})
            or lows[start] in NOTHING
            or not self._has_time_near(j + 1, lows[k])
            or not due_in(self.context, line, (j, line.last)).text
        ):
            return None
        strength = "proposed" if lows[j] == "proposed" else "committed" if lows[j] == "promised" else "planned"
        doers = (
            self.side_of_speaker(line, reports)
            if lows[j] in _OWN_PLANS
            else self.from_whom(j, line.last, sources=SOURCES)
        )
        if self.is_inspection(start, k) or "visit" in lows[start:k] or "inspectors" in lows[start:k]:
            doers = self.by_agent(start, k) or self.by_agent(j, line.last) or self.inspectors_of(line) or doers
        elif not doers and lows[k - 1] in AWAITED and lows[k - 2] not in POSSESSIVES:
            doers = self._owner_of(line, k - 1)  # "the Panel's report is expected by the end of May"
        return Found(doers, strength, "planned-for", (start, line.last))

    def _is_asked_of(self, line: Line, start: int) -> bool:
        """ "enquired whether an audit was on the cards. He replied that it was unlikely": does "it" mean the undertaking told last?"""
        lows = self.context.tokens.lows
        alone = lows[start - 1] in {"that", "but", "and", ","} and "to" not in lows[start : line.last]
        return alone and 0 <= line.first - self.discourse.work.at < _NEAR

    def _put_off(self, line: Line, k: int, j: int, start: int) -> Found | None:
        """ "The survey has been put back to September", "the visit was rescheduled for 4 May": it is planned for its new day."""
        lows = self.context.tokens.lows
        moved = lows[j] in _MOVED or (lows[j] == "put" and lows[j + 1] in {"back", "off"})
        if not moved or due_in(self.context, line, (j, line.last)).end is None:
            return None
        doers = self.inspectors_of(line) if self.is_inspection(start, k) else ()
        return Found(self.by_agent(j, line.last) or doers, "planned", "put-off", (start, line.last), when=j)

    def _promised(self, line: Line, k: int, j: int, start: int, reports: list[Statement]) -> Found | None:
        """ "A reply within a week was promised.": a thing with its time, promised by whoever answers."""
        lows = self.context.tokens.lows
        if (
            lows[j] not in _PROMISED
            or lows[k] not in {"was", "were"}
            or lows[j + 1] in _WHEN_PROMISED
            or due_in(self.context, line, (start, line.last)).end is None
        ):
            return None
        doers = self.by_agent(j, line.last) or self.side_of_speaker(line, reports)
        return Found(doers, "committed", "promised-thing", (start, line.last))

    def _has_time_near(self, i: int, be: str) -> bool:
        """Does a word of time follow a participle, at once or ("is expected back at Whitby in May") soon?"""
        lows = self.context.tokens.lows
        i += lows[i - 1 : i + 1] == ["due", "out"]  # "the report was due out in May"
        for m in range(i, i + (4 if be in {"is", "are", "be"} else 1)):
            if m >= len(lows) or lows[m] in {"to", ",", ";"}:
                return False
            if lows[m] in _WHEN:
                return True
        return False

    def inspectors_of(self, line: Line) -> tuple[str, ...]:
        """Whose inspection it is that the text does not say: the only inspecting body here, else the one that was named last."""
        if ours := self.inspectorates():
            return ours
        inspecting = self.context.inspecting()
        work = self.discourse.work
        if not self._named_in(line) and 0 <= line.first - work.at < _NEAR and work.doers:
            return work.doers
        for key in (*self._named_in(line), *reversed(self.discourse.bodies)):
            if self.context.type_of(key) is EntityType.INSPECTORATE or key in inspecting:
                return (key,)
        return ()

    def _named_in(self, line: Line) -> list[str]:
        return [key for i in self.context.named_in(line.first, line.last) if (key := self.context.key_at(i))]

    def _nominal_plan(self, line: Line, k: int, reports: list[Statement]) -> Found | None:
        """ "the aim was for HMCPSI to inspect …", "the Board's intention is to move …", "it was her hope to …", "there are plans to …"."""
        lows = self.context.tokens.lows
        j = k + 1
        if lows[j : j + 1] == ["of"] and (owner := clauses.subject_at(self.context, j + 1, line.last)):
            owners, j = self.discourse.agents(owner), owner.last
        else:
            owners = self._owner_of(line, k) or self._speakers_side(reports) or self.side_of_speaker(line, reports)
        said = lows[j : j + 1] and (lows[j] in BE or lows[j] in {"remains", "remained"})
        while j < line.last and (lows[j] in BE or lows[j] in ADVERBS or lows[j] in _STILL):
            j += 1
        if said and lows[j : j + 1] == ["for"]:
            subject = clauses.subject_at(self.context, j + 1, line.last)
            if subject and lows[subject.last : subject.last + 1] == ["to"]:
                return Found(self.discourse.agents(subject), "planned", "aim-for", (subject.last + 1, line.last))
            return None
        before = lows[max(line.first, k - 4) : k]
        if (
            said
            and owners
            and lows[k] in _AIMS
            and lows[j] in ARTICLES
            and due_in(self.context, line, (j, line.last)).end
        ):
            return Found(
                owners, "planned", "aim-at", (j, line.last)
            )  # "the Council's ambition is a new bridge in 2025"
        stated = said or any(low in BE or low in _TELLING_OF_PLANS for low in before)
        if lows[k] == "hope" and lows[j : j + 1] == ["that"]:
            return None  # "Her hope was that carers would be interviewed" asks others
        if not _ASKING.isdisjoint(before):
            return None  # "asked whether there were plans to move"
        if lows[j : j + 1] == ["that"] and clauses.is_past(lows[j + 1]):
            return None  # "There were care plans that said little": what they were like
        if stated and lows[j : j + 1] in (["to"], ["that"]) and "no" not in lows[max(line.first, k - 3) : k]:
            denied = not NOT.isdisjoint(before)  # "It is not the intention of the Trust to close it"
            how, status = ("unlikely", "unlikely") if denied else ("planned", None)
            return Found(owners, how, "aim-to", (j + 1, line.last), status=status)
        return None

    def _owner_of(self, line: Line, k: int) -> tuple[str, ...]:
        """Whose plan it is: "the Board's intention", "her hope"."""
        low = self.context.tokens.lows[k - 1]
        if low in POSSESSIVES:
            return self.discourse.pronoun(OWNERS[low])
        for m in range(max(line.first, k - 8), k):
            actor = clauses.actor_at(self.context, m, line.last)
            if actor is not None and actor.last in {k, k - 1} and clauses.possessive(self.context, actor):
                return self.discourse.of(actor)
        return ()

    def _speakers_side(self, reports: list[Statement]) -> tuple[str, ...]:
        return self.side_of(reports[0].speakers) if reports and len(reports[0].speakers) == 1 else ()

    def _aside(self, line: Line, k: int) -> Found | None:
        """ "that Ofsted was carrying out a review, which would be published in May": what whoever does it is to do with it."""
        lows = self.context.tokens.lows
        group = clauses.verb_group(self.context, k, line.last)
        if group is None or group.modal not in FUTURE or group.be != "be" or lows[group.head] not in _TOLD_OF:
            return None
        if not due_in(self.context, line, (group.first, line.last)).text:
            return None
        begin = next((m + 1 for m in range(k - 3, line.first, -1) if lows[m] in {"that", ";"}), line.first)
        subject = clauses.subject_at(self.context, begin, k - 2)
        doing = clauses.verb_group(self.context, subject.last, k - 2) if subject is not None else None
        if doing is None or not (doing.progressive or lows[doing.head] in _MAKING):
            return None
        return Found(self.discourse.agents(subject), "planned", "which-would", (group.first, line.last))

    def _request(self, line: Line, k: int) -> Found | None:
        """ "A plea was entered by AQ for the Registrar to audit rosters", "a request was made that the Trust publish"."""
        lows = self.context.tokens.lows
        if lows[k + 1] not in _MADE or _REQUESTS.isdisjoint(lows[max(line.first, k - 4) : k]):
            return None
        for m in range(k + 2, min(line.last - 1, k + 12)):
            if lows[m] in {"for", "that", "to"} and (subject := clauses.subject_at(self.context, m + 1, line.last)):
                deed = self.deed_of(subject, line.last)
                if lows[subject.last] == "to" or (lows[m] == "that" and deed is not None):
                    return Found(
                        self.discourse.agents(subject), "requested", "nominal-request", (subject.last, line.last)
                    )
        return None
