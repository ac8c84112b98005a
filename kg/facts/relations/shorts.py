"""Bodies called by the first words of their names: "Larkhill" for Larkhill House, "Hebble Primary" for Hebble Primary School.

Comes in: a token with a capital that is no part of a name already known.  Goes out: the key of a body and the token behind.  The one idea:
the first words of a name mean the body where no other body, and nothing common, begins so.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.entities import BODIES, Draft
from kg.facts.context import Context
from kg.lexicon.first_names import first_names
from kg.lexicon.lists import lists
from kg.mentions.words import CONNECTORS, FUNCTION_WORDS, LEGAL_FORMS

_COMMON = lists("relating").words("common-openings")
_OVER_SERVICES = lists("relating").words("over-services")
_PREFIXES = frozenset({"hmp", "hmyoi", "hmp/yoi", "yoi", "rn", "raf"})
_ANSWER = "shorts"
_SHORT = 4  # letters
_APART = 2  # characters between what belongs to two lines
_WHERE = frozenset({"in", "across", "around", "throughout", "near", "outside", "within"})
_Shorts = dict[str, dict[tuple[str, ...], str]]


@dataclass(slots=True)
class _Learned:
    """What so many bodies are called: as found, and with the longest form first."""

    bodies: int = 0
    forms: _Shorts = field(default_factory=dict)
    longest: _Shorts = field(default_factory=dict)


def short_name(context: Context, k: int, last: int) -> tuple[str, int] | None:
    """The body that the words from a token on mean, and the token behind them; the longest form first."""
    tokens = context.tokens
    beside = k > 0 and tokens.starts[k] - tokens.ends[k - 1] < _APART  # and not below a heading
    if beside and tokens.words[k - 1][0].isupper() and tokens.lows[k - 1] not in FUNCTION_WORDS:
        return None  # the last words of another name
    if k and context.tokens.lows[k - 1] in _WHERE:
        return None  # "in Wealdshire"
    for words, key in _known(context).get(context.tokens.bases[k], {}).items():
        if k + len(words) <= last and tuple(context.tokens.bases[k : k + len(words)]) == words:
            meant = key.lstrip("=?")
            return (meant, k + len(words)) if meant else None
    return None


def _known(context: Context) -> _Shorts:
    """The first words of the names of all bodies, by their first word, the longest first; those of new bodies are added."""
    learned: _Learned = context.answers[_ANSWER].setdefault((0, 0), _Learned())
    bodies = context.cast.table.count(*BODIES)
    if learned.bodies != bodies:
        firsts = {
            _learn(context, draft, learned.forms) for draft in context.cast.table.of_type(*BODIES)[learned.bodies :]
        }
        learned.bodies = bodies
        for word in firsts & learned.forms.keys():
            learned.longest[word] = dict(sorted(learned.forms[word].items(), key=lambda form: -len(form[0])))
    return learned.longest


def _learn(context: Context, draft: Draft, found: _Shorts) -> str:
    """Note the first words of the name of a body and tell the first of them; what two share means neither."""
    words = draft.label.lower().replace("’", "'").split()
    words = words[words[0] in _PREFIXES :] or words
    if (len(words) == 1 and words[0] != draft.label.lower()) or _is_own(context, words):
        found.setdefault(words[0], {})[tuple(words)] = draft.key  # "Carrick" for HMP Carrick
    if words[-1] in LEGAL_FORMS and _may_stand(context, words[:-1]):
        found.setdefault(words[0], {})[tuple(words[:-1])] = f"={draft.key}"  # "Kentmere Water" is no customers' council
    if words[1:] in (["police"], ["constabulary"]) and len(words[0]) > _SHORT and words[0] not in _COMMON:
        found.setdefault(words[0], {})[(words[0],)] = f"={draft.key}"  # "Wealdshire" is the force, and no panel over it
    yields = " ".join(words[-2:]) in _OVER_SERVICES
    for n in range(len(words) - 1, 0, -1):
        if _may_stand(context, words[:n]):
            forms = found.setdefault(words[0], {})
            form = tuple(words[:n])
            forms[form] = _meant(forms.get(form), f"?{draft.key}" if yields else draft.key)
    return words[0]


def _meant(now: str | None, key: str) -> str:
    """What some words mean when they may also mean a key: an authority over a service ("?") yields to the service, which bears the same name."""
    if now is None or now == key:
        return key
    if now.startswith("=") or (key.startswith("?") and not now.startswith("?")):
        return now
    if now.startswith("?") and not key.startswith("?"):
        return key
    return "?" if key.startswith("?") else ""


def _is_own(context: Context, words: list[str]) -> bool:
    """Is the name one word that means nothing else ("Cydaled")?"""
    return len(words) == 1 and words[0] not in context.lexicon.bodies and words[0] not in _COMMON and len(words[0]) > 3


def _may_stand(context: Context, words: list[str]) -> bool:
    """Can these words stand for the whole name: no body of their own kind, and nothing that many names begin with?"""
    if not words or words[0] in FUNCTION_WORDS or words[-1] in CONNECTORS or words[-1] in context.lexicon.bodies:
        return False
    if len(words) == 1:
        common = words[0] in _COMMON or words[0] in first_names() or words[0] in context.lexicon.role_words
        return not common and len(words[0]) > 3 and words[0].isalpha()
    return not all(word in _COMMON for word in words)
