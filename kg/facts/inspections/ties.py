"""Who carries out what the sentence before told of without a name: "An audit of keys has begun. The Board expects to finish it in May."

Comes in: a line behind one that told of an undertaking and named nobody.  Goes out: keys of bodies, or nothing.  The one idea: a body that does "it",
those of a body who go about it, or whose work "this" is, is meant; nearness alone ties nothing.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.inspections.conductors import Conductors
from kg.facts.inspections.persons import is_alone
from kg.facts.inspections.sections import TELLING
from kg.facts.inspections.statuses import CARRYING_OUT
from kg.facts.inspections.words import WORDS
from kg.facts.words import BEING
from kg.model import Inspection

_IT = frozenset({"it", "this", "them"})
_DOING = WORDS.words("doing")
_RESTS = WORDS.words("rests-with")
_CREWS = WORDS.words("crews-of-inspectors") | {"team", "teams", "staff", "officers"}


def tied(context: Context, line: Line, who: Conductors, before: Inspection) -> tuple[str, ...]:
    """Who carries out the undertaking ``before`` by what this line says of it."""
    if before.conducted_by:  # whom its sentence left out, and the talk so far gave
        return _does_it(context, line, who, before)
    found = _does_it(context, line, who, before) or _rests_with(context, line, who) or _crew(line, who, before)
    internal = "internal" in before.evidence.of(context.text).lower()
    return found or (_answers(context, line, who) if internal else ())


def _does_it(context: Context, line: Line, who: Conductors, before: Inspection) -> tuple[str, ...]:
    """ "The Board expects to finish it in May", "The Board is doing this", "Dame Jane Pell will lead it"."""
    lows = context.tokens.lows
    subject = line.subject
    if subject is None or subject.actors[0].word:
        return ()
    for k in range(subject.last, line.last - 1):
        found = context.lexicon.undertakings.phase_at(context.tokens, k, line.last)
        done = lows[k] in _DOING or (found is not None and found[1] in CARRYING_OUT)
        if done and _is_it(context, k + 1, line.last):
            named = [actor.key for actor in subject.actors if actor.key]
            alone = [key for key in named if is_alone(who, key)] if before.kind != "inspection" else []
            keys = tuple(dict.fromkeys(alone or [body for key in named if (body := who.as_body(key))]))
            return who.of_verb(line, k, False, k + 1, keys) if keys else ()
    return ()


def _is_it(context: Context, k: int, last: int) -> bool:
    """ "it", "this", "the inspections": the undertaking itself."""
    lows = context.tokens.lows
    if lows[k] in _IT:
        return k + 1 >= last or lows[k + 1] not in {"that", "to"}
    noun = context.lexicon.undertakings.noun_at(context.tokens, k + 1, k) if lows[k] == "the" and k + 1 < last else None
    return noun is not None and not noun[1].weak and lows[k + 2] not in {"of", "into"}


def _rests_with(context: Context, line: Line, who: Conductors) -> tuple[str, ...]:
    """ "This is the work of the Board", "It is in the hands of the Board", "It was the Board's doing"."""
    lows = context.tokens.lows
    if lows[line.first] not in _IT or lows[line.first + 1] not in BEING:
        return ()
    k = next(
        (k for k in range(line.first + 2, line.last - 1) if lows[k] in {"of", "with"} and lows[k - 1] in _RESTS), -1
    )
    return who.doers_in(k + 1, line.last) if k > 0 else ()


def _crew(line: Line, who: Conductors, before: Inspection) -> tuple[str, ...]:
    """ "Estyn's inspectors have been to 14 schools so far": those of an inspecting body who have been about."""
    if before.kind not in {"inspection", "review", "audit"}:
        return ()
    subject = line.subject
    actor = subject.actors[0] if subject and len(subject.actors) == 1 else None
    if actor is None or actor.key is None or not _CREWS & set(actor.staff.split()):
        return ()
    body = who.as_body(actor.key)
    return (body,) if body and who.inspects(body) else ()


def _answers(context: Context, line: Line, who: Conductors) -> tuple[str, ...]:
    """ "Ms Bell conceded that this was not good enough": who answers for what a body does within its own house."""
    speakers = [body for key in who.saying if (body := who.as_body(key))]
    spoken = who.acts <= TELLING and bool(who.acts) and bool(_IT & set(context.tokens.lows[line.first : line.last]))
    return tuple(speakers[:1]) if spoken else ()
