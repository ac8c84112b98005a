"""Who said what: sentences of every kind that minutes use to report speech."""

from __future__ import annotations

import pytest

from tests.notes import AQ, BOARD, TW, names, read_note, statements

RP = "Dame Ruth Pell"
BOTH = {AQ, TW}


@pytest.mark.parametrize(
    ("sentence", "speakers", "act"),
    [
        ("AQ asked whether the lamps had been trimmed.", {AQ}, "asked"),
        ("The Registrar explained that two lamps were dark.", {TW}, "informed"),
        ("TW said he was sorry.", {TW}, "informed"),
        ("AQ urged the Registrar to publish the list.", {AQ}, "requested"),
        ("AQ was keen that the list should be published.", {AQ}, "requested"),
        ("The Commissioner suggested that a map would help.", {AQ}, "suggested"),
        ("TW undertook to send the figures.", {TW}, "undertook"),
        ("TW agreed to send the figures.", {TW}, "undertook"),
        ("TW agreed that the figures were poor.", {TW}, "agreed"),
        ("TW did not agree that the figures were poor.", {TW}, "disagreed"),
        ("AQ was disappointed that the lamps were still dark.", {AQ}, "concerned"),
        ("AQ welcomed the new lamps.", {AQ}, "welcomed"),
        ("AQ thanked TW for coming.", {AQ}, "thanked"),
        ("TW acknowledged that the work was late.", {TW}, "acknowledged"),
        ("AQ felt that the keepers deserved better.", {AQ}, "opined"),
        ("AQ and TW discussed the keepers' pay.", BOTH, "discussed"),
        ("Both felt that the law was out of date.", None, "opined"),
        ("AQ opened by asking how many lamps were dark.", {AQ}, "asked"),
        ("AQ was told by TW that the lamps were old.", {TW}, "informed"),
        ("These lamps were welcomed by the Commissioner.", {AQ}, "welcomed"),
        ("AQ heard from the Registrar that the lamps were old.", {TW}, "informed"),
        ("The lamps, TW stressed, were safe.", {TW}, "informed"),
        ("The lamps were safe, said TW.", {TW}, "informed"),
        ("According to the Registrar, the lamps were safe.", {TW}, "informed"),
        ("The keepers were underpaid, in AQ's view.", {AQ}, "opined"),
        ("AQ could not hide her dismay at the figures.", {AQ}, "concerned"),
        ("AQ regretted that she could not release it.", {AQ}, "informed"),
        ("TW tabled a draft budget for 2020.", {TW}, "informed"),
        ("AQ offered her thanks to the staff.", {AQ}, "thanked"),
        ("AQ undertook on behalf of the Board that a second lamp would be lit.", {AQ}, "undertook"),
        ("TW made so bold as to enquire whether the lamps were safe.", {TW}, "asked"),
        ("AQ was anxious that names might reach the press.", {AQ}, "concerned"),
        ("TW wanted first of all to say that he accepted the finding.", {TW}, "informed"),
        ("AQ wanted TW to explain the delay.", {AQ}, "requested"),
        ("AQ called it very thorough.", {AQ}, "opined"),
        ("AQ called the report a disgrace.", {AQ}, "opined"),
        ("TW's advice was to publish the register.", {TW}, "suggested"),
        ("The condition was readily agreed to.", None, "agreed"),
        ("The proposal was welcomed on all sides.", None, "welcomed"),
        ("AQ was given an account of the work by TW.", {TW}, "informed"),
        ("AQ was given an assurance by TW that the lamps would be lit.", {TW}, "undertook"),
        ("In the Commissioner's view the keepers were underpaid.", {AQ}, "opined"),
        ("It was TW's view that the lamps were safe.", {TW}, "opined"),
        ("AQ's concern was that nobody checked.", {AQ}, "concerned"),
        ("The first question from AQ was about the keepers.", {AQ}, "asked"),
        ("The suggestion came from the Registrar.", {TW}, "suggested"),
        ("It troubled AQ that nobody checked.", {AQ}, "concerned"),
        ("This was welcome news to the Commissioner.", {AQ}, "welcomed"),
        ("AQ asked for a list of the keepers.", {AQ}, "requested"),
        ("However, TW pointed out that the keepers had been paid.", {TW}, "informed"),
        ("In reply, the Registrar noted that the keepers had been paid.", {TW}, "informed"),
        ("TW was pleased to see the new map.", {TW}, "welcomed"),
        ("TW could not accept that the lamps were unsafe.", {TW}, "disagreed"),
        ("Dame Ruth reminded them of the storm.", {RP}, "informed"),
        ("It was suggested that the keepers be asked.", set(), "suggested"),
        ("AQ not convinced that the lamps were safe.", {AQ}, "disagreed"),
        ("TW content with that.", {TW}, "agreed"),
        ("TW could see merit in a second keeper.", {TW}, "opined"),
        ("The Registrar would not be drawn on the price.", {TW}, "informed"),
        ("TW did not dispute the count.", {TW}, "acknowledged"),
        ("This the Registrar denied.", {TW}, "disagreed"),
        ("It was accepted on the Registrar's side that the lamps were late.", {TW}, "acknowledged"),
        ("It was answered on behalf of the Registrar that the lamps were late.", {TW}, "informed"),
        ("There was some nervousness on the part of the Registrar about the lamps.", {TW}, "concerned"),
        ("The proposal met with the Registrar's warm approval.", {TW}, "welcomed"),
        ("This found favour with AQ.", {AQ}, "welcomed"),
        ("The plan drew criticism from the Registrar.", {TW}, "concerned"),
        ("Nobody, the Registrar rejoined, was suggesting otherwise.", {TW}, "informed"),
        ("They were not, yet, Mr Wren admitted; a decision was unlikely before Easter.", {TW}, "acknowledged"),
        ("There were no others, came the Registrar's reply.", {TW}, "informed"),
        ("A plea was entered by the Registrar for more oil.", {TW}, "requested"),
        ("Thanks from AQ to the Registrar for prompt replies.", {AQ}, "thanked"),
        ("AQ: any lamps dark?", {AQ}, "asked"),
        ("AQ told him that her lawyers had advised her to wait until May.", {AQ}, "informed"),
        ("AQ told TW to wait.", {AQ}, "requested"),
        ("AQ asked what this meant for keepers at night.", {AQ}, "asked"),
        ("TW was in favour.", {TW}, "agreed"),
        ("General agreement that lamps should be handed out at the gate.", BOTH | {RP}, "agreed"),
        ("TW did, however, pledge that every keeper would have a copy.", {TW}, "undertook"),
        ("For his own part, TW undertook that the Board would examine the lamps.", {TW}, "undertook"),
        ("AQ directed TW to inform the keepers within seven days.", {AQ}, "requested"),
        ("AQ submitted that keepers ought to be told in writing.", {AQ}, "opined"),
        ("AQ took this as a sign of honesty.", {AQ}, "opined"),
        ("TW was pressed to say if the lamps were safe.", set(), "asked"),
        ("From AQ came the observation that nobody had counted.", {AQ}, "informed"),
        ("The lamps were, in her words, a disgrace, AQ maintained.", {AQ}, None),
        ("AQ, turning to the map, wondered whether it was right.", {AQ}, "asked"),
        ("TW was at pains to stress that the towers stood.", {TW}, "informed"),
        ("TW had to concede that the oil was late.", {TW}, "acknowledged"),
        ("AQ was minded to agree.", {AQ}, "agreed"),
        ("A survey has begun, and TW offered to share it.", {TW}, "undertook"),
        ("The count was forty, which the Registrar described as poor.", {TW}, None),
        ("Asked by AQ whether the oil was paid for, he replied that it was.", {AQ}, "asked"),
        ("In answer to the Commissioner, TW confirmed that the oil was paid for.", {AQ}, "asked"),
        ("Here the Registrar was less sure.", {TW}, None),
        ("Everybody was reminded of the rule.", None, "informed"),
        ("It fell to Dame Ruth to remind them of the storm.", {RP}, "informed"),
        ("AQ put on record her dismay at the state of the pier.", {AQ}, "concerned"),
        ("TW gave short shrift to the idea.", {TW}, "disagreed"),
        ("Each lamp, it was noted by TW, was lit.", {TW}, "informed"),
        ("Forty, was the Registrar's reply.", {TW}, "informed"),
        ("It was AQ who asked about the oil.", {AQ}, "asked"),
        ("TW ventured that the keepers might be paid monthly.", {TW}, "suggested"),
        ("TW noted AQ's disappointment.", {TW}, "informed"),
        ("TW professed himself alarmed.", {TW}, "concerned"),
        ("TW said that he would write to them.", {TW}, "undertook"),
        ("AQ asked if the list might be widened.", {AQ}, "asked"),
    ],
)
def test_a_sentence_tells_who_did_what_in_words(sentence: str, speakers: set[str] | None, act: str | None) -> None:
    found = statements(read_note(sentence))
    assert act is None or act in {one for _, one in found}, found
    if speakers is not None:
        assert any(who == speakers and act in {one, None} for who, one in found), found


