"""Which lines are headings of substance, which are form, and what is running text."""

from __future__ import annotations

import itertools

import pytest

from kg.readers import read
from kg.structure import outline

HEAD = "Tide Board\n\n3 May 2019\n\nPresent: Amy Ford (Chair)\n\n"


def test_short_lines_that_running_text_follows(paper):
    note = paper(
        "Meeting with the Regulator\n\nMeeting Date: 3 May 2019\n\nMatters Discussed:\n\nFees survey\n\nThe Regulator said that fees had risen.\n\n"
        "Code of practice\n\nThe code was late.\n\nHow will the Code be enforced?\n\nNobody knew.\n\nJoint Work\n\nThey agreed to meet."
    )
    assert note.headings == ["Fees survey", "Code of practice", "How will the Code be enforced?", "Joint Work"]


@pytest.mark.parametrize(
    "mark",
    [
        "{n}. {t}",
        "{n}) {t}",
        "{n} {t}",
        "{n}.\t{t}",
        "Item {n}: {t}",
        "ITEM {n} – {t}",
        "{n}.0 {t}",
        "{n}/ {t}",
        "Minute {n} – {t}",
    ],
)
def test_numbers_in_their_shapes(paper, mark):
    titles = ["Welcome", "Police.uk – lessons learned", "Any other business"]
    text = "\n\n".join(f"{mark.format(n=n, t=t)}\n\nThe Chair spoke of it." for n, t in enumerate(titles, 1))
    note = paper(HEAD + text)
    assert note.headings == titles
    assert [heading.position for heading in note.outline.headings] == [1, 2, 3]


def test_letters_as_numbers(paper):
    note = paper(HEAD + "A. Pumps\n\nTwo pumps had failed.\n\nB. Gates\n\nOne gate had failed.")
    assert note.headings == ["Pumps", "Gates"]


def test_in_a_numbered_document_short_lines_are_no_headings(paper):
    note = paper(
        HEAD
        + "1. Welcome\n\nThe Chair welcomed all.\n\n2. Programme update\n\nData institute\n\nThe institute will open.\n\n"
        "3. Workshop\n\nIt was held.\n\nAny other business\n\nThere was none."
    )
    assert note.headings == ["Welcome", "Programme update", "Workshop", "Any other business"]


def test_numbered_paragraphs_and_numbered_lists_are_no_headings(paper):
    note = paper(
        HEAD
        + "Pumps\n\n1. The Chair said that two pumps had failed.\n\n2. Members asked when they would be mended.\n\n"
        "Priorities\n\nThe Board agreed three priorities:\n\n1. Better data\n2. Faster repairs\n3. Lower fees"
    )
    assert note.headings == ["Pumps", "Priorities"]
    assert ("item", 2, "Better data") in note.passages


def test_headings_with_their_text_on_one_line(paper):
    note = paper(
        HEAD + "1. Minutes of the last meeting: The minutes were agreed as a correct record.\n"
        "2. Roads – The Chair reported that the B road would close in August.\n3. AOB – There was none and the meeting closed."
    )
    assert note.headings == ["Minutes of the last meeting", "Roads", "AOB"]
    assert ("prose", 2, "The Chair reported that the B road would close in August.") in note.passages


def test_an_agenda_before_the_items_is_a_list(paper):
    note = paper(
        HEAD
        + "Agenda\n1. Welcome\n2. Pumps\n3. Gates\n\n1. Welcome\n\nAll were welcomed.\n\n2. Pumps\n\nTwo failed.\n\n3. Gates\n\nNone failed."
    )
    assert note.headings == ["Welcome", "Pumps", "Gates"]


def test_headings_of_form_labels_names_and_sentences_are_none(paper):
    note = paper(
        "Catch-up\n\nPurpose\n\nTo talk.\n\nDiscussion\n\nPumps\n\nThe pumps were old\n\nand had failed twice.\n\nActions\n\nAF to write to the maker.\n\n"
        "Project description:\n\nIt is long.\n\nAmy Ford\n\nChair"
    )
    assert note.headings == ["Pumps"]
    assert ("prose", 1, "The pumps were old and had failed twice.") in note.passages


