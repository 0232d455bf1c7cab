"""The yearly notice is entered by a supervisor, who sees which duties it touches."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from safetydesk.domain.day_class import DayClass, classify
from safetydesk.domain.errors import AccessDenied, BadInput, RuleViolation
from safetydesk.domain.roster_sheet import (
    RosterAssignment,
    RosterLayout,
    RosterPost,
    RosterReading,
)
from safetydesk.domain.year_notice import YearNotice
from safetydesk.exchange.holiday_calendar import shipped_notices
from safetydesk.services.calendar import CalendarService, calendar_of, notice_of
from safetydesk.services.duty import DutyService
from tests.helpers.office import small_office

NOTICE = "国庆节、中秋节：10月1日至8日放假调休，共8天。9月28日、10月11日上班。"
REST_OF_2025 = """元旦：1月1日放假1天，不调休。
春节：1月28日至2月4日放假调休，共8天。1月26日、2月8日上班。
清明节：4月4日至6日放假，共3天。
劳动节：5月1日至5日放假调休，共5天。4月27日上班。
端午节：5月31日至6月2日放假，共3天。
"""


@pytest.fixture
def staff(transactions):
    return small_office(transactions)


@pytest.fixture
def calendar(transactions):
    return CalendarService(transactions)


@pytest.fixture
def october(transactions, staff):
    duty = DutyService(transactions)
    rows = tuple(
        RosterAssignment(date(2025, 10, day), post, name, "表!B4")
        for day in range(1, 15)
        for post, name in ((RosterPost.LEADER, "曾慧"), (RosterPost.PRIMARY, "黄志强"))
    )
    draft = duty.draft(RosterReading(RosterLayout.DAILY_TABLE, "十月值班表", rows))
    duty.apply(staff.supervisor, draft, file_name="十月.xlsx", sha256="0" * 64)


def a_notice(text=NOTICE, title="国办发明电〔2024〕12号"):
    return notice_of(REST_OF_2025 + text, 2025, title)


def kind(transactions, day):
    with transactions.read() as uow:
        return classify(day, calendar_of(uow, day, day))


def test_a_year_without_a_notice_says_so(calendar, staff, transactions):
    assert calendar.year(2027).known is False
    found = kind(transactions, date(2027, 10, 1))
    assert (found.day_class, found.known) == (DayClass.WORKDAY, False)


def test_the_shipped_years_are_taken_once_and_marked(calendar, staff):
    system = staff.people.system()
    assert calendar.take_shipped(system, shipped_notices()).value[-1] == 2026
    assert calendar.take_shipped(system, shipped_notices()).value == []
    view = calendar.year(2025)
    assert (view.known, view.shipped, view.editions) == (True, True, 1)
    assert sum(day.day_class.statutory for day in view.days) == 13


def test_a_supervisor_sees_whose_duty_changes_and_enters_the_notice(
    calendar, staff, october, transactions
):
    effect = calendar.effect(a_notice())
    by_day = {row.day: row for row in effect.days}
    # The clock stands on 6 October: what is over by then is counted, not listed.
    assert min(by_day) == date(2025, 10, 5)
    assert effect.over > 0
    assert by_day[date(2025, 10, 11)].after.day_class is DayClass.MAKEUP_WORKDAY
    posts = {post.label: post.names for post in by_day[date(2025, 10, 8)].duties}
    assert posts == {"带班领导": ("曾慧",), "主班": ("黄志强",)}
    assert effect.rosters == ("十月值班表",)
    assert kind(transactions, date(2025, 10, 8)).known is False

    done = calendar.enter(staff.supervisor, a_notice())
    assert done.value == effect
    assert kind(transactions, date(2025, 10, 8)).day_class is DayClass.REST
    assert calendar.year(2025).entered_by == "王伟"


def test_a_corrected_notice_holds_and_the_first_stays_on_record(calendar, staff, transactions):
    calendar.enter(staff.supervisor, a_notice())
    other = NOTICE.replace("9月28日、10月11日", "10月11日、10月12日")
    effect = calendar.enter(staff.supervisor, a_notice(other, "更正通知")).value
    assert [row.day for row in effect.days] == [date(2025, 10, 12)]
    assert kind(transactions, date(2025, 9, 28)).day_class is DayClass.WEEKEND
    assert (calendar.year(2025).editions, calendar.year(2025).title) == (2, "更正通知")


def test_the_same_notice_twice_is_refused(calendar, staff):
    calendar.enter(staff.supervisor, a_notice())
    with pytest.raises(RuleViolation, match=r"calendar\.nothing_new"):
        calendar.enter(staff.supervisor, a_notice())


def test_an_officer_may_not_enter_a_notice_and_the_attempt_is_kept(calendar, staff, transactions):
    with pytest.raises(AccessDenied):
        calendar.enter(staff.officer, a_notice())
    with transactions.read() as uow:
        rows = uow.audit.of("people", str(staff.officer.person_id))
    assert rows[-1]["action"] == "office.edit"


def test_a_notice_without_title_or_with_a_foreign_day_is_refused(calendar, staff):
    with pytest.raises(BadInput, match="no_title"):
        calendar.enter(staff.supervisor, a_notice(title=" "))
    wrong = YearNotice(2026, "通知", a_notice().days)
    with pytest.raises(BadInput, match="day_outside"):
        calendar.effect(wrong)


def test_a_key_period_ends_now_and_one_to_come_is_taken_back(calendar, staff, clock, transactions):
    now = clock.now()
    hour = timedelta(hours=1)
    for name, start in (("在中", now - hour), ("将来", now + hour)):
        calendar.add_key_period(staff.supervisor, name, start, now + 4 * hour)
    running, coming = calendar.key_periods(now)
    calendar.end_key_period(staff.supervisor, coming.id)
    calendar.end_key_period(staff.supervisor, running.id)
    assert [(p.name, p.end) for p in calendar.key_periods(now - hour)] == [("在中", now)]
    with transactions.read() as uow:
        (kept,) = uow.audit.of("office", str(coming.id))[-1:]
    assert (kept["action"], kept["after"]) == ("calendar.end_key_period", {"name": "将来"})
    with pytest.raises(RuleViolation):
        calendar.end_key_period(staff.supervisor, running.id)
    with pytest.raises(AccessDenied):
        calendar.end_key_period(staff.officer, running.id)


def test_a_key_period_covers_its_duty_days(calendar, staff, transactions, clock):
    start = clock.now().replace(hour=0, minute=30)  # 08:30 on the wall
    end = start.replace(day=start.day + 2)
    calendar.add_key_period(staff.supervisor, "国庆安全防范", start, end, "15:00")
    found = [kind(transactions, date(2025, 10, day)).key_period for day in (5, 6, 7, 8)]
    assert found == [False, True, True, False]
    with pytest.raises(BadInput):
        calendar.add_key_period(staff.supervisor, "反了", end, start)
