"""Graphs of any size for measurements: minutes of made-up bodies, told as the real reading tells them.

    python tests/benchmarks/graphs.py FOLDER --quads 200000

Comes in: how many quads, and a seed.  Goes out: N-Quads lines by graph, or a store in a folder.  The one idea: the same numbers
give the same graph, and a few bodies meet far more often than most, as in life (a body's share falls with its rank).
"""

from __future__ import annotations

import argparse
import hashlib
import random
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from kg.model import (
    AgendaItem,
    Attendance,
    Block,
    BlockKind,
    Commitment,
    Document,
    Entity,
    EntityType,
    Inspection,
    MeetingDate,
    Participant,
    Reading,
    Relation,
    Span,
    Statement,
)
from kg.store import open_store
from kg.store.embedded import Embedded
from kg.terms import minutes_iri, slug
from kg.triples import tell

PLACES = "Alder Birch Cedar Dogwood Elm Fir Gorse Hazel Ivy Juniper Kelp Larch Maple Nettle Oak Pine Quince Rowan Sedge Thorn Umber Vetch Willow Yarrow".split()
WORK = "Harbours Lanterns Bridges Ferries Orchards Quarries Canals Markets Lodgings Archives Beacons Mills Forests Wells Commons".split()
FORMS = ("Inspectorate of {}", "{} Authority", "Council for {}", "{} Service", "Office for {}", "{} Board")
GIVEN = "Ada Bram Cleo Dora Enid Finn Gwen Hugo Iris Joan Kit Lena Milo Nora Otto Pia".split()
FAMILY = "Ash Brook Carr Dale Eden Frost Glen Heath Isle Jarrow Knoll Lake Marsh Nash Orme Pell".split()
ACTS = ("asked", "informed", "welcomed", "suggested", "opined", "concerned", "undertook", "requested")
STRENGTHS = ("committed", "planned", "proposed", "requested", "unlikely")
STATUSES = ("planned", "under-way", "completed", "proposed")
FIRST_DAY = date(2012, 1, 4)


