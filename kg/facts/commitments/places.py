"""Where in a sentence the future may be told.

Comes in: a sentence.  Goes out: tokens, and whether a clause may begin there.  The one idea: a clause begins behind a mark, a joining word or a verb
of speech, or behind the adverbial that a sentence opens with ("Before the year is out the Trust …"), be there a comma or not.
"""

from __future__ import annotations

from kg.facts import clauses
from kg.facts.clauses.actors import MAY_BEGIN, may_begin
from kg.facts.commitments.events import HAPPENS
from kg.facts.commitments.plans import PLANS
from kg.facts.context import Context, Line
from kg.facts.signs import VERBS, sign
from kg.facts.words import ADVERBS, ARTICLES, MODALS, PREPOSITIONS

TELLING = MODALS | PLANS | {"is", "are", "was", "were", "no"}
# what a clause may begin behind
_BEFORE_AN_ADVERB = frozenset({",", ";", "and", "but", "that"})
_GOING_ON = frozenset({",", ";", "and", "but"})  # behind which the verb of the same subject may stand
REASONS = frozenset({"since", "because"})  # behind which the sentence tells what somebody known had promised
_BEFORE_A_CLAUSE = (
    sign({",", ";", ":", "and", "but", "that", "which", "–", "so", "(", "once", "then"} | REASONS) | VERBS
)
_FRONTED = frozenset({"this", "these", "that", "those", "it"})
_BEFORE = _BEFORE_A_CLAUSE | sign(ADVERBS) | sign(_FRONTED)
FUTURES = sign(TELLING | HAPPENS | {"who"})
_OPENING = (PREPOSITIONS | {"ahead", "before", "until", "once", "when", "after", "as"}) - {"of", "for", "per"}
_BEFORE_NO_SUBJECT = PREPOSITIONS | ARTICLES | {"and", "or", ","}
_POINTS = frozenset({"now", "here", "then", "today", "there"})
_WIDEST = 14


def places(context: Context, start: int, line: Line, commons: frozenset[int]) -> dict[int, bool]:
    """The tokens of a sentence at which the future may be told, and whether a clause may begin there: where a name, a pronoun or (at ``commons``) a noun
    for somebody may stand."""
    if start >= line.last:
        return {}
    lows, words, signs = context.tokens.lows, context.tokens.words, context.signs
    found = dict.fromkeys(context.showing(FUTURES, start, line.last), False)
    for k in context.showing(_BEFORE, start, line.last - 1):
        unknown = lows[k] not in REASONS and (words[k + 1][0].isupper() or k + 1 in commons)
        if signs[k + 1] & MAY_BEGIN or unknown:
            fronted = lows[k] in _FRONTED and (
                k == start or lows[k - 1] in _BEFORE_AN_ADVERB
            )  # "These the Clerk will send"
            if fronted or signs[k] & _BEFORE_A_CLAUSE or (k > line.first and lows[k - 1] in _BEFORE_AN_ADVERB):
                found[k + 1] = True
        elif lows[k] in _GOING_ON:
            found.setdefault(k + 1, False)
    if (behind := _behind_adverbial(context, start, line)) is not None:
        found[behind] = True
    found[start] = True
    return found


def _is_from_now_on(lows: list[str], k: int) -> bool:
    """ "From now on (the Trust will …)", "From then on": an "on" that ends an adverbial."""
    return lows[k - 1] == "on" and lows[k - 3] == "from" and lows[k - 2] in _POINTS


def _behind_adverbial(context: Context, start: int, line: Line) -> int | None:
    """The subject behind an adverbial that no comma ends: "Ahead of it the Association intends …", "On Monday she and Tom will …"."""
    lows = context.tokens.lows
    if lows[start] not in _OPENING:
        return None
    for k in range(start + 2, min(line.last - 1, start + _WIDEST)):
        closed = lows[k - 1] in _BEFORE_NO_SUBJECT and not _is_from_now_on(lows, k)
        if closed or not may_begin(context, k, line.last):
            continue
        subject = clauses.subject_at(context, k, line.last)
        if subject is not None and clauses.verb_group(context, subject.last, line.last) is not None:
            return k
    return None
