"""日报 and 零报告 from the draft to the sending, as a leader signs them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from safetydesk.domain.report import Report
from safetydesk.domain.report_series import ReportType
from safetydesk.services.daily_reports import DailyReports
from safetydesk.services.reports import ReportService, Sent
from safetydesk.services.transaction import Transactions
from tests.helpers.office import PIN, Staff


def daily_signed(
    transactions: Transactions, staff: Staff, kind: ReportType, words: str = ""
) -> Report:
    """A report of the day, signed; its own words unless others are given."""
    reports = ReportService(transactions, staff.people)
    draft = DailyReports(transactions).begin(staff.officer, kind).value
    if words:
        content = replace(draft.content, opening=words, sections=())
        draft = reports.save_draft(staff.officer, draft.id, draft.version, content).value
    return reports.sign_off(staff.leader.person_id or 0, PIN, draft.id, draft.version).value


def daily_sent(
    transactions: Transactions,
    staff: Staff,
    kind: ReportType,
    to: Sequence[str] = ("市应急局",),
) -> Report:
    """A report of the day, signed and sent."""
    report = daily_signed(transactions, staff, kind)
    reports = ReportService(transactions, staff.people)
    return reports.record_sent(staff.officer, report.id, [Sent(name) for name in to]).value
