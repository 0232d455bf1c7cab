"""The choice among the people who may sign, or review: leaders, or everybody but the writer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from safetydesk.domain.access import ROLE_PERMISSIONS, Permission, Role

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


class ReviewerCombo(QComboBox):
    """Names of those who may review; ``leave_out`` names the writer, who may not."""

    def __init__(self, people: PeopleService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = [
            (person.id, person.name)
            for person in people.all()
            if any(Permission.REPORT_REVIEW in ROLE_PERMISSIONS[role] for role in person.roles)
        ]
        self._left_out: str | None = None
        self.leave_out("")

    def person_id(self) -> int:
        """Who is chosen; 0 when nobody can be."""
        return int(self.currentData() or 0)

    def leave_out(self, name: str) -> None:
        """Offers everybody but one; a choice made stays while the same one is left out."""
        if name == self._left_out:
            return
        self._left_out = name
        self.clear()
        for person_id, other in self._people:
            if other != name:
                self.addItem(other, person_id)
