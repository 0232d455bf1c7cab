"""The audit trail: written in the transaction of every act, never changed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from safetydesk.storage.base import Base
from safetydesk.storage.tables.office import AuditRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from safetydesk.domain.access import Actor

_TABLE = Base.metadata.tables[AuditRow.__tablename__]
_INSERT = _TABLE.insert()
_NEWEST = select(_TABLE.c.id).order_by(_TABLE.c.id.desc()).limit(20)
_SUBJECTS_AFTER = select(_TABLE.c.id, _TABLE.c.subject).where(
    _TABLE.c.id > bindparam("row_id"), _TABLE.c.topic == bindparam("topic"), _TABLE.c.allowed
)
_NUMBERS_AFTER = select(_TABLE.c.id).where(_TABLE.c.id > bindparam("row_id"), _TABLE.c.allowed)


class AuditStore:
    """Appends audit rows, and tells desks what changed since they last looked."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def record(
        self,
        *,
        at: datetime,
        actor: Actor,
        action: str,
        topic: str,
        subject: str = "",
        allowed: bool = True,
        before: dict[str, Any] | None = None,
        after: dict[str, Any] | None = None,
    ) -> int:
        """One row: who did (or was refused) what to which thing. Returns its number."""
        written = self._session.connection().execute(
            _INSERT,
            {
                "at": at,
                "actor_id": actor.person_id,
                "actor_name": actor.name,
                "desk": actor.desk,
                "action": action,
                "topic": topic,
                "subject": subject[:60],
                "allowed": allowed,
                "before": before,
                "after": after,
            },
        )
        (number,) = written.inserted_primary_key or (0,)
        return int(number)

    def newest_numbers(self) -> tuple[int, ...]:
        """The numbers of the newest rows: others than before where anything was written since.

        Several, since on a server a slower desk may commit after later numbers.
        """
        return tuple(self._session.connection().execute(_NEWEST).scalars())

    def numbers_after(self, row_id: int) -> set[int]:
        """The numbers of every allowed act after a row."""
        found = self._session.connection().execute(_NUMBERS_AFTER, {"row_id": row_id})
        return set(found.scalars())

    def subjects_after(self, topic: str, row_id: int) -> dict[int, str]:
        """What the allowed acts about a topic after a row were about, by their numbers."""
        wanted = {"topic": topic, "row_id": row_id}
        rows = self._session.connection().execute(_SUBJECTS_AFTER, wanted)
        return {row.id: row.subject for row in rows}

    def last_entry(self) -> int:
        """The number of the newest log entry that the trail knows; 0 where it knows none."""
        found = self._session.scalar(
            select(AuditRow.subject)
            .where(AuditRow.action == "log.append", AuditRow.allowed)
            .order_by(AuditRow.id.desc())
            .limit(1)
        )
        return int(found or 0)

    def noted_digests(self, table: str) -> dict[int, str]:
        """By row number, the digests noted when rows of a table were written."""
        rows = self._session.scalars(
            select(AuditRow.after).where(AuditRow.action.startswith("incident."))
        )
        return {after["row"]: after["digest"] for after in rows if after and _notes(after, table)}

    def newest(
        self, topics: Sequence[str], limit: int, *, without: Sequence[str] = ()
    ) -> list[dict[str, Any]]:
        """The newest acts about some topics, refused ones too, the newest first."""
        rows = self._session.execute(
            select(
                AuditRow.id,
                AuditRow.at,
                AuditRow.actor_name,
                AuditRow.action,
                AuditRow.topic,
                AuditRow.subject,
                AuditRow.allowed,
                AuditRow.before,
                AuditRow.after,
            )
            .where(AuditRow.topic.in_(topics), AuditRow.action.not_in(without))
            .order_by(AuditRow.id.desc())
            .limit(limit)
        )
        return [dict(row) for row in rows.mappings()]

    def of(self, topic: str, subject: str) -> list[dict[str, Any]]:
        """The history of one thing, oldest first: at, actor_name, action, before, after."""
        rows = self._session.execute(
            select(
                AuditRow.at, AuditRow.actor_name, AuditRow.action, AuditRow.before, AuditRow.after
            )
            .where(AuditRow.topic == topic, AuditRow.subject == subject)
            .order_by(AuditRow.id)
        )
        return [dict(row) for row in rows.mappings()]  # SQLAlchemy's documented name


def _notes(after: dict[str, Any], table: str) -> bool:
    """Whether an audit row notes the digest of a row of a table."""
    return after.get("table") == table
