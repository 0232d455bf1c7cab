"""Reads what else reminders are derived from: failing notices and the duties ahead."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.clock import local_instant
from safetydesk.domain.contact_age import stale_before, verification_deadline
from safetydesk.domain.duty_resolution import resolve
from safetydesk.domain.presence import STANDS_BY
from safetydesk.domain.reminder import Deadline, DutyKind, Note
from safetydesk.domain.roster_findings import CALLED_IN, DEFAULTS, Level, Rule
from safetydesk.domain.shift import planned_shift
from safetydesk.domain.spans import Span
from safetydesk.domain.unmanned import Unmanned, unmanned, unmanned_deadline
from safetydesk.services.duty_planning import plan_of
from safetydesk.services.outside_notices import failing_since, reason_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safetydesk.domain.duty import Resolution
    from safetydesk.domain.people import OfficeFacts
    from safetydesk.storage.unit_of_work import UnitOfWork

_DAY = timedelta(days=1)
_LOOKED_AT = timedelta(days=10)
"""How far the plan is looked at: a week, and three days more in which it may have ended."""
_FAILURE_REPEAT = timedelta(minutes=30)
TOLD_AT = time(16)
"""When the staff of the next shift is told, the afternoon before."""
TWO_HOURS = timedelta(hours=2)


def notices_failing(uow: UnitOfWork, now: datetime) -> list[Deadline]:
    """Each way out of the house that is on and fails: a failure is an alarm at the desk."""
    return [
        Deadline(
            item=f"outside:{channel.id}:{first.id}",
            kind=DutyKind.OUTSIDE,
            title=f"外部通知未送达：{channel.name}（{reason_of(first)}）",
            to_whom="",
            starts_at=first.at,
            due_at=first.at,
            closable=True,
            repeat=_FAILURE_REPEAT,
        )
        for channel, first in failing_since(uow, now, _DAY)
    ]


def contacts_to_verify(uow: UnitOfWork, now: datetime) -> list[Deadline]:
    """The one reminder of the month for numbers that the office has not verified for too long."""
    office = uow.office.facts()
    stale = stale_before(now, office.verify_days, office.zoneinfo)
    count = uow.contacts.count_unverified(stale)
    return [verification_deadline(count, office.verify_days, now, office.zoneinfo)]


def roster_ahead(uow: UnitOfWork, now: datetime) -> tuple[list[Note], list[Deadline]]:
    """What the plan of the days ahead reminds of: who comes next, and posts without anybody."""
    office = uow.office.facts()
    shift = planned_shift(now, office.turnover_time, office.zoneinfo)
    window = Span(shift.start - _DAY, shift.end + _LOOKED_AT)
    plan = plan_of(uow, window, window.start)
    planned = resolve(replace(plan, facts=()))
    lacks: Iterable[Unmanned] = ()
    if uow.staff.rule_settings().get(Rule.GAP, DEFAULTS[Rule.GAP]).level is not Level.OFF:
        lacks = unmanned(plan, planned, now, leave_out=CALLED_IN)
    labels = {post.id: post.label for post in office.posts}
    deadlines = [unmanned_deadline(lack, labels, office.zoneinfo) for lack in lacks]
    return _staff_told(uow, office, planned, shift.end), deadlines


def _staff_told(
    uow: UnitOfWork, office: OfficeFacts, planned: Resolution, start: datetime
) -> list[Note]:
    """Who takes over next, told the afternoon before and two hours before; gone at the turnover.

    The day is named by its date: what nobody answered is still on the list after midnight.
    """
    names = {str(person.id): person.name for person in uow.people.all(active=False)}
    order = {post.id: post.label for post in office.posts}
    serving = {
        (span.post, span.person)
        for span in planned.spans
        if span.start <= start < span.end and span.post not in STANDS_BY
    }
    people = [
        f"{label}{names[person]}"
        for post, label in order.items()
        for on_post, person in sorted(serving)
        if on_post == post
    ]
    if not people:
        return []
    said = "、".join(people)
    on = start.astimezone(office.zoneinfo)
    afternoon = local_instant(datetime.combine(on.date() - _DAY, TOLD_AT), office.zoneinfo)
    mark = f"{start:%Y%m%d%H%M}"
    return [
        Note(f"staff:{mark}:day", afternoon, f"通知{on.month}月{on.day}日值班人员：{said}"),
        Note(f"staff:{mark}:hours", start - TWO_HOURS, f"两小时后接班：{said}"),
    ]
