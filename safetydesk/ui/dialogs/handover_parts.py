"""The parts of the sheet beside the matters: what may happen, notes, things, two log lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from safetydesk.ui.dialogs.kept_fields import KeptLine, KeptText
from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from safetydesk.domain.handover import HandoverContent
    from safetydesk.services.views_handover import HandoverView

_LABEL, _CASE, _TALL = 84, 150, 52


class ContingencyCard(Card):
    """What may happen in the next shift and what then; one empty row is always free."""

    left = Signal()
    rows_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._rows: list[tuple[KeptLine, KeptLine]] = []
        self._given: tuple[tuple[str, str], ...] | None = None
        self._column = QVBoxLayout()
        self._column.setContentsMargins(12, 8, 12, 10)
        self._column.setSpacing(6)
        self.body.addLayout(self._column)

    def show_view(self, view: HandoverView) -> None:
        """Shows the rows that are saved."""
        saved = view.handover.content.contingencies
        self.set_title(self.tr("What may happen and what then"))
        self.set_count(len(saved))
        self._want_rows(len(saved) + 1)
        for number, (case, response) in enumerate(self._rows):
            pair = saved[number] if number < len(saved) else ("", "")
            for field, text in zip((case, response), pair, strict=True):
                if saved == self._given:  # our own rows, moved up over the empty ones
                    field.settle(text)
                else:
                    field.show_saved(text)
        self._given = None

    def written(self, content: HandoverContent) -> HandoverContent:
        """The content with the rows that stand here; empty ones are left out."""
        rows = ((case.text().strip(), answer.text().strip()) for case, answer in self._rows)
        self._given = tuple(row for row in rows if any(row))
        return replace(content, contingencies=self._given)

    def _want_rows(self, count: int) -> None:
        """Makes room; rows that became empty stay free."""
        made = len(self._rows) < count
        while len(self._rows) < count:
            number = len(self._rows)
            case, response = KeptLine(f"case:{number}"), KeptLine(f"response:{number}")
            case.setPlaceholderText(self.tr("What may happen"))
            response.setPlaceholderText(self.tr("What is done then, whom to call"))
            case.setAccessibleName(self.tr("What may happen"))
            response.setAccessibleName(self.tr("What is done then"))
            case.setFixedWidth(_CASE)
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(case)
            row.addWidget(response, 1)
            self._column.addLayout(row)
            self._rows.append((case, response))
            for field in (case, response):
                field.left.connect(self.left)
        if made:
            self.rows_changed.emit()


class NotesCard(Card):
    """Instructions, whereabouts of the leaders, warnings and responses in force."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._texts = {name: KeptText(f"text:{name}") for name in _NOTES}
        labels = {
            "instructions": self.tr("Instructions"),
            "whereabouts": self.tr("Leaders"),
            "warnings": self.tr("Warnings"),
        }
        grid = QGridLayout()
        grid.setContentsMargins(16, 8, 12, 10)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for place, (name, text) in enumerate(self._texts.items()):
            label = PlainLabel(labels[name], role="label")
            label.setFixedWidth(_LABEL)
            text.setFixedHeight(_TALL)
            text.setAccessibleName(labels[name])
            grid.addWidget(label, place, 0)
            grid.addWidget(text, place, 1)
            text.left.connect(self.left)
        self.body.addLayout(grid)

    def show_view(self, view: HandoverView) -> None:
        """Shows what is saved."""
        self.set_title(self.tr("Instructions, whereabouts, warnings"))
        for name, text in self._texts.items():
            text.show_saved(str(getattr(view.handover.content, name)))

    def written(self, content: HandoverContent) -> HandoverContent:
        """The content with the texts that stand here."""
        said = {name: text.toPlainText().strip() for name, text in self._texts.items()}
        return replace(
            content,
            instructions=said["instructions"],
            whereabouts=said["whereabouts"],
            warnings=said["warnings"],
        )


class ThingsCard(Card):
    """Equipment with its state and the things counted: keys, seals, vehicles."""

    left = Signal()
    rows_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._states: list[tuple[str, KeptLine]] = []
        self._counts: list[tuple[str, QSpinBox]] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(16, 8, 12, 10)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(2, 1)
        self.body.addLayout(self._grid)

    def show_view(self, view: HandoverView) -> None:
        """Shows what is saved; the list itself is the office's."""
        content = view.handover.content
        self.set_title(self.tr("Equipment and things"))
        if not self._states and not self._counts:
            self._build(content)
        for (_, state), (_, saved) in zip(self._states, content.equipment, strict=False):
            state.show_saved(saved)
        for (_, count), (_, number) in zip(self._counts, content.hand_items, strict=False):
            if not count.hasFocus():
                count.setValue(number)

    def written(self, content: HandoverContent) -> HandoverContent:
        """The content with the states and counts that stand here."""
        return replace(
            content,
            equipment=tuple((name, state.text().strip()) for name, state in self._states),
            hand_items=tuple((name, count.value()) for name, count in self._counts),
        )

    def _build(self, content: HandoverContent) -> None:
        for number, (name, _) in enumerate(content.equipment):
            state = KeptLine(f"state:{number}")
            state.setAccessibleName(self.tr("State of {thing}").format(thing=name))
            state.left.connect(self.left)
            self._states.append((name, state))
            self._place(number, name, state)
        for number, (name, _) in enumerate(content.hand_items, start=len(self._states)):
            count = QSpinBox()
            count.setRange(0, 999)
            count.setAccessibleName(self.tr("Number of {thing}").format(thing=name))
            count.editingFinished.connect(self.left)
            self._counts.append((name, count))
            self._place(number, name, count)
        self.rows_changed.emit()

    def _place(self, number: int, name: str, field: QWidget) -> None:
        """Two things a line."""
        row, side = divmod(number, 2)
        field.setMaximumWidth(150)
        self._grid.addWidget(PlainLabel(name), row, 2 * side)
        self._grid.addWidget(field, row, 2 * side + 1)


class WordsCard(Card):
    """The last line of the old log and the first of the new one, proposed and editable."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.closing = KeptText("words:closing")
        self.opening = KeptText("words:opening")
        self._proposed = ("", "")
        grid = QGridLayout()
        grid.setContentsMargins(16, 8, 12, 10)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        words = (self.tr("Last line"), self.tr("First line"))
        for place, (name, text) in enumerate(zip(words, (self.closing, self.opening), strict=True)):
            label = PlainLabel(name, role="label")
            label.setFixedWidth(_LABEL)
            text.setFixedHeight(_TALL)
            text.setAccessibleName(name)
            grid.addWidget(label, place, 0)
            grid.addWidget(text, place, 1)
            text.left.connect(self.left)
        self.body.addLayout(grid)

    def show_view(self, view: HandoverView) -> None:
        """Shows what is saved, or what is proposed until somebody writes something else."""
        content = view.handover.content
        self.set_title(self.tr("The two lines of the log"))
        self.set_hint(self.tr("written at the incoming signature"))
        self._proposed = (view.closing_words, view.opening_words)
        self.closing.show_saved(content.closing_words or view.closing_words)
        self.opening.show_saved(content.opening_words or view.opening_words)

    def written(self, content: HandoverContent) -> HandoverContent:
        """The content with the lines; a proposal nobody touched is not kept."""
        closing, opening = (
            "" if text == proposed else text
            for text, proposed in zip(
                (self.closing.toPlainText().strip(), self.opening.toPlainText().strip()),
                self._proposed,
                strict=True,
            )
        )
        return replace(content, closing_words=closing, opening_words=opening)


_NOTES = ("instructions", "whereabouts", "warnings")
