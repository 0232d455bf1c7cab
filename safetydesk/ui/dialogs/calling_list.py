"""The call list before it is made: who is proposed, what is left out, who is added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from safetydesk.domain.calling import Callee
from safetydesk.domain.calling_list import NewLine
from safetydesk.domain.log import EntryKind
from safetydesk.ui.dialogs.act_dialog import ActDialog
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import plain_tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safetydesk.services.views_warnings import WarningView
    from safetydesk.ui.perform import CarriesChanges
    from safetydesk.ui.warning_services import WarningServices

_ROWS = 320


class CallingListDialog(ActDialog):
    """``saved`` carries the list that was made."""

    def __init__(
        self, parent: QWidget | None, services: WarningServices, view: WarningView
    ) -> None:
        key = f"warning:{view.warning.id}:calling"
        super().__init__(
            parent, services.around, draft_key=key, kind=EntryKind.CALL_AND_ACKNOWLEDGE
        )
        self._callings, self._view = services.callings, view
        self.hide_entry()
        self.setWindowTitle(self.tr("Call list of {title}").format(title=view.warning.title))
        words = self.tr(
            "Proposed by area and role; who does not answer gives way to the next on the line."
        )
        self.show_effect(words)
        self._lines: list[NewLine] = []
        self._list = QListWidget()
        self._list.setFixedHeight(_ROWS)
        self._target, self._name, self._number = QLineEdit(), QLineEdit(), QLineEdit()
        self.add_row(self.tr("To call"), self._list)
        self._add_own()
        self.setMinimumWidth(760)
        self._offer(services.callings.propose(view.warning.id))
        self._list.setFocus()

    @override
    def carry_out(self) -> CarriesChanges:
        """Makes the list of what is ticked."""
        chosen = [
            self._lines[row]
            for row in range(self._list.count())
            if self._list.item(row).checkState() is Qt.CheckState.Checked
        ]
        actor = self._services.session.require()
        return self._callings.make(actor, self._view.warning.id, chosen)

    def _offer(self, lines: Sequence[NewLine]) -> None:
        """Adds lines, ticked."""
        for line in lines:
            self._lines.append(line)
            first, *others = line.ladder
            own = f"{first.name} {first.number}".strip()
            ladder = " → ".join([own, *(_named(callee) for callee in others)])
            item = QListWidgetItem(f"{line.target}　{ladder}", self._list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setToolTip(plain_tooltip(ladder))
        count = self._list.count()
        self._list.setAccessibleDescription(self.tr("{n} lines").format(n=count))

    def _add_own(self) -> None:
        """Fields for somebody who is not proposed."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        for field, words in (
            (self._target, self.tr("Whom: unit and role")),
            (self._name, self.tr("Name")),
            (self._number, self.tr("Number")),
        ):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
            line.addWidget(field, 2 if field is self._target else 1)
        add = KeyButton(self.tr("Add"), icon="add")
        add.setAutoDefault(False)
        add.clicked.connect(self._on_add)
        self._number.returnPressed.connect(self._on_add)
        line.addWidget(add)
        self.add_row(self.tr("Also"), row)

    @Slot()
    def _on_add(self) -> None:
        """One more line from the fields."""
        target, number = self._target.text().strip(), self._number.text().strip()
        if not target or not number:
            self.show_problem(self.tr("Say whom to call and by which number."))
            return
        self.show_problem("")
        callee = Callee(target, self._name.text().strip(), number)
        self._offer([NewLine(target, "", (callee,))])
        for field in (self._target, self._name, self._number):
            field.clear()
        self._target.setFocus()


def _named(callee: Callee) -> str:
    """``镇长姜梦瑶 19900020112``."""
    return f"{callee.role}{callee.name} {callee.number}".strip()
