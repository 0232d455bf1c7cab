"""A draft as a table: a row a day, a column a turn of each post."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from typing_extensions import override

from safetydesk.domain.day_class import DayClass
from safetydesk.ui.theme import colour

if TYPE_CHECKING:
    from safetydesk.domain.day_class import DayKind
    from safetydesk.domain.roster_draft import Draft
    from safetydesk.domain.wording import Words
    from safetydesk.services.views_draft import PreparedDraft

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_TINTS = {
    DayClass.WEEKEND: "sunk",
    DayClass.REST: "sunk",
    DayClass.STATUTORY: "r_soft",
    DayClass.SPRING_FESTIVAL: "r_soft",
}
_PIN = "◆ "


@dataclass(frozen=True)
class _Column:
    """The turns of one post that come at the same place of each day."""

    label: str
    seats: dict[int, int]
    """Day (by its row) and seat."""


class DraftTableModel(QAbstractTableModel):
    """Shows one prepared draft; a diamond marks what was fixed by hand."""

    def __init__(self, words: Words, nobody: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words, self._nobody = words, nobody
        self._days: tuple[DayKind, ...] = ()
        self._columns: list[_Column] = []
        self._names: dict[int, str] = {}
        self._pinned: frozenset[int] = frozenset()

    def show_draft(self, prepared: PreparedDraft, draft: Draft, pinned: frozenset[int]) -> None:
        """Shows a draft with the seats that are fixed."""
        self.beginResetModel()
        self._days, self._pinned = prepared.days, pinned
        self._columns = _columns(prepared)
        self._names = {
            seat: prepared.names[name]
            for seat, name in enumerate(draft.holders)
            if name is not None
        }
        self.endResetModel()

    def seat(self, index: _Index) -> int | None:
        """The seat in a cell; None where that day has no such turn."""
        if not index.isValid():
            return None
        return self._columns[index.column()].seats.get(index.row())

    def place_of(self, seat: int) -> tuple[int, int] | None:
        """Row and column of a seat."""
        for number, column in enumerate(self._columns):
            for row, held in column.seats.items():
                if held == seat:
                    return row, number
        return None

    @override
    def rowCount(self, parent: _Index = _NOWHERE, /) -> int:
        """The days."""
        return 0 if parent.isValid() else len(self._days)

    @override
    def columnCount(self, parent: _Index = _NOWHERE, /) -> int:
        """The turns of the posts."""
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: _Index, role: int = _DISPLAY, /) -> object:
        """Who holds the turn, and how it looks."""
        seat = self.seat(index)
        if role == int(Qt.ItemDataRole.BackgroundRole):
            tint = _TINTS.get(self._days[index.row()].day_class)
            return colour(tint) if tint else None
        if seat is None:
            return None
        return self._said(seat, role) or (
            self._spoken(index, seat) if role == int(Qt.ItemDataRole.AccessibleTextRole) else None
        )

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY, /
    ) -> object:
        """Posts above, days at the left."""
        if role != _DISPLAY:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._columns[section].label
        kind = self._days[section]
        weekday = self._words.short_weekdays[kind.day.weekday()]
        # A make-up workday bears the name of its holiday, which it is not.
        makeup = kind.day_class is DayClass.MAKEUP_WORKDAY
        name = self.tr("make-up workday") if makeup else kind.name
        return f"{kind.day.month}-{kind.day.day:02} {weekday} {name}".strip()

    def _said(self, seat: int, role: int) -> object:
        """The name in its ink; an empty turn is bold."""
        if role == _DISPLAY:
            name = self._names.get(seat, self._nobody)
            return f"{_PIN}{name}" if seat in self._pinned else name
        if role == int(Qt.ItemDataRole.ForegroundRole):
            return colour("t1" if seat in self._names else "r_ink")
        if role == int(Qt.ItemDataRole.FontRole) and seat not in self._names:
            bold = QFont()
            bold.setBold(True)
            return bold
        return None

    def _spoken(self, index: _Index, seat: int) -> str:
        kind = self._days[index.row()]
        day = self._words.month_day.format(
            month=kind.day.month, day=kind.day.day, year=kind.day.year
        )
        label = self._columns[index.column()].label
        return f"{day} {label} {self._names.get(seat, self._nobody)}"


def _columns(prepared: PreparedDraft) -> list[_Column]:
    """The columns of a draft, post by post in the order asked for."""
    rows = {kind.day: row for row, kind in enumerate(prepared.days)}
    made: dict[tuple[str, int], dict[int, int]] = {}
    counts: dict[tuple[str, int], int] = {}
    for number, seat in enumerate(prepared.board.seats):
        row = rows[seat.day]
        turn = counts.get((seat.post, row), 0)
        counts[seat.post, row] = turn + 1
        made.setdefault((seat.post, turn), {})[row] = number
    order = [post.post for post in prepared.request.posts]
    several = {post for post, turn in made if turn}
    return [
        _Column(_label(prepared, post, turn, several), made[post, turn])
        for post, turn in sorted(made, key=lambda key: (order.index(key[0]), key[1]))
    ]


def _label(prepared: PreparedDraft, post: str, turn: int, several: set[str]) -> str:
    """A post's name, numbered where it has several turns a day."""
    label = prepared.labels.get(post, post)
    return f"{label} {turn + 1}" if post in several else label
