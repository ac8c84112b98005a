"""What follows the phrase of an undertaking: the main verb, a clause on it, a participle.

Comes in: a :class:`Phrase`.  Goes out: :class:`After`.  The one idea: walk right past brackets, phrases, participles ("carried out
by X") and relative clauses until a finite verb stands.
"""

from __future__ import annotations

from kg.facts import clauses
from kg.facts.context import Context, Line
from kg.facts.inspections.groups import is_done, skipped
from kg.facts.inspections.phrases import Phrase
from kg.facts.inspections.words import WORDS
from kg.facts.words import ARTICLES, BE, FINITE, MODALS
from kg.values import value

RELATIVE = frozenset({"which", "that", "who"})
_OPENING = RELATIVE | {"whose"}
_FINITE = BE | MODALS | {"has", "had", "have"}
_CONDITIONS = frozenset(
    {"provided", "providing", "assuming", "supposing", "given", "granted", "condition", "so", "now", "except"}
)
_ASIDES = frozenset({"it", "he", "she", "they", "as", "so"})
_JOINING = frozenset({"and", "but", "while"})
_PLURALS = WORDS.words("plurals")
_PRONOUNS = frozenset({"it", "he", "she", "they", "we"})
_OTHER_CLAUSE = FINITE - {"be"} | {"he", "she", "it", "they", "that"}


@value
class After:
    """What follows a phrase: the main verb, the clause on the undertaking, a participle ("carried out by …")."""

    main: int = -1
    relative: tuple[int, int] | None = None
    participle: int = -1


def after(context: Context, line: Line, phrase: Phrase) -> After:
    """Past brackets, phrases, participles and relative clauses to the main verb."""
    tokens = context.tokens
    k, relative, participle = phrase.last, None, -1
    while k < line.last:
        low = tokens.lows[k]
        if (
            _own_clause(context, phrase, k)
            or _on_condition(tokens.lows, k)
            or (low == "that" and _is_said(context, phrase.last, k - 1))
            or (tokens.words[k] in {".", ";", ":", "?", "–", "—"} and not _in_number(context, k))
        ):
            break
        if low == "(":
            k = next((m + 1 for m in range(k, line.last) if tokens.words[m] == ")"), line.last)
        elif (low == "," and _by_which(tokens.lows, k + 1)) or _by_which(tokens.lows, k):
            k += 1
        elif low == "," and tokens.lows[k + 1 : k + 2] and tokens.lows[k + 1] in _OPENING:
            end = next((m for m in range(k + 2, line.last) if tokens.words[m] == ","), line.last)
            relative, k = relative or ((k + 1, end) if tokens.lows[k + 1] in RELATIVE else None), end + 1
        elif low == "," and (closing := _aside(context, line, k)):
            participle = k + 1 if participle < 0 and is_done(tokens.lows[k + 1]) else participle
            k = closing + 1
        elif low in RELATIVE or (relative is None and k == phrase.last and _bare_relative(context, line, k)):
            end = _relative_end(context, line, k)
            relative, k = relative or (k, end), end
        elif low in {"and", "but", "or"} and tokens.lows[k + 1 : k + 2] and tokens.lows[k + 1] in _OTHER_CLAUSE:
            break
        elif low == "be" and tokens.lows[k - 1] == "to" and tokens.lows[k - 2] not in BE:
            participle, k = (participle if participle >= 0 else k + 1), k + 2
        elif low in FINITE and k not in context.mention_at and tokens.words[k] != "May":
            return After(k, relative, participle)
        elif (found := context.lexicon.undertakings.phase_at(tokens, k, line.last)) and _is_verb(context, k):
            if tokens.words[k - 1] == "," and k - 1 > phrase.last and not (clauses.is_past(low) or low.endswith("s")):
                k += 1  # "under way, done by May": no verb of its own
            elif _is_reduced(context, line, k, found[0]):
                participle = participle if participle >= 0 else k
                k = found[0]
            else:
                return After(k, relative, participle)
        else:
            k += 1
    return After(-1, relative, participle)


def _by_which(lows: list[str], k: int) -> bool:
    """ "in which", "upon which"."""
    return lows[k + 1 : k + 2] == ["which"] and lows[k] in {"on", "in", "to", "for", "with", "upon"}


