"""Which daily, nil and weekly reports a key period (重点时段) asks for: by its words, by rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import takewhile, zip_longest
from typing import TYPE_CHECKING

from safetydesk.domain.clock import local_instant
from safetydesk.domain.demands import local_day, occurrences
from safetydesk.domain.incident import ActorLevel, Flag, Recipient, ReportKind
from safetydesk.domain.report_term import read_terms
from safetydesk.domain.rule_pack import Condition, PackPeriod, Rule, Schedule, rules_in_use

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_DAY = timedelta(days=1)
_LOOKED_BACK = timedelta(days=9)
"""Longer than a week: the newest weekly report that is due lies within."""
_BEGINS_BEFORE = timedelta(hours=3)
_NAMES = (
    (Flag.SPRING_TRAVEL, ("春运",)),
    (Flag.MAJOR_MEETING, ("两会", "会议", "大会", "全会")),
    (Flag.MAJOR_EVENT, ("活动", "赛", "运动会", "博览会", "展会")),
)
"""What the name of a key period says about its sort."""


@dataclass(frozen=True, kw_only=True)
class ReportingPeriod:
    """A key period of the calendar; ``holidays`` are its days off by the yearly notices."""

    id: int
    name: str
    start: datetime
    end: datetime
    zone: ZoneInfo
    report_by: str = ""
    holidays: frozenset[date] = frozenset()

    @property
    def flags(self) -> frozenset[str]:
        """The circumstances by which rules know it; whether a day is a holiday is asked by day."""
        said = {flag for flag, words in _NAMES if any(word in self.name for word in words)}
        return frozenset({Flag.KEY_PERIOD, *said})


@dataclass(frozen=True)
class DailySent:
    """A daily or nil report about no single incident: when it went out, and to which levels."""

    at: datetime
    levels: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class PeriodReport:
    """One report of a key period; without a ``rule`` it is the period's own word.

    It is reminded of from ``begins_at`` on. ``met``: a report of the day went to the recipient.
    """

    period: ReportingPeriod
    rule: Rule | None
    to: Recipient | None
    schedule: Schedule
    begins_at: datetime
    due_at: datetime
    met: bool = False

    @property
    def item(self) -> str:
        """What names it for ever."""
        by = f"{self.rule.pack}.{self.rule.id}:{self.to}:" if self.rule else ""
        return f"daily:{self.period.id}:{by}{self.due_at:%Y%m%d%H%M}"


@dataclass(frozen=True)
class _Source:
    """Where reports come from: a term, by a rule or the period's own, while a text held."""

    schedule: Schedule
    rule: Rule | None = None
    to: Recipient | None = None
    only_holidays: bool = False
    since: datetime | None = None
    until: datetime | None = None


def reports_of(
    period: ReportingPeriod,
    texts: Sequence[PackPeriod],
    actor: ActorLevel,
    sent: Iterable[DailySent],
    now: datetime,
) -> tuple[PeriodReport, ...]:
    """The reports due lately, today and tomorrow: of each sort at least the newest that was due.

    What the period says itself stands for what a rule asks at the same instant. A report counts
    once for each sort, on the day it is due (a weekly one from a day before).
    """
    told = sorted(sent, key=lambda one: one.at)
    own = [_Source(term) for term in read_terms(period.report_by)]
    found: list[PeriodReport] = []
    for source in (*own, *_by_rules(period, texts, actor)):
        taken = {report.due_at for report in found if report.rule is None}
        due = _of_source(period, source, told, now)
        found += [one for one in due if source.rule is None or one.due_at not in taken]
    return tuple(sorted(found, key=lambda one: (one.due_at, one.item)))


