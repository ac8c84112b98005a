"""Actions in the shapes in which minutes list them."""

from __future__ import annotations

import pytest

HEAD = "Tide Board\n\n12 September 2019\n\n1. Pumps\n\nThe pumps were discussed at length.\n\n"


@pytest.mark.parametrize(
    ("line", "owners", "task", "status"),
    [
        ("ACTION: OL to write to the marinas by 31 October.", "OL", "write to the marinas by 31 October.", None),
        ("Action – BQ and MB to produce a leaflet", "BQ and MB", "produce a leaflet", None),
        ("Action 3: Amy Ford to circulate the paper. Complete.", "Amy Ford", "circulate the paper.", "completed"),
        ("Action 3.1: Chair to write to the Minister", "Chair", "write to the Minister", None),
        ("[Action: Secretariat to add it to the agenda]", "Secretariat", "add it to the agenda", None),
        ("A1 Tide Office to test the radios. Ongoing", "Tide Office", "test the radios.", "under-way"),
        ("AP2: Head of Policy to draft a reply. In progress.", "Head of Policy", "draft a reply.", "under-way"),
        (
            "22/1 – FT to circulate the statistics for 2018/19. Complete.",
            "FT",
            "circulate the statistics for 2018/19.",
            "completed",
        ),
        ("Action: RT/YA – obtain three quotes", "RT/YA", "obtain three quotes", None),
        ("ACTION Amy Ford to ring the maker", "Amy Ford", "ring the maker", None),
        ("Action: AF will ring the maker", "AF", "ring the maker", None),
        (
            "Action 6: Meeting to be arranged between Amy Ford and Ben Gale.",
            None,
            "Meeting to be arranged between Amy Ford and Ben Gale.",
            None,
        ),
        ("Action: All members to send comments (closed)", "All members", "send comments", "completed"),
    ],
)
def test_an_action_line(paper, line, owners, task, status):
    assert paper(HEAD + line).actions == [(owners, task, status)]


def test_an_action_that_only_names_who_acts_takes_the_sentence_before(paper):
    note = paper(HEAD + "It was late. It was RESOLVED that the Chair should write to the Minister.\n\nACTION: Chair")
    assert note.actions == [("Chair", "It was RESOLVED that the Chair should write to the Minister.", None)]
    assert (
        note.words(note.action(0).span) == "It was RESOLVED that the Chair should write to the Minister. ACTION: Chair"
    )


def test_an_action_in_brackets_behind_its_sentence(paper):
    note = paper(HEAD + "Two pumps had failed. The Secretary would get quotes. (Action: TW)")
    assert note.actions == [("TW", "The Secretary would get quotes.", None)]


def test_actions_on_the_next_line(paper):
    assert paper(HEAD + "Action on: EF\n\nTo write to the operator.").actions == [
        ("EF", "write to the operator.", None)
    ]


def test_a_label_over_list_items(paper):
    note = paper(
        HEAD
        + "Action:\n\n-  Tide Team to type up the notes.\n\n-  Tide Team to send them out\n\n2. Gates\n\n• Gates were discussed."
    )
    assert note.actions == [("Tide Team", "type up the notes.", None), ("Tide Team", "send them out", None)]


def test_owner_term_and_status_on_lines_of_their_own(paper):
    note = paper(
        HEAD + "Action: Publish the paper\nOwner: Ben Dow\nDue: 30 April\nStatus: In progress\n\nThe Chair thanked him."
    )
    assert note.actions == [("Ben Dow", "Publish the paper", "under-way")]
    assert note.words(note.action(0).due) == "30 April"


def test_a_term_below_its_label(paper):
    note = paper(
        HEAD
        + "Actions:\n\nTide Team to provide a link.\n\nDue:\n\nLate January\n\nActions:\n\nTide Team to mend it.\n\nDue:\n\nimmediately"
    )
    assert [note.words(one.due) for one in note.outline.actions] == ["Late January", "immediately"]
    assert [one[:2] for one in note.actions] == [("Tide Team", "provide a link."), ("Tide Team", "mend it.")]


def test_a_status_on_the_bullet_below_leaves_the_rest_as_text(paper):
    note = paper(
        "Panel\n\n1. Welcome\n\nAll were welcomed.\n\n2. Minutes and update on actions\n\nAction 1: Secretariat to contact Dan Lee.\n\n"
        "• Complete - Dan Lee accepted an invitation.\n\nAction 2: Amy Ford to test the data.\n\n• Not complete. Amy Ford said that it was too early.\n\n"
        "Action 3: Amy Ford to ask again.\n\n• Partially complete.\n"
    )
    assert [status for _, _, status in note.actions] == ["completed", "not-completed", "under-way"]
    assert all(one.previous for one in note.outline.actions)
    assert ("item", 2, "Dan Lee accepted an invitation.") in note.passages
    assert ("item", 2, "Amy Ford said that it was too early.") in note.passages
    assert not any(words == "Partially complete." for _, _, words in note.passages)


def test_remarks_behind_a_status_are_text_and_a_new_term_is_the_term(paper):
    note = paper(
        "Board\n\n1. Welcome\n\nAll were welcomed.\n\n2. Actions of the last meeting\n\n"
        "22/2 – TR to confirm how many gates await repair. Not complete. Dr Renn explained that two regions had yet to report. Carried forward to the December meeting.\n"
    )
    assert note.actions == [("TR", "confirm how many gates await repair.", "not-completed")]
    assert note.words(note.action(0).due) == "Carried forward to the December meeting."
    assert ("prose", 2, "Dr Renn explained that two regions had yet to report.") in note.passages


