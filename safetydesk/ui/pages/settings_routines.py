"""The section of what comes round again: reminders of the office, tests, verifications, checks."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLineEdit
from typing_extensions import override

from safetydesk.domain.errors import BadInput
from safetydesk.domain.routine import Rhythm, RoutineKind
from safetydesk.ui.dialogs.basis_dialog import add_field
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.pages.settings import SettingsSection
from safetydesk.ui.perform import perform
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from safetydesk.domain.clock import Clock
    from safetydesk.domain.routine import Routine
    from safetydesk.services.routines import RoutineService
    from safetydesk.services.transaction import Outcome
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session
    from safetydesk.ui.wording import Wording

_TIME_HINT = "09:00"
_MONTH_DAYS = range(1, 32)


class RoutinesSection(SettingsSection):
    """Ctrl+Enter begins what the form says, Delete ends the selected one."""

    def __init__(
        self,
        *,
        routines: RoutineService,
        session: Session,
        bus: Bus,
        clock: Clock,
        wording: Wording,
    ) -> None:
        super().__init__()
        self._routines, self._session, self._bus = routines, session, bus
        self._words = RoutineWords(self, clock, wording)
        self._table: RowTable[Routine] = RowTable(
            self._words.columns(), key=lambda row: str(row.id)
        )
        self._table.setAccessibleName(self.tr("Routines"))
        self._kind, self._rhythm, self._day = QComboBox(), QComboBox(), QComboBox()
        self._title, self._time, self._whom = QLineEdit(), QLineEdit(_TIME_HINT), QLineEdit()
        self._random = QCheckBox(self.tr("at a random time until"))
        self._until = QLineEdit(_TIME_HINT)
        self._end = KeyButton(self.tr("End"), icon="close", key="Delete")
        self._begin = KeyButton(self.tr("Begin"), icon="add", key="Ctrl Enter")
        self._problem = PlainLabel(role="problem", wrap=True)
        for kind in RoutineKind:
            self._kind.addItem(self._words.kind(kind), kind.value)
        for rhythm in Rhythm:
            self._rhythm.addItem(self._words.rhythm(rhythm), rhythm.value)
        self._held = Card(self.tr("What comes round"))
        self._lay_out()
        self._connect()
        self._show_days()
        self._show_random()

    @override
    def refresh(self) -> None:
        """Shows what comes round; the form keeps what is typed."""
        rows = self._routines.routines()
        self._table.set_rows(rows)
        self._held.set_hint("" if rows else self.tr("None yet: begin the first one below."))
        self._end.setEnabled(self._table.current() is not None)

    @override
    def help_text(self) -> str:
        """What routines are for."""
        return self.tr(
            "Routines come round at a time of day: every day, on a day of the week or of the "
            "month. When one is due it stands in the alarm list until it is closed with what came "
            "of it; that is kept in the log. Duty checks ask the officer to check that everybody "
            "is at their post; at a random time they are drawn anew each day and shown nowhere "
            "before."
        )

    def show_problem(self, text: str) -> None:
        """Why it was refused; what was typed stays."""
        self._problem.setText(text)

    @Slot()
    def begin(self) -> None:
        """Lets what the form says come round from now on."""
        done = perform(self, self._begin_verb, bus=self._bus)
        if done is not None:
            self.show_problem("")
            self._title.clear()
            self._whom.clear()
            self.refresh()
            self._table.select_key(str(done.value))
            self._title.setFocus()

    @Slot()
    def end(self) -> None:
        """Lets the selected one come round no more."""
        row, routines, session = self._table.current(), self._routines, self._session
        if row is not None and perform(
            self, lambda: routines.end(session.require(), row.id, row.version), bus=self._bus
        ):
            self.show_problem("")
            self.refresh()

    def _begin_verb(self) -> Outcome[int]:
        """Reads the form within the verb, so that what cannot be read is refused as all else is."""
        return self._routines.begin(
            self._session.require(),
            RoutineKind(str(self._kind.currentData())),
            self._title.text(),
            Rhythm(str(self._rhythm.currentData())),
            read_time(self._time.text()),
            day=int(self._day.currentData() or 0),
            to_whom=self._whom.text(),
            until=read_time(self._until.text()) if self._random.isChecked() else None,
        )

    def _lay_out(self) -> None:
        self._held.head.addWidget(self._end)
        self._held.body.addWidget(self._table)
        self.column.addWidget(self._held, 1)
        new = Card(self.tr("One more"))
        new.head.addWidget(self._begin)
        new.body.setContentsMargins(16, 12, 16, 12)
        new.body.addLayout(self._built_form())
        new.body.addWidget(self._problem)
        self.column.addWidget(new)

    def _built_form(self) -> QGridLayout:
        """The fields of one more routine."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        add_field(grid, 0, 0, self.tr("Kind"), self._kind)
        add_field(grid, 0, 2, self.tr("What"), self._title)
        add_field(grid, 1, 0, self.tr("How often"), self._rhythm)
        when = QHBoxLayout()
        when.setSpacing(8)
        when.addWidget(self._day)
        when.addWidget(self._time)
        when.addWidget(self._random)
        when.addWidget(self._until)
        when.addWidget(PlainLabel(self.tr("for whom"), role="label"))
        when.addWidget(self._whom, 1)
        grid.addWidget(PlainLabel(self.tr("When"), role="label"), 1, 2)
        grid.addLayout(when, 1, 3)
        grid.setColumnStretch(3, 1)
        for edit in (self._time, self._until):
            edit.setFixedWidth(84)
            edit.setMaxLength(5)
        self._whom.setPlaceholderText(self.tr("whoever is on duty"))
        for field, name in (
            (self._day, self.tr("Day")),
            (self._time, self.tr("Time of day")),
            (self._until, self.tr("Until")),
            (self._whom, self.tr("For whom")),
        ):
            field.setAccessibleName(name)
        return grid

    def _connect(self) -> None:
        self._begin.clicked.connect(self.begin)
        self._end.clicked.connect(self.end)
        self._rhythm.currentIndexChanged.connect(self._show_days)
        self._kind.currentIndexChanged.connect(self._show_random)
        self._random.toggled.connect(self._until.setEnabled)
        self._table.picked.connect(self._on_picked)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            within = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self, context=within).activated.connect(self.begin)
        gone = QShortcut(QKeySequence(Qt.Key.Key_Delete), self._table)
        gone.setContext(Qt.ShortcutContext.WidgetShortcut)
        gone.activated.connect(self.end)

    @Slot()
    def _show_random(self) -> None:
        """Only checks of the duty come when nobody expects them."""
        checks = RoutineKind(str(self._kind.currentData())) is RoutineKind.DUTY_CHECK
        self._random.setChecked(self._random.isChecked() and checks)
        for widget in (self._random, self._until):
            widget.setVisible(checks)
        self._until.setEnabled(self._random.isChecked())

    @Slot(object)
    def _on_picked(self, row: object) -> None:
        self._end.setEnabled(row is not None)

    @Slot()
    def _show_days(self) -> None:
        """Offers the days that the rhythm has."""
        rhythm = Rhythm(str(self._rhythm.currentData()))
        self._day.clear()
        for number, text in self._words.days(rhythm):
            self._day.addItem(text, number)
        self._day.setVisible(rhythm is not Rhythm.DAILY)