def test_a_title_in_capitals_with_a_colon_is_a_heading_a_lead_in_is_none(paper):
    note = paper(
        HEAD
        + "Births, Marriages and Deaths:\n\nThe proposal was discussed at length.\n\nThe Board approved the following projects:\n\n• Trafford Lab\n\n"
        "Open Addressing:\n\nThe proposal was put off."
    )
    assert note.headings == ["Births, Marriages and Deaths", "Open Addressing"]


def test_headings_of_markdown_below_a_heading_of_form(paper):
    note = paper(
        "# Meeting with the Registrar\n\n## Matters discussed\n\n### Backlog\n\nIt had fallen.\n\n### Fees\n\nThey had risen.\n\n#### Refunds\n\nFew.\n\n"
        "## Any other business\n\nNone.\n",
        "note.md",
    )
    assert note.headings == ["Backlog", "Fees", "Any other business"]


def test_headings_of_html(paper):
    note = paper(
        "<html><head><title>Registrar</title></head><body><h1>Meeting with the Registrar</h1><p>Date: 3 May 2019</p><h2>Attendees</h2>"
        "<ul><li>Amy Ford (Chair)</li><li>Ben Gale, Tide Office</li></ul><h2>Backlog</h2><p>It had fallen.</p><h2>Fees</h2><p>They had risen.</p></body></html>",
        "note.html",
    )
    assert note.headings == ["Backlog", "Fees"]
    assert note.people == [("Amy Ford", "present"), ("Ben Gale", "present")]
    assert note.day == "2019-05-03"


def test_body_and_span_of_a_heading(paper):
    note = paper(HEAD + "1. Pumps\n\nTwo failed.\n\n2. Gates\n\nNone failed.")
    first, second = note.outline.headings
    assert note.words(first.span) == "1. Pumps"
    assert note.words(first.body) == "Two failed."
    assert note.words(second.body) == "None failed."


def test_preamble_prose_and_items(paper):
    note = paper(
        "Meeting with the Registrar\n\nThe Registrar registers ferries.\n\nBacklog\n\nThree things were said:\n\n• it had fallen;\n• it would fall;\n\n"
        "The Registrar was glad."
    )
    assert note.passages == [
        ("preamble", None, "The Registrar registers ferries."),
        ("prose", 1, "Three things were said:"),
        ("item", 1, "it had fallen;"),
        ("item", 1, "it would fall;"),
        ("prose", 1, "The Registrar was glad."),
    ]
    assert [one.after_colon for one in note.outline.passages] == [False, False, True, True, False]


def test_nothing_is_read_twice_and_nothing_lost(paper):
    note = paper(HEAD + "1. Pumps\n\n1.1 Two failed.\n\nACTION: AF to mend them.\n\n2. Gates\n\n2.1 None failed.")
    spans = [one.span for one in note.outline.passages]
    assert all(before.end <= after.start for before, after in itertools.pairwise(spans))
    assert [words for _, _, words in note.passages] == ["Two failed.", "ACTION: AF to mend them.", "None failed."]


@pytest.mark.parametrize(
    "numbers",
    [
        ("22/01", "22/02"),
        ("43/11", "44/11"),
        ("BM/22/51", "BM/22/52"),
        ("QT26.07", "QT26.08"),
        ("PB 19/07", "PB 19/08"),
    ],
)
def test_a_running_minute_number_is_no_part_of_the_heading(numbers):
    first, second = numbers
    text = f"Rail Board\n\n6 April 2021\n\n{first} LAMPS\n\nThe Chair spoke.\n\n{second} FOG SIGNALS\n\nMs Moss asked why.\n"
    document = read("note.txt", data=text.encode())
    assert [heading.title.of(document.text) for heading in outline(document).headings] == ["LAMPS", "FOG SIGNALS"]


