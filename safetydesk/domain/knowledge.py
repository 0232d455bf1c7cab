"""What was known of an incident at each instant, so that no answer leans on later knowledge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.casualties import CasualtyRow, CasualtyState, casualty_history
from safetydesk.domain.grading import (
    GradeFacts,
    GradeVerdict,
    grade_of,
    holding_thresholds,
)
from safetydesk.domain.incident import (
    BasisKind,
    Casualties,
    Correction,
    Extinguished,
    FlagRaised,
    IncidentCase,
    IncidentEvent,
    Learned,
    Occurred,
    Received,
    ReportKind,
    ReportSent,
    RescueEnded,
    UnitHeadInformed,
    graver,
)

if TYPE_CHECKING:
    from safetydesk.domain.rule_pack import Condition, Rule

_BASIS_OF_EVENT: Mapping[type[IncidentEvent], BasisKind] = {
    Occurred: BasisKind.OCCURRED,
    UnitHeadInformed: BasisKind.UNIT_HEAD_INFORMED,
    Learned: BasisKind.LEARNED,
    Received: BasisKind.RECEIVED,
    RescueEnded: BasisKind.RESCUE_ENDED,
    Extinguished: BasisKind.EXTINGUISHED,
}

RECEIPTS = (BasisKind.RECEIVED, BasisKind.LEARNED, BasisKind.UNIT_HEAD_INFORMED)
"""The bases that show that the actor had been told."""

_STAND_INS: Mapping[BasisKind, tuple[BasisKind, ...]] = {
    BasisKind.OCCURRED: RECEIPTS,
    BasisKind.RECEIVED: (BasisKind.LEARNED, BasisKind.UNIT_HEAD_INFORMED),
    BasisKind.LEARNED: (BasisKind.UNIT_HEAD_INFORMED, BasisKind.RECEIVED),
    BasisKind.UNIT_HEAD_INFORMED: (BasisKind.LEARNED, BasisKind.RECEIVED),
}


@dataclass(frozen=True)
class Situation:
    """Everything known at ``at``: bases, numbers, circumstances and the verdict so far."""

    at: datetime
    bases: Mapping[BasisKind, datetime]
    rows: tuple[CasualtyRow, ...]
    flags: frozenset[str]
    verdict: GradeVerdict
    facts: GradeFacts

    @property
    def casualties(self) -> CasualtyState:
        """The numbers that hold."""
        return self.facts.state

    @property
    def told(self) -> bool:
        """Whether the actor had been told of the incident."""
        return any(kind in self.bases for kind in RECEIPTS)

    @property
    def only_holding(self) -> bool:
        """Whether people are held in a lift, ropeway or ride, and it is no accident yet."""
        verdict = self.verdict
        return (
            self.facts.holding is not None
            and verdict.potential is None
            and not verdict.major_near_miss
        )

    def basis(self, kind: BasisKind) -> tuple[BasisKind, datetime] | None:
        """The basis, or what stands in for it while it is unknown (§9.3 V3: work from receipt)."""
        for candidate in (kind, *_STAND_INS.get(kind, ())):
            if candidate in self.bases:
                return candidate, self.bases[candidate]
        return None

    def satisfies(self, rule: Rule) -> bool:
        """Whether one of the rule's conditions holds."""
        return not self.only_holding and any(self._holds(condition) for condition in rule.when)

    def _holds(self, condition: Condition) -> bool:
        return (
            self._grade_fits(condition)
            and (not condition.near_miss or self.verdict.major_near_miss)
            and condition.flags <= self.flags
            and all(self.casualties.number(name) >= low for name, low in condition.numbers)
            and self._uncontrolled(condition.uncontrolled_for)
        )

    def _grade_fits(self, condition: Condition) -> bool:
        grade = self.verdict.potential
        low, high = condition.min_grade, condition.max_grade
        if low is not None and (grade is None or not grade.at_least(low)):
            return False
        return high is None or grade is None or high.at_least(grade)

    def _uncontrolled(self, length: timedelta | None) -> bool:
        if length is None:
            return True
        if BasisKind.EXTINGUISHED in self.bases or BasisKind.OCCURRED not in self.bases:
            return False
        return self.at - self.bases[BasisKind.OCCURRED] >= length


