"""The steps of a matter as a list: when, what, which unit, in which words, until when, by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from safetydesk.services.views_matters import MatterView
    from safetydesk.ui.wording import Wording


@dataclass(frozen=True)
class _StepRow:
    """One step in words."""

    key: str
    when: str
    kind: str
    unit: str
    words: str
    who: str


class MatterHistory(RowTable[_StepRow]):
    """Newest last; nothing of it can be changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            [
                Column(self.tr("Time"), lambda row: row.when, width=116),
                Column(self.tr("Step"), lambda row: Cell(row.kind, bold=True), width=64),
                Column(self.tr("Unit"), lambda row: Cell(row.unit, tone="t2"), width=176),
                Column(self.tr("Words"), lambda row: row.words),
                Column(self.tr("By"), lambda row: Cell(row.who, tone="t2"), width=90),
            ],
            key=lambda row: row.key,
            parent=parent,
        )

    def show_view(self, view: MatterView, wording: Wording, now: datetime) -> None:
        """Shows the steps of a matter."""
        until = self.tr("until {time}")
        rows: list[_StepRow] = []
        for step in view.steps:
            due = until.format(time=wording.moment(step.due_at, now)) if step.due_at else ""
            words = wording.words.between.join(part for part in (step.text, due) if part)
            when = wording.moment(step.at, now)
            kind = step.kind.chinese_name
            rows.append(_StepRow(str(step.id), when, kind, step.unit, words, step.author_name))
        self.set_rows(rows)
        self.scrollToBottom()
