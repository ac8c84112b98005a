"""Several entries in one stretch: "Jane Doe, Home Office; John Smith (Chair)", "Councillors A, B and C", "Clerk (A), Treasurer (B)".

Comes in: a span.  Goes out: Entries.  The one idea: semicolons part groups; within one, an entry begins with each new name, or where
nobody is named with each new post; what names nobody belongs to the entry before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.model import Span
from kg.patterns import expression
from kg.structure.begins import Stretch, brackets_name, brackets_post, opens, opens_name, spelt_out, title_free
from kg.structure.columns import in_columns
from kg.structure.entries import Entry, read_entry
from kg.structure.lines import key_of
from kg.structure.people import is_body, is_body_name, is_post, read_name
from kg.structure.words import LABEL_ROLES, SHARED_TITLES

_SLASH = expression(r"\s+[/|·•]\s+|\(")
_SLASHES = tuple(f" {mark} " for mark in "/|·•")
_GAP = expression(r"\s*(?:and\s+)?(?:the\s+)?(?P<host>[A-Z]\w+(?: [A-Z]\w+){0,3}) by (?:the|his|her|their) (?=[A-Z])")
_LIST_BREAK = expression(
    r"\s*;\s*|\n|\(|,?\s+and,?\s+(?=(?:for|from|representing|on behalf of|on the part of)\s+(?:the\s+)?[A-Z][^,;()]*,\s)"
)
_CUT = expression(
    r",?\s+(?:and|&|\+|(?:together |along )?with|accompanied by|as well as)\s+(?:(?:also|by|from|then|to|upon|with|at (?:his|her|their) (?:side|elbow|right|left))\s+)?"
    r"|,?\s+who\s+(?:is|was)\s+(?:(?:now|currently|the|a)\s+)*|,\s*|\("
)
_LEAD_IN = expression(
    r"(?:and|also|finally|lastly|namely|the following|(?:by|on|at the) (?:special |kind |his |her |their )?invitation(?: of (?:the )?\w+)?"
    r"|(?:up)?on (?:the|our|their) [a-z]+ (?:side|part)(?: of the table)?|opposite(?: (?:them|him|her|us))?|across the table|facing (?:them|him|her|us)"
    r"|as (?:an? )?(?:observers?|guests?)|with (?:his|her|their) (?:pen|notebook|papers)|by|from)\b[,:]?\s+",
    re.IGNORECASE,
)
_FOR = expression(
    r"(?:for|from|representing|on behalf of|on the part of)\s+(?:the\s+)?(?P<body>[A-Z][^,:;()]*?(?:\s\([A-Z]{2,6}\))?)(?:\s*[,:]|(?:,? (?:there )?(?:came|sat|attended|appeared)(?: were)?,?))\s+",
    re.IGNORECASE,
)
_CLAUSE = expression(  # what is told of somebody, and where they met
    r",?\s+(?:who|whose|which|whom)\s+(?!(?:is|was)\s)(?:(?!,?\s+and\s+(?:(?:the|upon|his|her|their)\s+)*[A-Z]).)*"
    r"|,?\s+at (?:(?:the )?[A-Z][^,;.:()]{2,60}?[’']s? |the |its |their |his |her |our )(?:offices|headquarters|premises|chambers)\b"
    r"(?: of (?:the )?[A-Z][^,;.:()]{2,60}?)?(?: (?:in|at) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)?(?=[,;]|\s+and\s|\s*$)",
    re.DOTALL,
)
_WHO_OF = expression(  # "Ann Roe, who chairs the Fal Board"
    r"\bwho (?:now |also |currently )?(?:chairs?|heads?|leads?|runs?|directs?|manages?|represent(?:s|ed)|speaks? for|spoke for|c(?:ame|omes) from|works? for|s(?:its|at) on|serves? on)"
    r" (?:the )?(?P<body>[A-Z][^,;:.()]{2,80})"
)
_COUNTED = expression(  # people without name or post: "accompanied by two inspectors"
    r"(?:two|three|four|five|six|several|some|a few|a number of|various|other|\d+)"
    r"(?: of (?:his|her|their|its|(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*[’']s?))?"
    r" [a-z]+(?: [a-z]+| of (?:the )?(?:public|press|staff|audience))?"
)
_SHARE = expression(
    r"(?:both|all|each|jointly)\s+(?:three\s+|four\s+)?(?:(?:of|from|representing|at)\s+)?(?:the\s+)?(?P<what>[A-Z].*)",
    re.DOTALL,
)
_OWN = expression(r"\b(?:his|her|their|its)\s+$|(?:his|her|their|its)\s+(?=[a-z])")
_OWN_LENGTH = 6  # characters of "their "
_SURNAME = expression(
    r"(?:[A-Z]\.?[\s.]?){0,3}(?:[A-Z][\w’'-]+\s){0,2}(?:(?:Mac|Mc|O['’]|de |van |ap |Ap )?[A-Z][\w’'-]+)(?:\s*\(.*)?[.,]?$",
    re.DOTALL,
)


_TITLED = tuple(f"{title} " for title in SHARED_TITLES)


@dataclass(slots=True)
class _Group:
    """What stands between two semicolons; ``alone`` where the list has none, so that commas part the persons."""

    alone: bool
    stretches: list[Stretch] = field(default_factory=list)
    title: str | None = None
    shared: Span | None = None


def entries_of(text: str, span: Span) -> list[Entry]:
    """The entries of a stretch that names several."""
    if columns := in_columns(text, span):
        return columns
    pieces = _slashed(text, span) or list(_pieces(text, span, _LIST_BREAK))
    alone = len(pieces) == 1
    return [entry for piece in pieces for part in _gapped(text, piece) for entry in _of_piece(text, part, alone=alone)]


def _gapped(text: str, piece: Span) -> list[Span]:
    """ "the Warden by the Clerk": who came with whom, the verb left out."""
    match = _GAP.match(text, piece.start, piece.end)
    if match is None or not is_post(match["host"]):
        return [piece]
    return [Span(*match.span("host")), Span(match.end(), piece.end)]


def _slashed(text: str, span: Span) -> list[Span]:
    """ "A, Harbour Trust / B, Ferry Users": the pieces between slashes, where each begins with the name of a person, or is a post."""
    words = span.of(text)
    if not any(map(words.__contains__, _SLASHES)):
        return []
    pieces = list(_pieces(text, span, _SLASH))
    named = [bool(read_name(piece.of(text)).end or spelt_out(piece.of(text))) for piece in pieces]
    fit = all(name or is_post(piece.of(text)) for name, piece in zip(named, pieces, strict=True))
    return pieces if sum(named) > 1 and fit else []


def _of_piece(text: str, piece: Span, *, alone: bool) -> list[Entry]:
    piece, body = _fronted(text, piece)
    group = _assembled(text, piece, _Group(alone))
    entries = []
    for stretch in group.stretches:
        entry = read_entry(text, stretch.span, titled=stretch.title is not None)
        if entry:
            entries.append(replace(entry, title=stretch.title) if stretch.title else entry)
    entries = _told_of(text, piece, entries)
    if group.shared:
        return [_given(text, entry, group.shared) for entry in entries]
    if body:
        return [replace(entry, organisation=entry.organisation or body) for entry in entries]
    entries = [_of_the_same(text, one, entries[k - 1] if k else None) for k, one in enumerate(entries)]
    return _sharing(text, entries) if alone else _behind_a_dash(text, _sharing(text, entries))


def _told_of(text: str, piece: Span, entries: list[Entry]) -> list[Entry]:
    """The entries, each with the body of which a clause behind it tells ("who chairs the Fal Board")."""
    for match in _WHO_OF.finditer(text, piece.start, piece.end) if entries else ():
        before = [number for number, one in enumerate(entries) if one.span.end <= match.start()]
        if before and entries[before[-1]].organisation is None and is_body_name(match["body"]):
            entries[before[-1]] = replace(entries[before[-1]], organisation=Span(*match.span("body")))
    return entries


def _of_the_same(text: str, entry: Entry, before: Entry | None) -> Entry:
    """ "Ann Roe, Director, Fal Pilots, with her secretary, Tom Hurst": whose secretary somebody is comes from the same body."""
    lacks = entry.organisation is None and entry.name and (entry.post or entry.role)
    if not (lacks and before and before.organisation):
        return entry
    start = entry.span.start
    own = _OWN.search(text, max(0, start - _OWN_LENGTH), start) or _OWN.match(text, start)
    return replace(entry, organisation=before.organisation) if own else entry


def _behind_a_dash(text: str, entries: list[Entry]) -> list[Entry]:
    """ "Ann Roe (AR), Tom Hurst (TH) - Fal Pilots; …": between semicolons the body behind a dash is that of all the bare names before it."""
    body = entries[-1].organisation if len(entries) > 1 else None
    if body is None or not entries[-1].name or text[: body.start].rstrip()[-1:] not in {"-", "–", "—"}:
        return entries
    bare = all(entry.is_bare for entry in entries[:-1])
    return [*(replace(entry, organisation=body) for entry in entries[:-1]), entries[-1]] if bare else entries


def _fronted(text: str, piece: Span) -> tuple[Span, Span | None]:
    """ "and, for the Trust, A and B": the list without what leads in, and the body that it is given for."""
    start, body = piece.start, None
    while (lead := _LEAD_IN.match(text, start, piece.end)) or (body is None and _FOR.match(text, start, piece.end)):
        fronted = _FOR.match(text, start, piece.end) if body is None else None
        if fronted and (not lead or lead[0].strip().lower() == "from"):
            body, start = Span(*fronted.span("body")), fronted.end()
        elif lead:
            start = lead.end()
    return Span(start, piece.end), body


def _given(text: str, entry: Entry, shared: Span) -> Entry:
    """ "A and B, both of the Authority": the body, or the post, that the bare ones share."""
    if is_post(shared.of(text)) and not is_body(shared.of(text)):
        return entry if entry.post else replace(entry, post=shared)
    if entry.organisation is None:
        return replace(entry, organisation=shared)
    if entry.post and entry.post.end < entry.organisation.start and not is_body(entry.organisation.of(text)):
        return replace(entry, post=Span(entry.post.start, entry.organisation.end), organisation=shared)
    return entry


def _sharing(text: str, entries: list[Entry]) -> list[Entry]:
    """ "A, B and C, Energy Watch": the body is that of all of them; one in brackets is that of its own entry."""
    shared = list(entries)
    carried = False
    for number in range(len(entries) - 2, -1, -1):
        entry, following = entries[number], shared[number + 1]
        body = following.organisation
        between = text[entry.span.end : following.span.start]
        joined = " and " in between and len(between) < 9
        own = body is None or text[body.end : body.end + 1] == ")"
        carried = entry.is_bare and not (entry.role or entry.title or own) and (joined or carried)
        if carried:
            shared[number] = replace(entry, organisation=body)
    return shared


# ── where an entry begins ────────────────────────────────────────────────────────────────────────────────────────────


def _pieces(text: str, span: Span, pattern: re.Pattern[str]) -> Iterator[Span]:
    """The stretches between what the pattern matches outside brackets."""
    at, start = span.start, span.start
    while match := pattern.search(text, at, span.end):
        if match[0].startswith("("):
            at = _closing(text, match.start(), span.end)
            continue
        if match.start() - start > 1:
            yield Span(start, match.start())
        start = at = match.end()
    if span.end - start > 1:
        yield Span(start, span.end)


def _closing(text: str, start: int, end: int) -> int:
    """Where the bracket that opens here has closed; right behind it where it never closes."""
    depth = 0
    for at in range(start, end):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth == 0:
            return at + 1
    return start + 1


def _assembled(text: str, piece: Span, group: _Group) -> _Group:
    clauses = [Span(*match.span()) for match in _CLAUSE.finditer(text, piece.start, piece.end)]
    atoms = [atom for part in _without(piece, clauses) for atom in _pieces(text, part, _CUT)]
    some_name = any(read_name(atom.of(text)).sure or brackets_name(atom.of(text)) for atom in atoms) or (
        bool(atoms) and opens_name(atoms[0].of(text))
    )
    for number, atom in enumerate(atoms):
        following = atoms[number + 1].of(text) if number + 1 < len(atoms) else ""
        _place(text, group, atom, following, some_name=some_name)
    return group


def _without(piece: Span, holes: list[Span]) -> list[Span]:
    parts, start = [], piece.start
    for hole in holes:
        parts.append(Span(start, hole.start))
        start = hole.end
    return [part for part in [*parts, Span(start, piece.end)] if len(part) > 1]


def _is_person(text: str, atom: Span) -> bool:
    return opens_name(atom.of(text)) or brackets_name(atom.of(text))


def _is_role_apart(words: str, group: _Group) -> bool:
    """ "K Lock (Chair), T Bell, Clerk": a part in the meeting behind a comma is nobody's before it, where others have theirs in brackets."""
    bracketed = any(one.bracketed for one in group.stretches)
    return bracketed and key_of(words) in LABEL_ROLES and words[0].isupper() and not group.stretches[-1].telling


