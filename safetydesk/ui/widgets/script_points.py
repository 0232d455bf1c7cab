"""What to say on the telephone, point by point, ticked as it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget
from typing_extensions import override

from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_LEAST, _GAP = 32, 2

Point = tuple[str, str]
"""The heading of a point and its words."""


class ScriptPoints(QWidget):
    """Space ticks a point; what was said and what was not is kept with the report."""

    changed = Signal()

    def __init__(self, points: Sequence[Point], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points = tuple(points)
        self.ticks: list[QCheckBox] = []
        self._words: list[PlainLabel] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(_GAP)
        grid.setColumnStretch(1, 1)
        for row, (lead, words) in enumerate(self._points):
            tick = QCheckBox(lead)
            tick.setAccessibleName(f"{lead}：{words}")
            tick.toggled.connect(self.changed)
            said = PlainLabel(words, wrap=True)
            said.setMinimumHeight(_LEAST)
            said.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(tick, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(said, row, 1)
            self.ticks.append(tick)
            self._words.append(said)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Each point as high as its words: forms know nothing of height for width."""
        super().resizeEvent(event)
        for said in self._words:
            room = self.width() - said.x()
            said.setFixedHeight(max(_LEAST, said.heightForWidth(room)))
        self.setMinimumHeight(sum(said.height() + _GAP for said in self._words))

    def said(self) -> tuple[tuple[str, bool], ...]:
        """Each heading with whether it was ticked."""
        return tuple(
            (lead, tick.isChecked())
            for (lead, _), tick in zip(self._points, self.ticks, strict=True)
        )
