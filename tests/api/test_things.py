"""Things by their IRIs: redirects, pages, data."""

from __future__ import annotations

import json
import re

import pytest
import rdflib

from api.addresses import data_of, iri_of, page_of
from kg.terms import expand, iri, quote_iri
from tests import sample

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
HI = f"/id/{sample.HI}"


@pytest.mark.parametrize(
    ("accept", "where"),
    [
        (BROWSER["Accept"], f"/page/{sample.HI}"),
        ("*/*", f"/page/{sample.HI}"),
        ("text/turtle", f"/data/{sample.HI}.ttl"),
        ("application/ld+json", f"/data/{sample.HI}.jsonld"),
        ("application/json", f"/data/{sample.HI}.jsonld"),
        ("application/n-triples", f"/data/{sample.HI}.nt"),
        ("text/html;q=0.5, application/rdf+xml", f"/data/{sample.HI}.rdf"),
    ],
)
def test_an_iri_leads_to_the_page_or_to_data_by_accept(web, accept, where):
    answer = web.get(HI, headers={"Accept": accept})
    assert (answer.status_code, answer.headers["location"], answer.headers["vary"]) == (303, where, "Accept")
    assert web.get(where).status_code == 200


@pytest.mark.parametrize(
    ("path", "where"),
    [
        ("/ontology", "/page/ontology"),
        ("/ontology/", "/page/ontology"),
        ("/ontology/Statement", "/page/ontology/Statement"),
        ("/vocabularies/strength", "/page/vocabularies/strength"),
        ("/vocabularies/strength/committed", "/page/vocabularies/strength/committed"),
        ("/speech-act/asked", "/page/vocabularies/speech-act/asked"),
        ("/strength/", "/page/vocabularies/strength"),
    ],
)
def test_terms_and_concepts_lead_to_their_pages(web, path, where):
    answer = web.get(path, headers=BROWSER)
    assert (answer.status_code, answer.headers["location"]) == (303, where)
    assert web.get(where, headers=BROWSER).status_code == 200


def test_a_place_in_a_document_leads_to_that_place(web):
    answer = web.get("/id/minutes/2017-03-14-harbours%23char=1,5", headers=BROWSER)
    assert answer.headers["location"] == "/page/minutes/2017-03-14-harbours#char=1,5"


@pytest.mark.parametrize(
    "path",
    [
        "/id/person/nobody",
        "/id/",
        "/id/%00",
        "/id/a%20b",
        "/page/x%22%3E",
        "/ontology/Nothing",
        "/data/x",
        "/data/x.ttl",
    ],
)
def test_what_nobody_tells_of_is_not_found(web, path):
    assert web.get(path).status_code in {400, 404}
    assert web.get(path).headers["content-type"] == "application/problem+json"


def test_a_form_that_is_not_on_offer_is_refused(web):
    assert web.get(HI, headers={"Accept": "image/png"}).status_code == 406


def test_the_page_of_a_thing_shows_its_facts_with_their_words_and_links_on(web):
    text = web.get(f"/page/{sample.CHIEF}").text
    assert "<h1>Chief Inspector</h1>" in text
    assert "The Chief Inspector agreed to send the report within two weeks." in text
    links = set(re.findall(r'href="(/page/[^"#]+)', text))
    assert len(links) > 3
    assert {web.get(link).status_code for link in links} == {200}


