"""What the window shows while the desk is being opened: the frame's surfaces and the newest lines.

Two widgets paint it all. The frame itself (some hundred widgets, a style sheet, icons) costs more
than the whole bare window; it is built behind this and takes the same places.

Nothing here may need the namespace ``Qt``: PySide6 makes its ninety enumerations when it is first
touched, a tenth of the whole start. ``setPen`` and ``fillRect`` touch it, whatever they are given.
So surfaces are filled paths, and words have the colour of their widget's palette.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from safetydesk.ui.fonts import sized
from safetydesk.ui.tokens import (
    ALARMS_WIDTH,
    ALARMS_WIDTH_NARROW,
    CARD_HEAD_HEIGHT,
    CLOCK_WIDTH_NARROW,
    HEADER_HEIGHT,
    LOW_BELOW,
    NARROW_BELOW,
    NAVIGATION_WIDTH,
    NAVIGATION_WIDTH_NARROW,
    QUICK_HEIGHT,
    ROW_HEIGHT,
    S3,
    S4,
    STATUS_HEIGHT,
    TEXT,
    TEXT_LARGE,
    TEXT_PAGE,
    TEXT_TITLE,
    Theme,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QTimerEvent

    from safetydesk.domain.clock import Clock
    from safetydesk.ui.wording import Wording

Line = tuple[datetime, str, str, str]
"""When (aware), kind, text and author of an entry."""

_PAGE_HEAD, _ALARM_HEAD, _DAY_WIDTH = 36, 52, 138
_TIME, _KIND, _AUTHOR = 120, 110, 90
_LEFT, _RIGHT, _CENTRE = 0x81, 0x82, 0x84
"""``Qt.AlignmentFlag`` by number: at the left, at the right and in the middle of a line."""


class _Quiet(QWidget):
    """The words in the second colour; a widget of its own, since its palette is its pen."""

    def __init__(self, parent: QWidget, colour: str) -> None:
        super().__init__(parent)
        self.words: list[tuple[QRect, int, str]] = []
        self.setPalette(_palette(colour))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Writes what the face has left to it."""
        painter = QPainter(self)
        for place, how, text in self.words:
            painter.drawText(place, how, text)


