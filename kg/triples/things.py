"""The things that a document names: persons, posts, bodies, programmes, publications, topics.

Comes in: a Reading.  Goes out: triples.  The one idea: a post is not a person and a group of bodies is not a body.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import BODIES, Entity, EntityType, Reading
from kg.terms import iri
from kg.triples.record import evidence
from kg.triples.writing import Triple, english, name, ref, text

_CLASSES: dict[EntityType, tuple[str, ...]] = {
    EntityType.PERSON: ("foaf:Person",),
    EntityType.POST: ("org:Post",),
    EntityType.ORGANISATION: ("org:Organization",),
    EntityType.INSPECTORATE: ("ikg:Inspectorate", "org:FormalOrganization"),
    EntityType.GROUP: ("ikg:OrganisationGroup",),
    EntityType.COLLECTIVE: ("org:OrganizationalCollaboration",),
    EntityType.PROGRAMME: ("ikg:Programme",),
    EntityType.REPORT: ("ikg:Report", "foaf:Document"),
    EntityType.LEGISLATION: ("ikg:Legislation", "schema:Legislation"),
    EntityType.TOPIC: ("skos:Concept",),
}


def things(reading: Reading) -> Iterator[Triple]:
    """Every entity of the reading, with its names, its place among the others and the words that name it first."""
    for entity in reading.entities:
        here = ref(iri(entity.key))
        for kind in _CLASSES[entity.type]:
            yield here, name("rdf:type"), name(kind)
        yield from _names(entity, here)
        yield from _links(entity, here)
        if entity.reason:
            yield here, name("ikg:reason"), text(entity.reason)
        if entity.mentions:
            yield from evidence(reading, here, entity.mentions[0])


def _names(entity: Entity, here: str) -> Iterator[Triple]:
    yield here, name("rdfs:label"), english(entity.label)
    if entity.type is EntityType.PERSON:
        yield here, name("foaf:name"), text(entity.label)
    if entity.type is EntityType.TOPIC:
        yield here, name("skos:prefLabel"), english(entity.label)
        yield here, name("skos:inScheme"), ref(iri("topics"))
    for other in entity.names:
        if other != entity.label:
            yield here, name("skos:altLabel"), english(other)


def _links(entity: Entity, here: str) -> Iterator[Triple]:
    part = "org:subOrganizationOf" if entity.type in BODIES else "dcterms:isPartOf"
    for predicate, key in (
        ("org:holds", entity.holds),
        ("org:postIn", entity.post_in),
        ("org:memberOf", entity.member_of),
        (part, entity.part_of),
        ("skos:broader", entity.broader),
    ):
        if key:
            yield here, name(predicate), ref(iri(key))
