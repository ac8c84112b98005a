"""Attendance lists in their many shapes; the names are invented."""

from __future__ import annotations

import pytest

from tests.notes import PUMPS


def test_one_entry_a_line_under_labels_in_capitals(paper):
    note = paper(
        "Fenland Drainage Board\n\n5 March 2021\n\nPRESENT\nAnneliese Okafor (Chair)\nMr R. Tindall - Deputy Chair\n"
        "Dr Yusuf Adebayo, Chief Engineer, Fenland Drainage Board\nProf. Li-Wei Chen (University of Holme)\n\n"
        "IN ATTENDANCE\nTomasz Wilk, Minute Secretary\n\nAPOLOGIES\nNone\n\n1. PUMPS\n\nTwo pumps had failed."
    )
    assert note.people == [
        ("Anneliese Okafor", "present"),
        ("Mr R. Tindall", "present"),
        ("Dr Yusuf Adebayo", "present"),
        ("Prof. Li-Wei Chen", "present"),
        ("Tomasz Wilk", "in-attendance"),
    ]
    assert note.parts("Anneliese Okafor") == (None, None, "chair")
    assert note.parts("Mr R. Tindall") == (None, None, "deputy-chair")
    assert note.parts("Dr Yusuf Adebayo") == ("Chief Engineer", "Fenland Drainage Board", None)
    assert note.parts("Prof. Li-Wei Chen") == (None, "University of Holme", None)
    assert note.parts("Tomasz Wilk") == (None, None, "minute-taker")
    assert note.headings == ["PUMPS"]


def test_semicolons_on_one_line(paper):
    note = paper(
        "Note of meeting\n\nDate: 21 January 2019\nAttendees: Ruth Okonjo, Commissioner for Bereaved Families; "
        "Simone Thackley, Director of Standards, Burial Office (BO); Kit Mallory, Office of the Commissioner (note)\n"
        "Apologies: Jonah Prewett, Guild of Sextons" + PUMPS
    )
    assert note.people == [
        ("Ruth Okonjo", "present"),
        ("Simone Thackley", "present"),
        ("Kit Mallory", "present"),
        ("Jonah Prewett", "apologies"),
    ]
    assert note.parts("Ruth Okonjo") == ("Commissioner for Bereaved Families", None, None)
    assert note.parts("Simone Thackley") == ("Director of Standards", "Burial Office", None)
    assert note.parts("Kit Mallory") == (None, "Office of the Commissioner", "minute-taker")
    assert note.parts("Jonah Prewett") == (None, "Guild of Sextons", None)
    assert note.headings == ["Pumps"]


def test_commas_part_names_from_posts_and_bodies(paper):
    note = paper(
        "Note of a meeting\n\nPresent: Victor Hale (VH), Grid Ombudsman, Nora Lindqvist (NL) and Sam Obi (SO), Energy Watch, "
        "and Pat Reid (note)." + PUMPS
    )
    assert [name for name, _ in note.people] == ["Victor Hale", "Nora Lindqvist", "Sam Obi", "Pat Reid"]
    assert note.parts("Victor Hale") == ("Grid Ombudsman", None, None)
    assert note.parts("Nora Lindqvist") == (None, "Energy Watch", None)
    assert note.parts("Sam Obi") == (None, "Energy Watch", None)
    assert note.entry("Nora Lindqvist").initials == "NL"


def test_bare_names_between_commas(paper):
    note = paper("Parish Forum – 7 July 2020\n\nPresent – Ann Lowe (Chair), Bob Fry, Cy Dunn" + PUMPS)
    assert [name for name, _ in note.people] == ["Ann Lowe", "Bob Fry", "Cy Dunn"]


def test_a_table_with_a_header_row(paper):
    note = paper(
        "Meeting of the Ferry Users Group\nDate: 3 October 2022\n\nName\tRole\tOrganisation\nHelga Brandt\tChair\tFerry Users Group\n"
        "Priya Nair\tOperations Director\tMerrow Ferries\nApologies\nJo Strand\tMember\tSouth Quay Residents" + PUMPS
    )
    assert note.people == [("Helga Brandt", "present"), ("Priya Nair", "present"), ("Jo Strand", "apologies")]
    assert note.parts("Helga Brandt") == (None, "Ferry Users Group", "chair")
    assert note.parts("Priya Nair") == ("Operations Director", "Merrow Ferries", None)


def test_a_table_whose_first_cells_are_labels(paper):
    note = paper(
        "| Present | Hugh Amis (Chair), Canal Trust |\n| | Iris Bell, Lock Authority |\n| Apologies | Jack Coe, River Watch |\n"
        + PUMPS
    )
    assert note.people == [("Hugh Amis", "present"), ("Iris Bell", "present"), ("Jack Coe", "apologies")]
    assert note.parts("Iris Bell") == (None, "Lock Authority", None)


def test_two_columns_headed_attendees_and_apologies(paper):
    note = paper("| Attendees | Apologies |\n| Hugh Amis | Jack Coe |\n| Iris Bell | Kate Dee |\n" + PUMPS)
    assert note.people == [
        ("Hugh Amis", "present"),
        ("Iris Bell", "present"),
        ("Jack Coe", "apologies"),
        ("Kate Dee", "apologies"),
    ]


