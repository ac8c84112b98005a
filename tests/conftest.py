"""What holds for all tests: what they keep between runs lies apart from what the user keeps, and no example is timed."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from kg.kept import VARIABLE

settings.register_profile("kg", deadline=None)  # how long an example takes on a busy machine says nothing
settings.load_profile("kg")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory) -> None:
    os.environ[VARIABLE] = str(tmp_path_factory.mktemp("kept"))
