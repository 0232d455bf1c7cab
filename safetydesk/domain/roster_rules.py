"""All rules over a roster at once, and what keeps it from being published."""

from __future__ import annotations

from safetydesk.domain.roster_coverage import coverage
from safetydesk.domain.roster_findings import Level, RosterCheck, RosterFinding, ordered
from safetydesk.domain.roster_people import people
from safetydesk.domain.roster_rest import rest


def check_roster(check: RosterCheck) -> tuple[RosterFinding, ...]:
    """Everything the rules find in the window that is not over yet, by time."""
    found = (*coverage(check), *rest(check), *people(check))
    return ordered(finding for finding in found if check.reports(finding.start, finding.end))


def denied(findings: tuple[RosterFinding, ...]) -> tuple[RosterFinding, ...]:
    """Those that keep a roster from being published."""
    return tuple(finding for finding in findings if finding.level is Level.DENY)
