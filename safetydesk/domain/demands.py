"""What the rules ask for in a case: each report owed, to whom, from when and until when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from safetydesk.domain.clock import local_instant
from safetydesk.domain.incident import (
    ActorLevel,
    BasisKind,
    Casualties,
    IncidentCase,
    Query,
    Recipient,
    ReportKind,
    ReportSent,
)
from safetydesk.domain.knowledge import RECEIPTS, Situation, rescue_over

if TYPE_CHECKING:
    from safetydesk.domain.rule_pack import Rule, Schedule

_SINGLE_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Demand:
    """A report that is owed, before anybody asks whether it was sent.

    ``raised_at``: when it came into being. ``not_before``: earlier reports cannot meet it.
    ``day``: the local day an occurrence of a recurrence belongs to. ``former_dues``: what the due
    instant was before corrections. ``aliases``: ids of the ladder, any of which may be waived;
    ``grave_since``: when a rung of the ladder as high as the rule first held, if it has any.
    """

    rule: Rule
    to: str
    basis: BasisKind
    basis_at: datetime
    due_at: datetime
    raised_at: datetime
    occurrence: int = 1
    not_before: datetime | None = None
    day: date | None = None
    former_dues: tuple[datetime, ...] = ()
    aliases: frozenset[str] = frozenset()
    grave_since: datetime | None = None

    @property
    def place(self) -> tuple[str, ...]:
        """What names it as long as the case lives, also when a graver grade changes its rule."""
        rule = self.rule
        name = rule.ladder or rule.id
        return (rule.pack, name, rule.report.value, self.to, str(self.occurrence))


@dataclass(frozen=True)
class Application:
    """Where in the history a rule began to apply; ``raised``: by news after the actor was told."""

    index: int
    raised: bool


def end_of_day(day: date, zone: ZoneInfo) -> datetime:
    """24:00 of the local day, in UTC."""
    return local_instant(datetime.combine(day + _SINGLE_DAY, time(0)), zone)


def local_day(at: datetime, zone: ZoneInfo) -> date:
    """The calendar day on which the instant falls."""
    return at.astimezone(zone).date()


def demands_of(
    rungs: Sequence[Rule], case: IncidentCase, history: Sequence[Situation]
) -> Iterator[Demand]:
    """What one rule, or the rules of one ladder, ask for."""
    rule = rungs[0]
    if rule.basis is BasisKind.QUERY:
        yield from _on_query(rule, case, history)
    elif rule.basis is BasisKind.CASUALTY_CHANGE:
        yield from _on_change(rule, case, history)
    elif rule.schedule.recurring:
        yield from _recurring(rule, case, history)
    else:
        yield from _once(rungs, case, history)


def application(
    rungs: Sequence[Rule], case: IncidentCase, history: Sequence[Situation]
) -> Application | None:
    """When the rules began to apply: the first instant at which one of them held and was in force.

    Nothing is owed before the actor was told. Until a receipt is known the occurrence stands in for
    it, and only rules that graver news cannot end are asked.
    """
    start = _opening(rungs[0], history)
    if start is None:
        return None
    told = history[start].told
    first: int | None = None
    for index in range(start, len(history)):
        holding = [
            rule
            for rule in rungs
            if (told or not rule.may_cease) and _held(rule, history, index, start)
        ]
        if not holding:
            continue
        first = index if first is None else first
        news = history[first].at
        begun = Application(first, raised=first > start and news > _receipt(case, history))
        day = local_day(_clock_start(rungs[0], history[index], history, begun)[1], case.zone)
        if any(rule.in_force_on(day) for rule in holding):
            return begun
    return None


def _receipt(case: IncidentCase, history: Sequence[Situation]) -> datetime:
    """When the actor was told, as first known: only later news is news (reading I-04)."""
    enterprise = case.actor is ActorLevel.ENTERPRISE
    kind = BasisKind.UNIT_HEAD_INFORMED if enterprise else BasisKind.RECEIVED
    found = (now.bases[kind] for now in history if kind in now.bases)
    return next(found, history[0].at)


def _held(rule: Rule, history: Sequence[Situation], index: int, start: int) -> bool:
    """Whether the rule applies; what lasting conditions began before the receipt holds at it."""
    if history[index].satisfies(rule):
        return True
    before = history[:start] if index == start and not rule.may_cease else ()
    return any(now.satisfies(rule) for now in before)


def _opening(rule: Rule, history: Sequence[Situation]) -> int | None:
    """The first instant at which the actor had been told and the rule's basis was known."""
    needs_receipt = rule.basis in RECEIPTS or history[-1].told
    for index, now in enumerate(history):
        if (now.told or not needs_receipt) and now.basis(rule.basis) is not None:
            return index
    return None


