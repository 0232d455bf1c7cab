"""What the database itself refuses, whatever the program asks for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from safetydesk.domain.call import CallDraft
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.handover import OpenItem
from safetydesk.domain.report import ReportContent
from safetydesk.services.calls import CallService
from safetydesk.services.duty import DutyService
from safetydesk.services.handover import HandoverService
from safetydesk.services.handover_signing import HandoverSigning
from safetydesk.services.shifts import ShiftService
from tests.helpers.office import PIN, small_office

RED = OpenItem("incident:1", 1, "2025-018 反应釜爆炸", "续报五已报", "终报")


class Open:
    """A source of open items."""

    def items(self, uow, now):
        return [RED]


@pytest.fixture
def staff(transactions):
    return small_office(transactions)


@pytest.fixture
def signing(transactions, staff):
    return HandoverSigning(transactions, staff.people, sources=[Open()], represent=lambda act: None)


@pytest.fixture
def handover(transactions, staff, clock):
    clock.to("2025-10-06T08:30:00+08:00")
    ShiftService(transactions).open_first(staff.officer)
    return HandoverService(transactions, staff.people, sources=[Open()])


@pytest.fixture
def signed(staff, signing, handover, clock):
    """The id of a handover with both signatures and an objection."""
    clock.to("2025-10-07T08:28:00+08:00")
    started = handover.start(staff.officer).value
    incoming = handover.join(staff.deputy.person_id, PIN).value
    handover.object(incoming, started.id, "统计直报未列入交接")
    handover.tick(incoming, started.items[0].id)
    handover.read_back(incoming, started.id, "爆炸待终报")
    handover.confirm_read_back(staff.officer, started.id)
    clock.to("2025-10-07T08:38:00+08:00")
    signing.sign_outgoing(started.id, staff.officer.person_id, PIN)
    signing.sign_incoming(started.id, staff.deputy.person_id, PIN)
    return started.id


def run(database, statement):
    """Runs a statement as the program's own connection could."""
    with database.write() as uow:
        uow.session.execute(text(statement))
        uow.commit()


def refused(database, *statements):
    """Whether the database refuses every one of the statements."""
    for statement in statements:
        with pytest.raises(RuleViolation) as found:
            run(database, statement)
        assert found.value.code == "storage.append_only", statement
    return True


def test_a_signed_handover_stays_as_it_was_signed(database, signed):
    assert refused(
        database,
        "UPDATE handover SET readback = '改'",
        "UPDATE handover SET content = '{}'",
        "UPDATE handover SET outgoing_signed_by = incoming_signed_by",
        "UPDATE handover SET incoming_signed_at = started_at",
        "UPDATE handover SET incoming_signed_at = NULL",
        "UPDATE handover SET cancelled_at = started_at",
        "UPDATE handover_item SET remark = '改'",
        "UPDATE handover_item SET ticked_at = NULL",
        "UPDATE handover_objection SET text = '改'",
        "DELETE FROM handover_objection",
        "DELETE FROM handover_item",
        "DELETE FROM handover",
        "INSERT INTO handover_objection (handover_id, at, by_id, text)"
        " SELECT id, started_at, NULL, '补' FROM handover",
    )


def test_a_closed_shift_stays_as_it_was_sealed(database, signed):
    assert refused(
        database,
        "UPDATE shift SET sealed_hash = '' WHERE closed_at IS NOT NULL",
        "UPDATE shift SET kept = NULL WHERE closed_at IS NOT NULL",
        "UPDATE shift SET closed_at = NULL WHERE closed_at IS NOT NULL",
    )


def test_the_leader_still_signs_a_handover_and_only_once(database, staff, signing, signed):
    signing.sign_leader(signed, staff.leader.person_id, PIN)
    assert refused(
        database,
        "UPDATE handover SET leader_signed_at = started_at",
        "UPDATE handover SET leader_signed_by = NULL",
    )


def test_a_handover_in_progress_can_be_changed_as_ever(staff, handover):
    started = handover.start(staff.officer).value
    handover.explain(staff.officer, started.items[0].id, "一")
    handover.explain(staff.officer, started.items[0].id, "二")
    assert handover.get(started.id).items[0].remark == "二"


def test_a_delivery_is_confirmed_once_and_never_changed(database):
    at = datetime(2025, 10, 6, 2, tzinfo=UTC)
    with database.write() as uow:
        values = {"incident_id": None, "kind": "initial", "series": 1, "year": 2025}
        drafted = {"drafted_at": at, "drafted_by": None}
        report_id = uow.reports.add(ReportContent(title="首报"), {**values, **drafted})
        sent = {"report_id": report_id, "recipient": "市应急局", "level": "city"}
        delivery = uow.reports.deliver({**sent, "means": "网络", "sent_at": at})
        uow.reports.confirm(delivery, "张三", datetime(2025, 10, 6, 3, tzinfo=UTC))
        uow.commit()
    assert refused(
        database,
        "UPDATE report_delivery SET sent_at = confirmed_at",
        "UPDATE report_delivery SET recipient = '区政府'",
        "UPDATE report_delivery SET confirmed_by = '李四'",
        "UPDATE report_delivery SET confirmed_at = NULL",
        "DELETE FROM report_delivery",
    )


def test_a_telephone_record_stays(database, transactions, staff):
    CallService(transactions).record(staff.officer, CallDraft("询问天气", number="0000-1234567"))
    assert refused(database, "UPDATE call_record SET number = '0'", "DELETE FROM call_record")


def test_who_was_there_stays(database, transactions, staff, clock):
    duty = DutyService(transactions)
    clock.to("2025-10-06T08:30:00+08:00")
    duty.check_in(staff.officer, staff.officer.person_id, "primary")
    clock.to("2025-10-06T09:30:00+08:00")
    duty.check_out(staff.officer, staff.officer.person_id, "primary")
    assert refused(
        database,
        "UPDATE presence SET checked_in_at = checked_out_at",
        "UPDATE presence SET checked_out_at = checked_in_at",
        "UPDATE presence SET checked_out_at = NULL",
        "UPDATE presence SET note = '改'",
        "UPDATE presence SET post = 'deputy'",
        "DELETE FROM presence",
    )
