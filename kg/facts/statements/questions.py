"""Questions: those that stand as asked, and those that the answer begins with.

Comes in: a sentence.  Goes out: who asked.  The one idea: a sentence with a question mark is a question of whoever is
speaking; "Asked by X whether …, Y replied" and "In answer to X, Y said" tell a question of X beside the reply of Y.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import clauses
from kg.facts.clauses import VerbGroup
from kg.facts.context import Context, Line
from kg.facts.discourse import Discourse
from kg.facts.signs import needs, sign
from kg.facts.statements.acts import frame
from kg.facts.statements.report import Report
from kg.facts.statements.voices import agent_after, may_speak, other_party
from kg.facts.words import ADVERBS, BE, SINGULAR
from kg.lexicon.lists import lists

_PUT = lists("speaking").words("fronted")
_ANSWERS = lists("speaking").words("replies")
_ASKING_ABOUT = frozenset("whether if how what why when where who which about to".split())
_REPLY = frozenset("answer reply response answering replying responding".split())


@needs(sign({"?"}))
def direct_question(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "Was this deliberate?": the last speaker goes on asking."""
    words = context.tokens.words
    if "?" in words[max(line.first, line.last - 3) : line.last]:
        yield Report(_questioner(context, discourse, line), "asked", "direct-question", (line.first, line.last))


def _questioner(context: Context, discourse: Discourse, line: Line) -> tuple[str, ...]:
    """Whoever is named before a mark ("BN: any pattern?") or between two with a verb ("…, she came back, …"), else whoever is speaking."""
    words = context.tokens.words
    if (marked := _marked(context, discourse, line)) is not None:
        return marked[1]
    labelled = clauses.subject_at(context, line.first, line.last)
    if labelled and labelled.last < line.last and words[labelled.last] in {":", "–", "-"}:
        agents = discourse.agents(labelled)
        if agents and all(may_speak(context, key) for key in agents):
            return agents
    for k in range(line.first, line.last - 2):
        if words[k] in {",", "”", "?", "’"} and (subject := clauses.subject_at(context, k + 1, line.last)):
            group = clauses.verb_group(context, subject.last, line.last)
            agents = discourse.agents(subject)
            if group and agents and all(may_speak(context, key) for key in agents):
                return agents
    opener = line.subject
    if opener and opener.actors[0].key and ":" in words[opener.last : line.last]:  # "AQ began with a question: what …?"
        agents = discourse.agents(opener)
        if agents and all(may_speak(context, key) for key in agents):
            return agents
    return discourse.speakers


@needs(sign(_PUT | _REPLY))
def question_before(context: Context, discourse: Discourse, line: Line, reply: Report) -> Iterator[Report]:
    """ "Asked by X whether …, he replied", "In answer to X, she confirmed": the question that a reply begins with."""
    tokens, start = context.tokens, line.first
    while start < line.last and (
        tokens.lows[start] in {"when", "on", "in", "once", "being"} or not tokens.words[start][0].isalnum()
    ):
        start += 1
    end = reply.content[0]
    if start >= end or not reply.speakers or reply.rule in {"no-subject", "minuted"}:
        return
    if tokens.lows[start] in _PUT:
        speakers = agent_after(context, discourse, "by", start, end, near=4) or other_party(context, reply.speakers)
        if not speakers and context.small:
            askers = discourse.asked_last[0]
            speakers = discourse.counterpart(reply.speakers) if set(askers) & set(reply.speakers) else askers
        found = clauses.match(context, VerbGroup(start, start), end)
        act = (frame(context, found, end) or "asked") if found else "asked"
        yield Report(speakers, act, "question-before", _question(context, start + 1, end), reply.speakers)
    elif tokens.lows[start] in _REPLY:
        if askers := _asker(context, discourse, start, end):
            if not set(askers) & set(reply.speakers):
                yield Report(askers, "asked", "question-before", (start, end), reply.speakers)


def _question(context: Context, first: int, last: int) -> tuple[int, int]:
    """The words of "whether the force could see it" in "Asked by X whether the force could see it, she confirmed"; else all of them."""
    tokens = context.tokens
    start = next((k for k in range(first, last) if tokens.lows[k] in _ASKING_ABOUT), first)
    end = next((k for k in range(last - 1, start, -1) if tokens.words[k] == ","), last)
    return start, end


