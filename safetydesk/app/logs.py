"""How the program keeps its own log: rotating files, no personal numbers, Qt's words too."""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from typing_extensions import override

from safetydesk.app.masking import mask_numbers

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType

_LARGEST_FILE = 2_000_000
_FILES_KEPT = 5


class MaskingFormatter(logging.Formatter):
    """One record as text: time in UTC first, then words in which no long number is left."""

    def __init__(self) -> None:
        super().__init__("%(levelname)s %(threadName)s %(name)s: %(message)s")

    @override
    def format(self, record: logging.LogRecord) -> str:
        """The whole record is masked, arguments, traces and stacks included."""
        moment = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        return f"{moment}.{int(record.msecs):03d}Z {mask_numbers(super().format(record))}"


class LogFile(logging.FileHandler):
    """The log file; a full disk loses lines, counts them and stops nothing.

    It rotates by itself: the handler of the standard library comes with sockets and pickling,
    for which the first frame would wait.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path, encoding="utf-8", delay=True)
        self.largest = _LARGEST_FILE
        self.lost = 0
        self.setFormatter(MaskingFormatter())

    @override
    def emit(self, record: logging.LogRecord) -> None:
        """Writes a record, into a new file where the old one is full."""
        try:
            if self.stream is not None and self.stream.tell() >= self.largest:
                self._rotate()
        except OSError:
            self.handleError(record)
        super().emit(record)

    def _rotate(self) -> None:
        """Sets the full file aside; the oldest of those kept goes."""
        self.close()  # the next record opens the file anew
        for number in range(_FILES_KEPT - 1, 0, -1):
            older = Path(f"{self.baseFilename}.{number}")
            if older.exists():
                older.replace(f"{self.baseFilename}.{number + 1}")
        Path(self.baseFilename).replace(f"{self.baseFilename}.1")

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        """Counts a line that could not be written; there may be no stderr to say it on."""
        self.lost += 1


def start(folder: Path, role: str = "desk") -> LogFile:
    """Sends everything from INFO up to ``folder/role.log``; one file for each kind of process."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = LogFile(folder / f"{role}.log")
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    logging.captureWarnings(capture=True)
    return handler


def stop(handler: LogFile) -> None:
    """Takes the file out again and closes it."""
    logging.getLogger().removeHandler(handler)
    handler.close()


def tail(path: Path, lines: int = 500) -> list[str]:
    """The last lines of a log file; none where there is no file."""
    try:
        return path.read_text("utf-8", "replace").splitlines()[-lines:]
    except OSError:
        return []


def open_fault_file(folder: Path) -> BinaryIO:
    """The file into which the interpreter writes its stacks when it dies; left open for life."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return (folder / "fault.log").open("ab", buffering=0)


def hear_qt() -> None:
    """Lets Qt's own messages go to the log; its last words before an abort bring the stack."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    levels = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
        QtMsgType.QtCriticalMsg: logging.ERROR,
        QtMsgType.QtFatalMsg: logging.CRITICAL,
    }
    log = logging.getLogger("qt")
    log.addHandler(logging.NullHandler())  # a command without a log file says nothing of Qt's

    def hear(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
        level = levels[kind]
        fatal = level == logging.CRITICAL
        log.log(level, "%s (%s)", message, context.category, stack_info=fatal)

    qInstallMessageHandler(hear)
