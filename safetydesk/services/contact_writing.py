"""How a contact becomes a row with its readings, and a row can be searched again."""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING, Any

from safetydesk.domain.contact_search import ContactEntry, SpokenText
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.person_names import plain_name, plain_unit
from safetydesk.domain.phone_numbers import PhoneKind, PhoneNumber, kind_of
from safetydesk.domain.phone_wording import written_number
from safetydesk.services.readings import (
    contact_entry,
    speak,
    speak_name,
    texts_of,
    unit_texts,
)
from safetydesk.services.views_contacts import ContactFields, ContactLine
from safetydesk.storage.stores.contacts import StoredPhone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safetydesk.domain.people import Person
    from safetydesk.storage.stores.contacts import StoredContact

Json = dict[str, Any]


def check_fields(fields: ContactFields) -> None:
    """Refuses a contact that could not be called or found.

    Raises:
        RuleViolation: neither name nor unit, no number, or a number that cannot be dialled.
    """
    if not (plain_name(fields.name) or plain_unit(fields.unit)):
        raise RuleViolation("contacts.no_name")
    if not fields.phones:
        raise RuleViolation("contacts.no_phone")
    for phone in fields.phones:
        if kind_of(phone.number) is None:
            raise RuleViolation("contacts.bad_phone", number=phone.number)


def row_values(fields: ContactFields) -> Json:
    """The columns of a contact, the name's reading worked out (not its numbers and groups)."""
    name, unit = plain_name(fields.name), fields.unit.strip()
    return {
        "name": name,
        "unit": unit,
        "department": fields.department.strip(),
        "title": fields.title.strip(),
        "role": fields.role.strip(),
        "note": fields.note.strip(),
        "address": fields.address.strip(),
        "email": fields.email.strip(),
        "verified_on": fields.verified_on,
        # a unit's own entry goes by the unit's name
        "readings": {"name": _to_json(speak_name(name) if name else speak(unit))},
    }


def stored_phones(
    phones: Iterable[PhoneNumber], before: Iterable[StoredPhone] = ()
) -> list[StoredPhone]:
    """The numbers to store; those known before keep what is known of them."""
    known = {(phone.number, phone.extension): phone for phone in before}
    made: dict[tuple[str, str], StoredPhone] = {}
    for phone in phones:
        old = known.get((phone.number, phone.ext), StoredPhone(phone.number))
        made.setdefault(
            (phone.number, phone.ext),
            StoredPhone(
                phone.number, phone.ext, phone.kind.value, phone.label, old.failed, old.verified_on
            ),
        )
    return list(made.values())


def fields_of(contact: StoredContact) -> ContactFields:
    """A stored contact as an editor has it."""
    return ContactFields(
        name=contact.name,
        unit=contact.unit,
        department=contact.department,
        title=contact.title,
        role=contact.role,
        note=contact.note,
        address=contact.address,
        email=contact.email,
        groups=contact.groups,
        phones=tuple(
            PhoneNumber(phone.number, phone.extension, PhoneKind(phone.kind), phone.label)
            for phone in contact.phones
        ),
        verified_on=contact.verified_on,
    )


def key_of(contact: StoredContact) -> str:
    """The key under which screens know a contact."""
    return f"c{contact.id}"


def entry_of(contact: StoredContact) -> ContactEntry:
    """A stored contact ready to be ranked; contacts of one unit share its texts.

    The name's reading is as it was stored; unit, post and groups are read as they stand now.
    """
    return ContactEntry(
        key=key_of(contact),
        name=_from_json(contact.readings["name"]),
        units=unit_texts(contact.unit),
        posts=texts_of(_posts(contact)),
        groups=texts_of(contact.groups),
        phones=tuple(phone.number for phone in contact.phones),
        extensions=tuple(phone.extension for phone in contact.phones if phone.extension),
    )


def entry_of_person(person: Person, unit: str) -> ContactEntry:
    """Somebody of the office ready to be ranked."""
    return contact_entry(
        f"p{person.id}",
        name=person.name,
        unit=unit,
        post=" ".join(part for part in (person.section, person.title) if part),
        phones=[number for number in (person.mobile, person.short_number) if number],
    )


def line_of(contact: StoredContact) -> ContactLine:
    """A stored contact as a hit: the first number that works stands for all."""
    first = next((p for p in contact.phones if not p.failed), None)
    phone = first or next(iter(contact.phones), StoredPhone(""))
    title = contact.title or contact.department or ("" if contact.name else contact.note)
    return ContactLine(
        key=key_of(contact),
        name=contact.name,
        unit=intern(contact.unit),  # said of many, and kept in memory of everybody
        title=intern(title),
        role=intern(contact.role),
        number=phone.number,
        shown=written_number(phone.number, phone.extension),
        failed=phone.failed,
    )


def line_of_person(person: Person, unit: str, duty: str) -> ContactLine:
    """Somebody of the office as a hit."""
    return ContactLine(
        key=f"p{person.id}",
        name=person.name,
        unit=unit,
        title=person.title,
        role=person.section,
        number=person.mobile,
        shown=written_number(person.mobile),
        duty=duty,
    )


def _posts(fields: ContactFields | StoredContact) -> tuple[str, ...]:
    parts = (fields.title.strip(), fields.role.strip(), fields.department.strip())
    return tuple(dict.fromkeys(part for part in parts if part))


def _to_json(text: SpokenText) -> list[Any]:
    return [text.text, list(text.tokens), [list(reading) for reading in text.readings]]


def _from_json(told: list[Any]) -> SpokenText:
    text, tokens, readings = told
    return SpokenText.of(str(text), tokens, readings)
