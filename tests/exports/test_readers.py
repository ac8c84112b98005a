"""Every format is read back by a reader that somebody else wrote: the same nodes, names, ends, values."""

from __future__ import annotations

import csv
import json
import re
import shutil
import sqlite3
import subprocess
import warnings
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from kg.exports.base import sheet

SCHEMAS = next(
    (
        folder
        for top in Path(__file__).parents
        for folder in (top / "shared" / "exports" / "schemas", top.parent / "shared" / "exports" / "schemas")
        if folder.is_dir()
    ),
    None,
)
READERS = Path(__file__).parent / "readers"
NAMES = ("hostile", "organisations", "commitments", "full")
pytestmark = pytest.mark.parametrize("name", NAMES)


def labels(network):
    return Counter(node.label for node in sheet(network).nodes)


def ends(network):
    """The names of both ends of each edge, in order where the network has a direction."""
    return told({node.id: node.label for node in sheet(network).nodes}, network.edges, network.directed)


def told(label_of, pairs, directed=True):
    named = ((label_of[pair[0]], label_of[pair[1]]) for pair in pairs)
    return Counter(pair if directed else tuple(sorted(pair)) for pair in named)


def agrees(graph, network):
    """A networkx graph has the names and edges of the network."""
    names = dict(graph.nodes(data="label"))
    assert Counter(names.values()) == labels(network)
    assert told(names, graph.edges(), network.directed) == ends(network)


def numbers(values):
    return sorted(value for value in values if value is not None)


def column(network, things, field):
    declared = sheet(network).edge_fields if things == "edges" else sheet(network).node_fields
    place = [one.name for one in declared].index(field)
    return [thing.values[place] for thing in getattr(network, things)]


@pytest.mark.parametrize(("form", "schema"), [("gexf", "specs/1.3/gexf.xsd"), ("graphml", "graphml/graphml.xsd")])
def test_the_published_schema_finds_no_fault(files, name, form, schema):
    if SCHEMAS is None or not (SCHEMAS / schema).is_file():
        pytest.skip(f"the published schema {schema} is not on this machine")
    from lxml import etree

    parser = etree.XMLParser(no_network=True, huge_tree=True)
    document = etree.parse(str(files(name, form) / f"graph.{form}"), parser)
    found = etree.XMLSchema(etree.parse(str(SCHEMAS / schema), etree.XMLParser(no_network=True)))
    assert found.validate(document), found.error_log


def test_networkx_reads_the_gexf(files, networks, name):
    import networkx as nx

    graph = nx.read_gexf(files(name, "gexf") / "graph.gexf")
    agrees(graph, networks[name])
    spells = Counter(spell for _, _, told in graph.edges(data="spells") for spell in told or ())
    assert spells == Counter((str(first), str(last)) for edge in networks[name].edges for first, last in edge.spells)


def test_networkx_reads_the_graphml(files, networks, name):
    import networkx as nx

    graph = nx.read_graphml(files(name, "graphml") / "graph.graphml", force_multigraph=True)
    agrees(graph, networks[name])
    assert numbers(told for _, _, told in graph.edges(data="facts")) == numbers(
        column(networks[name], "edges", "facts")
    )
    assert {told for _, told in graph.nodes(data="iri")} == {
        node.id for node in networks[name].nodes
    } or name == "hostile"


def test_networkx_reads_the_node_link_json(files, networks, name):
    import networkx as nx

    told = json.loads((files(name, "json") / "graph.json").read_text("utf-8"))
    graph = nx.node_link_graph(told, edges="edges")
    agrees(graph, networks[name])
    evidence = [tuple(told) for _, _, told in graph.edges(data="evidence") if told is not None]
    assert Counter(evidence) == Counter(
        value for value in column(networks[name], "edges", "evidence") if value is not None
    )


def test_networkx_reads_the_gml(files, networks, name):
    import networkx as nx

    graph = nx.read_gml(files(name, "gml") / "graph.gml", label="id")
    agrees(graph, networks[name])
    assert sorted(told for _, _, told in graph.edges(data="weight")) == sorted(
        edge.weight for edge in networks[name].edges
    )


def test_networkx_reads_the_pajek(files, networks, name):
    import networkx as nx

    graph = nx.read_pajek(str(files(name, "pajek") / "graph.net"))
    network = networks[name]
    as_written = {label: label.replace('"', "'") for label in labels(network)}
    assert Counter(list(graph.nodes())) == Counter(as_written[label] for label in labels(network).elements())
    assert graph.number_of_edges() == len(network.edges)


