"""What an office owes at a moment: obligations with their standing, the grade, and alerts.

``assess`` is the one place where an incident's facts become deadlines; it is pure, and the answer
for ``as_of`` uses only what was known by then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from safetydesk.domain.dated_demands import applicable, dated_demands, known_periods
from safetydesk.domain.grading import GradeTrigger, GradeVerdict, triggers
from safetydesk.domain.incident import (
    BasisKind,
    IncidentCase,
    ReportKind,
    ReportSent,
    Waived,
)
from safetydesk.domain.incident_alerts import Alert, MovedBasis, alerts_of
from safetydesk.domain.knowledge import history_of
from safetydesk.domain.rule_pack import Confidence, PackPeriod, RulePack
from safetydesk.domain.waivers import asked_anew, excuses, meets

if TYPE_CHECKING:
    from safetydesk.domain.casualties import CasualtyRow
    from safetydesk.domain.demands import Demand


class ObligationStatus(StrEnum):
    """How an obligation stands; always derived, never stored."""

    PENDING = "pending"
    OVERDUE = "overdue"
    MET = "met"
    MET_LATE = "met_late"
    WAIVED = "waived"

    @property
    def chinese_name(self) -> str:
        """The word on screen and paper."""
        return {
            "pending": "待报",
            "overdue": "逾期",
            "met": "已报",
            "met_late": "迟报",
            "waived": "免报",
        }[self.value]

    @property
    def open(self) -> bool:
        """Whether somebody still has to act."""
        return self in (ObligationStatus.PENDING, ObligationStatus.OVERDUE)


@dataclass(frozen=True, kw_only=True)
class Obligation:
    """One report that is or was owed. Instants are UTC; ``late_seconds`` is None while in time.

    ``key`` names it as long as the case lives, also when a graver grade changes the rule's id.
    """

    key: str
    rule: str
    pack: str
    title: str
    report: ReportKind
    accepted: frozenset[ReportKind]
    to: str
    basis: BasisKind
    basis_at: datetime
    due_at: datetime
    raised_at: datetime
    occurrence: int
    status: ObligationStatus
    met_at: datetime | None
    late_seconds: int | None
    citation: str
    confidence: Confidence
    former_dues: tuple[datetime, ...] = ()
    waived_because: str = ""
    not_before: datetime | None = None
    """Reports of before cannot meet it."""
    edition: int = 0
    """The number of the text of the pack from which it was made."""


@dataclass(frozen=True)
class Assessment:
    """The answer for one case at one moment; obligations are in order of their due time."""

    grade: GradeVerdict
    obligations: tuple[Obligation, ...]
    alerts: tuple[Alert, ...]
    casualty_history: tuple[CasualtyRow, ...]
    triggers: tuple[GradeTrigger, ...] = ()


def assess(case: IncidentCase, packs: Sequence[RulePack]) -> Assessment:
    """Grade, obligations and alerts of the case for its ``as_of``.

    Several rules fire together and none deletes another. ``packs`` are those to apply, whatever the
    case's own list says: the caller has looked them up.
    """
    return assess_dated(case, (PackPeriod(None, tuple(packs)),))


def assess_dated(case: IncidentCase, periods: Sequence[PackPeriod]) -> Assessment:
    """Like ``assess``, where the texts of the rules changed in the course of time.

    An obligation keeps the text it was made from. ``periods`` follow each other and the first has
    no beginning.
    """
    held = known_periods(periods, case.as_of)
    rules = applicable(held[-1], case)
    history = history_of(case, rules)
    now = history[-1]
    waivers = [event for event in case.known(case.as_of) if isinstance(event, Waived)]
    reports = _reports(case)
    demands = [
        asked_anew(demand, waivers, reports, case.zone) for demand in dated_demands(case, held)
    ]
    met = _meet(demands, reports)
    obligations = [
        _standing(demand, met.get(index), waivers, case.as_of)
        for index, demand in enumerate(demands)
    ]
    moved = [
        MovedBasis(o.rule, o.report, o.to, max(o.former_dues), o.due_at, o.met_at)
        for o in obligations
        if o.met_at is not None and o.former_dues
    ]
    return Assessment(
        now.verdict,
        tuple(sorted(obligations, key=lambda o: (o.due_at, o.rule, o.to, o.occurrence))),
        alerts_of(case, rules, history, moved),
        now.rows,
        triggers(now.facts),
    )


def _reports(case: IncidentCase) -> list[ReportSent]:
    """The reports out by ``as_of`` and known to be, in order of sending."""
    sent = [
        event
        for event in case.known(case.as_of)
        if isinstance(event, ReportSent) and event.time <= case.as_of
    ]
    return sorted(sent, key=lambda event: event.time)


def _meet(demands: Sequence[Demand], reports: Sequence[ReportSent]) -> dict[int, datetime]:
    """The first report that meets each demand, by its place.

    One report does not count twice among the occurrences of a single day; a missed day, however, is
    made good (late) by the next day's report as well.
    """
    met: dict[int, datetime] = {}
    used: set[tuple[str, str, str, date, int]] = set()
    for index, demand in enumerate(demands):
        for number, report in enumerate(reports):
            if not meets(report, demand):
                continue
            if demand.day is not None:
                mark = (demand.rule.pack, demand.rule.id, demand.to, demand.day, number)
                if mark in used:
                    continue
                used.add(mark)
            met[index] = report.time
            break
    return met


def _standing(
    demand: Demand, met_at: datetime | None, waivers: Sequence[Waived], as_of: datetime
) -> Obligation:
    waiver = next((w for w in waivers if excuses(w, demand)), None)
    status, late = _status(demand.due_at, met_at, as_of, waived=waiver is not None)
    rule = demand.rule
    return Obligation(
        key="/".join(demand.place),
        rule=rule.id,
        pack=rule.pack,
        title=rule.title,
        report=rule.report,
        accepted=rule.accepted,
        to=demand.to,
        basis=demand.basis,
        basis_at=demand.basis_at,
        due_at=demand.due_at,
        raised_at=demand.raised_at,
        occurrence=demand.occurrence,
        status=status,
        met_at=met_at,
        late_seconds=late,
        citation=rule.citation,
        confidence=rule.confidence,
        former_dues=demand.former_dues,
        waived_because=waiver.reason if waiver and status is ObligationStatus.WAIVED else "",
        not_before=demand.not_before,
        edition=rule.edition,
    )


def _status(
    due_at: datetime, met_at: datetime | None, as_of: datetime, *, waived: bool
) -> tuple[ObligationStatus, int | None]:
    """On time means sent no later than due; what was reported stays so, waived or not."""
    if met_at is not None:
        late = int((met_at - due_at).total_seconds())
        if met_at > due_at:
            return ObligationStatus.MET_LATE, late
        return ObligationStatus.MET, None
    if waived:
        return ObligationStatus.WAIVED, None
    if as_of > due_at:
        return ObligationStatus.OVERDUE, int((as_of - due_at).total_seconds())
    return ObligationStatus.PENDING, None
