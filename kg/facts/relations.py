"""Relationships between two organisations that the text states: inspects, oversees, is part of, works with, succeeds."""

from __future__ import annotations

from collections.abc import Iterator

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.context import Context, Line
from kg.facts.discourse import Discourse
from kg.facts.words import BE
from kg.model import Inspection, Relation

# word -> (predicate, does the subject come first?)
_VERBS = {
    "inspects": "inspects", "inspect": "inspects", "oversees": "oversees", "oversee": "oversees", "supervises": "oversees", "regulates": "oversees", "monitors": "oversees",
    "replaced": "succeeds", "replaces": "succeeds", "succeeded": "succeeds", "succeeds": "succeeds",
}  # fmt: skip
_PASSIVE = {
    "inspected": "inspects",
    "overseen": "oversees",
    "supervised": "oversees",
    "regulated": "oversees",
    "replaced": "succeeds",
    "succeeded": "succeeds",
    "sponsored": "oversees",
}
_PART = (
    ("part", "of"),
    ("agency", "of"),
    ("body", "of"),
    ("unit", "of"),
    ("division", "of"),
    ("arm", "of"),
    ("branch", "of"),
    ("directorate", "of"),
)


def read(context: Context, discourse: Discourse, lines: list[Line], inspections: list[Inspection]) -> list[Relation]:
    """The relationships of a text, each once; who inspects or inspected a body also inspects it."""
    found: dict[tuple[str, str, str], Relation] = {}
    previous: str | None = None
    for line in lines:
        for relation in _of_line(context, line, previous):
            if relation.subject != relation.object:
                found.setdefault((relation.subject, relation.predicate, relation.object), relation)
        previous = _first_body(context, line.first, line.last) or previous
    for item in inspections:
        if item.status in {"completed", "under-way", "planned"} and len(item.inspected) == 1:
            for body in item.conducted_by[:1]:
                key = (body, "inspects", item.inspected[0])
                found.setdefault(key, Relation(*key, item.evidence, "relation-inspection"))
    return list(found.values())


def _first_body(context: Context, first: int, last: int) -> str | None:
    return next(
        (key for k in range(first, last) if (key := context.key_at(k)) and context.type_of(key) in BODIES), None
    )


def _of_line(context: Context, line: Line, previous: str | None) -> Iterator[Relation]:
    lows = context.tokens.lows
    for k in range(line.first, line.last):
        low = lows[k]
        if low in _VERBS:
            yield from _active(context, line, k, _VERBS[low])
        if low in _PASSIVE and set(lows[max(line.first, k - 4) : k]) & BE:
            yield from _by(context, line, k, _PASSIVE[low])
        if (low, lows[k + 1] if k + 1 < line.last else "") in _PART:
            yield from _part_of(context, line, k, previous)
        if low in {"working", "worked", "works", "work", "liaising", "liaises", "collaborating"}:
            yield from _together(context, line, k)
        if (low == "from" and lows[k - 2 : k] == ["took", "over"]) or low == "formerly":
            yield from _over_from(context, line, k)


def _made(context: Context, line: Line, subject: str, predicate: str, obj: str, rule: str) -> Relation:
    return Relation(subject, predicate, obj, line.sentence.span, rule)


def _body_before(context: Context, k: int, first: int, reach: int = 10) -> str | None:
    return next(
        (
            key
            for m in range(k - 1, max(first, k - reach) - 1, -1)
            if (key := context.key_at(m)) and context.type_of(key) in BODIES
        ),
        None,
    )


def _body_after(context: Context, k: int, last: int, reach: int = 14) -> str | None:
    return next(
        (
            key
            for m in range(k + 1, min(last, k + reach))
            if (key := context.key_at(m)) and context.type_of(key) in BODIES
        ),
        None,
    )


