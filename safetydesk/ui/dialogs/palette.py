"""Ctrl+K: one line in which anything is found and opened: pages, acts, people, incidents, log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from safetydesk.ui.icons import Tone, icon
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.perform import show_error
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable
from safetydesk.ui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from safetydesk.domain.errors import SafetyDeskError
    from safetydesk.ui.tasks import Runs

_PAUSE = 120
_WIDTH, _HEIGHT, _TOP = 720, 480, 72
_KIND, _DETAIL = 84, 260


@dataclass(frozen=True)
class Offer:
    """One line: what it is in a word, its title, what is said beside it; ``key`` opens it."""

    kind: str
    title: str
    detail: str
    key: tuple[str, str]
    strong: bool = True
    """Whether the title is a name; the words of an entry are not."""
    withheld: bool = False
    """Whether it is shown greyed: it opens for somebody else; ``detail`` says for whom."""


def _title(offer: Offer) -> Cell:
    """The name of a line, greyed where it does not open."""
    tone = "t3" if offer.withheld else "t1"
    return Cell(offer.title, tone=tone, bold=offer.strong and not offer.withheld)


class Palette(QDialog):
    """Looks while it is typed; ``chosen`` carries the ``Offer`` on Enter or a double click.

    ``find`` is called on another thread. Enter pressed before the answer is there opens the first
    line of the answer to these words.
    """

    chosen = Signal(object)

    def __init__(
        self, parent: QWidget, *, find: Callable[[str], tuple[Offer, ...]], tasks: Runs
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Search"))
        self._find, self._tasks = find, tasks
        self._answered: str | None = None
        self._enter = False
        self.line = SearchLine()
        self.line.setPlaceholderText(self.tr("page, act, person, incident, words of the log"))
        self.line.setAccessibleName(self.tr("What is looked for"))
        self.line.addAction(icon("search", Tone.QUIET), SearchLine.ActionPosition.LeadingPosition)
        self.table: RowTable[Offer] = RowTable(
            [
                Column("", lambda offer: Cell(offer.kind, tone="t3"), width=_KIND),
                Column("", _title),
                Column("", lambda offer: Cell(offer.detail, tone="t2"), width=_DETAIL, right=True),
            ],
            key=lambda offer: ":".join(offer.key),
            head=False,
        )
        self.table.setAccessibleName(self.tr("Found"))
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._none = PlainLabel(self.tr("Nothing was found."), role="sub")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._pause.timeout.connect(self._look)
        self.line.textChanged.connect(self._pause.start)
        self.line.moved.connect(self._on_moved)
        self.line.opened.connect(self._on_enter)
        self.table.opened.connect(self._open)
        self._look()

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        """Stands over the page, high up; the alarm list stays free."""
        super().showEvent(event)
        window = self.parentWidget()
        if window is not None:
            left = (window.width() - self.width()) // 2
            self.move(window.mapToGlobal(window.rect().topLeft()).x() + max(0, left - _TOP), 0)
            self.move(self.x(), window.mapToGlobal(window.rect().topLeft()).y() + _TOP)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self.resize(_WIDTH, _HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(self._none)
        column.addWidget(self.table, 1)
        column.addWidget(
            PlainLabel(self.tr("Up and Down choose, Enter opens, Esc leaves"), role="label")
        )

    @Slot()
    def _look(self) -> None:
        words = self.line.text().strip()
        self._tasks.submit(
            lambda: (words, self._find(words)), succeeded=self._on_found, failed=self._on_failed
        )

    @Slot(object)
    def _on_found(self, found: tuple[str, tuple[Offer, ...]]) -> None:
        """Shows the answer, unless something else is looked for by now."""
        words, offers = found
        if words != self.line.text().strip():
            return
        self._answered = words
        self.table.set_rows(offers)
        self.table.setVisible(bool(offers))
        self._none.setVisible(not offers)
        if offers:
            self.table.select_key(":".join(offers[0].key))
        if self._enter:
            self._enter = False
            self._open(self.table.current())

    @Slot(object)
    def _on_failed(self, error: SafetyDeskError) -> None:
        show_error(self, error)

    @Slot(int)
    def _on_moved(self, step: int) -> None:
        """The arrows move the lines while the cursor stays in the words."""
        last = self.table.row_count() - 1
        if last >= 0:
            row = min(max(self.table.currentIndex().row() + step, 0), last)
            self.table.setCurrentIndex(self.table.model().index(row, 0))

    @Slot()
    def _on_enter(self) -> None:
        if self._answered == self.line.text().strip():
            self._open(self.table.current())
        else:
            self._enter = True
            self._pause.stop()
            self._look()

    @Slot(object)
    def _open(self, offer: Offer | None) -> None:
        """Opens a line once, and goes."""
        if offer is not None and self.isVisible():
            self.close()
            self.chosen.emit(offer)
