"""A follow-up pasted on an incident's page: read, accepted field by field, saved in one act."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot

from safetydesk.domain.incident import BasisKind
from safetydesk.domain.intake import read_message
from safetydesk.domain.intake_follow_up import Known, follow_up_proposals
from safetydesk.domain.intake_proposals import FACT
from safetydesk.ui.dialogs.intake import IntakeDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from safetydesk.domain.incident_record import FactField
    from safetydesk.services.views_incidents import IncidentView
    from safetydesk.ui.dialogs.intake import Taken
    from safetydesk.ui.incident_services import IncidentServices
    from safetydesk.ui.pages.incident_dialogs import IncidentDialogs


class IncidentPasting(QObject):
    """Ctrl+Shift+V on the page; a closed incident takes nothing in."""

    def __init__(self, dialogs: IncidentDialogs, services: IncidentServices) -> None:
        super().__init__(dialogs)
        self._services = services

    @property
    def _dialogs(self) -> IncidentDialogs:
        return cast("IncidentDialogs", self.parent())

    @Slot()
    def paste(self) -> None:
        """Reads what the clipboard holds, or what is pasted into the window."""
        view, services = self._dialogs.view, self._services
        if view is None or view.summary.closed_at is not None:
            return
        known, zone = known_of(view), services.wording.zone
        received_at = services.clock.now()
        dialog = IntakeDialog(
            cast("QWidget", self._dialogs.parent()),
            propose=lambda text: follow_up_proposals(
                read_message(text, received_at, zone), known, zone
            ),
            present={f"{FACT}.{field.value}": words for field, words in known.facts.items()},
        )
        dialog.taken.connect(self._on_taken)
        dialog.open()

    @Slot(object)
    def _on_taken(self, taken: Taken) -> None:
        """What was accepted, with its source, becomes one line of the log and one act."""
        from safetydesk.ui.dialogs.follow_up import FollowUpDialog

        view = self._dialogs.view
        if view is not None:
            page = cast("QWidget", self._dialogs.parent())
            FollowUpDialog(page, self._services, view, taken).show()


def known_of(view: IncidentView) -> Known:
    """What the page shows, for the comparison with a message."""
    occurred = view.bases.get(BasisKind.OCCURRED)
    facts: dict[FactField, str] = {fact.field: fact.value for fact in view.facts}
    return Known(
        numbers=view.summary.casualties,
        numbers_at=view.casualties[-1].as_of if view.casualties else None,
        facts=facts,
        occurred_at=occurred.at if occurred else None,
        flags=frozenset(view.flags),
    )
