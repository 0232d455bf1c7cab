"""What the handover window is told, and that nobody acts for the other side."""

from __future__ import annotations

import pytest

from safetydesk.domain.errors import AccessDenied, RuleViolation
from safetydesk.domain.handover import HandoverContent, HandoverPhase, OpenItem
from safetydesk.services.handover import HandoverService
from safetydesk.services.handover_reading import HandoverReading
from safetydesk.services.handover_signing import HandoverSigning
from safetydesk.services.shifts import ShiftService
from tests.helpers.office import PIN, small_office

RED = OpenItem("incident:1", 1, "2025-018 反应釜爆炸", "续报五已报", "终报")
QUIET = OpenItem("matter:2", 3, "M-2025-062 柳河镇危桥封闭情况反馈")


class Open:
    """A source of open items."""

    def items(self, uow, now):
        return [QUIET, RED]


@pytest.fixture
def staff(transactions):
    return small_office(transactions)


@pytest.fixture
def handover(transactions, staff):
    ShiftService(transactions).open_first(staff.officer)
    return HandoverService(transactions, staff.people, sources=[Open()])


@pytest.fixture
def reading(transactions, handover):
    return HandoverReading(transactions, handover)


@pytest.fixture
def signing(transactions, staff):
    return HandoverSigning(transactions, staff.people, sources=[Open()], represent=lambda act: None)


@pytest.fixture
def started(handover, staff):
    return handover.start(staff.officer).value


def explained(handover, staff, started):
    for item in started.items:
        handover.explain(staff.officer, item.id, "已说明")


def joined(handover, staff):
    return handover.join(staff.deputy.person_id, PIN).value


def test_the_view_leads_through_the_steps(handover, reading, signing, staff, started):
    phases = [reading.get(started.id).phase]
    explained(handover, staff, started)
    phases.append(reading.get(started.id).phase)
    incoming = joined(handover, staff)
    handover.tick(incoming, started.items[0].id)
    handover.read_back(incoming, started.id, "爆炸待终报")
    handover.confirm_read_back(staff.officer, started.id)
    phases.append(reading.get(started.id).phase)
    signing.sign_outgoing(started.id, staff.officer.person_id, PIN)
    signing.sign_incoming(started.id, staff.deputy.person_id, PIN)
    phases.append(reading.get(started.id).phase)
    signing.sign_leader(started.id, staff.leader.person_id, PIN)
    phases.append(reading.get(started.id).phase)
    assert phases == [
        HandoverPhase.EXPLAIN,
        HandoverPhase.READ,
        HandoverPhase.SIGN,
        HandoverPhase.COUNTERSIGN,
        HandoverPhase.FINISHED,
    ]


def test_the_view_says_what_is_missing_and_proposes_both_lines(handover, reading, staff, started):
    joined(handover, staff)
    view = reading.running()
    assert view is not None
    assert (view.unexplained, view.unticked, view.wants_read_back) == (1, 1, True)
    assert view.closing_words.startswith("与何佳交接完毕，双方签字")
    assert view.opening_words.startswith("与黄志强面对面交接，接收未办结1项（M-2025-062）")
    assert [leader.name for leader in view.leaders] == ["曾慧"]


def test_only_the_officer_who_takes_over_ticks_and_reads_back(handover, staff, started):
    with pytest.raises(RuleViolation) as nobody:
        handover.tick(staff.officer, started.items[0].id)
    joined(handover, staff)
    with pytest.raises(RuleViolation) as other:
        handover.tick(staff.officer, started.items[0].id)
    with pytest.raises(RuleViolation):
        handover.read_back(staff.officer, started.id, "我自己说")
    assert [nobody.value.code, other.value.code] == [
        "handover.nobody_joined",
        "handover.not_the_reader",
    ]
    assert handover.get(started.id).items[0].ticked_at is None


def test_nobody_confirms_the_own_read_back(handover, staff, started):
    incoming = joined(handover, staff)
    handover.read_back(incoming, started.id, "爆炸待终报")
    with pytest.raises(RuleViolation) as refused:
        handover.confirm_read_back(incoming, started.id)
    assert refused.value.code == "handover.same_person"


@pytest.mark.parametrize("change", ["item", "word", "content"])
def test_a_sheet_changed_after_the_outgoing_signature_is_signed_again(
    handover, signing, staff, started, change
):
    explained(handover, staff, started)
    joined(handover, staff)
    signing.sign_outgoing(started.id, staff.officer.person_id, PIN)
    if change == "item":
        handover.add_item(staff.officer, started.id, OpenItem("note", 2, "统计直报"))
    elif change == "word":
        handover.explain(staff.officer, started.items[0].id, "另有说法")
    else:
        handover.write_content(staff.officer, started.id, HandoverContent(instructions="批示"))
    assert handover.get(started.id).outgoing_signed_at is None


def test_the_incoming_officers_own_line_leaves_the_outgoing_signature(
    handover, signing, staff, started
):
    explained(handover, staff, started)
    incoming = joined(handover, staff)
    signing.sign_outgoing(started.id, staff.officer.person_id, PIN)
    content = handover.get(started.id).content
    words = HandoverContent(
        equipment=content.equipment, hand_items=content.hand_items, opening_words="面对面交接"
    )
    handover.write_content(incoming, started.id, words)
    assert handover.get(started.id).outgoing_signed_at is not None


def test_the_next_step_can_be_put_into_other_words(handover, staff, started):
    item = started.items[0]
    handover.explain(staff.officer, item.id, "", next_owner="何佳", next_step="续报六")
    now = handover.get(started.id).items[0]
    assert (now.next_owner, now.next_step) == ("何佳", "续报六")


def test_a_leader_signs_last_and_once(handover, reading, signing, staff, started):
    with pytest.raises(RuleViolation) as early:
        signing.sign_leader(started.id, staff.leader.person_id, PIN)
    explained(handover, staff, started)
    incoming = joined(handover, staff)
    handover.tick(incoming, started.items[0].id)
    handover.read_back(incoming, started.id, "爆炸待终报")
    handover.confirm_read_back(staff.officer, started.id)
    signing.sign_outgoing(started.id, staff.officer.person_id, PIN)
    signing.sign_incoming(started.id, staff.deputy.person_id, PIN)
    assert reading.start().awaiting_leader == started.id
    with pytest.raises(AccessDenied):
        signing.sign_leader(started.id, staff.officer.person_id, PIN)
    signing.sign_leader(started.id, staff.leader.person_id, PIN)
    assert reading.start().awaiting_leader is None
    with pytest.raises(RuleViolation) as twice:
        signing.sign_leader(started.id, staff.leader.person_id, PIN)
    assert [early.value.code, twice.value.code] == [
        "handover.leader_last",
        "handover.signed_already",
    ]


def test_the_next_person_reads_first_why_nobody_handed_over(handover, reading, signing, staff):
    signing.close_without_handover(staff.leader.person_id, PIN, "接班人未到")
    assert reading.start().unrelieved == "接班人未到"


def test_an_added_item_needs_a_title(handover, staff, started):
    with pytest.raises(RuleViolation) as refused:
        handover.add_item(staff.officer, started.id, OpenItem("note", 2, "  "))
    assert refused.value.code == "handover.empty_item"
