"""The head of the paper sheet: office, title, number, and the cells with date, weather, people."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from safetydesk.domain import wording as words
from safetydesk.domain.shift import OUTSIDE_SHIFTS
from safetydesk.ui.fonts import sized
from safetydesk.ui.theme import colour
from safetydesk.ui.tokens import TEXT
from safetydesk.ui.widgets.plain import set_plain_tooltip

if TYPE_CHECKING:
    from safetydesk.domain.people import OfficeFacts
    from safetydesk.services.views_duty import ShiftView
    from safetydesk.ui.wording import Wording

TITLE = "值班日志"
_TITLE_HEIGHT, _CELL_HEIGHT, _LABEL_WIDTH = 42, 31, 68
_SHARES = (0.255, 0.235, 0.305, 0.205)
_WEATHER = 1
_LONGEST = timedelta(hours=25)
"""No shift is longer than the day on which the clock goes back."""


class LogHead(QWidget):
    """Painted like the form; the weather is the one cell to write in.

    ``weather_written`` carries the text once its writer has left the cell.
    """

    weather_written = Signal(str)

    def __init__(
        self, office: OfficeFacts, wording: Wording, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._office, self._wording = office, wording
        self._number = ""
        self._cells: list[tuple[str, str]] = []
        self.setFixedHeight(_TITLE_HEIGHT + 2 * _CELL_HEIGHT + 1)
        self._weather = QLineEdit(self)
        self._weather.setAccessibleName(self.tr("Weather"))
        self._weather.setPlaceholderText(self.tr("weather, temperature"))
        # The painted cell is the field's frame.
        self._weather.setStyleSheet(
            "QLineEdit, QLineEdit:read-only { border: 0; padding: 0; background: transparent; }"
        )
        self._saved = ""
        self._weather.editingFinished.connect(self._on_weather)

    def show_shift(self, shift: ShiftView) -> None:
        """Shows the head of a shift; weather that is being written stays."""
        self._number = shift.number
        self._cells = self._made(shift)
        if not self._weather.isModified():
            self._weather.setText(shift.weather)
        self._saved = shift.weather
        outside = shift.id == OUTSIDE_SHIFTS
        self._weather.setReadOnly(outside or shift.closed_at is not None)
        self.setAccessibleName("，".join(f"{label} {value}" for label, value in self._cells))
        set_plain_tooltip(self, "\n".join(f"{label}  {value}" for label, value in self._cells))
        self.update()

    def weather_field(self) -> QLineEdit:
        """The cell to write in."""
        return self._weather

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Keeps the field in its cell."""
        super().resizeEvent(event)
        self._weather.setGeometry(self._value_box(_WEATHER).adjusted(8, 2, -4, -2))

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws title and cells."""
        painter = QPainter(self)
        self._paint_title(painter)
        for number, (label, value) in enumerate(self._cells):
            self._paint_cell(painter, number, label, value)
        painter.setPen(QPen(colour("t1"), 1))
        frame = QRectF(0.5, _TITLE_HEIGHT + 0.5, self.width() - 1, 2 * _CELL_HEIGHT)
        painter.drawRect(frame)

    def _paint_title(self, painter: QPainter) -> None:
        line = QRect(0, 0, self.width(), _TITLE_HEIGHT - 6)
        font = sized(self.font(), 24, bold=True)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 8)
        painter.setFont(font)
        painter.setPen(colour("t1"))
        painter.drawText(line.adjusted(8, 0, 0, 0), int(Qt.AlignmentFlag.AlignCenter), TITLE)
        painter.setFont(sized(self.font(), TEXT))
        painter.setPen(colour("t2"))
        low = Qt.AlignmentFlag.AlignBottom
        painter.drawText(line, int(low | Qt.AlignmentFlag.AlignLeft), self._office.name)
        number = self.tr("No. {number}").format(number=self._number) if self._number else ""
        painter.drawText(line, int(low | Qt.AlignmentFlag.AlignRight), number)

    def _paint_cell(self, painter: QPainter, number: int, label: str, value: str) -> None:
        box = self._value_box(number)
        head = QRect(box.left() - _LABEL_WIDTH, box.top(), _LABEL_WIDTH, box.height())
        painter.fillRect(head, colour("sunk"))
        painter.setPen(QPen(colour("line2"), 1))
        painter.drawRect(head)
        painter.drawRect(box)
        painter.setFont(sized(self.font(), TEXT))
        painter.setPen(colour("t2"))
        painter.drawText(head, int(Qt.AlignmentFlag.AlignCenter), label)
        if number == _WEATHER:
            return
        painter.setPen(colour("t1"))
        inner = box.adjusted(8, 0, -6, 0)
        shown = painter.fontMetrics().elidedText(value, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _value_box(self, number: int) -> QRect:
        """The room of a value; its label stands left of it."""
        line, column = divmod(number, len(_SHARES))
        edges = [round(self.width() * sum(_SHARES[:n])) for n in range(len(_SHARES) + 1)]
        edges[-1] = self.width() - 1
        left = edges[column] + _LABEL_WIDTH
        top = _TITLE_HEIGHT + line * _CELL_HEIGHT
        return QRect(left, top, edges[column + 1] - left, _CELL_HEIGHT)

    def _made(self, shift: ShiftView) -> list[tuple[str, str]]:
        """Labels and values, row by row."""
        day = self._wording.today(shift.planned_from)
        weekday = self._wording.words.weekdays[day.weekday()]
        leaders = [
            self.tr("{name} ({title})").format(name=p.name, title=p.title) if p.title else p.name
            for p in shift.of("leader")
        ]
        return [
            (self.tr("Date"), f"{words.long_date(day, self._wording.words)} {weekday}"),
            (self.tr("Weather"), shift.weather),
            (self.tr("Duty leader"), "、".join(leaders)),
            (self.tr("Duty phone"), self._office.duty_phone),
            (self.tr("Shift"), self._hours(shift)),
            *((label, self._people(shift, post)) for post, label in self._posts()),
        ]

    def _posts(self) -> list[tuple[str, str]]:
        """The three posts of the second row, as the office calls them."""
        known = {post.id: post.label for post in self._office.posts}
        return [(post, known.get(post, post)) for post in ("primary", "deputy", "standby")]

    def _hours(self, shift: ShiftView) -> str:
        if shift.planned_to - shift.planned_from > _LONGEST:
            return self._wording.span(shift.planned_from, shift.planned_to)
        start, end = (self._wording.time(at) for at in (shift.planned_from, shift.planned_to))
        whole_day = shift.planned_to - shift.planned_from >= timedelta(hours=23)
        pattern = self.tr("{start} — {end} next day") if whole_day else "{start} — {end}"
        return pattern.format(start=start, end=end)

    def _people(self, shift: ShiftView, post: str) -> str:
        """「李敏 08:18 到岗」, several after another."""
        shown: list[str] = []
        for person in shift.of(post):
            if person.actual_from is None:
                shown.append(person.name)
                continue
            at = self._wording.time(person.actual_from)
            shown.append(self.tr("{name} arrived {time}").format(name=person.name, time=at))
        return "、".join(dict.fromkeys(shown))

    @Slot()
    def _on_weather(self) -> None:
        text = self._weather.text().strip()
        self._weather.setModified(False)
        if text != self._saved.strip() and not self._weather.isReadOnly():
            self._saved = text
            self.weather_written.emit(text)
