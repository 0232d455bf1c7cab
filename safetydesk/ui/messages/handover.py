"""Sentences for refused acts of the handover."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Final[Mapping[str, str]] = {
    "handover.empty_item": str(QT_TRANSLATE_NOOP("Messages", "The added matter has no words.")),
    "handover.empty_objection": str(QT_TRANSLATE_NOOP("Messages", "Say why it is not taken over.")),
    "handover.heard_by_another": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "Somebody else confirmed the read-back: who signs for the outgoing side confirms it.",
        )
    ),
    "handover.leader_last": str(
        QT_TRANSLATE_NOOP("Messages", "The leader signs after both officers.")
    ),
    "handover.newly_open": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "{count} matters were opened meanwhile and stand on the sheet now: {title}. "
            "Read and tick them, then sign.",
        )
    ),
    "handover.no_readback": str(
        QT_TRANSLATE_NOOP("Messages", "The marked matters have not been read back.")
    ),
    "handover.no_reason": str(QT_TRANSLATE_NOOP("Messages", "Give the reason.")),
    "handover.nobody_joined": str(
        QT_TRANSLATE_NOOP("Messages", "The officer who takes over signs in first.")
    ),
    "handover.none_running": str(QT_TRANSLATE_NOOP("Messages", "No handover is in progress.")),
    "handover.not_the_outgoing": str(
        QT_TRANSLATE_NOOP(
            "Messages", "Only who signed for the outgoing side confirms the read-back."
        )
    ),
    "handover.not_the_reader": str(
        QT_TRANSLATE_NOOP("Messages", "Only the officer who takes over ticks and reads back.")
    ),
    "handover.outgoing_first": str(
        QT_TRANSLATE_NOOP("Messages", "The outgoing officer signs first.")
    ),
    "handover.over": str(QT_TRANSLATE_NOOP("Messages", "This handover is over.")),
    "handover.reader_signs": str(
        QT_TRANSLATE_NOOP(
            "Messages", "Only the officer who signed in and read the sheet signs for it."
        )
    ),
    "handover.readback_unconfirmed": str(
        QT_TRANSLATE_NOOP(
            "Messages", "The outgoing officer has not confirmed that the read-back is right."
        )
    ),
    "handover.same_person": str(
        QT_TRANSLATE_NOOP("Messages", "One person cannot act for both sides.")
    ),
    "handover.signed_already": str(QT_TRANSLATE_NOOP("Messages", "This is signed already.")),
    "handover.stale": str(
        QT_TRANSLATE_NOOP(
            "Messages", "The other side has just changed this matter: look and write again."
        )
    ),
    "handover.unexplained": str(
        QT_TRANSLATE_NOOP(
            "Messages", "{count} matters still need a word or “no word needed”: {title}"
        )
    ),
    "handover.unticked": str(
        QT_TRANSLATE_NOOP("Messages", "{count} marked matters are not ticked yet: {title}")
    ),
}
