"""Reads who changed what of the office and its people; written by every act in its transaction."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from safetydesk.domain.access import Permission
from safetydesk.domain.changes import Topic

if TYPE_CHECKING:
    from safetydesk.domain.access import Actor
    from safetydesk.services.transaction import Transactions

SHOWN = 300
_TOPICS = (Topic.OFFICE, Topic.PEOPLE)
_NO_CHANGE = ("people.sign_in",)
"""Acts about people that alter nothing."""


@dataclass(frozen=True)
class AuditLine:
    """One act: who did (or was refused) what; ``changed`` names each value that is another now."""

    id: int
    at: datetime
    actor: str
    action: str
    subject: str
    allowed: bool
    changed: str


class AuditTrail:
    """The trail as supervisors and auditors may read it."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def of_settings(self, actor: Actor) -> list[AuditLine]:
        """The last changes of the office and its people, the newest first.

        Raises:
            AccessDenied: neither supervisor nor auditor.
        """
        actor.must(Permission.AUDIT_READ)
        with self._transactions.read() as uow:
            topics = [topic.value for topic in _TOPICS]
            rows = uow.audit.newest(topics, SHOWN, without=_NO_CHANGE)
            names = {str(person.id): person.name for person in uow.people.all()}
        return [
            AuditLine(
                id=row["id"],
                at=row["at"],
                actor=row["actor_name"],
                action=row["action"],
                subject=_subject(row, names),
                allowed=row["allowed"],
                changed=difference(row["before"], row["after"]),
            )
            for row in rows
        ]


def _subject(row: dict[str, Any], names: dict[str, str]) -> str:
    """Which thing it was about: people by name."""
    subject = str(row["subject"])
    return names.get(subject, subject) if row["topic"] == Topic.PEOPLE.value else subject


def difference(before: dict[str, Any] | None, after: dict[str, Any] | None) -> str:
    """The values that are others than before, as ``name: old → new``."""
    old, new = before or {}, after or {}
    names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    parts = [
        f"{name}: {_said(old[name])} → {_said(new.get(name))}"
        if name in old
        else f"{name}: {_said(new.get(name))}"
        for name in names
    ]
    return "；".join(parts)


def _said(value: Any) -> str:
    """A stored value as it can be read."""
    if value is None or value == "":
        return "—"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
