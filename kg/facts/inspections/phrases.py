"""The noun phrase that names an undertaking: "Estyn's follow-up visit to Ysgol Bro", "an audit of the pension fund".

Comes in: the token of the noun.  Goes out: a :class:`Phrase`.  The one idea: to the left stand what kind it is and whose,
to the right what it is about; a generic one ("each inspection", "the inspection report") is none.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.inspections.edges import POSSESSIVE, left_edge
from kg.facts.inspections.groups import is_done, skipped
from kg.facts.inspections.matter import OF, about_at
from kg.facts.inspections.words import MARKS, WORDS
from kg.facts.words import ARTICLES, AUXILIARIES, BE, BEING, MODALS, PREPOSITIONS
from kg.lexicon.undertakings import Cue
from kg.model import Mention
from kg.values import value

SUBMITTED = (["subject", "of"], ["subject", "to"], ["object", "of"], ["focus", "of"], ["target", "of"])
_GENERIC = WORDS.words("generic")
_COMPOUND = WORDS.words("compounds")
_PAPERS = WORDS.words("own-papers")
_OTHER_REVIEWS = WORDS.words("other-reviews")
_SETS = WORDS.words("sets")
_IN_TURN = WORDS.words("ordinals") | {"latest", "earliest"}
_NUMBERS = WORDS.words("numbers")
_AHEAD = PREPOSITIONS | {"ahead", "of", "in"}
_BEFORE_A_VERB = MODALS | {"to", "not"}
_SHARES = WORDS.words("shares") | {"all", "none", "each", "some", "many"}
_OPENED = WORDS.words("opened")
_HOLDING = WORDS.words("holding")
_BEHIND_OWN = PREPOSITIONS | AUXILIARIES | {"and", "but", "which", "that", "this", "next", "last", "later"}
_OPENING = ARTICLES | {"how", "whether", "what"}


@value
class Phrase:
    """``first`` … ``last`` are its tokens with the subject matter; ``noun`` … ``head`` those of the noun itself; ``owner`` those of
    the body whose it is; ``about`` those of the subject matter (empty where it has none)."""

    first: int
    noun: int
    head: int
    last: int
    about: tuple[int, int]
    cue: Cue
    owner: tuple[int, int] | None = None
    own: bool = False
    definite: bool = False
    oblique: bool = False  # a preposition stands before it, so that it is no subject

    own_pronoun: bool = False  # "its visits"

    @property
    def told(self) -> bool:
        """Does it say what it is about?"""
        return self.about[1] > self.about[0]


def mentions_by_end(context: Context) -> dict[int, Mention]:
    """Mentions by the token after them."""
    return {mention.last: mention for mention in context.cast.mentions}


def phrase_at(context: Context, line: Line, noun: int, cue: Cue, i: int, ends: dict[int, Mention]) -> Phrase | None:
    """The phrase whose noun goes from one token to another, or ``None`` where it names no undertaking of its own."""
    tokens = context.tokens
    after = tokens.lows[i + 1] if i + 1 < line.last else "."
    if (
        after in _COMPOUND
        or after in context.lexicon.undertakings.nouns
        or (after == "and" and tokens.lows[i + 2 : i + 3] and tokens.lows[i + 2] in _COMPOUND)
    ):
        return None
    first, owner, own = left_edge(context, line, noun, ends)
    if first - 2 >= line.first and tokens.lows[first - 1] == "of" and _is_set(tokens.lows, first):
        first, owner, own = left_edge(context, line, first - 2, ends)  # "the CQC's programme of focused inspections"
    at = i
    if owner is None and _of_own(tokens.lows, i):
        owner, own, at = (i + 2, i + 3), True, i + 3
    about = about_at(context, line, at)
    if (
        (_of_papers(context, cue, about) and not _is_held(tokens.lows, first, i))
        or _is_unit(context, first, noun, i, about)
        or _of_another(context, cue, i, about)
    ):
        return None
    before = tokens.lows[first] if first < noun else ""
    if cue.meaning == "review" and _OTHER_REVIEWS & set(tokens.lows[first:i]):
        return None  # "judicial review", "appraisal review"
    if before in _GENERIC or _is_public(context, first, noun) or _as_verb(context, line, i, first):
        return None
    phrase = Phrase(
        first, noun, i, max(at + 1, about[1]), about, cue, owner, own,
        definite=before in {"the", "its", "their", "our", "his", "her", "this"},
        own_pronoun=before in {"its", "their", "our", "his", "her"},
        oblique=first > line.first and tokens.lows[first - 1] in _AHEAD and not _counted(tokens.lows, first, line.first),
    )  # fmt: skip
    return phrase if _says_something(context, phrase) else None


def _is_public(context: Context, first: int, noun: int) -> bool:
    """ "a public inquiry"; "the Public Health Wales inquiry" is that of a body."""
    lows = context.tokens.lows
    return "public" in lows[first:noun] and any(
        lows[k] == "public" and not context.within_name(k) and k not in context.mention_at for k in range(first, noun)
    )


def _is_set(lows: list[str], first: int) -> bool:
    """ "the programme of", "the next of these", "the last of the": does such a word stand before "of"?"""
    one = lows[first - 2] in _IN_TURN and lows[first - 3] in ARTICLES and lows[first] in ARTICLES
    return lows[first - 2] in _SETS or one


def _of_own(lows: list[str], head: int) -> bool:
    """ "an inquiry of its own into the deaths": whose it is stands behind it."""
    if lows[head + 1 : head + 2] != ["of"] or lows[head + 3 : head + 4] != ["own"] or lows[head + 2] not in POSSESSIVE:
        return False
    after = lows[head + 4] if head + 4 < len(lows) else "."
    return not after[0].isalpha() or after in _BEHIND_OWN  # "an audit of its own practice" is of that practice


def _counted(lows: list[str], first: int, start: int) -> bool:
    """ "31 of the 50 inspections planned": the phrase is what is counted, and the subject with it."""
    before = lows[first - 2] if first - 2 >= start else ""
    return lows[first - 1] == "of" and (before in _NUMBERS or before in _SHARES or before.isdigit())


def _of_another(context: Context, cue: Cue, head: int, about: tuple[int, int]) -> bool:
    """ "enquiries at the court" are questions: an inquiry is into something."""
    lows = context.tokens.lows
    return lows[head].startswith("enquir") and (cue.plural or (about[0] < about[1] and lows[about[0] - 1] not in OF))


def _of_papers(context: Context, cue: Cue, about: tuple[int, int]) -> bool:
    """ "a review of progress", "a review of the minutes": what a meeting does with its own papers."""
    matter = [low for low in context.tokens.lows[about[0] : about[1]] if low not in ARTICLES]
    matter = matter[1:] if matter[:1] == ["paper"] else matter  # "paper files"
    return cue.meaning == "review" and bool(_PAPERS & set(matter[:2]))


def _is_held(lows: list[str], first: int, head: int) -> bool:
    """ "carry out a desk-based review of progress": an undertaking of some kind, and no item of an agenda."""
    return head - first > 1 and (lows[first - 1] == "out" or lows[first - 1] in _HOLDING)


def _is_unit(context: Context, first: int, noun: int, head: int, about: tuple[int, int]) -> bool:
    """ "Internal audit would look at it": those who audit, not an audit."""
    lows = context.tokens.lows
    named = lows[noun:head] in (["internal"], ["external"]) or lows[max(0, head - 1) : head] in (
        ["internal"],
        ["external"],
    )
    return (
        named
        and lows[head] == "audit"
        and (about[0] == about[1] or lows[about[0] - 1] != "of")
        and lows[head + 1] != "by"
        and not (lows[head + 1] == "for" and lows[head + 2][:4].isdigit())
        and lows[first] not in {"a", "an", "another"}
        and not _is_done_to(context, first, head)
    )


def _is_done_to(context: Context, first: int, head: int) -> bool:
    """ "the external audit had been concluded", "carried out the internal audit": the audit, and not those who audit."""
    lows = context.tokens.lows
    if lows[first - 1] == "out":
        return True
    if not set(lows[head + 1 : head + 2]) & BEING:
        return False
    if _has_object(context, head):
        return False
    places = range(head + 2, min(len(lows), head + 5))
    found = (context.lexicon.undertakings.phase_at(context.tokens, k, len(lows)) for k in places)
    return any(one and one[1] in {"begin", "end", "postpone", "carry-out", "give-up"} for one in found)


def _has_object(context: Context, head: int) -> bool:
    """ "Internal audit had finished its review": a verb in the active voice with what it is done to."""
    lows = context.tokens.lows
    for k in range(head + 1, min(len(lows), head + 4)):
        found = context.lexicon.undertakings.phase_at(context.tokens, k, len(lows))
        if found and found[0] < len(lows) and BE.isdisjoint(lows[head + 1 : k]):
            return lows[found[0]] in ARTICLES
    return False


def _as_verb(context: Context, line: Line, i: int, first: int) -> bool:
    """ "to review the draft": the word is a verb here."""
    lows = context.tokens.lows
    before = lows[i - 1] if i > line.first else ""
    after = lows[i + 1] if i + 1 < line.last else "."
    return first == i and (
        before in _BEFORE_A_VERB
        or (before == "and" and (after in ARTICLES or after in {"how", "whether"}))
        or (after in _OPENING and i > line.first)
    )


def _says_something(context: Context, phrase: Phrase) -> bool:
    """A bare noun says nothing, nor do plurals in general ("inspections show that …")."""
    lows = context.tokens.lows
    modifiers = [low for low in lows[phrase.first : phrase.noun] if low not in ARTICLES]
    if lodged_with(context, phrase) >= 0 or submitted(context, phrase) or _carried_out(context, phrase):
        return True
    if lows[phrase.first : phrase.noun] and _SETS & set(lows[phrase.first : phrase.noun]):
        return True
    if phrase.cue.plural and not (
        phrase.owner or phrase.definite or set(modifiers) & _NUMBERS or any(low.isdigit() for low in modifiers)
    ):
        return phrase.told and lows[phrase.first - 1 : phrase.first] != ["of"]
    after = lows[phrase.head + 1] if phrase.head + 1 < len(lows) else "."
    if _reduced(context, phrase):
        return True
    if after in {"by", "from", "shared", "carried", "conducted", "undertaken", "commissioned", "done", "led"}:
        return True
    return bool(
        phrase.told
        or modifiers
        or phrase.owner
        or phrase.cue.rest
        or phrase.definite
        or lows[phrase.head].startswith(("re-", "reins", "revis"))
    )


def _reduced(context: Context, phrase: Phrase) -> bool:
    """ "following an inspection concluded in August", "an audit begun last week": what a participle tells of."""
    k, tokens = phrase.head + 1, context.tokens
    noted = phrase.first == phrase.noun and tokens.words[phrase.first - 1] in MARKS  # "RS: audit finished in May"
    one = noted or tokens.lows[phrase.first] in {"a", "an"}
    if phrase.cue.plural or phrase.cue.weak or not one or not is_done(tokens.lows[k]):
        return False
    found = context.lexicon.undertakings.phase_at(tokens, k, len(tokens.lows))
    return found is not None and found[1] in {"begin", "end", "carry-out"}


def _carried_out(context: Context, phrase: Phrase) -> bool:
    """ "to carry out an inquiry", "was the subject of an inspection": one thing, though nothing says what it is about."""
    lows = context.tokens.lows
    if phrase.cue.plural or lows[phrase.first] not in {"a", "an"}:
        return False
    if phrase.cue.meaning == "inquiry" and lows[phrase.first - 1] in _OPENED:
        return True
    if (
        phrase.cue.weak
        and phrase.cue.meaning == "inquiry"
        and lows[max(0, phrase.first - 2) : phrase.first] in SUBMITTED
    ):
        return lows[phrase.head + 1] in {"by", "in", "which", "that"}
    if phrase.cue.weak:
        return False
    before = lows[max(0, phrase.first - 2) : phrase.first]
    if phrase.cue.meaning != "review" and before[-1:] and before[-1] in _HOLDING:
        return True
    return (
        before in SUBMITTED
        or before[-1:] == ["due"]
        or (phrase.cue.meaning != "review" and before[-1:] == ["out"] and before[0] in {"carry", "carrying", "carried"})
    )


def lodged_with(context: Context, phrase: Phrase) -> int:
    """ "The accounts are with Pike LLP for audit": the token of "with", or -1."""
    lows = context.tokens.lows
    if phrase.cue.meaning not in {"audit", "inspection"} or lows[phrase.first - 1] != "for":
        return -1
    return next(
        (
            k
            for k in range(phrase.first - 2, max(0, phrase.first - 10), -1)
            if lows[k] == "with" and _being(lows, k - 1) and _is_name(context, k + 1 + (lows[k + 1] in ARTICLES))
        ),
        -1,
    )


def _being(lows: list[str], k: int) -> bool:
    """ "is", "is now", "have been"."""
    return lows[k - skipped(lows[k])] in BE


def _is_name(context: Context, k: int) -> bool:
    """A name, or two words in capitals that nobody else tells of."""
    words = context.tokens.words
    return k in context.mention_at or (words[k][0].isupper() and words[k + 1][0].isupper())


def submitted(context: Context, phrase: Phrase) -> bool:
    """ "is under review by the Inspectorate", "was under audit by Pike LLP"."""
    lows = context.tokens.lows
    return phrase.first == phrase.noun and lows[phrase.first - 1] == "under" and lows[phrase.head + 1] == "by"
