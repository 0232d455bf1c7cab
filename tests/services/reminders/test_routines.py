"""Own notes, what comes round, who comes next, and the daily report of a key period."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from safetydesk.domain.errors import AccessDenied, BadInput, NotFound
from safetydesk.domain.log import EntryKind
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


def test_a_note_taken_back_reminds_no_more(office_desk, routines, clock, staff, transactions):
    number = routines.remind(staff.officer, "叫醒司机", clock.now() + timedelta(hours=1)).value
    routines.take_back(staff.officer, number)
    with transactions.read() as uow:
        kept = uow.audit.of("reminders", str(number))[-1]
    assert (kept["action"], kept["before"]) == ("note.cancelled", {"title": "叫醒司机"})
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


def random_check(seed="5e" * 16, begins="22:00", until="06:00"):
    return Routine(
        1,
        1,
        RoutineKind.DUTY_CHECK,
        "夜间在岗",
        "",
        Rhythm.DAILY,
        0,
        begins,
        datetime(2025, 1, 1, tzinfo=ZONE),
        until,
        seed,
    )


def instants(routine, days=60):
    begin = datetime(2025, 2, 1, 12, tzinfo=ZONE)
    return [routine.next_at(begin + timedelta(days=n), ZONE) for n in range(days)]


def test_a_random_check_stays_within_its_hours_and_differs_from_day_to_day():
    drawn = instants(random_check())
    assert all(at.hour >= 22 or at.hour < 6 for at in drawn)
    assert len({(at.hour, at.minute) for at in drawn}) > 40


def test_a_random_check_is_the_same_however_often_it_is_asked_and_another_with_another_seed():
    assert instants(random_check()) == instants(random_check())
    assert instants(random_check()) != instants(random_check(seed="0a" * 16))


def test_a_check_within_a_whole_day_and_night_can_come_at_any_hour():
    hours = {at.hour for at in instants(random_check(begins="08:30", until="08:30"), 200)}
    assert len(hours) > 20


def test_a_random_check_is_not_foreseen_is_raised_and_its_outcome_stands_in_the_log(
    office_desk, routines, clock, staff, transactions
):
    routines.begin(
        staff.supervisor,
        RoutineKind.DUTY_CHECK,
        "夜间在岗",
        Rhythm.DAILY,
        time(0),
        until=time(0),
    )
    met = []
    for _ in range(48):
        ahead = office_desk.upcoming(clock.now(), hours=48)
        assert not [one for one in ahead if "夜间在岗" in one.title]
        clock.advance(hours=1)
        office_desk.raise_due()
        for alarm in office_desk.active(clock.now()):
            if alarm.title == "值班抽查：夜间在岗":
                assert "各岗" in alarm.guidance.text
                office_desk.close(staff.officer, alarm.item, "各岗在岗")
                met.append(alarm.item)
    assert len(met) in {1, 2, 3}
    with transactions.read() as uow:
        line = next(e for e in uow.log.newest(20) if e.text.startswith("值班抽查"))
    assert (line.kind, line.text, line.machine) == (
        EntryKind.DUTY_CHECK,
        "值班抽查：夜间在岗。结果：各岗在岗",
        False,
    )


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


def test_a_key_period_with_a_weekly_term_reminds_on_its_day(
    office_desk, transactions, clock, staff
):
    calendar = CalendarService(transactions)
    tomorrow = clock.now().astimezone(ZONE) + timedelta(days=1)
    term = f"每周{'一二三四五六日'[tomorrow.weekday()]} 09:00"
    calendar.add_key_period(
        staff.supervisor, "春运", clock.now(), clock.now() + timedelta(days=12), term
    )
    clock.to(tomorrow.replace(hour=8, minute=50, second=0, microsecond=0).isoformat())
    office_desk.raise_due()
    (alarm,) = [a for a in office_desk.active(clock.now()) if a.item.startswith("daily:")]
    assert "每周报告" in alarm.title


def test_a_term_that_says_no_time_is_refused(transactions, clock, staff):
    calendar = CalendarService(transactions)
    with pytest.raises(BadInput) as caught:
        calendar.add_key_period(
            staff.supervisor, "春运", clock.now(), clock.now() + timedelta(days=9), "周三下午"
        )
    assert caught.value.code == "calendar.report_term"


def test_a_daily_report_closed_by_hand_leaves_its_evidence_in_the_log(
    office_desk, transactions, clock, staff
):
    end = clock.now() + timedelta(days=2)
    CalendarService(transactions).add_key_period(
        staff.supervisor, "国庆", clock.now(), end, "15:00"
    )
    clock.advance(hours=24)
    office_desk.raise_due()
    daily = next(a for a in office_desk.active(clock.now()) if a.item.startswith("daily:"))
    office_desk.close(staff.officer, daily.item, "已电话报市局")
    with transactions.read() as uow:
        (line,) = uow.log.newest(1)
    assert line.kind is EntryKind.REPORTING
    assert line.text == f"办结提醒：{daily.title}。结果：已电话报市局"
