"""Pressing keys, typing and clicking as a person does; nothing here calls a service."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QMenu,
    QPushButton,
    QWidget,
)

W = TypeVar("W", bound=QWidget)
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
Key = Qt.Key
ZONE = ZoneInfo("Asia/Shanghai")


def at_front(window: W) -> W:
    """Brings a window to the front, as a click on it does."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 2000), f"{window} does not come to the front"
    return window


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """One key."""
    QTest.keyClick(widget, key, modifier)


def shown(kind: type[W]) -> W:
    """The one visible window of a kind."""
    QTest.qWait(0)
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1, f"{len(found)} windows of {kind.__name__}"
    return at_front(found[0])


def inside(parent: QWidget, kind: type[W], name: str) -> W:
    """The visible control whose accessible name, object name or words begin so."""
    QTest.qWait(0)
    found = [
        widget
        for widget in parent.findChildren(kind)
        if widget.isVisible() and any(word.startswith(name) for word in _names(widget))
    ]
    assert found, f"no visible {kind.__name__} called {name!r} in {type(parent).__name__}"
    return next((widget for widget in found if name in _names(widget)), found[0])


def click(widget: QWidget) -> None:
    """A click of the left button in the middle."""
    assert widget.isEnabled(), f"{_names(widget)} is not enabled"
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def push(parent: QWidget, words: str) -> None:
    """Clicks the button that bears these words."""
    click(inside(parent, QAbstractButton, words))


def from_menu(button: QPushButton, begins: str) -> None:
    """Opens a button's menu with a click and goes down to a line with the arrow keys."""
    QTimer.singleShot(0, lambda: choose_action(begins))
    click(button)


def choose_action(begins: str) -> None:
    """In the menu that is open: down to a line, Enter."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu), "no menu is open"
    for _ in menu.actions():
        press(menu, Key.Key_Down)
        active = menu.activeAction()
        if active is not None and active.text().startswith(begins):
            press(menu, Key.Key_Return)
            return
    press(menu, Key.Key_Escape)
    raise AssertionError(f"{begins!r} is not in the menu")


def commit(field: QWidget, words: str) -> None:
    """What an input method hands over: Chinese never comes as key events."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(field, event)


def write(field: QWidget, words: str) -> None:
    """Puts words in the place of whatever stands in a field."""
    assert field.isEnabled(), f"{_names(field)} is not enabled"
    field.setFocus()
    press(field, Key.Key_A, CTRL)
    press(field, Key.Key_Delete)
    if words.isascii():
        QTest.keyClicks(field, words)
    elif words:
        commit(field, words)


def set_time(edit: QDateTimeEdit, instant: str | datetime) -> None:
    """Sets a time editor section by section with the arrow keys."""
    moment = datetime.fromisoformat(instant) if isinstance(instant, str) else instant
    wall = moment.astimezone(ZONE)
    assert edit.isEnabled()
    edit.setFocus()
    wanted = {
        QDateTimeEdit.Section.YearSection: wall.year,
        QDateTimeEdit.Section.MonthSection: wall.month,
        QDateTimeEdit.Section.DaySection: wall.day,
        QDateTimeEdit.Section.HourSection: wall.hour,
        QDateTimeEdit.Section.MinuteSection: wall.minute,
    }
    press(edit, Key.Key_Home)
    for place in range(edit.sectionCount()):
        section = edit.sectionAt(place)
        _step(edit, section, wanted[section])
        if place < edit.sectionCount() - 1:
            press(edit, Key.Key_Right, CTRL)
    stands = edit.dateTime().toString("MMddHHmm")
    if edit.sectionCount() >= 4:
        assert stands == wall.strftime("%m%d%H%M"), f"{stands} instead of {wall}"
    else:
        assert stands[4:] == wall.strftime("%H%M"), f"{stands} instead of {wall}"


def _step(edit: QDateTimeEdit, section: QDateTimeEdit.Section, wanted: int) -> None:
    """Steps the section under the cursor to a value."""
    assert edit.currentSection() == section
    for _ in range(70):
        off = wanted - _value(edit, section)
        if not off:
            return
        press(edit, Key.Key_Up if off > 0 else Key.Key_Down)
    raise AssertionError(f"{section} does not become {wanted}")


def _value(edit: QDateTimeEdit, section: QDateTimeEdit.Section) -> int:
    day, time = edit.date(), edit.time()
    return {
        QDateTimeEdit.Section.YearSection: day.year(),
        QDateTimeEdit.Section.MonthSection: day.month(),
        QDateTimeEdit.Section.DaySection: day.day(),
        QDateTimeEdit.Section.HourSection: time.hour(),
        QDateTimeEdit.Section.MinuteSection: time.minute(),
    }[section]


def choose(combo: QComboBox, begins: str) -> None:
    """Goes through a list with the arrow keys until a line begins so."""
    assert combo.isEnabled()
    combo.setFocus()
    for _ in range(combo.count()):
        press(combo, Key.Key_Up)
    for _ in range(combo.count() + 1):
        if combo.currentText().startswith(begins):
            return
        press(combo, Key.Key_Down)
    raise AssertionError(f"{begins!r} is not in the list")


def tick(box: QCheckBox, *, on: bool) -> None:
    """Ticks or clears a box with the space bar."""
    if box.isChecked() is not on:
        assert box.isEnabled()
        box.setFocus()
        press(box, Key.Key_Space)
    assert box.isChecked() is on


def _names(widget: QWidget) -> tuple[str, ...]:
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName(), widget.objectName(), words
