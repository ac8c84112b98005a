"""A network of everything that breaks readers: odd names, odd values, parallel edges, self-loops."""

from __future__ import annotations

from datetime import date

from kg.graphs.network import Edge, Field, Network, Node, Spell

NAMES = (
    "Quotes \"double\" and 'single'",
    "<b>Söhne & Töchter</b> GmbH",
    "two\nlines\r\nthree",
    "nul\x00 and bell\x07 and \x9f",
    "right \u202eto\u202c left \u0645\u062c\u0644\u0633 \u200f",
    "emoji 🎉 astral 𝄞 family 👩‍👩‍👧",
    "",
    "=SUM(A1:A9)",
    "+1 and more",
    "@import",
    "semi;colon, comma | bar",
    "back\\slash \\ there",
    "e\u0301 combining, % percent %s",
    "lone \ud800 surrogate",
    "x" * 10_000,
    "]]> -- {brace} [bracket]",
)
ASCII_IDS = [f"urn:n:{number}" for number in range(len(NAMES))]
IDS = [*ASCII_IDS[:-4], 'id with "quotes" & <tags>', "id\nof\x01two lines", "e0", "id\\"]
DAYS = (date(2017, 3, 14), date(2018, 6, 5), date(2018, 12, 31))

NODE_FIELDS = (
    Field("text", "string"),
    Field("count", "integer"),
    Field("score", "double"),
    Field("public", "boolean"),
    Field("since", "date"),
    Field("tags", "list"),
    Field("parent", "string"),  # a name that a format takes for its own
    Field("Count", "integer"),  # the same name in other letters
)
EDGE_FIELDS = (Field("facts", "integer"), Field("first", "date"), Field("evidence", "list"), Field("said", "string"))


def nodes() -> list[Node]:
    """The nodes: each value at least once ``None``."""
    kinds = ("inspectorate", "organisation", "post", 'kind "of" <own>', "")
    return [
        Node(
            IDS[place],
            name,
            kinds[place % len(kinds)],
            (
                name if place % 2 else None,
                place - 3 if place else 2**53,
                place / 4 if place != 5 else None,
                bool(place % 3) if place != 7 else None,
                DAYS[place % 3] if place != 8 else None,
                (name, "", "a;b|c") if place % 4 else () if place % 8 else None,
                "nobody",
                place,
            ),
            (Spell(DAYS[0], DAYS[2]),) if place % 2 else (),
        )
        for place, name in enumerate(NAMES)
    ]


def edges() -> list[Edge]:
    """The edges: a ring, two parallel ones, one turned round, two self-loops."""
    size = len(NAMES)
    ends = [(place, (place + 1) % size) for place in range(size)] + [(0, 1), (0, 1), (1, 0), (3, 3), (3, 3)]
    return [
        Edge(
            IDS[one],
            IDS[other],
            ("met", "asked", 'said "no" & <left>', "")[place % 4],
            (1, 2.5, 1e-7)[place % 3],
            (
                place or None,
                DAYS[place % 3] if place % 5 else None,
                (f"urn:quote#char={place},{place + 9}",) * (place % 3),
                NAMES[place % size],
            ),
            tuple(Spell(day, day) for day in DAYS[: place % 4]),
        )
        for place, (one, other) in enumerate(ends)
    ]


def hostile(*, directed: bool = True) -> Network:
    """The network."""
    return Network(
        "hostile & co",
        'A "hostile" <network>',
        directed,
        nodes(),
        edges(),
        NODE_FIELDS,
        EDGE_FIELDS,
        "Nodes: odd\nEdges: odder",
    )
