"""Patterns wait for their first question, and are sound all the same."""

import copy
import importlib
import pickle
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg.patterns import expression

ROOT = Path(__file__).parents[1]
_COUNTED = """
import re, sys
compiled, whole = [], re.compile
def counted(source, flags=0):
    if sys._getframe(1).f_globals["__name__"].startswith("kg."):
        compiled.append(source)
    return whole(source, flags)
re.compile = counted
import kg.readers, kg.reading, kg.triples, kg.pipeline, kg.store, kg.index.opening
print(compiled)
"""


def test_a_pattern_answers_as_a_compiled_one_does() -> None:
    pattern = expression(r"(?P<day>\d+) (june)", re.IGNORECASE)

    match = pattern.match("14 June 2017")

    assert match is not None
    assert match["day"] == "14"
    assert pattern.search("on 3 JUNE") is not None
    assert pattern.fullmatch("3 june 2017") is None
    assert pattern.sub("then", "on 3 june") == "on then"
    assert pattern.findall("3 june, 4 june") == [("3", "june"), ("4", "june")]
    assert [found.start() for found in pattern.finditer("3 june, 4 june")] == [0, 8]
    assert pattern.groups == 2
    assert pattern.flags & re.IGNORECASE
    assert pattern.pattern == r"(?P<day>\d+) (june)"


def test_a_pattern_of_bytes_finds_bytes() -> None:
    assert expression(rb"\d+").findall(b"3 and 14") == [b"3", b"14"]


def test_what_is_no_pattern_is_told_when_it_is_asked() -> None:
    broken = expression("(")

    with pytest.raises(re.error, match="unterminated"):
        broken.match("(")


def test_a_pattern_can_be_copied_and_kept_before_it_is_asked_and_after() -> None:
    pattern = expression("(?P<word>[a-z]+)")

    for _ in range(2):
        assert copy.copy(pattern).findall("to be") == ["to", "be"]
        assert pickle.loads(pickle.dumps(pattern)).findall("to be") == ["to", "be"]  # noqa: S301
        assert pattern.findall("to be") == ["to", "be"]


def test_every_pattern_of_the_house_compiles() -> None:
    modules = [
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(kg.__path__, "kg.")
        if found.name not in {"kg.exports.parquet", "kg.exports.png", "kg.exports.xlsx"}
        and not found.name.startswith("kg.plots")  # what they need is installed apart
    ]
    kinds = type(expression("")).__bases__  # that wait, and that have been asked by another test
    patterns = [known for module in modules for known in vars(module).values() if isinstance(known, kinds)]

    assert len(patterns) > 200
    for pattern in patterns:
        assert pattern.groups >= 0  # type: ignore[attr-defined]


def test_loading_the_reading_compiles_no_pattern() -> None:
    run = subprocess.run([sys.executable, "-c", _COUNTED], cwd=ROOT, check=True, capture_output=True, text=True)

    assert run.stdout.strip() == "[]"
