"""The rows of the alarm list: they keep widgets, focus, and order while somebody is at them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from safetydesk.ui.widgets.alarm_row import AlarmRow
from safetydesk.ui.wording import Wording

if TYPE_CHECKING:
    from safetydesk.services.views_frame import AlarmView

_FLASH = 250


class AlarmList(QWidget):
    """One row an alarm; ``asked`` carries an ``AlarmIntent``, one timer flashes every halo."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording()
        self._rows: dict[str, AlarmRow] = {}
        self._order: list[str] = []
        self._narrow, self._lit = False, True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._flash = QTimer(self, interval=_FLASH)
        self._flash.timeout.connect(self._on_flash)

    def use(self, wording: Wording) -> None:
        """Takes the formatter of this desk."""
        self._wording = wording

    def show_alarms(self, alarms: tuple[AlarmView, ...], now: datetime) -> bool:
        """Shows the alarms; whether rows came, went or changed places.

        The response of the first overdue alarm is the window's primary button.
        """
        keys = [alarm.key for alarm in alarms]
        changed = self._drop_rows(keys)
        primary = next((alarm.key for alarm in alarms if alarm.due_at <= now), "")
        for alarm in alarms:
            if alarm.key not in self._rows:
                self._add_row(alarm.key)
                changed = True
            self._rows[alarm.key].show_alarm(alarm, now, primary=alarm.key == primary)
        if not self._attended():
            changed = self._put_in_order(keys) or changed
        self._steer_flash()
        return changed

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
        return [button for key in self._order for button in self._rows[key].buttons()]

    @property
    def flashing(self) -> bool:
        """Whether a halo flashes: there is an alarm nobody has acknowledged."""
        return self._flash.isActive()

    def _add_row(self, key: str) -> None:
        row = AlarmRow(self._wording)
        row.set_narrow(self._narrow)
        row.asked.connect(self.asked)
        self._rows[key] = row
        self._order.append(key)
        self._column.addWidget(row)
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
