"""The section of the directory: for how long a number that was tried counts as verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSpinBox
from typing_extensions import override

from safetydesk.services.contacts import VERIFY_DAYS
from safetydesk.ui.pages.settings import SettingsSection
from safetydesk.ui.perform import perform
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.fact_rows import FactRows
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from safetydesk.services.contacts import ContactService
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session

_DAYS, _INSET = "days", 6


class ContactsSection(SettingsSection):
    """Enter in the field, or the button, puts the number of days in force."""

    def __init__(self, *, contacts: ContactService, session: Session, bus: Bus) -> None:
        super().__init__()
        self._contacts, self._session, self._bus = contacts, session, bus
        self._days = QSpinBox()
        self._days.setRange(VERIFY_DAYS[0], VERIFY_DAYS[-1])
        self._days.setSuffix(self.tr(" days"))
        self._days.lineEdit().setTextMargins(_INSET, 0, 0, 0)
        self._days.setAccessibleName(self.tr("Days for which a number counts as verified"))
        self._problem = PlainLabel(role="problem", wrap=True)
        self._rows = FactRows()
        self._rows.add_row(_DAYS, self.tr("Verification holds"), self._days)
        put = KeyButton(self.tr("Put in force"), icon="confirm", key="Enter")
        card = Card(self.tr("Telephone numbers"))
        card.head.addWidget(put)
        card.body.addWidget(self._rows)
        card.body.addWidget(self._problem)
        self.column.addWidget(card)
        self.column.addStretch(1)
        put.clicked.connect(self.put)
        self._days.lineEdit().returnPressed.connect(self.put)

    @override
    def refresh(self) -> None:
        """Shows what holds and how many are to be tried."""
        if not self._days.hasFocus():
            self._days.setValue(self._contacts.verify_days())
        count = self._contacts.directory().to_verify
        words = self.tr("{count} contacts are to be verified").format(count=count)
        self._rows.show_fact(_DAYS, words, "o" if count else "")

    @override
    def help_text(self) -> str:
        """What the number of days does."""
        return self.tr(
            "A number that was tried counts as verified for so many days. Once a month one "
            "reminder names how many contacts are older or could not be reached; its button opens "
            "them in the directory, and it goes when all were tried."
        )

    def show_problem(self, text: str) -> None:
        """Why it was refused; what was typed stays."""
        self._problem.setText(text)

    @Slot()
    def put(self) -> None:
        """Lets a verification hold for the days that stand in the field."""
        days, contacts, session = self._days.value(), self._contacts, self._session
        done = perform(
            self, lambda: contacts.set_verify_days(session.require(), days), bus=self._bus
        )
        if done is not None:
            self.show_problem("")
            self.refresh()
