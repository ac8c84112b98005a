"""What bodies promised, and how it stands on a day.

Comes in: a view and a day.  Goes out: Findings.  The one idea: a commitment of two bodies counts for each of them, and
a share is told only of what has been decided: kept, or overdue.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from kg.analysis.findings import Findings, Sheet, share
from kg.graphs import Value
from kg.graphs.things import things
from kg.questions import ask
from kg.store.base import View

STATES = ("kept", "given up", "overdue", "not yet due", "no day")
_COLUMNS = tuple(state.replace(" ", "_") for state in STATES)


def commitments_kept(view: View, on: date) -> Findings:
    """How commitments stand on a day: sheets ``bodies`` and ``commitments`` (each with its words)."""
    answer = ask(view, "commitment-states", on=on.isoformat())
    place = answer.variables.index
    acting, commitment, state = place("acting"), place("commitment"), place("state")
    names = {iri: thing.label for iri, thing in things(view, {str(row[acting]) for row in answer.rows}).items()}
    told = {(names[str(row[acting])], str(row[commitment])): str(row[state]) for row in answer.rows}
    states = Counter({one: how for (_, one), how in told.items()}.values())
    return Findings(
        "commitments-kept",
        f"How commitments stand on {on.isoformat()}",
        {
            "commitments": states.total(),
            **{name: states[state] for name, state in zip(_COLUMNS, STATES, strict=True)},
            "share_kept": share(states["kept"], states["kept"] + states["overdue"]),
        },
        (
            Sheet("bodies", ("body", "commitments", *_COLUMNS, "share_kept"), _bodies(told)),
            Sheet("commitments", answer.variables, answer.rows),
        ),
        (
            "only what was committed or planned by then counts; a commitment of several bodies counts for each",
            "the share kept is of what was kept or is overdue",
        ),
    )


def _bodies(told: Mapping[tuple[str, str], str]) -> list[tuple[Value, ...]]:
    by_body: dict[str, Counter[str]] = {}
    for (body, _), state in told.items():
        by_body.setdefault(body, Counter())[state] += 1
    ordered = sorted(by_body.items(), key=lambda item: (-item[1].total(), item[0]))
    return [
        (body, of.total(), *(of[state] for state in STATES), share(of["kept"], of["kept"] + of["overdue"]))
        for body, of in ordered
    ]
