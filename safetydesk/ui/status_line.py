"""The line at the very bottom that proves the desk is alive, part by part."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from safetydesk.services.views_frame import FrameStatus, Health, StatusItem
from safetydesk.ui.bus import Notice, Weight
from safetydesk.ui.tokens import STATUS_HEIGHT
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel, set_plain_tooltip
from safetydesk.ui.widgets.status_dot import StatusDot

_SAID_MS = 10_000
_TONES = {Health.OK: "", Health.WARN: "o", Health.FAULT: "f"}


class StatusLine(QFrame):
    """Shows ``FrameStatus``; a part that is not well is set in its own ink and says what works."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(STATUS_HEIGHT)
        self._parts: list[_Part] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 16, 0)
        self._row.setSpacing(0)
        self._sleepy = _Part()
        self._sleepy.hide()
        self._row.addWidget(self._sleepy)
        self._notice = ElidedLabel(role="sub")
        self._notice.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._notice, 1)
        self._row.addStretch()
        self._standing = ""
        self._narrow = False
        self._said = QTimer(self, singleShot=True, interval=_SAID_MS)
        self._said.timeout.connect(self._show_standing)

    def show_status(self, status: FrameStatus) -> None:
        """Shows the parts in their order, then the notice."""
        while len(self._parts) < len(status.items):
            part = _Part()
            self._row.insertWidget(len(self._parts), part)
            self._parts.append(part)
        for part, item in zip(self._parts, status.items, strict=False):
            part.show_item(item)
        for part in self._parts[len(status.items) :]:
            part.hide()
        self._standing = status.notice
        if not self._said.isActive():
            self._show_standing()

    def show_awake(self, *, awake: bool) -> None:
        """Says where nothing keeps the computer from falling asleep."""
        if not awake:
            words = self.tr("may fall asleep")
            self._sleepy.show_item(StatusItem(self.tr("Computer"), Health.WARN, words))
        self._sleepy.setVisible(not awake)

    @Slot(object)
    def say(self, notice: Notice) -> None:
        """Shows the receipt of an act for some seconds where the standing notice is."""
        self._notice.set_tone("r" if notice.weight is Weight.PROBLEM else "g")
        self._notice.setText(notice.text)
        self._notice.show()
        self._said.start()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one bit that the window decides
        """Leaves out the standing notice; the parts stay, and receipts are shown."""
        self._narrow = narrow
        self._notice.setVisible(not narrow or self._said.isActive())

    @Slot()
    def _show_standing(self) -> None:
        """What stands there while nothing is said."""
        self._notice.set_tone("")
        self._notice.setText(self._standing)
        self._notice.setVisible(not self._narrow)


class _Part(QFrame):
    """A shape and its words, with a thin line at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._item: StatusItem | None = None
        self._dot = StatusDot()
        self._text = PlainLabel(role="sub")
        line = QFrame()
        line.setProperty("kind", "divider")
        line.setFixedSize(1, 14)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 14, 0)
        row.setSpacing(8)
        for widget in (self._dot, self._text):
            row.addWidget(widget)
        row.addSpacing(8)
        row.addWidget(line)

    def show_item(self, item: StatusItem) -> None:
        """Shows one part of the desk; what stands already is not touched."""
        self.show()
        if item == self._item:
            return
        self._item = item
        text = f"{item.label} {item.text}".rstrip()
        self._dot.show_health(item.health)
        self._text.setText(text)
        self._text.set_tone(_TONES[item.health])
        self.setAccessibleName(text)
        set_plain_tooltip(self, text)
