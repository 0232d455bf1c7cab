"""Closing a shift that nobody relieved (未经交接关闭): a leader, a reason, a PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from safetydesk.ui.forms.ui_close_unrelieved import Ui_CloseUnrelieved
from safetydesk.ui.perform import perform
from safetydesk.ui.typed_words import TypedWordsDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from safetydesk.services.handover_signing import HandoverSigning
    from safetydesk.services.views_handover import SidePerson
    from safetydesk.ui.bus import Bus


class CloseUnrelieved(TypedWordsDialog):
    """``closed`` comes once the shift is closed."""

    closed = Signal()

    def __init__(
        self,
        parent: QWidget | None,
        *,
        signing: HandoverSigning,
        leaders: tuple[SidePerson, ...],
        bus: Bus,
    ) -> None:
        super().__init__(parent)
        self._signing, self._leaders, self._bus = signing, leaders, bus
        self._ui = Ui_CloseUnrelieved()
        self._ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ui.leader_combo.addItems([leader.name for leader in leaders])
        self._ui.problem_label.hide()
        self._ui.leave_button.clicked.connect(self.reject)
        self._ui.close_button.clicked.connect(self._on_close)
        self._ui.pin_edit.returnPressed.connect(self._on_close)
        self._ui.reason_edit.setFocus()

    def show_problem(self, text: str) -> None:
        """Says why it was refused; the reason stays."""
        self._ui.problem_label.setText(text)
        self._ui.problem_label.show()

    @Slot()
    def _on_close(self) -> None:
        chosen = self._ui.leader_combo.currentIndex()
        if chosen < 0:
            return
        leader = self._leaders[chosen].person_id
        pin, reason = self._ui.pin_edit.take(), self._ui.reason_edit.text()
        done = perform(
            self,
            lambda: self._signing.close_without_handover(leader, pin, reason),
            bus=self._bus,
            initiator=self,
        )
        if done is not None:
            self.closed.emit()
            self.accept()
