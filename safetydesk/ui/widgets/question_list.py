"""What is still to be asked in a call, each question ticked when the words answer it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from safetydesk.domain.call_questions import Question, answered
from safetydesk.ui.widgets.flow_layout import FlowLayout
from safetydesk.ui.widgets.plain import PlainLabel

_OPEN, _DONE = "○", "✓"


class QuestionList(QWidget):
    """Labels that follow the text; the order never changes, so that the eye finds each one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = {question: PlainLabel() for question in Question}
        row = FlowLayout(self)
        for label in self._labels.values():
            row.addWidget(label)
        self.show_words("")

    def show_words(self, words: str) -> None:
        """Ticks what the words answer."""
        known = answered(words)
        for question, label in self._labels.items():
            done = question in known
            label.setText(f"{_DONE if done else _OPEN}\u2009{question.value}")
            label.set_tone("ok" if done else "")

    def open_questions(self) -> tuple[Question, ...]:
        """What nobody has answered yet."""
        return tuple(q for q, label in self._labels.items() if label.text().startswith(_OPEN))
