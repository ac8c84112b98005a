"""One agent of a clause: an entity, a pronoun, the meeting as one, or those who work for somebody.

Comes in: a token.  Goes out: the :class:`Actor` that begins there, or ``None``.  The one idea: an agent is a mention, a closed
word, or somebody's somebody ("her officials", "the Commissioner's office").
"""

from __future__ import annotations

from kg.facts.clauses.commons import common_body
from kg.facts.clauses.memory import remembered_at
from kg.facts.clauses.pronouns import pronoun_at
from kg.facts.context import Context
from kg.facts.shapes import Actor
from kg.facts.signs import NAMES, sign
from kg.facts.words import (
    ACTING,
    ARTICLES,
    BE,
    COLLECTIVE_HEADS,
    COLLECTIVES,
    CREWS,
    GOVERNING,
    MODALS,
    OWN_BODIES,
    OWNERS,
    PRONOUNS,
    SHARED_TITLES,
    STAFF,
)
from kg.lexicon.inflection import pasts
from kg.lexicon.lists import lists
from kg.model import BODIES, EntityType

_AGENTIVE = frozenset(
    {
        EntityType.PERSON,
        EntityType.POST,
        EntityType.ORGANISATION,
        EntityType.INSPECTORATE,
        EntityType.GROUP,
        EntityType.COLLECTIVE,
    }
)
_STAFF = (
    CREWS
    | GOVERNING
    | frozenset("office team staff officials officers colleagues department organisation inspectorate".split())
)
_OWNED = _STAFF | {"firm"}  # behind a possessive: "Ms Field's firm", while "PN firm that …" tells of her mood
_NOBODY: frozenset[str] = frozenset()
_ONES = frozenset("one member members present".split())
_HIRED = lists("names").words("professions")
_TITLES = ACTING.words("titles-alone")
_LONGEST_ROLE = 6  # words
_WHOLE_OF = frozenset("whole full entire".split())
_LEADING = frozenset("the all both some most other several".split()) | _WHOLE_OF
_EVERY = frozenset("no every many several one".split())
_SOME = frozenset({"member", "number", "majority", "handful"})  # behind "a": "a number of members"
_OF_WHOM = frozenset({"from", "of", "at", "in"})  # behind "officers": "officers of the Board"
_SEVERAL = GOVERNING | STAFF | CREWS | COLLECTIVES | COLLECTIVE_HEADS | _EVERY | {"a", "another", "those"}
# every word that an agent without a name can begin with: the rules below look no further where none stands
BEGINS = NAMES | sign(
    _LEADING
    | _EVERY
    | STAFF
    | CREWS
    | COLLECTIVES
    | COLLECTIVE_HEADS
    | PRONOUNS
    | OWNERS.keys()
    | GOVERNING
    | {"those"}
    | SHARED_TITLES
)
_ONE = sign({"a", "another"})
MAY_BEGIN = BEGINS | _ONE


def may_begin(context: Context, i: int, last: int) -> bool:
    """Can an agent begin at a token?  Few can, and every rule asks at many."""
    shown = context.signs[i] if i < last else 0
    return bool(shown & BEGINS or (shown & _ONE and i + 1 < last and _is_some(context, i)))


def _is_some(context: Context, i: int) -> bool:
    """ "a member", "another Board member", "a number of members"."""
    lows = context.tokens.lows
    return lows[i + 1] in _SOME or lows[i + 2 : i + 3] == ["member"]


@remembered_at(MAY_BEGIN)
def actor_at(context: Context, i: int, last: int) -> Actor | None:
    """The agent that begins at a token, with its article."""
    tokens, j = context.tokens, i
    if not context.signs[i] & BEGINS and not _is_some(context, i):
        return None
    if context.signs[i] & _ONE and tokens.lows[i + 2 : i + 3] == ["member"] and tokens.lows[i + 1] in COLLECTIVE_HEADS:
        return Actor(i, i + 3, word="members")
    while j < last and j not in context.mention_at and tokens.lows[j] in _LEADING and j - i < 2:
        if tokens.lows[j] in {"all", "both"} and not (
            j + 1 < last
            and (tokens.lows[j + 1] in ARTICLES or tokens.lows[j + 1] in COLLECTIVES or (j + 1) in context.mention_at)
        ):
            break
        j += 1
    if j >= last:
        return None
    mention = context.mention_at.get(j)
    if mention is not None and mention.type in _AGENTIVE and mention.last <= last:
        follows = tokens.lows[mention.last]
        if follows == "members":
            return Actor(i, mention.last + 1, word="members")
        end = mention.last + (follows == "." and _is_of_initial(context, mention.last, last))
        return _with_staff(context, Actor(i, end, key=context.key_at(j)), last)
    if j > i and tokens.lows[j - 1] == "the" and (key := common_body(context, j, last)):
        return _with_staff(context, Actor(i, j + 1, key=key), last)
    if (
        j > i
        and tokens.lows[j - 1] == "the"
        and (role := _role_here(context, i, j, last) or _titled_here(context, i, j))
    ):
        return role
    return _collective_at(context, i, j, last) or pronoun_at(context, i, j, last) or _own_at(context, j, i, last)


