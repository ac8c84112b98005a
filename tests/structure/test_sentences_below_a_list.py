"""A sentence right below the list of those present is one of the minutes, though it names people; the names are invented."""

from __future__ import annotations

import pytest

LIST = (
    "Meeting with the Kelp Board\n\n4 June 2019\n\nPresent: Ann Roe (AR), Chief Executive; Tom Hurst (TH), Director\n\n"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ms Roe mentioned that the Shore and Wrack Committee was expected to open an inquiry into dredging.",
        "The Shore Committee was not expected to be consulted before the spring.",
        "Mr Hurst took the Board through the survey of boats.",
        "Dr Quill gave a talk on eels.",
        "The Head of Licensing accepted this without demur.",
        "Ms Roe, on behalf of the Kelp Board, declined the offer.",
        "Mr Hurst hopes to repair the slip by May.",
        "IT WAS RESOLVED that the Clerk obtain three tenders for the slip.",
        "The Board NOTED the report of the Clerk.",
        "Mr Hurst called upon the Kelp Board to mend its fences.",
        "Ms Roe observed, with a smile, that the eels had come back.",
        "The Clerk tendered his regrets and undertook to send the return by June.",
        "Ms Roe asked to be excused from answering.",
        "The suggestion was supported by Councillors Brine and Weir.",
        "This was received by the Clerk with relief.",
        "Ms Roe drew attention to the strategy, which was expected before the recess.",
        "Mrs Brine wanted her vote against to be minuted.",
    ],
)
def test_it_names_nobody_who_came(paper, sentence):
    note = paper(LIST + sentence + "\n")
    assert note.people == [("Ann Roe", "present"), ("Tom Hurst", "present")]
    assert [note.words(passage.span) for passage in note.outline.passages] == [sentence]


@pytest.mark.parametrize(
    ("sentence", "somebody"),
    [
        ("The Warden, in good heart, received Miss Ida Brine at the slip.", "Ida Brine"),
        ("Mrs Una Weir was expected but absent.", "Una Weir"),
        ("The Commissioner, who was in Leeds that day, called on Mr Piers Galewood.", "Piers Galewood"),
        ("The Commissioner had with her Mr Piers Galewood.", "Piers Galewood"),
    ],
)
def test_one_that_tells_who_came_still_does(paper, sentence, somebody):
    note = paper(f"Meeting with the Kelp Board\n\n4 June 2019\n\n{sentence} He thanked her.\n\nHe asked for a map.")
    assert any(somebody in (name or "") for name, _ in note.people)


def test_a_title_of_form_goes_on_below(paper):
    note = paper(
        "NOTE FOR THE RECORD\n\nThe Warden's meeting with the Clerk of the Kelp Board, Leeds, 22 May 2019\n\n"
        "The Warden called on the Clerk, Mr Piers Gale, at his request, and they spoke of eels, of the slip and of the price of kelp in the towns of the coast.\n\n"
        "PW\n24 May 2019\n"
    )
    assert note.day == "2019-05-22"
    assert note.headings == []


def test_the_day_of_signing_is_the_last_resort(paper):
    told = "The Warden saw Mr Piers Gale of the Kelp Board, and they spoke of eels, of the slip and of the price of kelp in all the towns of the coast."
    assert paper(f"Kelp and eels\n\n{told}\n\nPW\n24 May 2019\n").day == "2019-05-24"
    assert (
        paper(f"Kelp and eels\n\nOn 22 May 2019 {told[0].lower()}{told[1:]}\n\nPW\n24 May 2019\n").day == "2019-05-22"
    )


@pytest.mark.parametrize(
    "ruling",
    [
        "RESOLVED – That the Clerk obtain three tenders for the slip.",
        "Agreed: The Clerk to obtain tenders for the slip by June.",
    ],
)
def test_a_ruling_in_a_numbered_paragraph_is_no_title(paper, ruling):
    note = paper(
        f"{LIST}1. The Clerk told of the slip and of the boats.\n\n2. {ruling}\n\n3. Mr Hurst thanked the Clerk for all of it.\n"
    )
    assert "RESOLVED" not in note.headings and "Agreed" not in note.headings
    assert ruling in [note.words(passage.span) for passage in note.outline.passages]
