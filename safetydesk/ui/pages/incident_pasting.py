"""A follow-up pasted on an incident's page: read, accepted field by field, saved in one act."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from safetydesk.domain.incident import BasisKind
from safetydesk.domain.intake import read_message
from safetydesk.domain.intake_follow_up import Known, follow_up_proposals
from safetydesk.domain.intake_proposals import FACT
from safetydesk.ui.dialogs.intake import IntakeDialog

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from safetydesk.domain.incident_record import FactField
    from safetydesk.domain.intake_proposals import Proposal
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

    @property
    def is_kept(self) -> bool:
        """Whether something accepted before waits for being taken in."""
        return bool(self._kept_keys())

    @Slot()
    def paste(self) -> None:
        """Reads what the clipboard holds; a message that was left half way comes back as it was."""
        text = QApplication.clipboard().text()
        kept = self._services.drafts.find_form(self._key(text))
        if kept:
            self._open(kept)
        elif self.is_kept and not self._proposals(text, self._services.clock.now()):
            self.resume()
        else:
            self._open({})

    @Slot()
    def resume(self) -> None:
        """Goes on with the message that was left last."""
        keys = self._kept_keys()
        if keys:
            self._open(self._services.drafts.find_form(keys[-1]))

    def _open(self, kept: dict[str, Any]) -> None:
        view, services = self._dialogs.view, self._services
        if view is None or view.summary.closed_at is not None:
            return
        received_at = services.clock.now()
        known = known_of(view)
        dialog = IntakeDialog(
            cast("QWidget", self._dialogs.parent()),
            propose=lambda text: self._proposals(text, received_at),
            present={f"{FACT}.{field.value}": words for field, words in known.facts.items()},
            text=str(kept.get("text", "")),
            accepted=str(kept["targets"]).split("\t") if kept else None,
        )
        dialog.taken.connect(self._on_taken)
        dialog.open()

    def _proposals(self, text: str, received_at: datetime) -> Sequence[Proposal]:
        view, zone = self._dialogs.view, self._services.wording.zone
        if view is None:
            return ()
        return follow_up_proposals(read_message(text, received_at, zone), known_of(view), zone)

    @Slot(object)
    def _on_taken(self, taken: Taken) -> None:
        """What was accepted becomes one line and one act; it is kept until that is saved."""
        from safetydesk.ui.dialogs.follow_up import FollowUpDialog

        view, drafts = self._dialogs.view, self._services.drafts
        if view is None:
            return
        key = self._key(taken.text)
        targets = "\t".join(item.target for item in taken.proposals)
        drafts.keep_form(key, {"text": taken.text, "targets": targets})
        page = cast("QWidget", self._dialogs.parent())
        dialog = FollowUpDialog(page, self._services, view, taken)

        def forget(_saved: object) -> None:
            drafts.forget(key)

        dialog.saved.connect(forget)
        dialog.show()

    def _key(self, text: str) -> str:
        return f"{self._prefix}{zlib.crc32(text.encode()):08x}"

    def _kept_keys(self) -> list[str]:
        return self._services.drafts.keys(self._prefix) if self._dialogs.view else []

    @property
    def _prefix(self) -> str:
        view = self._dialogs.view
        return f"incident:{view.summary.id if view else 0}:pasted:"


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
