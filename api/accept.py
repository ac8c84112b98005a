"""Which of the forms that are on offer a client likes best.

Comes in: an ``Accept`` header (or a ``?format=``) and the media types on offer, the house's favourite first.  Goes out:
one of them.  The one idea: the most specific range of the header speaks for a media type (RFC 9110), then its weight,
then the order of the offer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from api.errors import Problem


@lru_cache(maxsize=512)
def ranges(header: str) -> tuple[tuple[str, str, float], ...]:
    """The ranges of a header as (type, subtype, weight); one that is not well-formed is passed over."""
    found = []
    for part in header.split(","):
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        kind, slash, sub = media.partition("/")
        if slash and kind and sub:
            found.append((kind, sub, _weight(parameters)))
    return tuple(found)


def _weight(parameters: Sequence[str]) -> float:
    for parameter in parameters:
        if parameter.startswith("q="):
            try:
                return min(1.0, max(0.0, float(parameter[2:])))
            except ValueError:
                return 1.0
    return 1.0


def liking(header: str, media: str) -> float:
    """How much a header likes a media type, from 0 (not at all) to 1; a header that is empty likes all."""
    kind, _, sub = media.partition("/")
    best = (-1, 0.0)
    for wanted, wanted_sub, weight in ranges(header):
        if wanted in {kind, "*"} and wanted_sub in {sub, "*"}:
            best = max(best, ((wanted != "*") + (wanted_sub != "*"), weight))
    return best[1] if header.strip() else 1.0


def best(header: str, offered: Sequence[str]) -> str | None:
    """The media type that a header likes best, the earlier of equals; ``None`` where it likes none.

    >>> best("text/csv;q=0.5, application/*", ("text/csv", "application/json"))
    'application/json'
    """
    liked = [(liking(header, media), -place, media) for place, media in enumerate(offered)]
    weight, _, media = max(liked)
    return media if weight > 0 else None


def chosen(header: str, form: str | None, offered: Mapping[str, str]) -> str:
    """The short name of the form that is wanted; ``form`` (from ``?format=``) goes before the header.

    ``offered`` maps short names to media types.  Raises a Problem, 406, where nothing on offer is wanted.
    """
    if form is not None:
        if form not in offered:
            raise Problem(406, "Not Acceptable", f"no form {form!r}; known: {', '.join(offered)}", parameter="format")
        return form
    media = best(header, tuple(offered.values()))
    if media is None:
        raise Problem(406, "Not Acceptable", f"Accept: none of {header} is on offer: {', '.join(offered.values())}")
    return next(name for name, value in offered.items() if value == media)
