"""Which act a predicate does in its clause.

Comes in: a verb group and the predicate at its head.  Goes out: the name of the act, or ``None`` where the clause tells of another
time or of a doing.  The one idea: the vocabulary names the act; complement, modal and negation change it.
"""

from __future__ import annotations

from kg.facts import clauses
from kg.facts.clauses import Match, VerbGroup
from kg.facts.context import PERSONAL, Context
from kg.facts.statements.complements import act_with_complement, noun_act, offers_nothing
from kg.facts.statements.wishes import dreaded, wished
from kg.facts.words import ADVERBS, ARTICLES, BE, COLLECTIVES, DOINGS, OBJECTS, PREPOSITIONS, QUESTION_WORDS
from kg.lexicon.inflection import forms
from kg.lexicon.lists import lists
from kg.lexicon.predicates import FILLERS
from kg.model import EntityType

_PERCEIVE = frozenset("see hear note learn read know find be have receive meet".split())


BEGIN = frozenset(
    """
    began begins opened started closed ended concluded finished continued contributed responded replied
    answered intervened
    """.split()
)


DOING_FORMS = frozenset(form for verb in DOINGS for form in forms(verb))
SPEAKING = PERSONAL | {EntityType.COLLECTIVE}


def act_of(context: Context, group: VerbGroup, found: Match, last: int) -> str | None:
    """The act of a predicate in its clause, or ``None`` where the clause tells of another time or only of a doing."""
    act = frame(context, found, last) or found.predicate.act
    if found.predicate.base.startswith("think it ") and context.tokens.lows[found.last] in _NO_MORE:
        act = "opined"  # "thought it prudent": of what was done
    if group.negated and found.predicate.base in _HIDES and (shown := noun_act(context, found, last)):
        return shown
    if group.modal:
        return _under_modal(context, group, found, act, last)
    if group.negated:
        return _negated(context, found, act)
    return "concerned" if dreaded(context, found, last) else act_with_complement(context, found, act, last)


# "did not conceal her dismay", "could not hide his delight": the feeling is shown
_HIDES = frozenset("conceal hide disguise".split())
_NO_MORE = frozenset({".", ",", ";", "and", "but", "–"})  # nothing is suggested


def _under_modal(context: Context, group: VerbGroup, found: Match, act: str, last: int) -> str | None:
    """ "could not agree", "would welcome", "could confirm" are speech; "would report back", "will discuss" are to come."""
    if group.modal not in _REPORTED:
        return None
    if group.negated and _COMPARED & set(context.tokens.lows[group.head : found.last + 1]):
        return act
    if group.negated and found.predicate.base.split()[0] in _ASSURES:
        return "informed"
    if group.negated:
        own = context.lexicon.predicates.frames.get(found.predicate.base, {}).get("not")
        return own or _REFUSED.get(act) or _negated(context, found, act)
    if group.modal == "would" and found.predicate.base in _WISHED:
        return "requested"
    if group.modal == "would" and found.predicate.base == "want" and (wish := wished(context, found)):
        return wish
    if group.modal == "would" and found.predicate.base == "support":
        return "agreed"
    if group.modal == "would" and act in {"requested", "suggested"} and _is_handed_in(context, found):
        return "undertook"
    if act == "informed" and "only" in context.tokens.lows[group.first : found.last + 1]:
        return act  # "would say only that an inquiry was being held"
    if group.modal == "would" and (act in _TO_COME or found.predicate.base in _TO_COME):
        return None
    return "informed" if offers_nothing(context, found, act, last) else act


def _is_handed_in(context: Context, found: Match) -> bool:
    """ "would submit a bid", "would ask the Department for a date": a request that is still to be made, and not of those who are there."""
    here = context.tokens.lows[found.last : found.last + 3]
    return found.predicate.base.split()[0] in _HANDED_IN and here[:1] != ["that"] and COLLECTIVES.isdisjoint(here)


