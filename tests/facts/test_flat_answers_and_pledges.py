"""Answers of a word or two, pledges that nobody is said to give, and what no decision lets happen."""

from __future__ import annotations

import pytest

from tests.notes import AQ, TW, commitments, read_note, statements


def test_an_answer_that_stands_alone_grants_what_was_asked_for() -> None:
    assert ({TW}, "committed", None) in commitments(read_note("AQ requested a copy. By all means, TW said."))
    assert ({TW}, "committed", None) in commitments(read_note("AQ requested a copy. That was conceded by TW."))


@pytest.mark.parametrize(
    ("answer", "how"),
    [("TW agreed,", "committed"), ("TW agreed with", "committed"), ("TW agreed that it could not be", "unlikely")],
)
def test_a_note_that_breaks_off_within_its_answer_is_read(answer: str, how: str) -> None:
    found = commitments(read_note(f"AQ requested a copy. {answer}"))
    assert found == [({TW}, "requested", None), ({TW}, how, None)]


def test_what_answers_a_question_in_between_refuses_nothing() -> None:
    note = read_note("TW promised the charts. AQ asked whether the lamp would go out meanwhile. TW said it would not.")
    assert [found for found in commitments(note) if found[1] == "unlikely"] == []


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("An undertaking was given that her solicitor would clear it by 14 June.", AQ),
        ("A promise was made that his keepers would clear it by 14 June.", TW),
    ],
)
def test_a_pledge_that_nobody_gives_is_that_of_whoever_has_the_people(sentence: str, speaker: str) -> None:
    note = read_note(f"Ms Quayle spoke of her lodgers. Mr Wren spoke of his lamps. {sentence}")
    assert ({speaker}, "undertook") in statements(note)
    assert [found[1:] for found in commitments(note)] == [("committed", "2019-06-14")]


def test_a_pledge_that_is_not_given_binds_nobody() -> None:
    assert commitments(read_note("No commitment was given by the Registrar on the date.")) == []


@pytest.mark.parametrize("verb", ["granted", "owned", "allowed", "conceded"])
def test_what_is_owned_to_beside_a_clause_is_acknowledged(verb: str) -> None:
    assert ({TW}, "acknowledged") in statements(read_note(f"The lamp, Mr Wren {verb}, was dim."))


def test_what_is_agreed_between_two_is_said_by_both() -> None:
    assert ({AQ, TW}, "agreed") in statements(read_note("Agreed between AQ and TW that the lamp was dim."))


def test_how_often_a_thing_may_be_is_no_term() -> None:
    note = read_note("AQ asked that no lodger be moved more than once in a year.")
    assert [found[2] for found in commitments(note)] == [None]


def test_a_suggestion_that_nobody_makes_is_put_to_somebody() -> None:
    found = commitments(read_note("A suggestion that keepers be paid met with some support."))
    assert [item[1] for item in found] == ["proposed"]


def test_people_of_somebody_are_told_once() -> None:
    note = read_note("Mr Wren spoke of the lamps. His keepers are to visit in July.")
    assert [found[1:] for found in commitments(note)] == [("planned", "2019-07-31")]


def test_accepting_with_pleasure_takes_an_invitation_and_agreeing_with_somebody_does_not() -> None:
    assert ({TW}, "committed", None) in commitments(read_note("AQ invited TW to a supper. TW accepted with delight."))
    assert commitments(read_note("AQ thought the lamps dim. TW agreed with her.")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "It was her view that cover would not come back by itself.",
        "AQ mentioned the rumour that the Board was to be merged.",
        "TW was inclined to doubt whether the Treasury would find the money.",
        "TW would not have this said.",
    ],
)
def test_what_is_foretold_rumoured_or_doubted_is_nobodys_to_do(sentence: str) -> None:
    assert commitments(read_note(f"AQ spoke of her lodgers. {sentence}")) == []


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("TW said how pleased he was.", "welcomed"),
        ("TW told her how much he valued it.", "welcomed"),
        ("TW regretted that the Board was unable to pay.", "informed"),
        ("TW saw merit in that and will put it to his keepers.", "undertook"),
        ("TW had been asked for 200 papers and was of the view that this was too many.", "opined"),
        ("TW mourned the lost chance.", "concerned"),
        ("TW ruled it out for now.", "disagreed"),
    ],
)
def test_what_is_told_with_the_verb_decides_the_act(sentence: str, act: str) -> None:
    assert ({TW}, act) in statements(read_note(f"AQ spoke of her lodgers. {sentence}"))


def test_two_who_agree_to_do_something_agree() -> None:
    note = read_note("AQ and TW agreed to meet again in September.")
    assert statements(note) == [({AQ, TW}, "agreed")]
    assert commitments(note) == [({AQ, TW}, "committed", "2019-09-30")]


def test_then_is_the_day_told_before_it() -> None:
    note = read_note("AQ is meeting the owners on 14 June and will ask for them then.")
    assert ({AQ}, "committed", "2019-06-14") in commitments(note)


