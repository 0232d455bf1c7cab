"""The card of reports owed: each with its limit and its proof, and what may be done about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from safetydesk.domain.obligations import ObligationStatus
from safetydesk.domain.wording import Urgency
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel
from safetydesk.ui.widgets.row_table import RowTable
from safetydesk.ui.widgets.whole_rows import WholeRows

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.clock import Clock
    from safetydesk.services.views_incidents import IncidentView, ObligationView
    from safetydesk.ui.wording import Wording

_FOOT = 40
_WIDE, _NARROW = (150, 232, 132), (116, 218, 112)
"""Widths of recipient, limit and proof."""
_LEVEL = {Urgency.OVERDUE: 1, Urgency.SOON: 2, Urgency.FAR: 0}
Show = Callable[["ObligationView"], Cell]


class ObligationsCard(Card):
    """``opened`` and ``sent`` carry the selected ``ObligationView``, ``waived`` too."""

    opened = Signal(object)
    sent = Signal(object)
    waived = Signal(object)

    def __init__(self, wording: Wording, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._wording, self._clock = wording, clock
        self._rows: tuple[ObligationView, ...] = ()
        self.set_title(self.tr("Reports and answers"))
        words = ObligationCells(wording, clock, self._words())
        self.table: RowTable[ObligationView] = RowTable(
            [
                Column("", words.mark, width=44),
                Column("", words.name),
                Column("", words.recipient, width=_WIDE[0]),
                Column("", words.limit, width=_WIDE[1], right=True),
                Column("", words.proof, width=_WIDE[2]),
            ],
            key=lambda row: row.key,
            head=False,
        )
        self.table.setAccessibleName(self.tr("Reports and answers"))
        self.body.addWidget(WholeRows(self.table), 1)
        self.body.addWidget(self._foot())
        self.table.picked.connect(self._show_foot)
        self.table.opened.connect(self.opened)
        self._open.clicked.connect(self._on_open)
        self._note.clicked.connect(self.note_sent)
        self._waive.clicked.connect(self._on_waive)

    def show_view(self, view: IncidentView) -> None:
        """Shows what is owed; the selected row stays selected."""
        self._rows = view.obligations
        self.set_count(len(self._rows))
        self.table.set_rows(self._rows)
        summary = view.summary
        self.set_hint(
            self.tr("sent {met} · late {late} · owed {owed}").format(
                met=summary.met + summary.late, late=summary.late, owed=summary.owed
            )
        )
        if self.table.current() is None and self._rows:
            first = next((row for row in self._rows if row.status.open), self._rows[-1])
            self.table.select_key(first.key)
        self._show_foot()

    @override
    def set_narrow(self, narrow: bool) -> None:
        """Narrower columns on small screens; the name takes the rest."""
        super().set_narrow(narrow)
        for column, width in enumerate(_NARROW if narrow else _WIDE, start=2):
            self.table.setColumnWidth(column, width)
        self._note.set_key("" if narrow else "F5")

    def tick(self, _now: datetime) -> None:
        """Moves the countdowns on."""
        self.table.set_rows(self._rows)

    def _words(self) -> dict[str, str]:
        return {
            "early": self.tr("{period} early"),
            "late": self.tr("{period} late"),
            "waived": self.tr("excused"),
            "unconfirmed": self.tr("no receipt yet"),
            "sent": self.tr("{time} sent"),
        }

    def _foot(self) -> QFrame:
        """Basis and citation of the selected row, and its acts."""
        foot = QFrame()
        foot.setProperty("kind", "sunk")
        foot.setFixedHeight(_FOOT)
        self._name = PlainLabel(role="strong")
        self._basis = ElidedLabel(role="sub")
        self._open = KeyButton(self.tr("Open the draft"), kind="link")
        self._note = KeyButton(self.tr("Note as sent"), kind="link", key="F5")
        self._waive = KeyButton(self.tr("Excuse…"), kind="flat")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._name)
        row.addWidget(self._basis, 1)
        for button in (self._open, self._note, self._waive):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return foot

    @Slot()
    def _show_foot(self) -> None:
        row = self.table.current()
        self._name.setText(row.report if row else "")
        self._basis.setText(self._why(row) if row else "")
        still = row is not None and row.status.open
        self._note.setVisible(still)
        self._waive.setVisible(still)
        self._open.setVisible(row is not None and (still or row.report_id is not None))
        sent = row is not None and row.report_id is not None
        self._open.setText(self.tr("Open the report") if sent else self.tr("Open the draft"))

    def _why(self, row: ObligationView) -> str:
        """Title, basis and citation; former limits and the reason of a waiver as well."""
        now = self._clock.now()
        at = self._wording.moment(row.basis_at, now)
        parts = [row.title, f"{row.basis} {at}", row.citation]
        if row.edition > 1:
            parts.append(self.tr("text no. {number} of its pack").format(number=row.edition))
        if row.former_dues:
            former = self._wording.moment(row.former_dues[-1], now)
            parts.append(self.tr("formerly by {time}").format(time=former))
        if row.waived_because:
            parts.append(row.waived_because)
        if row.weak:
            parts.append(self.tr("check the source of this rule"))
        return self._wording.words.between.join(part for part in parts if part)

    @Slot()
    def _on_open(self) -> None:
        if (row := self.table.current()) is not None:
            self.opened.emit(row)

    @Slot()
    def note_sent(self) -> None:
        """F5: the selected report has gone out."""
        if (row := self.table.current()) is not None:
            self.sent.emit(row)

    @Slot()
    def _on_waive(self) -> None:
        if (row := self.table.current()) is not None:
            self.waived.emit(row)


class ObligationCells:
    """How an obligation is shown; holds no widget, so that the table is freed with its card."""

    def __init__(self, wording: Wording, clock: Clock, words: dict[str, str]) -> None:
        self._wording, self._clock, self._words = wording, clock, words

    def mark(self, row: ObligationView) -> Cell:
        """Tick, diamond with a tick where it was late, level mark or ring."""
        if not row.status.open:
            if row.status is ObligationStatus.MET_LATE:
                return Cell(icon="done-late", tone="r_ink")
            return Cell(icon="done", tone="g" if row.status is ObligationStatus.WAIVED else "ok")
        level = _LEVEL[self._wording.countdown(row.due_at, self._clock.now()).urgency]
        return Cell(level=level) if level else Cell(icon="open-ring", tone="line3")

    def name(self, row: ObligationView) -> Cell:
        """The report; bold while it presses."""
        urgency = self._wording.countdown(row.due_at, self._clock.now()).urgency
        return Cell(row.report, bold=row.status.open and urgency is not Urgency.FAR)

    def recipient(self, row: ObligationView) -> Cell:
        """To whom."""
        return Cell(row.to, tone="t2")

    def limit(self, row: ObligationView) -> Cell:
        """The countdown; once sent, how early or late it was."""
        now = self._clock.now()
        if row.status is ObligationStatus.WAIVED:
            return Cell(self._words["waived"], tone="t3")
        counted = self._wording.countdown(row.due_at, now)
        if row.margin is None:
            return Cell(countdown=counted)
        late = row.status is ObligationStatus.MET_LATE
        period = self._wording.period(abs(row.margin))
        said = self._words["late" if late else "early"].format(period=period)
        text = f"{said}{self._wording.words.between}{counted.absolute}"
        return Cell(text, tone="r_ink" if late else "t2", bold=late)

    def proof(self, row: ObligationView) -> Cell:
        """Who confirmed and when; dashed while nobody has."""
        if row.met_at is None:
            return Cell("—", tone="t3")
        now = self._clock.now()
        if row.confirmed is False:
            return Cell(self._words["unconfirmed"], badge="todo")
        if row.proof_at is not None:
            at = self._wording.moment(row.proof_at, now)
            return Cell(f"{at} {row.proof}", tone="t2")
        return Cell(self._words["sent"].format(time=self._wording.moment(row.met_at, now)), "t2")
