"""What the import preview asks of a kind of sheet, and what it is given back."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from safetydesk.domain.errors import BadInput
from safetydesk.domain.sheet_findings import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from safetydesk.domain.access import Actor
    from safetydesk.domain.sheet_findings import Finding
    from safetydesk.exchange.sheets import Book
    from safetydesk.ui.perform import CarriesChanges

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@dataclass(frozen=True)
class ReadRow:
    """One thing that was recognised: where it stands and what it says, column by column."""

    source: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class NewcomerRow:
    """Somebody on a sheet whom the office does not have; ``alike`` are names it does have."""

    name: str
    posts: tuple[str, ...]
    turns: int
    sources: tuple[str, ...]
    alike: tuple[str, ...] = ()


@dataclass(frozen=True)
class ImportReading:
    """A file once it is read: the sheet itself, what was recognised, and what importing will do.

    ``titles`` head the columns of ``rows``; ``ready`` is how many things would be stored;
    ``payload`` is what ``apply`` needs. ``admit`` gives the same reading with what was chosen for
    some of the ``newcomers``: the name, and whom of the office it means; empty is somebody new.
    """

    book: Book
    summary: str
    titles: tuple[str, ...]
    rows: tuple[ReadRow, ...]
    findings: tuple[Finding, ...]
    ready: int
    consequence: str
    payload: object
    newcomers: tuple[NewcomerRow, ...] = ()
    admit: Callable[[Mapping[str, str]], ImportReading] | None = None


class ImportSource(Protocol):
    """A kind of sheet that can be imported; ``read`` and ``apply`` run off the main thread."""

    @property
    def title(self) -> str:
        """The head of the window."""
        ...

    @property
    def purpose(self) -> str:
        """What the window is for, while no file is chosen."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The kinds of files offered, as ``*.xlsx``."""
        ...

    def read(self, path: Path) -> ImportReading:
        """Reads and understands a file; stores nothing.

        Raises:
            BadInput: the file cannot be read, or is no such sheet.
        """
        ...

    def apply(self, actor: Actor, reading: ImportReading) -> CarriesChanges:
        """Stores what was recognised, as one step."""
        ...

    def done(self, reading: ImportReading) -> str:
        """What to say when it is stored."""
        ...


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, the gravest first, else as they stand in the sheet."""
    return tuple(sorted(findings, key=lambda finding: _ORDER[finding.severity]))


def fingerprint(path: Path) -> str:
    """The SHA-256 of a file, kept with the import.

    Raises:
        BadInput: the file is gone.
    """
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise BadInput("file.missing", where=path.name, expected="文件不存在或不能读取") from error
