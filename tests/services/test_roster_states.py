"""A roster from draft to filed again, what differs between its versions, and what is still owed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text

from safetydesk.domain.errors import AccessDenied, RuleViolation
from safetydesk.domain.roster_state import RosterState, RosterStepKind
from safetydesk.services.duty import DutyService
from safetydesk.services.duty_state import OfficeDutyState
from safetydesk.services.roster_states import RosterStateService
from safetydesk.services.views_duty import ChangeRequest
from safetydesk.services.views_rosters import NOW, Filing
from safetydesk.storage.stores.duty import StoredTurn
from tests.helpers.office import small_office

DAY = timedelta(days=1)
FIRST = datetime(2025, 10, 10, 0, 30, tzinfo=UTC)
CITY = "市应急管理局值班室"


@pytest.fixture
def staff(transactions):
    return small_office(transactions)


@pytest.fixture
def duty(transactions):
    return DutyService(transactions)


@pytest.fixture
def rosters(transactions):
    return RosterStateService(transactions)


def draft(transactions, clock, people, title="十月中旬值班表"):
    """Ten days of one deputy after another, not published."""
    turns = [
        StoredTurn(
            "deputy",
            people[n % len(people)].person_id,
            date(2025, 10, 10 + n),
            FIRST + n * DAY,
            FIRST + (n + 1) * DAY,
        )
        for n in range(10)
    ]
    with transactions.database.write() as uow:
        made = uow.duty.add_roster(
            {
                "title": title,
                "start_at": FIRST,
                "end_at": FIRST + 10 * DAY,
                "planned": "window",
                "posts": ["deputy"],
                "import_id": None,
                "entered_at": clock.now(),
            },
            turns,
        )
        uow.commit()
    return made


@pytest.fixture
def roster_id(transactions, clock, staff):
    return draft(transactions, clock, [staff.deputy, staff.officer])


@pytest.fixture
def filed(rosters, roster_id, staff, clock):
    due = datetime(2025, 10, 9, 10, 0, tzinfo=UTC)
    rosters.publish(staff.supervisor, roster_id, superior=CITY, filing_due_at=due)
    clock.to("2025-10-07T10:00:00+08:00")
    rosters.file(staff.officer, roster_id, Filing(CITY, means="传真", receipt="第0217号"))
    return roster_id


def deputies(duty, day):
    return [v.name for v in duty.who(FIRST + (day - 10) * DAY) if v.post == "deputy"]


def swap_day(duty, staff, day):
    """王伟 stands in for whoever is the deputy that day."""
    start = FIRST + (day - 10) * DAY
    person = next(v.person_id for v in duty.who(start) if v.post == "deputy")
    request = ChangeRequest(
        "replace", "deputy", start, start + DAY, person, staff.supervisor.person_id
    )
    return duty.change(staff.supervisor, request).value


def owed(transactions, clock):
    with transactions.read() as uow:
        deadlines = OfficeDutyState().state(uow, clock.now()).deadlines
    return [(d.title, d.to_whom, d.due_at) for d in deadlines if d.item.startswith("filing:")]


def test_a_draft_is_no_part_of_the_plan_until_it_is_published(duty, rosters, roster_id, staff):
    assert rosters.get(roster_id).state is RosterState.DRAFT
    assert deputies(duty, 10) == []
    rosters.publish(staff.supervisor, roster_id)
    assert rosters.get(roster_id).state is RosterState.PUBLISHED
    assert deputies(duty, 10) == ["何佳"]


def test_a_draft_is_published_once_and_by_a_supervisor(rosters, roster_id, staff):
    with pytest.raises(AccessDenied):
        rosters.publish(staff.officer, roster_id)
    rosters.publish(staff.supervisor, roster_id)
    with pytest.raises(RuleViolation):
        rosters.publish(staff.supervisor, roster_id)


def test_a_filing_says_with_whom_when_and_which_receipt(rosters, filed, transactions):
    view = rosters.get(filed)
    assert (view.state, view.filed_with, view.receipt) == (RosterState.FILED, CITY, "第0217号")
    assert view.filed_at == datetime(2025, 10, 7, 2, 0, tzinfo=UTC)
    with transactions.read() as uow:
        entry = uow.log.newest(1)[0]
    assert entry.text == f"值班表报备：《十月中旬值班表》报{CITY}（传真）"
    assert entry.handling == "回执：第0217号"


def test_a_change_after_the_filing_is_named_and_filed_again(rosters, duty, staff, filed):
    swap_day(duty, staff, 12)
    view = rosters.get(filed)
    assert (view.state, view.outstanding, view.differences) == (RosterState.CHANGED, (CITY,), 1)
    rosters.file(staff.officer, filed, Filing(CITY))
    assert rosters.get(filed).state is RosterState.REFILED


def test_a_change_taken_back_needs_no_new_filing(rosters, duty, staff, filed, transactions, clock):
    change = swap_day(duty, staff, 12)
    assert len(owed(transactions, clock)) == 1
    duty.withdraw_change(staff.supervisor, change)
    assert rosters.get(filed).state is RosterState.FILED
    assert owed(transactions, clock) == []


def test_who_really_came_is_no_change_of_a_filed_roster(rosters, duty, staff, filed, clock):
    clock.to("2025-10-12T08:40:00+08:00")
    duty.check_in(staff.officer, staff.officer.person_id, "deputy")
    assert rosters.get(filed).state is RosterState.FILED


def test_a_second_superior_makes_no_second_version(rosters, filed, staff, duty):
    rosters.file(staff.officer, filed, Filing("区委值班室"))
    assert rosters.get(filed).state is RosterState.FILED
    swap_day(duty, staff, 12)
    rosters.file(staff.officer, filed, Filing("区委值班室"))
    view = rosters.get(filed)
    assert (view.state, view.outstanding) == (RosterState.CHANGED, (CITY,))


def test_versions_are_compared_by_day_post_and_person(rosters, duty, staff, filed):
    swap_day(duty, staff, 12)
    swap_day(duty, staff, 15)
    published, given, now = rosters.versions(filed)
    assert [published.kind, given.kind, now.id] == [
        RosterStepKind.PUBLISHED,
        RosterStepKind.FILED,
        NOW,
    ]
    found = rosters.compare(filed, given.id)
    assert [(d.day.day, d.label, d.before, d.after) for d in found] == [
        (12, "副班", ("何佳",), ("王伟",)),
        (15, "副班", ("黄志强",), ("王伟",)),
    ]
    assert rosters.compare(filed, published.id, given.id) == []


def test_part_of_a_day_is_compared_with_its_hours(rosters, duty, staff, filed):
    noon = FIRST + timedelta(hours=4)
    request = ChangeRequest(
        "replace",
        "deputy",
        noon,
        FIRST + DAY,
        staff.deputy.person_id,
        staff.supervisor.person_id,
    )
    duty.change(staff.supervisor, request)
    (found,) = rosters.compare(filed, rosters.versions(filed)[1].id)
    assert found.after == ("何佳 08:30–12:30", "王伟 12:30–08:30")


def test_a_filing_is_owed_from_publishing_until_it_is_made(
    rosters, roster_id, staff, transactions, clock
):
    due = datetime(2025, 10, 9, 10, 0, tzinfo=UTC)
    rosters.publish(staff.supervisor, roster_id, superior=CITY, filing_due_at=due)
    assert owed(transactions, clock) == [("值班表报备：十月中旬值班表", CITY, due)]
    rosters.file(staff.officer, roster_id, Filing(CITY))
    assert owed(transactions, clock) == []


def test_a_change_is_owed_within_a_day_and_before_its_duty(
    rosters, duty, staff, filed, transactions, clock
):
    swap_day(duty, staff, 12)
    ((title, to_whom, due),) = owed(transactions, clock)
    assert (title, to_whom) == ("值班表变动待重新报备：十月中旬值班表", CITY)
    assert due == clock.now() + DAY


@pytest.mark.parametrize(
    ("filing", "code"),
    [
        (Filing(" "), "roster.no_superior"),
        (Filing(CITY, datetime(2025, 10, 8, tzinfo=UTC)), "roster.filed_in_future"),
        (Filing(CITY), "roster.filed_already"),
    ],
)
def test_a_filing_that_cannot_be_is_refused(rosters, staff, filed, filing, code):
    with pytest.raises(RuleViolation) as refused:
        rosters.file(staff.officer, filed, filing)
    assert refused.value.code == code


def test_a_draft_is_not_filed_but_may_be_put_away(rosters, roster_id, staff):
    with pytest.raises(RuleViolation) as refused:
        rosters.file(staff.officer, roster_id, Filing(CITY))
    assert refused.value.code == "roster.not_published"
    rosters.discard(staff.supervisor, roster_id)
    assert rosters.of_days(date(2025, 10, 1), date(2025, 10, 31)) == []


def test_a_roster_published_later_speaks_last(rosters, duty, staff, transactions, clock):
    first = draft(transactions, clock, [staff.deputy], "第一稿")
    second = draft(transactions, clock, [staff.officer], "第二稿")
    rosters.publish(staff.supervisor, second)
    clock.to("2025-10-06T09:00:00+08:00")
    rosters.publish(staff.supervisor, first)
    assert deputies(duty, 12) == ["何佳"]


@pytest.mark.parametrize(
    "sql", ["UPDATE roster_step SET receipt = '改'", "DELETE FROM roster_step"]
)
def test_what_was_filed_is_never_changed_or_removed(database, filed, sql):
    with pytest.raises(RuleViolation), database.write() as uow:
        uow.session.execute(text(sql))
        uow.commit()
