"""How one contact is laid out whole: numbers, stand-ins of the unit, verification, history."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from safetydesk.domain.phone_numbers import PhoneKind
from safetydesk.domain.phone_wording import written_number
from safetydesk.services.contact_writing import key_of, line_of
from safetydesk.services.views_contacts import ContactCard, ContactEvent, PhoneView

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from safetydesk.domain.people import Person
    from safetydesk.services.views_contacts import ContactLine
    from safetydesk.services.views_duty import OnDutyView
    from safetydesk.storage.stores.contacts import StoredContact

_MOST_OTHERS, _MOST_EVENTS = 6, 5
_ROLE_ORDER = ("值班室", "联络员", "分管", "主要负责人")


def card_of(
    contact: StoredContact,
    of_unit: Iterable[StoredContact],
    history: Sequence[ContactEvent],
    *,
    verified_since: date,
) -> ContactCard:
    """The card of a stored contact; ``of_unit`` is everybody of its unit."""
    verified = contact.verified_on
    stale = verified is None or verified < verified_since
    return ContactCard(
        key=key_of(contact),
        id=contact.id,
        version=contact.version,
        name=contact.name,
        unit=contact.unit,
        department=contact.department,
        title=contact.title,
        role=contact.role,
        note=contact.note,
        address=contact.address,
        email=contact.email,
        groups=contact.groups,
        phones=_phones(contact),
        verified_on=verified,
        stale=stale or any(phone.failed for phone in contact.phones),
        others=_others(contact, of_unit),
        history=tuple(history),
    )


def card_of_person(person: Person, unit: str, duty: OnDutyView | None) -> ContactCard:
    """The card of somebody of the office."""
    numbers = ((PhoneKind.MOBILE, person.mobile), (PhoneKind.SHORT, person.short_number))
    return ContactCard(
        key=f"p{person.id}",
        id=None,
        version=person.version,
        name=person.name,
        unit=unit,
        department=person.section,
        title=person.title,
        phones=tuple(
            PhoneView(0, kind.value, number, written_number(number))
            for kind, number in numbers
            if number
        ),
        duty=duty.label if duty else "",
        duty_until=duty.end if duty else None,
    )


def histories(rows: Iterable[dict[str, Any]]) -> tuple[ContactEvent, ...]:
    """The newest acts on a contact, newest first."""
    events = [
        ContactEvent(row["at"], row["actor_name"], str(row["action"]).rpartition(".")[2])
        for row in rows
    ]
    return tuple(reversed(events[-_MOST_EVENTS:]))


def _phones(contact: StoredContact) -> tuple[PhoneView, ...]:
    """The numbers; one that was never tried by itself was verified with its contact."""
    return tuple(
        PhoneView(
            id=phone.id,
            kind=phone.kind,
            number=phone.number,
            shown=written_number(phone.number, phone.extension),
            extension=phone.extension,
            label=phone.label,
            failed=phone.failed,
            verified_on=phone.verified_on or (None if phone.failed else contact.verified_on),
        )
        for phone in contact.phones
    )


def _others(contact: StoredContact, of_unit: Iterable[StoredContact]) -> tuple[ContactLine, ...]:
    """Whom to call instead: the unit's duty room, the liaison, then upwards."""

    def order(line: ContactLine) -> int:
        words = (line.role or line.title) if line.name else "值班室"
        known = (place for place, word in enumerate(_ROLE_ORDER) if word in words)
        return next(known, len(_ROLE_ORDER))

    lines = [line_of(other) for other in of_unit if other.id != contact.id and other.phones]
    return tuple(sorted(lines, key=order)[:_MOST_OTHERS])