def test_the_lines_above_date_and_attendance_are_title_and_no_headings(paper):
    note = paper(
        "FELLMOOR WATER BOARD\n\nLiaison meeting: Guild of Millers\n\nHeld at the Corn Exchange, Fellmoor, on Tuesday 3 May 2016\n\n"
        "Present: Mr A. Stone (Chair), Mrs B. Reed\n\nWeirs\n\nMrs Reed said that two weirs had been mended.\n\nA.O.B.\n\nThere was none.\n"
    )
    assert note.headings == ["Weirs", "A.O.B."]
    assert note.day == "2016-05-03"


def test_minutes_head_an_item_where_the_text_under_them_is_about_minutes(paper):
    note = paper(
        "Quay Trust\n\n4 May 2018\n\nPresent: Mr A. Stone, Mrs B. Reed\n\nMinutes\n\nThe minutes of 6 April were approved as they stood.\n\n"
        "Dredging\n\nMrs Reed said that the dredger had gone.\n"
    )
    assert note.headings == ["Minutes", "Dredging"]


def test_a_heading_may_hold_a_clause_and_a_decision_is_none(paper):
    note = paper(
        "Note\n\n4 May 2018\n\nHomes where the roof leaks\n\nThe landlord said that eleven roofs leaked.\n\n"
        "RESOLVED by 6 votes to 2\n\nThat the roofs be mended before the winter comes.\n\nRents\n\nThe landlord said that rents would rise.\n"
    )
    assert note.headings == ["Homes where the roof leaks", "Rents"]


def test_who_is_to_do_what_is_no_heading(paper):
    note = paper(
        HEAD + "Pumps\n\nTwo pumps had failed.\n\nWhy we met\n\nThe pumps had failed.\n\nBoats\n\nAll were afloat.\n\n"
        "CEO: ask the yard for a price\n\nThe price was wanted soon."
    )
    assert note.headings == ["Pumps", "Boats"]


def test_letters_in_brackets_may_number_headings(paper):
    note = paper(
        "Weir Forum\n\nMembers — Tess Ware (Fen Trust); Omar Said (Canal Board)\nApologies — Ian Roe (Lock Board)\n\n(a) Winter floods\n\n"
        "Mr Said reported two bursts.\n\n(b) Price control\n\nThe Chair outlined the timetable.\n\n(c) AOB\n\nThere was none."
    )
    assert note.headings == ["Winter floods", "Price control", "AOB"]


@pytest.mark.parametrize("frame", ["– {} –", "-- {} --", "~ {} ~", "== {} =="])
def test_a_heading_in_a_frame_of_dashes_is_one_without_them(paper, frame):
    titles = ("Late boats", "Fares in winter")
    note = paper(HEAD + "\n\n".join(f"{frame.format(title)}\n\nThe Chair spoke of it." for title in titles))
    assert note.headings == list(titles)


def test_a_year_in_a_heading_below_a_mention_of_the_next_meeting_is_part_of_it(paper):
    note = paper(
        HEAD
        + "1. Fees\n\nThe Chair deferred the paper on fees to the next meeting.\n\n2. Work 2023–24\n\nThe Chair spoke of it."
    )
    assert note.headings == ["Fees", "Work 2023–24"]


def test_a_heading_in_other_clothes_than_the_agenda_above_it_is_one(paper):
    note = paper(
        HEAD
        + "AGENDA\n1. Minutes of the last meeting\n2. Fees\n3. Work\n\nMINUTES OF THE LAST MEETING\n\n41. They were agreed.\n\n"
        "FEES\n\n42. The Chair spoke of it.\n\nWORK\n\n43. The Chair spoke of that."
    )
    assert note.headings == ["MINUTES OF THE LAST MEETING", "FEES", "WORK"]


