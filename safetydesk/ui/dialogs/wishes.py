"""What people ask of the roster: the wishes known, one entered, one taken back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from safetydesk.domain.access import Permission
from safetydesk.domain.duty_wish import WishKind
from safetydesk.domain.wording import day_text
from safetydesk.services.views_staff import WishEntry
from safetydesk.ui.dialogs.basis_dialog import BasisDialog, add_field, date_edit, read_date, written
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.perform import perform
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from safetydesk.services.people import PeopleService
    from safetydesk.services.views_staff import WishView
    from safetydesk.services.wishes import WishService
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session
    from safetydesk.ui.wording import Wording

_WIDTH, _HEIGHT = 760, 500
_AHEAD = timedelta(days=400)


class WishesDialog(BasisDialog):
    """Ctrl+Enter enters a wish, Delete takes the selected one back."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        wishes: WishService,
        people: PeopleService,
        session: Session,
        bus: Bus,
        wording: Wording,
        today: date,
    ) -> None:
        super().__init__(parent, width=_WIDTH)
        self.name(self.tr("Wishes for days"), self.tr("Enter"))
        self.resize(_WIDTH, _HEIGHT)
        self._wishes, self._session, self._bus = wishes, session, bus
        self._words, self._today = _Register(wording), today
        self._who, self._kind, self._note = QComboBox(), QComboBox(), QLineEdit()
        self._first, self._last = date_edit(), date_edit()
        self._table: RowTable[WishView] = RowTable(
            self._words.columns(), key=lambda row: str(row.id)
        )
        self._table.setAccessibleName(self.tr("Wishes for days"))
        self._lay_out()
        for kind in (WishKind.RATHER_NOT, WishKind.PLEASE_NOT, WishKind.WANTS):
            self._kind.addItem(self._words.kind(kind), kind.value)
        self._name_people(people)
        self._first.setText(written(today))
        self._last.setText(written(today))
        self._first.textEdited.connect(self._last.setText)
        self._show()
        self._who.setFocus()

    @override
    @Slot()
    def save(self) -> None:
        """Enters the wish; the list shows it, and the form is ready for the next."""
        entry = self._read()
        if entry is None:
            return
        wishes, session = self._wishes, self._session
        if perform(self, lambda: wishes.enter(session.require(), entry), bus=self._bus):
            self._note.clear()
            self.words_kept()
            self.show_problem("")
            self._show()
            self._first.setFocus()

    @Slot()
    def withdraw(self) -> None:
        """Takes the selected wish back."""
        row, wishes, session = self._table.current(), self._wishes, self._session
        if row is not None and perform(
            self, lambda: wishes.withdraw(session.require(), row.id), bus=self._bus
        ):
            self.show_problem("")
            self._show()

    def _name_people(self, people: PeopleService) -> None:
        """The supervisor writes down anybody's wishes, everybody else the own ones."""
        actor = self._session.actor
        everybody = actor is not None and actor.may(Permission.DUTY_EDIT)
        for person in people.all():
            own = actor is not None and person.id == actor.person_id
            if person.posts and (everybody or own):
                self._who.addItem(person.name, person.id)
                if own:
                    self._who.setCurrentIndex(self._who.count() - 1)

    def _lay_out(self) -> None:
        about = self.tr(
            "A draft follows wishes where the shares stay even; nobody gets more or less duty by"
            " one. Who cannot come is on leave instead."
        )
        self.body.addWidget(PlainLabel(about, role="sub", wrap=True))
        self.body.addWidget(self._table, 1)
        acts = QHBoxLayout()
        acts.addStretch(1)
        button = KeyButton(self.tr("Take back"), key="Delete")
        button.setAutoDefault(False)
        button.clicked.connect(self.withdraw)
        acts.addWidget(button)
        self.body.addLayout(acts)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for place, (name, field) in enumerate(
            (
                (self.tr("Person"), self._who),
                (self.tr("Wish"), self._kind),
                (self.tr("First day"), self._first),
                (self.tr("Last day"), self._last),
                (self.tr("Remark"), self._note),
            )
        ):
            add_field(grid, place // 2, place % 2 * 2, name, field)
        self.body.addLayout(grid)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self._table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.withdraw)

    def _show(self) -> None:
        self._table.set_rows(self._wishes.wishes(self._today, self._today + _AHEAD))

    def _read(self) -> WishEntry | None:
        """What stands in the fields; None, and the reason beside them, where it cannot be read."""
        person = self._who.currentData()
        try:
            first, last = read_date(self._first), read_date(self._last)
        except ValueError:
            first = last = None
        if person is None or first is None or last is None:
            self.show_problem(self.tr("Write dates as 2025-10-06."))
            self._first.setFocus()
            return None
        return WishEntry(
            person_id=int(person),
            kind=str(self._kind.currentData()),
            first=first,
            last=last,
            note=self._note.text(),
        )


class _Register(QObject):
    """What the columns of the wishes show; holds no window, so that the dialog can go."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording

    def kind(self, kind: WishKind) -> str:
        """A wish in words."""
        return {
            WishKind.WANTS: self.tr("would like to serve"),
            WishKind.RATHER_NOT: self.tr("rather not"),
            WishKind.PLEASE_NOT: self.tr("please not"),
        }[kind]

    def columns(self) -> list[Column[WishView]]:
        """Who, when, what, why, and on which days it is not followed."""
        return [
            Column(self.tr("Person"), lambda row: Cell(row.name, bold=True), 100),
            Column(self.tr("Days"), self._days, 170),
            Column(self.tr("Wish"), lambda row: self.kind(row.kind), 110),
            Column(self.tr("Remark"), lambda row: Cell(row.note, tone="t2")),
            Column(self.tr("Planned nevertheless"), self._planned, 150),
        ]

    def _days(self, row: WishView) -> str:
        words = self._wording.words
        days = dict.fromkeys((row.first, row.last))
        return "–".join(day_text(day, words.month_day) for day in days)

    def _planned(self, row: WishView) -> Cell:
        words = self._wording.words
        days = "、".join(day_text(day, words.month_day) for day in row.planned)
        return Cell(days, tone="o_ink", bold=True)
