"""The desk's side of the watch: starts the second process, keeps it alive, says good-bye to it."""

from __future__ import annotations

import contextlib
import logging
import os
import subprocess
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from safetydesk.app.watch_flag import GOOD_BYE, WATCH_FLAG, own_command

if TYPE_CHECKING:
    from safetydesk.app.paths import Paths

LOOK_EVERY_MS = 10_000
_SECONDS_TO_LEAVE = 5.0
_SWITCH = "SAFETYDESK_WATCH"

_log = logging.getLogger("safetydesk.watch")


class WatchKeeper(QObject):
    """Keeps one watching process for this desk. ``SAFETYDESK_WATCH=off`` does without (tests)."""

    def __init__(
        self, paths: Paths, desk: str, parent: QObject | None = None, *, zone: str
    ) -> None:
        """``zone``: the office's own, in which the watch tells times."""
        super().__init__(parent)
        self._words = [WATCH_FLAG, str(paths.data), desk, str(os.getpid()), zone]
        self._process: subprocess.Popen[bytes] | None = None
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def process_id(self) -> int | None:
        """The watching process, while there is one."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Starts the process and goes on looking after it."""
        if os.environ.get(_SWITCH) != "off":
            self._begin()
            self._timer.start()

    @Slot()
    def look(self) -> None:
        """A watch that died is started again, and its death is recorded."""
        if self._process is None or self._process.poll() is not None:
            _log.error("the watching process is gone; starting another")
            self._begin()

    def stop(self) -> None:
        """Tells the watch that the desk closes in order, and waits until it has left."""
        self._timer.stop()
        process, self._process = self._process, None
        if process is None or process.stdin is None:
            return
        with contextlib.suppress(OSError):  # it may be gone already
            process.stdin.write(GOOD_BYE)
            process.stdin.close()
        try:
            process.wait(_SECONDS_TO_LEAVE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _begin(self) -> None:
        """One process; where the system refuses, the next look tries again."""
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own program, no shell
                own_command(*self._words),
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # what ends the desk's terminal must not end its watch
            )
        except OSError:
            _log.exception("the watching process cannot be started")
        else:
            _log.info("watched by process %d", self._process.pid)
