"""The yearly list of who is called was renewed and filed with the superior."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from safetydesk.domain.log import EntryKind
from safetydesk.ui.dialogs.act_dialog import ActDialog

if TYPE_CHECKING:
    from safetydesk.ui.perform import CarriesChanges
    from safetydesk.ui.warning_services import WarningServices


class CallingRollDialog(ActDialog):
    """With whom it was filed, when, and what changed."""

    def __init__(self, parent: QWidget | None, services: WarningServices) -> None:
        super().__init__(
            parent,
            services.around,
            draft_key="calling:roll",
            kind=EntryKind.CALL_AND_ACKNOWLEDGE,
        )
        self._callings = services.callings
        self.hide_entry()
        self.setWindowTitle(self.tr("The yearly call list was filed"))
        self.show_effect(self.tr("Who is called is renewed and filed every year before 20 April."))
        self._to, self._words = QLineEdit(), QLineEdit()
        self._at = self.time_field()
        self.add_field("to", self.tr("Filed with"), self._to)
        self.add_field("at", self.tr("Filed at"), self._at)
        self.add_field("words", self.tr("What changed"), self._words)
        self.bring_back()
        self._to.setFocus()

    @override
    def carry_out(self) -> CarriesChanges:
        """Writes the filing and its line."""
        services = self._services
        return self._callings.file_roll(
            services.session.require(),
            self._to.text(),
            self._words.text(),
            filed_at=min(self.instant(self._at), services.clock.now()),
        )