def test_a_table_of_actions(paper):
    note = paper(
        HEAD
        + "Actions\n\n| No | Action | Owner | Due | Status |\n| 1 | Publish the timetable | PN | 15 October | Closed |\n| 2 | HB to write to the Council | HB | Next meeting | |\n"
    )
    assert note.actions == [("PN", "Publish the timetable", "completed"), ("HB", "write to the Council", None)]
    assert [note.words(one.due) for one in note.outline.actions] == ["15 October", "Next meeting"]


def test_a_table_of_actions_read_as_paragraphs(paper):
    note = paper(
        "Board\n\n1. Welcome\n\nAll were welcomed.\n\n2. Minutes and Actions\n\nAction\n\nProgress\n\nTide Office and Senior Officials to discuss the figures.\n\nComplete\n\n"
        "Senior Officials to discuss the list at a workshop.\n\nIn progress.\n\n3. Launch\n\nIt went well."
    )
    assert note.actions == [
        ("Tide Office and Senior Officials", "discuss the figures.", "completed"),
        ("Senior Officials", "discuss the list at a workshop.", "under-way"),
    ]
    assert note.headings == ["Welcome", "Minutes and Actions", "Launch"]


def test_earlier_actions_that_say_how_they_stand(paper):
    note = paper(
        "Board\n\nWelcome\n\nActions from the last meeting were agreed:\n\nMCO to update Cabinet on a regular basis - on track\n\nIt is under way."
    )
    assert note.actions == [("MCO", "update Cabinet on a regular basis", "under-way")]
    assert note.action(0).previous


def test_a_section_of_actions(paper):
    note = paper(
        HEAD
        + "ACTION POINTS\n\n• Chief Ranger to send the map by Friday\n• Wardens’ Commissioner to reply within two weeks"
    )
    assert note.actions == [
        ("Chief Ranger", "send the map by Friday", None),
        ("Wardens’ Commissioner", "reply within two weeks", None),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Action was taken to mend the pumps at once.",
        "The Chair wanted to write to the Minister.",
        "Members agreed that action on pumps was needed.",
        "12/3 of the pumps had failed.",
    ],
)
def test_prose_is_no_action(paper, line):
    assert paper(HEAD + line).actions == []


def test_actions_from_a_day_are_those_of_an_earlier_meeting(paper):
    note = paper(
        "Tide Board\n\n3 May 2019\n\nPresent: Amy Ford (AF), Lock Board; Sam Obi (SO), Tide Board\n\nFees\n\nAF spoke of them.\n\n"
        "ACTIONS FROM 31 OCTOBER\n1. AF – leaflet for owners – done\n2. SO – rota – not done, carry to June meeting\n"
    )
    assert note.actions == [("AF", "leaflet for owners", "completed"), ("SO", "rota", "not-completed")]
    assert all(one.previous for one in note.outline.actions)


def test_owners_on_the_line_of_a_numbered_label_and_the_task_below_it(paper):
    note = paper(
        HEAD
        + "Action B1: Mrs Weir and Mr Rooney\nSettle dates for the loan of an officer by 20 March.\n\nAction B2: Amy Ford\n\nRing the maker.\n"
    )
    assert [(owners, task) for owners, task, _ in note.actions] == [
        ("Mrs Weir and Mr Rooney", "Settle dates for the loan of an officer by 20 March."),
        ("Amy Ford", "Ring the maker."),
    ]


def test_a_homely_heading_over_a_list_of_actions(paper):
    note = paper(
        HEAD
        + "2. What each of us will do\n\n– Director: figures to the Board every month.\n– Head of Contracts: take up the rota with the crews.\n"
    )
    assert [(owners, task) for owners, task, _ in note.actions] == [
        ("Director", "figures to the Board every month."),
        ("Head of Contracts", "take up the rota with the crews."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "ACTIONS: AF to ring the maker; Clerk to write to the owners; all to send comments",
        "Action 4: AF to ring the maker. Action 5: Clerk to write to the owners. Action 6: All to send comments",
        "Action: AF to ring the maker; and Clerk to write to the owners; members to send comments",
        "ACTIONS: (a) AF to ring the maker; (b) Clerk to write to the owners; and (c) Members to send comments.",
        "Action points: (1) AF to ring the maker. (2) Clerk to write to the owners. (3) All to send comments.",
        "Actions – i) AF to ring the maker, ii) Clerk to write to the owners, iii) All to send comments",
    ],
)
def test_several_actions_on_one_line_are_told_apart(paper, line):
    read = paper(HEAD + line).actions
    assert [(owners.lower(), task.rstrip(".;,")) for owners, task, _ in read] == [
        ("af", "ring the maker"),
        ("clerk", "write to the owners"),
        ("members" if "embers" in line else "all", "send comments"),
    ]


def test_earlier_actions_in_a_list_with_more_to_come_say_how_they_stand(paper):
    note = paper(
        "Board\n\n1. Welcome\n\nAll were welcomed.\n\n2. Actions of the last meeting\n\nThe Clerk told members how the actions stood:\n\n"
        "(i) letter to the yard – sent 12 June;\n\n(ii) AF to ring the maker – done on 3 May;\n\n(iii) poster for the pier – carried forward to July; and\n\n"
        "(iv) photographs of the slip – not yet received.\n"
    )
    assert [status for _, _, status in note.actions] == ["completed", "completed", "not-completed", "not-completed"]
    assert "carried forward to July" in note.words(note.action(2).due)


def test_tasks_of_one_owner_are_one_action(paper):
    line = "Action: Clerk to write to the owners; to ring the maker; and to report back"
    assert [owners for owners, _, _ in paper(HEAD + line).actions] == ["Clerk"]
