"""What does not fit together in an incident's facts: findings for a person to look into."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from safetydesk.domain.casualties import MEASURE_NAMES, CasualtyRow, state_at
from safetydesk.domain.demands import window_end
from safetydesk.domain.incident import BasisKind, IncidentCase, Recipient, ReportKind
from safetydesk.domain.knowledge import RECEIPTS, Situation

if TYPE_CHECKING:
    from safetydesk.domain.rule_pack import Rule


class AlertCode(StrEnum):
    """The codes of the contract (reading I-01)."""

    CASUALTIES_DECREASED = "casualties_decreased"
    BASIS_MOVED_LATE = "basis_moved_late"
    OUTSIDE_SUPPLEMENT_WINDOW = "outside_supplement_window"
    TOTAL_MISMATCH = "total_mismatch"
    RESCUE_ENDED_WITH_MISSING = "rescue_ended_with_missing"
    OCCURRED_AFTER_RECEIVED = "occurred_after_received"

    @property
    def chinese_name(self) -> str:
        """The words on screen and paper."""
        return {
            "casualties_decreased": "数字减少未说明理由",
            "basis_moved_late": "更正时间后变为迟报",
            "outside_supplement_window": "补报期限外的变化",
            "total_mismatch": "合计与各项不符",
            "rescue_ended_with_missing": "救援结束仍有失联被困",
            "occurred_after_received": "事发晚于接报",
        }[self.value]


@dataclass(frozen=True)
class Alert:
    """One finding; ``text`` is Chinese, for screen and paper."""

    code: AlertCode
    text: str


@dataclass(frozen=True)
class MovedBasis:
    """A report that was made while its due time was another one."""

    rule: str
    report: ReportKind
    to: str
    former_due: datetime
    due_at: datetime
    met_at: datetime


_CUMULATIVE = ("dead", "severely_injured", "lightly_injured", "loss_yuan", "burned_ha")
"""Numbers that only a mistake makes fall; people missing or trapped are found or saved."""

_GRAVER_STATE = {
    "severely_injured": ("dead",),
    "lightly_injured": ("severely_injured", "dead"),
}
"""Where somebody leaves a number because his state became graver."""


def alerts_of(
    case: IncidentCase,
    rules: Sequence[Rule],
    history: Sequence[Situation],
    moved: Sequence[MovedBasis],
) -> tuple[Alert, ...]:
    """Every finding for the last situation of the history."""
    now = history[-1]
    return (
        *_decreases(now.rows),
        *_moved_late(case, moved),
        *_outside_window(case, rules, now),
        *_mismatches(now.rows),
        *_ended_with_missing(now),
        *_occurred_late(now, case),
    )


def _clock(at: datetime, case: IncidentCase) -> str:
    return f"{at.astimezone(case.zone):%Y-%m-%d %H:%M}"


def _decreases(rows: Sequence[CasualtyRow]) -> Iterator[Alert]:
    for row in rows:
        if row.event.reason.strip():
            continue
        for name in _CUMULATIVE:
            if _unexplained_fall(row, name):
                before, after = row.before.number(name), row.after.number(name)
                yield Alert(
                    AlertCode.CASUALTIES_DECREASED,
                    f"{MEASURE_NAMES[name]}由{before:f}减少为{after:f}，没有说明理由",
                )


def _unexplained_fall(row: CasualtyRow, name: str) -> bool:
    fall = row.before.number(name) - row.after.number(name)
    rises = (
        row.after.number(other) - row.before.number(other) for other in _GRAVER_STATE.get(name, ())
    )
    graver = sum((max(rise, Decimal(0)) for rise in rises), Decimal(0))
    return fall > graver


def _moved_late(case: IncidentCase, moved: Sequence[MovedBasis]) -> Iterator[Alert]:
    for item in moved:
        if item.due_at < item.met_at <= item.former_due:
            yield Alert(
                AlertCode.BASIS_MOVED_LATE,
                f"{item.report.chinese_name}（{item.rule}，{_named(item.to)}）原应报"
                f"{_clock(item.former_due, case)}，起算时间更正后应报{_clock(item.due_at, case)}，"
                f"实报{_clock(item.met_at, case)}，变为迟报",
            )


def _named(to: str) -> str:
    """A recipient as it is called; another office keeps its own name."""
    return next((known.chinese_name for known in Recipient if known.value == to), to)


def _outside_window(case: IncidentCase, rules: Sequence[Rule], now: Situation) -> Iterator[Alert]:
    ends = [end for rule in rules if (end := window_end(rule, now, case.zone)) is not None]
    if not ends:
        return
    last = max(ends)
    for row in now.rows:
        if row.casualties_changed and row.event.time >= last:
            yield Alert(
                AlertCode.OUTSIDE_SUPPLEMENT_WINDOW,
                f"{_clock(row.event.time, case)}伤亡变化（{row.differences}）已在补报期限外"
                f"（至{_clock(last, case)}）",
            )


def _mismatches(rows: Sequence[CasualtyRow]) -> Iterator[Alert]:
    for row in rows:
        total, people = row.event.total, row.after.sum_of_people()
        if total is not None and total != people:
            yield Alert(AlertCode.TOTAL_MISMATCH, f"合计{total}人，与各项之和{people}人不符")


def _ended_with_missing(now: Situation) -> Iterator[Alert]:
    ended = now.bases.get(BasisKind.RESCUE_ENDED)
    if ended is None:
        return
    state = state_at(now.rows, ended)
    left = state.number("missing+trapped")
    if left > 0:
        yield Alert(
            AlertCode.RESCUE_ENDED_WITH_MISSING,
            f"宣布救援结束时仍有失联、被困人员{left:f}人",
        )


def _occurred_late(now: Situation, case: IncidentCase) -> Iterator[Alert]:
    occurred = now.bases.get(BasisKind.OCCURRED)
    if occurred is None:
        return
    for kind in RECEIPTS:
        told = now.bases.get(kind)
        if told is not None and occurred > told:
            yield Alert(
                AlertCode.OCCURRED_AFTER_RECEIVED,
                f"事发时间{_clock(occurred, case)}晚于{kind.chinese_name}时间{_clock(told, case)}",
            )
