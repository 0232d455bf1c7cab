"""Desks that fall silent in every way there is, and how soon their watch cries out."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import IO
from zoneinfo import ZoneInfo

from safetydesk.app.opening import key_name, key_store
from safetydesk.app.paths import Paths
from safetydesk.app.set_up import found_in
from safetydesk.app.wiring import DESK_NAME
from safetydesk.domain.clock import SystemClock
from safetydesk.domain.founding import SITE_ZONE, Founding
from safetydesk.domain.wording import clock_time
from safetydesk.scheduling.watch import Standing
from safetydesk.storage import life_signs

HOME = Path(__file__).resolve().parents[2]
LIMIT = 30.0
"""Seconds within which the watch must have cried out (reliability R19)."""
_NEVER = 200.0
"""Seconds after which nothing will come any more, however busy the machine is."""
_FOUNDING = Founding(
    name="云川区应急管理局",
    short_name="区应急局",
    district="云川区",
    level="county",
    duty_phone="0000-5550101",
    masthead="云川区应急管理局值班信息",
    number="S01",
    person="王伟",
    mobile="19900000021",
    pin="493826",
    pin_again="493826",
)


@dataclass(frozen=True)
class WatchedDesk:
    """A desk at work, its watch, and where both write."""

    process: subprocess.Popen[str]
    orders: IO[str]
    answers: IO[str]
    watch: int
    paths: Paths

    @classmethod
    def on(cls, paths: Paths) -> WatchedDesk:
        """A desk on a founded office, at work.

        Raises:
            OSError: it has no pipes.
        """
        process = subprocess.Popen(
            [sys.executable, "-m", "tools.faults.watched_desk", str(paths.data)],
            cwd=HOME,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        if process.stdin is None or process.stdout is None:
            raise OSError
        return cls(process, process.stdin, process.stdout, int(process.stdout.readline()), paths)

    def say(self, word: str) -> None:
        """One order to the desk."""
        self.orders.write(f"{word}\n")
        self.orders.flush()

    def order(self, word: str) -> None:
        """One order, until the desk says that it is done."""
        self.say(word)
        self.answers.readline()

    def told(self) -> str:
        """What the watch has written."""
        log = self.paths.logs / "watch.log"
        return log.read_text("utf-8") if log.exists() else ""

    def cried(self, standing: Standing) -> bool:
        """Whether the watch's window stands and sounds for this reason."""
        return f"crying out: {standing}" in self.told()

    def beaten_after(self, instant: float) -> bool:
        """Whether a beat was written after an instant of the machine's clock."""
        key = key_store(self.paths).find(key_name(self.paths)) or b""
        sign = life_signs.of_file(self.paths.database, key, DESK_NAME)()
        return sign is not None and sign.beat_at.timestamp() > instant


@dataclass(frozen=True)
class Silence:
    """A way to fall silent: what is done to the desk, and what its watch must make of it."""

    name: str
    happen: Callable[[WatchedDesk], object]
    cry: Standing


def _kill_beat_and_guard(desk: WatchedDesk) -> None:
    """The guard first: it would put a new scheduler in the place of the other."""
    desk.order("kill-guard")
    desk.order("kill-beat")


SILENCES = (
    Silence("process killed", lambda d: d.process.send_signal(signal.SIGKILL), Standing.GONE),
    Silence("process stopped", lambda d: d.process.send_signal(signal.SIGSTOP), Standing.SILENT),
    Silence("main thread blocked", lambda d: d.say("hang"), Standing.STILL),
    Silence("heartbeat and guard threads killed", _kill_beat_and_guard, Standing.SILENT),
)


@contextmanager
def a_desk(folder: Path) -> Generator[WatchedDesk]:
    """A desk on an office of its own, both processes ended afterwards."""
    paths = Paths.of(folder)
    found(paths)
    desk = WatchedDesk.on(paths)
    try:
        yield desk
    finally:
        desk.process.kill()
        desk.process.communicate()
        if is_running(desk.watch):
            os.kill(desk.watch, signal.SIGKILL)


def found(paths: Paths) -> None:
    """Founds an office in a folder, whose turnover is half a day away.

    Its reminders would flash and sound beside what is measured.
    """
    far = clock_time(SystemClock().now() + timedelta(hours=12), ZoneInfo(SITE_ZONE))
    found_in(paths, SystemClock(), replace(_FOUNDING, turnover=far))


def seconds_of(silence: Silence, folder: Path) -> float:
    """How long it takes from the fault to the window and the sound of the watch."""
    with a_desk(folder) as desk:
        silence.happen(desk)
        return seconds_until(lambda: desk.cried(silence.cry))


def seconds_without_beat(folder: Path) -> float:
    """How long a desk whose heartbeat thread was killed goes without a beat; no cry is due."""
    with a_desk(folder) as desk:
        desk.order("kill-beat")
        dead_at = SystemClock().now().timestamp()
        return seconds_until(lambda: desk.beaten_after(dead_at))


def is_running(process: int) -> bool:
    """Whether a process is there and has not ended."""
    stat = Path(f"/proc/{process}/stat")
    return stat.exists() and stat.read_text("ascii", "replace").rsplit(") ", 1)[1][0] != "Z"


def seconds_until(happened: Callable[[], bool]) -> float:
    """How long it took, looking four times a second.

    Raises:
        TimeoutError: it never happened.
    """
    began = time.monotonic()
    while not happened():
        if time.monotonic() - began > _NEVER:
            raise TimeoutError
        threading.Event().wait(0.25)
    return time.monotonic() - began
