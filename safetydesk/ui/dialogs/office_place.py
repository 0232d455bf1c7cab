"""The level and region of the office changed after its founding, with what that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget
from typing_extensions import override

from safetydesk.domain.incident import ActorLevel
from safetydesk.ui.dialogs.basis_dialog import BasisDialog, add_field
from safetydesk.ui.perform import perform
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from safetydesk.services.office_place import OfficePlaceService
    from safetydesk.ui.bus import Bus
    from safetydesk.ui.session import Session

_WIDTH = 620


class OfficePlaceDialog(BasisDialog):
    """Says under the choice what would change and what stays, before anything is saved."""

    def __init__(
        self, parent: QWidget | None, *, place: OfficePlaceService, session: Session, bus: Bus
    ) -> None:
        super().__init__(parent, width=_WIDTH)
        self.name(self.tr("Level and region"))
        self._place, self._session, self._bus = place, session, bus
        self._level, self._district, self._reason = QComboBox(), QLineEdit(), QLineEdit()
        self._effect = PlainLabel(role="sub", wrap=True)
        facts = place.facts()
        for level in ActorLevel:
            self._level.addItem(level.chinese_name, level.value)
        self._level.setCurrentIndex(self._level.findData(facts.level))
        self._district.setText(facts.district)
        self._district.setMaxLength(100)
        self._reason.setMaxLength(300)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, (name, field) in enumerate(
            (
                (self.tr("Level"), self._level),
                (self.tr("Region"), self._district),
                (self.tr("Reason"), self._reason),
            )
        ):
            add_field(grid, row, 0, name, field)
        self.body.addLayout(grid)
        self.body.addWidget(self._effect)
        self._level.currentIndexChanged.connect(self._show_effect)
        self._show_effect()
        self._level.setFocus()

    @override
    @Slot()
    def save(self) -> None:
        """Changes the place, and closes."""
        place, session, level = self._place, self._session, self._chosen()
        done = perform(
            self,
            lambda: place.change(
                session.require(), level, self._district.text(), self._reason.text()
            ),
            bus=self._bus,
        )
        if done is not None:
            self.accept()

    def _chosen(self) -> ActorLevel:
        return ActorLevel.of(str(self._level.currentData()))

    @Slot()
    def _show_effect(self) -> None:
        """What changes with the level, what stays, and what has to be chosen besides."""
        effect = self._place.effect(self._chosen())
        changes = self.tr(
            "For incidents opened from now on {after} rules in use speak to the office "
            "(now {before}); “上一级” is {superior} (now {former})."
        ).format(
            after=effect.rules_after,
            before=effect.rules_before,
            superior=effect.superior_after,
            former=effect.superior_before,
        )
        keeps = self.tr(
            "The {count} open incidents stay those of the level they were opened at: what is "
            "running keeps its term, recipient and text, and closed ones are not touched."
        ).format(count=effect.kept)
        packs = self.tr(
            "The rules of a region are its rule pack: take the right one into use (Ctrl+U) and the "
            "other out of it."
        )
        self._effect.setText("\n".join((changes, keeps, packs)))
