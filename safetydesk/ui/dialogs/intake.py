"""粘贴文字: a pasted message on the left, what it proposes on the right, taken field by field."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.quoted_text import QuotedText
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from safetydesk.domain.intake_proposals import Proposal

Propose = Callable[[str], Sequence["Proposal"]]
_READ_DELAY = 250
_SIZE = (1080, 600)
_TAKE, _LABEL, _VALUE = 84, 96, 240


@dataclass(frozen=True)
class Taken:
    """The pasted text as it is to be kept, and the proposals that were accepted."""

    text: str
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True)
class _Row:
    """A proposal with its place, whether it is accepted, and what stands in the field already."""

    number: int
    proposal: Proposal
    accepted: bool
    present: str

    @property
    def can_be_taken(self) -> bool:
        return bool(self.proposal.target)

    @property
    def differs(self) -> bool:
        """Whether something else stands in the field."""
        return bool(self.present) and self.present != self.proposal.shown


class IntakeDialog(QDialog):
    """``taken`` carries a ``Taken``. ``present``: the words in the fields now, by target.

    ``accepted`` are the targets that were accepted before, when a message comes back.
    Up and Down walk through the proposals and show the words each came from, Space accepts or
    leaves one, Ctrl+Enter takes what is accepted, Esc leaves everything as it was.
    """

    taken = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        *,
        propose: Propose,
        present: Mapping[str, str],
        text: str = "",
        accepted: Collection[str] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Paste a message"))
        self.resize(*_SIZE)
        self._propose, self._present = propose, present
        self._accepted: dict[str, bool] = {}
        self._proposals: tuple[Proposal, ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=_READ_DELAY)
        self._timer.timeout.connect(self._read)
        self._lay_out()
        self._text.setPlainText(text or QApplication.clipboard().text())
        self._text.textChanged.connect(self._timer.start)
        self._read()
        if accepted is not None:
            self._accepted = {item.target: item.target in accepted for item in self.proposals}
            self._show_rows()
        (self._table if self.proposals else self._text).setFocus()

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """What the text proposes now."""
        return self._proposals

    def _lay_out(self) -> None:
        self._text = QuotedText()
        self._text.setAccessibleName(self.tr("Message"))
        self._text.setPlaceholderText(self.tr("Paste the message here (Ctrl+V)"))
        self._table = _ProposalTable(self._columns())
        self._table.setAccessibleName(self.tr("What it says"))
        self._table.toggled.connect(self._toggle)
        self._table.picked.connect(self._on_picked)
        self._note = PlainLabel("", role="sub", wrap=True)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, title, field in (
            (left, self.tr("Message"), self._text),
            (right, self.tr("What it says"), self._table),
        ):
            column.setSpacing(6)
            column.addWidget(PlainLabel(title, role="label"))
            column.addWidget(field, 1)
        sides = QHBoxLayout()
        sides.setSpacing(16)
        sides.addLayout(left, 2)
        sides.addLayout(right, 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 12)
        whole.setSpacing(10)
        whole.addLayout(sides, 1)
        whole.addWidget(self._note)
        whole.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        leave = KeyButton(self.tr("Leave"), key="Esc")
        all_of_them = KeyButton(self.tr("All or none"), key="Ctrl A")
        take = KeyButton(self.tr("Take the accepted"), key="Ctrl Enter", kind="primary")
        take.setDefault(False)
        for button in (leave, all_of_them, take):
            button.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        all_of_them.clicked.connect(self._all_or_none)
        take.clicked.connect(self._take)
        row.addWidget(all_of_them)
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(take)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._take)
        every = QShortcut(QKeySequence("Ctrl+A"), self._table)
        every.setContext(Qt.ShortcutContext.WidgetShortcut)
        every.activated.connect(self._all_or_none)
        return row

    def _columns(self) -> list[Column[_Row]]:
        return [
            Column(self.tr("Take"), self._take_cell, _TAKE),
            Column(self.tr("Field"), lambda row: row.proposal.label, _LABEL),
            Column(self.tr("Value"), lambda row: Cell(row.proposal.shown, bold=True), _VALUE),
            Column(self.tr("Words, and what to look at"), self._words_cell),
        ]

    def _take_cell(self, row: _Row) -> Cell:
        if not row.can_be_taken:
            return Cell(self.tr("shown only"), tone="t3")
        if row.accepted:
            return Cell(self.tr("✓ take"), badge="i")
        return Cell(self.tr("leave"), tone="t2")

    def _words_cell(self, row: _Row) -> Cell:
        quoted = "…".join(" ".join(quote.text.split()) for quote in row.proposal.quotes)
        if row.differs:
            words = self.tr("differs: {present} stands there").format(present=row.present)
            return Cell(f"{words} “{quoted}”", tone="o_ink")
        if row.proposal.doubt:
            return Cell(f"{row.proposal.doubt} “{quoted}”", tone="o_ink")
        return Cell(f"“{quoted}”", tone="t2")

    @Slot()
    def _read(self) -> None:
        """Reads the text anew; what was decided about a field stays decided."""
        self._proposals = tuple(self._propose(self._text.toPlainText()))
        self._show_rows()
        quotes = [quote for proposal in self._proposals for quote in proposal.quotes]
        self._text.show_quotes(quotes)
        if self._proposals and self._table.current() is None:
            self._table.select_key("0")
        self._on_picked(self._table.current())

    def _show_rows(self) -> None:
        rows = [self._row(number, item) for number, item in enumerate(self._proposals)]
        self._table.set_rows(rows)
        accepted = sum(row.accepted for row in rows)
        if rows:
            words = self.tr("{count} of {all} are taken; the message is kept as it came.")
            self._note.setText(words.format(count=accepted, all=len(rows)))
        else:
            self._note.setText(self.tr("The text names nothing that a field could take."))

    def _row(self, number: int, proposal: Proposal) -> _Row:
        present = self._present.get(proposal.target, "")
        row = _Row(number, proposal, accepted=False, present=present)
        usual = row.can_be_taken and not row.differs and not proposal.doubt
        accepted = row.can_be_taken and self._accepted.get(proposal.target, usual)
        return _Row(number, proposal, accepted, present)

    @Slot(object)
    def _toggle(self, row: _Row) -> None:
        """Space: accepts a proposal, or leaves it."""
        if row.can_be_taken:
            self._accepted[row.proposal.target] = not row.accepted
            self._show_rows()

    @Slot()
    def _all_or_none(self) -> None:
        """Ctrl+A: everything, or nothing where everything is accepted."""
        rows = [self._row(number, item) for number, item in enumerate(self._proposals)]
        wanted = not all(row.accepted for row in rows if row.can_be_taken)
        self._accepted = {row.proposal.target: wanted for row in rows}
        self._show_rows()

    @Slot(object)
    def _on_picked(self, row: _Row | None) -> None:
        """Points at the words of the proposal."""
        self._text.point_at(row.proposal.quotes if row is not None else ())

    @Slot()
    def _take(self) -> None:
        """Ctrl+Enter."""
        if self._timer.isActive():
            self._timer.stop()
            self._read()
        rows = [self._row(number, item) for number, item in enumerate(self._proposals)]
        accepted = tuple(row.proposal for row in rows if row.accepted)
        self.taken.emit(Taken(self._text.toPlainText(), accepted))
        self.accept()

    @override
    def done(self, result: int, /) -> None:
        """However it is left, nothing goes on behind it."""
        self._timer.stop()
        super().done(result)


class _ProposalTable(RowTable[_Row]):
    """Space, Enter or a click on the first column change whether a row is taken."""

    toggled = Signal(object)

    def __init__(self, columns: Sequence[Column[_Row]]) -> None:
        super().__init__(columns, key=lambda row: str(row.number))
        self.opened.connect(self.toggled)
        self.clicked.connect(self._on_clicked)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Space toggles; Ctrl+Enter belongs to the dialog."""
        row = self.current()
        if event.key() == Qt.Key.Key_Space and row is not None:
            self.toggled.emit(row)
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        row = self.current()
        if index.column() == 0 and row is not None:
            self.toggled.emit(row)
