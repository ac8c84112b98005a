"""Measuring a graph against gold annotations."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import NotFound, ReadError
from kg.evaluate import evaluate
from kg.evaluate.gold import folded
from kg.evaluate.items import align, support
from kg.model import Span
from kg.store import open_store
from kg.terms import minutes_iri
from kg.triples import tell
from tests import sample

SCORE = Path(__file__).resolve().parents[2] / "shared" / "evaluation" / "score.py"
ASKED = "The Commissioner asked the Chief Inspector about pilots."
PROMISED = "The Chief Inspector agreed to send the report within two weeks."
INSPECTING = "HI and the Dock Inspectorate are carrying out a joint inspection of pilots."
LAYERS = "meeting participants agenda organisations statements commitments inspections relations"
GOLD = {
    "document": "2017-03-14-harbours.txt",
    "layers": LAYERS.split(),
    "scope": None,
    "meeting": {"date": "2017-03-14"},
    "agents": {"C": {"names": ["Commissioner"]}, "CI": {"names": ["The Chief Inspector"]}},
    "organisations": {
        "HI": {"names": ["Harbour Inspectorate", "HI"]},
        "DI": {"names": ["Dock Inspectorate"]},
        "PA": {"names": ["Port Authority"]},
    },
    "participants": [{"agent": "C", "attendance": "present"}, {"agent": "CI"}],
    "agenda": ["Pilots"],
    "statements": [
        {"quote": ASKED, "speakers": ["C"], "acts": ["asked"]},
        {"quote": PROMISED, "speakers": ["CI"], "acts": ["undertook", "agreed"]},
    ],
    "commitments": [{"quote": PROMISED, "actors": ["CI"], "strength": ["committed"], "due_by": "2017-03-28"}],
    "inspections": [{"quote": INSPECTING, "about": ["pilots"], "conducted_by": ["HI", "DI"], "status": ["under-way"]}],
    "relations": [["HI", "inspects", "PA"]],
}
WRONG = GOLD | {
    "meeting": {"date": "2017-03-15"},
    "participants": [{"agent": "C", "attendance": "apologies"}],
    "agenda": ["Pilots", "Tugs"],
    "statements": [
        {"quote": ASKED, "speakers": ["CI"], "acts": ["requested"]},
        {"quote": "It rained.", "acts": ["informed"]},
    ],
    "commitments": [{"quote": PROMISED, "actors": ["C"], "strength": ["planned"], "due_by": None}],
    "relations": [["HI", "oversees", "PA"], ["HI", "worksWith", "DI"]],
}


@pytest.fixture
def store():
    store = open_store()
    store.replace({minutes_iri("2017-03-14-harbours"): tell(sample.reading())})
    return store


def put(folder: Path, gold: dict) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / gold["document"]).write_text(sample.TEXT, encoding="utf-8")
    (folder / "a.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder


def test_a_graph_that_says_just_what_the_gold_says_scores_one_in_every_layer(store, tmp_path):
    scores = evaluate(store, put(tmp_path, GOLD))
    assert {layer.name: layer.f1 for layer in scores.layers if layer.f1 != 1} == {}
    assert (len(scores.layers), scores.mean_f1, scores.quotes, scores.quotes_verbatim, scores.missing) == (
        15,
        1,
        14,
        14,
        0,
    )
    assert scores.differences == ()


def test_a_graph_that_differs_is_told_where(store, tmp_path):
    scores = evaluate(store, put(tmp_path, WRONG))
    figures = {layer.name: (layer.precision, layer.recall) for layer in scores.layers}
    assert figures["meeting"] == (0, 0)
    assert figures["agenda"] == (1, 0.5)
    assert figures["statements"] == (0.5, 0.5)
    assert figures["speakers"] == (0, 0)
    assert figures["relations"] == (0, 0)
    assert "2017-03-14-harbours.txt: meeting: date: want 2017-03-15 got ['2017-03-14']" in scores.differences
    assert "2017-03-14-harbours.txt: agenda: missing 'tugs'" in scores.differences


def test_a_document_that_is_not_in_the_graph_is_missed(tmp_path):
    scores = evaluate(open_store(), put(tmp_path, GOLD))
    assert (scores.missing, scores.mean_f1) == (1, 0)


@pytest.mark.parametrize("gold", [GOLD, WRONG, GOLD | {"scope": [PROMISED, INSPECTING]}])
@pytest.mark.skipif(not SCORE.is_file(), reason="the project's score.py is not beside this checkout")
def test_the_figures_are_those_of_the_projects_scorer(store, tmp_path, gold):
    extra = replace(sample.reading(), commitments=sample.reading().commitments * 4)
    for reading in (sample.reading(), extra):
        store.replace({minutes_iri("2017-03-14-harbours"): tell(reading)})
        scores = evaluate(store, put(tmp_path / "gold", gold))
        (tmp_path / "g.nq").write_bytes(store.dump())
        command = [
            sys.executable,
            str(SCORE),
            str(tmp_path / "g.nq"),
            str(tmp_path / "gold"),
            "--json",
            str(tmp_path / "out"),
        ]
        subprocess.run(command, check=False, capture_output=True)
        theirs = json.loads((tmp_path / "out").read_text())
        for layer in scores.layers:
            ours = {"p": layer.precision, "r": layer.recall, "f1": layer.f1, "gold": layer.gold}
            assert ours == pytest.approx(theirs[layer.name], abs=5e-4), layer.name
        assert scores.mean_f1 == pytest.approx(theirs["mean_f1"], abs=5e-4)
        assert scores.quotes == theirs["quotes"]


def test_names_are_compared_without_case_articles_styles_and_apostrophes():
    assert folded("The Rt Hon Dame Vera Baird") == "vera baird"
    assert folded("His Majesty’s Prison & Probation Service") == "hm prison and probation service"


def test_a_word_or_half_a_page_is_no_evidence_for_a_sentence():
    sentence = Span(100, 200)
    assert support(sentence, Span(100, 110)) == 0
    assert support(sentence, Span(100, 150)) == 1
    assert support(sentence, Span(0, 700)) == 0


def test_each_gold_item_takes_its_best_and_the_rest_go_where_they_overlap():
    gold = [Span(0, 100), Span(100, 200)]
    system = {"a": [Span(0, 100)], "b": [Span(100, 200)], "c": [Span(10, 90)]}
    assert align(gold, system, lambda number, iri: 0.0) == {0: ["a", "c"], 1: ["b"]}


def test_a_quote_that_occurs_twice_is_refused(store, tmp_path):
    gold = GOLD | {"statements": [{"quote": "Inspector", "speakers": [], "acts": ["asked"]}]}
    with pytest.raises(ReadError, match=r"a quote occurs \d times, not once: 'Inspector'"):
        evaluate(store, put(tmp_path, gold))


def test_a_folder_without_gold_is_refused(store, tmp_path):
    with pytest.raises(NotFound, match="no gold file"):
        evaluate(store, tmp_path)
