"""Reports: told at once by telephone, or drafted, signed by the leader, sent and confirmed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QLineEdit, QPlainTextEdit, QWidget

from safetydesk.ui.dialogs.act_dialog import ActDialog
from safetydesk.ui.pages.composer import ComposerPage
from safetydesk.ui.pages.composer_sending import ReceiptRow
from safetydesk.ui.widgets.recipient_rows import RecipientRow, RecipientRows
from tests.helpers.desk_at_work import DeskAtWork
from tests.helpers.hands.fingers import (
    ALT,
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
from tests.helpers.hands.incidents import Incidents
from tests.helpers.hands.quick_entry import said
from tests.helpers.hands.signing_in import PIN

Taken = Mapping[str, tuple[str, str]]
"""Who of a recipient took it, and when."""


class Reports:
    """Tells, drafts, has signed, notes as sent, notes receipts."""

    def __init__(self, work: DeskAtWork, incidents: Incidents) -> None:
        self._work, self._incidents = work, incidents

    def tells(
        self,
        kind: str,
        to: Sequence[str],
        entry: str,
        *,
        at: str,
        entry_at: str = "",
        means: str = "",
        taken: Taken | None = None,
    ) -> None:
        """Alt+P: everything in one act, once the last call is made."""
        press(self._incidents.page().obligations.table, Key.Key_P, ALT)
        dialog = shown(ActDialog)
        choose(inside(dialog, QComboBox, "What"), kind)
        set_time(inside(dialog, QDateTimeEdit, "At"), at)
        if means:
            choose(inside(dialog, QComboBox, "How"), means)
        words = inside(dialog, QPlainTextEdit, "Words")
        if not words.toPlainText().strip():
            write(words, entry)
        self._recipients(inside(dialog, RecipientRows, ""), to, taken or {})
        self._incidents.log_and_save(entry, at=entry_at or at)

    def writes(self, signer: str) -> None:
        """Ctrl+R drafts what comes next; the leader signs with the PIN."""
        press(self._incidents.page().obligations.table, Key.Key_R, CTRL)
        self._work.settle()
        page = self.page()
        press(page.editor.title, Key.Key_Return, CTRL)
        leader = inside(page, QComboBox, "Signing leader")
        assert leader.currentText() == signer
        pin = inside(page, QLineEdit, "The leader's PIN")
        assert pin.hasFocus()
        write(pin, PIN)
        press(pin, Key.Key_Return)
        self._work.settle()
        assert page.sending.isVisible(), said(page)

    def sends(self, to: Sequence[str], means: str, entry: str) -> None:
        """To whom it went and the line of the log; Ctrl+Enter notes it."""
        page = self.page()
        self._recipients(inside(page, RecipientRows, ""), to, {})
        choose(inside(page, QComboBox, "How"), means)
        line = inside(page, QLineEdit, "Log entry")
        write(line, entry)
        press(line, Key.Key_Return, CTRL)
        self._work.settle()
        for name in to:
            inside(page, QLineEdit, f"{name}: taken by")

    def open(self, label: str) -> None:
        """A report that went out: Enter on what it was owed for."""
        page = at_front(self._work.window).current_page
        if isinstance(page, ComposerPage) and label in said(page).splitlines():
            return
        table = self._incidents.page().obligations.table
        press(table, Key.Key_Home, CTRL)
        for _ in range(table.row_count()):
            row = table.current()
            if row is not None and row.report_id is not None:
                press(table, Key.Key_Return)
                self._work.settle()
                if label in said(self.page()).splitlines():
                    return
                self.back()
            press(table, Key.Key_Down)
        raise AssertionError(f"no row leads to {label}")

    def confirmed(self, recipient: str, by: str) -> None:
        """Somebody has taken it: name and Enter."""
        page = self.page()
        line = inside(page, QLineEdit, f"{recipient}: taken by")
        row = line.parentWidget()
        assert isinstance(row, ReceiptRow)
        set_time(row.at, self._work.clock.now())
        write(line, by)
        press(line, Key.Key_Return)
        self._work.settle()

    def page(self) -> ComposerPage:
        """The composer in front."""
        page = at_front(self._work.window).current_page
        assert isinstance(page, ComposerPage), self._work.what_is_shown()
        return page

    def back(self) -> None:
        """Esc, to the incident."""
        press(self.page(), Key.Key_Escape)
        self._work.settle()

    def _recipients(self, rows: RecipientRows, to: Sequence[str], taken: Taken) -> None:
        """Exactly these names ticked; a missing one is added."""
        for row in _shown_rows(rows):
            tick(row.tick, on=row.name.text() in to)
        for name in to:
            if name not in {row.name.text() for row in _shown_rows(rows)}:
                push(rows, "Add a recipient")
                write(_shown_rows(rows)[-1].name, name)
            row = next(row for row in _shown_rows(rows) if row.name.text() == name)
            if name in taken:
                by, at = taken[name]
                write(row.by, by)
                set_time(row.at, at)


def _shown_rows(rows: QWidget) -> list[RecipientRow]:
    found = [row for row in rows.findChildren(RecipientRow) if row.isVisible()]
    return sorted(found, key=lambda row: row.y())