class World:
    """The bodies, posts, persons and topics that the minutes of one graph are about."""

    def __init__(self, seed: int, documents: int) -> None:
        self.chance = random.Random(seed)
        bodies = max(40, documents // 2)
        names = [f"{place} {form.format(work)}" for form in FORMS for work in WORK for place in PLACES]
        self.chance.shuffle(names)
        self.bodies = [_body(name) for name in names[:bodies]]
        self.posts = [_post(body) for body in self.bodies]
        people = [f"{given} {family} {place}" for given in GIVEN for family in FAMILY for place in PLACES]
        self.people = [
            _person(name, body, post)
            for name, body, post in zip(people, self.bodies, self.posts, strict=False)
            if self.chance.random() < 0.6
        ]
        self.topics = [
            Entity(f"topic/{slug(f'{place} {work}')}", EntityType.TOPIC, f"{work.lower()} of {place}")
            for place in PLACES
            for work in WORK
        ][: max(30, documents // 10)]
        self.weights = [1 / (rank + 1) ** 0.7 for rank in range(bodies)]

    def body(self) -> int:
        """The number of a body, the first ones most often."""
        return self.chance.choices(range(len(self.bodies)), self.weights)[0]


def _body(name: str) -> Entity:
    kind = EntityType.INSPECTORATE if "Inspectorate" in name else EntityType.ORGANISATION
    acronym = "".join(word[0] for word in name.split() if word[0].isupper())
    return Entity(f"organisation/{slug(name)}", kind, name, (acronym,))


def _post(body: Entity) -> Entity:
    key = f"post/{body.key.removeprefix('organisation/')}/director"
    return Entity(key, EntityType.POST, f"Director of {body.label}", (), post_in=body.key)


def _person(name: str, body: Entity, post: Entity) -> Entity:
    return Entity(f"person/{slug(name)}", EntityType.PERSON, name, (), holds=post.key, member_of=body.key)


class Note:
    """A document as it is written: each sentence gives its span."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0

    def add(self, sentence: str) -> Span:
        """Write a sentence; where it stands."""
        start = self.length
        self.parts.append(sentence)
        self.length += len(sentence) + 2
        return Span(start, start + len(sentence))

    @property
    def text(self) -> str:
        """All sentences, each a paragraph."""
        return "\n\n".join(self.parts)


def reading(world: World, number: int, day: date) -> Reading:
    """Minutes number so-and-so: two to five parties talk, promise and inspect."""
    chance, note = world.chance, Note()
    name = f"{day.isoformat()}-note-{number}"
    title = note.add(f"Meeting number {number}")
    dated = note.add(f"Meeting Date: {day.day} {day:%B %Y}")
    numbers = sorted({world.body() for _ in range(chance.randint(3, 7))})
    agents = [world.posts[n] for n in numbers]
    persons = [person for person in world.people if person.holds in {agent.key for agent in agents[:2]}]
    bodies = [world.bodies[n] for n in numbers]
    topics = chance.sample(world.topics, 3)
    seats = [note.add(f"{agent.label} was present.") for agent in agents]
    agenda = [note.add(topic.label.capitalize()) for topic in topics]
    statements, commitments, inspections = [], [], []
    for _ in range(chance.randint(10, 24)):
        one, other = chance.choice(agents), chance.choice(agents)
        position = chance.randint(1, 3)
        topic = topics[position - 1]
        act = chance.choice(ACTS)
        words = f"{one.label} {act} {other.label} about the state of {topic.label} in part {chance.randint(1, 999)}."
        at = note.add(words)
        to = (other.key,) if other is not one else ()
        mentions = (chance.choice(bodies).key,) if chance.random() < 0.5 else ()
        content = Span(at.start + words.index("about"), at.end - 1)
        statements.append(Statement((one.key,), act, content, at, "made", to, position, mentions, (topic.key,)))
    for _ in range(chance.randint(4, 12)):
        one, other = chance.choice(agents), chance.choice(agents)
        position = chance.randint(1, 3)
        action = f"send part {chance.randint(1, 999)} of the report on {topics[position - 1].label}"
        at = note.add(f"{one.label} agreed to {action} to {other.label} within two weeks.")
        commitments.append(
            Commitment(
                (one.key,),
                action,
                chance.choice(STRENGTHS),
                at,
                "made",
                (other.key,) if other is not one else (),
                chance.choice((None, None, *STATUSES)),
                day,
                day + timedelta(chance.randint(7, 400)),
                "within two weeks",
                position,
                chance.randrange(len(statements)),
                (topics[position - 1].key,),
            )
        )
    for _ in range(chance.randint(0, 3)):
        one, other = chance.choice(bodies), chance.choice(bodies)
        topic = chance.choice(topics)
        at = note.add(f"{one.label} was to inspect {topic.label} at {other.label}.")
        inspected = (other.key,) if other is not one else ()
        inspections.append(
            Inspection(
                f"inspection of {topic.label}",
                "inspection",
                chance.choice(STATUSES),
                at,
                "made",
                (one.key,),
                inspected,
                (topic.key,),
            )
        )
    relations = []
    if len(bodies) > 1 and chance.random() < 0.3:
        at = note.add(f"{bodies[0].label} works with {bodies[1].label}.")
        relations.append(Relation(bodies[0].key, "worksWith", bodies[1].key, at, "made"))
    entities = tuple(_seen(entity, at) for entity, at in zip(agents, seats, strict=True)) + tuple(
        _seen(entity, seats[0]) for entity in (*bodies, *persons, *topics)
    )
    text = note.text
    return Reading(
        document=Document(
            name,
            f"{name}.txt",
            text,
            (Block(BlockKind.PARAGRAPH, Span(0, len(text))),),
            sha256=hashlib.sha256(text.encode()).hexdigest(),
        ),
        meeting=f"meeting/{name}",
        title=title.of(text),
        meeting_date=MeetingDate(day, dated, "labelled"),
        next_meeting=None,
        location=None,
        entities=entities,
        participants=tuple(
            Participant(agent.key, Attendance.PRESENT, at) for agent, at in zip(agents, seats, strict=True)
        ),
        agenda=tuple(
            AgendaItem(topic.label.capitalize(), place, at, (topic.key,))
            for place, (topic, at) in enumerate(zip(topics, agenda, strict=True), 1)
        ),
        statements=tuple(statements),
        commitments=tuple(commitments),
        inspections=tuple(inspections),
        relations=tuple(relations),
        sentences=len(note.parts),
        unmapped=(title,),
    )


def _seen(entity: Entity, at: Span) -> Entity:
    return Entity(
        entity.key,
        entity.type,
        entity.label,
        entity.names,
        (at,),
        entity.holds,
        entity.post_in,
        entity.member_of,
        reason="made",
    )


QUADS_A_DOCUMENT = 680  # what one such document comes to; only sets how many bodies there are


def graphs(quads: int, seed: int = 1) -> Iterator[tuple[str, list[str]]]:
    """Graphs and their N-Quads lines until there are at least so many quads."""
    documents = max(1, quads // QUADS_A_DOCUMENT)
    world = World(seed, documents)
    told = number = 0
    while told < quads:
        number += 1
        made = reading(world, number, FIRST_DAY + timedelta(number * 3000 // documents))
        lines = tell(made)
        told += len(lines)
        yield minutes_iri(made.document.slug), lines


def fill(store: Embedded, quads: int, seed: int = 1) -> int:
    """Put such graphs into a store, a few hundred at a time; how many quads they are."""
    batch: dict[str, list[str]] = {}
    told = 0
    for graph, lines in graphs(quads, seed):
        batch[graph] = lines
        told += len(lines)
        if len(batch) == 300:
            store.replace(batch)
            batch = {}
    store.replace(batch)
    return told


def main() -> None:
    """Make a store and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quads", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    start = time.perf_counter()
    with open_store(args.folder) as store:
        told = fill(store, args.quads, args.seed)
        store.derive()
    print(f"{told:,} quads in {args.folder} in {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
