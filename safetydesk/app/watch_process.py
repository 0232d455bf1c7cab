"""The second process: looks at the desk's signs of life and raises its own window when they stop.

It imports Qt only when there is something to show, and SQLAlchemy never, so that it stays small.
"""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from safetydesk.app import logs
from safetydesk.app.paths import Paths
from safetydesk.app.watch_flag import GOOD_BYE, own_command
from safetydesk.domain.clock import SystemClock
from safetydesk.scheduling.watch import LOOK_EVERY, Ending, Standing, Watch
from safetydesk.storage import life_signs

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.storage.life_signs import LifeSign, Reader

_log = logging.getLogger("safetydesk.watch")


class Farewell:
    """The pipe from the desk: what it says before its end, and that it ended at all."""

    def __init__(self) -> None:
        self._said = b""
        self._closed = threading.Event()
        threading.Thread(target=self._listen, name="farewell", daemon=True).start()

    def ending(self) -> Ending:
        """What is known of the desk's process."""
        return Ending(gone=self._closed.is_set(), in_order=self._said.endswith(GOOD_BYE))

    def wait(self, seconds: float) -> None:
        """Waits, but not beyond the end of the desk."""
        self._closed.wait(seconds)

    def _listen(self) -> None:
        """Until the other side closes; a killed desk closes too."""
        while said := os.read(sys.stdin.fileno(), 64):
            self._said += said
        self._closed.set()


class Lookout:
    """One desk under watch: looks, remembers how it stood, and records every change."""

    def __init__(self, folder: Path, desk: str, process: int, zone: ZoneInfo) -> None:
        self.paths = Paths.of(folder)
        self.zone = zone
        self._process = process
        self.farewell = Farewell()
        self._read = _reader(self.paths, desk)
        self._watch = Watch(SystemClock())
        self._standing = Standing.WELL
        self._sign: LifeSign | None = None

    def look(self) -> Standing:
        """How the desk stands now."""
        sign = self._read()
        self._sign = sign or self._sign
        standing = self._watch.look(sign, self.farewell.ending())
        if standing is not self._standing:
            self._standing = standing
            last = self._watch.last_beat_at
            well = standing in {Standing.WELL, Standing.ENDED}
            weight = logging.INFO if well else logging.ERROR
            _log.log(
                weight, "the desk (process %d) is %s; last beat %s", self._process, standing, last
            )
        return standing

    def since(self, standing: Standing) -> datetime | None:
        """The last sign of life, by the desk's own clock; of a still window, its last turn."""
        if self._sign is None:
            return None
        return self._sign.window_at if standing is Standing.STILL else self._sign.beat_at

    def end(self) -> None:
        """Ends a desk that hangs; one that is gone already has nothing left to end."""
        if not self.farewell.ending().gone:
            with contextlib.suppress(OSError):  # it may have ended by itself meanwhile
                os.kill(self._process, getattr(signal, "SIGKILL", signal.SIGTERM))

    def command(self) -> list[str]:
        """What starts the desk of this folder anew; it brings a watch of its own."""
        return own_command("--data", str(self.paths.data))


def main(words: list[str]) -> int:
    """``--watch-desk FOLDER DESK PROCESS ZONE``, with the desk at the other end of our input."""
    _flag, folder, desk, process, zone = words
    lookout = Lookout(Path(folder), desk, int(process), ZoneInfo(zone))
    logs.start(lookout.paths.logs, "watch")
    while (standing := lookout.look()) is Standing.WELL:
        lookout.farewell.wait(LOOK_EVERY)
    if standing is Standing.ENDED:
        return 0
    from safetydesk.app.plain_imports import load_qt

    load_qt()
    from safetydesk.app.watch_window import cry_out

    return cry_out(lookout, standing)


def _reader(paths: Paths, desk: str) -> Reader:
    """Where this office keeps its sign of life."""
    from safetydesk.app.opening import key_name, key_store, server_url

    url = server_url(paths)
    if url is not None:
        return life_signs.of_server(url, desk)
    key = key_store(paths).find(key_name(paths))
    return life_signs.of_file(paths.database, key or b"", desk)
