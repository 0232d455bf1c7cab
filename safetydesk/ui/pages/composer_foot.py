"""The foot of the composer while a report is a draft: saved when, copy, review and signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from safetydesk.ui.dialogs.handover_read_back import PinLine
from safetydesk.ui.messages import sentence
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.leader_combo import LeaderCombo, ReviewerCombo
from safetydesk.ui.widgets.plain import ElidedLabel, PlainLabel

if TYPE_CHECKING:
    from safetydesk.domain.errors import BadInput
    from safetydesk.services.people import PeopleService

_PIN_WIDTH = 150


class ComposerFoot(QWidget):
    """``signed`` and ``reviewed`` carry an id and a PIN; the others come from their buttons."""

    signed = Signal(int, str)
    reviewed = Signal(int, str)
    copy_asked = Signal()
    drop_asked = Signal()

    def __init__(self, people: PeopleService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft, self._reviewing, self._must_review = True, False, False
        self._state, self._problem = ElidedLabel(role="sub"), PlainLabel(role="problem", wrap=True)
        self._problem.hide()
        self.leader = LeaderCombo(people)
        self.leader.setAccessibleName(self.tr("Signing leader"))
        self.reviewer = ReviewerCombo(people)
        self.reviewer.setAccessibleName(self.tr("Reviewed by"))
        self.pin = PinLine()
        self.pin.setFixedWidth(_PIN_WIDTH)
        self._who = PlainLabel(role="label")
        self._copy = KeyButton(self.tr("Copy all"), icon="copy", key="Ctrl Shift C")
        self._drop = KeyButton(self.tr("Throw away…"), kind="link")
        self._drop.setToolTip("Ctrl+Shift+D")
        self._sign = KeyButton(icon="sign", key="Ctrl Enter")
        self._sign.set_kind("primary")
        self._review = KeyButton(self.tr("Review"), icon="confirm", key="Alt R")
        self._review.hide()
        self._build()
        self._copy.clicked.connect(self.copy_asked)
        self._drop.clicked.connect(self.drop_asked)
        self._review.clicked.connect(self.ask_review)
        self._sign.clicked.connect(self.go_on)
        self.pin.returnPressed.connect(self.sign)
        self.leader.currentTextChanged.connect(self._name_button)
        self.reviewer.currentTextChanged.connect(self._name_button)
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

    def template_words(self, trouble: BadInput | None) -> str:
        """Why the words are those of the shipped template, where the office has its own."""
        if trouble is None:
            return ""
        reason = sentence(trouble)
        return self.tr("{reason} The shipped template was used.").format(reason=reason)

    def show_draft(self, *, draft: bool, must_review: bool = False, writer: str = "") -> None:
        """Signed reports are signed no second time; ``must_review``: a PIN comes before that."""
        self._draft, self._must_review = draft, draft and must_review
        self._sign.setVisible(draft)
        self._drop.setVisible(draft)
        self._review.setVisible(self._must_review)
        if self._must_review:
            self.reviewer.leave_out(writer)
        if not draft:
            self._row.hide()

    @Slot()
    def go_on(self) -> None:
        """Ctrl+Enter: asks for the PIN that comes next, then signs with it."""
        if not self._draft:
            return
        if self.asking:
            self.sign()
        else:
            self._ask(reviewing=self._must_review)

    @Slot()
    def ask_review(self) -> None:
        """Alt+R: asks who reviews, and for the PIN."""
        if self._must_review:
            self._ask(reviewing=True)

    def _ask(self, *, reviewing: bool) -> None:
        self._reviewing = reviewing
        words = self.tr("Reviewer's PIN") if reviewing else self.tr("The leader's PIN")
        self.pin.setPlaceholderText(words)
        self.pin.setAccessibleName(words)
        self._who.setText(self.tr("Reviewed by") if reviewing else self.tr("Signed by"))
        self.leader.setVisible(not reviewing)
        self.reviewer.setVisible(reviewing)
        self._row.show()
        self._name_button()
        self.pin.setFocus()

    @Slot()
    def sign(self) -> None:
        """Signs in the leader's name, or the reviewer's."""
        pin = self.pin.take()
        if not pin:
            self.pin.setFocus()
        elif self._reviewing:
            self.reviewed.emit(self.reviewer.person_id(), pin)
        else:
            self.signed.emit(self.leader.person_id(), pin)

    @Slot()
    def leave(self) -> None:
        """Asks no longer; the PIN is forgotten."""
        self.pin.clear()
        self._reviewing = False
        self._row.hide()
        self._name_button()

    def _build(self) -> None:
        self._row = QWidget()
        asked = QHBoxLayout(self._row)
        asked.setContentsMargins(16, 8, 16, 0)
        asked.setSpacing(8)
        asked.addWidget(self._who)
        asked.addWidget(self.leader, 1)
        asked.addWidget(self.reviewer, 1)
        asked.addWidget(self.pin)
        self._row.hide()
        divider = QFrame()
        divider.setProperty("kind", "divider")
        divider.setFixedHeight(1)
        line = QHBoxLayout()
        line.setContentsMargins(16, 8, 16, 10)
        line.setSpacing(8)
        line.addWidget(self._state, 1)
        line.addWidget(self._drop)
        line.addWidget(self._copy)
        line.addWidget(self._review)
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
        if self.asking and self._reviewing:
            words, name = self.tr("Reviewed: {name}"), self.reviewer.currentText()
        else:
            words = self.tr("Sign: {name}") if self.asking else self.tr("For signature: {name}")
            name = self.leader.currentText()
        self._sign.setText(words.format(name=name))
