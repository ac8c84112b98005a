"""The short forms that a document itself brings: acronyms in brackets, surnames, "the Board", "the Chair".

Comes in: the cast after the first pass.  Goes out: the same, with the names by which the second pass finds everything again.  The one
idea: a short form means what the document has given that name; several things may share it, and the nearest is meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.entities import people
from kg.entities.called import by_first_name
from kg.entities.cast import Cast
from kg.entities.draft import Draft
from kg.entities.listed import role_words
from kg.entities.shortened import body_forms, body_head, stem
from kg.lexicon import Lexicon
from kg.lexicon.lists import lists
from kg.model import BODIES, EntityType, Mention, Outline, Span
from kg.patterns import expression
from kg.sentences import Tokens

_NAMES = lists("names")
_ALSO_WORDS = _NAMES.words("also-words")
_BEFORE_NOUNS = _NAMES.words("before-nouns")
_MINOR = frozenset({"of", "for", "and", "the", "&", "in", "to"})  # none is longer than three letters
_FIELD = expression(r" (?:of|for|at) |, ")
_JOTTED = lists("titles").values("jotted")


@dataclass(slots=True)
class Meanings:
    """What each short form may stand for, in the order found."""

    keys: dict[str, list[str]] = field(default_factory=dict)

    def note(self, name: str | None, key: str) -> None:
        """Let the name stand for the thing as well."""
        if name and key not in (known := self.keys.setdefault(name, [])):
            known.append(key)


def define(cast: Cast, found: list[Mention], first_pass: dict[int, Draft], outline: Outline, tokens: Tokens) -> None:
    """Note every short form in ``cast.names``, and acronyms that stand for no thing in ``cast.terms``."""
    meanings = Meanings({word: [key] for word, key in cast.resolver.brief.items()})
    for mention in found:
        if mention.acronym or mention.scope_acronym:
            _explained(cast, mention, first_pass.get(mention.first), meanings)
    written = _written(found, first_pass)
    for draft in list(cast.table.drafts.values()):
        called = written.get(draft.key, ())
        for form in _forms(draft, called, cast.resolver.lexicon):
            if not draft.registered or _may_shorten(form, called):
                meanings.note(form, draft.key)
    words = set(tokens.words)
    _first_names(cast, meanings, tokens, words)
    for name, key in by_first_name(cast, tokens, _ALSO_WORDS | meanings.keys.keys()):
        meanings.note(name, key)
    _unexplained(cast, meanings, tokens)
    for person, attendee in zip(cast.participants, outline.attendees, strict=False):
        meanings.note(attendee.initials, person.agent)
        for word in role_words(person):
            meanings.note(word, person.agent)
    if not outline.attendees:
        _initials_of_named(cast, meanings, tokens)
    _nameless(cast, meanings)
    _of_their_posts(cast, meanings)
    _ranked(cast, meanings)
    _jotted(cast, meanings, words)
    _shortened(cast, meanings)
    nowhere, used, bases = Span(0, 0), set(tokens.bases), tokens.bases
    begun = {(bases[i], bases[i + 1]) for i in tokens.capitals(0, len(tokens) - 1)}
    for name, keys in meanings.keys.items():
        if _may_be_used(name, used, begun):
            thing = cast.table.get(keys[0]) or cast.resolver.lexicon.registry.things[keys[0]]
            cast.names.add(name, Mention(0, 0, nowhere, thing.type, name, keys=tuple(keys)), cased=True)


def _written(found: list[Mention], first_pass: dict[int, Draft]) -> dict[str, list[str]]:
    """By which names the text calls each thing."""
    names: dict[str, list[str]] = {}
    for mention in found:
        if draft := first_pass.get(mention.first):
            names.setdefault(draft.key, []).append(mention.name)
    return names


def _may_shorten(form: str, names: Iterable[str]) -> bool:
    """Is it a word of a name that the text uses, or of one that it abbreviates?  "The Service" is not what it calls the Crown Office."""
    return not names or any(form in name or name.isupper() for name in names)


def _may_be_used(name: str, used: set[str], begun: set[tuple[str, str]]) -> bool:
    """Do the words of a name stand in the text, of which all words are given, the first two side by side with a capital before them?  One with marks
    in it, and "HM", may be spelt in other ways."""
    words = name.lower().split(" ")
    first, *others = words
    if first not in used:
        return first == "hm" or not first.isalnum()
    if not others or first == "hm" or not all(map(str.isalnum, others)):
        return True
    return (first, others[0]) in begun and used.issuperset(others)


def _shortened(cast: Cast, meanings: Meanings) -> None:
    """ "Keystone" for Keystone Student Living: the proper words before what a firm does, where nothing else is called so."""
    stems: dict[str, list[Draft]] = {}
    for draft in cast.table.of_type(*BODIES):
        if not draft.registered and (words := stem(draft.label, cast.resolver.lexicon)):
            stems.setdefault(words, []).append(draft)
    for words, drafts in stems.items():
        if len(drafts) == 1 and words not in meanings.keys:
            (draft,) = drafts
            short = Mention(0, 0, Span(0, 0), draft.type, words, keys=(draft.key,), head="short")
            cast.names.add(words, short, cased=True)


def _explained(cast: Cast, mention: Mention, draft: Draft | None, meanings: Meanings) -> None:
    """ "Parole Board (PB)": the letters are the body's, or those of the body that a post belongs to."""
    if mention.scope_acronym and draft and (body := cast.table.get(draft.post_in)):
        meanings.note(mention.scope_acronym, body.key)
        body.call(mention.scope_acronym)
    elif mention.acronym and draft:
        meanings.note(mention.acronym, draft.key)
        draft.call(mention.acronym)
    elif mention.acronym:
        cast.terms.add(mention.acronym)


