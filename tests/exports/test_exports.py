"""What the files say: days, slices, odd values, refusals."""

from __future__ import annotations

import io
import json
import math
import re
import zipfile
from dataclasses import replace
from datetime import date

import pytest

import kg
from kg.errors import ExportError, NotFound
from kg.exports import FORMATS, sheet, told_by, write, write_files
from kg.exports.projected import export, export_to
from kg.graphs import Edge, Field, Network, Node, network
from tests.exports.hostile import hostile

XML = ("gexf", "graphml")
TEXT = ("gexf", "graphml", "cyjs", "cx2", "json", "dot", "pajek", "gml")


def text(of: Network, form: str) -> str:
    out = io.BytesIO()
    write(of, form, out)
    return out.getvalue().decode("utf-8")


def small(**values: object) -> Network:
    fields = tuple(Field(name, "double") for name in values)
    nodes = [Node("a", "A", "person", tuple(values.values())), Node("b", "B", "person", tuple(values.values()))]
    return Network("small", "Small", True, nodes, [Edge("a", "b", "met")], fields)


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_the_same_network_gives_the_same_bytes(form):
    one, other = io.BytesIO(), io.BytesIO()
    write(hostile(), form, one)
    write(hostile(), form, other)
    assert one.getvalue() == other.getvalue()
    assert one.getvalue()


def test_spells_lie_within_the_days_of_the_meetings(store):
    days = {str(row[1]) for row in kg.ask(store, "SELECT ?m ?day { ?m a ikg:Meeting ; dcterms:date ?day }").rows}
    for name in ("organisations", "commitments", "asks", "full"):
        spells = re.findall(r'<spell start="([^"]+)" end="([^"]+)"/>', text(network(store, name), "gexf"))
        assert spells
        assert all(min(days) <= first <= last <= max(days) for first, last in spells)


@pytest.mark.parametrize(
    "name", ["organisations", "commitments", "asks", "inspections", "topics", "organisations-topics"]
)
def test_the_slice_of_a_year_holds_exactly_the_facts_of_that_year(store, name):
    whole = [edge for edge in network(store, name).edges for spell in edge.spells if spell.first.year == 2018]
    sliced = network(store, name, since="2018-01-01", until="2018-12-31")
    spells = [spell for edge in sliced.edges for spell in edge.spells]
    assert len(spells) == len(whole)
    assert {edge[:3] for edge in sliced.edges} == {edge[:3] for edge in whole}
    assert all(date(2018, 1, 1) <= spell.first <= spell.last <= date(2018, 12, 31) for spell in spells)
    written = re.findall(r'<spell start="([^"]+)"', text(sliced, "gexf"))
    assert {day[:4] for day in written} == {"2018"}


def test_every_edge_tells_how_many_facts_it_stands_for_and_where_their_words_are(store):
    told = json.loads(text(network(store, "asks"), "json"))
    assert told["edges"]
    for edge in told["edges"]:
        assert edge["facts"] == edge["weight"] >= 1
        found = kg.ask(
            store,
            f"SELECT ?words {{ VALUES ?q {{ {' '.join(f'<{iri}>' for iri in edge['evidence'])} }} ?q oa:exact ?words }}",
        )
        assert len(found.rows) == len(edge["evidence"]) >= 1


@pytest.mark.parametrize("form", TEXT)
def test_no_control_character_is_written(form):
    written = text(hostile(), form)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", written)
    assert "\ufffd" in written or "&#65533;" in written


def test_what_is_not_known_is_left_out_and_an_empty_text_is_not():
    fields = (Field("said", "string"), Field("day", "date"))
    graph = Network("n", "N", True, [Node("a", "A", "person", ("", None))], [Edge("a", "a", "met")], fields)
    assert '<attvalue for="said" value=""/>' in text(graph, "gexf")
    assert 'for="day"' not in text(graph, "gexf")
    assert json.loads(text(graph, "json"))["nodes"] == [{"id": "a", "label": "A", "kind": "person", "said": ""}]


def test_dates_lists_and_booleans_keep_their_meaning():
    fields = (Field("day", "date"), Field("tags", "list"), Field("open", "boolean"))
    values = (date(2018, 2, 3), ("a, b", 'c "d"'), True)
    graph = Network("n", "N", True, [Node("a", "A", "person", values)], [], fields)
    assert json.loads(text(graph, "json"))["nodes"][0]["tags"] == ["a, b", 'c "d"']
    gexf = text(graph, "gexf")
    assert '<attribute id="tags" title="tags" type="liststring"/>' in gexf
    assert 'value="[&quot;a, b&quot;, &quot;c \\&quot;d\\&quot;&quot;]"' in gexf
    assert '<attvalue for="day" value="2018-02-03"/>' in gexf
    assert '<attvalue for="open" value="true"/>' in gexf


@pytest.mark.parametrize("form", XML)
@pytest.mark.parametrize(("value", "gexf", "graphml"), [(math.nan, "NaN", "NaN"), (-math.inf, "-INF", "-Infinity")])
def test_xml_holds_numbers_that_are_not_finite(form, value, gexf, graphml):
    assert (gexf if form == "gexf" else graphml) in text(small(score=value), form)


