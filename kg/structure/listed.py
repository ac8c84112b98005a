"""The entries of a list of people that stand on lines of their own.

Comes in: the strips between a label and the end of its list.  Goes out: Entries, each with the body that it is grouped under.  The one idea:
a line that names nobody tells of the name above it, heads the names below it, or is a post that attended.
"""

from __future__ import annotations

from dataclasses import replace

from kg.model import BlockKind, Span
from kg.patterns import expression
from kg.structure.columns import in_columns
from kg.structure.entries import Entry, read_entry
from kg.structure.inline import entries_of
from kg.structure.labels import group_of, role_label
from kg.structure.lines import Line, key_of
from kg.structure.people import initials_of, is_body, is_post

TASK = expression(
    r"[A-Z][\w’'/&-]*(?: (?:[A-Z][\w’'/&-]*|and|&)){0,4} to (?:also )?(?!the\b|a\b|an\b|our\b|its\b|his\b|her\b)[a-z]+ "
)  # "HG to send …"
Grouped = tuple[Entry, Span | None]
Placed = tuple[Entry, int, Span | None]  # the entry, the strip that it stands on, the body named before it on the line


def listed(text: str, strips: list[Line], start: int, stop: int) -> list[Grouped]:
    """The entries of the strips, each with the body that it is grouped under."""
    entries: list[Placed] = []
    for at in range(start, stop):
        entries += [(entry, at, body) for entry, body in of_line(text, strips[at])]
    return _zipped(text, entries) or _paired(text, strips, entries)


def gap(text: str, strips: list[Line], at: int) -> bool:
    """Does a blank line stand before it?"""
    if not 0 < at < len(strips):
        return False
    between = text[strips[at - 1].span.end : strips[at].span.start]
    return "\n\n" in between.replace(" ", "").replace("\t", "")


def body_alone(text: str, strips: list[Line], at: int) -> Entry | None:
    """ "Apologies" above "Department for Streets (DfS)": the one line below a label, before a blank one, that names a body."""
    alone = at < len(strips) and is_body(strips[at].words) and not gap(text, strips, at) and gap(text, strips, at + 1)
    entry = read_entry(text, strips[at].body) if alone and not strips[at].is_closed else None
    return entry if entry and entry.name is None and entry.post is None else None


def of_line(text: str, line: Line) -> list[Grouped]:
    """The entries of one line, with the body that it names before a colon."""
    if columns := in_columns(text, line.body if line.kind is not BlockKind.ROW else line.span):
        return [(entry, None) for entry in columns]
    if line.kind is BlockKind.ROW:
        entry = read_entry(text, line.span)
        return [(entry, None)] if entry else []
    grouped = in_group(text, line)
    if grouped:
        return grouped
    labelled = role_label(text, line) is not None and ";" not in line.words  # "Secretary: Jane Doe, Fen Board (JD)"
    several = [] if labelled else entries_of(text, line.body)
    if len(several) > 1 and _are_several(several, line.words):
        return [(one, None) for one in several]
    entry = read_entry(text, line.body)
    return [(entry, None)] if entry else []


def _are_several(entries: list[Entry], words: str) -> bool:
    """Are they entries of their own, and not the name, post and body of one?"""
    if len(entries) == 2 and entries[0].sure and entries[1].name is None and entries[1].post:
        return " with the " in words or " and the " in words or " with a " in words
    if (
        len(entries) == 2
        and " and the " in words
        and all(one.name is None and (one.post or one.role) for one in entries)
    ):
        return True  # "Also the Harbour Master and the Clerk"
    if not all(one.name for one in entries) and sum(one.sure for one in entries) < 2:
        return False
    bare = len(entries) > 2 and all(one.is_bare for one in entries)
    return bare or ";" in words or words.count(",") + words.count(" and ") > 2 or all(one.sure for one in entries)


def in_group(text: str, line: Line) -> list[Grouped]:
    """ "Wessex Water: A (Chair), B; C": those of the body; none where the line is something else."""
    label = group_of(text, line)
    if label is None or label.rest is None or TASK.match(text, label.rest.start, label.rest.end):
        return []
    entries = entries_of(text, label.rest)
    colon = label.body is not None and ":" in text[label.body.end : label.rest.start]
    people = [entry for entry in entries if entry.name and (entry.sure or colon or entry.post)]
    lower = any(entry.sure for entry in entries)  # "Dr Osei (Chief Executive), a case officer"
    posts = [
        one for one in entries if colon and one.name is None and (_is_capital_post(text, one) or (lower and one.post))
    ]
    held = label.body is None or (label.body.start == line.body.start and is_post(label.body.of(text)))
    if len(entries) == 1 and held:  # "Chief Inspector: Jane Doe", and not "For the Inspector: Jane Doe"
        return []
    if not entries or len(people) + len(posts) < len(entries) or not (label.body or people):
        return []
    if label.body and people and _are_initials(text, label.body, people[0]):
        return []
    return [(entry, label.body) for entry in entries]