def test_two_columns_read_as_one_list_part_where_a_body_comes_again(paper):
    note = paper(
        "Officials’ Group\n\n19 July 2012\n\nAttendees:\n\nApologies:\n\nPete Ash (Chair)\n\nNick Ives, Transport Office\n\n"
        "Mike Hall, Revenue Office\n\nHoward Orr, Health Office\n\nSteve Good, Transport Office\n\nSue Hill, Health Office\n\n"
        "1. Welcome\n\nThe Chair welcomed everyone."
    )
    assert [name for name, how in note.people if how == "present"] == [
        "Pete Ash",
        "Nick Ives",
        "Mike Hall",
        "Howard Orr",
    ]
    assert [name for name, how in note.people if how == "apologies"] == ["Steve Good", "Sue Hill"]


def test_all_names_and_then_all_bodies(paper):
    note = paper(
        "Quarry Safety Forum\n\n14 May 2018\n\nMembers present\n\nOlga Petrov\nDan Hughes\nFay Lister\n\nQuarry Inspectorate\n"
        "Stone Federation\nUnion of Quarry Workers\n\nDust\n\nOP said that dust levels had fallen."
    )
    assert note.parts("Olga Petrov") == (None, "Quarry Inspectorate", "member")
    assert note.parts("Dan Hughes") == (None, "Stone Federation", "member")
    assert note.parts("Fay Lister") == (None, "Union of Quarry Workers", "member")
    assert note.headings == ["Dust"]


def test_a_name_with_its_post_on_the_next_line(paper):
    note = paper(
        "HARBOUR BOARD\n11th June 2014\nBoard Members:\n\tFrancis Mole\nMinister for Harbours\n\tSteve Thoms\nSeadata\n"
        "\tCarol Tull Director, Coastal Policy, The Coast Archive\n\tOfficials (Presenting):\n\tJude Hillary, Department for Tides\n"
        "\tApologies:\n\tDame Fiona Cald Chair of the Sailors Trust\n\tIntroductions\nThe Chair welcomed the Board.\n"
    )
    assert [name for name, _ in note.people] == [
        "Francis Mole",
        "Steve Thoms",
        "Carol Tull",
        "Jude Hillary",
        "Dame Fiona Cald",
    ]
    assert note.parts("Francis Mole") == ("Minister for Harbours", None, "member")
    assert note.parts("Steve Thoms") == (None, "Seadata", "member")
    assert note.parts("Carol Tull") == ("Director, Coastal Policy", "The Coast Archive", "member")
    assert note.parts("Dame Fiona Cald") == ("Chair of the Sailors Trust", None, None)
    assert note.headings == ["Introductions"]


def test_names_grouped_under_their_bodies(paper):
    note = paper(
        "Minutes: Liaison Group, 11.02.2020\n\nAttendees\n\nHarbour Office\nBea Strong (Chair)\nColin West\n\nCoastal Watch\nDina Moss\n"
        "Evan Price\n\nApologies for absence: Finn Gale (Harbour Office); Gwen Hart, Coastal Watch" + PUMPS
    )
    assert note.parts("Bea Strong") == (None, "Harbour Office", "chair")
    assert note.parts("Dina Moss") == (None, "Coastal Watch", None)
    assert note.people[-2:] == [("Finn Gale", "apologies"), ("Gwen Hart", "apologies")]


def test_posts_without_names(paper):
    note = paper("Meeting\n\nIn attendance: Chief Ranger; Wardens’ Commissioner; Policy lead (name redacted)" + PUMPS)
    assert [note.words(one.post) for one in note.outline.attendees] == [
        "Chief Ranger",
        "Wardens’ Commissioner",
        "Policy lead",
    ]
    assert [one.name for one in note.outline.attendees] == [None, None, None]


def test_a_post_with_the_person_in_brackets_or_behind_a_colon(paper):
    note = paper(
        "Meeting\n\nPresent:\n\nChair: Greta Voss\nHead of Flood Policy (Sara Quist), Environment Office (items 3-4)\n"
        "Chief Inspector: Owen Tate\n[redacted], Home Office\n\n1. Floods\n\nThe Chair spoke of floods."
    )
    assert note.parts("Greta Voss") == (None, None, "chair")
    assert note.parts("Sara Quist") == ("Head of Flood Policy", "Environment Office", None)
    assert note.entry("Sara Quist").attendance == "part"
    assert note.parts("Owen Tate") == ("Chief Inspector", None, None)
    assert note.words(note.outline.attendees[-1].organisation) == "Home Office"


def test_how_somebody_took_part(paper):
    note = paper(
        "Meeting\n\nPresent:\n• Amy Ford (by telephone)\n• Ben Gale, Tide Office (via Teams)\n• Carl Hope (item 4 only)\n• Dora Innes (apologies)\n"
        "• Edna Jones (until 3.15 pm)\n\n1. Tides\n\nThe tide turned."
    )
    assert [how for _, how in note.people] == ["remote", "remote", "part", "apologies", "part"]


def test_apologies_behind_a_name_are_those_of_the_name(paper):
    note = paper(
        "Meeting\n\nPresent:\nAmy Ford - Present\nBen Gale (Tide) - Apologies\n\nCarl Hope - Present\n\n1. Tides\n\nThe tide turned."
    )
    assert [how for _, how in note.people] == ["present", "apologies", "present"]


def test_apologies_told_in_a_sentence(paper):
    note = paper(
        "Meeting\n\nPresent: Amy Ford\n\n1. Welcome and apologies\n\nThe Chair welcomed members. Apologies had been received from Dame Ruth Kelso, "
        "Gareth Pugh (Tide Office) and Tessa Moon.\n\n2. Tides\n\nThe tide turned."
    )
    assert note.people[1:] == [
        ("Dame Ruth Kelso", "apologies"),
        ("Gareth Pugh", "apologies"),
        ("Tessa Moon", "apologies"),
    ]
    assert note.headings == ["Welcome and apologies", "Tides"]


