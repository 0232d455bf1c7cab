"""What a report about a bug holds: versions, the trace, the end of the log; nothing personal."""

from __future__ import annotations

import sys
import traceback
from datetime import datetime
from pathlib import Path

from safetydesk import __version__
from safetydesk.app import logs
from safetydesk.app.masking import mask_personal
from safetydesk.resources import atomic_write

_REPORTS_KEPT = 50


def compose(code: str, error: BaseException, log_lines: list[str], now: datetime) -> str:
    """The text of a report. Local variables are never in it; names and numbers are blanked."""
    trace = "".join(traceback.format_exception(error))
    parts = [
        f"safetydesk {__version__}  {code}  {now.isoformat(timespec='seconds')}",
        *_versions(),
        "",
        mask_personal(trace),
        f"-- last {len(log_lines)} lines of the log --",
        mask_personal("\n".join(log_lines)),
    ]
    return "\n".join(parts) + "\n"


def write(folder: Path, code: str, error: BaseException, *, log: Path, now: datetime) -> Path:
    """Writes a report into ``folder`` and returns its path; nothing is ever sent.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for old in sorted(folder.glob("crash-*.txt"))[:-_REPORTS_KEPT]:
        old.unlink(missing_ok=True)
    path = folder / f"crash-{now:%Y%m%d-%H%M%S}-{code}.txt"
    atomic_write(path, compose(code, error, logs.tail(log), now).encode())
    return path


def _versions() -> list[str]:
    """What runs here, as far as it is loaded already."""
    import platform  # only when something broke

    lines = [f"Python {platform.python_version()} on {platform.platform()}"]
    for name in ("PySide6", "sqlalchemy", "sqlcipher3", "apscheduler", "reportlab"):
        module = sys.modules.get(name)
        if module is not None:
            version = getattr(module, "__version__", None) or getattr(module, "Version", "?")
            lines.append(f"{name} {version}")
    return lines
