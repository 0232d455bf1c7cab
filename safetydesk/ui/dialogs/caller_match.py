"""Whose number is being written: looked up while typing, filled in where nothing was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from safetydesk.domain.wording import day_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

    from safetydesk.services.contacts import ContactService
    from safetydesk.services.views_contacts import ContactLine
    from safetydesk.ui.forms.ui_call_record import Ui_CallRecord
    from safetydesk.ui.wording import Wording

_DELAY = 80


class CallerMatch(QObject):
    """Fields that somebody wrote in are never filled; what a match filled, another one replaces."""

    def __init__(self, ui: Ui_CallRecord, contacts: ContactService, wording: Wording) -> None:
        super().__init__(ui.number_edit)
        self._ui, self._contacts, self._wording = ui, contacts, wording
        self._filled: dict[str, str] = {}
        self._line: ContactLine | None = None
        self._soon = QTimer(self, singleShot=True, interval=_DELAY)
        self._soon.timeout.connect(self.look_up)
        ui.number_edit.textChanged.connect(self._on_typed)

    @property
    def contact_id(self) -> int | None:
        """The contact of the directory behind the number, if it is one."""
        key = self._line.key if self._line is not None else ""
        return int(key[1:]) if key.startswith("c") else None

    def settle(self) -> None:
        """Looks up at once what was just typed."""
        if self._soon.isActive():
            self.look_up()

    @Slot()
    def look_up(self) -> None:
        """Finds the number and shows whose it is."""
        self._soon.stop()
        found = self._contacts.match_number(self._ui.number_edit.text())
        self._line = found[0] if found else None
        self._show(len(found))
        self._fill()

    @Slot()
    def _on_typed(self) -> None:
        self._soon.start()

    def _show(self, count: int) -> None:
        line, label = self._line, self._ui.match_label
        if line is None:
            digits = sum(sign.isdigit() for sign in self._ui.number_edit.text())
            short = digits < 5  # noqa: PLR2004 - fewer digits are never looked up
            label.set_tone("")
            label.setText("" if short else self.tr("not in the directory"))
            return
        words = " ".join(part for part in (line.unit, line.name or line.role) if part)
        parts = [f"✓\u2009{words}", self._verified(line)]
        if count > 1:
            parts.append(self.tr("one of {count}").format(count=count))
        label.set_tone("r" if line.failed else "ok")
        label.setText("\u2002".join(part for part in parts if part))

    def _verified(self, line: ContactLine) -> str:
        """When the directory was last checked here."""
        card = self._contacts.card(line.key)
        if line.failed:
            return self.tr("marked as failed")
        if card.verified_on is None:
            return self.tr("not verified yet")
        day = day_text(card.verified_on, self._wording.words.month_day)
        return self.tr("verified {day}").format(day=day)

    def _fill(self) -> None:
        line = self._line
        wanted = (line.unit, line.name, line.title) if line is not None else ("", "", "")
        edits = (self._ui.unit_edit, self._ui.name_edit, self._ui.title_edit)
        for edit, text in zip(edits, wanted, strict=True):
            self._put(edit, text)

    def _put(self, edit: QLineEdit, text: str) -> None:
        written = edit.text().strip()
        if written and written != self._filled.get(edit.objectName()):
            return
        self._filled[edit.objectName()] = text
        edit.setText(text)
        edit.setCursorPosition(0)
