"""A sheet is looked at before it is printed, saved or copied, and leaves nothing unnoted."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QPushButton

from safetydesk.documents import report_pdf, shift_log_pdf
from safetydesk.documents.plain_text import report_text
from safetydesk.domain.changes import ChangeSet
from safetydesk.domain.errors import NotFound, StorageUnavailable
from safetydesk.exchange import report_docx
from safetydesk.services.transaction import Outcome
from safetydesk.ui.dialogs.sheet_preview import SheetPreview
from safetydesk.ui.page_image import page_images
from safetydesk.ui.sheet_orders import MadeSheet, SheetOrder
from safetydesk.ui.tasks import TaskRunner
from safetydesk.ui.widgets.plain import PlainLabel
from tests.documents.paper import LOG, PACKAGED, REPORT, pages
from tests.helpers.leaks import freed_on_close

LOG_PDF = shift_log_pdf.render(LOG, PACKAGED)
REPORT_SHEET = MadeSheet("首报 第37期", report_pdf.render(REPORT, PACKAGED), report_text(REPORT))


class Kept:
    """Orders that give the sheets they were given in turn and note who took what."""

    def __init__(self, *sheets: MadeSheet | Exception) -> None:
        self._sheets = list(sheets)
        self.noted: list[tuple[str, str]] = []
        self.refusal: Exception | None = None
        self.gate = threading.Event()
        self.gate.set()

    def make(self) -> MadeSheet:
        assert self.gate.wait(10)
        sheet = self._sheets.pop(0) if len(self._sheets) > 1 else self._sheets[0]
        if isinstance(sheet, Exception):
            raise sheet
        return sheet

    def handed_out(self, name: str, means: str) -> Outcome[None]:
        if self.refusal is not None:
            raise self.refusal
        self.noted.append((name, means))
        return Outcome(None, ChangeSet())

    @property
    def order(self) -> SheetOrder:
        return SheetOrder("值班日志", self.make, self.handed_out)


LOG_SHEET = MadeSheet("值班日志 第 2025-279 号", LOG_PDF)


@pytest.fixture
def opened(qtbot, bus, tasks, tmp_path):
    def build(orders: Kept, runner=None) -> SheetPreview:
        preview = SheetPreview(order=orders.order, bus=bus, tasks=runner or tasks)
        qtbot.addWidget(preview)
        preview.show()
        preview.activateWindow()
        qtbot.waitUntil(preview.isActiveWindow)
        return preview

    return build


def label(preview: SheetPreview, name: str) -> PlainLabel:
    found = preview.findChild(PlainLabel, name)
    assert found is not None
    return found


def button(preview: SheetPreview, name: str) -> QPushButton:
    found = preview.findChild(QPushButton, name)
    assert found is not None
    return found


def test_it_opens_with_the_pages_of_the_sheet(opened):
    preview = opened(Kept(LOG_SHEET))
    shown = preview.findChild(QPdfView)
    assert shown.document().pageCount() == 1
    assert shown.hasFocus()
    assert label(preview, "name_label").text() == "值班日志 第 2025-279 号"
    assert label(preview, "page_label").text() == "Page 1 of 1"
    assert not label(preview, "state_label").isVisible()
    assert not button(preview, "copy_button").isVisible()


def test_it_says_so_while_the_sheet_is_being_made(opened, qtbot):
    runner, orders = TaskRunner(), Kept(LOG_SHEET)
    orders.gate.clear()
    preview = opened(orders, runner)
    assert label(preview, "state_label").text() == "Making the sheet…"
    assert not button(preview, "print_button").isEnabled()
    orders.gate.set()
    qtbot.waitUntil(lambda: preview.sheet is not None and not runner.busy)
    assert button(preview, "print_button").isEnabled()


def test_f5_makes_the_sheet_anew(opened, qtbot):
    preview = opened(Kept(LOG_SHEET, REPORT_SHEET))
    qtbot.keyClick(preview, Qt.Key.Key_F5)
    assert preview.sheet == REPORT_SHEET
    assert label(preview, "name_label").text() == "首报 第37期"


def test_a_sheet_that_cannot_be_made_is_explained_and_can_be_tried_again(opened, qtbot):
    preview = opened(Kept(NotFound("handover.none_of_shift", shift="2025-280"), LOG_SHEET))
    assert "2025-280" in label(preview, "state_label").text()
    assert not button(preview, "save_button").isEnabled()
    qtbot.keyClick(preview, Qt.Key.Key_F5)
    assert preview.sheet == LOG_SHEET
    assert not label(preview, "state_label").isVisible()


def test_the_page_is_shown_as_wide_as_the_window_or_whole(opened, qtbot):
    preview = opened(Kept(LOG_SHEET))
    shown = preview.findChild(QPdfView)
    assert shown.zoomMode() is QPdfView.ZoomMode.FitToWidth
    preview.zoom_to("page")
    assert shown.zoomMode() is QPdfView.ZoomMode.FitInView


def test_saving_writes_the_same_pages_and_is_noted(opened, tmp_path):
    orders = Kept(LOG_SHEET)
    preview = opened(orders)
    preview.files.save_pdf(str(tmp_path / "x.pdf"))
    assert (tmp_path / "x.pdf").read_bytes() == LOG_PDF
    assert orders.noted == [("值班日志 第 2025-279 号", "saved")]
    assert "x.pdf" in label(preview, "state_label").text()


def test_ctrl_s_proposes_the_name_of_the_sheet(opened, qtbot):
    preview = opened(Kept(LOG_SHEET))
    qtbot.keyClick(preview, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog = preview.findChild(QFileDialog)
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == "值班日志_第_2025-279_号.pdf"
    dialog.close()


def test_a_file_that_cannot_be_written_is_explained(opened, tmp_path):
    preview = opened(Kept(LOG_SHEET))
    preview.files.save_pdf(str(tmp_path / "nowhere" / "x.pdf"))
    assert "nowhere" in label(preview, "state_label").text()
    assert label(preview, "state_label").property("tone") == "r"


def test_what_cannot_be_noted_does_not_leave(opened, tmp_path):
    orders = Kept(REPORT_SHEET)
    preview = opened(orders)
    orders.refusal = StorageUnavailable("storage.disk_full")
    QGuiApplication.clipboard().clear()
    preview.files.save_pdf(str(tmp_path / "x.pdf"))
    preview.copy_text()
    preview.print_on(to_file(tmp_path / "y.pdf"))
    assert list(tmp_path.iterdir()) == []
    assert QGuiApplication.clipboard().text() == ""


def to_file(path: Path) -> QPrinter:
    """A printer that needs no machine."""
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(150)
    return printer


def test_printing_sends_every_page_once(opened, tmp_path):
    orders = Kept(LOG_SHEET)
    preview = opened(orders)
    preview.print_on(to_file(tmp_path / "paper.pdf"))
    printed = (tmp_path / "paper.pdf").read_bytes()
    assert len(pages(printed)) == 1
    assert orders.noted == [("值班日志 第 2025-279 号", "printed")]
    before, after = (ink(page_images(pdf, 620)[0]) for pdf in (LOG_PDF, printed))
    assert all(abs(one - other) <= 3 for one, other in zip(before, after, strict=True))


def ink(image: QImage) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is drawn, in pixels."""
    dark = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).lightness() < 160
    ]
    across, down = [x for x, _ in dark], [y for _, y in dark]
    return min(across), min(down), max(across), max(down)


