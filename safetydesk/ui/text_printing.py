"""Lines of plain text on paper, through the system's own print dialog."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPagedPaintDevice, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from safetydesk.ui.fonts import sized

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_MARGIN = 0.1
_TITLE, _TEXT = 0.028, 0.019


def ask_and_print(parent: QWidget, title: str, lines: Sequence[str]) -> QPrintDialog:
    """Asks which printer and prints there; blocks nothing."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: paint_lines(printer, lines, parent))
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
    return dialog


def paint_lines(device: QPagedPaintDevice, lines: Sequence[str], like: QWidget) -> None:
    """Paints one page: the first line as a title, the rest below it, in the face of ``like``.

    Sizes are shares of the page's width, so that every printer gives the same page.
    """
    painter = QPainter(device)
    try:
        wide = float(painter.device().width())
        left, top = wide * _MARGIN, wide * _MARGIN
        for number, line in enumerate(lines):
            size = int(wide * (_TITLE if number == 0 else _TEXT))
            painter.setFont(sized(like.font(), size, bold=number == 0))
            box = QRectF(left, top, wide - 2 * left, wide)
            flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
            drawn = painter.boundingRect(box, flags, line or " ")
            painter.drawText(box, flags, line)
            top += drawn.height() * 1.4
    finally:
        painter.end()
