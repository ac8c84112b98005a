"""The bodies, posts, persons and topics that are known before a document is opened.

Comes in: the Turtle of ``data/registry``, ``data/thesaurus`` and of the user's own files.  Goes out: :class:`Known` things and
the names by which a text may call them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.lexicon.names import Names
from kg.lexicon.turtle import Described
from kg.model import BODIES, EntityType
from kg.terms import DATA, expand, key
from kg.values import value

_TYPES = (
    ("ikg:OrganisationGroup", EntityType.GROUP),
    ("ikg:Inspectorate", EntityType.INSPECTORATE),
    ("org:FormalOrganization", EntityType.ORGANISATION),
    ("org:Organization", EntityType.ORGANISATION),
    ("org:OrganizationalUnit", EntityType.ORGANISATION),
    ("org:Post", EntityType.POST),
    ("foaf:Person", EntityType.PERSON),
    ("ikg:Programme", EntityType.PROGRAMME),
    ("ikg:Report", EntityType.REPORT),
    ("ikg:Legislation", EntityType.LEGISLATION),
    ("skos:Concept", EntityType.TOPIC),
)


@value
class Known:
    """A thing that the registry or thesaurus knows.

    ``short`` are titles that need context ("Chief Inspector"); ``post_in`` is the organisation of a post; ``kind`` says what
    kind of body it is ("regulator"); ``inspects`` the bodies an inspectorate inspects, ``broader`` the wider topics (all keys).
    """

    key: str
    type: EntityType
    label: str
    names: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    post_in: str | None = None
    part_of: str | None = None
    kind: str = ""
    inspects: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()


@value
class Tenure:
    """A post that a person had, with its body; ``begins`` and ``ends`` are days, months or years as the registry gives them, "" where it does not."""

    post: str
    body: str
    begins: str
    ends: str

    def covers(self, day: str) -> bool:
        """Did it last on a day (ISO)?

        >>> Tenure("post/x/chair", "organisation/x", "2013-03", "2019").covers("2019-05-04")
        True
        """
        return self.begins <= day[: len(self.begins)] and (not self.ends or day[: len(self.ends)] <= self.ends)


@dataclass(slots=True)
class Registry:
    """Known things by key, and the names that find them."""

    things: dict[str, Known] = field(default_factory=dict)
    names: Names[Known] = field(default_factory=Names)
    topics: Names[Known] = field(default_factory=Names)
    by_label: dict[str, Known] = field(default_factory=dict)
    posts_of: dict[str, list[Known]] = field(default_factory=dict)
    posts_by_initials: dict[str, list[Known]] = field(default_factory=dict)
    brief: dict[str, Known] = field(default_factory=dict)  # bodies by the common word that each is called by
    tenures: dict[str, list[Tenure]] = field(default_factory=dict)  # by person


def compile_registry(described: Described) -> Registry:
    """Every named thing under the base of the data, ready to be looked up."""
    registry = Registry()
    for subject in list(described.subjects):
        if subject.startswith(DATA) and (known := _known(described, subject)):
            registry.things[known.key] = known
    for known in registry.things.values():
        _index(registry, known)
    for subject in described.of_type("org:Membership"):
        _note_tenure(registry, described, subject)
    return registry


def _note_tenure(registry: Registry, described: Described, subject: str) -> None:
    told = [described.one(subject, name) for name in ("org:member", "ikg:post", "org:organization")]
    if all(told):
        member, post, body = (key(iri) for iri in told if iri)
        begins, ends = (described.one(subject, name) or "" for name in ("ikg:from", "ikg:until"))
        registry.tenures.setdefault(member, []).append(Tenure(post, body, begins, ends))


def _known(described: Described, subject: str) -> Known | None:
    types = set(described.all(subject, "rdf:type"))
    label = described.one(subject, "rdfs:label") or described.one(subject, "skos:prefLabel")
    kind = next((kind for name, kind in _TYPES if expand(name) in types), None)
    if label is None or kind is None:
        return None
    post_in = described.one(subject, "org:postIn")
    part_of = described.one(subject, "org:subOrganizationOf")
    return Known(
        key=key(subject), type=kind, label=label,
        names=tuple(dict.fromkeys(described.all(subject, "skos:altLabel"))),
        short=tuple(dict.fromkeys(described.all(subject, "skos:hiddenLabel"))),
        post_in=key(post_in) if post_in else None,
        part_of=key(part_of) if part_of else None,
        kind=(described.one(subject, "org:classification") or "").rsplit("/", 1)[-1],
        inspects=tuple(key(body) for body in described.all(subject, "ikg:inspects")),
        broader=tuple(key(topic) for topic in described.all(subject, "skos:broader")),
    )  # fmt: skip


def _index(registry: Registry, known: Known) -> None:
    if known.type is EntityType.TOPIC:
        for name in (known.label, *known.names):
            registry.topics.add(name, known, cased=name.isupper())
        return
    for name in (known.label, *known.names):
        registry.names.add(name, known)
        registry.by_label.setdefault(name.lower().replace("’", "'"), known)
    if known.type in BODIES:
        registry.brief |= {short: known for short in known.short if short.istitle() and short.isalpha()}
    if known.type is EntityType.POST:
        for short in known.short:
            if short.isupper():
                registry.posts_by_initials.setdefault(short, []).append(known)
    if known.type is EntityType.POST and known.post_in:
        registry.posts_of.setdefault(known.post_in, []).append(known)
