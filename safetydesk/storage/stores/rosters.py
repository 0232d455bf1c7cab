"""Queries of what was done with rosters, and of rotations and recurring duties."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import defer

from safetydesk.domain.errors import NotFound
from safetydesk.domain.roster_state import RosterStep, RosterStepKind, Turn
from safetydesk.storage.mapping import value_of
from safetydesk.storage.snapshot import asked_once
from safetydesk.storage.tables.duty import DutyChangeRow, RosterRow
from safetydesk.storage.tables.office import PersonRow
from safetydesk.storage.tables.rosters import DutyRuleRow, RosterStepRow, RotationRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session


@dataclass(frozen=True)
class RosterHead:
    """A roster without its turns; a draft without ``published_at``."""

    id: int
    title: str
    start_at: datetime
    end_at: datetime
    posts: tuple[str, ...]
    import_id: int | None
    entered_at: datetime
    published_at: datetime | None
    superior: str
    filing_due_at: datetime | None


@dataclass(frozen=True)
class StoredRotation:
    """A rotation; ``members`` are groups of person ids, ``start_at`` is ``YYYY-MM-DDTHH:MM``."""

    id: int
    name: str
    members: tuple[tuple[int, ...], ...]
    start_at: str
    unit: str
    count: int
    advance: str


@dataclass(frozen=True)
class StoredRule:
    """A recurring duty; weekdays 0 (Monday) to 6, times ``HH:MM``."""

    id: int
    pattern: str
    post: str
    weekdays: tuple[int, ...]
    begins: str
    ends: str
    person_id: int | None
    rotation_id: int | None
    entered_at: datetime
    withdrawn_at: datetime | None


class RosterStore:
    """The only way to what was done with rosters. Steps are never changed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def head(self, roster_id: int) -> RosterHead:
        """One roster.

        Raises:
            NotFound: no such roster, or withdrawn.
        """
        row = self._session.get(RosterRow, roster_id)
        if row is None or row.withdrawn_at is not None:
            raise NotFound("duty.no_roster", id=roster_id)
        return value_of(RosterHead, row)

    def heads(self, start: datetime, end: datetime) -> list[RosterHead]:
        """The rosters that meet ``[start, end)``, drafts too, in the order of entry."""
        rows = self._session.scalars(
            select(RosterRow)
            .where(
                RosterRow.withdrawn_at.is_(None), RosterRow.start_at < end, RosterRow.end_at > start
            )
            .order_by(RosterRow.id)
        )
        return [value_of(RosterHead, row) for row in rows]

    def changed_at(self, start: datetime, end: datetime, since: datetime) -> datetime | None:
        """When the plan of ``[start, end)`` was altered last, not before ``since``.

        By a change or a roster that was entered, published or withdrawn; None where nothing was.
        """
        moments: list[datetime | None] = []
        for kind, times in (
            (DutyChangeRow, (DutyChangeRow.entered_at, DutyChangeRow.withdrawn_at)),
            (RosterRow, (RosterRow.published_at, RosterRow.withdrawn_at)),
        ):
            rows = self._session.execute(
                select(*times).where(
                    kind.start_at < end,
                    kind.end_at > start,
                    or_(*(time >= since for time in times)),
                )
            )
            moments += [moment for row in rows for moment in row]
        return max((m for m in moments if m is not None and m >= since), default=None)

    def add_step(self, values: dict[str, Any]) -> int:
        """Writes a step; returns its number."""
        row = RosterStepRow(**values)
        self._session.add(row)
        self._session.flush()
        return row.id

    def steps(self, roster_ids: Iterable[int]) -> dict[int, tuple[RosterStep, ...]]:
        """The steps of rosters, oldest first."""
        found: dict[int, list[RosterStep]] = {roster_id: [] for roster_id in roster_ids}
        rows = self._session.execute(
            select(RosterStepRow, PersonRow.name)
            .options(defer(RosterStepRow.snapshot))
            .outerjoin(PersonRow, PersonRow.id == RosterStepRow.author_id)
            .where(RosterStepRow.roster_id.in_(found))
            .order_by(RosterStepRow.id)
        )
        for row, name in rows:
            found[row.roster_id].append(
                value_of(
                    RosterStep,
                    row,
                    kind=RosterStepKind.of(row.kind),
                    author=name or "",
                )
            )
        return {roster_id: tuple(steps) for roster_id, steps in found.items()}

    def snapshot(self, step_id: int) -> tuple[Turn, ...]:
        """The plan as it was at a step.

        Raises:
            NotFound: no such step.
        """
        kept = self._session.scalar(
            select(RosterStepRow.snapshot).where(RosterStepRow.id == step_id)
        )
        if kept is None:
            raise NotFound("roster.no_version", id=step_id)
        return tuple(_turn(turn) for turn in kept)


