"""The section of the wallboard: on which screen it comes up, and whose number it may show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox
from typing_extensions import override

from safetydesk.ui.board_choices import PHONES, SCREEN, SHOWN
from safetydesk.ui.pages.settings import SettingsSection
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.fact_rows import FactRows
from safetydesk.ui.widgets.key_cap import KeyButton

if TYPE_CHECKING:
    from safetydesk.ui.desk_standing import DeskStanding

_SCREEN, _NUMBERS, _NAMES = "screen", "numbers", "names"


class BoardSection(SettingsSection):
    """Choices of this computer; they hold when the board is opened next."""

    def __init__(self, standing: DeskStanding) -> None:
        super().__init__()
        self._choices = standing.choices
        self._screen, self._phones = QComboBox(), QCheckBox(self.tr("Show the leader's number"))
        self._screen.setAccessibleName(self.tr("Screen of the wallboard"))
        self._rows = FactRows()
        self._rows.add_row(_SCREEN, self.tr("Screen"), self._screen)
        self._rows.add_row(_NUMBERS, self.tr("Telephone numbers"), self._phones)
        self._rows.add_row(_NAMES, self.tr("Names beside alarms"))
        open_board = KeyButton(self.tr("Open or close"), key="F11")
        card = Card(self.tr("Wallboard"))
        card.head.addWidget(open_board)
        card.body.addWidget(self._rows)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self._screen.activated.connect(self._on_screen)
        self._phones.clicked.connect(self._on_phones)
        open_board.clicked.connect(standing.board_asked)

    @override
    def refresh(self) -> None:
        """Shows the screens of now and what was chosen."""
        kept = self._choices.text(SCREEN)
        self._screen.clear()
        self._screen.addItem(self.tr("the last one"), "")
        for screen in QGuiApplication.screens():
            size = screen.size()
            self._screen.addItem(f"{screen.name()} {size.width()}×{size.height()}", screen.name())
        self._screen.setCurrentIndex(max(self._screen.findData(kept), 0))
        several = len(QGuiApplication.screens()) > 1
        alone = self.tr("only one screen: the board opens as a window")
        full = self.tr("fills its screen; it follows when somebody moves it")
        self._rows.show_fact(_SCREEN, full if several else alone)
        shown = self._choices.text(PHONES) == SHOWN
        self._phones.setChecked(shown)
        words = self.tr("the leader's number can be read by whoever sees the board")
        self._rows.show_fact(_NUMBERS, words if shown else self.tr("hidden"), "o" if shown else "")
        self._rows.show_fact(_NAMES, self.tr("never shown"))

    @override
    def help_text(self) -> str:
        """What the board shows."""
        return self.tr(
            "The wallboard is read from five metres: who is on duty, alarms, incidents in hand, "
            "what falls due within four hours. Data older than thirty seconds is veiled. Names "
            "beside alarms and the numbers of officers never stand on it."
        )

    @Slot()
    def _on_screen(self) -> None:
        self._choices.keep_text(SCREEN, str(self._screen.currentData()))
        self._choices.write()

    @Slot(bool)
    def _on_phones(self, shown: bool) -> None:  # noqa: FBT001 - the signal's
        self._choices.keep_text(PHONES, SHOWN if shown else "")
        self._choices.write()
        self.refresh()
