"""One's own PIN is changed: the old one proves who asks, the new one is typed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from safetydesk.ui.bus import Notice
from safetydesk.ui.dialogs.basis_dialog import BasisDialog, add_field
from safetydesk.ui.dialogs.handover_read_back import PinLine
from safetydesk.ui.perform import perform
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from safetydesk.domain.people import Person
    from safetydesk.services.people import PeopleService
    from safetydesk.ui.bus import Bus

_WIDTH = 420


class ChangePinDialog(BasisDialog):
    """Whoever holds the desk changes the PIN; nothing typed is kept when it is refused."""

    def __init__(
        self, parent: QWidget | None = None, *, people: PeopleService, person: Person, bus: Bus
    ) -> None:
        super().__init__(parent, width=_WIDTH)
        self.name(self.tr("Change the PIN"))
        self._people, self._person, self._bus = people, person, bus
        self._old, self._new, self._again = PinLine(), PinLine(), PinLine()
        self._new.setPlaceholderText(self.tr("At least six digits, not all alike"))
        self._again.setPlaceholderText("")
        words = self.tr("{name}: signatures and confirmations are proven by this PIN.")
        self.body.addWidget(PlainLabel(words.format(name=person.name), role="sub", wrap=True))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        add_field(grid, 0, 0, self.tr("PIN so far"), self._old)
        add_field(grid, 1, 0, self.tr("New PIN"), self._new)
        add_field(grid, 2, 0, self.tr("New PIN again"), self._again)
        self.body.addLayout(grid)
        for field, following in ((self._old, self._new), (self._new, self._again)):
            field.returnPressed.connect(following.setFocus)
        self._again.returnPressed.connect(self.save)
        self._old.setFocus()

    @override
    @Slot()
    def save(self) -> None:
        """Changes it; the three fields are empty afterwards, whatever came of it."""
        old, new, again = self._old.take(), self._new.take(), self._again.take()
        if new != again:
            self.show_problem(self.tr("The new PIN was typed differently the second time."))
            self._old.setFocus()
            return
        person_id = self._person.id
        outcome = perform(self, lambda: self._people.change_pin(person_id, old, new), bus=self._bus)
        if outcome is None:
            self._old.setFocus()
            return
        self._bus.notice.emit(Notice(self.tr("The PIN is changed.")))
        self.accept()
