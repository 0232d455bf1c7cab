"""What a shift keeps when it is sealed, and the digest of it that its closing line carries.

Kept are the attendance list (a change of the plan entered later cannot change the old sheet) and,
for each table behind the log, which rows were written in the shift and their digest.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from safetydesk.services.kept_attendance import as_kept
from safetydesk.services.sealing import digest_of, plain
from safetydesk.services.shifts import attendance
from safetydesk.storage.stores.records import SEALED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safetydesk.domain.handover import Handover
    from safetydesk.domain.shift import Shift
    from safetydesk.storage.unit_of_work import UnitOfWork

_UNSIGNED = ("next_shift_id", "leader_signed_at", "leader_signed_by", "version")
"""What of a handover is written after both signatures, or counts its changes."""


def kept_of(uow: UnitOfWork, shift: Shift) -> dict[str, Any]:
    """What the shift keeps, as a JSON document; read before its closing line is written."""
    before = (uow.shifts.last_kept() or {}).get("records", {})
    return {
        "attendance": as_kept(attendance(uow, shift.planned)),
        "records": {
            table: _records(uow, table, before.get(table, {}).get("upto", 0)) for table in SEALED
        },
    }


def digest_of_shift(number: str, kept: dict[str, Any], handover: Handover | None) -> str:
    """The digest in the closing line: the shift's sheet and the handover that ended it."""
    form = None if handover is None else _form(handover)
    return digest_of({"shift": number, "kept": kept, "handover": form})


def holds(uow: UnitOfWork, table: str, record: dict[str, Any]) -> bool:
    """Whether the rows of a table are those that a shift sealed."""
    sealed: str = record["digest"]
    return digest_of(plain(uow.records.between(table, record["ids"]))) == sealed


def _records(uow: UnitOfWork, table: str, after: int) -> dict[str, Any]:
    """The rows written since the shift before, by number, with their digest."""
    rows = uow.records.after(table, after)
    ids = [int(row["id"]) for row in rows]
    return {
        "upto": ids[-1] if ids else after,
        "ids": _ranges(ids),
        "digest": digest_of(plain(rows)),
    }


def _ranges(ids: Iterable[int]) -> list[list[int]]:
    """Numbers in order as ranges; a number that another desk has not written yet leaves a gap."""
    ranges: list[list[int]] = []
    for one in ids:
        if ranges and one == ranges[-1][1] + 1:
            ranges[-1][1] = one
        else:
            ranges.append([one, one])
    return ranges


def _form(handover: Handover) -> dict[str, Any]:
    """Everything of a handover that both officers signed."""
    items = [plain(replace(item, version=0)) for item in handover.items]
    form = {**plain(handover), "items": items}
    return {name: value for name, value in form.items() if name not in _UNSIGNED}
