"""Actions behind references, rows without a line of heads, and tasks whose owner stands on the line below."""

from __future__ import annotations

import pytest

from tests.notes import LETTERED, commitments, read_note, statements

REED, ASH = {"Noah Reed"}, {"Wendy Ash"}


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("ACTIONS FROM MARCH\nK1 NR – count of lamps – done", (REED, "completed", None)),
        ("ACTIONS FROM MARCH\nK2 WA – letter to lodgers – not done, now due 1 June", (ASH, "not-completed", "2019-06-01")),
        ("ACTIONS FROM MARCH\nK3 NR – map of buoys – overtaken by the new chart", (REED, "superseded", None)),
        ("ACTIONS FROM THE THIRD MEETING\n3/1 Mr Reed: to count the lamps. Completed.", (REED, "completed", None)),
        ("ACTIONS FROM THE THIRD MEETING\n3/2 Ms Ash: to visit Dunford. Outstanding; to be arranged by 30 June.",
         (ASH, "not-completed", "2019-06-30")),
        ("MATTERS ARISING\n\n(a) Minute 49 (Quay Lane): Ms Ash to visit Dunford – done.", (ASH, "completed", None)),
        ("MATTERS ARISING\n\n(b) Minute 50 (Old Lamps): Mr Reed to count the lamps – outstanding.", (REED, "not-completed", None)),
        ("ACTIONS FROM MARCH\nK4 NR – to bring a chart to the next meeting. Done.\n\nNext meeting: 10 June 2019", (REED, "completed", None)),
        ("ACTIONS FROM MARCH\nK5 NR – count of lamps – on the agenda, closed.", (REED, "completed", None)),
        ("ACTIONS FROM MARCH\nK6 WA to say whether letters can be sent – no answer yet; keep open.", (ASH, "not-completed", None)),
        ("MATTERS ARISING\n\nLamps (Ms Ash to write to the yard): done, with thanks.", (ASH, "completed", None)),
        ("MATTERS ARISING\n\nBuoys (Mr Reed to press the yard): continuing; two are laid.", (REED, "under-way", None)),
        ("Action 4/1\tNR to count the lamps by 7 June.", (REED, None, "2019-06-07")),
        ("Who / what / when\nWA – collect stories of lodgers – before June meeting", (ASH, None, "2019-05-31")),
        ("Schedule of agreed actions\n\nMinute 5: Noah Reed – supply figures to auditors (07.06.19)", (REED, None, "2019-06-07")),
        ("2/1 NR – list of lamps out. Done 2 April.", (REED, "completed", None)),
        ("Actions brought forward:\n\n2/4 Wendy Ash: publish the chart. Done (3 April).", (ASH, "completed", None)),
        ("NR – list of lamps out. Sent 2 April. Closed.", (REED, "completed", None)),
        ("ACTION LOG\n\nRef 1.2 – Count of the lamps\nLead: Noah Reed. Due: 17 May 2019.", (REED, None, "2019-05-17")),
        ("MATTERS ARISING\n\n3/4.2 – Mr Reed to price two buoys by the end of April. Outstanding: one priced.", (REED, "not-completed", "2019-04-30")),
        ("MATTERS ARISING\n\n3/4.3 – Ms Ash to send the chart to the yard by 31 March. Completed.", (ASH, "completed", None)),
        ("MATTERS ARISING\n\nMs Ash to ring two yards by 12 April. Outstanding: one has been rung.", (ASH, "not-completed", "2019-04-12")),
        ("MATTERS ARISING\n\n(i) Ms Ash to print the chart. Discharged: issued to all keepers on 30 March.", (ASH, "completed", None)),
        ("MATTERS ARISING\n\n3/7: Ms Ash to price two buoys by 30 March. This remains outstanding.", (ASH, "not-completed", "2019-03-30")),
        ("Since last time\n\n• WA to ring the yard by the end of April. Not done: no answer.", (ASH, "not-completed", "2019-04-30")),
        ("Since we last met\n\n• NR to ring the yard. Done.", (REED, "completed", None)),
        ("MATTERS ARISING\n\n(3/8) Ms Ash to price two buoys by 30 March. Not done.", (ASH, "not-completed", "2019-03-30")),
        ("ACTION LOG\n\nRef | Action | Owner | Due | Status\n4 | Paint the hut | Wendy Ash | 12 April | Closed", (ASH, "completed", "2019-04-12")),
        ("MATTERS ARISING\n\n3/5 Ms Ash to visit Dunford by September. Outstanding.", (ASH, "not-completed", "2019-09-30")),
        ("MATTERS ARISING\n\n3/6 Ms Ash to visit Dunford. Outstanding; carried forward to the March meeting.", (ASH, "not-completed", "2020-03-31")),
        ("TABLE OF ACTIONS\n\n4/1 | Thank the Minister | Chair | 31 May 2019\n4/2 | Circular to keepers | Noah Reed | 7 June 2019",
         (REED, None, "2019-06-07")),
    ],
)  # fmt: skip
def test_an_action_names_its_owner_and_its_end(lines: str, found: tuple[set[str], str | None, str | None]) -> None:
    reading = read_note(lines, LETTERED)
    actors, _, due = commitments(reading)[-1]
    assert (actors, reading.commitments[-1].status, due) == found