def history_of(case: IncidentCase, rules: Iterable[Rule]) -> tuple[Situation, ...]:
    """The situations at every instant at which something became known or time raised a grade.

    The last one is ``as_of``. Potential grade and near miss never fall by themselves (I-07).
    """
    situations: list[Situation] = []
    for at in _instants(case, rules):
        now = _situation(case, at)
        if situations:
            now = _keeping(situations[-1].verdict, now)
        situations.append(now)
    return tuple(situations)


def rescue_over(case: IncidentCase) -> datetime | None:
    """When it became known that rescue had ended, or when the final report was known to be out.

    Follow-ups that fell due before that stay owed, so it is the knowledge that counts.
    """
    known = case.known(case.as_of)
    right = [
        event.time
        for event in known
        if isinstance(event, Correction) and event.of is BasisKind.RESCUE_ENDED
    ]
    ends = [
        max(right[-1] if right and isinstance(event, RescueEnded) else event.time, event.known_at)
        for event in known
        if isinstance(event, RescueEnded)
        or (isinstance(event, ReportSent) and event.report is ReportKind.FINAL)
    ]
    return min(ends, default=None)


def bases_known(events: Sequence[IncidentEvent]) -> dict[BasisKind, datetime]:
    """The value of every basis: the last correction, else the earliest evidence of a receipt.

    Of several times of occurrence the one that became known last holds.
    """
    bases: dict[BasisKind, datetime] = {}
    for event in events:
        if isinstance(event, Correction):
            bases[event.of] = event.time
            continue
        kind = _BASIS_OF_EVENT.get(type(event))
        if kind is None:
            continue
        former = bases.get(kind)
        if kind is BasisKind.OCCURRED or former is None or event.time < former:
            bases[kind] = event.time
    return bases


def _instants(case: IncidentCase, rules: Iterable[Rule]) -> list[datetime]:
    known = case.known(case.as_of)
    lengths = {
        condition.uncontrolled_for
        for rule in rules
        for condition in rule.when
        if condition.uncontrolled_for is not None
    } | set(holding_thresholds())
    begins = {
        event.time for event in known if isinstance(event, Occurred | Correction | Casualties)
    }
    by_time = {begin + length for begin in begins for length in lengths}
    instants = {event.known_at for event in known} | by_time | {case.as_of}
    return sorted(at for at in instants if at <= case.as_of)


def _situation(case: IncidentCase, at: datetime) -> Situation:
    events = case.known(at)
    bases = bases_known(events)
    rows = casualty_history(events)
    flags = case.flags | {event.name for event in events if isinstance(event, FlagRaised)}
    since = _held_since(rows, bases)
    facts = GradeFacts(
        at=at,
        family=case.family,
        category=case.category,
        flags=flags,
        rows=rows,
        held_since=since,
        held_until=_held_until(rows, since, bases),
    )
    return Situation(at, bases, rows, flags, grade_of(facts), facts)


def _held_since(
    rows: Sequence[CasualtyRow], bases: Mapping[BasisKind, datetime]
) -> datetime | None:
    """People are held from the occurrence on; without one, from the first number of trapped."""
    first = next((row.event.time for row in rows if row.after.number("trapped") > 0), None)
    if first is None:
        return None
    return min(bases.get(BasisKind.OCCURRED, first), first)


def _held_until(
    rows: Sequence[CasualtyRow], since: datetime | None, bases: Mapping[BasisKind, datetime]
) -> datetime | None:
    if since is None:
        return None
    if rows[-1].after.number("trapped") == 0:
        return next(row.event.time for row in reversed(rows) if row.before.number("trapped") > 0)
    return bases.get(BasisKind.RESCUE_ENDED)


def _keeping(former: GradeVerdict, now: Situation) -> Situation:
    """The situation with a potential grade and near miss not below the former ones."""
    verdict = now.verdict
    potential = graver(former.potential, verdict.potential)
    kept: tuple[str, ...] = ()
    if potential is not verdict.potential and potential is not None:
        kept = (f"可能等级此前已达{potential.chinese_name}，未经人工核减不自动降低",)
    lost = former.major_near_miss and not verdict.major_near_miss
    if lost:
        kept = (*kept, "此前已构成较大涉险事故")
    old_notes = () if not kept else tuple(r for r in former.reasons if r not in verdict.reasons)
    return replace(
        now,
        verdict=GradeVerdict(
            verdict.confirmed,
            potential,
            verdict.major_near_miss or former.major_near_miss,
            tuple(dict.fromkeys((*verdict.reasons, *old_notes, *kept))),
        ),
    )