@pytest.mark.parametrize("form", ["json", "cyjs", "cx2", "gml"])
def test_json_and_gml_refuse_numbers_that_are_not_finite_by_name(form):
    with pytest.raises(ExportError, match=r"score: holds nan.*graphml"):
        text(small(score=math.nan), form)


def test_a_value_of_another_type_is_refused_by_name():
    with pytest.raises(ExportError, match=r"score: is declared as double, not 'many'"):
        text(small(score="many"), "gexf")


def test_an_edge_that_ends_in_nothing_is_refused_by_name():
    with pytest.raises(ExportError, match="'nowhere'"):
        text(replace(small(), edges=[Edge("a", "nowhere", "met")]), "graphml")


def test_two_nodes_of_one_id_are_refused_by_name():
    with pytest.raises(ExportError, match="two nodes have the id 'a\ufffd'"):
        text(Network("n", "N", True, [Node("a\x00", "A", ""), Node("a\x01", "B", "")], []), "json")


def test_an_unknown_format_is_told_with_those_that_are_known():
    with pytest.raises(NotFound, match=r"no format 'xyz'; known: gexf, graphml"):
        text(small(), "xyz")


def test_edges_that_can_be_read_once_only_reach_every_file():
    once = replace(small(), edges=iter([Edge("a", "b", "met")]))
    out = io.BytesIO()
    write(once, "neo4j", out)
    archive = zipfile.ZipFile(out)
    assert archive.read("edges.csv").count(b"\n") == 2
    assert b"MATCH" in archive.read("graph.cypher")


def test_the_ending_of_a_file_tells_the_format(tmp_path):
    assert told_by(tmp_path / "a.neo4j.zip") == "neo4j"
    assert told_by(tmp_path / "a.csv.zip") == "csv"
    assert told_by(tmp_path / "a.net") == "pajek"
    assert told_by(tmp_path / "a.txt") is None


def test_a_file_is_there_whole_or_not_at_all(store, tmp_path):
    (tmp_path / "met.gexf").write_text("before")
    with pytest.raises(NotFound):
        export_to(store, "organisations", "gexf", tmp_path / "met.gexf", kinds=["nothing-such"])
    assert (tmp_path / "met.gexf").read_text() == "before"
    export_to(store, "organisations", "gexf", tmp_path / "met.gexf")
    assert (tmp_path / "met.gexf").read_bytes().startswith(b"<?xml")
    export_to(store, "organisations", "csv", tmp_path / "tables")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["met.gexf", "tables"]
    assert sorted(path.name for path in (tmp_path / "tables").iterdir()) == ["edges.csv", "nodes.csv"]
    with pytest.raises(ExportError, match="cannot be written"):
        export_to(store, "organisations", "gexf", tmp_path / "no" / "such" / "met.gexf")


def test_a_projection_of_ones_own_needs_no_python(store, tmp_path):
    (tmp_path / "chairs.toml").write_text(
        'title = "T"\nnodes = "n"\nedges = "e"\nweight = "w"\ntime = "t"\ndirection = "d"\n[sparql]\n'
        'edges = "SELECT ?source ?target { ?source ikg:agendaItem ?target }"\n'
    )
    out = io.BytesIO()
    export(store, "chairs", "json", out, folders=[tmp_path])
    assert len(json.loads(out.getvalue())["edges"]) > 10


def test_cypher_makes_nodes_by_label_and_relationships_by_type(tmp_path):
    write_files(hostile(), "neo4j", tmp_path)
    script = (tmp_path / "graph.cypher").read_text("utf-8")
    assert "MERGE (n:Thing {iri: row.iri}) SET n += row, n:`Inspectorate`;" in script
    assert "CREATE (s)-[r:`ASKED`]->(t) SET r = row.p;" in script
    assert "first: date('2017-03-14')" in script
    strings = re.sub(r"'(?:[^'\\]|\\.)*'", "", script)
    assert "'" not in strings  # every quote is closed where it should be


class Counted:
    """Five thousand edges that are made when they are asked for, and how many were."""

    def __init__(self) -> None:
        self.made = 0

    def __iter__(self):
        for number in range(5000):
            self.made = number + 1
            yield Edge("a", "b", "met", number)


@pytest.mark.parametrize("form", (*TEXT, "graphml-yed", "csv", "neo4j", "ntriples"))
def test_edges_are_written_as_they_come_and_never_kept(form):
    edges, made = Counted(), []

    class Out:
        def write(self, part: bytes) -> int:
            made.append(edges.made)
            return len(part)

        def writelines(self, parts) -> None:
            for part in parts:
                self.write(part)

    ready = sheet(replace(small(), edges=edges))
    next(file for name, file in FORMATS[form].files.items() if not name.startswith("nodes"))(ready, Out())
    assert made[-1] == 5000
    assert any(0 < count < 5000 for count in made)
