"""The open matters in a small window, the most urgent first; Enter opens one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from safetydesk.domain.changes import Topic
from safetydesk.ui.dialogs.matter import badge_tone
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.widgets.card import EmptyState
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from safetydesk.domain.clock import Clock
    from safetydesk.domain.wording import Countdown
    from safetydesk.services.matters import MatterService
    from safetydesk.services.views_matters import MatterView
    from safetydesk.ui.bus import Bus, Published
    from safetydesk.ui.wording import Wording


@dataclass(frozen=True)
class _Row:
    """A matter and how long is left of its term."""

    view: MatterView
    countdown: Countdown | None


class MatterList(QDialog):
    """``chosen`` carries a matter's id."""

    chosen = Signal(int)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        matters: MatterService,
        bus: Bus,
        clock: Clock,
        wording: Wording,
    ) -> None:
        super().__init__(parent)
        self._matters, self._clock, self._wording = matters, clock, wording
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Open matters"))
        self.resize(860, 420)
        self._table: RowTable[_Row] = RowTable(self._columns(), key=lambda row: str(row.view.id))
        self._table.setAccessibleName(self.tr("Open matters"))
        self._empty = EmptyState(
            self.tr("No matter is open"),
            self.tr(
                "What leaders and superiors order stays here until it is closed with a result."
            ),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._table)
        column.addWidget(self._empty)
        self._table.opened.connect(self._on_opened)
        bus.changed.connect(self._on_changed)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Shows what is open now: by term, those without one last."""
        now = self._clock.now()
        views = self._matters.open_matters(now)
        views.sort(key=lambda view: (view.due_at is None, view.due_at or now))
        self._table.set_rows(
            [
                _Row(view, self._wording.countdown(view.due_at, now) if view.due_at else None)
                for view in views
            ]
        )
        self._table.setVisible(bool(views))
        self._empty.setVisible(not views)
        if views and not self._table.current_key():
            self._table.select_key(str(views[0].id))

    def _columns(self) -> list[Column[_Row]]:
        return [
            Column(self.tr("No."), lambda row: row.view.number, width=120),
            Column(self.tr("Matter"), lambda row: row.view.title),
            Column(self.tr("Owner"), lambda row: Cell(row.view.owner, tone="t2"), width=120),
            Column(self.tr("State"), _state, width=92),
            Column(
                self.tr("Left"),
                lambda row: Cell(countdown=row.countdown),
                width=256,
                right=True,
            ),
        ]

    @Slot(object)
    def _on_opened(self, row: _Row) -> None:
        self.chosen.emit(row.view.id)

    @Slot(object)
    def _on_changed(self, published: Published) -> None:
        if published.touches(Topic.MATTERS):
            self.refresh()


def _state(row: _Row) -> Cell:
    """The state in its badge."""
    tone = badge_tone(row.view)
    return Cell(row.view.state.value, badge=tone if tone in {"r", "o"} else "plain")
