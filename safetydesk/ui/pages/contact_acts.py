"""What can be done with the contact in view, and how the last act is taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from safetydesk.ui.bus import Bus, Notice
from safetydesk.ui.call_target import CallTarget
from safetydesk.ui.dialogs.contact import ContactDialog
from safetydesk.ui.dialogs.import_contacts import ContactsImport
from safetydesk.ui.dialogs.import_preview import ImportPreview
from safetydesk.ui.perform import CarriesChanges, perform

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from safetydesk.services.contacts import ContactService
    from safetydesk.services.views_contacts import ContactFields
    from safetydesk.ui.session import Session
    from safetydesk.ui.tasks import Runs
    from safetydesk.ui.widgets.contact_card import ContactCardView

Undo = Callable[[], CarriesChanges]


class ContactActs(QObject):
    """``done`` carries what to say and whether it can be taken back; ``saved`` a contact's id.

    ``called`` carries a ``CallTarget``.
    """

    done = Signal(str, bool)
    saved = Signal(int)
    called = Signal(object)

    def __init__(
        self,
        page: QWidget,
        card: ContactCardView,
        *,
        contacts: ContactService,
        session: Session,
        bus: Bus,
        tasks: Runs,
    ) -> None:
        super().__init__(page)
        self._page, self._card, self._tasks = page, card, tasks
        self._contacts, self._session, self._bus = contacts, session, bus
        self._undo: Undo | None = None
        self._before: ContactFields | None = None

    @Slot(str)
    def take(self, act: str) -> None:
        """Does what a button of the card asks for."""
        acts = {
            "call": self.call,
            "copy": self.copy,
            "failed": self.toggle_failed,
            "verified": self.verify,
            "edit": self.edit,
            "remove": self.remove,
        }
        acts[act]()

    @Slot()
    def call(self) -> None:
        """A call to the number in use is to be recorded."""
        card, phone = self._card.card, self._card.phone
        if card is not None and phone is not None:
            self.called.emit(CallTarget(card.key, card.unit, card.name, phone.number))

    def remember(self, undo: Undo, text: str) -> None:
        """Says what was done and keeps how to take it back."""
        self._undo = undo
        self.done.emit(text, True)  # noqa: FBT003 - Qt's own signature

    def undo(self) -> None:
        """Takes the last act back, once."""
        undo, self._undo = self._undo, None
        if undo is not None and perform(self._page, undo, bus=self._bus) is not None:
            self.done.emit(self.tr("Taken back."), False)  # noqa: FBT003

    @Slot()
    def copy(self) -> None:
        """The number goes to the clipboard, digits only."""
        phone = self._card.phone
        if phone is not None:
            QGuiApplication.clipboard().setText(phone.number)
            self._bus.notice.emit(Notice(self.tr("Copied {number}").format(number=phone.shown)))

    @Slot()
    def toggle_failed(self) -> None:
        """The number does not work; or it does again."""
        phone, contacts, session = self._card.phone, self._contacts, self._session
        if phone is None or not phone.id:
            return
        number, failed = phone.id, not phone.failed

        def mark(value: bool) -> CarriesChanges:  # noqa: FBT001 - the mark itself
            return contacts.mark_failed(session.require(), number, failed=value)

        if perform(self._page, lambda: mark(failed), bus=self._bus) is not None:
            text = self.tr("{number} is to be verified") if failed else self.tr("{number} works")
            self.remember(lambda: mark(not failed), text.format(number=phone.shown))

    @Slot()
    def verify(self) -> None:
        """The number reaches whom it should."""
        phone, contacts, session = self._card.phone, self._contacts, self._session
        if phone is None or not phone.id:
            return
        number = phone.id
        done = perform(
            self._page,
            lambda: contacts.mark_verified(session.require(), number),
            bus=self._bus,
        )
        if done is not None:
            self.remember(
                lambda: contacts.mark_failed(session.require(), number, failed=phone.failed),
                self.tr("{number} verified").format(number=phone.shown),
            )

    @Slot()
    def remove(self) -> None:
        """Takes the contact out of the directory."""
        card, contacts, session = self._card.card, self._contacts, self._session
        if card is None or card.id is None:
            return
        number = card.id
        done = perform(
            self._page,
            lambda: contacts.remove(session.require(), number, card.version),
            bus=self._bus,
        )
        if done is not None:
            name = card.name or card.unit
            self.remember(
                lambda: contacts.restore(session.require(), number),
                self.tr("{name} removed").format(name=name),
            )

    @Slot()
    def edit(self) -> None:
        """Opens the contact to be changed."""
        card = self._card.card
        if card is None or card.id is None:
            return
        self._before = self._contacts.fields(card.id)
        self._open(card.id, card.version).open()

    def new(self, text: str, group: str) -> None:
        """Opens a new contact, begun with what was typed."""
        self._before = None
        dialog = self._open(None, 0)
        dialog.suggest(text, group)
        dialog.open()

    @Slot()
    def open_import(self) -> None:
        """Opens the preview of a list; what it wrote can be taken back as one step."""
        preview = ImportPreview(
            ContactsImport(self._contacts),
            session=self._session,
            bus=self._bus,
            tasks=self._tasks,
            parent=self._page,
        )
        preview.applied.connect(self._on_imported)
        preview.open()

    @Slot(str)
    def _on_imported(self, text: str) -> None:
        contacts, session = self._contacts, self._session
        self.remember(lambda: contacts.undo_import(session.require()), text)

    def _open(self, contact_id: int | None, version: int) -> ContactDialog:
        dialog = ContactDialog(
            contacts=self._contacts,
            session=self._session,
            bus=self._bus,
            parent=self._page,
            contact_id=contact_id,
            version=version,
        )
        dialog.saved.connect(self._on_saved)
        return dialog

    @Slot(int)
    def _on_saved(self, contact_id: int) -> None:
        """Says so, and keeps the way back: the former fields, or removing what is new."""
        contacts, session, before = self._contacts, self._session, self._before
        card = contacts.card(f"c{contact_id}")
        name = card.name or card.unit
        if before is None:
            self.remember(
                lambda: contacts.remove(session.require(), contact_id, card.version),
                self.tr("{name} added").format(name=name),
            )
        else:
            self.remember(
                lambda: contacts.edit(session.require(), contact_id, card.version, before),
                self.tr("{name} changed").format(name=name),
            )
        self.saved.emit(contact_id)
