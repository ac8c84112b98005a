"""Jottings of notes, rulings of meetings, and what declines, prefers or puts forward mildly."""

from __future__ import annotations

import pytest

from tests.notes import AQ, BOARD, TW, names, read_note, statements

ALL = {AQ, TW, "Dame Ruth Pell"}


@pytest.mark.parametrize(
    ("sentence", "speakers", "acts"),
    [
        ("All against.", None, ["disagreed"]),
        ("All content.", ALL, ["agreed"]),
        ("All three regretted the noise.", ALL, ["concerned"]),
        ("TW no objection to the rota.", {TW}, ["agreed"]),
        ("AQ no comment.", {AQ}, ["informed"]),
        ("TW disappointed – the paint had run.", {TW}, ["concerned"]),
        ("Agreed TW to order paint.", ALL, ["agreed"]),
        ("General feeling that the pier was too short.", ALL, ["opined"]),
        ("Neither AQ nor TW would agree to that.", {AQ, TW}, ["disagreed"]),
        ("Neither AQ nor TW was convinced.", {AQ, TW}, ["disagreed"]),
        ("TW wondered whether the paint might be thinned.", {TW}, ["suggested"]),
        ("TW wondered whether other keepers might be in the tower.", {TW}, ["asked"]),
        ("AQ enquired if the keys might be copied.", {AQ}, ["asked"]),
        ("Could the bell be moved, AQ asked.", {AQ}, ["asked"]),
        ("It was put to TW that the lamps were dim.", None, ["informed"]),
        ("It was put to TW that the lamps should be cleaned.", None, ["suggested"]),
        ("It was put to TW by AQ that the lamps were dim.", {AQ}, ["informed"]),
        ("AQ put it to TW whether the lamps were safe.", {AQ}, ["asked"]),
        ("AQ would rather the bell was left alone.", {AQ}, ["opined"]),
        ("TW would not hear of a second bell.", {TW}, ["disagreed"]),
        ("TW did not feel able to sign the lease.", {TW}, ["disagreed"]),
        ("TW did not know who owned the bell.", {TW}, ["informed"]),
        ("TW took no view on the bell.", {TW}, ["informed"]),
        ("AQ shared that unease.", {AQ}, ["agreed"]),
        ("AQ did not share that assessment.", {AQ}, ["disagreed"]),
        ("AQ considered the ladder too short.", {AQ}, ["opined"]),
        ("AQ found the new signals confusing.", {AQ}, ["opined"]),
        ("AQ found two ladders missing.", None, []),
        ("TW began with the ladders, of which two were broken.", {TW}, ["informed"]),
        ("TW opened the discussion by thanking the keepers.", {TW}, ["thanked"]),
        ("AQ asked who had the key, and was told by TW that it was lost.", None, ["asked", "informed"]),
        ("AQ asked if her staff could come along, and he said that he would arrange it.", None, ["asked", "undertook"]),
        ("AQ asked for a ladder, with which request TW was in full agreement.", None, ["requested"]),
        ("Pressed by AQ on the ladders, TW replied that they were sound.", None, ["informed", "asked"]),
        ("TW listened to her with patience and left.", None, []),
        ("The Registrar speaks up for those at sea.", None, []),
    ],
)
def test_a_jotting_or_a_mild_word_tells_the_act(sentence: str, speakers: set[str] | None, acts: list[str]) -> None:
    reading = read_note(sentence)
    assert [said.act for said in reading.statements] == acts
    if speakers is not None:
        assert all(names(reading, said.speakers) == speakers for said in reading.statements)


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The request was refused.", "decided"),
        ("On being put to the vote the amendment was lost.", "decided"),
        ("The application was granted.", "decided"),
        ("A second survey was mooted, but nothing came of it.", "suggested"),
        ("A good deal was said about the fog.", "discussed"),
    ],
)
def test_a_board_rules_on_what_is_before_it(sentence: str, act: str) -> None:
    reading = read_note(sentence, BOARD)
    (said,) = reading.statements
    assert said.act == act
    assert act == "suggested" or names(reading, said.speakers) == {"The Board"}


