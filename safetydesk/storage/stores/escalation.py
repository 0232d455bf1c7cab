"""Queries of the escalation policy, the running chains and what was taken of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from safetydesk.domain.escalation import PlannedStep, StepKind
from safetydesk.domain.reminder import AlarmLevel
from safetydesk.storage.base import Base
from safetydesk.storage.tables.escalation import (
    EscalationFiredRow,
    EscalationPolicyRow,
    EscalationStepRow,
)

if TYPE_CHECKING:
    from sqlalchemy import Row
    from sqlalchemy.orm import Session

_STEPS = Base.metadata.tables[EscalationStepRow.__tablename__]
_BEGIN = _STEPS.insert().returning(_STEPS.c.id, _STEPS.c.reminder_id, _STEPS.c.number)
_FIRED = Base.metadata.tables[EscalationFiredRow.__tablename__]
_STEP = (
    *(
        _STEPS.c[name]
        for name in ("id", "reminder_id", "item", "number", "kind", "level", "due_at")
    ),
    _FIRED.c.at.label("fired_at"),
    _FIRED.c.called,
    _FIRED.c.nobody,
)
_FIRE = _FIRED.insert()


@dataclass(frozen=True)
class StoredPolicy:
    """A policy as it was entered."""

    id: int
    steps: dict[str, Any]
    entered_at: datetime
    entered_by: int | None


@dataclass(frozen=True)
class RunningStep:
    """A step of a chain, with its row and whether it was taken."""

    id: int
    reminder_id: int
    item: str
    step: PlannedStep
    fired_at: datetime | None
    called: str
    nobody: bool


class EscalationStore:
    """The only way to the escalation's rows; they are added and never changed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def policies(self) -> list[StoredPolicy]:
        """Every policy that was entered, the newest first."""
        rows = self._session.scalars(
            select(EscalationPolicyRow).order_by(EscalationPolicyRow.id.desc())
        )
        return [StoredPolicy(r.id, r.steps, r.entered_at, r.entered_by) for r in rows]

    def add_policy(self, steps: dict[str, Any], at: datetime, by: int | None) -> int:
        """A policy that holds from now on for chains that begin; its number."""
        row = EscalationPolicyRow(steps=steps, entered_at=at, entered_by=by)
        self._session.add(row)
        self._session.flush()
        return row.id

    def begin(
        self, chains: Mapping[tuple[int, str], Sequence[PlannedStep]], policy_id: int | None
    ) -> dict[str, tuple[RunningStep, ...]]:
        """Copies steps into items, named by row of the ledger and item; gives them as they run."""
        rows = [
            {
                "reminder_id": reminder_id,
                "item": item,
                "number": step.number,
                "kind": step.kind.value,
                "level": int(step.level),
                "due_at": step.due_at,
                "policy_id": policy_id,
            }
            for (reminder_id, item), steps in chains.items()
            for step in steps
        ]
        if not rows:
            return {}
        written = self._session.connection().execute(_BEGIN, rows)
        numbers = {(row.reminder_id, row.number): row.id for row in written}
        return {
            item: tuple(
                RunningStep(
                    numbers[reminder_id, s.number], reminder_id, item, s, None, "", nobody=False
                )
                for s in steps
            )
            for (reminder_id, item), steps in chains.items()
        }

    def steps(self, items: Collection[str], from_reminder: int) -> dict[str, list[RunningStep]]:
        """The steps of each item's chains since a row of the ledger, the newest chain last."""
        rows = self._session.execute(
            select(*_STEP)
            .outerjoin(_FIRED, _FIRED.c.step_id == _STEPS.c.id)
            .where(_STEPS.c.reminder_id >= from_reminder)
            .order_by(_STEPS.c.reminder_id, _STEPS.c.number)
        )
        found: dict[str, list[RunningStep]] = {item: [] for item in items}
        for row in rows:
            if row.item in found:
                found[row.item].append(_running(row))
        return found

    def fire(self, taken: Sequence[RunningStep]) -> None:
        """Writes down that steps were taken.

        Raises:
            sqlalchemy.exc.IntegrityError: one was taken already.
        """
        rows = [
            {"step_id": step.id, "at": step.fired_at, "called": step.called, "nobody": step.nobody}
            for step in taken
        ]
        if rows:
            self._session.connection().execute(_FIRE, rows)


def _running(row: Row[Any]) -> RunningStep:
    """The value of a step as ``_STEP`` names its columns."""
    planned = PlannedStep(row.number, StepKind(row.kind), AlarmLevel(row.level), row.due_at)
    called, nobody = row.called or "", bool(row.nobody)
    return RunningStep(
        row.id, row.reminder_id, row.item, planned, row.fired_at, called, nobody=nobody
    )
