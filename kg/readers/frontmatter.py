"""What the metadata of a document say: the front matter of Markdown, and dates in any format.

Comes in: text.  Goes out: pairs of key and value.  The one idea: front matter is a list of pairs; the rest of YAML is
not for notes.
"""

from __future__ import annotations

import re
from datetime import date

from kg.dates import find_dates
from kg.patterns import expression

_BLOCK = expression(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_PAIR = expression(r"([A-Za-z_][\w .-]{0,60}?)\s?:(?:\s+(.*))?$")
_LIST = expression(r"\[(.*)\]$")
_COMMENT = expression(r"\s#.*$")


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """The pairs at the top of a text, keys in lower case, and where the text behind them begins.

    A list is its members with commas between them, a folded value its lines with spaces.

    >>> front_matter("---\\ntitle: 'Board'\\ntags: [a, b]\\n---\\nHello")
    ({'title': 'Board', 'tags': 'a, b'}, 36)
    """
    found = _BLOCK.match(text)
    if not found or not _PAIR.match(found.group(1).lstrip().split("\n")[0]):
        return {}, 0
    pairs: dict[str, str] = {}
    key = ""
    for line in found.group(1).split("\n"):
        if pair := _PAIR.match(line):
            key = pair.group(1).lower()
            pairs[key] = _value(pair.group(2) or "")
        elif key and line.strip() and not line.lstrip().startswith("#"):
            pairs[key] = _longer(pairs[key], line.strip())
    return pairs, found.end()


def written_date(value: str | None) -> date | None:
    """The one day that a metadata value names ("2017-03-14", "14 March 2017"), else ``None``.

    >>> written_date("2017-03-14T09:00:00Z")
    datetime.date(2017, 3, 14)
    """
    try:
        return date.fromisoformat((value or "").strip()[:10])
    except ValueError:
        days = find_dates(value or "")
    return days[0].day if len(days) == 1 else None


def _value(raw: str) -> str:
    value = raw.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        return value[1:-1]
    value = _COMMENT.sub("", value).rstrip()
    if listed := _LIST.match(value):
        return ", ".join(_value(part) for part in listed.group(1).split(","))
    return "" if value in {"|", ">", "|-", ">-", "~", "null"} else value


def _longer(value: str, line: str) -> str:
    if line.startswith("- "):
        return f"{value}, {_value(line[2:])}" if value else _value(line[2:])
    return f"{value} {line}".strip()
