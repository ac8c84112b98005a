"""Who asks whom, who answers, and whether they ask back.

Comes in: a view.  Goes out: Findings.  The one idea: asking is returned where the asked asks the asker too, whenever.
"""

from __future__ import annotations

from collections import Counter

from kg.analysis.findings import Findings, Sheet, share
from kg.graphs import Value
from kg.graphs.things import things
from kg.questions import ask
from kg.store.base import View


def asking_and_answering(view: View) -> Findings:
    """Reciprocity: sheets ``parties`` (each with what it asked and was asked) and ``pairs``."""
    rows = _rows(view)
    pairs = Counter[tuple[str, str]]()
    for who, whom, asked, _ in rows:
        if whom is not None:
            pairs[who, whom] += asked
    returned = sum((whom, who) in pairs for who, whom in pairs)
    questions, answered = sum(row[2] for row in rows), sum(row[3] for row in rows)
    return Findings(
        "asking-and-answering",
        "Who asks whom, who answers, and who asks back",
        {
            "questions": questions,
            "answered": answered,
            "share_answered": share(answered, questions),
            "put_to_nobody_named": sum(row[2] for row in rows if row[1] is None),
            "pairs": len(pairs),
            "pairs_asking_back": returned,
            "reciprocity": share(returned, len(pairs)),
        },
        (Sheet("parties", _PARTIES, _parties(rows)), Sheet("pairs", _PAIRS, _pairs(rows, pairs))),
        ("a question whose addressee the text does not name was put to whoever answered it",),
    )


_PARTIES = ("who", "asked", "got_answers", "was_asked", "answered")
_PAIRS = ("who", "whom", "asked", "answered", "asked_back")
_Row = tuple[str, str | None, int, int]


def _rows(view: View) -> list[_Row]:
    """Who, whom, how many questions and answers; two of the same name are told apart."""
    answer = ask(view, "who-asked-whom")
    speaker, party, asked, answered = map(answer.variables.index, ("speaker", "party", "asked", "answered"))
    iris = {str(row[place]) for row in answer.rows for place in (speaker, party) if row[place] is not None}
    names = {iri: thing.label for iri, thing in things(view, iris).items()}
    return [
        (names[str(row[speaker])], names.get(str(row[party])), _number(row[asked]), _number(row[answered]))
        for row in answer.rows
    ]


def _number(value: Value) -> int:
    return int(str(value))


def _parties(rows: list[_Row]) -> list[tuple[Value, ...]]:
    """What each party asked and was asked, whoever asked most first."""
    counts: dict[str, list[int]] = {}
    for who, whom, asked, answered in rows:
        for party, place in ((who, 0), (whom, 2)):
            if party is not None:
                told = counts.setdefault(party, [0, 0, 0, 0])
                told[place] += asked
                told[place + 1] += answered
    ordered = sorted(counts.items(), key=lambda item: (-item[1][0], -item[1][2], item[0]))
    return [(party, *told) for party, told in ordered]


def _pairs(rows: list[_Row], pairs: Counter[tuple[str, str]]) -> list[tuple[Value, ...]]:
    return [
        (who, whom, asked, answered, pairs[whom, who] if whom is not None else None)
        for who, whom, asked, answered in rows
    ]
