"""Who holds the desk: a person chosen by name or number, proven by the PIN."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCompleter, QDialog, QWidget

from safetydesk.ui.forms.ui_sign_in import Ui_SignInDialog
from safetydesk.ui.perform import perform

if TYPE_CHECKING:
    from safetydesk.domain.people import Person
    from safetydesk.services.people import PeopleService
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session


class SignInDialog(QDialog):
    """Signs somebody into the session; what is refused is said beside the PIN.

    ``first`` is offered first (the primary officer on duty). Alarms go on behind it: the dialog
    takes no more than its own window.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        people: PeopleService,
        session: Session,
        bus: Bus,
        first: int | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._people = people
        self._session = session
        self._bus = bus
        self._ui = Ui_SignInDialog()
        self._ui.setupUi(self)
        self._ui.lead_label.setText(
            self.tr("Entries, signatures and confirmations bear this person's name.")
        )
        self._fill(people.all(), first)
        self._ui.sign_in_button.clicked.connect(self._on_sign_in)
        self._ui.later_button.clicked.connect(self.reject)
        self._ui.pin_edit.setFocus()

    def show_problem(self, text: str) -> None:
        """Says why nobody was signed in."""
        self._ui.problem_label.setText(text)

    def choose(self, person_id: int) -> None:
        """Offers a person."""
        self._ui.person_combo.setCurrentIndex(self._ui.person_combo.findData(person_id))

    def _fill(self, people: Sequence[Person], first: int | None) -> None:
        """Everybody, by name; found by any part of name, number or section."""
        combo = self._ui.person_combo
        for person in people:
            combo.addItem(f"{person.name}  {person.section}  {person.number}", person.id)
        completer = QCompleter(combo.model(), combo)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        combo.setCompleter(completer)
        combo.setCurrentIndex(max(combo.findData(first), 0) if first is not None else -1)
        combo.setAccessibleName(self.tr("Person"))

    @Slot()
    def _on_sign_in(self) -> None:
        combo = self._ui.person_combo
        index = combo.findText(combo.currentText())
        if index < 0:
            self.show_problem(self.tr("Choose a person of the list."))
            combo.setFocus()
            return
        person_id, pin = int(combo.itemData(index)), self._ui.pin_edit.text()
        self._ui.pin_edit.clear()
        outcome = perform(self, lambda: self._people.sign_in(person_id, pin), bus=self._bus)
        if outcome is None:
            self._ui.pin_edit.setFocus()
            return
        self._session.sign_in(outcome.value)
        self.accept()
