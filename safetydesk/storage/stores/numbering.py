"""How running numbers of a year are given without gaps or doubles, whichever desk asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, select, text

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import InstrumentedAttribute, Session

_LOCK = 7_340_034  # any fixed number: under this advisory lock PostgreSQL gives numbers


def next_number(
    session: Session,
    year_column: InstrumentedAttribute[int],
    number_column: InstrumentedAttribute[Any],
    year: int,
    first: int,
    *,
    lock: bool = True,
    among: ColumnElement[bool] | None = None,
) -> int:
    """The next number of a year, under the writers' lock until the transaction ends.

    A reader who only wants to show it takes no ``lock``. ``among`` are the rows that share one
    sequence, all of them when left out.

    ``first`` continues the paper register of the year in which the office began to use the
    program; every later year begins at 1.
    """
    if lock and session.get_bind().dialect.name != "sqlite":
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    given: ColumnElement[bool] = number_column.is_not(None)
    if among is not None:
        given = and_(given, among)
    highest: int | None = session.scalar(
        select(func.max(number_column)).where(year_column == year, given)
    )
    earlier = session.scalar(select(func.min(year_column)).where(given))
    start = 1 if earlier is not None and earlier < year else first
    return max((highest or 0) + 1, start)