# "could not agree more", "could not have been better pleased"
_COMPARED = frozenset("more better happier clearer less".split())
# "could not promise that", "could give no guarantee": nothing is refused, nothing is undertaken
_ASSURES = frozenset("promise guarantee rule".split())
_REPORTED = frozenset("could would can might".split())
_HANDED_IN = lists("speaking").words("handed-in")
_WISHED = frozenset({"appreciate", "be obliged", "be grateful for", "be glad of", "be grateful", "value"})
_TO_COME = frozenset("informed asked discussed decided accept understand".split())
_REFUSED = {
    "agreed": "disagreed", "acknowledged": "disagreed", "undertook": "disagreed", "welcomed": "disagreed", "decided": "disagreed",
    "suggested": "opined", "requested": "informed", "disagreed": "agreed",
}  # fmt: skip


def _negated(context: Context, found: Match, act: str) -> str:
    """What a negated predicate does: "was not persuaded", "did not agree", "did not dispute"."""
    own = context.lexicon.predicates.frames.get(found.predicate.base, {}).get("not")
    if found.predicate.base == "share" and context.tokens.lows[found.last] in _WHAT_WAS_SAID:
        return "disagreed"  # "did not share it"
    doubts = context.tokens.lows[found.last - 2] == "so"  # "was not so sure"
    if own and found.predicate.base in _KNOWING and _leaves_open(context, found.last) and not doubts:
        return "informed"
    if own:
        return own
    if act in {"requested", "suggested"}:
        return "informed"
    return context.lexicon.predicates.negated.get(act, act)


_KNOWING = frozenset({"be sure", "be certain"})
_WHAT_WAS_SAID = frozenset({"it", "this", "that"})


def _leaves_open(context: Context, i: int) -> bool:
    """Does a question or nothing follow ("was not sure whose they were", "was not sure, and would find out")?"""
    lows = context.tokens.lows
    return lows[i] in QUESTION_WORDS or lows[i] in {".", ",", ";", "and", "but"}


def _question_within(frames: dict[str, str], lows: list[str]) -> str | None:
    """The act that a question word inside a predicate evokes."""
    return next((frames[low] for low in lows if low in frames and low in QUESTION_WORDS), None)


def frame(context: Context, found: Match, last: int) -> str | None:
    """The act that a predicate evokes before its complement: "asked whether" is a question, "asked him to" a request."""
    tokens, evoked = context.tokens, context.lexicon.predicates.frames
    of_verb = evoked.get(found.predicate.base.split(" ", 1)[0], {})
    if of_verb and (question := _question_within(of_verb, tokens.lows[found.first + 1 : found.last])):
        return question  # "asked what this meant for the keepers"
    frames = evoked.get(found.predicate.base)
    if not frames:
        return None
    j, skipped = found.last, 0
    while j < last and skipped < 8:
        low = tokens.lows[j]
        if low == "that" and "that" not in frames and tokens.lows[j + 1] in frames:
            return frames[tokens.lows[j + 1]]  # "did not share that analysis"
        if low == "that" and "that" not in frames:
            return None  # "told him that her lawyers had advised her to wait"
        if low == "that" and "should" in frames and _advises(tokens.lows[j + 1 : min(last, j + 20)]):
            return frames["should"]
        if low in frames and not (low == "not" and found.predicate.adjectival):
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
        if low == "," and (end := clauses.parenthesis_end(context, j, last)) and tokens.lows[end] == "that":
            j, skipped = end, skipped + 1  # "asked, in addition, that"
            continue
        mention = context.mention_at.get(j + (low == "by"))
        if mention is not None:
            j, skipped = mention.last, skipped + 1
            continue
        if low in OBJECTS or low in FILLERS or low in ADVERBS or low in _PASSED_OVER or low.endswith("ly"):
            j, skipped = j + 1, skipped + 1
            continue
        break
    if j < last and "to" in frames and not found.predicate.adjectival and _to_infinitive_near(context, j, last):
        return None if found.predicate.base == "consider" and _is_for_a_use(context, j, last) else frames["to"]
    return None


