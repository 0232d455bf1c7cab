"""Says that a swap empties the standby post, and offers who stands by instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from safetydesk.services.views_swaps import StandbyLeft
    from safetydesk.ui.wording import Wording

_MOST = 6


class StandbyChoice(QWidget):
    """Hidden while nobody leaves the standby post."""

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._words = PlainLabel(role="sub", tone="o", wrap=True)
        self._who = QComboBox()
        self._who.setAccessibleName(self.tr("Stands by instead"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self._who)
        self.hide()

    def show_left(self, name: str, left: Sequence[StandbyLeft]) -> None:
        """What somebody leaves; the first who is free at all these times is proposed."""
        self.setVisible(bool(left))
        self._who.clear()
        if not left:
            return
        turns = "、".join(
            f"{one.turn.label} {self._wording.span(one.turn.start, one.turn.end)}" for one in left
        )
        told = self.tr("{name} leaves {turns}; stands by instead:")
        self._words.setText(told.format(name=name, turns=turns))
        always = frozenset(row[0] for row in left[0].instead).intersection(
            *(frozenset(row[0] for row in one.instead) for one in left[1:])
        )
        for person, who, count in left[0].instead:
            if person in always and self._who.count() < _MOST:
                words = self.tr("{name} ({count} this month)").format(name=who, count=count)
                self._who.addItem(words, person)
        self._who.addItem(self.tr("nobody: the post stays empty"), None)

    def chosen(self) -> int | None:
        """Who stands by instead; None for nobody, or where nothing is left."""
        person = self._who.currentData()
        return int(person) if person is not None and not self.isHidden() else None
