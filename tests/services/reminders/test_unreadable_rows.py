"""One row that no rule can read says so itself, takes nothing off the list, silences no other."""

from __future__ import annotations

import logging
from datetime import time, timedelta
from typing import Any

import pytest
from sqlalchemy import DDL, text, update

from safetydesk.domain.errors import NotFound
from safetydesk.domain.reminder import DutyKind
from safetydesk.domain.routine import Rhythm, RoutineKind
from safetydesk.domain.warning import WarningLevel, WarningStatement
from safetydesk.services.duty_state import OfficeDutyState
from safetydesk.services.matter_writing import NewMatter
from safetydesk.services.matters import MatterService
from safetydesk.services.reminders import ReminderService
from safetydesk.services.routines import RoutineService
from safetydesk.services.set_apart import SetApart
from safetydesk.services.told_once import ToldOnce
from safetydesk.services.views_warnings import NewMessage
from safetydesk.services.warnings import WarningService
from safetydesk.storage.base import Base


@pytest.fixture
def database(sqlite_database):
    return sqlite_database


@pytest.fixture
def office_desk(transactions, shift):
    return ReminderService(transactions, OfficeDutyState(), desk="第一席", remembers=True)


def make_matter(transactions, staff, now):
    new = NewMatter("危桥封闭情况反馈", "何佳", due_at=now + timedelta(minutes=20))
    MatterService(transactions).open(staff.officer, new)


def make_routine(transactions, staff, now):
    RoutineService(transactions).begin(
        staff.supervisor, RoutineKind.OFFICE, "查岗", Rhythm.DAILY, time(8, 10)
    )


def make_warning(transactions, staff, now):
    said = WarningStatement("暴雨", WarningLevel.RED, "临江市气象台", now - timedelta(minutes=2))
    WarningService(transactions).take_in(staff.officer, NewMessage(said))


SPOILT: dict[str, tuple[Any, str, dict[str, Any], str]] = {
    "matter": (make_matter, "matter_step", {"kind": "unheard_of"}, "matter:"),
    "routine": (make_routine, "routine", {"time": "25:99"}, "note:routine:"),
    "warning": (make_warning, "warning_message", {"level": 9}, "warning:"),
}


def spoil(transactions, table, values, **only):
    """Writes into rows what this program does not know, past the guards of the table."""
    rows = Base.metadata.tables[table]
    with transactions.database.write() as uow:
        guards = text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :name")
        for guard in uow.session.scalars(guards, {"name": table}).all():
            uow.session.execute(DDL(f"DROP TRIGGER {guard}"))
        uow.session.execute(update(rows).filter_by(**only).values(**values))
        uow.commit()


@pytest.mark.parametrize("kind", SPOILT)
def test_a_row_that_cannot_be_read_says_so_and_silences_no_other(
    office_desk, transactions, clock, staff, expected_complaints, caplog, kind
):
    make, table, spoilt, prefix = SPOILT[kind]
    expected_complaints.append("safetydesk.duty_state")
    make(transactions, staff, clock.now())
    RoutineService(transactions).remind(staff.officer, "叫醒司机", clock.now() + timedelta(hours=1))
    clock.advance(minutes=15)
    office_desk.raise_due()
    before = {a.item for a in office_desk.active(clock.now()) if a.item.startswith(prefix)}
    assert before, "it was on the list as long as it could be read"
    spoil(transactions, table, spoilt)
    clock.advance(hours=1)
    office_desk.raise_due()
    listed = {a.item: a for a in office_desk.active(clock.now())}
    assert "叫醒司机" in {alarm.title for alarm in listed.values()}
    assert before <= set(listed), "that it cannot be read is no sign that it is done"
    assert not any(listed[item].state.is_cleared for item in before)
    faults = [item for item in listed if item.endswith(":fault")]
    assert len(faults) == 1
    clock.advance(minutes=2)
    assert not office_desk.raise_due().changes, "found once, it stands"
    said = [line for line in caplog.records if line.name == "safetydesk.duty_state"]
    assert len(said) == 1, "and it is said once"
    assert [a.title for a in office_desk.active(clock.now()) if "推算失败" in a.title]


@pytest.mark.parametrize("kind", ["matter", "warning"])
def test_a_row_that_cannot_be_read_keeps_no_other_of_its_kind_from_the_list(
    office_desk, transactions, clock, staff, expected_complaints, kind
):
    make, table, spoilt, prefix = SPOILT[kind]
    expected_complaints.append("safetydesk.duty_state")
    make(transactions, staff, clock.now())
    clock.advance(hours=3)
    make(transactions, staff, clock.now())
    spoil(transactions, table, spoilt, **{f"{kind}_id": 1})
    clock.advance(hours=1)
    office_desk.raise_due()
    listed = {alarm.item for alarm in office_desk.active(clock.now())}
    assert f"{prefix}1:fault" in listed
    assert any(item == f"{prefix}2" or item.startswith(f"{prefix}2:") for item in listed)


def test_one_thing_that_cannot_be_read_leaves_the_others_of_its_kind(
    transactions, clock, staff, expected_complaints
):
    expected_complaints.append("safetydesk.duty_state")

    def unreadable():
        yield 1
        raise NotFound("person.unknown")

    told = ToldOnce(logging.getLogger("safetydesk.duty_state"))
    with transactions.read() as uow, told.reading() as troubles:
        apart = SetApart(uow, clock.now(), troubles)
        read = apart.all(
            DutyKind.WARNING,
            lambda: (
                *apart.one(DutyKind.WARNING, 1, "预警 Y-1", unreadable),
                *apart.one(DutyKind.WARNING, 2, "预警 Y-2", lambda: [2]),
            ),
        )
        (fault,) = apart.faults()
    assert read == (2,)
    assert (fault.item, fault.kind) == ("warning:1:fault", DutyKind.WARNING)
    assert apart.unknown() == ("warning:1", "calling:1")
