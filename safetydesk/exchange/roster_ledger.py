"""Where the readers of roster layouts write down assignments and remarks, each place once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from safetydesk.domain.roster_sheet import RosterAssignment, RosterPost, RosterShift
from safetydesk.domain.sheet_findings import Finding, FindingCode, Severity

if TYPE_CHECKING:
    from safetydesk.exchange.roster_words import Hours

LOCAL = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True)
class Turn:
    """What row and column say about the people of one cell."""

    day: date
    post: RosterPost
    label: str
    shift: RosterShift = RosterShift.WHOLE_DAY
    hours: Hours | None = None
    unit: str = ""
    department: str = ""

    def bounds(self) -> tuple[datetime | None, datetime | None]:
        """Start and end, aware, where the hours are known; the end may lie on the next day."""
        if self.hours is None:
            return None, None
        start = datetime.combine(self.day, self.hours.start, LOCAL)
        end = datetime.combine(self.day, self.hours.end, LOCAL)
        return start, end if end > start else end + timedelta(days=1)


@dataclass
class Ledger:
    """Assignments and findings in the order of the sheet."""

    assignments: list[RosterAssignment] = field(default_factory=list[RosterAssignment])
    findings: list[Finding] = field(default_factory=list[Finding])
    _noted: set[tuple[FindingCode, str, str]] = field(
        default_factory=set[tuple[FindingCode, str, str]]
    )

    def assign(
        self, turn: Turn, person: str, place: str, *, phone: str = "", title: str = ""
    ) -> None:
        """Writes down one person for one turn."""
        start, end = turn.bounds()
        self.assignments.append(
            RosterAssignment(
                day=turn.day,
                post=turn.post,
                person=person,
                source=place,
                unit=turn.unit,
                shift=turn.shift,
                start=start,
                end=end,
                phone=phone,
                title=title,
                department=turn.department,
                label=turn.label,
            )
        )

    def note(self, finding: Finding) -> None:
        """Writes down a remark, once for a code, place and text."""
        key = (finding.code, finding.source, finding.text)
        if key not in self._noted:
            self._noted.add(key)
            self.findings.append(finding)

    def remark(
        self, code: FindingCode, severity: Severity, source: str, text: str, day: date | None = None
    ) -> None:
        """Writes down a plain remark."""
        self.note(Finding(code, severity, source, text, day))
