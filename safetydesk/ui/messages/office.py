"""Sentences for errors of founding an office and of its people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Final[Mapping[str, str]] = {
    "founding.office_exists": str(
        QT_TRANSLATE_NOOP("Messages", "There is an office in this database already.")
    ),
    "people.number_taken": str(
        QT_TRANSLATE_NOOP("Messages", "Somebody has the staff number {number} already.")
    ),
}
