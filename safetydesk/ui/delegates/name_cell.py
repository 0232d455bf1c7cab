"""How a cell of the roster is edited: a field for names over it, wide enough for two of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from safetydesk.ui.widgets.name_editor import NameEditor

if TYPE_CHECKING:
    from safetydesk.ui.models.name_choices import PersonChoice

_Index = QModelIndex | QPersistentModelIndex
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_EDIT = Qt.ItemDataRole.EditRole


class NameDelegate(QStyledItemDelegate):
    """Opens a ``NameEditor`` and gives the model what was typed."""

    choices: Sequence[PersonChoice] = ()
    """Who can be named."""

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: _Index, /
    ) -> QWidget:
        """A field for names. Enter in it saves, also while names are offered."""
        editor = NameEditor(self.choices, parent)
        editor.returnPressed.connect(self._on_return)
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: _Index, /) -> None:
        """The people of the cell, selected."""
        if isinstance(editor, NameEditor) and not editor.isModified():
            editor.setText(str(index.data(_EDIT) or ""))
            editor.selectAll()

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index, /) -> None:
        """What was typed."""
        if isinstance(editor, NameEditor):
            model.setData(index, editor.text(), _EDIT)

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index, /
    ) -> None:
        """Over the cell, wider where the cell is narrow, within the table."""
        place = QRect(option.rect)
        place.setWidth(max(place.width(), editor.minimumWidth()))
        viewport = editor.parentWidget()
        room = viewport.width() if viewport is not None else place.right()
        if place.right() > room:
            place.moveRight(room)
        editor.setGeometry(place)

    @override
    def eventFilter(self, editor: QObject, event: QEvent, /) -> bool:
        """Enter reaches the field once only: here, or from its list of names."""
        if (
            isinstance(editor, NameEditor)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _ENTER
        ):
            self._save(editor)
            return True
        return super().eventFilter(editor, event)

    @Slot()
    def _on_return(self) -> None:
        """Enter came through the list of names."""
        editor = self.sender()
        if isinstance(editor, NameEditor):
            self._save(editor)

    def _save(self, editor: NameEditor) -> None:
        # Without the filter, losing the focus to the table does not save once more.
        editor.removeEventFilter(self)
        editor.returnPressed.disconnect(self._on_return)
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)
