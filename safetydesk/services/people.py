"""Use cases of people: who they are, and signing in with a PIN.

PINs are kept as Argon2id (19 MiB, two passes: the OWASP minimum, about 80 ms). Five failures lock
the person for five minutes; the count is stored, so neither a restart nor a clock step resets it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission, Role, system
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.people import Person, check_pin
from safetydesk.domain.plain_words import plainly
from safetydesk.services.log_writing import append_entry
from safetydesk.services.pin_check import PinCheck, hash_pin
from safetydesk.services.readings import typed_sounds

if TYPE_CHECKING:
    from safetydesk.services.transaction import Act, Outcome, Transactions


@dataclass(frozen=True)
class NewPerson:
    """What is needed to add somebody."""

    number: str
    name: str
    posts: tuple[str, ...]
    roles: frozenset[Role]
    gender: str = ""
    section: str = ""
    title: str = ""
    mobile: str = ""
    short_number: str = ""


class PeopleService:
    """The people of the office."""

    def __init__(self, transactions: Transactions, *, desk: str) -> None:
        self._transactions = transactions
        self._desk = desk
        self._pins = PinCheck(transactions)

    def all(self) -> list[Person]:
        """Everybody active, by number."""
        with self._transactions.read() as uow:
            return uow.people.all()

    def get(self, person_id: int) -> Person:
        """One person.

        Raises:
            NotFound: nobody has the id.
        """
        with self._transactions.read() as uow:
            return uow.people.get(person_id)

    def named(self, name: str) -> Person:
        """The person of a name.

        Raises:
            RuleViolation: nobody, or more than one, has the name.
        """
        with self._transactions.read() as uow:
            found = [person for person in uow.people.named(name) if person.active]
        if len(found) != 1:
            raise RuleViolation(
                "people.name_not_unique" if found else "people.no_such_name", name=name
            )
        return found[0]

    def actor(self, person_id: int) -> Actor:
        """Somebody acting at this desk (after signing in)."""
        person = self.get(person_id)
        return Actor(person.id, person.name, person.roles, self._desk)

    def system(self) -> Actor:
        """The program itself, at this desk."""
        return system(self._desk)

    def add(self, actor: Actor, new: NewPerson, pin: str) -> Outcome[int]:
        """A new person with a first PIN.

        Raises:
            RuleViolation: the PIN is too weak, or somebody has the number already.
        """
        check_pin(pin)
        return self.add_hashed(actor, new, hash_pin(pin))

    def add_hashed(self, actor: Actor, new: NewPerson, pin_hash: str) -> Outcome[int]:
        """The same with a PIN hashed already (many people who share a first PIN).

        Raises:
            RuleViolation: somebody has the number already.
        """
        with self._transactions.act(actor, Permission.PEOPLE_EDIT) as act:
            person_id = add_person(act, new, pin_hash)
        return act.outcome(person_id)

    def give_pin(self, actor: Actor, person_id: int, pin: str) -> Outcome[None]:
        """The first PIN of somebody who has none, or a new one of somebody who forgot it.

        A new one lets the supervisor sign as that person until it is changed, so the log says it:
        whoever is named there sees it, and so does everybody who reads the shift.

        Raises:
            AccessDenied: not a supervisor.
            RuleViolation: the PIN is too weak, or it is the supervisor's own (``change_pin``).
        """
        check_pin(pin)
        with self._transactions.act(actor, Permission.PEOPLE_EDIT) as act:
            forgotten = bool(act.uow.people.pin_state(person_id, lock=True).pin_hash)
            if forgotten and person_id == actor.person_id:
                raise RuleViolation("pin.own")
            act.uow.people.put_pin(person_id, hash_pin(pin))
            if forgotten:
                words = f"{actor.name}为{act.uow.people.get(person_id).name}重设口令"
                append_entry(act, EntryDraft(EntryKind.STAFF_CHANGE, words))
                act.touch(Topic.LOG)
            act.audit(
                f"people.{'pin_again' if forgotten else 'first_pin'}", Topic.PEOPLE, person_id
            )
        return act.outcome(None)

    def change_pin(self, person_id: int, old: str, new: str) -> Outcome[None]:
        """A new PIN, proven by the old one.

        Raises:
            RuleViolation: the old PIN is wrong or the new one too weak.
        """
        check_pin(new)
        actor = self.verify_pin(person_id, old)
        with self._transactions.act(actor, Permission.READ) as act:
            act.uow.people.put_pin(person_id, hash_pin(new))
            act.audit("people.pin", Topic.PEOPLE, person_id)
        return act.outcome(None)

    def sign_in(self, person_id: int, pin: str) -> Outcome[Actor]:
        """Somebody takes the desk at this computer; audited.

        Raises:
            RuleViolation: the PIN is wrong or locked.
        """
        actor = self.verify_pin(person_id, pin)
        with self._transactions.act(actor, Permission.READ) as act:
            act.audit("people.sign_in", Topic.PEOPLE, person_id)
        return act.outcome(actor)

    def verify_pin(self, person_id: int, pin: str) -> Actor:
        """The person, acting, when the PIN is right; for signing in and for every signature.

        Raises:
            RuleViolation: ``people.inactive``, ``pin.none``, ``pin.wrong`` with the tries left, or
                ``pin.locked`` until an instant.
        """
        self._pins.check(self.system(), person_id, pin)
        return self.actor(person_id)


def add_person(act: Act, new: NewPerson, pin_hash: str) -> int:
    """Adds a person inside a use case; returns the id.

    Raises:
        RuleViolation: somebody has the number already.
    """
    new = plainly(new)
    if act.uow.people.has_number(new.number):
        raise RuleViolation("people.number_taken", number=new.number)
    person_id = act.uow.people.add(
        {
            "number": new.number,
            "name": new.name,
            "gender": new.gender,
            "section": new.section,
            "title": new.title,
            "mobile": new.mobile,
            "short_number": new.short_number,
            "posts": list(new.posts),
            "roles": sorted(role.value for role in new.roles),
            "sounds": typed_sounds(new.name)[:200],
            "pin_hash": pin_hash,
        }
    )
    act.audit("people.add", Topic.PEOPLE, person_id, after={"name": new.name})
    return person_id
