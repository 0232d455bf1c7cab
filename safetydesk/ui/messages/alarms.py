"""Sentences for refused acts on alarms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Final[Mapping[str, str]] = {
    "channel.address": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "This is no address a notice could be sent to; it begins with one of {expected}.",
        )
    ),
    "channel.no_name": str(QT_TRANSLATE_NOOP("Messages", "Give the way out a name.")),
    "channel.stale": str(
        QT_TRANSLATE_NOOP("Messages", "Somebody else has just changed it; look again.")
    ),
    "channel.unknown": str(QT_TRANSLATE_NOOP("Messages", "There is no such way out.")),
    "escalation.begins_at_desk": str(
        QT_TRANSLATE_NOOP("Messages", "Level {level} must begin at the desk, at once.")
    ),
    "escalation.order": str(
        QT_TRANSLATE_NOOP(
            "Messages", "The steps of level {level} must become stronger and never earlier."
        )
    ),
    "escalation.too_late": str(
        QT_TRANSLATE_NOOP(
            "Messages", "The last step of level {level} comes too late; {limit} at most."
        )
    ),
    "escalation.top_is_loud": str(
        QT_TRANSLATE_NOOP("Messages", "Level {level} must be louder from the first moment.")
    ),
    "note.no_title": str(QT_TRANSLATE_NOOP("Messages", "Say what the desk shall be reminded of.")),
    "note.past": str(QT_TRANSLATE_NOOP("Messages", "Choose a time after now and within a year.")),
    "note.time": str(QT_TRANSLATE_NOOP("Messages", "Write the time as one of these: {expected}.")),
    "note.unknown": str(QT_TRANSLATE_NOOP("Messages", "There is no such note any more.")),
    "routine.day": str(QT_TRANSLATE_NOOP("Messages", "This rhythm has no such day ({expected}).")),
    "routine.time": str(QT_TRANSLATE_NOOP("Messages", "Write the time of day as {expected}.")),
    "routine.stale": str(
        QT_TRANSLATE_NOOP("Messages", "Somebody else has just changed it, or it has ended.")
    ),
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
