"""The people of a sheet whom the office does not have, to be ticked if they are to be added."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from safetydesk.ui.tokens import ROW_HEIGHT
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from safetydesk.ui.dialogs.import_source import NewcomerRow

_NAME = int(Qt.ItemDataRole.UserRole)
_SOURCE = _NAME + 1
_ALIKE = _NAME + 2
_MEANS = _NAME + 3


class NewcomerList(QWidget):
    """``chosen`` carries a dict of the names ticked, ``pointed`` the first cell of a name.

    The dict says whom of the office a name means; empty is somebody new. Space ticks the line
    selected; the box above ticks everybody who is not like a name that the office has already.
    """

    chosen = Signal(object)
    pointed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = QCheckBox()
        self._all.setTristate(False)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Not of the office"))
        hint = PlainLabel(
            self.tr(
                "Whoever is added joins with this import and leaves again if it is taken back. They"
                " have no PIN: you give the first one on “People and duty”."
            ),
            role="sub",
            wrap=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._all, hint):
            column.addWidget(widget)
        column.addWidget(self._list, 1)
        self._all.clicked.connect(self._on_all)
        self._list.itemChanged.connect(self._on_ticked)
        self._list.currentItemChanged.connect(self._on_current)
        self.setFocusProxy(self._all)

    def show_people(self, rows: Sequence[NewcomerRow]) -> None:
        """Lists people, nobody ticked."""
        self._list.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._list.clear()
        for row in rows:
            self._add(self._words(row), row, "")
            for other in row.alike:
                told = self.tr("      {name} is our {other}, misspelt")
                self._add(told.format(name=row.name, other=other), row, other)
        self._list.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        sure = sum(not row.alike for row in rows)
        self._all.setText(self.tr("Add these %n people to the office", "", sure))
        self._all.setVisible(bool(sure))
        self._all.setChecked(False)

    def ticked(self) -> dict[str, str]:
        """The names that are ticked, with whom of the office they mean."""
        return {
            str(item.data(_NAME)): str(item.data(_MEANS))
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked
        }

    def _add(self, words: str, row: NewcomerRow, means: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(
            Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
        )
        item.setSizeHint(QSize(0, ROW_HEIGHT))
        item.setCheckState(Qt.CheckState.Unchecked)
        for role, value in (
            (_NAME, row.name),
            (_SOURCE, row.sources[0]),
            (_ALIKE, bool(row.alike)),
            (_MEANS, means),
        ):
            item.setData(role, value)
        self._list.addItem(item)

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]

    def _words(self, row: NewcomerRow) -> str:
        """Name, posts, where it stands, and who may have been meant."""
        places = [source.rpartition("!")[2] for source in row.sources]
        told = self.tr("{name}  {posts} · {count} turns · {first}").format(
            name=row.name, posts="、".join(row.posts), count=row.turns, first=places[0]
        )
        if len(places) > 1:
            told += " …"
        return told

    @Slot(bool)
    def _on_all(self, ticked: bool) -> None:  # noqa: FBT001 - a slot of Signal(bool)
        """Ticks or clears everybody who cannot be somebody else misspelt."""
        state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        self._list.blockSignals(True)  # noqa: FBT003 - told once, not for each
        for item in self._items():
            if not item.data(_ALIKE):
                item.setCheckState(state)
        self._list.blockSignals(False)  # noqa: FBT003
        self._list.viewport().update()
        self.chosen.emit(self.ticked())

    @Slot(QListWidgetItem)
    def _on_ticked(self, ticked: QListWidgetItem) -> None:
        """A name means one thing: the other lines of it are cleared."""
        if ticked.checkState() is Qt.CheckState.Checked:
            self._list.blockSignals(True)  # noqa: FBT003 - told once, below
            for item in self._items():
                if item is not ticked and item.data(_NAME) == ticked.data(_NAME):
                    item.setCheckState(Qt.CheckState.Unchecked)
            self._list.blockSignals(False)  # noqa: FBT003
            self._list.viewport().update()
        sure = [item for item in self._items() if not item.data(_ALIKE)]
        self._all.setChecked(
            bool(sure) and all(item.checkState() is Qt.CheckState.Checked for item in sure)
        )
        self.chosen.emit(self.ticked())

    @Slot()
    def _on_current(self) -> None:
        index = self._list.currentIndex()
        if index.isValid():
            self.pointed.emit(str(index.data(_SOURCE)))
