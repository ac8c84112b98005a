"""The page of a network: one file that fetches nothing, and tells the words in a real browser."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess

import pytest

from kg.errors import ExportError
from kg.exports import write
from kg.exports.projected import export, export_to
from kg.graphs import Network, Node, network
from tests.exports.hostile import hostile

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --virtual-time-budget=3000 --window-size=1200,800"
).split()


def page(of: Network) -> str:
    out = io.BytesIO()
    write(of, "html", out)
    return out.getvalue().decode("utf-8")


def data(text: str) -> dict:
    return json.loads(
        re.search(r'<script type="application/json" id="network">(.*?)</script>', text, re.DOTALL).group(1)
    )


def shown(path, place: str, tmp_path) -> str:
    """The page as a browser has it, once a place of it is looked at."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not on this machine")
    command = [CHROMIUM, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", f"{path.as_uri()}{place}"]
    return subprocess.run(command, capture_output=True, check=True, timeout=120).stdout.decode("utf-8")


def test_the_page_fetches_nothing_and_says_so(store):
    text = page(network(store, "organisations"))
    markup = re.sub(r"<script.*?</script>|<style>.*?</style>", "", text, flags=re.DOTALL)
    assert "default-src 'none'" in text
    assert not re.search(r"""(?:src|href|@import|url\()\s*=?\s*["']?(?:https?:|//)""", markup)
    assert "fetch(" not in text
    assert "XMLHttpRequest" not in text
    assert "innerHTML" not in text


def test_the_page_holds_the_network_and_the_words_of_every_quote(store):
    out = io.BytesIO()
    export(store, "asks", "html", out)
    told, asks = data(out.getvalue().decode("utf-8")), network(store, "asks").loaded()
    assert [node[1] for node in told["nodes"]] == [node.label for node in asks.nodes]
    assert [(told["nodes"][one][0], told["nodes"][other][0]) for one, other, *_ in told["edges"]] == [
        edge[:2] for edge in asks.edges
    ]
    place = told["edgeFields"].index("evidence")
    quotes = {iri for edge in told["edges"] for iri in edge[4][place]}
    assert quotes == set(told["quotes"])
    assert all(text and source for text, source in told["quotes"].values())


def test_odd_names_end_no_element_and_begin_none(networks):
    text = page(networks["hostile"])
    assert text.count("</script>") == 2
    assert text.count("<script") == 2
    assert "A &quot;hostile&quot; &lt;network&gt;" in text or 'A "hostile" &lt;network&gt;' in text
    assert data(text)["nodes"][1][1] == "<b>Söhne & Töchter</b> GmbH"


def test_the_same_network_gives_the_same_page(store):
    assert page(network(store, "topics")) == page(network(store, "topics"))


def test_a_browser_shows_the_words_of_an_edge(store, tmp_path):
    export_to(store, "asks", "html", tmp_path / "asks.html")
    seen = shown(tmp_path / "asks.html", "#edge-0", tmp_path)
    told = data((tmp_path / "asks.html").read_text("utf-8"))
    panel = re.search(r'<aside id="told".*?</aside>', seen, re.DOTALL).group(0)
    place = told["edgeFields"].index("evidence")
    first = told["quotes"][told["edges"][0][4][place][0]][0]
    assert f"<blockquote>“{first}”" in panel.replace("&amp;", "&")
    assert told["nodes"][told["edges"][0][0]][1] in panel


def test_a_browser_shows_odd_names_as_they_are(tmp_path):
    (tmp_path / "odd.html").write_text(page(hostile()), encoding="utf-8")
    seen = shown(tmp_path / "odd.html", "#node-1", tmp_path)
    assert "<h2>&lt;b&gt;Söhne &amp; Töchter&lt;/b&gt; GmbH</h2>" in seen
    assert "organisation (3)" in seen


def test_a_network_too_large_to_be_looked_at_is_refused_with_what_would_work():
    nodes = [Node(str(number), str(number), "person") for number in range(3001)]
    with pytest.raises(ExportError, match=r"html: 3,001 nodes and 0 edges are too many.*focus.*gexf"):
        page(Network("n", "N", True, nodes, []))