def _forms(draft: Draft, written: Iterable[str], lexicon: Lexicon) -> list[str]:
    """The forms of its label; of a person also those of names that the text writes with a title, which the registry may lack."""
    if draft.type is EntityType.PERSON:
        names = [draft.label, *(filter(people.bears_title, written) if draft.registered else ())]
        return list(dict.fromkeys(form for name in names for form in people.short_forms(name, lexicon)))
    called = (body_head(name, lexicon) for name in (draft.label, *draft.names)) if draft.type in BODIES else iter(())
    head = next(filter(None, called), None)
    return [*([head] if head else []), *(body_forms(draft, lexicon) if draft.type in BODIES else [])]


def _first_names(cast: Cast, meanings: Meanings, tokens: Tokens, used: set[str]) -> None:
    """First names of those on the list, and initials nobody wrote out, where only one person has them."""
    firsts: dict[str, list[str]] = {}
    for person in cast.participants:
        draft = cast.table.get(person.agent)
        if draft is None or draft.type is not EntityType.PERSON:
            continue
        _, rest = cast.resolver.persons.parts(draft.label)
        if len(rest) > 1:
            firsts.setdefault(rest[0], []).append(draft.key)
            for letters in filter(None, (people.initials(rest), people.long_initials(rest))):
                firsts.setdefault(letters, []).append(draft.key)
    for name, keys in _told_apart(cast, firsts, tokens, used).items():
        if (
            len(keys) == 1
            and len(name) > 1
            and (name not in _ALSO_WORDS or _are_initials(name, firsts, tokens, used, cast.resolver.lexicon))
        ):
            meanings.note(name, keys[0])


def _told_apart(cast: Cast, firsts: dict[str, list[str]], tokens: Tokens, used: set[str]) -> dict[str, list[str]]:
    """The same, of initials that two of the list share without those whom the text beside the list calls by name."""
    shared = {name for name, keys in firsts.items() if len(keys) > 1 and name.isupper() and name in used}
    if not shared:
        return firsts
    places: dict[str, list[int]] = {}
    for k in tokens.capitals(0, len(tokens)):
        places.setdefault(tokens.words[k], []).append(k)
    apart = {
        name: [key for key in firsts[name] if not _is_named_elsewhere(cast, key, tokens, places)] for name in shared
    }
    return firsts | apart


def _is_named_elsewhere(cast: Cast, key: str, tokens: Tokens, places: dict[str, list[int]]) -> bool:
    """Does the text, of which the ``places`` of words in capitals are given, call somebody by name outside the entries of the list?"""
    draft = cast.table.get(key)
    name = cast.resolver.persons.parts(draft.label)[1] if draft else [""]
    named = (k for k in places.get(name[0], ()) if tokens.words[k : k + len(name)] == name)
    return any(not cast.resolver.in_entry(tokens.span(k, k + len(name))) for k in named)


def _initials_of_named(cast: Cast, meanings: Meanings, tokens: Tokens) -> None:
    """ "Nick Stone welcomed Ann Moss. … AM asked NS": where a note has no list, the initials of just one of those whom it names in full."""
    known = cast.resolver.lexicon.registry.by_label
    words = tokens.words
    used = {words[i] for i in tokens.capitals(0, len(tokens)) if words[i].isupper() and len(words[i]) > 1}
    found: dict[str, list[str]] = {}
    for draft in cast.table.of_type(EntityType.PERSON) if used else ():
        _, rest = cast.resolver.persons.parts(draft.label)
        if len(rest) > 1 and (letters := people.initials(rest)) in used:
            found.setdefault(letters, []).append(draft.key)
    for letters, keys in found.items():
        free = letters not in meanings.keys and letters not in _ALSO_WORDS and letters.lower() not in known
        if len(keys) == 1 and free:
            meanings.note(letters, keys[0])


def _are_initials(letters: str, firsts: dict[str, list[str]], tokens: Tokens, used: set[str], lexicon: Lexicon) -> bool:
    """Does a text that calls others by their initials use these letters, which may be a word as well ("PA"), only as a name is used?"""
    others = [name for name in firsts if name.isupper() and name != letters and name in used]
    if not others or letters not in used:
        return False
    before = {tokens.words[at - 1] for at, word in enumerate(tokens.words) if word == letters and at}
    behind_names = letters.lower() in lexicon.honorifics and any(map(str.istitle, before))  # "Jane Hutt AM"
    return not behind_names and not any(word.lower() in _BEFORE_NOUNS or word.isdigit() for word in before)


