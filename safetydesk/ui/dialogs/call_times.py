"""When a call rang, was answered and ended, as far as the officer notes it by one key each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from safetydesk.domain.call import Direction

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.clock import Clock
    from safetydesk.ui.dialogs.call_form import CallForm
    from safetydesk.ui.forms.ui_call_record import Ui_CallRecord
    from safetydesk.ui.wording import Wording

ANSWERED_KEY, ENDED_KEY = "Alt+J", "Alt+G"
"""接 and 挂."""


class CallTimes(QObject):
    """The two buttons and the line of times; pressed again, a button takes its time back."""

    changed = Signal()

    def __init__(
        self, ui: Ui_CallRecord, form: CallForm, *, clock: Clock, wording: Wording, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._ui, self._form, self._clock, self._wording = ui, form, clock, wording
        ui.answered_button.set_key(ANSWERED_KEY.replace("+", " "))
        ui.ended_button.set_key(ENDED_KEY.replace("+", " "))
        for button in (ui.answered_button, ui.ended_button):
            button.setCheckable(True)
            button.setAutoDefault(False)
        ui.answered_button.clicked.connect(self._on_answered)
        ui.ended_button.clicked.connect(self._on_ended)

    @Slot()
    def show(self) -> None:
        """Says what is known: 「03:20:18 响铃 · 03:20:26 接起，响 8 秒 · 通话 1 分 18 秒」."""
        form, ui = self._form, self._ui
        outgoing = Direction(ui.direction_segment.current()) is Direction.OUTGOING
        ui.answered_button.setText(self.tr("Got through") if outgoing else self.tr("Answered"))
        ui.answered_button.setChecked(form.answered_at is not None)
        ui.ended_button.setChecked(form.ended_at is not None)
        rang = self.tr("dialled at {time}") if outgoing else self.tr("rang at {time}")
        parts = [rang.format(time=self._time(form.rang_at))]
        if form.answered_at is not None:
            words = (
                self.tr("got through at {time}")
                if outgoing
                else self.tr("answered at {time} after {period}")
            )
            waited = self._wording.period(form.answered_at - form.rang_at)
            parts.append(words.format(time=self._time(form.answered_at), period=waited))
        if form.ended_at is not None:
            parts.append(self._end(form.ended_at))
        ui.ring_label.setText(self._wording.words.between.join(parts))

    def _end(self, ended_at: datetime) -> str:
        """How long was spoken; only when the receiver was put down, where that is all we know."""
        answered_at = self._form.answered_at
        if answered_at is None:
            return self.tr("ended at {time}").format(time=self._time(ended_at))
        spoken = self._wording.period(ended_at - answered_at)
        return self.tr("spoke for {period}").format(period=spoken)

    def _time(self, at: datetime) -> str:
        return self._wording.time(at, seconds=True)

    @Slot()
    def _on_answered(self) -> None:
        form = self._form
        form.answered_at = None if form.answered_at else self._clock.now()
        self._tell()

    @Slot()
    def _on_ended(self) -> None:
        form = self._form
        form.ended_at = None if form.ended_at else self._clock.now()
        self._tell()

    def _tell(self) -> None:
        self.show()
        self.changed.emit()
