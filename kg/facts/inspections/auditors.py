"""Those who audit, told by a common noun: "the auditor's review of contracts", "the external auditors' work on grants".

Comes in: a phrase and the bodies of the document.  Goes out: keys of bodies, or nothing.  The one idea: of those present one audits, or one from within and
one from without; nobody is meant where several answer to the noun.
"""

from __future__ import annotations

from kg.facts.inspections.bodies import Bodies
from kg.facts.inspections.charge import provides_audit
from kg.facts.inspections.phrases import Phrase

_AUDITORS = frozenset({"auditor's", "auditors'"})
_SIDES = frozenset({"internal", "external"})


def auditors_own(who: Bodies, phrase: Phrase) -> tuple[str, ...]:
    """ "the auditor's review", "the external auditors' audit": the body of the one meant."""
    lows = who.context.tokens.lows
    k = next((k for k in range(phrase.first, phrase.noun) if lows[k] in _AUDITORS), -1)
    if k < 0 or k - phrase.first > 2 or lows[phrase.first] != "the":
        return ()
    side = lows[k - 1] if lows[k - 1] in _SIDES else ""
    found = {body for key in who.context.cast.present() if (body := _auditing(who, key, side))}
    return tuple(found) if len(found) == 1 else ()


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
