"""What the handover window shows before a handover is begun: the log words and what comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from safetydesk.ui.dialogs.kept_fields import KeptText
from safetydesk.ui.widgets.card import Card, EmptyState
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from safetydesk.services.views_handover import HandoverStart
    from safetydesk.ui.wording import Wording

_WIDEST, _SHARE = 880, 100
"""Lines longer than this are hard to read; up to it the card takes all there is."""


class StartPanel(QWidget):
    """``begun`` carries the log words; ``countersign`` the handover that wants a leader."""

    begun = Signal(str)
    opened = Signal()
    countersign = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._awaiting = 0
        self._unrelieved = PlainLabel(role="strong", tone="r", wrap=True)
        self._people = PlainLabel(role="sub", wrap=True)
        self.words = KeptText("start:words")
        self._start = KeyButton(self.tr("Freeze and draft"), icon="handover", kind="primary")
        self._leader = KeyButton(self.tr("Countersign the last handover"), icon="sign")
        self._empty = EmptyState(
            self.tr("No shift is open"),
            self.tr("The handover ends one shift and begins the next. Open the first one here."),
        )
        self._card = Card(self.tr("Begin the handover"))
        self._lay_out()
        self._start.clicked.connect(self.begin)
        self._leader.clicked.connect(self._on_leader)

    def show_start(self, view: HandoverStart, wording: Wording) -> None:
        """Shows what is open; words being typed stay."""
        self._card.setVisible(view.shift is not None)
        self._empty.setVisible(view.shift is None)
        self._awaiting = view.awaiting_leader or 0
        self._leader.setVisible(bool(self._awaiting))
        self._unrelieved.setVisible(bool(view.unrelieved))
        self._unrelieved.setText(
            self.tr("The shift before was closed without a handover: {reason}").format(
                reason=view.unrelieved
            )
        )
        if view.shift is not None:
            people = "、".join(f"{one.label} {one.name}" for one in view.shift.people)
            span = wording.span(view.shift.planned_from, view.shift.planned_to)
            self._people.setText(f"{span}\n{people}")
            self.words.show_saved(view.proposed_words)

    @Slot()
    def begin(self) -> None:
        """Asks for the draft with the words that stand here."""
        if self._card.isVisibleTo(self):
            self.begun.emit(self.words.toPlainText().strip())

    def _lay_out(self) -> None:
        self._start.set_key("Ctrl Enter")
        self.words.setAccessibleName(self.tr("Log entry of the beginning"))
        self.words.setFixedHeight(96)
        open_button = KeyButton(self.tr("Open the shift"), kind="primary")
        open_button.clicked.connect(self.opened)
        self._empty.add_act(open_button)
        column = QVBoxLayout()
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        hint = self.tr(
            "Starting freezes the log here and drafts the sheet from everything open. This line "
            "goes into the log; complete it."
        )
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addStretch()
        acts.addWidget(self._leader)
        acts.addWidget(self._start)
        column.addWidget(self._people)
        column.addWidget(PlainLabel(hint, role="sub", wrap=True))
        column.addWidget(self.words)
        column.addLayout(acts)
        self._card.body.addLayout(column)
        self._place_card()

    def _place_card(self) -> None:
        """The card at the top, in the middle of wide windows."""
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 24)
        whole.setSpacing(12)
        whole.addWidget(self._unrelieved)
        self._card.setMaximumWidth(_WIDEST)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card, _SHARE)
        middle.addStretch(1)
        whole.addLayout(middle)
        whole.addWidget(self._empty)
        whole.addStretch(1)

    @Slot()
    def _on_leader(self) -> None:
        self.countersign.emit(self._awaiting)
