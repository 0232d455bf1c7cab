"""Beside a text of the office: what it makes of real facts, how it differs, names, older texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from safetydesk.domain.errors import SafetyDeskError
from safetydesk.services.report_templates import differences
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.widgets.segment import Segment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safetydesk.domain.clock import Clock
    from safetydesk.services.office_texts import EditsText, OfficeText
    from safetydesk.ui.wording import Wording

PREVIEW, DIFFERENCE, NAMES, OLDER = "preview", "difference", "names", "older"


class TextSide(QWidget):
    """``asked`` comes when something else is to be shown, ``taken`` carries an older text."""

    asked = Signal()
    taken = Signal(str)

    def __init__(self, clock: Clock, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock, self._wording = clock, wording
        self._texts: EditsText | None = None
        self._view: OfficeText | None = None
        self.segment = Segment()
        self.facts, self.editions = QComboBox(), QComboBox()
        self.shown = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self.take = KeyButton(self.tr("Take this text over"), icon="copy")
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.facts, self.editions, self.take):
            row.addWidget(widget, int(widget is not self.take))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.shown, 1)
        self._name()
        for source in (self.facts, self.editions):
            source.currentIndexChanged.connect(self.asked)
        self.segment.chosen.connect(self.asked)
        self.take.clicked.connect(self._on_take)

    def show_text(
        self, texts: EditsText, view: OfficeText, subjects: Sequence[tuple[int, str]]
    ) -> None:
        """Another text, its editions, and the facts that it can be tried on."""
        self._texts, self._view = texts, view
        options = [(PREVIEW, self.tr("Preview")), (DIFFERENCE, self.tr("Difference"))]
        options += [(NAMES, self.tr("Names"))] if texts.names() else []
        options += [(OLDER, self.tr("Older texts"))] if view.history else []
        self.segment.set_options(tuple(options))
        if self.segment.current() not in {key for key, _ in options}:
            self.segment.choose(PREVIEW)
        names = [(None, self.tr("The names alone"))]
        _fill(self.facts, [*names, *subjects] if subjects else [])
        now, moment = self._clock.now(), self._wording.moment
        _fill(
            self.editions,
            [
                (
                    one.number,
                    f"{one.number} · {moment(one.since, now)} {one.author}：{one.reason}",
                )
                for one in reversed(view.history)
            ],
        )

    def render_text(self, text: str) -> SafetyDeskError | None:
        """Shows what is asked for of these words; returns what is wrong with them."""
        texts, view = self._texts, self._view
        if texts is None or view is None:
            return None
        shown, wrong = self.segment.current(), None
        self.facts.setVisible(shown == PREVIEW and self.facts.count() > 0)
        self.editions.setVisible(shown == OLDER)
        self.take.setVisible(shown == OLDER)
        made = ""
        try:
            made = texts.preview(text, self.facts.currentData())
        except SafetyDeskError as error:
            wrong = error
        if shown == DIFFERENCE:
            made = "\n".join(differences(view.shipped, text))
        elif shown == NAMES:
            made = "\n".join(f"{name}\t{words}" for name, words in texts.names().items())
        elif shown == OLDER and self.editions.currentData() is not None:
            made = texts.edition(int(self.editions.currentData()))
        self.shown.setPlainText(made)
        return wrong

    def _name(self) -> None:
        self.shown.setAccessibleName(self.tr("Preview"))
        self.facts.setAccessibleName(self.tr("Facts of the preview"))
        self.editions.setAccessibleName(self.tr("Older texts"))

    @Slot()
    def _on_take(self) -> None:
        self.taken.emit(self.shown.toPlainText())


def _fill(combo: QComboBox, items: Sequence[tuple[int | None, str]]) -> None:
    """Other items; the one chosen stays chosen where it is still there."""
    chosen = combo.currentData()
    combo.blockSignals(True)  # noqa: FBT003 - Qt's own signature
    combo.clear()
    for data, words in items:
        combo.addItem(words, data)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
    combo.blockSignals(False)  # noqa: FBT003
