"""The rows of the call board: level, whom, number, times, stations, feedback or what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from safetydesk.domain.calling import CallState, CallStepKind
from safetydesk.ui.delegates.calling_dots import DONE, FAILED, OPEN, WAITING, CallingDots
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from safetydesk.domain.calling import CallLine, CallList
    from safetydesk.services.views_warnings import CallLineView
    from safetydesk.ui.wording import Wording

DOTS = 6
"""The column of the stations."""
_STATIONS = ("叫", "应", "述", "馈")


def call_table(wording: Wording, now: Callable[[], datetime]) -> RowTable[CallLineView]:
    """The lines of a list."""
    columns = [*_whom_columns(now), *_time_columns(wording), *_end_columns(wording)]
    made: RowTable[CallLineView] = RowTable(columns, key=lambda row: str(row.line.id))
    made.setItemDelegateForColumn(DOTS, CallingDots(made))
    return made


def _whom_columns(now: Callable[[], datetime]) -> list[Column[CallLineView]]:
    """Level and number, whom, by which telephone."""
    number = QCoreApplication.translate("CallingBoardPage", "No.")
    whom = QCoreApplication.translate("CallingBoardPage", "Whom")
    telephone = QCoreApplication.translate("CallingBoardPage", "Telephone")
    return [
        Column(number, lambda row: _number(row, now()), width=76),
        Column(whom, lambda row: Cell(row.line.target, bold=_is_late(row))),
        Column(telephone, _telephone, width=188),
    ]


def _time_columns(wording: Wording) -> list[Column[CallLineView]]:
    """Called, answered, how long it took."""
    called = QCoreApplication.translate("CallingBoardPage", "Called")
    answered = QCoreApplication.translate("CallingBoardPage", "Answered")
    took = QCoreApplication.translate("CallingBoardPage", "Took")
    return [
        Column(called, lambda row: _time(row.line.called_at, wording), width=60, right=True),
        Column(answered, lambda row: _answer(row, wording), width=84, right=True),
        Column(took, lambda row: _took(row, wording), width=92, right=True),
    ]


def _end_columns(wording: Wording) -> list[Column[CallLineView]]:
    """The stations, and what they said or what comes next."""
    following = QCoreApplication.translate("CallingBoardPage", "Feedback or next step")
    return [
        Column(" ".join(_STATIONS), _stations, width=124),
        Column(following, lambda row: _next(row, wording)),
    ]


def in_order(call_list: CallList, order: str, now: datetime) -> Sequence[CallLine]:
    """The lines in the order of a choice: ``first``, ``area`` or ``number``."""
    if order == "area":
        areas = list(dict.fromkeys(line.area for line in call_list.lines))
        return sorted(call_list.lines, key=lambda one: (areas.index(one.area), one.position))
    if order == "number":
        return call_list.lines
    return call_list.unanswered_first(now)


def _telephone(row: CallLineView) -> Cell:
    """Name and number of whoever is called; of a duty room the number."""
    callee = row.line.callee
    return Cell(" ".join(part for part in (callee.name, callee.number) if part), tone="t2")


def _is_late(row: CallLineView) -> bool:
    return row.state is CallState.UNANSWERED


def _number(row: CallLineView, now: datetime) -> Cell:
    """The place in the list; Ⅰ where the time is over, Ⅱ where somebody did not answer yet."""
    level = 0
    if _is_late(row):
        level = 1 if row.due_at is not None and now >= row.due_at else 2
    return Cell(str(row.line.position), tone="t3", level=level)


def _time(at: datetime | None, wording: Wording) -> Cell:
    return Cell(wording.time(at)) if at is not None else Cell("—", tone="t3")


def _answer(row: CallLineView, wording: Wording) -> Cell:
    """When somebody answered; how many calls came to nothing; busy."""
    line = row.line
    if line.answered_at is not None:
        return Cell(wording.time(line.answered_at))
    if line.steps and line.steps[-1].kind is CallStepKind.BUSY:
        return Cell(QCoreApplication.translate("CallingBoardPage", "busy"), tone="o_ink", bold=True)
    if line.tries:
        return Cell(
            QCoreApplication.translate("CallingBoardPage", "missed {n}").format(n=line.tries),
            tone="r_ink",
            bold=True,
        )
    return Cell("—", tone="t3")


def _took(row: CallLineView, wording: Wording) -> Cell:
    took = row.line.took
    return Cell(wording.period(took), tone="t2") if took is not None else Cell("—", tone="t3")


def _stations(row: CallLineView) -> Cell:
    """Called, answered, repeated back, fed back."""
    line = row.line
    reached = (line.called_at, line.answered_at, line.repeated_at, line.feedback_at)
    marks = [DONE if at is not None else OPEN for at in reached]
    if line.called_at is not None and line.answered_at is None:
        marks[1] = FAILED if _is_late(row) else WAITING
    said = " ".join(word for word, at in zip(_STATIONS, reached, strict=True) if at is not None)
    return Cell(said or "—", mark="".join(marks))


def _next(row: CallLineView, wording: Wording) -> Cell:
    """What they said, or who is called next and when."""
    line = row.line
    if line.feedback:
        return Cell(line.feedback, tone="t2")
    if row.due_at is None:
        return Cell("")
    following = line.next_callee
    whom = (
        f"{following.role}{following.name}"
        if following
        else QCoreApplication.translate("CallingBoardPage", "the duty leader")
    )
    words = QCoreApplication.translate("CallingBoardPage", "{time} to {whom}").format(
        time=wording.time(row.due_at), whom=whom
    )
    return Cell(words, tone="r_ink" if _is_late(row) else "t2")
