"""The matters of the sample day, step by step, and what keeps a matter from getting lost."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import NotFound, RuleViolation
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.matter import MatterState, MatterStepKind
from safetydesk.services.log import LogService
from safetydesk.services.matter_writing import NewMatter, Step
from safetydesk.services.matters import MatterService
from safetydesk.storage.tables.office import OfficeRow
from tests.helpers.office import small_office

EXPECTED = json.loads(
    (Path(__file__).parents[1] / "data/cases/day_matters.json").read_text(encoding="utf-8")
)
UNITS = ("云川化工园区管委会", "区消防大队", "区卫健局")
WORDS = "全力搜救失联人员，救治伤员，严防次生事故，查明原因。13时前报进展"
TITLE = "区长批示：全力搜救失联人员，13时前报进展"
K = MatterStepKind


def moment(words):
    """``13:00`` of the sample day, or ``7T10:00`` of another October day, in Shanghai."""
    day, _, clock = words.rpartition("T")
    return datetime.fromisoformat(f"2025-10-{int(day or 6):02d}T{clock}:00+08:00")


@pytest.fixture
def staff(transactions):
    """The small office, whose paper register of matters ended with 060."""
    people = small_office(transactions)
    with transactions.database.write() as uow:
        uow.session.execute(update(OfficeRow).values(first_matter=61))
        uow.commit()
    return people


@pytest.fixture
def matters(transactions, staff):
    return MatterService(transactions)


@pytest.fixture
def log(transactions, staff):
    return LogService(transactions)


def carry_over(matters, staff):
    """The two matters that the shift took over; M-2025-061 and M-2025-062."""
    first = NewMatter("烟花爆竹零售点节日抽查情况报告", "执法大队", moment("17:00"))
    second = NewMatter("柳河镇危桥封闭情况反馈", "柳河镇", moment("7T12:00"))
    return (
        matters.carry_over(staff.officer, first, MatterState.IN_PROGRESS).value,
        matters.carry_over(staff.officer, second, MatterState.ASSIGNED).value,
    )


def open_instruction(matters, staff, clock):
    """The instruction of 11:05, assigned to three units at once; M-2025-063 on the day."""
    clock.to("2025-10-06T11:05:00+08:00")
    return matters.open(
        staff.deputy,
        NewMatter(TITLE, "值班室", moment("13:00"), UNITS, WORDS),
        EntryDraft(EntryKind.INSTRUCTION, f"区长批示：{WORDS}"),
    ).value


def receive(matters, staff, clock, log, instruction):
    """Passed on by telephone at 11:08; signed for at 11:10, 11:12 and 11:15."""
    clock.to("2025-10-06T11:08:00+08:00")
    words = "批示电话传达园区、消防、卫健，均已签收"
    call = log.append(
        staff.deputy, EntryDraft(EntryKind.OUTGOING_CALL, words, matter_id=instruction.id)
    ).value
    states = []
    for minute, unit in ((10, UNITS[1]), (12, UNITS[0]), (15, UNITS[2])):
        clock.to(moment(f"11:{minute}"))
        signed = matters.step(
            staff.deputy, instruction.id, Step(K.RECEIVED, unit=unit), call.seq
        ).value
        states.append(signed.state)
    return states


def play_the_day(matters, staff, clock, log):
    """The steps of the script that concern matters, at their times."""
    checks, _bridge = carry_over(matters, staff)
    instruction = open_instruction(matters, staff, clock)
    receive(matters, staff, clock, log, instruction)
    clock.to("2025-10-06T12:58:00+08:00")
    matters.step(
        staff.deputy,
        instruction.id,
        Step(
            K.FEEDBACK,
            text="书面反馈落实情况",
            due_at=moment("7T10:00"),
            title=f"{TITLE}；10月7日10时前报善后安排",
        ),
        EntryDraft(EntryKind.REQUEST, "书面反馈区长批示落实情况；区长要求10月7日10时前报善后安排"),
    )
    clock.to("2025-10-06T13:02:00+08:00")
    query = matters.open(
        staff.officer,
        NewMatter("市委值班室核实网传“炸死8人”", "值班室", moment("14:02")),
        EntryDraft(EntryKind.INCOMING_CALL, "市委值班室田艳秋询：网传“炸死8人”"),
    ).value
    clock.to("2025-10-06T14:10:00+08:00")
    matters.close(
        staff.officer,
        query.id,
        "书面反馈：死亡3人，网传不实",
        entry=EntryDraft(EntryKind.REPORTING, "书面反馈市委值班室核实情况"),
    )
    clock.to("2025-10-06T16:12:00+08:00")
    matters.close(staff.deputy, checks.id, "抽查报告已转区政府办")


def shown(view):
    """A matter in the form of the expected file."""
    return {
        "id": view.number,
        "title": view.title,
        "state": view.state.value,
        "owner": view.owner,
        "due_at": view.due_at,
        "opened_at": view.opened_at,
        "closed_at": view.closed_at,
    }


def wanted(row):
    instants = ("due_at", "opened_at", "closed_at")
    return {
        name: datetime.fromisoformat(value) if name in instants and value else value
        for name, value in row.items()
    }


def test_the_matters_of_the_day_stand_as_expected(matters, staff, clock, log):
    play_the_day(matters, staff, clock, log)
    clock.to("2025-10-07T08:38:00+08:00")
    assert [shown(view) for view in matters.open_matters()] == [
        wanted(row) for row in EXPECTED["open"]
    ]
    assert [shown(view) for view in matters.closed_since(moment("08:30"))] == [
        wanted(row) for row in EXPECTED["closed"]
    ]


def test_an_instruction_is_received_when_the_last_unit_has_signed(matters, staff, clock, log):
    instruction = open_instruction(matters, staff, clock)
    assert instruction.state is MatterState.ASSIGNED
    states = receive(matters, staff, clock, log, instruction)
    assert states == [MatterState.ASSIGNED, MatterState.ASSIGNED, MatterState.RECEIVED]
    received = {unit.unit: unit.received_at for unit in matters.view(instruction.id).units}
    assert received == {
        UNITS[0]: moment("11:12"),
        UNITS[1]: moment("11:10"),
        UNITS[2]: moment("11:15"),
    }


def test_the_answer_of_14_10_is_eight_minutes_late(matters, staff, clock, log):
    play_the_day(matters, staff, clock, log)
    late = {view.number: view.late_by for view in matters.closed_since(moment("08:30"))}
    assert late == {"M-2025-061": None, "M-2025-064": timedelta(minutes=8)}


def test_urging_and_a_new_term_do_not_move_the_state(matters, staff, clock):
    _checks, bridge = carry_over(matters, staff)
    clock.to("2025-10-06T15:00:00+08:00")
    matters.step(staff.officer, bridge.id, Step(K.URGED, unit="柳河镇", text="电话催办"))
    later = moment("8T12:00")
    moved = matters.step(staff.officer, bridge.id, Step(K.DUE_CHANGED, due_at=later)).value
    assert moved.state is MatterState.ASSIGNED
    assert moved.due_at == later
    assert [step.kind for step in moved.steps] == [K.ASSIGNED, K.URGED, K.DUE_CHANGED]
    assert moved.steps[1].author_name == "黄志强"


def test_what_was_opened_leaves_an_entry_that_names_it_and_carries_its_digest(
    matters, staff, clock, log
):
    instruction = open_instruction(matters, staff, clock)
    entry = log.newest(1)[0]
    assert instruction.source_seq == entry.seq
    assert (entry.kind, entry.matter_id) == (EntryKind.INSTRUCTION, instruction.id)
    assert len(entry.digest) == 64
    assert log.verify().holds


def test_a_refused_matter_takes_no_number(matters, staff):
    carry_over(matters, staff)
    with pytest.raises(RuleViolation):
        matters.open(
            staff.officer, NewMatter("没有来由", "值班室"), EntryDraft(EntryKind.OTHER, "")
        )
    with pytest.raises(RuleViolation):
        matters.open(staff.officer, NewMatter("  ", "值班室"))
    assert matters.open(staff.officer, NewMatter("下一件", "值班室")).value.number == "M-2025-063"


@pytest.mark.parametrize("number", ["M-2025-999", "063", "M-2025-", "二〇二五"])
def test_an_unknown_number_is_said_to_be_unknown(matters, number):
    with pytest.raises(NotFound) as missing:
        matters.numbered(number)
    assert missing.value.fields["number"] == number


def test_every_step_says_what_changed(matters, staff, transactions):
    checks, _bridge = carry_over(matters, staff)
    outcome = matters.step(staff.officer, checks.id, Step(K.PROGRESS, text="已收报告初稿"))
    assert outcome.changes.touches(Topic.MATTERS)
    assert outcome.changes.touches(Topic.REMINDERS)
    with transactions.read() as uow:
        actions = [row["action"] for row in uow.audit.of(Topic.MATTERS.value, str(checks.id))]
    assert actions == ["matter.open", "matter.progress", "matter.progress"]
