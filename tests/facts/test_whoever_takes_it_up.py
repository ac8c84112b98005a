"""Who is meant where several bodies meet: whoever answers a request, is bound by another, is put in charge or meets again; and by which day."""

from __future__ import annotations

import pytest

from tests.notes import commitments, read_text

THREE = """Note of a meeting

4 May 2021

Present: Ines Roy, Director, Fal Pilots; Tom Hurst, Harbour Master, Truro Harbour Trust; Anna Bellamy, Chief Inspector of Ports, Ports Inspectorate

1. Lamps

{}
"""
TWO = """Note of a meeting between the Ports Ombudsman and the Chief Inspector of Ports

4 May 2021

Present: Ines Roy, Ports Ombudsman, Ombudsman's Office; Anna Bellamy, Chief Inspector of Ports, Ports Inspectorate

Lamps

{}
"""
BOARD = """MINUTES of the meeting of the CREEK HARBOUR BOARD held on 4 May 2021

Present: Mrs Ines Roy (Chair), Mr Tom Hurst, Ms Anna Bellamy
In attendance: Mr Stuart Penn (Harbour Master), Miss Kit Dare (Secretary)

1. Lamps

{}
"""


@pytest.mark.parametrize(
    "answer", ["Mr Hurst was not sure.", "Mr Hurst would see what he could do.", "Mr Hurst replied that it was late."]
)
def test_where_three_bodies_meet_whoever_answers_is_the_one_who_was_asked(answer: str) -> None:
    note = read_text(
        THREE.format(f"Ms Bellamy said that two lamps had failed. Ms Roy asked for a list by June. {answer}")
    )
    assert commitments(note)[0] == ({"Tom Hurst"}, "requested", "2021-06-30")


def test_whoever_only_likes_what_is_asked_for_is_not_the_one_who_was_asked() -> None:
    note = read_text(
        THREE.format("Ms Bellamy said that two lamps had failed. Ms Roy asked for a list. Mr Hurst had no objection.")
    )
    assert commitments(note)[0][0] == {"Anna Bellamy"}


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Mr Hurst committed his engineers to testing each lamp.", {"Truro Harbour Trust"}),
        ("Ms Roy pledged Fal Pilots to a reply by June.", {"Fal Pilots"}),
        ("Ms Roy committed herself to a reply by June.", {"Ines Roy"}),
    ],
)
def test_whoever_is_committed_to_a_deed_by_another_is_to_do_it(words: str, who: set[str]) -> None:
    assert [actors for actors, _, _ in commitments(read_text(THREE.format(words)))] == [who]


@pytest.mark.parametrize("words", ["They agreed to meet again in June.", "They will speak every month."])
def test_they_who_meet_again_are_those_who_lead_each_side(words: str) -> None:
    note = read_text(TWO.format(f"The Ports Inspectorate publishes its reports. {words}"))
    assert commitments(note)[-1][0] == {"Ines Roy", "Anna Bellamy"}


@pytest.mark.parametrize(
    "words",
    [
        "Ms Roy raised the falling number of calls.",
        "Ms Roy pressed the matter no further.",
        "Ms Roy invited observations.",
        "Ms Roy considered that Mr Hurst ought to have been told.",
        "Officers normally visit within three days.",
        "In 2016 they had been due in May and were published in August.",
    ],
)
def test_what_is_over_customary_or_only_talk_binds_nobody(words: str) -> None:
    assert commitments(read_text(THREE.format(words))) == []


@pytest.mark.parametrize(
    ("words", "who", "how"),
    [
        ("She was happy to.", {"Ines Roy"}, "committed"),
        ("She was not prepared to do so.", {"Ines Roy"}, "unlikely"),
    ],
)
def test_an_answer_without_its_deed_takes_that_of_the_wish(words: str, who: set[str], how: str) -> None:
    note = read_text(TWO.format(f"Ms Bellamy hoped that Ms Roy would write to the Minister. {words}"))
    assert commitments(note)[1:] == [(who, how, None)]


@pytest.mark.parametrize(
    ("words", "who", "how"),
    [
        ("The drafting fell to Ms Roy.", {"Ines Roy"}, "committed"),
        ("Responsibility for telling the skippers rested with Mr Hurst.", {"Tom Hurst"}, "committed"),
        ("An invitation would go from Mr Hurst to the pilots.", {"Tom Hurst"}, "planned"),
        ("Fal Pilots not minded to pay.", {"Fal Pilots"}, "unlikely"),
        ("Ms Roy could see no way of releasing the files.", {"Ines Roy"}, "unlikely"),
        ("Mr Hurst confirmed no plans to close it.", {"Truro Harbour Trust"}, "unlikely"),
    ],
)
def test_idioms_that_put_a_task_into_somebodys_hands(words: str, who: set[str], how: str) -> None:
    assert [(actors, strength) for actors, strength, _ in commitments(read_text(THREE.format(words)))] == [(who, how)]


