"""Sentences for errors that any area can meet, and one for each kind of error."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from safetydesk.domain.errors import (
    AccessDenied,
    BadInput,
    NotFound,
    RuleViolation,
    SafetyDeskError,
    StaleVersion,
    StorageUnavailable,
)

SENTENCES: Final[Mapping[str, str]] = {
    "text.unwritable": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "The text has a character that cannot be kept ({where}). Type that place again.",
        )
    ),
    "text.too_long": str(
        QT_TRANSLATE_NOOP(
            "Messages", "One of the texts is too long: at most {expected} characters."
        )
    ),
    "storage.gone": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "The database file is gone or another lies in its place ({path}): nothing was saved. "
            "Write by hand and call whoever administers the computer; do not close this window.",
        )
    ),
    "storage.network_folder": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "The data folder lies on the network ({kind}): a broken connection or two computers "
            "writing at once would damage the data. Take a disk of this computer, or a database "
            "server for several. No file was touched.",
        )
    ),
    "storage.no_room": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "Only {free} MB are free on the disk of the data, less than {need} MB: the desk does "
            "not start, so that no record breaks off. Make room (recycle bin, old exports) and "
            "start again. Nothing was changed.",
        )
    ),
    "storage.synced_folder": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "The data folder lies in a folder that {kind} synchronises, which damages a database "
            "in use. Move it to a folder of this computer. No file was touched.",
        )
    ),
}

_KINDS: Final[tuple[tuple[type[SafetyDeskError], str], ...]] = (
    (
        AccessDenied,
        str(
            QT_TRANSLATE_NOOP(
                "Messages", "Your role does not allow this. The attempt is in the audit list."
            )
        ),
    ),
    (RuleViolation, str(QT_TRANSLATE_NOOP("Messages", "A rule does not allow this ({code})."))),
    (BadInput, str(QT_TRANSLATE_NOOP("Messages", "{where}: {expected}"))),
    (
        StaleVersion,
        str(
            QT_TRANSLATE_NOOP(
                "Messages",
                "Somebody else has changed this meanwhile. Your text is kept: look and save again.",
            )
        ),
    ),
    (NotFound, str(QT_TRANSLATE_NOOP("Messages", "This no longer exists ({code})."))),
    (
        StorageUnavailable,
        str(
            QT_TRANSLATE_NOOP(
                "Messages",
                "The database cannot be used now ({code}). Nothing was saved; your text is kept.",
            )
        ),
    ),
)
_ANY = str(QT_TRANSLATE_NOOP("Messages", "This was not done ({code})."))


def kind_sentence(error: SafetyDeskError) -> str:
    """The sentence for an error by its kind, untranslated."""
    return next((text for kind, text in _KINDS if isinstance(error, kind)), _ANY)
