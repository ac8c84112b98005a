"""Which time of a sentence is the term of what is to be done; the notes are of 3 May 2019."""

from __future__ import annotations

import pytest

from tests.notes import BOARD, commitments, read_note


def due(sentence, frame=BOARD):
    return [end for _, _, end in commitments(read_note(sentence, frame))]


@pytest.mark.parametrize(
    ("sentence", "end"),
    [
        ("Dr Sallow agreed to send the wiring plan within the week.", "2019-05-10"),
        ("The Secretary will start on the stores in June and finish by the end of July.", "2019-07-31"),
        ("Noah Reed will publish the rota from October.", "2019-10-31"),
        ("In June, the Secretary will write to the owners.", "2019-06-30"),
        ("By 14 June, Dr Sallow is to send the wiring plan.", "2019-06-14"),
        ("Dr Sallow urged the Secretary to bid for a grant in the July round.", "2019-07-31"),
        ("Dr Sallow asked for Lodgers' Forum comments by 3 June.", "2019-06-03"),
        ("Noah Reed undertook that in each case the Constabulary would write within 14 days.", None),
        ("The Secretary will paint the quay in the weeks beginning 10 and 17 June.", "2019-06-23"),
    ],
)
def test_the_term_is_the_time_that_stands_with_the_deed(sentence, end):
    assert due(sentence) == [end]


def test_what_is_so_in_each_case_leaves_the_next_clause_its_term():
    sentence = "FT said that keepers were told in each case, and Noah Reed undertook that the Constabulary would write within 14 days."
    assert due(sentence)[-1] == "2019-05-17"


@pytest.mark.parametrize(
    "sentence",
    [
        "Turning to the storm in March, Dr Sallow asked the Secretary to publish the readings.",
        "Noah Reed had closed the pier in April; the Secretary will write to the owners.",
        "Dr Sallow will not paint the tower in August.",
        "The Secretary agreed to count the lamps if the survey ended in June.",
        "The Secretary will check every lamp from October.",
    ],
)
def test_a_time_of_something_else_is_no_term(sentence):
    assert set(due(sentence)) == {None}


def test_a_term_of_a_table_may_be_over_unless_the_action_is_done():
    table = "ACTIONS\n\n| Action | Owner | Due | Status |\n| Count the lamps | FT | April 2019 | Open |\n| Oil the gate | FT | April 2019 | Complete |"
    assert due(table) == ["2019-04-30", None]


def test_jotted_actions_have_their_owners_and_terms():
    jotted = "ACTION (FT): explain the tariff to NR, end of month.\n\n→ FT: lamp count (28/6)\n\nNR – names of the crew, to FT – 14/6"
    assert commitments(read_note(jotted, BOARD)) == [
        ({"Farida Thorne"}, "committed", "2019-05-31"),
        ({"Farida Thorne"}, "committed", "2019-06-28"),
        ({"Superintendent Noah Reed"}, "committed", "2019-06-14"),
    ]


def test_the_time_of_what_one_tells_of_is_not_that_of_what_one_thinks():
    sentence = "Dr Sallow said that the Quay Office would look at the lamps in June, and thought that the Board should write to it."
    assert due(sentence)[-1] is None


@pytest.mark.parametrize(
    ("sentence", "end"),
    [
        ("Northmoor Council had agreed to publish it by the end of March but had not done so.", "2019-03-31"),
        ("Northmoor Council had agreed to publish it by the end of March.", "2020-03-31"),
        (
            "Northmoor Council would publish it within eleven months if the Lodgers' Forum had not done so.",
            "2020-04-03",
        ),
    ],
)
def test_a_term_that_passed_with_nothing_done_is_over(sentence: str, end: str) -> None:
    assert due(sentence) == [end]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Northmoor Council's report is expected by the end of May.", {"Northmoor Council"}),
        ("Publication of Northmoor Council's findings is planned for June.", {"Northmoor Council"}),
        ("The report is expected by the end of May.", set()),
    ],
)
def test_what_is_awaited_of_somebody_is_theirs(sentence, who):
    assert commitments(read_note(sentence, BOARD)) == [(who, "planned", due(sentence)[0])]


@pytest.mark.parametrize(
    ("sentence", "end"),
    [
        ("Dr Sallow asked that the quay should not be inspected in June.", None),
        ("Dr Sallow asked the Constabulary to refrain from coming in the last week of June.", None),
        ("Dr Sallow asked the Constabulary not to wait but to report by June.", "2019-06-30"),
        ("Dr Sallow asked that the quay should be inspected in June.", "2019-06-30"),
    ],
)
def test_a_time_at_which_nothing_is_to_be_done_is_no_term(sentence: str, end: str | None) -> None:
    assert set(due(sentence)) == {end}
