"""The forms of English verbs.

Comes in: a verb in its base form.  Goes out: its forms with what they are.  Regular verbs by rule, the others from
``data/lexicon/irregular-verbs.tsv`` (base, past, past participle; several forms of one cell with a slash).
"""

from __future__ import annotations

from functools import cache
from sys import intern

from kg import resources

BASE, THIRD, PAST, PARTICIPLE, GERUND = "base", "third", "past", "participle", "gerund"
_VOWELS = frozenset("aeiou")
# two-syllable verbs whose last syllable carries the stress, and so double their consonant
_DOUBLES = frozenset(
    "admit commit submit permit omit refer prefer defer confer infer transfer occur incur recur concur regret rebut remit forget begin "
    "pencil fulfil instil distil enrol control compel propel equip upset recap quiz demur aver".split()
)


@cache
def irregular() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Base form -> (past forms, past participles)."""
    table = {}
    for line in (resources.data() / "lexicon" / "irregular-verbs.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            base, past, participle = line.split("\t")
            table[base] = (tuple(past.split("/")), tuple(participle.split("/")))
    return table


def forms(verb: str) -> dict[str, frozenset[str]]:
    """Every form of a verb and what it can be.

    >>> sorted(forms("propose"))
    ['propose', 'proposed', 'proposes', 'proposing']
    >>> sorted(forms("put")["put"])
    ['base', 'participle', 'past']
    >>> sorted(forms("admit"))
    ['admit', 'admits', 'admitted', 'admitting']
    >>> sorted(forms("dial"))
    ['dial', 'dialled', 'dialling', 'dials']
    """
    if verb == "be":
        return {
            "be": frozenset({BASE}), "am": frozenset({BASE}), "is": frozenset({THIRD}), "are": frozenset({BASE}),
            "was": frozenset({PAST}), "were": frozenset({PAST}), "been": frozenset({PARTICIPLE}), "being": frozenset({GERUND}),
        }  # fmt: skip
    pasts, participles = irregular().get(verb, ((_past(verb),), (_past(verb),)))
    found: dict[str, set[str]] = {}
    for form, what in [(verb, BASE), (_third(verb), THIRD), (_gerund(verb), GERUND)]:
        found.setdefault(form, set()).add(what)
    for form in pasts:
        found.setdefault(form, set()).add(PAST)
    for form in participles:
        found.setdefault(form, set()).add(PARTICIPLE)
    return {intern(form): _one(frozenset(what)) for form, what in found.items()}


@cache
def _one(what: frozenset[str]) -> frozenset[str]:
    """The same set for all forms that can be the same: there are thousands of forms, and few such sets."""
    return what


def _third(verb: str) -> str:
    if verb == "have":
        return "has"
    if verb in {"do", "go", "echo", "veto"} or verb.endswith(("s", "x", "z", "ch", "sh")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return _doubled(verb) + "ed"


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and len(verb) > 2:
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


def _doubled(verb: str) -> str:
    ending_fits = (
        len(verb) > 2
        and verb[-1] not in _VOWELS
        and verb[-1] not in "wxyh"
        and verb[-2] in _VOWELS
        and verb[-3] not in _VOWELS
    )
    one_vowel = sum(letter in _VOWELS for letter in verb) == 1
    if ending_fits and (one_vowel or verb in _DOUBLES or verb.endswith(("el", "al"))):
        return verb + verb[-1]
    return verb + "l" if verb.endswith(("ial", "uel")) else verb  # dialled, fuelled


@cache
def participles() -> frozenset[str]:
    """The irregular past participles."""
    return frozenset(form for _, forms_ in irregular().values() for form in forms_)


@cache
def pasts() -> frozenset[str]:
    """The irregular past forms."""
    return frozenset(form for forms_, _ in irregular().values() for form in forms_)


@cache
def presents() -> frozenset[str]:
    """The third persons of the irregular verbs and of the commonest regular ones, as far as minutes use them as finite verbs."""
    regular = """
    want need require expect hope intend plan aim look work consider support welcome believe include continue
    remain depend propose seek
    """.split()
    return frozenset(_third(verb) for verb in [*irregular(), *regular]) | frozenset(regular)
