"""Reads which reports the key periods of the calendar ask for, and which of them went out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.day_class import DayCalendar
from safetydesk.domain.incident import ActorLevel
from safetydesk.domain.period_reports import (
    DailySent,
    PeriodReport,
    ReportingPeriod,
    reports_of,
    rules_for,
)
from safetydesk.domain.reminder import Deadline, DutyKind
from safetydesk.domain.report_series import ReportType
from safetydesk.domain.rule_pack import rules_in_use
from safetydesk.domain.rule_wording import rhythm_words
from safetydesk.services.rule_editions import packs_now, periods_of

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from safetydesk.storage.unit_of_work import UnitOfWork

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_REPEAT = timedelta(minutes=30)
_OF_THE_DAY = frozenset({ReportType.DAILY, ReportType.NIL})


def daily_reports(uow: UnitOfWork, now: datetime) -> list[Deadline]:
    """The daily, nil and weekly reports of the key periods, by their own words and by the rules.

    One that was sent, about no single incident, settles those of its day and recipient.
    """
    rows = uow.office.reporting_periods(now - _WEEK, now + _DAY)
    if not rows:
        return []
    office = uow.office.facts()
    zone, actor = office.zoneinfo, ActorLevel.of(office.level)
    texts, sent = periods_of(uow, office.packs), _sent(uow, now)
    return [
        _deadline(report)
        for row in rows
        for report in reports_of(_period(uow, row, zone), texts, actor, sent, now)
    ]


def rule_reports(uow: UnitOfWork, row: tuple[int, str, datetime, datetime, str]) -> tuple[str, ...]:
    """What the rules in use ask of a key period, a line each: term, recipient, rule."""
    office = uow.office.facts()
    actor = ActorLevel.of(office.level)
    rules = rules_in_use(packs_now(uow, office.packs))
    return tuple(
        f"{'节假日' if only_holidays else ''}{rhythm_words(rule.schedule)} "
        f"{rule.report.chinese_name}→{to.chinese_name}（{rule.id}，{rule.citation}）"
        for rule, only_holidays in rules_for(_period(uow, row, office.zoneinfo), rules, actor)
        for to in rule.recipients(actor)
    )


def _period(
    uow: UnitOfWork, row: tuple[int, str, datetime, datetime, str], zone: ZoneInfo
) -> ReportingPeriod:
    number, name, start, end, report_by = row
    first, last = start.astimezone(zone).date(), end.astimezone(zone).date()
    special = DayCalendar.of(uow.calendar.days(first, last), ()).special
    holidays = frozenset(day for day, row in special.items() if not row.day_class.worked)
    return ReportingPeriod(
        id=number,
        name=name,
        start=start,
        end=end,
        zone=zone,
        report_by=report_by,
        holidays=holidays,
    )


def _sent(uow: UnitOfWork, now: datetime) -> list[DailySent]:
    """The daily and nil reports of the office that went out lately, with the levels they went to.

    What was accepted in former versions of a report counts like the newest.
    """
    return [
        DailySent(report.first_sent_at, frozenset(one.level for one in report.deliveries))
        for report in uow.reports.sent_between(now - 2 * _WEEK, now + _DAY)
        if report.type in _OF_THE_DAY and report.incident_id is None and report.first_sent_at
    ]


def _deadline(report: PeriodReport) -> Deadline:
    """One report as reminders know it: begun hours before, closable by hand."""
    weekly = bool(report.schedule.weekdays)
    words = f"{'每周' if weekly else '每日'}报告（无情况报“零报告”）"
    rule = report.rule
    named = f"{rule.title}（{rule.id}）" if rule is not None else words
    return Deadline(
        item=report.item,
        kind=DutyKind.DAILY,
        title=f"{report.period.name}：{named}",
        to_whom="",
        starts_at=report.begins_at,
        due_at=report.due_at,
        done=report.met,
        what_to_do=f"报{report.to.chinese_name}。{rule.citation}" if rule and report.to else "",
        closable=True,
        repeat=_REPEAT,
    )