def test_no_apologies_are_nobody(paper):
    assert paper("Meeting\n\nPresent: Amy Ford\nApologies: None" + PUMPS).people == [("Amy Ford", "present")]
    assert paper("Meeting\n\nPresent: Amy Ford\n\nApologies\n\nNone received" + PUMPS).people == [
        ("Amy Ford", "present")
    ]


def test_a_body_with_commas_in_its_name_stays_whole(paper):
    note = paper(
        "Meeting\n\nPresent:\n\nMal Scott, Department for Environment, Food and Rural Affairs\nBea Strong, Deputy Director, Ministry of Tides"
        + PUMPS
    )
    assert note.parts("Mal Scott") == (None, "Department for Environment, Food and Rural Affairs", None)
    assert note.parts("Bea Strong") == ("Deputy Director", "Ministry of Tides", None)


def test_initials_must_fit_the_name_else_they_are_the_body(paper):
    note = paper(
        "Meeting\n\nPresent:\nSusan Acland-Hood (SAH), Courts Service (CS)\nOwen Laskey (DWP)\n\n1. Courts\n\nSAH spoke of courts."
    )
    assert note.entry("Susan Acland-Hood").initials == "SAH"
    assert note.parts("Susan Acland-Hood") == (None, "Courts Service", None)
    assert note.parts("Owen Laskey") == (None, "DWP", None)


def test_every_span_of_an_entry_lies_in_it(paper):
    note = paper("Meeting\n\nPresent:\n\nFrancis Mole\nMinister for Harbours\nSteve Thoms, Seadata (Chair)" + PUMPS)
    for one in note.outline.attendees:
        for part in (one.name, one.post, one.organisation):
            assert part is None or one.span.holds(part)


def test_a_note_without_a_list_has_no_attendees(paper):
    assert paper("Meeting with the Registrar\n\nThe Registrar met the Commissioner on 4 June." + PUMPS).people == []


def test_slashes_part_entries_that_begin_with_names(paper):
    note = paper(
        "Ferry Panel\n\n5 March 2021\n\nMembers: Gwen Morse, Harbour Trust (Chair) (GM) / Peter Olding, Ferry Users' Association (PO) / "
        "Capt Ian Farr, Pilotage Board (IF)\nNot able to attend: Tom Reed, Coastguard (TR)" + PUMPS
    )
    assert note.people == [
        ("Gwen Morse", "present"),
        ("Peter Olding", "present"),
        ("Capt Ian Farr", "present"),
        ("Tom Reed", "apologies"),
    ]
    assert note.parts("Peter Olding") == (None, "Ferry Users' Association", "member")


def test_what_a_post_deals_with_in_brackets_is_no_body(paper):
    note = paper(
        "Quarry Board\n\n5 March 2021\n\nOfficers present: Mr Alan Dyer, Inspector (Blasting and Dust); Dr Una Moss, Lead Inspector (Slopes and Spoil)"
        + PUMPS
    )
    assert note.parts("Mr Alan Dyer") == ("Inspector (Blasting and Dust)", None, None)
    assert note.parts("Dr Una Moss") == ("Lead Inspector (Slopes and Spoil)", None, None)


def test_the_staff_of_a_body_behind_a_label_that_names_it(paper):
    note = paper(
        "Allotments Forum\n\n5 March 2021\n\nPresent: Amy Ford (Chair)\n"
        "Officers of Harbourshire County Council: Philip Marsh (Head of Estates), Anita Rao (Solicitor)" + PUMPS
    )
    assert note.people == [("Amy Ford", "present"), ("Philip Marsh", "in-attendance"), ("Anita Rao", "in-attendance")]
    assert note.parts("Philip Marsh") == ("Head of Estates", "Harbourshire County Council", None)


def test_headings_in_capitals_are_nobody(paper):
    note = paper(
        "Ferry Panel\n\n5 March 2021\n\nPRESENT: Amy Ford (Chair)\nEXCUSED: Mr Hugh Tait (off the island)\n\n1. READINGS AND OPENING\n\nA psalm was read.\n"
        "\nSTATUS OF THIS NOTE\n\nThis note was agreed by both."
    )
    assert note.people == [("Amy Ford", "present"), ("Mr Hugh Tait", "apologies")]


def test_one_apology_and_a_post_of_a_body_that_no_word_tells(paper):
    note = paper(
        "Note of a meeting\n\nPresent: Ms Cara Bell, Junior of the Tarnside Bar Mess; Ms Bríd Ó Laoire\n\n"
        "An apology for absence was received from Mrs Wanda Strong." + PUMPS
    )
    assert note.people == [
        ("Ms Cara Bell", "present"),
        ("Ms Bríd Ó Laoire", "present"),
        ("Mrs Wanda Strong", "apologies"),
    ]
    assert note.parts("Ms Cara Bell") == ("Junior", "Tarnside Bar Mess", None)


def test_there_labels_a_list_only_before_a_colon(paper):
    assert paper("Talk\n\nThere: Amy Ford, Sam Obi" + PUMPS).people == [("Amy Ford", "present"), ("Sam Obi", "present")]
    assert paper("Talk\n\nThere \tare plans to mend it." + PUMPS).people == []


def test_who_came_with_whom_where_the_verb_is_left_out(paper):
    note = paper(
        "Record of a talk held on 5 March 2021. The Warden was attended by the Deputy Registrar, River Fishing, of the Ministry of Waters, "
        "and by his Private Secretary; the Ombudsman by the Head of Casework from the Canal Office." + PUMPS
    )
    assert [note.words(one.post) for one in note.outline.attendees] == [
        "Warden",
        "Deputy Registrar, River Fishing",
        "Private Secretary",
        "Ombudsman",
        "Head of Casework",
    ]


