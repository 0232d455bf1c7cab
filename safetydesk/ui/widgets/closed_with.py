"""Which matter is done with an act: the open ones to choose from, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safetydesk.services.views_matters import MatterView

_LETTERS = 24


class ClosedWith(QComboBox):
    """Proposes the matter that names somebody, until the person chooses."""

    def __init__(
        self, matters: Sequence[MatterView], none: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._matters: tuple[MatterView, ...] = ()
        self._chosen = False
        self.addItem(none, None)
        self.set_matters(matters)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._on_chosen)

    def set_matters(self, matters: Sequence[MatterView]) -> None:
        """Offers other matters; what was chosen of those before is forgotten."""
        if [one.id for one in matters] == [one.id for one in self._matters]:
            return
        self._matters, self._chosen = tuple(matters), False
        while self.count() > 1:
            self.removeItem(self.count() - 1)
        for matter in self._matters:
            self.addItem(f"{matter.number} {matter.title}", matter.id)

    def matter_id(self) -> int | None:
        """The matter chosen; None where nothing is done with the act, or nothing was offered."""
        found = None if self.isHidden() else self.currentData()
        return found if isinstance(found, int) else None

    def prefer(self, names: Sequence[str]) -> None:
        """Proposes the one matter that names one of these offices; two that do propose nothing."""
        if self._chosen:
            return
        named = [
            place
            for place, matter in enumerate(self._matters, start=1)
            if any(name and name in f"{matter.title}{matter.owner}" for name in names)
        ]
        self.setCurrentIndex(named[0] if len(named) == 1 else 0)

    @Slot()
    def _on_chosen(self) -> None:
        self._chosen = True
