"""Pieces of the desk page: the one statement of a quiet desk, and cards around tables."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from safetydesk.ui.marks import paint_done, paint_open
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.icon_sign import IconSign
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from safetydesk.services.overview import Overview
    from safetydesk.ui.widgets.row_table import RowTable
    from safetydesk.ui.wording import Wording

_MARK = 40


def titled(title: str, table: RowTable[Any], empty: str = "") -> Card:
    """A card with a table that is as high as its rows; ``empty`` is said where it has none."""
    card = Card(title)
    table.setAccessibleName(title)
    table.fit_rows()
    table.say_when_empty(empty)
    table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    card.body.addWidget(table)
    card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return card


class NoRosterLine(QFrame):
    """An office that nobody is planned for must not look safe; ``roster`` goes where it is mended.

    Hidden until it is known that nobody is planned.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        statement = PlainLabel(self.tr("No roster is in force"), role="title")
        detail = PlainLabel(
            self.tr("Nobody is planned for this hour; import a roster or generate one."),
            role="sub",
        )
        self.roster = KeyButton(self.tr("To the roster"), icon="nav-roster")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(statement)
        words.addWidget(detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 16, 12)
        row.setSpacing(20)
        row.addWidget(IconSign("nav-warning", "o", 24))
        row.addLayout(words, 1)
        row.addWidget(self.roster)
        self.hide()


class QuietBanner(QFrame):
    """「此刻没有在办事件」, or what nobody can read, with what comes next and the handover."""

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._wording = wording
        self._safe = False
        self._statement = PlainLabel(role="large")
        self._detail = PlainLabel(role="sub")
        self._next = _Fact(self.tr("Next"))
        self._handover = _Fact(self.tr("Handover"))
        words = QVBoxLayout()
        words.addWidget(self._statement)
        words.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(16 + _MARK + 20, 14, 16, 14)
        row.setSpacing(24)
        row.addLayout(words, 5)
        row.addWidget(self._next, 3)
        row.addWidget(self._handover, 3)

    def show_quiet(self, view: Overview, now: datetime) -> None:
        """Says that nothing is in hand, or what is and cannot be read, and what is next."""
        overdue = [matter for matter in view.matters if matter.overdue]
        self._safe = bool(view.on_duty) and not overdue and not view.unreadable
        self.update()
        self._say(view, len(overdue))
        coming = sorted(
            (matter for matter in view.matters if matter.due_at and matter.due_at > now),
            key=lambda matter: matter.due_at or now,
        )
        if coming and coming[0].due_at:
            due = self._wording.countdown(coming[0].due_at, now).text
            self._next.show_fact(coming[0].title, due)
        else:
            self._next.show_fact(self.tr("no term ahead"), "")
        if view.shift_to is not None:
            at = self._wording.moment(view.shift_to, now)
            left = self._wording.period(abs(view.shift_to - now))
            below = self.tr("in {period}") if view.shift_to > now else self.tr("late by {period}")
            self._handover.show_fact(at, below.format(period=left))

    def _say(self, view: Overview, overdue: int) -> None:
        """The statement, and what stands below it: the gravest first."""
        if view.unreadable:
            statement = self.tr("{count} incidents cannot be read")
            self._statement.setText(statement.format(count=len(view.unreadable)))
            detail = self.tr("keep their terms by hand: {titles}")
            self._detail.setText(detail.format(titles="、".join(view.unreadable)))
            return
        due = self.tr("{count} overdue").format(count=overdue)
        self._statement.setText(due if overdue else self.tr("Nothing is due now"))
        detail = self.tr("no incident in hand · {count} matters open")
        self._detail.setText(detail.format(count=len(view.matters)))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Draws the tick, or an open ring."""
        super().paintEvent(event)
        top = (self.height() - _MARK) / 2
        paint = paint_done if self._safe else paint_open
        paint(QPainter(self), QRectF(20, top, _MARK, _MARK))


class _Fact(QWidget):
    """A label, a bold line and a quiet one below."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._title = PlainLabel(role="title")
        self._below = PlainLabel(role="sub")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(PlainLabel(label, role="label"))
        for widget in (self._title, self._below):
            widget.setAlignment(Qt.AlignmentFlag.AlignLeft)
            column.addWidget(widget)

    def show_fact(self, title: str, below: str) -> None:
        """Shows both lines."""
        self._title.setText(title)
        self._below.setText(below)
