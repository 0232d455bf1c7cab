"""Matters stay visible until they are closed with a result."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from safetydesk.domain.errors import AccessDenied, NotFound, RuleViolation, StaleVersion
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.matter import MatterState, MatterStepKind
from safetydesk.services.matter_writing import NewMatter, Step
from tests.helpers.desk_day import desk_day, moment

K = MatterStepKind
UNITS = ("云川化工园区管委会", "区消防大队", "区卫健局")


@pytest.fixture
def desk(transactions, clock):
    made = desk_day(transactions)
    clock.to("2025-10-06T11:05:00+08:00")
    return made


def instruction(desk, **more):
    new = NewMatter("区长批示：全力搜救", "值班室", moment("13:00"), UNITS, **more)
    entry = EntryDraft(EntryKind.INSTRUCTION, "区长批示：全力搜救。13时前报进展")
    return desk.matters.open(desk.staff.deputy, new, entry).value


def test_a_matter_is_numbered_after_the_paper_register_and_linked_to_its_entry(desk):
    first = instruction(desk)
    second = desk.matters.open(desk.staff.officer, NewMatter("另一事项", "柳河镇")).value
    assert [first.number, second.number] == ["M-2025-063", "M-2025-064"]
    entry = desk.log.line(first.source_seq).entry
    assert (entry.matter_id, entry.kind) == (first.id, EntryKind.INSTRUCTION)
    assert len(entry.digest) == 64
    assert desk.log.verify().holds


def test_the_next_year_begins_at_one(desk, clock):
    instruction(desk)
    clock.to("2026-01-01T00:10:00+08:00")
    assert desk.matters.open(desk.staff.officer, NewMatter("事", "甲")).value.number == "M-2026-001"


def test_an_instruction_goes_to_all_units_and_is_received_when_each_has_signed(desk, clock):
    matter = instruction(desk)
    assert matter.state is MatterState.ASSIGNED
    clock.to("2025-10-06T11:20:00+08:00")
    for unit in UNITS:
        receipt = Step(K.RECEIVED, unit=unit, at=moment("11:12"))
        matter = desk.matters.step(desk.staff.deputy, matter.id, receipt).value
    assert matter.state is MatterState.RECEIVED
    assert all(unit.received_at == moment("11:12") for unit in matter.units)


def test_a_matter_made_from_an_entry_written_before_points_at_it(desk):
    seq = desk.log.append(desk.staff.officer, EntryDraft(EntryKind.ASSIGNMENT, "交办")).value.seq
    matter = desk.matters.open(desk.staff.officer, NewMatter("事", "甲"), seq).value
    assert matter.source_seq == seq
    assert desk.log.count() == 1


def test_an_entry_that_does_not_exist_opens_nothing(desk):
    with pytest.raises(NotFound):
        desk.matters.open(desk.staff.officer, NewMatter("事", "甲"), 99)
    assert desk.matters.open_matters() == []


def test_an_entry_that_cannot_stand_in_the_log_opens_nothing(desk):
    with pytest.raises(RuleViolation):
        desk.matters.open(
            desk.staff.officer, NewMatter("事", "甲"), EntryDraft(EntryKind.OTHER, " ")
        )
    assert desk.matters.open_matters() == []
    assert desk.log.count() == 0


def test_a_closed_matter_takes_nothing_more(desk):
    matter = instruction(desk)
    desk.matters.close(desk.staff.officer, matter.id, "已落实")
    with pytest.raises(RuleViolation) as refused:
        desk.matters.step(desk.staff.officer, matter.id, Step(K.PROGRESS))
    assert refused.value.code == "matter.closed"
    with pytest.raises(RuleViolation):
        desk.matters.close(desk.staff.officer, matter.id, "又办结")
    assert len(desk.matters.view(matter.id).steps) == 5


def test_closing_without_a_result_is_refused_and_leaves_no_line(desk):
    matter = instruction(desk)
    entry = EntryDraft(EntryKind.REQUEST, "办结")
    with pytest.raises(RuleViolation) as refused:
        desk.matters.close(desk.staff.officer, matter.id, " ", entry=entry)
    assert refused.value.code == "matter.needs_result"
    assert desk.log.count() == 1
    assert desk.matters.view(matter.id).state is MatterState.ASSIGNED


@pytest.mark.parametrize("kind", [K.CLOSED, K.OPENED])
def test_closing_and_opening_have_verbs_of_their_own(desk, kind):
    matter = instruction(desk)
    with pytest.raises(RuleViolation) as refused:
        desk.matters.step(desk.staff.officer, matter.id, Step(kind, text="词"))
    assert refused.value.code == "matter.not_a_step"


def test_a_changed_term_needs_a_term(desk):
    matter = instruction(desk)
    with pytest.raises(RuleViolation) as refused:
        desk.matters.step(desk.staff.officer, matter.id, Step(K.DUE_CHANGED))
    assert refused.value.code == "matter.no_term"


def test_the_view_says_what_is_overdue_and_how_old(desk, clock):
    matter = instruction(desk)
    assert not desk.matters.view(matter.id).overdue
    clock.to("2025-10-06T13:00:01+08:00")
    (view,) = desk.matters.open_matters()
    assert view.overdue
    assert view.age == timedelta(hours=1, minutes=55, seconds=1)


def test_a_matter_taken_over_stands_as_it_stood_and_has_no_opening_time(desk):
    new = NewMatter("桥梁封闭情况", "柳河镇", moment("7T12:00"))
    matter = desk.matters.carry_over(desk.staff.officer, new, MatterState.ASSIGNED).value
    assert (matter.state, matter.opened_at, matter.due_at) == (
        MatterState.ASSIGNED, None, moment("7T12:00"),
    )  # fmt: skip
    with pytest.raises(RuleViolation):
        desk.matters.carry_over(desk.staff.officer, new, MatterState.CLOSED)


def test_the_second_to_save_a_title_is_told(desk):
    matter = instruction(desk)
    desk.matters.revise(
        desk.staff.officer, matter.id, matter.version, title="新标题", owner="值班室"
    )
    with pytest.raises(StaleVersion):
        desk.matters.revise(
            desk.staff.deputy, matter.id, matter.version, title="别的", owner="值班室"
        )
    assert desk.matters.view(matter.id).title == "新标题"


def test_a_supervisor_may_not_record_matters_and_the_attempt_is_audited(desk, transactions):
    with pytest.raises(AccessDenied):
        desk.matters.open(desk.staff.supervisor, NewMatter("事", "甲"))
    with transactions.database.read() as uow:
        denied = uow.session.execute(text("SELECT count(*) FROM audit WHERE NOT allowed")).scalar()
    assert denied == 1


def test_it_is_found_by_its_number(desk):
    matter = instruction(desk)
    assert desk.matters.numbered("M-2025-063").id == matter.id
    for wrong in ("M-2025-999", "2025", "M-٢-٣", ""):
        with pytest.raises(NotFound):
            desk.matters.numbered(wrong)


def test_the_database_refuses_to_change_a_step(desk, transactions):
    instruction(desk)
    with pytest.raises(RuleViolation), transactions.database.write() as uow:
        uow.session.execute(text("UPDATE matter_step SET text = '改'"))
        uow.commit()
