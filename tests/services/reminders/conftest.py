"""A desk whose only duty is a report with an hour to go."""

from __future__ import annotations

from datetime import timedelta

import pytest

from safetydesk.services.reminders import ReminderService
from tests.helpers.duty_state import SimpleSource, a_report
from tests.helpers.office import small_office


@pytest.fixture
def staff(transactions):
    return small_office(transactions)


@pytest.fixture
def source(clock):
    made = SimpleSource()
    made.put(a_report(clock.now()))
    return made


@pytest.fixture
def shift(transactions, staff, clock):
    with transactions.database.write() as uow:
        opened = uow.shifts.open(
            {
                "number": "2025-279",
                "planned_from": clock.now(),
                "planned_to": clock.now() + timedelta(hours=24),
                "opened_at": clock.now(),
            }
        )
        uow.commit()
    return opened


@pytest.fixture
def desk(transactions, source, shift):
    return ReminderService(transactions, source, desk="第一席")
