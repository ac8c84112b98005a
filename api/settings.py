"""What can be set from outside: the only place that reads the environment (``KG_STORE``, ``KG_TIME_LIMIT`` …).

Comes in: environment variables.  Goes out: Settings.
"""

from __future__ import annotations

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """How the graph is served."""

    model_config = SettingsConfigDict(env_prefix="KG_", frozen=True)

    store: str = Field(default=".kg", description="The folder of the graph")
    workers: int = Field(default=2, ge=1, description="How many queries may run at the same time")
    time_limit: float = Field(default=10.0, gt=0, description="Seconds that a query may take")
    start_limit: float = Field(default=120.0, gt=0, description="Seconds that loading the graph may take")
    memory_limit: int = Field(default=4096, ge=256, description="Megabytes that a worker may use")
    query_limit: int = Field(default=1_000_000, ge=1, description="Bytes that a query may have")
