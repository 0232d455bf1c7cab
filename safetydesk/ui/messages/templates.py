"""Sentences for report templates and reviews that a rule refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Final[Mapping[str, str]] = {
    "template.empty": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "The template needs words.",
        )
    ),
    "template.forbidden": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "Line {line} of the template uses what templates may not.",
        )
    ),
    "template.no_reason": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "Say why the template changes.",
        )
    ),
    "template.phrase_too_long": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "Line {line}: a phrase is no longer than {limit} characters.",
        )
    ),
    "template.result_too_long": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "The template makes more than {limit} characters.",
        )
    ),
    "template.same": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "This text is in force already.",
        )
    ),
    "template.syntax": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "Line {line} of the template is not complete or cannot be read.",
        )
    ),
    "template.too_long": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "The template is longer than {limit} characters.",
        )
    ),
    "template.too_many_phrases": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "No more than {limit} phrases can be offered.",
        )
    ),
    "template.unknown_name": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "Line {line} of the template uses {name}, which there is not.",
        )
    ),
    "template.value": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "Line {line} of the template cannot be filled: lists need |连句, rows a name.",
        )
    ),
    "report.not_reviewed": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "{name} must be reviewed by a second person with a PIN before it is signed.",
        )
    ),
    "report.own_review": str(
        QT_TRANSLATE_NOOP(
            "Messages",
            "Whoever drafted a report cannot review it.",
        )
    ),
}
