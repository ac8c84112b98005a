"""Rows and jotted lines of actions, with a head line, with another head, or with none."""

from __future__ import annotations

import pytest

from tests.notes import BOARD, LETTERED, commitments, read_note

FRAME = LETTERED + "\nNext meeting: 7 June 2019\n"
BOTH = [({"Noah Reed"}, "committed", "2019-05-10"), ({"Wendy Ash"}, "committed", "2019-05-17")]


@pytest.mark.parametrize(
    "rows",
    [
        "NR | count the lamps | 10 May\nWA | write to the lodgers | 17 May",
        "Count the lamps | NR | 10 May\nWrite to the lodgers | WA | 17 May",
        "Count the lamps\tNR\t10 May\nWrite to the lodgers\tWA\t17 May",
        "Count the lamps / NR / 10 May\nWrite to the lodgers / WA / 17 May",
        "Count the lamps ........ NR ........ 10 May\nWrite to the lodgers ........ WA ........ 17 May",
        "10 May – count of lamps – NR\n17 May – letter to lodgers – WA",
        "By 10 May: NR to count the lamps\nBy 17 May: WA to write to the lodgers",
        "• Count of the lamps (NR, by 10 May)\n• Letter to the lodgers (WA, by 17 May)",
        "[ ] NR count the lamps by 10 May\n[ ] WA write to the lodgers by 17 May",
        "@NR count the lamps by 10 May\n@WA write to the lodgers by 17 May",
        "Undertaking | Given by | For completion\nCount the lamps | NR | 10 May\nWrite to the lodgers | WA | 17 May",
        "Decision | Responsible | Timescale\nCount the lamps | NR | 10 May\nWrite to the lodgers | WA | 17 May",
        "Who does what\n\nNR – count of the lamps – one week\nWA – letter to the lodgers – two weeks",
        "Actions\n\nNR – count of the lamps – one week\nWA – letter to the lodgers – two weeks",
    ],
)
def test_a_row_tells_owner_task_and_term_without_a_head_that_is_known(rows: str) -> None:
    assert commitments(read_note(rows, FRAME)) == BOTH


def test_a_term_may_stand_with_the_status() -> None:
    rows = "Ref | Action | Lead | Status\n3/1 | Count the lamps | NR | Done\n3/2 | Write to the lodgers | WA | Ongoing, due 17 May"
    assert [(who, due) for who, _, due in commitments(read_note(rows, FRAME))] == [
        ({"Noah Reed"}, None),
        ({"Wendy Ash"}, "2019-05-17"),
    ]


@pytest.mark.parametrize(
    "line", ["129. ACCOUNTS FOR 2014", "Lamps – a history – 2014", "The lamps were lit (NR, 10 May)."]
)
def test_a_heading_or_a_remark_with_a_year_is_no_row(line: str) -> None:
    assert commitments(read_note(line, BOARD)) == []
