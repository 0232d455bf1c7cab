"""Sentences for refused acts of signing in and signing by PIN."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Final[Mapping[str, str]] = {
    "session.nobody": str(
        QT_TRANSLATE_NOOP("Messages", "Nobody is signed in here: sign in first. Nothing was lost.")
    ),
    "pin.wrong": str(QT_TRANSLATE_NOOP("Messages", "The PIN is wrong. Tries left: {left}.")),
    "people.inactive": str(
        QT_TRANSLATE_NOOP("Messages", "This person no longer belongs to the office.")
    ),
    "pin.locked": str(
        QT_TRANSLATE_NOOP("Messages", "Too many wrong PINs: this person can try again at {until}.")
    ),
    "pin.none": str(
        QT_TRANSLATE_NOOP(
            "Messages", "This person has no PIN yet: a supervisor gives it on “People and duty”."
        )
    ),
    "pin.own": str(
        QT_TRANSLATE_NOOP("Messages", "Change your own PIN in the menu of your name at the top.")
    ),
    "pin.too_short": str(
        QT_TRANSLATE_NOOP("Messages", "A PIN has at least {digits} digits and nothing else.")
    ),
    "pin.too_simple": str(
        QT_TRANSLATE_NOOP("Messages", "A PIN of one repeated digit is too simple.")
    ),
    "people.no_such_name": str(
        QT_TRANSLATE_NOOP("Messages", "Nobody of the office is called {name}.")
    ),
    "people.name_not_unique": str(
        QT_TRANSLATE_NOOP("Messages", "Several people are called {name}: choose by number.")
    ),
}