def _asker(context: Context, discourse: Discourse, start: int, end: int) -> tuple[str, ...]:
    """X in "in answer to X", "in response to a question from X"."""
    lows = context.tokens.lows
    for k in range(start + 1, min(end - 1, start + 9)):
        if lows[k] in {",", "."}:
            return ()
        if lows[k] in {"to", "from", "by"}:
            agents = discourse.agents(clauses.subject_at(context, k + 1, end))
            if agents and all(may_speak(context, key) for key in agents):
                return agents
    return ()


TURNS = {"q": "asked", "question": "asked", "a": "informed", "answer": "informed"}


def _marked(context: Context, discourse: Discourse, line: Line) -> tuple[str, tuple[str, ...]] | None:
    """The act that a mark at the head tells ("Q3 (TW):", "A:") and whom it names, if anybody."""
    tokens, k = context.tokens, line.first + 1
    act = TURNS.get(tokens.lows[line.first].rstrip("0123456789"))
    if act is None or not tokens.words[line.first][0].isupper():
        return None
    if k < line.last and tokens.lows[k].isdigit():
        k += 1
    agents: tuple[str, ...] = ()
    if (
        k + 1 < line.last
        and tokens.words[k] in {"(", "–", "-"}
        and (subject := clauses.subject_at(context, k + 1, line.last))
    ):
        agents, k = discourse.agents(subject), subject.last + (tokens.words[k] == "(")
    return (act, agents) if k < line.last and tokens.words[k] == ":" else None


@needs(sign({":"}))
def marked_answer(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "A (NR): Nine.": an answer in minutes of questions and answers."""
    marked = _marked(context, discourse, line)
    if marked is not None and marked[0] == "informed":
        speakers = marked[1] or _behind_mark(context, discourse, line)
        yield Report(speakers, "informed", "marked-answer", (line.first + 1, line.last))


def _behind_mark(context: Context, discourse: Discourse, line: Line) -> tuple[str, ...]:
    """NR in "A: NR said nine."."""
    colon = context.tokens.words.index(":", line.first, line.last)
    subject = clauses.subject_at(context, colon + 1, line.last)
    told = subject is not None and clauses.verb_group(context, subject.last, line.last) is not None
    agents = discourse.agents(subject) if told else ()
    return agents if all(may_speak(context, key) for key in agents) else ()


@needs(sign(_ANSWERS))
def answer(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "The answer was June.": said by whom the sentence before asked."""
    lows, start = context.tokens.lows, line.start
    if not discourse.asking or start + 3 >= line.last or lows[start] != "the":
        return
    if lows[start + 1] in _ANSWERS and lows[start + 2] in {"was", "came"}:
        yield Report(discourse.replier(), "informed", "answer", (start + 3, line.last))


def asker_before(context: Context, discourse: Discourse, line: Line) -> tuple[str, ...]:
    """X in "Asked by X whether …, he replied": whom "he" cannot mean."""
    tokens = context.tokens
    first = tokens.lows[line.first] if line.first < line.last else ""
    if first in _PUT:
        return agent_after(context, discourse, "by", line.first, line.last, near=3)
    if first == "in" and tokens.lows[line.first + 1 : line.first + 2] and tokens.lows[line.first + 1] in _REPLY:
        return _asker(context, discourse, line.first + 1, line.last)
    return ()


def other_than_asker(context: Context, discourse: Discourse, line: Line) -> tuple[str, ...]:
    """Whom "he" cannot mean in "He replied that …", "She was willing": who asked in the sentence before."""
    subject = line.subject if discourse.asking else None
    if subject is None or subject.actors[0].word not in SINGULAR or len(discourse.asking) > 1:
        return ()
    lows = context.tokens.lows[subject.last : min(line.last, subject.last + 4)]
    words = [low for low in lows if low not in ADVERBS and not low.endswith("ly")]
    answers = words[:1] and (words[0] in _ANSWERING or (words[0] in BE and words[1:2] and words[1] in _WILLING))
    return discourse.asking if answers else ()


_ANSWERING = lists("speaking").words("rejoining")
_WILLING = lists("speaking").words("willing")
