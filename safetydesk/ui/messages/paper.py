"""Sentences for sheets that could not be made, printed or saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Final[Mapping[str, str]] = {
    "print.no_printer": str(
        QT_TRANSLATE_NOOP(
            "Messages", "The printer does not answer ({name}). Save as PDF, or choose another."
        )
    ),
    "print.not_saved": str(
        QT_TRANSLATE_NOOP("Messages", "The file was not saved: {path} ({reason}). Choose another.")
    ),
    "handover.none_of_shift": str(
        QT_TRANSLATE_NOOP("Messages", "Shift {shift} has not been handed over: there is no record.")
    ),
}