def _nameless(cast: Cast, meanings: Meanings) -> None:
    """The bare title of an office on the list without a name ("Director, Fen Trust"), where no other on the list has it."""
    there = [draft for person in cast.participants if (draft := cast.table.get(person.agent))]
    posts = [post for one in there if (post := cast.table.get(one.holds or one.key)) and post.type is EntityType.POST]
    called = Counter(name for post in posts for name in {post.label, *post.names})
    here = set(there)
    for post in posts:
        if called[post.label] == 1 and post in here and not post.registered and post.post_in:
            meanings.note(post.label, post.key)


def _of_their_posts(cast: Cast, meanings: Meanings) -> None:
    """ "The Inspectorate" where HM Chief Inspector of Probation meets others: a body that is named nowhere but that the registry knows by a post."""
    lexicon = cast.resolver.lexicon
    for key in cast.bodies_by_post():
        if cast.table.get(key) is None and (thing := lexicon.registry.things.get(key)):
            meanings.note(body_head(thing.label, lexicon), key)
            if thing.type is EntityType.INSPECTORATE:  # be it called Ofsted
                meanings.note("Inspectorate", key)


def _ranked(cast: Cast, meanings: Meanings) -> None:
    """ "the Captain", where one listed bears a rank that is no post: posts are resolved with those of the list."""
    for rank, draft in cast.resolver.held.items():
        known = rank in cast.resolver.lexicon.role_words or rank.title() in meanings.keys
        if draft is not None and draft.type is EntityType.PERSON and " " not in rank and not known:
            meanings.note(rank.title(), draft.key)


def _jotted(cast: Cast, meanings: Meanings, used: set[str]) -> None:
    """ "Gov reported …", where just one Governor is there."""
    for short, title in _JOTTED.items():
        there = cast.called(title) if short in used and short not in meanings.keys else []
        if len(there) == 1:
            meanings.note(short, there[0])


def _unexplained(cast: Cast, meanings: Meanings, tokens: Tokens) -> None:
    """Acronyms that nobody explains but that are the initials of just one body or post of the document ("the PB")."""
    found: dict[str, list[str]] = {}
    words = tokens.words
    written = {tokens.bases[i] for i in tokens.capitals(0, len(tokens)) if words[i][1:2].isupper()}
    written = {low for low in written if low.upper() not in meanings.keys and not _is_written_out(cast, low)}
    opening = {
        *_MINOR,
        *(letters[0] for letters in written),
    }  # the first letter of a name that has them, or a word left out
    for draft in cast.table.of_type(*BODIES, EntityType.POST) if written else ():
        for name in (draft.label, *draft.names):
            if name[0].lower() not in opening and name.partition(" ")[0].lower() not in opening:
                continue
            letters = _letters(name) if " " in name else ""
            if not (2 <= len(letters) <= 6 and letters.isupper() and letters.lower() in written):
                continue
            full = any(len(place) > len(letters) + 2 for place in draft.mentions)
            if full and draft.key not in found.setdefault(letters, []):
                found[letters].append(draft.key)
    for letters, keys in _of_titles(cast, tokens).items():
        found.setdefault(letters, keys)
    for letters, keys in found.items():
        free = letters not in meanings.keys and not _is_written_out(cast, letters.lower())
        if len(keys) == 1 and free and _is_called(cast, keys[0], letters):
            meanings.note(letters, keys[0])


def _letters(name: str) -> str:
    """The initials of a name."""
    words = name.replace("'", "").split()
    return "".join([word if word == "HM" else word[0] for word in words if len(word) > 3 or word.lower() not in _MINOR])


def _of_titles(cast: Cast, tokens: Tokens) -> dict[str, list[str]]:
    """ "The DG" for the Director General for Probation: the initials of a title without its field, where the text uses them so."""
    found: dict[str, list[str]] = {}
    lows, words = tokens.lows, tokens.words
    used = {words[i] for i in tokens.capitals(1, len(tokens)) if lows[i - 1] == "the" and words[i].isupper()}
    for draft in cast.table.of_type(EntityType.POST) if used else ():
        letters = _letters(_FIELD.split(draft.label, maxsplit=1)[0])
        if len(letters) > 1 and letters in used:
            found.setdefault(letters, []).append(draft.key)
    return found


def _is_called(cast: Cast, key: str, letters: str) -> bool:
    """Are these letters those of this thing?  Those that the registry gives to another are at most those of a body."""
    draft = cast.table.get(key)
    known = letters.lower() in cast.resolver.lexicon.registry.by_label
    return not known or (draft is not None and draft.type in BODIES)


def _is_written_out(cast: Cast, letters: str) -> bool:
    """Do the minutes write out what the registry knows by these letters?"""
    known = cast.resolver.lexicon.registry.by_label.get(letters)
    thing = cast.table.get(known.key) if known else None
    return thing is not None and any(len(place) > len(letters) + 2 for place in thing.mentions)
