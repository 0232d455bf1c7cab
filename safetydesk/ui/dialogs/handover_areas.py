"""What a handover is made of, area by area with its count; choosing one goes there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from safetydesk.ui.fonts import sized
from safetydesk.ui.marks import paint_level
from safetydesk.ui.theme import colour
from safetydesk.ui.tokens import ROW_HEIGHT, TEXT

_PAD = 12
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


@dataclass(frozen=True)
class Area:
    """One area: its key, its name, a count or a word, and the gravest level in it."""

    key: str
    name: str
    count: str = ""
    level: int = 0


class AreaButton(QAbstractButton):
    """A row of the list."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._area = Area(key, "")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_area(self, area: Area) -> None:
        """Shows another count."""
        self._area = area
        self.setText(area.name)
        self.setAccessibleName(f"{area.name} {area.count}".rstrip())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(150, ROW_HEIGHT)

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws name, mark and count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        chosen = self.isChecked()
        painter.setPen(QPen(colour("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        fill = "acc_soft" if chosen else "hover" if self.underMouse() else ""
        painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(sized(self.font(), TEXT, bold=chosen))
        painter.setPen(colour("acc_ink" if chosen else "t1"))
        line = QRectF(self.rect()).adjusted(_PAD, 0, -_PAD, 0)
        painter.drawText(line, _LEFT, self._area.name)
        mark = line.left() + painter.fontMetrics().horizontalAdvance(self._area.name) + 6
        painter.setFont(sized(self.font(), TEXT))
        painter.setPen(colour("t2"))
        painter.drawText(line, _RIGHT, self._area.count)
        if self._area.level:
            paint_level(painter, self._area.level, QRectF(mark, line.center().y() - 8, 16, 16))


class AreaList(QFrame):
    """``chosen`` carries the key of the area the person wants to see."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._buttons: dict[str, AreaButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 4, 4, 4)
        self._column.setSpacing(0)
        self._column.addStretch()

    def show_areas(self, areas: tuple[Area, ...]) -> None:
        """Shows the counts; the areas themselves stay."""
        for place, area in enumerate(areas):
            button = self._buttons.get(area.key)
            if button is None:
                button = AreaButton(area.key, self)
                button.clicked.connect(self._on_clicked)
                self._buttons[area.key] = button
                self._column.insertWidget(place, button)
            button.show_area(area)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, AreaButton):
            self.chosen.emit(button.key)
