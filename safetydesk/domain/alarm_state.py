"""How an alarm stands after what was raised and what was done about it (peers F2).

Four acts are kept apart: 静音 stops the sound, 确认 says somebody has seen it, 搁置 puts it aside
for a time, 办结 says the duty is done. Order is that of the ledger's numbers, never of clocks, so
that a clock set back changes no order. What silences for a time holds only from when it was done:
where the clock was put back behind that, the time it would last is not known, and it calls again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.reminder import AlarmLevel, Occurrence, Stage

ACKNOWLEDGED_FOR = timedelta(minutes=15)
MUTED_FOR = timedelta(minutes=10)
MIDDLE_SHELF = timedelta(minutes=30)
CLOCKS_APART = timedelta(minutes=1)
"""By how much the clocks of two desks may differ without anything being taken for put back."""
LATCHED = frozenset({AlarmLevel.TOP, AlarmLevel.MIDDLE})
EVERYTHING = "*"


class ActKind(StrEnum):
    """What can be done about an item, by people and (the last five) by the program."""

    MUTED = "muted"
    UNMUTED = "unmuted"
    ACKNOWLEDGED = "acknowledged"
    SHELVED = "shelved"
    UNSHELVED = "unshelved"
    CLOSED = "closed"
    EXPIRED = "expired"
    CLEARED = "cleared"
    REPRESENTED = "represented"
    SETTLED = "settled"


@dataclass(frozen=True)
class Raised:
    """A row of the ledger."""

    id: int
    occurrence: Occurrence
    raised_at: datetime


@dataclass(frozen=True)
class ReminderAct:
    """A row of the journal; ``reminder_id`` is the newest ledger row at the time of the act."""

    id: int
    item: str
    reminder_id: int
    kind: ActKind
    at: datetime
    by_name: str
    level: AlarmLevel
    until_at: datetime | None = None
    text: str = ""


@dataclass(frozen=True)
class Acknowledgement:
    """Who has seen the alarm, and when."""

    by: str
    at: datetime


@dataclass(frozen=True)
class Shelf:
    """Since when and until when the alarm is put aside, by whom and why, at which level."""

    by: str
    since: datetime
    until: datetime
    level: AlarmLevel
    reason: str = ""


@dataclass(frozen=True)
class AlarmState:
    """Where one item stands. ``holds`` is the level of now (None: cleared), ``shown`` the latched.

    ``lapsed`` is an acknowledgement that ran out because the duty was not done.
    """

    holds: AlarmLevel | None = None
    shown: AlarmLevel | None = None
    acknowledgement: Acknowledgement | None = None
    lapsed: Acknowledgement | None = None
    shelf: Shelf | None = None

    @property
    def is_listed(self) -> bool:
        """Whether it is still on a list: it goes when cleared and acknowledged, in either order."""
        return self.shown is not None

    @property
    def is_cleared(self) -> bool:
        """Whether the reason for the alarm is gone."""
        return self.holds is None

    @property
    def is_acknowledged(self) -> bool:
        """Whether somebody has seen it at this level, not too long ago."""
        return self.acknowledgement is not None

    @property
    def calls(self) -> bool:
        """Whether it asks for attention: listed, not seen, not put aside."""
        return self.is_listed and not self.is_acknowledged and self.shelf is None

    @property
    def sounds(self) -> bool:
        """Whether it is heard: it asks for attention and its reason still holds."""
        return self.calls and not self.is_cleared

    def raised(self, level: AlarmLevel) -> AlarmState:
        """The condition has a level now; a graver one undoes acknowledgement and shelf (F2.10)."""
        shown = self.shown
        if shown is None or level.severity > shown.severity:
            return AlarmState(holds=level, shown=level)
        return replace(self, holds=level)

    def cleared(self, *, latched: bool | None = None) -> AlarmState:
        """The condition is gone; an unseen grave alarm stays until it is seen (F2.6)."""
        if self.shown is None:
            return self
        keeps = self.shown in LATCHED if latched is None else latched
        if self.is_acknowledged or not keeps:
            return AlarmState()
        return replace(self, holds=None)

    def acknowledged(self, by: str, at: datetime) -> AlarmState:
        """Seen at the level that holds now; a latched graver one is forgotten (F2.10)."""
        if self.holds is None:
            return AlarmState()
        return replace(self, shown=self.holds, acknowledgement=Acknowledgement(by, at), lapsed=None)

    def unacknowledged(self) -> AlarmState:
        """Not seen by the one who is responsible now."""
        return replace(self, acknowledgement=None, lapsed=self.acknowledgement)

    def after(self, act: ReminderAct) -> AlarmState:
        """The state once an act of the journal was done."""
        if act.kind is ActKind.SHELVED and act.until_at is not None:
            return replace(
                self, shelf=Shelf(act.by_name, act.at, act.until_at, act.level, act.text)
            )
        if act.kind is ActKind.ACKNOWLEDGED:
            return self.acknowledged(act.by_name, act.at)
        return self._after_plain(act.kind)

    def _after_plain(self, kind: ActKind) -> AlarmState:
        """The state after an act of which only the kind matters."""
        plain: dict[ActKind, Callable[[], AlarmState]] = {
            ActKind.EXPIRED: self.unacknowledged,
            ActKind.CLEARED: self.cleared,
            ActKind.CLOSED: AlarmState,
            ActKind.UNSHELVED: lambda: replace(self, shelf=None),
            ActKind.REPRESENTED: lambda: replace(
                self, acknowledgement=None, lapsed=None, shelf=None
            ),
        }
        return plain[kind]() if kind in plain else self

    def at(self, now: datetime) -> AlarmState:
        """The state once time has done its part: shelves end, acknowledgements lapse (F2.11)."""
        state = self
        if state.shelf is not None and not _runs(now, state.shelf.since, state.shelf.until):
            state = replace(state, shelf=None)
        seen, ends_at = state.acknowledgement, state.ack_ends_at
        if seen is not None and ends_at is not None and not _runs(now, seen.at, ends_at):
            state = state.unacknowledged()
        return state

    @property
    def ack_ends_at(self) -> datetime | None:
        """When the acknowledgement lapses unless the duty is done."""
        if self.acknowledgement is None or self.holds is None:
            return None
        return self.acknowledgement.at + ACKNOWLEDGED_FOR


def _runs(now: datetime, since: datetime, until: datetime) -> bool:
    """Whether what was done for a time still holds; not on a clock that was put back behind it."""
    return since - CLOCKS_APART <= now < until


def state_of(rows: Iterable[Raised], acts: Iterable[ReminderAct]) -> AlarmState:
    """Where an item stands by the ledger and the journal alone; ask ``at(now)`` of the answer.

    A row with another due time begins a new duty: what was known of the old one is superseded.
    """
    events: list[tuple[tuple[int, int, int], Raised | ReminderAct]] = []
    events += [((row.id, 0, 0), row) for row in rows]
    events += [((act.reminder_id, 1, act.id), act) for act in acts]
    state, due_at = AlarmState(), None
    for _, event in sorted(events, key=lambda e: e[0]):
        if isinstance(event, ReminderAct):
            state = state.after(event)
            continue
        if event.occurrence.due_at != due_at:
            state, due_at = AlarmState(), event.occurrence.due_at
        state = state.raised(event.occurrence.level)
    return state


def check_shelf(
    level: AlarmLevel,
    now: datetime,
    until: datetime,
    reason: str,
    shift_ends_at: datetime | None,
) -> None:
    """Refuses a shelf the level does not allow: Ⅰ none, Ⅱ 30 minutes, Ⅲ to the end of the shift.

    Raises:
        RuleViolation: no reason, level Ⅰ, a time past, or too long (with the latest ``limit``).
    """
    if not reason.strip():
        raise RuleViolation("reminder.shelf_reason")
    limit = shelf_limit(level, now, shift_ends_at)
    if limit is None:
        raise RuleViolation("reminder.shelf_level")
    if until <= now:
        raise RuleViolation("reminder.shelf_past")
    if until > limit:
        raise RuleViolation("reminder.shelf_too_long", limit=limit)


def shelf_limit(
    level: AlarmLevel, now: datetime, shift_ends_at: datetime | None
) -> datetime | None:
    """The latest end of a shelf; None where the level allows none."""
    if level is AlarmLevel.TOP:
        return None
    if level is AlarmLevel.MIDDLE or shift_ends_at is None or shift_ends_at <= now:
        return now + MIDDLE_SHELF
    return shift_ends_at


@dataclass(frozen=True)
class Mute:
    """Sound is off: who muted it, since when and until when, over which level."""

    by: str
    since: datetime
    until: datetime
    level: AlarmLevel
    reminder_id: int

    def ended_by(self, row: Raised) -> bool:
        """Whether a ledger row is a new alarm of equal or graver level (F2.8).

        A repetition of something overdue is not new: that is what was muted.
        """
        return (
            row.id > self.reminder_id
            and row.occurrence.level.severity >= self.level.severity
            and row.occurrence.stage is not Stage.OVERDUE
        )


def mute_of(acts: Iterable[ReminderAct], rows: Iterable[Raised], now: datetime) -> Mute | None:
    """The mute that holds now, if any."""
    last = max(
        (a for a in acts if a.kind in {ActKind.MUTED, ActKind.UNMUTED}),
        key=lambda a: a.id,
        default=None,
    )
    if last is None or last.kind is ActKind.UNMUTED or last.until_at is None:
        return None
    mute = Mute(last.by_name, last.at, last.until_at, last.level, last.reminder_id)
    if not _runs(now, mute.since, mute.until) or any(mute.ended_by(row) for row in rows):
        return None
    return mute
