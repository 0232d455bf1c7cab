"""The open pages of the reminder ledger: which items are on the list, and what must be written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from safetydesk.domain.alarm_state import (
    ActKind,
    AlarmState,
    Mute,
    Raised,
    ReminderAct,
    mute_of,
    shelf_limit,
    state_of,
)
from safetydesk.domain.escalation import StepKind, next_step_at, steps_due
from safetydesk.domain.reminder import (
    DutyKind,
    DutyState,
    Guidance,
    Occurrence,
    Stage,
    occurrence_key,
)
from safetydesk.domain.reminder_ladder import ESCALATED, NOBODY, due, live_items
from safetydesk.services.views_reminders import AlarmItem

if TYPE_CHECKING:
    from safetydesk.storage.stores.escalation import RunningStep
    from safetydesk.storage.unit_of_work import UnitOfWork

_CALLING_AGAIN = frozenset({ActKind.EXPIRED, ActKind.UNSHELVED, ActKind.REPRESENTED})


class DutyStateSource(Protocol):
    """Where the facts come from: obligations, shifts and turnovers, presence, matters, notes."""

    def state(self, uow: UnitOfWork, now: datetime) -> DutyState:
        """All that reminders are derived from, read in the given unit of work."""
        ...


@dataclass(frozen=True)
class Page:
    """One item on the list: its rows since it was settled last, and what was done since.

    ``steps`` are those of every escalation since, as they were copied when its level was reached.
    """

    rows: tuple[Raised, ...]
    acts: tuple[ReminderAct, ...]
    state: AlarmState
    steps: tuple[RunningStep, ...] = ()

    @property
    def chain(self) -> tuple[RunningStep, ...]:
        """The steps of the escalation that runs: the one that began last."""
        last = self.steps[-1].reminder_id if self.steps else 0
        return tuple(running for running in self.steps if running.reminder_id == last)

    @property
    def newest(self) -> Raised:
        """The newest row."""
        return self.rows[-1]

    @property
    def item(self) -> str:
        """The item's name."""
        return self.newest.occurrence.item

    @property
    def _fired(self) -> set[int]:
        """The numbers of the steps that were taken."""
        return {running.step.number for running in self.chain if running.fired_at}

    def steps_owed(self, now: datetime) -> list[RunningStep]:
        """The steps to take now; none while somebody has seen it or its reason is gone."""
        steps = [running.step for running in self.chain]
        owed = steps_due(steps, self._fired, now, calls=self.state.at(now).sounds)
        numbers = {step.number for step in owed}
        return [running for running in self.chain if running.step.number in numbers]

    def next_step_at(self, now: datetime) -> datetime | None:
        """When the next step falls due, as the item stands now."""
        steps = [running.step for running in self.chain]
        return next_step_at(steps, self._fired, calls=self.state.at(now).sounds)

    def _guidance(self) -> Guidance:
        """What to do now; the leader's name and number once that step was taken."""
        own = self.newest.occurrence.guidance
        for running in self.chain:
            if running.step.kind is StepKind.LEADER and running.fired_at and not own.number:
                return Guidance(NOBODY if running.nobody else ESCALATED, running.called, own.text)
        return own

    def with_steps(self, taken: Collection[RunningStep]) -> Page:
        """The page once some of its steps were taken."""
        fired = {running.id: running for running in taken}
        return replace(self, steps=tuple(fired.get(step.id, step) for step in self.steps))

    def alarm(self, now: datetime, shift_ends_at: datetime | None) -> AlarmItem:
        """The item as the alarm list knows it."""
        newest, state = self.newest.occurrence, self.state.at(now)
        level = state.shown or newest.level
        again = max((a.id for a in self.acts if a.kind in _CALLING_AGAIN), default=0)
        taken = [running for running in self.chain if running.fired_at]
        return AlarmItem(
            item=newest.item,
            kind=newest.kind,
            stage=newest.stage,
            level=level,
            title=newest.title,
            to_whom=newest.to_whom,
            due_at=newest.due_at,
            stage_at=newest.stage_at,
            raised_at=self.newest.raised_at,
            guidance=self._guidance(),
            closable=newest.closable,
            state=state,
            presentation=f"{self.newest.id}.{again}.{taken[-1].id if taken else 0}",
            step=taken[-1].step.kind if taken else StepKind.DESK,
            shelf_until_at_most=shelf_limit(level, now, shift_ends_at),
        )


