"""The shape of a clause: where its subject stands, what its verb group is, which predicate of speech it holds.

Comes in: tokens and mentions.  Goes out: :class:`Subject`, :class:`VerbGroup`, :class:`Match`.  The one idea: English
minutes put the subject first and the verb next; what stands between is adverbs, brackets and appositions, and can be
skipped by closed word lists.  No parser, no tagger.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts.context import Context
from kg.facts.words import (
    ADVERBS,
    ARTICLES,
    BE,
    COLLECTIVE_HEADS,
    COLLECTIVES,
    CONTRACTED,
    DO,
    HAVE,
    MODALS,
    NOT,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    STAFF,
    SUBORDINATORS,
)
from kg.lexicon.predicates import FILLERS, Predicate
from kg.model import EntityType
from kg.sentences import Tokens

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
_STAFF = frozenset("office team staff officials officers colleagues department organisation".split())


@dataclass(frozen=True, slots=True)
class Actor:
    """One agent in a subject or object: an entity (``key``), a pronoun (``word``), or the meeting as one (``word`` = "members").

    ``staff`` marks "the Commissioner's office" and "EM's team": those of the agent, not the agent.
    """

    first: int
    last: int
    key: str | None = None
    word: str = ""
    staff: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """The agents of a subject, and the token after it (brackets and appositions included)."""

    actors: tuple[Actor, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Auxiliaries and main word.  ``head`` is the main word's token; ``be`` the last form of be before it, if any."""

    first: int
    head: int
    modal: str = ""
    negated: bool = False
    perfect: bool = False
    passive: bool = False
    progressive: bool = False
    copula: bool = False
    did: bool = False
    be: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A predicate of speech found at a token, and the token after it."""

    predicate: Predicate
    first: int
    last: int


def actor_at(context: Context, i: int, last: int) -> Actor | None:
    """The agent that begins at a token, with its article."""
    tokens = context.tokens
    j = i
    while (
        j < last
        and j not in context.mention_at
        and tokens.lows[j] in {"the", "all", "both", "some", "most", "other", "several"}
        and j - i < 2
    ):
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
        return _with_staff(context, Actor(i, mention.last, key=context.key_at(j)), last)
    return _collective_at(context, i, j, last) or _pronoun_at(context, i, j, last) or _own_at(context, j, i, last)


def _collective_at(context: Context, i: int, j: int, last: int) -> Actor | None:
    """ "members", "the panel members", "those present", "officers of the Board"."""
    lows = context.tokens.lows
    low = lows[j]
    if low in STAFF and lows[j + 1 : j + 2] in (["from"], ["of"], ["at"], ["in"]):
        return _staff_of(context, i, j, last)
    if low in COLLECTIVES and j + 1 <= last:
        return Actor(i, j + 1, word="members")
    follows = lows[j + 1] if j + 1 < last else ""
    if low in COLLECTIVE_HEADS and j > i and lows[j - 1] == "the":
        return Actor(i, j + 2 if follows in {"members", "members'"} else j + 1, word="members")
    if (low in COLLECTIVE_HEADS and follows == "members") or (low == "those" and follows in {"present", "attending"}):
        return Actor(i, j + 2, word="members")
    return None


_WHOLE = frozenset({"both", "all", "each", "neither"})
_PAIR = frozenset("of them parties bodies organisations offices commissioners sides men women".split())


def _pronoun_at(context: Context, i: int, j: int, last: int) -> Actor | None:
    """ "she", "both", "both of them", "the two commissioners"."""
    lows = context.tokens.lows
    if j == i and lows[j] in PRONOUNS:
        k = i + 1
        if (
            lows[j] in _WHOLE
            and k < last
            and lows[k] in {"parties", "sides", "bodies", "present", "of", "members", "attendees"}
        ):
            k += 3 if lows[k] == "of" and k + 1 < last else 1
        return Actor(i, k, word=lows[j])
    if lows[i] == "the" and lows[i + 1 : i + 2] in (["two"], ["parties"], ["pair"]):
        k = i + 2
        while k < last and lows[k] in _PAIR:
            k += 1
        return Actor(i, k, word="both")
    return None


def _own_at(context: Context, j: int, i: int, last: int) -> Actor | None:
    """ "her officials", "its head of planning": somebody of somebody's."""
    lows = context.tokens.lows
    if lows[j] not in _OWN or j + 1 >= last:
        return None
    if lows[j + 1] in _STAFF:
        return Actor(i, j + 2, word=_OWN[lows[j]], staff=lows[j + 1])
    if end := _role_end(context, j + 1, last):
        return Actor(i, end, word=_OWN[lows[j]], staff=" ".join(lows[j + 1 : end]))
    return None


