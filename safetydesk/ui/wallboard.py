"""值班大屏: the frame's facts in letters for five metres, with a veil over data that grew old.

Nothing on it can be operated, and nobody's number stands on it; it is always dark.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from safetydesk.services.views_frame import AlarmState, AlarmView, FrameView, UpcomingView
from safetydesk.ui.fonts import sized
from safetydesk.ui.tokens import DARK

if TYPE_CHECKING:
    from safetydesk.domain.clock import Clock
    from safetydesk.ui.wording import Wording

STALE_AFTER = timedelta(seconds=30)
ROWS = 7
_HIGH, _HEAD, _FOOT, _ROW = 900.0, 190.0, 56.0, 82.0
_SIGNS = {1: ("Ⅰ", "r"), 2: ("Ⅱ", "o"), 3: ("Ⅲ", "y")}


class Wallboard(QWidget):
    """A window of its own; F11 or Esc closes it. ``show_frame`` brings data, time makes it old."""

    def __init__(self, parent: QWidget, *, clock: Clock, wording: Wording) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Wallboard"))
        self._clock, self._wording = clock, wording
        self._view = FrameView()
        self._data_at: datetime | None = None
        self._unit = 1.0
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)
        self._second.start()
        self.resize(1600, 900)

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
        self._unit = self.height() / _HIGH
        width = self.width() / self._unit
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._unit, self._unit)
        painter.fillRect(QRectF(0, 0, width, _HIGH), QColor(DARK.canvas))
        self._paint_head(painter, width)
        split = width * 0.67
        self._paint_alarms(painter, QRectF(20, _HEAD + 20, split - 30, _HIGH - _HEAD - _FOOT - 40))
        ahead = QRectF(split + 10, _HEAD + 20, width - split - 30, _HIGH - _HEAD - _FOOT - 40)
        self._paint_ahead(painter, ahead)
        self._paint_foot(painter, width)
        if self.is_stale:
            self._paint_veil(painter, width)
        painter.end()

    def _paint_head(self, painter: QPainter, width: float) -> None:
        now, header = self._clock.now(), self._view.header
        painter.fillRect(QRectF(0, 0, width, _HEAD), QColor(DARK.panel))
        self._write(painter, QRectF(30, 20, 380, 110), self._wording.time(now), 100, bold=True)
        day = self._wording.date_and_weekday(now)
        self._write(painter, QRectF(30, 130, 420, 40), day, 28, ink=DARK.t2)
        people = sorted(header.people, key=lambda person: not person.leads)
        blocks = [(p.post, p.name, p.presence or "—") for p in people[:3]]
        if header.turnover_at is not None:
            at = header.turnover_at
            left = self._wording.period(abs(at - now))
            words = self.tr("in {period}") if at > now else self.tr("overdue by {period}")
            turnover = (self._wording.time(at), words.format(period=left))
            blocks.append((self.tr("Handover"), *turnover))
        step = (width - 470) / max(len(blocks), 1)
        for number, (label, strong, below) in enumerate(blocks):
            left_edge = 470 + number * step
            painter.fillRect(QRectF(left_edge, 0, 2, _HEAD), QColor(DARK.line))
            box = QRectF(left_edge + 28, 24, step - 36, 40)
            self._write(painter, box, label, 26, ink=DARK.t2)
            self._write(painter, box.translated(0, 40).adjusted(0, 0, 0, 24), strong, 48, bold=True)
            self._write(painter, box.translated(0, 104), below, 28, ink=DARK.t2)

    def _paint_alarms(self, painter: QPainter, box: QRectF) -> None:
        alarms = self._view.alarms.without_people().alarms
        title = self.tr("Alarms {count}").format(count=len(alarms))
        incidents = self._view.counts.get("incidents")
        if incidents is not None and incidents.count:
            title += "　" + self.tr("Open incidents {count}").format(count=incidents.count)
        self._paint_card(painter, box, title)
        if not alarms:
            calm = QRectF(box.left(), box.top() + 60, box.width(), 120)
            words = self.tr("No alarms now")
            self._write(painter, calm.adjusted(24, 0, 0, 0), words, 44, ink=DARK.t2)
        for number, alarm in enumerate(alarms[:ROWS]):
            row = QRectF(box.left(), box.top() + 60 + number * _ROW, box.width(), _ROW)
            self._paint_alarm(painter, row, alarm)

    def _paint_alarm(self, painter: QPainter, row: QRectF, alarm: AlarmView) -> None:
        sign, letter = _SIGNS[alarm.level]
        fill, ink = QColor(getattr(DARK, letter)), getattr(DARK, f"{letter}_on")
        calls = alarm.state is AlarmState.ACTIVE
        loud = calls and alarm.level == 1
        if loud:
            painter.fillRect(row, fill)
        badge = QRectF(row.left() + 24, row.top() + 16, 50, 50)
        painter.setPen(QColor(ink) if loud else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(badge, 8, 8)
        self._write(painter, badge, sign, 32, ink=ink, bold=True, middle=True)
        text = ink if loud else DARK.t1
        title = QRectF(row.left() + 96, row.top(), row.width() * 0.5, row.height())
        self._write(painter, title, alarm.title, 38, ink=text, bold=True)
        left = alarm.due_at - self._clock.now()
        words = self.tr("{period} left") if left > timedelta(0) else self.tr("overdue by {period}")
        due = words.format(period=self._wording.period(abs(left)))
        if not calls:
            due = self.tr("{due} · seen").format(due=due)
        edge = QRectF(title.right(), row.top(), row.right() - 24 - title.right(), row.height())
        self._write(painter, edge, due, 34, ink=text, bold=True, right=True)

    def _paint_ahead(self, painter: QPainter, box: QRectF) -> None:
        self._paint_card(painter, box, self.tr("Next 4 hours"))
        soon: tuple[UpcomingView, ...] = self._view.alarms.without_people().soon[:ROWS]
        for number, coming in enumerate(soon):
            row = QRectF(box.left() + 24, box.top() + 60 + number * 66, box.width() - 40, 66)
            self._write(painter, row, self._wording.time(coming.at), 34, bold=True)
            self._write(painter, row.adjusted(112, 0, 0, 0), coming.title, 32)

    def _paint_card(self, painter: QPainter, box: QRectF, title: str) -> None:
        painter.setPen(QColor(DARK.line))
        painter.setBrush(QColor(DARK.card))
        painter.drawRoundedRect(box, 6, 6)
        head = QRectF(box.left() + 24, box.top(), box.width() - 48, 58)
        self._write(painter, head, title, 28, ink=DARK.t2, bold=True)

    def _paint_foot(self, painter: QPainter, width: float) -> None:
        box = QRectF(30, _HIGH - _FOOT, width - 60, _FOOT)
        at = self._wording.time(self._data_at, seconds=True) if self._data_at else "—"
        parts = [self.tr("Data of {time}").format(time=at)]
        if not self.is_stale:
            items = self._view.status.items
            parts += [f"{i.label} {i.text}".strip() for i in (*items[:1], *items[4:5])]
        self._write(painter, box, "　　".join(parts), 28, ink=DARK.t2)
        phones = "　".join(phone.number for phone in self._view.header.phones[:1])
        self._write(painter, box, phones, 28, right=True)

    def _paint_veil(self, painter: QPainter, width: float) -> None:
        grey = QColor(DARK.g)
        grey.setAlpha(170)
        painter.fillRect(QRectF(0, 0, width, _HIGH), grey)
        plate = QRectF(width / 2 - 560, _HIGH / 2 - 120, 1120, 240)
        painter.setPen(QColor(DARK.f_on))
        painter.setBrush(QColor(DARK.f))
        painter.drawRect(plate)
        upper, lower = plate.adjusted(30, 30, -30, -110), plate.adjusted(30, 130, -30, -20)
        self._write(painter, upper, self._stale_words(), 60, ink=DARK.f_on, bold=True, middle=True)
        words = self.tr("Trust the duty desk, not this board.")
        self._write(painter, lower, words, 34, ink=DARK.f_on, middle=True)

    def _stale_words(self) -> str:
        if self._data_at is None:
            return self.tr("No data yet")
        old = self._wording.period(self._clock.now() - self._data_at)
        return self.tr("Data not renewed for {period}").format(period=old)

    def _write(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        pixels: int,
        *,
        ink: str = DARK.t1,
        bold: bool = False,
        right: bool = False,
        middle: bool = False,
    ) -> None:
        """One line of plain text; what does not fit ends in an ellipsis."""
        painter.setFont(sized(self.font(), pixels, bold=bold))
        painter.setPen(QColor(ink))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        side = Qt.AlignmentFlag.AlignHCenter if middle else side
        shown = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(box.width())
        )
        painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