def _shared_title(words: str) -> str | None:
    """The title of several with which the words begin ("Councillors A, B")."""
    low = words.lower()
    return next((title[:-1] for title in _TITLED if low.startswith(title)), None) if low.startswith(_TITLED) else None


def _place(text: str, group: _Group, atom: Span, following: str, *, some_name: bool) -> None:
    """Put the atom where it belongs: into a new entry, or behind the one before."""
    words = atom.of(text)
    shares = _SHARE.match(words)
    if shares and group.stretches:
        what = shares["what"].rstrip(" .;,")
        group.shared = Span(atom.start + shares.start("what"), atom.start + shares.start("what") + len(what))
        return
    title = _shared_title(words)
    if title:
        group.title = SHARED_TITLES[title]
        atom = Span(atom.start + len(title) + 1, atom.end)
        words = atom.of(text)
    last = group.stretches[-1] if group.stretches else None
    if last is not None and _COUNTED.fullmatch(words.rstrip(" .")):
        return
    if last is not None:
        last.alone = group.alone
    surname = bool(
        group.title and _SURNAME.match(words) and not (is_post(words) or is_body_name(words)) and title_free(words)
    )
    if (
        last is None
        or surname
        or _is_role_apart(words, group)
        or opens(words, following, last, atom.start - last.span.end, text, some_name=some_name)
    ):
        own = group.title if surname else None
        group.title = group.title if surname or title else None
        group.stretches.append(Stretch(atom, named=surname or _is_person(text, atom), title=own))
    else:
        last.span = Span(last.span.start, atom.end)
        last.named = last.named or _is_person(text, atom)
    last = group.stretches[-1]
    last.bracketed = last.bracketed or words.rstrip().endswith(")")
    telling = words.rstrip().endswith(")") or is_post(words) or is_body(words)
    last.plain = not telling and not read_name(words).end
    last.complete = words.rstrip().endswith(")") or is_post(words)
    last.telling = last.telling or telling
    last.posted = last.posted or is_post(words) or brackets_post(words)
