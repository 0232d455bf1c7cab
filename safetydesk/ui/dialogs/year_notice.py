"""The yearly holiday notice being entered: its words, the days it makes, the duties it touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QSpinBox, QWidget
from typing_extensions import override

from safetydesk.domain.day_class import DayClass
from safetydesk.domain.errors import SafetyDeskError
from safetydesk.domain.wording import day_text
from safetydesk.services.calendar import notice_of
from safetydesk.ui.dialogs.basis_dialog import BasisDialog, add_field
from safetydesk.ui.messages import sentence
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.perform import perform
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from safetydesk.domain.day_class import SpecialDay
    from safetydesk.domain.year_notice import YearNotice
    from safetydesk.services.calendar import CalendarService
    from safetydesk.services.views_calendar import ChangedDay, NoticeEffect
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session
    from safetydesk.ui.tasks import Runs
    from safetydesk.ui.wording import Wording

_WIDTH, _HEIGHT, _READ_AFTER_MS = 980, 600, 300
_FIRST, _LAST = 2020, 2099


class YearNoticeDialog(BasisDialog):
    """The days follow the words while they are typed or pasted; nothing is stored before."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        calendar: CalendarService,
        session: Session,
        bus: Bus,
        wording: Wording,
        tasks: Runs,
        year: int,
    ) -> None:
        super().__init__(parent, width=_WIDTH)
        self.name(self.tr("Holidays of the year"), self.tr("Enter the notice"))
        self.resize(_WIDTH, _HEIGHT)
        self._calendar, self._session, self._bus = calendar, session, bus
        self._tasks = tasks
        self._notice: YearNotice | None = None
        self._year = QSpinBox()
        self._year.setRange(_FIRST, _LAST)
        self._year.setValue(year)
        self._number, self._text = QLineEdit(), QPlainTextEdit()
        self._number.setPlaceholderText("国办发明电〔2026〕0号")
        self._text.setPlaceholderText(
            "国庆节：10月1日至7日放假调休，共7天。9月20日、10月10日上班。"
        )
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("Words of the notice"))
        self._state = PlainLabel(role="sub", wrap=True)
        self._effect = PlainLabel(role="sub", wrap=True)
        columns = _Days(wording)
        self._days: RowTable[SpecialDay] = RowTable(columns.special(), key=lambda d: f"{d.day}")
        self._changed: RowTable[ChangedDay] = RowTable(columns.changed(), key=lambda c: f"{c.day}")
        self._soon = QTimer(self, singleShot=True, interval=_READ_AFTER_MS)
        self._lay_out()
        self._soon.timeout.connect(self._read)
        self._text.textChanged.connect(self._soon.start)
        self._year.valueChanged.connect(self._show_year)
        self._show_year()
        self._text.setFocus()

    @override
    @Slot()
    def save(self) -> None:
        """Enters the notice as it is read, and closes."""
        self._read()
        notice = self._notice
        if notice is None:
            return
        calendar, session = self._calendar, self._session
        if perform(self, lambda: calendar.enter(session.require(), notice), bus=self._bus):
            self.accept()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        add_field(grid, 0, 0, self.tr("Year"), self._year)
        add_field(grid, 0, 2, self.tr("Notice"), self._number)
        grid.setColumnStretch(3, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self._state)
        halves = QHBoxLayout()
        halves.setSpacing(12)
        halves.addWidget(self._text, 1)
        halves.addWidget(self._days, 1)
        self.body.addLayout(halves, 3)
        self.body.addWidget(self._effect)
        self.body.addWidget(self._changed, 2)
        self._days.setAccessibleName(self.tr("Days of the notice"))
        self._changed.setAccessibleName(self.tr("Duties that change their kind of day"))

    @Slot()
    def _show_year(self) -> None:
        """What is known of the year, and the days that hold until words are typed."""
        view = self._calendar.year(self._year.value())
        if not view.known:
            told = self.tr("No notice is known for {year}: only weekdays are told apart.")
        elif view.shipped:
            told = self.tr("{year}: as it came with the program; compare it with the notice.")
        else:
            told = self.tr("{year}: {title}, entered by {name}, edition {count}.")
        self._state.setText(
            told.format(year=view.year, title=view.title, name=view.entered_by, count=view.editions)
        )
        if not self._text.toPlainText().strip():
            self._days.set_rows(view.days)
        self._read()

    @Slot()
    def _read(self) -> None:
        """Reads the words; what they change is asked for on another thread."""
        self._soon.stop()
        self._notice = None
        self.show_problem("")
        text = self._text.toPlainText()
        if not text.strip():
            self._changed.set_rows([])
            self._effect.setText("")
            return
        try:
            notice = notice_of(text, self._year.value(), self._number.text())
        except SafetyDeskError as error:
            self.show_problem(sentence(error))
            return
        self._notice = notice
        self._days.set_rows(notice.days)
        calendar = self._calendar
        self._tasks.submit(lambda: calendar.effect(notice), succeeded=self._on_effect)

    @Slot(object)
    def _on_effect(self, effect: NoticeEffect) -> None:
        """Which duties change their kind of day."""
        self._changed.set_rows(effect.days)
        told = self.tr("{count} days change, {over} of them over; rosters met: {rosters}")
        none = self.tr("none")
        rosters = "、".join(effect.rosters) or none
        self._effect.setText(
            told.format(count=len(effect.days) + effect.over, over=effect.over, rosters=rosters)
        )


class _Days(QObject):
    """What the columns of days show; holds no window, so that the dialog can go."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording

    def special(self) -> list[Column[SpecialDay]]:
        """The days that a notice makes special."""
        return [
            Column(self.tr("Day"), self._day, 150),
            Column(self.tr("Kind"), lambda row: Cell(self._kind(row.day_class)), 110),
            Column(self.tr("Holiday"), lambda row: row.name),
        ]

    def changed(self) -> list[Column[ChangedDay]]:
        """The days whose class changes, with who is planned."""
        return [
            Column(self.tr("Day"), self._day, 150),
            Column(self.tr("Until now"), lambda row: self._kind(row.before.day_class), 110),
            Column(self.tr("From now on"), lambda row: self._kind(row.after.day_class), 110),
            Column(
                self.tr("Planned"),
                lambda row: " ".join(f"{d.label}{'、'.join(d.names)}" for d in row.duties),
            ),
        ]

    def _day(self, row: SpecialDay | ChangedDay) -> str:
        words = self._wording.words
        return f"{day_text(row.day, words.month_day)} {words.short_weekdays[row.day.weekday()]}"

    def _kind(self, day_class: DayClass) -> str:
        """A day class in words."""
        return {
            DayClass.WORKDAY: self.tr("workday"),
            DayClass.WEEKEND: self.tr("weekend"),
            DayClass.STATUTORY: self.tr("statutory"),
            DayClass.SPRING_FESTIVAL: self.tr("statutory"),
            DayClass.REST: self.tr("day off"),
            DayClass.MAKEUP_WORKDAY: self.tr("worked weekend"),
        }[day_class]
