"""Which pages the navigation offers to whoever holds the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safetydesk.ui.main_window import MainWindow, PageEntry
    from safetydesk.ui.session import Session


class OfferedPages(QObject):
    """Greys guarded entries, and leaves such a page with the person who was allowed on it.

    The services check again: this only spares people what they would be refused.
    """

    def __init__(self, window: MainWindow, session: Session, entries: Sequence[PageEntry]) -> None:
        super().__init__(window)
        self._window, self._session, self._entries = window, session, tuple(entries)
        session.changed.connect(self._on_session)
        self._on_session()

    @Slot()
    def _on_session(self) -> None:
        """Somebody else holds the desk, or nobody does."""
        actor = self._session.actor
        for entry in self._entries:
            if entry.guard is None:
                continue
            offered = actor is not None and actor.may(entry.guard)
            self._window.navigation.offer(entry.name, offered=offered)
            page = self._window.current_page
            if not offered and page is not None and page.objectName() == entry.name:
                self._window.show_page(self._entries[0].name)
