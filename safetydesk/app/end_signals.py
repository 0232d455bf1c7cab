"""Being told by the system to end: an end in order, which nobody takes for a death."""

from __future__ import annotations

import signal
import socket
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Slot

if TYPE_CHECKING:
    from collections.abc import Generator
    from types import FrameType

SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)
)
"""A service that stops, Ctrl+C, and a terminal or session that closes. Windows has no SIGHUP."""
_SHELL_BASE = 128


@contextmanager
def ending_in_order() -> Generator[None]:
    """A signal to end leaves the block as ``SystemExit``, so that what was begun is put away."""
    before = {number: signal.signal(number, _leave) for number in SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class EndSignals(QObject):
    """While the event loop runs, a signal to end ends the loop; whoever ran it closes in order.

    Python's handlers wait until the interpreter runs, which Qt's loop may not for long: the signal
    itself writes into a socket on which the loop listens.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reading, self._writing = socket.socketpair()
        for end in (self._reading, self._writing):
            end.settimeout(0)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        self._before = signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        self._handlers = {number: signal.signal(number, _written) for number in SIGNALS}

    def stop(self) -> None:
        """Signals do again what they did before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._reading.close()
        self._writing.close()

    @Slot()
    def _on_signal(self) -> None:
        """Ends the loop without asking windows: unfinished typing is kept as drafts."""
        self._reading.recv(64)
        QCoreApplication.exit(0)


def _leave(number: int, _frame: FrameType | None) -> None:
    """Before and after the loop."""
    raise SystemExit(_SHELL_BASE + number)


def _written(_number: int, _frame: FrameType | None) -> None:
    """The number is in the socket already."""
