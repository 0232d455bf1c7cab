"""How a use case runs: one transaction, one audit trail, one change set."""

from __future__ import annotations

import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from safetydesk.domain.changes import Change, ChangeSet, Topic
from safetydesk.domain.errors import AccessDenied

if TYPE_CHECKING:
    from safetydesk.domain.access import Actor, Permission
    from safetydesk.domain.clock import Clock
    from safetydesk.storage.database import Database
    from safetydesk.storage.unit_of_work import UnitOfWork

T = TypeVar("T")


@dataclass(frozen=True)
class Outcome(Generic[T]):
    """What a verb returned, and what it altered."""

    value: T
    changes: ChangeSet


class Act:
    """One use case in progress. ``now`` is read once, so that all it writes bears one time."""

    def __init__(self, uow: UnitOfWork, actor: Actor, now: datetime) -> None:
        self.uow = uow
        self.actor = actor
        self.now = now
        self._changes: set[Change] = set()
        self._audited: set[int] = set()

    @property
    def audited(self) -> frozenset[int]:
        """The rows of the audit trail that this use case wrote."""
        return frozenset(self._audited)

    def touch(self, topic: Topic, subject: object = "") -> None:
        """Notes that something was altered."""
        self._changes.add(Change(topic, str(subject)))

    def audit(
        self,
        action: str,
        topic: Topic,
        subject: object = "",
        *,
        before: dict[str, Any] | None = None,
        after: dict[str, Any] | None = None,
    ) -> None:
        """Writes the audit row and notes the change."""
        row_id = self.uow.audit.record(
            at=self.now,
            actor=self.actor,
            action=action,
            topic=topic.value,
            subject=str(subject),
            before=before,
            after=after,
        )
        self._audited.add(row_id)
        self.touch(topic, subject)

    def outcome(self, value: T) -> Outcome[T]:
        """The verb's result with everything noted so far."""
        return Outcome(value, ChangeSet.of(self._changes))


class Transactions:
    """Opens units of work for the services of one desk."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self.clock = clock
        self._shared = threading.local()

    @contextmanager
    def act(self, actor: Actor, permission: Permission) -> Generator[Act]:
        """One use case: commits at the end of the block, rolls back if it raises.

        Raises:
            AccessDenied: the actor may not; the denial is audited.
            StorageUnavailable, StaleVersion: nothing was kept.
        """
        now = self.clock.now()
        try:
            actor.must(permission)
        except AccessDenied:
            self._audit_denial(actor, permission, now)
            raise
        with self.database.write() as uow:
            yield Act(uow, actor, now)
            uow.commit()

    @contextmanager
    def read(self) -> Generator[UnitOfWork]:
        """A unit that sees one snapshot of the database."""
        shared: UnitOfWork | None = getattr(self._shared, "uow", None)
        if shared is not None:
            yield shared
            return
        with self.database.read() as uow:
            yield uow

    @contextmanager
    def one_snapshot(self) -> Generator[None]:
        """What this thread reads within the block comes from one snapshot: it fits together."""
        with self.read() as uow:
            outer, self._shared.uow = getattr(self._shared, "uow", None), uow
            try:
                yield
            finally:
                self._shared.uow = outer

    def _audit_denial(self, actor: Actor, permission: Permission, now: datetime) -> None:
        """Keeps the attempt, in a transaction of its own."""
        with self.database.write() as uow:
            uow.audit.record(
                at=now,
                actor=actor,
                action=permission.value,
                topic=Topic.PEOPLE.value,
                subject=str(actor.person_id or ""),
                allowed=False,
            )
            uow.commit()
