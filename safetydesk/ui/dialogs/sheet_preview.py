"""The preview window: a sheet as it will be on paper, to print, to save, to copy as text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QPageSize, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from safetydesk.ui.dialogs.sheet_files import SheetFiles
from safetydesk.ui.forms.ui_sheet_preview import Ui_SheetPreview
from safetydesk.ui.page_image import print_pages
from safetydesk.ui.perform import perform, show_error
from safetydesk.ui.screen_bounds import room_of

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from safetydesk.domain.errors import SafetyDeskError
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.sheet_orders import MadeSheet, SheetOrder
    from safetydesk.ui.tasks import Runs

_WIDTH, _HEIGHT = 900, 1000
_WIDE, _WHOLE = "width", "page"
_T = TypeVar("_T")


class SheetPreview(QWidget):
    """A window of its own with one sheet. It makes the sheet when it opens and when asked again.

    The desk stays usable meanwhile; whatever fails is said above the pages.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        order: SheetOrder,
        bus: Bus,
        tasks: Runs,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._order, self._bus, self._tasks = order, bus, tasks
        self._sheet: MadeSheet | None = None
        self.files = SheetFiles(self)
        self._printer: QPrinter | None = None
        self._ui = Ui_SheetPreview()
        self._ui.setupUi(self)
        ui = self._ui
        self._buttons = (
            ui.again_button,
            ui.copy_button,
            ui.word_button,
            ui.save_button,
            ui.print_button,
        )
        self._source = QBuffer(self)
        self._document = QPdfDocument(self)
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dress()
        self._connect_parts()
        self.resize(_size_in(room_of(self)))
        self.make()

    @property
    def sheet(self) -> MadeSheet | None:
        """What is shown; None while the first one is being made."""
        return self._sheet

    def show_problem(self, text: str) -> None:
        """Says above the pages why something was not done."""
        self.say(text, tone="r")

    @Slot()
    def make(self) -> None:
        """Makes the sheet from what the office's data say now."""
        self.work(self.tr("Making the sheet…"), self._order.make, self._on_made)

    def work(self, words: str, call: Callable[[], _T], done: Callable[[_T], object]) -> None:
        """Does something on a thread of its own; meanwhile nothing else can be started."""
        self.say(words, busy=True)
        self._tasks.submit(call, succeeded=done, failed=self._on_failed, finished=self._on_finished)

    @Slot()
    def ask_printer(self) -> None:
        """Opens the printers' dialog; nothing is blocked meanwhile."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setDocName(self._sheet.name if self._sheet else "")
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setMinMax(1, max(1, self._document.pageCount()))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        self._printer = printer
        dialog.accepted.connect(self._on_printer_chosen)
        QDialog.open(dialog)  # the printers' dialog hides it behind one with other arguments

    def print_on(self, printer: QPrinter) -> None:
        """Prints the pages at the printer's own resolution."""
        sheet = self._sheet
        if sheet is None or not self.noted(sheet, "printed"):
            return
        self.work(self.tr("Printing…"), lambda: print_pages(sheet.pdf, printer), self._on_printed)

    @Slot()
    def copy_text(self) -> None:
        """Copies the sheet's words, for a message or another system."""
        if self._sheet is None or not self._sheet.text or not self.noted(self._sheet, "copied"):
            return
        QGuiApplication.clipboard().setText(self._sheet.text)
        self.say(self.tr("Copied as text"))

    @Slot(str)
    def zoom_to(self, choice: str) -> None:
        """Shows the page as wide as the window, or as a whole."""
        mode = QPdfView.ZoomMode.FitInView if choice == _WHOLE else QPdfView.ZoomMode.FitToWidth
        self._ui.pages.setZoomMode(mode)
        self._ui.zoom.choose(choice)

    def _dress(self) -> None:
        ui = self._ui
        self.setWindowTitle(self.tr("{sheet} · Print preview").format(sheet=self._order.title))
        ui.name_label.setText(self._order.title)
        ui.zoom.set_options([(_WIDE, self.tr("Page width")), (_WHOLE, self.tr("Whole page"))])
        ui.again_button.set_key("F5")
        ui.copy_button.set_key("Ctrl Shift C")
        ui.word_button.set_key("Ctrl Shift S")
        ui.save_button.set_key("Ctrl S")
        ui.print_button.set_key("Ctrl P")
        ui.copy_button.hide()
        ui.word_button.hide()
        ui.pages.setDocument(self._document)
        ui.pages.setPageMode(QPdfView.PageMode.MultiPage)
        self.zoom_to(_WIDE)
        ui.pages.setFocus()

    def _connect_parts(self) -> None:
        ui = self._ui
        acts = (
            (ui.again_button, "F5", self.make),
            (ui.copy_button, "Ctrl+Shift+C", self.copy_text),
            (ui.word_button, "Ctrl+Shift+S", self.files.ask_word),
            (ui.save_button, "Ctrl+S", self.files.ask_pdf),
            (ui.print_button, "Ctrl+P", self.ask_printer),
        )
        for button, key, act in acts:
            button.clicked.connect(act)
            QShortcut(QKeySequence(key), self).activated.connect(button.click)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.close)
        ui.zoom.chosen.connect(self.zoom_to)
        ui.pages.pageNavigator().currentPageChanged.connect(self._on_page)

    def noted(self, sheet: MadeSheet, means: str) -> bool:
        """Whether it stands in the audit list that the sheet leaves; otherwise it must not."""
        noted = perform(
            self, lambda: self._order.handed_out(sheet.name, means), bus=self._bus, initiator=self
        )
        return noted is not None

    def say(self, text: str, *, tone: str = "", busy: bool = False) -> None:
        """Shows a sentence above the pages; while busy nothing else can be started."""
        if busy:
            for button in self._buttons:
                button.setEnabled(False)
        self._ui.state_label.setText(text)
        self._ui.state_label.set_tone(tone)
        self._ui.state_label.setVisible(bool(text))

    @Slot(object)
    def _on_made(self, sheet: MadeSheet) -> None:
        self._sheet = sheet
        self._document.close()
        self._source.close()
        self._source.setData(QByteArray(sheet.pdf))
        self._source.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._source)
        self._ui.name_label.setText(sheet.name)
        self._ui.copy_button.setVisible(bool(sheet.text))
        self._ui.word_button.setVisible(sheet.word is not None)
        self._on_page()
        self.say("")

    @Slot(object)
    def _on_failed(self, error: SafetyDeskError) -> None:
        show_error(self, error)

    @Slot()
    def _on_finished(self) -> None:
        for button in self._buttons:
            button.setEnabled(self._sheet is not None or button is self._ui.again_button)

    @Slot(object)
    def _on_printed(self, pages: int) -> None:
        self.say(self.tr("Sent to the printer: %n page(s)", "", pages))

    @Slot()
    def _on_printer_chosen(self) -> None:
        if self._printer is not None:
            self.print_on(self._printer)

    @Slot()
    def _on_page(self) -> None:
        page = self._ui.pages.pageNavigator().currentPage() + 1
        words = self.tr("Page {page} of {count}")
        self._ui.page_label.setText(words.format(page=page, count=self._document.pageCount()))


def _size_in(room: QRect) -> QSize:
    """Tall enough for a page where the screen has the room."""
    return QSize(_WIDTH, _HEIGHT).boundedTo(room.size() - QSize(64, 64))
