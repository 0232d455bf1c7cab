"""The groups of the directory as a column: written ones, then those the program works out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from typing_extensions import override

from safetydesk.services.views_contacts import SpecialGroup
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.group_list import GroupEntry, GroupList

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from safetydesk.services.views_contacts import Directory

_WIDTH, _WIDTH_NARROW = 172, 140


class GroupColumn(Card):
    """``chosen`` carries the key of a group, empty for all."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = GroupList()
        self._list.setAccessibleName(self.tr("Groups"))
        self._list.chosen.connect(self.chosen)
        self.body.setContentsMargins(0, 4, 0, 4)
        self.body.addWidget(self._list)
        self.set_narrow(narrow=False)

    def show_directory(self, directory: Directory) -> None:
        """Shows every group with its count; the one chosen stays."""
        words = {
            SpecialGroup.ON_DUTY.value: self.tr("On duty now"),
            SpecialGroup.TO_VERIFY.value: self.tr("To verify"),
        }
        entries = {
            special: [
                GroupEntry(g.key, words.get(g.key, g.name), g.count)
                for g in directory.groups
                if g.special is special
            ]
            for special in (False, True)
        }
        every = GroupEntry("", self.tr("All"), directory.contacts)
        own, worked_out = self.tr("Groups"), self.tr("Special")
        self._list.set_entries(
            [
                GroupEntry("#groups", own),
                every,
                *entries[False],
                GroupEntry("#special", worked_out),
                *entries[True],
            ]
        )

    def current(self) -> str:
        """The key of the group chosen."""
        return self._list.current_key()

    def choose(self, key: str) -> None:
        """Chooses a group by its key."""
        self._list.choose(key)

    def written(self) -> str:
        """The name of the group chosen, where it is one that contacts bear."""
        key = self.current()
        return "" if key in set(SpecialGroup) else key

    @override
    def set_narrow(self, narrow: bool) -> None:
        """Takes the width for small screens."""
        super().set_narrow(narrow)
        self.setFixedWidth(_WIDTH_NARROW if narrow else _WIDTH)