def _role_here(context: Context, i: int, j: int, last: int) -> Actor | None:
    """ "the clerk", "the policy adviser": a role in small letters, of the one who took part whose post is called so."""
    if not context.tokens.words[j][0].islower() or not (end := _role_end(context, j, last)):
        return None
    title = " ".join(context.tokens.bases[j:end])
    found = context.cast.called(title)
    return _with_staff(context, Actor(i, end, key=found[0]), last) if len(found) == 1 else None


def _titled_here(context: Context, i: int, j: int) -> Actor | None:
    """ "the Canon", "the judge": a title alone, of the only one who took part that bears it."""
    low = context.tokens.lows[j]
    if low not in _TITLES or context.tokens.words[j + 1][:1].isupper():
        return None
    forms = {low, "hhj"} if low == "judge" else {low}
    drafts = ((key, context.cast.table.get(key)) for key in context.cast.present())
    found = [key for key, draft in drafts if draft is not None and forms & set(draft.label.lower().split()[:3])]
    return Actor(i, j + 1, key=found[0]) if len(found) == 1 else None


def _is_of_initial(context: Context, i: int, last: int) -> bool:
    """Is the full stop at a token that of an initial in which a name ends ("Dr L. consented")?"""
    words = context.tokens.words
    return i + 1 < last and len(words[i - 1]) == 1 and words[i - 1].isupper() and words[i + 1][0].islower()


def _collective_at(context: Context, i: int, j: int, last: int) -> Actor | None:
    """ "members", "the panel members", "those present", "officers of the Board", "the board of the Trust"."""
    lows = context.tokens.lows
    low = lows[j]
    if low not in _SEVERAL:
        return None
    if low in GOVERNING and lows[j + 1] == "of":
        return _staff_of(context, i, j, last)
    if (low in STAFF or low in CREWS) and lows[j + 1] in _OF_WHOM:
        return _staff_of(context, i, j, last)
    follows = lows[j + 1] if j + 1 < last else ""
    if low in COLLECTIVES:
        return Actor(i, j + 2 if follows == "present" else j + 1, word="members")
    if low in {"a", "another"} and follows in _SOME:
        ends = j + 2 if follows == "member" else j + 4
        if follows == "member" or lows[j + 2 : j + 4] in (["of", "members"], ["of", "those"], ["of", "attendees"]):
            return Actor(i, ends, word="members")
    if low in _EVERY and follows in _ONES:
        return Actor(i, j + 2, word="members")
    if low in COLLECTIVE_HEADS and i == j and context.tokens.words[i].istitle() and _speaks(context, follows):
        return Actor(i, j + 1, word="members")  # "Panel agreed to wait."
    if low in COLLECTIVE_HEADS and j > i and (lows[j - 1] == "the" or lows[j - 1] in _WHOLE_OF):
        return Actor(i, j + 2 if follows in {"members", "members'"} else j + 1, word="members")
    if (low in COLLECTIVE_HEADS and follows == "members") or (low == "those" and follows in {"present", "attending"}):
        return Actor(i, j + 2, word="members")
    return None


def _speaks(context: Context, low: str) -> bool:
    """Is a word the past of a verb that tells what a meeting does?"""
    return low in context.lexicon.predicates.verbs and (low.endswith("ed") or low in pasts())


