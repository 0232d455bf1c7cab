"""What is said, and written into the log, when the clock moves: sleep, setting, another zone."""

from __future__ import annotations

import logging
import time
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from safetydesk.app.machine_entry import write_machine_entry
from safetydesk.scheduling.watch import SILENT_AFTER
from safetydesk.ui.bus import Notice, Weight
from safetydesk.ui.widgets.plain import tell

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from safetydesk.app.desk_window import Shell
    from safetydesk.app.wiring import Desk
    from safetydesk.scheduling.beat import ClockStep
    from safetydesk.services.views_reminders import AlarmItem

GATHER_MS = 3_000
"""What the first beats after a step raise belongs to it."""
ZONE_EVERY_MS = 60_000
WORTH_TELLING = timedelta(seconds=SILENT_AFTER)
"""A machine that stood for less was busy; from here on the watch has cried out."""
_LEVELS = {1: "Ⅰ级", 2: "Ⅱ级", 3: "Ⅲ级"}

_log = logging.getLogger("safetydesk.clock")


class ClockNews(QObject):
    """One line on screen and one entry for each step, with everything that was made up for."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell.window)
        self._shell = shell
        self._desk = desk
        self._step: ClockStep | None = None
        self._made_up: dict[str, AlarmItem] = {}
        self._gathering = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._gathering.timeout.connect(self.tell_step)
        self._zone = _machine_offset(desk.clock.now())
        self._zones = QTimer(self, interval=ZONE_EVERY_MS)
        self._zones.timeout.connect(self.look_at_zone)
        shell.bus.alarm.connect(self._on_alarm)

    def start(self) -> None:
        """Compares the clock with the last record, then watches the machine's zone."""
        self._zones.start()
        self._shell.tasks.submit(self._desk.heartbeats.clock_behind, succeeded=self._on_behind)

    def stop(self) -> None:
        """The desk closes."""
        self._zones.stop()
        self._gathering.stop()

    @Slot(object)
    def on_step(self, step: ClockStep) -> None:
        """The beat found that the clock moved, or that it did not beat for long."""
        if not step.by and step.stood < WORTH_TELLING:
            return
        self._step = step
        self._made_up = {}
        self._gathering.start()

    @Slot()
    def tell_step(self) -> None:
        """Says and writes what moved and how many reminders were made up for."""
        step, self._step = self._step, None
        if step is None:
            return
        alarms = sorted(self._made_up.values(), key=lambda alarm: alarm.order)
        moved = step.by or step.stood
        words = self._shell.wording.period(abs(moved))
        if moved > timedelta(0):
            said = self.tr(
                "Resumed, or the clock was set forward by {period}: {count} alarms made up"
            )
            written = f"电脑休眠后恢复或时钟前跳{words}；{_made_up(alarms)}"
        else:
            said = self.tr("The clock was set back by {period}; nothing is raised twice")
            written = f"时钟被拨回{words}，请校准；已提醒的不重复，未到期的照常提醒。"
        said = said.format(period=words, count=len(alarms))
        self._shell.bus.notice.emit(Notice(said, Weight.PROBLEM))
        self._write(written)

    @Slot()
    def look_at_zone(self) -> None:
        """Another zone of the machine changes nothing here, but whoever sits there must know."""
        offset = _machine_offset(self._desk.clock.now())
        if offset == self._zone:
            return
        self._zone = offset
        self._shell.bus.notice.emit(
            Notice(
                self.tr("The computer's time zone changed; the desk keeps its own"), Weight.PROBLEM
            )
        )
        self._write(f"电脑时区改为{_utc(offset)}；值班台仍按本单位时区显示和提醒。")

    @Slot(object)
    def _on_behind(self, behind: timedelta | None) -> None:
        """At the start the clock lies before what a desk has seen already."""
        if behind is None:
            return
        words = self._shell.wording.period(behind)
        _log.error("the clock is %s behind the last record", behind)
        self._write(f"启动核对：电脑时钟比上次记录早{words}，请校准。")
        tell(
            self._shell.window,
            self.tr(
                "The computer's clock is {period} behind the last record of this desk. "
                "Set it right: entries and deadlines take their time from it."
            ).format(period=words),
        )

    @Slot(object)
    def _on_alarm(self, alarms: Sequence[AlarmItem]) -> None:
        """What comes right after a step was due meanwhile."""
        if self._gathering.isActive():
            self._made_up.update({alarm.item: alarm for alarm in alarms})

    def _write(self, text: str) -> None:
        """One machine line of the log."""
        write_machine_entry(self._desk, self._shell.bus, self, text)


def _made_up(alarms: Sequence[AlarmItem]) -> str:
    """How many reminders of each level, and the most urgent by name."""
    if not alarms:
        return "其间没有到期的提醒。"
    counts = Counter(int(alarm.level) for alarm in alarms)
    levels = "、".join(f"{_LEVELS[level]}{count}条" for level, count in sorted(counts.items()))
    return f"其间到期的提醒已补出{len(alarms)}条（{levels}），最急：{alarms[0].title}。"


def _machine_offset(now: datetime) -> timedelta:
    """How far the machine's own zone is from UTC now, as it is set at this moment."""
    if hasattr(time, "tzset"):
        time.tzset()
    return now.astimezone().utcoffset() or timedelta(0)


def _utc(offset: timedelta) -> str:
    """``UTC+8`` or ``UTC-3:30``."""
    minutes = round(abs(offset).total_seconds() / 60)
    sign = "-" if offset < timedelta(0) else "+"
    hours, rest = divmod(minutes, 60)
    return f"UTC{sign}{hours}" + (f":{rest:02d}" if rest else "")
