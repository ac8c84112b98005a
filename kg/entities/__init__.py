"""From mentions to entities and the cast of a meeting; each decision keeps its reason.

Comes in: a document's outline, tokens and mentions.  Goes out: a :class:`Cast`.  The one idea: one thing, one key, however it
is called; a short form ("the Commissioner", "EM", "the Board") means the thing that the document has given that name,
the nearest before it where there are several, and nobody where there is none.
"""

from __future__ import annotations

from kg.entities.cast import Cast
from kg.entities.casting import gather, settle
from kg.entities.draft import AGENTS, Draft, Table
from kg.model import BODIES

__all__ = ["AGENTS", "BODIES", "Cast", "Draft", "Table", "gather", "settle"]
