"""What holds for all tests: how long an example takes on a busy machine says nothing."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("kg", deadline=None)
settings.load_profile("kg")