_OWN = {"his": "he", "her": "she", "their": "they", "its": "it"}


def _role_end(context: Context, i: int, last: int) -> int:
    """The token after a role in small letters that somebody has ("her chief of staff", "the Inspectorate's head of planning"), or 0."""
    lows = context.tokens.lows
    k = i
    while k < last and lows[k] in {"new", "own", "interim", "acting"}:
        k += 1
    end = next((end for end, _ in context.lexicon.roles.at(_lower(context), k, min(last, k + 6))), 0)
    if (
        end
        and end + 1 < last
        and lows[end] in {"of", "for"}
        and lows[end + 1][0].isalpha()
        and lows[end + 1] not in {"the", "a"}
    ):
        return end + 2
    return end


def _lower(context: Context) -> Tokens:
    return context.capitals


def _with_staff(context: Context, actor: Actor, last: int) -> Actor:
    tokens = context.tokens
    if actor.last < last and tokens.lows[actor.last - 1].endswith(("'s", "s'")):
        post = context.mention_at.get(actor.last)
        if post is not None and post.type is EntityType.POST and post.name[0].islower():
            return Actor(actor.first, post.last, key=context.key_at(actor.last))
        k = actor.last
        while k < last and k - actor.last < 3 and tokens.lows[k] not in _STAFF:
            k += 1
        if end := _role_end(context, actor.last, last):
            return Actor(actor.first, end, key=actor.key, staff=" ".join(tokens.lows[actor.last : end]))
        if (
            k < last
            and tokens.lows[k] in _STAFF
            and not any(tokens.lows[x] in BE or tokens.lows[x] in MODALS for x in range(actor.last, k))
        ):
            return Actor(actor.first, k + 1, key=actor.key, staff=tokens.lows[k])
    elif actor.last < last and tokens.lows[actor.last] in _STAFF and tokens.words[actor.last - 1].isupper():
        return Actor(actor.first, actor.last + 1, key=actor.key, staff=tokens.lows[actor.last])
    return actor


def _staff_of(context: Context, i: int, j: int, last: int) -> Actor | None:
    """ "officials from the Home Office", "staff of both bodies": those of the body act for it."""
    tokens = context.tokens
    owner = actor_at(context, j + 2, last)
    if owner is not None and (owner.key or owner.word == "both"):
        return Actor(i, owner.last, key=owner.key, word=owner.word and "both bodies", staff=tokens.lows[j])
    return None


def possessive(context: Context, actor: Actor) -> bool:
    """Does the agent stand in the genitive ("the CPS's"), so that it is no subject?"""
    return (
        not actor.staff
        and actor.key is not None
        and context.tokens.lows[actor.last - 1].endswith(("'s", "s'"))
        and not _is_plural_name(context, actor)
    )


def _is_plural_name(context: Context, actor: Actor) -> bool:
    word = context.tokens.words[actor.last - 1]
    return word[-1] not in "s’'" and False


def subject_at(context: Context, i: int, last: int) -> Subject | None:
    """The subject that begins at a token: one agent or several joined by commas and "and"."""
    tokens = context.tokens
    first_actor = actor_at(context, i, last)
    if first_actor is None or possessive(context, first_actor):
        return None
    actors = [first_actor]
    j = skip_apposition(context, first_actor.last, last)
    while j < last:
        k = j
        if tokens.words[k] == ",":
            k += 1
        if (k < last and tokens.bases[k] in {"and", "with"}) or (
            k < last and tokens.lows[k : k + 3] == ["together", "with"]
        ):
            k += 1
        elif k == j:
            break
        if tokens.lows[k : k + 1] == ["both"]:
            k += 1
        another = actor_at(context, k, last) if k < last else None
        if another is None or possessive(context, another) or another.word in {"he", "she", "it"}:
            break
        if tokens.words[j] == "," and tokens.bases[k - 1] != "and" and not _list_goes_on(context, another.last, last):
            break
        if k == j:
            break
        actors.append(another)
        j = skip_apposition(context, another.last, last)
    return Subject(tuple(actors), i, j)


