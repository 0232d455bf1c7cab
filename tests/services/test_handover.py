"""The handover: nothing is signed blind, and responsibility moves in one piece."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from safetydesk.domain.access import Permission
from safetydesk.domain.errors import AccessDenied, RuleViolation
from safetydesk.domain.handover import HandoverStep, OpenItem
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.services.duty_state import OfficeDutyState
from safetydesk.services.handover import HandoverService
from safetydesk.services.handover_signing import HandoverSigning
from safetydesk.services.log import LogService
from safetydesk.services.open_notes import OpenNotes
from safetydesk.services.reminder_writing import represent
from safetydesk.services.reminders import ReminderService
from safetydesk.services.routines import RoutineService
from safetydesk.services.shifts import ShiftService
from tests.helpers.office import PIN, small_office


class Open:
    """A source of open items."""

    def __init__(self, *items):
        self._items = list(items)

    def items(self, uow, now):
        return self._items

    def opens(self, item):
        self._items.append(item)


RED = OpenItem("incident:1", 1, "2025-018 反应釜爆炸", "续报五已报", "终报")
QUIET = OpenItem("matter:2", 3, "M-2025-062 柳河镇危桥封闭情况反馈")


@pytest.fixture
def staff(transactions):
    return small_office(transactions)


@pytest.fixture
def log(transactions):
    return LogService(transactions)


@pytest.fixture
def shifts(transactions, staff, clock):
    clock.to("2025-10-06T08:30:00+08:00")
    service = ShiftService(transactions)
    service.open_first(staff.officer)
    return service


@pytest.fixture
def source():
    return Open(QUIET, RED)


@pytest.fixture
def handover(transactions, staff, shifts, source):
    return HandoverService(transactions, staff.people, sources=[source])


@pytest.fixture
def represented():
    return []


@pytest.fixture
def signing(transactions, staff, represented, source):
    return HandoverSigning(
        transactions, staff.people, sources=[source], represent=represented.append
    )


def test_the_draft_orders_by_severity_and_writes_what_it_froze(handover, staff, log):
    started = handover.start(staff.officer).value
    assert [item.subject for item in started.items] == ["incident:1", "matter:2"]
    entry = log.newest(1)[0]
    assert started.frozen_seq == entry.seq
    assert entry.text == "交接准备：未办结1项（M-2025-062），事件2025-018未终报"


def test_starting_twice_gives_the_same_draft(handover, staff, log):
    first = handover.start(staff.officer).value
    assert handover.start(staff.deputy).value.id == first.id
    assert log.count() == 1


def ready(handover, staff, started):
    """Everything before the signatures done."""
    for item in started.items:
        handover.explain(staff.officer, item.id, "已说明", next_owner="何佳")
    incoming = handover.join(staff.deputy.person_id, PIN).value
    for item in started.items:
        handover.tick(incoming, item.id)
    handover.read_back(incoming, started.id, "爆炸事故待终报")
    handover.confirm_read_back(staff.officer, started.id)
    return incoming


def test_responsibility_moves_at_the_incoming_signature(
    handover, signing, staff, shifts, log, clock, represented
):
    clock.to("2025-10-07T08:28:00+08:00")
    started = handover.start(staff.officer).value
    clock.to("2025-10-07T08:31:00+08:00")
    ready(handover, staff, started)
    clock.to("2025-10-07T08:36:00+08:00")
    signing.sign_outgoing(started.id, staff.officer.person_id, PIN)
    old = shifts.current()
    assert old is not None
    clock.to("2025-10-07T08:38:00+08:00")
    signing.sign_incoming(started.id, staff.deputy.person_id, PIN)
    new = shifts.current()
    assert new is not None
    assert new.id != old.id
    assert new.number == "2025-280"
    assert new.opened_at == clock.now()
    assert shifts.get(old.id).closed_at == clock.now()
    assert len(represented) == 1
    closing = log.sheet(old.id).lines[-1].line.entry
    opening = log.sheet(new.id).lines[0].line.entry
    assert closing.author_name == "黄志强"
    assert closing.text.startswith("与何佳交接完毕，双方签字")
    assert opening.author_name == "何佳"
    assert opening.event_at == datetime(2025, 10, 7, 0, 31, tzinfo=UTC)
    assert log.verify().holds
    assert handover.get(started.id).step is HandoverStep.DONE


def test_entries_after_the_signature_belong_to_the_new_shift(handover, signing, staff, shifts, log):
    started = handover.start(staff.officer).value
    ready(handover, staff, started)
    signing.sign_outgoing(started.id, staff.officer.person_id, PIN)
    before = log.append(staff.officer, EntryDraft(EntryKind.OTHER, "签字之前")).value
    signing.sign_incoming(started.id, staff.deputy.person_id, PIN)
    after = log.append(staff.deputy, EntryDraft(EntryKind.OTHER, "签字之后")).value
    assert before.shift_id != after.shift_id


@pytest.mark.parametrize(
    ("missing", "code"),
    [
        ("join", "handover.nobody_joined"),
        ("tick", "handover.unticked"),
        ("readback", "handover.no_readback"),
        ("confirm", "handover.readback_unconfirmed"),
    ],
)
def test_nothing_is_signed_blind(handover, signing, staff, shifts, missing, code):
    started = handover.start(staff.officer).value
    for item in started.items:
        handover.explain(staff.officer, item.id, "已说明")
    if missing != "join":
        incoming = handover.join(staff.deputy.person_id, PIN).value
        if missing != "tick":
            for item in started.items:
                handover.tick(incoming, item.id)
            if missing != "readback":
                handover.read_back(incoming, started.id, "爆炸事故待终报")
        signing.sign_outgoing(started.id, staff.officer.person_id, PIN)
    with pytest.raises(RuleViolation) as refused:
        if missing == "join":
            signing.sign_outgoing(started.id, staff.officer.person_id, PIN)
        else:
            signing.sign_incoming(started.id, staff.deputy.person_id, PIN)
    assert refused.value.code == code
    assert shifts.current().id == started.shift_id


def test_an_item_without_a_word_stops_the_outgoing_signature(handover, signing, staff):
    started = handover.start(staff.officer).value
    handover.join(staff.deputy.person_id, PIN)
    with pytest.raises(RuleViolation) as refused:
        signing.sign_outgoing(started.id, staff.officer.person_id, PIN)
    assert refused.value.code == "handover.unexplained"
    assert refused.value.fields["title"].startswith("M-2025-062")


def test_a_changed_read_back_must_be_confirmed_again(handover, staff):
    started = handover.start(staff.officer).value
    incoming = ready(handover, staff, started)
    handover.read_back(incoming, started.id, "换了说法")
    assert handover.get(started.id).readback_confirmed_at is None


def test_an_objection_is_kept_and_an_item_can_be_added(handover, staff):
    started = handover.start(staff.officer).value
    incoming = handover.join(staff.deputy.person_id, PIN).value
    handover.object(incoming, started.id, "统计直报未列入交接")
    handover.add_item(staff.officer, started.id, OpenItem("note", 2, "生产安全事故统计直报"))
    now = handover.get(started.id)
    assert [objection.text for objection in now.objections] == ["统计直报未列入交接"]
    assert len(now.items) == 3


def test_one_person_cannot_sign_both_sides(handover, signing, staff):
    started = handover.start(staff.officer).value
    ready(handover, staff, started)
    signing.sign_outgoing(started.id, staff.officer.person_id, PIN)
    with pytest.raises(RuleViolation) as refused:
        signing.sign_incoming(started.id, staff.officer.person_id, PIN)
    assert refused.value.code == "handover.same_person"


def test_only_who_read_the_sheet_signs_for_it(handover, signing, staff, shifts):
    started = handover.start(staff.officer).value
    ready(handover, staff, started)
    signing.sign_outgoing(started.id, staff.officer.person_id, PIN)
    with pytest.raises(RuleViolation) as refused:
        signing.sign_incoming(started.id, staff.leader.person_id, PIN)
    assert refused.value.code == "handover.reader_signs"
    assert shifts.current().id == started.shift_id


def test_the_reader_cannot_sign_for_the_outgoing_side(handover, signing, staff):
    started = handover.start(staff.officer).value
    ready(handover, staff, started)
    with pytest.raises(RuleViolation) as refused:
        signing.sign_outgoing(started.id, staff.deputy.person_id, PIN)
    assert refused.value.code == "handover.same_person"


def test_other_words_must_be_read_and_read_back_again(handover, signing, staff):
    started = handover.start(staff.officer).value
    ready(handover, staff, started)
    red = started.items[0]
    handover.explain(staff.officer, red.id, "又有三人失联", next_step="立即续报")
    now = handover.get(started.id)
    assert (now.items[0].ticked_at, now.items[0].ticked_by) == (None, None)
    assert (now.readback_confirmed_at, now.readback_confirmed_by) == (None, None)
    signing.sign_outgoing(started.id, staff.officer.person_id, PIN)
    with pytest.raises(RuleViolation) as refused:
        signing.sign_incoming(started.id, staff.deputy.person_id, PIN)
    assert refused.value.code == "handover.unticked"


def test_the_same_words_again_change_nothing(handover, staff):
    started = handover.start(staff.officer).value
    ready(handover, staff, started)
    handover.explain(staff.officer, started.items[0].id, "已说明", next_owner="何佳")
    now = handover.get(started.id)
    assert now.items[0].ticked_at is not None
    assert now.readback_confirmed_by == staff.officer.person_id


def test_an_added_item_is_read_back_as_well(handover, staff):
    started = handover.start(staff.officer).value
    ready(handover, staff, started)
    handover.add_item(staff.officer, started.id, OpenItem("note", 2, "统计直报"))
    assert handover.get(started.id).readback_confirmed_at is None


def test_somebody_else_who_comes_reads_everything_anew(handover, staff):
    started = handover.start(staff.officer).value
    ready(handover, staff, started)
    handover.join(staff.leader.person_id, PIN)
    now = handover.get(started.id)
    assert now.joined_by == staff.leader.person_id
    assert [item.ticked_at for item in now.items] == [None, None]
    assert (now.readback, now.readback_confirmed_at) == ("", None)


def test_a_bystander_cannot_hear_the_read_back_for_the_outgoing_side(handover, signing, staff):
    started = handover.start(staff.officer).value
    ready(handover, staff, started)
    handover.confirm_read_back(staff.leader, started.id)
    assert handover.get(started.id).readback_confirmed_by == staff.leader.person_id
    with pytest.raises(RuleViolation) as refused:
        signing.sign_outgoing(started.id, staff.officer.person_id, PIN)
    assert refused.value.code == "handover.heard_by_another"
    handover.confirm_read_back(staff.officer, started.id)
    signing.sign_outgoing(started.id, staff.officer.person_id, PIN)
    with pytest.raises(RuleViolation) as late:
        handover.confirm_read_back(staff.leader, started.id)
    assert late.value.code == "handover.not_the_outgoing"


@pytest.mark.parametrize("side", ["outgoing", "incoming"])
def test_what_was_opened_after_the_draft_is_read_before_anybody_signs(
    handover, signing, staff, shifts, source, side
):
    started = handover.start(staff.officer).value
    incoming = ready(handover, staff, started)
    if side == "incoming":
        signing.sign_outgoing(started.id, staff.officer.person_id, PIN)
    source.opens(OpenItem("incident:9", 1, "2025-019 新化工厂火灾"))
    with pytest.raises(RuleViolation) as refused:
        if side == "outgoing":
            signing.sign_outgoing(started.id, staff.officer.person_id, PIN)
        else:
            signing.sign_incoming(started.id, staff.deputy.person_id, PIN)
    assert refused.value.code == "handover.newly_open"
    assert refused.value.fields["title"] == "2025-019 新化工厂火灾"
    now = handover.get(started.id)
    new = now.items[-1]
    assert (new.subject, new.ticked_at) == ("incident:9", None)
    assert (now.outgoing_signed_at, now.readback_confirmed_at) == (None, None)
    handover.explain(staff.officer, new.id, "消防已到场")
    handover.tick(incoming, new.id)
    handover.read_back(incoming, started.id, "爆炸待终报，新化工厂火灾续报")
    handover.confirm_read_back(staff.officer, started.id)
    signing.sign_outgoing(started.id, staff.officer.person_id, PIN)
    signing.sign_incoming(started.id, staff.deputy.person_id, PIN)
    assert shifts.current().id != started.shift_id


def test_what_was_opened_before_somebody_came_stands_on_the_sheet(handover, staff, source):
    started = handover.start(staff.officer).value
    source.opens(OpenItem("matter:7", 3, "M-2025-070 防汛检查"))
    handover.join(staff.deputy.person_id, PIN)
    assert handover.get(started.id).items[-1].subject == "matter:7"


def test_a_wrong_pin_signs_nothing(handover, signing, staff):
    started = handover.start(staff.officer).value
    ready(handover, staff, started)
    with pytest.raises(RuleViolation):
        signing.sign_outgoing(started.id, staff.officer.person_id, "000001")
    assert handover.get(started.id).outgoing_signed_at is None


def test_a_draft_that_is_dropped_leaves_its_trace(handover, staff, transactions):
    started = handover.start(staff.officer).value
    handover.cancel(staff.officer, started.id)
    assert handover.get(started.id).step is HandoverStep.CANCELLED
    with transactions.read() as uow:
        kept = uow.audit.of("handover", str(started.id))[-1]
    assert (kept["action"], kept["actor_name"]) == ("handover.cancel", "黄志强")


def test_the_notes_of_the_outgoing_officer_stand_on_the_sheet_and_go_to_the_incoming_one(
    transactions, staff, shifts, clock
):
    routines, sources = RoutineService(transactions), [OpenNotes()]
    reminders = ReminderService(transactions, OfficeDutyState(), desk="第一席")
    for title, to_whom in (("叫醒司机", ""), ("回园区电话", "副班")):
        routines.remind(staff.officer, title, clock.now() + timedelta(hours=1), to_whom)
    clock.to("2025-10-07T08:28:00+08:00")
    reminders.raise_due()
    handover = HandoverService(transactions, staff.people, sources=sources)
    signing = HandoverSigning(transactions, staff.people, sources=sources, represent=represent)
    started = handover.start(staff.officer).value
    assert [(item.title, item.next_step) for item in started.items] == [
        ("叫醒司机", "办结"),
        ("回园区电话", "办结"),
    ]
    ready(handover, staff, started)
    signing.sign_outgoing(started.id, staff.officer.person_id, PIN)
    signing.sign_incoming(started.id, staff.deputy.person_id, PIN)
    reminders.raise_due()
    notes = {a.title: a.to_whom for a in reminders.active(clock.now()) if a.item[:5] == "note:"}
    assert notes == {"叫醒司机": "何佳", "回园区电话": "副班"}


def test_only_a_leader_may_end_a_shift_without_handover(signing, staff, shifts, log, represented):
    with pytest.raises(AccessDenied):
        signing.close_without_handover(staff.officer.person_id, PIN, "接班人未到")
    first = shifts.current()
    signing.close_without_handover(staff.leader.person_id, PIN, "接班人未到")
    assert first is not None
    assert shifts.get(first.id).closed_without_handover == "接班人未到"
    assert shifts.current() is not None
    assert log.newest(1)[0].text == "未经交接关闭本班：接班人未到"
    assert len(represented) == 1, "every alarm is presented anew to whoever comes"


def test_the_notes_of_who_went_home_unrelieved_go_to_whoever_is_on_duty(
    transactions, signing, staff, shifts, clock
):
    with transactions.act(staff.officer, Permission.LOG_APPEND) as act:
        arrival = act.uow.duty.check_in(
            {
                "person_id": staff.officer.person_id,
                "post": "primary",
                "checked_in_at": clock.now(),
                "note": "",
                "entered_by": staff.officer.person_id,
            }
        )
    routines = RoutineService(transactions)
    routines.remind(staff.officer, "叫醒司机", clock.now() + timedelta(hours=30), "")
    routines.remind(staff.officer, "回园区电话", clock.now() + timedelta(hours=30), "何佳")
    clock.to("2025-10-07T08:40:00+08:00")
    with transactions.act(staff.officer, Permission.LOG_APPEND) as act:
        act.uow.duty.check_out(arrival, clock.now())
    signing.close_without_handover(staff.leader.person_id, PIN, "接班人未到")
    assert {note.title: note.to_whom for note in routines.kept()} == {
        "叫醒司机": "当班人员",
        "回园区电话": "何佳",
    }
