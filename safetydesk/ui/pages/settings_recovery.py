"""The section of the data's key: where it lies, and how its sheet is printed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from safetydesk.ui.pages.settings import SettingsSection
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.fact_rows import FactRows
from safetydesk.ui.widgets.key_cap import KeyButton

if TYPE_CHECKING:
    from safetydesk.services.recovery import RecoveryService
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session
    from safetydesk.ui.wording import Wording

_KEY = "key"


class RecoverySection(SettingsSection):
    """The key itself is shown only in its dialog, after the PIN."""

    def __init__(
        self, *, recovery: RecoveryService, session: Session, bus: Bus, wording: Wording
    ) -> None:
        super().__init__()
        self._recovery, self._session, self._bus, self._wording = recovery, session, bus, wording
        self.again = KeyButton(self.tr("Show and print again…"), icon="print")
        self._rows = FactRows()
        self._rows.add_row(_KEY, self.tr("Key of the data"), self.again)
        card = Card(self.tr("Recovery key"))
        card.body.addWidget(self._rows)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.again.clicked.connect(self._on_again)

    @override
    def refresh(self) -> None:
        """Says where the key lies."""
        has_key = self._recovery.has_key
        self.again.setVisible(has_key)
        words = (
            self.tr(
                "The data is encrypted. The key lies in this computer's key store; the printed "
                "sheet opens the data on another one."
            )
            if has_key
            else self.tr("The data lies on a database server, which keeps its own keys.")
        )
        self._rows.show_fact(_KEY, words)

    @override
    def help_text(self) -> str:
        """F1."""
        return self.tr(
            "A supervisor can print the recovery key again here, with the own PIN. Each showing is "
            "in the audit list."
        )

    @Slot()
    def _on_again(self) -> None:
        from safetydesk.ui.dialogs.recovery_key import RecoveryDialog

        RecoveryDialog(
            self.window(),
            recovery=self._recovery,
            session=self._session,
            bus=self._bus,
            wording=self._wording,
        ).show()
