"""What was understood of a sheet: how it was taken, what was recognised, and what is in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from safetydesk.domain.sheet_findings import Finding, Severity
from safetydesk.ui.dialogs.import_source import ReadRow
from safetydesk.ui.finding_words import FindingWords
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.widgets.newcomer_list import NewcomerList
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable
from safetydesk.ui.widgets.segment import Segment

if TYPE_CHECKING:
    from safetydesk.ui.dialogs.import_source import ImportReading

_BADGES = {Severity.ERROR: "r", Severity.WARNING: "o", Severity.INFO: "i"}
_ROWS, _FINDINGS, _NEW = "rows", "findings", "new"
_PLACE_WIDTH, _SEVERITY_WIDTH, _FIRST_WIDTH = 96, 76, 84


class ReadingView(QWidget):
    """``pointed`` carries the place in the sheet of whatever is selected.

    ``admitted`` carries the newcomers who are ticked, with whom of the office they mean.
    """

    pointed = Signal(str)
    admitted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary = PlainLabel(role="strong", wrap=True)
        self._consequence = PlainLabel(role="sub", wrap=True)
        self._tabs = Segment()
        self._tabs.setAccessibleName(self.tr("What is listed"))
        self._findings: RowTable[Finding] = RowTable(self._finding_columns(), key=_finding_key)
        self._findings.setAccessibleName(self.tr("What is in doubt"))
        self._rows: RowTable[ReadRow] | None = None
        self._new = NewcomerList()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 8)
        self._column.setSpacing(8)
        for widget in (self._summary, self._consequence):
            self._column.addWidget(widget)
        self._column.addWidget(self._tabs, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._findings, 1)
        self._column.addWidget(self._new, 1)
        self._tabs.chosen.connect(self._show_table)
        self._findings.picked.connect(self._on_picked)
        self._new.pointed.connect(self.pointed)
        self._new.chosen.connect(self.admitted)

    def show_consequence(self, reading: ImportReading) -> None:
        """Says anew what importing will do."""
        self._consequence.setText(reading.consequence)

    def show_reading(self, reading: ImportReading) -> None:
        """Shows a reading; where something is in doubt, that comes first."""
        self._summary.setText(reading.summary)
        self.show_consequence(reading)
        self._make_rows(reading.titles)
        if self._rows is not None:
            self._rows.set_rows(reading.rows)
        self._findings.set_rows(reading.findings)
        self._new.show_people(reading.newcomers)
        tabs = [
            (_FINDINGS, self.tr("In doubt {count}").format(count=len(reading.findings))),
            (_ROWS, self.tr("Recognised {count}").format(count=len(reading.rows))),
        ]
        if reading.newcomers:
            told = self.tr("Not of the office {count}").format(count=len(reading.newcomers))
            tabs.insert(0, (_NEW, told))
        self._tabs.set_options(tabs)
        first = _NEW if reading.newcomers else _FINDINGS if reading.findings else _ROWS
        self._tabs.choose(first)
        self._show_table(first)

    def take_focus(self) -> None:
        """The list shown gets the keys, its first row selected."""
        if self._tabs.current() == _NEW:
            self._new.setFocus()
            return
        table = self._rows if self._tabs.current() == _ROWS else self._findings
        if table is not None and table.row_count():
            table.setFocus()
            table.setCurrentIndex(table.model().index(0, 0))

    def _make_rows(self, titles: tuple[str, ...]) -> None:
        """The table of what was recognised; its columns belong to the kind of sheet."""
        if self._rows is not None:
            self._rows.deleteLater()
        widths = (_FIRST_WIDTH, *(0 for _ in titles[1:]))
        columns = [
            Column[ReadRow](title, _Show(number), width)
            for number, (title, width) in enumerate(zip(titles, widths, strict=True))
        ]
        place = Column[ReadRow](self.tr("Cell"), _place, _PLACE_WIDTH)
        self._rows = RowTable([*columns, place], key=_row_key)
        self._rows.setAccessibleName(self.tr("What was recognised"))
        self._rows.picked.connect(self._on_picked)
        self._column.addWidget(self._rows, 1)

    def _finding_columns(self) -> list[Column[Finding]]:
        return [
            Column(self.tr("Kind"), _severity, _SEVERITY_WIDTH),
            Column(self.tr("Cell"), _finding_place, _PLACE_WIDTH),
            Column(self.tr("What"), _what),
            Column(self.tr("Stands there"), _stands),
        ]

    @Slot(str)
    def _show_table(self, key: str) -> None:
        self._findings.setVisible(key == _FINDINGS)
        self._new.setVisible(key == _NEW)
        if self._rows is not None:
            self._rows.setVisible(key == _ROWS)

    @Slot(object)
    def _on_picked(self, picked: Finding | ReadRow | None) -> None:
        if picked is not None:
            self.pointed.emit(picked.source)


class _Show:
    """One column of a recognised row."""

    def __init__(self, number: int) -> None:
        self._number = number

    def __call__(self, row: ReadRow) -> str:
        return row.cells[self._number]


def _place(row: ReadRow) -> Cell:
    return Cell(row.source.rpartition("!")[2], tone="t3")


def _row_key(row: ReadRow) -> str:
    return f"{row.source} {' '.join(row.cells)}"


def _finding_key(finding: Finding) -> str:
    return f"{finding.source} {finding.code} {finding.text}"


def _severity(finding: Finding) -> Cell:
    return Cell(FindingWords().severity(finding.severity), badge=_BADGES[finding.severity])


def _finding_place(finding: Finding) -> Cell:
    return Cell(finding.source.rpartition("!")[2], tone="t3")


def _what(finding: Finding) -> str:
    """What was found, and what helps."""
    parts = (*finding.suggest, finding.expected, finding.resolved_by)
    hints = "、".join(part for part in parts if part)
    words = FindingWords().of(finding.code)
    return f"{words} → {hints}" if hints else words


def _stands(finding: Finding) -> Cell:
    return Cell(" ".join(finding.text.split()), tone="t2")
