"""Queries of the texts of rule packs that were in force."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, text

from safetydesk.domain.rule_edition import RuleEdition
from safetydesk.storage.mapping import value_of
from safetydesk.storage.tables.rules import RuleEditionRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

_LOCK = 7_340_035  # any fixed number of its own
_HEAD = tuple(column for column in RuleEditionRow.__table__.c if column.name != "text")


class RuleEditionStore:
    """The only way to the editions' rows; they are added and never changed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def keep_others_away(self) -> None:
        """Lets one desk after the other write, so that each numbers from what is there."""
        if self._session.get_bind().dialect.name != "sqlite":
            self._session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})

    def of(self, packs: Iterable[str]) -> dict[str, list[RuleEdition]]:
        """The editions of each pack without their texts, the first one first."""
        found: dict[str, list[RuleEdition]] = {pack: [] for pack in packs}
        query = (
            select(*_HEAD)
            .where(RuleEditionRow.pack.in_(found))
            .order_by(RuleEditionRow.pack, RuleEditionRow.number)
        )
        for row in self._session.execute(query):
            found[row.pack].append(value_of(RuleEdition, row))
        return found

    def newest(self) -> dict[str, RuleEdition]:
        """The newest edition of everything that has one, without its text, by name."""
        query = select(*_HEAD).order_by(RuleEditionRow.pack, RuleEditionRow.number)
        return {row.pack: value_of(RuleEdition, row) for row in self._session.execute(query)}

    def text(self, edition_id: int) -> str:
        """The text of an edition."""
        return self._session.scalars(
            select(RuleEditionRow.text).where(RuleEditionRow.id == edition_id)
        ).one()

    def add(self, values: dict[str, Any]) -> int:
        """Writes the next edition of a pack; returns its number."""
        pack = values["pack"]
        number = len(self.of([pack])[pack]) + 1
        self._session.execute(insert(RuleEditionRow).values(number=number, **values))
        return number
