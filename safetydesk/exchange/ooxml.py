"""The zip container of Office files: opened within limits, streamed, without entities."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable
from functools import lru_cache
from xml.parsers import expat

from safetydesk.exchange.refusals import (
    MAX_PARTS,
    MAX_UNPACKED_BYTES,
    damaged,
    refusal,
    too_large,
)

_CHUNK = 1 << 16


@lru_cache(maxsize=512)
def local(tag: str) -> str:
    """A tag or attribute without its namespace prefix."""
    return tag.rpartition(":")[2]


class Package:
    """An opened Office file; parts are streamed, never extracted to disk.

    Raises:
        BadInput: damaged, encrypted, or larger than the limits.
    """

    def __init__(self, content: bytes, where: str) -> None:
        self._where = where
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise damaged(where) from error
        parts = self._zip.infolist()
        if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
            raise too_large(where, "展开后过大")
        if any(part.flag_bits & 1 for part in parts):
            raise refusal("encrypted", where, "文件已加密，请去掉密码后再导入")

    def has(self, part: str) -> bool:
        """Whether the part exists."""
        return part in self._zip.NameToInfo

    def walk(
        self,
        part: str,
        *,
        start: Callable[[str, dict[str, str]], None],
        end: Callable[[str], None] | None = None,
        text: Callable[[str], None] | None = None,
    ) -> None:
        """Streams a part through the callbacks, which get tags without prefixes.

        Raises:
            BadInput: the part is missing, damaged, or carries a document type (entities).
        """
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = lambda tag, attributes: start(local(tag), attributes)
        if end is not None:
            parser.EndElementHandler = lambda tag: end(local(tag))
        if text is not None:
            parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        try:
            with self._zip.open(part) as stream:
                while chunk := stream.read(_CHUNK):
                    parser.Parse(chunk, False)  # noqa: FBT003 - expat takes it by position only
            parser.Parse(b"", True)  # noqa: FBT003 - expat takes it by position only
        except (KeyError, OSError, EOFError, ValueError) as error:
            raise damaged(self._where) from error
        except (expat.ExpatError, zipfile.BadZipFile, zlib.error) as error:
            raise damaged(self._where) from error

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """The part's relations inside the file: id → (last word of the type, target part)."""
        folder, name = posixpath.split(part)
        source = posixpath.join(folder, "_rels", f"{name}.rels")
        found: dict[str, tuple[str, str]] = {}

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag == "Relationship" and attributes.get("TargetMode") != "External":
                target = attributes.get("Target", "")
                path = target[1:] if target.startswith("/") else posixpath.join(folder, target)
                kind = attributes.get("Type", "").rpartition("/")[2]
                found[attributes.get("Id", "")] = (kind, posixpath.normpath(path))

        if self.has(source):
            self.walk(source, start=start)
        return found

    def _refuse_doctype(self, *_: object) -> None:
        raise refusal(
            "doctype", self._where, "文件里有外部实体声明，不予读取；请用Excel另存后再导入"
        )
