"""Five accidents of the public record, replayed at the desk: due, met and late as computed."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from safetydesk.domain.incident import BasisKind, Casualties, Category, Grade
from safetydesk.domain.incident_alerts import AlertCode
from safetydesk.domain.obligations import ObligationStatus
from safetydesk.domain.report_series import ReportType
from safetydesk.services.incidents import NewIncident
from safetydesk.services.reports import Said, Sent
from tests.helpers.desk_day import desk_day
from tests.helpers.office import PIN, id_of

S = ObligationStatus
ZONE = ZoneInfo("Asia/Shanghai")
PEOPLE = {"city": "临江市应急管理局", "province": "东河省应急管理厅", "county": "云川区应急管理局"}


def at(text: str) -> datetime:
    """An instant of the accident, by the clock in Beijing."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


class Replay:
    """One desk that lives through an accident as it was published."""

    def __init__(self, transactions, clock, level="county", packs=("national",)):
        self.clock = clock
        self.desk = desk_day(transactions, level=level, packs=list(packs))
        self.incident = 0

    def opens(self, now, category, occurred=None, received=None):
        self.clock.to(at(now))
        new = NewIncident(
            "接报事故",
            category=category,
            occurred_at=at(occurred) if occurred else None,
            received_at=at(received) if received else None,
            source="来电",
        )
        self.incident = self.desk.incidents.open(self.desk.staff.officer, new).value.id

    def learns(self, now, **numbers):
        self.clock.to(at(now))
        told = Casualties(time=at(now), known_at=at(now), source="现场", reason="核实", **numbers)
        self.desk.incidents.record_casualties(self.desk.staff.officer, self.incident, told)

    def phones(self, now, *levels):
        self.clock.to(at(now))
        to = tuple(Sent(PEOPLE[level], level=level, means="电话") for level in levels)
        words = Said(to, "接报事故，有关情况将及时续报")
        self.desk.reports.phone_report(self.desk.staff.officer, self.incident, words)

    def writes(self, now, kind, *levels):
        self.clock.to(at(now))
        desk = self.desk
        draft = desk.reports.draft(desk.staff.officer, self.incident, kind).value
        leader = id_of(desk.staff.leader)
        signed = desk.reports.sign_off(leader, PIN, draft.id, draft.version).value
        to = tuple(Sent(PEOPLE[level], level=level, means="传真") for level in levels)
        desk.reports.record_sent(desk.staff.officer, signed.id, to)

    def view(self, now):
        self.clock.to(at(now))
        return self.desk.incidents.view(self.incident)

    def owed(self, now, rule, to):
        return [
            (
                o.due_at.astimezone(ZONE).strftime("%m-%d %H:%M"),
                o.status,
                None if o.met_at is None else o.met_at.astimezone(ZONE).strftime("%m-%d %H:%M"),
                o.late_seconds,
            )
            for o in self.view(now).obligations
            if (o.rule, o.recipient) == (rule, to)
        ]


def late(**length: float) -> int:
    return int(timedelta(**length).total_seconds())


def test_v1_qixia_the_company_tells_a_day_and_more_too_late(transactions, clock):
    mine = Replay(transactions, clock, level="enterprise")
    mine.opens("2021-01-10T13:14", Category.MINE, occurred="2021-01-10T13:13")
    mine.desk.incidents.note_time(
        mine.desk.staff.officer,
        mine.incident,
        BasisKind.UNIT_HEAD_INFORMED,
        at("2021-01-10T13:13"),
        source="调查认定",
    )
    overdue = late(hours=5, minutes=47)
    assert mine.owed("2021-01-10T20:00", "N01", "county") == [
        ("01-10 14:13", S.OVERDUE, None, overdue)
    ]
    mine.phones("2021-01-11T20:05", "county")
    assert mine.owed("2021-01-11T20:06", "N01", "county") == [
        ("01-10 14:13", S.MET_LATE, "01-11 20:05", late(hours=29, minutes=52))
    ]


