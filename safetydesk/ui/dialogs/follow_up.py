"""The follow-up as it goes into the incident: who sent it, what was accepted, its line."""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from safetydesk.domain.intake import read_message
from safetydesk.domain.intake_follow_up import OCCURRED, SOURCE
from safetydesk.domain.intake_proposals import (
    FLAG,
    NUMBER,
    TimeProposed,
    facts_of,
    numbers_of,
)
from safetydesk.domain.log import EntryKind
from safetydesk.ui.dialogs.act_dialog import ActDialog

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.incident import Casualties
    from safetydesk.services.views_incidents import IncidentView
    from safetydesk.ui.dialogs.intake import Taken
    from safetydesk.ui.incident_services import IncidentServices
    from safetydesk.ui.perform import CarriesChanges


class FollowUpDialog(ActDialog):
    """A number that falls asks for its reason; the message itself is kept as a line of its own."""

    def __init__(
        self, parent: QWidget | None, services: IncidentServices, view: IncidentView, taken: Taken
    ) -> None:
        super().__init__(
            parent,
            services,
            draft_key=f"incident:{view.summary.id}:follow:{zlib.crc32(taken.text.encode()):08x}",
            kind=EntryKind.SITE_FEEDBACK,
        )
        self._view, self._taken = view, taken
        self._received_at: datetime = self._draft.begun_at
        self.setWindowTitle(self.tr("Take in a follow-up"))
        said = next((item for item in taken.proposals if item.target == SOURCE), None)
        news = (item for item in taken.proposals if item is not said)
        self.show_effect("\n".join(f"{item.label}  {item.shown}" for item in news))
        self._source, self._reason = QLineEdit(), QLineEdit()
        self._reason.setPlaceholderText(self.tr("Why there are fewer than before"))
        self.add_field("source", self.tr("Sent by"), self._source)
        self.add_field("reason", self.tr("Reason"), self._reason)
        self._form.fields.setRowVisible(self._reason, self._falls())
        self._source.setText(said.shown if said else "")
        self.bring_back()
        self._received_at = self._draft.begun_at
        self._source.setFocus()

    @override
    def proposed(self) -> str:
        """``区应急管理局续报：死亡3人（原1人）；现场情况：…``."""
        source = self._source.text().strip()
        news = [
            f"{item.label}{item.shown}"
            if item.target.startswith(f"{NUMBER}.")
            else f"{item.label}：{item.shown}"
            for item in self._taken.proposals
            if item.target != SOURCE
        ]
        return f"{source}续报：{'；'.join(news)}" if source and news else ""

    @override
    def carry_out(self) -> CarriesChanges:
        """Writes everything that was accepted, the line and the message."""
        from safetydesk.services.incident_following import FollowUp

        services, taken = self._services, self._taken.proposals
        times = (item.value for item in taken if item.target == OCCURRED)
        occurred = next((value.at for value in times if isinstance(value, TimeProposed)), None)
        said = FollowUp(
            source=self._source.text().strip(),
            received_at=self._received_at,
            numbers=self._numbers(),
            facts=facts_of(taken),
            occurred_at=occurred,
            flags=tuple(str(item.value) for item in taken if item.target.startswith(f"{FLAG}.")),
            original=self._taken.text,
        )
        actor = services.session.require()
        return services.incidents.follow_up(actor, self._view.summary.id, said, self.entry())

    def _numbers(self) -> Casualties | None:
        """The row of the casualty table, as of the time that the message gives."""
        made = self._said()
        reason = self._reason.text().strip() if self._falls() else ""
        return replace(made, reason=reason) if made is not None else None

    def _said(self) -> Casualties | None:
        zone, received_at = self._services.wording.zone, self._received_at
        as_of = read_message(self._taken.text, received_at, zone).times.as_of
        time = min(as_of.at if as_of else received_at, received_at)
        source = self._source.text().strip()
        return numbers_of(self._taken.proposals, time, received_at, source)

    def _falls(self) -> bool:
        """Whether the dead, or everybody together, become fewer than before."""
        before, said = self._view.summary.casualties, self._said()
        if said is None:
            return False
        after = before.after(said)
        fewer = after.sum_of_people() < before.sum_of_people()
        return fewer or after.number("dead") < before.number("dead")
