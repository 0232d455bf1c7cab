"""Who is offered for a duty: the free ones, fewest duties first; the others with their reasons."""

# ruff: noqa: F811 - the fixtures of another module are arguments here

from __future__ import annotations

from datetime import date

import pytest

from safetydesk.domain.access import Role
from safetydesk.domain.roster_draft import DraftRule
from safetydesk.domain.roster_sheet import RosterPost
from safetydesk.services.duty_suggestions import DutySuggestions
from safetydesk.services.people import NewPerson
from safetydesk.services.views_staff import AbsenceEntry
from tests.services.test_roster_findings import (  # noqa: F401 - fixtures
    apply,
    change,
    duty,
    office,
    staff,
)

DAY = date(2025, 10, 16)


@pytest.fixture
def more(office):
    """Three more officers: 何一, 何二, 何三."""
    people = office.people
    return [
        people.add_hashed(
            people.system(),
            NewPerson(f"T{n}", f"何{n}", ("primary",), frozenset({Role.OFFICER})),
            "",
        ).value
        for n in "一二三"
    ]


@pytest.fixture
def suggestions(transactions):
    return DutySuggestions(transactions)


def test_the_free_are_offered_those_with_the_fewest_duties_of_the_month_first(
    suggestions, duty, office, more
):
    rows = [(8, "何二"), (10, "何二"), (11, "何一"), (24, "黄志强"), (26, "黄志强")]
    apply(duty, office, *((day, RosterPost.PRIMARY, name) for day, name in rows))
    found = suggestions.who_could("primary", DAY, {office.supervisor.person_id})
    names = [(one.name, one.month) for one in found.people]
    assert names == [("何三", 0), ("何一", 1), ("黄志强", 2)]
    assert found.people[0].apart is None
    assert found.people[1].apart == 4


def test_whoever_must_rest_is_on_duty_or_away_is_counted_not_offered(
    suggestions, duty, office, more, staff
):
    apply(
        duty,
        office,
        (15, RosterPost.PRIMARY, "何一"),
        (16, RosterPost.DEPUTY, "黄志强"),
    )
    staff.record_absence(office.officer, AbsenceEntry(more[1], "年休假", DAY, DAY))
    found = suggestions.who_could("primary", DAY, {office.supervisor.person_id})
    assert [one.name for one in found.people] == ["何三"]
    assert dict(found.barred) == {DraftRule.ELSEWHERE: 2, DraftRule.LEAVE: 1}


def test_whom_the_finding_is_about_is_not_offered(suggestions, office, more):
    everybody = {office.officer.person_id, office.supervisor.person_id, *more}
    assert suggestions.who_could("primary", DAY, everybody).people == ()
    assert suggestions.who_could("driver", DAY).people == ()