def test_v1_qixia_a_false_receipt_looks_timely_until_it_is_corrected(transactions, clock):
    county = Replay(transactions, clock)
    county.opens("2021-01-11T20:05", Category.MINE, occurred="2021-01-10T13:13")
    county.learns("2021-01-11T20:05", trapped=22)
    grade = county.view("2021-01-11T20:06").summary.grade
    assert (grade.potential, grade.major_near_miss) == (Grade.GRADE_2, True)
    county.writes("2021-01-11T20:48", ReportType.INITIAL, "city")
    assert county.owed("2021-01-11T21:00", "N07", "city") == [
        ("01-11 22:05", S.MET, "01-11 20:48", None)
    ]
    county.clock.to(at("2021-01-12T09:00"))
    county.desk.incidents.correct(
        county.desk.staff.officer,
        county.incident,
        BasisKind.RECEIVED,
        at("2021-01-10T19:00"),
        source="村民与镇领导的说明",
    )
    assert county.owed("2021-01-12T09:01", "N07", "city") == [
        ("01-10 21:00", S.MET_LATE, "01-11 20:48", late(hours=23, minutes=48))
    ]
    view = county.view("2021-01-12T09:01")
    assert AlertCode.BASIS_MOVED_LATE in {alert.code for alert in view.alerts}
    (known,) = [o for o in view.obligations if (o.rule, o.recipient) == ("N07", "city")]
    assert known.former_dues == (at("2021-01-11T22:05"),)


def test_v3_nandan_the_clock_runs_from_the_receipt_while_the_occurrence_is_unknown(
    transactions, clock
):
    county = Replay(transactions, clock)
    county.opens("2019-10-29T03:20", Category.MINE)
    county.learns("2019-10-29T03:20", missing=10)
    wanted = {
        ("N08", "province"): [("10-29 04:20", S.OVERDUE, None, late(hours=2, minutes=40))],
        ("N07", "city"): [("10-29 05:20", S.OVERDUE, None, late(hours=1, minutes=40))],
    }
    for (rule, to), standing in wanted.items():
        assert county.owed("2019-10-29T07:00", rule, to) == standing
    county.clock.to(at("2019-10-29T13:00"))
    county.desk.incidents.note_time(
        county.desk.staff.officer,
        county.incident,
        BasisKind.OCCURRED,
        at("2019-10-28T18:30"),
        source="工作组询问",
    )
    county.learns("2019-10-29T13:00", dead=2, missing=11)
    dues = {rule: county.owed("2019-10-29T13:01", rule, to)[0][0] for rule, to in wanted}
    assert dues == {"N08": "10-29 04:20", "N07": "10-29 05:20"}
    assert county.view("2019-10-29T13:01").summary.grade.potential is Grade.GRADE_2


def test_v3_nandan_the_company_was_already_seven_hours_late(transactions, clock):
    mine = Replay(transactions, clock, level="enterprise")
    mine.opens("2019-10-28T18:30", Category.MINE, occurred="2019-10-28T18:30")
    mine.desk.incidents.note_time(
        mine.desk.staff.officer,
        mine.incident,
        BasisKind.UNIT_HEAD_INFORMED,
        at("2019-10-28T18:30"),
        source="调查认定",
    )
    assert mine.owed("2019-10-29T03:20", "N01", "county") == [
        ("10-28 19:30", S.OVERDUE, None, late(hours=7, minutes=50))
    ]


def test_v15_anyang_the_missing_alone_make_it_the_gravest_and_fires_have_seven_days(
    transactions, clock
):
    county = Replay(transactions, clock)
    county.opens("2022-11-21T16:25", Category.FIRE, occurred="2022-11-21T16:22")
    county.writes("2022-11-21T17:30", ReportType.INITIAL, "city")
    county.learns("2022-11-21T20:00", missing=38)
    assert county.view("2022-11-21T20:01").summary.grade.potential is Grade.GRADE_1
    assert county.owed("2022-11-21T20:01", "N08", "province") == [
        ("11-21 21:00", S.PENDING, None, None)
    ]
    county.learns("2022-11-22T06:10", dead=36, missing=2, lightly_injured=2)
    county.learns("2022-11-22T10:00", dead=38, missing=0)
    county.learns("2022-11-28T23:00", dead=42)
    assert county.view("2022-11-28T23:01").summary.grade.confirmed is Grade.GRADE_1
    dues = [due for due, *_ in county.owed("2022-11-28T23:01", "N14", "city")]
    assert dues == ["11-22 00:00", "11-23 00:00", "11-23 00:00", "11-29 00:00"]
    county.learns("2022-11-29T00:00", dead=43)
    view = county.view("2022-11-29T00:01")
    assert AlertCode.OUTSIDE_SUPPLEMENT_WINDOW in {alert.code for alert in view.alerts}
    assert len(county.owed("2022-11-29T00:01", "N14", "city")) == len(dues)


