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
    "rule_pack.no_reason": str(
        QT_TRANSLATE_NOOP("Messages", "A change of the rules needs a reason.")
    ),
    "rule_pack.unchanged": str(
        QT_TRANSLATE_NOOP("Messages", "This is what is in force already; nothing was changed.")
    ),
    "rule_pack.moved": str(
        QT_TRANSLATE_NOOP(
            "Messages", "Rule {rule} stands elsewhere in its pack now; look at it again."
        )
    ),
    "rule_pack.national": str(
        QT_TRANSLATE_NOOP("Messages", "The national rules hold for every office.")
    ),
    "office.no_district": str(
        QT_TRANSLATE_NOOP("Messages", "Write the region in at most 100 characters.")
    ),
    "rule_pack.shipped": str(
        QT_TRANSLATE_NOOP("Messages", "A shipped pack is not removed; take it out of use.")
    ),
    "rule_pack.running": str(
        QT_TRANSLATE_NOOP("Messages", "Something is still owed by this pack in {incidents}.")
    ),
    "rule_pack.no_rule": str(QT_TRANSLATE_NOOP("Messages", "The pack has no such rule.")),
}
