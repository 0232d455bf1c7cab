"""Queries of the reminder ledger, the journal of what was done about it, and the heartbeat."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import exists, func, select
from sqlalchemy.dialects import postgresql, sqlite

from safetydesk.domain.alarm_state import ActKind, Raised, ReminderAct
from safetydesk.domain.reminder import AlarmLevel, DutyKind, Guidance, Occurrence, Stage
from safetydesk.storage.base import Base
from safetydesk.storage.mapping import value_of
from safetydesk.storage.stores.log import LogStore
from safetydesk.storage.tables.reminders import HeartbeatRow, ReminderActRow, ReminderRow
from safetydesk.storage.written_text import writable

if TYPE_CHECKING:
    from sqlalchemy import Row
    from sqlalchemy.orm import Session

    from safetydesk.domain.access import Actor

_CHUNK = 500
_TABLE = Base.metadata.tables[ReminderRow.__tablename__]
_INSERT_SQLITE = (
    sqlite.insert(_TABLE)
    .on_conflict_do_nothing(index_elements=["key"])
    .returning(_TABLE.c.key, _TABLE.c.id)
)
_INSERT_POSTGRES = (
    postgresql.insert(_TABLE)
    .on_conflict_do_nothing(index_elements=["key"])
    .returning(_TABLE.c.key, _TABLE.c.id)
)
_SETTLED = exists().where(
    ReminderActRow.item == _TABLE.c.item,
    ReminderActRow.kind == ActKind.SETTLED.value,
    ReminderActRow.reminder_id >= _TABLE.c.id,
)
_SOUND = (ActKind.MUTED.value, ActKind.UNMUTED.value)


@dataclass(frozen=True)
class HeartbeatMark:
    """The last sign of life of a desk, and the highest clock reading it has seen."""

    desk: str
    beat_at: datetime
    window_at: datetime
    highest_at: datetime
    process: int


class ReminderStore:
    """The ledger and its journal; rows are added and never changed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._sqlite = session.get_bind().dialect.name == "sqlite"

    def lock(self) -> None:
        """Serialises desks, so that the numbers of the ledger are the order of its commits.

        It is the log's own lock: with two, a handover (log, then reminders) and a reminder that
        reaches level Ⅰ (reminders, then log) would wait for each other.
        """
        if self._sqlite:
            self._session.connection()  # there the writer's transaction is the lock
        else:
            LogStore(self._session).head()

    def add_new(self, occurrences: Sequence[Occurrence], at: datetime) -> list[Raised]:
        """Inserts the occurrences whose key is new; the others are left as they are.

        They count as raised now, or at their own instant where that is still to come.
        """
        if not occurrences:
            return []
        rows = [_columns(o) | {"raised_at": max(at, o.stage_at)} for o in occurrences]
        statement = _INSERT_SQLITE if self._sqlite else _INSERT_POSTGRES
        written = self._session.connection().execute(statement, rows)
        numbers = {row.key: row.id for row in written}
        added = [
            Raised(numbers[o.key], o, max(at, o.stage_at)) for o in occurrences if o.key in numbers
        ]
        return sorted(added, key=lambda row: row.id)

    def known(self, keys: Collection[str]) -> set[str]:
        """Which of the keys are in the ledger."""
        wanted = list(keys)
        found: set[str] = set()
        for start in range(0, len(wanted), _CHUNK):
            part = wanted[start : start + _CHUNK]
            found.update(
                self._session.scalars(select(ReminderRow.key).where(ReminderRow.key.in_(part)))
            )
        return found

    def unsettled(self, from_id: int = 0) -> list[Raised]:
        """Rows of items that have not left the list since, from a number on, in order."""
        rows = self._session.execute(
            select(_TABLE).where(_TABLE.c.id >= from_id, ~_SETTLED).order_by(_TABLE.c.id)
        )
        return [_raised(row) for row in rows]

    def listed_since(self, items: Collection[str]) -> dict[str, datetime]:
        """The due time under which each of the items that are on the list stands there."""
        rows = self._session.execute(
            select(_TABLE.c.item, _TABLE.c.due_at)
            .where(_TABLE.c.item.in_(items), ~_SETTLED)
            .order_by(_TABLE.c.id)
        )
        return {row.item: row.due_at for row in rows}

    def of_items(self, items: Collection[str]) -> list[Raised]:
        """Every row of the items, in order."""
        rows = self._session.execute(
            select(_TABLE).where(_TABLE.c.item.in_(items)).order_by(_TABLE.c.id)
        )
        return [_raised(row) for row in rows]

    def newest_id(self, item: str | None = None) -> int:
        """The number of the newest row, of all or of one item; 0 where there is none."""
        query = select(func.max(ReminderRow.id))
        if item is not None:
            query = query.where(ReminderRow.item == item)
        return self._session.scalar(query) or 0

    def acts(self, items: Collection[str], from_reminder: int) -> list[ReminderAct]:
        """What was done about the items since a row of the ledger, in order."""
        return self._acts(
            ReminderActRow.item.in_(items), ReminderActRow.reminder_id >= from_reminder
        )

    def last_sound_act(self) -> ReminderAct | None:
        """The newest act about the sound."""
        row = self._session.scalars(
            select(ReminderActRow)
            .where(ReminderActRow.kind.in_(_SOUND))
            .order_by(ReminderActRow.id.desc())
            .limit(1)
        ).first()
        return _act(row) if row else None

    def closed(self, items: Collection[str]) -> dict[str, datetime]:
        """The due time under which each item was closed by hand last."""
        rows = self._session.execute(
            select(ReminderActRow.item, ReminderRow.due_at)
            .join(ReminderRow, ReminderRow.id == ReminderActRow.reminder_id)
            .where(ReminderActRow.item.in_(items), ReminderActRow.kind == ActKind.CLOSED.value)
            .order_by(ReminderActRow.id)
        )
        return {row.item: row.due_at for row in rows}

    def add_act(
        self,
        item: str,
        kind: ActKind,
        actor: Actor,
        at: datetime,
        *,
        reminder_id: int,
        level: AlarmLevel,
        until_at: datetime | None = None,
        words: str = "",
    ) -> ReminderAct:
        """Writes down what was done, by whom, after which row of the ledger."""
        row = ReminderActRow(
            item=item,
            reminder_id=reminder_id or None,
            kind=kind.value,
            at=at,
            by_id=actor.person_id,
            by_name=actor.name,
            level=int(level),
            until_at=until_at,
            text=words,
        )
        self._session.add(row)
        self._session.flush()
        return _act(row)

    def count_since(self, instant: datetime) -> tuple[int, int]:
        """How many items were raised, and how many settled, since an instant."""
        raised = self._session.scalar(
            select(func.count(func.distinct(ReminderRow.item))).where(
                ReminderRow.raised_at >= instant
            )
        )
        settled = self._session.scalar(
            select(func.count(func.distinct(ReminderActRow.item))).where(
                ReminderActRow.at >= instant, ReminderActRow.kind == ActKind.SETTLED.value
            )
        )
        return raised or 0, settled or 0

    def raised_since(self, instant: datetime) -> list[Raised]:
        """Every row raised since an instant, in order."""
        rows = self._session.execute(
            select(_TABLE).where(_TABLE.c.raised_at >= instant).order_by(_TABLE.c.id)
        )
        return [_raised(row) for row in rows]

    def settled_since(self, instant: datetime) -> list[tuple[str, datetime]]:
        """Which items left the list since an instant, and when."""
        rows = self._session.execute(
            select(ReminderActRow.item, ReminderActRow.at)
            .where(ReminderActRow.at >= instant, ReminderActRow.kind == ActKind.SETTLED.value)
            .order_by(ReminderActRow.id)
        )
        return [(row.item, row.at) for row in rows]

    def _acts(self, *conditions: Any) -> list[ReminderAct]:
        """The journal's rows that meet the conditions, in order."""
        rows = self._session.scalars(
            select(ReminderActRow).where(*conditions).order_by(ReminderActRow.id)
        )
        return [_act(row) for row in rows]