@pytest.mark.parametrize(("form", "file"), [("graphml", "graph.graphml"), ("pajek", "graph.net"), ("gml", "graph.gml")])
def test_igraph_reads_structure_and_weights(files, networks, name, form, file):
    igraph = pytest.importorskip("igraph")
    read = {"graphml": igraph.Graph.Read_GraphML, "pajek": igraph.Graph.Read_Pajek, "gml": igraph.Graph.Read_GML}[form]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # igraph keeps GML's own way of writing "’" as it is, and says so
        graph = read(str(files(name, form) / file))
    network = networks[name]
    places = {node.id: place for place, node in enumerate(network.nodes)}
    wanted = Counter((places[edge.source], places[edge.target]) for edge in network.edges)
    found = Counter((edge.source, edge.target) for edge in graph.es)
    assert found == wanted
    assert sorted(graph.es["weight"]) == pytest.approx(sorted(edge.weight for edge in network.edges))
    if form == "graphml":
        assert graph.vs["label"] == [node.label for node in sheet(network).nodes]


def test_graphviz_reads_the_dot_without_complaint(files, networks, name):
    if shutil.which("gvpr") is None:
        pytest.skip("Graphviz is not on this machine")
    program = 'N{printf("N\\t%s\\t%s\\n", $.name, $.label)} E{printf("E\\t%s\\t%s\\n", $.tail.name, $.head.name)}'
    ran = subprocess.run(["gvpr", program, str(files(name, "dot") / "graph.dot")], capture_output=True, check=True)
    assert not ran.stderr
    lines = [line.split("\t") for line in ran.stdout.decode("utf-8").split("\n") if line]
    names = {line[1]: line[2].replace('\\"', '"').replace("\\\\", "\\") for line in lines if line[0] == "N"}
    assert Counter(names.values()) == labels(networks[name])
    found = told(names, [line[1:] for line in lines if line[0] == "E"], networks[name].directed)
    assert found == ends(networks[name])


def test_pandas_reads_the_tables(files, networks, name):
    pandas = pytest.importorskip("pandas")
    folder, network = files(name, "csv"), networks[name]
    nodes = pandas.read_csv(folder / "nodes.csv", keep_default_na=False, na_values=[""], dtype={"label": str})
    edges = pandas.read_csv(folder / "edges.csv", keep_default_na=False)
    assert len(nodes) == len(network.nodes)
    assert Counter(label.removeprefix("'") for label in nodes["label"]) == labels(network)
    names = {row.id: row.label.removeprefix("'") for row in nodes.itertuples()}
    assert told(names, zip(edges["source"], edges["target"], strict=True), network.directed) == ends(network)
    assert sorted(edges["weight"]) == sorted(edge.weight for edge in network.edges)


def test_sqlite_takes_the_tables(files, networks, name):
    database = sqlite3.connect(":memory:")
    for table in ("nodes", "edges"):
        with (files(name, "csv") / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
            head, *rows = csv.reader(lines, strict=True)
        database.execute(f"CREATE TABLE {table} ({', '.join(head)})")
        database.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(head))})", rows)  # noqa: S608 - our names
    joined = "SELECT count(*) FROM edges JOIN nodes one ON one.id = source JOIN nodes other ON other.id = target"
    assert database.execute(joined).fetchone() == (len(networks[name].edges),)
    database.close()


