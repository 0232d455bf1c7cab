"""Keeps the computer awake while the desk is at work, by whatever the system offers for that."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys

SWITCH = "SAFETYDESK_AWAKE"
"""``off`` leaves the computer alone (tests)."""
_SECONDS_TO_LEAVE = 2.0
_HOLDERS = (
    (
        "systemd-inhibit",
        "--what=sleep:idle",
        "--mode=block",
        "--who=safetydesk",
        "--why=duty desk at work",
        "cat",
    ),
    ("gnome-session-inhibit", "--inhibit", "suspend:idle", "--reason", "duty desk at work", "cat"),
    ("caffeinate", "-i", "cat"),
)
"""Each holds off sleep for as long as ``cat`` lives, and that lives until our pipe closes: a desk
that dies keeps no computer awake."""
_CONTINUOUS, _SYSTEM_REQUIRED = 0x80000000, 0x00000001

_log = logging.getLogger("safetydesk.awake")


class Wakefulness:
    """``keep`` and ``end``; ``is_kept`` tells whether the system agreed."""

    def __init__(self, holders: tuple[tuple[str, ...], ...] = _HOLDERS) -> None:
        self._holders = holders
        self._turn = 0  # whose turn it is: one that was refused is not asked again at once
        self._process: subprocess.Popen[bytes] | None = None
        self._told_windows = False

    @property
    def is_kept(self) -> bool:
        """Whether the system holds off sleep for us now."""
        alive = self._process is not None and self._process.poll() is None
        return alive or self._told_windows

    def keep(self) -> None:
        """Asks the system; ask again where ``is_kept`` says no. Whether it agreed shows later."""
        if self.is_kept or os.environ.get(SWITCH) == "off":
            return
        if sys.platform == "win32":
            self._told_windows = _tell_windows(_CONTINUOUS | _SYSTEM_REQUIRED)
            return
        for _ in self._holders:
            holder = self._holders[self._turn]
            self._turn = (self._turn + 1) % len(self._holders)
            if shutil.which(holder[0]) and self._begin(holder):
                return

    def end(self) -> None:
        """The computer may sleep again."""
        if sys.platform == "win32":
            if self._told_windows:
                _tell_windows(_CONTINUOUS)
            self._told_windows = False
            return
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        try:
            process.wait(_SECONDS_TO_LEAVE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _begin(self, holder: tuple[str, ...]) -> bool:
        """Starts one; the one before has ended by itself."""
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
        try:
            self._process = subprocess.Popen(  # noqa: S603 - a fixed command, no shell
                holder,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError:
            _log.exception("%s cannot be started", holder[0])
            return False
        return True


if sys.platform == "win32":
    import ctypes

    def _tell_windows(state: int) -> bool:
        """SetThreadExecutionState for the main thread; 0 is its word for failure."""
        return bool(ctypes.windll.kernel32.SetThreadExecutionState(state))
