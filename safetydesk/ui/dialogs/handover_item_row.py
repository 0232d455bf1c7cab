"""One matter to be handed over: what it is, the word on it, who goes on, and the reader's tick."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
)
from typing_extensions import override

from safetydesk.ui.dialogs.kept_fields import KeptLine
from safetydesk.ui.marks import paint_level
from safetydesk.ui.theme import colour
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel

if TYPE_CHECKING:
    from safetydesk.domain.handover import HandoverItem
    from safetydesk.ui.wording import Wording

_LEVELS = ("", "Ⅰ", "Ⅱ", "Ⅲ")


@dataclass(frozen=True)
class ItemWord:
    """What the outgoing officer says of an item; ``version`` is of the row that was seen."""

    item_id: int
    remark: str
    next_owner: str
    next_step: str
    needless: bool
    version: int


@dataclass(frozen=True)
class ItemTick:
    """The incoming officer has read an item, or takes it back."""

    item_id: int
    ticked: bool


class ItemRow(QFrame):
    """Shows an item; the active one opens a strip in which the outgoing officer writes.

    ``explained`` carries an ``ItemWord``, ``ticked`` an ``ItemTick``; ``entered`` the row itself.
    """

    explained = Signal(object)
    ticked = Signal(object)
    entered = Signal(object)

    def __init__(self, item: HandoverItem, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._item = item
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = ElidedLabel(role="name")
        self._situation = ElidedLabel(role="sub")
        self._owner = ElidedLabel(role="strong")
        self._next = ElidedLabel(role="sub")
        self._tick = QCheckBox(self)
        self._tick_time = PlainLabel(role="sub")
        self._strip = QFrame(self)
        self._remark = KeptLine(f"item:{item.id}:remark")
        self._needless = QCheckBox(self.tr("No word needed"))
        self._people = QComboBox()
        self._step = KeptLine(f"item:{item.id}:step")
        self._lay_out()
        self._lay_out_strip()
        self._connect()
        self.set_active(active=False)

    def show_item(self, item: HandoverItem, people: tuple[str, ...], now: datetime) -> None:
        """Shows what is saved; typing in the strip stays."""
        self._item = item
        said = "；".join(text for text in (item.situation, item.remark) if text.strip())
        if not said and item.remark_needless:
            said = self.tr("No word needed")
        wanting = not item.is_explained
        self._title.setText(item.title)
        self._situation.setText(self.tr("Not explained yet") if wanting else said)
        self._situation.set_tone("o" if wanting else "")
        self._owner.setText(
            self.tr("Goes on: {name}").format(name=item.next_owner) if item.next_owner else ""
        )
        self._next.setText(self._next_words(item, now))
        self._show_tick(item)
        self._remark.show_saved(item.remark)
        self._step.show_saved(item.next_step)
        self._needless.setChecked(item.remark_needless)
        self._offer(people, item.next_owner)
        self._name_parts(item)
        self.update()

    def set_rights(self, *, may_write: bool, may_tick: bool) -> None:
        """Lets the one side write and the other tick."""
        self._strip.setEnabled(may_write)
        self._tick.setEnabled(may_tick)

    def set_active(self, *, active: bool) -> None:
        """Opens or closes the strip."""
        self._strip.setVisible(active)

    def word(self) -> ItemWord:
        """What stands in the strip."""
        item = self._item
        return ItemWord(
            item.id,
            self._remark.text().strip(),
            self._people.currentText(),
            self._step.text().strip(),
            self._needless.isChecked(),
            item.version,
        )

    @property
    def unsaved(self) -> bool:
        """Whether something in the strip was not saved."""
        return self._remark.unsaved or self._step.unsaved

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        """The row that has the focus is the active one."""
        super().focusInEvent(event)
        self.entered.emit(self)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        """Takes the focus frame away."""
        super().focusOutEvent(event)
        self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        """A click opens the row."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Draws the level's mark, the hairline and the focus frame."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._item.level:
            paint_level(painter, self._item.level, QRectF(14, 12, 24, 24))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour("line"))
        if self.hasFocus():
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -2))

    def _next_words(self, item: HandoverItem, now: datetime) -> str:
        due = item.next_due_at
        until = self.tr("by {time}").format(time=self._wording.moment(due, now)) if due else ""
        return self._wording.words.between.join(part for part in (item.next_step, until) if part)

    def _show_tick(self, item: HandoverItem) -> None:
        self._tick.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._tick.setChecked(item.ticked_at is not None)
        self._tick.blockSignals(False)  # noqa: FBT003
        if item.ticked_at is not None:
            self._tick_time.setText(self._wording.time(item.ticked_at))
        else:
            self._tick_time.setText(self.tr("to tick") if item.must_be_ticked else "")

    def _offer(self, people: tuple[str, ...], chosen: str) -> None:
        names = ["", *people, *({chosen} - {"", *people})]
        if [self._people.itemText(n) for n in range(self._people.count())] != names:
            self._people.clear()
            self._people.addItems(names)
        self._people.setCurrentText(chosen)

    def _name_parts(self, item: HandoverItem) -> None:
        self.setAccessibleName(f"{_LEVELS[item.level]} {item.title}，{self._situation.text()}")
        self._tick.setAccessibleName(self.tr("Read: {title}").format(title=item.title))
        self._remark.setAccessibleName(self.tr("Word on {title}").format(title=item.title))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(50, 9, 12, 9)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.addWidget(self._title, 0, 0)
        grid.addWidget(self._situation, 1, 0)
        grid.addWidget(self._owner, 0, 1)
        grid.addWidget(self._next, 1, 1)
        tick = QVBoxLayout()
        tick.setSpacing(0)
        tick.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignHCenter)
        tick.addWidget(self._tick_time, 0, Qt.AlignmentFlag.AlignHCenter)
        self._tick.setFixedHeight(24)
        grid.addLayout(tick, 0, 2, 2, 1)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 3)
        grid.setColumnMinimumWidth(2, 48)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 1)
        column.setSpacing(0)
        column.addLayout(grid)
        column.addWidget(self._strip)

    def _lay_out_strip(self) -> None:
        self._remark.setPlaceholderText(self.tr("What the next shift must know"))
        self._step.setPlaceholderText(self.tr("Next step"))
        self._step.setAccessibleName(self.tr("Next step"))
        self._people.setAccessibleName(self.tr("Who goes on"))
        self._people.setMinimumWidth(110)
        rows = QVBoxLayout(self._strip)
        rows.setContentsMargins(50, 0, 12, 10)
        rows.setSpacing(6)
        for first, second in ((self._remark, self._needless), (self._step, self._people)):
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(first, 1)
            if second is self._people:
                row.addWidget(PlainLabel(self.tr("Goes on"), role="label"))
            row.addWidget(second)
            rows.addLayout(row)

    def _connect(self) -> None:
        self._remark.left.connect(self._on_word)
        self._step.left.connect(self._on_word)
        self._needless.clicked.connect(self._on_word)
        self._people.activated.connect(self._on_word)
        self._tick.clicked.connect(self._on_tick)

    @Slot()
    def _on_word(self) -> None:
        self.explained.emit(self.word())

    @Slot(bool)
    def _on_tick(self, checked: bool) -> None:  # noqa: FBT001 - Qt's own signature
        self.ticked.emit(ItemTick(self._item.id, checked))
