"""What is to be drafted: the period, the posts with their turns and rest, and the people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from safetydesk.services.views_draft import DraftRequest, PostRequest, TurnPattern
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.segment import Segment

if TYPE_CHECKING:
    from safetydesk.services.views_draft import DraftOptions, DraftPostOption, NamedPeriod

MONTH, HOLIDAY, YEAR = "month", "holiday", "year"
_USUAL = frozenset({"leader", "primary", "deputy", "officer"})
_MONTHS, _LONGEST_REST, _MOST = 12, 168, 9
_NARROW, _PATTERN = 58, 86
_ROOM = 8
"""The style sheet's padding does not reach the line inside a spin box."""
_PERSON = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True)
class _PostRow:
    """The controls of one post."""

    option: DraftPostOption
    chosen: QCheckBox
    count: QSpinBox
    rest: QSpinBox
    pattern: QComboBox


class DraftChoices(QWidget):
    """``period_changed``: the options are those of another period now."""

    period_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date(2000, 1, 1)
        self._holidays: tuple[NamedPeriod, ...] = ()
        self._rows: list[_PostRow] = []
        self._kind = Segment()
        self._period = QComboBox()
        self._first, self._last = QDateEdit(), QDateEdit()
        self._posts = QGridLayout()
        self._people = QListWidget()
        self._keep = QCheckBox(self.tr("Keep what is planned already"))
        self._women = QCheckBox(self.tr("Women serve by day"))
        self._unknown = PlainLabel(role="sub", tone="o", wrap=True)
        self._lay_out()
        self._kind.chosen.connect(self._on_kind)
        self._period.activated.connect(self._on_period)
        for edit in (self._first, self._last):
            edit.lineEdit().setTextMargins(_ROOM, 0, 0, 0)
            edit.editingFinished.connect(self.period_changed)

    def begin(self, today: date, month: date, holidays: tuple[NamedPeriod, ...]) -> None:
        """Offers the periods from today on; a month is chosen first."""
        self._today, self._holidays = today, holidays
        kinds = [(MONTH, self.tr("Month")), (YEAR, self.tr("Year"))]
        if holidays:
            kinds.insert(1, (HOLIDAY, self.tr("Holiday")))
        self._kind.set_options(kinds)
        self._kind.choose(MONTH)
        self._offer_periods()
        self._choose(month.replace(day=1), _month_end(month))

    def show_options(self, options: DraftOptions) -> None:
        """The posts and people of the period; what was chosen stays."""
        if not self._rows:
            for number, option in enumerate(options.posts):
                self._add_post(number + 1, option)
            for person in options.people:
                item = QListWidgetItem(person.name)
                item.setFlags(
                    Qt.ItemFlag.ItemIsUserCheckable
                    | Qt.ItemFlag.ItemIsEnabled
                    | Qt.ItemFlag.ItemIsSelectable
                )
                item.setCheckState(Qt.CheckState.Checked)
                item.setData(_PERSON, person.person_id)
                self._people.addItem(item)
        self._keep.setEnabled(options.planned)
        years = "、".join(str(year) for year in options.unknown)
        told = self.tr("No holiday notice for {years}: weekdays decide.").format(years=years)
        self._unknown.setText(told if years else "")
        self._unknown.setVisible(bool(years))

    @property
    def days(self) -> tuple[date, date]:
        """The period chosen."""
        return _date(self._first), _date(self._last)

    def request(self) -> DraftRequest:
        """What is chosen."""
        first, last = self.days
        return DraftRequest(
            first,
            last,
            tuple(
                PostRequest(
                    row.option.request.post,
                    row.count.value(),
                    row.rest.value(),
                    TurnPattern(row.pattern.currentData()),
                )
                for row in self._rows
                if row.chosen.isChecked()
            ),
            frozenset(
                int(item.data(_PERSON))
                for item in map(self._people.item, range(self._people.count()))
                if item.checkState() is Qt.CheckState.Checked
            ),
            keep=self._keep.isChecked() and self._keep.isEnabled(),
            women_by_day=self._women.isChecked(),
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        dates = QGridLayout()
        for place, (edit, words) in enumerate(
            ((self._first, self.tr("From")), (self._last, self.tr("To")))
        ):
            edit.setDisplayFormat("yyyy-MM-dd")
            edit.setAccessibleName(words)
            dates.addWidget(PlainLabel(words, role="label"), 0, 2 * place)
            dates.addWidget(edit, 0, 2 * place + 1)
            dates.setColumnStretch(2 * place + 1, 1)
        self._period.setAccessibleName(self.tr("Period"))
        self._kind.setAccessibleName(self.tr("Kind of period"))
        self._people.setAccessibleName(self.tr("People"))
        self._people.setMinimumHeight(96)
        self._posts.setHorizontalSpacing(6)
        self._posts.setVerticalSpacing(4)
        for place, words in enumerate(
            ("", self.tr("People"), self.tr("Turns"), self.tr("Rest, h"))
        ):
            self._posts.addWidget(PlainLabel(words, role="label"), 0, place)
        column.addWidget(self._kind, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._period)
        column.addLayout(dates)
        column.addWidget(self._unknown)
        column.addLayout(self._posts)
        column.addWidget(PlainLabel(self.tr("People"), role="label"))
        column.addWidget(self._people, 1)
        column.addWidget(self._keep)
        column.addWidget(self._women)
        self._unknown.hide()

    def _add_post(self, line: int, option: DraftPostOption) -> None:
        """A line of controls for a post."""
        chosen = QCheckBox(option.label)
        chosen.setChecked(option.request.post in _USUAL and bool(option.able))
        count, rest, pattern = QSpinBox(), QSpinBox(), QComboBox()
        count.setRange(1, _MOST)
        count.setValue(option.request.count)
        rest.setRange(0, _LONGEST_REST)
        rest.setSingleStep(12)
        rest.setValue(option.request.rest)
        for value, words in (
            (TurnPattern.WHOLE, self.tr("24 h")),
            (TurnPattern.HALVES, self.tr("2 × 12 h")),
            (TurnPattern.THIRDS, self.tr("3 × 8 h")),
            (TurnPattern.NIGHTS, self.tr("off hours")),
        ):
            pattern.addItem(words, value.value)
        controls: tuple[tuple[QWidget, str], ...] = (
            (chosen, ""),
            (count, self.tr("People")),
            (pattern, self.tr("Turns")),
            (rest, self.tr("Rest, h")),
        )
        for box in (count, rest):
            box.setFixedWidth(_NARROW)
            box.lineEdit().setTextMargins(_ROOM, 0, 0, 0)
        pattern.setMinimumWidth(_PATTERN)
        for place, (widget, words) in enumerate(controls):
            widget.setAccessibleName(f"{option.label} {words}".strip())
            self._posts.addWidget(widget, line, place)
        self._rows.append(_PostRow(option, chosen, count, rest, pattern))

    def _offer_periods(self) -> None:
        """The periods of the kind chosen."""
        self._period.clear()
        kind = self._kind.current()
        if kind == HOLIDAY:
            for row in self._holidays:
                told = f"{row.name} {row.first:%m-%d} — {row.last:%m-%d}"
                self._period.addItem(told, (row.first, row.last))
        elif kind == YEAR:
            for year in (self._today.year + 1, self._today.year):
                self._period.addItem(str(year), (date(year, 1, 1), date(year, 12, 31)))
        else:
            month = self._today.replace(day=1)
            for _ in range(_MONTHS):
                self._period.addItem(f"{month:%Y-%m}", (month, _month_end(month)))
                month = _month_end(month) + timedelta(days=1)

    def _choose(self, first: date, last: date) -> None:
        """Shows a period."""
        data = [self._period.itemData(place) for place in range(self._period.count())]
        found = next((n for n, row in enumerate(data) if tuple(row) == (first, last)), 0)
        self._period.setCurrentIndex(found)
        for edit, day in ((self._first, first), (self._last, last)):
            edit.setDate(QDate(day.year, day.month, day.day))

    @Slot()
    def _on_kind(self) -> None:
        self._offer_periods()
        self._on_period()

    @Slot()
    def _on_period(self) -> None:
        chosen = self._period.currentData()
        if chosen is not None:
            self._choose(*chosen)
            self.period_changed.emit()


def _month_end(day: date) -> date:
    """The last day of a month."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _date(edit: QDateEdit) -> date:
    """The date in a field."""
    chosen = edit.date()
    return date(chosen.year(), chosen.month(), chosen.day())
