"""The level of the office changes for what comes; what is in hand stays what it was."""

from __future__ import annotations

import pytest

from safetydesk.domain.errors import AccessDenied, BadInput, RuleViolation
from safetydesk.domain.incident import ActorLevel, Category
from safetydesk.services.incidents import NewIncident
from safetydesk.services.office_place import OfficePlaceService
from tests.helpers.desk_day import desk_day, moment


@pytest.fixture
def desk(transactions, clock):
    clock.to(moment("09:00"))
    return desk_day(transactions)


@pytest.fixture
def place(transactions):
    return OfficePlaceService(transactions)


def opens(desk, clock, at):
    clock.to(moment(at))
    new = NewIncident("反应釜爆炸", received_at=moment(at), category=Category.WORK_SAFETY)
    return desk.incidents.open(desk.staff.officer, new).value.id


def recipients(desk, incident):
    return {(o.rule, o.to) for o in desk.incidents.view(incident).obligations}


def test_incidents_in_hand_keep_the_level_they_were_opened_at(desk, place, clock):
    running = opens(desk, clock, "10:00")
    before = recipients(desk, running)
    place.change(desk.staff.supervisor, ActorLevel.CITY, "临江市", "机构改革")
    assert recipients(desk, running) == before
    assert ("N04", "市级应急管理部门") in before
    later = recipients(desk, opens(desk, clock, "10:10"))
    assert ("N04", "本级人民政府") in later
    assert ("N04", "市级应急管理部门") not in later


def test_the_effect_is_told_before_it_is_done(desk, place, clock):
    opens(desk, clock, "10:00")
    effect = place.effect(ActorLevel.CITY)
    assert (effect.before, effect.after, effect.kept) == (ActorLevel.COUNTY, ActorLevel.CITY, 1)
    assert effect.superior_after == "省级应急管理部门"
    assert effect.rules_after != effect.rules_before
    assert place.facts().level == "county"


@pytest.mark.parametrize(
    ("district", "reason", "error", "code"),
    [
        (" ", "改革", BadInput, "office.no_district"),
        ("区" * 101, "改革", BadInput, "office.no_district"),
        ("临江市", " ", RuleViolation, "rule_pack.no_reason"),
        ("云川区", "改革", RuleViolation, "rule_pack.unchanged"),
    ],
)
def test_a_place_is_not_changed_without_need(desk, place, district, reason, error, code):
    with pytest.raises(error) as refused:
        place.change(desk.staff.supervisor, ActorLevel.COUNTY, district, reason)
    assert refused.value.code == code


def test_only_a_supervisor_changes_the_place(desk, place):
    with pytest.raises(AccessDenied):
        place.change(desk.staff.officer, ActorLevel.CITY, "临江市", "改革")


def test_the_change_stands_in_the_audit_trail(desk, place, transactions):
    place.change(desk.staff.supervisor, ActorLevel.CITY, "临江市", "机构改革")
    with transactions.read() as uow:
        (row,) = [row for row in uow.audit.of("office", "") if row["action"] == "office.place"]
    assert row["after"] == {"level": "city", "district": "临江市", "reason": "机构改革"}
