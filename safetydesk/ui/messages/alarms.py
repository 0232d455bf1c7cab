"""Sentences for refused acts on alarms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Final[Mapping[str, str]] = {
    "reminder.ends_by_fact": str(
        QT_TRANSLATE_NOOP(
            "Messages", "This alarm ends by itself once the duty is done; it cannot be closed."
        )
    ),
    "reminder.graver_now": str(
        QT_TRANSLATE_NOOP("Messages", "The alarm has become graver; look at it again.")
    ),
    "reminder.mute_too_long": str(
        QT_TRANSLATE_NOOP("Messages", "The sound can be off for {limit} at most.")
    ),
    "reminder.no_evidence": str(QT_TRANSLATE_NOOP("Messages", "Say what shows that it is done.")),
    "reminder.nobody": str(
        QT_TRANSLATE_NOOP("Messages", "Sign in first: acts on alarms bear a name.")
    ),
    "reminder.not_listed": str(
        QT_TRANSLATE_NOOP("Messages", "The alarm is no longer on the list.")
    ),
    "reminder.not_shelved": str(QT_TRANSLATE_NOOP("Messages", "The alarm is not shelved.")),
    "reminder.seen_already": str(
        QT_TRANSLATE_NOOP("Messages", "{by} has acknowledged this alarm already.")
    ),
    "reminder.shelf_level": str(
        QT_TRANSLATE_NOOP("Messages", "An alarm of this level cannot be shelved.")
    ),
    "reminder.shelf_past": str(QT_TRANSLATE_NOOP("Messages", "Choose a time after now.")),
    "reminder.shelf_reason": str(QT_TRANSLATE_NOOP("Messages", "Shelving needs a reason.")),
    "reminder.shelf_too_long": str(
        QT_TRANSLATE_NOOP("Messages", "It can be shelved until {limit} at most.")
    ),
}
