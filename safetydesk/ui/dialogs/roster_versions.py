"""Two versions of a roster side by side: on which day and post they differ, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from safetydesk.domain.wording import day_text
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.widgets.card import EmptyState
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from safetydesk.services.roster_states import RosterStateService
    from safetydesk.services.views_rosters import DifferenceView, RosterView, VersionView
    from safetydesk.ui.wording import Wording

_SIZE = (760, 480)


class VersionsDialog(QDialog):
    """Begins with the last filing against the plan of now."""

    def __init__(
        self,
        parent: QWidget | None,
        roster: RosterView,
        *,
        rosters: RosterStateService,
        wording: Wording,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Compare versions"))
        self.resize(*_SIZE)
        self._roster, self._rosters, self._wording = roster, rosters, wording
        self._before, self._after = QComboBox(), QComboBox()
        self._count = PlainLabel(role="sub")
        self._table: RowTable[DifferenceView] = RowTable(
            self._columns(), key=lambda one: f"{one.day}{one.post}"
        )
        self._table.setAccessibleName(self.tr("Differences"))
        self._same = EmptyState(self.tr("The two versions are the same"))
        self._lay_out()
        self._fill()

    @Slot()
    def refresh(self) -> None:
        """Compares what is chosen."""
        before, after = int(self._before.currentData()), int(self._after.currentData())
        found = self._rosters.compare(self._roster.id, before, after)
        self._table.set_rows(found)
        self._table.setVisible(bool(found))
        self._same.setVisible(not found)
        self._count.setText(self.tr("{count} differ").format(count=len(found)) if found else "")

    def _columns(self) -> list[Column[DifferenceView]]:
        """The columns; their functions must not hold the dialog alive."""
        words = self._wording.words

        def day(one: DifferenceView) -> str:
            return f"{day_text(one.day, words.month_day)} {words.short_weekdays[one.day.weekday()]}"

        return [
            Column(self.tr("Day"), day, 128),
            Column(self.tr("Post"), lambda one: Cell(one.label, "t2"), 92),
            Column(self.tr("Before"), lambda one: Cell("、".join(one.before) or "—", struck=True)),
            Column(self.tr("After"), lambda one: Cell("、".join(one.after) or "—", bold=True)),
        ]

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for combo, name in ((self._before, self.tr("Before")), (self._after, self.tr("After"))):
            combo.setAccessibleName(name)
            row.addWidget(PlainLabel(name, role="label"))
            row.addWidget(combo, 1)
        close = KeyButton(self.tr("Close"), key="Esc")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addWidget(PlainLabel(self._roster.title, role="title"))
        column.addLayout(row)
        column.addWidget(self._table, 1)
        column.addWidget(self._same, 1)
        column.addLayout(foot)

    def _fill(self) -> None:
        versions = self._rosters.versions(self._roster.id)
        for version in versions:
            for combo in (self._before, self._after):
                combo.addItem(self._named(version), version.id)
        self._before.setCurrentIndex(max(0, len(versions) - 2))
        self._after.setCurrentIndex(len(versions) - 1)
        for combo in (self._before, self._after):
            combo.currentIndexChanged.connect(self.refresh)
        self.refresh()

    def _named(self, version: VersionView) -> str:
        """A version as a choice."""
        if version.kind is None:
            return self.tr("now")
        words = [str(version.number), version.kind.chinese_name, version.to_whom]
        when = self._wording.full_time(version.at)
        return " ".join([*(word for word in words if word), when])
