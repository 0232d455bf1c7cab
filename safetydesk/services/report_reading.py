"""How a stored report becomes what the composer shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from safetydesk.domain.report_check import check_elements, check_title
from safetydesk.domain.report_daily import daily_remarks
from safetydesk.domain.report_series import INFORMATION, OFFERS_INSTEAD
from safetydesk.domain.report_wording import sent_words
from safetydesk.services.daily_reports import proposed_daily
from safetydesk.services.day_facts import facts_of_the_day
from safetydesk.services.incident_reading import material_of, obligations_of
from safetydesk.services.report_material import drafting_of
from safetydesk.services.report_reviews import is_review_wanted, reviewed_at
from safetydesk.services.report_templates import content_of
from safetydesk.services.report_writing import is_sealed
from safetydesk.services.views_reports import ReportView

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.report import Report
    from safetydesk.services.rule_editions import PackSource
    from safetydesk.storage.unit_of_work import UnitOfWork


def report_view(uow: UnitOfWork, report: Report, now: datetime, packs: PackSource) -> ReportView:
    """A report for the composer, with what is new in it and what it would meet."""
    office = uow.office.facts()
    year = now.astimezone(office.zoneinfo).year
    incident = uow.incidents.get(report.incident_id) if report.incident_id else None
    product = report.type.product or INFORMATION
    first = office.first_issue if product == INFORMATION else 1
    view = ReportView(
        id=report.id,
        incident_id=report.incident_id,
        incident_number=incident.number if incident else "",
        place=report.place,
        name=report.name,
        state=report.state,
        year=report.year,
        issue=report.issue,
        next_issue=uow.reports.next_issue(year, first, product=product, lock=False),
        content=report.content,
        version=report.version,
        drafted_at=report.drafted_at,
        drafter=_name(uow, report.drafted_by),
        signed_at=report.signed_at,
        signer=_name(uow, report.signed_by),
        deliveries=report.deliveries,
        title=check_title(report.title, report.content.subtitle),
        offers=OFFERS_INSTEAD if report.is_fixed and report.type.numbered else (),
        sealed=is_sealed(uow, report),
        review_wanted=is_review_wanted(uow),
        reviewed_at=reviewed_at(uow, report),
    )
    if incident is not None:
        return _with_incident(uow, view, report, now, packs)
    return _of_the_day(uow, view, report, now) if report.type.of_the_day else view


def _of_the_day(uow: UnitOfWork, view: ReportView, report: Report, now: datetime) -> ReportView:
    """A 日报 or 零报告: what it would say by now, and the line of the log once it is sent."""
    words = sent_words(report, report.content.addressees)
    if report.is_fixed:
        return replace(view, entry_words=words)
    facts = facts_of_the_day(uow, now)
    proposal, trouble = proposed_daily(uow, report.type, facts)
    return replace(
        view,
        entry_words=words,
        proposal=proposal,
        template_trouble=trouble,
        stale=bool(daily_remarks(report.content, facts)),
    )


def _with_incident(
    uow: UnitOfWork, view: ReportView, report: Report, now: datetime, packs: PackSource
) -> ReportView:
    incident = uow.incidents.get(report.incident_id or 0)
    drafting = drafting_of(uow, incident, now, before=report)
    kinds = {kind.chinese_name for kind in report.type.counts_as()}
    known, covers = drafting.known, report.content.covers
    stale = not report.is_fixed and (
        known.covers.event_id > covers.event_id or known.covers.fact_id > covers.fact_id
    )
    proposal, trouble = None, None
    if not report.is_fixed:
        proposal, trouble = content_of(uow, drafting, report.place)
        proposal = replace(proposal, addressees=report.content.addressees)
    return replace(
        view,
        template_trouble=trouble,
        former=drafting.former.place.label if drafting.former else "",
        news=drafting.news,
        elements=check_elements(known),
        obligations=tuple(
            item
            for item in obligations_of(material_of(uow, incident, now, packs))
            if item.report_id == report.id or (item.status.open and item.report in kinds)
        ),
        stale=stale,
        covers_now=known.covers,
        proposal=proposal,
        entry_words=sent_words(report, report.content.addressees, drafting.known.casualties),
    )


def _name(uow: UnitOfWork, person_id: int | None) -> str:
    return uow.people.get(person_id).name if person_id else ""
