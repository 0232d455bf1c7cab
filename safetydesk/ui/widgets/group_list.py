"""The groups at the left of a directory: headings, names, counts; one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from safetydesk.ui.fonts import sized
from safetydesk.ui.theme import colour
from safetydesk.ui.tokens import ROW_HEIGHT, TEXT

_ENTRY = int(Qt.ItemDataRole.UserRole) + 1
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class GroupEntry:
    """A group with its count, or a heading between groups (then without a count).

    A plain entry can be chosen and has no count.
    """

    key: str
    text: str
    count: int | None = None
    is_plain: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether it only names what follows."""
        return self.count is None and not self.is_plain


class GroupList(QListView):
    """``chosen`` carries the key of the group the person picked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = _Entries()
        self.setModel(self._entries)
        self.setItemDelegate(_EntryDelegate(self))
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)

    def set_entries(self, entries: Sequence[GroupEntry]) -> None:
        """Shows other groups and keeps the one chosen, else the first."""
        key = self.current_key()
        self.selectionModel().blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._entries.set_entries(entries)
        self.selectionModel().blockSignals(False)  # noqa: FBT003
        self.choose(key if self._entries.place_of(key) >= 0 else "")

    def choose(self, key: str) -> None:
        """Marks a group."""
        place = self._entries.place_of(key)
        if place >= 0:
            self.setCurrentIndex(self._entries.index(place))

    def current_key(self) -> str:
        """The key of the group chosen."""
        index = self.currentIndex()
        return self._entries.entry(index.row()).key if index.isValid() else ""

    @Slot()
    def _on_current(self) -> None:
        self.chosen.emit(self.current_key())


class _Entries(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[GroupEntry, ...] = ()

    def set_entries(self, entries: Sequence[GroupEntry]) -> None:
        """Shows other entries."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def entry(self, row: int) -> GroupEntry:
        """The entry at a place."""
        return self._entries[row]

    def place_of(self, key: str) -> int:
        """Where a group stands; -1 when it is gone."""
        return next(
            (n for n, e in enumerate(self._entries) if e.key == key and not e.is_heading), -1
        )

    @override
    def rowCount(self, parent: _Index = _NOWHERE, /) -> int:
        return 0 if parent.isValid() else len(self._entries)

    @override
    def data(self, index: _Index, role: int = _DISPLAY, /) -> object:
        entry = self._entries[index.row()]
        if role == _ENTRY:
            return entry
        if role == _DISPLAY:
            return entry.text if entry.count is None else f"{entry.text} {entry.count}"
        return None

    @override
    def flags(self, index: _Index, /) -> Qt.ItemFlag:
        if self._entries[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _EntryDelegate(QStyledItemDelegate):
    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /
    ) -> QSize:
        return QSize(120, ROW_HEIGHT)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        /,
    ) -> None:
        entry = index.data(_ENTRY)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        box = QRectF(option.rect).adjusted(4, 0, -4, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or (option.state & QStyle.StateFlag.State_MouseOver and not entry.is_heading):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("acc_soft" if chosen else "hover"))
            painter.drawRoundedRect(box, 6, 6)
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        _paint_words(painter, entry, box.adjusted(12, 0, -12, 0), option, chosen=chosen)
        painter.restore()


def _paint_words(
    painter: QPainter, entry: GroupEntry, box: QRectF, option: QStyleOptionViewItem, *, chosen: bool
) -> None:
    """Name at the left, count at the right."""
    room = int(box.width())
    if entry.count is not None:
        painter.setFont(sized(option.font, TEXT))
        painter.setPen(colour("t3"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | _MIDDLE), str(entry.count))
        room -= painter.fontMetrics().horizontalAdvance(str(entry.count)) + 8
    ink = "t3" if entry.is_heading else "acc_ink" if chosen else "t1"
    painter.setPen(colour(ink))
    painter.setFont(sized(option.font, TEXT, bold=chosen))
    text = painter.fontMetrics().elidedText(entry.text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | _MIDDLE), text)
