"""Those who audit, told by a common noun: "the auditor's review of contracts", "by the same firm", "the auditors, Lark Crane LLP, …".

Comes in: a phrase and the bodies of the document.  Goes out: keys of bodies, or nothing.  The one idea: of those present one audits, or one from within and
one from without; nobody is meant where several answer to the noun.  "The same firm" is whoever carried out what was told last.
"""

from __future__ import annotations

from kg.facts.context import Line
from kg.facts.inspections.bodies import Bodies
from kg.facts.inspections.charge import provides_audit
from kg.facts.inspections.firms import PEOPLE
from kg.facts.inspections.phrases import Phrase
from kg.facts.inspections.understood import Understood
from kg.facts.inspections.words import WORDS
from kg.model import BODIES

_AUDITORS = frozenset({"auditor's", "auditors'"})
_SIDES = frozenset({"internal", "external"})
_SAME = PEOPLE | {"body", "inspectorate", "agency", "regulator", "reviewer", "auditor", "organisation"}
_COMMISSIONED = WORDS.words("commissioned-people")


def auditors_own(who: Bodies, phrase: Phrase) -> tuple[str, ...]:
    """ "the auditor's review", "the external auditors' audit": the body of the one meant."""
    lows = who.context.tokens.lows
    k = next((k for k in range(phrase.first, phrase.noun) if lows[k] in _AUDITORS), -1)
    if k < 0 or k - phrase.first > 2 or lows[phrase.first] != "the":
        return ()
    side = lows[k - 1] if lows[k - 1] in _SIDES else ""
    found = {body for key in who.context.cast.present() if (body := _auditing(who, key, side))}
    return tuple(found) if len(found) == 1 else ()


def by_the_same(who: Understood, line: Line, phrase: Phrase) -> tuple[str, ...]:
    """ "a review by the same firm": the bodies that carried out what was told last."""
    lows = who.context.tokens.lows
    places = range(phrase.head + 1, min(phrase.last + 6, line.last - 3))
    told = any(lows[k : k + 3] == ["by", "the", "same"] and lows[k + 3] in _SAME for k in places)
    return who.last if told else ()


def auditors_named(who: Understood, line: Line, first: int) -> tuple[str, ...]:
    """ "had been ordered, but the auditors, Lark Crane LLP, had not begun": those who are to carry it out, by a later clause."""
    tokens, context = who.context.tokens, who.context
    for k in range(first, line.last - 3):
        if tokens.lows[k] not in _COMMISSIONED or tokens.lows[k - 1] != "the" or tokens.words[k + 1] != ",":
            continue
        name = context.mention_at.get(k + 2)
        if name is not None and name.type in BODIES and tokens.words[name.last] == ",":
            return (context.cast.by_first[k + 2],)
        return who.firm_at(k + 2, line.last) if name is None else ()
    return ()


def _auditing(who: Bodies, key: str, side: str) -> str | None:
    """The body of one present, where he or she audits, on one side where it matters."""
    body = who.as_body(key)
    if not (who.audits(key) or (body is not None and who.audits(body))):
        return None
    own = next(iter(provides_audit(who.context) or who.meeting_body()), None)
    within = body is None or body == own
    if side and within != (side == "internal"):
        return None
    return body or own
