"""Sentences for refused acts on warnings and calls."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Final[Mapping[str, str]] = {
    "warning.no_hazard": str(
        QT_TRANSLATE_NOOP("Messages", "Say what the warning is of (rainstorm, fog …).")
    ),
    "warning.no_issuer": str(QT_TRANSLATE_NOOP("Messages", "Say who issued it.")),
    "warning.no_level": str(
        QT_TRANSLATE_NOOP("Messages", "Quote the level as issued: blue, yellow, orange or red.")
    ),
    "warning.future_issue": str(
        QT_TRANSLATE_NOOP("Messages", "It cannot have been issued in the future.")
    ),
    "warning.over_before_it_begins": str(
        QT_TRANSLATE_NOOP("Messages", "Its end lies before its beginning.")
    ),
    "warning.ended": str(
        QT_TRANSLATE_NOOP("Messages", "{number} is over: nothing more is done about it.")
    ),
    "warning.issued_already": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "{number} is taken in; what follows is an update, a lifting or a cancellation.",
        )
    ),
    "warning.other_hazard": str(
        QT_TRANSLATE_NOOP(
            "Messages", "This warning is of {hazard}; another sort is taken in by itself."
        )
    ),
    "warning.older": str(
        QT_TRANSLATE_NOOP(
            "Messages", "A newer message of {at} is here; an older one cannot follow it."
        )
    ),
    "warning.known_already": str(
        QT_TRANSLATE_NOOP("Messages", "This file was taken in before ({identifier}).")
    ),
    "warning.future_step": str(
        QT_TRANSLATE_NOOP("Messages", "This cannot have happened in the future.")
    ),
    "warning.step_needs_words": str(QT_TRANSLATE_NOOP("Messages", "{kind}: say to whom, or what.")),
    "warning.still_in_force": str(
        QT_TRANSLATE_NOOP(
            "Messages", "{number} has not expired: wait for its lifting or note an update."
        )
    ),
    "warning.no_such_message": str(QT_TRANSLATE_NOOP("Messages", "{number} has no such message.")),
    "warning.no_first_message": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "{kind}: its first message was never taken in; choose the warning it belongs to.",
        )
    ),
    "warning.unknown": str(QT_TRANSLATE_NOOP("Messages", "This warning does not exist.")),
    "warning.not_understood": str(
        QT_TRANSLATE_NOOP("Messages", "No warning was found in the text: fill in the form.")
    ),
    "calling.future_step": str(QT_TRANSLATE_NOOP("Messages", "A call cannot lie in the future.")),
    "calling.out_of_order": str(
        QT_TRANSLATE_NOOP("Messages", "It cannot have happened before the last step ({at}).")
    ),
    "calling.nobody_left": str(
        QT_TRANSLATE_NOOP(
            "Messages", "There is nobody left to call for {target}: ask the duty leader."
        )
    ),
    "calling.not_called": str(QT_TRANSLATE_NOOP("Messages", "{target} has not been called yet.")),
    "calling.answered_already": str(
        QT_TRANSLATE_NOOP("Messages", "{target} has answered already.")
    ),
    "calling.not_answered": str(QT_TRANSLATE_NOOP("Messages", "{target} has not answered yet.")),
    "calling.no_words": str(QT_TRANSLATE_NOOP("Messages", "Say what {target} reported.")),
    "calling.empty": str(QT_TRANSLATE_NOOP("Messages", "The list is empty.")),
    "calling.no_target": str(QT_TRANSLATE_NOOP("Messages", "Say who is to be called.")),
    "calling.no_number": str(
        QT_TRANSLATE_NOOP("Messages", "{target} has no number that can be dialled.")
    ),
    "calling.unknown": str(QT_TRANSLATE_NOOP("Messages", "This call list does not exist.")),
    "calling.unknown_line": str(QT_TRANSLATE_NOOP("Messages", "The list has no such line.")),
    "calling.roll_needs_superior": str(
        QT_TRANSLATE_NOOP("Messages", "Say with whom it was filed.")
    ),
}
