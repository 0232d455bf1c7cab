"""A contact being written: who, where, which numbers; saved by Ctrl+Enter, left by Esc."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from safetydesk.domain.phone_numbers import PhoneKind, PhoneNumber, plain_text, read_phones
from safetydesk.domain.phone_wording import written_number
from safetydesk.services.views_contacts import ContactFields
from safetydesk.ui.forms.ui_contact_dialog import Ui_ContactDialog
from safetydesk.ui.perform import perform
from safetydesk.ui.phone_words import PhoneWords
from safetydesk.ui.typed_words import TypedWordsDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

    from safetydesk.services.contacts import ContactService
    from safetydesk.services.transaction import Outcome
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session

_OFFERED = (PhoneKind.MOBILE, PhoneKind.DUTY, PhoneKind.LANDLINE, PhoneKind.FAX)
_SEPARATORS = re.compile(r"[、,，;；\s]+")


class ContactDialog(TypedWordsDialog):
    """A new contact, or (with ``contact_id``) one that is changed; ``saved`` carries its id."""

    saved = Signal(int)

    def __init__(
        self,
        *,
        contacts: ContactService,
        session: Session,
        bus: Bus,
        parent: QWidget,
        contact_id: int | None = None,
        version: int = 0,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._contacts, self._session, self._bus = contacts, session, bus
        self._contact_id, self._version = contact_id, version
        self._ui = Ui_ContactDialog()
        self._ui.setupUi(self)
        self._dress()
        title = self.tr("New contact") if contact_id is None else self.tr("Change contact")
        self.setWindowTitle(title)
        if contact_id is not None:
            self._show_fields(contacts.fields(contact_id))

    def suggest(self, text: str, group: str = "") -> None:
        """Begins with what was typed into the search box: digits are a number, words a name."""
        text = text.strip()
        numbers = read_phones(text).numbers
        if numbers:
            self._put_number(0, numbers[0])
            self._ui.name_edit.setFocus()
        elif re.search(r"[\u3400-\u9fff]", text):
            self._ui.name_edit.setText(text)
        self._ui.groups_edit.setText(group)

    def show_problem(self, text: str) -> None:
        """Says why it was not saved; what was typed stays."""
        self._ui.problem_label.setText(text)

    @Slot()
    def save(self) -> None:
        """Saves, and closes when that worked."""
        fields = self._read()
        if fields is None:
            return
        outcome = perform(self, lambda: self._store(fields), bus=self._bus)
        if outcome is not None:
            contact_id = self._contact_id if self._contact_id is not None else outcome.value
            self.saved.emit(contact_id)
            self.accept()

    def _store(self, fields: ContactFields) -> Outcome[int]:
        actor = self._session.require()
        if self._contact_id is None:
            return self._contacts.add(actor, fields)
        return self._contacts.edit(actor, self._contact_id, self._version, fields)

    def _dress(self) -> None:
        ui = self._ui
        for place, (combo, _) in enumerate(self._numbers()):
            for kind, words in PhoneWords().all().items():
                combo.addItem(words, kind)
            combo.setCurrentIndex(combo.findData(_OFFERED[place].value))
        ui.groups_edit.setPlaceholderText(self.tr("several, with 、 between them"))
        ui.first_number_edit.setPlaceholderText(self.tr("0000-5550101 ext. 8001"))
        ui.save_button.set_key("Ctrl Enter")
        ui.cancel_button.set_key("Esc")
        ui.save_button.clicked.connect(self.save)
        ui.cancel_button.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        ui.unit_edit.setFocus()

    def _numbers(self) -> tuple[tuple[QComboBox, QLineEdit], ...]:
        ui = self._ui
        return (
            (ui.first_kind_combo, ui.first_number_edit),
            (ui.second_kind_combo, ui.second_number_edit),
            (ui.third_kind_combo, ui.third_number_edit),
            (ui.fourth_kind_combo, ui.fourth_number_edit),
        )

    def _put_number(self, place: int, phone: PhoneNumber) -> None:
        combo, edit = self._numbers()[place]
        combo.setCurrentIndex(combo.findData(phone.kind.value))
        edit.setText(written_number(phone.number, phone.ext))

    def _show_fields(self, fields: ContactFields) -> None:
        ui = self._ui
        for edit, text in (
            (ui.unit_edit, fields.unit),
            (ui.department_edit, fields.department),
            (ui.name_edit, fields.name),
            (ui.title_edit, fields.title),
            (ui.role_edit, fields.role),
            (ui.groups_edit, "、".join(fields.groups)),
            (ui.address_edit, fields.address),
            (ui.email_edit, fields.email),
        ):
            edit.setText(text)
            edit.setCursorPosition(0)
        ui.note_edit.setPlainText(fields.note)
        self._before = fields
        for place, phone in enumerate(fields.phones[: len(self._numbers())]):
            self._put_number(place, phone)

    _before: ContactFields | None = None

    def _read(self) -> ContactFields | None:
        """What stands in the fields; None (and the reason beside them) where a number is none."""
        phones = self._read_phones()
        if phones is None:
            return None
        ui = self._ui
        return ContactFields(
            name=ui.name_edit.text().strip(),
            unit=ui.unit_edit.text().strip(),
            department=ui.department_edit.text().strip(),
            title=ui.title_edit.text().strip(),
            role=ui.role_edit.text().strip(),
            note=ui.note_edit.toPlainText().strip(),
            address=ui.address_edit.text().strip(),
            email=ui.email_edit.text().strip(),
            groups=tuple(part for part in _SEPARATORS.split(ui.groups_edit.text()) if part),
            phones=phones,
            verified_on=self._before.verified_on if self._before else None,
        )

    def _read_phones(self) -> tuple[PhoneNumber, ...] | None:
        """The numbers in their order, with those that the dialog has no room for behind."""
        found: list[PhoneNumber] = []
        for combo, edit in self._numbers():
            text = edit.text().strip()
            if not text:
                continue
            kind = PhoneKind(str(combo.currentData()))
            reading = read_phones(text, kind)
            if not reading.numbers:
                self.show_problem(self.tr("“{text}” is no number.").format(text=plain_text(text)))
                edit.setFocus()
                return None
            found += [PhoneNumber(p.number, p.ext, kind, "") for p in reading.numbers]
        if self._before is not None:
            found += self._before.phones[len(self._numbers()) :]
        return tuple(self._labelled(found))

    def _labelled(self, phones: list[PhoneNumber]) -> list[PhoneNumber]:
        """Numbers that were there before keep the word beside them (中控室)."""
        before = self._before.phones if self._before else ()
        labels = {(phone.number, phone.kind): phone.label for phone in before}
        return [
            PhoneNumber(p.number, p.ext, p.kind, labels.get((p.number, p.kind), p.label))
            for p in phones
        ]