def test_numbers_that_go_on_from_the_last_meeting_head_items_below_an_agenda(paper):
    note = paper(
        "WESTMARCH COUNTY COUNCIL\n\nMINUTES of a meeting held on 10 October 2022\n\nPRESENT: Councillor Ruth Finch (Chairman)\n\nAGENDA\n"
        "23. Declarations of interest\n24. Minutes\n25. Parishes\n\n23. DECLARATIONS OF INTEREST\n\nCouncillor Finch declared an interest.\n\n"
        "24. MINUTES\n\nRESOLVED: That the minutes be confirmed.\n\n25. PARISHES\n\n25.1 The Chairman observed that two seats were free."
    )
    assert note.headings == ["DECLARATIONS OF INTEREST", "MINUTES", "PARISHES"]


def test_a_heading_may_ask_with_a_verb_in_a_clause(paper):
    note = paper(
        "A Record\n\n2 June 2017\n\nPresent: Ann Bell; Tom Reed\n\nOf the bar\n\nMs Bell said that it had grown.\n\nOf what is to come\n\n"
        "Mr Reed said that the dredger would begin."
    )
    assert note.headings == ["Of the bar", "Of what is to come"]


def test_numbered_paragraphs_that_run_together_are_parted_where_they_count_on(paper):
    note = paper(
        HEAD
        + "1. Pumps\n\n1.1 The Chair asked why. 1.2 Mr Reed said that version 1.9 had failed in 2.3 hours. 1.3 Ms Ash thanked him. 1.5 Kilo bags fell.\n\n"
        "2. Gates\n\n2.1 None failed."
    )
    assert [words for kind, _, words in note.passages if kind == "prose"] == [
        "The Chair asked why.",
        "Mr Reed said that version 1.9 had failed in 2.3 hours.",
        "Ms Ash thanked him. 1.5 Kilo bags fell.",
        "None failed.",
    ]


def test_where_items_are_called_items_numbered_lines_under_them_are_no_headings(paper):
    note = paper(
        HEAD + "Item 1 Pumps\n\n1. Two had failed.\n\nItem 2 Lamps\n\n2. Lamps brought forward\n\nAll were lit.\n\n"
        "Item 3 Gates\n\n3. None failed.\n"
    )
    assert note.headings == ["Pumps", "Lamps", "Gates"]


def test_titles_under_the_number_of_the_meeting(paper):
    note = paper(
        HEAD
        + "9.1 Minutes\n\nThe minutes of 4 April were approved.\n\n9.2 Fees\n\n(a) The Clerk said that fees had risen.\n\n9.3 Pumps\n\nTwo had failed."
    )
    assert note.headings == ["Minutes", "Fees", "Pumps"]


def test_titles_with_a_mark_of_their_own_above_points_with_another(paper):
    note = paper(
        HEAD
        + "* Fees\n- The Clerk said that fees had risen.\n- Ms Ford agreed.\n\n* Pumps\n- Two had failed.\n- Ms Ford asked why.\n"
    )
    assert note.headings == ["Fees", "Pumps"]
    assert note.people == [("Amy Ford", "present")]


def test_a_number_with_a_bracket_before_a_month_numbers_a_heading(paper):
    note = paper(HEAD + "1) May inspection\n\nThe Clerk went through it.\n\n2) Fees\n\nThey had risen.\n")
    assert note.headings == ["May inspection", "Fees"]


def test_a_numbered_action_log_with_words_below_it_is_an_item(paper):
    note = paper(
        HEAD
        + "1. Welcome\n\nAll were welcomed.\n\n2. ACTION LOG\n\n2.1 Mr Bell presented the action log, as follows:\n\n"
        "TB-1 Clerk to buy a pump. Complete.\nTB-2 Clerk to write to the yard. Still open. Mr Bell said that the yard was shut.\n\n"
        "3. Fees\n\nThe Chair said that fees had risen.\n\nACTION LOG\n\nClerk to count the buoys"
    )
    assert note.headings == ["Welcome", "ACTION LOG", "Fees"]
    assert [(owner, status) for owner, _, status in note.actions] == [
        ("Clerk", "completed"),
        ("Clerk", "under-way"),
        ("Clerk", None),
    ]
    assert any(words == "Mr Bell said that the yard was shut." for _, _, words in note.passages)
