"""Use cases of people: who they are, and signing in with a PIN.

PINs are kept as Argon2id (19 MiB, two passes: the OWASP minimum, about 80 ms). Five failures lock
the person for five minutes; the count is stored, so neither a restart nor a clock step resets it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission, Role, system
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.people import PIN_LOCK, PIN_TRIES, Person, PinState, check_pin
from safetydesk.services.readings import typed_sounds

if TYPE_CHECKING:
    from argon2 import PasswordHasher

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
            RuleViolation: ``pin.wrong`` with the tries left, or ``pin.locked`` until an instant.
        """
        with self._transactions.read() as uow:
            state = uow.people.pin_state(person_id)
        now = self._transactions.clock.now()
        if state.locked_until is not None and now < state.locked_until:
            raise RuleViolation("pin.locked", until=state.locked_until)
        if not _matches(state.pin_hash, pin):
            raise self._failed(state, now)
        if state.failures:
            self._note(person_id, 0, None, "people.pin_right")
        return self.actor(person_id)

    def _failed(self, state: PinState, now: datetime) -> RuleViolation:
        """Counts a wrong PIN and says what it costs."""
        failures = state.failures + 1
        if failures >= PIN_TRIES:
            self._note(state.person_id, 0, now + PIN_LOCK, "people.pin_locked")
            return RuleViolation("pin.locked", until=now + PIN_LOCK)
        self._note(state.person_id, failures, None, "people.pin_wrong")
        return RuleViolation("pin.wrong", left=PIN_TRIES - failures)

    def _note(self, person_id: int, failures: int, until: datetime | None, action: str) -> None:
        """Keeps the count of failures, audited."""
        with self._transactions.act(self.system(), Permission.READ) as act:
            act.uow.people.put_pin_failures(person_id, failures, until)
            act.audit(action, Topic.PEOPLE, person_id)


def add_person(act: Act, new: NewPerson, pin_hash: str) -> int:
    """Adds a person inside a use case; returns the id.

    Raises:
        RuleViolation: somebody has the number already.
    """
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


def hash_pin(pin: str) -> str:
    """The PIN as it is stored."""
    return _hasher().hash(pin)


def _matches(pin_hash: str, pin: str) -> bool:
    """Whether the PIN is the one that was hashed."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher().verify(pin_hash, pin)
    except (VerificationError, InvalidHashError):
        return False


def _hasher() -> PasswordHasher:
    """Argon2id with the program's cost."""
    from argon2 import PasswordHasher  # only when somebody signs

    return PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
