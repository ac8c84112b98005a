"""Jotted notes of people whom only initials name, notes of visits, old offices, and what those who part have settled."""

from __future__ import annotations

from tests.notes import BOARD, commitments, names, read_note, read_text, statements

_JOTTED = """Catch-up: Forestry & Uplands Ombudsman / ScotTimber
Tues 14/5/24, Teams
KB (Ombudsman), RM, FJ (ScotTimber), note – LT

Felling
- KB wants to know why. RM blames the storm.
- FJ: most about noise, not trees.
- KB asked RM to let her have the site plan – he'll send it on 20 May.

Glen Orrin
- KB's annual report out on 20 June.
- No decision before autumn.
"""
_SHOWN = (
    "On Thursday 6 March 2025 the Children's Commissioner for England, Dame Ottoline Pryce, visited Larkfield Secure Training Centre, where she was "
    "shown round by its director, Marcus Ferreday, and met a group of children. She was accompanied by her head of secure care, Jo Attwell."
)
_VISIT = f"""Children's Commissioner visits Larkfield Secure Training Centre

{_SHOWN}

Separation

Mr Ferreday admitted that staff were short. Ms Attwell requested sight of the separation log for January and February.
"""
_CONVERSATION = """A conversation between the Almoner-General for Wales and the President of the Guild of Village Halls

Llandrindod Wells, 21 September 2023

Of roofs

The President spoke of her halls. The Almoner-General lamented that nobody had told him. They parted over tea, having resolved to meet once more before Christmas.
"""


def test_a_line_of_initials_with_what_they_are_is_who_met() -> None:
    reading = read_text(_JOTTED)
    told = [(names(reading, (one.agent,)), one.role) for one in reading.participants]
    assert told == [({"KB"}, None), ({"RM"}, None), ({"FJ"}, None), ({"LT"}, "minute-taker")]
    assert statements(reading) == [({"KB"}, "asked"), ({"RM"}, "opined"), ({"FJ"}, "informed"), ({"KB"}, "requested")]


def test_behind_a_dash_whoever_was_asked_answers_and_a_thing_is_whose_it_is() -> None:
    assert commitments(read_text(_JOTTED)) == [
        ({"RM"}, "requested", None),
        ({"RM"}, "committed", "2024-05-20"),
        ({"KB"}, "planned", "2024-06-20"),
    ]


def test_a_name_that_stands_in_headings_alone_is_nobody() -> None:
    reading = read_text(_JOTTED)
    assert [item.title for item in reading.agenda] == ["Felling", "Glen Orrin"]
    assert "person/glen-orrin" not in {entity.key for entity in reading.entities}


def test_a_visit_tells_who_was_there_and_whose_people_they_are() -> None:
    reading = read_text(_VISIT)
    office = "organisation/office-of-the-childrens-commissioner-for-england"
    told = [(names(reading, (one.agent,)), one.representing) for one in reading.participants]
    assert told[0][0] == {"Dame Ottoline Pryce"}
    assert told[2] == ({"Jo Attwell"}, office)
    labels = {entity.label for entity in reading.entities if entity.key.startswith("post/")}
    assert labels == {"Children's Commissioner for England", "director", "head of secure care"}
    assert commitments(reading) == [({"Marcus Ferreday"}, "requested", None)]


def test_an_old_office_speaks_and_those_who_part_have_settled_something() -> None:
    reading = read_text(_CONVERSATION)
    general, president = "Almoner-General for Wales", "President of the Guild of Village Halls"
    assert statements(reading) == [
        ({president}, "informed"),
        ({general}, "concerned"),
        ({general, president}, "decided"),
    ]
    assert commitments(reading) == [({general, president}, "committed", "2023-12-25")]


def test_who_moves_house_proposes_nothing() -> None:
    assert statements(read_note("NR moving to the new pier on 1 June.", BOARD)) == []
