"""Whom an incident concerns: who is competent, who must be told, and everybody who was told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from safetydesk.services.views_incidents import IncidentView, NoticeLine, ToldLine
    from safetydesk.ui.wording import Wording

_WIDTH, _HEIGHT = 820, 560


class NoticesDialog(QDialog):
    """Enter on a department that was not told opens telling it; ``tell_asked`` carries the names.

    Blocks nothing and changes nothing by itself: a tick is the record of having told.
    """

    tell_asked = Signal(object)

    def __init__(self, parent: QWidget | None, view: IncidentView, wording: Wording) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Competent departments and notices"))
        self._words = NoticeTableWords(self, wording)
        self._notices: RowTable[NoticeLine] = RowTable(
            self._words.notice_columns(), key=lambda line: f"{line.role}{line.department}"
        )
        self._told: RowTable[ToldLine] = RowTable(
            self._words.told_columns(), key=lambda line: line.name
        )
        self._citation = PlainLabel(role="sub", wrap=True)
        self._tell = KeyButton(self.tr("Tell it now…"), icon="phone", key="Enter")
        self._all = KeyButton(self.tr("Tell all that are open…"), key="Ctrl Enter", kind="primary")
        self._leave = KeyButton(self.tr("Close"), key="Esc")
        self._lay_out()
        self.resize(_WIDTH, _HEIGHT)
        self._connect()
        self.show_view(view)
        self._notices.setFocus()

    def show_view(self, view: IncidentView) -> None:
        """Shows the incident as it stands now."""
        self._notices.set_rows(view.notices)
        self._told.set_rows(view.told)
        if self._notices.current() is None and view.notices:
            first = next((line for line in view.notices if line.open), view.notices[0])
            self._notices.select_key(f"{first.role}{first.department}")
        self._all.setEnabled(any(line.open for line in view.notices))
        self._on_picked()

    @Slot()
    def tell(self) -> None:
        """Asks to tell the selected department."""
        line = self._notices.current()
        if line is not None and not line.ours:
            self.tell_asked.emit((line.department,))

    @Slot()
    def tell_all(self) -> None:
        """Asks to tell every department that nobody has told."""
        rows = (self._notices.row_at(n) for n in range(self._notices.row_count()))
        names = tuple(dict.fromkeys(line.department for line in rows if line.open))
        if names:
            self.tell_asked.emit(names)

    @Slot()
    def _on_picked(self) -> None:
        line = self._notices.current()
        self._tell.setEnabled(line is not None and not line.ours)
        self._citation.setText(self._words.citation(line) if line is not None else "")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for title, table, share in (
            (self.tr("Competent, and to be told"), self._notices, 3),
            (self.tr("Everybody who was told"), self._told, 2),
        ):
            card = Card(title)
            table.setAccessibleName(title)
            card.body.addWidget(table)
            column.addWidget(card, share)
        column.addWidget(self._citation)
        row = QHBoxLayout()
        row.addStretch()
        for button in (self._leave, self._tell, self._all):
            button.setAutoDefault(False)
            row.addWidget(button)
        column.addLayout(row)

    def _connect(self) -> None:
        self._notices.picked.connect(self._on_picked)
        self._notices.opened.connect(self.tell)
        self._tell.clicked.connect(self.tell)
        self._all.clicked.connect(self.tell_all)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.tell_all)
        self._leave.clicked.connect(self.reject)


class NoticeTableWords(QObject):
    """The words of the two tables; departments and citations stay Chinese."""

    def __init__(self, parent: QObject, wording: Wording) -> None:
        super().__init__(parent)
        self._wording = wording

    def notice_columns(self) -> list[Column[NoticeLine]]:
        """Department, what it is, told or not, by whom."""
        return [
            Column("", _tick, 40),
            Column(self.tr("Department"), lambda line: Cell(line.department, bold=True)),
            Column(self.tr("Part"), lambda line: Cell(line.role, tone="t2"), 84),
            Column(self.tr("Told"), self._standing, 168),
            Column(self.tr("Taken by"), lambda line: Cell(_taken(line.told), tone="t2"), 108),
            Column(self.tr("Told by"), lambda line: Cell(_told_by(line.told), tone="t2"), 92),
        ]

    def told_columns(self) -> list[Column[ToldLine]]:
        """Whom, when first, about what, who took it, who told."""
        return [
            Column(self.tr("Whom"), lambda line: Cell(line.name, bold=True)),
            Column(self.tr("When"), lambda line: Cell(self._wording.full_time(line.at)), 168),
            Column(self.tr("What"), lambda line: Cell(line.what, tone="t2"), 92),
            Column(self.tr("Taken by"), lambda line: Cell(_taken(line), tone="t2"), 108),
            Column(self.tr("Told by"), lambda line: Cell(_told_by(line), tone="t2"), 92),
        ]

    def citation(self, line: NoticeLine) -> str:
        """The text behind a row, marked where it wants looking up."""
        if line.weak:
            return self.tr("{citation} (to be looked up)").format(citation=line.citation)
        return line.citation

    def _standing(self, line: NoticeLine) -> Cell:
        if line.told is not None:
            return Cell(self._wording.full_time(line.told.at))
        return (
            Cell(self.tr("our office"), tone="t2")
            if line.ours
            else Cell(self.tr("not told"), badge="todo")
        )


def _tick(line: NoticeLine) -> Cell:
    """A tick for who was told, a ring for who was not, nothing for ourselves."""
    if line.told is not None:
        return Cell(icon="done", tone="ok")
    return Cell("") if line.ours else Cell(icon="open-ring", tone="line3")


def _taken(line: ToldLine | None) -> str:
    return line.by if line is not None else ""


def _told_by(line: ToldLine | None) -> str:
    return line.told_by if line is not None else ""
