"""Queries of call lists with their lines and steps, and of the yearly roll."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import insert, select

from safetydesk.domain.calling import Callee, CallLine, CallList, CallStep, CallStepKind
from safetydesk.domain.errors import NotFound
from safetydesk.storage.mapping import value_of
from safetydesk.storage.tables.office import PersonRow
from safetydesk.storage.tables.warnings import CallLineRow, CallListRow, CallRollRow, CallStepRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from safetydesk.domain.calling_list import NewLine


class CallingStore:
    """The only way to the rows of calls. Steps are never changed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, values: dict[str, Any], lines: Iterable[NewLine]) -> int:
        """A new list with its lines in their order; returns its id."""
        row = CallListRow(**values)
        self._session.add(row)
        self._session.flush()
        self.add_lines(row.id, lines, 1)
        return row.id

    def add_lines(self, list_id: int, lines: Iterable[NewLine], first: int) -> None:
        """Adds lines to a list, numbered from ``first``."""
        made = [
            {
                "list_id": list_id,
                "position": place,
                "target": line.target,
                "area": line.area,
                "ladder": [asdict(callee) for callee in line.ladder],
            }
            for place, line in enumerate(lines, start=first)
        ]
        if made:
            self._session.execute(insert(CallLineRow), made)

    def add_step(self, values: dict[str, Any]) -> None:
        """Writes a step."""
        self._session.execute(insert(CallStepRow).values(**values))

    def list_of_line(self, line_id: int, *, lock: bool = False) -> int:
        """The id of the list to which a line belongs; ``lock`` keeps other writers away from it.

        Raises:
            NotFound: there is no such line.
        """
        row = self._session.get(CallLineRow, line_id, with_for_update=lock or None)
        if row is None:
            raise NotFound("calling.unknown_line", id=line_id)
        return row.list_id

    def get(self, list_id: int) -> CallList:
        """A list whole.

        Raises:
            NotFound: there is none.
        """
        row = self._session.get(CallListRow, list_id)
        if row is None:
            raise NotFound("calling.unknown", id=list_id)
        return self._whole([row])[0]

    def of_warnings(self, ids: Sequence[int]) -> dict[int, list[CallList]]:
        """The lists of each warning, in the order in which they were made."""
        found: dict[int, list[CallList]] = {number: [] for number in ids}
        if not ids:
            return found
        rows = self._session.scalars(
            select(CallListRow).where(CallListRow.warning_id.in_(ids)).order_by(CallListRow.id)
        )
        for made in self._whole(list(rows)):
            found[made.warning_id].append(made)
        return found

    def add_roll(self, values: dict[str, Any]) -> None:
        """The yearly list was renewed and filed."""
        self._session.execute(insert(CallRollRow).values(**values))

    def roll_filed_at(self) -> datetime | None:
        """When the yearly list was filed last."""
        return self._session.scalar(
            select(CallRollRow.filed_at).order_by(CallRollRow.filed_at.desc()).limit(1)
        )

    def _whole(self, rows: Sequence[CallListRow]) -> list[CallList]:
        """The lists of the rows, their parts read in three queries."""
        ids = [row.id for row in rows]
        lines = list(
            self._session.scalars(
                select(CallLineRow)
                .where(CallLineRow.list_id.in_(ids))
                .order_by(CallLineRow.position)
            )
        )
        steps = self._steps([line.id for line in lines])
        of_list: dict[int, list[CallLine]] = {number: [] for number in ids}
        for line in lines:
            ladder = tuple(_callee(one) for one in line.ladder)
            of_list[line.list_id].append(
                value_of(CallLine, line, ladder=ladder, steps=tuple(steps[line.id]))
            )
        names = self._names({row.author_id for row in rows if row.author_id})
        return [
            value_of(
                CallList,
                row,
                within=timedelta(minutes=row.minutes),
                author_name=names.get(row.author_id or 0, ""),
                lines=tuple(of_list[row.id]),
            )
            for row in rows
        ]

    def _steps(self, line_ids: Sequence[int]) -> dict[int, list[CallStep]]:
        """The steps of each line in the order in which they were written."""
        found: dict[int, list[CallStep]] = {number: [] for number in line_ids}
        rows = self._session.execute(
            select(CallStepRow, PersonRow.name)
            .outerjoin(PersonRow, PersonRow.id == CallStepRow.author_id)
            .where(CallStepRow.line_id.in_(line_ids))
            .order_by(CallStepRow.id)
        )
        for row, name in rows:
            kind = CallStepKind.of(row.kind)
            found[row.line_id].append(value_of(CallStep, row, kind=kind, author_name=name or ""))
        return found

    def _names(self, ids: set[int]) -> dict[int, str]:
        """The names of people by id."""
        rows = self._session.execute(
            select(PersonRow.id, PersonRow.name).where(PersonRow.id.in_(ids))
        )
        return {row.id: row.name for row in rows}


def _callee(stored: object) -> Callee:
    """Somebody of a stored ladder."""
    return Callee(**cast("Mapping[str, Any]", stored))
