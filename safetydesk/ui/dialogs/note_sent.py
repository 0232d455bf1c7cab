"""Noting that a signed report went to one who is owed it, whatever name that office goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from safetydesk.domain.incident import Recipient
from safetydesk.domain.incident_entries import SENDING_MEANS, sent_line
from safetydesk.domain.log import EntryKind
from safetydesk.ui.bus import Notice
from safetydesk.ui.dialogs.act_dialog import ActDialog

if TYPE_CHECKING:
    from safetydesk.services.views_incidents import IncidentView, ObligationView
    from safetydesk.ui.incident_services import IncidentServices
    from safetydesk.ui.perform import CarriesChanges

_LEVELS = {level.value for level in Recipient}


class NoteSentDialog(ActDialog):
    """``obligation`` has an ``issued_id``: that report is noted as sent to its recipient."""

    def __init__(
        self,
        parent: QWidget | None,
        services: IncidentServices,
        view: IncidentView,
        obligation: ObligationView,
    ) -> None:
        super().__init__(
            parent,
            services,
            draft_key=f"incident:{view.summary.id}:sent:{obligation.key}",
            kind=EntryKind.REPORTING,
        )
        self._obligation = obligation
        issued = (line for line in view.reports if line.id == obligation.issued_id)
        self._report = next((line.name for line in issued), obligation.report)
        self.setWindowTitle(self.tr("Note as sent"))
        self.show_effect(self.tr("It is not signed again: only that it went there is noted."))
        shown = QLineEdit(self._report)
        shown.setReadOnly(True)
        self._to, self._by = QLineEdit(obligation.to), QLineEdit()
        self._at = self.time_field(ours=True)
        self._means = QComboBox()
        self._means.addItems(list(SENDING_MEANS))
        self.add_row(self.tr("Report"), shown)
        self.add_field("to", self.tr("To whom"), self._to)
        self.add_field("at", self.tr("Sent at"), self._at)
        self.add_field("means", self.tr("How"), self._means)
        self.add_field("by", self.tr("Taken by"), self._by)
        self.bring_back()
        self.saved.connect(self._say_done)
        self._to.setFocus()

    @override
    def proposed(self) -> str:
        """``首报〔2025〕第37期报市应急局``."""
        recipient = self._to.text().strip()
        return sent_line(self._report, recipient) if recipient else ""

    @override
    def carry_out(self) -> CarriesChanges:
        """Writes delivery and line; the office counts as the level that is owed the report."""
        from safetydesk.services.reports import Sent

        owed, services = self._obligation, self._services
        sent = Sent(
            self._to.text(),
            level=owed.recipient if owed.recipient in _LEVELS else "",
            means=self._means.currentText(),
            at=self.instant(self._at),
            confirmed_by=self._by.text(),
        )
        actor = services.session.require()
        return services.reports.record_sent(actor, owed.issued_id or 0, (sent,), self.entry())

    @Slot()
    def _say_done(self) -> None:
        words = self.tr("Noted: {report} sent to {recipient}")
        done = words.format(report=self._report, recipient=self._to.text().strip())
        self._services.bus.notice.emit(Notice(done))
