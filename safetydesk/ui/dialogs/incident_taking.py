"""What a new incident takes from a pasted message beyond its fields, kept with the draft."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from safetydesk.domain.intake import Intake, read_message
from safetydesk.domain.intake_proposals import (
    FACT,
    FLAG,
    NUMBER,
    facts_of,
    incident_proposals,
    numbers_of,
)

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from safetydesk.domain.incident import Casualties
    from safetydesk.domain.incident_record import FactField
    from safetydesk.domain.intake_proposals import Proposal

_BEYOND = (f"{NUMBER}.", f"{FACT}.")


class IncidentTaking(QObject):
    """Holds the original and the targets taken in hidden fields, so that a draft keeps them."""

    changed = Signal()

    def __init__(self, parent: QWidget, zone: ZoneInfo) -> None:
        super().__init__(parent)
        self._zone = zone
        self.original = QPlainTextEdit(parent)
        self.targets = QLineEdit(parent)
        self.pasted_at = QLineEdit(parent)
        for field in (self.original, self.targets, self.pasted_at):
            field.hide()

    def take(self, text: str, proposals: Sequence[Proposal], received_at: datetime) -> None:
        """Notes what was accepted."""
        self.pasted_at.setText(received_at.isoformat())
        self.targets.setText("\t".join(item.target for item in proposals))
        self.original.setPlainText(text)
        self.changed.emit()

    def read(self, text: str, received_at: datetime) -> Intake:
        """The message as read at its receipt."""
        return read_message(text, received_at, self._zone)

    def proposals(self, text: str, received_at: datetime) -> tuple[Proposal, ...]:
        """What a message proposes."""
        return incident_proposals(self.read(text, received_at), self._zone)

    @property
    def text(self) -> str:
        """The pasted words."""
        return self.original.toPlainText()

    @property
    def facts(self) -> tuple[tuple[FactField, str], ...]:
        """The facts in words that were accepted."""
        return facts_of(self._beyond())

    def words(self) -> str:
        """What goes with the incident, in a line: 死亡1人、措施：…."""
        parts = [
            f"{item.label}{item.shown}"
            if item.target.startswith(f"{NUMBER}.")
            else f"{item.label}：{item.shown}"
            for item in self._beyond()
        ]
        return "；".join(parts)

    def numbers(self, now: datetime, source: str) -> Casualties | None:
        """The row of the casualty table; its time is that for which the message gives it."""
        beyond = self._beyond()
        if not beyond:
            return None
        as_of = self.read(self.text, self._received).times.as_of
        time = min(as_of.at if as_of else self._received, now)
        return numbers_of(beyond, time, max(time, min(self._received, now)), source)

    @property
    def _received(self) -> datetime:
        return datetime.fromisoformat(self.pasted_at.text())

    def _beyond(self) -> list[Proposal]:
        """The accepted proposals for which the window has no field."""
        if not self.text or not self.pasted_at.text():
            return []
        wanted = set(self.targets.text().split("\t"))
        return [
            item
            for item in self.proposals(self.text, self._received)
            if item.target in wanted and item.target.startswith(_BEYOND)
        ]


def flag_of(proposal: Proposal) -> str:
    """The circumstance a proposal names; empty for every other."""
    prefix = f"{FLAG}."
    named = proposal.target.startswith(prefix)
    return proposal.target.removeprefix(prefix) if named else ""