def test_v21_liaocheng_the_tenth_death_makes_it_major_within_the_window(transactions, clock):
    county = Replay(transactions, clock, packs=("national", "shandong"))
    county.opens("2023-05-01T08:50", Category.HAZARDOUS_CHEMICALS, occurred="2023-05-01T08:36")
    office = "provincial_safety_office"
    assert county.owed("2023-05-01T08:51", "SD1", office)[0][0] == "05-01 09:20"
    county.writes("2023-05-01T10:10", ReportType.INITIAL, "city")
    assert county.owed("2023-05-01T10:11", "N04", "city") == [
        ("05-01 10:50", S.MET, "05-01 10:10", None)
    ]
    assert county.owed("2023-05-01T10:11", "SD1", office) == [
        ("05-01 09:20", S.OVERDUE, None, late(minutes=51))
    ]
    county.learns("2023-05-01T18:00", dead=9, severely_injured=1)
    grade = county.view("2023-05-01T18:01").summary.grade
    assert (grade.confirmed, grade.potential) == (Grade.GRADE_3, Grade.GRADE_3)
    county.learns("2023-05-03T09:00", dead=10)
    assert county.view("2023-05-03T09:01").summary.grade.confirmed is Grade.GRADE_2
    assert county.owed("2023-05-03T09:01", "N08", "province") == [
        ("05-03 10:00", S.PENDING, None, None)
    ]
    assert county.owed("2023-05-03T09:01", "N13", "city")[-1][0] == "05-04 00:00"


def test_v26_shanmushu_a_near_miss_whatever_the_deaths_until_the_rescue_ends(transactions, clock):
    county = Replay(transactions, clock)
    county.opens("2019-12-14T15:30", Category.COAL_MINE, occurred="2019-12-14T15:08")
    county.learns("2019-12-14T16:00", evacuated=329, at_risk=73, trapped=18)
    assert county.view("2019-12-14T16:01").summary.grade.major_near_miss
    county.learns("2019-12-18T07:56", dead=5, trapped=0)
    grade = county.view("2019-12-18T07:56").summary.grade
    assert (grade.confirmed, grade.major_near_miss) == (Grade.GRADE_3, True)
    county.desk.incidents.rescue_ended(
        county.desk.staff.officer, county.incident, at("2019-12-18T07:56"), source="指挥部"
    )
    assert county.clock.now() - at("2019-12-14T15:08") == timedelta(hours=88, minutes=48)
    end = at("2019-12-19T00:00")
    follow_ups = [o for o in county.view("2019-12-20T12:00").obligations if o.report == "续报"]
    assert follow_ups
    assert all(o.due_at <= end for o in follow_ups)


@pytest.mark.parametrize(("received", "direct"), [("2022-02-28T10:00", 0), ("2022-03-01T10:00", 1)])
def test_shandong_wants_its_direct_report_from_march_2022(transactions, clock, received, direct):
    county = Replay(transactions, clock, packs=("national", "shandong"))
    county.opens(received, Category.WORK_SAFETY)
    assert len(county.owed(received, "SD1", "provincial_safety_office")) == direct


def test_henan_counts_quarters_of_an_hour_across_midnight(transactions, clock):
    county = Replay(transactions, clock, packs=("national", "henan"))
    county.opens("2026-03-10T23:52", Category.WORK_SAFETY, occurred="2026-03-10T23:50")
    county.clock.to(at("2026-03-10T23:52"))
    told = Casualties(time=county.clock.now(), known_at=county.clock.now(), dead=10)
    county.desk.incidents.record_casualties(county.desk.staff.officer, county.incident, told)
    assert county.owed("2026-03-10T23:53", "HA1", "province")[0][0] == "03-11 00:05"
    assert county.owed("2026-03-10T23:53", "HA2", "province")[0][0] == "03-11 00:25"
    dues = [due for due, *_ in county.owed("2026-03-11T17:01", "HA5", "province")]
    assert dues[:2] == ["03-11 08:00", "03-11 17:00"]


def test_a_major_accident_is_followed_up_morning_and_evening_across_midnight(transactions, clock):
    county = Replay(transactions, clock)
    county.opens("2026-03-10T20:00", Category.WORK_SAFETY, occurred="2026-03-10T19:50")
    county.learns("2026-03-10T20:10", dead=10)
    county.writes("2026-03-10T21:00", ReportType.INITIAL, "city")
    county.writes("2026-03-11T08:00", ReportType.FOLLOW_UP, "city")
    county.writes("2026-03-11T20:00", ReportType.FOLLOW_UP, "city")
    standing = county.owed("2026-03-12T01:00", "N12", "city")
    assert [status for _due, status, *_ in standing[:2]] == [S.MET, S.MET]
    assert standing[2][1] is S.PENDING
