"""Who could take the duty of the finding selected: two or three names, each with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from safetydesk.domain.fair_shares import FairKind
from safetydesk.domain.roster_draft import DraftRule
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from safetydesk.services.views_findings import Suggestion, Suggestions

_MOST = 3


class SuggestionBox(QFrame):
    """``taken`` carries the id of whoever is to serve: a click, or the key 1, 2 or 3.

    The keys work wherever the cursor stands within ``scope``.
    """

    taken = Signal(int)

    def __init__(self, scope: QWidget) -> None:
        super().__init__(scope)
        self.setProperty("kind", "panel")
        self._people: tuple[Suggestion, ...] = ()
        self._title = PlainLabel(role="sub", wrap=True)
        self._buttons = [KeyButton(key=str(place + 1)) for place in range(_MOST)]
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 10)
        column.setSpacing(6)
        column.addWidget(self._title)
        for place, button in enumerate(self._buttons):
            button.setProperty("align", "start")
            button.setProperty("place", place)
            button.clicked.connect(self._on_clicked)
            column.addWidget(button)
            shortcut = QShortcut(QKeySequence(str(place + 1)), scope)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
        self.clear()

    @property
    def people(self) -> tuple[Suggestion, ...]:
        """Who is offered."""
        return self._people

    def clear(self) -> None:
        """Nothing is selected for which anybody could be named."""
        self._show((), "")

    def show_suggestions(self, found: Suggestions, *, writable: bool) -> None:
        """Names people; where nobody is free, says why not."""
        if found.people:
            self._show(found.people, self.tr("Who could serve, by fairness and rest"))
        else:
            told = "、".join(f"{self._rule(rule)} {count}" for rule, count in found.barred)
            nobody = self.tr("Nobody is free.")
            self._show((), f"{nobody} {told}".strip())
        for button in self._buttons:
            button.setEnabled(writable)

    def _show(self, people: tuple[Suggestion, ...], title: str) -> None:
        self._people = people
        self._title.setText(title)
        self.setVisible(bool(title))
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(people))
            if place < len(people):
                button.setText(self._words(people[place]))

    def _words(self, one: Suggestion) -> str:
        """The name and what speaks for her or him."""
        parts = [self.tr("{count} this month").format(count=one.month)]
        if one.apart is not None:
            parts.append(self.tr("{days} days apart").format(days=one.apart))
        if one.kind in {FairKind.STATUTORY, FairKind.SPRING_FESTIVAL}:
            parts.append(self.tr("statutory {count} in a year").format(count=one.of_kind))
        if one.unwanted:
            parts.append(self.tr("would rather not"))
        return f"{one.name}  {' · '.join(parts)}"

    def _rule(self, rule: DraftRule) -> str:
        return {
            DraftRule.POST: self.tr("not for this post"),
            DraftRule.UNTRAINED: self.tr("not trained"),
            DraftRule.NEW_ALONE: self.tr("new, not alone"),
            DraftRule.LEAVE: self.tr("away"),
            DraftRule.ELSEWHERE: self.tr("on duty then or close to it"),
            DraftRule.REST: self.tr("must rest"),
            DraftRule.WOMEN_BY_DAY: self.tr("by day only"),
            DraftRule.PARTNER: self.tr("tied to a partner"),
            DraftRule.MENTOR: self.tr("tied to a mentor"),
        }.get(rule, self.tr("no nights"))

    @Slot()
    def _on_clicked(self) -> None:
        place = int(self.sender().property("place"))
        if place < len(self._people):
            self.taken.emit(self._people[place].person_id)
