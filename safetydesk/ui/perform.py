"""The only place of the screens where an expected error is caught: running one use case."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar, runtime_checkable

from safetydesk.domain.errors import SafetyDeskError
from safetydesk.ui.messages import sentence
from safetydesk.ui.widgets.plain import tell

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from safetydesk.domain.changes import ChangeSet
    from safetydesk.ui.bus import Bus


class CarriesChanges(Protocol):
    """What a service's verb returns: its value and what it altered."""

    @property
    def changes(self) -> ChangeSet:
        """Everything the transaction altered."""
        ...


@runtime_checkable
class ShowsProblems(Protocol):
    """A widget with a place of its own for a sentence beside the work."""

    def show_problem(self, text: str) -> None:
        """Shows the sentence until the next attempt."""
        ...


R = TypeVar("R", bound=CarriesChanges)


def perform(
    parent: QWidget, verb: Callable[[], R], *, bus: Bus, initiator: object | None = None
) -> R | None:
    """Runs a use case and publishes what it altered; returns its outcome, or None when refused.

    An expected error is shown beside the work (``parent.show_problem``) or, where there is no such
    place, in a message box that blocks nothing; what was typed is kept. Any other error is a bug
    and goes to the crash handler.
    """
    try:
        outcome = verb()
    except SafetyDeskError as error:
        show_error(parent, error)
        return None
    bus.publish(outcome.changes, initiator)
    return outcome


def show_error(parent: QWidget, error: SafetyDeskError) -> None:
    """Shows an expected error to the person whose act it refused (also for failed ``Task``s)."""
    if isinstance(parent, ShowsProblems):
        parent.show_problem(sentence(error))
    else:
        tell(parent, sentence(error))
