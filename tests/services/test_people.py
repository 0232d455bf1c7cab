"""People and their PINs: wrong ones are counted, and the count survives."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from safetydesk.domain.access import Role
from safetydesk.domain.errors import AccessDenied, RuleViolation
from safetydesk.services.log import LogService
from safetydesk.services.people import NewPerson, PeopleService
from tests.helpers.office import PIN, small_office


@pytest.fixture
def staff(transactions):
    return small_office(transactions)


def test_the_right_pin_signs_in_with_the_persons_roles(staff):
    actor = staff.people.verify_pin(staff.leader.person_id, PIN)
    assert actor == staff.leader


def test_five_wrong_pins_lock_for_five_minutes_even_after_a_restart(staff, transactions, clock):
    for left in (4, 3, 2, 1):
        with pytest.raises(RuleViolation) as refused:
            staff.people.verify_pin(staff.officer.person_id, "000001")
        assert refused.value.fields["left"] == left
    with pytest.raises(RuleViolation) as refused:
        staff.people.verify_pin(staff.officer.person_id, "000001")
    assert refused.value.code == "pin.locked"
    restarted = PeopleService(transactions, desk="第一席")
    with pytest.raises(RuleViolation) as refused:
        restarted.verify_pin(staff.officer.person_id, PIN)
    assert refused.value.code == "pin.locked"
    clock.advance(minutes=5, seconds=1)
    assert restarted.verify_pin(staff.officer.person_id, PIN) == staff.officer


def test_twelve_tries_at_once_are_twelve_tries(staff):
    def tried(_) -> str:
        try:
            staff.people.verify_pin(staff.officer.person_id, "000001")
        except RuleViolation as error:
            return f"{error.code} {error.fields.get('left', '')}"
        return "right"

    with ThreadPoolExecutor(12) as pool:
        answers = sorted(pool.map(tried, range(12)))
    assert answers == ["pin.locked "] * 8 + [f"pin.wrong {left}" for left in (1, 2, 3, 4)]
    with pytest.raises(RuleViolation) as refused:
        staff.people.verify_pin(staff.officer.person_id, PIN)
    assert refused.value.code == "pin.locked"


def test_somebody_who_left_the_office_cannot_sign(staff, transactions):
    with transactions.database.write() as uow:
        person = uow.people.get(staff.officer.person_id)
        uow.people.change(person.id, person.version, {"active": False})
        uow.commit()
    with pytest.raises(RuleViolation) as refused:
        staff.people.sign_in(staff.officer.person_id, PIN)
    assert refused.value.code == "people.inactive"


def locked(staff):
    for _ in range(5):
        with pytest.raises(RuleViolation):
            staff.people.verify_pin(staff.officer.person_id, "000001")


def test_putting_the_clock_on_does_not_open_the_lock(staff, clock):
    locked(staff)
    clock.step(hours=1)
    with pytest.raises(RuleViolation) as refused:
        staff.people.verify_pin(staff.officer.person_id, PIN)
    assert refused.value.code == "pin.locked"
    clock.advance(minutes=5, seconds=1)
    assert staff.people.verify_pin(staff.officer.person_id, PIN) == staff.officer


def test_putting_the_clock_back_does_not_draw_the_lock_out(staff, transactions, clock):
    locked(staff)
    clock.step(days=-3)
    restarted = PeopleService(transactions, desk="第一席")
    for people in (staff.people, restarted):
        with pytest.raises(RuleViolation):
            people.verify_pin(staff.officer.person_id, PIN)
    clock.advance(minutes=5, seconds=1)
    assert restarted.verify_pin(staff.officer.person_id, PIN) == staff.officer


def test_a_right_pin_forgets_earlier_failures(staff):
    for _ in range(3):
        for _ in range(4):
            with pytest.raises(RuleViolation):
                staff.people.verify_pin(staff.officer.person_id, "000001")
        staff.people.verify_pin(staff.officer.person_id, PIN)


@pytest.mark.parametrize("pin", ["12345", "abcdef", "１２３４５６", "111111", ""])
def test_a_weak_pin_is_refused(staff, pin):
    with pytest.raises(RuleViolation):
        staff.people.change_pin(staff.officer.person_id, PIN, pin)
    staff.people.verify_pin(staff.officer.person_id, PIN)


def test_a_new_pin_replaces_the_old_one(staff):
    staff.people.change_pin(staff.officer.person_id, PIN, "903715")
    staff.people.verify_pin(staff.officer.person_id, "903715")
    with pytest.raises(RuleViolation):
        staff.people.verify_pin(staff.officer.person_id, PIN)


def test_a_number_stands_for_one_person(staff):
    new = NewPerson("S12", "黄志", (), frozenset({Role.READER}))
    with pytest.raises(RuleViolation) as refused:
        staff.people.add(staff.supervisor, new, PIN)
    assert refused.value.code == "people.number_taken"


def test_a_forgotten_pin_is_given_anew_and_the_log_says_so(staff, transactions):
    for _ in range(4):
        with pytest.raises(RuleViolation):
            staff.people.verify_pin(staff.officer.person_id, "000001")
    staff.people.give_pin(staff.supervisor, staff.officer.person_id, "246810")
    assert staff.people.verify_pin(staff.officer.person_id, "246810") == staff.officer
    with pytest.raises(RuleViolation):
        staff.people.verify_pin(staff.officer.person_id, PIN)
    (line,) = LogService(transactions).newest(1)
    assert line.text == f"{staff.supervisor.name}为{staff.officer.name}重设口令"


def test_nobody_but_a_supervisor_gives_pins_and_not_to_oneself(staff):
    with pytest.raises(AccessDenied):
        staff.people.give_pin(staff.officer, staff.leader.person_id, "246810")
    with pytest.raises(RuleViolation) as refused:
        staff.people.give_pin(staff.supervisor, staff.supervisor.person_id, "246810")
    assert refused.value.code == "pin.own"
    staff.people.verify_pin(staff.supervisor.person_id, PIN)