def test_those_whom_the_title_names_besides_a_list(paper):
    note = paper(
        "Note of a conversation with Dame Hilda Roe, Chair, and Mr Ian Poole, Finance Director, of Larkhill Stores plc, 5 March 2021\n\n"
        "The Warden was accompanied by his clerk, Mrs Tess Ware." + PUMPS
    )
    assert sorted(name for name, _ in note.people if name) == ["Dame Hilda Roe", "Mr Ian Poole", "Mrs Tess Ware"]


def test_the_word_for_a_body_in_brackets_is_no_other_body(paper):
    note = paper(
        "Note of a meeting\n\nPresent:\nChief Executive, Tarn and Fell Hospitals Trust (the Trust)\n"
        "EHRC Programme Director, Rights and Equality" + PUMPS
    )
    assert [(note.words(one.post), note.words(one.organisation)) for one in note.outline.attendees] == [
        ("Chief Executive", "Tarn and Fell Hospitals Trust"),
        ("EHRC Programme Director, Rights and Equality", "EHRC"),
    ]


def test_a_kind_of_meeting_before_a_colon_is_no_body(paper):
    note = paper(
        "Roundtable: Rail Ombudsman, the Canal Board and Lifeline (Help at Sea)\n\nPresent\nRail Ombudsman" + PUMPS
    )
    assert [note.words(one.post) for one in note.outline.attendees] == ["Rail Ombudsman"]


def test_two_letters_with_a_part_in_the_meeting_are_a_person(paper):
    note = paper("Note for file\n\nPresent: Rail Ombudsman; KT (note)" + PUMPS)
    assert note.people == [(None, "present"), ("KT", "present")]


def test_the_last_of_a_list_is_no_heading_of_the_text_below(paper):
    note = paper(
        "Note of a meeting\n\nPresent:\nRents Commissioner\nDeputy Warden, Wetland Council (WC)\nDirector, Llais y Bobl (LB)\n\n"
        "WC is part of the Ministry. The Director said that two pumps had failed."
    )
    assert [(note.words(one.post), note.words(one.organisation)) for one in note.outline.attendees] == [
        ("Rents Commissioner", None),
        ("Deputy Warden", "Wetland Council"),
        ("Director", "Llais y Bobl"),
    ]


def test_an_office_above_somebody_of_another_body_was_there(paper):
    note = paper(
        "Note of a meeting\n\nAttendees\n\nRents Ombudsman for Holme (the Ombudsman)\nWinifred Pryce, Chief Executive, Holme Borough Council"
        + PUMPS
    )
    assert [note.words(one.post) for one in note.outline.attendees] == ["Rents Ombudsman for Holme", "Chief Executive"]


def test_those_below_the_sentence_that_says_who_met_them(paper):
    note = paper(
        "Note of a visit\n\nThe Regional Canals Commissioner (RCC) met:\n• Tess Ware, Lock Keeper\n• Omar Said, Chief Executive, Fen Trust"
        + PUMPS
    )
    assert note.people == [(None, "present"), ("Tess Ware", "present"), ("Omar Said", "present")]


def test_who_is_met_by_one_and_shown_round_by_another(paper):
    note = paper(
        "Note of a visit\n\nThe Warden visited Holme on 6 June. She was met by Jack Tarn (Chair, Fen Trust) and shown the locks by Dilys Roe "
        "(Harbour Master)." + PUMPS
    )
    assert note.people == [(None, "present"), ("Jack Tarn", "present"), ("Dilys Roe", "present")]  # the Warden first


def test_labels_of_calls_and_of_those_who_could_not_come(paper):
    note = paper(
        "Call note\n\nOn call: J Tarn (Fen Trust), T Ware (Fen Trust)\nNot able to come: Omar Said, Canal Board" + PUMPS
    )
    assert note.people == [("J Tarn", "present"), ("T Ware", "present"), ("Omar Said", "apologies")]


def test_those_who_gathered_and_one_who_sent_his_regrets(paper):
    note = paper(
        "A conversation on rents\n\nThere gathered round the table Mrs Dilys Roe, the Rents Advocate; and Dr Tess Ware, of Fen Trust. "
        "Professor Omar Said, of the Lodgers' Convocation, sent his regrets." + PUMPS
    )
    assert note.people == [
        ("Mrs Dilys Roe", "present"),
        ("Dr Tess Ware", "present"),
        ("Professor Omar Said", "apologies"),
    ]


def test_the_heads_of_a_table_may_name_two_things(paper):
    note = paper(
        "Rents Panel\n\nAttendance\n\nName | Body or office | Attendance\nLady Dilys Roe | Chair of the Panel | Present\nMr Omar Said | Fen Trust | Apologies"
        + PUMPS
    )
    assert note.people == [("Lady Dilys Roe", "present"), ("Mr Omar Said", "apologies")]


def test_a_title_is_shared_by_full_names_that_no_list_of_first_names_knows(paper):
    note = paper(
        "Fen Council\n\nPRESENT: Councillors Ruth Tarn, Qadir Ware and Llyr Roe; Omar Said, Fen Trust." + PUMPS
    )
    assert [name for name, _ in note.people] == ["Ruth Tarn", "Qadir Ware", "Llyr Roe", "Omar Said"]
    assert [note.words(one.organisation) for one in note.outline.attendees] == [None, None, None, "Fen Trust"]


