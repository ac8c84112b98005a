"""How log lines are written.

Comes in: the records of :mod:`logging`, some with fields.  Goes out: lines on standard error, each one a JSON object or
a text with ``name=value`` for each field.  The one idea: what a program may want to filter by is a field, never a part
of a sentence.
"""

from __future__ import annotations

import json
import logging
import re
import sys
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from api.settings import Settings

_ONE_WORD = re.compile(r'[^\s"]+')


class Json(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """The time, the level, the logger, the message, and the fields."""
        told: dict[str, Any] = {
            "time": _time(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            told["error"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False, default=str)


class Text(logging.Formatter):
    """For people; the fields as ``name=value``, quoted where they hold a space."""

    def format(self, record: logging.LogRecord) -> str:
        """The time, the level, the message, and the fields."""
        fields = getattr(record, "fields", {})
        line = " ".join(
            (_time(record), record.levelname, record.getMessage(), *(f"{k}={_quoted(v)}" for k, v in fields.items()))
        )
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


def set_up(settings: Settings) -> None:
    """Write the logs of the server as the settings say; calling it again changes nothing twice."""
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False  # not written, so not looked up
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Json() if settings.log_format == "json" else Text())
    for name in ("kg", "uvicorn"):
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.setLevel(settings.log_level.upper())
        logger.propagate = False


def _time(record: logging.LogRecord) -> str:
    second = int(record.created)
    return f"{_second(second)}.{int((record.created - second) * 1000):03}Z"


@lru_cache(maxsize=2)
def _second(second: int) -> str:
    return datetime.fromtimestamp(second, UTC).strftime("%Y-%m-%dT%H:%M:%S")


def _quoted(value: object) -> str:
    text = str(value)
    return text if _ONE_WORD.fullmatch(text) else json.dumps(text, ensure_ascii=False)
