"""The API keeps what its description promises: tried with requests that are made of the description."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from api.app import create_app
from api.settings import Settings
from tests.api.conftest import served

schemathesis = pytest.importorskip("schemathesis")
hypothesis = pytest.importorskip("hypothesis")

EXAMPLES = 3  # for each operation and each kind of request


@pytest.fixture(scope="module")
def client(note_store) -> Iterator[httpx.Client]:
    with served(create_app(Settings(store=note_store, workers=1, time_limit=5, log_requests=False))) as client:
        yield client


@pytest.fixture(scope="module")
def schema(client):
    whole = schemathesis.openapi.from_dict(client.get("/openapi.json").json())
    return whole.exclude(path_regex="^/(sparql|update|gsp)")  # the protocol has tests of its own


def _checks():
    from schemathesis import checks

    wanted = (
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_schema_conformance",
    )
    return [getattr(checks, name) if hasattr(checks, name) else checks.CHECKS.get_one(name) for name in wanted]


@pytest.mark.filterwarnings("ignore")  # of the libraries that make the requests
@pytest.mark.parametrize("kind", ["POSITIVE", "NEGATIVE"])
def test_no_request_finds_a_server_error_or_an_answer_that_is_not_described(client, schema, kind):
    mode = schemathesis.GenerationMode[kind]
    tried = 0
    for found in schema.get_all_operations():
        operation = found.ok()
        strategy = operation.as_strategy(generation_mode=mode)

        @hypothesis.given(case=strategy)
        @hypothesis.settings(
            max_examples=EXAMPLES,
            derandomize=True,
            database=None,
            deadline=None,
            phases=[hypothesis.Phase.generate],
            suppress_health_check=list(hypothesis.HealthCheck),
        )
        def holds(case):
            nonlocal tried
            tried += 1
            response = case.call(base_url=str(client.base_url).rstrip("/"), timeout=20)
            case.validate_response(response, checks=_checks())

        try:
            holds()
        except hypothesis.errors.Unsatisfiable:  # nothing can be wrong with a request that has no parameters
            continue
    assert tried > 100
