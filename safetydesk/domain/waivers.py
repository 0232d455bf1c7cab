"""Which report answers a demand, which word of a leader excuses it, and when that word ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from safetydesk.domain.demands import due_from
from safetydesk.domain.incident import BasisKind, ReportKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zoneinfo import ZoneInfo

    from safetydesk.domain.demands import Demand
    from safetydesk.domain.incident import ReportSent, Waived


def meets(report: ReportSent, demand: Demand) -> bool:
    """Whether a report is of the kind, to the office and of the time that are asked for.

    A final report says more than the follow-up of its day and stands in for it.
    """
    rule = demand.rule
    comes_round = demand.day is not None and ReportKind.FOLLOW_UP in rule.accepted
    accepted = rule.accepted | {ReportKind.FINAL} if comes_round else rule.accepted
    return (
        report.report in accepted
        and report.to == demand.to
        and (demand.not_before is None or report.time >= demand.not_before)
        and (rule.medium is None or report.medium in (None, rule.medium))
    )


def excuses(waiver: Waived, demand: Demand) -> bool:
    """Whether a demand was waived, and no graver news came after that."""
    return _names(waiver, demand) and not _lapsed(waiver, demand)


def asked_anew(
    demand: Demand, waivers: Sequence[Waived], reports: Sequence[ReportSent], zone: ZoneInfo
) -> Demand:
    """A demand that was excused on a lower rung, asked from the time of the graver news on.

    Whatever was reported before that news stays reported.
    """
    since = demand.grave_since
    named = [waiver for waiver in waivers if _names(waiver, demand)]
    lapsed = bool(named) and all(_lapsed(waiver, demand) for waiver in named)
    if since is None or not lapsed:
        return demand
    if any(meets(report, demand) and report.time < since for report in reports):
        return demand
    return replace(
        demand,
        basis=BasisKind.POTENTIAL_RAISED,
        basis_at=since,
        due_at=due_from(demand.rule, since, zone),
        raised_at=since,
        not_before=since,
        former_dues=(),
    )


def _names(waiver: Waived, demand: Demand) -> bool:
    return (
        waiver.rule in demand.aliases | {demand.rule.id}
        and waiver.occurrence in (None, demand.occurrence)
        and waiver.to in (None, demand.to)
    )


def _lapsed(waiver: Waived, demand: Demand) -> bool:
    """The word was about a lower rung of the ladder: nothing as grave was known then."""
    return demand.grave_since is not None and waiver.known_at < demand.grave_since
