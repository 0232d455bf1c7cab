"""Arrivals and departures: the window behind the people in the head of the desk."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from safetydesk.ui.dialogs.presence import PresenceDialog
from safetydesk.ui.models.rows_model import RowsModel
from safetydesk.ui.widgets.row_table import RowTable
from tests.helpers.desk_at_work import DeskAtWork
from tests.helpers.hands.fingers import CTRL, Key, at_front, from_menu, inside, press, shown
from tests.helpers.hands.quick_entry import said


class Presence:
    """Opens the window, goes to a person with the arrow keys, presses Enter."""

    def __init__(self, work: DeskAtWork) -> None:
        self._work = work

    def arrives(self, name: str, post: str) -> None:
        """到岗."""
        self._record(name, post, here=False)

    def leaves(self, name: str, post: str = "") -> None:
        """离岗."""
        self._record(name, post, here=True)

    def _record(self, name: str, post: str, *, here: bool) -> None:
        at_front(self._work.window)
        user = self._work.window.header.focus_order()[-1]
        assert isinstance(user, QPushButton)
        from_menu(user, "Arrivals and departures")
        dialog = shown(PresenceDialog)
        table = inside(dialog, RowTable, "")
        table.setFocus()
        press(table, Key.Key_Home, CTRL)
        for _ in range(table.row_count()):
            row = table.current()
            if row.name == name and row.is_here is here and row.post in {post, post or row.post}:
                break
            press(table, Key.Key_Down)
        row = table.current()
        assert (row.name, row.is_here) == (name, here), f"{name} is not in the list"
        press(table, Key.Key_Return)
        self._work.settle()
        problem = said(dialog)
        rows = table.model()
        assert isinstance(rows, RowsModel)
        found = [rows.row(number) for number in range(rows.rowCount())]
        stands = [r.is_here for r in found if r.key == row.key]
        assert stands in ([], [not here]), problem
        press(dialog, Key.Key_Escape)
        self._work.settle()
