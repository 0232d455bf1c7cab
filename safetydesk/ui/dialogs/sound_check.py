"""「听到了吗？」: asked after the test sound, answered by whoever sits at the desk."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from safetydesk.ui.frame_feed import SoundHealth
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel

ANSWER_MS = 60_000
_WIDTH = 360


class SoundCheck(QDialog):
    """``answered`` carries ``SoundHealth``; ``again_asked`` plays the sound once more.

    Takes no focus from what is being typed; left without an answer for a minute it counts as not
    heard.
    """

    answered = Signal(object)
    again_asked = Signal()

    def __init__(self, parent: QWidget, *, device: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(self.tr("Test of the alarm sound"))
        self.setMinimumWidth(_WIDTH)
        self._told = False
        self._patience = QTimer(self, singleShot=True, interval=ANSWER_MS)
        self._patience.timeout.connect(self.reject)
        self._patience.start()
        self.finished.connect(self._on_finished)
        self._build(device=device)

    def _build(self, *, device: bool) -> None:
        words = self.tr("A test sound is playing (three short tones).")
        if not device:
            words = self.tr("There is no sound device. The system's beep was sent instead.")
        heard = KeyButton(self.tr("Heard it"), key="Enter", kind="primary")
        heard.setDefault(True)
        heard.clicked.connect(self._on_heard)
        not_heard = KeyButton(self.tr("Not heard"), key="Esc")
        not_heard.clicked.connect(self.reject)
        again = KeyButton(self.tr("Play again"), kind="flat")
        again.clicked.connect(self.again_asked)
        for button in (not_heard, again):
            button.setAutoDefault(False)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(self.tr("Did you hear it?"), role="title"))
        column.addWidget(PlainLabel(words, wrap=True))
        row.addWidget(again)
        row.addStretch()
        row.addWidget(not_heard)
        row.addWidget(heard)
        column.addLayout(row)

    @Slot()
    def _on_heard(self) -> None:
        """Enter."""
        self._told = True
        self.answered.emit(SoundHealth.HEARD)
        self.accept()

    @Slot()
    def _on_finished(self) -> None:
        """Closed in any other way: not heard."""
        self._patience.stop()
        if not self._told:
            self._told = True
            self.answered.emit(SoundHealth.UNHEARD)
