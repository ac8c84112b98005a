"""Posts that are spoken of as bodies, fields that end a name, and short names with what is said of them."""

from __future__ import annotations

import pytest

from kg.entities import BODIES
from tests.facts.test_whose_review import conductors
from tests.notes import read_note

PANEL = """Minutes of the Rates Panel held on 3 May 2019

Present: Ann Bell (Chair); Tom Moss (Higher Studies Accreditation Agency)

1. Work

{}
"""
STUDIES = "Higher Studies Accreditation Agency"
CHARITIES = """Note of a meeting between the Registrar of Northern Charities and the Chair of the Solway and Cheviot Fire Authority, 3 May 2019

1. Work

The Chair said that the Authority was content. The Northern Charities Registry supervises the Lifeboat Fund. {}
"""
COMMITTEE = """TEACHING QUALITY COUNCIL
REVIEW COMMITTEE

Minutes of the meeting held on 3 May 2019

Present: Professor Ann Bell (in the Chair); Dr Tom Moss

1. Programme of reviews

{}
"""


def bodies(text: str, frame: str = PANEL) -> set[str]:
    note = read_note(text, frame)
    return {one.label for one in note.entities if one.type in BODIES}


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("The Welsh Housing Ombudsman has nothing to do with that.", "Welsh Housing Ombudsman"),
        (
            "They wrote to the Ombudsman for Rights and Conduct (ORC), and ORC replied.",
            "Ombudsman for Rights and Conduct",
        ),
        ("It was told to the Public Signals Auditor (PSA).", "Public Signals Auditor"),
        ("The matter was one for the Council for Safety in Extraction.", "Council for Safety in Extraction"),
        ("The Commission for Equality in Employment was consulted.", "Commission for Equality in Employment"),
    ],
)
def test_the_whole_name_of_a_body_is_found(sentence: str, body: str) -> None:
    assert body in bodies(sentence)


def test_an_ombudsman_who_speaks_is_a_person() -> None:
    assert "Rivers Ombudsman" not in bodies(
        "Jane Hale, the Rivers Ombudsman, joined them. The Ombudsman said that she was content."
    )


def test_what_is_done_by_a_body_of_a_short_name_is_of_another() -> None:
    text = "A joint review by the Panel and the Agency of the Department of Engineering had been fixed for October."
    assert conductors(text, PANEL) == [({"Rates Panel", STUDIES}, "planned")]
    assert {STUDIES, "Department of Engineering"} <= bodies(text)


def test_a_registrar_is_of_the_registry_and_no_authority_is_cut_in_two() -> None:
    found = bodies("The Registrar said that the audit of the Lifeboat Fund was completed.", CHARITIES)
    assert {"Northern Charities Registry", "Solway and Cheviot Fire Authority"} <= found
    assert not {"Northern Charities", "Cheviot Fire Authority", "Authority"} & found


def test_the_two_bodies_are_that_of_whoever_speaks_and_the_one_last_spoken_of() -> None:
    text = "Was there, the Chair asked, a link with the Grants Service? The Registrar said that there was not. A joint review of grants by the two bodies had been put off to May."
    assert conductors(text, CHARITIES) == [({"Northern Charities Registry", "Grants Service"}, "planned")]


@pytest.mark.parametrize("speaker", ["Dr Moss stated that t", "T"])
def test_a_review_of_another_is_of_the_body_whose_committee_meets(speaker: str) -> None:
    text = f"{speaker}he review of the Borders Institute of Textiles had been completed in April."
    assert conductors(text, COMMITTEE) == [({"Teaching Quality Council"}, "completed")]
