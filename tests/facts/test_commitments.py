"""Who is to do what, how firmly and by when."""

from __future__ import annotations

import pytest

from tests.notes import AQ, BOARD, TW, commitments, read_note


@pytest.mark.parametrize(
    ("sentence", "actors", "strength", "due"),
    [
        ("TW will send the figures by 30 June.", {TW}, "committed", "2019-06-30"),
        ("TW undertook to send the figures within six weeks.", {TW}, "committed", "2019-06-14"),
        ("TW agreed to meet the keepers in September.", {TW}, "committed", "2019-09-30"),
        ("AQ offered to chair a workshop.", {AQ}, "committed", None),
        ("TW plans to visit every tower in 2020.", {TW}, "planned", "2020-12-31"),
        ("TW aims to finish by the autumn.", {TW}, "planned", "2019-11-30"),
        ("The Registrar is to give evidence on 12 June.", {TW}, "planned", "2019-06-12"),
        ("A report would be published within a fortnight.", set(), "planned", "2019-05-17"),
        ("AQ asked TW to publish the list.", {TW}, "requested", None),
        ("AQ urged the Registrar to publish the list by the end of the year.", {TW}, "requested", "2019-12-31"),
        ("TW suggested that the Commissioner could write to the keepers.", {AQ}, "proposed", None),
        ("TW does not intend to raise the fees.", {TW}, "unlikely", None),
        ("TW ruled out a rise in fees.", {TW}, "unlikely", None),
        ("TW would not raise the fees.", {TW}, "unlikely", None),
        ("They agreed to exchange drafts.", {AQ, TW, "Dame Ruth Pell"}, "committed", None),
        ("It was agreed that AQ would write to the keepers.", {AQ}, "committed", None),
        ("AQ asked if she might have sight of the list.", None, "requested", None),
        ("A further count is planned for October.", set(), "planned", "2019-10-31"),
        ("TW declined to name the keepers.", {TW}, "unlikely", None),
    ],
)
def test_a_sentence_tells_who_is_to_do_what(
    sentence: str, actors: set[str] | None, strength: str, due: str | None
) -> None:
    found = commitments(read_note(sentence))
    assert found, sentence
    assert found[0][1:] == (strength, due)
    if actors is not None:
        assert found[0][0] == actors


@pytest.mark.parametrize(
    "sentence",
    [
        "AQ asked whether the fees would rise.",
        "Inspectors examine the log of every tower.",
        "TW thought that a map would be helpful.",
        "The fees rose in 2018.",
        "AQ welcomed the new lamps.",
        "If the lamps fail, the keepers ring a bell.",
    ],
)
def test_questions_duties_opinions_and_past_deeds_are_no_commitments(sentence: str) -> None:
    assert commitments(read_note(sentence)) == []


def test_this_was_agreed_commits_whoever_was_asked() -> None:
    found = commitments(read_note("AQ asked TW to publish the list. This was agreed."))
    assert found == [({TW}, "requested", None), ({TW}, "committed", None)]


def test_an_action_line_names_owners_and_deadline() -> None:
    found = commitments(
        read_note("The lamps were discussed.\n\nACTION: NR and FT to write to the keepers by 31 May 2019.", BOARD)
    )
    assert found[-1] == ({"Superintendent Noah Reed", "Farida Thorne"}, "committed", "2019-05-31")


def test_a_commitment_without_an_actor_says_why() -> None:
    reading = read_note("A report would be published within a fortnight.")
    assert reading.commitments[0].no_actor == "the text names nobody"


def test_without_a_meeting_date_the_window_stays_a_phrase() -> None:
    frame = "Meeting with the Registrar of Lighthouses\n\nThe Commissioner for Lodgers (CL) met the Registrar.\n\nLamps\n\n{}\n"
    (promise,) = read_note("The Registrar will send the figures within six weeks.", frame).commitments
    assert (promise.due_by, promise.due_text) == (None, "within six weeks")