@pytest.mark.parametrize(
    "sentence",
    [
        "Lighthouses are kept by the Registry.",
        "The storm of 1987 destroyed four towers.",
        "The Minister had written to all keepers in January.",
        "Forty lamps were replaced last year.",
        "TW will send the figures by June.",
        "The keepers' pay is set by law.",
        "That list was expected by the spring.",
        "The Minister had told the keepers so in January.",
    ],
)
def test_background_and_plans_are_no_statements(sentence: str) -> None:
    assert statements(read_note(sentence)) == []


def test_she_means_the_last_speaker_whose_gender_fits() -> None:
    found = statements(
        read_note("AQ asked about the lamps. TW said that they were old. She was not satisfied. He promised a list.")
    )
    assert [who for who, _ in found] == [{AQ}, {TW}, {AQ}, {TW}]


def test_two_people_in_one_sentence_are_two_statements() -> None:
    found = statements(read_note("AQ supported the idea and TW thanked her for it."))
    assert ({AQ}, "welcomed") in found
    assert ({TW}, "thanked") in found


@pytest.mark.parametrize(
    "sentence",
    [
        "AQ invited TW to the supper, which was accepted with pleasure.",
        "AQ asked that TW should come and see the towers, and he accepted.",
        "AQ suggested that the map be shared, and TW agreed.",
    ],
)
def test_what_the_other_says_to_an_offer_is_a_statement_of_the_other(sentence: str) -> None:
    frame = "Meeting of Amara Quayle (AQ) and Tobias Wren (TW)\n\n3 May 2019\n\nPresent:\nAmara Quayle (AQ)\nTobias Wren (TW)\n\nLamps\n\n{}\n"
    assert ({TW}, "agreed") in statements(read_note(sentence, frame))


