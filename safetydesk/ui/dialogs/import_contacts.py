"""How a contact list is read for the import preview and put into the directory."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from safetydesk.domain.phone_wording import written_number
from safetydesk.ui.dialogs.import_source import ImportReading, ReadRow, fingerprint, in_order

if TYPE_CHECKING:
    from safetydesk.domain.access import Actor
    from safetydesk.domain.contact_sheet import ContactDraft
    from safetydesk.services.contacts import ContactService
    from safetydesk.ui.perform import CarriesChanges


@dataclass(frozen=True)
class _Payload:
    drafts: tuple[ContactDraft, ...]
    file_name: str
    sha256: str


class ContactsImport(QObject):
    """An ``ImportSource`` for contact lists and vCards."""

    suffixes = ("*.xlsx", "*.xls", "*.csv", "*.vcf", "*.docx")

    def __init__(self, contacts: ContactService) -> None:
        super().__init__()
        self._contacts = contacts

    @property
    def title(self) -> str:
        """The head of the window."""
        return self.tr("Import contacts")

    @property
    def purpose(self) -> str:
        """What the window is for."""
        return self.tr(
            "A list as the office keeps it: a table with names, units and numbers, or a phone's"
            " export. Nothing is written before you import.",
        )

    def read(self, path: Path) -> ImportReading:
        """Reads the list and compares it with the directory.

        Raises:
            BadInput: the file cannot be read, or is no contact list.
        """
        from safetydesk.exchange import sandbox
        from safetydesk.exchange.contact_reader import read_contact_book

        sha256 = fingerprint(path)
        book = sandbox.read_book(path)
        reading = read_contact_book(book)
        forecast = self._contacts.forecast(reading.contacts)
        people = sum(1 for draft in reading.contacts if draft.name)
        summary = self.tr("{people} people, {units} units’ own entries")
        told = self.tr("{added} new, {merged} merged with known ones")
        return ImportReading(
            book=book,
            summary=summary.format(people=people, units=len(reading.contacts) - people),
            titles=(
                self.tr("Name"),
                self.tr("Unit"),
                self.tr("Numbers"),
                self.tr("Post"),
            ),
            rows=tuple(_row(draft) for draft in reading.contacts),
            findings=in_order((*reading.rejected, *reading.findings)),
            ready=forecast.added + forecast.merged,
            consequence=told.format(added=forecast.added, merged=forecast.merged),
            payload=_Payload(reading.contacts, path.name, sha256),
        )

    def apply(self, actor: Actor, reading: ImportReading) -> CarriesChanges:
        """Adds and merges, as one step."""
        given = cast("_Payload", reading.payload)
        return self._contacts.apply(
            actor, given.drafts, file_name=given.file_name, sha256=given.sha256
        )

    def done(self, reading: ImportReading) -> str:
        """What to say when it is stored."""
        given = cast("_Payload", reading.payload)
        text = self.tr("Imported {file}: {what}")
        return text.format(file=given.file_name, what=reading.consequence)


def _row(draft: ContactDraft) -> ReadRow:
    numbers = "、".join(written_number(phone.number, phone.ext) for phone in draft.phones)
    post = "，".join(part for part in (draft.title, draft.role) if part)
    return ReadRow(draft.source, (draft.name or "—", draft.unit, numbers, post))
