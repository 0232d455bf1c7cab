"""Hands for dialogs about incidents: which is open, what to write into it, Ctrl+Enter."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit

CTRL = Qt.KeyboardModifier.ControlModifier


def collected(signal) -> list[Any]:
    got: list[Any] = []
    signal.connect(got.append)
    return got


def view(at):
    return at.desk.incidents.view(at.incident_id)


def entries(at):
    with at.desk.database.read() as uow:
        return [(e.kind.value, e.text) for e in uow.log.of_incident(at.incident_id)]


def dialog_of(page, kind):
    """The open dialog of a kind."""
    found = [one for one in page.findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def field(dialog, name):
    """A field of a dialog by the name under which its draft is kept."""
    return dialog._fields[name]


def save(dialog):
    """Ctrl+Enter; the dialog closes when the act was done."""
    in_front(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)


def in_front(window):
    """Keys reach the window in front only."""
    window.activateWindow()
    for _ in range(100):
        if QApplication.activeWindow() is window:
            return
        QTest.qWait(5)
    pytest.fail("the window does not come to the front")


def write(edit, text):
    if isinstance(edit, QLineEdit):
        edit.setText(text)
    elif isinstance(edit, QPlainTextEdit):
        edit.setPlainText(text)
    elif isinstance(edit, QComboBox):
        edit.setCurrentText(text)
