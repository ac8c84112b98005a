"""Which body a post belongs to."""

from __future__ import annotations

from tests.notes import commitments, read_note, read_text

FORUM = """Care Standards Wales / Chief Nurses' Forum

6 June 2019

Present: Rhian Pugh (Care Standards Wales); Gwen Parry (Chair of the Forum)

Staffing

Ms Parry asked why returns were sent twice.
"""
IN_PASSING = """Visit to a custody suite, 12 November 2015

Present: Nick Gargrave; Lisa Pope, head of criminal justice.

Custody

{}

Mr Gargrave explained that the Harbour Inspectorate would inspect custody in May.
"""


def posts(reading):
    return {one.label: one.post_in for one in reading.entities if one.type == "post"}


def test_the_only_body_of_that_word_is_meant():
    reading = read_text(FORUM)
    assert posts(reading) == {"Chair of the Forum": "organisation/chief-nurses-forum"}
    assert "organisation/forum" not in {one.key for one in reading.entities}


def test_a_body_that_is_named_far_below_owns_no_post_of_the_list():
    reading = read_text(IN_PASSING.format("Ms Pope said that cells were cold. " * 30))
    assert posts(reading)["head of criminal justice"] is None


def test_a_name_that_ends_with_a_region_and_does_as_bodies_do_is_a_body():
    reading = read_note("Supertram Yorkshire had undertaken to mend the lamps by the end of June.")
    assert commitments(reading) == [({"Supertram Yorkshire"}, "committed", "2019-06-30")]


def test_a_semicolon_parts_two_deeds_with_a_term_each():
    reading = read_note(
        "A review of lamps was to begin in the new year; its terms would be sent to Mr Wren by the end of July."
    )
    first, second = reading.commitments
    assert (str(first.due_from), str(second.due_by)) == ("2020-01-01", "2019-07-31")


def test_those_who_sit_for_a_body_are_no_body_of_their_own():
    minutes = "MINUTES OF THE BOARD OF THE OFFICE FOR TRAM REGULATION\n\n24 January 2023\n\nPresent: Ann Bell (Chair), Tom Stone (Chief Executive)\n\n1. Trams\n\nOTR staff were sorry.\n"
    bodies = {one.label: one.names for one in read_text(minutes).entities if one.type == "organisation"}
    assert list(bodies) == ["Office for Tram Regulation"]
    assert "OTR" in bodies["Office for Tram Regulation"]


LETTERS = """Meeting between the Rail Passengers' Commissioner and the Light Railway Inspectorate

9 April 2019

Present:
Ann Bell, Rail Passengers' Commissioner (RPC)
Ed Roe, Chair of the Light Railway Inspectorate (LRI)
Mei Tan, LRI's Director of Tests
LRI Head of Policy (HOP)
The RPC's policy adviser (PA)
Owen Fry (RPC's office)

Crossings

{}
"""


def test_a_post_behind_the_letters_of_a_body_is_of_that_body():
    reading = read_note("HOP explained that two crossings had failed.", LETTERS)
    held = {one.key: one.post_in for one in reading.entities if one.type == "post"}
    inspectorate, office = (
        "organisation/light-railway-inspectorate",
        "organisation/office-of-the-rail-passengers-commissioner",
    )
    assert held == {
        "post/light-railway-inspectorate/chair": inspectorate,
        "post/light-railway-inspectorate/director-of-tests": inspectorate,
        "post/light-railway-inspectorate/head-of-policy": inspectorate,
        "post/rpcs-policy-adviser": None,  # and not of the Regulatory Policy Committee
        "post/rail-passengers-commissioner": office,
    }
    (said,) = reading.statements
    assert said.speakers == ("post/light-railway-inspectorate/head-of-policy",)


def test_letters_of_a_title_in_small_letters_mean_whoever_has_it():
    (promise,) = read_note("PA undertook to see to it.", LETTERS).commitments
    assert promise.actors == ("post/rpcs-policy-adviser",)


def test_the_office_that_the_letters_of_a_post_name_is_the_office_of_that_post():
    reading = read_note("Ms Bell spoke.", LETTERS)
    (fry,) = [one for one in reading.entities if one.label == "Owen Fry"]
    assert fry.member_of == "organisation/office-of-the-rail-passengers-commissioner"


def test_a_committee_has_no_director_of_what_it_is_called_after():
    note = "HARDEN PLANNING COMMITTEE\n\n4 June 2019\n\nPresent: Ann Bell (Chair)\n\nOfficers: the Director of Planning\n\nPaths\n\nThe Director of Planning spoke.\n"
    assert posts(read_text(note))["Director of Planning"] is None


def test_what_is_in_the_care_of_a_post_of_the_list_is_no_body() -> None:
    note = read_text(
        "FERRIES LIAISON MEETING\n\n3 May 2019\n\nFor the Ferries Regulation Board (FRB): Chief Inspector (CI)\n"
        "For Northmoor Council (NC): Mr P Dunn, Head of Customer Service (PD)\n\nA. FEES\n\nPD asked for three weeks. CI agreed."
    )
    assert "Customer Service" not in {one.label for one in note.entities}


def test_a_nation_may_end_the_name_of_the_body_behind_a_post():
    reading = read_note(
        "AQ met Ms Eira Bowen, Director of Lodgers Alliance Cymru, and Mr Ian Poole, Director of Policy Scotland."
    )
    assert posts(reading)["Director of Lodgers Alliance Cymru"] == "organisation/lodgers-alliance-cymru"
    assert posts(reading)["Director of Policy Scotland"] is None
