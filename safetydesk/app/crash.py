"""What happens to an exception that nobody expected, on whichever thread it appears."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from safetydesk.app import crash_report
from safetydesk.domain.clock import Clock, SystemClock
from safetydesk.domain.errors import SafetyDeskError

if TYPE_CHECKING:
    import argparse
    from types import TracebackType

BROKEN = 70
"""Exit code of a command that a bug ended (EX_SOFTWARE of sysexits)."""

_FULL_TRACES = 5
_WINDOW_SECONDS = 60.0

_log = logging.getLogger("safetydesk.crash")


@dataclass(frozen=True)
class CrashNotice:
    """What the person at the desk is told: the code of the bug and where its report lies."""

    code: str
    source: str
    report: Path | None


class Repeats:
    """Counts the same bug over and over (a broken paint comes sixty times a second)."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._seen: dict[str, tuple[float, int]] = {}
        self._lock = threading.Lock()

    def count(self, code: str) -> int:
        """How often the bug has come in the running minute, this time included."""
        now = self._clock.monotonic()
        with self._lock:
            since, times = self._seen.get(code, (now, 0))
            if now - since > _WINDOW_SECONDS:
                since, times = now, 0
            self._seen[code] = since, times + 1
            return times + 1


class CrashRecorder:
    """Logs every unexpected exception with its trace and tells ``on_crash`` about new ones.

    ``on_crash`` may be called on any thread; ``reports`` is the folder for report files, ``log``
    the file whose end goes into them.
    """

    def __init__(self, *, reports: Path, log: Path, clock: Clock | None = None) -> None:
        self._reports = reports
        self._log_file = log
        self._clock = clock or SystemClock()
        self._repeats = Repeats(self._clock)
        self._busy = threading.local()
        self.on_crash: Callable[[CrashNotice], None] | None = None

    def install(self) -> None:
        """Takes the three places where Python leaves exceptions that nobody caught."""
        sys.excepthook = self._uncaught
        threading.excepthook = self._in_thread
        sys.unraisablehook = self._unraisable

    def record(self, error: BaseException, source: str) -> CrashNotice | None:
        """Logs the exception; the notice, unless the same bug was told within the minute."""
        code = code_of(error)
        times = self._repeats.count(code)
        trace = (type(error), error, error.__traceback__)
        if times <= _FULL_TRACES:
            _log.critical("%s in %s", code, source, exc_info=trace)
        elif times in {10**power for power in range(1, 9)}:
            _log.critical("%s in %s came %d times within a minute", code, source, times)
        if times > 1:
            return None
        return CrashNotice(code, source, self._write_report(code, error))

    def _write_report(self, code: str, error: BaseException) -> Path | None:
        """The report's path; None where the disk took no report (the log says why)."""
        try:
            return crash_report.write(
                self._reports, code, error, log=self._log_file, now=self._clock.now()
            )
        except OSError:
            _log.exception("no report of %s could be written", code)
            return None

    def _tell(self, error: BaseException, source: str) -> None:
        """Records and announces; a bug in here must not come back here."""
        if getattr(self._busy, "inside", False):
            return
        self._busy.inside = True
        try:
            notice = self.record(error, source)
            if notice is not None and self.on_crash is not None:
                self.on_crash(notice)
        except Exception:  # noqa: BLE001  # the last resort: nothing above could report this
            _log.critical("the crash handler itself failed", exc_info=True)
        finally:
            self._busy.inside = False

    def _uncaught(
        self, _kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """`sys.excepthook`: slots, timers, overrides, QThread.run, QRunnable, the main line."""
        self._tell(error.with_traceback(trace), threading.current_thread().name)

    def _in_thread(self, args: threading.ExceptHookArgs) -> None:
        """`threading.excepthook`: Python threads."""
        if args.exc_value is not None:
            name = args.thread.name if args.thread else "thread"
            self._tell(args.exc_value, name)

    def _unraisable(self, args: sys.UnraisableHookArgs) -> None:
        """`sys.unraisablehook`: destructors and callbacks that cannot raise."""
        if args.exc_value is not None:
            self._tell(args.exc_value, f"{args.err_msg or 'unraisable'}: {args.object!r}")


def code_of(error: BaseException) -> str:
    """A short code that is the same each time the same line raises the same kind of exception."""
    import hashlib  # OpenSSL is not needed before something breaks

    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "nowhere"
    digest = hashlib.sha256(f"{type(error).__qualname__}@{place}".encode()).hexdigest()
    return f"E-{digest[:6].upper()}"


def contained(call: Callable[[argparse.Namespace], int], args: argparse.Namespace) -> int:
    """Runs a command; a bug in it becomes a report, one line on stderr and exit code 70.

    Raises:
        SafetyDeskError, OSError, KeyboardInterrupt: expected; the caller says them in a sentence.
    """
    try:
        return call(args)
    except (SafetyDeskError, OSError):
        raise
    except Exception as error:  # noqa: BLE001  # the one place where a command's bug ends
        return _command_broke(error, args)


def _command_broke(error: Exception, args: argparse.Namespace) -> int:
    """Writes the report of a command's bug and says where it lies."""
    from safetydesk.app.paths import Paths

    logs = Paths.of(args.data).logs
    recorder = CrashRecorder(reports=logs / "reports", log=logs / "command.log")
    _log.addHandler(logging.NullHandler())
    notice = recorder.record(error, "command")
    where = notice.report if notice else None
    if sys.stderr is not None:
        sys.stderr.write(f"safetydesk：程序内部出错（{code_of(error)}），报告在 {where}\n")
    return BROKEN
