"""The three signatures, each by its own PIN, and what signing does."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from safetydesk.ui.dialogs.handover_read_back import PinGiven, PinLine
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel

if TYPE_CHECKING:
    from safetydesk.services.views_handover import HandoverView, SidePerson
    from safetydesk.ui.wording import Wording


class Side(StrEnum):
    """Whose signature it is."""

    OUTGOING = "outgoing"
    INCOMING = "incoming"
    LEADER = "leader"


class SignatureRow(QFrame):
    """Who signs, a field for the PIN, and the time once it is signed."""

    asked = Signal()

    def __init__(self, lead: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "hairline")
        self.name = ElidedLabel(role="strong")
        self.pin = PinLine()
        self.pin.setAccessibleName(self.tr("PIN: {who}").format(who=lead))
        self._remark = PlainLabel(role="sub")
        self._remark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.grid = QGridLayout(self)
        self.grid.setHorizontalSpacing(8)
        self.grid.addWidget(PlainLabel(lead, role="label"), 0, 0)
        self.grid.addWidget(self.name, 0, 1)
        self.grid.addWidget(self.pin, 0, 2)
        self.grid.addWidget(self._remark, 0, 3)
        self.grid.setColumnStretch(1, 1)
        self.set_narrow(narrow=False)
        self.pin.setFixedWidth(110)
        self.pin.returnPressed.connect(self.asked)

    def set_narrow(self, *, narrow: bool) -> None:
        """Takes the lower row of small screens."""
        self.setFixedHeight(38 if narrow else 44)
        side = 2 if narrow else 5
        self.grid.setContentsMargins(12, side, 12, side)

    def show_state(self, remark: str, *, done: bool, open_: bool) -> None:
        """Shows the PIN field when it is this one's turn, else the remark."""
        self.pin.setVisible(open_)
        self._remark.setVisible(not open_)
        self._remark.setText(remark)
        self._remark.setProperty("role", "done" if done else "sub")
        self._remark.set_tone("")
        self._remark.style().polish(self._remark)


class SignatureCard(Card):
    """``asked`` carries the ``Side`` whose signature was given; ``take`` tells by whom."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.outgoing = SignatureRow(self.tr("Outgoing"))
        self.incoming = SignatureRow(self.tr("Incoming"))
        self.leader = SignatureRow(self.tr("Leader"))
        self._ids: dict[Side, int] = {}
        self._leaders: tuple[SidePerson, ...] = ()
        self._leader_choice = QComboBox()
        self._leader_choice.setAccessibleName(self.tr("Which leader signs"))
        self.leader.grid.replaceWidget(self.leader.name, self._leader_choice)
        self.leader.name.setParent(self.leader)
        self.leader.grid.addWidget(self.leader.name, 0, 1)
        self._effect = PlainLabel(role="sub", wrap=True)
        foot = QFrame()
        foot.setProperty("kind", "sunk")
        column = QVBoxLayout(foot)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self._effect)
        for widget in (self.outgoing, self.incoming, self.leader, foot):
            self.body.addWidget(widget)
        self.outgoing.asked.connect(self._on_outgoing)
        self.incoming.asked.connect(self._on_incoming)
        self.leader.asked.connect(self._on_leader)

    def show_view(self, view: HandoverView, wording: Wording, *, outgoing_id: int) -> None:
        """Shows who signs and whose turn it is."""
        handover = view.handover
        self.set_title(self.tr("Signatures"))
        outgoing = handover.outgoing_signed_by or outgoing_id
        self._ids = {Side.OUTGOING: outgoing, Side.INCOMING: handover.joined_by or 0}
        self.outgoing.name.setText(view.name(outgoing))
        self.incoming.name.setText(view.name(handover.joined_by))
        turn = next_side(view)
        self._show_row(Side.OUTGOING, handover.outgoing_signed_at, turn, wording)
        self._show_row(Side.INCOMING, handover.incoming_signed_at, turn, wording)
        self._show_row(Side.LEADER, handover.leader_signed_at, turn, wording)
        self._show_leaders(view)
        self._effect.setText(self._effect_words(view, wording))

    @override
    def set_narrow(self, narrow: bool) -> None:
        """Takes the lower head and rows of small screens."""
        super().set_narrow(narrow)
        for row in (self.outgoing, self.incoming, self.leader):
            row.set_narrow(narrow=narrow)

    def field(self, side: Side) -> PinLine:
        """Where a side's PIN is typed."""
        return self._row(side).pin

    def take(self, side: Side) -> PinGiven:
        """Who signs and the PIN; the field is empty afterwards."""
        pin = self.field(side).take()
        if side is Side.LEADER:
            chosen = self._leader_choice.currentIndex()
            return PinGiven(self._leaders[chosen].person_id if chosen >= 0 else 0, pin)
        return PinGiven(self._ids.get(side, 0), pin)

    def _row(self, side: Side) -> SignatureRow:
        rows = {
            Side.OUTGOING: self.outgoing,
            Side.INCOMING: self.incoming,
            Side.LEADER: self.leader,
        }
        return rows[side]

    def _show_row(
        self, side: Side, signed: datetime | None, turn: Side | None, wording: Wording
    ) -> None:
        if signed is not None:
            remark = self.tr("✓ {time} signed").format(time=wording.time(signed))
        elif side is Side.LEADER:
            remark = self.tr("may follow later")
        else:
            remark = self.tr("not yet")
        self._row(side).show_state(remark, done=signed is not None, open_=side is turn)

    def _show_leaders(self, view: HandoverView) -> None:
        signed = view.handover.leader_signed_by
        first = view.leaders[0].name if view.leaders else ""
        self.leader.name.setText(view.name(signed) or first)
        choosing = next_side(view) is Side.LEADER
        self._leader_choice.setVisible(choosing)
        self.leader.name.setVisible(not choosing)
        if view.leaders != self._leaders:
            self._leaders = view.leaders
            self._leader_choice.clear()
            self._leader_choice.addItems([leader.name for leader in view.leaders])

    def _effect_words(self, view: HandoverView, wording: Wording) -> str:
        handover = view.handover
        moved = handover.incoming_signed_at
        incoming = view.name(handover.incoming_signed_by or handover.joined_by)
        if moved is not None:
            done = self.tr(
                "Responsibility has been with {name} since {time}; the old log is sealed."
            )
            return done.format(name=incoming, time=wording.time(moved))
        words = self.tr(
            "After the incoming signature: responsibility and reminders go to {name}; every active "
            "reminder becomes unacknowledged; the log up to here is sealed."
        )
        return words.format(name=incoming or self.tr("the next shift"))

    @Slot()
    def _on_outgoing(self) -> None:
        self.asked.emit(Side.OUTGOING)

    @Slot()
    def _on_incoming(self) -> None:
        self.asked.emit(Side.INCOMING)

    @Slot()
    def _on_leader(self) -> None:
        self.asked.emit(Side.LEADER)


def next_side(view: HandoverView) -> Side | None:
    """Whose signature comes next; None when all have signed."""
    handover = view.handover
    if handover.outgoing_signed_at is None:
        return Side.OUTGOING
    if handover.incoming_signed_at is None:
        return Side.INCOMING
    return Side.LEADER if handover.leader_signed_at is None else None