def _list_goes_on(context: Context, i: int, last: int) -> bool:
    """Behind "A, B": does "and C" or ", C" follow, so that the comma joins?"""
    return i < last and (context.tokens.bases[i] == "and" or context.tokens.words[i] == ",")


def skip_apposition(context: Context, i: int, last: int) -> int:
    """The token after brackets and appositions between commas: "(ex-head of …)", ", the Registrar of Ferries,"."""
    tokens = context.tokens
    while i < last:
        if tokens.words[i] in {"(", "["}:
            closing = ")" if tokens.words[i] == "(" else "]"
            end = next((k for k in range(i, min(last, i + 40)) if tokens.words[k] == closing), None)
            if end is None:
                return i
            i = end + 1
            continue
        if tokens.words[i] in {",", "–", "-"} and i + 1 < last:
            mark = tokens.words[i]
            k = i + 1
            if (
                tokens.lows[k]
                in {
                    "the",
                    "a",
                    "an",
                    "who",
                    "whose",
                    "as",
                    "on",
                    "from",
                    "in",
                    "for",
                    "representing",
                    "speaking",
                    "chair",
                    "deputy",
                    "like",
                    "of",
                    "at",
                    "by",
                    "while",
                    "having",
                }
                or k in context.mention_at
                or tokens.lows[k] in ADVERBS
            ):
                end = next((m for m in range(k, min(last, k + 22)) if tokens.words[m] == mark), None)
                if end is not None and end + 1 < last and not (tokens.bases[end + 1] == "and" and False):
                    after = end + 1
                    if tokens.bases[after] == "and" or after in context.mention_at:
                        return i
                    i = after
                    continue
        return i
    return i


def main_start(context: Context, first: int, last: int) -> int:
    """The token at which the main clause begins: after list marks, "However,", and adverbial phrases up to their comma."""
    tokens = context.tokens
    i = first
    while i < last and not tokens.words[i][0].isalnum() and tokens.words[i] not in {"“", "‘", '"', "'"}:
        i += 1
    for _ in range(4):
        if i >= last:
            return first
        low = tokens.lows[i]
        if low in OPENERS or (low.endswith("ly") and i + 1 < last and tokens.words[i + 1] == ","):
            if low in {"both", "all"}:
                return i
            i += 1
            if i < last and tokens.words[i] == ",":
                i += 1
            continue
        if low in PREPOSITIONS or low in SUBORDINATORS or (low.endswith("ing") and tokens.words[i][0].isupper()):
            after = _after_adverbial(context, i, last)
            if after is None:
                return i
            i = after
            continue
        return i
    return i


def _after_adverbial(context: Context, i: int, last: int) -> int | None:
    """Behind the comma that ends an opening adverbial, where a subject and a verb follow; else ``None``."""
    tokens = context.tokens
    depth = 0
    for k in range(i + 1, min(last, i + 45)):
        word = tokens.words[k]
        depth += (word == "(") - (word == ")")
        if word == "," and depth == 0 and k + 1 < last:
            after = k + 1
            while after < last and tokens.lows[after] in ADVERBS | {","}:
                after += 1
            if after >= last:
                return None
            subject = subject_at(context, after, last)
            if subject is not None and verb_group(context, subject.last, last) is not None:
                return after
            if tokens.lows[after] in {"it", "there", "this", "these"}:
                return after
    # no comma: "In discussion members agreed …"
    for k in range(i + 1, min(last, i + 8)):
        if k in context.mention_at or tokens.lows[k] in {"members", "the", "he", "she", "they"}:
            subject = subject_at(context, k, last)
            if (
                subject
                and tokens.lows[k - 1] not in PREPOSITIONS | {"and", "the"}
                and (group := verb_group(context, subject.last, last))
                and match(context, group, last)
            ):
                return k
    return None