def _own_clause(context: Context, phrase: Phrase, k: int) -> bool:
    """ "in an internal inquiry over Christmas, it had …": does a clause of its own follow what stands before it?"""
    tokens = context.tokens
    return phrase.oblique and tokens.lows[k] == "," and tokens.lows[k + 1] in _PRONOUNS and tokens.lows[k + 2] in FINITE


def _on_condition(lows: list[str], k: int) -> bool:
    """ "plans a review, provided that Parliament approves it": a clause of conditions, and none on the undertaking."""
    return lows[k] == "that" and lows[k - 1] in _CONDITIONS


def _is_said(context: Context, first: int, k: int) -> bool:
    """ "a review of pumps, and Mr Dunn hoped that it would …": what somebody said, and no clause on the undertaking."""
    lows = context.tokens.lows
    joined = not _JOINING.isdisjoint(lows[first:k])
    return joined and lows[k] in context.lexicon.predicates.verbs and is_done(lows[k]) and k not in context.mention_at


def _in_number(context: Context, k: int) -> bool:
    """ "2022–23": a dash between figures."""
    words = context.tokens.words
    return words[k - 1].isdigit() and words[k + 1 : k + 2] != [] and words[k + 1].isdigit()


def _aside(context: Context, line: Line, k: int) -> int:
    """The comma that closes an aside opened here (", it may be recalled, was …"), or 0."""
    lows = context.tokens.lows
    if is_done(lows[k + 1]) and (
        closing := next((m for m in range(k + 3, min(line.last - 1, k + 14)) if lows[m] == ","), 0)
    ):
        verb = closing + 1 + (lows[closing + 1] == "never" or skipped(lows[closing + 1]))
        found = context.lexicon.undertakings.phase_at(context.tokens, verb, line.last)
        return closing if lows[verb] in FINITE or (found and is_done(lows[verb])) else 0
    if lows[k + 1] not in _ASIDES:
        return 0
    closing = next((m for m in range(k + 3, min(line.last - 1, k + 8)) if lows[m] == ","), 0)
    return closing if closing and lows[closing + 1] in FINITE else 0


def _is_verb(context: Context, k: int) -> bool:
    low = context.tokens.lows[k]
    before = context.tokens.lows[k - 1]
    return (
        low not in _PLURALS
        and before not in {"under", "by", "of", "for", "with"}
        and (is_done(low) or low.endswith("s"))
        and before not in ARTICLES
        and not before.endswith("'s")
        and k not in context.mention_at
    )


def _is_reduced(context: Context, line: Line, k: int, end: int) -> bool:
    """Is this a participle ("carried out by …", "due in May") rather than the main verb?  It is where a finite verb follows."""
    lows = context.tokens.lows
    if not is_done(lows[k]) and lows[k] != "due":
        return False
    if lows[end : end + 1] == ["by"] and lows[k] not in {"began", "took"}:
        return True
    for m in range(end, line.last):
        if lows[m] == "and" and m < end + 5 and m + 1 < line.last and _both_capital(context, m):
            continue  # "Lark and Finch LLP"
        if context.tokens.words[m] in {";", ".", ":", "–"} or lows[m] in {
            "and",
            "but",
            "which",
            "that",
            "who",
            "because",
            "when",
        }:
            return False
        if lows[m] in _FINITE:
            return True
    return False


def _bare_relative(context: Context, line: Line, k: int) -> bool:
    """ "the audit HMIH is carrying out": a subject right after the phrase."""
    subject = clauses.subject_at(context, k, line.last)
    return subject is not None and clauses.verb_group(context, subject.last, line.last) is not None


def _relative_end(context: Context, line: Line, k: int) -> int:
    """The token after the verb of a clause that no comma opens."""
    lows = context.tokens.lows
    seen = False
    for m in range(k + 1, line.last):
        if context.tokens.words[m] in {",", ";", ".", ":"}:
            return m
        finite = lows[m] in FINITE
        if finite and seen and lows[m - 1] not in FINITE and lows[m - 1] != "to" and not skipped(lows[m - 1]):
            return m
        seen = seen or finite or (is_done(lows[m]) and m not in context.mention_at)  # "Ofsted" is no verb
    return line.last


def _both_capital(context: Context, m: int) -> bool:
    """Does "and" stand within a name ("Lark and Finch")?"""
    words = context.tokens.words
    return words[m - 1][0].isupper() and words[m + 1][0].isupper()
