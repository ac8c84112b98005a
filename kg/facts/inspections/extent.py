"""The tokens of an undertaking in its sentence: what it is about, and the words that are its evidence.

Comes in: a :class:`Phrase` with its standing.  Goes out: tokens.  The one idea: the evidence is the phrase up to the end of its clause,
from the verb before it where that tells.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.inspections.matter import topic_before
from kg.facts.inspections.phrases import SUBMITTED, Phrase, lodged_with, submitted
from kg.facts.inspections.statuses import Standing
from kg.facts.words import ARTICLES, AUXILIARIES, PREPOSITIONS
from kg.model import EntityType

_SUBJECTS = frozenset({"it", "he", "she", "they", "we", "there"})


def inside_name(context: Context, i: int) -> bool:
    """Is a token a word of a name, though not of a report?"""
    name = context.name_around(i)
    return name is not None and name.type is not EntityType.REPORT


def subject_of(context: Context, line: Line, phrase: Phrase) -> tuple[int, int]:
    """What it is about; in "X is the subject of an inspection" that is X."""
    lows = context.tokens.lows
    if lows[phrase.first - 4 : phrase.first] == [
        "as",
        "the",
        "subject",
        "of",
    ]:  # "concentrating on fees as the subject of a review"
        start = next(
            (k for k in range(phrase.first - 5, line.first, -1) if lows[k - 1] in PREPOSITIONS), phrase.first - 4
        )
        return start, phrase.first - 4
    lent = submitted(context, phrase) or lodged_with(context, phrase) >= 0
    if lent or lows[max(line.first, phrase.first - 2) : phrase.first] in SUBMITTED:
        verb = next(
            (
                k
                for k in range(line.first, phrase.first)
                if lows[k] in {"is", "are", "was", "were", "will", "would", "had", "has"}
            ),
            line.first,
        )
        that = next((k + 1 for k in range(verb - 1, line.first, -1) if lows[k] == "that"), line.first)
        return that, verb
    return phrase.about if phrase.told else topic_before(context, line) or phrase.about


def evidence_of(context: Context, line: Line, phrase: Phrase, told: Standing) -> tuple[int, int]:
    """The phrase up to the end of its clause, from the verb before it where that tells."""
    tokens = context.tokens
    first = phrase.first
    if not phrase.told and tokens.lows[max(line.first, first - 2) : first] in SUBMITTED:
        first = line.first
    if told.rule == "inspection-object" and told.group and not phrase.told and phrase.noun - first <= 1:
        first = min(
            first, told.aim if told.aim >= line.first else told.group.first
        )  # "asked X to carry out an inquiry"
    end = max(phrase.last, told.group.head + 1 if told.group and told.rule != "inspection-object" else 0)
    while end < line.last and tokens.words[end] not in {";", ".", ":", "?", "–"}:
        if (
            tokens.words[end] == ","
            and not (tokens.lows[end + 1] == "which" and not phrase.told and told.relative)
            and tokens.lows[end + 1 : end + 2]
            and tokens.lows[end + 1]
            in {"which", "who", "so", "because", "although", "but", "while", "whereas", "and", "as", "where"}
        ):
            break
        if end == phrase.last and told.rule == "inspection-object" and tokens.lows[end] in AUXILIARIES:
            break  # "that the Council should commission its own audit was not seconded"
        if tokens.words[end] == "," and phrase.oblique and tokens.lows[end + 1] in _SUBJECTS:
            break  # "in an internal inquiry over Christmas, it had …"
        if (
            tokens.words[end] == ","
            and phrase.oblique
            and (name := context.mention_at.get(end + 1))
            and tokens.lows[name.last] in context.lexicon.predicates.verbs
        ):
            break  # "asked about the proposed inquiry, Dr Pell said …"
        if (
            tokens.lows[end] == "and"
            and end >= phrase.last
            and tokens.lows[end + 1] in AUXILIARIES
            and told.rule == "inspection-object"
        ):
            break  # "has begun an investigation and may not say much"
        if tokens.lows[end] == "and" and any(
            low in context.lexicon.undertakings.nouns for low in tokens.lows[end + 1 : end + 6]
        ):
            break
        end += 1
    return first, end


def label_of(context: Context, kind: str, head: str, about: tuple[int, int]) -> str:
    """What an undertaking is called: its noun and what it is about."""
    text = " ".join(context.words(*about).replace("’", "'").split()).strip(" ,;.")
    text = f"t{text[1:]}" if text.startswith("The ") else text  # "The home had been inspected."
    words = [word for word in head.replace("’", "'").split() if word.lower() not in ARTICLES]
    noun = " ".join(words) if words and words != ["another"] else kind or "inspection"
    if text.count('"') % 2:  # a quotation that goes on, or that began before
        text = text.replace('"', "")
    link = "to" if noun.casefold().endswith(("visit", "visits")) else "of"
    label = f"{noun} {link} {text}" if text else noun
    return label[0].upper() + label[1:]
