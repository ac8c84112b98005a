"""The shapes of the ontology."""

from __future__ import annotations

import pytest

from kg.errors import SettingError
from kg.shapes import Breach, breaches
from kg.store import open_store
from kg.terms import minutes_iri
from kg.triples import tell
from tests import sample

SHAPES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ikg: <https://w3id.org/inspectorate-kg/ontology#> .
<urn:s> a sh:NodeShape ; sh:targetClass ikg:Commitment ;
  sh:property [ sh:path ikg:beneficiary ; sh:minCount 1 ; sh:message "needs a beneficiary" ] ,
              [ sh:path ikg:evidence ; sh:minCount 1 ; sh:message "needs evidence" ] ."""


@pytest.fixture
def store():
    store = open_store()
    store.replace({minutes_iri("one"): tell(sample.reading("one"))})
    return store


def test_a_breach_says_where_on_which_property_and_how(store, tmp_path):
    (tmp_path / "shapes.ttl").write_text(SHAPES)
    assert breaches(store, tmp_path / "shapes.ttl") == [
        Breach(
            "https://w3id.org/inspectorate-kg/id/minutes/one/commitment/1",
            "https://w3id.org/inspectorate-kg/ontology#beneficiary",
            "needs a beneficiary",
            "",
        )
    ]


def test_shapes_that_are_not_there_are_named(store, tmp_path):
    with pytest.raises(SettingError, match="there is no such file"):
        breaches(store, tmp_path / "none.ttl")