class RoutineWords(QObject):
    """The words of routines."""

    def __init__(self, parent: QObject, clock: Clock, wording: Wording) -> None:
        super().__init__(parent)
        self._clock, self._wording = clock, wording

    def columns(self) -> list[Column[Routine]]:
        """Kind, what, how often, when next, for whom."""
        return [
            Column(self.tr("Kind"), lambda row: Cell(self.kind(row.kind), tone="t2"), 108),
            Column(self.tr("What"), lambda row: Cell(row.title, bold=True)),
            Column(self.tr("How often"), self._when, 148),
            Column(self.tr("Next"), self._next, 148),
            Column(self.tr("For whom"), lambda row: Cell(row.to_whom or "—", tone="t2"), 132),
        ]

    def kind(self, kind: RoutineKind) -> str:
        """The kind in the language of the screen."""
        return {
            RoutineKind.OFFICE: self.tr("Reminder"),
            RoutineKind.EQUIPMENT: self.tr("Equipment test"),
            RoutineKind.CONTACTS: self.tr("Contacts verified"),
            RoutineKind.DUTY_CHECK: self.tr("Duty check"),
        }[kind]

    def rhythm(self, rhythm: Rhythm) -> str:
        """How often."""
        return {
            Rhythm.DAILY: self.tr("every day"),
            Rhythm.WEEKLY: self.tr("every week"),
            Rhythm.MONTHLY: self.tr("every month"),
        }[rhythm]

    def days(self, rhythm: Rhythm) -> list[tuple[int, str]]:
        """The days on which something of a rhythm can come round."""
        if rhythm is Rhythm.WEEKLY:
            return list(enumerate(self._wording.words.short_weekdays))
        if rhythm is Rhythm.MONTHLY:
            return [(day, self.tr("day {day}").format(day=day)) for day in _MONTH_DAYS]
        return [(0, "")]

    def _when(self, row: Routine) -> Cell:
        day = dict(self.days(row.rhythm)).get(row.day, "")
        often = self.rhythm(row.rhythm) if row.rhythm is not Rhythm.WEEKLY else ""
        at = f"{row.time}–{row.until}" if row.is_random else row.time
        return Cell(" ".join(part for part in (often, day, at) if part))

    def _next(self, row: Routine) -> Cell:
        if row.is_random:
            return Cell(self.tr("at random"), tone="t3")
        at = row.next_at(self._clock.now(), self._wording.zone)
        words = self._wording.moment(at, self._clock.now()) if at is not None else "—"
        return Cell(words, tone="t2")


def read_time(text: str) -> time:
    """A time of day as it is typed, with either colon.

    Raises:
        BadInput: it is none.
    """
    try:
        return datetime.strptime(text.strip().replace("：", ":"), "%H:%M").time()  # noqa: DTZ007 - a time of day has no zone
    except ValueError as error:
        raise BadInput("routine.time", where="time", expected=_TIME_HINT) from error