@pytest.mark.parametrize(
    "words",
    [
        "The number of calls fell to three.",
        "In 2012 the drafting fell to Ms Roy.",
        "In 2012 the drafting rested with Ms Roy.",
        "The drafting falls to Ms Roy.",
    ],
)
def test_figures_standing_duties_and_tasks_of_the_past_fall_to_nobody(words: str) -> None:
    assert commitments(read_text(THREE.format(words))) == []


def test_a_motion_that_is_seconded_is_not_carried_yet() -> None:
    words = "Ms Bellamy moved that the Secretary write to the pilots. Mr Hurst seconded."
    assert [strength for _, strength, _ in commitments(read_text(BOARD.format(words)))] == ["proposed"]
    assert [
        strength for _, strength, _ in commitments(read_text(BOARD.format(f"{words} The motion was carried.")))
    ] == [
        "proposed",
        "committed",
    ]


def test_the_points_of_a_resolution_may_be_infinitives() -> None:
    words = "The Board resolved: (a) to note the report; (b) to call on the Harbour Master for a plan by 31 October 2021; and (c) to visit the quay in June."
    assert commitments(read_text(BOARD.format(words))) == [
        ({"Mr Stuart Penn"}, "requested", "2021-10-31"),
        ({"The Board"}, "committed", "2021-06-30"),
    ]


def test_what_is_recommended_to_somebody_unknown_is_not_for_the_meeting_to_do() -> None:
    assert commitments(read_text(BOARD.format("It was RECOMMENDED to the Cabinet that the loan be frozen."))) == [
        (set(), "proposed", None)
    ]


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("Ms Roy to send the letter 10 June.", "2021-06-10"),
        ("Ms Roy to reply to the letter of 10 June.", None),
        ("Ms Roy agreed to mend the lamp and to have it lit by 10 June.", "2021-06-10"),
        ("Ms Roy promised to lay it before the Minister ere the year was out.", "2021-12-31"),
        (
            "It was resolved that Mr Hurst should list what each had promised and send it round by Friday 7 May.",
            "2021-05-07",
        ),
        ("It was resolved that Mr Hurst should list what they had met and approved by Friday 7 May.", None),
    ],
)
def test_the_day_of_a_deed_is_that_of_its_own_words(words: str, due: str | None) -> None:
    assert [term for _, _, term in commitments(read_text(THREE.format(words)))] == [due]


def test_what_was_to_have_been_done_leaves_its_day_behind() -> None:
    note = read_text(THREE.format("Truro Harbour Trust was to have replied by June, and Ms Roy would chase it."))
    assert commitments(note) == [({"Ines Roy"}, "committed", None)]


@pytest.mark.parametrize("who", ["Each body", "Each side", "Each party"])
def test_each_body_is_every_body_that_meets(who: str) -> None:
    assert commitments(read_text(THREE.format(f"{who} will name a contact by June."))) == [
        ({"Fal Pilots", "Truro Harbour Trust", "Ports Inspectorate"}, "committed", "2021-06-30")
    ]


def test_each_department_is_nobody_in_particular() -> None:
    assert commitments(read_text(THREE.format("Each department would name a contact."))) == []


def test_the_team_is_that_of_the_body_of_whoever_speaks() -> None:
    note = read_text(
        THREE.format(
            "Ms Roy said that two lamps had failed. Mr Hurst said the team would look at them before Christmas."
        )
    )
    assert commitments(note) == [({"Truro Harbour Trust"}, "committed", "2021-12-25")]


def test_the_two_of_them_are_whoever_proposes_and_whoever_spoke_before() -> None:
    note = read_text(
        THREE.format(
            "Ms Bellamy said that two lamps had failed. Mr Hurst suggested that the two of them visit the quay."
        )
    )
    assert commitments(note) == [({"Anna Bellamy", "Tom Hurst"}, "proposed", None)]


def test_under_another_heading_nobody_goes_on() -> None:
    note = read_text(
        THREE.format("Ms Roy said that two lamps had failed.\n\n2. Grants\n\nPayments will be made by June.")
    )
    assert [actors for actors, _, _ in commitments(note)] == [set()]


def test_whoever_answers_behind_a_semicolon_is_the_one_who_was_asked() -> None:
    note = read_text(THREE.format("Ms Roy asked for a list; Mr Hurst could not give one."))
    assert commitments(note)[0][0] == {"Tom Hurst"}


def test_of_the_body_that_meets_its_officer_who_answers_is_asked() -> None:
    words = "Mr Hurst asked that the audit be brought forward. Mr Penn replied that it would be done before Christmas."
    assert commitments(read_text(BOARD.format(words))) == [
        ({"Mr Stuart Penn"}, "requested", None),
        ({"Mr Stuart Penn"}, "committed", "2021-12-25"),
    ]


def test_a_report_that_is_noted_grants_no_wish() -> None:
    words = "Mr Hurst hoped the pilots would be told.\n\nRESOLVED\n\n(1) that the report be noted;\n(2) that the Secretary write to them."
    assert [
        actors for actors, strength, _ in commitments(read_text(BOARD.format(words))) if strength == "committed"
    ] == [{"Miss Kit Dare"}]