def test_an_initial_that_looks_like_an_article_is_part_of_a_name(paper):
    note = paper(
        "CANAL DESK: CALL NOTE 3 DEC 2018\n\nDialled in: A Dodd (Fen Trust), T Ware (Canal Unit, CU)\nSent apols: C Tarn (Fen Trust)"
        + PUMPS
    )
    assert note.people == [("A Dodd", "remote"), ("T Ware", "remote"), ("C Tarn", "apologies")]
    assert note.day == "2018-12-03"


def test_who_received_whom_behind_what_leads_up_to_it(paper):
    note = paper(
        "A conversation\n\nTarn, the eighth of September 2016\n\nIt was a bright morning, when the Registrar of Weirs, Mr Omar Said, received Miss Tess Ware, "
        "Convener of the Boaters' Council. Her secretary, the Reverend Ian Roe, came with her and took this note."
        + PUMPS
    )
    assert [name for name, _ in note.people][:2] == ["Mr Omar Said", "Miss Tess Ware"]
    assert note.day == "2016-09-08"


def test_dots_in_the_middle_part_entries_and_actions_end_a_list(paper):
    note = paper(
        "Weir Board\n19/04/2022\n\nIn attendance: Tess Ware (TW, chair) · Omar Said (OS, Fen Trust) · Ian Roe (IR, notes)\n"
        "Sent apologies: Jan Tarn (JT, Canal Board)\n\n**Last time’s actions**\n- OS to send round the template – done\n- TW to find three mentors – not done\n"
        + PUMPS
    )
    assert note.people == [
        ("Tess Ware", "in-attendance"),
        ("Omar Said", "in-attendance"),
        ("Ian Roe", "in-attendance"),
        ("Jan Tarn", "apologies"),
    ]


@pytest.mark.parametrize("gap", ["   ", "\t", " – ", ": ", " = ", " "])
def test_initials_before_the_name_that_they_stand_for(paper, gap):
    note = paper(
        f"Canal Forum\n\nPresent\nVH{gap}Victor Hale, Grid Ombudsman\nNL{gap}Nora Lindqvist, Energy Watch" + PUMPS
    )
    assert [name for name, _ in note.people] == ["Victor Hale", "Nora Lindqvist"]
    assert note.parts("Victor Hale") == ("Grid Ombudsman", None, None)
    assert note.entry("Nora Lindqvist").initials == "NL"


def test_a_dash_behind_initials_in_brackets_parts_them_from_the_body(paper):
    note = paper("Call\n\nOn the call: Nora Lindqvist (NL – Energy Watch); Sam Obi (SO – Clerk, Tide Board)" + PUMPS)
    assert note.parts("Nora Lindqvist") == (None, "Energy Watch", None)
    assert note.entry("Sam Obi").initials == "SO"


def test_a_heading_in_capitals_or_with_a_number_ends_the_list(paper):
    for heading, title in (("LATE TRAINS", "LATE TRAINS"), ("1. Rolling Stock", "Rolling Stock")):
        note = paper(
            f"Rail Forum\n\nPresent\nVictor Hale, Grid Ombudsman\nNora Lindqvist\n\n{heading}\n\nThe Ombudsman spoke of trains."
        )
        assert [name for name, _ in note.people] == ["Victor Hale", "Nora Lindqvist"]
        assert note.headings == [title]


def test_somebody_there_by_invitation_is_named_like_the_others(paper):
    note = paper(
        "Note\n\nThere were present the Warden, Mrs Amy Ford; and, by invitation, Mr Sam Obi of the Tide Board." + PUMPS
    )
    assert note.parts("Mr Sam Obi") == (None, "Tide Board", None)


def test_people_whom_only_initials_name(paper):
    note = paper(
        "Rail Forum\n\nPres: KM (Office of Rail), AD + PT (Northmoor Rail), VS (Rail Accident Branch, by phone)\nApols: GH (Quay Police)"
        + PUMPS
    )
    assert note.people == [
        ("KM", "present"),
        ("AD", "present"),
        ("PT", "present"),
        ("VS", "remote"),
        ("GH", "apologies"),
    ]
    assert note.parts("VS") == (None, "Rail Accident Branch", None)
    assert note.entry("KM").initials == "KM"


def test_letters_that_stand_for_the_words_in_the_bracket_are_a_body_s(paper):
    note = paper("Rail Forum\n\nPresent: ORR (Office of Rail Regulation), Dr Amy Ford (Chair)" + PUMPS)
    assert [name for name, _ in note.people] == [None, "Dr Amy Ford"]


@pytest.mark.parametrize("label", ["Sending apologies", "With apologies", "Gave regrets"])
def test_a_label_that_ends_with_apologies_is_one_of_them(paper, label):
    note = paper(f"Rail Forum\n\nPresent\nAmy Ford, Lock Board\n\n{label}\nEilidh Rennie, Tide Council" + PUMPS)
    assert note.people == [("Amy Ford", "present"), ("Eilidh Rennie", "apologies")]


def test_somebody_invited_who_sent_apologies_was_not_there(paper):
    note = paper(
        "Note\n\nAmy Ford met Dr Sam Obi. Peter Strang of Severn Water had been invited but sent apologies." + PUMPS
    )
    assert ("Peter Strang", "apologies") in note.people


def test_a_table_with_its_own_header_under_a_label(paper):
    note = paper(
        "Joint Committee\n\nPRESENT\nName | Representing\nMr Alan Storey (Chairman) | –\nMrs Winifred Oduya | Food Agency\n\n"
        "IN ATTENDANCE\nMrs Beryl Tong, Clerk" + PUMPS
    )
    assert [name for name, _ in note.people] == ["Mr Alan Storey", "Mrs Winifred Oduya", "Mrs Beryl Tong"]
    assert note.parts("Mr Alan Storey") == (None, None, "chair")
    assert note.parts("Mrs Winifred Oduya") == (None, "Food Agency", None)