def _clock_start(
    rule: Rule, now: Situation, history: Sequence[Situation], begun: Application
) -> tuple[BasisKind, datetime]:
    """The basis as known ``now``, or the news that made the rule apply."""
    if begun.raised:
        return BasisKind.POTENTIAL_RAISED, history[begun.index].at
    found = now.basis(rule.basis)
    if found is None:
        raise LookupError(rule.basis)
    return found


def _once(
    rungs: Sequence[Rule], case: IncidentCase, history: Sequence[Situation]
) -> Iterator[Demand]:
    """One report to each recipient, within a time of the basis or at once."""
    offered = dict.fromkeys(to for rule in rungs for to in rule.recipients(case.actor))
    for to in offered:
        sharing = [rule for rule in rungs if to in rule.recipients(case.actor)]
        begun = application(sharing, case, history)
        if begun is not None:
            yield _single(sharing, to, case, history, begun)


def _single(
    rungs: Sequence[Rule],
    to: Recipient,
    case: IncidentCase,
    history: Sequence[Situation],
    begun: Application,
) -> Demand:
    rule = next((r for r in reversed(rungs) if history[-1].satisfies(r)), rungs[0])
    basis, basis_at = _clock_start(rule, history[-1], history, begun)
    earlier = [
        due_from(rule, at, case.zone)
        for now in history[begun.index :]
        for kind, at in [_clock_start(rule, now, history, begun)]
        if kind is basis
    ]
    due_at = due_from(rule, basis_at, case.zone)
    return Demand(
        rule=rule,
        to=to,
        basis=basis,
        basis_at=basis_at,
        due_at=due_at,
        raised_at=history[begun.index].at,
        not_before=basis_at if begun.raised else None,
        former_dues=tuple(due for due in dict.fromkeys(earlier) if due != due_at),
        aliases=frozenset(r.id for r in rungs),
        grave_since=_grave_since(rungs[rungs.index(rule) :], history),
    )


def _grave_since(rungs: Sequence[Rule], history: Sequence[Situation]) -> datetime | None:
    """When one of the rungs first held; None where none ever did."""
    holding = (now.at for now in history if any(now.satisfies(rule) for rule in rungs))
    return next(holding, None)


def due_from(rule: Rule, basis_at: datetime, zone: ZoneInfo) -> datetime:
    """When a report is due whose clock starts at an instant."""
    if rule.schedule.same_day:
        return end_of_day(local_day(basis_at, zone), zone)
    return basis_at + (rule.schedule.within or timedelta(0))


def _on_query(rule: Rule, case: IncidentCase, history: Sequence[Situation]) -> Iterator[Demand]:
    """One answer to each query, to the office that asked."""
    queries = [event for event in case.known(case.as_of) if isinstance(event, Query)]
    for number, query in enumerate(queries, start=1):
        if not rule.in_force_on(local_day(query.time, case.zone)):
            continue
        if not history[-1].satisfies(rule):
            continue
        yield Demand(
            rule=rule,
            to=query.asked_by,
            basis=BasisKind.QUERY,
            basis_at=query.time,
            due_at=due_from(rule, query.time, case.zone),
            raised_at=query.known_at,
            occurrence=number,
            not_before=query.time,
        )


def _on_change(rule: Rule, case: IncidentCase, history: Sequence[Situation]) -> Iterator[Demand]:
    """A supplement for each change of casualties known after the first report (reading I-14)."""
    number = 0
    for now in history:
        for change in changes_known_at(now):
            if not _supplement_owed(rule, case, now, change):
                continue
            number += 1
            for to in rule.recipients(case.actor):
                yield Demand(
                    rule=rule,
                    to=to,
                    basis=BasisKind.CASUALTY_CHANGE,
                    basis_at=change.known_at,
                    due_at=due_from(rule, change.known_at, case.zone),
                    raised_at=change.known_at,
                    occurrence=number,
                    not_before=change.time,
                )


