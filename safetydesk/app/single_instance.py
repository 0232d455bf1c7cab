"""That one data folder has one desk, and how a second start shows the first one's window."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_ANSWER_MS = 1500


class FolderLock:
    """A lock of the operating system on a file: gone with the process, even after ``kill -9``."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def acquire(self) -> bool:
        """Whether this process has the lock now; never waits.

        Raises:
            OSError: the lock file cannot be made.
        """
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock_first_byte(descriptor)
        except OSError:
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Gives the lock back; the file stays, since removing it would let two in."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


if sys.platform == "win32":
    import msvcrt

    def _lock_first_byte(descriptor: int) -> None:
        """Locks or raises OSError at once."""
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock_first_byte(descriptor: int) -> None:
        """Locks or raises OSError at once; a record lock is not inherited by child processes."""
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class SingleInstance(QObject):
    """The one desk of a data folder; ``asked_to_show`` says that somebody started a second.

    ``name`` tells data folders apart. The socket only carries the wish to see the window: it
    stays behind after a kill, so it is never asked who is first.
    """

    asked_to_show = Signal()

    def __init__(self, lock: Path, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = FolderLock(lock)
        self._name = f"safetydesk-{name}"
        self._server: QLocalServer | None = None

    def acquire(self) -> bool:
        """Whether this is the only desk."""
        return self._lock.acquire()

    def listen(self) -> None:
        """Hears later starts from now on; whoever comes before finds a window that is opening."""
        from PySide6.QtNetwork import QLocalServer  # not needed before the first frame

        QLocalServer.removeServer(self._name)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._on_connection)
        server.listen(self._name)
        self._server = server

    def show_first(self) -> bool:
        """Asks the desk that runs already to show its window; whether it heard."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        heard = socket.waitForConnected(_ANSWER_MS)
        socket.abort()
        return heard

    def release(self) -> None:
        """Stops listening and gives the lock back."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.release()

    def _on_connection(self) -> None:
        """Every connection is the same wish; nothing is read from it."""
        if self._server is None:
            return
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
            self.asked_to_show.emit()
