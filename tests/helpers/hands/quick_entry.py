"""The line at the foot of every page: one entry in one breath."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QTimeEdit, QWidget

from tests.helpers.desk_at_work import DeskAtWork
from tests.helpers.hands.fingers import CTRL, Key, at_front, choose, inside, press, set_time, write


class QuickEntry:
    """F2, words, kind, time, Enter."""

    def __init__(self, work: DeskAtWork) -> None:
        self._work = work

    def log(self, kind: str, words: str, *, at: str = "", assign: bool = False) -> None:
        """One entry; ``at`` where it happened earlier, ``assign``: Ctrl+Enter."""
        window = at_front(self._work.window)
        press(window, Key.Key_F2)
        line = self._work.window.quick
        text = inside(line, QLineEdit, "text_edit")
        assert text.hasFocus()
        write(text, words)
        choose(inside(line, QComboBox, "kind_combo"), kind)
        if at:
            set_time(inside(line, QTimeEdit, "time_edit"), at)
        text.setFocus()
        if assign:
            press(text, Key.Key_Return, CTRL)
        else:
            press(text, Key.Key_Return)
        self._work.settle()
        assert text.text() == "", said(line)


def said(parent: QWidget) -> str:
    """Every word that a part of the window shows."""
    from safetydesk.ui.widgets.plain import PlainLabel

    return "\n".join(w.text() for w in parent.findChildren(PlainLabel) if w.isVisible())