def _is_for_a_use(context: Context, j: int, last: int) -> bool:
    """ "considered a note to replace it", but not "considered the rule to be out of date": what the thing is for."""
    lows = context.tokens.lows
    to = next((k for k in range(j, last - 1) if lows[k] == "to"), j)
    return lows[to + 1] not in {"be", "have"}


_PASSED_OVER = frozenset("members panel board committee group ' , ( ) and all both those present".split())


def _advises(behind: list[str]) -> bool:
    """Does the clause say what should or might be done, so that it is a suggestion and no piece of news?"""
    return not _ADVISING.isdisjoint(behind)


_ADVISING = frozenset("should ought might may must".split())


def _infinitive(context: Context, i: int, last: int) -> bool:
    """Does a base form stand here ("agreed to send"), and no noun phrase ("agreed to the proposal")?"""
    if i >= last or i in context.mention_at:
        return False
    low = context.tokens.lows[i]
    return low not in ARTICLES and low not in OBJECTS and not is_gerund(low) and low[0].isalpha()


def is_gerund(low: str) -> bool:
    """Is this a form in -ing, and no base form that ends so ("bring", "sing")?"""
    return low.endswith("ing") and any(letter in "aeiouy" for letter in low[:-3])


def _to_infinitive_near(context: Context, j: int, last: int) -> bool:
    """ "asked officials to look", "wanted families to be asked": a noun phrase of a few words, then "to" and a base form."""
    tokens = context.tokens
    for k in range(j, min(last - 1, j + 7)):
        low = tokens.lows[k]
        if low == "to":
            return (
                not is_gerund(tokens.lows[k + 1])
                and not (tokens.lows[k + 1].endswith("ed") and len(tokens.lows[k + 1]) > 5)
                and tokens.lows[k + 1] not in ARTICLES
                and (k + 1) not in context.mention_at
            )
        if low in QUESTION_WORDS or low in {"that", "about", ",", ";"} or low in BE:
            return False
    return False


def default_act(context: Context, group: VerbGroup, agents: tuple[str, ...]) -> tuple[str, bool] | None:
    """The act of a participant's verb that no vocabulary lists, and whether it stands only where nothing surer is found.

    A plain past tense informs, an adjective tells an opinion, a refusal informs; what was or will be done is weak or nothing.
    """
    low = context.tokens.lows[group.head]
    if not all(context.type_of(key) in SPEAKING for key in agents):
        return None
    if group.modal in {"would", "might"} and group.perfect and not group.negated:
        return "opined", True  # "She would have closed them."
    if group.modal:
        return _modal_default(group)
    if group.copula:
        return _copula_default(group, low)
    if low in DOING_FORMS:
        return ("informed", True) if group.did and group.negated and low not in _COURSE else None
    told_of = all(context.type_of(key) is EntityType.COLLECTIVE for key in agents)
    if told_of and low == "had" and context.tokens.lows[group.head + 1] == "not":
        return None  # "asked whether the Board had been told; it had not"
    if group.did and (group.negated or low != "did"):
        return "informed", False
    if group.perfect or group.progressive:
        return "informed", True
    if not clauses.is_past(low) or low in _LISTENING:
        return None
    return ("opined" if low == "had" else "informed"), False


_LISTENING = lists("speaking").words("listening")
_COURSE = frozenset("join leave arrive attend meet return vote".split())


def _modal_default(group: VerbGroup) -> tuple[str, bool] | None:
    if group.modal not in _REPORTED:
        return None
    if group.negated:
        return "informed", False
    return ("informed" if group.modal in {"could", "can"} else "undertook"), True


def _copula_default(group: VerbGroup, low: str) -> tuple[str, bool] | None:
    if group.be not in {"was", "were"}:
        return None
    if low in {"unable", "unwilling", "reluctant"}:
        return "informed", False
    if low in PREPOSITIONS or low in _PLACES or low[0].isdigit():
        return None
    return "opined", False


_PLACES = frozenset("present there here absent a the an away chair".split())