def test_a_body_that_is_called_after_a_person_is_whom_one_stands_for_and_no_second_guest(paper):
    note = paper(
        "Care Forum\n\nPRESENT: Ruth Tarn, Hywel Dda University Health Board; Omar Said, Kerry County Council\n\nAPOLOGIES\nIan Roe (Henry Smith Charity)"
        + PUMPS
    )
    assert note.people == [("Ruth Tarn", "present"), ("Omar Said", "present"), ("Ian Roe", "apologies")]
    assert note.parts("Ruth Tarn") == (None, "Hywel Dda University Health Board", None)
    assert note.parts("Omar Said") == (None, "Kerry County Council", None)


def test_lines_of_one_shape_without_a_label_are_a_list(paper):
    note = paper(
        "Building Panel\nNote of meeting, 26 April 2022\n\nHolt (chair) / Eastreach Council\nVarga / Eastreach Building Service\n"
        "Aske / Building Inspectorate (BI)\nApologies: Penhale / Appeals Agency\n\nAppeals\n\nAske spoke of them."
    )
    assert note.people == [("Holt", "present"), ("Varga", "present"), ("Aske", "present"), ("Penhale", "apologies")]
    assert note.parts("Holt") == (None, "Eastreach Council", "chair")


def test_two_lines_of_a_shape_are_no_list(paper):
    note = paper(
        "Building Panel\n\n26 April 2022\n\nFees – Council\nWork – Agency\n\nAppeals\n\nThe Chair spoke of them."
    )
    assert note.people == []


def test_those_met_behind_a_visit(paper):
    note = paper(
        "Note\n\nMrs Eleri Wynne visited Quay Hospital and afterwards met Dr Gethin Rhys and Ms Anwen Tudor." + PUMPS
    )
    assert [name for name, _ in note.people] == ["Mrs Eleri Wynne", "Dr Gethin Rhys", "Ms Anwen Tudor"]


def test_whom_people_come_from_stands_above_their_names(paper):
    note = paper(
        "Tenants and Ombudsman\nNotes of the meeting, 6 July 2022\n\nFor the Council\nGrace Holt (Chair)\nPeter Sandiland\n\n"
        "For the Ombudsman\nMiriam Tosh, Deputy Ombudsman\n\nSent apologies: Luke Farrow" + PUMPS
    )
    assert [name for name, _ in note.people] == ["Grace Holt", "Peter Sandiland", "Miriam Tosh", "Luke Farrow"]
    assert note.parts("Peter Sandiland") == (None, "Council", None)
    assert note.parts("Miriam Tosh") == ("Deputy Ombudsman", "Ombudsman", None)


def test_initial_and_surname_are_no_lettered_item(paper):
    note = paper("Fire Authority\n\nOFFICERS IN ATTENDANCE\nR. Calder, Chief Fire Officer\nL. Whit, Treasurer" + PUMPS)
    assert [name for name, _ in note.people] == ["R. Calder", "L. Whit"]
    assert note.parts("R. Calder") == ("Chief Fire Officer", None, None)


def test_a_table_that_asks_who_was_here(paper):
    note = paper(
        "Coast Group\nMeeting 11: 5 May 2017\n\nName | From | Here?\nCllr Colin Penrose (chair) | Tamar Council | yes\n"
        "Adam Foss | Coastguard Office | yes, by phone\nPat Nance | Cliff Rescue | apologies" + PUMPS
    )
    assert note.people == [("Cllr Colin Penrose", "present"), ("Adam Foss", "remote"), ("Pat Nance", "apologies")]
    assert note.parts("Adam Foss") == (None, "Coastguard Office", None)


@pytest.mark.parametrize("head", ["Present/Apologies", "Apologies / present", "Attended"])
def test_a_column_of_who_was_there_and_who_was_not(paper, head):
    note = paper(
        f"Fen Board\n3 May 2021\n\nName | Organisation | {head}\nAnn Bell | Fen Council | Apologies\nTom Reed | Tide Board | Present"
        + PUMPS
    )
    assert note.people == [("Ann Bell", "apologies"), ("Tom Reed", "present")]


@pytest.mark.parametrize("lead", ["For the Trust", "On behalf of the Trust", "On the part of the Trust"])
def test_a_list_goes_on_below_those_of_a_body(paper, lead):
    note = paper(f"Board\n3 May 2021\n\nPresent:\nAnn Bell\n{lead}: Jane Doe; Tom Hale\nJo Orr, Harbour Master" + PUMPS)
    assert [name for name, _ in note.people] == ["Ann Bell", "Jane Doe", "Tom Hale", "Jo Orr"]
    assert [note.parts(name)[1] for name in ("Jane Doe", "Tom Hale")] == ["Trust", "Trust"]


def test_what_stands_before_a_colon_and_a_sentence_heads_no_list(paper):
    said = "\n\nUnions: Ms Jo Orr had written.\n\nFen Ferries: Mr Ewan Holt is a director of Tide Ltd.\n"
    note = paper("Forum\n\n4 June 2019\n\nManagement: Ann Bell\nUnions: Tom Reed" + PUMPS + said)
    assert [name for name, _ in note.people] == ["Ann Bell", "Tom Reed"]


def test_those_who_sat_round_the_table(paper):
    note = paper(
        "A record of our gathering\n\nAround the table sat Lady Ann Carew, Dr Ed Strake of the Tide Board and Mrs Joy Dow."
        + PUMPS
    )
    assert [name for name, _ in note.people] == ["Lady Ann Carew", "Dr Ed Strake", "Mrs Joy Dow"]


