"""An empty database becomes an office whole, or stays empty."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from safetydesk.domain.access import Permission, Role
from safetydesk.domain.errors import BadInput, RuleViolation
from safetydesk.domain.founding import FIRST_POSTS, Fault, Field, Founding, faults
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.services.founding import found_office
from safetydesk.services.heartbeats import HeartbeatService
from safetydesk.services.log import LogService
from safetydesk.services.people import NewPerson, PeopleService
from safetydesk.services.shifts import ShiftService

GIVEN = Founding(
    name=" 云川区应急管理局 ",
    short_name="区应急局",
    district="云川区",
    level="county",
    duty_phone="0000-5550101",
    masthead="云川区应急管理局值班信息",
    number="S01",
    person="王伟",
    mobile="19900000011",
    pin="135790",
    pin_again="135790",
    packs=("shandong",),
)


def test_an_office_is_founded_with_its_posts_and_packs(transactions):
    found_office(transactions, GIVEN)
    with transactions.read() as uow:
        office = uow.office.facts()
    assert (office.name, office.desk_name) == ("云川区应急管理局", "云川区应急管理局值班室")
    assert (office.level, office.turnover, office.zone) == ("county", "08:30", "Asia/Shanghai")
    assert office.packs == ("national", "shandong")
    assert office.posts == FIRST_POSTS
    assert office.duty_phone == "0000-5550101"
    assert (office.first_issue, office.first_incident, office.first_matter) == (1, 1, 1)


def test_the_first_person_signs_in_adds_others_and_serves(transactions):
    person_id = found_office(transactions, GIVEN).value
    people = PeopleService(transactions, desk="第一席")
    first = people.verify_pin(person_id, "135790")
    assert first.roles == {Role.SUPERVISOR, Role.OFFICER}
    new = NewPerson("S02", "何佳", ("deputy",), frozenset({Role.OFFICER}))
    people.add(first, new, "246802")
    LogService(transactions).append(first, EntryDraft(EntryKind.INCOMING_CALL, "试话"))
    assert [person.name for person in people.all()] == ["王伟", "何佳"]


def test_a_leader_may_be_the_first(transactions):
    person_id = found_office(transactions, replace(GIVEN, leads=True)).value
    person = PeopleService(transactions, desk="第一席").get(person_id)
    assert person.posts == ("leader",)
    assert person.roles == {Role.SUPERVISOR, Role.LEADER}


def test_the_shift_that_is_running_is_open(transactions):
    found_office(transactions, replace(GIVEN, turnover="08:00"))
    shift = ShiftService(transactions).current()
    assert shift is not None
    assert shift.planned_from == datetime.fromisoformat("2025-10-06T08:00:00+08:00")


def test_the_founding_is_in_the_audit_trail(transactions):
    found_office(transactions, GIVEN)
    with transactions.read() as uow:
        (row,) = uow.audit.of("office", "")
    assert (row["action"], row["after"]) == ("office.found", {"name": "云川区应急管理局"})
    topics = [change.topic for change in HeartbeatService(transactions, desk="x").changes_after(0)]
    assert topics == ["office", "people", "shift"]


def test_there_is_one_office_to_a_database(transactions):
    found_office(transactions, GIVEN)
    with pytest.raises(RuleViolation) as refused:
        found_office(transactions, replace(GIVEN, name="另一个局"))
    assert refused.value.code == "founding.office_exists"


def test_a_first_person_who_cannot_be_stored_leaves_no_office_behind(transactions):
    people = PeopleService(transactions, desk="第一席")
    namesake = NewPerson(GIVEN.number, "何佳", (), frozenset({Role.OFFICER}))
    people.add(people.system(), namesake, "246802")
    with pytest.raises(RuleViolation):
        found_office(transactions, GIVEN)
    with transactions.read() as uow:
        assert not uow.office.exists()


@pytest.mark.parametrize(
    ("wrong", "field", "fault"),
    [
        ({"name": "  "}, Field.NAME, Fault.MISSING),
        ({"person": "王" * 61}, Field.PERSON, Fault.TOO_LONG),
        ({"turnover": "8:30"}, Field.TURNOVER, Fault.NO_TIME),
        ({"turnover": "24:00"}, Field.TURNOVER, Fault.NO_TIME),
        ({"duty_phone": "值班室"}, Field.DUTY_PHONE, Fault.NO_PHONE),
        ({"mobile": "12"}, Field.MOBILE, Fault.NO_PHONE),
        ({"pin": "12345", "pin_again": "12345"}, Field.PIN, Fault.PIN_SHORT),
        ({"pin": "111111", "pin_again": "111111"}, Field.PIN, Fault.PIN_SIMPLE),
        ({"pin_again": "135791"}, Field.PIN_AGAIN, Fault.PIN_DIFFERS),
    ],
)
def test_an_answer_that_cannot_be_taken_is_named(transactions, wrong, field, fault):
    given = replace(GIVEN, **wrong)
    assert faults(given) == {field: fault}
    with pytest.raises(BadInput) as refused:
        found_office(transactions, given)
    assert refused.value.fields["where"] == field.value


@pytest.mark.parametrize("wrong", [{"level": "country"}, {"packs": ("atlantis",)}])
def test_levels_and_packs_are_those_that_exist(transactions, wrong):
    with pytest.raises(BadInput):
        found_office(transactions, replace(GIVEN, **wrong))


def test_several_faults_come_in_the_order_of_the_form():
    given = replace(GIVEN, pin_again="", name="", turnover="noon")
    assert list(faults(given)) == [Field.NAME, Field.TURNOVER, Field.PIN_AGAIN]


def test_an_office_may_have_a_landline_a_mobile_or_a_short_number():
    for phone in ("0000-5550101", "１９９００００００１１", "660900"):
        assert faults(replace(GIVEN, duty_phone=phone)) == {}


def test_the_first_person_may_edit_the_office(transactions):
    person_id = found_office(transactions, GIVEN).value
    actor = PeopleService(transactions, desk="第一席").actor(person_id)
    assert actor.may(Permission.OFFICE_EDIT)
