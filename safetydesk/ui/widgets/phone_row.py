"""One number of a contact: its kind, the number large, when it was verified, copy and call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from safetydesk.domain.wording import day_text
from safetydesk.ui.icons import put_icon
from safetydesk.ui.phone_words import PhoneWords
from safetydesk.ui.theme import colour
from safetydesk.ui.widgets.badge import Badge
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel

if TYPE_CHECKING:
    from safetydesk.services.views_contacts import PhoneView
    from safetydesk.ui.wording import Wording

_LABEL_WIDTH, _HEIGHT = 72, 44


class PhoneRow(QFrame):
    """Emits ``picked``, ``copy_asked`` and ``call_asked``; the number in use has a marker."""

    picked = Signal()
    copy_asked = Signal()
    call_asked = Signal()

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._current = self._failed = False
        self.setFixedHeight(_HEIGHT)
        self._label = ElidedLabel(role="label")
        self._label.setFixedWidth(_LABEL_WIDTH)
        self._number = PlainLabel(role="number")
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._number.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._verified = PlainLabel(role="done")
        self._doubt = Badge(tone="todo")
        self._copy, self._call = QPushButton(), QPushButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 1)
        row.setSpacing(4)
        row.addWidget(self._label)
        row.addWidget(self._number)
        row.addStretch()
        for widget in (self._verified, self._doubt, self._copy, self._call):
            row.addWidget(widget)
        for button, icon, signal in (
            (self._copy, "copy", self.copy_asked),
            (self._call, "call-out", self.call_asked),
        ):
            put_icon(button, icon)
            button.setProperty("kind", "flat")
            button.setProperty("shape", "square")
            button.clicked.connect(signal)

    def show_phone(self, phone: PhoneView, *, current: bool) -> None:
        """Shows a number; ``current`` when the keys mean this one."""
        self._current, self._failed = current, phone.failed
        kind = PhoneWords().of(phone.kind, phone.label)
        self._label.setText(kind)
        self._number.setText(phone.shown)
        self._number.set_tone("g" if phone.failed else "")
        self._verified.setVisible(phone.verified_on is not None and not phone.failed)
        if phone.verified_on is not None:
            day = day_text(phone.verified_on, self._wording.words.month_day)
            self._verified.setText("✓\u2009" + self.tr("{day} verified").format(day=day))
        unsure = phone.failed or (phone.verified_on is None and phone.id > 0)
        self._doubt.setVisible(unsure)
        self._doubt.setText(
            self.tr("Not in service, verify") if phone.failed else self.tr("To verify")
        )
        state = self._doubt.text() if unsure else self._verified.text() if phone.id else ""
        self.setAccessibleName("，".join(part for part in (kind, phone.shown, state) if part))
        self._copy.setAccessibleName(self.tr("Copy {number}").format(number=phone.shown))
        self._call.setAccessibleName(
            self.tr("Record a call to {number}").format(number=phone.shown)
        )
        self.update()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one bit that the window decides
        """Leaves the call button out: the key and the foot of the card do the same."""
        self._call.setVisible(not narrow)

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        """A click means this number from now on."""
        self.picked.emit()
        super().mousePressEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the marker, the stroke through a failed number, and the line below."""
        painter = QPainter(self)
        if self._failed:
            painter.fillRect(self.rect(), colour("sunk"))
            place = self._number.geometry()
            painter.setPen(QPen(colour("r"), 1))
            painter.drawLine(
                place.left(), place.center().y() + 2, place.right(), place.center().y() + 2
            )
        if self._current:
            painter.fillRect(QRect(0, 6, 3, self.height() - 13), colour("focus"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour("line"))