def _own_at(context: Context, j: int, i: int, last: int) -> Actor | None:
    """ "her officials", "its head of planning": somebody of somebody's."""
    lows = context.tokens.lows
    if lows[j] not in OWNERS or j + 1 >= last:
        return None
    k = j + 1 + (lows[j + 1] in {"private", "own", "press", "legal", "policy"})
    if k < last and lows[j - 1] == "of" and lows[k] in CREWS:
        return None  # "one of his investigators"
    if k < last and (lows[k] in _STAFF or lows[k] in OWN_BODIES):
        return Actor(i, k + 1, word=OWNERS[lows[j]], staff=lows[k])
    if end := _role_end(context, j + 1, last):
        return Actor(i, end, word=OWNERS[lows[j]], staff=" ".join(lows[j + 1 : end]))
    return None


def _role_end(context: Context, i: int, last: int) -> int:
    """The token after a role in small letters that somebody has ("her chief of staff", "the Inspectorate's head of planning"), or 0."""
    lows = context.tokens.lows
    k = i
    while k < last and lows[k] in {"new", "own", "interim", "acting"}:
        k += 1
    if k >= last or context.tokens.bases[k] not in context.lexicon.roles.by_first:
        return 0
    title = context.tokens.capitalised(k, min(last, k + _LONGEST_ROLE))
    end = next((k + end for end, _ in context.lexicon.roles.at(title, 0, len(title))), 0)
    if (
        end
        and end + 1 < last
        and lows[end] in {"of", "for"}
        and lows[end + 1][0].isalpha()
        and lows[end + 1] not in {"the", "a"}
    ):
        return end + 2
    return end


def _with_staff(context: Context, actor: Actor, last: int) -> Actor:
    tokens = context.tokens
    if actor.last < last and tokens.lows[actor.last - 1].endswith(("'s", "s'")):
        post = context.mention_at.get(actor.last)
        if post is not None and post.type is EntityType.POST and post.name[0].islower():
            return Actor(actor.first, post.last, key=context.key_at(actor.last))
        if post is not None and post.type in BODIES and actor.last + 1 < post.last <= last:
            return Actor(actor.first, post.last, key=context.key_at(actor.last))  # "the Regulator's Compliance Team"
        k = actor.last
        while k < last and k - actor.last < 3 and tokens.lows[k] not in _OWNED:
            k += 1
        if end := _role_end(context, actor.last, last):
            return Actor(actor.first, end, key=actor.key, staff=" ".join(tokens.lows[actor.last : end]))
        if (
            k < last
            and tokens.lows[k] in _OWNED
            and not any(tokens.lows[x] in BE or tokens.lows[x] in MODALS for x in range(actor.last, k))
        ):
            return _firm_behind(context, k, actor) or Actor(actor.first, k + 1, key=actor.key, staff=tokens.lows[k])
    elif actor.last < last and tokens.lows[actor.last] in _staff_behind(context, actor):
        return Actor(actor.first, actor.last + 1, key=actor.key, staff=tokens.lows[actor.last])
    return actor


def _staff_behind(context: Context, actor: Actor) -> frozenset[str]:
    """ "HMCTS team", "MoJ officials", "Home Office staff": the words for those of a body that may stand behind its name."""
    if context.tokens.words[actor.last - 1].isupper():
        return _STAFF
    return STAFF if actor.key is not None and context.type_of(actor.key) in BODIES else _NOBODY


def _firm_behind(context: Context, k: int, owner: Actor) -> Actor | None:
    """ "the Trust's auditors, Crane Tully, are …": the firm between commas behind a word for those whom a body hires."""
    tokens, mention = context.tokens, context.mention_at.get(k + 2)
    set_off = mention is not None and tokens.words[k + 1] == "," and tokens.words[mention.last] == ","
    if mention is None or not set_off or tokens.lows[k] not in _HIRED or mention.type not in BODIES:
        return None
    return Actor(owner.first, mention.last + 1, key=context.key_at(k + 2))


def _staff_of(context: Context, i: int, j: int, last: int) -> Actor | None:
    """ "officials from the Home Office", "staff of both bodies": those of the body act for it."""
    tokens = context.tokens
    owner = actor_at(context, j + 2, last)
    if owner is not None and (owner.key or owner.word in {"both", "both bodies"}):
        return Actor(i, owner.last, key=owner.key, word=owner.word and "both bodies", staff=tokens.lows[j])
    return None


def possessive(context: Context, actor: Actor) -> bool:
    """Does the agent stand in the genitive ("the CPS's"), so that it is no subject?"""
    return not actor.staff and actor.key is not None and context.tokens.lows[actor.last - 1].endswith(("'s", "s'"))
