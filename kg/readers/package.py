"""The members of a ZIP package (DOCX, ODT), as XML.

Comes in: the bytes of the package.  Goes out: the root elements of its members.  The one idea: a package from a
stranger may be a bomb: members are measured while they are unpacked, and their XML is parsed without entities and
without network.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from types import TracebackType
from typing import Any, Self

from lxml import etree

from kg.errors import ReadError
from kg.readers.base import MEMBER_LIMIT

Element = Any  # lxml has no types
_BROKEN = (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError)


class Package:
    """An open package.  Every failure is a ReadError that names the source."""

    def __init__(self, data: bytes, source: str) -> None:
        self._source = source
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as fault:
            raise ReadError(source, f"is not a whole ZIP package ({fault})") from fault

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def xml(self, name: str) -> Element:
        """The root element of a member that must be there."""
        root = self.optional_xml(name)
        if root is None:
            raise ReadError(self._source, f"has no {name}")
        return root

    def optional_xml(self, name: str) -> Element | None:
        """The root element of a member, or ``None`` when the package has none of this name."""
        if name not in self._zip.NameToInfo:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(self._member(name), parser)
        except etree.XMLSyntaxError as fault:
            raise ReadError(self._source, f"{name} is broken or encrypted ({fault.msg})") from fault

    def _member(self, name: str) -> bytes:
        try:
            with self._zip.open(name) as member:
                data = member.read(MEMBER_LIMIT + 1)  # the size that the header announces may be a lie
        except _BROKEN as fault:
            raise ReadError(self._source, f"{name} cannot be unpacked ({fault})") from fault
        if len(data) > MEMBER_LIMIT:
            raise ReadError(self._source, f"{name} is larger than {MEMBER_LIMIT // 1024**2} MB unpacked")
        return data
