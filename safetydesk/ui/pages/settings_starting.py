"""The section of how this computer keeps watch: start with the session, closing, tray, sleep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox
from typing_extensions import override

from safetydesk.ui.desk_standing import OnClose
from safetydesk.ui.pages.settings import SettingsSection
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.fact_rows import FactRows

if TYPE_CHECKING:
    from safetydesk.ui.desk_standing import ComputerStanding, DeskStanding

_START, _CLOSE, _TRAY, _AWAKE = "start", "close", "tray", "awake"


class StartingSection(SettingsSection):
    """Settings of this computer, and what its system answered."""

    def __init__(self, standing: DeskStanding) -> None:
        super().__init__()
        self._standing = standing
        self._start = QCheckBox(self.tr("Start with the session"))
        self._close = QComboBox()
        self._close.setAccessibleName(self.tr("When the window is closed"))
        for choice in OnClose:
            self._close.addItem(self._choice(choice), choice.value)
        self._rows = FactRows()
        self._rows.add_row(_START, self.tr("Start of the desk"), self._start)
        self._rows.add_row(_CLOSE, self.tr("When the window is closed"), self._close)
        self._rows.add_row(_TRAY, self.tr("Icon in the tray"))
        self._rows.add_row(_AWAKE, self.tr("Sleep of the computer"))
        card = Card(self.tr("This computer"))
        card.body.addWidget(self._rows)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self._start.clicked.connect(standing.autostart_asked)
        self._close.activated.connect(self._on_close)
        standing.changed.connect(self.refresh)

    @override
    @Slot()
    def refresh(self) -> None:
        """Shows what the system answered last."""
        computer = self._standing.computer
        for control in (self._start, self._close):
            control.setEnabled(computer is not None)
        if computer is None:
            for name in (_START, _CLOSE, _TRAY, _AWAKE):
                self._rows.show_fact(name, self.tr("not known yet"), "g")
            return
        self._start.setChecked(computer.starts_with_session)
        self._close.setCurrentIndex(self._close.findData(computer.on_close.value))
        self._show_facts(computer)

    @override
    def help_text(self) -> str:
        """What keeps the watch."""
        return self.tr(
            "A desk that is not running reminds of nothing. Let it start with the session, let "
            "the guard go on when the window is closed, and keep the computer from falling "
            "asleep. These settings are of this computer and of this user."
        )

    def _show_facts(self, computer: ComputerStanding) -> None:
        if computer.starts_with_session:
            self._rows.show_fact(_START, self.tr("starts when somebody signs in"), "ok")
        else:
            words = self.tr("is started by hand; after a restart nothing reminds until then")
            self._rows.show_fact(_START, words, "o")
        ends = computer.on_close is OnClose.END
        words = self.tr("the guard ends with the window") if ends else ""
        self._rows.show_fact(_CLOSE, words or self.tr("the guard goes on"), "o" if ends else "ok")
        tray = self.tr("shown; it brings the window back")
        none = self.tr("this system has none: the window is minimised instead")
        self._rows.show_fact(_TRAY, tray if computer.has_tray else none)
        if computer.is_kept_awake:
            words = self.tr("held off: the system agreed")
            self._rows.show_fact(_AWAKE, words, "ok")
        else:
            words = self.tr(
                "the system did not agree to hold it off: switch sleep off in its power settings"
            )
            self._rows.show_fact(_AWAKE, words, "o")

    def _choice(self, choice: OnClose) -> str:
        return {
            OnClose.ASK: self.tr("ask"),
            OnClose.KEEP: self.tr("keep the guard"),
            OnClose.END: self.tr("end the program"),
        }[choice]

    @Slot()
    def _on_close(self) -> None:
        self._standing.on_close_asked.emit(str(self._close.currentData()))
