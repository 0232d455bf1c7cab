"""The rows of the log sheet: every word ready before it is painted, date rules at midnight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from safetydesk.domain.log import EntryKind
from safetydesk.services.sheets import Segment, SegmentMark

if TYPE_CHECKING:
    from safetydesk.domain.log import LogEntry, LogLine
    from safetydesk.services.views_log import SheetLine
    from safetydesk.ui.wording import Wording

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_CENTRE = Qt.AlignmentFlag.AlignCenter
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1

NUMBER, TIME, KIND, CONTENT, HANDLING, STATE, RECORDER = range(7)
COLUMNS = 7
_DONE_STATES = frozenset({"", "已报", "已记", "办结", "划除"})
_STATE_TONES = {"在办": "i", "待回执": "todo"}
_REPORTS = frozenset({EntryKind.REPORTING, EntryKind.NIL_REPORT})
_CALLS = frozenset({EntryKind.INCOMING_CALL, EntryKind.OUTGOING_CALL, EntryKind.INCIDENT_RECEIVED})


class Shown(StrEnum):
    """Which lines of the sheet are wanted."""

    ALL = "all"
    REPORTS = "reports"
    CALLS = "calls"


@dataclass(frozen=True)
class LogRow:
    """One row as it is painted. A date rule has only ``rule``.

    ``badge`` marks an entry written after the fact, ``note`` who corrected or struck it when.
    """

    seq: int = 0
    number: str = ""
    time: str = ""
    kind: str = ""
    segments: tuple[Segment, ...] = ()
    badge: str = ""
    handling: str = ""
    note: str = ""
    state: str = ""
    tone: str = ""
    recorder: str = ""
    struck: bool = False
    rule: str = ""
    line: LogLine | None = None

    @property
    def content(self) -> str:
        """The words that hold now."""
        return "".join(
            part.text for part in self.segments if self.struck or part.mark is SegmentMark.PLAIN
        )

    def text(self, column: int) -> str:
        """The words of one cell."""
        if self.rule:
            return self.rule if column == 0 else ""
        content = " ".join(part for part in (self.content, self.badge) if part)
        handling = " ".join(part for part in (self.handling, self.note) if part)
        cells = (self.number, self.time, self.kind, content, handling, self.state, self.recorder)
        return cells[column]

    @property
    def words(self) -> str:
        """The row read aloud, and as it is copied."""
        return "，".join(part for part in map(self.text, range(COLUMNS)) if part)


def wanted(line: LogLine, shown: Shown) -> bool:
    """Whether a line belongs to a choice."""
    kinds = {Shown.REPORTS: _REPORTS, Shown.CALLS: _CALLS}.get(shown)
    return kinds is None or line.entry.kind in kinds


def rows_of(
    lines: Sequence[SheetLine], wording: Wording, *, shown: Shown, machine: bool
) -> list[LogRow]:
    """The rows of a choice of lines, with a rule wherever a new day begins."""
    return list(_rows(lines, wording, shown=shown, machine=machine))


def _rows(
    lines: Sequence[SheetLine], wording: Wording, *, shown: Shown, machine: bool
) -> Iterator[LogRow]:
    day = None
    for made in lines:
        entry = made.line.entry
        if (entry.machine and not machine) or not wanted(made.line, shown):
            continue
        today = wording.today(entry.event_at)
        if day is not None and today != day:
            yield LogRow(rule=wording.date_and_weekday(entry.event_at))
        day = today
        yield _row(made, wording)


def _row(made: SheetLine, wording: Wording) -> LogRow:
    line, entry = made.line, made.line.entry
    return LogRow(
        seq=entry.seq,
        number=str(line.number or "·"),
        time=wording.time(entry.event_at),
        kind=entry.kind.value,
        segments=made.segments,
        badge=_late(entry, wording),
        handling=line.handling,
        note=_note(line, wording),
        state=made.state,
        tone=_tone(made.state),
        recorder=entry.author_name,
        struck=line.is_struck,
        line=line,
    )


def _tone(state: str) -> str:
    if state in _DONE_STATES:
        return ""
    return _STATE_TONES.get(state, "y")


def _late(entry: LogEntry, wording: Wording) -> str:
    if not entry.is_late:
        return ""
    words = QCoreApplication.translate("LogRow", "late entry {time}, by {delay}")
    at = wording.moment(entry.entered_at, entry.event_at)
    return words.format(time=at, delay=wording.period(entry.delay))


def _note(line: LogLine, wording: Wording) -> str:
    """Who struck or corrected the line, and when; why it was struck."""
    happened = line.entry.event_at
    if line.strike is not None:
        words = QCoreApplication.translate("LogRow", "{reason}; struck by {name} {time}")
        at = wording.moment(line.strike.entered_at, happened)
        return words.format(reason=line.strike.text, name=line.strike.author_name, time=at)
    if line.corrections:
        last = line.corrections[-1]
        words = QCoreApplication.translate("LogRow", "corrected by {name} {time}")
        at = wording.moment(last.entered_at, happened)
        return words.format(name=last.author_name, time=at)
    return ""


class LogLinesModel(QAbstractTableModel):
    """Holds the rows; nothing is made while painting."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[LogRow] = []
        self._titles = (
            self.tr("No."),
            self.tr("Time"),
            self.tr("Kind"),
            self.tr("Content"),
            self.tr("Handling"),
            self.tr("State"),
            self.tr("Recorder"),
        )

    def set_rows(self, rows: Sequence[LogRow]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, number: int) -> LogRow:
        """The row at a place."""
        return self._rows[number]

    def place_of(self, seq: int) -> int:
        """Where an entry stands; -1 when it is not shown."""
        return next((n for n, row in enumerate(self._rows) if seq and row.seq == seq), -1)

    @override
    def rowCount(self, parent: _Index = _NOWHERE, /) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = _NOWHERE, /) -> int:
        """The columns of the paper sheet."""
        return 0 if parent.isValid() else COLUMNS

    @override
    def data(self, index: _Index, role: int = _DISPLAY, /) -> object:
        """The words, or the whole row for the delegate."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == _DISPLAY:
            return row.text(index.column())
        if role == _ACCESSIBLE:
            return row.words if index.column() == 0 else row.text(index.column())
        return None

    @override
    def flags(self, index: _Index, /) -> Qt.ItemFlag:
        """Date rules cannot be selected."""
        if index.isValid() and self._rows[index.row()].rule:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY, /
    ) -> object:
        """The heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _DISPLAY:
            return self._titles[section]
        return int(_CENTRE) if role == _ALIGNMENT else None
