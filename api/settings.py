"""What can be set from outside: the only place that reads the environment and the settings file.

Comes in: words of the command line, environment variables (``KG_STORE``, ``KG_TIME_LIMIT`` …) and a TOML file.  Goes
out: Settings.  The one idea: the nearer word wins, the command line before the environment before the file; a name that
nobody knows is refused, never passed over.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from kg.errors import SettingError

PREFIX = "KG_"
FILE_VARIABLE = "KG_SETTINGS"
DEFAULT_FILE = "kg.toml"


class Settings(BaseSettings):
    """How the graph is served."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid")

    store: str = Field(default=".kg", description="The folder of the graph")
    workers: int = Field(default=2, ge=1, description="How many queries may run at the same time")
    page_workers: int = Field(default=1, ge=1, description="How many workers are kept for pages and the API alone")
    queue: int = Field(default=16, ge=0, description="How many queries may wait for a worker; more are refused at once")
    time_limit: float = Field(
        default=10.0, gt=0, description="Seconds that a query may take; ?timeout= asks for another"
    )
    time_maximum: float = Field(default=30.0, gt=0, description="Seconds that a query may ask for with ?timeout=")
    start_limit: float = Field(default=120.0, gt=0, description="Seconds that loading the graph may take")
    memory_limit: int = Field(default=512, ge=64, description="Megabytes that a worker may use beside the graph itself")
    row_limit: int = Field(
        default=100_000, ge=1, description="Rows that a result may have; it is cut there and says so"
    )
    byte_limit: int = Field(
        default=100_000_000, ge=1000, description="Bytes that a result may have; larger ones are refused"
    )
    scratch: bool = Field(
        default=False,
        description="Serve an empty graph in memory that anybody on this machine may change with /update and /gsp, for tests",
    )
    service_hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(), description="Hosts that SERVICE may ask, as example.org or example.org:8080; none unless named"
    )
    query_limit: int = Field(default=1_000_000, ge=1, description="Bytes that a query may have")
    url_limit: int = Field(default=16_384, ge=256, description="Bytes that the path and query of a URL may have")
    body_limit: int = Field(default=20_000_000, ge=1, description="Bytes that the body of any request may have")
    reading_limit: float = Field(default=60.0, gt=0, description="Seconds that reading a document handed over may take")
    reading_memory: int = Field(default=2048, ge=256, description="Megabytes that reading it may take")
    cors_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        default=("*",), description="Web origins whose pages may call, separated by commas; * for all, empty for none"
    )
    cors_credentials: bool = Field(default=False, description="May those pages send credentials? Not together with *")
    compress: bool = Field(default=True, description="Send answers as zstd, br or gzip where the client takes it")
    slow_query: float = Field(default=1.0, ge=0, description="Seconds from which a request is logged as slow")
    log_requests: bool = Field(default=True, description="Log a line for each request")
    log_format: Literal["text", "json"] = Field(default="text", description="How log lines are written: text or json")
    log_level: Literal["debug", "info", "warning", "error"] = Field(default="info", description="What is logged")
    token: SecretStr | None = Field(default=None, min_length=12, description="The bearer token that may write")

    @field_validator("cors_origins", "service_hosts", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Where settings come from, the nearest first."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, toml_file=settings_file())


def settings_file() -> Path | None:
    """The file that ``KG_SETTINGS`` names, else ``kg.toml`` in this folder where there is one."""
    named = os.environ.get(FILE_VARIABLE)
    return Path(named) if named else next((path for path in (Path(DEFAULT_FILE),) if path.is_file()), None)


def load(**given: str | float | bool | None) -> Settings:
    """The settings as they hold; raises :class:`kg.errors.SettingError` for a value or a name that is not usable."""
    file = settings_file()
    if file is not None and not file.is_file():
        raise SettingError(FILE_VARIABLE, str(file), "there is no such file")
    words: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    try:
        settings = Settings(**words)
    except ValidationError as fault:
        raise _worded(fault) from fault
    except tomllib.TOMLDecodeError as fault:
        raise SettingError("settings file", str(file), f"is no TOML: {fault}") from fault
    if settings.cors_credentials and "*" in settings.cors_origins:
        raise SettingError("cors_credentials", "true", "needs cors_origins that name the origins, not *")
    return settings


def _worded(fault: ValidationError) -> SettingError:
    first = fault.errors()[0]
    name = str(first["loc"][0]) if first["loc"] else "settings"
    if first["type"] == "extra_forbidden":
        return SettingError("setting", name, f"is unknown; known: {', '.join(Settings.model_fields)}")
    if name == "token":
        return SettingError(f"{PREFIX}TOKEN", "•••", "should have at least 12 characters, so that nobody guesses it")
    return SettingError(f"{PREFIX}{name.upper()}", str(first.get("input")), str(first["msg"]))


class Shown(NamedTuple):
    """One setting, for people."""

    variable: str
    value: str
    default: str
    meaning: str


def shown(settings: Settings) -> Iterator[Shown]:
    """Each setting with its variable, its value (a secret is not told), what it is when unset, and what it means."""
    for name, field in Settings.model_fields.items():
        value = getattr(settings, name)
        yield Shown(PREFIX + name.upper(), _plain(value), _plain(field.default), field.description or "")


def _plain(value: object) -> str:
    if value is None:
        return "unset"
    if isinstance(value, bool):
        return str(value).lower()
    return ",".join(value) if isinstance(value, tuple) else str(value)
