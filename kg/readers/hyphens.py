"""Words that were divided at the end of a line.

Comes in: lines.  Goes out: one text.  The one idea: a hyphen goes only where the word goes on in lower case, and stays
where the document writes the word with it elsewhere, or where English does.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.patterns import expression

_WORD = expression(r"\w+(?:[-’']\w+)*")
_AT_END = expression(r"(?<=\w)[-\u00ad\u2010\x02\ufffe]\n")
# PDFium joins the two parts itself and puts U+FFFE (once U+0002) between; U+00AD is a hyphen that shows only there.
_DIVIDED = expression(r"(?<!\w)(\w+)[\ufffe\x02\u00ad](\w*)")
_COMPOUND = frozenset(
    {"all", "anti", "co", "cross", "ex", "follow", "half", "high", "long", "low", "multi", "non"}
    | {"post", "pre", "self", "semi", "short", "so", "sub", "well"}
)


def words_of(lines: Iterable[str]) -> frozenset[str]:
    """The words of a text, in lower case; a word with a hyphen is one."""
    return frozenset(word.lower() for line in lines for word in _WORD.findall(line))


def joined(lines: Iterable[str], words: frozenset[str]) -> str:
    """The lines as one text, divided words made whole.

    >>> joined(["the inspec-", "tion of"], frozenset()), joined(["a well-", "known"], frozenset())
    ('the inspection of', 'a well-known')
    """
    text = _AT_END.sub("\ufffe", "\n".join(lines)).replace("\n", " ")
    return _DIVIDED.sub(lambda found: _whole(found.group(1), found.group(2), words), text)


def _whole(first: str, second: str, words: frozenset[str]) -> str:
    hyphened = f"{first}-{second}"
    if not second[:1].islower() or hyphened.lower() in words or first.lower() in _COMPOUND:
        return hyphened
    return first + second
