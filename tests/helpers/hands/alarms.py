"""The alarm list: seeing an alarm, by the button of its row."""

from __future__ import annotations

from safetydesk.ui.widgets.alarm_row import AlarmRow
from tests.helpers.desk_at_work import DeskAtWork
from tests.helpers.hands.fingers import click


class Alarms:
    """确认: somebody has seen it."""

    def __init__(self, work: DeskAtWork) -> None:
        self._work = work

    def rows(self) -> list[AlarmRow]:
        """The rows from the top."""
        found = [r for r in self._work.window.alarms.findChildren(AlarmRow) if r.isVisible()]
        return sorted(found, key=lambda row: row.y())

    def acknowledge(self, words: str) -> int:
        """Every alarm of which these words are read aloud or shown; how many there were."""
        keys = [row.key for row in self.rows() if words in row.accessibleName() and row.calls]
        for key in keys:
            row = next(row for row in self.rows() if row.key == key)
            click(row.buttons()[1])
            self._work.settle()
            self._work.beat()
        return len(keys)
