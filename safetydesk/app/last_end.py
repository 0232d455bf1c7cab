"""What is said, and written into the log, of a desk that was not closed in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from safetydesk.app.machine_entry import write_machine_entry
from safetydesk.ui.bus import Notice, Weight

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.app.desk_window import Shell
    from safetydesk.app.wiring import Desk


def last_beat_of(desk: Desk) -> datetime | None:
    """The last sign of life of this desk; to be asked before it beats anew.

    Raises:
        StorageUnavailable: it cannot be read.
    """
    name = desk.heartbeats.desk
    return next((beat.beat_at for beat in desk.heartbeats.all() if beat.desk == name), None)


class LastEnd(QObject):
    """Nobody could be reminded between the last beat and now: one line on screen, one entry."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self._desk = desk

    def tell(self, last_beat: datetime | None) -> None:
        """The last desk on this folder was killed, or died, after its beat at an instant."""
        now, wording = self._desk.clock.now(), self._shell.wording
        if last_beat is None or last_beat > now:
            said = self.tr("The desk was not closed in order last time.")
            written = "值班台程序上次异常中断。"
        else:
            since, period = wording.moment(last_beat, now), wording.period(now - last_beat)
            said = self.tr(
                "The desk broke off: nothing was watched from {since} on, for {period}. "
                "What fell due is raised now."
            ).format(since=since, period=period)
            written = (
                f"值班台程序异常中断：自{since}起{period}没有守护和提醒，现已恢复，其间到期的补出。"
            )
        self._shell.bus.notice.emit(Notice(said, Weight.PROBLEM))
        write_machine_entry(self._desk, self._shell.bus, self, written)