def verb_group(context: Context, i: int, last: int) -> VerbGroup | None:
    """The verb group that begins at a token (after adverbs), or ``None`` where no verb can stand."""
    lows, first, parts = context.tokens.lows, i, _Auxiliaries()
    while i < last:
        after = _after_auxiliary(context, parts, i, last)
        if after is None:
            break
        i = after
    if i >= last or not context.tokens.words[i][0].isalpha():
        return parts.alone(first, max(first, min(i, last) - 1))
    low = lows[i]
    if not parts.any and not _can_be_finite(context, i):
        return None
    gerund = bool(parts.be) and low.endswith("ing") and len(low) > 4
    adjective = low in context.lexicon.predicates.adjectives
    passive = bool(parts.be) and is_participle(context, low) and not adjective
    return VerbGroup(first, i, modal=parts.modal, negated=parts.negated, perfect=bool(parts.have) and not parts.be,
                     passive=passive, progressive=gerund, copula=bool(parts.be) and not passive and not gerund,
                     did=parts.did, be=parts.be)  # fmt: skip


@dataclass(slots=True)
class _Auxiliaries:
    """What stands before the head of a verb group."""

    modal: str = ""
    be: str = ""
    have: str = ""
    did: bool = False
    negated: bool = False

    @property
    def any(self) -> bool:
        return bool(self.modal or self.be or self.have or self.did)

    def alone(self, first: int, last: int) -> VerbGroup | None:
        """The group without a verb of content: "he did", "they had been", or ``None`` where nothing stands."""
        if not self.any:
            return None
        return VerbGroup(first, last, modal=self.modal, negated=self.negated, copula=bool(self.be), be=self.be,
                         did=self.did, perfect=bool(self.have))  # fmt: skip


_TO_AFTER_BE = frozenset("due set expected scheduled supposed meant planned intended likely unlikely going".split())
_NO_ADVERB = frozenset({"reply", "apply", "supply", "rely", "comply"})


def _after_auxiliary(context: Context, parts: _Auxiliaries, i: int, last: int) -> int | None:
    """Take one auxiliary, adverb or parenthesis into the parts: the token after it, or ``None`` where the head stands."""
    lows = context.tokens.lows
    low = CONTRACTED.get(lows[i], lows[i])
    if lows[i] in CONTRACTED or low in NOT:
        parts.negated = True
    if low in NOT or low in ADVERBS or (low.endswith("ly") and len(low) > 4 and low not in _NO_ADVERB):
        return i + 1
    if low == "," and i + 2 < last and (end := _parenthesis_end(context, i, last)):
        return end
    if low in MODALS and not parts.be and not parts.have:
        parts.modal = low
    elif low in BE:
        parts.be = low
    elif low in HAVE and _is_auxiliary(context, i, last):
        parts.have = low
    elif low in DO and _is_auxiliary_do(context, i, last):
        parts.did = True
    elif low == "to" and parts.be:
        parts.modal, parts.be = f"{parts.be} to", ""
    elif low in _TO_AFTER_BE and parts.be and lows[i + 1 : i + 2] == ["to"]:
        parts.modal, parts.be = f"{low} to", ""
        return i + 2
    else:
        return None
    return i + 1


def _parenthesis_end(context: Context, i: int, last: int) -> int | None:
    """ ", however," and ", in turn,": the token after the second comma."""
    tokens = context.tokens
    for k in range(i + 2, min(last, i + 6)):
        if tokens.words[k] == ",":
            inner = tokens.lows[i + 1 : k]
            if inner[0] in ADVERBS or inner[0] in {"in", "for", "on", "as", "by", "at", "with"}:
                return k + 1
            return None
    return None


def _is_auxiliary(context: Context, i: int, last: int) -> bool:
    tokens = context.tokens
    k = i + 1
    while k < last and (tokens.lows[k] in ADVERBS or tokens.lows[k] in NOT or tokens.lows[k].endswith("ly")):
        k += 1
    if k >= last:
        return True
    low = tokens.lows[k]
    return low in BE or low in HAVE or is_participle(context, low)


def _is_auxiliary_do(context: Context, i: int, last: int) -> bool:
    return (
        any(tokens_low in NOT or tokens_low in PRONOUNS for tokens_low in context.tokens.lows[i + 1 : i + 3])
        or i + 1 >= last
        or context.tokens.lows[i].endswith("n't")
    )


