"""The rows of the alarm list: they keep widgets, focus, and order while somebody is at them.

A row costs the main thread some milliseconds. In a flood the gravest comes at once, the others one
a turn of the event loop, and beyond thirty a button says how many more there are and shows them.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from safetydesk.ui.widgets.alarm_row import AlarmRow
from safetydesk.ui.widgets.key_cap import KeyButton
from safetydesk.ui.wording import Wording

if TYPE_CHECKING:
    from safetydesk.services.views_frame import AlarmView

_FLASH = 250
AT_ONCE = 12
"""New rows that are made within one call; a flood of more is spread over turns of the loop."""
PAGE = 30
"""Rows that are shown before the button that shows as many again."""


class AlarmList(QWidget):
    """One row an alarm; ``asked`` carries an ``AlarmIntent``, one timer flashes every halo.

    ``grown`` says that rows came after ``show_alarms`` had returned.
    """

    asked = Signal(object)
    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording()
        self._rows: dict[str, AlarmRow] = {}
        self._order: list[str] = []
        self._alarms: tuple[AlarmView, ...] = ()
        self._now: datetime | None = None
        self._most = PAGE
        self._narrow, self._lit = False, True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._rest = KeyButton(icon="add", kind="flat")
        self._rest.hide()
        self._rest.clicked.connect(self._on_rest)
        self._column.addWidget(self._rest)
        self._building = QTimer(self, interval=0)
        self._building.timeout.connect(self._on_build)
        self._flash = QTimer(self, interval=_FLASH)
        self._flash.timeout.connect(self._on_flash)

    def use(self, wording: Wording) -> None:
        """Takes the formatter of this desk."""
        self._wording = wording

    def show_alarms(self, alarms: tuple[AlarmView, ...], now: datetime) -> bool:
        """Shows the alarms; whether rows came, went or changed places.

        The response of the first overdue alarm is the window's primary button.
        """
        self._alarms, self._now = alarms, now
        if len(alarms) <= PAGE:
            self._most = PAGE
        shown = self._shown()
        keys = [alarm.key for alarm in shown]
        changed = self._drop_rows(keys)
        missing = [alarm.key for alarm in shown if alarm.key not in self._rows]
        at_once = missing if len(missing) <= AT_ONCE else missing[:1]
        for key in at_once:
            self._add_row(key)
        primary = self._primary()
        for alarm in shown:
            if alarm.key in self._rows:
                self._rows[alarm.key].show_alarm(alarm, now, primary=alarm.key == primary)
        if not self._attended():
            changed = self._put_in_order([key for key in keys if key in self._rows]) or changed
        self._steer(building=len(at_once) < len(missing))
        return changed or bool(at_once)

    def tick(self, now: datetime) -> None:
        """Lets every countdown go on."""
        for row in self._rows.values():
            row.tick(now)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one bit that the window decides
        """Folds guidance texts."""
        self._narrow = narrow
        for row in self._rows.values():
            row.set_narrow(narrow)

    def focus_order(self) -> list[QWidget]:
        """The buttons of the rows from the top."""
        rows = [button for key in self._order for button in self._rows[key].buttons()]
        return [*rows, self._rest]

    @property
    def flashing(self) -> bool:
        """Whether a halo flashes: there is an alarm nobody has acknowledged."""
        return self._flash.isActive()

    def _shown(self) -> list[AlarmView]:
        """The gravest, and whatever has a row already while somebody is at the list."""
        kept = self._rows if self._attended() else {}
        return [a for n, a in enumerate(self._alarms) if n < self._most or a.key in kept]

    def _primary(self) -> str:
        """The first overdue alarm."""
        now = self._now
        return next((a.key for a in self._alarms if now is not None and a.due_at <= now), "")

    def _add_row(self, key: str) -> None:
        row = AlarmRow(self._wording)
        row.set_narrow(self._narrow)
        row.asked.connect(self.asked)
        self._rows[key] = row
        self._column.insertWidget(len(self._order), row)
        self._order.append(key)
        row.show()

    def _drop_rows(self, keys: list[str]) -> bool:
        gone = [key for key in self._rows if key not in keys]
        for key in gone:
            row = self._rows.pop(key)
            self._order.remove(key)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        return bool(gone)

    def _put_in_order(self, keys: list[str]) -> bool:
        if self._order == keys:
            return False
        self._order = list(keys)
        for index, key in enumerate(keys):
            self._column.removeWidget(self._rows[key])
            self._column.insertWidget(index, self._rows[key])
        return True

    def _attended(self) -> bool:
        """Whether pointer or focus is at a row: then nothing may change its place."""
        focused = QApplication.focusWidget()
        at_a_row = focused is not None and self.isAncestorOf(focused)
        return at_a_row or any(row.underMouse() for row in self._rows.values())

    def _steer(self, *, building: bool) -> None:
        """Flashing, building, and the button for the rest follow what there is."""
        self._steer_flash()
        if building:
            self._building.start()
        else:
            self._building.stop()
        rest = len(self._alarms) - len(self._rows)
        self._rest.setVisible(rest > 0)
        self._rest.setText(self.tr("{count} more alarms: show the next").format(count=rest))

    def _steer_flash(self) -> None:
        calls = any(row.calls for row in self._rows.values())
        if calls and not self._flash.isActive():
            self._flash.start()
        elif not calls:
            self._flash.stop()
            self._light(lit=True)

    def _light(self, *, lit: bool) -> None:
        self._lit = lit
        for row in self._rows.values():
            row.set_lit(lit)

    @Slot()
    def _on_flash(self) -> None:
        self._light(lit=not self._lit)

    @Slot()
    def _on_build(self) -> None:
        """One more row of a flood."""
        missing = [alarm for alarm in self._shown() if alarm.key not in self._rows]
        if missing and self._now is not None:
            alarm = missing[0]
            self._add_row(alarm.key)
            self._rows[alarm.key].show_alarm(alarm, self._now, primary=alarm.key == self._primary())
        self._steer(building=len(missing) > 1)
        if len(missing) <= 1:
            self.grown.emit()

    @Slot()
    def _on_rest(self) -> None:
        """As many rows again."""
        self._most += PAGE
        if self._now is not None:
            self.show_alarms(self._alarms, self._now)
            self.grown.emit()
