"""Queries of matters and their steps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import exists, insert, or_, select

from safetydesk.domain.errors import NotFound, StaleVersion
from safetydesk.domain.matter import Matter, MatterStep, MatterStepKind
from safetydesk.storage.mapping import value_of
from safetydesk.storage.stores.numbering import next_number
from safetydesk.storage.tables.incidents import MatterRow, MatterStepRow
from safetydesk.storage.tables.office import PersonRow
from safetydesk.storage.written_text import refuse_unwritable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Select
    from sqlalchemy.orm import Session


class MatterStore:
    """The only way to the matters' rows. Steps are never changed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, values: dict[str, Any]) -> int:
        """A new matter; returns its id."""
        row = MatterRow(version=1, **values)
        self._session.add(row)
        self._session.flush()
        return row.id

    def next_serial(self, year: int, first: int) -> int:
        """The next number of the year."""
        return next_number(self._session, MatterRow.year, MatterRow.serial, year, first)

    def get(self, matter_id: int, *, lock: bool = False) -> Matter:
        """A matter with its steps; ``lock`` keeps other writers away until the transaction ends.

        Raises:
            NotFound: there is none.
        """
        row = self._session.get(MatterRow, matter_id, with_for_update=lock or None)
        if row is None:
            raise NotFound("matter.unknown", id=matter_id)
        return self._with_steps([row])[0]

    def numbered(self, year: int, serial: int) -> Matter | None:
        """The matter of a printed number."""
        return next(
            iter(
                self._all(
                    select(MatterRow).where(MatterRow.year == year, MatterRow.serial == serial)
                )
            ),
            None,
        )

    def open(self) -> list[Matter]:
        """Every matter without a closing step, by number."""
        return self._all(select(MatterRow).where(~_closed()))

    def closed_since(self, since: datetime) -> list[Matter]:
        """The matters closed at or after an instant, by number."""
        return self._all(select(MatterRow).where(_closed(since)))

    def heads(self, closed_since: datetime) -> list[Matter]:
        """The matters that are open or were closed since, by number, without their steps."""
        wanted = or_(~_closed(), _closed(closed_since))
        rows = self._session.scalars(
            select(MatterRow).where(wanted).order_by(MatterRow.year, MatterRow.serial)
        )
        return [value_of(Matter, row, steps=()) for row in rows]

    def instructions(self) -> list[tuple[MatterStep, list[str]]]:
        """Of each matter the opening step, and the units assigned in the line that opened it."""
        kinds = (MatterStepKind.OPENED.value, MatterStepKind.ASSIGNED.value)
        rows = self._session.scalars(
            select(MatterStepRow).where(MatterStepRow.kind.in_(kinds)).order_by(MatterStepRow.id)
        )
        found: dict[int, tuple[MatterStep, list[str]]] = {}
        for row in rows:
            if row.kind == MatterStepKind.OPENED.value:
                step = value_of(MatterStep, row, kind=MatterStepKind.OPENED, author_name="")
                found.setdefault(row.matter_id, (step, []))
            elif row.matter_id in found and row.entry_seq == found[row.matter_id][0].entry_seq:
                found[row.matter_id][1].append(row.unit)
        return list(found.values())

    def change(self, matter_id: int, version: int | None = None, **values: Any) -> None:
        """Sets columns of a matter (title, owner, source).

        Raises:
            StaleVersion: ``version`` is given and somebody else saved first.
        """
        row = self._session.get(MatterRow, matter_id)
        if row is None:
            raise NotFound("matter.unknown", id=matter_id)
        if version is not None and row.version != version:
            raise StaleVersion("matter.stale", id=matter_id)
        for name, value in values.items():
            setattr(row, name, value)
        self._session.flush()

    def add_step(self, values: dict[str, Any]) -> None:
        """Writes a step."""
        refuse_unwritable(values)
        self._session.execute(insert(MatterStepRow).values(**values))

    def _all(self, query: Select[MatterRow]) -> list[Matter]:
        rows = self._session.scalars(query.order_by(MatterRow.year, MatterRow.serial))
        return self._with_steps(list(rows))

    def _with_steps(self, rows: Sequence[MatterRow]) -> list[Matter]:
        found: dict[int, list[MatterStep]] = {row.id: [] for row in rows}
        steps = self._session.execute(
            select(MatterStepRow, PersonRow.name)
            .outerjoin(PersonRow, PersonRow.id == MatterStepRow.author_id)
            .where(MatterStepRow.matter_id.in_(found))
            .order_by(MatterStepRow.id)
        )
        for row, name in steps:
            found[row.matter_id].append(
                value_of(MatterStep, row, kind=MatterStepKind.of(row.kind), author_name=name or "")
            )
        return [
            replace(value_of(Matter, row, steps=()), steps=tuple(found[row.id])) for row in rows
        ]


def _closed(since: datetime | None = None) -> Any:
    """Whether a matter has a closing step."""
    closing = select(MatterStepRow.id).where(
        MatterStepRow.matter_id == MatterRow.id,
        MatterStepRow.kind == MatterStepKind.CLOSED.value,
    )
    if since is not None:
        closing = closing.where(MatterStepRow.at >= since)
    return exists(closing)
