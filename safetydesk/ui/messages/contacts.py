"""Sentences for what the directory and the roster refuse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Final[Mapping[str, str]] = {
    "contacts.bad_phone": str(
        QT_TRANSLATE_NOOP("Messages", "“{number}” is no number that can be dialled.")
    ),
    "contacts.no_name": str(QT_TRANSLATE_NOOP("Messages", "Write a name or a unit.")),
    "contacts.no_number": str(
        QT_TRANSLATE_NOOP("Messages", "This number is no longer in the directory.")
    ),
    "contacts.no_phone": str(QT_TRANSLATE_NOOP("Messages", "Write at least one number.")),
    "contacts.nothing_new": str(
        QT_TRANSLATE_NOOP("Messages", "{file}: the directory has all of it already.")
    ),
    "contacts.verify_days": str(
        QT_TRANSLATE_NOOP("Messages", "Choose a number of days between {expected}.")
    ),
    "contacts.unknown": str(QT_TRANSLATE_NOOP("Messages", "This contact is no longer there.")),
    "duty.change_without_effect": str(
        QT_TRANSLATE_NOOP("Messages", "This change would alter nothing: nobody is replaced by it.")
    ),
    "duty.change_without_person": str(
        QT_TRANSLATE_NOOP("Messages", "Choose who is relieved and who stands in.")
    ),
    "duty.change_without_time": str(
        QT_TRANSLATE_NOOP("Messages", "The end must come after the beginning.")
    ),
    "duty.empty_roster": str(QT_TRANSLATE_NOOP("Messages", "{file}: no turn was read.")),
    "duty.day_is_over": str(
        QT_TRANSLATE_NOOP("Messages", "This duty day is over; the record shows who served.")
    ),
    "duty.no_holiday": str(
        QT_TRANSLATE_NOOP("Messages", "No holiday is known within two months of {day}.")
    ),
    "duty.export_kind": str(
        QT_TRANSLATE_NOOP("Messages", "Name the file with .xlsx, .ics or .csv at its end.")
    ),
    "duty.no_change": str(QT_TRANSLATE_NOOP("Messages", "This change is no longer in force.")),
    "imports.in_force": str(
        QT_TRANSLATE_NOOP("Messages", "{file} is in force already: {name} imported it on {day}.")
    ),
    "imports.nothing_to_undo": str(
        QT_TRANSLATE_NOOP("Messages", "There is no import to take back.")
    ),
}
