"""Arrivals and departures: who is planned for this shift and the next, who came, who left."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QCompleter, QWidget

from safetydesk.domain.changes import Topic
from safetydesk.domain.presence import STANDS_BY
from safetydesk.ui.dialogs.presence_words import PresenceWords
from safetydesk.ui.forms.ui_presence import Ui_Presence
from safetydesk.ui.icons import Tone, put_icon
from safetydesk.ui.models.presence_rows import PresenceRow, presence_rows
from safetydesk.ui.perform import perform
from safetydesk.ui.qt_time import edited_instant, prepare, show_instant
from safetydesk.ui.typed_words import TypedWordsDialog
from safetydesk.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from safetydesk.domain.clock import Clock
    from safetydesk.services.duty import DutyService
    from safetydesk.services.people import PeopleService
    from safetydesk.services.shifts import ShiftService
    from safetydesk.ui.bus import Bus, Published
    from safetydesk.ui.perform import CarriesChanges
    from safetydesk.ui.session import Session
    from safetydesk.ui.wording import Wording

_MINUTE = timedelta(minutes=1)
_SIZE = QSize(860, 600)


class PresenceDialog(TypedWordsDialog):
    """Enter signs the selected person in, or out where that person is here; it blocks nothing.

    After an arrival the selection goes on to the next person who has not come yet.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        duty: DutyService,
        shifts: ShiftService,
        people: PeopleService,
        session: Session,
        bus: Bus,
        clock: Clock,
        wording: Wording,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._duty, self._shifts, self._session = duty, shifts, session
        self._bus, self._clock, self._wording = bus, clock, wording
        today = wording.today(clock.now())
        self._labels = dict(duty.month(today.year, today.month).posts)
        staff = people.all()
        self._names = {person.id: person.name for person in staff}
        self._rows: list[PresenceRow] = []
        self._ui = Ui_Presence()
        self._ui.setupUi(self)
        self._table = RowTable(PresenceWords(clock, wording).columns(), key=_key, parent=self)
        self._dress()
        self._connect()
        self.refresh()
        self._select_awaited()
        self._table.setFocus()

    def show_problem(self, text: str) -> None:
        """Says why it was refused."""
        self._ui.problem_label.setText(text)

    @Slot()
    def refresh(self) -> None:
        """Reads both shifts again; the selection stays."""
        shift = self._shifts.current()
        following = self._duty.who(shift.planned_to + _MINUTE) if shift else self._duty.who()
        self._rows = presence_rows(
            shift, following, self._duty.present(), names=self._names, labels=self._labels
        )
        self._table.set_rows(self._rows)
        self._show_acts()

    def _dress(self) -> None:
        ui = self._ui
        self.resize(_SIZE)
        ui.lead_label.setText(self.tr("Whoever comes or leaves is recorded with the time."))
        self._table.setAccessibleName(self.tr("People of this shift and the next"))
        ui.rows.addWidget(self._table, 1)
        prepare(ui.time_edit, "MM-dd HH:mm")
        show_instant(ui.time_edit, self._clock.now(), self._wording.zone)
        ui.time_edit.setVisible(False)
        for post, label in self._labels.items():
            ui.post_combo.addItem(label, post)
        completer = QCompleter(sorted(set(self._names.values())), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        ui.name_edit.setCompleter(completer)
        put_icon(ui.came_button, "done", Tone.ON_ACCENT)
        put_icon(ui.add_button, "add")
        ui.close_button.set_key("Esc")

    def _connect(self) -> None:
        ui = self._ui
        ui.time_check.toggled.connect(self._on_other_time)
        ui.came_button.clicked.connect(self._on_came)
        ui.left_button.clicked.connect(self._on_left)
        ui.add_button.clicked.connect(self._on_add)
        ui.name_edit.returnPressed.connect(self._on_add)
        ui.note_edit.returnPressed.connect(self._on_left)
        ui.close_button.clicked.connect(self.reject)
        self._table.opened.connect(self._on_opened)
        self._table.picked.connect(self._show_acts)
        self._bus.changed.connect(self._on_changed)

    def _at(self) -> datetime | None:
        """The time as edited; None for the moment in which it is recorded."""
        if not self._ui.time_check.isChecked():
            return None
        return edited_instant(self._ui.time_edit, self._wording.zone)

    @Slot(bool)
    def _on_other_time(self, other: bool) -> None:  # noqa: FBT001 - a slot of Qt's signal
        self._ui.time_edit.setVisible(other)
        if other:
            show_instant(self._ui.time_edit, self._clock.now(), self._wording.zone)
            self._ui.time_edit.setFocus()

    @Slot()
    def _show_acts(self) -> None:
        """The act that fits the selected person is offered, and the key beside it."""
        row, ui = self._table.current(), self._ui
        here = row is not None and row.is_here
        ui.came_button.setEnabled(row is not None and not here)
        ui.left_button.setEnabled(here)
        ui.note_edit.setEnabled(here)
        ui.came_button.set_key("" if here else "Enter")
        ui.left_button.set_key("Enter" if here else "")

    @Slot(object)
    def _on_opened(self, row: PresenceRow) -> None:
        if row.is_here:
            self._on_left()
        else:
            self._on_came()

    @Slot()
    def _on_came(self) -> None:
        row, at = self._table.current(), self._at()
        if row is None:
            return
        if self._record(
            lambda: self._duty.check_in(self._session.require(), row.person_id, row.post, at)
        ):
            self._select_awaited()

    @Slot()
    def _on_left(self) -> None:
        row, at, note = self._table.current(), self._at(), self._ui.note_edit.text()
        if row is not None and self._record(
            lambda: self._duty.check_out(self._session.require(), row.person_id, row.post, at, note)
        ):
            self._ui.note_edit.clear()

    @Slot()
    def _on_add(self) -> None:
        """Somebody comes whom the roster does not name."""
        ui, at = self._ui, self._at()
        name = ui.name_edit.text().strip()
        found = [number for number, known in self._names.items() if known == name]
        if len(found) != 1:
            self.show_problem(self.tr("Write the name of somebody of the office."))
            ui.name_edit.setFocus()
            return
        post = str(ui.post_combo.currentData())
        if self._record(lambda: self._duty.check_in(self._session.require(), found[0], post, at)):
            ui.name_edit.clear()

    def _record(self, verb: Callable[[], CarriesChanges]) -> bool:
        """Records one arrival or departure; whether that worked."""
        self.show_problem("")
        done = perform(self, verb, bus=self._bus, initiator=self)
        if done is not None:
            self.words_kept()
            self.refresh()
        return done is not None

    def _select_awaited(self) -> None:
        """Goes to the first person who has not come yet."""
        awaited = next((r for r in self._rows if r.came is None and r.post not in STANDS_BY), None)
        if awaited is not None:
            self._table.select_key(awaited.key)

    @Slot(object)
    def _on_changed(self, published: Published) -> None:
        """Another desk signs people in, too."""
        topics = (Topic.PRESENCE, Topic.DUTY, Topic.SHIFT)
        if published.initiator is not self and published.touches(*topics):
            self.refresh()


def _key(row: PresenceRow) -> str:
    return row.key
