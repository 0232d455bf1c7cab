"""What the desk did about a warning: told the leader, forwarded it, reported, noted its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from safetydesk.domain.log import EntryKind
from safetydesk.domain.warning import WarningStepKind
from safetydesk.services.views_warnings import SYSTEM, NewStep
from safetydesk.ui.dialogs.act_dialog import ActDialog
from safetydesk.ui.widgets.leader_combo import LeaderCombo

if TYPE_CHECKING:
    from safetydesk.services.views_warnings import WarningView
    from safetydesk.ui.perform import CarriesChanges
    from safetydesk.ui.warning_services import WarningServices

MEANS = ("电话", "系统", "当面", "短信", "工作群", "传真", "文件")
_NEEDS_WORDS = frozenset({WarningStepKind.LAPSED, WarningStepKind.WITHDRAWN})
_ROWS = 176


class WarningStepDialog(ActDialog):
    """One act of one kind; the service words its line in the log."""

    def __init__(
        self,
        parent: QWidget | None,
        services: WarningServices,
        view: WarningView,
        kind: WarningStepKind,
    ) -> None:
        around = services.around
        key = f"warning:{view.warning.id}:{kind.value}"
        super().__init__(parent, around, draft_key=key, kind=EntryKind.WARNING)
        self._warnings, self._view, self._kind = services.warnings, view, kind
        self.hide_entry()
        self.setWindowTitle(f"{view.warning.number} {kind.chinese_name}")
        self._to, self._words = QLineEdit(), QLineEdit()
        self._leader: LeaderCombo | None = None
        self._groups: QListWidget | None = None
        self._at = self.time_field(ours=True)
        self._means = QComboBox()
        self._means.setEditable(True)
        self._means.addItems(list(MEANS))
        if _is_forward(kind):
            self._means.setCurrentText(SYSTEM)
        self._add_whom()
        self.add_field("at", self.tr("At"), self._at)
        if kind not in _NEEDS_WORDS:
            self.add_field("means", self.tr("How"), self._means)
        words = self.tr("Reason") if kind in _NEEDS_WORDS else self.tr("Words")
        self.add_field("words", words, self._words)
        self.bring_back()
        self._begin().setFocus()

    def _begin(self) -> QWidget:
        """The field in which work begins."""
        if self._leader is not None:
            return self._leader
        if self._groups is not None:
            return self._groups
        return self._words if self._kind in _NEEDS_WORDS else self._to

    @override
    def carry_out(self) -> CarriesChanges:
        """Writes step and line."""
        services = self._services
        units = self._chosen_units()
        step = NewStep(
            self._kind,
            to_whom=self._leader.currentText() if self._leader else self._to.text(),
            means="" if self._kind in _NEEDS_WORDS else self._means.currentText(),
            units=units,
            text=self._words.text(),
            at=min(self.instant(self._at), services.clock.now()),
        )
        return self._warnings.record(services.session.require(), self._view.warning.id, step)

    def _add_whom(self) -> None:
        """To whom: the leader on duty, groups of the directory, those without a receipt, a name."""
        kind = self._kind
        if kind is WarningStepKind.LEADER_TOLD:
            self._leader = LeaderCombo(self._services.people)
            self._leader.prefer(self._services.leader_on_duty())
            self.add_field("leader", self.tr("Leader"), self._leader)
        elif kind in (WarningStepKind.FORWARDED, WarningStepKind.RECEIPT):
            self._groups = self._choices()
            self.add_row(self.tr("Groups") if _is_forward(kind) else self.tr("Units"), self._groups)
            self.add_field("to", self.tr("To whom"), self._to)
        elif kind is WarningStepKind.REPORTED:
            self.add_field("to", self.tr("To whom"), self._to)

    def _choices(self) -> QListWidget:
        """What can be ticked: groups with their units, or the units that have not signed."""
        made = QListWidget()
        made.setFixedHeight(_ROWS)
        if _is_forward(self._kind):
            given = [
                (self.tr("{name} ({n} units)").format(name=one.name, n=len(one.units)), one.units)
                for one in self._warnings.forward_groups()
            ]
        else:
            warning = self._view.warning
            waiting = warning.no_receipt(warning.newest)
            given = [(unit, (unit,)) for unit in waiting]
        for text, units in given:
            item = QListWidgetItem(text, made)
            item.setData(Qt.ItemDataRole.UserRole, list(units))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        made.itemChanged.connect(self._on_chosen)
        return made

    def _ticked(self) -> list[QListWidgetItem]:
        """The items that are ticked."""
        listed = self._groups
        if listed is None:
            return []
        items = [listed.item(row) for row in range(listed.count())]
        return [one for one in items if one.checkState() is Qt.CheckState.Checked]

    def _chosen_units(self) -> tuple[str, ...]:
        """The units of everything that is ticked, each once."""
        found = (str(unit) for one in self._ticked() for unit in one.data(Qt.ItemDataRole.UserRole))
        return tuple(dict.fromkeys(found))

    @Slot()
    def _on_chosen(self) -> None:
        """Names what is ticked; the words may still be changed."""
        names = [one.text().partition(" (")[0] for one in self._ticked()]
        count = len(self._chosen_units())
        said = "、".join(names)
        self._to.setText(f"{said}（{count}个单位）" if said and _is_forward(self._kind) else said)


def _is_forward(kind: WarningStepKind) -> bool:
    return kind is WarningStepKind.FORWARDED