@pytest.mark.parametrize("form", ["csv", "neo4j"])
def test_no_cell_is_a_formula(files, name, form):
    for table in ("nodes", "edges"):
        with (files(name, form) / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
            cells = [cell for row in csv.reader(lines) for cell in row]
        assert not [cell for cell in cells if re.match(r"[=+@\t\r\n]|-(?!\d)", cell)]


def test_neo4j_finds_ids_labels_types_and_one_line_for_each_row(files, networks, name):
    folder, network = files(name, "neo4j"), networks[name]
    with (folder / "nodes.csv").open(encoding="utf-8", newline="") as lines:
        head, *nodes = csv.reader(lines)
    with (folder / "edges.csv").open(encoding="utf-8", newline="") as lines:
        edge_head, *edges = csv.reader(lines)
    assert head[:4] == ["iri:ID", "label:string", ":LABEL", "kind:string"]
    assert edge_head[:5] == [":START_ID", ":END_ID", ":TYPE", "kind:string", "weight:double"]
    ids = {row[0] for row in nodes}
    assert len(ids) == len(network.nodes)
    assert {end for row in edges for end in row[:2]} <= ids
    assert len(edges) == len(network.edges)
    assert not [cell for row in (*nodes, *edges) for cell in row if "\n" in cell]
    if name == "commitments":
        assert "due_by:date" in edge_head
        assert "topics:string[]" in edge_head
        due = {row[edge_head.index("due_by:date")] for row in edges} - {""}
        assert all(date.fromisoformat(day) for day in due)


def test_cx2_declares_what_it_holds(files, networks, name):
    aspects = json.loads((files(name, "cx2") / "graph.cx2").read_text("utf-8"))
    assert aspects[0] == {"CXVersion": "2.0", "hasFragments": False}
    assert aspects[-1] == {"status": [{"success": True, "error": ""}]}
    told = {key: value for aspect in aspects[1:-1] for key, value in aspect.items()}
    declared = told["attributeDeclarations"][0]
    python = {"string": str, "long": int, "double": (int, float), "boolean": bool, "list_of_string": list}
    for part in ("nodes", "edges"):
        assert len(told[part]) == len(getattr(networks[name], part))
        for thing in told[part]:
            assert all(isinstance(value, python[declared[part][key]["d"]]) for key, value in thing["v"].items())
    assert {node["v"]["name"] for node in told["nodes"]} == set(labels(networks[name]))


@pytest.mark.parametrize("form", ["gexf", "graphml", "cyjs"])
def test_graphology_and_cytoscape_read_what_was_written(files, networks, name, form):
    if shutil.which("node") is None or not (READERS / "node_modules").is_dir():
        pytest.skip("Node with graphology and Cytoscape.js is not on this machine: make readers")
    path = files(name, form) / f"graph.{form}"
    ran = subprocess.run(["node", str(READERS / "read.cjs"), str(path)], capture_output=True, check=True)
    found, network = json.loads(ran.stdout), networks[name]
    names = dict(found["labels"])
    assert Counter(names.values()) == labels(network)
    assert told(names, found["ends"], network.directed) == ends(network)
    assert sorted(found["weights"]) == sorted(edge.weight for edge in network.edges)


def test_pandas_reads_typed_tables_from_parquet(files, networks, name):
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    folder, network = files(name, "parquet"), networks[name]
    nodes, edges = pandas.read_parquet(folder / "nodes.parquet"), pandas.read_parquet(folder / "edges.parquet")
    assert Counter(nodes["label"]) == labels(network)
    names = dict(zip(nodes["id"], nodes["label"], strict=True))
    assert told(names, zip(edges["source"], edges["target"], strict=True), network.directed) == ends(network)
    assert list(edges["weight"]) == [edge.weight for edge in network.edges]
    evidence = [tuple(value) if value is not None else None for value in edges["evidence"]]
    assert evidence == column(network, "edges", "evidence")
    days = [value for value in column(network, "edges", "first") if value is not None]
    assert [value for value in edges["first"] if not pandas.isna(value)] == days


def test_openpyxl_reads_the_workbook_and_finds_no_formula(files, networks, name):
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    book, network = openpyxl.load_workbook(files(name, "xlsx") / "graph.xlsx"), networks[name]
    assert book.sheetnames == ["About", "Nodes", "Edges"]
    head, *rows = book["Nodes"].iter_rows()
    assert [cell.value for cell in head][:3] == ["label", "kind", "id"]
    assert Counter(row[0].value for row in rows) == labels(network)
    head, *rows = book["Edges"].iter_rows()
    assert Counter((row[0].value, row[2].value) for row in rows) == told(
        {node.id: node.label for node in sheet(network).nodes}, network.edges
    )
    assert sum(row[3].value for row in rows) == pytest.approx(sum(edge.weight for edge in network.edges))
    cells = [cell for row in (*rows, *book["Nodes"].iter_rows()) for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    risky = [cell for cell in cells if isinstance(cell.value, str) and cell.value[:1] in ("=", "+", "@")]
    assert all(cell.quotePrefix for cell in risky)
    assert risky or name != "hostile"


RDF = {"turtle": "ttl", "trig": "trig", "ntriples": "nt", "nquads": "nq", "rdfxml": "rdf", "jsonld": "jsonld"}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's readers use its own old names
@pytest.mark.parametrize(("form", "suffix"), RDF.items())
def test_rdflib_reads_the_same_statements_from_every_syntax(files, networks, name, form, suffix):
    import rdflib

    formats = {"ttl": "turtle", "nt": "nt", "nq": "nquads", "rdf": "xml", "jsonld": "json-ld"}
    dataset, graph, network = rdflib.Dataset(), rdflib.Graph(), networks[name]
    dataset.parse(files(name, form) / f"graph.{suffix}", format=formats.get(suffix, suffix))
    for one, joins, other, _ in dataset.quads():
        graph.add((one, joins, other))
    told_of = {one: graph.value(one, rdflib.RDFS.label) for one in graph.subjects(rdflib.RDFS.label)}
    statements = list(graph.subjects(rdflib.RDF.type, rdflib.RDF.Statement))
    parts = [
        tuple(graph.value(one, rdflib.RDF[part]) for part in ("subject", "predicate", "object")) for one in statements
    ]
    assert Counter((str(told_of[one]), str(told_of[other])) for one, _, other in parts) == told(
        {node.id: node.label for node in sheet(network).nodes}, network.edges
    )
    assert all(part in graph for part in parts)


def test_networkx_reads_the_graphml_of_yed_with_its_shapes(files, networks, name):
    import networkx as nx

    graph = nx.read_graphml(files(name, "graphml-yed") / "graph.yed.graphml", force_multigraph=True)
    assert Counter(told for _, told in graph.nodes(data="label")) == labels(networks[name])
    assert graph.number_of_edges() == len(networks[name].edges)
    assert {told for _, told in graph.nodes(data="shape_type")} <= {
        "ellipse", "roundrectangle", "diamond", "triangle", "hexagon",
    }  # fmt: skip
    places = [(told["x"], told["y"]) for _, told in graph.nodes(data=True)]
    assert len(set(places)) == len(places)
