"""What changes an incident as a whole: another title or kind, its end, its opening again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from safetydesk.domain.incident import Category, Family, usual_family
from safetydesk.domain.incident_entries import closing_line, reopening_line, revision_line
from safetydesk.domain.log import EntryKind
from safetydesk.ui.dialogs.act_dialog import ActDialog
from safetydesk.ui.dialogs.handover_read_back import PinLine
from safetydesk.ui.widgets.leader_combo import LeaderCombo

if TYPE_CHECKING:
    from safetydesk.domain.access import Actor
    from safetydesk.services.views_incidents import IncidentView
    from safetydesk.ui.incident_services import IncidentServices
    from safetydesk.ui.perform import CarriesChanges


class IncidentHeadDialog(ActDialog):
    """An act on the whole incident with its reason; ``act`` names its draft."""

    def __init__(
        self, parent: QWidget | None, services: IncidentServices, view: IncidentView, act: str
    ) -> None:
        super().__init__(
            parent,
            services,
            draft_key=f"incident:{view.summary.id}:{act}",
            kind=EntryKind.OTHER,
        )
        self._view = view
        self._reason = QLineEdit()
        self._leader: LeaderCombo | None = None
        self._pin = PinLine()

    def ask_reason(self, title: str, effect: str = "", *, leader: bool = False) -> None:
        """Names the window, says what the act does; ``leader``: asks who agrees, and the PIN."""
        self.setWindowTitle(title)
        if effect:
            self.show_effect(effect)
        self.add_field("reason", self.tr("Reason"), self._reason)
        if leader:
            self._leader = LeaderCombo(self._services.people)
            self._leader.prefer(self._services.leader_on_duty())
            self.add_field("leader", self.tr("Leader who agrees"), self._leader)
            self.add_row(self.tr("The leader's PIN"), self._pin)
        self.bring_back()

    def reason(self) -> str:
        """The reason as typed, without the spaces around it."""
        return self._reason.text().strip()

    def leader_name(self) -> str:
        """Who is to agree; empty where nobody has to."""
        return self._leader.currentText() if self._leader is not None else ""

    def leader(self) -> Actor | None:
        """The leader by PIN; None where none was given.

        Raises:
            RuleViolation: a wrong PIN.
        """
        pin = self._pin.take()
        if self._leader is None or not pin:
            return None
        return self._services.people.verify_pin(self._leader.person_id(), pin)


class ReviseIncidentDialog(IncidentHeadDialog):
    """更正名称、类别: another kind has other rules, so it needs a reason, perhaps a leader."""

    def __init__(
        self, parent: QWidget | None, services: IncidentServices, view: IncidentView
    ) -> None:
        super().__init__(parent, services, view, "revise")
        head = view.summary
        self._title = QLineEdit(head.title)
        self._category, self._family = QComboBox(), QComboBox()
        self._category.addItems([kind.chinese_name for kind in Category])
        self._family.addItems([family.chinese_name for family in Family])
        self._category.setCurrentIndex(list(Category).index(head.category))
        self._family.setCurrentIndex(list(Family).index(head.family))
        self._category.activated.connect(self._on_category)
        self.add_field("title", self.tr("Title"), self._title)
        self.add_field("category", self.tr("Category"), self._category)
        self.add_field("family", self.tr("Family"), self._family)
        words = self.tr(
            "Another kind has other rules and terms. Where reports that are owed would end by it, "
            "a leader has to agree."
        )
        self.ask_reason(self.tr("Title and kind of the incident"), words, leader=True)
        self._title.setFocus()

    @override
    def proposed(self) -> str:
        """``事件2025-018更正：原“火灾”，改为“危险化学品”。…``."""
        head = self._view.summary
        was, becomes = [head.title], [self._title.text().strip()]
        if (head.category, head.family) != (self._chosen, self._chosen_family):
            was += [head.family.chinese_name, head.category.chinese_name]
            becomes += [self._chosen_family.chinese_name, self._chosen.chinese_name]
        if was == becomes or not becomes[0]:
            return ""
        return revision_line(head.number, "、".join(was), "、".join(becomes), self.reason())

    @override
    def carry_out(self) -> CarriesChanges:
        """Writes the head and its line."""
        from safetydesk.services.incident_head import Revision

        services = self._services
        made = Revision(
            title=self._title.text(),
            family=self._chosen_family,
            category=self._chosen,
            reason=self.reason(),
        )
        leader = self.leader()
        return services.incidents.revise(
            services.session.require(),
            self._view.summary.id,
            self._view.version,
            made,
            leader=leader,
            entry=self.entry(),
        )

    @property
    def _chosen(self) -> Category:
        return list(Category)[max(0, self._category.currentIndex())]

    @property
    def _chosen_family(self) -> Family:
        return list(Family)[max(0, self._family.currentIndex())]

    @Slot()
    def _on_category(self) -> None:
        """The family follows the category that somebody chose."""
        self._family.setCurrentIndex(list(Family).index(usual_family(self._chosen)))


class CloseIncidentDialog(IncidentHeadDialog):
    """结案: with a reason and a leader's word where reports are still owed."""

    def __init__(
        self, parent: QWidget | None, services: IncidentServices, view: IncidentView
    ) -> None:
        super().__init__(parent, services, view, "close")
        owed = view.summary.owed
        words = self.tr(
            "{n} reports are still owed: say why it ends nevertheless; a leader agrees by PIN."
        )
        effect = words.format(n=owed) if owed else ""
        self.ask_reason(self.tr("Close the incident"), effect, leader=owed > 0)
        self._reason.setFocus()

    @override
    def proposed(self) -> str:
        """``事件2025-018结案：…（曾慧同意）``."""
        return closing_line(self._view.summary.number, self.reason(), self.leader_name())

    @override
    def carry_out(self) -> CarriesChanges:
        """Writes event and line."""
        actor, incident = self._services.session.require(), self._view.summary.id
        leader = self.leader()
        return self._services.incidents.close(
            actor, incident, self.reason(), entry=self.entry(), leader=leader
        )


class ReopenIncidentDialog(IncidentHeadDialog):
    """重新打开: somebody died later, a report must be corrected; always with its reason."""

    def __init__(
        self, parent: QWidget | None, services: IncidentServices, view: IncidentView
    ) -> None:
        super().__init__(parent, services, view, "reopen")
        words = self.tr("What went out stays as it was; supplements and corrections follow.")
        self.ask_reason(self.tr("Open the incident again"), words)
        self._reason.setFocus()

    @override
    def proposed(self) -> str:
        """``事件2025-018重新打开：…``."""
        return reopening_line(self._view.summary.number, self.reason())

    @override
    def carry_out(self) -> CarriesChanges:
        """Writes the act and its line."""
        actor, incident = self._services.session.require(), self._view.summary.id
        incidents = self._services.incidents
        return incidents.reopen(actor, incident, self.reason(), entry=self.entry())