def test_one_speaker_with_two_verbs_does_two_things() -> None:
    found = statements(read_note("AQ welcomed that and asked if the map could be shared."))
    assert [act for _, act in found] == ["welcomed", "asked"]


def test_a_sentence_without_subject_goes_on_with_the_last_speaker() -> None:
    found = statements(read_note("TW outlined the plan. Also explained how it would be paid for."))
    assert found[1] == ({TW}, "informed")


def test_a_question_mark_is_a_question_of_whoever_is_speaking() -> None:
    found = statements(read_note("AQ turned to the oil. Was it paid for?"))
    assert found[-1] == ({AQ}, "asked")


def test_what_was_resolved_is_decided_point_by_point() -> None:
    found = statements(read_note("RESOLVED\n\n(i) that the map be published; and\n\n(ii) to note the count.", BOARD))
    assert found[-2:] == [({"The Board"}, "decided"), ({"The Board"}, "decided")]


def test_the_content_of_a_short_statement_is_never_a_full_stop() -> None:
    reading = read_note("AQ was not surprised.")
    assert [said.content.of(reading.document.text) for said in reading.statements] == ["AQ was not surprised."]


ABSENT = BOARD.replace(
    "In attendance:",
    "Ms Ada Finch, Deputy Registrar of Lighthouses (AF)\n\nApologies:\nTobias Wren, Registrar of Lighthouses\n\nIn attendance:",
)


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("AF said that the Registrar regretted the delay.", "informed"),
        ("The Registrar, AF reported, had been disappointed by the count.", "informed"),
        ("Speaking for Mr Wren, AF undertook to publish the map.", "undertook"),
    ],
)
def test_what_a_deputy_reports_of_an_absent_principal_is_said_by_the_deputy(sentence: str, act: str) -> None:
    assert statements(read_note(sentence, ABSENT)) == [({"Ms Ada Finch"}, act)]


