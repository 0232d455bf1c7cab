"""The contacts that were found, one below the other; the selection survives another search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QListView, QWidget
from typing_extensions import override

from safetydesk.ui.delegates.hit_delegate import HitDelegate
from safetydesk.ui.models.hits import HitsModel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from safetydesk.services.views_contacts import ContactLine


class HitList(QListView):
    """``picked`` carries the hit now selected or None, ``opened`` comes with Enter."""

    picked = Signal(object)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hits = HitsModel()
        self.setModel(self._hits)
        self.setItemDelegate(HitDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self.opened)

    def set_lines(self, lines: Sequence[ContactLine], *, keep: str = "") -> None:
        """Shows other hits and selects the one with a key, else the first."""
        self.selectionModel().blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._hits.set_lines(lines)
        self.selectionModel().blockSignals(False)  # noqa: FBT003
        place = max(self._hits.place_of(keep), 0)
        self.setCurrentIndex(self._hits.index(place) if lines else QModelIndex())
        if not lines:
            self.picked.emit(None)

    def current(self) -> ContactLine | None:
        """The hit selected."""
        index = self.currentIndex()
        return self._hits.line(index.row()) if index.isValid() else None

    def count(self) -> int:
        """How many hits are shown."""
        return self._hits.rowCount()

    def lines(self) -> tuple[ContactLine, ...]:
        """The hits from the top."""
        return tuple(self._hits.line(row) for row in range(self._hits.rowCount()))

    def go(self, step: int) -> None:
        """Selects a hit further down or up, stopping at the ends."""
        last = self._hits.rowCount() - 1
        if last >= 0:
            row = max(0, min(self.currentIndex().row() + step, last))
            self.setCurrentIndex(self._hits.index(row))

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter opens."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_current(self) -> None:
        self.picked.emit(self.current())
