"""What a use case altered, so that each screen can decide whether it cares."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Topic(StrEnum):
    """The areas of the office that can change."""

    OFFICE = "office"
    PEOPLE = "people"
    CONTACTS = "contacts"
    DUTY = "duty"
    ROSTERS = "rosters"
    SWAPS = "swaps"
    PRESENCE = "presence"
    SHIFT = "shift"
    LOG = "log"
    INCIDENTS = "incidents"
    REPORTS = "reports"
    MATTERS = "matters"
    WARNINGS = "warnings"
    REMINDERS = "reminders"
    HANDOVER = "handover"


@dataclass(frozen=True)
class Change:
    """One altered thing: its area and, where there is one, its key."""

    topic: Topic
    subject: str = ""


@dataclass(frozen=True)
class ChangeSet:
    """Everything one transaction altered."""

    changes: frozenset[Change] = frozenset()

    def touches(self, *topics: Topic) -> bool:
        """Whether any of the topics was altered."""
        return any(change.topic in topics for change in self.changes)

    def __or__(self, other: ChangeSet) -> ChangeSet:
        """Both sets together."""
        return ChangeSet(self.changes | other.changes)

    def __bool__(self) -> bool:
        """Whether anything was altered at all."""
        return bool(self.changes)

    @classmethod
    def of(cls, changes: Iterable[Change]) -> ChangeSet:
        """A set of the given changes."""
        return cls(frozenset(changes))
