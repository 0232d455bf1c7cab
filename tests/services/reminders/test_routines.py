"""Own notes, what comes round, who comes next, and the daily report of a key period."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from safetydesk.domain.errors import AccessDenied, BadInput, NotFound
from safetydesk.domain.routine import Rhythm, Routine, RoutineKind
from safetydesk.services.calendar import CalendarService
from safetydesk.services.duty_state import OfficeDutyState
from safetydesk.services.reminders import ReminderService
from safetydesk.services.routines import RoutineService

ZONE = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def routines(transactions):
    return RoutineService(transactions)


@pytest.fixture
def office_desk(transactions, shift):
    return ReminderService(transactions, OfficeDutyState(), desk="第一席")


def titles(desk, clock):
    return [alarm.title for alarm in desk.active(clock.now())]


def test_remind_me_at_four_reminds_at_four_once_and_is_closed_by_hand(
    office_desk, routines, clock, staff
):
    number = routines.remind(staff.officer, "叫醒司机", clock.now() + timedelta(hours=3)).value
    office_desk.raise_due()
    assert "叫醒司机" not in titles(office_desk, clock)
    clock.advance(hours=3)
    office_desk.raise_due()
    assert "叫醒司机" in titles(office_desk, clock)
    office_desk.close(staff.officer, f"note:{number}", "已叫醒")
    office_desk.raise_due()
    assert "叫醒司机" not in titles(office_desk, clock)


def test_a_note_needs_words_a_time_to_come_and_an_officer(routines, clock, staff):
    with pytest.raises(BadInput, match="no_title"):
        routines.remind(staff.officer, " ", clock.now() + timedelta(hours=1))
    for wrong in (clock.now(), clock.now() + timedelta(days=400)):
        with pytest.raises(BadInput, match="past"):
            routines.remind(staff.officer, "x", wrong)
    with pytest.raises(AccessDenied):
        routines.remind(staff.supervisor, "x", clock.now() + timedelta(hours=1))


def test_a_note_taken_back_reminds_no_more(office_desk, routines, clock, staff):
    number = routines.remind(staff.officer, "叫醒司机", clock.now() + timedelta(hours=1)).value
    routines.take_back(staff.officer, number)
    with pytest.raises(NotFound):
        routines.take_back(staff.officer, number)
    clock.advance(hours=1)
    office_desk.raise_due()
    assert "叫醒司机" not in titles(office_desk, clock)


def test_an_equipment_test_comes_round_every_day(office_desk, routines, clock, staff):
    routines.begin(
        staff.supervisor, RoutineKind.EQUIPMENT, "卫星电话", Rhythm.DAILY, time(9), to_whom="副班"
    )
    closed = 0
    for _ in range(3 * 24):
        clock.advance(hours=1)
        office_desk.raise_due()
        for alarm in office_desk.active(clock.now()):
            if alarm.title == "设备测试：卫星电话":
                office_desk.close(staff.officer, alarm.item, "正常")
                closed += 1
    assert closed == 3


def test_a_routine_that_ended_comes_round_no_more(routines, staff):
    number = routines.begin(
        staff.supervisor, RoutineKind.CONTACTS, "核对", Rhythm.MONTHLY, time(9), day=31
    ).value
    routines.end(staff.supervisor, number, 1)
    assert routines.routines() == []
    with pytest.raises(BadInput):
        routines.begin(staff.supervisor, RoutineKind.OFFICE, "x", Rhythm.WEEKLY, time(9), day=7)


def test_the_last_day_of_a_short_month_stands_for_the_31st():
    routine = Routine(
        1,
        1,
        RoutineKind.CONTACTS,
        "核对",
        "",
        Rhythm.MONTHLY,
        31,
        "09:00",
        datetime(2025, 1, 1, tzinfo=ZONE),
    )
    past, ahead = routine.notes(datetime(2025, 2, 10, 12, tzinfo=ZONE), ZONE)
    assert (past.at.date(), ahead.at.date()) == (date(2025, 1, 31), date(2025, 2, 28))


def test_a_key_period_with_a_time_asks_for_a_report_each_day(
    office_desk, transactions, clock, staff
):
    calendar = CalendarService(transactions)
    end = clock.now() + timedelta(days=2)
    calendar.add_key_period(staff.supervisor, "国庆", clock.now(), end, "15:00")
    seen: set[str] = set()
    for _ in range(60):
        clock.advance(hours=1)
        office_desk.raise_due()
        seen |= {a.item for a in office_desk.active(clock.now()) if a.item.startswith("daily:")}
    assert len(seen) == 2
