"""Who holds the desk at this computer, as the screens know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from safetydesk.domain.errors import RuleViolation

if TYPE_CHECKING:
    from safetydesk.domain.access import Actor


class Session(QObject):
    """The signed-in person; ``changed`` carries the new ``Actor`` or None."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actor: Actor | None = None

    @property
    def actor(self) -> Actor | None:
        """Who is signed in, if anybody."""
        return self._actor

    def require(self) -> Actor:
        """Who is signed in; to be asked inside the verb given to ``perform``.

        Raises:
            RuleViolation: nobody is; the screens say so and keep what was typed.
        """
        if self._actor is None:
            raise RuleViolation("session.nobody")
        return self._actor

    def sign_in(self, actor: Actor) -> None:
        """Somebody holds the desk from now on (the PIN was right)."""
        self._actor = actor
        self.changed.emit(actor)

    def sign_out(self) -> None:
        """Nobody does; alarms go on."""
        self._actor = None
        self.changed.emit(None)
