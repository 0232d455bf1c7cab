"""Queries of swaps and their steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select

from safetydesk.domain.errors import NotFound
from safetydesk.domain.spans import Span
from safetydesk.domain.swap import Given, Swap, SwapKind, SwapStep, SwapStepKind
from safetydesk.storage.mapping import value_of
from safetydesk.storage.tables.office import PersonRow
from safetydesk.storage.tables.swaps import SwapRow, SwapStepRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session


class SwapStore:
    """The only way to the swaps' rows. Steps are never changed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, values: dict[str, Any]) -> int:
        """A new swap without steps; returns its id."""
        row = SwapRow(version=1, **values)
        self._session.add(row)
        self._session.flush()
        return row.id

    def add_step(self, values: dict[str, Any]) -> None:
        """Writes a step."""
        self._session.execute(insert(SwapStepRow).values(**values))

    def get(self, swap_id: int, *, lock: bool = False) -> Swap:
        """A swap with its steps; ``lock`` keeps other writers away until the transaction ends.

        Raises:
            NotFound: there is none.
        """
        row = self._session.get(SwapRow, swap_id, with_for_update=lock or None)
        if row is None:
            raise NotFound("swap.unknown", id=swap_id)
        return self._with_steps([row])[0]

    def ending_after(self, instant: datetime) -> list[Swap]:
        """The swaps of duties that end after an instant, in the order in which they were asked."""
        rows = self._session.scalars(
            select(SwapRow).where(SwapRow.end_at > instant).order_by(SwapRow.id)
        )
        return self._with_steps(list(rows))

    def meeting(self, start: datetime, end: datetime) -> list[Swap]:
        """The swaps of duties in ``[start, end)``, in the order in which they were asked."""
        rows = self._session.scalars(
            select(SwapRow)
            .where(SwapRow.start_at < end, SwapRow.end_at > start)
            .order_by(SwapRow.id)
        )
        return self._with_steps(list(rows))

    def _with_steps(self, rows: Sequence[SwapRow]) -> list[Swap]:
        found: dict[int, list[SwapStep]] = {row.id: [] for row in rows}
        steps = self._session.execute(
            select(SwapStepRow, PersonRow.name)
            .outerjoin(PersonRow, PersonRow.id == SwapStepRow.author_id)
            .where(SwapStepRow.swap_id.in_(found))
            .order_by(SwapStepRow.id)
        )
        for row, name in steps:
            found[row.swap_id].append(
                value_of(
                    SwapStep,
                    row,
                    kind=SwapStepKind.of(row.kind),
                    author=name or "",
                    given=_given(row),
                )
            )
        return [
            value_of(
                Swap,
                row,
                kind=SwapKind.of(row.kind),
                window=Span(row.start_at, row.end_at),
                steps=tuple(found[row.id]),
            )
            for row in rows
        ]


def _given(row: SwapStepRow) -> Given | None:
    """The duty given in exchange at a step."""
    if row.return_post is None or row.return_start_at is None or row.return_end_at is None:
        return None
    return Given(row.return_post, Span(row.return_start_at, row.return_end_at))