class DutyRuleStore:
    """The only way to rotations and recurring duties; withdrawn, never deleted."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add_rotation(self, values: dict[str, Any]) -> int:
        """A new rotation; returns its id."""
        row = RotationRow(version=1, withdrawn_at=None, **values)
        self._session.add(row)
        self._session.flush()
        return row.id

    def add_rule(self, values: dict[str, Any]) -> int:
        """A new recurring duty; returns its id."""
        row = DutyRuleRow(version=1, withdrawn_at=None, **values)
        self._session.add(row)
        self._session.flush()
        return row.id

    @asked_once
    def rotations(self, since: datetime | None = None) -> list[StoredRotation]:
        """The rotations in force now, or at any time from ``since`` on, in the order of entry."""
        rows = self._session.scalars(
            select(RotationRow).where(_alive(RotationRow, since)).order_by(RotationRow.id)
        )
        return [
            value_of(
                StoredRotation,
                row,
                members=tuple(tuple(int(one) for one in group) for group in row.members),
            )
            for row in rows
        ]

    @asked_once
    def rules(self, since: datetime | None = None) -> list[StoredRule]:
        """The recurring duties in force now, or at any time from ``since`` on, as entered."""
        rows = self._session.scalars(
            select(DutyRuleRow).where(_alive(DutyRuleRow, since)).order_by(DutyRuleRow.id)
        )
        return [value_of(StoredRule, row) for row in rows]

    def withdraw_rule(self, rule_id: int, at: datetime) -> None:
        """Ends a recurring duty, and its rotation where no other rule turns by it.

        Raises:
            NotFound: no such rule, or withdrawn already.
        """
        row = self._session.get(DutyRuleRow, rule_id)
        if row is None or row.withdrawn_at is not None:
            raise NotFound("duty.no_rule", id=rule_id)
        row.withdrawn_at = at
        self._session.flush()
        if row.rotation_id is not None and not any(
            rule.rotation_id == row.rotation_id for rule in self.rules()
        ):
            rotation = self._session.get_one(RotationRow, row.rotation_id)
            rotation.withdrawn_at = at
            self._session.flush()

    def replace_members(
        self, rotation_id: int, members: list[list[int]], at: datetime, by: int | None
    ) -> None:
        """Other people take the turns of a rotation from now on; what was planned until now stays.

        Raises:
            NotFound: no such rotation.
        """
        old = self._session.get(RotationRow, rotation_id)
        if old is None or old.withdrawn_at is not None:
            raise NotFound("duty.no_rotation", id=rotation_id)
        kept = ("name", "start_at", "unit", "count", "advance")
        new = self.add_rotation(
            {name: getattr(old, name) for name in kept} | {"members": members, "entered_at": at}
        )
        same = ("pattern", "post", "weekdays", "begins", "ends", "person_id")
        for rule in self.rules():
            if rule.rotation_id == rotation_id:
                row = self._session.get_one(DutyRuleRow, rule.id)
                values = {name: getattr(row, name) for name in same}
                self.add_rule(values | {"rotation_id": new, "entered_at": at, "entered_by": by})
                self.withdraw_rule(rule.id, at)


def _alive(kind: type[RotationRow | DutyRuleRow], since: datetime | None) -> ColumnElement[bool]:
    """Whether a row is in force, or was at an instant or later."""
    in_force = kind.withdrawn_at.is_(None)
    return in_force if since is None else or_(in_force, kind.withdrawn_at > since)


def _turn(stored: list[Any]) -> Turn:
    """A turn of a snapshot as it was written."""
    post, person, start, end = stored
    return Turn(str(post), int(person), datetime.fromisoformat(start), datetime.fromisoformat(end))
