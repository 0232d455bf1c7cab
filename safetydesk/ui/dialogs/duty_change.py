"""A change of the plan being written: who is relieved, who stands in, from when, by whose leave."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCompleter, QWidget

from safetydesk.domain.clock import local_instant
from safetydesk.domain.person_names import plain_name
from safetydesk.services.views_duty import ChangeRequest, OnDutyView
from safetydesk.ui.forms.ui_duty_change import Ui_DutyChange
from safetydesk.ui.perform import perform
from safetydesk.ui.qt_time import edited_instant, prepare, show_instant
from safetydesk.ui.typed_words import TypedWordsDialog

if TYPE_CHECKING:
    from safetydesk.domain.people import Person
    from safetydesk.services.duty import DutyService
    from safetydesk.services.people import PeopleService
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session

REPLACE, ADD, REMOVE = "replace", "add", "remove"
_NOON, _EVENING = time(12), time(21)


class DutyChange(TypedWordsDialog):
    """``made`` carries the outcome of the service: what changed, for taking it back."""

    made = Signal(object)

    def __init__(
        self,
        *,
        duty: DutyService,
        people: PeopleService,
        session: Session,
        bus: Bus,
        zone: ZoneInfo,
        posts: tuple[tuple[str, str], ...],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._duty, self._session, self._bus, self._zone = duty, session, bus, zone
        self._people: dict[str, list[Person]] = {}
        for person in people.all():
            self._people.setdefault(person.name, []).append(person)
        self._day: date | None = None
        self._on_duty: list[OnDutyView] = []
        self._ui = Ui_DutyChange()
        self._ui.setupUi(self)
        self._dress(posts)

    def begin(self, day: date, post: str) -> None:
        """Begins with a day and a post: whoever is planned there is offered to be relieved."""
        ui = self._ui
        self._day = day
        instants = (
            local_instant(datetime.combine(day, at), self._zone) for at in (_NOON, _EVENING)
        )
        found = {(v.post, v.person_id): v for at in instants for v in self._duty.who(at)}
        self._on_duty = list(found.values())
        ui.post_combo.setCurrentIndex(max(0, ui.post_combo.findData(post)))
        self._show_planned()
        if not ui.out_combo.count():
            ui.kind_segment.choose(ADD)
        self._show_kind()
        ui.in_edit.setFocus()

    def show_problem(self, text: str) -> None:
        """Says why it was not saved; what was typed stays."""
        self._ui.problem_label.setText(text)

    @Slot()
    def save(self) -> None:
        """Saves, and closes when that worked."""
        request = self._read()
        if request is None:
            return
        outcome = perform(
            self, lambda: self._duty.change(self._session.require(), request), bus=self._bus
        )
        if outcome is not None:
            self.made.emit(outcome)
            self.accept()

    def _dress(self, posts: tuple[tuple[str, str], ...]) -> None:
        ui = self._ui
        ui.kind_segment.set_options(
            [
                (REPLACE, self.tr("Replace")),
                (ADD, self.tr("Add")),
                (REMOVE, self.tr("Release")),
            ]
        )
        for post, label in posts:
            ui.post_combo.addItem(label, post)
        for edit in (ui.from_edit, ui.to_edit):
            prepare(edit)
        completer = QCompleter(sorted(self._people), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        ui.in_edit.setCompleter(completer)
        ui.in_edit.setPlaceholderText(self.tr("name"))
        ui.save_button.set_key("Ctrl Enter")
        ui.cancel_button.set_key("Esc")
        ui.save_button.clicked.connect(self.save)
        ui.cancel_button.clicked.connect(self.reject)
        ui.kind_segment.chosen.connect(self._show_kind)
        ui.post_combo.activated.connect(self._show_planned)
        ui.in_edit.textChanged.connect(self._show_release)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        self._show_kind()

    @Slot()
    def _show_kind(self) -> None:
        """Only the fields that the kind of change needs."""
        ui, kind = self._ui, self._ui.kind_segment.current()
        ui.out_label.setVisible(kind != ADD)
        ui.out_combo.setVisible(kind != ADD)
        ui.in_label.setVisible(kind != REMOVE)
        ui.in_edit.setVisible(kind != REMOVE)
        self._show_release()

    @Slot()
    def _show_planned(self) -> None:
        """Whoever is planned for the post that day, and the hours of that turn."""
        ui = self._ui
        post = str(ui.post_combo.currentData())
        planned = [view for view in self._on_duty if view.post == post]
        ui.out_combo.clear()
        for view in planned:
            ui.out_combo.addItem(view.name, view.person_id)
        start, end = self._hours(planned or self._on_duty)
        show_instant(ui.from_edit, start, self._zone)
        show_instant(ui.to_edit, end, self._zone)

    def _hours(self, views: list[OnDutyView]) -> tuple[datetime, datetime]:
        """The hours of the day's turns; the calendar day where nobody is planned."""
        day = self._day or date.min
        of_day = [v for v in views if v.start.astimezone(self._zone).date() == day]
        if of_day:
            return of_day[0].start, of_day[0].end
        first = local_instant(datetime.combine(day, time()), self._zone)
        last = local_instant(datetime.combine(day, time(23, 59)), self._zone)
        return first, last

    @Slot()
    def _show_release(self) -> None:
        """Offers to take the stand-in off the post held that day."""
        held = self._held_by_stand_in()
        self._ui.release_check.setVisible(bool(held) and self._ui.kind_segment.current() != REMOVE)
        self._ui.release_check.setChecked(bool(held))

    def _held_by_stand_in(self) -> str:
        """The post that the stand-in is planned for that day, other than the one changed."""
        person = self._stand_in()
        post = str(self._ui.post_combo.currentData())
        held = (v.post for v in self._on_duty if person and v.person_id == person.id)
        return next((other for other in held if other != post), "")

    def _stand_in(self) -> Person | None:
        """The person named, where the name is clear."""
        found = self._people.get(plain_name(self._ui.in_edit.text()), [])
        return found[0] if len(found) == 1 else None

    def _read(self) -> ChangeRequest | None:
        """What stands in the fields; None (and the reason beside them) where nobody is meant."""
        ui, kind = self._ui, self._ui.kind_segment.current()
        person = self._stand_in() if kind != REMOVE else None
        if kind != REMOVE and person is None:
            self.show_problem(self.tr("Write the name of somebody of the office."))
            ui.in_edit.setFocus()
            return None
        out = ui.out_combo.currentData()
        release = self._held_by_stand_in() if ui.release_check.isChecked() else ""
        return ChangeRequest(
            kind=kind,
            post=str(ui.post_combo.currentData()),
            start=edited_instant(ui.from_edit, self._zone),
            end=edited_instant(ui.to_edit, self._zone),
            person_id=int(out) if out is not None and kind != ADD else None,
            by_id=person.id if person is not None else None,
            reason=ui.reason_edit.text().strip(),
            approved_by=ui.approved_edit.text().strip(),
            release=release if kind != REMOVE else "",
        )
