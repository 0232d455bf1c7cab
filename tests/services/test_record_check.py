"""Checking the record finds what was changed behind the program, and names it."""

from __future__ import annotations

import pytest

from safetydesk.domain.access import Permission
from safetydesk.domain.call import CallDraft
from safetydesk.domain.incident_record import FactField
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.report_series import ReportType
from safetydesk.services.calls import CallService
from safetydesk.services.handover import HandoverService
from safetydesk.services.handover_signing import HandoverSigning
from safetydesk.services.incidents import NewIncident
from safetydesk.services.matter_writing import NewMatter
from safetydesk.services.open_incidents import OpenIncidents
from safetydesk.services.report_writing import Said, Sent, make_and_send
from tests.helpers.desk_day import desk_day, moment
from tests.helpers.office import PIN, id_of
from tests.helpers.tampering import tamper


@pytest.fixture
def desk(transactions, clock):
    """A desk with an incident, an instruction, a report, a call and a handover."""
    made = desk_day(transactions)
    staff = made.staff
    clock.to("2025-10-06T10:20:00+08:00")
    new = NewIncident(
        "反应釜爆炸", occurred_at=moment("10:05"), facts=((FactField.PLACE, "滨江路"),)
    )
    received = EntryDraft(EntryKind.INCIDENT_RECEIVED, "园区报爆炸")
    incident = made.incidents.open(staff.officer, new, received).value
    CallService(transactions).record(staff.officer, CallDraft("询问天气", number="0000-1234567"))
    order = NewMatter(
        "全力搜救", "值班室", moment("13:00"), ("区消防大队", "区卫健局"), text="全力搜救"
    )
    made.matters.open(staff.deputy, order, EntryDraft(EntryKind.INSTRUCTION, "区长批示"))
    with transactions.act(staff.officer, Permission.REPORT_SEND) as act:
        told = Said((Sent("市应急局"),), "爆炸，伤亡不明")
        make_and_send(act, ReportType.PHONE, told, None, incident_id=incident.id)
    clock.to("2025-10-07T08:28:00+08:00")
    sources = [OpenIncidents()]
    handover = HandoverService(transactions, staff.people, sources=sources)
    started = handover.start(staff.officer).value
    for item in started.items:
        handover.explain(staff.officer, item.id, "待续报")
    incoming = handover.join(id_of(staff.deputy), PIN).value
    for item in started.items:
        handover.tick(incoming, item.id)
    handover.read_back(incoming, started.id, "爆炸待续报")
    handover.confirm_read_back(staff.officer, started.id)
    signing = HandoverSigning(
        transactions, staff.people, sources=sources, represent=lambda act: None
    )
    clock.to("2025-10-07T08:38:00+08:00")
    signing.sign_outgoing(started.id, id_of(staff.officer), PIN)
    signing.sign_incoming(started.id, id_of(staff.deputy), PIN)
    clock.to("2025-10-07T09:00:00+08:00")
    made.incidents.open(staff.deputy, NewIncident("仓库起火"))
    for words in ("一", "二", "三"):
        made.log.append(staff.deputy, EntryDraft(EntryKind.OTHER, words))
    return made


def test_what_nobody_touched_holds(desk):
    verdict = desk.log.verify()
    assert (verdict.holds, verdict.what, verdict.backwards) == (True, "", None)


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE handover SET readback = '改'", "交接班记录"),
        ("UPDATE handover SET content = '{}'", "交接班记录"),
        ("UPDATE handover_item SET remark = '改'", "交接班记录"),
        ("UPDATE handover SET outgoing_signed_by = incoming_signed_by", "交接班记录"),
        ("DELETE FROM handover_item; DELETE FROM handover", "交接班记录"),
        ("UPDATE shift SET kept = NULL", "文件"),
        ("UPDATE report SET title = '改'", "报告"),
        ("DELETE FROM report_delivery; DELETE FROM report", "报送记录"),
        ("UPDATE matter_step SET text = '改'", "事项办理记录"),
        ("UPDATE report_delivery SET recipient = '改'", "报送记录"),
        ("UPDATE call_record SET number = '0'", "电话记录"),
        ("UPDATE incident_fact SET value = '改'", "事件情况"),
        ("UPDATE incident_event SET time = recorded_at", "事件记录"),
        ("UPDATE incident_event SET source = '改' WHERE incident_id = 2", "事件 2025-019 的记录"),
        ("DELETE FROM incident_event WHERE incident_id = 2", "已删去的事件记录"),
    ],
)
def test_what_was_changed_behind_the_program_is_named(desk, database, statement, named):
    tamper(database, *statement.split(";"))
    verdict = desk.log.verify()
    assert (verdict.holds, verdict.reason) == (False, "record")
    assert named in verdict.what
    assert verdict.first_bad is not None


def test_a_cut_tail_is_found_by_the_audit_trail(desk, database):
    head = desk.log.count()
    tamper(database, f"DELETE FROM log_entry WHERE seq > {head - 2}")
    verdict = desk.log.verify()
    assert (verdict.first_bad, verdict.reason) == (head - 1, "cut")
    assert desk.log.verify_tail().reason == "cut"


def test_a_clock_put_back_is_a_warning(desk, clock):
    clock.to("2025-10-07T08:50:00+08:00")
    entry = desk.log.append(desk.staff.deputy, EntryDraft(EntryKind.OTHER, "时钟回拨")).value
    verdict = desk.log.verify()
    assert (verdict.holds, verdict.backwards) == (True, entry.seq)
