"""Use cases of the calendar: the yearly holiday notice, key periods, and what they change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.day_class import DayCalendar, KeyPeriod, SpecialDay, classify
from safetydesk.domain.errors import BadInput, RuleViolation
from safetydesk.domain.report_term import read_terms, written_terms
from safetydesk.domain.year_notice import YearNotice, changed_days, read_notice, special_days
from safetydesk.services.duty_days import duty_date, duty_days_of, turn_of
from safetydesk.services.period_reports import rule_reports
from safetydesk.services.views_calendar import (
    ChangedDay,
    KeyPeriodView,
    NoticeEffect,
    PlannedPost,
    YearView,
)

if TYPE_CHECKING:
    from safetydesk.domain.duty_days import DutyDay
    from safetydesk.domain.people import OfficeFacts
    from safetydesk.services.transaction import Act, Outcome, Transactions
    from safetydesk.storage.unit_of_work import UnitOfWork

SHIPPED, ENTERED = "shipped", "entered"
_FIRST_YEAR, _LAST_YEAR = 2000, 2100
_INSTANT = timedelta(microseconds=1)


class CalendarService:
    """The calendar of day classes."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def year(self, year: int) -> YearView:
        """What is known of a year."""
        with self._transactions.read() as uow:
            notices = uow.calendar.notices(year)
            if not notices:
                return YearView(year, known=False)
            newest = notices[0]
            by = newest.entered_by
            return YearView(
                year=year,
                known=True,
                title=newest.title,
                shipped=newest.source == SHIPPED,
                entered_at=newest.entered_at,
                entered_by=uow.people.get(by).name if by is not None else "",
                editions=len(notices),
                days=tuple(uow.calendar.days_of(newest.id)),
            )

    def years(self) -> frozenset[int]:
        """The years whose notice is known."""
        with self._transactions.read() as uow:
            return uow.calendar.years()

    def effect(self, notice: YearNotice) -> NoticeEffect:
        """What a notice would change, if it were entered now; nothing is stored.

        Raises:
            BadInput: a day lies outside the year and the last month of the year before.
        """
        _check(notice)
        with self._transactions.read() as uow:
            return _effect(uow, notice, self._transactions.clock.now())

    def enter(self, actor: Actor, notice: YearNotice) -> Outcome[NoticeEffect]:
        """Enters a year's notice; the one before stays on record. Returns what it changed.

        Raises:
            AccessDenied: not a supervisor.
            BadInput: no title, or a day outside the year.
            RuleViolation: the calendar says the same already.
        """
        _check(notice)
        if not notice.title.strip():
            raise BadInput("calendar.no_title", where="title")
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as act:
            effect = _effect(act.uow, notice, act.now)
            known = notice.year in act.uow.calendar.years()
            if known and not effect.days and not effect.over:
                raise RuleViolation("calendar.nothing_new", year=notice.year)
            _store(act, notice, ENTERED)
            act.touch(Topic.DUTY)
        return act.outcome(effect)

    def take_shipped(self, actor: Actor, notices: Iterable[YearNotice]) -> Outcome[list[int]]:
        """Stores the notices that come with the program for years that have none; the years."""
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as act:
            known = act.uow.calendar.years()
            new = [notice for notice in notices if notice.year not in known]
            for notice in new:
                _store(act, notice, SHIPPED)
        return act.outcome([notice.year for notice in new])

    def add_key_period(
        self, actor: Actor, name: str, start: datetime, end: datetime, report_by: str = ""
    ) -> Outcome[None]:
        """Enters a key period (重点时段) between two instants.

        Raises:
            BadInput: no name, it ends before it starts, or ``report_by`` says no times (``15:00``,
                ``每周三 09:00``, several parted by ``；``).
        """
        if not name.strip():
            raise BadInput("calendar.no_period_name", where="name")
        if end <= start:
            raise BadInput("calendar.period_without_time", where="end")
        try:
            terms = written_terms(read_terms(report_by))
        except ValueError as error:
            raise BadInput("calendar.report_term", where="report_by") from error
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as act:
            act.uow.office.put_key_period(name.strip(), start, end, terms)
            act.audit("calendar.key_period", Topic.OFFICE, after={"name": name.strip()})
            act.touch(Topic.DUTY)
        return act.outcome(None)

    def turnover(self) -> time:
        """The local time at which a duty day begins."""
        with self._transactions.read() as uow:
            return uow.office.facts().turnover_time

    def key_periods(self, since: datetime) -> list[KeyPeriodView]:
        """The key periods that end after an instant, by their beginning."""
        with self._transactions.read() as uow:
            rows = uow.office.key_periods_since(since)
            return [KeyPeriodView(*row, rule_reports(uow, row)) for row in rows]

    def end_key_period(self, actor: Actor, period_id: int) -> Outcome[None]:
        """Ends a key period now; one that has not begun is taken back.

        Raises:
            AccessDenied: not a supervisor.
            NotFound: no such period.
            RuleViolation: it is over.
        """
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as act:
            name = act.uow.office.end_key_period(period_id, act.now)
            act.audit("calendar.end_key_period", Topic.OFFICE, period_id, after={"name": name})
            act.touch(Topic.DUTY)
        return act.outcome(None)