class HeartbeatStore:
    """The signs of life of the desks, which ``beat_line`` writes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> list[HeartbeatMark]:
        """The last beat of every desk."""
        rows: Iterable[HeartbeatRow] = self._session.scalars(
            select(HeartbeatRow).order_by(HeartbeatRow.desk)
        )
        return [value_of(HeartbeatMark, row) for row in rows]


def _columns(occurrence: Occurrence) -> dict[str, Any]:
    """An occurrence as the columns of a row."""
    guidance = occurrence.guidance
    return {
        "key": occurrence.key,
        "item": occurrence.item,
        "stage": occurrence.stage.value,
        "level": int(occurrence.level),
        "title": writable(occurrence.title)[:300],
        "to_whom": writable(occurrence.to_whom)[:200],
        "due_at": occurrence.due_at,
        "stage_at": occurrence.stage_at,
        "guidance": {
            "lead": writable(guidance.lead),
            "number": writable(guidance.number),
            "text": writable(guidance.text),
            "kind": occurrence.kind.value,
            "closable": occurrence.closable,
        },
    }


def _raised(row: Row[Any]) -> Raised:
    """The value of a row of the ledger; read without its mapping, a flood has 500 of them."""
    kept = row.guidance
    occurrence = Occurrence(
        key=row.key,
        item=row.item,
        kind=DutyKind(kept["kind"]),
        stage=Stage(row.stage),
        level=AlarmLevel(row.level),
        title=row.title,
        to_whom=row.to_whom,
        due_at=row.due_at,
        stage_at=row.stage_at,
        guidance=Guidance(kept["lead"], kept["number"], kept["text"]),
        closable=kept["closable"],
    )
    return Raised(row.id, occurrence, row.raised_at)


def _act(row: ReminderActRow) -> ReminderAct:
    """The value of a row of the journal."""
    return value_of(
        ReminderAct,
        row,
        reminder_id=row.reminder_id or 0,
        kind=ActKind(row.kind),
        level=AlarmLevel(row.level),
    )
