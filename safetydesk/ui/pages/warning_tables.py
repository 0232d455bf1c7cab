"""The tables of the page of warnings: the list, what is owed, what was said and done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from safetydesk.domain.warning_duties import WarningDutyKind
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.widgets.row_table import RowTable
from safetydesk.ui.widgets.warning_sign import TONES

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from safetydesk.domain.warning_duties import WarningDuty
    from safetydesk.services.views_warnings import WarningView
    from safetydesk.ui.wording import Wording

NARROW_HIDES = (3, 6)
"""Columns of the list that small screens do without: the area, the calls."""


_NAMED_BY_WHAT = frozenset({WarningDutyKind.ANSWER, WarningDutyKind.CALL_OUT})


@dataclass(frozen=True)
class Happened:
    """One message of the issuer or one act of the desk."""

    key: str
    at: datetime
    what: str
    words: str
    who: str
    is_message: bool = False


def warning_table(wording: Wording, now: Callable[[], datetime]) -> RowTable[WarningView]:
    """The warnings, the gravest first."""
    return RowTable(
        [
            Column("", signal_cell, width=132),
            Column(
                QCoreApplication.translate("WarningsPage", "Number"),
                lambda row: Cell(row.warning.number, tone="t2"),
                width=104,
            ),
            Column(
                QCoreApplication.translate("WarningsPage", "Issuer"),
                lambda row: Cell(row.warning.current.statement.issuer, bold=True),
            ),
            Column(QCoreApplication.translate("WarningsPage", "Area"), _area),
            Column(
                QCoreApplication.translate("WarningsPage", "Issued"),
                lambda row: _issued(row, wording, now()),
                width=88,
            ),
            Column(
                QCoreApplication.translate("WarningsPage", "State"),
                lambda row: Cell(row.state.value, badge="plain"),
                width=124,
            ),
            Column(
                QCoreApplication.translate("WarningsPage", "Answered"),
                calls_cell,
                width=84,
                right=True,
            ),
            Column(
                QCoreApplication.translate("WarningsPage", "In force until"),
                lambda row: _until(row, wording, now()),
                width=236,
                right=True,
            ),
        ],
        key=lambda row: str(row.warning.id),
    )


def duty_table(wording: Wording, now: Callable[[], datetime]) -> RowTable[WarningDuty]:
    """What is owed for one warning, with its source."""
    return RowTable(
        [
            Column(QCoreApplication.translate("WarningsPage", "What is owed"), _owed),
            Column(
                QCoreApplication.translate("WarningsPage", "Limit"),
                lambda row: _limit(row, wording, now()),
                width=236,
                right=True,
            ),
            Column(
                QCoreApplication.translate("WarningsPage", "Source"),
                lambda row: Cell(row.source.words, tone="t3"),
            ),
        ],
        key=lambda row: row.key,
    )


def course_table(wording: Wording, now: Callable[[], datetime]) -> RowTable[Happened]:
    """The messages, each linked to the one before, and the desk's own steps."""
    return RowTable(
        [
            Column(
                QCoreApplication.translate("WarningsPage", "Time"),
                lambda row: Cell(wording.moment(row.at, now()), bold=True),
                width=92,
            ),
            Column(
                QCoreApplication.translate("WarningsPage", "What"),
                lambda row: Cell(row.what, badge="i" if row.is_message else ""),
                width=96,
            ),
            Column(QCoreApplication.translate("WarningsPage", "Words"), lambda row: row.words),
            Column(
                QCoreApplication.translate("WarningsPage", "By"),
                lambda row: Cell(row.who, tone="t2"),
                width=72,
                right=True,
            ),
        ],
        key=lambda row: row.key,
    )


def course_of(view: WarningView) -> list[Happened]:
    """Everything that happened to a warning, the newest first."""
    warning = view.warning
    messages = [
        Happened(
            key=f"m{one.id}",
            at=one.received_at,
            what=one.kind.chinese_name,
            words="，".join(
                part
                for part in (
                    one.statement.signal,
                    "、".join(one.statement.areas),
                    one.statement.matters,
                )
                if part
            ),
            who=one.author_name,
            is_message=True,
        )
        for one in warning.messages
    ]
    steps = [
        Happened(
            key=f"s{one.id}",
            at=one.at,
            what=one.kind.chinese_name,
            words=" ".join(part for part in (one.to_whom, one.means, one.text) if part),
            who=one.author_name,
        )
        for one in warning.steps
    ]
    return sorted([*messages, *steps], key=lambda one: one.at, reverse=True)


def signal_cell(row: WarningView) -> Cell:
    """The sort and the level, framed in the level's colour while it is open."""
    statement = row.warning.current.statement
    tone = TONES[statement.level] if statement.level else "plain"
    return Cell(statement.signal, badge=tone if row.warning.is_open else "plain")


def _area(row: WarningView) -> Cell:
    return Cell("、".join(row.warning.current.statement.areas) or "—", tone="t2")


def _issued(row: WarningView, wording: Wording, now: datetime) -> Cell:
    return Cell(wording.moment(row.warning.current.statement.issued_at, now), tone="t2")


def calls_cell(row: WarningView) -> Cell:
    """How many of those wanted have answered; red while somebody did not."""
    if row.calls is None:
        return Cell("—", tone="t3")
    tally = row.calls.tally
    tone = "r_ink" if tally.unanswered else "t1"
    return Cell(f"{tally.answered}/{tally.wanted}", tone=tone, bold=bool(tally.unanswered))


def _until(row: WarningView, wording: Wording, now: datetime) -> Cell:
    until = row.warning.current.statement.in_force_until
    if not row.warning.is_open:
        ended = row.warning.ended_at
        return Cell(wording.moment(ended, now) if ended else "—", tone="t2")
    if until is None:
        return Cell(QCoreApplication.translate("WarningsPage", "not stated"), tone="t3")
    return Cell(countdown=wording.countdown(until, now))


def _owed(row: WarningDuty) -> Cell:
    if row.kind in _NAMED_BY_WHAT:
        return Cell(row.about)
    return Cell(" ".join(part for part in (row.kind.chinese_name, row.to_whom) if part))


def _limit(row: WarningDuty, wording: Wording, now: datetime) -> Cell:
    if row.done_at is not None:
        at = wording.moment(row.done_at, now)
        words = (
            QCoreApplication.translate("WarningsPage", "late {time}")
            if row.is_late
            else QCoreApplication.translate("WarningsPage", "done {time}")
        )
        return Cell(words.format(time=at), tone="o_ink" if row.is_late else "ok_ink")
    return Cell(countdown=wording.countdown(row.due_at, now))
