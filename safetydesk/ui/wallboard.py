"""值班大屏: the frame's facts in letters for five metres, with a veil over data that grew old.

Nothing on it can be operated; the duty leader's number stands on it only where the office allows
it, nobody else's ever does. It is always dark.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from safetydesk.services.views_frame import FrameView
from safetydesk.ui.screen_bounds import take_first_size
from safetydesk.ui.tokens import DARK
from safetydesk.ui.wallboard_blocks import HIGH, Blocks
from safetydesk.ui.wallboard_brush import Brush

if TYPE_CHECKING:
    from safetydesk.domain.clock import Clock
    from safetydesk.ui.wording import Wording

STALE_AFTER = timedelta(seconds=30)
_EDGE = 16.0


class Wallboard(QWidget):
    """A window of its own; F11 or Esc closes it. ``show_frame`` brings data, time makes it old."""

    def __init__(
        self, parent: QWidget, *, clock: Clock, wording: Wording, phones: bool = False
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Wallboard"))
        self._clock, self._wording = clock, wording
        self._blocks = Blocks(self, wording, phones=phones)
        self._view = FrameView()
        self._data_at: datetime | None = None
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)
        self._second.start()
        take_first_size(self)

    @Slot(object)
    def show_frame(self, view: FrameView) -> None:
        """Fresh data; numbers and names beside alarms stay at the desk."""
        self._view = view
        self._data_at = self._clock.now()
        self.tick()

    @property
    def is_stale(self) -> bool:
        """Whether nothing fresh came for thirty seconds: then it must not pass for the truth."""
        return self._data_at is None or self._clock.now() - self._data_at > STALE_AFTER

    @Slot()
    def tick(self) -> None:
        """A second went by."""
        self.setAccessibleName(self._stale_words() if self.is_stale else self.windowTitle())
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """F11 and Esc close."""
        if event.key() in {Qt.Key.Key_F11, Qt.Key.Key_Escape}:
            self.close()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Everything, in units of a screen 900 high."""
        brush = Brush(self, self.font(), HIGH)
        brush.fill(QRectF(0, 0, brush.width, HIGH), DARK.canvas)
        self._blocks.paint(brush, self._view, self._clock.now())
        self._blocks.foot(brush, self._view, self._data_at, stale=self.is_stale)
        if self.is_stale:
            self._paint_veil(brush)
        elif self._view.status.fault is not None:
            brush.hatch(brush.width, HIGH, _EDGE)
        brush.end()

    def _paint_veil(self, brush: Brush) -> None:
        """Grey over everything, a striped edge, and a plate that says why and what to do."""
        brush.fill(QRectF(0, 0, brush.width, HIGH), QColor(66, 73, 82, 204))
        brush.hatch(brush.width, HIGH, _EDGE)
        plate = QRectF(brush.width / 2 - 560, HIGH / 2 - 120, 1120, 240)
        brush.frame(plate, line=DARK.f_on, fill=DARK.f, radius=0)
        brush.icon("fault", QRectF(plate.left() + 56, plate.top() + 60, 120, 120), DARK.f_on)
        words = plate.adjusted(220, 0, -24, 0)
        upper, lower = words.adjusted(0, 44, 0, -116), words.adjusted(0, 124, 0, -56)
        brush.write(upper, self._stale_words(), 60, ink=DARK.f_on, bold=True)
        brush.write(lower, self._advice(), 32, ink=DARK.f_on)

    def _advice(self) -> str:
        """Where the board stopped, and whom to ask instead."""
        parts = [self.tr("Trust the duty desk, not this board.")]
        if self._data_at is not None:
            at = self._wording.time(self._data_at, seconds=True)
            parts.insert(0, self.tr("Stopped at {time}.").format(time=at))
        parts += [phone.number for phone in self._view.header.phones[:1]]
        return " ".join(parts)

    def _stale_words(self) -> str:
        if self._data_at is None:
            return self.tr("No data yet")
        old = self._wording.period(self._clock.now() - self._data_at)
        return self.tr("Data not renewed for {period}").format(period=old)
