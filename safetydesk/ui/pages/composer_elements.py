"""What the law and the rule of the title ask of a report: marked, never blocking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from safetydesk.domain.report_check import ElementStanding, check_title
from safetydesk.ui.widgets.badge import Badge
from safetydesk.ui.widgets.flow_layout import FlowLayout
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safetydesk.domain.report_check import Element


class ElementBadges(QWidget):
    """The elements of 493号 art. 12: there, doubtful, or to follow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)

    def show_elements(self, elements: Sequence[Element]) -> None:
        """Shows other elements."""
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for element in elements:
            there = element.standing is ElementStanding.PRESENT
            words = f"✓ {element.label}" if there else f"{element.label} {element.standing.value}"
            badge = Badge(words, self, tone="done" if there else "todo")
            badge.show()
            self._flow.addWidget(badge)
        self.setVisible(bool(elements))
        self.updateGeometry()


class TitleRule(PlainLabel):
    """Whether the title names place, type, casualties and progress."""

    def __init__(self) -> None:
        super().__init__(role="done")

    def show_title(self, title: str, subtitle: str, elements: Sequence[Element]) -> None:
        """Checks these words."""
        found = check_title(title, subtitle, elements)
        parts = (
            (self.tr("place"), found.place),
            (self.tr("type"), found.type),
            (self.tr("casualties"), found.casualties),
            (self.tr("progress"), found.progress),
        )
        missing = [name for name, there in parts if not there]
        if missing:
            self.setText(self.tr("missing: {what}").format(what=" ".join(missing)))
        elif found.open_parts:
            open_parts = " ".join(found.open_parts)
            self.setText(self.tr("all four named, {what} to verify").format(what=open_parts))
        else:
            self.setText(self.tr("✓ place, type, casualties, progress"))
        self.set_tone("o" if missing or found.open_parts else "")
