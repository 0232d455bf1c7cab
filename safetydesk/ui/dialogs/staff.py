"""What duty rules must know of people, for supervisors: posts, training, protection, pairs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from safetydesk.domain.access import Permission
from safetydesk.services.views_staff import StaffEntry
from safetydesk.ui.dialogs.basis_dialog import BasisDialog, add_field, date_edit, read_date, written
from safetydesk.ui.models.rows_model import Cell, Column
from safetydesk.ui.perform import perform
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from safetydesk.domain.people import Post
    from safetydesk.services.people import PeopleService
    from safetydesk.services.staff import StaffService
    from safetydesk.services.views_staff import StaffView
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session

_WIDTH, _HEIGHT = 940, 560
_GENDERS = ("", "男", "女")
_LIST = 240
_DATES = ("joined_on", "left_on", "trained_on", "due_on", "child_born_on", "phone_verified_on")


class StaffDialog(BasisDialog):
    """The list at the left chooses whose facts are at the right; Ctrl+Enter saves them."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        staff: StaffService,
        people: PeopleService,
        posts: Sequence[Post],
        session: Session,
        bus: Bus,
    ) -> None:
        super().__init__(parent, width=_WIDTH)
        self.name(self.tr("People and duty"))
        self.resize(_WIDTH, _HEIGHT)
        self._staff, self._session, self._bus = staff, session, bus
        self._people = people
        self._seen: StaffView | None = None
        self._posts = {post.id: QCheckBox(post.label) for post in posts}
        self._gender, self._pair, self._mentor = QComboBox(), QComboBox(), QComboBox()
        self._gender.addItems(list(_GENDERS))
        self._mobile, self._identity, self._note = QLineEdit(), QLineEdit(), QLineEdit()
        self._pin = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._dates = {name: date_edit() for name in _DATES}
        self._avoids_nights = QCheckBox(self.tr("no nights, for reasons of health"))
        self._table: RowTable[StaffView] = RowTable(
            [
                Column("", lambda row: Cell(row.name, bold=True)),
                Column("", lambda row: Cell(row.number, tone="t3"), 60, right=True),
            ],
            key=lambda row: str(row.person_id),
            head=False,
        )
        self._table.setAccessibleName(self.tr("People and duty"))
        self._table.setFixedWidth(_LIST)
        self._lay_out()
        self._table.picked.connect(self._on_picked)
        self._load()
        if self._table.row_count():
            self._table.setCurrentIndex(self._table.model().index(0, 0))
        self._table.setFocus()

    @override
    @Slot()
    def save(self) -> None:
        """Saves the facts of whoever is shown; the dialog stays for the next."""
        entry, seen = self._read(), self._seen
        if entry is None or seen is None or not self._gave_pin(seen):
            return
        staff, session = self._staff, self._session
        if perform(self, lambda: staff.change(session.require(), seen, entry), bus=self._bus):
            self.words_kept()
            self.show_problem("")
            self._load()

    def _gave_pin(self, seen: StaffView) -> bool:
        """Gives a PIN where one was typed; whether nothing stands against saving."""
        pin, people, session = self._pin.text(), self._people, self._session
        if not pin:
            return True
        done = perform(
            self, lambda: people.give_pin(session.require(), seen.person_id, pin), bus=self._bus
        )
        return done is not None

    def _load(self) -> None:
        """Reads everybody again; whoever is selected stays."""
        actor = self._session.actor
        may = actor is not None and actor.may(Permission.PEOPLE_EDIT)
        self._table.set_rows(self._staff.everybody(actor) if actor is not None and may else [])
        self._on_picked(self._table.current())

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._table)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        boxes = QHBoxLayout()
        boxes.setSpacing(16)
        for box in self._posts.values():
            boxes.addWidget(box)
        boxes.addStretch(1)
        grid.addWidget(PlainLabel(self.tr("Posts"), role="label"), 0, 0)
        grid.addLayout(boxes, 0, 1, 1, 3)
        for place, (name, field) in enumerate(self._fields(), 2):
            add_field(grid, place // 2, place % 2 * 2, name, field)
        last = grid.rowCount()
        grid.addWidget(self._avoids_nights, last, 1)
        add_field(grid, last + 1, 0, self.tr("Remark"), self._note)
        grid.setRowStretch(last + 2, 1)
        row.addLayout(grid, 1)
        self.body.addLayout(row, 1)

    def _fields(self) -> list[tuple[str, QWidget]]:
        dates = self._dates
        return [
            (self.tr("Gender"), self._gender),
            (self.tr("Mobile"), self._mobile),
            (self.tr("Kind of employment"), self._identity),
            (self.tr("Number verified on"), dates["phone_verified_on"]),
            (self.tr("Joined on"), dates["joined_on"]),
            (self.tr("Left on"), dates["left_on"]),
            (self.tr("Trained on"), dates["trained_on"]),
            (self.tr("Other half of the pair"), self._pair),
            (self.tr("Child expected on"), dates["due_on"]),
            (self.tr("Child born on"), dates["child_born_on"]),
            (self.tr("In training under"), self._mentor),
            (self.tr("New PIN"), self._pin),
        ]

    @Slot(object)
    def _on_picked(self, view: StaffView | None) -> None:
        """Shows the facts of a person."""
        if view is None:
            return
        self._seen = view
        entry = view.entry
        for post, box in self._posts.items():
            box.setChecked(post in entry.posts)
        self._gender.setCurrentText(entry.gender)
        self._mobile.setText(entry.mobile)
        self._identity.setText(entry.identity)
        self._note.setText(entry.note)
        self._pin.clear()
        self._pin.setPlaceholderText(
            self.tr("forgotten: a new one, which the log will say")
            if view.signs
            else self.tr("none yet: cannot sign in")
        )
        self._avoids_nights.setChecked(entry.avoids_nights)
        for name, edit in self._dates.items():
            edit.setText(written(getattr(entry, name)))
        self._offer(self._pair, view, entry.pair_id)
        self._offer(self._mentor, view, entry.mentor_id)
        self.show_problem("")

    def _offer(self, combo: QComboBox, view: StaffView, chosen: int | None) -> None:
        """Everybody else, or nobody."""
        combo.clear()
        combo.addItem("", None)
        for row in range(self._table.row_count()):
            other = self._table.row_at(row)
            if other.person_id != view.person_id:
                combo.addItem(other.name, other.person_id)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))

    def _read(self) -> StaffEntry | None:
        """What stands in the fields; None, and the reason beside them, where a date is none."""
        dates: dict[str, date | None] = {}
        for name, edit in self._dates.items():
            try:
                dates[name] = read_date(edit)
            except ValueError:
                self.show_problem(self.tr("Write dates as 2025-10-06."))
                edit.setFocus()
                return None
        pair, mentor = self._pair.currentData(), self._mentor.currentData()
        return StaffEntry(
            posts=tuple(post for post, box in self._posts.items() if box.isChecked()),
            gender=self._gender.currentText(),
            mobile=self._mobile.text().strip(),
            identity=self._identity.text().strip(),
            avoids_nights=self._avoids_nights.isChecked(),
            pair_id=int(pair) if pair is not None else None,
            mentor_id=int(mentor) if mentor is not None else None,
            note=self._note.text().strip(),
            **dates,
        )
