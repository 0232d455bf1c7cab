"""How a draft is filled from the record: what it says, to whom, and what is new in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from safetydesk.domain.incident import Recipient
from safetydesk.domain.report_news import News, Snapshot, news_between
from safetydesk.domain.report_series import Place, ReportType
from safetydesk.domain.report_wording import (
    final_content,
    first_content,
    follow_up_content,
    opening_of,
)
from safetydesk.services.incident_case import assessment_of, snapshot_of

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.incident_record import Incident
    from safetydesk.domain.report import Report, ReportContent
    from safetydesk.services.rule_editions import PackSource
    from safetydesk.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Drafting:
    """What a draft is made from: the record now, and what is new since ``former``."""

    known: Snapshot
    former: Report | None
    news: tuple[News, ...]
    issued: tuple[Report, ...]


def drafting_of(
    uow: UnitOfWork, incident: Incident, now: datetime, *, before: Report | None = None
) -> Drafting:
    """The material of the next report, or (with ``before``) of a report signed already."""
    fixed = [report for report in uow.reports.of_incident(incident.id) if report.is_fixed]
    fixed.sort(key=lambda report: (report.signed_at, report.id))
    if before is not None:
        ids = [report.id for report in fixed]
        fixed = fixed[: ids.index(before.id)] if before.id in ids else fixed
    written = tuple(report for report in fixed if report.type.numbered)
    upto = before.content.covers if before is not None and before.is_fixed else None
    known = snapshot_of(uow, incident, now, upto)
    former = written[-1] if written else None
    if former is None:
        return Drafting(known, None, (), written)
    then = snapshot_of(uow, incident, now, former.content.covers)
    return Drafting(known, former, news_between(then, known), written)


def content_of(drafting: Drafting, place: Place, addressees: tuple[str, ...]) -> ReportContent:
    """The proposed words of a report."""
    known = drafting.known
    if place.type is ReportType.INITIAL:
        content = first_content(known, place)
    elif place.type is ReportType.FINAL:
        content = final_content(known, place, drafting.issued)
    else:
        content = follow_up_content(known, place, drafting.news, drafting.issued)
    if place.type is ReportType.FEEDBACK and not drafting.issued:
        content = replace(content, opening=opening_of(known))
    return replace(content, addressees=addressees)


def addressees_of(
    uow: UnitOfWork,
    incident: Incident,
    place: Place,
    now: datetime,
    packs: PackSource,
) -> tuple[str, ...]:
    """Whom the report should go to: those of the last written report and those who are owed one.

    A level is named as it was named last; one that was never told bears its name in the rules, by
    which it is recognised when the report is sent there.
    """
    reports = [report for report in uow.reports.of_incident(incident.id) if report.is_fixed]
    written = [report for report in reports if report.type.numbered and report.deliveries]
    told = [report for report in reports if report.type is ReportType.PHONE]
    sources = written[-1:] or told
    names = [delivery.recipient for report in sources for delivery in report.deliveries]
    kinds = set(place.type.counts_as())
    owed = [
        item.to
        for item in assessment_of(uow, incident, now, packs).obligations
        if item.status.open and kinds & item.accepted
    ]
    told_levels = {delivery.level for report in sources for delivery in report.deliveries}
    missing = [level for level in dict.fromkeys(owed) if level not in told_levels]
    if missing:
        known = uow.reports.known_recipients(missing)
        names += [known.get(level) or _name_in_rules(level) for level in missing]
    return tuple(dict.fromkeys(names))


def _name_in_rules(level: str) -> str:
    """What the rules call a level; another office keeps its own word."""
    return next((known.chinese_name for known in Recipient if known.value == level), level)
