"""What cannot be true is refused with its reason: times, orders, numbers, names, circumstances."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.incident import BasisKind, Casualties
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.services.incidents import NewIncident
from safetydesk.services.matter_writing import NewMatter
from safetydesk.services.reports import Said, Sent
from safetydesk.services.shifts import free_number
from safetydesk.services.transaction import Transactions
from tests.helpers.clock import FakeClock
from tests.helpers.desk_day import desk_day, moment

YEAR_1, YEAR_9999 = datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)


@pytest.fixture
def desk(sqlite_database):
    clock = FakeClock("2025-10-06T07:00:00+08:00")
    made = desk_day(Transactions(sqlite_database, clock))
    clock.to("2025-10-06T10:12:00+08:00")
    incident = made.incidents.open(
        made.staff.officer, NewIncident("某厂爆炸", occurred_at=moment("10:05"), source="园区")
    ).value.id
    clock.to("2025-10-06T18:00:00+08:00")
    return SimpleNamespace(**vars(made), incident=incident)


def refused(act, code):
    with pytest.raises(RuleViolation) as caught:
        act()
    assert caught.value.code == code


def test_times_of_no_office_are_refused(desk):
    officer, unbelievable = desk.staff.officer, "time.unbelievable"
    line = EntryDraft(EntryKind.OTHER, "火警", event_at=YEAR_1)
    refused(lambda: desk.log.append(officer, line), unbelievable)
    opened = NewIncident("火灾", received_at=YEAR_1)
    refused(lambda: desk.incidents.open(officer, opened), unbelievable)
    for due in (YEAR_1, YEAR_9999):
        matter = NewMatter("核实", owner="值班室", due_at=due)
        refused(lambda new=matter: desk.matters.open(officer, new), unbelievable)


def test_nothing_was_told_before_it_was_received(desk):
    officer = desk.staff.officer
    early = moment("10:12").replace(day=1)
    said = Said((Sent("市应急局", means="电话", at=early),), "爆炸")
    code = "report.sent_before_received"
    refused(lambda: desk.reports.phone_report(officer, desk.incident, said), code)
    refused(lambda: desk.incidents.leader_informed(officer, desk.incident, "曾慧", at=early), code)


def test_a_leader_has_a_name(desk):
    for name in ("  ", "\u200b"):
        refused(
            lambda told=name: desk.incidents.leader_informed(
                desk.staff.officer, desk.incident, told
            ),
            "incident.no_leader",
        )


def test_rescue_ends_after_the_occurrence_and_its_time_can_be_corrected(desk):
    officer, incidents, code = desk.staff.officer, desk.incidents, "incident.before_occurrence"
    refused(lambda: incidents.rescue_ended(officer, desk.incident, moment("09:00")), code)
    incidents.rescue_ended(officer, desk.incident, moment("17:30"), source="指挥部")
    ended = BasisKind.RESCUE_ENDED

    def correct(basis, time):
        return incidents.correct(officer, desk.incident, basis, moment(time), source="录像")

    refused(lambda: correct(ended, "09:00"), code)
    refused(lambda: correct(BasisKind.OCCURRED, "17:45"), code)
    correct(ended, "16:30")
    basis = incidents.view(desk.incident).bases[ended]
    assert (basis.at, basis.former) == (moment("16:30"), (moment("17:30"),))


def test_numbers_and_circumstances_beyond_belief_are_refused(desk):
    officer, incidents = desk.staff.officer, desk.incidents
    said = Casualties(time=moment("17:00"), known_at=moment("17:00"), source="119")
    many = replace(said, dead=10**15)
    refused(
        lambda: incidents.record_casualties(officer, desk.incident, many),
        "incident.number_too_large",
    )
    unknown = "incident.unknown_flag"
    refused(lambda: incidents.raise_flag(officer, desk.incident, "anything"), unknown)
    refused(lambda: incidents.open(officer, NewIncident("火灾", flags=("x",))), unknown)


def test_signs_that_a_terminal_obeys_never_reach_the_sealed_log(desk):
    officer = desk.staff.officer
    written = desk.log.append(officer, EntryDraft(EntryKind.OTHER, "火\x1b[2J警\u202e\ud83d\x07"))
    assert desk.log.line(written.value.seq).text == "火[2J警"
    refused(
        lambda: desk.log.append(officer, EntryDraft(EntryKind.OTHER, "\u200b\u200b")),
        "log.empty_text",
    )
    refused(lambda: desk.incidents.open(officer, NewIncident("\u200b")), "incident.no_title")


def test_a_day_may_have_any_number_of_shifts():
    given: list[str] = []
    for _ in range(30):
        given.append(free_number("20251006", given.__contains__))
    assert given[:6] == [f"20251006{letter}" for letter in ("", *"BCDEF")]
    assert given[-1] == "20251006-30"
    assert len(set(given)) == 30
