"""A bare title that each nation has of its own; who meets there tells whose it is."""

from __future__ import annotations

import pytest

from tests.notes import read_text

NOTE = (
    "Schools liaison, 6 May 2019\n\nPresent: Ann Bell, {}; Tom Reed, {}\n\nStaff\n\n"
    "Ms Bell said that the Children's Commissioner had asked for the report. Mr Reed thanked the Victims' Commissioner."
)


def commissioners(*bodies):
    return [one.key.removeprefix("post/") for one in read_text(NOTE.format(*bodies)).entities if "ommission" in one.key]


@pytest.mark.parametrize(
    ("bodies", "posts"),
    [
        (
            ("Ofsted", "Department for Education"),
            [
                "office-of-the-childrens-commissioner-for-england/childrens-commissioner",
                "office-of-the-victims-commissioner/victims-commissioner",
            ],
        ),
        (
            ("Estyn", "Care Inspectorate Wales"),
            [
                "office-of-the-childrens-commissioner-for-wales/childrens-commissioner",
                "office-of-the-victims-commissioner/victims-commissioner",
            ],
        ),
        (
            ("Education and Training Inspectorate", "Department of Education (Northern Ireland)"),
            [
                "office-of-the-northern-ireland-commissioner-for-children-and-young-people/commissioner",
                "victims-commissioner",
            ],
        ),
    ],
)
def test_a_bare_title_is_that_of_the_nation_whose_bodies_meet(bodies, posts):
    assert commissioners(*bodies) == posts


def test_a_title_in_full_stays_what_it_says():
    text = NOTE.format("Estyn", "Care Inspectorate Wales").replace(
        "the Children's Commissioner", "the Children's Commissioner for England"
    )
    keys = [one.key for one in read_text(text).entities]
    assert "post/office-of-the-childrens-commissioner-for-england/childrens-commissioner" in keys
