"""That the database is still the file it was: neither gone nor replaced under an open desk.

A file that was deleted stays readable and writable for whoever has it open, and is gone with the
last of them: every line would be taken, shown as saved, and lost.
"""

from __future__ import annotations

from pathlib import Path

from safetydesk.domain.errors import StorageUnavailable


class HeldFile:
    """The file as it was when it was opened first; compared by the number of the file system."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held: tuple[int, int] | None = None

    def hold(self) -> None:
        """Remembers the file, which is there by now."""
        if self._held is None:
            self._held = self._found()

    def check(self) -> None:
        """Nothing, while it is that file (or none was held yet).

        Raises:
            StorageUnavailable: it is gone, or another lies in its place.
        """
        if self._held is not None and self._found() != self._held:
            raise StorageUnavailable("storage.gone", path=str(self._path))

    def _found(self) -> tuple[int, int] | None:
        try:
            status = self._path.stat()
        except OSError:
            return None
        return (status.st_dev, status.st_ino)
