"""The card of facts: times and words with their sources, doubts framed by dashes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Signal, Slot
from typing_extensions import override

from safetydesk.domain.incident import BasisKind
from safetydesk.domain.incident_record import FactField
from safetydesk.ui.delegates.row_delegate import (
    RowDelegate,
    content_box,
    paint_cell,
    paint_surface,
)
from safetydesk.ui.models.rows_model import CELL_ROLE, Cell, Column
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.plain import set_plain_tooltip
from safetydesk.ui.widgets.row_table import RowTable
from safetydesk.ui.widgets.whole_rows import WholeRows

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from safetydesk.domain.incident_record import BasisRecord
    from safetydesk.services.views_incidents import FactView, IncidentView
    from safetydesk.ui.wording import Wording

_GAP = 8
_LABEL, _SOURCE = (84, 82), (124, 88)
"""Widths on large and on small screens."""
_TIMES = (
    BasisKind.OCCURRED,
    BasisKind.RECEIVED,
    BasisKind.LEARNED,
    BasisKind.UNIT_HEAD_INFORMED,
    BasisKind.EXTINGUISHED,
    BasisKind.RESCUE_ENDED,
)
_ALWAYS = (FactField.PLACE, FactField.UNIT, FactField.CAUSE, FactField.SITUATION)


@dataclass(frozen=True)
class FactRow:
    """One line of the card: a time (``basis``) or words (``field``)."""

    label: str
    value: str
    doubt: str = ""
    source: str = ""
    strong: bool = False
    basis: BasisKind | None = None
    field: FactField | None = None


class FactDelegate(RowDelegate):
    """Paints the words with the doubt (the cell's ``icon``) framed right behind them."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        /,
    ) -> None:
        """Draws as other rows; the words give way to the frame."""
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell) or not cell.icon:
            super().paint(painter, option, index)
            return
        painter.save()
        paint_surface(painter, option)
        box = content_box(option.rect, index)
        frame = option.fontMetrics.horizontalAdvance(cell.icon) + 15
        words = option.fontMetrics.horizontalAdvance(cell.text)
        said = min(words, max(0, int(box.width()) - frame - _GAP))
        text = QRectF(box.left(), box.top(), said + 1, box.height())
        paint_cell(painter, Cell(cell.text, bold=cell.bold), text, option.font, right=False)
        behind = box.adjusted(said + _GAP, 0, 0, 0)
        doubt = Cell(cell.icon, badge="todo")
        paint_cell(painter, doubt, behind, option.font, right=False)
        painter.restore()


class FactsCard(Card):
    """``fact_asked`` carries the ``FactField`` to write anew, ``time_asked`` the ``BasisKind``."""

    fact_asked = Signal(object)
    time_asked = Signal(object)

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._wording = wording
        self.set_title(self.tr("Facts"))
        self.set_hint(self.tr("each with its source and time"))
        self.table: RowTable[FactRow] = RowTable(
            [
                Column("", lambda row: Cell(row.label, tone="t3"), width=_LABEL[False]),
                Column("", lambda row: Cell(row.value, bold=row.strong, icon=row.doubt)),
                Column(
                    "", lambda row: Cell(row.source, tone="t2"), width=_SOURCE[False], right=True
                ),
            ],
            key=lambda row: row.label,
            head=False,
        )
        self.table.setItemDelegate(FactDelegate(self.table))
        self.table.setAccessibleName(self.tr("Facts"))
        self.body.addWidget(WholeRows(self.table))
        self.table.opened.connect(self._on_opened)
        self.table.picked.connect(self._on_picked)

    def show_view(self, view: IncidentView, now: datetime) -> None:
        """Shows times, then words; what a first report needs stands there even while unknown."""
        rows = [self._time(kind, view.bases[kind], now) for kind in _TIMES if kind in view.bases]
        known = {fact.field: fact for fact in view.facts}
        for name in FactField:
            if name in known:
                rows.append(self._fact(known[name], now))
            elif name in _ALWAYS:
                rows.append(FactRow(name.chinese_name, "—", self._doubt(), field=name))
        self.table.set_rows(rows)

    @override
    def set_narrow(self, narrow: bool) -> None:
        """On small screens the words get the room of label and source."""
        super().set_narrow(narrow)
        for column, width in ((0, _LABEL), (2, _SOURCE)):
            self.table.setColumnWidth(column, width[narrow])

    def _doubt(self) -> str:
        return self.tr("unverified")

    def _time(self, kind: BasisKind, record: BasisRecord, now: datetime) -> FactRow:
        at = self._wording.moment(record.at, now)
        if record.approximate:
            at = self.tr("about {time}").format(time=at)
        if record.former:
            former = self._wording.moment(record.former[-1], now)
            at = self.tr("{time} (formerly {former})").format(time=at, former=former)
        return FactRow(kind.chinese_name, at, source=record.source, strong=True, basis=kind)

    def _fact(self, fact: FactView, now: datetime) -> FactRow:
        at = self._wording.moment(fact.known_at, now)
        source = f"{fact.source} {at}".strip()
        doubt = "" if fact.verified else self._doubt()
        return FactRow(fact.field.chinese_name, fact.value, doubt, source, field=fact.field)

    @Slot(object)
    def _on_opened(self, row: FactRow) -> None:
        if row.field is not None:
            self.fact_asked.emit(row.field)
        elif row.basis is not None:
            self.time_asked.emit(row.basis)

    @Slot(object)
    def _on_picked(self, row: FactRow | None) -> None:
        words = f"{row.label}：{row.value}\n{row.source}" if row else ""
        set_plain_tooltip(self.table, words)
        self.table.setAccessibleDescription(words)