def _are_initials(text: str, label: Span, entry: Entry) -> bool:
    """ "VH: Victor Hale": the label is short for the name."""
    return entry.name is not None and initials_of(label.of(text), entry.name.of(text))


def _is_capital_post(text: str, entry: Entry) -> bool:
    return bool(entry.post or entry.role) and text[(entry.post or entry.span).start].isupper()


def _names_nobody(entry: Entry) -> bool:
    return entry.name is None and not entry.redacted


def _zipped(text: str, entries: list[Placed]) -> list[Grouped] | None:
    """All names, then as many bodies or posts: the columns of a table that were read one after the other."""
    half = len(entries) // 2
    if half < 2 or len(entries) % 2:
        return None
    names, others = entries[:half], entries[half:]
    surely = sum(entry.sure for entry, _, _ in names) * 2 >= half and not any(entry.sure for entry, _, _ in others)
    nameless = sum(_names_nobody(entry) for entry, _, _ in others)
    if not all(entry.is_bare for entry, _, _ in names) or not (nameless == half or (surely and nameless * 2 >= half)):
        return None
    return [
        (with_line(text, name, other.span), None) for (name, _, _), (other, _, _) in zip(names, others, strict=True)
    ]


def _paired(text: str, strips: list[Line], entries: list[Placed]) -> list[Grouped]:
    result: list[Grouped] = []
    group: Span | None = None
    for number, (entry, at, own) in enumerate(entries):
        following, _, apart = entries[number + 1] if number + 1 < len(entries) else (None, 0, None)
        previous = result[-1][0] if result else None
        if own:
            result.append((entry, own))
        elif group and following and _heads_group(text, strips, at, entry, following):
            group = entry.span
        elif not _names_nobody(entry):
            result.append((entry, group))
        elif following and entry.post and not entry.organisation and following.post and following.organisation:
            result.append((entry, group))  # an office above somebody of another body
        elif apart and entry.organisation and entry.post is None and not (previous and previous.is_bare):
            result.append((entry, group))  # a body above somebody of another body
        elif previous and _closes_block(text, strips, at, previous, entry):
            result[-1] = (with_line(text, previous, entry.span), group)
        elif following and following.name and _opens_group(text, strips, at, entry, group):
            group = entry.span
        elif previous and previous.is_bare and previous is entries[number - 1][0] and not previous.role:
            result[-1] = (with_line(text, previous, entry.span), group)
        elif entry.role and not (entry.post or entry.organisation or (following and following.name)):
            result.append((entry, group))  # "the Clerk"
        elif (entry.post and entry.organisation) or (
            entry.post and not entry.organisation and not (following and following.is_bare and following.name)
        ):
            result.append((entry, group))
        elif following and following.name:
            group = entry.span
    return result


def _closes_block(text: str, strips: list[Line], at: int, previous: Entry, entry: Entry) -> bool:
    """A body below a name and its post, with a blank line behind it before the next name."""
    lacking = previous.organisation is None and entry.post is None
    return lacking and gap(text, strips, at + 1) and not gap(text, strips, at) and not gap(text, strips, at - 1)


def _opens_group(text: str, strips: list[Line], at: int, entry: Entry, group: Span | None) -> bool:
    """A body between a blank line and a person, or one more in a list that is grouped under bodies."""
    if gap(text, strips, at) and not gap(text, strips, at + 1):
        return True
    return group is not None and entry.organisation is not None and entry.post is None and is_body(entry.span.of(text))


def _heads_group(text: str, strips: list[Line], at: int, entry: Entry, following: Entry) -> bool:
    """In a list that is grouped under bodies: two words between a blank line and a person are the next body."""
    if entry.sure or not entry.is_bare or entry.role or entry.initials or following.name is None:
        return False
    return gap(text, strips, at) and not gap(text, strips, at + 1)


def with_line(text: str, name: Entry, span: Span) -> Entry:
    """The name with the post and body that another line gives."""
    whole = read_entry(text, span)
    if whole is None:
        return name
    joined = Span(name.span.start, span.end) if not text[name.span.end : span.start].strip(" \t\n;,") else name.span
    if whole.post or is_post(span.of(text)):
        return replace(
            name, span=joined, post=whole.post or span, organisation=whole.organisation, role=name.role or whole.role
        )
    return replace(name, span=joined, organisation=whole.organisation or whole.name or span)


def second_column(text: str, entries: list[Entry]) -> int:
    """Where the second of two columns begins that were read as one list.

    A body stands once in each column, or several times together; the first that comes again after others opens the second.
    """
    seen: list[str] = []
    for number, entry in enumerate(entries):
        body = key_of(entry.organisation.of(text)) if entry.organisation else ""
        if body and body in seen[:-1] and body != seen[-1]:
            return number
        if body:
            seen.append(body)
    return len(entries)