def test_an_office_that_is_one_person_speaks_as_that_person_and_acts_as_the_body() -> None:
    frame = """THE LODGINGS REGULATOR
Note of a meeting with lodgers

3 May 2019

Present: Mary Bell, Lodgings Regulator; Jo Stone (Lodgers' Forum)

Lamps

{}
"""
    note = read_note(
        "The Regulator said that the rule was new. She warned of delay. The Office will publish it by June.", frame
    )
    assert [speakers for speakers, _ in statements(note)] == [{"Mary Bell"}, {"Mary Bell"}]
    assert commitments(note) == [({"Lodgings Regulator"}, "committed", "2019-06-30")]


def test_the_body_that_an_attendance_label_names_is_that_of_its_people() -> None:
    frame = """Meeting between the Hill Farms Board and the Isles Land Agency
3 May 2019

Attending for the Hill Farms Board (HFB): Anne Lea (AL), Chief Executive; Robert Ure (RU), Head of Casework
Attending for the Isles Land Agency (ILA): Carol Orr (CO), Director; Donna Pell (DP), Head of Estates

Lamps

{}
"""
    note = read_note("AL spoke of the lamps. CO suggested that the two bodies publish a list together.", frame)
    assert commitments(note) == [({"Hill Farms Board", "Isles Land Agency"}, "proposed", None)]


def test_a_note_runs_on_behind_a_comma_with_the_same_subject() -> None:
    note = read_note("TW not convinced, wants call log.")
    assert statements(note) == [({TW}, "disagreed"), ({TW}, "requested")]
    assert ({AQ}, "requested", None) in commitments(note)


def test_who_agrees_with_a_day_behind_it_promises_for_that_day() -> None:
    assert ({TW}, "committed", "2019-05-31") in commitments(
        read_note("AQ asked for the charts. TW agreed, 31 May at latest.")
    )


def test_what_is_accepted_behind_a_request_is_agreed_and_behind_news_acknowledged() -> None:
    assert ({AQ}, "acknowledged") in statements(read_note("TW explained that coal was dear. AQ accepted this."))
    assert ({TW}, "agreed") in statements(read_note("AQ asked for the charts. TW accepted this."))


def test_whoever_is_grateful_and_accepts_an_offer_promises_nothing() -> None:
    found = commitments(read_note("TW offered to send the charts. AQ grateful, accepted."))
    assert found == [({TW}, "committed", None)]


def test_what_would_be_better_is_proposed() -> None:
    assert [how for _, how, _ in commitments(read_note("Better to write, TW suggested."))] == ["proposed"]


def test_a_wish_that_is_thought_unlikely_is_refused() -> None:
    note = read_note("AQ proposed a survey of lamps. TW could see the case for one but thought it unlikely to happen.")
    assert [how for _, how, _ in commitments(note)] == ["proposed", "unlikely"]


def test_initials_may_hold_an_apostrophe() -> None:
    frame = "Meeting on 3 May 2019\n\nPresent: Ann Price, Water Board; Declan O’Carolan (DO’C), Severn Water\n\nLamps\n\n{}\n"
    assert ({"Declan O'Carolan"}, "informed") in statements(read_note("DO’C reminded her of the figures.", frame))


@pytest.mark.parametrize(
    "words", ["give no such assurance", "make no promise", "offer no view of it", "accept no new boats"]
)
def test_whoever_would_give_nothing_tells_it_and_will_not(words: str) -> None:
    note = read_note(f"TW said that he would {words}.")
    assert statements(note) == [({TW}, "informed")]
    assert commitments(note) == [({TW}, "unlikely", None)]


def test_a_body_that_would_help_with_something_is_bound() -> None:
    found = commitments(read_note("Dame Ruth Pell said that the Coastal Safety Board would help with the charts."))
    assert found == [({"Coastal Safety Board"}, "committed", None)]


def test_what_is_recorded_by_whoever_is_there_is_told() -> None:
    note = read_note("TW recorded that the new Order had come into force. He recorded 40 fires.")
    assert statements(note) == [({TW}, "informed")]


def test_words_that_are_asked_of_a_body_by_a_day_are_to_be_sent() -> None:
    note = read_note("AQ asked for Coastal Safety Board comments by 3 June. TW asked for comments.")
    assert commitments(note) == [({"Coastal Safety Board"}, "requested", "2019-06-03")]


def test_who_could_not_have_agreed_more_refuses_nothing() -> None:
    note = read_note("AQ asked TW to try the form on lodgers. TW could not have agreed more.")
    assert [how for _, how, _ in commitments(note)] == ["requested"]


def test_he_and_another_are_two_of_one_clause() -> None:
    note = read_note("TW promised the charts. It was agreed that she and Mr Wren would speak again in June.")
    assert [act for _, act in statements(note)] == ["undertook", "agreed"]


def test_who_could_give_no_assurance_proposes_nothing() -> None:
    assert commitments(read_note("TW said that he could give no such assurance.")) == []
    assert commitments(read_note("TW regretted that he could give no undertaking as to the fee.")) == []


def test_words_of_a_body_are_asked_of_it() -> None:
    found = commitments(read_note("TW asked for the Coastal Safety Board's views on the chart by 3 June."))
    assert found == [({"Coastal Safety Board"}, "requested", "2019-06-03")]
    assert commitments(read_note("TW asked for the Coastal Safety Board's support.")) == [
        ({"Coastal Safety Board"}, "requested", None)
    ]
