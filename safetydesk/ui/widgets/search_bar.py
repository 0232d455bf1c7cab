"""The box in which somebody is looked for, with what was found and the keys that work there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from safetydesk.ui.theme import colour
from safetydesk.ui.widgets.icon_sign import IconSign
from safetydesk.ui.widgets.key_cap import KeyCap
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel
from safetydesk.ui.widgets.search_line import SearchLine

_HEIGHT = 44


class SearchBar(QFrame):
    """``line`` is the field; the remark at its right says how many were found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_HEIGHT)
        self.line = SearchLine()
        # The bar itself is the field's frame (see paintEvent).
        self.line.setStyleSheet(
            "QLineEdit, QLineEdit:focus { border: 0; padding: 0; background: transparent; }"
        )
        self.line.installEventFilter(self)
        self.line.setAccessibleName(self.tr("Search contacts"))
        self.line.setPlaceholderText(self.tr("Name, unit, post, pinyin, initials or number"))
        self._remark = ElidedLabel(role="label")
        self._keys = QWidget()
        keys = QHBoxLayout(self._keys)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.setSpacing(8)
        for cap, text in (
            ("↑ ↓", self.tr("choose")),
            ("Ctrl C", self.tr("copy the number")),
            ("Enter", self.tr("record a call")),
        ):
            keys.addWidget(KeyCap(cap))
            keys.addWidget(PlainLabel(text, role="sub"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(IconSign("search", "t2", 18))
        row.addWidget(self.line, 2)
        row.addWidget(self._remark, 1)
        row.addWidget(self._keys)
        self.setFocusProxy(self.line)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Paints the frame anew when the field gets or loses the keys."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the frame of the field, two pixels wide while it has the keys."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.line.hasFocus()
        width = 2 if focused else 1
        painter.setPen(QPen(colour("focus" if focused else "line3"), width))
        painter.setBrush(colour("raised"))
        edge = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 6, 6)

    def show_remark(self, text: str) -> None:
        """Says what was found."""
        self._remark.setText(text)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one bit that the window decides
        """Leaves out the keys."""
        self._keys.setVisible(not narrow)
