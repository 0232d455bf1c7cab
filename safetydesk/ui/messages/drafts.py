"""Sentences for drafts of rosters that cannot be made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Final[Mapping[str, str]] = {
    "draft.no_period": str(
        QT_TRANSLATE_NOOP(
            "Messages", "Choose a period of at most 400 days that does not end early."
        )
    ),
    "draft.no_post": str(QT_TRANSLATE_NOOP("Messages", "Choose at least one post.")),
    "draft.nobody": str(QT_TRANSLATE_NOOP("Messages", "Choose the people who may be planned.")),
    "draft.solver_failed": str(
        QT_TRANSLATE_NOOP("Messages", "The search broke down; the draft shown can be used.")
    ),
}
