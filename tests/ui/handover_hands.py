"""What the hands of two officers do in the handover window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from safetydesk.ui.dialogs.handover_item_row import ItemRow
from safetydesk.ui.widgets.plain import PlainLabel
from tests.helpers.office import PIN

CTRL = Qt.KeyboardModifier.ControlModifier


def field(window: QWidget, kind: type, name: str):
    """The visible control of an accessible name that begins so."""
    QTest.qWait(0)  # what was just made is shown at the next turn of the loop
    found = [
        widget
        for widget in window.findChildren(kind)
        if widget.accessibleName().startswith(name) and widget.isVisible()
    ]
    assert found, f"no visible {kind.__name__} called {name}"
    return found[0]


def button(window: QWidget, text: str) -> QPushButton:
    return next(b for b in window.findChildren(QPushButton) if b.text() == text and b.isVisible())


def write(edit: QWidget, words: str):
    """Types as an input method does: Chinese never comes as key events."""
    edit.setFocus()
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(edit, event)


def said(window: QWidget) -> str:
    """Every word on the window."""
    labels = window.findChildren(PlainLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def rows(window: QWidget) -> list[ItemRow]:
    QTest.qWait(0)
    return sorted(window.findChildren(ItemRow), key=lambda row: row.y())


def begin(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)


def explain(window, qtbot, title: str, words: str):
    row = next(row for row in rows(window) if title in row.accessibleName())
    row.setFocus()
    edit = field(row, QLineEdit, "Word on")
    write(edit, words)
    qtbot.keyClick(edit, Qt.Key.Key_Return)


def sign(window, qtbot, who: str, pin: str = PIN):
    pin_line = field(window, QLineEdit, f"PIN: {who}")
    qtbot.keyClicks(pin_line, pin)
    qtbot.keyClick(pin_line, Qt.Key.Key_Return)


def join(window, qtbot, name: str, pin: str = PIN):
    people = field(window, QComboBox, "Who takes over")
    people.setCurrentText(name)
    edit = next(
        e
        for e in window.findChildren(QLineEdit)
        if e.accessibleName() == "Own PIN" and e.isVisible()
    )
    qtbot.keyClicks(edit, pin)
    qtbot.keyClick(edit, Qt.Key.Key_Return)


def tick_all(window, qtbot):
    for row in rows(window):
        box = field(row, QCheckBox, "Read:")
        if not box.isChecked():
            qtbot.keyClick(box, Qt.Key.Key_Space)


def read_back(window, qtbot, words: str):
    edit = field(window, QPlainTextEdit, "Read-back")
    edit.setFocus()
    edit.insertPlainText(words)
    button(window, "Read back right").setFocus()
