"""The actions that minutes list: "ACTION: OL to write …", "22/1 – FT to circulate …. Complete.", tables of actions.

Comes in: Lines.  Goes out: ActionLines, and the lines that hold nothing else.  The one idea: an action has an owner before "to" and a
task behind it; a label, a reference or a table tells that a line is one, and a status may stand behind it or on the next line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from kg.model import ActionLine, BlockKind, Span
from kg.structure.attendance import is_running
from kg.structure.lines import Line, trimmed
from kg.structure.people import is_name, is_post
from kg.structure.statuses import inner_status, opening_status
from kg.structure.words import ACTION_COLUMNS

_LABELLED = re.compile(
    r"[\[(]?(?:(?:new |agreed |further )?(?:actions?(?: points?| items?| required)?|ap)\s*(?:no\.?\s*|#)?\d*(?:[./]\d+)*[a-z]?|a\d{1,3}|ap\d{1,3})\s*"
    r"(?P<sep>[:–—]|\s-|(?<=\d)[.)]|(?=\s+(?:on|for|by)\s*:))\s*(?P<rest>.*)", re.IGNORECASE | re.DOTALL,
)  # fmt: skip
_CAPITAL = re.compile(r"[\[(]?(?:ACTIONS?|Actions?)\s+(?P<rest>[A-Z].*)", re.DOTALL)
_REFERENCE = re.compile(
    r"(?:\d{1,4}/\d{1,4}(?:/\d+)?|A\d{1,3}|AP ?\d{1,3}|\d{1,3}\.\d{1,2}|[A-Z]{2,4}-?\d{1,4}(?:[/.]\d+)*)\s*[:.)–—-]?\s+(?P<rest>.+)",
    re.DOTALL,
)
_ON = re.compile(r"(?:on|for|by)\s*:?\s+(?=[A-Z])|(?:owner|lead|resp(?:onsible)?)\.?\s*[:–-]\s*", re.IGNORECASE)
_TRAILING = re.compile(
    r"\s*[\[(]\s*(?:[Aa]ctions?|ACTIONS?)\s*(?:point\s*)?\d*\s*(?:[:–—-]|\bon\b|\bfor\b|\bby\b)\s*(?P<who>[^()\[\]]{1,80})[\])]\.?$|\s+A(?:ction|CTION)\s*:\s*(?P<bare>[A-Z][\w’'/&, .-]{1,40})$"
)
_OWNED = re.compile(
    r"(?P<who>[A-Z][^.:;()]{0,110}?(?:\s*\([^()]{1,40}\))?)\s+(?:is |are |was |were |has |have |agreed |undertook |will need )?to\s+(?:also\s+|then\s+)?(?P<verb>[a-z][\w-]*)"
)
_WILL = re.compile(
    r"(?P<who>[A-Z][^.:;()]{0,70}?)\s+(?:will|shall|should|must)\s+(?:also\s+|then\s+)?(?P<verb>[a-z][\w-]*)"
)
_COLON = re.compile(r"(?P<who>[A-Z][A-Za-z/&,. ’'-]{0,40}?)\s*(?::|\s[–—-])\s+(?=\S)")
_NOT_VERB = frozenset("the a an this that these those his her its their our all any each every which whom date".split())
_SMALL = frozenset("and & of the for on in team / or with from to".split())
_DUE = re.compile(
    r"(?:due(?: date| by)?|deadline|by when|timescale|target(?: date)?|when|timing)\s*[:–-]\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_WHO = re.compile(
    r"(?:owners?|lead|resp(?:onsible)?\.?|by whom|who|action (?:on|by|for)|responsibility)\s*[:–-]\s*(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_STATUS_LABEL = re.compile(r"(?:status|progress|update)\s*[:–-]\s*(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_CARRIED = re.compile(r"[^.]*\b(?:[Cc]arried|[Cc]arry) (?:forward|over)\b[^.]*\.?")
_EARLIER = re.compile(
    r"\b(?:actions?|action points?|action log)\b.*\b(?:last|previous|prior|earlier|preceding|outstanding|update|review|progress|arising from|from meetings?|from the)\b"
    r"|\b(?:update|progress|review|minutes|matters)\b.*\b(?:actions?|action points?|action log)\b|\bmatters arising\b|\bprogress (?:with|on|against) actions\b|\baction log\b"
    r"|\bminutes of (?:the )?(?:last|previous)\b|\bprevious minutes\b|\boutstanding actions\b",
    re.IGNORECASE,
)
_SECTION = frozenset(
    "actions|action|action points|action point|agreed actions|actions agreed|summary of actions|list of actions|action list|action log|new actions|actions arising|"
    """
    next steps and actions|actions and next steps|follow-up actions|follow up actions|actions to be
    taken|action items
    """.split("|")
)


@dataclass(slots=True)
class Actions:
    """The actions found, the lines that they take up, and where a line that they share leaves running text."""

    found: list[ActionLine] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    left: dict[int, Span] = field(default_factory=dict)  # what remains of a line, to be read as prose


def find_actions(text: str, lines: list[Line], front: set[int]) -> Actions:
    """Every action of the document in the order of its text."""
    actions = Actions()
    state = _State()
    at = 0
    while at < len(lines):
        if at in front:
            at += 1
            continue
        at = _step(text, lines, at, state, actions)
    actions.found.sort(key=lambda action: action.span.start)
    return actions


@dataclass(slots=True)
class _State:
    """Where we are: under a heading on earlier actions, under a label "Actions:"."""

    earlier: bool = False
    listing: bool = False
    under: int = 0  # how many actions the label has had


def _step(text: str, lines: list[Line], at: int, state: _State, actions: Actions) -> int:
    """Read what begins at the line; returns the number of the next line to read."""
    line = lines[at]
    if line.kind is BlockKind.ROW or _is_column(line, lines, at):
        after = _table(text, lines, at, state, actions)
        if after > at:
            return after
    _notice(line, state, actions)
    if line.key in _SECTION and line.size <= 4:
        state.listing, state.under = True, 0
        if not line.numbering.kind and line.kind is not BlockKind.HEADING:
            actions.lines.add(at)
        return at + 1
    action = _read(text, lines, line, state)
    if action is None:
        state.listing = state.listing and line.kind is BlockKind.ITEM
        _trailing(text, line, actions)
        return at + 1
    actions.lines.add(at)
    state.under += 1
    if action.span.end > line.span.end:
        actions.lines.add(at + 1)
        at += 1
    if action.status:
        _leave_remarks(text, line, action, actions)
    action, after = _followed(text, lines, at + 1, action, state, actions)
    actions.found.append(action)
    return after


def _notice(line: Line, state: _State, actions: Actions) -> None:
    """Headings and lead-ins tell whether the actions below are those of an earlier meeting."""
    if line.kind is BlockKind.ITEM and not line.numbering.kind:
        return
    heading = (
        line.kind is BlockKind.HEADING
        or (line.numbering.kind in ("top", "bare", "letter") and not line.is_closed)
        or (
            line.size <= 12
            and not line.is_closed
            and not is_running(line)
            and not _ends_with_status(line.words, line.size)
        )
    )
    if heading and not _LABELLED.match(line.words):
        state.listing = False
        state.earlier = bool(_EARLIER.search(line.words)) and not re.match(
            r"(?:new )?actions? (?:from|arising from|agreed at) (?:this|today)", line.words, re.IGNORECASE
        )
    elif line.words.endswith((":", ".")) and line.size < 14 and _EARLIER.search(line.words):
        state.earlier = True
        if line.words.endswith(":") and not line.is_closed and line.numbering.kind == "":
            actions.lines.add(line.index)


# ── one line ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _read(text: str, lines: list[Line], line: Line, state: _State) -> ActionLine | None:
    raw = line.span.of(text)
    match = _LABELLED.match(raw) or _CAPITAL.match(raw)
    if match and line.size < 120:
        rest = trimmed(text, Span(line.span.start + match.start("rest"), line.span.end))
        if not rest:
            return None
        if match.re is _CAPITAL and not _OWNED.match(rest.of(text)):
            return None
        return _labelled(text, lines, line, rest, state)
    match = _REFERENCE.match(raw)
    if (
        match
        and (owned := _owner(match["rest"]))
        and (state.earlier or not match[0][0].isdigit() or "/" in match[0][:6])
        and owned
    ):
        return _action(text, line, Span(line.span.start + match.start("rest"), line.span.end), state, numbered=True)
    body = line.body.of(text)
    if state.listing and line.size < 80 and (line.kind is BlockKind.ITEM or _owner(body) or state.under == 0):
        return _action(text, line, line.body, state)
    if state.earlier and line.kind is not BlockKind.HEADING and _ends_with_status(body, line.size):
        return _action(text, line, line.body, state)
    return None


def _ends_with_status(body: str, size: int) -> bool:
    """ "Inviting DfT to attend the Board - on track": an earlier action that says how it stands."""
    status = inner_status(body) if 3 < size < 80 else None
    if status is None or body[status.end :].strip(" .)"):
        return False
    return _owner(body) is not None or body[status.start :].lstrip()[:1] in "-–—("


def _labelled(text: str, lines: list[Line], line: Line, rest: Span, state: _State) -> ActionLine:
    """What stands behind "Action:": an owner and a task, or only who is to do what the sentence before says."""
    on = _ON.match(rest.of(text))
    if on:
        rest = Span(rest.start + on.end(), rest.end)
    words = rest.of(text).rstrip(" .)]")
    alone = len(words.split()) <= 8 and not _owner(words) and _is_owner(words)
    owners = Span(rest.start, rest.start + len(words))
    if alone and line.index + 1 < len(lines) and re.match(r"To [a-z]", lines[line.index + 1].words):
        return _on_next(text, line, lines[line.index + 1], owners)
    if alone and line.index and lines[line.index - 1].is_closed:
        before = _last_sentence(text, lines[line.index - 1].body)
        return ActionLine(Span(before.start, line.span.end), before, owners, previous=False)
    return _action(text, line, rest, state, numbered=bool(re.match(r"[\[(]?\w+ ?\d", line.span.of(text))))


def _on_next(text: str, line: Line, following: Line, owners: Span) -> ActionLine:
    """ "Action on: EF" with "To write to the operator." on the line below."""
    task = trimmed(text, Span(following.body.start + 3, following.body.end))
    return ActionLine(Span(line.span.start, following.span.end), task, owners)


def _last_sentence(text: str, span: Span) -> Span:
    ends = [match.end() for match in re.finditer(r"[.!?][\"”’)]*\s+(?=[A-Z])", text[span.start : span.end])]
    return Span(span.start + ends[-1], span.end) if ends else span


def _action(text: str, line: Line, content: Span, state: _State, *, numbered: bool = False) -> ActionLine:
    """The line as an action: owners, task and status taken apart."""
    content = _unbracketed(text, content)
    words = content.of(text)
    status = inner_status(words)
    task_end = status.start if status else len(words)
    owned = _owner(words[:task_end])
    start = owned.start("verb") if owned else 0
    owners = Span(content.start, content.start + len(owned["who"].rstrip(" ,"))) if owned else None
    if not owned and (colon := _COLON.match(words)) and _is_owner(colon["who"]):
        owners, start = Span(content.start, content.start + len(colon["who"])), colon.end()
    task = trimmed(text, Span(content.start + start, content.start + task_end))
    due = _carried(text, Span(content.start + status.start, content.end)) if status else None
    previous = state.earlier and (status is not None or numbered)
    return ActionLine(line.span, task, owners, due, status.concept if status else None, previous)


def _unbracketed(text: str, span: Span) -> Span:
    return trimmed(text, Span(span.start, span.end - 1)) if text[span.end - 1 : span.end] == "]" else span


def _carried(text: str, span: Span) -> Span | None:
    """ "Carried forward to the December meeting": the new term."""
    match = _CARRIED.search(text, span.start, span.end)
    return trimmed(text, Span(match.start(), match.end())) if match else None


def _owner(words: str) -> re.Match[str] | None:
    """Who is to do something: the words before "to" and a verb; a passive ("meeting to be arranged") names nobody."""
    for pattern in (_OWNED, _WILL):
        match = pattern.match(words)
        if (
            match
            and match["verb"] not in _NOT_VERB
            and match["verb"] != "be"
            and _is_owner(re.sub(r"\s*\([^)]*\)", "", match["who"]))
        ):
            return match
    return None


def _is_owner(words: str) -> bool:
    """Names, initials, posts or bodies, joined by commas and "and": every word of weight has a capital."""
    parts = words.replace("/", " / ").replace(",", " ").split()
    if not parts or len(parts) > 16 or re.match(r"[A-Z][a-z]{3,}ing\b", words):
        return False
    if is_name(words) or is_post(words):
        return True
    lower = [part for part in parts if part[0].islower() and part not in _SMALL]
    if parts[0].lower() in ("all", "members", "everyone", "officials", "officers"):
        return len(parts) <= 4
    return (
        len(lower) <= 1
        and any(part[0].isupper() for part in parts)
        and (not lower or lower[0] in ("team", "staff", "members", "office", "officials", "group", "lead", "leads"))
    )


# ── what follows an action ───────────────────────────────────────────────────────────────────────────────────────────


def _followed(
    text: str, lines: list[Line], at: int, action: ActionLine, state: _State, actions: Actions
) -> tuple[ActionLine, int]:
    """Take up owner, term and status from the lines behind the action."""
    while at < len(lines):
        line = lines[at]
        raw = line.body.of(text)
        if (match := _DUE.match(raw)) and action.due is None:
            at = _label_value(text, lines, at, match, actions)
            due = (
                Span(line.body.start + match.start("rest"), line.body.end)
                if match["rest"].strip()
                else lines[at - 1].body
            )
            action = replace(action, due=due)
        elif (match := _WHO.match(raw)) and action.owners is None:
            actions.lines.add(at)
            action = replace(action, owners=trimmed(text, Span(line.body.start + match.start("rest"), line.body.end)))
            at += 1
        elif action.status is None and (status := _status_line(text, line)):
            _leave_rest(text, line, status[1], actions)
            action = replace(action, status=status[0], previous=action.previous or state.earlier)
            at += 1
        else:
            break
    return action, at


def _label_value(text: str, lines: list[Line], at: int, match: re.Match[str], actions: Actions) -> int:
    actions.lines.add(at)
    if not match["rest"].strip() and at + 1 < len(lines):
        actions.lines.add(at + 1)
        return at + 2
    return at + 1


def _status_line(text: str, line: Line) -> tuple[str, int] | None:
    """The status with which the line under an action begins, and where in the text its words end."""
    words = line.body.of(text)
    label = _STATUS_LABEL.match(words)
    start = label.start("rest") if label else 0
    status = opening_status(words[start:])
    return (
        (status.concept, line.body.start + start + status.end)
        if status and line.kind is not BlockKind.HEADING
        else None
    )


def _leave_remarks(text: str, line: Line, action: ActionLine, actions: Actions) -> None:
    """Sentences behind the status on the same line ("Not complete. Dr Renshawe explained …") are running text too."""
    status = inner_status(line.body.of(text))
    if status:
        _leave_rest(
            text, line, line.body.start + status.end, actions, stop=action.due.start if action.due else line.span.end
        )


def _leave_rest(text: str, line: Line, end: int, actions: Actions, stop: int | None = None) -> None:
    """What the line says behind its status is running text."""
    while end < line.span.end and (text[end].isspace() or text[end] in ".:;,-–—)"):
        end += 1
    actions.lines.add(line.index)
    rest = trimmed(text, Span(end, max(end, stop or line.span.end)))
    if len(rest) > 3 and text[rest.start] not in "([":
        actions.left[line.index] = rest


def _trailing(text: str, line: Line, actions: Actions) -> None:
    """ "… to write to the Board. (Action: CE)": the sentence is the task."""
    if "ction" not in line.words and "CTION" not in line.words:
        return
    raw = line.body.of(text)
    match = _TRAILING.search(raw)
    if not match:
        return
    group = "who" if match["who"] else "bare"
    sentence = _last_sentence(text, Span(line.body.start, line.body.start + match.start()))
    owners = trimmed(text, Span(line.body.start + match.start(group), line.body.start + match.end(group)))
    actions.found.append(ActionLine(Span(sentence.start, line.body.end), sentence, owners))


# ── tables ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _is_column(line: Line, lines: list[Line], at: int) -> bool:
    """Does a table begin here whose cells were read as one paragraph each: two or more column heads in a row?"""
    if ACTION_COLUMNS.get(line.key) is None or line.size > 3 or line.words.endswith(":") or at + 2 >= len(lines):
        return False
    return lines[at + 1].key in ACTION_COLUMNS and not lines[at + 1].words.endswith(":") and lines[at + 1].size <= 3


def _table(text: str, lines: list[Line], at: int, state: _State, actions: Actions) -> int:
    if lines[at].kind is BlockKind.ROW:
        return _rows(text, lines, at, state, actions)
    columns: list[str] = []
    while (
        at + len(columns) < len(lines)
        and (kind := ACTION_COLUMNS.get(lines[at + len(columns)].key))
        and lines[at + len(columns)].size <= 3
    ):
        columns.append(kind)
    if "task" not in columns:
        return at
    start = at + len(columns)
    end = start
    while end + len(columns) <= len(lines) and _is_row(lines[end : end + len(columns)], columns):
        cells = [line.span for line in lines[end : end + len(columns)]]
        actions.found.append(_row_action(text, columns, cells, state))
        end += len(columns)
    if end > start:
        actions.lines.update(range(at, end))
        return end
    return at


def _is_row(cells: list[Line], columns: list[str]) -> bool:
    """Do the paragraphs fit the columns?"""
    if any(cell.kind is BlockKind.HEADING or cell.kind is BlockKind.ROW for cell in cells):
        return False
    for cell, column in zip(cells, columns, strict=True):
        if column == "status" and not opening_status(cell.words) and cell.size > 40:
            return False
        if column == "task" and (
            cell.size < 3 or (cell.numbering.kind == "top" and cell.size < 8 and not _owner(cell.words))
        ):
            return False
        if column in ("owners", "due") and cell.size > 12:
            return False
    status = [cell for cell, column in zip(cells, columns, strict=True) if column == "status"]
    return not status or opening_status(status[0].words) is not None or len(columns) > 2


def _rows(text: str, lines: list[Line], at: int, state: _State, actions: Actions) -> int:
    stop = at
    while stop < len(lines) and lines[stop].kind is BlockKind.ROW:
        stop += 1
    columns = [
        ACTION_COLUMNS.get(lines[at].words and " ".join(cell.of(text).casefold().split()).strip(":* "), "")
        for cell in lines[at].cells
    ]
    if "task" not in columns or not {"owners", "due", "status"} & set(columns):
        return at
    for line in lines[at + 1 : stop]:
        cells = list(line.cells)
        task = cells[columns.index("task")] if columns.index("task") < len(cells) else None
        if task and len(task):
            action = _row_action(text, columns, cells, state)
            actions.found.append(replace(action, span=line.span))
    actions.lines.update(range(at, stop))
    return stop


def _row_action(text: str, columns: list[str], cells: list[Span], state: _State) -> ActionLine:
    by_kind: dict[str, Span] = {}
    for kind, cell in zip(columns, cells, strict=False):
        if len(cell) and kind:
            by_kind.setdefault(kind, cell)
    content = by_kind["task"]
    words = content.of(text)
    owned = _owner(words)
    task = trimmed(text, Span(content.start + (owned.start("verb") if owned else 0), content.end))
    owners = by_kind.get("owners") or (Span(content.start, content.start + len(owned["who"])) if owned else None)
    status = opening_status(by_kind["status"].of(text)) if "status" in by_kind else None
    return ActionLine(content, task, owners, by_kind.get("due"), status.concept if status else None, state.earlier)
