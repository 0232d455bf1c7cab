"""Work on an incident: its page, and the dialogs that its keys and its menu open."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QLineEdit,
    QPlainTextEdit,
)

from safetydesk.domain.casualties import MEASURE_NAMES
from safetydesk.ui.dialogs.act_dialog import ActDialog
from safetydesk.ui.pages.incident import IncidentPage
from safetydesk.ui.pages.incidents import IncidentsPage
from safetydesk.ui.widgets.row_table import RowTable
from tests.helpers.desk_at_work import DeskAtWork
from tests.helpers.hands.fingers import (
    ALT,
    CTRL,
    Key,
    at_front,
    choose,
    choose_action,
    inside,
    press,
    set_time,
    shown,
    tick,
    write,
)
from tests.helpers.hands.quick_entry import said


class Incidents:
    """Opens an incident, records facts, numbers and times about it."""

    def __init__(self, work: DeskAtWork) -> None:
        self._work = work

    def page(self) -> IncidentPage:
        """The page of the incident, fetched through the list where it is not in front."""
        window = at_front(self._work.window)
        if not isinstance(window.current_page, IncidentPage):
            listed = window.show_page("incidents")
            assert isinstance(listed, IncidentsPage)
            self._work.settle()
            table = inside(listed, RowTable, "Incidents")
            press(table, Key.Key_Home, CTRL)
            press(table, Key.Key_Return)
            self._work.settle()
        page = window.current_page
        assert isinstance(page, IncidentPage), self._work.what_is_shown()
        page.obligations.table.setFocus()
        return page

    def from_nothing(self, words: Mapping[str, str], entry: str) -> None:
        """F4: the form of a new incident, and the line it leaves."""
        press(at_front(self._work.window), Key.Key_F4)
        self.fill_new(words)
        self.log_and_save(entry)

    def fill_new(self, words: Mapping[str, str]) -> None:
        """The fields of the new incident by their names."""
        dialog = shown(ActDialog)
        for name in ("Title", "Place", "Unit", "Source"):
            if name in words:
                write(inside(dialog, QLineEdit, name), words[name])
        choose(inside(dialog, QComboBox, "Category"), words["Category"])
        tick(inside(dialog, QCheckBox, "Known"), on=True)
        for name in ("Occurred", "Received"):
            set_time(inside(dialog, QDateTimeEdit, name), words[name])

    def numbers(self, said_at: str, source: str, numbers: Mapping[str, int], entry: str) -> None:
        """Alt+C."""
        press(self.page().obligations.table, Key.Key_C, ALT)
        dialog = shown(ActDialog)
        set_time(inside(dialog, QDateTimeEdit, "As of"), said_at)
        write(inside(dialog, QLineEdit, "Source"), source)
        for name, number in numbers.items():
            write(inside(dialog, QLineEdit, MEASURE_NAMES[name]), str(number))
        self.log_and_save(entry)

    def fact(self, field: str, words: str, source: str, entry: str, kind: str) -> None:
        """Alt+F."""
        press(self.page().obligations.table, Key.Key_F, ALT)
        dialog = shown(ActDialog)
        choose(inside(dialog, QComboBox, "Field"), field)
        write(inside(dialog, QPlainTextEdit, "Words"), words)
        write(inside(dialog, QLineEdit, "Source"), source)
        tick(inside(dialog, QCheckBox, "Standing"), on=True)
        self.log_and_save(entry, kind)

    def corrects(self, right: str, evidence: str, entry: str) -> None:
        """Alt+T: the time of occurrence."""
        press(self.page().obligations.table, Key.Key_T, ALT)
        dialog = shown(ActDialog)
        choose(inside(dialog, QComboBox, "Time"), "事发")
        set_time(inside(dialog, QDateTimeEdit, "Right time"), right)
        write(inside(dialog, QLineEdit, "Evidence"), evidence)
        self.log_and_save(entry)

    def leader_told(self, leader: str, means: str) -> None:
        """⋯ The duty leader was told; the line of the call says so already."""
        self.menu("The duty leader was told")
        dialog = shown(ActDialog)
        choose(inside(dialog, QComboBox, "Leader"), leader)
        write(inside(dialog, QComboBox, "How"), means)
        self.log_and_save("")

    def rescue_ended(self, at: str, source: str, entry: str) -> None:
        """⋯ Rescue has ended."""
        self.menu("Rescue has ended")
        dialog = shown(ActDialog)
        set_time(inside(dialog, QDateTimeEdit, "Since"), at)
        write(inside(dialog, QLineEdit, "Source"), source)
        self.log_and_save(entry)

    def asked(self, asked_by: str, words: str, entry: str) -> None:
        """⋯ A superior asks."""
        self.menu("A superior asks")
        dialog = shown(ActDialog)
        write(inside(dialog, QLineEdit, "Who asks"), asked_by)
        write(inside(dialog, QLineEdit, "What"), words)
        self.log_and_save(entry)

    def menu(self, begins: str) -> None:
        """Alt+Down opens ⋯; the arrows and Enter choose."""
        page = self.page()
        QTimer.singleShot(0, lambda: choose_action(begins))
        press(page.obligations.table, Key.Key_Down, ALT)
        self._work.settle()

    def log_and_save(self, words: str, kind: str = "", at: str = "") -> None:
        """The line of the log as it shall read, then Ctrl+Enter."""
        dialog = shown(ActDialog)
        if kind:
            choose(inside(dialog, QComboBox, "kind_combo"), kind)
        if at:
            set_time(inside(dialog, QDateTimeEdit, "entry_at_edit"), at)
        write(inside(dialog, QPlainTextEdit, "text_edit"), words)
        self.save()

    def save(self) -> None:
        """Ctrl+Enter."""
        press(shown(ActDialog), Key.Key_Return, CTRL)
        self._work.settle()
        left = [w for w in self._work.app.topLevelWidgets() if isinstance(w, ActDialog)]
        assert not any(w.isVisible() for w in left), said(left[0])
