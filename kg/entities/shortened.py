"""What minutes call a body again, made from its name: "the Inspectorate", "Keystone", "the ICB".

Comes in: the label of a body.  Goes out: its shorter forms.  The one idea: a head that bodies have, or proper words that nothing else is called by.
"""

from __future__ import annotations

import itertools

from kg.entities.draft import Draft
from kg.lexicon import Lexicon
from kg.lexicon.first_names import first_names
from kg.lexicon.lists import lists
from kg.patterns import expression

_NAMES = lists("names")
_OF_FIRMS = _NAMES.words("firm-heads") | _NAMES.words("fields") | _NAMES.words("legal-forms")
_OF_KNOWN = _NAMES.words("heads-of-the-known")
_NO_KINDS = _NAMES.words("legal-forms") | {"nhs"}
_COMMON = (
    _NAMES.words("function-words")
    | _NAMES.words("countries")
    | _NAMES.words("quarters")
    | _NAMES.words("places")
    | _NAMES.words("months")
)
_COMPANY = expression(r",? (?:Limited|Ltd\.?|plc|PLC|LLP|Inc\.?|CIC|Cyf)$")


def body_forms(draft: Draft, lexicon: Lexicon) -> list[str]:
    """The names of a body that only this document tells, without the form of a company."""
    label = draft.label.strip()
    if draft.registered or (" " not in label and not _alone(label, lexicon)):
        return []
    placed = [name for name in draft.names if name.istitle() and name.lower() in lexicon.bodies]  # ("the Consortium")
    short = _COMPANY.sub("", draft.label)
    before, behind, _ = draft.label.partition(" for ")  # "the Custody Service" is the Custody Service for Scotland
    if behind and " " in before and before.split()[-1].lower() in lexicon.bodies:
        placed.append(before)
    words = label.split()
    if len(words) > 2 and words[-1] == "Body" and " ".join(words[-2:]).lower() in lexicon.bodies:
        placed.append(" ".join(words[-2:]))  # "the Accreditation Body"
    return [draft.label, *placed] if short == draft.label or short.lower() in lexicon.bodies else [draft.label, short]


def _alone(label: str, lexicon: Lexicon) -> bool:
    """Is one word a name by itself ("Tidewatch", "GwE"), and no common word for a body, first name or acronym?"""
    low = label.lower()
    if len(label) < 3 or not label[0].isupper() or label.isupper() or not label.isalpha():
        return False
    return not (low in lexicon.bodies or low in lexicon.role_words or low in first_names())


def body_head(label: str, lexicon: Lexicon) -> str | None:
    """The word by which minutes call a body again: "the Registry", "the Inspectorate"."""
    words = label.split()
    if len(words) < 2 or label.startswith("Office of"):
        return None
    if _is_kind(words[-1]) and not label.isupper():
        return words[-1]
    opens = (
        word for word, after in itertools.pairwise(words) if after in {"of", "for", "on"} and _is_head(word, lexicon)
    )
    head = words[-1] if _is_head(words[-1], lexicon) else next(opens, words[0])
    if head == words[0] == "NHS":
        return "Board"  # of Scotland and Wales: "NHS Fife", "the Board"
    role = head.lower() in lexicon.role_words and head.lower() not in lexicon.bodies  # "the Regulator" may be a body
    return head if _is_head(head, lexicon) and not role and head[0].isupper() else None


def _is_kind(word: str) -> bool:
    """Are the letters at the end of a name its kind: "the ICB" for NHS Charnwick ICB?"""
    return word.isupper() and word.isalpha() and 3 <= len(word) <= 5 and word.lower() not in _NO_KINDS


def _is_head(word: str, lexicon: Lexicon) -> bool:
    """Is a word the head of a body's name, or of a name that is known to be a body's ("the Fund", "the Scheme")?"""
    return word.lower() in lexicon.bodies or word.lower() in _OF_KNOWN


def stem(label: str, lexicon: Lexicon) -> str:
    """The proper words before what a firm does ("Keystone" of Keystone Student Living), if all before it are some."""
    words = label.split()
    while len(words) > 1 and words[-1].lower() in _OF_FIRMS:
        words.pop()
    proper = len(words) < min(3, len(label.split())) and all(
        _alone(word, lexicon) and word.lower() not in _COMMON for word in words
    )
    return " ".join(words) if proper and len(words[0]) > 3 else ""