def is_participle(context: Context, low: str) -> bool:
    """Can this word be a past participle?"""
    if (
        low.endswith("ed")
        and len(low) > 3
        and low not in {"need", "indeed", "proceed", "exceed", "succeed", "speed", "feed", "agreed-upon", "hundred"}
    ):
        return True
    return low in _participles()


def is_past(low: str) -> bool:
    """Can this word be a past tense?"""
    return (
        low.endswith("ed")
        and len(low) > 3
        and low not in {"need", "indeed", "proceed", "exceed", "succeed", "speed", "feed", "hundred"}
    ) or low in _pasts()


def _participles() -> frozenset[str]:
    from kg.lexicon.inflection import participles

    return participles()


def _pasts() -> frozenset[str]:
    from kg.lexicon.inflection import pasts

    return pasts()


def _can_be_finite(context: Context, i: int) -> bool:
    low = context.tokens.lows[i]
    if i in context.mention_at and context.tokens.words[i][0].isupper():
        return False
    return (
        is_past(low) or low in context.lexicon.predicates.verbs or low in HAVE or low in DO or low in _present_verbs()
    )


def _present_verbs() -> frozenset[str]:
    from kg.lexicon.inflection import presents

    return presents()


def match(context: Context, group: VerbGroup, last: int, *, verbs_only: bool = False) -> Match | None:
    """The predicate of speech whose head is the head of a verb group; ``verbs_only`` reads "was agreed" as a passive."""
    low = context.tokens.lows[group.head]
    predicates = context.lexicon.predicates
    if verbs_only:
        entries = predicates.verbs.get(low)
        return _longest(context, entries, group.head, last) if entries else None
    if group.copula and (entries := predicates.adjectives.get(low)):
        if (found := _longest(context, entries, group.head, last)) is not None:
            return found
    if group.copula and tokens_skip(context, group.head, last) is not None:
        k = tokens_skip(context, group.head, last)
        if (
            k is not None
            and (entries := predicates.adjectives.get(context.tokens.lows[k]))
            and (found := _longest(context, entries, k, last))
        ):
            return found
    if low in {"felt", "seemed", "remained", "remains", "feels", "became"}:
        k = group.head + 1
        while k < last and context.tokens.lows[k] in FILLERS | ADVERBS | {"very", "most", "more"}:
            k += 1
        if (
            k < last
            and (entries := predicates.adjectives.get(context.tokens.lows[k]))
            and (found := _longest(context, entries, k, last))
        ):
            return found
    entries = predicates.verbs.get(low)
    return _longest(context, entries, group.head, last) if entries else None


def tokens_skip(context: Context, i: int, last: int) -> int | None:
    """Past degree words before an adjective: "was very much concerned", "was of the opinion"."""
    k = i
    while (
        k < last
        and context.tokens.lows[k]
        in {
            "very",
            "most",
            "more",
            "quite",
            "rather",
            "extremely",
            "particularly",
            "of",
            "in",
            "the",
            "a",
            "an",
            "under",
            "much",
        }
        and k - i < 3
    ):
        k += 1
    return k if k != i and k < last else None


def _longest(context: Context, entries: list[Predicate], i: int, last: int) -> Match | None:
    for entry in entries:
        end = _rest_end(context, entry, i, last)
        if end is not None:
            return Match(entry, i, end)
    return None


def _rest_end(context: Context, entry: Predicate, i: int, last: int) -> int | None:
    """The token after a predicate of several words, with room for determiners, an addressee and one adjective."""
    tokens = context.tokens
    j = i + 1
    for wanted in entry.rest:
        free, fillers = (0 if wanted in {"to", "that"} else 2), 0
        while j < last and tokens.lows[j] != wanted and tokens.bases[j] != wanted:
            low = tokens.lows[j]
            mention = context.mention_at.get(j)
            if mention is not None and mention.last < last and fillers < 4:
                j, fillers = mention.last, fillers + 1
                continue
            if low == "that":
                return None
            if low in FILLERS or low in {"him", "her", "them", "members", "members'"}:
                fillers += 1
            elif free and low[0].isalpha() and low not in {"that", "to", "and", "of", "for", "whether"}:
                free -= 1
            else:
                return None
            if fillers > 4:
                return None
            j += 1
        if j >= last:
            return None
        j += 1
    return j
