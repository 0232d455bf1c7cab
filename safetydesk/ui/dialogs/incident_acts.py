"""The short acts on an incident: a circumstance, the leader told, a query, a waiver, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from safetydesk.domain.incident_entries import (
    FLAG_NAMES,
    LEADER_MEANS,
    flag_line,
    leader_line,
    query_line,
    waiver_line,
)
from safetydesk.domain.log import EntryKind
from safetydesk.ui.dialogs.act_dialog import ActDialog
from safetydesk.ui.dialogs.handover_read_back import PinLine
from safetydesk.ui.widgets.leader_combo import LeaderCombo

if TYPE_CHECKING:
    from safetydesk.domain.incident import Flag
    from safetydesk.services.views_incidents import IncidentView, ObligationView
    from safetydesk.ui.incident_services import IncidentServices
    from safetydesk.ui.perform import CarriesChanges


class FlagDialog(ActDialog):
    """社会影响/敏感: grades and limits only ever rise by it."""

    def __init__(
        self, parent: QWidget | None, services: IncidentServices, view: IncidentView
    ) -> None:
        super().__init__(
            parent,
            services,
            draft_key=f"incident:{view.summary.id}:flag",
            kind=EntryKind.SITE_FEEDBACK,
        )
        self._view = view
        self.setWindowTitle(self.tr("Note a circumstance"))
        self.show_effect(self.tr("Grades and limits may rise by it and never fall."))
        self._flags = list(FLAG_NAMES)
        self._flag = QComboBox()
        self._flag.addItems([FLAG_NAMES[flag] for flag in self._flags])
        self._source = QLineEdit()
        self.add_field("flag", self.tr("Circumstance"), self._flag)
        self.add_field("source", self.tr("Source"), self._source)
        self.bring_back()
        self._flag.setFocus()

    @override
    def proposed(self) -> str:
        """``标记：社会影响重大``."""
        return flag_line(self._chosen, self._source.text().strip())

    @override
    def carry_out(self) -> CarriesChanges:
        """Writes event and line."""
        services = self._services
        return services.incidents.raise_flag(
            services.session.require(),
            self._view.summary.id,
            self._chosen.value,
            self._source.text().strip(),
            self.entry(),
        )

    @property
    def _chosen(self) -> Flag:
        return self._flags[max(0, self._flag.currentIndex())]


class LeaderDialog(ActDialog):
    """报告带班领导: who was told, when, and how; the line of the call may have said so already."""

    needs_line = False

    def __init__(
        self,
        parent: QWidget | None,
        services: IncidentServices,
        view: IncidentView,
    ) -> None:
        super().__init__(
            parent,
            services,
            draft_key=f"incident:{view.summary.id}:leader",
            kind=EntryKind.REQUEST,
        )
        self._view = view
        self.setWindowTitle(self.tr("The duty leader was told"))
        self._leader = LeaderCombo(services.people)
        self._at = self.time_field(ours=True)
        self._means = QComboBox()
        self._means.setEditable(True)
        self._means.addItems(list(LEADER_MEANS))
        self._leader.prefer(services.leader_on_duty())
        self.add_field("leader", self.tr("Leader"), self._leader)
        self.add_field("at", self.tr("At"), self._at)
        self.add_field("means", self.tr("How"), self._means)
        self.bring_back()
        self._leader.setFocus()

    @override
    def proposed(self) -> str:
        """``报告带班领导曾慧（当面），事件2025-018``."""
        means, number = self._means.currentText().strip(), self._view.summary.number
        return leader_line(self._leader.currentText(), means, number)

    @override
    def carry_out(self) -> CarriesChanges:
        """Writes event and line."""
        services = self._services
        return services.incidents.leader_informed(
            services.session.require(),
            self._view.summary.id,
            self._leader.currentText(),
            at=self.instant(self._at),
            means=self._means.currentText().strip(),
            entry=self.entry(),
        )


class QueryDialog(ActDialog):
    """上级核报要求: who asks; the limits of 30 minutes and one hour run from its receipt.

    The call may stand in the log already.
    """

    needs_line = False

    def __init__(
        self, parent: QWidget | None, services: IncidentServices, view: IncidentView
    ) -> None:
        super().__init__(
            parent,
            services,
            draft_key=f"incident:{view.summary.id}:query",
            kind=EntryKind.INCOMING_CALL,
        )
        self._view = view
        self.setWindowTitle(self.tr("A superior asks"))
        self.show_effect(self.tr("The limits for the answer run from the receipt."))
        self._asked_by, self._words = QLineEdit(), QLineEdit()
        self._at = self.time_field()
        self.add_field("asked_by", self.tr("Who asks"), self._asked_by)
        self.add_field("words", self.tr("What"), self._words)
        self.add_field("at", self.tr("Received"), self._at)
        self.bring_back()
        self._asked_by.setFocus()

    @override
    def proposed(self) -> str:
        """``市委值班室要求核报：…``."""
        asked_by = self._asked_by.text().strip()
        return query_line(asked_by, self._words.text().strip()) if asked_by else ""

    @override
    def carry_out(self) -> CarriesChanges:
        """Writes event and line."""
        services = self._services
        return services.incidents.query(
            services.session.require(),
            self._view.summary.id,
            self._asked_by.text().strip(),
            at=self.instant(self._at),
            entry=self.entry(),
        )


class WaiveDialog(ActDialog):
    """豁免: a leader excuses one obligation with name and PIN; the reason stays beside it."""

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
            draft_key=f"incident:{view.summary.id}:waive",
            kind=EntryKind.INSTRUCTION,
        )
        self._view, self._obligation = view, obligation
        self.setWindowTitle(self.tr("Excuse a report"))
        words = self.tr("{title} to {recipient} will no longer be asked for. {citation}")
        self.show_effect(
            words.format(
                title=obligation.title, recipient=obligation.to, citation=obligation.citation
            )
        )
        self._reason = QLineEdit()
        self._leader, self._pin = LeaderCombo(services.people), PinLine()
        self.add_field("reason", self.tr("Reason"), self._reason)
        self._leader.prefer(services.leader_on_duty())
        self.add_field("leader", self.tr("Leader"), self._leader)
        self.add_row(self.tr("The leader's PIN"), self._pin)
        self.bring_back()
        self._reason.setFocus()

    @override
    def proposed(self) -> str:
        """``免报：每日续报（市级应急管理部门），理由：…``."""
        owed, reason = self._obligation, self._reason.text().strip()
        return waiver_line(owed.title, owed.to, reason) if reason else ""

    @override
    def carry_out(self) -> CarriesChanges:
        """Writes event and line in the leader's name."""
        from safetydesk.services.incidents import Waiver

        services, owed = self._services, self._obligation
        leader = services.people.verify_pin(self._leader.person_id(), self._pin.take())
        waiver = Waiver(owed.rule, self._reason.text(), owed.recipient, owed.occurrence)
        return services.incidents.waive(leader, self._view.summary.id, waiver, self.entry())
