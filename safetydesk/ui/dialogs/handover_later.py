"""What was written into the log after it was frozen: both officers see that the sheet is older."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from safetydesk.ui.widgets.card import Card
from safetydesk.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from safetydesk.services.views_handover import HandoverView
    from safetydesk.ui.wording import Wording


class LaterCard(Card):
    """The entries behind the freeze, oldest first, and what was opened since."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._unlisted = PlainLabel(role="sub", tone="r", wrap=True)
        self._lines = PlainLabel(wrap=True)
        column = QVBoxLayout()
        column.setContentsMargins(16, 8, 12, 10)
        column.setSpacing(6)
        column.addWidget(self._unlisted)
        column.addWidget(self._lines)
        self.body.addLayout(column)

    def show_view(self, view: HandoverView, wording: Wording) -> None:
        """Shows the entries; hidden while there are none."""
        self.setVisible(bool(view.later or view.unlisted))
        self.set_title(self.tr("Written after the freeze"))
        self.set_count(len(view.later))
        opened = self.tr("Newly opened, comes onto the sheet at the signature: {titles}")
        self._unlisted.setText(opened.format(titles="、".join(view.unlisted)))
        self._unlisted.setVisible(bool(view.unlisted))
        self._lines.setText(
            "\n".join(
                f"{wording.time(entry.entered_at)}  {entry.kind.value}  {entry.text}"
                for entry in view.later
            )
        )
        self._lines.setVisible(bool(view.later))