def test_a_sentence_behind_a_colon_is_no_list_of_members(paper):
    note = paper(
        "Weir Forum\n\n4 May 2018\n\nPresent: Tess Ware (Fen Trust); Omar Said (Canal Board)\n\nFloods\n\n"
        "Mr Said reported two bursts. Some background for new members: the Trust took over the weirs, and the gates have not been mended.\n"
    )
    assert [name for name, _ in note.people] == ["Tess Ware", "Omar Said"]


def test_people_of_whom_only_a_number_is_told_are_no_part_of_a_title(paper):
    note = paper(
        "Note of a meeting, 4 May 2018\n\nThe Regulator met Una Fell, Head of Weirs at the Fen Trust. Also there were Ian Grey, Head of Locks at the Fen Trust, "
        "and two of the Regulator's officials.\n\nAll was well.\n"
    )
    assert note.parts("Ian Grey") == ("Head of Locks", "Fen Trust", None)


def test_a_clerk_behind_people_whose_parts_stand_in_brackets_is_one_more(paper):
    note = paper(
        "Weir Board, 9 January 2018\n\nPres: K Lock (Chair), G Sand (Vice-Chair), D Pell, T Bell, Clerk\n\nFloods\n\nAll was well.\n"
    )
    assert [name for name, _ in note.people] == ["K Lock", "G Sand", "D Pell", "T Bell", None]


def test_a_sentence_of_the_opening_tells_of_a_clerk_and_of_apologies(paper):
    note = paper(
        "WEIR CONFERENCE\n\nA record of the gathering, held in the loft upon the 6th of March 2014, the wind being northerly\n\n"
        "OF THE COMPANY\n\nThere sat down Provost Aeneas Roe in the chair; Dr Ewan Pell of the Shellfish Station; and the Clerk, who kept this record. "
        "Mr Hamish Reed, of the Port of Fal, had sent his apologies from the wrong side of a cancelled ferry.\n\nOF LAMPS\n\nAll was well.\n"
    )
    assert note.day == "2014-03-06"
    assert note.people == [
        ("Provost Aeneas Roe", "present"),
        ("Dr Ewan Pell", "present"),
        (None, "present"),
        ("Mr Hamish Reed", "apologies"),
    ]


@pytest.mark.parametrize(
    "met",
    [
        "Nia Carr, Regulator of Weirs, had her first meeting with Stephen Lough, Acting Director of Locks, and Una Fell.",
        "Dr Nia Carr, the Regulator of Weirs, held the second of her quarterly meetings with Stephen Lough of the Fen Trust and Una Fell, the Director of Locks.",
        "On a morning of thick fog Lady Nia Carr, the Regulator of Weirs, called upon Mr Stephen Lough, who has chaired the Fen Trust these four years, and upon his Clerk, Ms Una Fell.",
    ],
)
def test_those_who_call_on_each_other_take_part(paper, met):
    note = paper(f"Weirs: a conversation\n\n4 May 2018\n\n{met}\n\nLocks\n\nAll was well.\n")
    assert [name.split(" ")[-1] for name, _ in note.people] == ["Carr", "Lough", "Fell"]


def test_a_table_whose_first_column_labels_those_in_the_second(paper):
    note = paper(
        "Weir Regulator\n\n22 October 2019\n\nAttendance\n\nMembers | Rosalind Eke (Chair), Peter Haslam, Dilys Moran\n"
        "Officers | Nick Farrant, Director of Inspection; Amy Teale, Head of Enforcement\nApologies | Graham Oakes, member\n\n"
        "Item 1 – Floods\n\nAll was well.\n"
    )
    assert note.people == [
        ("Rosalind Eke", "present"),
        ("Peter Haslam", "present"),
        ("Dilys Moran", "present"),
        ("Nick Farrant", "in-attendance"),
        ("Amy Teale", "in-attendance"),
        ("Graham Oakes", "apologies"),
    ]


def test_the_points_of_a_numbered_section_on_attendance_tell_who_came(paper):
    note = paper(
        "FEN COMMITTEE\n\nMinutes of 7 May 2015\n\n1. Attendance\n\n1.1 The following members attended:\n\nName | Body | Capacity\n"
        "Sir Alan Reed | – | Convener\nMs Mira Sachs | Fen Board | Deputy Chief Engineer\n\n"
        "1.2 Apologies were tendered on behalf of Mr Hugh Farrow (Ferry Forum).\n\n1.3 Mr Stephen Oakes acted as clerk.\n\n2. Pumps\n\n"
        "2.1 The Convener said that two pumps had failed.\n"
    )
    assert note.people == [
        ("Sir Alan Reed", "present"),
        ("Ms Mira Sachs", "present"),
        ("Mr Hugh Farrow", "apologies"),
        ("Mr Stephen Oakes", "present"),
    ]


@pytest.mark.parametrize(
    ("label", "attendance"),
    [("Sorry", "apologies"), ("Couldn't make it", "apologies"), ("The following were present", "present")],
)
def test_homely_labels_and_sentences_label_a_list(paper, label, attendance):
    note = paper(
        f"Note of a meeting\n\nHere: Olu Adeyemi (Fen Board)\n{label}: Padma Roy (Ferry Forum)\n\nPumps\n\nTwo pumps had failed.\n"
    )
    assert note.people == [("Olu Adeyemi", "present"), ("Padma Roy", attendance)]


