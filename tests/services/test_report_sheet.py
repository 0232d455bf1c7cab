"""Reports as they are printed, and what the shift log says of them, of incidents and matters."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from safetydesk.domain.errors import NotFound
from safetydesk.domain.incident import Occurred, Received
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.matter import MatterStepKind
from safetydesk.domain.report import ReportContent, Section
from safetydesk.domain.report_series import ReportType
from safetydesk.services.log import LogService
from safetydesk.services.printing import PrintService
from safetydesk.services.sheets import ReportKind, ReportParagraph
from safetydesk.services.shifts import ShiftService
from tests.helpers.office import small_office

CONTENT = ReportContent(
    title="关于东河宏泰公司“10·6”反应釜爆炸事故情况的报告",
    subtitle="首报：已致1人死亡、2人失联",
    urgency="特急",
    addressees=("市应急局", "区委值班室"),
    copies_to="区委办公室",
    opening="10月6日10时12分，我局接园区电话报告：发生爆炸。",
    sections=(Section("一、基本情况", "该公司为危化企业。"), Section("二、人员伤亡", "死亡1人。")),
    contact="谭庆丰（值班员）0000-5551040",
    reviewer="何佳",
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2025-10-{text}:00+08:00").astimezone(UTC)


class Night:
    """An explosion with two reports and a matter, written through the stores."""

    def __init__(self, transactions, clock) -> None:
        self.transactions = transactions
        self.staff = small_office(transactions)
        self.log = LogService(transactions)
        self.prints = PrintService(transactions)
        self.shifts = ShiftService(transactions)
        clock.to("2025-10-06T08:30:00+08:00")
        self.shift_id = self.shifts.open_first(self.staff.officer).value.id
        self.incident_id = self._incident()
        clock.to("2025-10-06T10:12:00+08:00")
        received = EntryDraft(EntryKind.INCIDENT_RECEIVED, "爆炸", incident_id=self.incident_id)
        self.received = self.log.append(self.staff.officer, received).value.seq
        clock.to("2025-10-06T12:40:00+08:00")
        self.draft = self._report(ReportType.FOLLOW_UP, 1, CONTENT)
        self.first = self._signed_report()

    def _incident(self) -> int:
        with self.transactions.database.write() as uow:
            incident = uow.incidents.open(
                {
                    "year": 2025,
                    "serial": 18,
                    "title": "东河宏泰反应釜爆炸",
                    "family": "accident",
                    "category": "hazardous_chemicals",
                    "flags": [],
                    "packs": ["national"],
                    "actor": "county",
                    "opened_at": at("06T10:12"),
                    "opened_by": self.staff.officer.person_id,
                    "source_seq": None,
                }
            )
            for kind, time in ((Occurred, "06T10:05"), (Received, "06T10:12")):
                uow.incidents.add_event(
                    incident.id,
                    kind(time=at(time), known_at=at("06T10:12")),
                    source="",
                    entry_seq=None,
                    author_id=None,
                    recorded_at=at("06T10:12"),
                )
            uow.commit()
        return incident.id

    def _report(self, kind: ReportType, series: int, content: ReportContent, **more) -> int:
        with self.transactions.database.write() as uow:
            report_id = uow.reports.add(
                content,
                {
                    "incident_id": self.incident_id,
                    "kind": kind.value,
                    "series": series,
                    "year": 2025,
                    "drafted_at": at("06T10:30"),
                    "drafted_by": self.staff.officer.person_id,
                    **more,
                },
            )
            uow.commit()
        return report_id

    def _signed_report(self) -> int:
        """The first report, sent at 12:40: 28 minutes after the two hours of 21号令."""
        entry = EntryDraft(EntryKind.REPORTING, "首报第37期", incident_id=self.incident_id)
        self.sent = self.log.append(self.staff.officer, entry).value.seq
        report_id = self._report(
            ReportType.INITIAL,
            1,
            CONTENT,
            issue=37,
            signed_at=at("06T12:35"),
            signed_by=self.staff.leader.person_id,
            entry_seq=self.sent,
        )
        with self.transactions.database.write() as uow:
            for recipient, level in (("市应急局", "city"), ("区政府值班室", "government")):
                uow.reports.deliver(
                    {
                        "report_id": report_id,
                        "recipient": recipient,
                        "level": level,
                        "means": "传真",
                        "sent_at": at("06T12:40"),
                    }
                )
            uow.commit()
        return report_id

    def matter(self, clock, *steps: tuple[MatterStepKind, str]) -> int:
        """A leader's instruction with its steps; returns the entry's number."""
        with self.transactions.database.write() as uow:
            matter_id = uow.matters.add(
                {
                    "year": 2025,
                    "serial": 63,
                    "title": "区长批示",
                    "owner": "值班室",
                    "opened_at": at("06T11:05"),
                    "source_seq": None,
                    "incident_id": self.incident_id,
                }
            )
            for kind, time in steps:
                uow.matters.add_step(
                    {
                        "matter_id": matter_id,
                        "kind": kind.value,
                        "at": at(time),
                        "unit": "",
                        "text": "",
                        "due_at": None,
                        "entry_seq": None,
                        "author_id": None,
                        "recorded_at": at(time),
                    }
                )
            uow.commit()
        entry = EntryDraft(EntryKind.INSTRUCTION, "全力搜救", matter_id=matter_id)
        return self.log.append(self.staff.deputy, entry).value.seq

    def states(self) -> dict[str, str]:
        """The state column by the words of the entry."""
        rows = self.prints.shift_log(self.staff.deputy, self.shift_id).value.rows
        return {row.content[0].text: row.state for row in rows}


@pytest.fixture
def night(transactions, clock) -> Night:
    return Night(transactions, clock)


def test_a_signed_report_carries_number_signer_and_time(night):
    named = night.prints.report(night.staff.deputy, night.first).value
    sheet = named.sheet
    assert named.name == "首报 2025年第37期"
    assert (sheet.kind, sheet.issue_number, sheet.signer) == (ReportKind.INITIAL, 37, "曾慧")
    assert sheet.issued_at == at("06T12:35")
    assert sheet.addressees == "市应急局、区委值班室："
    assert sheet.paragraphs[1] == ReportParagraph("该公司为危化企业。", "一、基本情况。")
    assert (sheet.drafter, sheet.reviewer, sheet.duty_phone) == ("黄志强", "何佳", "0000-5550101")
    assert (sheet.masthead, sheet.urgency) == ("云川区应急管理局值班信息", "特急")


def test_a_draft_has_an_empty_number_and_no_signer(night):
    named = night.prints.report(night.staff.deputy, night.draft).value
    assert named.name == "续报（一） 草稿"
    assert (named.sheet.issue_number, named.sheet.signer) == (None, "")
    assert named.sheet.issued_at is None


def test_a_draft_can_be_seen_as_it_is_being_written_a_signed_one_not(night):
    words = ReportContent(title="另一个标题", opening="第一段\n\n第二段")
    sheet = night.prints.report_draft(night.draft, words)
    assert sheet.title == "另一个标题"
    assert [part.text for part in sheet.paragraphs] == ["第一段", "第二段"]
    assert night.prints.report_draft(night.first, words).title == CONTENT.title


@pytest.mark.parametrize(
    ("which", "found"),
    [
        ("last", "first"),
        ("1", "draft"),
        ("2", "first"),
        ("首报", "first"),
        ("initial", "first"),
        ("续报一", "draft"),
        ("follow_up", "draft"),
    ],
)
def test_a_report_is_found_by_its_place_or_kind(night, which, found):
    assert night.prints.report_id("2025-018", which) == getattr(night, found)


@pytest.mark.parametrize(
    ("number", "which"), [("2025-019", "last"), ("x", "last"), ("2025-018", "3")]
)
def test_a_report_that_is_not_there_is_named(night, number, which):
    with pytest.raises(NotFound) as refused:
        night.prints.report_id(number, which)
    assert refused.value.fields["number"] == number


def test_printing_a_report_is_audited(night):
    night.prints.report(night.staff.deputy, night.first)
    with night.transactions.read() as uow:
        history = uow.audit.of("reports", str(night.first))
    assert (history[-1]["actor_name"], history[-1]["action"]) == ("何佳", "print.report")


def test_the_log_says_whether_a_report_was_confirmed(night, clock):
    assert night.states()["首报第37期"] == "待回执"
    with night.transactions.database.write() as uow:
        for delivery in uow.reports.get(night.first).deliveries:
            uow.reports.confirm(delivery.id, "黎海霞", at("06T12:40"))
        uow.commit()
    assert night.states()["首报第37期"] == "已报"


def test_the_foot_counts_reports_and_names_the_late_one(night):
    foot = night.prints.shift_log(night.staff.deputy, night.shift_id).value.summary
    assert foot.reports == "首报 1；迟报 1（首报，迟 28 分）"


def test_an_incident_is_open_until_it_was_closed(night, clock):
    assert night.states()["爆炸"] == "在办"
    with night.transactions.database.write() as uow:
        uow.incidents.change(night.incident_id, closed_at=clock.now() + timedelta(hours=1))
        uow.commit()
    assert night.states()["爆炸"] == "在办"
    clock.advance(hours=2)
    assert night.states()["爆炸"] == "办结"


def test_a_matter_stands_as_it_stood_at_the_end_of_the_shift(night, clock):
    night.matter(
        clock,
        (MatterStepKind.ASSIGNED, "06T11:08"),
        (MatterStepKind.FEEDBACK, "06T12:58"),
    )
    assert night.states()["全力搜救"] == "已交办"
    clock.to("2025-10-06T13:00:00+08:00")
    assert night.states()["全力搜救"] == "已反馈"
