"""How an imported list meets the directory: new contacts, merged ones, and the way back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from safetydesk.domain.person_names import plain_name
from safetydesk.domain.phone_numbers import PhoneKind, PhoneNumber
from safetydesk.services.contact_writing import fields_of, row_values, stored_phones
from safetydesk.services.views_contacts import ContactFields, ImportUndone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from safetydesk.domain.contact_sheet import ContactDraft
    from safetydesk.services.transaction import Act
    from safetydesk.storage.stores.contacts import StoredContact
    from safetydesk.storage.unit_of_work import UnitOfWork

KIND = "contacts"
_TEXTS = ("department", "title", "role", "note", "address", "email")


@dataclass(frozen=True)
class Plan:
    """What an import comes to: contacts to add, and known ones with what they become."""

    added: tuple[ContactFields, ...]
    merged: tuple[tuple[StoredContact, ContactFields], ...]
    unchanged: int = 0


def fields_of_draft(draft: ContactDraft) -> ContactFields:
    """A draft of a sheet as the directory takes it."""
    return ContactFields(
        name=plain_name(draft.name or ""),
        unit=draft.unit.strip(),
        department=draft.department,
        title=draft.title,
        role=draft.role,
        note=draft.note,
        address=draft.address,
        email=draft.email,
        groups=(draft.group.strip(),) if draft.group.strip() else (),
        phones=draft.phones,
    )


def plan_import(uow: UnitOfWork, drafts: Sequence[ContactDraft]) -> Plan:
    """Who is new, and who is known by name, unit and at least one number."""
    fields = [fields_of_draft(draft) for draft in drafts]
    units = sorted({item.unit for item in fields})
    known: dict[tuple[str, str], list[StoredContact]] = {}
    for contact in uow.contacts.of_units(units):
        known.setdefault((contact.name, contact.unit), []).append(contact)
    added: list[ContactFields] = []
    merged: dict[int, tuple[StoredContact, ContactFields]] = {}
    unchanged = 0
    for item in fields:
        same = _same(item, known.get((item.name, item.unit), []))
        if same is None:
            added.append(item)
            continue
        before = merged[same.id][1] if same.id in merged else fields_of(same)
        after = _merged(before, item)
        if after == before:
            unchanged += 1
        else:
            merged[same.id] = (same, after)
    return Plan(tuple(added), tuple(merged.values()), unchanged)


def write_plan(act: Act, plan: Plan, import_id: int) -> list[dict[str, Any]]:
    """Stores a plan; returns what is needed to undo the merging."""
    undo: list[dict[str, Any]] = []
    for before, after in plan.merged:
        version = act.uow.contacts.put(
            before.id,
            before.version,
            row_values(after),
            stored_phones(after.phones, before.phones),
            after.groups,
        )
        undo.append({"id": before.id, "version": version, "before": _to_json(fields_of(before))})
    act.uow.contacts.add_many(
        [
            (
                {**row_values(fields), "import_id": import_id},
                stored_phones(fields.phones),
                fields.groups,
            )
            for fields in plan.added
        ]
    )
    return undo


def undo_plan(
    act: Act, import_id: int, file_name: str, merged: Iterable[dict[str, Any]]
) -> ImportUndone:
    """Takes back what one import did, but for contacts that were changed by hand since."""
    removed = restored = kept = 0
    for contact_id, version in act.uow.contacts.of_import(import_id):
        if version == 1:
            act.uow.contacts.put_removed(contact_id, version, removed=True)
            removed += 1
        else:
            kept += 1
    for note in merged:
        now = act.uow.contacts.get(int(note["id"]))
        if now.version != note["version"]:
            kept += 1
            continue
        before = _from_json(note["before"])
        act.uow.contacts.put(
            now.id,
            now.version,
            row_values(before),
            stored_phones(before.phones, now.phones),
            before.groups,
        )
        restored += 1
    return ImportUndone(file_name, removed, restored, kept)


def _same(fields: ContactFields, known: list[StoredContact]) -> StoredContact | None:
    """The contact of this name and unit that shares a number, or where the list gives none."""
    numbers = {phone.number for phone in fields.phones}
    return next(
        (one for one in known if not numbers or numbers & {phone.number for phone in one.phones}),
        None,
    )


def _merged(before: ContactFields, more: ContactFields) -> ContactFields:
    """The contact with what the list adds: further numbers and groups, and fields still empty."""
    numbers = {(phone.number, phone.ext) for phone in before.phones}
    further = tuple(p for p in more.phones if (p.number, p.ext) not in numbers)
    texts = {name: getattr(before, name) or getattr(more, name) for name in _TEXTS}
    groups = tuple(sorted({*before.groups, *more.groups}))
    return replace(before, phones=(*before.phones, *further), groups=groups, **texts)


def _to_json(fields: ContactFields) -> dict[str, Any]:
    """Fields for the note of an import."""
    texts = {name: getattr(fields, name) for name in ("name", "unit", *_TEXTS)}
    phones = [[p.number, p.ext, p.kind.value, p.label] for p in fields.phones]
    verified = fields.verified_on.isoformat() if fields.verified_on else None
    return {**texts, "groups": list(fields.groups), "phones": phones, "verified_on": verified}


def _from_json(told: dict[str, Any]) -> ContactFields:
    phones = tuple(
        PhoneNumber(number, ext, PhoneKind(kind), label)
        for number, ext, kind, label in told["phones"]
    )
    verified = told["verified_on"]
    return ContactFields(
        **{name: told[name] for name in ("name", "unit", *_TEXTS)},
        groups=tuple(told["groups"]),
        phones=phones,
        verified_on=date.fromisoformat(verified) if verified else None,
    )