def test_a_page_holds_its_data(web):
    text = web.get(f"/page/{sample.HI}").text
    (inside,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert json.loads(inside)["label"] == "Harbour Inspectorate"


def test_a_document_reads_as_it_is_written_with_its_facts(web):
    text = web.get("/page/minutes/2017-03-14-harbours").text
    body = text.partition('<div class="transcript">')[2].partition("</div>")[0]
    plain = re.sub(r"<sup>.*?</sup>|<[^>]+>", "", body)
    assert plain == sample.TEXT
    assert '<a href="#fact-1"' in body
    assert 'id="fact-1"' in text


@pytest.mark.parametrize("suffix", ["ttl", "nt", "rdf"])
def test_the_data_of_a_thing_is_rdf(web, suffix):
    form = {"ttl": "turtle", "nt": "nt", "rdf": "xml"}[suffix]
    graph = rdflib.Graph().parse(data=web.get(f"/data/{sample.HI}.{suffix}").text, format=form)
    assert (
        rdflib.URIRef(iri(sample.HI)),
        rdflib.RDFS.label,
        rdflib.Literal("Harbour Inspectorate", lang="en"),
    ) in graph


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")
def test_json_ld_is_read_with_the_context_that_it_names(web):
    told = web.get(f"/data/{sample.HI}.jsonld").json()
    assert web.get(told["@context"]).headers["content-type"] == "application/ld+json"
    graph = rdflib.Graph().parse(data=json.dumps(told), format="json-ld")
    assert rdflib.URIRef(iri(sample.HI)) in set(graph.subjects())


def test_the_vocabularies_are_listed(web):
    text = web.get("/vocabularies").text
    assert '<a href="/page/vocabularies/strength">Strengths of commitment</a>' in text


@pytest.mark.parametrize(
    ("name", "page"),
    [
        (iri("organisation/home-office"), "/page/organisation/home-office"),
        (expand("ikg:Statement"), "/page/ontology/Statement"),
        ("https://w3id.org/inspectorate-kg/ontology", "/page/ontology"),
        (expand("act:asked"), "/page/vocabularies/speech-act/asked"),
        (expand("strength:"), "/page/vocabularies/strength"),
        (quote_iri("x", 1, 2), "/page/minutes/x#char=1,2"),
        ("http://www.w3.org/ns/org#holds", None),
        ("https://w3id.org/inspectorate-kg/graph/registry", None),
    ],
)
def test_an_iri_of_ours_has_a_page(name, page):
    assert page_of(name) == page
    if page and "#" not in page:
        assert iri_of(page.removeprefix("/page/")) == name
        assert data_of(name, "ttl") == f"{page.replace('/page/', '/data/', 1)}.ttl"


def test_pages_need_no_script_and_say_what_language_they_are_in(web):
    for path in ("/", "/questions", "/questions/commitments", "/query", "/vocabularies", f"/page/{sample.HI}"):
        text = web.get(path).text
        assert "<script>" not in text
        assert "<script src" not in text
        assert '<html lang="en">' in text
        assert '<a class="skip" href="#main">' in text
        assert len(re.findall("<h1>", text)) == 1


def test_pages_let_no_script_run(web):
    assert "script-src 'none'" in web.get("/").headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/page/minutes/%22%3E%3Cscript%3E", "/page/%22%3E%3Cscript%3E", "/id/%3Cscript%3E"])
def test_what_users_type_into_the_address_is_escaped(web, path):
    answer = web.get(path, headers=BROWSER)
    assert answer.status_code in {400, 404}
    assert "<script>" not in answer.text


def test_the_description_of_the_dataset_is_where_void_has_it(web):
    assert web.get("/.well-known/void").headers["location"] == "/api/v1/dataset?format=turtle"


def test_a_question_that_cannot_be_answered_comes_back_with_its_form(web):
    page = web.get("/questions/commitments", params={"body": "nobody"}, headers=BROWSER)
    assert page.status_code == 404
    assert '<p class="fault" role="alert" id="fault">no body &#39;nobody&#39;</p>' in page.text
    assert 'value="nobody" aria-invalid="true"' in page.text


def test_an_entity_of_the_api_comes_as_json_ld_where_that_is_wanted(web):
    address = f"/api/v1/entities/{sample.HI}"
    told = web.get(address, headers={"Accept": "application/ld+json"})
    assert told.headers["content-type"] == "application/ld+json"
    assert told.json() == web.get(f"/data/{sample.HI}.jsonld").json()
    assert web.get(address, params={"format": "jsonld"}).json() == told.json()
    assert web.get(address).json()["entity"]["label"] == "Harbour Inspectorate"


def test_a_search_finds_names_and_facts_with_the_words_marked(web):
    text = web.get("/search", params={"q": "report weeks"}).text
    assert "The Chief Inspector agreed to send the <mark>report</mark> within two <mark>weeks</mark>." in text
    names = web.get("/search", params={"q": "harbour inspec*"}).text
    assert f'<a href="/page/{sample.HI}">Harbour Inspectorate</a>' in names


@pytest.mark.parametrize(
    ("words", "status"), [("", 200), ("%%%", 422), ("<script>alert(1)</script>", 200), ("xyzzy", 200)]
)
def test_a_search_for_nothing_says_so(web, words, status):
    answer = web.get("/search", params={"q": words}, headers=BROWSER)
    assert answer.status_code == status
    assert "<script>" not in answer.text


def test_the_page_of_an_entity_tells_what_is_related_and_why(web):
    text = web.get(f"/page/{sample.HI}").text
    related = text.partition('<h2 id="related">')[2].partition("</section>")[0]
    assert "Dock Inspectorate" in related
    assert "inspection" in related
