"""Changes of the plan, written on the page of the roster."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QCheckBox, QComboBox, QDateTimeEdit, QLineEdit, QTableView

from safetydesk.ui.dialogs.duty_change import DutyChange
from safetydesk.ui.pages.roster import RosterPage
from safetydesk.ui.widgets.month_table import MonthTable
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
    set_time,
    shown,
    tick,
    write,
)
from tests.helpers.hands.quick_entry import said

DAY = date(2025, 10, 6)


class Roster:
    """Ctrl+Enter saves what the form of a change says."""

    def __init__(self, work: DeskAtWork) -> None:
        self._work = work

    def replaces(self, out: str, by: str, start: str, end: str, *, reason: str, leave: str) -> None:
        """替班 of a deputy, by somebody who leaves the standby post for it."""
        dialog = self._change("副班")
        push(inside(dialog, Segment, ""), "Replace")
        choose(inside(dialog, QComboBox, "out_combo"), out)
        self._who_and_when(dialog, by, start, end)
        tick(inside(dialog, QCheckBox, "release_check"), on=True)
        write(inside(dialog, QLineEdit, "reason_edit"), reason)
        write(inside(dialog, QLineEdit, "approved_edit"), leave)
        self._save(dialog)

    def adds(self, label: str, who: str, start: str, end: str) -> None:
        """Somebody more on a post."""
        dialog = self._change(label)
        push(inside(dialog, Segment, ""), "Add")
        self._who_and_when(dialog, who, start, end)
        self._save(dialog)

    def _who_and_when(self, dialog: DutyChange, who: str, start: str, end: str) -> None:
        write(inside(dialog, QLineEdit, "in_edit"), who)
        set_time(inside(dialog, QDateTimeEdit, "from_edit"), start)
        set_time(inside(dialog, QDateTimeEdit, "to_edit"), end)

    def _save(self, dialog: DutyChange) -> None:
        press(dialog, Key.Key_Return, CTRL)
        self._work.settle()
        windows = self._work.app.topLevelWidgets()
        assert not any(isinstance(w, DutyChange) and w.isVisible() for w in windows), said(dialog)

    def _change(self, label: str) -> DutyChange:
        """The sixth of the month, Enter, and the post in the form."""
        page = at_front(self._work.window).show_page("roster")
        assert isinstance(page, RosterPage)
        self._work.settle()
        table = inside(page, QTableView, "Month table")
        table.setFocus()
        month = inside(page, MonthTable, "")
        press(table, Key.Key_Down)
        for _ in range(31):
            cell = month.current()
            if cell is not None and cell.row.day == DAY:
                break
            before = cell is None or cell.row.day < DAY
            press(table, Key.Key_Down if before else Key.Key_Up)
        press(table, Key.Key_Return)
        self._work.settle()
        dialog = shown(DutyChange)
        choose(inside(dialog, QComboBox, "post_combo"), label)
        press(inside(dialog, QComboBox, "post_combo"), Key.Key_Return)
        return dialog