def changes_known_at(now: Situation) -> list[Casualties]:
    """The changes of casualties that became known at exactly this instant."""
    return [
        row.event for row in now.rows if row.event.known_at == now.at and row.casualties_changed
    ]


def window_end(rule: Rule, now: Situation, zone: ZoneInfo) -> datetime | None:
    """24:00 of the last day of the supplement window (day of occurrence = day 0, reading I-25)."""
    found = now.basis(BasisKind.OCCURRED)
    if rule.window_days is None or found is None:
        return None
    return end_of_day(local_day(found[1], zone) + timedelta(days=rule.window_days), zone)


def _supplement_owed(rule: Rule, case: IncidentCase, now: Situation, change: Casualties) -> bool:
    end = window_end(rule, now, case.zone)
    if end is not None and change.time >= end:
        return False
    reported = any(
        isinstance(event, ReportSent)
        and event.report is ReportKind.INITIAL
        and event.time <= change.known_at
        for event in case.known(case.as_of)
    )
    return (
        reported and now.satisfies(rule) and rule.in_force_on(local_day(change.known_at, case.zone))
    )


def _recurring(rule: Rule, case: IncidentCase, history: Sequence[Situation]) -> Iterator[Demand]:
    """One report per occurrence up to ``as_of``, and the next one, until the rescue is over."""
    begun = application([rule], case, history)
    if begun is None:
        return
    start = _recurrence_start(rule, history, begun)
    stop = _recurrence_stop(rule, case, history, begun)
    periods = occurrences(rule.schedule, start, case.zone)
    for number, (day, begins, due) in enumerate(periods, start=1):
        if stop is not None and begins >= stop:
            return
        for to in rule.recipients(case.actor):
            yield Demand(
                rule=rule,
                to=to,
                basis=BasisKind.CALENDAR_DAY,
                basis_at=max(start, begins),
                due_at=due,
                raised_at=max(start, begins),
                occurrence=number,
                not_before=max(start, begins),
                day=day,
            )
        if due > case.as_of:
            return


def _recurrence_start(rule: Rule, history: Sequence[Situation], begun: Application) -> datetime:
    """The news, or the basis as it was first known: corrections do not undo days that passed."""
    return _clock_start(rule, history[begun.index], history, begun)[1]


def _recurrence_stop(
    rule: Rule, case: IncidentCase, history: Sequence[Situation], begun: Application
) -> datetime | None:
    """The end of the rescue, or the graver news with which another rule takes over."""
    over = [rescue_over(case)] if rescue_over(case) else []
    ceased = next((now.at for now in history[begun.index :] if not now.satisfies(rule)), None)
    return min((at for at in (*over, ceased) if at is not None), default=None)


def occurrences(
    schedule: Schedule, start: datetime, zone: ZoneInfo
) -> Iterator[tuple[date, datetime, datetime]]:
    """The times a report comes round after ``start``, without end: local day, beginning, due.

    Of a split day the period in which the clock starts counts if at least half of it is left
    (reading I-13: whole days surely; nobody owes a follow-up minutes after the first report).
    """
    day = local_day(start, zone)
    while True:
        for begins, due in _periods_of_day(schedule, day, zone):
            left = due - max(start, begins)
            enough = left * 2 >= due - begins if schedule.per_day else due > start
            if enough:
                yield day, begins, due
        day += _SINGLE_DAY


def _periods_of_day(
    schedule: Schedule, day: date, zone: ZoneInfo
) -> list[tuple[datetime, datetime]]:
    midnight = datetime.combine(day, time(0))
    if not schedule.falls_on(day):
        return []
    if schedule.daily_at:
        last = max(schedule.daily_at)
        walls = [datetime.combine(day, at) for at in sorted(schedule.daily_at)]
        edges = [datetime.combine(_day_before(schedule, day), last), *walls]
    else:
        share = _SINGLE_DAY / schedule.per_day
        edges = [midnight + share * part for part in range(schedule.per_day + 1)]
    instants = [local_instant(edge, zone) for edge in edges]
    return list(pairwise(instants))


def _day_before(schedule: Schedule, day: date) -> date:
    """The last day before a day on which the report was owed too."""
    before = day - _SINGLE_DAY
    while not schedule.falls_on(before):
        before -= _SINGLE_DAY
    return before
