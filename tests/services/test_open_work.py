"""What is open is carried into the handover: matters by their term, incidents by what is owed."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from safetydesk.domain.handover import OpenItem, ordered
from safetydesk.domain.matter import MatterState, MatterStepKind
from safetydesk.domain.report import ReportContent
from safetydesk.exchange.case_json import read_case
from safetydesk.services.handover import HandoverService
from safetydesk.services.matter_writing import NewMatter, Step
from safetydesk.services.matters import MatterService
from safetydesk.services.open_incidents import OpenIncidents
from safetydesk.services.open_matters import OpenMatters
from safetydesk.services.rule_packs import PACK_NAMES
from safetydesk.services.shifts import ShiftService
from tests.helpers.office import small_office

DAY = json.loads((Path(__file__).parents[1] / "data/cases/sample_day.json").read_text("utf-8"))
NOTIFIED = {
    "kind": "report_sent",
    "time": "2025-10-06T10:31:00+08:00",
    "report": "notify",
    "to": "peers",
}
CASE = {**DAY["case"], "events": [*DAY["case"]["events"], NOTIFIED]}


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2025-10-{text}:00+08:00")


@pytest.fixture
def staff(transactions):
    return small_office(transactions)


@pytest.fixture
def matters(transactions, staff, clock):
    """The matters of the sample day as they stand in the morning."""
    clock.to(at("06T11:05"))
    service = MatterService(transactions)
    bridge = NewMatter("柳河镇危桥封闭情况反馈", "柳河镇", at("07T12:00"))
    service.carry_over(staff.officer, bridge, MatterState.ASSIGNED)
    order = NewMatter("区长批示：全力搜救失联人员", "值班室", at("06T13:00"))
    made = service.open(staff.officer, order).value
    clock.to(at("06T12:58"))
    answer = Step(MatterStepKind.FEEDBACK, text="书面反馈", due_at=at("07T10:00"))
    service.step(staff.officer, made.id, answer)
    return service


def explosion(case, staff):
    """The columns of its incident."""
    return {
        "year": 2025,
        "serial": 18,
        "title": "东河宏泰精细化工有限公司反应釜爆炸",
        "family": case.family.value,
        "category": case.category.value if case.category else "",
        "flags": sorted(case.flags),
        "packs": list(case.packs),
        "actor": case.actor.value,
        "opened_at": at("06T10:12"),
        "opened_by": staff.officer.person_id,
        "source_seq": None,
    }


def send_last_report(uow, incident_id, staff):
    """续报五, sent to the city at 07:50."""
    report = uow.reports.add(
        ReportContent(title="续报"),
        {
            "incident_id": incident_id,
            "kind": "follow_up",
            "series": 5,
            "year": 2025,
            "drafted_at": at("07T07:40"),
            "drafted_by": staff.officer.person_id,
        },
    )
    uow.reports.deliver(
        {
            "report_id": report,
            "recipient": "市应急局",
            "level": "city",
            "means": "系统",
            "sent_at": at("07T07:50"),
        }
    )


@pytest.fixture
def incident(transactions, staff):
    """The explosion of the sample day with its last report."""
    case = read_case(json.dumps(CASE), "sample_day.json", PACK_NAMES)
    with transactions.database.write() as uow:
        made = uow.incidents.open(explosion(case, staff))
        for event in case.events:
            uow.incidents.add_event(
                made.id,
                event,
                source="",
                entry_seq=None,
                author_id=staff.officer.person_id,
                recorded_at=event.known_at,
            )
        send_last_report(uow, made.id, staff)
        uow.commit()
    return made


def items(transactions, source, now: datetime) -> list[OpenItem]:
    with transactions.read() as uow:
        return source.items(uow, now)


def test_a_matter_due_in_the_next_shift_is_of_level_two(transactions, matters):
    bridge, order = items(transactions, OpenMatters(), at("07T08:28"))
    assert bridge.title == "M-2025-063 柳河镇危桥封闭情况反馈"
    assert (bridge.level, bridge.situation, bridge.next_step) == (2, "已交办，柳河镇", "反馈")
    assert (order.level, order.next_due_at) == (2, at("07T10:00"))


def test_a_matter_without_a_near_term_is_of_level_three(transactions, staff, clock):
    clock.to(at("06T11:05"))
    service = MatterService(transactions)
    service.open(staff.officer, NewMatter("道路塌陷隐患", "区城管局"))
    service.open(staff.officer, NewMatter("节后总结", "办公室", at("09T17:00")))
    assert [item.level for item in items(transactions, OpenMatters(), at("07T08:28"))] == [3, 3]


def test_a_closed_matter_is_gone(transactions, matters, staff):
    first = matters.open_matters()[0]
    matters.close(staff.officer, first.id, "已封闭")
    left = items(transactions, OpenMatters(), at("07T08:28"))
    assert [item.subject for item in left] != []
    assert f"matter:{first.id}" not in [item.subject for item in left]


def test_an_incident_says_its_grade_its_last_report_and_what_is_owed(transactions, incident):
    (item,) = items(transactions, OpenIncidents(), at("07T08:28"))
    assert item.subject == f"incident:{incident.id}"
    assert item.title == "2025-018 东河宏泰精细化工有限公司反应釜爆炸"
    assert item.level == 1
    assert item.situation == "较大 · 续报五 07:50 已报；待报：统计直报 10:12 前"
    assert (item.next_step, item.next_due_at) == ("终报", None)


def test_a_report_still_owed_is_the_next_step(transactions, incident):
    (item,) = items(transactions, OpenIncidents(), at("06T10:30"))
    assert item.level == 1
    assert item.next_due_at is not None
    assert item.next_step != "终报"


def test_the_handover_of_the_sample_day_carries_everything(
    transactions, staff, matters, incident, clock
):
    clock.to(at("06T13:00"))
    ShiftService(transactions).open_first(staff.officer)
    clock.to(at("07T08:28"))
    handover = HandoverService(transactions, staff.people, sources=[OpenIncidents(), OpenMatters()])
    words = "交接准备：未办结2项（M-2025-063、M-2025-064），事件2025-018未终报"
    assert handover.proposed_words() == words
    started = handover.start(staff.officer).value
    assert [item.title.split(" ")[0] for item in started.items] == [
        "2025-018",
        "M-2025-064",
        "M-2025-063",
    ]
    assert [item.next_due_at for item in started.items] == [None, at("07T10:00"), at("07T12:00")]


def test_the_gravest_comes_first_then_what_is_due_first(transactions, matters, incident):
    everything = [
        *items(transactions, OpenMatters(), at("07T08:28")),
        *items(transactions, OpenIncidents(), at("07T08:28")),
    ]
    assert [item.level for item in ordered(everything)] == [1, 2, 2]