@dataclass(frozen=True)
class Book:
    """Every item that has not left the list. ``floor``: no open row has a smaller number."""

    pages: Mapping[str, Page]
    sound: ReminderAct | None
    floor: int
    shift_ends_at: datetime | None

    def alarms(self, now: datetime) -> list[AlarmItem]:
        """The list in its order: level, then due time."""
        alarms = [page.alarm(now, self.shift_ends_at) for page in self.pages.values()]
        return sorted(alarms, key=lambda a: a.order)

    def grown(
        self, rows: Iterable[Raised], chains: Mapping[str, tuple[RunningStep, ...]]
    ) -> dict[str, Page]:
        """The pages of the items to which rows were just added, with the chains that began."""
        grown: dict[str, Page] = {}
        for row in rows:
            item = row.occurrence.item
            page = grown.get(item) or self.pages.get(item) or Page((), (), AlarmState())
            grown[item] = replace(page, rows=(*page.rows, row))
        for item, begun in chains.items():
            grown[item] = replace(grown[item], steps=(*grown[item].steps, *begun))
        return {i: replace(p, state=state_of(p.rows, p.acts)) for i, p in grown.items()}

    def with_pages(self, pages: Mapping[str, Page]) -> Book:
        """The same list with some pages new or in place of others."""
        return replace(self, pages={**self.pages, **pages})

    def mute(self, now: datetime) -> Mute | None:
        """The mute that holds now."""
        acts = [self.sound] if self.sound else []
        rows = [row for page in self.pages.values() for row in page.rows]
        return mute_of(acts, rows, now)

    def instants(self, now: datetime) -> list[datetime]:
        """When time alone will change something: shelves, acknowledgements, steps, the mute."""
        marks = [at for p in self.pages.values() if (at := p.next_step_at(now)) is not None]
        marks += [page.state.shelf.until for page in self.pages.values() if page.state.shelf]
        marks += [at for p in self.pages.values() if (at := p.state.ack_ends_at) is not None]
        if self.sound and self.sound.until_at:
            marks.append(self.sound.until_at)
        return marks


def read_book(uow: UnitOfWork, floor: int = 0) -> Book:
    """The open pages, from a floor that an earlier book gave."""
    rows = uow.reminders.unsettled(floor)
    items = {row.occurrence.item for row in rows}
    acts = uow.reminders.acts(items, rows[0].id) if rows else []
    acts_of: dict[str, list[ReminderAct]] = {item: [] for item in items}
    for act in acts:
        acts_of[act.item].append(act)
    steps_of = uow.escalations.steps(items, rows[0].id) if rows else {}
    pages: dict[str, Page] = {}
    for item, group in groupby(sorted(rows, key=_by_item), key=lambda r: r.occurrence.item):
        own = tuple(group)
        since = tuple(a for a in acts_of[item] if a.reminder_id >= own[0].id)
        steps = tuple(s for s in steps_of.get(item, ()) if s.reminder_id >= own[0].id)
        pages[item] = Page(own, since, state_of(own, since), steps)
    shift = uow.shifts.current()
    return Book(
        pages,
        uow.reminders.last_sound_act(),
        rows[0].id if rows else uow.reminders.newest_id() + 1,
        shift.planned_to if shift else None,
    )


def _by_item(row: Raised) -> tuple[str, int]:
    """Rows of one item together, in their order."""
    return (row.occurrence.item, row.id)


@dataclass(frozen=True)
class Plan:
    """What the ledger lacks at an instant: rows to add, acts of the program to write down."""

    fresh: tuple[Occurrence, ...]
    acts: tuple[tuple[Page, ActKind], ...]

    def __bool__(self) -> bool:
        """Whether anything must be written."""
        return bool(self.fresh or self.acts)


def plan_of(uow: UnitOfWork, state: DutyState, book: Book, now: datetime) -> Plan:
    """Compares the facts with the ledger; nothing is written."""
    live = live_items(state)
    reached = due(state, now)
    known = uow.reminders.known([o.key for o in reached])
    closed = uow.reminders.closed({o.item for o in reached})
    open_ = [o for o in reached if closed.get(o.item) != o.due_at]
    fresh = [o for o in open_ if o.key not in known]
    began = {o.item for o in fresh}
    newest = {o.item: o for o in open_ if o.item not in began}
    fresh += [
        _returned(o, uow.reminders.newest_id(o.item), now)
        for o in newest.values()
        if _is_gone(book.pages.get(o.item), o)
    ]
    unknown = {item for item in book.pages if state.is_unknown(item)}
    return Plan(tuple(fresh), tuple(_program_acts(book, live.keys() | unknown, now)))


def _is_gone(page: Page | None, occurrence: Occurrence) -> bool:
    """Whether a live item is missing from the list, cleared there, or stands there otherwise.

    So it is when a report sent is withdrawn, a due time is moved and moved back, or a note is
    handed on to somebody else.
    """
    if page is None or page.state.is_cleared:
        return True
    listed = page.newest.occurrence
    handed_on = listed.kind is DutyKind.NOTE and listed.to_whom != occurrence.to_whom
    return handed_on or listed.due_at != occurrence.due_at


def _returned(occurrence: Occurrence, newest_id: int, now: datetime) -> Occurrence:
    """The item comes back: a row of its own, since all its rungs are in the ledger already."""
    key = occurrence_key(occurrence.item, Stage.RETURNED, occurrence.due_at, newest_id)
    return replace(occurrence, key=key, stage=Stage.RETURNED, stage_at=now)


def _program_acts(book: Book, live: Collection[str], now: datetime) -> list[tuple[Page, ActKind]]:
    """Items whose reason is gone, acknowledgements that lapsed, shelves that ended."""
    acts: list[tuple[Page, ActKind]] = []
    for page in book.pages.values():
        state, then = page.state, page.state.at(now)
        if page.item not in live:
            if not state.is_cleared:
                acts.append((page, ActKind.CLEARED))
            continue
        if state.is_acknowledged and not then.is_acknowledged:
            acts.append((page, ActKind.EXPIRED))
        if state.shelf is not None and then.shelf is None:
            acts.append((page, ActKind.UNSHELVED))
    return acts
