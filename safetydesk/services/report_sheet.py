"""Knows how a stored report, or one being written, becomes the printed page of GB/T 9704."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from safetydesk.domain.access import Role
from safetydesk.domain.report_compare import fresh_stretches
from safetydesk.domain.report_series import ReportType
from safetydesk.services.sheet_people import name_of
from safetydesk.services.sheets import ReportKind, ReportParagraph, ReportSheet

if TYPE_CHECKING:
    from safetydesk.domain.people import OfficeFacts
    from safetydesk.domain.report import Report, ReportContent
    from safetydesk.storage.unit_of_work import UnitOfWork

_PRODUCTS = {ReportType.DAILY: "值班日报", ReportType.NIL: "零报告"}
_KINDS = {ReportType.INITIAL: ReportKind.INITIAL, ReportType.FINAL: ReportKind.FINAL}


def build(uow: UnitOfWork, report_id: int, content: ReportContent | None = None) -> ReportSheet:
    """The page of a report; unsigned it has an empty number and no signer.

    ``content`` replaces the stored words of a draft, for looking at what is being written; what no
    former report says is told apart then.

    Raises:
        NotFound: there is no such report.
    """
    report = uow.reports.get(report_id)
    office = uow.office.facts()
    drafted = content is not None and not report.is_fixed
    shown = content if content is not None and drafted else report.content
    former = _former_words(uow, report) if drafted else ()
    return ReportSheet(
        kind=_KINDS.get(report.type, ReportKind.FOLLOW_UP),
        zone=office.zoneinfo,
        urgency=shown.urgency,
        masthead=_masthead(office, report),
        year=report.year,
        issue_number=report.issue,
        signer=name_of(uow, report.signed_by) if _is_signed_off(uow, report) else "",
        title=shown.title,
        addressees=_addressees(shown),
        paragraphs=tuple(_paragraphs(shown, former)),
        issuing_office=office.desk_name,
        issued_at=report.signed_at,
        subtitle=shown.subtitle,
        site_contact=shown.contact,
        copies_to=shown.copies_to,
        reviewer=shown.reviewer,
        drafter=name_of(uow, report.drafted_by),
        duty_phone=office.duty_phone,
        annex_title=shown.annex.title,
        annex=shown.annex.rows,
        printed=shown.printed,
        numbered=report.type.signed_off,
    )


def _former_words(uow: UnitOfWork, report: Report) -> tuple[str, ...]:
    """The words of the written reports of the incident that went out."""
    if report.incident_id is None:
        return ()
    reports = uow.reports.of_incident(report.incident_id)
    return tuple(one.content.body for one in reports if one.is_fixed and one.type.numbered)


def _is_signed_off(uow: UnitOfWork, report: Report) -> bool:
    """Whether a leader signed; what is told at once is told by whoever is at the desk."""
    if report.type.numbered or report.signed_by is None:
        return report.type.numbered
    return Role.LEADER in uow.people.get(report.signed_by).roles


def _masthead(office: OfficeFacts, report: Report) -> str:
    """Each product has a head of its own, so that its numbers are no other's."""
    own = _PRODUCTS.get(report.type)
    return f"{office.name}{own}" if own else office.masthead


def report_name(report: Report) -> str:
    """``首报 2025年第37期``, for a draft ``首报 草稿``: what window and file are called."""
    issue = "草稿" if report.issue is None else f"{report.year}年第{report.issue}期"
    return f"{report.place.label} {issue}"


def chosen(reports: Sequence[Report], which: str) -> Report | None:
    """The written report that ``which`` means: first, last, a place from 1, or a kind's last."""
    written = [report for report in reports if report.type.numbered]
    if which == "first":
        return written[0] if written else None
    if which.isdecimal():
        return written[int(which) - 1] if 0 < int(which) <= len(written) else None
    meant = [report for report in written if which == "last" or which in _names(report)]
    return meant[-1] if meant else None


def _names(report: Report) -> tuple[str, ...]:
    """What a report answers to."""
    place = report.place
    return report.type.value, report.type.chinese_name, place.short_label, place.label


def _addressees(content: ReportContent) -> str:
    return f"{'、'.join(content.addressees)}：" if content.addressees else ""


def _paragraphs(content: ReportContent, former: Sequence[str]) -> Iterator[ReportParagraph]:
    """The opening, then each section that says something with its heading run in."""
    for text in filter(None, content.opening.splitlines()):
        yield ReportParagraph(text)
    for section in content.sections:
        lead = f"{section.lead}。" if section.lead else ""
        for text in filter(None, section.text.splitlines()):
            fresh = fresh_stretches(text, former) if former else ()
            yield ReportParagraph(text, lead, fresh)
            lead = ""
