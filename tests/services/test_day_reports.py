"""The reports of the sample day, sent through the services, and what a signature makes fixed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.incident import BasisKind, Casualties, Category
from safetydesk.domain.incident_record import FactField
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.report import ReportState, Section
from safetydesk.domain.report_series import Place, ReportType
from safetydesk.resources import locate
from safetydesk.services.incidents import IncidentService, NewIncident
from safetydesk.services.log import LogService
from safetydesk.services.matter_writing import NewMatter
from safetydesk.services.matters import MatterService
from safetydesk.services.reports import Answer, ReportService, Said, Sent
from tests.helpers.daily import daily_sent, daily_signed
from tests.helpers.office import PIN, small_office

T = ReportType
SCRIPT = json.loads(locate("samples/d01-holiday-explosion.json").read_text("utf-8"))["script"]
OBLIGATIONS = json.loads(
    (Path(__file__).parents[1] / "data/cases/sample_day.json").read_text(encoding="utf-8")
)["obligations"]
LEVELS = {
    "公安、人社、工会、检察院": "peers",
    "省应急厅": "province",
    "省安委办": "provincial_safety_office",
    "市应急局": "city",
    "同首报": "city",
    "本级政府": "government",
    "应急局统计岗": "statistics_desk",
}
"""The names of the expected file as the levels of the rules."""

NUMBERED = {"initial": T.INITIAL, "follow_up": T.FOLLOW_UP}
RECIPIENTS = ("市应急局", "区委值班室", "区政府值班室", "省安委办")


def at(words):
    return datetime.fromisoformat(words)


def moment(clock):
    return at(f"2025-10-06T{clock}:00+08:00")


class Desk:
    """The services that one sitting needs, and the incident it is about."""

    def __init__(self, transactions, clock):
        self.clock, self.transactions = clock, transactions
        self.staff = small_office(transactions)
        self.log = LogService(transactions)
        self.incidents = IncidentService(transactions)
        self.reports = ReportService(transactions, self.staff.people)
        self.matters = MatterService(transactions)
        self.query_matter = 0
        clock.to(moment("10:12"))
        self.incident = self.incidents.open(
            self.staff.officer,
            NewIncident(
                "东河宏泰精细化工有限公司反应釜爆炸",
                category=Category.HAZARDOUS_CHEMICALS,
                occurred_at=moment("10:05"),
                approximate=True,
                source="化工园区管委会谭庆丰电话",
                flags=("holiday", "industrial_park"),
                facts=(
                    (FactField.PLACE, "临港街道滨江路14号"),
                    (FactField.UNIT, "东河宏泰精细化工有限公司"),
                    (FactField.NATURE, "反应釜爆炸"),
                ),
            ),
            EntryDraft(EntryKind.INCIDENT_RECEIVED, "二车间反应釜爆炸，伤亡不明"),
        ).value.id

    def numbers(self, when, **said):
        self.incidents.record_casualties(
            self.staff.officer,
            self.incident,
            Casualties(time=at(when), known_at=self.clock.now(), **said),
        )

    def draft(self, kind, series=None):
        return self.reports.draft(self.staff.officer, self.incident, kind, series).value

    def sign(self, report):
        return self.reports.sign_off(
            self.staff.leader.person_id or 0, PIN, report.id, report.version
        ).value

    def send(self, report, recipients=RECIPIENTS, words="", **more):
        sent = [Sent(name, **more) for name in recipients]
        entry = EntryDraft(EntryKind.REPORTING, words) if words else None
        return self.reports.record_sent(self.staff.officer, report.id, sent, entry).value

    def issue(self, kind):
        return self.send(self.sign(self.draft(kind)))


@pytest.fixture
def desk(transactions, clock):
    return Desk(transactions, clock)


def play(desk):
    """The steps of the script that concern the incident and its reports, at their times."""
    for step in SCRIPT:
        if at(step["at"]) <= moment("10:12"):
            continue
        desk.clock.to(step["at"])
        play_step(desk, step)
    desk.clock.to("2025-10-07T08:30:00+08:00")


def play_step(desk, step):
    officer, incident = desk.staff.officer, desk.incident
    match step["do"]:
        case "incident_fact":
            numbers = dict(step["casualties"])
            desk.numbers(numbers.pop("as_of"), **numbers)
        case "correction":
            desk.incidents.correct(
                officer, incident, BasisKind.OCCURRED, at(step["new"]), source=step["source"]
            )
        case "incident_end":
            desk.incidents.rescue_ended(officer, incident, at(step["ended_at"]))
        case "call_in" if "query" in step:
            asked = NewMatter(
                "市委值班室核实网传“炸死8人”", "值班室", at(step["query"]["written_due"])
            )
            opened = desk.incidents.query(
                officer, incident, step["caller"]["unit"], matter=asked
            ).value
            desk.query_matter = opened.id
        case "report":
            play_report(desk, step)
        case _:
            pass


def play_report(desk, step):
    officer, kind = desk.staff.officer, step["report"]
    entry = EntryDraft(EntryKind.REPORTING, step["summary"])
    said = Said(tuple(Sent(name) for name in step["to"]), step["summary"])
    if kind in NUMBERED:
        report = desk.draft(NUMBERED[kind], step.get("series"))
        if step.get("supplement"):
            marked = replace(report.content, supplement=True)
            report = desk.reports.save_draft(officer, report.id, report.version, marked).value
        report = desk.sign(report)
        desk.send(report, step["to"], step["summary"])
    elif kind == "phone":
        report = desk.reports.phone_report(officer, desk.incident, said, entry).value
    elif kind == "notify_peer":
        last = at(step["last_at"])
        desk.clock.to(last)
        told = [Sent(name, at=at(step["at"])) for name in step["to"][:-1]]
        said = Said((*told, Sent(step["to"][-1], at=last)), step["summary"])
        report = desk.reports.notify_peer(officer, desk.incident, said, entry).value
    elif kind == "daily":
        signed = daily_signed(desk.transactions, desk.staff, T.DAILY)
        report = desk.reports.record_sent(officer, signed.id, said.sent, entry).value
    else:
        written = kind == "query_written"
        answer = Answer(
            step["to"][0],
            step["summary"],
            by_phone=not written,
            closes=desk.query_matter if written else None,
        )
        report = desk.reports.feedback(officer, desk.incident, answer, entry).value
    for one in step.get("confirmed", ()):
        desk.clock.to(max(at(one["at"]), desk.clock.now()))
        desk.reports.confirm(officer, report.id, one["to"], one["by"], at=at(one["at"]))


def test_the_series_of_the_day_is_that_of_the_expected_file(desk):
    play(desk)
    written = [r for r in desk.reports.of_incident(desk.incident) if r.type.numbered]
    assert [(r.place.short_label, r.issue) for r in written] == [
        ("首报", 37),
        ("续报一", 38),
        ("续报二", 39),
        ("续报三", 40),
        ("续报四", 41),
        ("续报五", 42),
    ]
    assert desk.incidents.view(desk.incident).summary.next_report == Place(T.FOLLOW_UP, 6)
    sent = desk.reports.sent_between(moment("08:30"), at("2025-10-07T08:30:00+08:00"))
    counts = {kind: sum(r.type is kind for r in sent) for kind in {r.type for r in sent}}
    assert counts == {
        T.PHONE: 3,
        T.INITIAL: 1,
        T.FOLLOW_UP: 5,
        T.DAILY: 1,
        T.NOTIFY: 1,
        T.FEEDBACK: 2,
    }


def test_what_the_day_owed_was_met_as_the_expected_file_says(desk):
    play(desk)
    owed = desk.incidents.view(desk.incident).obligations
    assert len(owed) == len(OBLIGATIONS)
    for want in OBLIGATIONS:
        recipient = LEVELS.get(want["to"], want["to"])
        (got,) = [
            item
            for item in owed
            if (item.rule, item.recipient, item.occurrence)
            == (want["rule"], recipient, want["occurrence"])
        ]
        assert got.due_at in [at(due) for due in (want["due_at"], *want.get("accept_due_at", ()))]
        assert got.status.value in want.get("accept_status", [want["status"]])
        assert got.met_at == (at(want["met_at"]) if want["met_at"] else None)


def test_every_report_leaves_one_line_of_its_own_and_the_chain_holds(desk):
    play(desk)
    lines = [e for e in desk.log.newest(200, machine=False) if e.kind is EntryKind.REPORTING]
    assert len(lines) == sum(step["do"] == "report" for step in SCRIPT)
    for report in desk.reports.of_incident(desk.incident):
        assert desk.reports.view(report.id).sealed, report.name
    assert desk.matters.view(desk.query_matter).closed_at == moment("14:10")
    assert desk.log.verify().holds


def test_p_01a_without_follow_up_one_there_is_no_follow_up_two(desk):
    desk.issue(T.INITIAL)
    with pytest.raises(RuleViolation) as refused:
        desk.draft(T.FOLLOW_UP, 2)
    fields = refused.value.fields
    assert (fields["next_kind"], fields["next_series"]) == ("follow_up", 1)
    assert desk.draft(T.FOLLOW_UP, 1).place == Place(T.FOLLOW_UP, 1)


def test_before_the_first_report_nothing_but_the_first_can_be_drafted(desk):
    for kind in (T.FOLLOW_UP, T.FINAL, T.SUPPLEMENT):
        with pytest.raises(RuleViolation) as refused:
            desk.draft(kind)
        assert refused.value.fields["next_kind"] == "initial"


def test_p_02_a_signed_report_is_not_changed_but_corrected_or_followed_up(desk):
    report = desk.sign(desk.draft(T.INITIAL))
    changed = replace(report.content, sections=(Section("二、人员伤亡", "死亡3人。"),))
    with pytest.raises(RuleViolation) as refused:
        desk.reports.save_draft(desk.staff.officer, report.id, report.version, changed)
    assert refused.value.code == "report.signed"
    assert refused.value.fields["offers"] == ("correction", "follow_up")
    with pytest.raises(RuleViolation):
        desk.reports.drop_draft(desk.staff.officer, report.id, report.version, "误建")
    assert desk.draft(T.CORRECTION).place == Place(T.CORRECTION, 1)
    assert desk.reports.view(report.id).content == report.content


def test_p_06_a_follow_up_lists_the_changes_and_repeats_nothing(desk):
    desk.clock.to(moment("10:31"))
    desk.numbers("2025-10-06T10:30:00+08:00", dead=1, missing=2)
    first = desk.issue(T.INITIAL)
    desk.clock.to(moment("12:02"))
    desk.numbers("2025-10-06T12:00:00+08:00", dead=3, missing=0)
    draft = desk.draft(T.FOLLOW_UP)
    news = {item.key: (item.before, item.after) for item in desk.reports.view(draft.id).news}
    assert news["dead"] == ("1", "3")
    assert news["missing"] == ("2", "0")
    words = draft.content.text
    assert "接首报（〔2025〕第37期）" in words
    assert "死亡3人" in words
    assert first.content.opening not in words
    former = {section.text for section in first.content.sections}
    assert not former & {section.text for section in draft.content.sections}


def test_missing_elements_never_stop_a_signature(desk):
    draft = desk.draft(T.INITIAL)
    assert any(item.standing.value != "有" for item in desk.reports.view(draft.id).elements)
    assert desk.sign(draft).issue == 37


def test_a_refused_signature_and_a_dropped_draft_take_no_issue_number(desk):
    draft = desk.draft(T.INITIAL)
    blank = EntryDraft(EntryKind.REPORTING, "")
    with pytest.raises(RuleViolation):
        desk.reports.sign_off(
            desk.staff.leader.person_id, PIN, draft.id, draft.version, entry=blank
        )
    assert desk.reports.view(draft.id).state is ReportState.DRAFT
    desk.reports.drop_draft(desk.staff.officer, draft.id, draft.version, "误建")
    assert [desk.issue(kind).issue for kind in (T.INITIAL, T.FOLLOW_UP, T.FINAL)] == [37, 38, 39]


def test_a_recipient_that_is_not_recognised_can_be_named_by_hand(desk):
    report = desk.sign(desk.draft(T.INITIAL))
    sent = [Sent("临江总台", level="city")]
    desk.reports.record_sent(desk.staff.officer, report.id, sent)
    view = desk.incidents.view(desk.incident)
    met = [item.to for item in view.obligations if item.met_at and item.recipient == "city"]
    assert met == ["临江总台"] * len(met)
    assert met


def test_a_report_without_incident_is_kept_and_belongs_to_none(desk):
    report = daily_sent(desk.transactions, desk.staff, T.NIL)
    assert (report.incident_id, report.issue, report.state) == (None, 1, ReportState.SENT)
    assert desk.reports.of_incident(desk.incident) == []
    with pytest.raises(RuleViolation):
        desk.reports.routine(
            desk.staff.officer, T.INITIAL, Said((Sent("区政府值班室"),), "节日零报告：平安")
        )
