"""The matters that must be handed over, gravest first, and the line that adds one."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from safetydesk.domain.handover import OpenItem
from safetydesk.services.views_handover import NOTE
from safetydesk.ui.dialogs.handover_item_row import ItemRow, ItemWord
from safetydesk.ui.dialogs.kept_fields import KeptLine
from safetydesk.ui.qt_time import edited_instant, prepare, show_instant
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from safetydesk.services.views_handover import HandoverView
    from safetydesk.ui.wording import Wording

_SOON = timedelta(hours=2)


class ItemsCard(Card):
    """``explained`` carries an ``ItemWord``, ``ticked`` an ``ItemTick``, ``added`` an item."""

    explained = Signal(object)
    ticked = Signal(object)
    added = Signal(object)
    rows_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._rows: dict[int, ItemRow] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._empty = PlainLabel(
            self.tr("Nothing is open. Add what the next shift must know."), role="sub"
        )
        self._empty.setContentsMargins(16, 12, 16, 12)
        self._add = AddItemLine()
        self._add.added.connect(self.added)
        self.body.addWidget(self._empty)
        self.body.addLayout(self._column)
        self.body.addWidget(self._add)

    def show_view(self, view: HandoverView, wording: Wording, now: datetime) -> None:
        """Shows the items; rows that stay keep focus and typing."""
        items = view.handover.items
        self.set_title(self.tr("Matters to hand over"))
        self.set_count(len(items))
        self.set_hint(self.tr("Goes on and next step · read"))
        self._empty.setVisible(not items)
        people = tuple(person.name for person in view.incoming.people if person.post != "leader")
        for gone in self._rows.keys() - {item.id for item in items}:
            self._rows.pop(gone).deleteLater()
        fresh = [item for item in items if item.id not in self._rows]
        for item in fresh:
            row = ItemRow(item, wording)
            row.explained.connect(self.explained)
            row.ticked.connect(self.ticked)
            row.entered.connect(self._on_entered)
            self._rows[item.id] = row
        for place, item in enumerate(sorted(items, key=lambda one: one.level or 9)):
            row = self._rows[item.id]
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            row.show_item(item, people, now)
        self._add.use(wording, now)
        if fresh:
            self.rows_changed.emit()

    def set_rights(self, *, may_write: bool, may_tick: bool) -> None:
        """Lets the one side write and the other tick."""
        self._add.setVisible(may_write)
        for row in self._rows.values():
            row.set_rights(may_write=may_write, may_tick=may_tick)

    def row(self, item_id: int) -> ItemRow:
        """The row of an item."""
        return self._rows[item_id]

    def unsaved(self) -> list[ItemWord]:
        """Words that were typed and not saved."""
        return [row.word() for row in self._rows.values() if row.unsaved]

    def clear_added(self) -> None:
        """The added item is kept: the line is free for another one."""
        self._add.clear()

    @Slot(object)
    def _on_entered(self, entered: ItemRow) -> None:
        for row in self._rows.values():
            row.set_active(active=row is entered)


class AddItemLine(QFrame):
    """Title, level and, where there is one, the time until when; ``added`` carries the item."""

    added = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording: Wording | None = None
        self._title = KeptLine("add:title")
        self._level = QComboBox()
        self._limited = QCheckBox(self.tr("until"))
        self._due = QDateTimeEdit()
        self._button = KeyButton(self.tr("Add"), icon="add")
        self._lay_out()
        self._limited.toggled.connect(self._on_limited)
        self._button.clicked.connect(self._on_add)
        self._title.returnPressed.connect(self._on_add)

    def use(self, wording: Wording, now: datetime) -> None:
        """Takes the formatter; proposes a time for a first limit."""
        if self._wording is None:
            self._wording = wording
            show_instant(self._due, now + _SOON, wording.zone)

    def clear(self) -> None:
        """Empties the line."""
        self._title.show_saved("")
        self._title.clear()
        self._limited.setChecked(False)
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        prepare(self._due, "MM-dd HH:mm")
        self._due.setVisible(False)
        self._due.setAccessibleName(self.tr("Until when"))
        self._title.setPlaceholderText(self.tr("Add a matter: what must be done"))
        self._title.setAccessibleName(self.tr("Matter to add"))
        self._level.addItems(["Ⅱ", "Ⅰ", "Ⅲ", "—"])
        self._level.setAccessibleName(self.tr("Level"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._title, 1)
        for widget in (self._level, self._limited, self._due, self._button):
            row.addWidget(widget)

    @Slot(bool)
    def _on_limited(self, limited: bool) -> None:  # noqa: FBT001 - Qt's own signature
        self._due.setVisible(limited)

    @Slot()
    def _on_add(self) -> None:
        if self._wording is None or not self._title.text().strip():
            self._title.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        due = edited_instant(self._due, self._wording.zone) if self._limited.isChecked() else None
        level = (2, 1, 3, 0)[self._level.currentIndex()]
        self.added.emit(OpenItem(NOTE, level, self._title.text().strip(), next_due_at=due))
