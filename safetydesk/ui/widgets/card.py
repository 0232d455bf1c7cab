"""A card: a title, a count, a quiet hint or control, and whatever stands below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from safetydesk.ui.tokens import CARD_HEAD_HEIGHT, CARD_HEAD_HEIGHT_NARROW
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel, words_and_parent


class Card(QFrame):
    """Put widgets into ``body``; ``head`` takes controls at the right of the title."""

    def __init__(self, title: str | QWidget | None = "", parent: QWidget | None = None) -> None:
        words, parent = words_and_parent(title, parent)
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._title = PlainLabel(words, role="title")
        self._count = PlainLabel(role="count")
        self._hint = ElidedLabel(role="sub")
        self._hint.setMinimumWidth(1)  # an empty hint gives its room to the controls
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._head = QFrame(self)
        self._head.setProperty("kind", "cardhead")
        self._head.setFixedHeight(CARD_HEAD_HEIGHT)
        self.head = QHBoxLayout(self._head)
        self.head.setContentsMargins(16, 0, 16, 0)
        self.head.setSpacing(8)
        self.head.addWidget(self._title)
        self.head.addWidget(self._count)
        self.head.addWidget(self._hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        column.addLayout(self.body, 1)
        self._head.setVisible(bool(words))

    def set_title(self, title: str) -> None:
        """Names the card; a card without a title has no head."""
        self._title.setText(title)
        self._head.setVisible(bool(title))

    def head_with(self, *controls: QWidget) -> None:
        """A head of controls alone, the last of which takes the room that is left."""
        for words in (self._title, self._count, self._hint):
            words.hide()
        for control in controls:
            self.head.addWidget(control, int(control is controls[-1]))
        self._head.show()

    def set_count(self, count: int | None) -> None:
        """Shows a number beside the title, or none."""
        self._count.setText("" if count is None else str(count))

    def set_hint(self, text: str) -> None:
        """A quiet remark at the right of the head."""
        self._hint.setText(text)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one bit that the window decides
        """Takes the lower head of small screens."""
        self._head.setFixedHeight(CARD_HEAD_HEIGHT_NARROW if narrow else CARD_HEAD_HEIGHT)


class EmptyState(QWidget):
    """What a list says while it is empty: what it is for, and the first act."""

    def __init__(self, text: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch()
        for words, role in ((text, "title"), (hint, "sub")):
            if words:
                label = PlainLabel(words, role=role, wrap=True)
                label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                column.addWidget(label)
        self.acts = QHBoxLayout()
        self.acts.addStretch()
        self.acts.addStretch()
        column.addLayout(self.acts)
        column.addStretch()

    def add_act(self, button: QWidget) -> None:
        """Offers an act under the text."""
        self.acts.insertWidget(self.acts.count() - 1, button)