def test_a_view_of_somebody_who_sent_apologies_is_nobody_s_statement() -> None:
    assert statements(read_note("The Registrar's concern was that nobody checked.", ABSENT)) == []


def test_members_speak_as_one_in_a_board() -> None:
    found = statements(read_note("Members discussed the lamps. The Board was disappointed by the delay.", BOARD))
    assert [act for _, act in found] == ["discussed", "concerned"]
    assert found[0][0] == found[1][0] == {"The Board"}


def test_surnames_ranks_initials_and_offices_name_the_same_persons() -> None:
    found = statements(
        read_note(
            "Dr Sallow reported a fault. NR asked when. Superintendent Reed was worried. The Chair thanked Cllr Ash. FT noted this.",
            BOARD,
        )
    )
    assert [who for who, _ in found] == [
        {"Dr Peter Sallow"},
        {"Superintendent Noah Reed"},
        {"Superintendent Noah Reed"},
        {"Ingrid Moss"},
        {"Farida Thorne"},
    ]


def test_every_statement_says_which_rule_read_it_and_quotes_its_sentence() -> None:
    reading = read_note("AQ asked whether the lamps had been trimmed.")
    (said,) = reading.statements
    assert said.rule == "active-verb"
    assert said.evidence.of(reading.document.text) == "AQ asked whether the lamps had been trimmed."
    assert said.content.of(reading.document.text).startswith("whether the lamps")


def test_whom_a_question_is_put_to_stands_behind_the_verb():
    told = read_note("AQ asked the Registrar about the rota.")
    assert [names(told, one.addressees) for one in told.statements] == [{TW}]


def test_a_question_between_two_is_put_to_the_other():
    frame = "Meeting of the Commissioner for Lodgers and the Registrar of Lighthouses\n\n3 May 2019\n\n{}\n"
    told = read_note("The Commissioner asked whether the rota was public.", frame)
    assert [names(told, one.addressees) for one in told.statements] == [{"Registrar of Lighthouses"}]


@pytest.mark.parametrize(
    ("sentences", "answered"),
    [
        ("AQ asked whether the lamps were safe. TW replied that they were.", [None, 0]),
        ("AQ asked the Registrar about the lamps. TW explained that two were dark.", [None, 0]),
        ("AQ asked whether the lamps were safe. She thanked TW for the map.", [None, None]),
        ("AQ asked whether the lamps were safe. AQ said that the keepers were tired.", [None, None]),
        ("TW explained that two lamps were dark. AQ said that she was sorry.", [None, None]),
    ],
)
def test_what_another_says_right_behind_a_question_answers_it(sentences, answered):
    assert [one.answers for one in read_note(sentences).statements] == answered


NAMELESS = """Meeting with the {post} for Eastmere – 3 May 2019

Attendees

{post} for Eastmere
Tobias Wren, Registrar of Lighthouses

Lamps

Mr Wren thanked the {post} for coming. The {post} asked how many lamps were dark.
"""


@pytest.mark.parametrize("post", ["Lodgers' Champion", "Rents Ombudsman", "Chief Steward", "Commissioner"])
def test_an_office_holder_without_a_name_speaks_as_the_office(post: str) -> None:
    said = statements(read_note("", NAMELESS.replace("{post}", post)))
    assert said[-1] == ({f"{post} for Eastmere"}, "asked")


THREE_OFFICES = """Meeting with the Lodgers' Council and Fen Trust

Present:
Commissioner for Rents
Deputy Chief Inspector, Lodgers' Council (LC)
Director, Fen Trust (FT)

LC inspects lodgings. The Director said that one in nine was empty. He blamed the damp. The Commissioner had written to the Director. She gave two \
examples. The Deputy Chief Inspector asked her to send them.
"""


def test_a_bare_title_is_that_of_the_one_on_the_list_who_has_it() -> None:
    said = statements(read_note("", THREE_OFFICES))
    assert [speakers for speakers, _ in said] == [
        {"Director"},
        {"Director"},
        {"Commissioner for Rents"},
        {"Deputy Chief Inspector"},
    ]
