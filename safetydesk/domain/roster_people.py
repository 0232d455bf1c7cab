"""Rules about the person on a post: still there, allowed at night, not away, trained, reachable."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.roster_findings import (
    AWAY_FROM_DESK,
    LEADERS,
    RosterCheck,
    RosterFinding,
    Rule,
)
from safetydesk.domain.spans import Span
from safetydesk.domain.staff import WOMAN, StaffFacts, forbidden_night, nights_of

if TYPE_CHECKING:
    from safetydesk.domain.duty import DutySpan

_PAIRED = {"primary": "deputy", "deputy": "primary"}


def people(check: RosterCheck) -> Iterator[RosterFinding]:
    """The findings of all rules about single duties, and one a person about the telephone."""
    for person, duties in check.by_person().items():
        staff = check.staff.get(person)
        shown = [duty for duty in duties if check.reports(duty.start, duty.end)]
        if staff is None or not shown:
            continue
        for duty in shown:
            yield from _of_duty(check, staff, duty)
        yield from _telephone(check, staff, shown[0])


def _of_duty(check: RosterCheck, staff: StaffFacts, duty: DutySpan) -> Iterator[RosterFinding]:
    """Whoever is gone breaks no other rule."""
    span = Span(duty.start, duty.end)
    if staff.gone(duty.start.astimezone(check.zone).date()):
        if check.on(Rule.EMPTY):
            yield check.found(Rule.EMPTY, duty.post, span, person=duty.person)
        return
    yield from _away(check, staff, duty.post, span)
    yield from _nights(check, staff, duty.post, span)
    if check.on(Rule.NOT_ELIGIBLE) and staff.posts and duty.post not in staff.posts:
        yield check.found(Rule.NOT_ELIGIBLE, duty.post, span, person=duty.person)
    if check.on(Rule.PAIR) and _alone_of_pair(check, staff, duty):
        yield check.found(Rule.PAIR, duty.post, span, person=duty.person, other=staff.pair or "")
    if check.on(Rule.MENTOR) and _without_mentor(check, staff, duty):
        other = staff.mentor or ""
        yield check.found(Rule.MENTOR, duty.post, span, person=duty.person, other=other)
    if check.on(Rule.UNTRAINED) and _unprepared(check, staff, duty):
        yield check.found(Rule.UNTRAINED, duty.post, span, person=duty.person)


def _away(check: RosterCheck, staff: StaffFacts, post: str, span: Span) -> Iterator[RosterFinding]:
    """Each absence that meets the duty, at the time they share."""
    rule = Rule.LEADER_ABSENT if post in LEADERS else Rule.LEAVE
    if not check.on(rule):
        return
    for absence in staff.absences:
        common = absence.span.clip(span)
        if common is not None:
            yield check.found(rule, post, common, person=staff.person, other=absence.kind.value)


def _nights(
    check: RosterCheck, staff: StaffFacts, post: str, span: Span
) -> Iterator[RosterFinding]:
    """The gravest of the three rules about night work.

    The law holds for standing by too, since it may become work; the other two do not.
    """
    if not nights_of(span, check.zone):
        return
    protection = forbidden_night(staff, span, check.zone)
    if protection is not None:
        if check.on(Rule.LAW):
            yield check.found(Rule.LAW, post, span, person=staff.person, other=protection.value)
    elif post == "standby":
        return
    elif staff.avoids_nights and check.on(Rule.NIGHT_AVOIDED):
        yield check.found(Rule.NIGHT_AVOIDED, post, span, person=staff.person)
    elif check.on(Rule.WOMAN_ALONE_AT_NIGHT) and _only_women(check, staff, post, span):
        yield check.found(Rule.WOMAN_ALONE_AT_NIGHT, post, span, person=staff.person)


def _only_women(check: RosterCheck, staff: StaffFacts, post: str, span: Span) -> bool:
    """Whether a woman and nobody else than women sit at the desk when the duty begins."""
    if staff.gender != WOMAN or post in AWAY_FROM_DESK:
        return False
    return all(
        check.staff[other.person].gender == WOMAN
        for other in check.resolution.at(span.start)
        if other.post not in AWAY_FROM_DESK and other.person in check.staff
    )


def _alone_of_pair(check: RosterCheck, staff: StaffFacts, duty: DutySpan) -> bool:
    """Whether the partner of a pair is not on the other post when the duty begins."""
    if staff.pair is None or duty.post not in _PAIRED:
        return False
    return not any(
        other.person == staff.pair and other.post == _PAIRED[duty.post]
        for other in check.resolution.at(duty.start)
    )


def _without_mentor(check: RosterCheck, staff: StaffFacts, duty: DutySpan) -> bool:
    """Whether somebody in training sits at the desk while the mentor does not lead it (§4.3.9)."""
    if staff.mentor is None or duty.post in LEADERS or duty.post in AWAY_FROM_DESK:
        return False
    return not any(
        other.person == staff.mentor and other.post == "primary"
        for other in check.resolution.at(duty.start)
    )


def _unprepared(check: RosterCheck, staff: StaffFacts, duty: DutySpan) -> bool:
    """Not trained before the duty; a deputy may be, beside a primary who is (§4.3.9)."""
    if duty.post in LEADERS or duty.post in AWAY_FROM_DESK or _trained(check, staff, duty):
        return False
    if staff.trained_on is None and staff.joined_on is None:
        return False  # nothing was entered about this person's training
    if duty.post != "deputy":
        return True
    beside = [
        check.staff.get(other.person)
        for other in check.resolution.at(duty.start)
        if other.post == "primary"
    ]
    return not any(other is not None and _trained(check, other, duty) for other in beside)


def _trained(check: RosterCheck, staff: StaffFacts, duty: DutySpan) -> bool:
    day = duty.start.astimezone(check.zone).date()
    return staff.trained_on is not None and staff.trained_on <= day


def _telephone(check: RosterCheck, staff: StaffFacts, duty: DutySpan) -> Iterator[RosterFinding]:
    """Once a person, at the first duty: no number, or one that nobody has tried for long."""
    span = Span(duty.start, duty.end)
    if not staff.mobile:
        if check.on(Rule.NO_PHONE):
            yield check.found(Rule.NO_PHONE, duty.post, span, person=staff.person)
        return
    if not check.on(Rule.UNVERIFIED_PHONE):
        return
    verified, days = staff.phone_verified_on, check.measure(Rule.UNVERIFIED_PHONE)
    oldest = duty.start.astimezone(check.zone).date() - timedelta(days=days)
    if staff.phone_failed or verified is None or verified < oldest:
        other = "failed" if staff.phone_failed else ""
        yield check.found(Rule.UNVERIFIED_PHONE, duty.post, span, person=staff.person, other=other)
