"""The act that the words around a verb of speech make: manner, judgement, what is refused, offered or ordered."""

from __future__ import annotations

import pytest

from tests.notes import AQ, TW, names, read_note


@pytest.mark.parametrize(
    ("sentence", "speakers", "acts"),
    [
        ("AQ remarked with great bitterness that the ferry had gone.", {AQ}, ["concerned"]),
        ("TW spoke with pleasure of the new jetty.", {TW}, ["welcomed"]),
        ("AQ found the state of the boathouse lamentable.", {AQ}, ["concerned"]),
        ("AQ pronounced the logbook exemplary.", {AQ}, ["welcomed"]),
        ("AQ thought that the disappointing figures would recover.", {AQ}, ["opined"]),
        ("TW did not hide his dismay at the bill.", {TW}, ["concerned"]),
        ("AQ could not have been happier.", {AQ}, ["welcomed"]),
        ("TW could give no guarantee that the pier would open.", {TW}, ["informed"]),
        ("TW could not promise a date.", {TW}, ["informed"]),
        ("TW took no exception to the wording.", {TW}, ["agreed"]),
        ("AQ took exception to the wording.", {AQ}, ["disagreed"]),
        ("TW was unable to share her opinion of the pilots.", {TW}, ["disagreed"]),
        ("TW did not seek to excuse the delay.", {TW}, ["acknowledged"]),
        ("TW was not certain and would look it up.", {TW}, ["informed", "undertook"]),
        ("AQ for her part urged that the wages be raised.", {AQ}, ["requested"]),
        ("Which crew, AQ demanded, had been on watch?", {AQ}, ["asked"]),
        ("The rota was a muddle, TW accepted.", {TW}, ["acknowledged"]),
        ("TW, after some hesitation, agreed that the rota was wrong.", {TW}, ["agreed"]),
        ("TW was asked by AQ to bring the rota.", {AQ}, ["requested"]),
        ("It was ordered that the rota be burnt.", None, ["decided"]),
        ("It was left that the keepers would vote again.", None, ["agreed"]),
        ("There was a murmur of assent.", None, ["agreed"]),
    ],
)
def test_what_stands_around_the_verb_tells_the_act(sentence: str, speakers: set[str] | None, acts: list[str]) -> None:
    reading = read_note(sentence)
    assert [said.act for said in reading.statements] == acts
    if speakers is not None:
        assert all(names(reading, said.speakers) == speakers for said in reading.statements)


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("TW claimed, however, that the pier was sound.", "that the pier was sound."),
        ("AQ stated, in turn, that the keepers were cold.", "that the keepers were cold."),
        ("TW explained: the pier was sound.", "the pier was sound."),
    ],
)
def test_what_was_said_begins_behind_marks_and_connectives(sentence: str, content: str) -> None:
    reading = read_note(sentence)
    (said,) = reading.statements
    assert said.content.of(reading.document.text) == content


def test_who_leaves_the_room_says_nothing() -> None:
    assert read_note("TW withdrew.").statements == ()


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("AQ moved and TW seconded, and it was resolved that the grant be paid.", ["suggested", "agreed", "decided"]),
        ("TW took offence at the minutes, and it was agreed that they be redrafted.", ["concerned", "agreed"]),
        ("A lively debate ensued.", ["discussed"]),
        ("This prompted some discussion of the oil.", ["discussed"]),
        ("TW said the lamps were old. Offered to send the list.", ["informed", "undertook"]),
        ("TW said the lamps were old. Hopes the winter is mild.", ["informed", "opined"]),
        ("No new keepers this year, TW made clear.", ["informed"]),
        ("The oil was short, TW continued, though a barrel had come.", ["informed"]),
        ("AQ thought that a rehearsal might be prudent.", ["suggested"]),
        ("Members' attention was drawn by TW to the tide tables.", ["informed"]),
    ],
)
def test_acts_without_a_plain_subject_and_verb_are_read(sentence: str, told: list[str]) -> None:
    assert [said.act for said in read_note(sentence).statements] == told


def test_a_sentence_without_subject_goes_on_with_who_spoke_last() -> None:
    reading = read_note("TW said the lamps were old. Offered to send the list. Agreed in principle (AQ).")
    assert [names(reading, said.speakers) for said in reading.statements] == [{TW}, {TW}, {AQ}]
