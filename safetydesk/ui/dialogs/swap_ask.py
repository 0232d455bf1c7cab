"""A swap being asked for: which duty or part of it, by whom it is taken, what for in exchange."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDateTimeEdit,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from safetydesk.domain.access import ROLE_PERMISSIONS, Permission
from safetydesk.domain.clock import local_instant
from safetydesk.domain.person_names import plain_name
from safetydesk.domain.swap import SwapKind
from safetydesk.services.views_swaps import DutyTurn, SwapRequest
from safetydesk.ui.perform import perform
from safetydesk.ui.qt_time import edited_instant, prepare, show_instant
from safetydesk.ui.typed_words import TypedWordsDialog
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel
from safetydesk.ui.widgets.standby_choice import StandbyChoice

if TYPE_CHECKING:
    from safetydesk.domain.clock import Clock
    from safetydesk.domain.people import Person
    from safetydesk.services.people import PeopleService
    from safetydesk.services.swaps import SwapService
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session
    from safetydesk.ui.wording import Wording

_WIDTH = 560
_AHEAD = timedelta(days=62)


class SwapAsk(TypedWordsDialog):
    """``asked`` carries the outcome. An officer asks for the own duty, a supervisor for anybody's.

    With the box ticked the supervisor records what both sides and whoever approved have agreed.
    """

    asked = Signal(object)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        swaps: SwapService,
        people: PeopleService,
        session: Session,
        bus: Bus,
        clock: Clock,
        wording: Wording,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("New swap"))
        self.setMinimumWidth(_WIDTH)
        self._swaps, self._session, self._bus = swaps, session, bus
        self._clock, self._wording = clock, wording
        self._staff = people.all()
        self._turns: list[DutyTurn] = []
        self._given: list[DutyTurn] = []
        self._owner, self._turn, self._return = QComboBox(), QComboBox(), QComboBox()
        self._kind, self._approver = QComboBox(), QComboBox()
        self._from, self._to = QDateTimeEdit(), QDateTimeEdit()
        self._taker, self._reason = QLineEdit(), QLineEdit()
        self._agreed = QCheckBox(self.tr("Both have agreed; record it as approved by"))
        self._standby = StandbyChoice(wording)
        self._problem = PlainLabel(role="problem", wrap=True)
        self._lay_out()
        self._fill()
        self._connect()

    def begin(self, day: date | None = None, post: str = "", person_id: int | None = None) -> None:
        """Begins with the duty of a cell: exactly that duty is offered (peers C2.16)."""
        place = self._owner.findData(person_id)
        self._owner.setCurrentIndex(max(0, place))
        self._show_turns()
        for at, turn in enumerate(self._turns):
            starts = self._wording.today(turn.start)
            if day is not None and turn.post == post and starts <= day:
                self._turn.setCurrentIndex(at)
        self._show_hours(day)
        self._show_given()
        self._taker.setFocus()

    def show_problem(self, text: str) -> None:
        """Says why it was refused; what was typed stays."""
        self._problem.setText(text)

    @Slot()
    def save(self) -> None:
        """Asks, or records what was agreed (Ctrl+Enter)."""
        self.show_problem("")
        request = self._read()
        if request is None:
            return
        require, service = self._session.require, self._swaps
        if self._agreed.isChecked() and self._agreed.isVisibleTo(self):
            approver, standby = int(self._approver.currentData()), self._standby.chosen()
            done = perform(
                self,
                lambda: service.record(
                    require(), request, approver_id=approver, standby_id=standby
                ),
                bus=self._bus,
            )
        else:
            done = perform(self, lambda: service.ask(require(), request), bus=self._bus)
        if done is not None:
            self.asked.emit(done)
            self.accept()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        hours = QHBoxLayout()
        for edit in (self._from, self._to):
            prepare(edit, "MM-dd HH:mm")
            hours.addWidget(edit, 1)
        agreed = QHBoxLayout()
        agreed.addWidget(self._agreed)
        agreed.addWidget(self._approver, 1)
        rows: tuple[tuple[str, QWidget | QHBoxLayout], ...] = (
            (self.tr("Whose duty"), self._owner),
            (self.tr("Duty"), self._turn),
            (self.tr("From – to"), hours),
            (self.tr("Taken by"), self._taker),
            (self.tr("In exchange"), self._return),
            (self.tr("Kind"), self._kind),
            (self.tr("Reason"), self._reason),
        )
        for label, field in rows:
            words = PlainLabel(label, role="label")
            words.setMinimumHeight(32)
            if isinstance(field, QWidget):
                field.setAccessibleName(label)
                form.addRow(words, field)
            else:
                form.addRow(words, field)
        self._from.setAccessibleName(self.tr("From"))
        self._to.setAccessibleName(self.tr("To"))
        self._approver.setAccessibleName(self.tr("Approved by"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        for part in (form, agreed):
            column.addLayout(part)
        column.addWidget(self._standby)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        """Problems and the two buttons."""
        leave = KeyButton(self.tr("Cancel"), key="Esc")
        save = KeyButton(self.tr("Ask"), key="Ctrl Enter", kind="primary")
        leave.clicked.connect(self.reject)
        save.clicked.connect(self.save)
        foot = QHBoxLayout()
        foot.addWidget(self._problem, 1)
        for button in (leave, save):
            button.setAutoDefault(False)
            foot.addWidget(button)
        return foot

    def _fill(self) -> None:
        actor = self._session.actor
        speaks = actor is not None and actor.may(Permission.DUTY_EDIT)
        for person in self._staff:
            if speaks or (actor is not None and person.id == actor.person_id):
                self._owner.addItem(person.name, person.id)
            if any(Permission.DUTY_APPROVE in ROLE_PERMISSIONS[role] for role in person.roles):
                self._approver.addItem(person.name, person.id)
        for kind in (SwapKind.SUBSTITUTE, SwapKind.REASSIGN):
            self._kind.addItem(kind.chinese_name, kind.value)
        self._agreed.setVisible(speaks)
        self._approver.setVisible(speaks)
        completer = QCompleter(sorted({person.name for person in self._staff}), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._taker.setCompleter(completer)
        self._taker.setPlaceholderText(self.tr("empty: whoever is willing"))

    def _connect(self) -> None:
        self._owner.activated.connect(self._show_turns)
        self._turn.activated.connect(self._on_turn)
        self._taker.editingFinished.connect(self._show_given)
        self._taker.editingFinished.connect(self._show_standby)
        self._agreed.toggled.connect(self._show_standby)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)

    @Slot()
    def _show_turns(self) -> None:
        """The duties that the person still has."""
        now = self._clock.now()
        owner = self._owner.currentData()
        self._turns = self._swaps.duties(int(owner), now, now + _AHEAD) if owner is not None else []
        self._turn.clear()
        for turn in self._turns:
            self._turn.addItem(f"{turn.label} {self._wording.span(turn.start, turn.end)}")
        self._show_hours(None)

    @Slot()
    def _on_turn(self) -> None:
        self._show_hours(None)

    def _show_hours(self, day: date | None) -> None:
        """The exact hours of the duty; of a longer one those of the day in question."""
        at = self._turn.currentIndex()
        if not 0 <= at < len(self._turns):
            return
        turn = self._turns[at]
        start, end = turn.start, turn.end
        if day is not None and end - start > timedelta(days=1):
            start, end = self._of_day(turn, day)
        show_instant(self._from, start, self._wording.zone)
        show_instant(self._to, end, self._wording.zone)

    def _of_day(self, turn: DutyTurn, day: date) -> tuple[datetime, datetime]:
        """The duty day within a duty of several days: from its own hour to the next day's."""
        hour: time = turn.start.astimezone(self._wording.zone).time()
        first = local_instant(datetime.combine(day, hour), self._wording.zone)
        last = local_instant(datetime.combine(day + timedelta(days=1), hour), self._wording.zone)
        return max(first, turn.start), min(last, turn.end)

    @Slot()
    def _show_given(self) -> None:
        """What the taker could give in exchange."""
        taker, now = self._named(), self._clock.now()
        self._given = self._swaps.duties(taker.id, now, now + _AHEAD) if taker else []
        chosen = self._return.currentIndex()
        self._return.clear()
        self._return.addItem(self.tr("nothing"))
        for turn in self._given:
            self._return.addItem(f"{turn.label} {self._wording.span(turn.start, turn.end)}")
        if 0 < chosen < self._return.count():
            self._return.setCurrentIndex(chosen)

    @Slot()
    def _show_standby(self) -> None:
        """Recorded as approved, the swap empties the standby post of its taker at once."""
        at, owner, taker = self._turn.currentIndex(), self._owner.currentData(), self._named()
        if not self._agreed.isChecked() or taker is None or not 0 <= at < len(self._turns):
            self._standby.show_left("", ())
            return
        zone = self._wording.zone
        start, end = edited_instant(self._from, zone), edited_instant(self._to, zone)
        post = self._turns[at].post
        left = self._swaps.standby_left(int(owner), taker.id, post, start, end)
        self._standby.show_left(taker.name, left)

    def _named(self) -> Person | None:
        """The taker, where the name is clear."""
        name = plain_name(self._taker.text())
        found = [person for person in self._staff if person.name == name]
        return found[0] if len(found) == 1 else None

    def _read(self) -> SwapRequest | None:
        """What stands in the fields; None (and the reason beside them) where it is not clear."""
        at, owner, taker = self._turn.currentIndex(), self._owner.currentData(), self._named()
        if not 0 <= at < len(self._turns) or owner is None:
            self.show_problem(self.tr("This person has no duty ahead."))
            return None
        if self._taker.text().strip() and taker is None:
            self.show_problem(self.tr("Write the name of somebody of the office."))
            self._taker.setFocus()
            return None
        given = self._return.currentIndex() - 1
        back = self._given[given] if 0 <= given < len(self._given) else None
        return SwapRequest(
            post=self._turns[at].post,
            owner_id=int(owner),
            start=edited_instant(self._from, self._wording.zone),
            end=edited_instant(self._to, self._wording.zone),
            kind=SwapKind.of(str(self._kind.currentData())),
            taker_id=taker.id if taker else None,
            given_post=back.post if back else "",
            given_start=back.start if back else None,
            given_end=back.end if back else None,
            reason=self._reason.text().strip(),
        )
