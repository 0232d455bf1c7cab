"""Who holds the desk: locking it and signing in by name and PIN."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit

from safetydesk.ui.dialogs.sign_in import SignInDialog
from tests.helpers.desk_at_work import DeskAtWork
from tests.helpers.hands.fingers import CTRL, Key, at_front, choose, inside, press, shown, write

PIN = "123456"


class SigningIn:
    """Changes the person at the keyboard."""

    def __init__(self, work: DeskAtWork) -> None:
        self._work = work

    def now(self, name: str) -> None:
        """Locks the desk and signs somebody in, unless that person holds it already."""
        actor = self._work.desk_window.session.actor
        if actor is not None and actor.name == name:
            return
        if not self._asked():
            press(at_front(self._work.window), Key.Key_L, CTRL)
        dialog = shown(SignInDialog)
        choose(inside(dialog, QComboBox, "Person"), name + " ")
        pin = inside(dialog, QLineEdit, "pin_edit")
        write(pin, PIN)
        press(pin, Key.Key_Return)
        self._work.settle()
        signed_in = self._work.desk_window.session.actor
        assert signed_in is not None
        assert signed_in.name == name

    def _asked(self) -> bool:
        """Whether the question stands on screen already."""
        windows = self._work.app.topLevelWidgets()
        return any(isinstance(w, SignInDialog) and w.isVisible() for w in windows)