def notice_of(text: str, year: int, title: str) -> YearNotice:
    """A notice read from its own words.

    Raises:
        BadInput: it says nothing, or something that cannot be (``where`` names the holiday).
    """
    return YearNotice(year, title.strip(), special_days(read_notice(text, year), year))


def calendar_of(uow: UnitOfWork, first: date, last: date) -> DayCalendar:
    """What is known of the days ``[first, last]``, key periods by duty days."""
    office = uow.office.facts()
    window = turn_of(first, office).start, turn_of(last, office).end
    periods = [
        KeyPeriod(name, duty_date(start, office), duty_date(end - _INSTANT, office))
        for name, start, end in uow.office.key_periods(*window)
    ]
    return DayCalendar.of(uow.calendar.days(first, last), uow.calendar.years(), periods)


def _check(notice: YearNotice) -> None:
    if not _FIRST_YEAR <= notice.year <= _LAST_YEAR:
        raise BadInput("calendar.no_such_year", where=str(notice.year))
    for row in notice.days:
        if not date(notice.year - 1, 12, 1) <= row.day <= date(notice.year, 12, 31):
            raise BadInput("calendar.day_outside", where=row.day.isoformat(), day=row.day)


def _store(act: Act, notice: YearNotice, source: str) -> None:
    notice_id = act.uow.calendar.add_notice(
        {
            "year": notice.year,
            "title": notice.title.strip(),
            "source": source,
            "entered_at": act.now,
            "entered_by": act.actor.person_id,
        },
        notice.days,
    )
    after = {"year": notice.year, "title": notice.title, "days": len(notice.days)}
    act.audit("calendar.notice", Topic.OFFICE, notice_id, after=after)


def _effect(uow: UnitOfWork, notice: YearNotice, now: datetime) -> NoticeEffect:
    """The days that change class, and who is planned on those that are still to come."""
    office = uow.office.facts()
    first, last = date(notice.year - 1, 12, 1), date(notice.year, 12, 31)
    before = calendar_of(uow, first, last)
    held = uow.calendar.notices(notice.year)
    replaced = {row.day for row in uow.calendar.days_of(held[0].id)} if held else set[date]()
    kept = [row for day, row in before.special.items() if day not in replaced]
    after = DayCalendar.of([*kept, *notice.days], before.years | {notice.year}, before.key_periods)
    changed = changed_days(_rows(before), _rows(after))
    coming = [day for day in changed if turn_of(day, office).end > now]
    days = tuple(
        ChangedDay(day, classify(day, before), classify(day, after), _duties(uow, office, day, now))
        for day in coming
    )
    return NoticeEffect(
        notice.year, days, _rosters(uow, office, coming), len(changed) - len(coming)
    )


def _rows(calendar: DayCalendar) -> list[SpecialDay]:
    return list(calendar.special.values())


def _duties(
    uow: UnitOfWork, office: OfficeFacts, day: date, now: datetime
) -> tuple[PlannedPost, ...]:
    """Who is planned on a day, post by post."""
    (planned,) = duty_days_of(uow, day, day, now)
    return tuple(
        PlannedPost(post.label, names)
        for post in office.posts
        if (names := _names(uow, planned, post.id))
    )


def _names(uow: UnitOfWork, day: DutyDay, post: str) -> tuple[str, ...]:
    people = dict.fromkeys(span.person for span in day.spans if span.post == post)
    return tuple(uow.people.get(int(person)).name for person in people)


def _rosters(uow: UnitOfWork, office: OfficeFacts, days: Iterable[date]) -> tuple[str, ...]:
    """The titles of the rosters, drafts too, that speak for any of the days."""
    titles: dict[str, None] = {}
    for day in days:
        turn = turn_of(day, office)
        for roster in uow.duty.rosters_and_drafts(turn.start, turn.end):
            titles[roster.title] = None
    return tuple(titles)
