"""The one being called now: name and number in large letters, the answers on the keys 1 to 5."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalMapper, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from safetydesk.domain.calling import CallStepKind
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.icon_sign import IconSign
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import ElidedLabel

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.services.views_warnings import CallLineView
    from safetydesk.ui.wording import Wording


class CallingNow(Card):
    """``answered`` carries what happened: a ``CallStepKind``'s word."""

    answered = Signal(str)

    def __init__(self, wording: Wording, keys_for: QWidget) -> None:
        super().__init__()
        self._wording = wording
        self._shown: CallLineView | None = None
        self.setProperty("kind", "calling")
        self._whom, self._role = ElidedLabel(role="page"), ElidedLabel(role="sub")
        self._course = ElidedLabel(role="sub")
        self._buttons: dict[CallStepKind, KeyButton] = {}
        names = QHBoxLayout()
        names.setSpacing(12)
        names.addWidget(self._whom, 3)
        names.addWidget(self._role, 2)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(names)
        words.addWidget(self._course)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(16, 10, 16, 10)
        self._row.setSpacing(8)
        self._row.addWidget(IconSign("call-now", "acc_ink", 24))
        self._row.addSpacing(8)
        self._row.addLayout(words, 1)
        self.body.addLayout(self._row)
        self._mapper = QSignalMapper(self)
        self._mapper.mappedString.connect(self._on_key)
        self._add_buttons(keys_for)

    def show_line(self, view: CallLineView | None, now: datetime) -> None:
        """Shows a line and which answers it can take; None hides the card."""
        self._shown = view
        self.setVisible(view is not None)
        if view is None:
            return
        line = view.line
        self._whom.setText(line.callee.call)
        self._role.setText(line.target)
        self._role.setVisible(bool(line.callee.name))
        offered = _offered(view)
        for kind, button in self._buttons.items():
            button.setVisible(kind in offered)
            button.set_kind("primary" if offered and kind is offered[0] else "")
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """How long it has been ringing, and when the next one is called."""
        view = self._shown
        if view is None:
            return
        line, parts = view.line, [view.state.value]
        if line.answered_at is not None:
            at = self._wording.time(line.answered_at, seconds=True)
            parts.append(self.tr("answered {time}").format(time=at))
        elif line.rung_since is not None:
            at = self._wording.time(line.rung_since, seconds=True)
            since = self._wording.period(now - line.rung_since)
            parts.append(self.tr("since {time}, {period}").format(time=at, period=since))
        following = line.next_callee
        if view.due_at is not None and following is not None:
            at = self._wording.time(view.due_at)
            words = self.tr("without an answer at {time}: {whom}")
            parts.append(words.format(time=at, whom=f"{following.role} {following.call}"))
        elif view.due_at is not None:
            parts.append(self.tr("nobody after this one: ask the duty leader"))
        self._course.setText(self._wording.words.between.join(parts))

    def _add_buttons(self, keys_for: QWidget) -> None:
        """The answers in their order, each with its key."""
        acts = (
            (CallStepKind.CALLED, self.tr("Call out"), "call-out", "0"),
            (CallStepKind.ANSWERED, self.tr("Answered"), "call-in", "1"),
            (CallStepKind.REPEATED, self.tr("Repeated back"), "answered-repeat", "2"),
            (CallStepKind.MISSED, self.tr("No answer"), "close", "3"),
            (CallStepKind.ESCALATED, self.tr("Next person"), "escalate", "4"),
            (CallStepKind.FEEDBACK, self.tr("Feedback"), "edit", "5"),
        )
        for kind, text, icon, key in acts:
            button = KeyButton(text, icon=icon, key=key)
            self._buttons[kind] = button
            self._row.addWidget(button)
            shortcut = QShortcut(QKeySequence(key), keys_for)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            for source, sends in ((button, button.clicked), (shortcut, shortcut.activated)):
                self._mapper.setMapping(source, kind.value)
                sends.connect(self._mapper.map)

    @Slot(str)
    def _on_key(self, word: str) -> None:
        """An answer that the line can take; the others' keys do nothing."""
        view = self._shown
        if view is not None and CallStepKind.of(word) in _offered(view):
            self.answered.emit(word)


def _offered(view: CallLineView) -> tuple[CallStepKind, ...]:
    """What can be said of a line now, the likeliest first."""
    line = view.line
    if line.called_at is None:
        return (CallStepKind.CALLED,)
    if line.answered_at is None:
        again = (CallStepKind.ESCALATED,) if line.next_callee is not None else ()
        answers = (CallStepKind.ANSWERED, CallStepKind.REPEATED, CallStepKind.MISSED)
        return (*answers, *again, CallStepKind.CALLED)
    if line.repeated_at is None:
        return (CallStepKind.REPEATED, CallStepKind.FEEDBACK)
    return (CallStepKind.FEEDBACK,)
