"""What one look of the beat does: raises what is due, and prepares what time alone will make due.

A whole round reads facts and ledger. What it finds to come is kept in memory and written straight
from there a moment before its instant, provided that nobody has written anything since.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.access import Permission, system
from safetydesk.domain.alarm_state import ActKind
from safetydesk.domain.changes import ChangeSet, Topic
from safetydesk.domain.reminder_ladder import due, next_instant
from safetydesk.services.escalation import ChainPolicy, take_steps
from safetydesk.services.reminder_ahead import AHEAD, LEAD, ToCome, may_be_ahead
from safetydesk.services.reminder_book import Book, DutyStateSource, Plan, plan_of, read_book
from safetydesk.services.reminder_writing import write_plan, write_sound_act

if TYPE_CHECKING:
    from safetydesk.domain.reminder import DutyState, Occurrence
    from safetydesk.services.transaction import Act, Transactions
    from safetydesk.services.views_reminders import AlarmItem
    from safetydesk.storage.unit_of_work import UnitOfWork

PREPARED_FOR = timedelta(seconds=40)
"""How far ahead is prepared: a little more than the beat lets pass between two whole rounds."""


@dataclass(frozen=True)
class Round:
    """What one round came to.

    ``value`` asks for attention by what was written in this round, ``sounding`` does so at all: of
    the whole list where ``whole``, else of the items just raised. ``next_at`` is the nearest
    instant at which something changes by itself; ``written`` are this round's rows of the audit
    trail.
    """

    value: tuple[AlarmItem, ...]
    sounding: tuple[AlarmItem, ...]
    changes: ChangeSet
    next_at: datetime | None
    whole: bool = True
    written: frozenset[int] = frozenset()


@dataclass(frozen=True)
class _Ready:
    """The facts and the list as they stood at an instant, and what is to come by another one.

    ``coming`` is not written yet, ``waiting`` is written and not told. ``mark``: when time alone
    will change something on the list; ``later``: what comes after all that.
    """

    at: datetime
    until: datetime
    state: DutyState
    book: Book
    coming: tuple[Occurrence, ...]
    waiting: tuple[tuple[datetime, str], ...]
    later: datetime | None
    policy: ChainPolicy
    mark: datetime | None
    changes: ChangeSet = field(default_factory=ChangeSet)

    def next_at(self) -> datetime | None:
        """The nearest instant at which something changes by itself."""
        marks = [self.mark] if self.mark is not None else []
        marks += [occurrence.stage_at for occurrence in self.coming[:1]]
        marks += [at for at, _ in self.waiting[:1]]
        marks += [self.later] if self.later is not None else []
        return min(marks, default=None)

    def told(self, waiting: tuple[tuple[datetime, str], ...]) -> _Ready:
        """The same once what has come was told."""
        return replace(self, waiting=waiting, changes=ChangeSet())

    def holds_by(self, instant: datetime) -> bool:
        """Whether nothing but the coming occurrences changes anything up to an instant."""
        return self.mark is None or self.mark > instant

    def owed(self, now: datetime) -> tuple[Occurrence, ...]:
        """What is to be written now: what is due, and what will be very soon."""
        first = self.coming[0].stage_at if self.coming else None
        if first is None or first > now + LEAD:
            return ()
        ahead = now + AHEAD
        if not self.holds_by(ahead):
            return tuple(o for o in self.coming if o.stage_at <= now)
        return tuple(
            o
            for o in self.coming
            if o.stage_at <= now or (o.stage_at <= ahead and may_be_ahead(o, self.policy))
        )


class ReminderRounds:
    """The rounds of one desk; one thread at a time makes them."""

    def __init__(self, transactions: Transactions, source: DutyStateSource, desk: str) -> None:
        self._transactions = transactions
        self._source = source
        self._system = system(desk)
        self._floor = 0  # no open row of the ledger has a smaller number; only ever grows
        self._ready: _Ready | None = None
        self.to_come = ToCome()

    def whole(self) -> Round:
        """Brings the ledger up to the facts; everything written is committed when this returns.

        Everything missed of one item comes as one, at its gravest level. Where anything is to be
        written, the facts are read again under the writer's lock, so that two desks raise each
        occurrence once.

        Raises:
            StorageUnavailable: nothing was raised; ask again.
        """
        self._ready = None
        with self._transactions.read() as uow:
            now = self._transactions.clock.now()
            book = read_book(uow, self._floor)
            self._floor = max(self._floor, book.floor)
            state = self._source.state(uow, now)
            owed = any(page.steps_owed(now) for page in book.pages.values())
            owed = owed or _mute_is_over(self.to_come.shown(book, now), now)
            if not owed and not plan_of(uow, state, book, now):
                ready = self._prepared(uow, state, book, now)
                return self._found(ready, now, frozenset(), ChangeSet(), frozenset())
        return self._written()

    def prepared(self, known: Collection[int], floor: int) -> Round | None:
        """Writes and tells what the last whole round saw coming; None where only another will do.

        ``known`` are the rows of the audit trail after ``floor`` that the facts in memory follow.

        Raises:
            StorageUnavailable: nothing was raised; ask again.
        """
        ready, now = self._ready, self._transactions.clock.now()
        if ready is None or not ready.at <= now < ready.until or not ready.holds_by(now):
            return None
        sound = ready.book.sound
        if sound is not None and sound.kind is ActKind.MUTED:
            return None
        fresh, written = ready.owed(now), frozenset[int]()
        if fresh:
            self._ready = None
            with self._transactions.act(self._system, Permission.REMINDER_ACT) as act:
                act.uow.reminders.lock()
                if not act.uow.audit.numbers_after(floor) <= set(known):
                    return None
                ready = _with_written(act, ready, fresh)
            written = act.audited
            self._ready = ready
        return self._told(ready, now, written)

    def _told(self, ready: _Ready, now: datetime, written: frozenset[int]) -> Round:
        """What has come of all that was written ahead, from memory."""
        come = {item for at, item in ready.waiting if at <= now}
        waiting = tuple(entry for entry in ready.waiting if entry[0] > now)
        pages = {item: ready.book.pages[item] for item in come}
        shown = self.to_come.shown_of(pages.values(), now)
        alarms = (page.alarm(now, ready.book.shift_ends_at) for page in shown)
        sounding = tuple(sorted((a for a in alarms if a.state.sounds), key=lambda a: a.order))
        changes = ready.changes if come else ChangeSet()
        if come:
            ready = ready.told(waiting)
            self._ready = ready
        next_at = ready.next_at()
        return Round(sounding, sounding, changes, next_at, whole=False, written=written)

    def _written(self) -> Round:
        """The round that has something to write, under the writer's lock."""
        with self._transactions.act(self._system, Permission.REMINDER_ACT) as act:
            act.uow.reminders.lock()
            book = read_book(act.uow, self._floor)
            state = self._source.state(act.uow, act.now)
            plan = plan_of(act.uow, state, book, act.now)
            if plan:
                write_plan(act, book, plan)
            began = {o.item for o in plan.fresh} | {page.item for page, _ in plan.acts}
            open_pages = read_book(act.uow, self._floor).pages.values()
            taken = take_steps(act, open_pages, state.leader)
            if taken and not plan:
                act.audit("reminder.escalated", Topic.REMINDERS, after={"items": len(taken)})
            began |= taken.keys()
            after = read_book(act.uow, self._floor)
            _end_mute(act, self.to_come.shown(after, act.now))
            ready = self._prepared(act.uow, state, after, act.now)
        return self._found(ready, act.now, began, act.outcome(None).changes, act.audited)

    def _prepared(self, uow: UnitOfWork, state: DutyState, book: Book, now: datetime) -> _Ready:
        """What is to come, as far as the ledger does not have it yet."""
        until = now + PREPARED_FOR
        coming = [o for o in due(state, until) if o.stage_at > now]
        if coming:
            known = uow.reminders.known([o.key for o in coming])
            closed = uow.reminders.closed({o.item for o in coming})
            coming = [o for o in coming if o.key not in known and closed.get(o.item) != o.due_at]
        waiting = tuple(sorted(self.to_come.waiting(book, now)))
        later = next_instant(state, until)
        policy = ChainPolicy.of(uow)
        mark = _mark_of(book, now)
        return _Ready(now, until, state, book, tuple(coming), waiting, later, policy, mark)

    def _found(
        self,
        ready: _Ready,
        now: datetime,
        began: Collection[str],
        changes: ChangeSet,
        written: frozenset[int],
    ) -> Round:
        """A whole round as told; what it prepared is committed by now."""
        self._ready = ready
        shown = self.to_come.shown(ready.book, now)
        sounding = tuple(a for a in shown.alarms(now) if a.state.sounds)
        anew = tuple(a for a in sounding if a.item in began)
        return Round(anew, sounding, changes, ready.next_at(), written=written)


