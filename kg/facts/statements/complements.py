"""What the complement of a predicate makes of its act.

Comes in: a predicate in its clause and the act that the vocabulary gives it.  Goes out: the act that stands.  The one idea: a light
verb does what its noun says ("voiced unease"), a reply that promises is an undertaking ("said that he would"), and asking
whether something might be done is a request.
"""

from __future__ import annotations

from kg.facts.clauses import Match, subject_at
from kg.facts.context import Context
from kg.facts.statements.judgements import JUDGING, deems, judged_act
from kg.facts.statements.wishes import kept, wished
from kg.facts.words import OBJECTS, PREPOSITIONS, UNBOUND, gives_nothing, is_limited
from kg.lexicon.lists import lists

_LIGHT = frozenset(
    """
    express voice convey register record make give offer enter raise utter tender extend lodge add set pass bring
    sound strike send claim state show confess let put place repeat reiterate deliver serve
    """.split()
)
_FELT = frozenset({"concerned", "welcomed", "thanked", "disagreed", "requested"})
_NOUN_ENDS = frozenset("that to about on over at for which who whether if . , ; : and but as".split())
_TELLS = frozenset("say tell confirm assure reply respond answer add state promise".split())
_SELF = frozenset("he she they it we".split())
STATIVE = frozenset(
    """
    be have like need prefer want wish expect know miss welcome support regret hope think feel understand see agree love enjoy
    suffer remain become lose mind
    """.split()
)


def act_with_complement(context: Context, found: Match, act: str, last: int) -> str:
    """The act once the words behind the predicate are looked at."""
    verb = found.predicate.base.split()[0]
    if act == "undertook" and (offered := _offered(context, found, act, last)):
        return offered
    if act == "requested" and (wish := wished(context, found)):
        return wish
    if act in _LACKING and _of_none(context, found):
        return "agreed" if verb == "see" else _LACKING[act]  # "saw no difficulty"
    if found.predicate.base == "rule out" and not _PUT.isdisjoint(_inside(context, found)):
        return "disagreed"  # what was asked for
    if found.predicate.base == "understand" and _ends_in_this(context, found.last):
        return "acknowledged"  # "She understood that."
    if verb in JUDGING and (judged := judged_act(context, found.first, last)):
        return judged
    if act == "discussed" and found.predicate.base == "consider" and deems(context, found.first, last):
        return "opined"
    if told := _told(context, found, act, last):
        return told
    if act in {"informed", "opined"} and (felt := _manner(context, found, last)):
        return felt
    whole = found.predicate.base.endswith(" that")  # "recorded that the order had come": no noun of its own
    if act in {"informed", "opined", "acknowledged", "suggested"} and verb in _LIGHT and not whole:
        return noun_act(context, found, last) or act
    if act == "informed" and verb in _TELLS and _promises(context, found.last, last):
        return "undertook"
    if act == "opined" and verb in {"think", "feel", "believe"} and _might_be_wise(context, found.last, last):
        return "suggested"
    if act == "asked" and verb in _MUSING and _might(context, found.last, last):
        return "suggested"
    return act


_THIS = frozenset({"this", "that", "it"})
_PUT = _THIS | {"for", ".", ","}  # "ruled it out", "ruled out for now"


def _cannot(context: Context, i: int) -> bool:
    """ "(regretted) that he could not release it": a refusal with regret."""
    lows = context.tokens.lows
    if lows[i] != "that":
        return False
    if lows[i + 1] in _SELF or lows[i + 1] in _THIS:
        return lows[i + 2 : i + 4] in _UNABLE
    subject = subject_at(context, i + 1, len(lows))
    return subject is not None and lows[subject.last : subject.last + 2] in _UNABLE[:3]


_UNABLE = (["could", "not"], ["was", "unable"], ["were", "unable"], ["would", "not"], ["must", "decline"])


def _ends_in_this(context: Context, i: int) -> bool:
    """Does nothing but "that", "this" or "it" follow?"""
    lows = context.tokens.lows
    return lows[i : i + 1] in (["that"], ["this"], ["it"]) and lows[i + 1 : i + 2] in (["."], [","], [";"], [])


