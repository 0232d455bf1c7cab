"""The seal chain: what of an entry is sealed, in which form, and how a chain is checked.

A seal covers the entry and the seal before it, so that a changed, removed, inserted or reordered
entry breaks the chain at that place. Cutting off the end is found only by a head noted elsewhere:
in the audit trail, on every printed sheet, in every backup, on the other desk (reliability §0.7).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from safetydesk.domain.log import LogEntry

Digest = Callable[[bytes], str]

GENESIS = "0" * 64
_UNSEALED = frozenset({"seal"})


@dataclass(frozen=True)
class Anchor:
    """A head of the chain noted outside it: entry number and seal."""

    seq: int
    seal: str


@dataclass(frozen=True)
class Verdict:
    """What checking a chain found.

    ``first_bad`` is the first entry that does not hold, with ``reason``: ``altered``, ``missing``,
    ``cut`` (the end or an anchored entry is gone) or ``record`` (what its digest seals is not what
    is stored now; ``what`` names it). ``backwards`` is the first entry written at an earlier time
    than the one before it from the same desk: a warning, for a clock that was put back explains it
    as well as a forger does (reliability S4).
    """

    checked: int
    head: Anchor
    first_bad: int | None = None
    reason: str = ""
    what: str = ""
    backwards: int | None = None

    @property
    def holds(self) -> bool:
        """Whether everything checked is as it was written."""
        return self.first_bad is None


def sealed_form(entry: LogEntry) -> bytes:
    """The bytes a seal covers: every field but the seal itself, sorted, UTF-8, as typed."""
    values = {f.name: _plain(getattr(entry, f.name)) for f in fields(entry)}
    kept = {name: value for name, value in values.items() if name not in _UNSEALED}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def verify(
    entries: Iterable[LogEntry],
    digest: Digest,
    start: Anchor | None = None,
    anchors: Iterable[Anchor] = (),
) -> Verdict:
    """Checks entries in order of their number, from ``start`` (the beginning of the log if None).

    ``anchors`` are heads noted elsewhere; each must be met by the entry of its number.
    """
    head = start or Anchor(0, GENESIS)
    wanted = {anchor.seq: anchor.seal for anchor in anchors if anchor.seq > head.seq}
    checked, back = 0, None
    clocks: dict[str, datetime] = {}
    for entry in entries:
        reason = _fault(entry, head, digest, wanted)
        if reason:
            bad = min(entry.seq, head.seq + 1)
            return Verdict(checked, head, bad, reason, backwards=back)
        if back is None and entry.entered_at < clocks.get(entry.desk, entry.entered_at):
            back = entry.seq
        clocks[entry.desk] = entry.entered_at
        head = Anchor(entry.seq, entry.seal)
        checked += 1
    beyond = [seq for seq in wanted if seq > head.seq]
    if beyond:
        return Verdict(checked, head, head.seq + 1, "cut", backwards=back)
    return Verdict(checked, head, backwards=back)


def _fault(entry: LogEntry, head: Anchor, digest: Digest, wanted: dict[int, str]) -> str:
    """Why an entry does not continue the chain, or nothing."""
    if entry.seq != head.seq + 1:
        return "missing"
    if entry.previous != head.seal or digest(sealed_form(entry)) != entry.seal:
        return "altered"
    if wanted.get(entry.seq, entry.seal) != entry.seal:
        return "cut"
    return ""


def short_code(seal: str) -> str:
    """The seal code printed on sheets: the first twelve digits in groups of four."""
    head = seal[:12].upper()
    return "-".join(head[i : i + 4] for i in range(0, 12, 4))


def _plain(value: Any) -> Any:
    """A JSON value for a field: instants in UTC with microseconds, enums by value."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return value.value if isinstance(value, Enum) else value
