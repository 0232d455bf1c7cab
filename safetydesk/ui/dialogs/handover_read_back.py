"""The reader's side: signing in to take over, the read-back, and what is not taken over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from safetydesk.ui.dialogs.kept_fields import KeptText
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from safetydesk.services.views_handover import HandoverView
    from safetydesk.ui.wording import Wording


@dataclass(frozen=True)
class PinGiven:
    """Somebody signs with a name and a PIN."""

    person_id: int
    pin: str


class PinLine(QLineEdit):
    """A field for one's own PIN: never shown, never kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setPlaceholderText(self.tr("Own PIN"))
        self.setAccessibleName(self.tr("Own PIN"))
        self.setMaxLength(32)

    def take(self) -> str:
        """The PIN; the field is empty afterwards."""
        pin = self.text()
        self.clear()
        return pin


class JoinBox(QFrame):
    """Name and PIN of the officer who takes over; ``joining`` carries a ``PinGiven``."""

    joining = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[int, ...] = ()
        self._people = QComboBox()
        self._people.setAccessibleName(self.tr("Who takes over"))
        self.pin = PinLine()
        button = KeyButton(self.tr("Sign in to take over"), icon="user")
        button.clicked.connect(self._on_join)
        self.pin.returnPressed.connect(self._on_join)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        hint = self.tr("The officer who takes over signs in here; you stay signed in.")
        column.addWidget(PlainLabel(hint, role="sub", wrap=True))
        for widget in (self._people, self.pin, button):
            column.addWidget(widget)

    def show_view(self, view: HandoverView, outgoing_id: int) -> None:
        """Offers the people of the next shift first, then everybody else but the outgoing one."""
        first = {person.person_id: person.name for person in view.incoming.officers}
        others = {
            person.person_id: person.name for person in view.office if person.person_id not in first
        }
        everybody = {**first, **others}
        everybody.pop(outgoing_id, None)
        if tuple(everybody) != self._ids:
            self._ids = tuple(everybody)
            self._people.clear()
            self._people.addItems(list(everybody.values()))
        joined = view.handover.joined_by
        if joined in self._ids:
            self._people.setCurrentIndex(self._ids.index(joined))

    def choose(self, person_id: int) -> None:
        """Chooses somebody in the list."""
        self._people.setCurrentIndex(self._ids.index(person_id))

    @Slot()
    def _on_join(self) -> None:
        if not self.pin.text():
            self.pin.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.joining.emit(PinGiven(self._ids[self._people.currentIndex()], self.pin.take()))


class ReadBackCard(Card):
    """``joining`` carries a ``PinGiven``, ``objected`` the reason as text."""

    joining = Signal(object)
    left = Signal()
    confirmed = Signal()
    objected = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.join = JoinBox()
        self.text = KeptText("readback")
        self.text.setAccessibleName(self.tr("Read-back in own words"))
        self.text.setPlaceholderText(
            self.tr("Say the marked matters in your own words: what, by when, to whom.")
        )
        self._hint_line = PlainLabel(role="sub", wrap=True)
        self._confirm = KeyButton(self.tr("Read back right"), icon="confirm")
        self._object = KeyButton(self.tr("Not taken over…"), icon="close", kind="refuse")
        self._reason = QLineEdit()
        self._objections = PlainLabel(role="sub", tone="r", wrap=True)
        self._lay_out()
        self.join.joining.connect(self.joining)
        self.text.left.connect(self.left)
        self._confirm.clicked.connect(self.confirmed)
        self._object.clicked.connect(self._on_object)
        self._reason.returnPressed.connect(self._on_reason)

    def show_view(
        self, view: HandoverView, wording: Wording, *, outgoing_id: int, reading: bool
    ) -> None:
        """Shows the read-back; ``reading``: the officer who takes over acts at this window."""
        handover = view.handover
        over = handover.incoming_signed_at is not None
        reader = view.name(handover.joined_by)
        self.set_title(self.tr("Read-back"))
        self.join.setVisible(not reading and not over)
        self.join.show_view(view, outgoing_id)
        shown = reading or handover.joined_at is not None
        self.text.setVisible(shown)
        self.text.setReadOnly(not reading)
        self.text.show_saved(handover.readback)
        asking = not self._reason.isHidden()
        self._confirm.setVisible(shown and not over and not asking)
        self._confirm.setEnabled(
            not self._heard_by(view, outgoing_id) and bool(self.text.toPlainText().strip())
        )
        self._object.setVisible(reading and not over and not asking)
        self._reason.setVisible(asking and reading and not over)
        if handover.readback_confirmed_at is not None:
            done = self.tr("Read back right, {time} {name}")
            heard_by = view.name(handover.readback_confirmed_by)
            time = wording.time(handover.readback_confirmed_at)
            self._hint_line.setText(done.format(time=time, name=heard_by))
        else:
            self._hint_line.setText(self.tr("The outgoing officer listens, then confirms."))
        self._hint_line.setVisible(shown)
        self.set_hint(self.tr("{name} reads").format(name=reader) if reader and not over else "")
        self._show_objections(view, wording)

    @staticmethod
    def _heard_by(view: HandoverView, outgoing_id: int) -> bool:
        """Whether the officer at this desk has confirmed; another one's word is not enough."""
        handover = view.handover
        return handover.readback_confirmed_at is not None and (
            handover.outgoing_signed_by is not None or handover.readback_confirmed_by == outgoing_id
        )

    def clear_reason(self) -> None:
        """The objection is kept."""
        self._reason.clear()
        self._ask_reason(asking=False)

    def typed(self) -> None:
        """The outgoing officer may confirm as soon as something stands here."""
        self._confirm.setEnabled(bool(self.text.toPlainText().strip()))

    def _show_objections(self, view: HandoverView, wording: Wording) -> None:
        line = self.tr("{time} {name} does not take over: {text}")
        self._objections.setText(
            "\n".join(
                line.format(
                    time=wording.time(objection.at), name=view.name(objection.by_id), text=text
                )
                for objection in view.handover.objections
                if (text := objection.text)
            )
        )
        self._objections.setVisible(bool(view.handover.objections))

    def _lay_out(self) -> None:
        self._reason.setPlaceholderText(self.tr("Why not yet? Enter keeps it"))
        self._reason.setAccessibleName(self.tr("Why it is not taken over"))
        self._reason.hide()
        self.text.setMinimumHeight(64)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self._confirm)
        acts.addWidget(self._object)
        acts.addStretch()
        column = QVBoxLayout()
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.join)
        column.addWidget(self.text, 1)
        column.addWidget(self._hint_line)
        column.addLayout(acts)
        column.addWidget(self._reason)
        column.addWidget(self._objections)
        column.addStretch()
        self.body.addLayout(column)

    def _ask_reason(self, *, asking: bool) -> None:
        """The line for the reason takes the place of the buttons while it is open."""
        self._reason.setVisible(asking)
        self._confirm.setVisible(not asking)
        self._object.setVisible(not asking)

    @Slot()
    def _on_object(self) -> None:
        self._ask_reason(asking=True)
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_reason(self) -> None:
        """Enter keeps the reason; without words it goes back to the buttons."""
        if self._reason.text().strip():
            self.objected.emit(self._reason.text())
        else:
            self._ask_reason(asking=False)
