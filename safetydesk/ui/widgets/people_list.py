"""The people of the office beside the roster: filtered by sound, counted, dragged into cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from safetydesk.ui.delegates.person_count import KIND_COLOURS, PersonCountDelegate
from safetydesk.ui.models.people_counts import PeopleCountModel
from safetydesk.ui.theme import colour
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from safetydesk.ui.models.people_counts import PersonCount

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_SIGN = 10


class PeopleList(QWidget):
    """``given`` carries the id of a person who is to take the cell selected: Enter.

    ``search`` is the field of the filter, for the head of a card.
    """

    given = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchLine()
        self.search.setPlaceholderText(self.tr("Name or sound"))
        self.search.setAccessibleName(self.tr("Filter people"))
        self._model = PeopleCountModel(self)
        self._delegate = PersonCountDelegate()
        self._delegate.setParent(self)
        self._list = _People(self._model, self._delegate)
        self._list.setAccessibleName(self.tr("People and their duties"))
        self._legend = _Legend()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._list, 1)
        column.addWidget(self._legend)
        self.search.textChanged.connect(self._on_typed)
        self.search.moved.connect(self._move)
        self.search.opened.connect(self._give)
        self._list.entered_with_key.connect(self._give)
        self._list.doubleClicked.connect(self._give)
        self.setFocusProxy(self._list)

    @property
    def view(self) -> QListView:
        """The list itself."""
        return self._list

    def show_people(self, rows: Sequence[PersonCount]) -> None:
        """Shows everybody with counts; the filter and the choice stay."""
        self._model.show_people(rows)
        self._legend.show_average(self._model.average)
        self._choose_first()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one bit that the window decides
        """Without the legend on small screens."""
        self._legend.setVisible(not narrow)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._model.filter(text.strip())
        self._choose_first()

    @Slot(int)
    def _move(self, step: int) -> None:
        """The arrows of the field choose in the list."""
        row = self._list.currentIndex().row() + step
        last = self._model.rowCount() - 1
        if last >= 0:
            self._list.setCurrentIndex(self._model.index(min(max(0, row), last)))

    @Slot()
    def _give(self) -> None:
        index = self._list.currentIndex()
        if index.isValid():
            self.given.emit(self._model.row_at(index.row()).choice.id)

    def _choose_first(self) -> None:
        """Somebody is always chosen, so that Enter means somebody."""
        if not self._list.currentIndex().isValid() and self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(0))


class _People(QListView):
    """Rows that are dragged away and stay."""

    entered_with_key = Signal()

    def __init__(self, model: PeopleCountModel, delegate: PersonCountDelegate) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter gives the duty to whoever is chosen."""
        if event.key() in _ENTER:
            self.entered_with_key.emit()
        else:
            super().keyPressEvent(event)


class _Legend(QWidget):
    """What the shades of the bars are, and the average."""

    def __init__(self) -> None:
        super().__init__()
        self._average = PlainLabel(role="sub")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 8)
        row.setSpacing(6)
        names = (self.tr("ordinary"), self.tr("days off"), self.tr("statutory"))
        for token, name in zip(KIND_COLOURS, names, strict=True):
            row.addWidget(_Shade(token))
            row.addWidget(PlainLabel(name, role="sub"))
            row.addSpacing(4)
        row.addStretch(1)
        row.addWidget(_Shade(""))
        row.addWidget(self._average)

    def show_average(self, average: float) -> None:
        """The duties of those who have any."""
        self._average.setText(self.tr("average {number}").format(number=f"{average:.1f}"))


class _Shade(QWidget):
    """One shade of a bar; without a colour the dotted line of the average."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token
        self.setFixedSize(_SIGN, _SIGN)

    @override
    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        if self._token:
            painter.fillRect(QRectF(0, 0, _SIGN, _SIGN), colour(self._token))
        else:
            painter.setPen(QPen(colour("acc"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(_SIGN // 2, 0, _SIGN // 2, _SIGN)
