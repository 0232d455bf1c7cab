"""Whether the desk of a folder starts with the user's session, and how the system is told so."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from safetydesk.app.watch_flag import own_command
from safetydesk.resources import atomic_write

if TYPE_CHECKING:
    from safetydesk.app.paths import Paths

_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_RESERVED = '"`$\\'


class Autostart:
    """One entry for one data folder: a file under XDG, a value of HKCU Run on Windows."""

    def __init__(self, paths: Paths) -> None:
        self._command = own_command("--data", str(paths.data))
        self._name = f"safetydesk-{paths.name}"

    @property
    def is_on(self) -> bool:
        """Whether the system has been told to start the desk."""
        if sys.platform == "win32":
            return _run_value(self._name) is not None
        return self.file.exists()

    @property
    def file(self) -> Path:
        """The file of the XDG autostart specification."""
        configured = os.environ.get("XDG_CONFIG_HOME", "")
        home = Path(configured) if configured else Path.home() / ".config"
        return home / "autostart" / f"{self._name}.desktop"

    def set(self, *, on: bool) -> None:
        """Tells the system to start the desk with the session, or no longer to.

        Raises:
            OSError: the system does not take the entry.
        """
        if sys.platform == "win32":
            _set_run_value(self._name, subprocess.list2cmdline(self._command) if on else None)
        elif on:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            atomic_write(self.file, self._entry().encode())
        else:
            self.file.unlink(missing_ok=True)

    def _entry(self) -> str:
        """The entry in the form of the specification."""
        words = " ".join(_quoted(word) for word in self._command)
        return (
            "[Desktop Entry]\nType=Application\nName=Safety Desk\nName[zh_CN]=安全值班台\n"
            f"Exec={words}\nTerminal=false\nX-GNOME-Autostart-enabled=true\n"
        )


def _quoted(word: str) -> str:
    """A word of ``Exec``: quoted, reserved characters escaped, a percent sign doubled."""
    escaped = "".join("\\" + sign if sign in _RESERVED else sign for sign in word)
    return '"' + escaped.replace("\\", "\\\\").replace("%", "%%") + '"'


if sys.platform == "win32":
    import winreg

    def _run_value(name: str) -> str | None:
        """The command under a name, if there is one."""
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
            try:
                return str(winreg.QueryValueEx(key, name)[0])
            except FileNotFoundError:
                return None

    def _set_run_value(name: str, command: str | None) -> None:
        """Sets or removes a command."""
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
            if command is not None:
                winreg.SetValueEx(key, name, 0, winreg.REG_SZ, command)
            elif _run_value(name) is not None:
                winreg.DeleteValue(key, name)
