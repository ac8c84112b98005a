"""Names of persons: their parts, their short forms, their gender where a title or a first name tells it."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.lexicon.first_names import first_names
from kg.lexicon.lists import lists
from kg.patterns import expression

_STYLES = lists("titles").words("styles")
_TEMPORARY = expression(r"^[atd]/")  # "T/Chief Constable": acting, temporary or detective
_SHORT_FIRST_NAMES = lists("names").words("short-first-names")
_PARTS = expression(r"[- ]")  # of which initials count each
_INNER = expression(r"Ma?c[A-Z]|O['’][A-Z]")
_PARTICLES = lists("layout").words("particles") - {"y"}
_WITH_FIRST_NAMES = lists("titles").words("with-first-names")


def parts(name: str, lexicon: Lexicon) -> tuple[list[str], list[str]]:
    """A name as its titles and its other words.

    "Assistant Chief Constable Emma Barnett" gives (["Assistant", "Chief", "Constable"], ["Emma", "Barnett"]); a surname of several
    words is one ("Ms Marian St John": "St John").
    """
    words = name.replace(",", " ").split()
    # "His Honour Judge Roe"
    styled = len(words) > 2 and words[0].lower() in {"his", "her"} and words[1].lower() in _STYLES
    words = [" ".join(words[:2]), *words[2:]] if styled else words
    i = int(styled)
    while i < len(words) - 1 and _TEMPORARY.sub("", words[i].lower()).rstrip(".") in lexicon.honorifics:
        i += 1
    rest = [
        word for word in words[i:] if not (word.isupper() and word.lower() in lexicon.honorifics and len(words) - i > 2)
    ]
    return words[:i], _with_particles(rest, 0 if i else 1)


def _with_particles(words: list[str], first: int) -> list[str]:
    """The words of a name, those of a surname with particles as one; it begins at the word of that number or later."""
    at = next((k for k in range(first, len(words) - 1) if words[k].lower() in _PARTICLES), None)
    return words if at is None else [*words[:at], " ".join(words[at:])]


def gender(name: str, lexicon: Lexicon) -> str | None:
    """The gender that a title or the first name tells."""
    return gender_of(*parts(name, lexicon), lexicon)


def gender_of(titles: list[str], rest: list[str], lexicon: Lexicon) -> str | None:
    """The same of the parts of a name."""
    return titled(titles, lexicon) or (first_names().get(rest[0].lower()) if len(rest) > 1 else None)


def titled(titles: list[str], lexicon: Lexicon) -> str | None:
    """The gender that a title tells, which counts for more than a first name."""
    told = (lexicon.honorifics.get(title.lower().rstrip(".")) for title in titles)
    return next((one for one in told if one in {"f", "m"}), None)


def bears_title(name: str) -> bool:
    """Does the name begin with a title that stands before first names too ("Dame Anne Stone": "Dame Anne")?"""
    return name.split(maxsplit=1)[0] in _WITH_FIRST_NAMES


def may_be(words: list[str], name: list[str], *, titled: bool) -> bool:
    """Can two words call somebody of this name: the last two of three, behind a title ("Mr Parry Lloyd"), or with a first name in short ("Ollie Roe")?"""
    if titled and len(name) > len(words) and name[-2:] == words:
        return True
    first, other = words[0].lower(), name[0].lower()
    alike = f"{first} {other}" in _SHORT_FIRST_NAMES or f"{other} {first}" in _SHORT_FIRST_NAMES
    return alike and len(words) == len(name) == 2 and words[1] == name[1]


def initials(words: list[str]) -> str:
    """The initials of a name; a hyphenated surname counts each part.

    >>> initials(["Susan", "Acland-Hood"])
    'SAH'
    """
    return "".join(part[0].upper() for word in words for part in _PARTS.split(word) if part and part[0].isalpha())


def long_initials(words: list[str]) -> str:
    """The initials with all capitals of a surname such as McGuinness: "BMcG" for Brendan McGuinness; nothing of any other name."""
    inner = _INNER.match(words[-1])
    return "".join(word[0] for word in words[:-1]) + inner[0] if inner else ""


def short_forms(name: str, lexicon: Lexicon) -> list[str]:
    """What minutes call a person after the first mention: full name, title and surname, surname, initials.

    >>> from kg.lexicon import lexicon
    >>> "Renshawe" in short_forms("Dr Tobias Renshawe", lexicon())
    True
    """
    titles, rest = parts(name, lexicon)
    if not rest:
        return [name]
    surname, full = rest[-1], " ".join(rest)
    forms = [name, full, surname]
    forms += [f"{title} {surname}" for title in titles] + [f"{title} {full}" for title in titles]
    if len(rest) > 1 and len(rest[0].rstrip(".")) > 1 and surname[0].isupper():
        forms.append(f"{rest[0]} {surname[0]}")  # "Craig D"
    if titles and len(rest) > 1 and titles[-1] in _WITH_FIRST_NAMES:
        forms.append(f"{titles[-1]} {rest[0]}")
    forms += [
        f"{title} {surname}" for title in ("Mr", "Ms", "Mrs", "Miss", "Dr", "Professor", "Prof") if title not in titles
    ]
    return list(dict.fromkeys(forms))
