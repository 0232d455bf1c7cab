"""Knows how a PDF becomes pictures of its pages: for the live preview, and for the printer."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from safetydesk.domain.errors import RuleViolation

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_WHITE: Final = 0xFFFFFFFF
_ENOUGH_DPI: Final = 400
"""Finer than this no printed stroke gains anything, and a page would take 100 MB."""


def page_images(pdf: bytes, width: int) -> list[QImage]:
    """Each page on white, ``width`` pixels wide; may be called on any thread."""
    with opened(pdf) as document:
        return [_image(document, page, width) for page in range(document.pageCount())]


@contextmanager
def opened(pdf: bytes) -> Generator[QPdfDocument]:
    """The PDF for reading, closed afterwards."""
    source = QBuffer()
    source.setData(QByteArray(pdf))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(source)
    try:
        yield document
    finally:
        document.close()
        source.close()


def print_pages(pdf: bytes, printer: QPrinter) -> int:
    """Prints the pages the printer was told to; returns how many. May be called on any thread.

    Raises:
        RuleViolation: the printer does not answer.
    """
    printer.setFullPage(True)
    with opened(pdf) as document:
        wanted = _wanted(printer, document.pageCount())
        painter = QPainter()
        if not painter.begin(printer):
            raise RuleViolation("print.no_printer", name=printer.printerName())
        try:
            for place, page in enumerate(wanted):
                if place:
                    printer.newPage()
                _paint(painter, printer, document, page)
        finally:
            painter.end()
    return len(wanted)


def _wanted(printer: QPrinter, count: int) -> range:
    """The pages from 0, in the order of the sheet; 0 to 0 on the printer means all."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    return range(first - 1, min(last, count))


def _paint(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> None:
    """One page over the whole paper."""
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    scale = min(1.0, _ENOUGH_DPI / printer.resolution())
    painter.drawImage(paper, _image(document, page, round(paper.width() * scale)))


def _image(document: QPdfDocument, page: int, width: int) -> QImage:
    """A page on white, for QtPdf draws on nothing."""
    size = document.pagePointSize(page)
    drawn = document.render(page, QSize(width, round(width * size.height() / size.width())))
    image = QImage(drawn.size(), QImage.Format.Format_RGB32)
    image.fill(_WHITE)
    painter = QPainter(image)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return image
