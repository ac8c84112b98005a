"""The registry of bodies, posts, changes and holders: what every file of ``data/registry`` promises its readers."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, SKOS

REGISTRY = Path(__file__).parent.parent / "data" / "registry"
FILES = sorted(REGISTRY.glob("*.ttl"))
DATA = "https://w3id.org/inspectorate-kg/id/"
IKG = Namespace("https://w3id.org/inspectorate-kg/ontology#")
KIND = "https://w3id.org/inspectorate-kg/organisation-kind/"
SCHEMA = Namespace("https://schema.org/")

KINDS = {
    "inspectorate", "commissioner", "prosecutor", "police-force", "police-body", "court", "tribunal", "prison-body",
    "probation-body", "ombudsman", "regulator", "department", "devolved-administration", "agency", "oversight-board",
    "professional-body", "charity", "local-authority", "parliament", "audit-body", "health-body", "judiciary", "other",
}  # fmt: skip
SHARED_NAMES = {  # acronyms that two bodies really share
    "CoP", "DCMS", "FSA", "FSS", "GLA", "HMIP", "IPS", "PSA", "SPA", "TPO",
}  # fmt: skip
ORDINARY_WORDS = {  # fit only as hidden labels
    "board", "brake", "chair", "commission", "commissioner", "council", "director", "government", "inspectorate", "met",
    "mind", "minister", "ministry", "monitor", "ombudsman", "parliament", "refuge", "regulator", "respect", "shelter",
}  # fmt: skip
DATE_TYPES = {XSD.date, XSD.gYearMonth, XSD.gYear}
PREDICATES_BETWEEN_BODIES = (IKG.inspects, ORG.subOrganizationOf, ORG.originalOrganization, ORG.resultingOrganization)


def slug(name: str) -> str:
    """The name as a part of an IRI: written here a second time, so that the two check each other."""
    plain = re.sub(r"['’‘`]", "", name).replace("&", " and ")
    ascii_only = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")


@cache
def registry() -> Graph:
    """All files as one graph."""
    graph = Graph()
    for path in FILES:
        graph.parse(path, format="turtle")
    return graph


def of_type(*types: URIRef) -> set[URIRef]:
    return {node for kind in types for node in registry().subjects(RDF.type, kind) if isinstance(node, URIRef)}


def nodes() -> set[URIRef]:
    return {node for node in registry().subjects() if isinstance(node, URIRef)}


def organisations() -> set[URIRef]:
    return of_type(ORG.FormalOrganization, IKG.OrganisationGroup)


def texts(node: URIRef, *predicates: URIRef) -> list[str]:
    return [str(text) for predicate in predicates for text in registry().objects(node, predicate)]


def label(node: URIRef) -> str:
    (only,) = texts(node, RDFS.label)
    return only


def tail(node: URIRef, folder: str) -> str:
    prefix = f"{DATA}{folder}/"
    assert str(node).startswith(prefix), node
    return str(node).removeprefix(prefix)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_parses_and_begins_by_saying_what_it_holds(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert "@base <https://w3id.org/inspectorate-kg/id/> ." in text
    assert len(Graph().parse(path, format="turtle")) > 0


def test_no_node_is_described_in_two_files() -> None:
    described = Counter(node for path in FILES for node in set(Graph().parse(path, format="turtle").subjects()))
    assert [node for node, files in described.items() if files > 1] == []


def test_the_registry_knows_at_least_three_thousand_organisations_and_five_hundred_posts() -> None:
    assert len(of_type(ORG.FormalOrganization)) >= 3000
    assert len(of_type(ORG.Post)) >= 500


def test_there_are_no_blank_nodes() -> None:
    assert [triple for triple in registry() if any(isinstance(term, BNode) for term in triple)] == []


def test_every_node_has_one_label_in_english() -> None:
    for node in nodes():
        labels = list(registry().objects(node, RDFS.label))
        assert len(labels) == 1, node
        assert isinstance(labels[0], Literal)
        assert labels[0].language == "en", node


def test_every_name_is_tagged_english_trimmed_and_written_with_straight_apostrophes() -> None:
    for predicate in (RDFS.label, SKOS.altLabel, SKOS.hiddenLabel):
        for node, name in registry().subject_objects(predicate):
            assert isinstance(name, Literal)
            assert name.language == "en", (node, name)
            assert str(name) == " ".join(str(name).split()), (node, name)
            assert not set("’‘`") & set(name), (node, name)


def test_the_iri_of_an_organisation_is_the_slug_of_its_label() -> None:
    assert [node for node in organisations() if tail(node, "organisation") != slug(label(node))] == []


def test_the_iri_of_a_person_is_the_slug_of_the_label_and_the_name_is_the_label() -> None:
    for person in of_type(FOAF.Person):
        assert tail(person, "person") == slug(label(person))
        assert texts(person, FOAF.name) == [label(person)]


def test_the_iri_of_a_post_is_its_organisation_and_the_slug_of_one_of_its_titles() -> None:
    for post in of_type(ORG.Post):
        body, _, title = tail(post, "post").partition("/")
        assert str(registry().value(post, ORG.postIn)) == f"{DATA}organisation/{body}"
        titles = texts(post, RDFS.label, SKOS.altLabel, SKOS.hiddenLabel)
        assert title in {slug(name) for name in titles}, post


def test_every_post_is_in_one_organisation_that_the_registry_knows() -> None:
    for post in of_type(ORG.Post):
        bodies = list(registry().objects(post, ORG.postIn))
        assert len(bodies) == 1, post
        assert bodies[0] in organisations(), post


def test_no_label_belongs_to_two_organisations_or_to_two_posts() -> None:
    for bearers in (organisations(), of_type(ORG.Post)):
        assert [name for name, times in Counter(label(node) for node in bearers).items() if times > 1] == []


def test_a_name_in_any_case_leads_to_one_body_or_post_unless_two_bodies_really_share_it() -> None:
    bearers: defaultdict[str, set[URIRef]] = defaultdict(set)
    for node in organisations() | of_type(ORG.Post):
        for name in texts(node, RDFS.label, SKOS.altLabel):
            bearers[name.casefold()].add(node)
    assert {name for name, sharing in bearers.items() if len(sharing) > 1} == {name.casefold() for name in SHARED_NAMES}


def test_no_name_is_an_ordinary_english_word() -> None:
    bearers = organisations() | of_type(ORG.Post)
    names = {name for node in bearers for name in texts(node, RDFS.label, SKOS.altLabel)}
    assert {name for name in names if name.lower().removeprefix("the ") in ORDINARY_WORDS} == set()


def test_no_node_repeats_a_name() -> None:
    for node in nodes():
        names = texts(node, RDFS.label, SKOS.altLabel, SKOS.hiddenLabel)
        assert len(names) == len(set(names)), (node, Counter(names).most_common(1))


def test_every_organisation_has_one_classification_of_a_known_kind() -> None:
    for body in organisations():
        kinds = list(registry().objects(body, ORG.classification))
        assert len(kinds) == 1, body
        assert str(kinds[0]).startswith(KIND), body
        assert str(kinds[0]).removeprefix(KIND) in KINDS, body


def test_an_organisation_group_is_nothing_else() -> None:
    for group in of_type(IKG.OrganisationGroup):
        assert set(registry().objects(group, RDF.type)) == {IKG.OrganisationGroup}


def test_only_inspectorates_inspect() -> None:
    inspecting = set(registry().subjects(IKG.inspects))
    assert inspecting <= of_type(IKG.Inspectorate)
    assert of_type(IKG.Inspectorate) <= of_type(ORG.FormalOrganization)


def test_every_relation_between_bodies_leads_to_bodies_that_the_registry_knows() -> None:
    for predicate in PREDICATES_BETWEEN_BODIES:
        for subject, body in registry().subject_objects(predicate):
            assert body in organisations(), (subject, predicate, body)
            assert subject != body


def test_every_change_event_has_bodies_before_and_after_and_one_date() -> None:
    changes = of_type(ORG.ChangeEvent)
    assert changes
    for change in changes:
        tail(change, "change")
        before = set(registry().objects(change, ORG.originalOrganization))
        after = set(registry().objects(change, ORG.resultingOrganization))
        assert before, change
        assert after, change
        assert not before & after, change
        (date,) = registry().objects(change, DCTERMS.date)
        assert isinstance(date, Literal)
        assert date.datatype in DATE_TYPES, change


def test_every_date_is_a_valid_day_month_or_year() -> None:
    shape = {XSD.date: r"\d{4}-\d\d-\d\d", XSD.gYearMonth: r"\d{4}-(0[1-9]|1[0-2])", XSD.gYear: r"\d{4}"}
    dates = [value for value in registry().objects() if isinstance(value, Literal) and value.datatype is not None]
    assert dates
    for date in dates:
        assert date.datatype in DATE_TYPES, date
        assert re.fullmatch(shape[date.datatype], str(date)), date
        assert not date.ill_typed, date


def test_no_body_ends_before_it_begins() -> None:
    for body, start in registry().subject_objects(SCHEMA.foundingDate):
        end = registry().value(body, SCHEMA.dissolutionDate)
        if end is not None:
            length = min(len(str(start)), len(str(end)))
            assert str(start)[:length] <= str(end)[:length], body


def test_every_membership_joins_a_known_person_body_and_post_of_that_body() -> None:
    memberships = of_type(ORG.Membership)
    assert memberships
    for membership in memberships:
        tail(membership, "membership")
        assert registry().value(membership, ORG.member) in of_type(FOAF.Person), membership
        post = registry().value(membership, IKG.post)
        assert post in of_type(ORG.Post), membership
        assert registry().value(membership, ORG.organization) == registry().value(post, ORG.postIn), membership


def test_every_membership_has_a_start_a_source_and_no_end_before_its_start() -> None:
    for membership in of_type(ORG.Membership):
        (start,) = texts(membership, IKG["from"])
        assert len(texts(membership, DCTERMS.source)) == 1, membership
        for end in texts(membership, IKG.until):
            length = min(len(start), len(end))
            assert start[:length] <= end[:length], membership


def test_every_person_holds_or_held_a_post() -> None:
    assert of_type(FOAF.Person) == set(registry().objects(None, ORG.member))


def test_terms_in_one_post_overlap_by_no_more_than_the_month_or_year_of_the_handover() -> None:
    held: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for membership in of_type(ORG.Membership):
        (post,), (start,) = texts(membership, IKG.post), texts(membership, IKG["from"])
        end = (texts(membership, IKG.until) or ["9999"])[0]
        held[post].append((start, end))
    for post, terms in held.items():
        terms.sort()
        for (_, end), (start, _) in pairwise(terms):
            length = min(len(end), len(start))
            assert end[:length] <= start[:length], (post, end, start)
