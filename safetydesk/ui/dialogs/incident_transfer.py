"""转送: an incident that is not the office's goes to whom it belongs, and what runs may end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from safetydesk.domain.competence import Role
from safetydesk.domain.incident_entries import TOLD_MEANS, transfer_line
from safetydesk.domain.log import EntryKind
from safetydesk.ui.dialogs.act_dialog import ActDialog
from safetydesk.ui.dialogs.handover_read_back import PinLine
from safetydesk.ui.widgets.leader_combo import LeaderCombo

if TYPE_CHECKING:
    from safetydesk.services.views_incidents import IncidentView
    from safetydesk.ui.incident_services import IncidentServices
    from safetydesk.ui.perform import CarriesChanges

_TALL = 76


def competent_elsewhere(view: IncidentView) -> list[str]:
    """The departments that are competent for such an incident, beside the office itself."""
    competent = Role.COMPETENT.chinese_name
    return [row.department for row in view.notices if row.role == competent and not row.ours]


class TransferDialog(ActDialog):
    """The department, its officer and the words; a leader with PIN ends what is still owed."""

    def __init__(
        self, parent: QWidget | None, services: IncidentServices, view: IncidentView
    ) -> None:
        super().__init__(
            parent,
            services,
            draft_key=f"incident:{view.summary.id}:transfer",
            kind=EntryKind.REPORTING,
        )
        self._view = view
        self.setWindowTitle(self.tr("Not ours: pass it on"))
        self.show_effect(
            self.tr("What is not within the office's competence is passed on at once.")
        )
        self._unit, self._taken_by = QComboBox(), QLineEdit()
        self._unit.setEditable(True)
        self._unit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._unit.addItems(competent_elsewhere(view))
        self._unit.setCurrentText("")
        self._at, self._means, self._words = (
            self.time_field(ours=True),
            QComboBox(),
            QPlainTextEdit(),
        )
        self._means.addItems(list(TOLD_MEANS))
        self._words.setTabChangesFocus(True)
        self._words.setFixedHeight(_TALL)
        self._words.setPlainText(f"{view.summary.place}{view.summary.title}")
        self._ending = QCheckBox(self.tr("What is still owed ends with it"))
        self._leader, self._pin = LeaderCombo(services.people), PinLine()
        self._leader.prefer(services.leader_on_duty())
        self._fill()
        self.bring_back()
        self._ending.toggled.connect(self._on_ending)
        self._on_ending()
        self._unit.setFocus()

    @override
    def proposed(self) -> str:
        """``事件2025-018不属本单位职责，转送区市场监管局（接收人：李某）``."""
        unit = self._unit.currentText().strip()
        if not unit:
            return ""
        return transfer_line(unit, self._taken_by.text().strip(), self._view.summary.number)

    @override
    def carry_out(self) -> CarriesChanges:
        """Writes the transfer, its line, and the end of what was owed, in one act."""
        from safetydesk.services.incidents import Transfer

        services = self._services
        made = Transfer(
            unit=self._unit.currentText(),
            words=self._words.toPlainText(),
            taken_by=self._taken_by.text(),
            means=self._means.currentText(),
            at=self.instant(self._at),
        )
        leader = None
        if self._ending.isChecked():
            leader = services.people.verify_pin(self._leader.person_id(), self._pin.take())
        actor, incident = services.session.require(), self._view.summary.id
        return services.incidents.transfer(actor, incident, made, ending=leader, entry=self.entry())

    def _fill(self) -> None:
        self.add_field("unit", self.tr("To whom"), self._unit)
        self.add_field("taken_by", self.tr("Taken by"), self._taken_by)
        self.add_field("at", self.tr("At"), self._at)
        self.add_field("means", self.tr("How"), self._means)
        self.add_field("words", self.tr("Words"), self._words)
        self.add_field("ending", self.tr("Reports"), self._ending)
        self.add_field("leader", self.tr("Leader"), self._leader)
        self.add_row(self.tr("The leader's PIN"), self._pin)

    @Slot()
    def _on_ending(self) -> None:
        """A leader is asked only where something ends."""
        for field in (self._leader, self._pin):
            field.setEnabled(self._ending.isChecked())
