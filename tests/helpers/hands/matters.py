"""Matters: opened from a line of the log, taken step by step, closed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox, QDateTimeEdit, QLineEdit, QPlainTextEdit

from safetydesk.services.views_matters import MatterView
from safetydesk.ui.dialogs.matter import MatterDialog
from safetydesk.ui.dialogs.new_matter import NewMatterDialog
from safetydesk.ui.pages.desk import DeskPage
from safetydesk.ui.widgets.row_table import RowTable
from tests.helpers.desk_at_work import DeskAtWork
from tests.helpers.hands.fingers import (
    CTRL,
    Key,
    at_front,
    choose,
    inside,
    press,
    set_time,
    shown,
    tick,
    write,
)
from tests.helpers.hands.quick_entry import said


class Matters:
    """Works in the two windows of matters."""

    def __init__(self, work: DeskAtWork) -> None:
        self._work = work

    def opens(
        self, title: str, owner: str, due: str, units: Sequence[str] = (), incident: str = ""
    ) -> None:
        """Fills the form that stands open."""
        dialog = shown(NewMatterDialog)
        write(inside(dialog, QLineEdit, "title_edit"), title)
        write(inside(dialog, QLineEdit, "owner_edit"), owner)
        if units:
            write(inside(dialog, QLineEdit, "units_edit"), "、".join(units))
        tick(inside(dialog, QCheckBox, "due_check"), on=True)
        set_time(inside(dialog, QDateTimeEdit, "due_edit"), due)
        if incident:
            choose(inside(dialog, QComboBox, "incident_combo"), incident)
        press(dialog, Key.Key_Return, CTRL)
        self._work.settle()
        assert not _any(self._work, NewMatterDialog), said(dialog)

    def is_open(self, number: str) -> bool:
        """Whether the desk still lists a matter."""
        return any(one.number == number for one in self._work.desk.matters.open_matters())

    def step(
        self,
        number: str,
        kind: str,
        words: str = "",
        *,
        unit: str = "",
        due: str = "",
        title: str = "",
        log: bool = False,
    ) -> None:
        """One step of a matter, from the desk's list."""
        dialog = self._dialog(number)
        choose(inside(dialog, QComboBox, "kind_combo"), kind)
        if unit:
            choose(inside(dialog, QComboBox, "unit_combo"), unit)
        if words:
            write(inside(dialog, QPlainTextEdit, "text_edit"), words)
        if due:
            tick(inside(dialog, QCheckBox, "due_check"), on=True)
            set_time(inside(dialog, QDateTimeEdit, "due_edit"), due)
        if title:
            write(inside(dialog, QLineEdit, "rename_edit"), title)
        tick(inside(dialog, QCheckBox, "log_check"), on=log)
        press(dialog, Key.Key_Return, CTRL)
        self._work.settle()
        problem = dialog.findChild(QLineEdit, "problem_label")
        assert problem is None
        press(dialog, Key.Key_Escape)
        self._work.settle()
        assert not _any(self._work, MatterDialog)

    def _dialog(self, number: str) -> MatterDialog:
        """Home of the desk, the matter's row, Enter."""
        page = at_front(self._work.window).show_page("desk")
        assert isinstance(page, DeskPage)
        self._work.settle()
        table: RowTable[MatterView] = page._matters
        table.setFocus()
        press(table, Key.Key_Home, CTRL)
        for _ in range(table.row_count()):
            if table.current().number == number:
                break
            press(table, Key.Key_Down)
        assert table.current().number == number
        press(table, Key.Key_Return)
        self._work.settle()
        return shown(MatterDialog)


def _any(work: DeskAtWork, kind: type) -> bool:
    return any(isinstance(w, kind) and w.isVisible() for w in work.app.topLevelWidgets())