def _inside(context: Context, found: Match) -> list[str]:
    """The words within a predicate and the one behind it ("ruled this out")."""
    return context.tokens.lows[found.first + 1 : found.last + 1]


def noun_act(context: Context, found: Match, last: int) -> str | None:
    """The act of the feeling or wish that is voiced ("made plain her dismay")."""
    tokens, nouns = context.tokens, context.lexicon.predicates.nouns
    start = found.last + (
        tokens.lows[found.last : found.last + 1] in (["about"], ["of"])
    )  # "made no bones about his dismay"
    for k in range(found.first + 1, min(last, start + 6)):
        act = nouns.get(tokens.lows[k])
        if act in _FELT and k not in context.mention_at:
            return act
        if k >= start and tokens.lows[k] in _NOUN_ENDS:
            return None
    return None


def _is_new(context: Context, found: Match, last: int) -> bool:
    """ "received a report on the programme": what was told, and not how it was taken ("received a report with thanks")."""
    behind = context.tokens.lows[found.first + 1 : last]
    return behind[:1] in (["a"], ["an"]) and not _ABOUT.isdisjoint(behind[:6])


_ABOUT = frozenset({"on", "about", "upon", "from", "concerning", "regarding"})


_LACKING = {
    "opined": "informed",
    "disagreed": "agreed",
    "concerned": "informed",
    "acknowledged": "disagreed",
    "decided": "informed",
    "asked": "informed",
}


def _of_none(context: Context, found: Match) -> bool:
    """ "took no exception", "had no sympathy": the verb with a noun of which there is none."""
    spoken = "no" in context.tokens.lows[found.first + 1 : min(found.last, found.first + 3)]
    return spoken and "no" not in found.predicate.base.split()


def _offered(context: Context, found: Match, act: str, last: int) -> str | None:
    """What an offer of nothing, or of a courtesy, does: "offered no news", "offered the Board's condolences", "offered his thanks"."""
    if offers_nothing(context, found, act, last):
        return "informed"
    behind = context.tokens.lows[found.first + 1 : min(last, found.first + _NEAR)]
    return None if _COURTESIES.isdisjoint(behind) else noun_act(context, found, last) or "informed"


_COURTESIES, _NEAR = lists("speaking").words("courtesies"), 7


def offers_nothing(context: Context, found: Match, act: str, last: int) -> bool:
    """ "could offer no news", "gave no guarantee": nobody is bound by it."""
    return act == "undertook" and "no" in context.tokens.lows[found.first + 1 : min(last, found.first + 3)]


def _manner(context: Context, found: Match, last: int) -> str | None:
    """ "observed with some asperity that", "spoke with pleasure of": the feeling with which it was said."""
    tokens = context.tokens
    if "with" not in tokens.lows[found.first + 1 : found.last + 2]:
        return None
    near = (found.first + 1, found.last, found.last + 1)
    i = next((k for k in near if tokens.lows[k : k + 1] == ["with"] and tokens.lows[k - 1] != "and"), None)
    if i is None:
        return None
    for k in range(i + 1, min(last, i + 5)):
        low = tokens.lows[k]
        act = "concerned" if low in _HEAT else context.lexicon.predicates.nouns.get(low)
        if act in {"concerned", "welcomed"}:
            return act
        if low in _NOUN_ENDS or k in context.mention_at:
            return None
    return None


_HEAT = frozenset("heat asperity bitterness acerbity sharpness vehemence severity tartness rancour".split())


def _how(context: Context, i: int) -> str | None:
    """ "(said) how pleased she was", "how much he valued it": the feeling that is told."""
    lows, predicates = context.tokens.lows, context.lexicon.predicates
    named = context.mention_at.get(i)  # whom it is told
    i = named.last if named is not None else i + (lows[i] in OBJECTS)
    if i + 4 >= len(lows) or lows[i] != "how":
        return None
    verb = lows[i + 1] in {"much", "greatly", "deeply", "warmly"}
    entries = predicates.verbs.get(lows[i + 3], ()) if verb else predicates.adjectives.get(lows[i + 1], ())
    return next((entry.act for entry in reversed(entries) if entry.act in _HEARTFELT), None)


_HEARTFELT = frozenset({"welcomed", "concerned", "thanked", "acknowledged"})


