"""Actions jotted down: owner, task and term in any order, with marks for words."""

from __future__ import annotations

import pytest

HEAD = (
    "Mill School Governors\n\nMinutes of the meeting held on 10 June 2015\n\nPresent:\nIngrid Moss (IM), Chair\nDr Peter Sallow (PS), Weir Council\n"
    "Farida Thorne (FT), Clerk\nNoah Reed (NR)\n\n1. Boilers\n\nThe boilers were discussed at length.\n\n"
)


def parts(note):
    return [(note.words(one.owners), note.words(one.task), note.words(one.due)) for one in note.outline.actions]


@pytest.mark.parametrize(
    ("line", "owners", "task", "due"),
    [
        ("ACTION (FT): explain the tariff to PS, end of month.", "FT", "explain the tariff to PS", "end of month"),
        ("→ ACTION (FT): a note for parents, by 20 October.", "FT", "a note for parents", "by 20 October"),
        ("Action (FT/PS): new rota – 30/6", "FT/PS", "new rota", "30/6"),
        ("ACTION: FT – new rota, by Fri", "FT", "new rota", "by Fri"),
        ("Action FT: new rota", "FT", "new rota", None),
        ("ACTION FOR FT: new rota", "FT", "new rota", None),
        ("Action by the Clerk: new rota", "the Clerk", "new rota", None),
        ("FT ACTION: order the valves", "FT", "order the valves", None),
        ("ACTION (by 30 June): FT to order the valves", "FT", "order the valves", "by 30 June"),
        ("ACTION (FT by 30 June): order the valves", "FT", "order the valves", "by 30 June"),
        ("Action (Clerk, 30 June): order the valves", "Clerk", "order the valves", "30 June"),
        ("[ACTION] FT to order the valves", "FT", "order the valves", None),
        ("**ACTION – FT/PS**: order the valves", "FT/PS", "order the valves", None),
        ("→ FT: order the valves (30/6)", "FT", "order the valves", "30/6"),
        ("-> FT/PS: order the valves, Friday", "FT/PS", "order the valves", "Friday"),
        (">> FT to order the valves by Friday", "FT", "order the valves by Friday", None),
        ("=> Action: order the valves (FT, 30 June)", "FT", "order the valves", "30 June"),
        ("AP1 – order the valves – FT – 30 June", "FT", "order the valves", "30 June"),
        ("AP 1 (FT) order the valves", "FT", "order the valves", None),
        ("Action 1: order the valves. Lead: FT. By: 30 June.", "FT", "order the valves.", "30 June"),
        ("Action: Order the valves (Lead: FT; due 30 June)", "FT", "Order the valves", "due 30 June"),
        ("Action: Order the valves. Resp.: FT", "FT", "Order the valves.", None),
        ("Action: Order the valves [FT]", "FT", "Order the valves", None),
        ("Action: Order the valves - FT", "FT", "Order the valves", None),
        ("A1. FT. Order the valves. 30 June.", "FT", "Order the valves", "30 June"),
        ("A2. Order the valves FT 30 June", "FT", "Order the valves", "30 June"),
        ("ACTION POINT – Clerk – letter to parents – w/c 22 June", "Clerk", "letter to parents", "w/c 22 June"),
        ("TO DO: FT – valves – 30/6", "FT", "valves", "30/6"),
        ("FT – valves – 30/6", "FT", "valves", "30/6"),
        ("FT: number of cold rooms, to PS (28/6)", "FT", "number of cold rooms, to PS", "28/6"),
    ],
)
def test_an_action_takes_itself_apart(paper, line, owners, task, due):
    assert parts(paper(HEAD + line)) == [(owners, task, due)]


@pytest.mark.parametrize(
    ("line", "owners", "task", "due"),
    [
        ("PS - poster", "PS", "poster", None),
        ("• valves (FT, 30/6)", "FT", "valves", "30/6"),
        ("1. Order the valves – FT – 30 June", "FT", "Order the valves", "30 June"),
        ("2. Write to the Council – PS & NR – asap", "PS & NR", "Write to the Council", "asap"),
        ("3.2 Boiler loop: P. Sallow, 14 November", "P. Sallow", "Boiler loop", "14 November"),
        ("5.3 Cold rooms on website: FT, NR, July 2015", "FT, NR", "Cold rooms on website", "July 2015"),
        ("FT > order the valves > 30 June", "FT", "order the valves", "30 June"),
        ("Write to the Council → PS", "PS", "Write to the Council", None),
        ("30/6 – FT – order the valves", "FT", "order the valves", "30/6"),
        ("By 30 June: FT to order the valves", "FT", "order the valves", "By 30 June"),
        ("Farida Thorne – order the valves by Friday", "Farida Thorne", "order the valves by Friday", None),
        ("Peter and Noah: write to the Council", "Peter and Noah", "write to the Council", None),
        ("Weir Council – plan of the sluice – 14 July", "Weir Council", "plan of the sluice", "14 July"),
        ("All – comments on the draft to FT – Fri", "All", "comments on the draft to FT", "Fri"),
        ("[FT] order the valves", "FT", "order the valves", None),
        ("FT: terms of hire, list of lets, May", "FT", "terms of hire, list of lets", "May"),
    ],
)
def test_an_action_of_a_list_takes_itself_apart(paper, line, owners, task, due):
    assert parts(paper(HEAD + "ACTIONS\n\nNR to sweep the flue.\n\n" + line)) == [
        ("NR", "sweep the flue.", None),
        (owners, task, due),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "FT: the boilers are cold.",
        "NR – Caretaker",
        "Action on boilers: members were divided.",
        "Boilers: two options, one dear and one cheap",
        "Lead: Farida Thorne",
        "> The Council had written again.",
    ],
)
def test_a_remark_is_no_action(paper, line):
    assert parts(paper(HEAD + line)) == []


def test_letters_that_stand_for_the_words_before_them_own_nothing(paper):
    note = paper(
        HEAD + "Actions:\n\n• FT to ring the maker.\n\nNational Boiler Institute (NBI)\n\nIts work was described."
    )
    assert parts(note) == [("FT", "ring the maker.", None)]


def test_an_owner_and_a_term_behind_the_sentence(paper):
    note = paper(HEAD + "Two valves had failed. It was agreed to order more. ACTION: FT by 30 June")
    assert parts(note) == [("FT", "It was agreed to order more.", "by 30 June")]


def test_a_label_that_says_who_leads_begins_an_action(paper):
    filler = "".join(f"The boiler in room {number} was seen.\n\n" for number in range(40))
    note = paper(HEAD + filler + "Lead: FT – order the valves by 30 June")
    assert parts(note) == [("FT", "order the valves by 30 June", None)]


@pytest.mark.parametrize(
    "table",
    [
        "| Who | What | By |\n|---|---|---|\n| FT | Order the valves | 30/6 |",
        "Who / What / By\nFT / Order the valves / 30/6",
        "Action\nOwner\nBy\nOrder the valves\nFT\n30/6",
    ],
)
def test_by_behind_an_owner_is_by_when(paper, table):
    assert parts(paper(HEAD + "Actions\n\n" + table)) == [("FT", "Order the valves", "30/6")]
