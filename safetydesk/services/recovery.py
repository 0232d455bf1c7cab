"""The recovery key of the office's data: shown again to a supervisor who proves it by PIN."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import NotFound
from safetydesk.storage.engine import SqliteLocation
from safetydesk.storage.keys import recovery_text

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from safetydesk.services.people import PeopleService
    from safetydesk.services.transaction import Outcome, Transactions


@dataclass(frozen=True)
class RecoverySheet:
    """What stands on the sheet; ``key`` in groups of four, ``shown_at`` aware."""

    office: str
    key: str
    folder: Path
    shown_at: datetime


class RecoveryService:
    """Every showing leaves a row in the audit trail; the key itself is written nowhere."""

    def __init__(self, transactions: Transactions, people: PeopleService) -> None:
        self._transactions, self._people = transactions, people

    @property
    def has_key(self) -> bool:
        """Whether the data lies in an encrypted file; a server keeps its own keys."""
        return isinstance(self._transactions.database.location, SqliteLocation)

    def show(self, actor: Actor, pin: str) -> Outcome[RecoverySheet]:
        """The sheet, once the PIN of whoever asks is right.

        Raises:
            AccessDenied: not a supervisor.
            RuleViolation: the PIN is wrong or locked.
            NotFound: the data lies on a server.
        """
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as asked:
            office = asked.uow.office.facts().name
        location = self._transactions.database.location
        if not isinstance(location, SqliteLocation) or actor.person_id is None:
            raise NotFound("recovery.no_key")
        self._people.verify_pin(actor.person_id, pin)
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as act:
            act.audit("recovery.shown", Topic.OFFICE, "")
        key = recovery_text(location.key)
        return act.outcome(RecoverySheet(office, key, location.path.parent, act.now))
