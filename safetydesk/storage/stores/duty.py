"""Queries of the duty plan: rosters, changes, presence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, or_, select, update

from safetydesk.domain.errors import NotFound, RuleViolation
from safetydesk.domain.presence import RELIEVED, Presence
from safetydesk.storage.mapping import value_of
from safetydesk.storage.snapshot import asked_around
from safetydesk.storage.tables.duty import (
    DutyChangeRow,
    PresenceRow,
    RosterRow,
    RosterShiftRow,
)
from safetydesk.storage.tables.office import ImportRow

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy.orm import Session


@dataclass(frozen=True)
class StoredTurn:
    """One turn of a roster; ``source`` is the cell it was read from."""

    post: str
    person_id: int
    duty_date: date
    start_at: datetime
    end_at: datetime
    source: str = ""


@dataclass(frozen=True)
class StoredRoster:
    """A roster with its turns inside the window asked for; a draft without ``published_at``."""

    id: int
    title: str
    start_at: datetime
    end_at: datetime
    planned: str
    posts: tuple[str, ...]
    loose: tuple[str, ...]
    turns: tuple[StoredTurn, ...]
    entered_at: datetime
    published_at: datetime | None
    superior: str
    filing_due_at: datetime | None


@dataclass(frozen=True)
class StoredChange:
    """A change of the plan, in the order in which it was entered."""

    id: int
    kind: str
    post: str
    person_id: int | None
    by_id: int | None
    start_at: datetime
    end_at: datetime
    reason: str
    approved_by: str
    entered_at: datetime
    swap_id: int | None


@dataclass(frozen=True)
class AppliedImport:
    """An import as it was applied, and when it was undone."""

    id: int
    file_name: str
    applied_at: datetime
    applied_by: int | None
    undone_at: datetime | None
    summary: Mapping[str, Any]


def _roster_within(roster: StoredRoster, start: datetime, end: datetime) -> StoredRoster | None:
    """A roster with its turns inside a window."""
    if not (roster.start_at < end and roster.end_at > start):
        return None
    turns = (turn for turn in roster.turns if turn.start_at < end and turn.end_at > start)
    return replace(roster, turns=tuple(turns))


def _change_within(change: StoredChange, start: datetime, end: datetime) -> StoredChange | None:
    """A change that meets a window."""
    return change if change.start_at < end and change.end_at > start else None


def _presence_within(presence: Presence, start: datetime, end: datetime) -> Presence | None:
    """A presence that meets a window."""
    left = presence.checked_out_at
    met = presence.checked_in_at < end and (left is None or left > start)
    return presence if met else None


class DutyStore:
    """The only way to the duty plan's rows."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add_roster(self, values: dict[str, Any], turns: Sequence[StoredTurn]) -> int:
        """A new roster with its turns; returns its id."""
        row = RosterRow(version=1, withdrawn_at=None, **values)
        self._session.add(row)
        self._session.flush()
        if turns:
            self._session.execute(
                insert(RosterShiftRow),
                [
                    {
                        "roster_id": row.id,
                        "post": turn.post,
                        "person_id": turn.person_id,
                        "duty_date": turn.duty_date,
                        "start_at": turn.start_at,
                        "end_at": turn.end_at,
                        "source": turn.source,
                    }
                    for turn in turns
                ],
            )
        return row.id

    @asked_around(_roster_within)
    def rosters(self, start: datetime, end: datetime) -> list[StoredRoster]:
        """Published rosters that meet ``[start, end)``, the one published last at the end."""
        return self._rosters(start, end, drafts=False)

    def rosters_and_drafts(self, start: datetime, end: datetime) -> list[StoredRoster]:
        """The same; those not yet published follow, in the order of entry."""
        return self._rosters(start, end, drafts=True)

    def _rosters(self, start: datetime, end: datetime, *, drafts: bool) -> list[StoredRoster]:
        query = select(RosterRow).where(
            RosterRow.withdrawn_at.is_(None), RosterRow.start_at < end, RosterRow.end_at > start
        )
        if not drafts:
            query = query.where(RosterRow.published_at.is_not(None))
        rows = self._session.scalars(
            query.order_by(RosterRow.published_at.is_(None), RosterRow.published_at, RosterRow.id)
        )
        return [value_of(StoredRoster, row, turns=self._turns(row.id, start, end)) for row in rows]

    def roster(self, roster_id: int) -> StoredRoster:
        """One roster with all its turns.

        Raises:
            NotFound: no such roster, or withdrawn.
        """
        row = self._session.get(RosterRow, roster_id)
        if row is None or row.withdrawn_at is not None:
            raise NotFound("duty.no_roster", id=roster_id)
        return value_of(StoredRoster, row, turns=self._turns(row.id, row.start_at, row.end_at))

    def set_roster(self, roster_id: int, **values: Any) -> None:
        """Sets columns of a roster (published, superior, filing due).

        Raises:
            NotFound: no such roster, or withdrawn.
        """
        row = self._session.get(RosterRow, roster_id)
        if row is None or row.withdrawn_at is not None:
            raise NotFound("duty.no_roster", id=roster_id)
        for name, value in values.items():
            setattr(row, name, value)
        self._session.flush()

    def withdraw_roster(self, roster_id: int, at: datetime) -> None:
        """Takes a roster out of force; it stays on record.

        Raises:
            NotFound: no such roster, or withdrawn already.
        """
        row = self._session.get(RosterRow, roster_id)
        if row is None or row.withdrawn_at is not None:
            raise NotFound("duty.no_roster", id=roster_id)
        row.withdrawn_at = at
        self._session.flush()

    def rosters_of_import(self, import_id: int) -> list[int]:
        """The rosters that one import made and that are in force."""
        return list(
            self._session.scalars(
                select(RosterRow.id).where(
                    RosterRow.import_id == import_id, RosterRow.withdrawn_at.is_(None)
                )
            )
        )

    def add_change(self, values: dict[str, Any]) -> int:
        """A new change of the plan; returns its id."""
        row = DutyChangeRow(version=1, withdrawn_at=None, **values)
        self._session.add(row)
        self._session.flush()
        return row.id

    def withdraw_change(self, change_id: int, at: datetime) -> None:
        """Takes a change back.

        Raises:
            NotFound: no such change, or withdrawn already.
        """
        row = self._session.get(DutyChangeRow, change_id)
        if row is None or row.withdrawn_at is not None:
            raise NotFound("duty.no_change", id=change_id)
        row.withdrawn_at = at
        self._session.flush()

    @asked_around(_change_within)
    def changes(self, start: datetime, end: datetime) -> list[StoredChange]:
        """Changes in force that meet ``[start, end)``, in the order of entry."""
        rows = self._session.scalars(
            select(DutyChangeRow)
            .where(
                DutyChangeRow.withdrawn_at.is_(None),
                DutyChangeRow.start_at < end,
                DutyChangeRow.end_at > start,
            )
            .order_by(DutyChangeRow.id)
        )
        return [value_of(StoredChange, row) for row in rows]

    def changes_of_swap(self, swap_id: int) -> list[StoredChange]:
        """The changes in force that a swap made, in the order of entry."""
        rows = self._session.scalars(
            select(DutyChangeRow)
            .where(DutyChangeRow.swap_id == swap_id, DutyChangeRow.withdrawn_at.is_(None))
            .order_by(DutyChangeRow.id)
        )
        return [value_of(StoredChange, row) for row in rows]

    def check_in(self, values: dict[str, Any]) -> int:
        """Somebody is on a post from now on; returns the row's id."""
        row = PresenceRow(version=1, checked_out_at=None, **values)
        self._session.add(row)
        self._session.flush()
        return row.id

    def check_out(self, presence_id: int, at: datetime, note: str = "") -> None:
        """Somebody has left a post; whoever was relieved may say once when that was.

        Raises:
            RuleViolation: not on the post any more.
        """
        row = self._session.get(PresenceRow, presence_id)
        if row is None or (row.checked_out_at is not None and row.note != RELIEVED):
            raise RuleViolation("presence.not_there")
        row.checked_out_at = at
        row.note = note or row.note
        self._session.flush()

    @asked_around(_presence_within)
    def presences(self, start: datetime, end: datetime) -> list[Presence]:
        """Who was on which post at some instant of ``[start, end)``."""
        rows = self._session.scalars(
            select(PresenceRow)
            .where(
                PresenceRow.checked_in_at < end,
                or_(PresenceRow.checked_out_at.is_(None), PresenceRow.checked_out_at > start),
            )
            .order_by(PresenceRow.checked_in_at, PresenceRow.id)
        )
        return [value_of(Presence, row) for row in rows]

    def _turns(self, roster_id: int, start: datetime, end: datetime) -> tuple[StoredTurn, ...]:
        """A roster's turns that meet ``[start, end)``."""
        rows = self._session.scalars(
            select(RosterShiftRow)
            .where(
                RosterShiftRow.roster_id == roster_id,
                RosterShiftRow.start_at < end,
                RosterShiftRow.end_at > start,
            )
            .order_by(RosterShiftRow.start_at, RosterShiftRow.id)
        )
        return tuple(value_of(StoredTurn, row) for row in rows)


