"""The register of absences, and one more being entered: who is away, when, filed with whom."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from safetydesk.domain.person_names import plain_name
from safetydesk.domain.staff import AbsenceKind
from safetydesk.domain.wording import day_text
from safetydesk.services.views_staff import AbsenceEntry
from safetydesk.ui.dialogs.basis_dialog import BasisDialog, add_field, date_edit, read_date, written
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.perform import perform
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from safetydesk.domain.people import Person
    from safetydesk.services.people import PeopleService
    from safetydesk.services.staff import StaffService
    from safetydesk.services.views_staff import AbsenceView
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session
    from safetydesk.ui.wording import Wording

_WIDTH, _HEIGHT = 900, 560
_BEFORE, _AFTER = timedelta(days=7), timedelta(days=120)
_TIME_HINT = "13:00"


class AbsenceDialog(BasisDialog):
    """Ctrl+Enter enters, Delete takes the selected absence back, Ctrl+F files it (外出报备)."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        staff: StaffService,
        people: PeopleService,
        session: Session,
        bus: Bus,
        wording: Wording,
        today: date,
    ) -> None:
        super().__init__(parent, width=_WIDTH)
        self.name(self.tr("Leave and absences"), self.tr("Enter"))
        self.resize(_WIDTH, _HEIGHT)
        self._staff, self._session, self._bus = staff, session, bus
        self._today = today
        self._people: dict[str, list[Person]] = {}
        for person in people.all():
            self._people.setdefault(person.name, []).append(person)
        self._who, self._stand_in = self._name_edit(), self._name_edit()
        self._kind = QComboBox()
        for kind in AbsenceKind:
            self._kind.addItem(kind.value)
        self._first, self._last = date_edit(), date_edit()
        self._from, self._to = QLineEdit(), QLineEdit()
        self._reason, self._place, self._filed = QLineEdit(), QLineEdit(), QLineEdit()
        self._table: RowTable[AbsenceView] = RowTable(
            _Register(wording).columns(), key=lambda row: str(row.id)
        )
        self._table.setAccessibleName(self.tr("Leave and absences"))
        self._lay_out()
        self._first.setText(written(today))
        self._first.textEdited.connect(self._on_first)
        self._last.setText(written(today))
        self._show()
        self._who.setFocus()

    @override
    @Slot()
    def save(self) -> None:
        """Enters the absence; the register shows it, and the form is ready for the next."""
        entry = self._read()
        if entry is None:
            return
        staff, session = self._staff, self._session
        if perform(self, lambda: staff.record_absence(session.require(), entry), bus=self._bus):
            for edit in (self._who, self._reason, self._place, self._filed, self._stand_in):
                edit.clear()
            self.words_kept()
            self.show_problem("")
            self._show()
            self._who.setFocus()

    @Slot(str)
    def _on_first(self, text: str) -> None:
        """An absence of one day is the usual one."""
        self._last.setText(text)

    @Slot()
    def withdraw(self) -> None:
        """Takes the selected absence back."""
        row, staff, session = self._table.current(), self._staff, self._session
        if row is not None and perform(
            self, lambda: staff.withdraw_absence(session.require(), row.id), bus=self._bus
        ):
            self._show()

    @Slot()
    def file(self) -> None:
        """The selected absence was filed with whoever is named in the form."""
        row, staff, session = self._table.current(), self._staff, self._session
        whom = self._filed.text()
        if row is not None and perform(
            self, lambda: staff.file_absence(session.require(), row.id, whom), bus=self._bus
        ):
            self._filed.clear()
            self._show()

    def _lay_out(self) -> None:
        self.body.addWidget(self._table, 1)
        acts = QHBoxLayout()
        acts.addStretch(1)
        for text, key, slot in (
            (self.tr("Filed"), "Ctrl F", self.file),
            (self.tr("Take back"), "Delete", self.withdraw),
        ):
            button = KeyButton(text, key=key)
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            acts.addWidget(button)
        self.body.addLayout(acts)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for place, (name, field) in enumerate(
            (
                (self.tr("Person"), self._who),
                (self.tr("Kind"), self._kind),
                (self.tr("First day"), self._first),
                (self.tr("Last day"), self._last),
                (self.tr("From (part of a day)"), self._from),
                (self.tr("To (part of a day)"), self._to),
                (self.tr("Reason"), self._reason),
                (self.tr("Place"), self._place),
                (self.tr("Filed with"), self._filed),
                (self.tr("Stands in"), self._stand_in),
            )
        ):
            add_field(grid, place // 2, place % 2 * 2, name, field)
        for edit in (self._from, self._to):
            edit.setPlaceholderText(_TIME_HINT)
            edit.setMaximumWidth(130)
        self.body.addLayout(grid)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.file)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self._table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.withdraw)

    def _name_edit(self) -> QLineEdit:
        """A field that completes the names of the office."""
        made = QLineEdit()
        completer = QCompleter(sorted(self._people), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        made.setCompleter(completer)
        return made

    def _show(self) -> None:
        """Reads the register of the weeks around today."""
        first, last = self._today - _BEFORE, self._today + _AFTER
        self._table.set_rows(self._staff.absences(self._session.actor, first, last))

    def _read(self) -> AbsenceEntry | None:
        """What stands in the fields; None, and the reason beside them, where it cannot be read."""
        person, stand_in = self._person(self._who), self._person(self._stand_in)
        if person is None or (stand_in is None and self._stand_in.text().strip()):
            self.show_problem(self.tr("Write the name of somebody of the office."))
            (self._who if person is None else self._stand_in).setFocus()
            return None
        try:
            first, last = read_date(self._first), read_date(self._last)
            begins, ends = _read_time(self._from), _read_time(self._to)
        except ValueError:
            first = last = begins = ends = None
        if first is None or last is None:
            self.show_problem(self.tr("Write dates as 2025-10-06 and times as 13:00."))
            self._first.setFocus()
            return None
        return AbsenceEntry(
            person_id=person.id,
            kind=self._kind.currentText(),
            first=first,
            last=last,
            begins=begins,
            ends=ends,
            reason=self._reason.text(),
            place=self._place.text(),
            filed_with=self._filed.text(),
            stand_in_id=stand_in.id if stand_in is not None else None,
        )

    def _person(self, edit: QLineEdit) -> Person | None:
        """The person named, where the name is clear."""
        found = self._people.get(plain_name(edit.text()), [])
        return found[0] if len(found) == 1 else None


class _Register(QObject):
    """What the columns of the register show; holds no window, so that the dialog can go."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording

    def columns(self) -> list[Column[AbsenceView]]:
        """Who, what, when, filed with whom, and on duty nevertheless."""
        return [
            Column(self.tr("Person"), lambda row: Cell(row.name, bold=True), 100),
            Column(self.tr("Kind"), lambda row: row.kind, 90),
            Column(self.tr("Days"), self._days, 210),
            Column(self.tr("Filed with"), self._filed_cell, 150),
            Column(self.tr("Planned nevertheless"), self._hits),
        ]

    def _days(self, row: AbsenceView) -> str:
        words = self._wording.words
        if row.whole_days is not None:
            days = dict.fromkeys(row.whole_days)
            return "–".join(day_text(day, words.month_day) for day in days)
        zone = self._wording.zone
        return f"{row.start.astimezone(zone):%m-%d %H:%M}–{row.end.astimezone(zone):%m-%d %H:%M}"

    def _filed_cell(self, row: AbsenceView) -> Cell:
        if row.unfiled:
            return Cell(self.tr("not filed"), badge="o")
        return Cell(row.filed_with, tone="t2")

    def _hits(self, row: AbsenceView) -> Cell:
        words = self._wording.words
        days = "、".join(day_text(day, words.month_day) for day in row.hits)
        return Cell(days, tone="r_ink", bold=True)


def _read_time(edit: QLineEdit) -> time | None:
    """The time of a field; None where it is empty."""
    text = edit.text().strip().replace("：", ":")
    return time.fromisoformat(text) if text else None
