"""Numbers that nobody tried for too long are one reminder, which goes when they were tried."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from safetydesk.domain.errors import AccessDenied, BadInput
from safetydesk.domain.phone_numbers import PhoneKind, PhoneNumber
from safetydesk.services.contacts import ContactService
from safetydesk.services.duty_state import OfficeDutyState
from safetydesk.services.reminders import ReminderService
from safetydesk.services.views_contacts import ContactFields, SpecialGroup
from tests.helpers.desk_day import moment


@pytest.fixture
def database(sqlite_database):
    return sqlite_database


@pytest.fixture
def desk(transactions, shift, clock):
    clock.to(moment("12:00"))
    return ReminderService(transactions, OfficeDutyState(), desk="第一席")


@pytest.fixture
def contacts(transactions):
    return ContactService(transactions)


def add(contacts, staff, name, verified_on):
    number = PhoneNumber("19900000077", kind=PhoneKind.MOBILE)
    fields = ContactFields(name=name, unit="清溪街道", phones=(number,), verified_on=verified_on)
    return contacts.add(staff.officer, fields).value


def listed(desk, clock):
    desk.raise_due()
    return [a for a in desk.active(clock.now()) if a.item.startswith("contacts:")]


def test_many_old_numbers_are_one_reminder_that_goes_when_each_was_tried(
    desk, contacts, staff, clock
):
    made = [add(contacts, staff, f"何俊{n}", date(2025, 5, n + 1)) for n in range(20)]
    add(contacts, staff, "洪磊", date(2025, 9, 30))
    (alarm,) = listed(desk, clock)
    assert alarm.title == "通讯录有20个联系人的号码超过90天未核对或打不通"
    assert (alarm.item, alarm.closable) == ("contacts:202510", True)
    for contact_id in made:
        (phone,) = contacts.card(f"c{contact_id}").phones
        contacts.mark_verified(staff.officer, phone.id)
    assert listed(desk, clock) == []


def test_a_number_that_failed_is_asked_for_at_once(desk, contacts, staff, clock):
    contact_id = add(contacts, staff, "洪磊", date(2025, 9, 30))
    assert listed(desk, clock) == []
    (phone,) = contacts.card(f"c{contact_id}").phones
    contacts.mark_failed(staff.officer, phone.id)
    assert len(listed(desk, clock)) == 1


def test_closed_by_hand_it_comes_back_next_month(desk, contacts, staff, clock):
    add(contacts, staff, "何俊", date(2025, 5, 1))
    (alarm,) = listed(desk, clock)
    desk.close(staff.officer, alarm.item, "本月由综合科统一核对")
    assert listed(desk, clock) == []
    clock.advance(days=27)
    (alarm,) = listed(desk, clock)
    assert alarm.item == "contacts:202511"


def test_the_office_sets_for_how_long_a_verification_holds(desk, contacts, staff, clock):
    add(contacts, staff, "洪磊", date(2025, 8, 30))
    assert listed(desk, clock) == []
    contacts.set_verify_days(staff.supervisor, 30)
    assert len(listed(desk, clock)) == 1
    assert len(contacts.search("", group=SpecialGroup.TO_VERIFY)) == 1
    with pytest.raises(AccessDenied):
        contacts.set_verify_days(staff.officer, 60)
    for wrong in (0, 731):
        with pytest.raises(BadInput, match="verify_days"):
            contacts.set_verify_days(staff.supervisor, wrong)
    assert timedelta(days=contacts.verify_days()) == timedelta(days=30)