def _promises(context: Context, i: int, last: int) -> bool:
    """ "(that) he would do so", "(that) she will send it": the speaker's own deed to come."""
    lows = context.tokens.lows
    k = next((k for k in range(i, min(last - 2, i + 5)) if lows[k] in _SELF), None)
    if k is None or any(
        low not in {"that", "her", "him", "them", "members"} and j not in context.mention_at
        for j, low in enumerate(lows[i:k], i)
    ):
        return False
    if lows[k] == "they" and lows[i - 1] == "confirmed" and not lows[k + 2][0].isalpha():
        return False  # "confirmed that they would."
    deed = lows[k + 2] not in STATIVE or (lows[k + 2] == "see" and lows[k + 3 : k + 4] and lows[k + 3] in _SEEING_TO)
    if lows[k + 2 : k + 3] == ["be"] and lows[k + 3] in _READILY and lows[k + 4] == "to":
        deed = lows[k + 5] not in _INTAKES  # "would be honoured to do so"
    free = lows[k + 2] in UNBOUND or is_limited(lows, k + 2, last) or gives_nothing(lows, k + 2)
    return lows[k + 1] in {"would", "will", "'d", "'ll"} and bool(deed) and not free and lows[k + 2] not in _NEVER


_NEVER = frozenset({"not", "never"})


_READILY, _INTAKES = lists("speaking").words("readily"), lists("speaking").words("intakes")
_SEEING_TO = frozenset({"to", "that", "what", "whether", "if"})  # "would see to it", "would see what could be done"


_NOTIONS = (["idea"], ["notion"], ["suggestion"], ["proposal"], ["plan"], ["scheme"], ["compromise"])


def _told(context: Context, found: Match, act: str, last: int) -> str | None:
    """What news of oneself is: a promise, or the feeling that is to be recorded; and what is thought of an idea."""
    if act == "suggested" and found.predicate.base.startswith("think "):
        return "opined" if context.tokens.lows[found.last : found.last + 1] in _NOTIONS else None
    if found.predicate.base.startswith("regret") and _cannot(context, found.last):
        return "informed"
    if act == "acknowledged" and found.predicate.base.startswith("receive") and _is_new(context, found, last):
        return "informed"
    if act != "informed":
        return None
    if heartfelt := _how(context, found.last):
        return heartfelt
    felt = kept(context, found, last)
    return "undertook" if _assures(context, found, last) else felt if felt in _FELT else None


def _assures(context: Context, found: Match, last: int) -> bool:
    """ "gave an assurance that there would be no delay": what is to come is promised."""
    lows = context.tokens.lows
    given = found.predicate.base.startswith("give") and "assurance" in lows[found.first : found.last + 1]
    return (
        given
        and "that" in lows[found.last : found.last + 7]
        and not _TO_COME.isdisjoint(lows[found.last : min(last, found.last + 16)])
    )


_TO_COME = frozenset({"would", "should", "will", "shall"})


def _might_be_wise(context: Context, i: int, last: int) -> bool:
    """ "a briefing might be wise", "the charities might usefully be asked": a course of action, put forward mildly."""
    lows = context.tokens.lows
    k = next((k for k in range(i, min(last - 2, i + 14)) if lows[k] in {"might", "could"}), None)
    return k is not None and (
        lows[k + 1] in {"usefully", "profitably"}
        or (lows[k + 1] == "be" and lows[k + 2] in {"wise", "prudent", "sensible", "worth"})
    )


_MUSING = lists("speaking").words("musing")


def _might(context: Context, i: int, last: int) -> bool:
    """ "(wondered) whether the audit might be widened": put forward in the form of a question; not "might be out there"."""
    lows = context.tokens.lows
    start = i + (lows[i : i + 1] == ["aloud"])
    if lows[start : start + 1] not in (["if"], ["whether"]):
        return False
    k = next((k for k in range(start + 1, min(last - 2, start + 16)) if lows[k] == "might"), None)
    return k is not None and not (lows[k + 1] == "be" and lows[k + 2] in _WHEREABOUTS)


_WHEREABOUTS = PREPOSITIONS | {"out", "there", "here", "elsewhere"}
