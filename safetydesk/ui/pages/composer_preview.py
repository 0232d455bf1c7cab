"""The A4 page of a report while it is being written; made on another thread, stale ones dropped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from safetydesk.services.sheets import FRESH_TINT
from safetydesk.ui.icons import put_icon
from safetydesk.ui.theme import colour
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from safetydesk.domain.errors import SafetyDeskError
    from safetydesk.domain.report import ReportContent
    from safetydesk.services.printing import PrintService
    from safetydesk.ui.tasks import Runs

DELAY = 400
_A4 = 297 / 210
_MARGIN = 16
_SWATCH = 14
_LEAST, _READABLE, _WIDEST = 240, 440, 760


@dataclass(frozen=True)
class Pages:
    """The pages of one generation of the text; ``tinted`` where something on them is new."""

    generation: int
    images: tuple[QImage, ...]
    tinted: bool = False


class FreshLegend(PlainLabel):
    """Says what the tint on the page means."""

    def __init__(self) -> None:
        super().__init__(role="sub")
        self.setText(self.tr("New words"))
        self.setIndent(_SWATCH + 6)
        self.hide()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        """A small tinted square before the words."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(colour("line2"))
        painter.setBrush(QColor(FRESH_TINT))
        painter.drawRect(0, (self.height() - _SWATCH) // 2, _SWATCH - 1, _SWATCH - 1)


class ComposerPreview(Card):
    """``show_content`` may be called at every key; the two signals come from the buttons."""

    print_asked = Signal()
    compare_asked = Signal()

    def __init__(self, prints: PrintService, tasks: Runs, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._prints, self._tasks = prints, tasks
        self._wanted: tuple[int, ReportContent] | None = None
        self._signed_at: datetime | None = None
        self._generation = self._shown = self._made_width = 0
        self._images: tuple[QImage, ...] = ()
        self.set_title(self.tr("Preview"))
        self._print = KeyButton()
        self._print.setProperty("shape", "square")
        self._print.setAccessibleName(self.tr("Print"))
        put_icon(self._print, "print")
        self.legend = FreshLegend()
        self.head.addWidget(self.legend)
        self.head.addWidget(self._print)
        self.compare = KeyButton(self.tr("Compare"), kind="flat", key="Alt V")
        self.head.addWidget(self.compare)
        self._paper = QFrame()
        self._paper.setProperty("kind", "shade")
        self._sheets = QVBoxLayout(self._paper)
        self._sheets.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._sheets.setSpacing(12)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._paper)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("Preview"))
        self.body.addWidget(self._area, 1)
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._fit = QTimer(self, singleShot=True, interval=0)
        self._connect()

    def _connect(self) -> None:
        self._timer.timeout.connect(self.render_now)
        self._fit.timeout.connect(self._on_fit)
        self._print.clicked.connect(self.print_asked)
        self.compare.clicked.connect(self.compare_asked)

    @property
    def generation(self) -> int:
        """Which text is on the page: each asked for has a higher number."""
        return self._shown

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return len(self._images)

    def show_content(
        self, report_id: int, content: ReportContent, signed_at: datetime | None = None
    ) -> None:
        """Shows these words once typing rests; the page of before stays until then.

        A signature puts number and signer on the page of the same words.
        """
        if (self._wanted, self._signed_at) == ((report_id, content), signed_at):
            return
        self._wanted, self._signed_at = (report_id, content), signed_at
        self._timer.start()

    @Slot()
    def render_now(self) -> None:
        """Makes the page of the newest words."""
        if self._wanted is None:
            return
        self._timer.stop()
        self._generation += 1
        report_id, content = self._wanted
        self._made_width = self._sheet_width()
        width = round(self._made_width * self.devicePixelRatioF())
        prints, generation = self._prints, self._generation
        self._tasks.submit(
            lambda: made_pages(prints, report_id, content, width, generation),
            succeeded=self._on_made,
            failed=self._on_failed,
        )

    def stop(self) -> None:
        """Forgets what is still to be made."""
        self._timer.stop()
        self._wanted = None
        self._generation += 1

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Fits the pages to the room; larger ones are made anew, so that they stay sharp."""
        super().resizeEvent(event)
        self._fit.start()

    @Slot()
    def _on_fit(self) -> None:
        """Once the room inside has its size too."""
        self._show_images()
        if self._wanted is not None and self._sheet_width() > self._made_width:
            self._timer.start()

    @Slot(object)
    def _on_made(self, pages: Pages) -> None:
        if pages.generation != self._generation:
            return
        self._shown, self._images = pages.generation, pages.images
        self.legend.setVisible(pages.tinted)
        self.set_hint(self.tr("A4 · {n} pages").format(n=len(pages.images)))
        self._show_images()

    @Slot(object)
    def _on_failed(self, error: SafetyDeskError) -> None:
        from safetydesk.ui.messages import sentence

        self.set_hint(sentence(error))

    def _sheet_width(self) -> int:
        """A whole page fits where it stays readable; else it fills the width and scrolls."""
        room = self._area.viewport().size()
        whole = round((room.height() - 2 * _MARGIN - 6) / _A4)
        return max(_LEAST, min(room.width() - 2 * _MARGIN - 2, max(whole, _READABLE), _WIDEST))

    def _show_images(self) -> None:
        """Sets the pages under each other; a label of before takes the new picture."""
        while self._sheets.count() > len(self._images):
            item = self._sheets.takeAt(self._sheets.count() - 1)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        width = self._sheet_width()
        size = QSize(width, round(width * _A4))
        for place, image in enumerate(self._images):
            self._sheet_at(place).setPixmap(self._fitted(image, size))

    def _sheet_at(self, place: int) -> PlainLabel:
        item = self._sheets.itemAt(place)
        widget = item.widget() if item else None
        if isinstance(widget, PlainLabel):
            return widget
        label = PlainLabel()
        label.setProperty("kind", "sheet")
        label.setAccessibleName(self.tr("Page {n}").format(n=place + 1))
        self._sheets.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        return label

    def _fitted(self, image: QImage, size: QSize) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap.fromImage(image).scaled(
            size * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        pixmap.setDevicePixelRatio(ratio)
        return pixmap


def made_pages(
    prints: PrintService, report_id: int, content: ReportContent, width: int, generation: int
) -> Pages:
    """The pages of a text as pictures; runs on a thread of its own."""
    from safetydesk.documents import report_pdf
    from safetydesk.ui.page_image import page_images

    sheet = prints.report_draft(report_id, content)
    tinted = any(paragraph.fresh for paragraph in sheet.paragraphs)
    return Pages(generation, tuple(page_images(report_pdf.render(sheet), width)), tinted)
