"""The foot of the composer while a report is a draft: saved when, copy, and the leader's PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from safetydesk.ui.dialogs.handover_read_back import PinLine
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.leader_combo import LeaderCombo
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel

if TYPE_CHECKING:
    from safetydesk.services.people import PeopleService

_PIN_WIDTH = 150


class ComposerFoot(QWidget):
    """``signed`` carries the leader's id and PIN; ``copy_asked`` comes from its button."""

    signed = Signal(int, str)
    copy_asked = Signal()

    def __init__(self, people: PeopleService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = True
        self._state, self._problem = ElidedLabel(role="sub"), PlainLabel(role="problem", wrap=True)
        self._problem.hide()
        self.leader = LeaderCombo(people)
        self.leader.setAccessibleName(self.tr("Signing leader"))
        self.pin = PinLine()
        self.pin.setPlaceholderText(self.tr("The leader's PIN"))
        self.pin.setAccessibleName(self.tr("The leader's PIN"))
        self.pin.setFixedWidth(_PIN_WIDTH)
        self._copy = KeyButton(self.tr("Copy all"), icon="copy", key="Ctrl Shift C")
        self._sign = KeyButton(icon="sign", key="Ctrl Enter")
        self._sign.set_kind("primary")
        self._build()
        self._copy.clicked.connect(self.copy_asked)
        self._sign.clicked.connect(self.go_on)
        self.pin.returnPressed.connect(self.sign)
        self.leader.currentTextChanged.connect(self._name_button)
        self._name_button()

    @property
    def asking(self) -> bool:
        """Whether the leader's PIN is asked for now."""
        return not self._row.isHidden()

    def show_state(self, words: str) -> None:
        """Says when the draft was kept."""
        self._state.setText(words)

    def show_problem(self, text: str) -> None:
        """Says why the last act was refused."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def show_draft(self, *, draft: bool) -> None:
        """Signed reports are signed no second time."""
        self._draft = draft
        self._sign.setVisible(draft)
        if not draft:
            self._row.hide()

    @Slot()
    def go_on(self) -> None:
        """Ctrl+Enter: asks for the leader's PIN, then signs with it."""
        if not self._draft:
            return
        if self.asking:
            self.sign()
            return
        self._row.show()
        self._name_button()
        self.pin.setFocus()

    @Slot()
    def sign(self) -> None:
        """Signs in the leader's name."""
        pin = self.pin.take()
        if pin:
            self.signed.emit(self.leader.person_id(), pin)
        else:
            self.pin.setFocus()

    @Slot()
    def leave(self) -> None:
        """Asks no longer; the PIN is forgotten."""
        self.pin.clear()
        self._row.hide()
        self._name_button()

    def _build(self) -> None:
        self._row = QWidget()
        asked = QHBoxLayout(self._row)
        asked.setContentsMargins(16, 8, 16, 0)
        asked.setSpacing(8)
        asked.addWidget(PlainLabel(self.tr("Signed by"), role="label"))
        asked.addWidget(self.leader, 1)
        asked.addWidget(self.pin)
        self._row.hide()
        divider = QFrame()
        divider.setProperty("kind", "divider")
        divider.setFixedHeight(1)
        line = QHBoxLayout()
        line.setContentsMargins(16, 8, 16, 10)
        line.setSpacing(8)
        line.addWidget(self._state, 1)
        line.addWidget(self._copy)
        line.addWidget(self._sign)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(divider)
        column.addWidget(self._problem)
        column.addWidget(self._row)
        column.addLayout(line)
        self._problem.setContentsMargins(16, 6, 16, 0)

    @Slot()
    def _name_button(self) -> None:
        words = self.tr("Sign: {name}") if self.asking else self.tr("For signature: {name}")
        self._sign.setText(words.format(name=self.leader.currentText()))
