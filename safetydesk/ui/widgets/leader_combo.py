"""The choice among the people who may sign: the leaders of the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from safetydesk.domain.access import Role

if TYPE_CHECKING:
    from safetydesk.services.people import PeopleService


class LeaderCombo(QComboBox):
    """Names of the leaders; ``prefer`` chooses the one on duty."""

    def __init__(self, people: PeopleService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        leaders = [person for person in people.all() if Role.LEADER in person.roles]
        self._ids = [person.id for person in leaders]
        self.addItems([person.name for person in leaders])

    def person_id(self) -> int:
        """Who is chosen; 0 when nobody can be."""
        place = self.currentIndex()
        return self._ids[place] if place >= 0 else 0

    def prefer(self, name: str) -> None:
        """Chooses somebody by name, where the name is there."""
        place = self.findText(name)
        if name and place >= 0:
            self.setCurrentIndex(place)
