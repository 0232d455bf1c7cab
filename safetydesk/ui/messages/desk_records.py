"""Sentences for refused acts on the log, on telephone records and on presence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Final[Mapping[str, str]] = {
    "log.empty_text": str(QT_TRANSLATE_NOOP("Messages", "Write down what happened.")),
    "log.future_event": str(
        QT_TRANSLATE_NOOP("Messages", "It cannot have happened in the future: check the time.")
    ),
    "log.same_text": str(QT_TRANSLATE_NOOP("Messages", "These are the same words as before.")),
    "log.not_yours": str(
        QT_TRANSLATE_NOOP(
            "Messages", "{author} wrote this entry: only {author} or a leader corrects it."
        )
    ),
    "log.struck_already": str(QT_TRANSLATE_NOOP("Messages", "This entry is struck already.")),
    "log.not_struck": str(QT_TRANSLATE_NOOP("Messages", "This entry is not struck.")),
    "log.link_to_link": str(
        QT_TRANSLATE_NOOP("Messages", "This belongs to an earlier entry: choose that one.")
    ),
    "log.undo_too_late": str(
        QT_TRANSLATE_NOOP("Messages", "The ten seconds are over: strike or correct the entry.")
    ),
    "log.unknown": str(QT_TRANSLATE_NOOP("Messages", "There is no such entry.")),
    "duty.change_in_past": str(
        QT_TRANSLATE_NOOP(
            "Messages", "This time is over: who served then is on record and is not changed."
        )
    ),
    "shift.sealed": str(
        QT_TRANSLATE_NOOP("Messages", "This shift is sealed: it can no longer be changed.")
    ),
    "presence.there_already": str(
        QT_TRANSLATE_NOOP("Messages", "This person has come to that post already.")
    ),
    "presence.overlaps": str(
        QT_TRANSLATE_NOOP(
            "Messages", "This person is on the post {post} at that time: sign out there first."
        )
    ),
    "presence.in_future": str(
        QT_TRANSLATE_NOOP("Messages", "Coming and leaving cannot be later than now.")
    ),
    "presence.left_before_coming": str(
        QT_TRANSLATE_NOOP("Messages", "Nobody leaves before coming: look at the time.")
    ),
    "presence.no_post": str(QT_TRANSLATE_NOOP("Messages", "There is no post {post}.")),
    "presence.not_there": str(
        QT_TRANSLATE_NOOP("Messages", "This person has not come to that post.")
    ),
}
