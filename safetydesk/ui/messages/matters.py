"""Sentences for refused acts on matters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Final[Mapping[str, str]] = {
    "matter.closed": str(QT_TRANSLATE_NOOP("Messages", "{number} is closed already.")),
    "matter.future_step": str(
        QT_TRANSLATE_NOOP("Messages", "A step cannot have happened in the future.")
    ),
    "matter.needs_result": str(
        QT_TRANSLATE_NOOP("Messages", "Closing or returning {number} needs its result or reason.")
    ),
    "matter.no_such_number": str(
        QT_TRANSLATE_NOOP("Messages", "There is no matter with the number {number}.")
    ),
    "matter.no_term": str(QT_TRANSLATE_NOOP("Messages", "Say until when.")),
    "matter.no_title": str(QT_TRANSLATE_NOOP("Messages", "Say what must be done.")),
    "matter.not_a_step": str(
        QT_TRANSLATE_NOOP("Messages", "{kind} has an act of its own and is no step.")
    ),
    "matter.stale": str(
        QT_TRANSLATE_NOOP("Messages", "Somebody else has just changed this matter: look again.")
    ),
    "matter.unknown": str(QT_TRANSLATE_NOOP("Messages", "This matter does not exist.")),
}
