"""Further ways in which notes list who was there."""

from __future__ import annotations

import pytest

from tests.notes import read_text

NOTE = "Note of a meeting on lamps\n\n14 March 2019, Fal Town Hall\n\n{}\n\nTariffs\n\nMs Bell said that tariffs were high. Tom Stone asked why.\n"
COUNCIL, INSPECTORATE = "fal-council", "lamp-inspectorate"


def there(listed):
    """Who was there, how, and from where."""
    reading = read_text(NOTE.format(listed))
    return [
        (one.agent.partition("/")[2], one.attendance.value, (one.representing or "/").partition("/")[2])
        for one in reading.participants
    ]


@pytest.mark.parametrize(
    "listed",
    [
        "In the room: AB (Ann Bell, Fal Council); TS (Tom Stone, Lamp Inspectorate)",
        "AB (Ann Bell, Fal Council) / TS (Tom Stone, Lamp Inspectorate)",
        "Present: AB (Ann Bell, Fal Council), TS (Tom Stone, Lamp Inspectorate)",
        "Fal Council\n- Ann Bell\nLamp Inspectorate\n- Tom Stone",
        "Ann Bell (Fal Council) · Tom Stone (Lamp Inspectorate)",
        "Name / Organisation\nAnn Bell / Fal Council\nTom Stone / Lamp Inspectorate\n",
        "Present:\n\nAnn Bell\nChair\nFal Council\n\nTom Stone\nInspector\nLamp Inspectorate",
    ],
)
def test_each_comes_from_the_body_that_the_list_gives(listed):
    assert there(listed) == [("ann-bell", "present", COUNCIL), ("tom-stone", "present", INSPECTORATE)]


def test_apologies_stand_behind_those_who_are_called_by_initials():
    listed = "AB (Ann Bell, Fal Council) / TS (Tom Stone, Lamp Inspectorate). Sorry: PM (Peter Marsh, Fal Council)."
    assert there(listed)[-1] == ("peter-marsh", "apologies", COUNCIL)


def test_apologies_come_at_the_end_of_the_sentence():
    listed = "Present were Ann Bell for Fal Council and Tom Stone for the Lamp Inspectorate; apologies came from Peter Marsh."
    assert there(listed) == [
        ("ann-bell", "present", COUNCIL),
        ("tom-stone", "present", INSPECTORATE),
        ("peter-marsh", "apologies", ""),
    ]


def test_those_who_came_for_a_body_were_there():
    listed = "Ann Bell was in the chair. Tom Stone came for the Lamp Inspectorate."
    assert [one[:2] for one in there(listed)] == [("ann-bell", "present"), ("tom-stone", "present")]


def test_a_sister_and_a_matron_are_persons():
    listed = "Present: Sister Mary Bell, Fal Council; Matron Ruth Stone, Lamp Inspectorate"
    assert there(listed)[:2] == [  # the one who speaks below is there besides
        ("mary-bell", "present", COUNCIL),
        ("ruth-stone", "present", INSPECTORATE),
    ]


def test_owners_parted_by_a_slash_are_two():
    listed = "Present: Ann Bell (AB), Fal Council; Tom Stone (TS), Lamp Inspectorate"
    reading = read_text(NOTE.format(listed) + "\nActions\n\nAB / TS: joint paper on lamps – by 3 May\n")
    (one,) = reading.commitments
    assert (one.actors, one.action) == (("person/ann-bell", "person/tom-stone"), "joint paper on lamps")


def test_who_takes_the_chair_sent_no_apologies():
    listed = "Present: Ann Bell, Tom Stone (Lamp Inspectorate)\nApologies: Peter Marsh (Chair)\n\nIn his absence Ann Bell took the chair."
    assert [one[:2] for one in there(listed)] == [
        ("ann-bell", "present"),
        ("tom-stone", "present"),
        ("peter-marsh", "apologies"),
    ]


def test_two_spaces_part_initials_from_their_task():
    listed = "Present: Ann Bell (AB), Fal Council; Tom Stone (TS), Lamp Inspectorate"
    actions = "AB/TS  Letter to the Minister  – by 14 May\nTS   List of errors to AB\n"
    reading = read_text(NOTE.format(listed) + f"\nActions\n\n{actions}")
    assert [(one.actors, one.action) for one in reading.commitments] == [
        (("person/ann-bell", "person/tom-stone"), "Letter to the Minister"),
        (("person/tom-stone",), "List of errors to AB"),
    ]


def test_what_is_carried_forward_to_a_meeting_is_not_done():
    listed = "Present: Ann Bell (AB), Fal Council; Tom Stone (TS), Lamp Inspectorate"
    reading = read_text(
        NOTE.format(listed) + "\nActions\n\nAB to draft a note – carried forward to the next meeting.\n"
    )
    assert [(one.action, one.status) for one in reading.commitments] == [("draft a note", "not-completed")]


@pytest.mark.parametrize(
    "entry",
    [
        "Emma Marsh – Fal Council (Simon Reece attended in her place)",
        "Emma Marsh, Fal Council (Simon Reece deputising)",
        "Emma Marsh, Fal Council; Simon Reece came in her stead",
        "Emma Marsh, Fal Council (sub: Simon Reece)",
    ],
)
def test_who_stands_in_for_another_was_there_for_the_same_body(entry):
    listed = f"Present\n\nAnn Bell, Fal Council\nTom Stone, Lamp Inspectorate\n\nApologies\n\n{entry}"
    assert there(listed)[2:] == [("emma-marsh", "apologies", COUNCIL), ("simon-reece", "present", COUNCIL)]


def test_a_post_that_begins_with_letters_like_an_article_is_one_of_two():
    assert there("Present: the Registrar and Area Manager")[1:] == [("area-manager", "present", "")]


def test_an_alliance_that_begins_as_a_first_name_brings_people():
    listed = (
        "For the Heather Alliance: Ann Bell (Director); Peter Marsh (Officer)\nFor the Lamp Inspectorate: Tom Stone"
    )
    assert there(listed) == [
        ("ann-bell", "present", "heather-alliance"),
        ("peter-marsh", "present", "heather-alliance"),
        ("tom-stone", "present", INSPECTORATE),
    ]


@pytest.mark.parametrize(
    "label", ["For the second item", "For item 2 only", "For the last part", "During items 3 and 4"]
)
def test_some_came_for_an_item(label):
    listed = f"For Fal Council: Ann Bell, Clerk\n{label}: Tom Stone, Lamp Inspectorate"
    assert there(listed) == [("ann-bell", "present", COUNCIL), ("tom-stone", "part", INSPECTORATE)]


def test_a_table_gives_offices_and_the_apologies_in_its_last_row():
    listed = (
        "Name | Office\nThe Commissioner | Scottish Biometrics Commissioner (SBC)\nAnn Bell, Director of Wicks | SBC\n"
        "Apologies: Tom Stone | Lamp Inspectorate"
    )
    told = there(listed)
    assert [one[:2] for one in told[1:]] == [("ann-bell", "present"), ("tom-stone", "apologies")]
    assert told[0][2] == told[1][2] != ""
