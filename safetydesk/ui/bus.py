"""The three things every part of the window may hear: a change, a notice, an alarm."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from safetydesk.domain.changes import ChangeSet, Topic


@dataclass(frozen=True)
class Published:
    """A committed change and who made it, so that its maker need not refetch what it shows."""

    changes: ChangeSet
    initiator: object | None = None

    def touches(self, *topics: Topic) -> bool:
        """Whether any of the topics was altered."""
        return self.changes.touches(*topics)


class Weight(StrEnum):
    """How a notice is meant."""

    DONE = "done"
    PROBLEM = "problem"


@dataclass(frozen=True)
class Notice:
    """A sentence for the status area; it takes no focus and opens no window."""

    text: str
    weight: Weight = Weight.DONE


class Bus(QObject):
    """Carries ``Published``, ``Notice`` and raised alarms; a fourth signal needs a decision record.

    May be emitted from any thread: receivers live in the main thread and are called there.
    """

    changed = Signal(object)
    notice = Signal(object)
    alarm = Signal(object)

    def publish(self, changes: ChangeSet, initiator: object | None = None) -> None:
        """Tells every screen about a committed change; an empty set is not worth telling."""
        if changes:
            self.changed.emit(Published(changes, initiator))
