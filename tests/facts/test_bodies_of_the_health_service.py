"""Health boards and commissioning groups, which are called by three letters and a place."""

from __future__ import annotations

import pytest

from tests.notes import read_note, relations

CARE = "Fal Integrated Care Board"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            f"The {CARE} took the place of NHS Kelder Clinical Commissioning Group.",
            (CARE, "succeeds", "NHS Kelder Clinical Commissioning Group"),
        ),
        (f"The {CARE} replaced NHS Kelder.", (CARE, "succeeds", "NHS Kelder")),
        (
            f"The {CARE} oversees the Coastal Safety Board’s handling of complaints.",
            (CARE, "oversees", "Coastal Safety Board"),
        ),
    ],
)
def test_a_body_is_named_by_letters_and_place(sentence, told):
    assert relations(read_note(sentence)) == [told]


@pytest.mark.parametrize("words", ["the NHS Constitution", "NHS trusts", "NHS Complaints", "the NHS"])
def test_what_is_of_the_service_is_no_body(words):
    labels = {one.label for one in read_note(f"Mr Wren spoke of {words}.").entities if one.key.startswith("org")}
    assert not {"NHS Constitution", "NHS Complaints"} & labels
