"""Keys as they are drawn: a cap beside a hint, or inside the button that the key presses."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget
from typing_extensions import override

from safetydesk.ui.fonts import sized
from safetydesk.ui.icons import Tone, put_icon
from safetydesk.ui.theme import colour
from safetydesk.ui.tokens import TEXT_SMALL
from safetydesk.ui.widgets.plain import PlainLabel, words_and_parent

_GAP, _PAD, _CAP_HEIGHT = 8, 6, 18
_EDGE, _LEAST, _ICON_GAP = 12, 6, 8
_ARROW = 24
"""Room of the arrow of a button that opens a menu."""


class KeyCap(PlainLabel):
    """A small cap with the name of a key."""

    def __init__(self, key: str | QWidget | None = "", parent: QWidget | None = None) -> None:
        super().__init__(key, parent)
        self.setProperty("kind", "key")
        self.setFixedHeight(_CAP_HEIGHT)


class KeyButton(QPushButton):
    """A button with an icon, a text and, at its right, the key that does the same.

    ``cap_ink`` names a colour for the cap on coloured bars.
    """

    def __init__(
        self,
        text: str | QWidget | None = "",
        parent: QWidget | None = None,
        *,
        icon: str = "",
        key: str = "",
        kind: str = "",
        cap_ink: str = "",
    ) -> None:
        words, parent = words_and_parent(text, parent)
        super().__init__(words, parent)
        self._key = key
        self._icon = icon
        self._cap_ink = cap_ink
        if kind:
            self.setProperty("kind", kind)
        if icon:
            put_icon(self, icon, Tone.ON_ACCENT if kind == "primary" else Tone.PLAIN)

    def set_key(self, key: str) -> None:
        """Names the key in the cap; empty takes the cap away."""
        self._key = key
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: str) -> None:
        """Makes the button ``primary``, ``flat``, ``refuse``, ``link`` or plain."""
        if self.property("kind") == kind:
            return
        self.setProperty("kind", kind)
        if self._icon:
            put_icon(self, self._icon, Tone.ON_ACCENT if kind == "primary" else Tone.PLAIN)
        self.style().unpolish(self)
        self.style().polish(self)

    @override
    def sizeHint(self) -> QSize:
        """Room for the cap."""
        hint = super().sizeHint()
        gap = 0 if self.icon().isNull() else _ICON_GAP - 4  # the style allows 4
        return QSize(hint.width() + gap + self._cap_room(), hint.height())

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the button with its content moved left and the cap at the right."""
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        style = self.style()
        style.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        self._paint_label(painter, option)
        if self._key:
            self._paint_cap(painter)

    def _paint_label(self, painter: QPainter, option: QStyleOptionButton) -> None:
        """Icon and text with 8 px between; in the middle, or at the left where that is asked."""
        text_width = self.fontMetrics().horizontalAdvance(self.text())
        has_icon = not self.icon().isNull()
        side = self.iconSize().width() if has_icon else 0
        width = side + (_ICON_GAP if has_icon and self.text() else 0) + text_width
        room = self.width() - self._cap_room()
        at_left = self.property("menu") or self.property("align") == "start"
        left = _EDGE if at_left else max(_LEAST, (room - width) / 2)
        middle = self.height() / 2
        if has_icon:
            mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
            box = QRectF(left, middle - side / 2, side, side).toRect()
            self.icon().paint(painter, box, Qt.AlignmentFlag.AlignCenter, mode)
            left += side + _ICON_GAP
        painter.setPen(option.palette.color(QPalette.ColorRole.ButtonText))
        arrow = _ARROW if self.property("menu") else 0
        line = QRectF(left, 0, room - left - arrow, self.height())
        elide = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.text(), elide, int(line.width()) - _LEAST + 2)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _cap_width(self) -> int:
        metrics = self.fontMetrics()
        return round(metrics.horizontalAdvance(self._key) * TEXT_SMALL / 14) + 2 * _PAD

    def _cap_room(self) -> int:
        return self._cap_width() + _GAP if self._key else 0

    def _paint_cap(self, painter: QPainter) -> None:
        width = self._cap_width()
        top = (self.height() - _CAP_HEIGHT) / 2
        edge = _LEAST if self.property("kind") == "link" else _EDGE
        box = QRectF(self.width() - edge - width + 0.5, top + 0.5, width - 1, _CAP_HEIGHT - 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        filled = self.property("kind") == "primary" and self.isEnabled()
        ink = self._cap_ink or ("acc_on" if filled else "")
        painter.setPen(QPen(colour(ink or "line2"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush if ink else colour("panel"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(colour(ink or "t2"))
        painter.setFont(sized(self.font(), TEXT_SMALL))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)