def test_who_is_offered_something_accepts_it() -> None:
    reading = read_note("TW offered the Commissioner a tour of the tower. She accepted at once.")
    assert [(names(reading, said.speakers), said.act) for said in reading.statements] == [
        ({TW}, "undertook"),
        ({AQ}, "agreed"),
    ]


def test_an_assurance_is_given_by_the_one_who_was_asked_for_it() -> None:
    reading = read_note("AQ asked TW whether the lamps would be lit. That assurance was given.")
    assert [(names(reading, said.speakers), said.act) for said in reading.statements] == [
        ({AQ}, "asked"),
        ({TW}, "undertook"),
    ]


def test_one_who_abstains_while_others_decide_makes_no_statement_of_her_own() -> None:
    reading = read_note("It was resolved that the bell be moved, Cllr Ash abstaining.", BOARD)
    assert [said.act for said in reading.statements] == ["decided"]


def test_a_priest_is_called_by_his_title() -> None:
    frame = "Meeting held on 3 May 2019\n\nPresent: Ms Ada Rook and Father Giles Penn.\n\n{}\n"
    reading = read_note("Ms Rook asked who rang the bell. Father Penn doubted whether anybody did.", frame)
    assert [said.act for said in reading.statements] == ["asked", "opined"]


@pytest.mark.parametrize(
    ("jotted", "act"),
    [
        ("AQ – asked for the figures.", "requested"),
        ("AQ – welcomed the new lamps.", "welcomed"),
        ("AQ – concerned about old lamps, most now broken.", "concerned"),
        ("AQ: agreed.", "agreed"),
        ("AQ – new lamps from March.", "informed"),
    ],
)
def test_the_verb_or_adjective_behind_initials_and_a_dash_tells_the_act(jotted, act):
    assert ({AQ}, act) in statements(read_note(jotted))


@pytest.mark.parametrize(
    ("jotting", "expected"),
    [
        ("No objections.", [(ALL, "agreed")]),
        ("AQ ok with that.", [({AQ}, "agreed")]),
        ("Concerns raised by TW about fog.", [({TW}, "concerned")]),
        ("Concern about fog.", [(set(), "concerned")]),
        ("Thanks to TW for the chart.", [(set(), "thanked")]),
        ("Noted.", [(ALL, "acknowledged")]),
        ("Noted with concern that fog is up.", [(set(), "concerned")]),
        ("Discussed fog.", [(ALL, "discussed")]),
        ("Nobody keen.", [(ALL, "disagreed")]),
    ],
)
def test_a_note_drops_verb_or_speaker(jotting: str, expected: list[tuple[set[str], str]]) -> None:
    reading = read_note(f"- AQ asked about the lamps.\n- {jotting}\n")
    assert [(names(reading, said.speakers), said.act) for said in reading.statements[1:]] == expected


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        ("The report was noted.", [({"The Board"}, "acknowledged")]),
        ("The paper was warmly received.", [({"The Board"}, "welcomed")]),
        ("The motion was put and carried.", [({"The Board"}, "decided")]),
        ("Members heard that the lamp had failed.", [({"Ingrid Moss"}, "informed")]),
        ("The question arose whether the fee was lawful.", [(set(), "asked")]),
        ("A number of members asked about the wiring.", [({"The Board"}, "asked")]),
        ("Cllr Ash voted against.", [({"Cllr Wendy Ash"}, "disagreed")]),
        ("There was no discussion.", []),
        ("The meeting ended at noon.", []),
        ("The Board would next meet on 26 November.", []),
        ("Signed as a correct record.", []),
    ],
)
def test_how_a_meeting_goes_and_what_it_takes_note_of(sentence: str, acts: list[tuple[set[str], str]]) -> None:
    reading = read_note(f"Ingrid Moss presented the accounts. {sentence}", BOARD)
    assert [(names(reading, said.speakers), said.act) for said in reading.statements[1:]] == acts
