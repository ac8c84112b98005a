"""What a page tells of one thing, and how a document reads with its facts at their words.

Comes in: a graph and an IRI.  Goes out: a Portrait, or a Transcript for minutes.
"""

from __future__ import annotations

from kg.portraits.model import Fact, Group, Mark, Portrait, Quote, Row, Transcript, Value
from kg.portraits.thing import is_known, portrait
from kg.portraits.transcript import transcript
from kg.portraits.words import speech

__all__ = [
    "Fact",
    "Group",
    "Mark",
    "Portrait",
    "Quote",
    "Row",
    "Transcript",
    "Value",
    "is_known",
    "portrait",
    "speech",
    "transcript",
]
