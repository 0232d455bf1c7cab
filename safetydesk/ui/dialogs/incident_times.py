"""Times of an incident: correcting a basis with its evidence, and what has come to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from safetydesk.domain.incident import CORRECTABLE, BasisKind
from safetydesk.domain.incident_entries import (
    correction_line,
    extinguished_line,
    rescue_ended_line,
)
from safetydesk.domain.log import EntryKind
from safetydesk.ui.dialogs.act_dialog import ActDialog
from safetydesk.ui.qt_time import show_instant

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.services.views_incidents import IncidentView
    from safetydesk.ui.incident_services import IncidentServices
    from safetydesk.ui.perform import CarriesChanges


class CorrectTimeDialog(ActDialog):
    """更正时间: the former time stays as history, every limit is computed anew.

    A time that nobody knew until now is recorded as the first of its kind.
    """

    def __init__(
        self, parent: QWidget | None, services: IncidentServices, view: IncidentView
    ) -> None:
        super().__init__(
            parent,
            services,
            draft_key=f"incident:{view.summary.id}:correction",
            kind=EntryKind.INCOMING_CALL,
        )
        self._view = view
        self.setWindowTitle(self.tr("Correct a time"))
        self.show_effect(
            self.tr("Limits are computed anew; the former time and the former limits stay visible.")
        )
        self._kinds = [kind for kind in BasisKind if kind in CORRECTABLE]
        self._kind = QComboBox()
        words = self.tr("{basis} time")
        self._kind.addItems([words.format(basis=kind.chinese_name) for kind in self._kinds])
        self._right = self.time_field(self._former())
        self._evidence = QLineEdit()
        self._evidence.setPlaceholderText(self.tr("What shows it: recording, statement, document"))
        self.add_field("kind", self.tr("Time"), self._kind)
        self.add_field("right", self.tr("Right time"), self._right)
        self.add_field("evidence", self.tr("Evidence"), self._evidence)
        self.bring_back()
        self._right.setFocus()

    def choose(self, basis: BasisKind) -> None:
        """Corrects this time; one that cannot be corrected leaves the choice as it is."""
        if basis in self._kinds:
            self._kind.setCurrentIndex(self._kinds.index(basis))
            former = self._former()
            if former is not None:
                show_instant(self._right, former, self._services.wording.zone)

    @override
    def proposed(self) -> str:
        """``事发时间更正为10时03分（原报10时05分）``."""
        source, zone = self._evidence.text().strip(), self._services.wording.zone
        right, written_at = self.instant(self._right), self.instant(self._form.entry_at_edit)
        return correction_line(
            self._basis, self._former(), right, source, written_at=written_at, zone=zone
        )

    @override
    def carry_out(self) -> CarriesChanges:
        """Writes correction and line."""
        services = self._services
        incidents = services.incidents
        verb = incidents.note_time if self._former() is None else incidents.correct
        return verb(
            services.session.require(),
            self._view.summary.id,
            self._basis,
            self.instant(self._right),
            source=self._evidence.text(),
            entry=self.entry(),
        )

    @property
    def _basis(self) -> BasisKind:
        return self._kinds[max(0, self._kind.currentIndex())]

    def _former(self) -> datetime | None:
        """The time as it stands."""
        record = self._view.bases.get(self._basis)
        return record.at if record else None


class MilestoneDialog(ActDialog):
    """现场搜救结束, or 明火扑灭: since when, and who says so."""

    def __init__(
        self,
        parent: QWidget | None,
        services: IncidentServices,
        view: IncidentView,
        basis: BasisKind,
    ) -> None:
        super().__init__(
            parent,
            services,
            draft_key=f"incident:{view.summary.id}:{basis.value}",
            kind=EntryKind.INCOMING_CALL,
        )
        self._view, self._basis = view, basis
        ended = basis is BasisKind.RESCUE_ENDED
        self.setWindowTitle(self.tr("Rescue has ended") if ended else self.tr("Fire is out"))
        if ended:
            self.show_effect(self.tr("Follow-up reports are no longer owed from this time on."))
        self._at = self.time_field()
        self._source = QLineEdit()
        self.add_field("at", self.tr("Since"), self._at)
        self.add_field("source", self.tr("Source"), self._source)
        self.bring_back()
        self._at.setFocus()

    @override
    def proposed(self) -> str:
        """``现场指挥部：17时30分现场搜救结束``."""
        line = rescue_ended_line if self._basis is BasisKind.RESCUE_ENDED else extinguished_line
        at, zone = self.instant(self._at), self._services.wording.zone
        return line(at, self._source.text().strip(), self.instant(self._form.entry_at_edit), zone)

    @override
    def carry_out(self) -> CarriesChanges:
        """Writes event and line."""
        services = self._services
        incidents = services.incidents
        ended = self._basis is BasisKind.RESCUE_ENDED
        verb = incidents.rescue_ended if ended else incidents.extinguished
        return verb(
            services.session.require(),
            self._view.summary.id,
            self.instant(self._at),
            source=self._source.text().strip(),
            entry=self.entry(),
        )
