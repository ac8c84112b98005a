"""Who meets in a note without an attendance list, who holds which post, and what the meeting calls itself."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.entities.draft import Draft
from kg.entities.resolve import Resolver
from kg.lexicon.lists import lists
from kg.model import BODIES, Attendance, EntityType, Mention, Outline, Participant, PassageKind, Span
from kg.patterns import expression
from kg.sentences import Tokens

if TYPE_CHECKING:
    from kg.entities.cast import Cast

_PERSONAL = frozenset({EntityType.PERSON, EntityType.POST})
# what may stand between a name and the post that it holds: "Caroline Corby, the current …"
_APPOSITION = frozenset(
    ", the a an who is was as our its current present new interim acting then and ( ) – - is".split()
)
_NEARBY = 8  # tokens at most between a person and a post in apposition
_THE = expression(r"the (?<=\bthe )(\w+)")
_MEET = expression(
    r"\W(?:met|meets|meeting (?:between|with|of)|saw|joined|spoke (?:to|with)|welcomed|hosted|visited|held a (?:call|meeting)|attended|took part|call (?:between|with)"
    r"|received (?:the|Mr|Mrs|Ms|Dr|Sir|Dame) (?=[A-Z])|called (?:up)?on the (?=[A-Z])|paid a (?:visit|call) (?:to|on)"
    r"|(?:was|were) represented by|sat down with|had asked to see|(?:came|went|travelled) to [^.;]{3,60}? to see)\b"
)
_BETWEEN = expression(
    r"\b(?:meeting|note|record|discussions?|call|liaison|catch.?up|conversation|visit|talks)\b[^.\n]{0,60}\b(?:with|between)\b|\w / \w",
    re.IGNORECASE,
)
_SIDES = expression(
    r"[\w)],? met (?:with )?(?:the )?(?!\w+day\b)[A-Z]"
)  # "Ann Roe and Tom Hurst of the Fal Board met Ines Bell, …"
_SENTENCE = expression(r"[^.!?]+(?:[.!?]|$)")
_BRACKETED = expression(r"[ \t]*\([^()\n]*\)[ \t]*$", re.MULTILINE)
_LONGEST_NAME = 8  # words
_COMMITTEES = lists("names").words("committees")
_OF_MEETINGS = lists("names").words("records") | {"held", "at", "with", "between"}
_FEW, _FEW_FROM_PARTIES, _OPENING = 3, 7, 200
_TOGETHER = expression(r"\b(members|attendees|those present|all present|participants|the group|the meeting)\b")
_MEETING_OF = expression(
    rf"\b(?:meeting|minutes|proceedings) of (?:the|its) [^.;:()]{{2,70}}?\b(?<!’s )(?P<head>{'|'.join(lists('names').words('committees'))})"
    r"(?=\s*(?:[,(–—-]|held|which|of|on|at|in|by|via|\d|$|\n))"
)
_TITLED = 400  # characters in which the title stands
_WORDS = expression(r"^\W*(\w+)(?= ?:| present\b| in attendance\b|\s*$)", re.MULTILINE)
_NEAR = 60  # characters before the first name of a list
# what those who meet are called by what they are: "the Trustees", "the governors"
_COLLECTIVES = lists("acting").words("collectives") - {"participants", "colleagues"}
_BODY_WORDS = tuple(word for word in lists("acting").ordered("collective-heads") if word != "meeting")


def link_holders(
    tokens: Tokens, mentions: list[Mention], keys: dict[int, str], resolver: Resolver, listed: Iterable[Span]
) -> None:
    """Persons with the posts that stand in apposition to them; an attendance list (``listed``) tells of each entry alone, a dash not of the post of another."""
    entries = {index for span in listed for index in range(*tokens.range_of(span))}
    people = [mention for mention in mentions if mention.first in keys and mention.first not in entries]
    holding = {one.holds for one in resolver.table.of_type(EntityType.PERSON)}
    taken: set[int] = set()  # a post that follows one person is not that of the next
    for one, two in itertools.pairwise(people):
        if two.first - one.last > _NEARBY:
            continue
        if one.type is EntityType.PERSON and two.type in BODIES and (title := _leads(tokens, one, two)):
            _hold(resolver, keys[one.first], keys[two.first], title, two)
            continue
        if {one.type, two.type} != _PERSONAL:
            continue
        between = tokens.lows[one.last : two.first]
        acronym = one.acronym.lower() if one.acronym else ""
        if any(word not in _APPOSITION and word != acronym for word in between):
            continue
        if not between and tokens.starts[two.first] - tokens.ends[one.last - 1] > 1:
            continue  # a new line
        if (
            not ({",", "is", "–", "-"} & set(between) or not between)
            or between[:1] == ["and"]
            or between[-1:] == ["and"]
        ):
            continue
        person, post = (one, two) if one.type is EntityType.PERSON else (two, one)
        draft, held = resolver.table.get(keys[person.first]), resolver.table.get(keys[post.first])
        if draft is None or held is None or held.type is not EntityType.POST or post.first in taken:
            continue
        taken.add(post.first)
        if draft.type is EntityType.PERSON and not ({"–", "-"} & set(between) and held.key in holding):
            draft.holds = draft.holds or held.key


def link_bodies(resolver: Resolver) -> None:
    """Posts with the only body that bears their own words: "Registrar of Ferries" and "Ferries Registry"."""
    posts = [post for post in resolver.table.of_type(EntityType.POST) if not (post.post_in or post.registered)]
    drafts = resolver.table.of_type(*BODIES) if posts else []
    bodies = [(draft.key, _own_words(draft.label, resolver)) for draft in drafts if not draft.registered]
    for post in posts if bodies else ():
        wanted = _own_words(post.label, resolver)
        fitting = [(key, words) for key, words in bodies if wanted <= words] if wanted else []
        if len(fitting) > 1:  # the Inspectorate of Removal Centres, not the Harrow Fell Removal Centre
            fitting = [(key, words) for key, words in fitting if words == wanted]
        if len(fitting) == 1 and resolver.may_have(fitting[0][0], post.label):
            post.post_in = fitting[0][0]


def _own_words(name: str, resolver: Resolver) -> set[str]:
    lexicon = resolver.lexicon
    words = {word.lower().removesuffix("'s").removesuffix("'").rstrip("s") for word in name.replace("’", "'").split()}
    common = {"of", "for", "and", "the", "hm", "chief", "in", "deputy", "&", "general", "national", "head", "office"}
    return {
        word for word in words if word not in common and word not in lexicon.role_words and word not in lexicon.bodies
    }


def _leads(tokens: Tokens, person: Mention, body: Mention) -> str | None:
    """ "Caroline Corby, who chairs the Parole Board": the title that the verb tells."""
    between = tokens.lows[person.last : body.first]
    titles = {"chairs": "Chair", "heads": "Head", "leads": "Head", "runs": "Chief Executive"}
    return (
        next((titles[word] for word in between if word in titles), None)
        if len(between) < _NEARBY and "who" in between
        else None
    )


def _hold(resolver: Resolver, person: str, body: str, title: str, place: Mention) -> None:
    draft = resolver.table.get(person)
    if draft is not None and draft.holds is None:
        draft.holds = resolver.post_in(body, title, place.span).key


def of_note(text: str, outline: Outline, tokens: Tokens, cast: Cast) -> list[Participant]:
    """The parties of a note: named in the title, in the sentences of the opening that tell of the meeting, or by speaking.

    Without an attendance list both parties of a note are present.
    """
    found: dict[str, Span] = {}
    spans = [outline.title] if outline.title else []
    spans += [passage.span for passage in outline.passages if passage.kind is PassageKind.PREAMBLE]
    for span in spans:
        if span is outline.title or _MEET.search(f" {span.of(text)}"):
            for key, place in _agents_in(cast, tokens, span, text, is_title=span is outline.title).items():
                found.setdefault(key, place)
    for key, place in _speakers(cast, tokens, outline).items():
        if len(found) >= 2:
            break
        found.setdefault(key, place)
    return [Participant(key, Attendance.PRESENT, place, representing=None) for key, place in found.items()]


def came_besides(text: str, outline: Outline, tokens: Tokens, cast: Cast) -> bool:
    """ "The Minister saw the Commissioner. She brought with her Ann Roe.": do sentences alone tell of those who came, behind one by which others met?"""
    opening = next((passage.span for passage in outline.passages if passage.kind is PassageKind.PREAMBLE), None)
    meets = _SENTENCE.match(text, opening.start, opening.end) if opening else None
    if opening is None or meets is None or not _MEET.search(f" {meets.group()}"):
        return False
    named = [one for one in outline.attendees if one.name]
    if not named or any(one.span.start < meets.end() or not opening.holds(one.span) for one in named):
        return False
    return len(_agents_in(cast, tokens, Span(*meets.span()), text, is_title=False)) > 1


def met_with(text: str, outline: Outline) -> bool:
    """Does the list only tell whom the one met whose note it is ("With: Fund Director, Fal Pension Fund")?"""
    first = outline.attendees[0].span.start if outline.attendees else 0
    return text[text.rfind("\n", 0, first) + 1 : first].strip().lower() == "with:"


def with_note(listed: list[Participant], parties: list[Participant]) -> list[Participant]:
    """Those whom a list names besides the parties, behind the parties that it leaves out."""
    known = {person.agent for person in listed}
    return [*(party for party in parties if party.agent not in known), *listed]


def _agents_in(cast: Cast, tokens: Tokens, span: Span, text: str, *, is_title: bool) -> dict[str, Span]:
    """Posts and persons of one stretch; in running text only those of the sentences that tell of the meeting."""
    found: dict[str, Span] = {}
    pieces = (
        [span]
        if is_title
        else [Span(span.start + m.start(), span.start + m.end()) for m in _SENTENCE.finditer(span.of(text))]
    )
    for piece in pieces:
        if not is_title and not _MEET.search(f" {piece.of(text)}"):
            continue
        for mention in cast.mentions:
            if piece.holds(mention.span) and mention.type in _PERSONAL and (key := cast.by_first.get(mention.first)):
                if not tokens.lows[mention.last - 1].endswith(("'s", "s'")):
                    found.setdefault(cast.holder(key), mention.span)
    return found


def _speakers(cast: Cast, tokens: Tokens, outline: Outline) -> dict[str, Span]:
    """Posts and persons by how often they begin a sentence of the note or open a report ("The VC asked …")."""
    counts: dict[str, list[Span]] = {}
    verbs = cast.resolver.lexicon.predicates.verbs
    for mention in cast.mentions:
        if mention.type not in _PERSONAL or not any(p.span.holds(mention.span) for p in outline.passages):
            continue
        after = tokens.lows[mention.last : mention.last + 6]
        if mention.acronym:
            after = after[3:]
        weight = 10 if any(word in verbs for word in after[:3]) else 3 if mention.acronym else 1
        counts.setdefault(cast.holder(cast.by_first[mention.first]), []).extend([mention.span] * weight)
    ranked = sorted(
        ((key, places) for key, places in counts.items() if len(places) > 2),
        key=lambda item: (-len(item[1]), item[1][0].start),
    )
    return {key: places[0] for key, places in ranked}


def are_few(text: str, outline: Outline, cast: Cast) -> bool:
    """Is it a meeting of two or three parties, so that what was agreed was agreed by all who were there?

    Three persons or fewer; or the few that a note of a meeting "with" or "between" brings from three bodies at most, none in the chair.
    """
    present = cast.present()
    if len(present) <= _FEW:
        return True
    if len(present) > _FEW_FROM_PARTIES or any("chair" in (person.role or "") for person in cast.participants):
        return False
    title = outline.title.of(text) if outline.title else ""
    bodies = {body for key in present if (body := cast.body_of(key))}
    return len(bodies) <= _FEW and bool(_BETWEEN.search(f"{title} {text[:_OPENING]}") or _SIDES.search(text[:_TITLED]))


def collective(text: str, slug: str, outline: Outline, cast: Cast) -> str | None:
    """The key of "members", "the Board", where the minutes speak of those present as one.

    Its names are the words that the minutes use, and the name of the body that met where the title gives it.
    """
    if cast.few:
        return None
    low = text.lower()
    words = [word for word in _BODY_WORDS if word in low and _is_called(word, low)]
    head = _meeting_head(text, outline, words)
    called = _collectives(outline, text, low)
    if head is None and not (called or _TOGETHER.search(low)):
        return None
    label = f"The {head.capitalize()}" if head else "Members"
    draft = cast.table.take(f"collective/{slug}", EntityType.COLLECTIVE, label, None, "those present, spoken of as one")
    draft.call("Members", "Attendees", "Those present")
    draft.call(*(word.capitalize() for word in called))
    if head:
        draft.call(head.capitalize(), f"{head.capitalize()} members", f"Members of the {head.capitalize()}")
        body = _meeting_body(outline, cast, head)
        if body:
            draft.call(body.label, *body.names)
            draft.part_of = body.key
    return draft.key


def _collectives(outline: Outline, text: str, low: str) -> list[str]:
    """What those present are by their office: "the trustees"; without the article where the attendance list is headed so ("Governors: …")."""
    first = min((one.span.start for one in outline.attendees), default=0)
    last = max((one.span.end for one in outline.attendees), default=0)
    heading = _WORDS.findall(text[max(0, first - _NEAR) : last].lower())
    return sorted(_COLLECTIVES.intersection([*_THE.findall(low), *heading]))


def _meeting_head(text: str, outline: Outline, words: list[str]) -> str | None:
    title = outline.title.of(text).lower() if outline.title else ""
    first = text[:300].lower()
    lines = [line.split() for line in _BRACKETED.sub("", first).splitlines() if line.strip()][:2]
    if lines[1:] and lines[1][-1] in words and (lines[0][-1] in words or _is_part(lines[1])):
        return lines[1][-1]  # "Fen Borough Council", and below it "Health Scrutiny Sub-Committee"
    if (of := _MEETING_OF.search(text[:_TITLED].lower())) and of["head"] in words:
        return of[
            "head"
        ]  # "Fen Navigation Board", and below it "Minutes of the meeting of the Dredging Committee held on …"
    for place in (title, first):
        for word in words:
            if word in place and re.search(rf"\b{word}\b(?! room)", place):
                return word
    low = text.lower() if words else ""
    return max(words, key=lambda word: len(re.findall(_called(word), low)), default=None)


def _is_part(line: list[str]) -> bool:
    """Is the line the name of a committee of the body above it?"""
    return line[-1] in _COMMITTEES and len(line) <= _LONGEST_NAME and _OF_MEETINGS.isdisjoint(line)


def _is_called(word: str, low: str) -> bool:
    """Does a text in small letters speak so of those present?"""
    likely = f"the {word}" in low or f"this {word}" in low or f"{word} members" in low
    return likely and re.search(_called(word), low) is not None


def _called(word: str) -> str:
    """The pattern of those present spoken of by a word: "the board", "panel members".  It begins with the word, which is soon found."""
    return rf"{word}\b(?:(?<=\bthe {word})|(?<=\bthis {word})|(?<=\b{word})(?= members\b))"


def _meeting_body(outline: Outline, cast: Cast, head: str) -> Draft | None:
    limit = max(300, outline.title.end if outline.title else 0)
    for draft in cast.table.drafts.values():
        if draft.type in BODIES and head in draft.label.lower().split():
            if draft.mentions and min(span.start for span in draft.mentions) <= limit:
                return draft
    return None
