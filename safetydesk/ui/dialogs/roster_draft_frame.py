"""How the window of a draft is laid out: choices, table and reason, fairness, the acts below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from safetydesk.rostering.solver import Search

_CHOICES, _FAIRNESS, _ROW, _REASON = 352, 280, 26, 112


class DraftFrame(QWidget):
    """The parts of the window; what they do is the dialog's."""

    def __init__(self, model: QAbstractItemModel, choices: QWidget, fairness: QWidget) -> None:
        super().__init__()
        self.table, self.why = QTableView(), PlainLabel(wrap=True)
        self.state, self.progress = PlainLabel(role="sub", wrap=True), QProgressBar()
        self.stop = KeyButton(self.tr("Stop"))
        self.pin = KeyButton(self.tr("Fix"), key="Space")
        self.again = KeyButton(self.tr("Draft"), key="F5")
        self.improve = KeyButton(self.tr("Search the best"), key="F6")
        self.close_button = KeyButton(self.tr("Cancel"), key="Esc")
        self.apply = KeyButton(self.tr("Write into the roster"), key="Ctrl Enter", kind="primary")
        self._dress_table(model)
        columns = QHBoxLayout()
        columns.setSpacing(12)
        columns.addWidget(_side(self.tr("What to draft"), choices, _CHOICES))
        columns.addLayout(self._middle(), 1)
        columns.addWidget(_side(self.tr("Fairness"), fairness, _FAIRNESS))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        column.addLayout(columns, 1)
        column.addLayout(self._foot())

    def show_busy(self, *, busy: bool, searching: bool, drafted: bool) -> None:
        """What can be done while something is under way, and while nothing is."""
        self.progress.setVisible(busy)
        self.stop.setVisible(searching)
        for button in (self.improve, self.apply, self.pin):
            button.setEnabled(not busy and drafted)

    @Slot(object)
    def show_search(self, search: Search) -> None:
        """How long a search lasts already."""
        self.say(self.tr("Searching… {seconds} s").format(seconds=int(search.seconds)))

    def say(self, text: str, tone: str = "") -> None:
        """A line at the foot."""
        self.state.set_tone(tone)
        self.state.setText(text)

    def _dress_table(self, model: QAbstractItemModel) -> None:
        table = self.table
        table.setModel(model)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(self.tr("Draft"))
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setDefaultSectionSize(_ROW)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _middle(self) -> QVBoxLayout:
        """The draft, and why below it."""
        card = Card()
        card.body.addWidget(self.table, 1)
        reason = Card(self.tr("Why"))
        reason.set_narrow(narrow=True)
        reason.body.setContentsMargins(16, 6, 16, 8)
        self.why.setMinimumHeight(_REASON)
        self.why.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.why.setAccessibleName(self.tr("Why"))
        reason.body.addWidget(self.why)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(card, 1)
        column.addWidget(reason)
        return column

    def _foot(self) -> QHBoxLayout:
        """How it stands, and the acts."""
        self.progress.setRange(0, 0)
        self.progress.setFixedWidth(120)
        self.progress.setTextVisible(False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.state, 1)
        row.addWidget(self.progress)
        for button in (
            self.stop,
            self.pin,
            self.again,
            self.improve,
            self.close_button,
            self.apply,
        ):
            button.setAutoDefault(False)
            row.addWidget(button)
        return row


def _side(title: str, inside: QWidget, width: int) -> Card:
    """A card at one side."""
    card = Card(title)
    card.set_narrow(narrow=True)
    card.setFixedWidth(width)
    card.body.setContentsMargins(12, 8, 12, 10)
    card.body.addWidget(inside, 1)
    return card
