"""Where the ontology and the data files lie: in the wheel beside the code, in a checkout at its top."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    packed = _HERE / "_resources" / name
    return packed if packed.is_dir() else _HERE.parent / name


def ontology() -> Path:
    """The folder of the ontology: ``ikg.ttl``, ``vocabularies/``, ``rules/``, ``questions/``, ``shapes.ttl``."""
    return _folder("ontology")


def data() -> Path:
    """The folder of the data: ``registry/``, ``lexicon/``, ``thesaurus/`` and the sample ``minutes/``."""
    return _folder("data")
