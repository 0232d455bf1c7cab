"""F1 and ?: what the page in front is for, and which keys work everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLayout, QVBoxLayout, QWidget

from safetydesk.ui.commands import KEYS, Command
from safetydesk.ui.widgets.key_cap import KeyButton, KeyCap
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safetydesk.ui.page import HelpTerm

_WIDTH, _COLUMNS = 780, 3


class PageHelp(QDialog):
    """A sentence or two about the page, its terms, then the keys; Enter or Esc closes it."""

    def __init__(self, parent: QWidget, *, about: str, terms: Sequence[HelpTerm] = ()) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Help"))
        column = QVBoxLayout(self)
        column.addStrut(_WIDTH)
        # Of all that a layout can do, only this asks wrapped words how high they are that wide.
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        if about:
            column.addWidget(PlainLabel(self.tr("This page"), role="title"))
            column.addWidget(PlainLabel(about, wrap=True))
        if terms:
            column.addLayout(_terms(terms))
        column.addWidget(PlainLabel(self.tr("Keys that work on every page"), role="title"))
        column.addLayout(_keys())
        close = KeyButton(self.tr("Close"), key="Esc", kind="primary")
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


def _terms(terms: Sequence[HelpTerm]) -> QGridLayout:
    """Each word at the left, what it means beside it."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    for row, one in enumerate(terms):
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(PlainLabel(one.term, role="strong"), row, 0, top)
        grid.addWidget(PlainLabel(one.words, wrap=True), row, 1, top)
    grid.setColumnStretch(1, 1)
    return grid


def _keys() -> QGridLayout:
    """Every key with what it does, in columns read downwards."""
    names = command_names()
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    rows = -(-len(names) // _COLUMNS)
    for number, (command, name) in enumerate(names.items()):
        row, side = number % rows, number // rows * 2
        grid.addWidget(KeyCap(KEYS[command]), row, side, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(PlainLabel(name), row, side + 1)
    for side in range(_COLUMNS):
        grid.setColumnStretch(side * 2 + 1, 1)
    return grid


def command_names() -> dict[Command, str]:
    """The name of every act that this version has, in the order of the keys."""
    names = {
        Command.HELP: QCoreApplication.translate("PageHelp", "What this page is for"),
        Command.QUICK_ENTRY: QCoreApplication.translate("PageHelp", "Write a line in the log"),
        Command.PHONE_RECORD: QCoreApplication.translate("PageHelp", "Record a call"),
        Command.NEW_INCIDENT: QCoreApplication.translate("PageHelp", "Open an incident"),
        Command.FIND_PERSON: QCoreApplication.translate("PageHelp", "Find a person"),
        Command.CALL_BOARD: QCoreApplication.translate("PageHelp", "Warnings: call until answered"),
        Command.HANDOVER: QCoreApplication.translate("PageHelp", "Hand over"),
        Command.PRINT_LOG: QCoreApplication.translate("PageHelp", "Print the log of this shift"),
        Command.WALLBOARD: QCoreApplication.translate("PageHelp", "Open or close the wallboard"),
        Command.THEME: QCoreApplication.translate("PageHelp", "Light or dark"),
        Command.SEARCH: QCoreApplication.translate("PageHelp", "Search"),
        Command.LOCK: QCoreApplication.translate("PageHelp", "Lock the screen"),
        Command.ALARMS: QCoreApplication.translate("PageHelp", "Go to the alarms"),
        Command.UNMUTE: QCoreApplication.translate(
            "PageHelp", "Mute for 5 minutes, or sound on again"
        ),
        Command.OWN_NOTES: QCoreApplication.translate("PageHelp", "Remind me at a time"),
        Command.FILTER: QCoreApplication.translate("PageHelp", "Filter the list in view"),
        Command.PRINT: QCoreApplication.translate("PageHelp", "Print what is shown"),
        Command.UNDO: QCoreApplication.translate("PageHelp", "Take back the last act"),
        Command.KEYS: QCoreApplication.translate("PageHelp", "This list"),
    }
    return {command: names[command] for command in KEYS if command in names}
