"""The explosion of the sample day, played through the services, is what the expected file says."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from safetydesk.app.demo.day import DayPlayer, ScriptClock
from safetydesk.app.demo.office import write_office
from safetydesk.app.wiring import build
from safetydesk.domain.incident import BasisKind
from safetydesk.domain.obligations import ObligationStatus
from safetydesk.services.views_incidents import IncidentState, Mark
from tests.helpers.desk_day import moment

CASES = Path(__file__).parents[1] / "data/cases"
INCIDENT = json.loads((CASES / "day_incident.json").read_text(encoding="utf-8"))
MATTERS = json.loads((CASES / "day_matters.json").read_text(encoding="utf-8"))
DAY = json.loads((CASES / "sample_day.json").read_text(encoding="utf-8"))
RECIPIENTS = {
    "公安、人社、工会、检察院": "peers",
    "省应急厅": "province",
    "省安委办": "provincial_safety_office",
    "市应急局": "city",
    "同首报": "city",
    "本级政府": "government",
    "应急局统计岗": "statistics_desk",
}
END = moment("7T08:30")


def at(text):
    return datetime.fromisoformat(text)


@pytest.fixture
def desk(database):
    """The demonstration office after the whole day."""
    clock = ScriptClock(moment("08:00"))
    made = build(database, clock)
    player = DayPlayer(made, write_office(made), clock)
    player.play(END)
    return made


@pytest.fixture
def incident_id(desk):
    return desk.incidents.numbered(INCIDENT["number"]).id


def test_the_incident_of_the_day(desk, incident_id):
    _the_occurrence_is_corrected_and_both_times_are_kept(desk, incident_id)
    _the_grades_follow_the_news(desk, incident_id)
    _the_casualty_history_is_that_of_the_day(desk, incident_id)
    _the_series_of_reports_is_complete(desk, incident_id)
    _each_obligation_stands_as_expected(desk, incident_id)
    _the_matters_stand_as_expected(desk)
    _the_chronology_tells_the_day_once_and_in_order(desk, incident_id)
    _everybody_told_is_listed_once(desk, incident_id)
    assert desk.log.verify().holds


def _the_occurrence_is_corrected_and_both_times_are_kept(desk, incident_id):
    view = desk.incidents.view(incident_id)
    occurred = view.bases[BasisKind.OCCURRED]
    assert occurred.at == at(INCIDENT["occurred"]["corrected"])
    assert occurred.former == (at(INCIDENT["occurred"]["first"]),)
    assert occurred.known_at == at(INCIDENT["occurred"]["corrected_at"])
    assert view.summary.received.at == at(INCIDENT["received_at"])


def _the_grades_follow_the_news(desk, incident_id):
    for name, want in INCIDENT["grade"].items():
        now = END if name == "end" else moment(name.removeprefix("at_").replace("_", ":"))
        grade = desk.incidents.view(incident_id, now).summary.grade
        assert (grade.confirmed, grade.potential) == (want["confirmed"], want["potential"]), name
        assert grade.major_near_miss is want.get("major_near_miss", grade.major_near_miss)
    reasons = desk.incidents.view(incident_id, END).summary.grade.reasons
    assert any("疏散621人" in reason and "500" in reason for reason in reasons)


def _the_casualty_history_is_that_of_the_day(desk, incident_id):
    lines = desk.incidents.view(incident_id).casualties
    assert len(lines) == len(INCIDENT["casualty_history"])
    for line, want in zip(lines, INCIDENT["casualty_history"], strict=True):
        assert line.as_of == at(want["as_of"])
        said = {name: value for name, value in want.items() if name != "as_of"}
        assert {name: getattr(line.numbers, name) for name in said} == said
    assert [line.reported_in for line in lines] == [
        "电话快报",
        "电话快报",
        "续报（一）",
        "续报（四）",
    ]
    assert lines[2].differences == "死亡1→3、失联2→0"


def _the_series_of_reports_is_complete(desk, incident_id):
    reports = [report for report in desk.reports.of_incident(incident_id) if report.type.numbered]
    names = [report.place.short_label for report in reports]
    assert ["电话快报", "首报37期", *names[1:]] == INCIDENT["report_series"]
    assert [report.issue for report in reports] == [37, 38, 39, 40, 41, 42]
    assert all(desk.reports.view(report.id).sealed for report in reports)


def _each_obligation_stands_as_expected(desk, incident_id):
    obligations = desk.incidents.view(incident_id, END).obligations
    assert len(obligations) == len(DAY["obligations"])
    for want in DAY["obligations"]:
        (got,) = [
            item
            for item in obligations
            if item.rule == want["rule"]
            and item.recipient == RECIPIENTS.get(want["to"], want["to"])
            and item.occurrence == want["occurrence"]
        ]
        dues = {at(due) for due in (want["due_at"], *want.get("accept_due_at", ()))}
        assert got.due_at in dues, want
        assert got.status in want.get("accept_status", [want["status"]]), want
        assert got.met_at == (at(want["met_at"]) if want["met_at"] else None), want
        if got.due_at == at(want["due_at"]):
            assert got.late_seconds == want["late_seconds"], want
    late = [item for item in obligations if item.status is ObligationStatus.MET_LATE]
    assert all(item.report_id for item in late if item.recipient != "peers")


def _the_matters_stand_as_expected(desk):
    open_now = desk.matters.open_matters(END)
    closed = desk.matters.closed_since(moment("08:30"))
    for views, expected in ((open_now, MATTERS["open"]), (closed, MATTERS["closed"])):
        assert [view.number for view in views] == [want["id"] for want in expected]
        for view, want in zip(views, expected, strict=True):
            assert (view.title, view.state, view.owner) == (
                want["title"], want["state"], want["owner"],
            )  # fmt: skip
            times = (view.due_at, view.opened_at, view.closed_at)
            wanted = (want["due_at"], want["opened_at"], want["closed_at"])
            assert times == tuple(at(text) if text else None for text in wanted)


def _the_chronology_tells_the_day_once_and_in_order(desk, incident_id):
    view = desk.incidents.view(incident_id, END)
    times = [line.at for line in view.timeline]
    assert times == sorted(times)
    seqs = [line.entry_seq for line in view.timeline if line.entry_seq]
    assert len(seqs) == len(set(seqs))
    texts = [line.text for line in view.timeline]
    assert texts[0] == "事发（后更正为10时03分）"
    assert sum("续报五" in text for text in texts) == 1
    grades = [line.text for line in view.timeline if line.mark is Mark.GRADE]
    assert grades == ["等级：确认一般，可能较大", "等级：确认较大，可能较大"]
    assert view.summary.state is IncidentState.RESCUE_OVER


def _everybody_told_is_listed_once(desk, incident_id):
    told = desk.incidents.view(incident_id, END).told
    names = [line.name for line in told]
    assert len(names) == len(set(names))
    assert names[:2] == ["曾慧", "市应急局"]
    by = {line.name: line.by for line in told}
    assert by["市应急局"] == "黎海霞"
    assert by["省应急厅"] == "贾锋"
    assert desk.incidents.view(incident_id, END).missing_peers == ()