def rules_for(
    period: ReportingPeriod, rules: Iterable[Rule], actor: ActorLevel
) -> Iterator[tuple[Rule, bool]]:
    """The rules that ask a period for reports; true where only on its holidays."""
    for rule in rules:
        if rule.report is not ReportKind.DAILY or not rule.schedule.recurring:
            continue
        if actor not in rule.actors:
            continue
        asked = [one.flags for one in rule.when if _circumstances_only(one)]
        if any(flags <= period.flags for flags in asked):
            yield rule, False
        elif period.holidays and any(flags <= period.flags | {Flag.HOLIDAY} for flags in asked):
            yield rule, True


def _circumstances_only(one: Condition) -> bool:
    """Whether a condition asks for circumstances and nothing that only an incident has."""
    return bool(one.flags) and one == Condition(flags=one.flags)


def _by_rules(
    period: ReportingPeriod, texts: Sequence[PackPeriod], actor: ActorLevel
) -> Iterator[_Source]:
    """What the rules ask, each while its text held."""
    for text, following in zip_longest(texts, texts[1:]):
        until = following.since if following else None
        for rule, only_holidays in rules_for(period, rules_in_use(text.packs), actor):
            for to in rule.recipients(actor):
                yield _Source(rule.schedule, rule, to, only_holidays, text.since, until)


def _of_source(
    period: ReportingPeriod,
    source: _Source,
    told: Sequence[DailySent],
    now: datetime,
) -> list[PeriodReport]:
    """The reports of one source that matter now, each with whether it went out."""
    zone = period.zone
    last = local_instant(datetime.combine(local_day(now, zone) + 2 * _DAY, time(0)), zone)
    start = max(period.start, now - _LOOKED_BACK)
    rows = takewhile(
        lambda row: row[2] < min(period.end, last), occurrences(source.schedule, start, zone)
    )
    used: set[int] = set()
    found: list[PeriodReport] = []
    for day, begins, due in rows:
        if not _is_asked(source, period, day, max(start, begins)):
            continue
        window = _window(source.schedule, day, begins, due, zone)
        place = _first_in(told, window, source.to, used)
        used.update(() if place is None else (place,))
        weekly = bool(source.schedule.weekdays)
        found.append(
            PeriodReport(
                period=period,
                rule=source.rule,
                to=source.to,
                schedule=source.schedule,
                begins_at=due - (_DAY if weekly else _BEGINS_BEFORE),
                due_at=due,
                met=place is not None,
            )
        )
    past = [one.due_at for one in found if one.due_at <= now]
    return [one for one in found if one.due_at > now - _DAY or one.due_at == past[-1]]


def _is_asked(source: _Source, period: ReportingPeriod, day: date, begins: datetime) -> bool:
    """Whether the source speaks about the day, by the text that held when its time began."""
    if source.only_holidays and day not in period.holidays:
        return False
    if source.rule is not None and not source.rule.in_force_on(day):
        return False
    held = source.since is None or begins >= source.since
    return held and (source.until is None or begins < source.until)


def _window(
    schedule: Schedule, day: date, begins: datetime, due: datetime, zone: ZoneInfo
) -> tuple[datetime, datetime]:
    """When a report counts for one that is due: on its day; a weekly one from a day before.

    A missed day takes what goes out nearer to its term than to the next: what made it good soon
    after midnight does not count as the next day's.
    """
    midnight = local_instant(datetime.combine(day, time(0)), zone)
    if schedule.weekdays:
        return due - _DAY, due + 6 * _DAY
    end = local_instant(datetime.combine(day + _DAY, time(0)), zone)
    if len(schedule.daily_at) > 1:
        return max(begins, midnight), end
    return midnight, max(end, due + _DAY / 2)


def _first_in(
    told: Sequence[DailySent],
    window: tuple[datetime, datetime],
    to: Recipient | None,
    used: set[int],
) -> int | None:
    """The place of the first report in a window that went to the recipient and is not used up."""
    start, end = window
    return next(
        (
            place
            for place, one in enumerate(told)
            if start <= one.at < end and place not in used and (to is None or to in one.levels)
        ),
        None,
    )
