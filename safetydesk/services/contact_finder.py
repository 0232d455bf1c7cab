"""Who comes into question for a few typed characters: stored contacts and the office's people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from safetydesk.domain.contact_keys import narrowing
from safetydesk.services.contact_writing import (
    entry_of,
    entry_of_person,
    line_of,
    line_of_person,
)
from safetydesk.services.views_contacts import SpecialGroup

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from safetydesk.domain.contact_search import ContactEntry
    from safetydesk.domain.people import Person
    from safetydesk.services.views_contacts import ContactLine
    from safetydesk.services.views_duty import OnDutyView
    from safetydesk.storage.unit_of_work import UnitOfWork

_PERSON, _CONTACT = "p", "c"
_OWN_GROUPS = frozenset({"", SpecialGroup.OFFICE, SpecialGroup.ON_DUTY})
_ONLY_OWN = frozenset({SpecialGroup.OFFICE, SpecialGroup.ON_DUTY})


class ContactFinder:
    """Keeps what was read once ready to be ranked; a row's version tells when to read it again."""

    def __init__(self) -> None:
        self._entries: dict[str, tuple[int, ContactEntry]] = {}

    def entries(
        self,
        uow: UnitOfWork,
        query: str,
        group: str,
        duty: Mapping[int, OnDutyView],
        verified_since: date,
    ) -> list[ContactEntry]:
        """Everybody of the group who may fit the query; the office's people first."""
        own = self._own(uow, duty, group) if group in _OWN_GROUPS else []
        if group in _ONLY_OWN:
            return own
        if group == SpecialGroup.TO_VERIFY:
            ids = uow.contacts.unverified(verified_since)
        else:
            ids = uow.contacts.candidates(narrowing(query), group)
        return [*own, *self._stored(uow, ids)]

    def _own(
        self, uow: UnitOfWork, duty: Mapping[int, OnDutyView], group: str
    ) -> list[ContactEntry]:
        """The people of the office, or those on duty."""
        unit = uow.office.facts().short_name
        return [
            replace(self._of_person(person, unit), on_duty=person.id in duty)
            for person in uow.people.all()
            if group != SpecialGroup.ON_DUTY or person.id in duty
        ]

    def _of_person(self, person: Person, unit: str) -> ContactEntry:
        key = f"{_PERSON}{person.id}"
        kept = self._entries.get(key)
        if kept is None or kept[0] != person.version:
            kept = (person.version, entry_of_person(person, unit))
            self._entries[key] = kept
        return kept[1]

    def _stored(self, uow: UnitOfWork, ids: Sequence[tuple[int, int]]) -> list[ContactEntry]:
        """The stored candidates; only those not seen in this version are read."""
        missing = [number for number, version in ids if self._version(number) != version]
        for contact in uow.contacts.load(missing):
            entry = entry_of(contact)
            self._entries[entry.key] = (contact.version, entry)
        return [self._entries[f"{_CONTACT}{number}"][1] for number, _ in ids]

    def _version(self, number: int) -> int:
        kept = self._entries.get(f"{_CONTACT}{number}")
        return kept[0] if kept else -1


def lines_of(
    uow: UnitOfWork, keys: Sequence[str], duty: Mapping[int, OnDutyView]
) -> tuple[ContactLine, ...]:
    """The hits as they are listed, in the order given."""
    office = uow.office.facts().short_name
    staff = {f"{_PERSON}{person.id}": person for person in uow.people.all()}
    stored = [id_of(key) for key in keys if not is_person(key)]
    lines = {line.key: line for line in map(line_of, uow.contacts.load(stored))}
    for key in keys:
        if key in staff:
            view = duty.get(staff[key].id)
            lines[key] = line_of_person(staff[key], office, post_label(view))
    return tuple(lines[key] for key in keys)


def id_of(key: str) -> int:
    """The row's id behind a key such as ``c12``."""
    return int(key[1:])


def is_person(key: str) -> bool:
    """Whether a key means somebody of the office."""
    return key.startswith(_PERSON)


def post_label(view: OnDutyView | None) -> str:
    """The post held now, empty off duty."""
    return view.label if view else ""