def test_ctrl_p_asks_which_printer(opened, qtbot):
    orders = Kept(LOG_SHEET)
    preview = opened(orders)
    qtbot.keyClick(preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = preview.findChild(QPrintDialog)
    assert dialog is not None
    assert orders.noted == []
    dialog.close()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_answer_is_explained(opened, tmp_path):
    preview = opened(Kept(LOG_SHEET))
    preview.print_on(to_file(tmp_path / "nowhere" / "paper.pdf"))
    assert label(preview, "state_label").text().startswith("The printer does not answer")
    assert button(preview, "print_button").isEnabled()


def test_a_report_can_be_copied_as_plain_text(opened, qtbot):
    orders = Kept(REPORT_SHEET)
    preview = opened(orders)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(preview, Qt.Key.Key_C, keys)
    assert QGuiApplication.clipboard().text() == report_text(REPORT)
    assert orders.noted == [("首报 第37期", "copied")]


def test_esc_closes_and_everything_is_freed(dressed, bus, tasks, opened, qtbot):
    preview = opened(Kept(LOG_SHEET))
    with qtbot.waitSignal(preview.destroyed):
        qtbot.keyClick(preview, Qt.Key.Key_Escape)
    order = Kept(LOG_SHEET).order
    assert freed_on_close(lambda: SheetPreview(order=order, bus=bus, tasks=tasks))


def test_page_images_are_white_paper_of_the_asked_width():
    image = page_images(LOG_PDF, 620)[0]
    assert (image.width(), image.height()) == (620, 877)
    assert image.pixelColor(2, 2).name() == "#ffffff"


def test_a_report_is_saved_as_word_too_and_other_sheets_are_not(opened, qtbot, tmp_path):
    orders = Kept(replace(REPORT_SHEET, word=lambda: report_docx.render(REPORT)))
    preview = opened(orders)
    qtbot.waitUntil(lambda: preview.sheet is not None)
    qtbot.waitUntil(preview._ui.word_button.isVisible)
    preview.files.save_word(str(tmp_path / "首报.docx"))
    qtbot.waitUntil((tmp_path / "首报.docx").exists)
    assert (tmp_path / "首报.docx").read_bytes().startswith(b"PK")
    assert orders.noted == [("首报 第37期", "saved")]
    log = opened(Kept(LOG_SHEET))
    qtbot.waitUntil(lambda: log.sheet is not None)
    assert not log._ui.word_button.isVisible()