def test_an_acronym_that_the_minutes_explain_owns_an_action() -> None:
    text = "Harbour Marine Police Service (HMPST) had come.\n\nActions\n\nCount of the lamps: HMPST, by 15 June"
    assert commitments(read_note(text, LETTERED))[-1] == ({"Harbour Marine Police Service"}, "committed", "2019-06-15")


def test_a_term_behind_its_label_is_no_part_of_the_task() -> None:
    reading = read_note("ACTION: NR to speak to the owners of the quay. By: end June.", LETTERED)
    assert [(promise.action, promise.due_by and promise.due_by.isoformat()) for promise in reading.commitments] == [
        ("speak to the owners of the quay", "2019-06-30")
    ]


def test_a_title_that_notes_shorten_owns_an_action_and_speaks() -> None:
    frame = "WEIR PRISON BOARD, 9 January 2018\n\nPres: Kay Lock (Chair), Tom Bell, Moses Adey (Governor)\n\n1. ACTIONS\n\n{}\n"
    reading = read_note(
        "3/2 Gov – figures on visits. Not done.\n\n2. REPORT\n\nGov reported that two wings were shut.", frame
    )
    assert commitments(reading)[0][0] == {"Moses Adey"}
    assert statements(reading) == [({"Moses Adey"}, "informed")]


def test_a_line_to_sign_on_is_no_action() -> None:
    rows = "ACTIONS\n\n4/1 | Count the lamps | Noah Reed | 7 June 2019\n\nSigned: ______________________ Chair"
    assert len(commitments(read_note(rows, LETTERED))) == 1


def test_what_is_told_behind_an_earlier_minute_in_several_sentences_stays_text(paper):
    note = paper(
        "Board, 3 May 2019\n\nPresent: Ann Ash (Chair)\n\n1. Matters arising\n\n(i) Minute 38/11: The Chair to seek a meeting. Not yet achieved. "
        "The Chair explained that two dates had been offered.\n\n2. Lamps\n\nThe Chair said that two had failed."
    )
    assert note.actions == []


def test_numbered_paragraphs_that_report_stay_prose_under_an_action_log(paper):
    note = paper(
        "Board, 3 May 2019\n\nPresent: Ann Ash (Chair)\n\n3. ACTION LOG\n\n3.1 The Head of Pumps updated Members on the log.\n\nAction 7: Clerk to"
        " mend the gate. Ongoing.\n\n3.2 Ms Ash regretted that the gate had been left. The Head undertook to agree a day with FHA as soon as possible."
    )
    assert [task for _, task, _ in note.actions] == ["mend the gate."]
    told = [words for kind, _, words in note.passages if kind != "action"]
    assert [(words or "")[:12] for words in told] == ["The Head of ", "Ms Ash regre"]
