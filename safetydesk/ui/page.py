"""What every page of the stack has in common: a head, refetching when it is stale, common keys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from safetydesk.ui.tokens import S3, S4
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QShowEvent

    from safetydesk.domain.changes import Topic
    from safetydesk.ui.bus import Bus, Published
    from safetydesk.ui.tasks import Runs


@dataclass(frozen=True)
class HelpTerm:
    """A word of the screen, and what it means in a sentence or two."""

    term: str
    words: str


class PageHead(QWidget):
    """Title, subtitle and, at the right, the acts of the page; 32 px high."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(36)
        self._title = PlainLabel(title, role="page")
        self._sub = ElidedLabel(role="sub")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.row.addWidget(self._title)
        self.row.addSpacing(4)
        self.row.addWidget(self._sub, 1)

    def set_title(self, title: str, sub: str = "") -> None:
        """Shows the title and a quiet remark beside it."""
        self._title.setText(title)
        self._sub.setText(sub)

    def put_words(self, *widgets: QWidget) -> None:
        """The page's own widgets in the place of title and remark, from the left."""
        self._title.hide()
        self._sub.hide()
        for place, widget in enumerate(widgets):
            self.row.insertWidget(place, widget)
        self.row.insertStretch(len(widgets), 1)

    def set_middle(self, widget: QWidget) -> None:
        """Puts a row of controls where the subtitle would stand."""
        self._sub.hide()
        self.row.insertWidget(self.row.indexOf(self._sub), widget, 1)

    def add_act(self, widget: QWidget) -> None:
        """Adds a button or other control at the right."""
        self.row.addWidget(widget)


class Page(QWidget):
    """A page shows one view of the office and refetches it when one of its topics changes.

    Subclasses give the topics, fill ``body`` and write ``refresh``. A page that is not visible only
    marks itself stale. Several changes in one turn of the event loop lead to one refetch.
    """

    bare = False
    """Whether the page stands without the frame: nobody is on duty yet and nothing is logged."""

    def __init__(
        self, *, bus: Bus, topics: frozenset[Topic], title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._topics = topics
        self._stale = True
        self._reading = self._again = False
        self.start: QWidget | None = None
        """Where work on the page begins: its list or search line; None for its first control."""
        self.head = PageHead(title)
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.head)
        self.body = QVBoxLayout()
        self.column.addLayout(self.body, 1)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh_if_stale)
        bus.changed.connect(self._on_changed)
        Page.set_narrow(self, narrow=False)

    def fetch(
        self,
        tasks: Runs,
        work: Callable[[], object],
        succeeded: Callable[..., object],
        failed: Callable[..., object] | None = None,
    ) -> None:
        """Reads on another thread, one reading at a time: an older one never comes in last.

        What is asked for meanwhile leads to one ``refresh`` more.
        """
        if self._reading:
            self._again = True
            return
        self._reading = True
        tasks.submit(work, succeeded=succeeded, failed=failed, finished=self._on_fetched)

    def refresh(self) -> None:
        """Fetches the view again and shows it; selection, focus and typing stay."""
        raise NotImplementedError

    def tick(self, now: datetime) -> None:
        """Called each full second while the page is visible; countdowns go on here."""

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one bit that the window decides
        """Takes the margins of large or small screens; pages with more to fold extend it."""
        side = S3 if narrow else S4
        self.column.setContentsMargins(side, S3, side, S3)
        self.column.setSpacing(S3 - 4 if narrow else S3)
        self.body.setSpacing(S3 - 4 if narrow else S3)

    def focus_filter(self) -> None:
        """Ctrl+F: the cursor goes to the field that filters the list in view."""

    def print_shown(self) -> None:
        """Ctrl+P: prints what is shown."""

    def undo(self) -> None:
        """Ctrl+Z: takes back the last reversible act on this page."""

    def help_text(self) -> str:
        """F1: what this page is for and how it is used, in plain sentences."""
        return ""

    def help_terms(self) -> tuple[HelpTerm, ...]:
        """F1: the words on this page that need explaining."""
        return ()

    @Slot()
    def refresh_if_stale(self) -> None:
        """Refetches when something has changed since the last time and the page is visible."""
        if self._stale and self.isVisible():
            self._stale = False
            self.refresh()

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        """Catches up on what changed while the page was hidden, before it is painted."""
        super().showEvent(event)
        self.refresh_if_stale()

    @override
    def hideEvent(self, event: QHideEvent, /) -> None:
        """Whatever happens while nobody looks, the page is read again when it comes back."""
        super().hideEvent(event)
        self._stale = True

    @Slot()
    def _on_fetched(self) -> None:
        """Reads once more where it was asked for meanwhile."""
        self._reading = False
        if self._again:
            self._again = False
            self._stale = True
            self._soon.start()

    @Slot(object)
    def _on_changed(self, published: Published) -> None:
        if published.touches(*self._topics) and published.initiator is not self:
            self._stale = True
            self._soon.start()
