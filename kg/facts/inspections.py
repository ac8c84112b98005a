"""Inspections, reviews, audits and inquiries as undertakings: about what, by whom, of whom, and where they stand.

Comes in: a sentence with its cast.  Goes out: inspections.  The one idea: the noun phrase ("a joint inspection of hate
crime") or the verb ("HMIH is inspecting every harbour") says what; the verb group that governs it says where it stands;
what is asked for or called unlikely is told as such.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.clauses import VerbGroup
from kg.facts.context import PERSONAL, Context, Line
from kg.facts.discourse import Discourse
from kg.facts.due import due_in
from kg.facts.topics import topics_in
from kg.facts.words import ADVERBS, ARTICLES, BE, MODALS, PREPOSITIONS
from kg.model import EntityType, Inspection, Statement

_ABOUT = frozenset({"of", "into", "on", "about", "at", "for", "in"})
_NO_UNDERTAKING = frozenset(
    """
    report reports programme programmes methodology framework process team teams regime regimes plan group
    panel board trail findings criteria manual system data meeting body bodies cycle visit visits notes file
    files officer recommendations function powers service department committee date period stage model
    activity staff schedule judgement outcome outcomes evidence date standards handbook arrangements committee
    """.split()
)
_CARRY = frozenset(
    """
    carry carries carried carrying undertake undertakes undertook undertaken undertaking conduct conducts
    conducted conducting do doing did done lead leads led leading run running hold holding held launch
    launched launching commission commissioned commissioning begin began begun start started starting complete
    completed completing finish finished publish published
    """.split()
)
_DONE = frozenset("completed finished concluded published ended reported closed".split())
_GOING = frozenset({"under way", "underway", "ongoing", "on-going", "in progress", "in hand"})
_BREAKS = frozenset("which who so because since although but while whereas and as where".split())
_ASKING = frozenset({"requested", "suggested", "asked", "opined", "concerned"})
_POSSESSORS = {"its": "it", "their": "they", "his": "he", "her": "she"}
_STOP = (
    frozenset(
        """
    that which who where when while but because since so although if whether as than unless until before after
    with by under to from against during at over through
    """.split()
    )
    | BE
    | MODALS
    | {"has", "have", "had", "–", ",", ".", ";", ":", "(", ")", "?"}
)


@dataclass(slots=True)
class Inspections:
    """Reads inspections line by line."""

    context: Context
    discourse: Discourse
    last_by: tuple[str, ...] = ()
    last_under: int = -1

    def read(self, line: Line, reports: list[Statement]) -> list[Inspection]:
        """The inspections of one sentence, none told twice."""
        found: list[Inspection] = []
        taken: set[int] = set()
        lexicon, lows = self.context.lexicon, self.context.tokens.lows
        for i in range(line.first, line.last):
            if i in taken:
                continue
            low = lows[i]
            item = None
            if (low in lexicon.inspection_nouns or self._stands_alone(i, line.last)) and not self._inside_name(i):
                item = self._noun(line, i, reports, found[-1] if found else None)
            elif low in lexicon.inspection_verbs:
                item = self._verb(line, i, reports)
            if item is not None:
                found.append(item)
                first, last = self.context.tokens.range_of(item.evidence)
                taken.update(range(first, last))
        return found

    def _inside_name(self, i: int) -> bool:
        return any(
            mention.first <= i < mention.last and mention.type != EntityType.REPORT
            for k in range(max(0, i - 8), i + 1)
            if (mention := self.context.mention_at.get(k))
        )

    def _stands_alone(self, i: int, last: int) -> bool:
        """ "no second follow-up", "thematic work": a type of inspection that stands for the noun."""
        tokens = self.context.tokens
        if tokens.lows[i] in {"work", "activity"} and tokens.lows[i - 1] in {"thematic", "inspection"}:
            return True
        if tokens.lows[i] not in self.context.lexicon.inspection_types or tokens.lows[i] not in {
            "follow-up",
            "thematic",
            "re-inspection",
        }:
            return False
        after = tokens.lows[i + 1] if i + 1 < last else "."
        return not after[0].isalpha() or after in _STOP | PREPOSITIONS

    # ── the noun ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _noun(self, line: Line, n: int, reports: list[Statement], before: Inspection | None) -> Inspection | None:
        lows, words = self.context.tokens.lows, self.context.tokens.words
        after = lows[n + 1] if n + 1 < line.last else "."
        if lows[n - 1] in {"each", "every", "this", "that", "their", "his", "her", "its"} and lows[
            n + 1 : n + 2
        ] not in (["of"], ["into"]):
            return None
        if (
            after in _NO_UNDERTAKING
            or lows[n - 1] in {"under", "public", "judicial", "peer"}
            or (lows[n].endswith("s") and not lows[n].endswith("ss"))
        ):
            return None
        if after in {"the", "a", "any", "his", "her", "their", "its", "every", "whether", "how", "and"} and lows[
            n - 1
        ] in {"to", "will", "would", "should", "could", "can", "and"}:
            return None  # a verb: "to review the draft"
        start = self._phrase_start(line, n)
        about_first, about_last = self._about(line, n)
        if about_first == about_last and start == n:
            return None
        modifiers = [lows[k] for k in range(start, n) if lows[k] not in ARTICLES]
        if about_first == about_last and not modifiers:
            return None
        if (
            set(lows[about_first:about_last])
            & {"minutes", "actions", "meeting", "agenda", "paper", "papers", "evidence", "progress", "case", "cases"}
            and not modifiers
        ):
            return None
        status = self._noun_status(line, start, max(n + 1, about_last), reports)
        joined = before is not None and lows[start - 1] in {"and", ";", ",", "or"}
        if status is None and not joined:
            return None
        kind = self.context.lexicon.inspection_nouns.get(lows[n]) or "inspection"
        if lows[max(line.first, start - 3) : start] == ["the", "subject", "of"] or lows[
            max(line.first, start - 2) : start
        ] == ["subject", "of"]:
            about_first, about_last = line.first, self._first_verb(line.first, start)
        conductors = self._conductors(line, start, n, max(n + 1, about_last))
        if "joint" in modifiers or "jointly" in lows[line.first : line.last]:
            conductors = self._joint(line, n, conductors)
        if joined and before is not None and status is None:
            status, conductors = before.status, conductors or before.conducted_by[:1]
        evidence = self._clause(
            line, min(start, about_first) if about_last > about_first else start, max(n + 1, about_last)
        )
        return self._made(line, kind, words, evidence, (about_first, about_last), (start, n), status, conductors)

    def _first_verb(self, first: int, last: int) -> int:
        return next(
            (k for k in range(first, last) if self.context.tokens.lows[k] in BE | MODALS | {"has", "have", "had"}), last
        )

    def _clause(self, line: Line, first: int, last: int) -> tuple[int, int]:
        """The words of an undertaking up to the end of its clause: the next semicolon, side clause or full stop."""
        tokens = self.context.tokens
        end = last
        while end < line.last and tokens.words[end] not in {";", ".", ":", "?", "–"}:
            if tokens.words[end] == "," and tokens.lows[end + 1 : end + 2] and tokens.lows[end + 1] in _BREAKS:
                break
            if tokens.lows[end] == "and" and any(
                low in self.context.lexicon.inspection_nouns for low in tokens.lows[end + 1 : end + 5]
            ):
                break
            end += 1
        return first, end

    def _phrase_start(self, line: Line, n: int) -> int:
        """The first token of the noun phrase whose head is at ``n``."""
        lows = self.context.tokens.lows
        i = n
        while i - 1 >= line.first and n - i < 7:
            low = lows[i - 1]
            if low in ARTICLES or low == "another":
                return i - 1
            if (
                not low[0].isalnum()
                or low in _STOP
                or low in PREPOSITIONS
                or low in {"and", "or", "not"}
                or (
                    clauses.is_past(low)
                    and low not in {"proposed", "planned", "unannounced", "combined", "related", "focused", "led"}
                )
            ):
                return i
            if low in {
                "being",
                "carrying",
                "out",
                "undertaking",
                "conducting",
                "completing",
                "planning",
                "considering",
                "have",
                "published",
                "completed",
            }:
                return i
            i -= 1
        return i

    def _about(self, line: Line, n: int) -> tuple[int, int]:
        """The phrase behind "of", "into", "on" that tells the subject."""
        lows = self.context.tokens.lows
        k = n + 1
        if k < line.last and lows[k] in _ABOUT:
            first = k + 1
            last = first
            while last < line.last and last - first < 16:
                low = lows[last]
                if (
                    low in _STOP
                    or (low == "in" and last > first)
                    or (clauses.is_past(low) and last > first and lows[last - 1] not in ARTICLES)
                    or (low in {"because", "next", "this"} and last > first)
                ):
                    break
                if (
                    low == "and"
                    and last + 1 < line.last
                    and (
                        lows[last + 1] in {"asked", "said", "that", "would", "will", "is", "was", "he", "she", "they"}
                        or (lows[last + 1] in self.context.lexicon.predicates.verbs and clauses.is_past(lows[last + 1]))
                    )
                ):
                    break
                last += 1
            if lows[k] in {"for", "at", "in"} and (last - first > 6 or lows[first : first + 1] == ["which"]):
                return n + 1, n + 1
            while last > first and (
                lows[last - 1] in ADVERBS or lows[last - 1] in {"and", "next"} or not lows[last - 1][0].isalnum()
            ):
                last -= 1
            return first, last
        return n + 1, n + 1

    def _noun_status(self, line: Line, start: int, end: int, reports: list[Statement]) -> str | None:
        lows = self.context.tokens.lows
        left = lows[max(line.first, start - 14) : start]
        group = self._predicate_after(line, end)
        if group is not None:
            told = self._status_of_group(line, group)
            if told:
                return told
        left_told = self._status_left(line, start, left)
        if left_told:
            return left_told
        if reports and reports[0].act in {"requested", "suggested"}:
            return "proposed"
        window = " ".join(lows[line.first : line.last])
        if any(cue in window for cue in _GOING):
            return "under-way"
        return None

    def _predicate_after(self, line: Line, i: int) -> VerbGroup | None:
        """The verb group whose subject is the noun phrase that ends at ``i``, past relative clauses and phrases."""
        lows, words = self.context.tokens.lows, self.context.tokens.words
        k = i
        if k < line.last and lows[k] == "with":
            while (
                k < line.last
                and words[k] != ","
                and lows[k] not in BE
                and lows[k] not in MODALS
                and lows[k] not in {"has", "have", "had"}
            ):
                k += 1
        if k < line.last and words[k] == "," and lows[k + 1 : k + 2] in (["which"], ["that"], ["who"]):
            k = next((m + 1 for m in range(k + 1, line.last) if words[m] == ","), line.last)
        elif k < line.last and words[k] == ",":
            k += 1
        if k >= line.last or lows[k] in {"and", "but"}:
            return None
        if lows[k] in {"that", "which"}:
            return None
        if (
            lows[k] in BE | MODALS | {"has", "have", "had"}
            or clauses.is_past(lows[k])
            or lows[k] in {"starts", "begins", "continues", "covers"}
        ):
            return clauses.verb_group(self.context, k, line.last)
        return None

    def _status_of_group(self, line: Line, group: VerbGroup) -> str | None:
        lows = self.context.tokens.lows
        tail = lows[group.first : min(line.last, group.head + 6)]
        joined = " ".join(tail)
        if (
            "unlikely" in tail
            or "less likely" in joined
            or "not likely" in joined
            or ({"cancelled", "abandoned", "dropped"} & set(tail) and not group.negated)
            or "ruled out" in joined
        ):
            return "unlikely"
        if group.negated and group.modal:
            return "unlikely"
        if "less likely" in " ".join(lows[group.first : line.last]):
            return "unlikely"
        head = lows[group.head]
        if head in {"proposed", "suggested", "requested", "considered", "mooted"}:
            return "proposed"
        if head in _DONE and not group.negated:
            return (
                "planned"
                if group.modal in {"will", "would", "is to", "due to", "should", "expected to"}
                else "completed"
            )
        if any(cue in joined for cue in _GOING) or (group.progressive or (group.be == "being")):
            return "under-way"
        if group.modal == "would" and group.be != "be":
            return "proposed"
        if group.modal in {
            "will",
            "would",
            "is to",
            "are to",
            "due to",
            "going to",
            "scheduled to",
            "planned to",
            "shall",
            "expected to",
            "set to",
        }:
            return "planned"
        if group.modal in {"should", "could", "might", "may"}:
            return "proposed"
        if head in {
            "planned",
            "scheduled",
            "due",
            "expected",
            "arranged",
            "commissioned",
            "announced",
            "agreed",
            "postponed",
            "delayed",
            "deferred",
            "starts",
            "begins",
        }:
            return "planned"
        if head in {"started", "begun", "began", "continued", "continues", "launched", "commenced"}:
            return "under-way"
        if clauses.is_past(head) and not group.negated and head not in {"was", "were", "had"}:
            return (
                "completed"
                if head
                in {
                    "found",
                    "identified",
                    "showed",
                    "recommended",
                    "took",
                    "revealed",
                    "concluded",
                    "highlighted",
                    "made",
                }
                or (group.passive and head in {"carried", "undertaken", "conducted", "done", "held"})
                else None
            )
        return None

    def _status_left(self, line: Line, start: int, left: list[str]) -> str | None:
        """What the words before the noun phrase say of it."""
        lows = self.context.tokens.lows
        joined = " ".join(left)
        if ("there" in left and "no" in left) or "no plans" in joined or "ruled out" in joined or lows[start] == "no":
            return "unlikely"
        if (left and left[-1] in {"whether", "about"}) or (
            set(left) & {"whether", "if"} and set(left) & {"would", "could", "be"}
        ):
            return "proposed"
        begin = max(line.first, start - 8)
        for k in range(start - 1, begin - 1, -1):
            low = lows[k]
            if low in _CARRY or low in {
                "planning",
                "planned",
                "plans",
                "plan",
                "proposed",
                "proposing",
                "considering",
                "suggested",
                "requested",
                "welcomed",
                "be",
                "have",
                "has",
                "had",
                "called",
                "keen",
                "wanted",
                "asked",
                "urged",
                "intends",
                "announced",
            }:
                group_start = k
                while group_start - 1 >= begin and (
                    lows[group_start - 1]
                    in BE
                    | MODALS
                    | ADVERBS
                    | {"has", "have", "had", "not", "to", "be", "aims", "intends", "plans", "hopes"}
                ):
                    group_start -= 1
                group_words = lows[group_start : k + 1]
                return self._status_of_words(group_words, low, line)
        return None

    def _status_of_words(self, group: list[str], low: str, line: Line) -> str | None:
        words = set(group)
        if (
            set(self.context.tokens.lows[line.first : line.last])
            & {"hoped", "keen", "suggested", "suggestion", "wished", "called"}
            and "would" in words
        ):
            return "proposed"
        if words & {"not", "never"} and words & MODALS:
            return "unlikely"
        if (
            words & {"will", "shall", "plans", "planning", "intends", "aims", "plan"}
            or "going" in words
            or ("would" in words and "should" not in words)
        ):
            return "planned"
        if words & {
            "should",
            "could",
            "might",
            "may",
            "propose",
            "proposed",
            "proposing",
            "suggested",
            "considering",
            "requested",
            "called",
            "keen",
            "wanted",
            "asked",
            "urged",
        }:
            return "proposed"
        if low.endswith("ing") and words & BE:
            return "under-way"
        if low in {"launched", "began", "begun", "started"}:
            return "under-way"
        if low in {
            "completed",
            "finished",
            "conducted",
            "undertook",
            "undertaken",
            "carried",
            "published",
            "did",
            "done",
            "held",
        }:
            return "completed"
        if low in {"have", "has"} and "under" in self.context.tokens.lows[line.first : line.last]:
            return "under-way"
        if low in {"commission", "undertake", "conduct", "carry", "do", "launch", "start", "begin"}:
            governing = set(self.context.tokens.lows[line.first : line.last])
            if governing & {
                "should",
                "keen",
                "suggested",
                "proposed",
                "asked",
                "called",
                "urged",
                "requested",
                "hoped",
                "could",
            }:
                return "proposed"
            return "planned" if governing & {"will", "to", "would"} else None
        return None

    # ── who ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _bodies(self, first: int, last: int) -> tuple[str, ...]:
        found: list[str] = []
        for k in range(first, last):
            if (key := self.context.key_at(k)) and self.context.type_of(key) in BODIES and key not in found:
                found.append(key)
        return tuple(found)

    def _conductors(self, line: Line, start: int, n: int, end: int) -> tuple[str, ...]:
        """The bodies that carry it out: subject of the carrying verb, behind "by" or in the relative clause, possessor."""
        lows = self.context.tokens.lows
        for k in range(start, n):  # "HMIC's review", "the Inspectorate's audit"
            if (key := self.context.key_at(k)) and self.context.type_of(key) in BODIES:
                return (key,)
        for k in range(end, min(line.last, end + 4)):  # "that HMIH is carrying out with the PSA and …"
            if lows[k] in {"that", "which"}:
                subject = clauses.subject_at(self.context, k + 1, line.last)
                if subject and (group := clauses.verb_group(self.context, subject.last, line.last)):
                    stop = next(
                        (
                            m
                            for m in range(group.head, line.last)
                            if self.context.tokens.words[m] in {".", ";"} or lows[m] == "because"
                        ),
                        line.last,
                    )
                    partners = self._bodies(group.head, stop) if "with" in lows[group.head : stop] else ()
                    agents = tuple(key for key in self.discourse.agents(subject) if self.context.type_of(key) in BODIES)
                    replaced = self._in_side_clause(line, partners)
                    return agents + tuple(key for key in partners if key not in agents and key not in replaced)
        for k in range(end, min(line.last - 1, end + 14)):
            if lows[k] == "by":
                stop = min(line.last, k + 8)
                if found := self._bodies(k + 1, stop) or self._employers(k + 1, stop):
                    return found
        subject = clauses.subject_at(self.context, clauses.main_start(self.context, line.first, line.last), line.last)
        if subject is not None and subject.last <= start:
            group = clauses.verb_group(self.context, subject.last, line.last)
            if group and self.context.tokens.lows[group.head] in _CARRY | {
                "reviewing",
                "inspecting",
                "planning",
                "intends",
                "plans",
                "has",
                "have",
            }:
                bodies = (self._as_body(key) for key in self.discourse.agents(subject))
                return tuple(dict.fromkeys(key for key in bodies if key))
        for k in range(max(line.first, start - 8), start):  # "that HMCPSI should undertake a review"
            subject = clauses.subject_at(self.context, k, start) if k in self.context.mention_at else None
            if subject and (
                found := tuple(key for key in self.discourse.agents(subject) if self.context.type_of(key) in BODIES)
            ):
                if any(lows[m] in _CARRY for m in range(subject.last, start)):
                    return found
        return self._possessor(line, start, n)

    def _possessor(self, line: Line, start: int, n: int) -> tuple[str, ...]:
        """ "its follow-up review", "their own audit": the body that the pronoun means."""
        for k in range(max(line.first, start - 1), n):
            if word := _POSSESSORS.get(self.context.tokens.lows[k]):
                bodies = (self._as_body(key) for key in self.discourse.of(clauses.Actor(k, k + 1, word=word)))
                return tuple(dict.fromkeys(key for key in bodies if key))
        return ()

    def _employers(self, first: int, last: int) -> tuple[str, ...]:
        """ "by Ms Bell's and Mr Gadd's teams": the bodies of the people named."""
        keys = (self.context.key_at(k) for k in range(first, last))
        bodies = (self._as_body(key) for key in keys if key and self.context.type_of(key) in PERSONAL)
        return tuple(dict.fromkeys(key for key in bodies if key))

    def _in_side_clause(self, line: Line, keys: tuple[str, ...]) -> set[str]:
        """Bodies named only in a clause about another ("the PSA, which replaced the Board of Pilots")."""
        found = set()
        for k in range(line.first, line.last):
            if (
                (key := self.context.key_at(k)) in keys
                and key
                and any(
                    low in {"replaced", "succeeded"} for low in self.context.tokens.lows[max(line.first, k - 4) : k]
                )
            ):
                found.add(key)
        return found

    def _as_body(self, key: str) -> str | None:
        return key if self.context.type_of(key) in BODIES else self.context.cast.body_of(key)

    def _joint(self, line: Line, n: int, conductors: tuple[str, ...]) -> tuple[str, ...]:
        """The partners of a joint undertaking: the bodies behind "with"."""
        lows = self.context.tokens.lows
        found = list(conductors)
        for k in range(line.first, line.last):
            if lows[k] == "with":
                stop = next(
                    (
                        m
                        for m in range(k + 1, line.last)
                        if self.context.tokens.words[m] in {";", "."} or lows[m] in {"which", "that", "because"}
                    ),
                    line.last,
                )
                found.extend(
                    key
                    for key in self._bodies(k + 1, stop)
                    if key not in found and not self._in_side_clause(line, (key,))
                )
        return tuple(found)

    # ── the verb ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _verb(self, line: Line, v: int, reports: list[Statement]) -> Inspection | None:
        """ "HMIH is inspecting every harbour", "All 62 hostels would be inspected by Christmas", "to inspect all Areas"."""
        lows, words = self.context.tokens.lows, self.context.tokens.words
        kind = self.context.lexicon.inspection_verbs[lows[v]]
        if any(
            mention.first <= v < mention.last
            for k in range(max(0, v - 6), v + 1)
            if (mention := self.context.mention_at.get(k))
        ):
            return None
        first = v
        while first - 1 >= line.first and (
            lows[first - 1] in BE | MODALS | ADVERBS | {"has", "have", "had", "to", "not"}
            or lows[first - 1].endswith("ly")
        ):
            first -= 1
        aux = set(lows[first:v])
        passive = bool(aux & BE) and clauses.is_participle(self.context, lows[v])
        status = self._verb_status(line, v, first, aux)
        if status is None:
            return None
        start = next(
            (
                m + 1
                for m in range(first - 1, line.first - 1, -1)
                if words[m] in {",", ";", ":"}
                or (lows[m] in {"that", "and", "but"} and m + 1 in self.context.mention_at)
            ),
            line.first,
        )
        if passive:
            if kind != "inspection" and not (aux & {"jointly"}):
                return None
            stop_at = next(
                (
                    m
                    for m in range(start, first)
                    if lows[m] in BE | MODALS | {"has", "have", "had"} or lows[m] in {"which", "that"}
                ),
                first,
            )
            about = (start, stop_at)
            conductors: tuple[str, ...] = ()
            stop = min(line.last, v + 14)
            for k in range(v + 1, stop - 1):
                if lows[k] == "by" and (found := self._bodies(k + 1, stop)):
                    conductors = found
                    break
        else:
            about_last = v + 1
            while (
                about_last < line.last
                and about_last - v < 14
                and lows[about_last] not in _STOP - {"(", ")"}
                and words[about_last] != "."
            ):
                about_last += 1
            about = (v + 1, about_last)
            subject = self._subject_before(line, start, first)
            if kind != "inspection" and not any(self.context.type_of(key) in BODIES for key in subject):
                return None
            conductors = tuple(dict.fromkeys(body for key in subject if (body := self._as_body(key))))
        if "jointly" in lows[line.first : line.last] or "together" in lows[line.first : line.last]:
            conductors = self._joint(line, v, conductors)
        first_token = about[0] if passive else first
        return self._made(
            line, kind, words, self._clause(line, first_token, max(v + 1, about[1])), about, (v, v), status, conductors
        )

    def _subject_before(self, line: Line, start: int, verb: int) -> tuple[str, ...]:
        for k in range(max(line.first, verb - 14), verb):
            subject = clauses.subject_at(self.context, k, verb + 1)
            if subject is not None and subject.last <= verb and self.context.tokens.lows[k - 1 : k] != ["by"]:
                if all(
                    low
                    in ADVERBS
                    | {
                        "to",
                        "aims",
                        "plans",
                        "intends",
                        "hopes",
                        "is",
                        "are",
                        "has",
                        "have",
                        "been",
                        "currently",
                        "also",
                        "under",
                        "which",
                        ",",
                    }
                    or low in MODALS
                    or low in BE
                    for low in self.context.tokens.lows[subject.last : verb]
                ):
                    return self.discourse.agents(subject)
        return ()

    def _verb_status(self, line: Line, v: int, first: int, aux: set[str]) -> str | None:
        lows = self.context.tokens.lows
        before = lows[max(line.first, first - 6) : first]
        if set(before) & {"if", "whether"}:
            return "proposed"
        if aux & {"not", "never"} and aux & MODALS:
            return "unlikely"
        if aux & {"will", "would", "shall"} or ("to" in aux and aux & {"is", "are", "was", "were"}):
            return "planned"
        if aux & {"should", "could", "might", "may", "can", "must"}:
            return "proposed"
        if "to" in aux:
            window = set(lows[max(line.first, first - 14) : first])
            if window & {
                "aim",
                "aims",
                "plan",
                "plans",
                "intends",
                "intention",
                "planned",
                "aimed",
                "intended",
                "hopes",
                "expects",
                "agreed",
                "proposes",
            }:
                return "planned"
            return (
                "proposed" if window & {"asked", "urged", "keen", "suggested", "wanted", "called", "invited"} else None
            )
        if lows[v].endswith("ing"):
            return "under-way" if aux & BE else None
        if aux & {"had", "has", "have", "was", "were"} and clauses.is_participle(self.context, lows[v]):
            return "under-way" if "being" in aux else "completed"
        if aux & {"are", "is"} and "being" in aux:
            return "under-way"
        return "completed" if self._simple_past(line, v, aux) else None

    def _simple_past(self, line: Line, v: int, aux: set[str]) -> bool:
        """ "HMIH inspected the quays in May": a body did it."""
        if aux or not clauses.is_past(self.context.tokens.lows[v]):
            return False
        subject = self._subject_before(line, line.first, v)
        return bool(subject) and all(self.context.type_of(key) in BODIES for key in subject)

    def _default_conductor(self, line: Line) -> tuple[str, ...]:
        """The only inspecting body of the meeting, where there is just one; else whoever made the last one under this heading."""
        ours = self.context.inspectors()
        if len(ours) == 1:
            return ours
        return self.last_by if self.last_under == (line.passage.position or 0) else ()

    # ── the fact ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _made(self, line: Line, kind: str, words: list[str], evidence: tuple[int, int], about: tuple[int, int], modifiers: tuple[int, int],
              status: str | None, conductors: tuple[str, ...]) -> Inspection | None:  # fmt: skip
        if status is None:
            return None
        context = self.context
        about_text = " ".join(context.words(*about).replace("’", "'").split()).strip(" ,;.")
        head = " ".join(words[k] for k in range(*modifiers) if words[k].lower() not in ARTICLES)
        noun = {"": "inspection"}.get(kind, kind)
        label = f"{head} {noun}".strip() if head and noun not in head else (head or noun)
        label = f"{label} of {about_text}" if about_text else label
        due = due_in(context, line, evidence)
        inspected = tuple(key for key in self._bodies(*about) if key not in conductors)[:3]
        conductors = conductors or self._default_conductor(line)
        self.last_by, self.last_under = conductors, line.passage.position or 0
        programme = next(
            (
                key
                for k in range(line.first, line.last)
                if (key := context.key_at(k)) and context.type_of(key) is EntityType.PROGRAMME
            ),
            None,
        )
        topics = topics_in(context, *about) or topics_in(context, *evidence)
        return Inspection(
            label=label[0].upper() + label[1:], kind=noun, status=status, evidence=context.tokens.span(*evidence), rule="inspection-verb" if modifiers[0] == modifiers[1] else "inspection-noun",
            conducted_by=conductors, inspected=inspected, topics=topics, programme=programme,
            planned_from=due.start, planned_to=due.end, position=line.passage.position,
        )  # fmt: skip
