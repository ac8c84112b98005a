"""What the tests keep between runs lies apart from what the user keeps."""

from __future__ import annotations

import os

import pytest

from kg.kept import VARIABLE


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory) -> None:
    os.environ[VARIABLE] = str(tmp_path_factory.mktemp("kept"))
