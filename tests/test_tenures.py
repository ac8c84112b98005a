"""Whom the registry knows in a post on the day of a meeting: what it gives the reading, and what it does not put into the graph."""

from __future__ import annotations

import pytest

from kg.model import Reading
from tests.notes import read_text

NOTE = """Meeting of HM Chief Inspector of Prisons and the Prisons and Probation Ombudsman

Wednesday {}

Custody

Nick Hardwick welcomed Nigel Newcomen. The Chief Inspector explained that HMIP had inspected Feltham in July. He planned a return visit in May.
"""


def read(day: str) -> Reading:
    return read_text(NOTE.format(day))


def test_the_post_that_the_minutes_name_speaks_as_whoever_had_it_on_the_day():
    reading = read("23 October 2013")
    assert {said.speakers for said in reading.statements} == {("person/nick-hardwick",)}
    assert {one.conducted_by for one in reading.inspections} == {("organisation/hm-inspectorate-of-prisons",)}


def test_the_graph_says_of_nobody_that_he_has_a_post_that_only_the_registry_knows():
    (hardwick,) = [one for one in read("23 October 2013").entities if one.key == "person/nick-hardwick"]
    assert (hardwick.holds, hardwick.member_of) == (None, None)


@pytest.mark.parametrize("day", ["21 October 2009", "20 October 2021"])
def test_before_and_after_it_the_post_and_the_person_are_two(day):
    speakers = [said.speakers for said in read(day).statements]
    assert speakers[:2] == [("person/nick-hardwick",), ("post/hm-inspectorate-of-prisons/chief-inspector",)]
