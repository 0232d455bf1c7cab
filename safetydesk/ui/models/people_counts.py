"""How many duties each person has in the days in view, told apart by the kind of day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from safetydesk.domain.day_class import DayClass
from safetydesk.domain.presence import STANDS_BY
from safetydesk.ui.models.roster_cells import PERSON_MIME

if TYPE_CHECKING:
    from safetydesk.services.views_duty import DaysView, MonthView
    from safetydesk.ui.models.name_choices import PersonChoice

COUNT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_ORDINARY = frozenset({DayClass.WORKDAY.value, DayClass.MAKEUP_WORKDAY.value})
_STATUTORY = frozenset({DayClass.STATUTORY.value, DayClass.SPRING_FESTIVAL.value})


@dataclass(frozen=True)
class PersonCount:
    """One person with the duties of the days in view; standing by is none."""

    choice: PersonChoice
    ordinary: int = 0
    free: int = 0
    """On weekends and on the days off of a break that are not statutory."""
    statutory: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.ordinary + self.free + self.statutory


def counted(view: MonthView | DaysView, people: Iterable[PersonChoice]) -> list[PersonCount]:
    """Everybody with the duties that the table shows, in the order of the people."""
    held: Counter[tuple[int, str]] = Counter()
    for row in view.days:
        kind = "o" if row.day_class in _ORDINARY else "s" if row.day_class in _STATUTORY else "f"
        for (post, _), cells in zip(view.posts, row.cells, strict=True):
            if post not in STANDS_BY:
                held.update((cell.person_id, kind) for cell in cells)
    return [
        PersonCount(one, held[one.id, "o"], held[one.id, "f"], held[one.id, "s"]) for one in people
    ]


class PeopleCountModel(QAbstractListModel):
    """Whoever fits the letters typed; rows can be dragged into cells of the roster."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[PersonCount, ...] = ()
        self._shown: list[PersonCount] = []
        self._typed = ""

    @property
    def most(self) -> int:
        """The most duties that anybody has."""
        return max((row.total for row in self._all), default=0)

    @property
    def average(self) -> float:
        """The duties of those who have any, by person."""
        serving = [row.total for row in self._all if row.total]
        return sum(serving) / len(serving) if serving else 0.0

    def show_people(self, rows: Sequence[PersonCount]) -> None:
        """Shows other people or counts; the filter stays."""
        self._all = tuple(rows)
        self.filter(self._typed)

    def filter(self, typed: str) -> None:
        """Leaves those whose name has, or sounds like, what was typed."""
        self._typed = typed
        found = [row for row in self._all if not typed or row.choice.fits(typed)]
        if [row.choice.id for row in found] == [row.choice.id for row in self._shown]:
            self._shown = found
            if found:
                self.dataChanged.emit(self.index(0), self.index(len(found) - 1))
            return
        self.beginResetModel()
        self._shown = found
        self.endResetModel()

    def row_at(self, place: int) -> PersonCount:
        """The person at a place."""
        return self._shown[place]

    @override
    def rowCount(self, parent: _Index = _NOWHERE, /) -> int:
        """How many people fit."""
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: _Index, role: int = _DISPLAY, /) -> object:
        """The name; the counts for the painter and read aloud."""
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        if role == COUNT_ROLE:
            return row
        if role == _ACCESSIBLE:
            told = self.tr("{name}, {total} duties, {statutory} statutory")
            return told.format(name=row.choice.name, total=row.total, statutory=row.statutory)
        return row.choice.name if role == _DISPLAY else None

    @override
    def flags(self, index: _Index, /) -> Qt.ItemFlag:
        """People are chosen and dragged."""
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    @override
    def mimeTypes(self) -> list[str]:
        """A person."""
        return [PERSON_MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex], /) -> QMimeData:
        """The id of the person dragged."""
        data = QMimeData()
        if indexes:
            person = self._shown[indexes[0].row()].choice.id
            data.setData(PERSON_MIME, QByteArray(str(person).encode()))
        return data

    @override
    def supportedDragActions(self) -> Qt.DropAction:
        """A person stays in the list."""
        return Qt.DropAction.CopyAction
