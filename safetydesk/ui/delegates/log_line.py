"""How a line of the log sheet is painted: wrapped words, what was struck, badges, date rules."""

from __future__ import annotations

from typing import TypeAlias, cast

from PySide6.QtCore import (
    QEvent,
    QLineF,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)
from typing_extensions import override

from safetydesk.services.sheets import SegmentMark
from safetydesk.ui.delegates.row_delegate import paint_cell
from safetydesk.ui.fonts import sized
from safetydesk.ui.models.log_lines import CONTENT, HANDLING, ROW_ROLE, STATE, TIME, LogRow
from safetydesk.ui.models.rows_model import Cell
from safetydesk.ui.theme import colour, current_theme
from safetydesk.ui.tokens import ROW_HEIGHT, TEXT
from safetydesk.ui.widgets.plain import plain_tooltip

RULE_HEIGHT = 24
_PAD, _ABOVE = 8, 6
_BADGE_HEIGHT, _BADGE_PAD, _GAP = 21, 7, 6
_STATE_FRAME = 15
_MOST_KEPT = 1_000
"""So many set texts are kept, those of a long sheet."""
_Parts: TypeAlias = tuple[tuple[str, str], ...]
"""Words and the tone of each stretch of them."""
_WRAP = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


class LogLineDelegate(QStyledItemDelegate):
    """Paints ``LogRow`` values from the theme in use.

    ``tall_row`` is the row that has room for the acts below its words; they are not painted over.
    """

    tall_row = -1
    acts_height = 0

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept = _KeptWords()

    def height_of(self, row: LogRow, content_width: int, handling_width: int, font: QFont) -> int:
        """How high a row must be for its wrapped words."""
        if row.rule:
            return RULE_HEIGHT
        font = sized(font, TEXT)
        content = self._kept.content(row, content_width - 2 * _PAD, font).height
        handling = self._kept.handling(row, handling_width - 2 * _PAD, font).height
        return max(ROW_HEIGHT, round(max(content, handling)) + 2 * _ABOVE)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        /,
    ) -> None:
        """Draws surface and content of one cell."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, LogRow):
            return
        painter.save()
        painter.setClipRect(option.rect)
        if row.rule:
            _paint_rule(painter, row, option)
        else:
            has_acts = index.row() == self.tall_row
            self._paint_surface(painter, option, has_acts=has_acts)
            box = QRect(option.rect)
            if has_acts:
                box.setBottom(box.bottom() - self.acts_height)
            self._paint_content(painter, row, index.column(), QRectF(box), option.font)
        painter.restore()

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        /,
    ) -> bool:
        """Shows the words of a cell that is too narrow for them."""
        row = index.data(ROW_ROLE)
        if event.type() != QEvent.Type.ToolTip or not isinstance(row, LogRow):
            return super().helpEvent(event, view, option, index)
        text = row.text(index.column())
        wide = view.fontMetrics().horizontalAdvance(text) > option.rect.width() - 2 * _PAD
        wraps = index.column() in {CONTENT, HANDLING}
        QToolTip.showText(event.globalPos(), plain_tooltip(text if wide and not wraps else ""))
        return True

    def _paint_content(
        self, painter: QPainter, row: LogRow, column: int, box: QRectF, font: QFont
    ) -> None:
        plain = sized(font, TEXT)
        if column in {CONTENT, HANDLING}:
            inner = box.adjusted(_PAD, _ABOVE, -_PAD, -_ABOVE)
            kept = self._kept.content if column == CONTENT else self._kept.handling
            words = kept(row, int(inner.width()), plain)
            words.paint(painter, QPointF(inner.left(), box.center().y() - words.height / 2))
        elif column == STATE:
            _paint_state(painter, row, box, plain)
        else:
            _paint_word(painter, row, column, box, sized(font, TEXT, bold=column == TIME))

    @staticmethod
    def _paint_surface(painter: QPainter, option: QStyleOptionViewItem, *, has_acts: bool) -> None:
        if has_acts or option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colour("sel"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, colour("hover"))


class _Words:
    """Words set in a width, with the parts that are struck and a badge at their end."""

    def __init__(self, parts: _Parts, badge: str, width: int, font: QFont) -> None:
        self.badge = badge
        self._struck: list[tuple[int, int]] = []
        text = "".join(words for words, _ in parts)
        self._layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(_WRAP)
        self._layout.setTextOption(option)
        self._layout.setFormats(self._formats(parts))
        self.height = self._set(max(width, 40))
        self.badge_box = self._badge_box(max(width, 40), QFontMetricsF(font))

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Draws the words with their top left corner at a place."""
        painter.setPen(colour("t1"))
        self._layout.draw(painter, at)
        painter.setPen(QPen(colour("r"), 1))
        for start, end in self._struck:
            painter.drawLines([line.translated(at) for line in self._lines_through(start, end)])
        if self.badge:
            font = self._layout.font()
            paint_cell(
                painter,
                Cell(self.badge, badge="o"),
                self.badge_box.translated(at),
                font,
                right=False,
            )

    def _formats(self, parts: _Parts) -> list[QTextLayout.FormatRange]:
        formats: list[QTextLayout.FormatRange] = []
        start = 0
        for words, tone in parts:
            made = QTextLayout.FormatRange()
            made.start, made.length = start, _units(words)
            char_format = QTextCharFormat()
            char_format.setForeground(colour("t3" if tone == "struck" else tone))
            made.format = char_format
            formats.append(made)
            if tone == "struck":
                self._struck.append((start, start + made.length))
            start += made.length
        return formats

    def _set(self, width: int) -> float:
        """Breaks the words into lines; their height."""
        self._layout.beginLayout()
        height = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += max(line.height(), ROW_HEIGHT - 2 * _ABOVE)
        self._layout.endLayout()
        return height

    def _badge_box(self, width: int, metrics: QFontMetricsF) -> QRectF:
        """Behind the last word, or on a line of its own where there is no room."""
        if not self.badge:
            return QRectF()
        wanted = min(metrics.horizontalAdvance(self.badge) + 2 * _BADGE_PAD + 1, width)
        last = self._layout.lineAt(self._layout.lineCount() - 1)
        left = last.naturalTextWidth() + _GAP if last.isValid() else 0.0
        top = last.position().y() if last.isValid() else 0.0
        if left + wanted > width:
            left, top = 0.0, self.height + 2
            self.height += _BADGE_HEIGHT + 2
        return QRectF(left, top - 1, wanted, _BADGE_HEIGHT)

    def _lines_through(self, start: int, end: int) -> list[QLineF]:
        """The strokes through a stretch of words, one on each line that it touches."""
        strokes: list[QLineF] = []
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first >= last:
                continue
            middle = line.position().y() + line.height() / 2 + 1
            strokes.append(
                QLineF(_x(line.cursorToX(first)), middle, _x(line.cursorToX(last)), middle)
            )
        return strokes


