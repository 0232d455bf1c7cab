"""Writes what is known of the demonstration office's people: training, protection, absences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from safetydesk.domain.staff import AbsenceKind
from safetydesk.services.views_staff import AbsenceEntry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safetydesk.app.wiring import Desk
    from safetydesk.domain.access import Actor

VERIFIED_ON = date(2025, 9, 26)
# One number was not reached when the list was tried before the holiday.
NOT_REACHED = "S17"
_AVOIDS_NIGHTS = "不排夜班"
_SUPERIOR = "市应急局"


def write_staff(
    desk: Desk, given: Mapping[str, Any], actors: Mapping[str, Actor], supervisor: Actor
) -> None:
    """Facts and absences of everybody, entered by the supervisor."""
    for row in (*given["leaders"], *given["staff"]):
        person_id = actors[row["name"]].person_id
        if person_id is None:
            continue
        seen = desk.basis.staff.person(supervisor, person_id)
        entry = replace(
            seen.entry,
            identity=row["identity"],
            joined_on=_date(row.get("joined_on")),
            trained_on=_date(row.get("trained_on")),
            due_on=_date(row.get("pregnancy", {}).get("due")),
            child_born_on=_date(row.get("nursing", {}).get("child_born")),
            avoids_nights=_AVOIDS_NIGHTS in row.get("note", ""),
            phone_verified_on=None if row["id"] == NOT_REACHED else VERIFIED_ON,
            note=row.get("note", ""),
        )
        desk.basis.staff.change(supervisor, seen, entry)
        for absence in _absences(person_id, row):
            desk.basis.staff.record_absence(supervisor, absence)


def _absences(person_id: int, row: Mapping[str, Any]) -> Iterator[AbsenceEntry]:
    """Leave of officers and filed absences of leaders."""
    for given in (*row.get("leave", ()), *row.get("absence", ())):
        word = str(given["kind"])
        kinds = [kind for kind in AbsenceKind if kind.value in word]
        yield AbsenceEntry(
            person_id=person_id,
            kind=(kinds[0] if kinds else AbsenceKind.OTHER).value,
            first=date.fromisoformat(given["from"]),
            last=date.fromisoformat(given["to"]),
            reason="" if word in set(AbsenceKind) else word,
            filed_with=_SUPERIOR if "filed_at" in given else "",
        )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
