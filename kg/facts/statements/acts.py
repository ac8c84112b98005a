"""Which act a predicate does in its clause.

Comes in: a verb group and the predicate at its head.  Goes out: the name of the act, or ``None`` where the clause tells of another
time or of a doing.  The one idea: the vocabulary names the act; complement, modal and negation change it.
"""

from __future__ import annotations

from kg.facts import clauses
from kg.facts.clauses import Match, VerbGroup
from kg.facts.context import PERSONAL, Context, Line
from kg.facts.words import ADVERBS, ARTICLES, BE, DOINGS, OBJECTS, PREPOSITIONS, QUESTION_WORDS
from kg.lexicon.inflection import forms
from kg.lexicon.predicates import FILLERS
from kg.model import EntityType

_PERCEIVE = frozenset("see hear note learn read know find be have receive meet".split())


BEGIN = frozenset(
    """
    began begins opened started closed ended concluded finished continued contributed responded replied
    answered intervened
    """.split()
)


DOING_FORMS = frozenset(form for verb in DOINGS if "-" not in verb for form in forms(verb))


def act_of(context: Context, line: Line, group: VerbGroup, found: Match, agents: tuple[str, ...]) -> str | None:
    """The act of a predicate in its clause, or ``None`` where the clause tells of another time or only of a doing."""
    modal = group.modal
    refused = (
        group.negated
        and modal in {"could", "would"}
        and found.predicate.act
        in {"agreed", "opined", "informed", "acknowledged", "undertook", "welcomed", "suggested"}
    )
    undertaken = modal == "would" and found.predicate.act in {"undertook", "requested", "thanked"}
    if (
        modal
        and not refused
        and not undertaken
        and not (
            modal in {"would", "could", "can", "might"}
            and found.predicate.base
            in {
                "like",
                "welcome",
                "prefer",
                "not support",
                "appreciate",
                "value",
                "be happy",
                "be grateful",
                "be glad",
                "be pleased",
                "be keen",
                "be content",
                "agree",
                "support",
                "encourage",
                "be willing",
                "be prepared",
            }
        )
    ):
        return None
    if group.perfect and not group.copula:
        return None
    act = frame(context, found, line.last) or found.predicate.act
    if refused:
        return "disagreed" if found.predicate.act in {"agreed", "acknowledged", "undertook"} else "informed"
    if group.negated and act in {"requested", "suggested"}:
        return "informed"
    if group.negated:
        act = context.lexicon.predicates.negated.get(act, act)
        tail = context.tokens.lows[found.first]
        if tail in {"disagree", "object"}:
            act = "agreed"
    return act


def frame(context: Context, found: Match, last: int) -> str | None:
    """The act that a predicate evokes before its complement: "asked whether" is a question, "asked him to" a request."""
    frames = context.lexicon.predicates.frames.get(found.predicate.base)
    if not frames:
        return None
    tokens = context.tokens
    j, skipped = found.last, 0
    while j < last and skipped < 8:
        low = tokens.lows[j]
        if low in frames:
            if (
                low == "to"
                and found.predicate.adjectival
                and tokens.lows[j + 1 : j + 2]
                and tokens.lows[j + 1] in _PERCEIVE
            ):
                return None
            if low == "to" and not _infinitive(context, j + 1, last):
                return None
            return frames[low]
        mention = context.mention_at.get(j)
        if mention is not None:
            j, skipped = mention.last, skipped + 1
            continue
        if (
            low in OBJECTS
            or low in FILLERS
            or low in ADVERBS
            or low
            in {
                "members",
                "panel",
                "board",
                "committee",
                "group",
                "'",
                ",",
                "(",
                ")",
                "and",
                "all",
                "both",
                "those",
                "present",
            }
            or low.endswith("ly")
        ):
            j, skipped = j + 1, skipped + 1
            continue
        break
    if j < last and "to" in frames and not found.predicate.adjectival and _to_infinitive_near(context, j, last):
        return frames["to"]
    return None


def _infinitive(context: Context, i: int, last: int) -> bool:
    """Does a base form stand here ("agreed to send"), and no noun phrase ("agreed to the proposal")?"""
    if i >= last or i in context.mention_at:
        return False
    low = context.tokens.lows[i]
    return low not in ARTICLES and low not in OBJECTS and not low.endswith("ing") and low[0].isalpha()


def _to_infinitive_near(context: Context, j: int, last: int) -> bool:
    """ "asked officials to look", "wanted families to be asked": a noun phrase of a few words, then "to" and a base form."""
    tokens = context.tokens
    for k in range(j, min(last - 1, j + 7)):
        low = tokens.lows[k]
        if low == "to":
            return (
                not tokens.lows[k + 1].endswith(("ing", "ed"))
                and tokens.lows[k + 1] not in ARTICLES
                and (k + 1) not in context.mention_at
            )
        if low in QUESTION_WORDS or low in {"that", "about", ",", ";"} or low in BE:
            return False
    return False


def default_act(context: Context, group: VerbGroup, agents: tuple[str, ...]) -> str | None:
    """The act of a participant's verb that no vocabulary lists: a plain past tense informs; an adjective tells an opinion."""
    low = context.tokens.lows[group.head]
    if group.modal or group.perfect or group.progressive:
        return None
    if not all(context.type_of(key) in PERSONAL | {EntityType.COLLECTIVE} for key in agents):
        return None
    if group.copula and group.be in {"was", "were"}:
        if low in {"unable", "unwilling", "reluctant"}:
            return "informed"
        return (
            None
            if low in PREPOSITIONS
            or low in {"present", "there", "here", "absent", "a", "the", "an", "away", "chair"}
            or low[0].isdigit()
            else "opined"
        )
    if group.copula:
        return None
    if low in BEGIN and context.tokens.lows[group.head + 1 : group.head + 2] in (["with"], ["by"], ["on"]):
        return "informed"
    if low in DOING_FORMS or not clauses.is_past(low):
        return None
    if low == "had":
        return "opined"
    return "informed"