class OpeningFace(QWidget):
    """Shows lines given to it at once, and the time; it can be asked for nothing."""

    def __init__(
        self, *, office: str, lines: tuple[Line, ...], clock: Clock, wording: Wording, theme: Theme
    ) -> None:
        super().__init__()
        self._title = office or self.tr("Duty desk")
        self._lines = lines
        self._clock = clock
        self._wording = wording
        self._theme = theme
        self._brushes: dict[str, QBrush] = {}
        self._remark = self.tr("Opening the desk…")
        self.setPalette(_palette(theme.t1))
        self._quiet = _Quiet(self, theme.t2)
        self.setAccessibleName(f"{self._title} {self._remark}")
        self.startTimer(1000)

    @override
    def timerEvent(self, event: QTimerEvent, /) -> None:
        """The clock goes on."""
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """The quiet words lie over everything."""
        super().resizeEvent(event)
        self._quiet.setGeometry(self.rect())

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Paints the surfaces of the frame and, in the middle, what is known already."""
        self._quiet.words.clear()
        narrow = self.width() < NARROW_BELOW or self.height() < LOW_BELOW
        left = NAVIGATION_WIDTH_NARROW if narrow else NAVIGATION_WIDTH
        right = ALARMS_WIDTH_NARROW if narrow else ALARMS_WIDTH
        middle = self.rect().adjusted(0, HEADER_HEIGHT, 0, -QUICK_HEIGHT - STATUS_HEIGHT)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._fill(painter, self.rect(), self._theme.panel)
        self._paint_header(painter, CLOCK_WIDTH_NARROW if narrow else NAVIGATION_WIDTH)
        self._paint_foot(painter, middle.bottom() + 1)
        self._paint_alarms(painter, middle.adjusted(middle.width() - right, 0, 0, 0))
        page = middle.adjusted(left, 0, -right, 0)
        self._fill(painter, page, self._theme.canvas)
        self._rule(painter, page.left() - 1, page.top(), 1, page.height())
        side = S3 if narrow else S4
        self._paint_page(painter, page.adjusted(side, S3, -side, -S3))

    def _paint_header(self, painter: QPainter, clock: int) -> None:
        """Time and day over a hairline."""
        now = self._clock.now()
        place = QRect(0, 0, clock, HEADER_HEIGHT - 1)
        self._write(painter, place, self._wording.time(now, seconds=True), _CENTRE, TEXT_LARGE)
        day = QRect(clock + 16, 0, _DAY_WIDTH - 16, HEADER_HEIGHT - 1)
        self._write(painter, day, self._wording.date_and_weekday(now), _LEFT, TEXT)
        for line in (clock - 1, clock + _DAY_WIDTH - 1):
            self._rule(painter, line, 0, 1, HEADER_HEIGHT)
        self._rule(painter, 0, HEADER_HEIGHT - 1, self.width(), 1)

    def _paint_foot(self, painter: QPainter, top: int) -> None:
        """The place of the quick entry line over that of the status line."""
        self._fill(painter, QRect(0, top, self.width(), QUICK_HEIGHT), self._theme.raised)
        self._fill(painter, QRect(0, top, self.width(), 1), self._theme.line2)
        self._rule(painter, 0, top + QUICK_HEIGHT, self.width(), 1)

    def _paint_alarms(self, painter: QPainter, place: QRect) -> None:
        """The place of the alarm list: nothing is said of alarms before they are known."""
        self._rule(painter, place.left(), place.top(), 1, place.height())
        self._rule(painter, place.left() + 1, place.top() + _ALARM_HEAD - 1, place.width(), 1)
        head = QRect(place.left() + 17, place.top(), place.width(), _ALARM_HEAD - 1)
        self._write(painter, head, self.tr("Alarms"), _LEFT, TEXT_TITLE)

    def _paint_page(self, painter: QPainter, place: QRect) -> None:
        """The office, what goes on, and the newest lines on a card."""
        head = QRect(place.left(), place.top(), place.width(), _PAGE_HEAD)
        end = self._write(painter, head, self._title, _LEFT, TEXT_PAGE)
        self._quiet.words.append((head.adjusted(end + 12, 0, 0, 0), _LEFT, self._remark))
        if self._lines:
            self._paint_card(painter, place.adjusted(0, _PAGE_HEAD + S3, 0, 0))

    def _paint_card(self, painter: QPainter, place: QRect) -> None:
        """As many lines as there is room for."""
        self._fill(painter, place, self._theme.line, 6.5)
        self._fill(painter, place.adjusted(1, 1, -1, -1), self._theme.card, 5.5)
        row = QRect(place.left() + 1, place.top() + 1, place.width() - 2, CARD_HEAD_HEIGHT)
        self._write(painter, row.adjusted(16, 0, 0, -1), self.tr("Recent entries"), _LEFT, 16)
        self._rule(painter, row.left(), row.bottom(), row.width(), 1)
        row.setHeight(ROW_HEIGHT)
        row.translate(0, CARD_HEAD_HEIGHT)
        for line in self._lines:
            if row.bottom() > place.bottom():
                break
            self._paint_line(painter, row, line)
            row.translate(0, ROW_HEIGHT)

    def _paint_line(self, painter: QPainter, row: QRect, line: Line) -> None:
        """One entry: when, what kind, the beginning of its text, and who wrote it."""
        at, kind, text, author = line
        cells = row.adjusted(16, 0, -16, -1)
        self._write(painter, cells, self._wording.moment(at, self._clock.now()), _LEFT, TEXT)
        self._quiet.words.append((cells.adjusted(_TIME - 8, 0, 0, 0), _LEFT, kind))
        self._quiet.words.append((cells, _RIGHT, author))
        words = cells.adjusted(_TIME + _KIND - 8, 0, 8 - _AUTHOR, 0)
        painter.setFont(self.font())
        width = QFontMetrics(self.font()).horizontalAdvance
        painter.drawText(words, _LEFT, shortened(text.partition("\n")[0], words.width(), width))
        self._rule(painter, row.left(), row.bottom(), row.width(), 1)

    def _write(self, painter: QPainter, place: QRect, text: str, how: int, pixels: int) -> int:
        """Writes in bold; the width it took."""
        painter.setFont(sized(self.font(), pixels, bold=True))
        painter.drawText(place, how, text)
        return painter.fontMetrics().horizontalAdvance(text)

    def _rule(self, painter: QPainter, left: int, top: int, width: int, height: int) -> None:
        """A hairline."""
        self._fill(painter, QRect(left, top, width, height), self._theme.line)

    def _fill(self, painter: QPainter, place: QRect, colour: str, radius: float = 0) -> None:
        """A surface, with round corners where a radius is given."""
        brush = self._brushes.get(colour)
        if brush is None:
            brush = self._brushes[colour] = _palette(colour).windowText()
        path = QPainterPath()
        sides = place.x(), place.y(), place.width(), place.height()
        if radius:
            path.addRoundedRect(*sides, radius, radius)
        else:
            path.addRect(*sides)
        painter.fillPath(path, brush)


def shortened(text: str, room: int, width: Callable[[str], int]) -> str:
    """As much of a text as there is room for, by what measures texts; ``elidedText`` needs Qt."""
    if width(text) <= room:
        return text
    kept = bisect_right(range(len(text)), room, key=lambda end: width(f"{text[:end]}…"))
    return f"{text[: max(0, kept - 1)]}…"


def _palette(colour: str) -> QPalette:
    """A palette whose words have this colour."""
    made = QPalette()
    made.setColor(QPalette.ColorRole.WindowText, QColor(colour))
    return made
