"""Use cases of the contact directory: find, show, edit, mark numbers, import, undo."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.clock import whole_minute
from safetydesk.domain.contact_search import dialled_digits
from safetydesk.domain.errors import BadInput, NotFound, RuleViolation
from safetydesk.services.contact_cards import card_of, card_of_person, histories
from safetydesk.services.contact_finder import (
    ContactFinder,
    id_of,
    is_person,
    on_duty,
    post_label,
)
from safetydesk.services.contact_import import KIND, plan_import, undo_plan, write_plan
from safetydesk.services.contact_writing import (
    check_fields,
    fields_of,
    line_of,
    line_of_person,
    row_values,
    stored_phones,
)
from safetydesk.services.views_contacts import (
    ContactCard,
    ContactFields,
    ContactLine,
    Directory,
    GroupCount,
    ImportForecast,
    ImportUndone,
    SpecialGroup,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safetydesk.domain.contact_sheet import ContactDraft
    from safetydesk.services.transaction import Outcome, Transactions
    from safetydesk.services.views_duty import OnDutyView
    from safetydesk.storage.unit_of_work import UnitOfWork

VERIFY_DAYS = range(7, 731)
"""The days for which a verification may be set to hold."""
_FEWEST_MATCHED = 5
_LOCAL_LENGTH = 7


class ContactService:
    """The directory, with the people of the office beside it (they are edited elsewhere)."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions
        self._finder = ContactFinder()

    def search(self, query: str, *, group: str = "", limit: int = 50) -> tuple[ContactLine, ...]:
        """The contacts that fit every word, best first; an empty query finds all of the group."""
        with self._transactions.read() as uow:
            now = self._transactions.clock.now()
            among = _among(uow, group, now)
            return self._finder.find(uow, query, limit, now, group=group, among=among)

    def prepare(self) -> None:
        """Reads the directory into memory, so that the first key typed does not wait for it."""
        with self._transactions.read() as uow:
            self._finder.prepare(uow, self._transactions.clock.now())

    def directory(self) -> Directory:
        """How many contacts there are, and the groups with theirs."""
        with self._transactions.read() as uow:
            office = uow.office.facts()
            staff = uow.people.all()
            people, units, contacts = uow.contacts.counts()
            stale = uow.contacts.count_unverified(
                _verified_since(uow, self._transactions.clock.now())
            )
            here = len(self._on_duty(uow))
            groups = [GroupCount(name, name, count) for name, count in uow.contacts.groups()]
        special = [
            GroupCount(SpecialGroup.OFFICE, office.short_name, len(staff), special=True),
            GroupCount(SpecialGroup.ON_DUTY, "", here, special=True),
            GroupCount(SpecialGroup.TO_VERIFY, "", stale, special=True),
        ]
        every = contacts + len(staff)
        return Directory(people + len(staff), units + 1, every, stale, (*groups, *special))

    def card(self, key: str) -> ContactCard:
        """One contact or one person of the office, whole.

        Raises:
            NotFound: no such contact.
        """
        with self._transactions.read() as uow:
            if is_person(key):
                person = uow.people.get(id_of(key))
                duty = self._on_duty(uow).get(person.id)
                return card_of_person(person, uow.office.facts().short_name, duty)
            contact = uow.contacts.get(id_of(key))
            if contact.removed:
                raise NotFound("contacts.unknown", id=contact.id)
            others = uow.contacts.of_units([contact.unit]) if contact.unit else []
            history = histories(uow.audit.of(Topic.CONTACTS.value, str(contact.id)))
            return card_of(
                contact,
                others,
                history,
                verified_since=_verified_since(uow, self._transactions.clock.now()),
            )

    def match_number(self, number: str, limit: int = 5) -> tuple[ContactLine, ...]:
        """Whose number it is, for a caller's number; without area code it is found too."""
        digits = dialled_digits(number)
        if len(digits) < _FEWEST_MATCHED:
            return ()
        with self._transactions.read() as uow:
            duty = self._on_duty(uow)
            office = uow.office.facts().short_name
            own = [
                line_of_person(person, office, post_label(duty.get(person.id)))
                for person in uow.people.all()
                if digits in {person.mobile, person.short_number}
            ]
            found = uow.contacts.with_number(digits, limit)
            if not found and digits.startswith("0"):
                found = uow.contacts.with_number(digits[-_LOCAL_LENGTH:], limit)
            whole = [c for c in found if any(p.number == digits for p in c.phones)]
            return (*own, *(line_of(contact) for contact in whole or found))[:limit]

    def fields(self, contact_id: int) -> ContactFields:
        """A contact as an editor has it.

        Raises:
            NotFound: no such contact.
        """
        with self._transactions.read() as uow:
            return fields_of(uow.contacts.get(contact_id))

    def add(self, actor: Actor, fields: ContactFields) -> Outcome[int]:
        """A new contact; returns its id.

        Raises:
            RuleViolation: neither name nor unit, or no number that can be dialled.
        """
        check_fields(fields)
        with self._transactions.act(actor, Permission.CONTACTS_EDIT) as act:
            values = {**row_values(fields), "import_id": None}
            contact_id = act.uow.contacts.add(values, stored_phones(fields.phones), fields.groups)
            after = {"name": fields.name, "unit": fields.unit}
            act.audit("contacts.add", Topic.CONTACTS, contact_id, after=after)
        return act.outcome(contact_id)

    def edit(
        self, actor: Actor, contact_id: int, version: int, fields: ContactFields
    ) -> Outcome[int]:
        """Changes a contact that is still as the editor saw it; returns the new version.

        Raises:
            StaleVersion: somebody else saved first.
            RuleViolation: neither name nor unit, or no number that can be dialled.
        """
        check_fields(fields)
        with self._transactions.act(actor, Permission.CONTACTS_EDIT) as act:
            before = act.uow.contacts.get(contact_id)
            new = act.uow.contacts.put(
                contact_id,
                version,
                row_values(fields),
                stored_phones(fields.phones, before.phones),
                fields.groups,
            )
            act.audit("contacts.edit", Topic.CONTACTS, contact_id, before={"name": before.name})
        return act.outcome(new)

    def remove(self, actor: Actor, contact_id: int, version: int) -> Outcome[None]:
        """Takes a contact out of the directory; ``restore`` brings it back.

        Raises:
            StaleVersion: somebody else saved first.
        """
        return self._set_removed(actor, contact_id, version, removed=True)

    def restore(self, actor: Actor, contact_id: int) -> Outcome[None]:
        """Brings a removed contact back."""
        with self._transactions.read() as uow:
            version = uow.contacts.get(contact_id).version
        return self._set_removed(actor, contact_id, version, removed=False)

    def mark_failed(self, actor: Actor, phone_id: int, *, failed: bool = True) -> Outcome[None]:
        """空号、停机、换人: the number is to be verified; ``failed=False`` takes that back."""
        action = "contacts.failed" if failed else "contacts.working"
        with self._transactions.act(actor, Permission.CONTACTS_EDIT) as act:
            contact_id, before = act.uow.contacts.put_phone(
                phone_id, failed=failed, verified_on=None
            )
            act.audit(action, Topic.CONTACTS, contact_id, after={"number": before.number})
        return act.outcome(None)

    def mark_verified(self, actor: Actor, phone_id: int) -> Outcome[None]:
        """The number was tried today and reaches whom it should."""
        with self._transactions.act(actor, Permission.CONTACTS_EDIT) as act:
            today = _local_day(act.now, act.uow)
            contact_id, before = act.uow.contacts.put_phone(
                phone_id, failed=False, verified_on=today
            )
            act.uow.contacts.put_verified(contact_id, today)
            after = {"number": before.number}
            act.audit("contacts.verified", Topic.CONTACTS, contact_id, after=after)
        return act.outcome(None)

    def verify_days(self) -> int:
        """For how many days a number that was tried counts as verified."""
        with self._transactions.read() as uow:
            return uow.office.facts().verify_days

    def set_verify_days(self, actor: Actor, days: int) -> Outcome[None]:
        """Sets for how many days a verification holds; the list and the reminder follow.

        Raises:
            AccessDenied: not a supervisor.
            BadInput: not between a week and two years.
        """
        if days not in VERIFY_DAYS:
            expected = f"{VERIFY_DAYS[0]}–{VERIFY_DAYS[-1]}"
            raise BadInput("contacts.verify_days", where="days", expected=expected)
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as act:
            before = {"verify_days": act.uow.office.facts().verify_days}
            act.uow.office.put_verify_days(days)
            after = {"verify_days": days}
            act.audit("contacts.verify_days", Topic.OFFICE, before=before, after=after)
            act.touch(Topic.CONTACTS)
            act.touch(Topic.REMINDERS)
        return act.outcome(None)

    def forecast(self, drafts: Sequence[ContactDraft]) -> ImportForecast:
        """What applying an import would do; nothing is stored."""
        with self._transactions.read() as uow:
            plan = plan_import(uow, drafts)
        return ImportForecast(len(plan.added), len(plan.merged))

    def apply(
        self, actor: Actor, drafts: Sequence[ContactDraft], *, file_name: str, sha256: str
    ) -> Outcome[ImportForecast]:
        """Adds the contacts of a list and merges the known ones; undone as one step.

        Raises:
            RuleViolation: the list says nothing new.
        """
        with self._transactions.act(actor, Permission.CONTACTS_EDIT) as act:
            plan = plan_import(act.uow, drafts)
            if not plan.added and not plan.merged:
                raise RuleViolation("contacts.nothing_new", file=file_name)
            import_id = act.uow.imports.add(
                {
                    "kind": KIND,
                    "file_name": file_name,
                    "sha256": sha256,
                    "applied_at": act.now,
                    "applied_by": actor.person_id,
                    "summary": {},
                }
            )
            undo = write_plan(act, plan, import_id)
            done = ImportForecast(len(plan.added), len(plan.merged))
            act.uow.imports.put_summary(import_id, {"added": done.added, "merged": undo})
            act.audit("contacts.import", Topic.CONTACTS, after={"file": file_name})
        return act.outcome(done)

    def undo_import(self, actor: Actor) -> Outcome[ImportUndone]:
        """Takes the newest import back as one step; what was changed by hand since stays.

        Raises:
            RuleViolation: there is nothing to undo.
        """
        with self._transactions.act(actor, Permission.CONTACTS_EDIT) as act:
            latest = act.uow.imports.latest(KIND)
            if latest is None:
                raise RuleViolation("imports.nothing_to_undo")
            import_id, file_name = latest
            merged = act.uow.imports.summary(import_id).get("merged", [])
            done = undo_plan(act, import_id, file_name, merged)
            act.uow.imports.mark_undone(import_id, act.now)
            act.audit("contacts.undo_import", Topic.CONTACTS, after={"file": file_name})
        return act.outcome(done)

    def _set_removed(
        self, actor: Actor, contact_id: int, version: int, *, removed: bool
    ) -> Outcome[None]:
        action = "contacts.remove" if removed else "contacts.restore"
        with self._transactions.act(actor, Permission.CONTACTS_EDIT) as act:
            act.uow.contacts.put_removed(contact_id, version, removed=removed)
            act.audit(action, Topic.CONTACTS, contact_id)
        return act.outcome(None)

    def _on_duty(self, uow: UnitOfWork) -> dict[int, OnDutyView]:
        """Who is planned for now, each once, by the first post."""
        return on_duty(uow, whole_minute(self._transactions.clock.now()))


def _among(uow: UnitOfWork, group: str, now: datetime) -> list[int] | None:
    """The stored contacts of a group; None where it is not made of stored ones, or of all."""
    if group == SpecialGroup.TO_VERIFY:
        return uow.contacts.unverified(_verified_since(uow, now))
    return uow.contacts.listed(group) if group and group not in tuple(SpecialGroup) else None


def _verified_since(uow: UnitOfWork, now: datetime) -> date:
    """The day from which a verification still holds."""
    return _local_day(now, uow) - timedelta(days=uow.office.facts().verify_days)


def _local_day(now: datetime, uow: UnitOfWork) -> date:
    """The calendar day of the office at an instant."""
    return now.astimezone(uow.office.facts().zoneinfo).date()
