"""The form of a way out of the house: a new one, or one that is kept and is to be changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit

from safetydesk.domain.notice import ChannelKind
from safetydesk.ui.dialogs.basis_dialog import add_field
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.key_cap import KeyButton

if TYPE_CHECKING:
    from safetydesk.services.views_escalation import ChannelView
    from safetydesk.ui.notice_words import NoticeWords


@dataclass(frozen=True)
class NoticeEntry:
    """What stands in the form; no address where the kept one is to stay."""

    name: str
    address: str
    expected: str
    with_title: bool


class NoticeForm(Card):
    """``fill`` takes a way or empties the form; a kept address is never shown."""

    def __init__(self, words: NoticeWords) -> None:
        super().__init__(words.new_way())
        self._words = words
        self._way: ChannelView | None = None
        self.keep = KeyButton(self.tr("Add"), icon="add", key="Ctrl Enter")
        self._kind, self._name = QComboBox(), QLineEdit()
        self._address, self._expected = QLineEdit(), QLineEdit()
        self._with_title = QCheckBox(self.tr("The title of the alarm may leave too"))
        for kind, text in words.kinds():
            self._kind.addItem(text, kind.value)
        self.head.addWidget(self.keep)
        self.body.setContentsMargins(16, 8, 16, 8)
        self.body.addLayout(self._built_grid())
        self._kind.currentIndexChanged.connect(self._show_example)
        self._show_example()

    @property
    def way(self) -> ChannelView | None:
        """The way that is being changed; None for a new one."""
        return self._way

    def entry(self) -> NoticeEntry:
        """What stands in the form; an address may be typed without what it begins with."""
        address = self._address.text().strip()
        if address and "://" not in address:
            address = f"{self._kind.currentData()}://{address}"
        return NoticeEntry(
            self._name.text(), address, self._expected.text(), self._with_title.isChecked()
        )

    def fill(self, way: ChannelView | None) -> None:
        """The form for a way that is kept, or an empty one for a new way."""
        self._way = way
        title = self.tr("Change {name}").format(name=way.name) if way else self._words.new_way()
        self.set_title(title)
        self.keep.setText(self.tr("Save") if way else self.tr("Add"))
        self._name.setText(way.name if way else "")
        self._address.clear()
        self._expected.setText(way.expected if way else "")
        self._with_title.setChecked(way.with_title if way else False)
        if way is not None:
            self._kind.setCurrentIndex(self._kind.findData(way.kind.value))
            self._name.setFocus()
        self._show_example()

    def _built_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        add_field(grid, 0, 0, self.tr("Kind"), self._kind)
        add_field(grid, 0, 2, self.tr("Name"), self._name)
        add_field(grid, 1, 0, self.tr("Address"), self._address)
        add_field(grid, 1, 2, self.tr("Answer holds"), self._expected)
        grid.addWidget(self._with_title, 2, 1, 1, 3)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(3, 2)
        self._expected.setPlaceholderText(self.tr("only for gateways: what a good answer says"))
        self._address.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        return grid

    @Slot()
    def _show_example(self) -> None:
        """How an address of the kind looks."""
        kind = ChannelKind(str(self._kind.currentData()))
        kept = self.tr("empty: the address that is kept stays")
        self._address.setPlaceholderText(kept if self._way else self._words.example(kind))