class _KeptWords:
    """Words set lately: a line is measured, then painted, and painted again while it scrolls."""

    def __init__(self) -> None:
        self._words: dict[tuple[_Parts, str, int, QFont, str], _Words] = {}

    def content(self, row: LogRow, width: int, font: QFont) -> _Words:
        """The words of the content column."""
        parts = tuple(
            (part.text, "struck" if row.struck or part.mark is SegmentMark.STRUCK else "t1")
            for part in row.segments
        )
        return self._set(parts, row.badge, width, font)

    def handling(self, row: LogRow, width: int, font: QFont) -> _Words:
        """The words of the handling column, who corrected or struck the line behind them."""
        gap = " " if row.handling and row.note else ""
        parts = ((row.handling or ("" if row.note else "—"), "t1"), (gap + row.note, "t3"))
        return self._set(parts, "", width, font)

    def _set(self, parts: _Parts, badge: str, width: int, font: QFont) -> _Words:
        """The words as they were set; their colours are those of a theme."""
        key = (parts, badge, width, font, current_theme().name)
        found = self._words.get(key)
        if found is None:
            if len(self._words) >= _MOST_KEPT:
                self._words.clear()
            found = self._words[key] = _Words(parts, badge, width, font)
        return found


def _x(place: object) -> float:
    """The place alone: Qt gives it together with the cursor."""
    return cast("tuple[float, int]", place)[0]


def _units(text: str) -> int:
    """The length of a text as Qt counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _paint_rule(painter: QPainter, row: LogRow, option: QStyleOptionViewItem) -> None:
    painter.fillRect(option.rect, colour("sunk"))
    painter.setPen(colour("t2"))
    painter.setFont(sized(option.font, TEXT))
    painter.drawText(option.rect, int(Qt.AlignmentFlag.AlignCenter), row.rule)


def _paint_state(painter: QPainter, row: LogRow, box: QRectF, font: QFont) -> None:
    if not row.tone:
        painter.setFont(font)
        painter.setPen(colour("t2"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), row.state or "—")
        return
    width = QFontMetricsF(font).horizontalAdvance(row.state) + _STATE_FRAME
    frame = QRectF(box.center().x() - width / 2, box.top(), width + 1, box.height())
    paint_cell(painter, Cell(row.state, badge=row.tone), frame, font, right=False)


def _paint_word(painter: QPainter, row: LogRow, column: int, box: QRectF, font: QFont) -> None:
    """Number, time, kind or recorder in the middle; struck where the line is."""
    painter.setFont(font)
    quiet = column == 0 or row.struck
    painter.setPen(colour("t3" if quiet else "t1"))
    metrics = QFontMetricsF(font)
    text = metrics.elidedText(row.text(column), Qt.TextElideMode.ElideRight, box.width() - 6)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
    if row.struck:
        half = metrics.horizontalAdvance(text) / 2
        middle = box.center()
        painter.setPen(QPen(colour("r"), 1))
        painter.drawLine(
            QPointF(middle.x() - half, middle.y() + 1), QPointF(middle.x() + half, middle.y() + 1)
        )
