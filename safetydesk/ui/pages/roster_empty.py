"""What stands in the place of a roster that does not exist yet."""

from __future__ import annotations

from safetydesk.ui.widgets.card import Card, EmptyState
from safetydesk.ui.widgets.key_cap import KeyButton


class NoRoster(Card):
    """Says what to do; ``import_button`` does it."""

    def __init__(self) -> None:
        super().__init__()
        empty = EmptyState(
            self.tr("No roster for this time yet"),
            self.tr(
                "The supervisor imports the sheet that the office made; nothing is typed twice."
            ),
        )
        self.import_button = KeyButton(self.tr("Import"), icon="import", kind="primary")
        empty.add_act(self.import_button)
        self.body.addWidget(empty)