def _active(context: Context, line: Line, k: int, predicate: str) -> Iterator[Relation]:
    """ "HMCPSI inspects … the CPS", "the PSA, which replaced the Board of Pilots", "the Trust, which BGRO oversees"."""
    lows = context.tokens.lows
    if (
        predicate == "succeeds"
        and set(lows[max(line.first, k - 3) : k]) & (BE | {"has", "have"})
        and lows[k + 1 : k + 2] == ["by"]
    ):
        return
    if (
        predicate == "inspects"
        and lows[k] == "inspect"
        and set(lows[max(line.first, k - 3) : k]) & {"to", "will", "would", "should"}
    ):
        return
    subject, obj = _body_before(context, k, line.first), _body_after(context, k, line.last)
    # "…, which X oversees": the object stands before "which"
    for m in range(k - 1, max(line.first, k - 8), -1):
        if lows[m] in {"which", "that", "whom"} and (inner := _first_body(context, m + 1, k)):
            outer = _body_before(context, m, line.first, 8)
            if outer:
                yield _made(context, line, inner, predicate, outer, f"relation-{predicate}")
            return
    if subject and obj and (predicate != "succeeds" or _close(context, k, line)):
        yield _made(context, line, subject, predicate, obj, f"relation-{predicate}")


def _close(context: Context, k: int, line: Line) -> bool:
    return any(m in context.mention_at for m in range(k + 1, min(line.last, k + 4)))


def _by(context: Context, line: Line, k: int, predicate: str) -> Iterator[Relation]:
    """ "The CPS … is inspected by HMCPSI"."""
    lows = context.tokens.lows
    before = set(lows[max(line.first, k - 4) : k])
    if predicate == "inspects" and not before & {"is", "are"}:
        return
    for m in range(k + 1, min(line.last - 1, k + 5)):
        if lows[m] == "by" and (subject := _body_after(context, m, line.last, 5)):
            obj = (
                _body_before(context, k, line.first, 20)
                if predicate != "inspects"
                else _first_body(context, line.first, k)
            )
            if obj:
                yield _made(context, line, subject, predicate, obj, f"relation-{predicate}-passive")
            return


def _part_of(context: Context, line: Line, k: int, previous: str | None) -> Iterator[Relation]:
    """ "X became part of Y", "It is an arm's length body of Y"."""
    lows = context.tokens.lows
    if not set(lows[max(line.first, k - 7) : k]) & (
        BE | {"became", "become", "remains", "as", "forms", ",", "an", "a"}
    ):
        return
    whole = _body_after(context, k + 1, line.last, 5)
    part = _body_before(context, k, line.first, 12)
    if part is None and lows[line.first] in {"it", "this", "they"}:
        part = previous
    if whole and part:
        yield _made(context, line, part, "subOrganizationOf", whole, "relation-part-of")


def _together(context: Context, line: Line, k: int) -> Iterator[Relation]:
    """ "X is working with Y", "the two bodies work together"."""
    lows = context.tokens.lows
    if lows[k + 1 : k + 2] == ["together"] and set(lows[max(line.first, k - 4) : k]) & {
        "bodies",
        "organisations",
        "agencies",
        "two",
        "they",
        "both",
    }:
        bodies = list(
            dict.fromkeys(
                key for m in range(line.first, k) if (key := context.key_at(m)) and context.type_of(key) in BODIES
            )
        )
        if len(bodies) == 2:
            yield _made(context, line, bodies[0], "worksWith", bodies[1], "relation-works-together")
        return
    tail = lows[k + 1 : k + 4]
    if "with" not in tail or not (lows[k] != "work" or set(lows[max(line.first, k - 4) : k]) & {"to", "will", "would"}):
        return
    at = k + 1 + tail.index("with")
    subject = None
    for m in range(max(line.first, k - 6), k):
        found = clauses.subject_at(context, m, k)
        if found and found.actors[0].key and context.type_of(found.actors[0].key) in BODIES:
            subject = found.actors[0].key
    if subject is None:
        return
    for m in range(at + 1, min(line.last, at + 16)):
        if lows[m] in {"to", "on", ".", ";"}:
            return
        if (key := context.key_at(m)) and context.type_of(key) in BODIES:
            yield _made(context, line, subject, "worksWith", key, "relation-works-with")


def _over_from(context: Context, line: Line, k: int) -> Iterator[Relation]:
    subject, obj = _body_before(context, k, line.first), _body_after(context, k, line.last, 5)
    if subject and obj:
        yield _made(context, line, subject, "succeeds", obj, "relation-succeeds")
