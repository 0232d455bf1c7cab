"""One contact whole: numbers to dial, whom to call instead, where, and what was done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from safetydesk.ui.icons import put_icon
from safetydesk.ui.widgets.badge import Badge
from safetydesk.ui.widgets.card import EmptyState
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.phone_row import PhoneRow
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel

if TYPE_CHECKING:
    from safetydesk.services.views_contacts import ContactCard, PhoneView
    from safetydesk.ui.wording import Wording

_LABEL_WIDTH = 76
_SHOWN_OTHERS = 3


class ContactCardView(QFrame):
    """Shows a ``ContactCard``. ``act`` carries call, copy, failed, verified, edit or remove."""

    act = Signal(str)

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._wording = wording
        self._card: ContactCard | None = None
        self._current = 0
        self._phones: list[PhoneRow] = []
        self._name = ElidedLabel(role="large")
        self._duty = Badge(tone="i")
        self._sub = ElidedLabel(role="sub")
        self._details = _Details()
        self._empty = EmptyState(
            self.tr("Choose a contact"),
            self.tr("Numbers, stand-ins and verification are shown here."),
        )
        self._whole = QWidget()
        self._lay_out()
        self.show_card(None)

    @property
    def card(self) -> ContactCard | None:
        """The contact shown."""
        return self._card

    @property
    def phone(self) -> PhoneView | None:
        """The number that the keys mean."""
        if self._card is None or not self._card.phones:
            return None
        return self._card.phones[min(self._current, len(self._card.phones) - 1)]

    def show_card(self, card: ContactCard | None) -> None:
        """Shows a contact; another one than before begins with its first working number."""
        same = card is not None and self._card is not None and card.key == self._card.key
        self._card = card
        self._whole.setVisible(card is not None)
        self._empty.setVisible(card is None)
        if card is None:
            return
        if not same:
            working = (n for n, phone in enumerate(card.phones) if not phone.failed)
            self._current = next(working, 0)
        self._show_head(card)
        self._show_phones(card)
        self._details.show_details(self._facts(card))
        for button in (self._failed, self._verified, self._edit, self._remove):
            button.setVisible(card.id is not None)
        self._call.setEnabled(bool(card.phones))

    def move_number(self, step: int) -> None:
        """The keys mean another number of this contact from now on."""
        if self._card is not None and self._card.phones:
            self._current = max(0, min(self._current + step, len(self._card.phones) - 1))
            self._show_phones(self._card)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one bit that the window decides
        """Leaves out what small screens have no room for."""
        self._narrow = narrow
        for row in self._phones:
            row.set_narrow(narrow)

    _narrow = False

    def _lay_out(self) -> None:
        sub = QHBoxLayout()
        sub.setContentsMargins(16, 0, 16, 10)
        sub.addWidget(self._sub)
        self._numbers = QVBoxLayout()
        self._numbers.setSpacing(0)
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._head(), sub, self._numbers):
            column.addLayout(part)
        column.addWidget(self._details)
        column.addStretch()
        column.addLayout(self._foot())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self._whole)
        outer.addWidget(self._empty)

    def _head(self) -> QHBoxLayout:
        self._edit, self._remove = QPushButton(), QPushButton()
        for button, name in ((self._edit, "edit"), (self._remove, "remove")):
            put_icon(button, name)
            button.setProperty("kind", "flat")
            button.setProperty("shape", "square")
            self._act_button(button, name)
        self._edit.setAccessibleName(self.tr("Edit this contact"))
        self._remove.setAccessibleName(self.tr("Remove this contact"))
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 8, 0)
        head.setSpacing(12)
        head.addWidget(self._name)
        head.addWidget(self._duty)
        head.addStretch()
        head.addWidget(self._edit)
        head.addWidget(self._remove)
        return head

    def _foot(self) -> QHBoxLayout:
        self._call = KeyButton(self.tr("Record call"), icon="call-out", key="Enter", kind="primary")
        self._failed = KeyButton(self.tr("No answer"), icon="phone", key="Alt X")
        self._verified = KeyButton(self.tr("Verified"), icon="confirm")
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 16, 12)
        foot.setSpacing(8)
        for button, act in (
            (self._call, "call"),
            (self._failed, "failed"),
            (self._verified, "verified"),
        ):
            self._act_button(button, act)
            foot.addWidget(button)
        foot.addStretch()
        return foot

    def _act_button(self, button: QPushButton, act: str) -> None:
        button.setProperty("act", act)
        button.clicked.connect(self._on_act)

    def _show_head(self, card: ContactCard) -> None:
        self._name.setText(card.name or card.unit)
        self._duty.setVisible(bool(card.duty))
        if card.duty and card.duty_until is not None:
            until = self._wording.time(card.duty_until)
            self._duty.setText(self.tr("{post} until {time}").format(post=card.duty, time=until))
        post = (card.department, card.title, card.role)
        parts = (card.unit, *post) if card.name else post
        self._sub.setText("，".join(dict.fromkeys(part for part in parts if part)))

    def _show_phones(self, card: ContactCard) -> None:
        while len(self._phones) < len(card.phones):
            row = PhoneRow(self._wording)
            row.set_narrow(self._narrow)
            row.picked.connect(self._on_picked)
            row.copy_asked.connect(self._on_copy)
            row.call_asked.connect(self._on_call)
            self._numbers.addWidget(row)
            self._phones.append(row)
        for number, row in enumerate(self._phones):
            row.setVisible(number < len(card.phones))
            if number < len(card.phones):
                row.show_phone(card.phones[number], current=number == self._current)
        failed = self.phone is not None and self.phone.failed
        self._failed.setText(self.tr("Works again") if failed else self.tr("No answer"))

    def _facts(self, card: ContactCard) -> list[tuple[str, str]]:
        """Label and text of everything else that is known."""
        facts: list[tuple[str, str]] = []
        for place, other in enumerate(card.others[:_SHOWN_OTHERS]):
            post = (other.role or other.title) if other.name else ""
            words = (other.name or other.unit, other.shown, post)
            label = self.tr("If no answer") if place == 0 else ""
            facts.append((label, "\u2002".join(part for part in words if part)))
        facts += [
            (self.tr("Groups"), "、".join(card.groups)),
            (self.tr("Address"), card.address),
            (self.tr("E-mail"), card.email),
            (self.tr("Note"), card.note),
        ]
        if card.id is None:
            facts.append((self.tr("Kept in"), self.tr("People of the office, by the supervisor")))
        acts = self._event_words()
        for place, event in enumerate(card.history[:2]):
            at = self._wording.full_time(event.at)
            what = acts.get(event.action, event.action)
            facts.append(
                (self.tr("Changes") if place == 0 else "", f"{at}\u2002{event.who} {what}")
            )
        return [(label, text) for label, text in facts if text]

    def _event_words(self) -> dict[str, str]:
        """What was done to a contact, by the word of its audit row."""
        return {
            "add": self.tr("added"),
            "edit": self.tr("changed"),
            "remove": self.tr("removed"),
            "restore": self.tr("brought back"),
            "failed": self.tr("marked a number as failed"),
            "working": self.tr("took a failed mark back"),
            "verified": self.tr("verified"),
        }

    def _row_of_sender(self) -> bool:
        """Whether a number sent the signal; it becomes the one that the keys mean."""
        sender = self.sender()
        if not isinstance(sender, PhoneRow):
            return False
        self._current = self._phones.index(sender)
        if self._card is not None:
            self._show_phones(self._card)
        return True

    @Slot()
    def _on_picked(self) -> None:
        self._row_of_sender()

    @Slot()
    def _on_copy(self) -> None:
        if self._row_of_sender():
            self.act.emit("copy")

    @Slot()
    def _on_call(self) -> None:
        if self._row_of_sender():
            self.act.emit("call")

    @Slot()
    def _on_act(self) -> None:
        self.act.emit(str(self.sender().property("act")))


class _Details(QWidget):
    """Labels and texts in two columns; long texts wrap."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 10, 16, 10)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[PlainLabel, PlainLabel]] = []

    def show_details(self, facts: list[tuple[str, str]]) -> None:
        """Shows the facts; widgets are used again."""
        while len(self._rows) < len(facts):
            label, text = PlainLabel(role="label"), PlainLabel(wrap=True)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._grid.addWidget(label, len(self._rows), 0)
            self._grid.addWidget(text, len(self._rows), 1)
            self._rows.append((label, text))
        for number, (label, text) in enumerate(self._rows):
            shown = number < len(facts)
            label.setVisible(shown)
            text.setVisible(shown)
            if shown:
                label.setText(facts[number][0])
                text.setText(facts[number][1])
