"""The recovery key shown again to a supervisor: the own PIN first, then paper or a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from safetydesk.documents.recovery_sheet import recovery_lines
from safetydesk.ui.dialogs.basis_dialog import BasisDialog
from safetydesk.ui.dialogs.handover_read_back import PinLine
from safetydesk.ui.fonts import fixed_font, sized
from safetydesk.ui.perform import perform
from safetydesk.ui.recovery_paper import RecoveryPaper
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from safetydesk.services.recovery import RecoveryService, RecoverySheet
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session
    from safetydesk.ui.wording import Wording

_WIDTH, _KEY_PIXELS, _GROUPS = 560, 20, 8


class RecoveryDialog(BasisDialog):
    """Shows nothing until the PIN is right; closing it takes the key off the screen."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        recovery: RecoveryService,
        session: Session,
        bus: Bus,
        wording: Wording,
    ) -> None:
        super().__init__(parent, width=_WIDTH)
        self.name(self.tr("Recovery key"), self.tr("Show the key"))
        self._recovery, self._session, self._bus, self._wording = recovery, session, bus, wording
        self._paper: RecoveryPaper | None = None
        words = self.tr(
            "The key opens the data and the backups on any computer. Showing it is noted with your "
            "name. Do not photograph it, do not send it; put the sheet into the safe and destroy "
            "the old one."
        )
        self.body.addWidget(PlainLabel(words, role="sub", wrap=True))
        self.pin = PinLine()
        self.pin.setPlaceholderText(self.tr("Own PIN"))
        self.pin.returnPressed.connect(self.save)
        self.body.addWidget(self.pin)
        self.key = PlainLabel()
        self.key.setFont(sized(fixed_font(), _KEY_PIXELS, bold=True))
        self.key.hide()
        self.body.addWidget(self.key)
        self.print = KeyButton(self.tr("Print…"), icon="print")
        self.file = KeyButton(self.tr("Save as a file…"))
        row = QHBoxLayout()
        for button in (self.print, self.file):
            button.setAutoDefault(False)
            button.hide()
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.pin.setFocus()

    @override
    @Slot()
    def save(self) -> None:
        """Proves who asks and shows the key, once."""
        if self._paper is not None:
            return
        self.show_problem("")
        pin = self.pin.take()
        done = perform(
            self, lambda: self._recovery.show(self._session.require(), pin), bus=self._bus
        )
        if done is None:
            self.pin.setFocus()
        else:
            self._show(done.value)

    def _show(self, sheet: RecoverySheet) -> None:
        paper = self._paper = RecoveryPaper(self, sheet.folder)
        made_at = sheet.shown_at.astimezone(self._wording.zone)
        paper.lines = recovery_lines(
            sheet.office, sheet.key, made_at, str(sheet.folder), again=True
        )
        groups = sheet.key.split()
        rows = (groups[start : start + _GROUPS] for start in range(0, len(groups), _GROUPS))
        self.key.setText("\n".join(" ".join(row) for row in rows))
        self.print.clicked.connect(paper.print)
        self.file.clicked.connect(paper.ask_file)
        paper.saved.connect(self.show_problem)
        paper.refused.connect(self.show_problem)
        self.pin.hide()
        self.finish()
        for widget in (self.key, self.print, self.file):
            widget.show()
        self.print.setFocus()
