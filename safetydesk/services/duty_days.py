"""Reads the duty days of a period: the one picture behind screen, paper, files and statistics."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.clock import local_instant
from safetydesk.domain.duty_days import DutyDay, duty_days
from safetydesk.domain.duty_resolution import resolve
from safetydesk.domain.presence import EARLY
from safetydesk.domain.spans import Span
from safetydesk.services.duty_planning import plan_of

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from safetydesk.domain.duty import DutyFact, DutyPlan
    from safetydesk.domain.people import OfficeFacts
    from safetydesk.storage.unit_of_work import UnitOfWork


def turn_of(day: date, office: OfficeFacts) -> Span:
    """The duty day of a date: from its turnover to the next."""
    zone: ZoneInfo = office.zoneinfo
    start = local_instant(datetime.combine(day, office.turnover_time), zone)
    end = local_instant(datetime.combine(day + timedelta(days=1), office.turnover_time), zone)
    return Span(start, end)


def duty_date(instant: datetime, office: OfficeFacts) -> date:
    """The date whose duty day holds an instant."""
    local = instant.astimezone(office.zoneinfo)
    begun = local.time() >= office.turnover_time
    return local.date() if begun else local.date() - timedelta(days=1)


def day_start(instant: datetime, office: OfficeFacts) -> datetime:
    """The turnover with which the duty day of an instant began."""
    return turn_of(duty_date(instant, office), office).start


def duty_days_of(uow: UnitOfWork, first: date, last: date, now: datetime) -> list[DutyDay]:
    """The duty days of ``[first, last]``: what is planned, and what was served once it is over."""
    office = uow.office.facts()
    count = (last - first).days + 1
    days = [first + timedelta(days=number) for number in range(count)]
    turns = [(day, turn_of(day, office)) for day in days]
    if not turns:
        return []
    window = Span(turns[0][1].start, turns[-1][1].end)
    plan = plan_of(uow, window, window.start)
    planned = resolve(plan)
    if now <= window.start or not plan.facts:
        return duty_days(turns, planned, replace(planned, spans=()), now)
    return duty_days(turns, planned, resolve(_with_facts(plan, now, office)), now)


def _with_facts(plan: DutyPlan, now: datetime, office: OfficeFacts) -> DutyPlan:
    """The same plan seen at ``now``, with forgotten sign-outs at the end of their turn."""
    facts = tuple(_closed(fact, office) for fact in plan.facts)
    moment = now.replace(second=0, microsecond=0)
    return replace(plan, now=min(moment, plan.window.end), facts=facts)


def _closed(fact: DutyFact, office: OfficeFacts) -> DutyFact:
    """Whoever was not signed out went home at the end of that turn, as far as the record goes."""
    if fact.end is not None:
        return fact
    return replace(fact, end=turn_of(duty_date(fact.start + EARLY, office), office).end)
