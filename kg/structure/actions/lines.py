"""One line that is an action: "ACTION: OL to write …", "22/1 – FT to circulate …. Complete.", "… (Action: CE)".

Comes in: a Line.  Goes out: an ActionLine with owners, task and status taken apart, or None.  The one idea: a label or a reference tells that a
line is one; what stands behind it is an owner and a task, or only who is to do what the sentence before says.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.lexicon.inflection import irregular, pasts
from kg.model import ActionLine, BlockKind, Span
from kg.patterns import expression
from kg.structure.actions.below import GOES_ON, LONGEST, OPENINGS, below, on_next
from kg.structure.actions.contents import action_of, names_owners, task_of
from kg.structure.actions.found import Actions, State
from kg.structure.actions.jotted import LONGEST_JOTTED, SENTENCES, is_closed, is_jotted
from kg.structure.actions.owners import OWNED, is_owner, owner
from kg.structure.actions.parts import (
    REFERENCE,
    begins_with_owner,
    is_due,
    owners_and_term,
    take_apart,
)
from kg.structure.lines import Line, trimmed
from kg.structure.statuses import inner_status, opening_status

LABELLED = expression(
    r"[\[(*_]*(?:(?:new |agreed |further |follow[- ]up )?(?:actions?(?: points?| items?| required)?|ap|to[- ]?do|task)\s*(?:no\.?\s*|#)?(?:[a-z](?=\d))?\d*(?:[./]\d+)*[a-z]?|a\d{1,3}|ap\d{1,3})\s*"
    r"(?P<sep>[:–—\t]|\s-|(?<=\d)[.)]|(?=\s+(?:on|for|by)\s*:))\s*(?P<rest>.*)", re.IGNORECASE | re.DOTALL,
)  # fmt: skip
# so each label begins
_LABEL = expression(r"[\[(*_]*(?:new |agreed |further |follow|action|ap|to|task|a\d)", re.IGNORECASE)
_MATTER = expression(r"[^():]{3,80}\((?P<what>[^():]+)\)\s*:\s+(?P<rest>\S.*)", re.DOTALL)
_CAPITAL = expression(r"[\[(]?(?:ACTIONS?|Actions?)[\])]?\s+(?P<rest>[A-Z].*)", re.DOTALL)
_WORD = r"[\[(*_]*(?:(?:[Nn]ew |[Aa]greed |[Ff]urther )?(?:ACTIONS?|[Aa]ctions?|AP)(?: points?| POINTS?| items?)?|T[Oo][- ]D[Oo])\s*(?:[Nn]o\.?\s*|#)?\d*[a-z]?"
_NAMED = expression(
    rf"{_WORD}\s*(?:[\[(](?P<inside>[^()\[\]]{{1,60}})[\])]|(?:[Oo]n|ON|[Ff]or|FOR|[Bb]y|BY|[–—-])?\s*(?P<who>(?:the )?[A-Z][^.:;()]{{0,60}}?))\s*"
    r"(?:[*_\])]*\s*[:–—-][*_]*\s+|[*_\])]+\s+|(?<=[\])])\s*)(?P<rest>\S.*)",
    re.DOTALL,
)
_BEFORE = expression(
    r"[\[(*_]*(?P<who>[A-Z][^.:;()]{0,40}?)\s+(?:ACTION|[Aa]ction|to action)\s*[:–—-]\s+(?P<rest>\S.*)", re.DOTALL
)
_ARROW = expression(r"(?:→|⇒|►|▶|➔|➜|➤|»|->|=>|>{1,2}|☐|□|☑|✓|\[ ?\]|@(?=[A-Z]))\s*")
_ON = expression(r"(?:on|for|by)\s*:?\s+(?=[A-Z])|(?:owner|lead|resp(?:onsible)?)\.?\s*[:–-]\s*", re.IGNORECASE)
_TRAILING = expression(
    r"\s*[\[(]\s*(?:[Aa]ctions?|ACTIONS?)\s*(?:point\s*)?\d*\s*(?:[:–—-]|\bon\b|\bfor\b|\bby\b)\s*(?P<who>[^()\[\]]{1,80})[\])]\.?$|\s+A(?:ction|CTION)\s*:\s*(?P<bare>[A-Z][\w’'/&, .-]{1,40}?)\.?$"
)
_LAST = expression(r"(?:\s+(?:to|until|till|on|at)\s+[\w ]{2,30})?[ .;,)]*(?:\band)?", re.IGNORECASE)
_CHARGED = expression(r"(?:By|For)\s+(?P<who>[^.:;()]{2,40}):\s+to\s+[a-z]")  # "By Mr Lund: to send it by 17 June."
_SIGNATURE = expression(r"signed\b|signature\b|_{4,}", re.IGNORECASE)
_PASTS = pasts() - irregular().keys()  # "took", but not "put"


def read_action(text: str, lines: list[Line], line: Line, state: State, *, shared: bool = False) -> ActionLine | None:
    """The action that the line is, if any; ``shared`` where it is a part of a line of several, of which only the first has a label."""
    if _SIGNATURE.match(text, line.body.start, line.body.end) or line.words.endswith(" as follows:"):
        return None
    arrow = None if line.words[:1].isalnum() else _ARROW.match(text, line.body.start, line.body.end)
    start = arrow.end() if arrow else line.span.start
    label = _LABEL.match(text, start, line.span.end) is not None
    if line.size < LONGEST and (action := _named(text, line, start, state, label=label)):
        return action
    match = (
        (LABELLED.match(text, start, line.span.end) or _CAPITAL.match(text, start, line.span.end)) if label else None
    )
    if match and line.size < LONGEST:
        rest = trimmed(text, Span(match.start("rest"), line.span.end))
        if not rest:
            return None
        if match.re.pattern == _CAPITAL.pattern and not OWNED.match(rest.of(text)):
            return None
        return _labelled(text, lines, line, rest, state)
    if state.earlier and (inside := _inside_brackets(text, line)):
        return inside
    if _is_paragraph(text, line):
        return None
    if (numbered := _referred(text, line, state)) is not None:
        return action_of(text, line, numbered, state, numbered=True)
    body = Span(arrow.end(), line.body.end) if arrow else line.body
    if line.size < LONGEST and (arrow or begins_with_owner(text, body)) and names_owners(text, body, state):
        return action_of(text, line, body, state)
    if (state.listing or shared) and line.size < 80 and (_is_task(line, state) or is_listed(text, line, state)):
        return action_of(text, line, body, state)
    if state.earlier and line.kind is not BlockKind.HEADING and ends_with_status(body.of(text), line.size):
        return action_of(text, line, line.body, state)
    if (charged := _CHARGED.match(text, line.body.start, line.body.end)) and state.known.owners(charged["who"]):
        return action_of(text, line, Span(charged.start("who"), line.body.end), state)
    jotted = (line.size <= LONGEST_JOTTED and is_jotted(text, body, state)) or is_closed(text, body, state)
    return action_of(text, line, body, state) if jotted else None


def _inside_brackets(text: str, line: Line) -> ActionLine | None:
    """ "Lamps (Clerk to write to the yard): done, with thanks.": the matter, what was to be done about it, and how that stands."""
    match = _MATTER.match(text, line.body.start, line.body.end)
    status = opening_status(match["rest"]) if match else None
    owned = owner(match["what"]) if match and status else None
    if match is None or status is None or owned is None:
        return None
    start, end = match.span("what")
    owners = Span(start, start + len(owned["who"].rstrip(" ,")))
    return ActionLine(line.span, Span(start + owned.start("verb"), end), owners, None, status.concept, previous=True)


def _referred(text: str, line: Line, state: State) -> Span | None:
    """ "22/1 FT to circulate …", "J2 CB – survey of users – not done": what stands behind a reference, where it names who is to act."""
    # as in "(a) Minute 49 (Lamps): FT to … – done."
    inner = line.numbering.kind == "small" and not GOES_ON.search(line.words)
    start = line.body.start if inner else line.span.start
    match = REFERENCE.match(text, start, line.span.end)
    if match is None:
        return None
    rest, told = Span(match.start("rest"), line.span.end), state.earlier or state.listing
    if owner(match["rest"]) and (told or not match[0][0].isdigit() or "/" in match[0][:6]):
        return rest
    if not told:
        return rest if is_jotted(text, rest, state) or is_closed(text, rest, state) else None
    parts = take_apart(text, rest, state.known)
    if parts is None or parts.owners is None:
        return None
    dated = parts.due is None and is_due(text, Span(*match.span("number")))  # "30/6 – FT – order the valves"
    return None if dated else rest


def _is_task(line: Line, state: State) -> bool:
    """Is it an item of the list, or the first line under its label, and no running text?"""
    if line.kind is BlockKind.ITEM:
        return not (_is_told(line) and GOES_ON.search(line.words))
    return state.under == 0 and not _is_told(line)


def _is_paragraph(text: str, line: Line) -> bool:
    """ "3.2 Ms Gale regretted that it had taken so long.": a numbered paragraph that tells what happened, also in an item on actions."""
    if line.numbering.kind != "deep" or not _is_told(line):
        return False
    body = line.body.of(text)
    return owner(body) is None and inner_status(body) is None


def _is_told(line: Line) -> bool:
    """ "The meeting closed at noon.", "SB outlined the plan. It …": running text under the label, no task that it lists."""
    words = line.words.split()[:5]
    told = any(word.endswith("ed") or word in _PASTS for word in words[1:])
    return line.is_closed and (words[0] in OPENINGS or told)


def is_listed(text: str, line: Line, state: State) -> bool:
    """Is the line an action of a list by its parts: an owner with a task?"""
    if line.size > 80 or line.kind is BlockKind.ROW:
        return False
    return names_owners(text, line.body, state)


def _named(text: str, line: Line, start: int, state: State, *, label: bool) -> ActionLine | None:
    """ "ACTION (FT): …", "Action for the Clerk: …", "FT ACTION: …": the label itself names who is to act, or by when."""
    acts = "ction" in line.words or "ACTION" in line.words
    match = _NAMED.match(text, start, line.span.end) if label else None
    match = match or (_BEFORE.match(text, start, line.span.end) if acts else None)
    if not match:
        return None
    group = "inside" if "inside" in match.re.groupindex and match["inside"] else "who"
    told = owners_and_term(text, Span(*match.span(group)), state.known)
    if told is None:
        return None
    rest = trimmed(text, Span(match.start("rest"), line.span.end))
    action = action_of(text, line, rest, state, numbered=bool(re.match(r"[\[(]?\w+ ?\d", line.span.of(text))))
    return replace(action, owners=told[0] or action.owners, due=told[1] or action.due)


def ends_with_status(body: str, size: int) -> bool:
    """ "Inviting DfT to attend the Board - on track": an earlier action that says how it stands."""
    status = inner_status(body) if 3 < size < 80 else None
    if status is None:
        return False
    last, mark = bool(_LAST.fullmatch(body, status.end)), body[status.start :].lstrip()[:1]
    told = body.startswith(":", status.end)  # "Outstanding: one received."
    return last or told or mark in "-–—" if owner(body) else last and mark in "-–—("


def _labelled(text: str, lines: list[Line], line: Line, rest: Span, state: State) -> ActionLine:
    """What stands behind "Action:": an owner and a task, or only who is to do what the sentence before says."""
    on = _ON.match(rest.of(text))
    if on:
        rest = Span(rest.start + on.end(), rest.end)
    if action := below(text, line, rest, state):
        return action
    words = rest.of(text).rstrip(" .)]")
    told = owners_and_term(text, Span(rest.start, rest.start + len(words)), state.known)
    owners, due = Span(rest.start, rest.start + len(words)), None
    if told and told[0]:
        owners, due = told[0], told[1]
    alone = (
        len(words.split()) <= 8
        and not owner(words)
        and (bool(told and told[0]) or (is_owner(words) and not SENTENCES.search(words)))
    )
    following = lines[line.index + 1] if line.index + 1 < len(lines) else None
    if alone and following and (action := on_next(text, line, following, owners, state)):
        return action
    if alone and line.index and lines[line.index - 1].is_closed:
        before = last_sentence(text, lines[line.index - 1].body)
        return ActionLine(Span(before.start, line.span.end), before, owners, due, previous=False)
    return action_of(text, line, rest, state, numbered=bool(re.match(r"[\[(]?\w+ ?\d", line.span.of(text))))


def last_sentence(text: str, span: Span) -> Span:
    """The last sentence of a paragraph, of which an action behind it tells only who is to act."""
    ends = [match.end() for match in re.finditer(r"[.!?][\"”’)]*\s+(?=[A-Z])", text[span.start : span.end])]
    return Span(span.start + ends[-1], span.end) if ends else span


def trailing_action(text: str, line: Line, state: State, actions: Actions) -> None:
    """ "… to write to the Board. (Action: CE)": the sentence is the task."""
    in_brackets = "action" in line.words and ("(" in line.words or "[" in line.words)
    if not (in_brackets or "Action" in line.words or "ACTION" in line.words):
        return
    raw = line.body.of(text)
    match = _TRAILING.search(raw)
    if not match:
        return
    group = "who" if match["who"] else "bare"
    sentence = last_sentence(text, Span(line.body.start, line.body.start + match.start()))
    owners = trimmed(text, Span(line.body.start + match.start(group), line.body.start + match.end(group)))
    told = owners_and_term(text, owners, state.known)
    if not (told and told[0]) and (parts := task_of(text, owners, state)):  # "Action: NB write to them by 10 May."
        whole = trimmed(text, Span(line.body.start + match.start(), line.body.end))
        actions.found.append(ActionLine(whole, *parts))
        return
    due = told[1] if told and told[0] else None
    owners = told[0] if told and told[0] else owners
    actions.found.append(ActionLine(Span(sentence.start, line.body.end), sentence, owners, due))
