"""Two officers hand over at one computer, in the window that F8 opens."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QLineEdit,
    QPlainTextEdit,
)

from safetydesk.ui.dialogs.handover import HandoverWindow
from safetydesk.ui.dialogs.handover_item_row import ItemRow
from tests.helpers.desk_at_work import DeskAtWork
from tests.helpers.hands.fingers import (
    CTRL,
    Key,
    at_front,
    choose,
    inside,
    press,
    push,
    set_time,
    shown,
    tick,
    write,
)
from tests.helpers.hands.quick_entry import said
from tests.helpers.hands.reading import printed
from tests.helpers.hands.signing_in import PIN


class Handover:
    """Each method is one thing that one of the two does."""

    def __init__(self, work: DeskAtWork) -> None:
        self._work = work

    def begin(self, words: str = "") -> None:
        """F8; Ctrl+Enter freezes and drafts, with the words of the log."""
        press(at_front(self._work.window), Key.Key_F8)
        window = shown(HandoverWindow)
        if words:
            write(inside(window, QPlainTextEdit, "Log entry"), words)
        press(window, Key.Key_Return, CTRL)
        self._work.settle()

    def explain(self, words: str, next_owner: str, only: str = "") -> None:
        """The outgoing officer's word on every matter, or on those whose title says ``only``."""
        window = shown(HandoverWindow)
        for row in [row for row in self.rows() if only in row.accessibleName()]:
            row.setFocus()
            edit = inside(row, QLineEdit, "Word on")
            write(edit, words)
            press(edit, Key.Key_Return)
            self._work.settle()
            people = inside(row, QComboBox, "Who goes on")
            choose(people, next_owner)
            press(people, Key.Key_Tab)
        self._work.settle()
        assert "not explained" not in said(window).lower(), said(window)

    def rows(self) -> list[ItemRow]:
        """The matters as they stand in the window."""
        window = shown(HandoverWindow)
        return sorted(window.findChildren(ItemRow), key=lambda row: row.y())

    def lines(self, *, first: str = "", last: str = "") -> None:
        """The two lines of the log that the incoming signature writes."""
        window = shown(HandoverWindow)
        for name, words in (("Last line", last), ("First line", first)):
            if words:
                edit = inside(window, QPlainTextEdit, name)
                write(edit, words)
                press(edit, Key.Key_Tab)
        self._work.settle()

    def join(self, name: str) -> None:
        """Somebody signs in to take over."""
        window = shown(HandoverWindow)
        choose(inside(window, QComboBox, "Who takes over"), name)
        pin = inside(window, QLineEdit, "Own PIN")
        write(pin, PIN)
        press(pin, Key.Key_Return)
        self._work.settle()
        assert window.reader is not None, said(window)
        assert window.reader.name == name

    def object(self, reason: str) -> None:
        """不接."""
        window = shown(HandoverWindow)
        push(window, "Not taken over…")
        line = inside(window, QLineEdit, "Why it is not taken over")
        write(line, reason)
        press(line, Key.Key_Return)
        self._work.settle()

    def add(self, title: str, due: str) -> None:
        """One more matter, with its time."""
        window = shown(HandoverWindow)
        tick(inside(window, QCheckBox, "until"), on=True)
        set_time(inside(window, QDateTimeEdit, "Until when"), due)
        line = inside(window, QLineEdit, "Matter to add")
        write(line, title)
        press(line, Key.Key_Return)
        self._work.settle()

    def tick_all(self) -> None:
        """The incoming officer has read everything."""
        for row in self.rows():
            tick(inside(row, QCheckBox, "Read:"), on=True)
        self._work.settle()

    def read_back(self, words: str) -> None:
        """In the incoming officer's own words; the other one confirms."""
        window = shown(HandoverWindow)
        write(inside(window, QPlainTextEdit, "Read-back"), words)
        push(window, "Read back right")
        self._work.settle()

    def sign(self, side: str) -> None:
        """``Outgoing``, ``Incoming`` or ``Leader``: Ctrl+Enter, PIN, Enter."""
        window = shown(HandoverWindow)
        press(window, Key.Key_Return, CTRL)
        pin = inside(window, QLineEdit, f"PIN: {side}")
        assert pin.hasFocus(), said(window)
        write(pin, PIN)
        press(pin, Key.Key_Return)
        self._work.settle()
        assert not pin.isVisible(), said(window)

    def printed(self) -> str:
        """Ctrl+P: the words of the record on paper."""
        return printed(self._work, lambda: press(shown(HandoverWindow), Key.Key_P, CTRL))

    def leave(self) -> None:
        """Esc."""
        press(shown(HandoverWindow), Key.Key_Escape)
        self._work.settle()