class ImportStore:
    """What was imported, and what was undone."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, values: dict[str, Any]) -> int:
        """Notes an applied import; returns its id."""
        row = ImportRow(undone_at=None, **values)
        self._session.add(row)
        self._session.flush()
        return row.id

    def latest(self, kind: str) -> tuple[int, str] | None:
        """(id, file name) of the newest import of a kind that was not undone."""
        row = self._session.scalars(
            select(ImportRow)
            .where(ImportRow.kind == kind, ImportRow.undone_at.is_(None))
            .order_by(ImportRow.id.desc())
            .limit(1)
        ).first()
        return (row.id, row.file_name) if row else None

    def newest(self, kind: str) -> AppliedImport | None:
        """The newest import of a kind, undone or not."""
        row = self._session.scalars(
            select(ImportRow).where(ImportRow.kind == kind).order_by(ImportRow.id.desc()).limit(1)
        ).first()
        return value_of(AppliedImport, row) if row else None

    def in_force(self, kinds: Collection[str], sha256: str) -> AppliedImport | None:
        """The import of a file with this digest that is not undone, if there is one."""
        row = self._session.scalars(
            select(ImportRow)
            .where(
                ImportRow.kind.in_(kinds),
                ImportRow.sha256 == sha256,
                ImportRow.undone_at.is_(None),
            )
            .order_by(ImportRow.id.desc())
            .limit(1)
        ).first()
        return value_of(AppliedImport, row) if row else None

    def put_summary(self, import_id: int, summary: dict[str, Any]) -> None:
        """Notes what an import came to, and what undoing it needs."""
        self._session.execute(
            update(ImportRow).where(ImportRow.id == import_id).values(summary=summary)
        )

    def summary(self, import_id: int) -> dict[str, Any]:
        """What was noted of an import."""
        return dict(
            self._session.scalar(select(ImportRow.summary).where(ImportRow.id == import_id)) or {}
        )

    def mark_undone(self, import_id: int, at: datetime) -> None:
        """Notes that an import was undone.

        Raises:
            NotFound: no such import, or undone already.
        """
        row = self._session.get(ImportRow, import_id)
        if row is None or row.undone_at is not None:
            raise NotFound("imports.nothing_to_undo")
        row.undone_at = at
        self._session.flush()