def _with_written(act: Act, ready: _Ready, fresh: tuple[Occurrence, ...]) -> _Ready:
    """Writes occurrences, and what is ready once they are committed."""
    by = max(act.now, fresh[-1].stage_at)
    begun = write_plan(act, ready.book, Plan(fresh, ()), ready.policy)
    pages = ready.book.grown(begun.rows, begun.chains)
    pages |= take_steps(act, pages.values(), ready.state.leader, by)
    written = set(fresh)
    waiting = [(o.stage_at, o.item) for o in fresh]
    book = ready.book.with_pages(pages)
    return replace(
        ready,
        book=book,
        mark=_mark_of(book, ready.at),
        coming=tuple(o for o in ready.coming if o not in written),
        waiting=tuple(sorted((*ready.waiting, *waiting))),
        changes=ready.changes | act.outcome(None).changes,
    )


def _mark_of(book: Book, after: datetime) -> datetime | None:
    """When time alone will change something on the list."""
    return min((mark for mark in book.instants(after) if mark > after), default=None)


def _mute_is_over(book: Book, now: datetime) -> bool:
    """Whether the sound is back without anybody having written it down yet."""
    return book.sound is not None and book.sound.kind is ActKind.MUTED and book.mute(now) is None


def _end_mute(act: Act, book: Book) -> None:
    """Writes down that time or a new alarm brought the sound back, which it stays then."""
    if book.sound is not None and _mute_is_over(book, act.now):
        write_sound_act(act, ActKind.UNMUTED, book.sound.level)
