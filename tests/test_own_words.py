"""A user's own Turtle, what was not understood, and why a fact is told."""

from __future__ import annotations

import pytest

from api.cli import main
from kg.errors import ReadError
from kg.pipeline import build
from kg.store import open_store

TEXT = """Meeting between the Lantern Commissioner and Wick House

12 June 2018

The Lantern Commissioner asked Wick House for the list. It is a fine old building.
"""
OWN = """
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://w3id.org/inspectorate-kg/id/organisation/lamp-makers> a org:Organization ;
    rdfs:label "Guild of Lamp Makers"@en ; skos:altLabel "Wick House"@en .
"""


@pytest.fixture
def files(tmp_path):
    (tmp_path / "note.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "own.ttl").write_text(OWN, encoding="utf-8")
    return tmp_path


def test_a_name_of_the_users_own_is_known(files):
    store = open_store()
    build([files / "note.txt"], store, extend=[files / "own.ttl"])
    assert b"organisation/lamp-makers" in store.dump()
    other = open_store()
    build([files / "note.txt"], other)
    assert b"organisation/lamp-makers" not in other.dump()


def test_the_configuration_covers_the_users_own_files(files):
    def used(extend):
        store = open_store()
        build([files / "note.txt"], store, extend=extend)
        return {line for line in store.dump().splitlines() if b"/extraction/" in line and b"#configuration>" in line}

    plain, own = used([]), used([files / "own.ttl"])
    assert len(plain) == len(own) == 1 and plain != own


def test_a_file_that_is_no_turtle_is_refused_before_anything_is_read(files):
    (files / "own.ttl").write_text("this is no Turtle", encoding="utf-8")
    store = open_store()
    with pytest.raises(ReadError, match=r"own\.ttl"):
        build([files / "note.txt"], store, extend=[files / "own.ttl"])


def test_what_gave_nothing_is_listed_on_request(files, capsys):
    with pytest.raises(SystemExit):
        main(["build", str(files / "note.txt"), "--store", str(files / "kg"), "--unmapped"])
    assert "It is a fine old building." in capsys.readouterr().out


def test_show_tells_the_rule_and_the_reasons(files, capsys):
    with pytest.raises(SystemExit):
        main(["build", str(files / "note.txt"), "--store", str(files / "kg")])
    for words in (["show", "data:minutes/note/statement/1", "--why"], ["show", "Lantern Commissioner", "--why"]):
        with pytest.raises(SystemExit):
            main([*words, "--store", str(files / "kg")])
        out = capsys.readouterr().out
        assert "rule" in out
        assert "because: " in out
