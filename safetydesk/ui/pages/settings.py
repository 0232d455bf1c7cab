"""The settings: a quiet list of sections at the left, the chosen one at the right.

A section is a ``SettingsSection`` and one line in ``app/settings_table.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from safetydesk.domain.changes import Topic
from safetydesk.ui.focus_order import put_after
from safetydesk.ui.page import Page
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.group_list import GroupEntry, GroupList

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.ui.bus import Bus

_WIDTH, _WIDTH_NARROW = 184, 152


class SettingsSection(QWidget):
    """One part of the settings: fill ``column`` with cards and write ``refresh``."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)

    def refresh(self) -> None:
        """Reads what is set and shows it; what is being typed stays."""
        raise NotImplementedError

    def tick(self, now: datetime) -> None:
        """Called each full second while the section is in view."""

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one bit that the window decides
        """Takes the variant for small screens."""
        for card in self.findChildren(Card):
            card.set_narrow(narrow)

    def help_text(self) -> str:
        """F1: what is set here, in plain sentences."""
        return ""


@dataclass(frozen=True)
class SectionEntry:
    """A section by name and title; it is built when first chosen, read again on its topics."""

    name: str
    title: str
    build: Callable[[], SettingsSection]
    topics: frozenset[Topic] = frozenset({Topic.OFFICE})


class SettingsPage(Page):
    """Up and down in the list change the section, Tab goes into it."""

    def __init__(self, *, sections: Sequence[SectionEntry], bus: Bus) -> None:
        topics = frozenset[Topic]().union(*(entry.topics for entry in sections))
        super().__init__(bus=bus, topics=topics, title="")
        self.head.set_title(self.tr("Settings"))
        self._entries = {entry.name: entry for entry in sections}
        self._built: dict[str, SettingsSection] = {}
        self._narrow = False
        self._list = GroupList()
        self._list.setAccessibleName(self.tr("Sections of the settings"))
        self._list.set_entries([GroupEntry(e.name, e.title, is_plain=True) for e in sections])
        self._side = Card()
        self._side.body.setContentsMargins(0, 4, 0, 4)
        self._side.body.addWidget(self._list)
        self._side.setFixedWidth(_WIDTH)
        self._stack = QStackedWidget()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._side)
        row.addWidget(self._stack, 1)
        self.body.addLayout(row, 1)
        self._list.chosen.connect(self._on_chosen)

    @property
    def section(self) -> SettingsSection | None:
        """The section in view."""
        return self._built.get(self._list.current_key())

    @property
    def sections(self) -> tuple[str, ...]:
        """The names of the sections in their order."""
        return tuple(self._entries)

    def choose(self, name: str) -> None:
        """Shows a section."""
        self._list.choose(name)

    @override
    def refresh(self) -> None:
        """Reads the section in view again; the first one where none was chosen yet."""
        if not self._list.current_key() and self._entries:
            self._list.choose(next(iter(self._entries)))
        elif self.section is not None:
            self.section.refresh()

    @override
    def tick(self, now: datetime) -> None:
        """Lets the section in view go on."""
        if self.section is not None:
            self.section.tick(now)

    @override
    def set_narrow(self, narrow: bool) -> None:
        """A narrower list on small screens."""
        super().set_narrow(narrow)
        self._narrow = narrow
        self._side.setFixedWidth(_WIDTH_NARROW if narrow else _WIDTH)
        for section in self._built.values():
            section.set_narrow(narrow)

    @override
    def focus_filter(self) -> None:
        """The cursor goes to the list of sections."""
        self._list.setFocus()

    @override
    def help_text(self) -> str:
        """What the page is for, and the section in view."""
        own = self.tr(
            "What holds for the whole office is set here, by supervisors. Every change is kept "
            "with who made it and when. Up and down choose a section, Tab goes into it."
        )
        section = self.section.help_text() if self.section is not None else ""
        return f"{own}\n\n{section}".strip()

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        """Shows a section and reads it; builds it the first time."""
        if name not in self._entries:
            return
        section = self._built.get(name)
        if section is None:
            section = self._entries[name].build()
            section.set_narrow(self._narrow)
            self._built[name] = section
            self._stack.addWidget(section)
            put_after(self.window(), self._list, section)
        self._stack.setCurrentWidget(section)
        section.refresh()
