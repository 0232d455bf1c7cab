"""A text of a report template as an office put it in force, and which kinds have one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from safetydesk.domain.report_series import ReportType

TEMPLATE_KINDS = (
    ReportType.INITIAL,
    ReportType.FOLLOW_UP,
    ReportType.FINAL,
    ReportType.SUPPLEMENT,
    ReportType.CORRECTION,
    ReportType.VERIFIED,
    ReportType.FEEDBACK,
    ReportType.PHONE,
    ReportType.DAILY,
    ReportType.NIL,
)
"""The kinds whose words begin with a template."""


@dataclass(frozen=True)
class TemplateEdition:
    """One text of a kind; an empty one says that the shipped text holds again.

    ``based_on``: the digest of the shipped text at that time.
    """

    id: int
    kind: str
    number: int
    text: str
    based_on: str
    since: datetime
    author_id: int | None
    reason: str
