"""Telephone calls: the record that F3 opens, and the incident that F4 makes of it."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from safetydesk.ui.dialogs.call_record import CallRecordWindow
from safetydesk.ui.widgets.segment import Segment
from tests.helpers.desk_at_work import DeskAtWork
from tests.helpers.hands.fingers import (
    CTRL,
    Key,
    at_front,
    choose,
    inside,
    press,
    push,
    shown,
    write,
)
from tests.helpers.hands.quick_entry import said


class Calls:
    """Writes down who called whom about what."""

    def __init__(self, work: DeskAtWork) -> None:
        self._work = work

    def records(
        self,
        words: str,
        *,
        kind: str = "",
        outgoing: bool = False,
        number: str = "",
        unit: str = "",
        name: str = "",
        title: str = "",
        handling: str = "",
    ) -> None:
        """F3, the fields, Ctrl+Enter."""
        self._fill(words, outgoing=outgoing, handling=handling, kind=kind)
        self._caller(number=number, unit=unit, name=name, title=title)
        press(shown(CallRecordWindow), Key.Key_Return, CTRL)
        self._gone()

    def becomes_incident(
        self, words: str, *, number: str, unit: str, name: str, title: str, handling: str
    ) -> None:
        """F3, the fields, F4: saved, and the form of the incident stands open."""
        self._fill(words, outgoing=False, handling=handling, kind="突发事件接报")
        self._caller(number=number, unit=unit, name=name, title=title)
        press(shown(CallRecordWindow), Key.Key_F4)
        self._gone()

    def _fill(self, words: str, *, outgoing: bool, handling: str, kind: str) -> None:
        press(at_front(self._work.window), Key.Key_F3)
        window = shown(CallRecordWindow)
        if outgoing:
            push(inside(window, Segment, "direction_segment"), "Outgoing")
        write(inside(window, QPlainTextEdit, "text_edit"), words)
        if handling:
            write(inside(window, QPlainTextEdit, "handling_edit"), handling)
        if kind:
            combo = inside(window, QComboBox, "kind_combo")
            choose(combo, kind)
            press(combo, Key.Key_Tab)

    def _caller(self, **fields: str) -> None:
        window = shown(CallRecordWindow)
        for name, words in fields.items():
            if words:
                write(inside(window, QLineEdit, f"{name}_edit"), words)

    def _gone(self) -> None:
        self._work.settle()
        left = [w for w in self._work.app.topLevelWidgets() if isinstance(w, CallRecordWindow)]
        assert not any(w.isVisible() for w in left), said(left[0])
