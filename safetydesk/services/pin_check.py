"""How a PIN is tried: one at a time, counted before it is answered, locked after five failures.

State and count are read and written in one transaction under the writer's lock, so that many tries
at once are no more tries than one after the other. The lock lasts its time by the monotonic clock
as well where this process set it: neither putting the wall clock on nor back shortens or draws it
out. After a restart the stored instant counts, at most a whole lock from now on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.access import Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.people import PIN_LOCK, PIN_TRIES, PinState

if TYPE_CHECKING:
    from argon2 import PasswordHasher

    from safetydesk.domain.access import Actor
    from safetydesk.services.transaction import Act, Transactions


@dataclass(frozen=True)
class _Held:
    """A lock that this process has set: until when by the wall, until when in fact."""

    until: datetime
    monotonic: float


class PinCheck:
    """Tries PINs for one desk."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions
        self._held: dict[int, _Held] = {}

    def check(self, system: Actor, person_id: int, pin: str) -> None:
        """Returns when the PIN is right; ``system`` is the program at this desk.

        Raises:
            NotFound: nobody has the id.
            RuleViolation: ``people.inactive``, ``pin.none`` where no PIN was given yet,
                ``pin.wrong`` with the tries left, or ``pin.locked`` until an instant.
        """
        with self._transactions.act(system, Permission.READ) as act:
            refusal = self._tried(act, act.uow.people.pin_state(person_id, lock=True), pin)
        if refusal is not None:
            raise refusal

    def _tried(self, act: Act, state: PinState, pin: str) -> RuleViolation | None:
        """What is wrong with a try, counted; None when it is right."""
        if not state.active:
            return RuleViolation("people.inactive")
        if not state.pin_hash:
            return RuleViolation("pin.none")
        until = self._locked_until(act, state)
        if until is not None:
            return RuleViolation("pin.locked", until=until)
        if not matches(state.pin_hash, pin):
            return self._failed(act, state)
        if state.failures or state.locked_until is not None:
            self._held.pop(state.person_id, None)
            _note(act, state.person_id, 0, None, "people.pin_right")
        return None

    def _locked_until(self, act: Act, state: PinState) -> datetime | None:
        """Until when the person is locked, by the wall as it is now; None when free."""
        if state.locked_until is None:
            return None
        held = self._held.get(state.person_id)
        if held is not None and held.until == state.locked_until:
            left = timedelta(seconds=held.monotonic - self._transactions.clock.monotonic())
            return act.now + left if left > timedelta(0) else None
        if state.locked_until - act.now > PIN_LOCK:  # the wall clock was put back meanwhile
            return self._lock(act, state.person_id)
        return state.locked_until if act.now < state.locked_until else None

    def _failed(self, act: Act, state: PinState) -> RuleViolation:
        """Counts a wrong PIN and says what it costs."""
        failures = state.failures + 1
        if failures >= PIN_TRIES:
            return RuleViolation("pin.locked", until=self._lock(act, state.person_id))
        _note(act, state.person_id, failures, None, "people.pin_wrong")
        return RuleViolation("pin.wrong", left=PIN_TRIES - failures)

    def _lock(self, act: Act, person_id: int) -> datetime:
        """Locks somebody from now on; returns until when."""
        until = act.now + PIN_LOCK
        deadline = self._transactions.clock.monotonic() + PIN_LOCK.total_seconds()
        self._held[person_id] = _Held(until, deadline)
        _note(act, person_id, 0, until, "people.pin_locked")
        return until


def hash_pin(pin: str) -> str:
    """The PIN as it is stored."""
    return _hasher().hash(pin)


def matches(pin_hash: str, pin: str) -> bool:
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


def _note(act: Act, person_id: int, failures: int, until: datetime | None, action: str) -> None:
    """Keeps the count of failures, audited."""
    act.uow.people.put_pin_failures(person_id, failures, until)
    act.audit(action, Topic.PEOPLE, person_id)