@pytest.mark.parametrize(
    "sentence",
    ["Ms Bell queried the fee.", "Ms Bell called the report a disgrace.", "Ms Bell found the pumps in a poor state."],
)
def test_a_sentence_that_begins_with_a_name_is_no_entry(paper, sentence):
    note = paper(
        f"Note of a meeting\n\nPresent:\nMs Anne Bell, Fen Board\n\nPumps\n\n{sentence}\n\nGates\n\nAll was well.\n"
    )
    assert note.headings == ["Pumps", "Gates"]
    assert note.people == [("Ms Anne Bell", "present")]


def test_a_sentence_of_how_somebody_attended_is_an_entry(paper):
    note = paper("Note of a meeting\n\nPresent:\nMs Anne Bell, Fen Board\nMr Tom Oakes joined by telephone." + PUMPS)
    assert [name for name, _ in note.people] == ["Ms Anne Bell", "Mr Tom Oakes"]


def test_a_post_with_its_body_labels_a_name(paper):
    note = paper(
        "FEN SCRUTINY BOARD\n\n3 May 2019\n\nPRESENT\nChief Executive, Fen Council: Ms Nesta Hale\nChief Finance Officer, FPB: Mr Alun Pryce (by video link)"
        + PUMPS
    )
    assert note.people == [("Ms Nesta Hale", "present"), ("Mr Alun Pryce", "remote")]
    assert note.parts("Ms Nesta Hale") == ("Chief Executive", "Fen Council", None)
    assert note.parts("Mr Alun Pryce") == ("Chief Finance Officer", "FPB", None)


@pytest.mark.parametrize("second", ["Heat and Power Regulator", "HPR"])
def test_what_two_come_from_is_a_body_though_it_is_called_as_a_post_is(paper, second):
    note = paper(
        f"Note of a call, 3 May 2019\n\nOn call: Priya Nair, Heat and Power Regulator; Gus Lowell, Severn Grid\nApologies: Col Tate, {second}"
        + PUMPS
    )
    assert note.parts("Priya Nair") == (None, "Heat and Power Regulator", None)


def test_one_regulator_is_a_person(paper):
    note = paper("Note of a call, 3 May 2019\n\nPresent: Priya Nair, Heat Regulator; Gus Lowell, Severn Grid" + PUMPS)
    assert note.parts("Priya Nair") == ("Heat Regulator", None, None)


def test_a_title_that_names_who_spoke_is_no_list(paper):
    note = paper(
        "HPR – SEVERN GRID – CONSUMER VOICE: note of call, 11 April 2023\n\nOn call: Priya Nair (PN), HPR" + PUMPS
    )
    assert note.people == [("Priya Nair", "present")]


def test_where_others_come_from_is_no_second_person(paper):
    note = paper(
        "Note of a meeting\n\nPresent\nCadell Water: Fiona Galt (Director), Iain Marsh (Head of Regulation)\n\nApologies: Neil Farr, Cadell Water"
        + PUMPS
    )
    assert note.people == [("Fiona Galt", "present"), ("Iain Marsh", "present"), ("Neil Farr", "apologies")]
    assert note.parts("Neil Farr") == (None, "Cadell Water", None)


def test_guests_are_named_behind_the_verb_with_where_they_come_from(paper):
    note = paper(
        "Our Voices\n\nWho came\n\nBea Collins (chair) and Tess Quinn. Our guests were Judge Helen March; Colin Vale from the Courts Service; and Pritha Sen "
        "from the Care Quality Board (CQB)." + PUMPS
    )
    assert [name for name, _ in note.people] == [
        "Bea Collins",
        "Tess Quinn",
        "Judge Helen March",
        "Colin Vale",
        "Pritha Sen",
    ]
    assert note.parts("Pritha Sen") == (None, "Care Quality Board", None)


def test_who_spent_the_day_with_a_body_was_there(paper):
    note = paper(
        "Note of a visit\n\n3 May 2019\n\nThe Ombudsman, Clare Ingram, spent the day with Severn Vale Homes (SVH). She was received by the Chief Executive, "
        "Martin Oyelade, and by Jo Pike. The Deputy Ombudsman could not be there." + PUMPS
    )
    assert [name for name, how in note.people if how == "present"] == ["Clare Ingram", "Martin Oyelade", "Jo Pike"]


def test_the_name_of_a_firm_is_no_person(paper):
    note = paper(
        "Note of a visit\n\n3 May 2019\n\nThe Ombudsman met Mr Tom Stone of Alder Valley Homes and Teme Lettings."
        + PUMPS
    )
    assert "Teme Lettings" not in [name for name, _ in note.people]


def test_a_body_that_somebody_represents_is_where_they_come_from(paper):
    note = paper(
        "Note of a call\n\nOn the line: Morag Sim, Water Board; Sheriffmuir Community Council (represented by Mrs Jean Todd)"
        + PUMPS
    )
    assert [name for name, _ in note.people] == ["Morag Sim", "Mrs Jean Todd"]
    assert note.parts("Mrs Jean Todd") == (None, "Sheriffmuir Community Council", None)


def test_a_body_that_begins_with_a_small_letter_is_no_post(paper):
    note = paper("Data Users' Group\n\nPresent:\nRob Lyle, myTransit\nAnn Bell, treasurer" + PUMPS)
    told = [(note.words(one.post), note.words(one.organisation)) for one in note.outline.attendees]
    assert told == [(None, "myTransit"), ("treasurer", None)]


def test_those_in_the_room_and_those_on_the_phone(paper):
    note = paper(
        "Fen call, 3 May 2019\n\nIn room: Ann Bell (AB, Fen Trust), Tom Hurst (TH)\nOn phone: Una Moss (UM, Fal Council)"
        + PUMPS
    )
    assert note.people == [("Ann Bell", "present"), ("Tom Hurst", "present"), ("Una Moss", "remote")]
