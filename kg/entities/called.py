"""By what first names a text calls those whom it named in full before, though no list names them.

Comes in: the cast once its persons are known.  Goes out: first names with the key of the only person who bears each.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.entities.cast import Cast
from kg.lexicon.first_names import first_names
from kg.model import EntityType
from kg.sentences import Tokens


def by_first_name(cast: Cast, tokens: Tokens, taken: frozenset[str]) -> Iterator[tuple[str, str]]:
    """ "Nick Stone, Lamp Trust, is working on a code. Nick will circulate it.": first names that stand alone, none of those that are taken."""
    bearers: dict[str, list[str]] = {}
    for draft in cast.table.of_type(EntityType.PERSON):
        _, rest = cast.resolver.persons.parts(draft.label)
        if len(rest) > 1 and rest[0].lower() in first_names() and rest[0] not in taken:
            bearers.setdefault(rest[0], []).append(draft.key)
    words = tokens.words
    alone = {words[i] for i in tokens.capitals(0, len(tokens) - 1) if words[i] in bearers and words[i + 1].islower()}
    for name in sorted(alone):
        if len(bearers[name]) == 1:
            yield name, bearers[name][0]
