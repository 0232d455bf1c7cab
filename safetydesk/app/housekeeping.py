"""What the desk looks after by itself: the seal of the log's end, and a copy of the data."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from safetydesk.domain.clock import SystemClock
from safetydesk.storage.backup import back_up
from safetydesk.storage.engine import SqliteLocation
from safetydesk.ui.frame_feed import DeskHealth

if TYPE_CHECKING:
    from pathlib import Path

    from safetydesk.app.paths import Paths
    from safetydesk.app.wiring import Desk
    from safetydesk.ui.tasks import Runs

LOOK_EVERY_MS = 30 * 60 * 1000
LOOK_AFTER_WRITING_MS = 2000
BACKUP_EVERY = timedelta(hours=6)
KEPT = 28
_STAMP = "office-%Y%m%d-%H%M%S"


class Housekeeping(QObject):
    """Looks at start and every half hour, on a task thread; ``checked`` carries ``DeskHealth``."""

    checked = Signal(object)

    def __init__(self, desk: Desk, paths: Paths, tasks: Runs) -> None:
        super().__init__()
        self._desk = desk
        self._paths = paths
        self._tasks = tasks
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._soon = QTimer(self, singleShot=True, interval=LOOK_AFTER_WRITING_MS)
        self._soon.timeout.connect(self.look)

    def start(self) -> None:
        """Looks now and goes on looking; the directory is read before the first key is typed."""
        self._timer.start()
        self.look()
        self._tasks.submit(self._desk.contacts.prepare)

    def stop(self) -> None:
        """Looks no more."""
        self._timer.stop()
        self._soon.stop()

    def log_written(self) -> None:
        """The log has grown: looks soon, once for everything written meanwhile."""
        if self._timer.isActive() and not self._soon.isActive():
            self._soon.start()

    @Slot()
    def look(self) -> None:
        """One look, on another thread."""
        self._tasks.submit(self._looked, succeeded=self._on_looked)

    def _looked(self) -> DeskHealth:
        """Verifies the log's end and copies the data where the last copy is old."""
        self._take_holidays()
        self._desk.rules.keep_shipped()
        sqlite = self._desk.database.engines.is_sqlite
        health = DeskHealth(
            database="local" if sqlite else "server",
            backup_at=self._backed_up() if sqlite else None,
        )
        return with_seal(self._desk, health)

    def _take_holidays(self) -> None:
        """Enters the holiday notices that come with the program, where the office has none."""
        from safetydesk.exchange.holiday_calendar import shipped_notices

        known = self._desk.basis.calendar.years()
        missing = [notice for notice in shipped_notices() if notice.year not in known]
        if missing:
            self._desk.basis.calendar.take_shipped(self._desk.people.system(), missing)

    def _backed_up(self) -> datetime | None:
        """When the newest copy was made; makes one if it is older than six hours."""
        copies = newest_first(self._paths.backups)
        newest = _written(copies[0]) if copies else None
        now = SystemClock().now()
        if newest is not None and now - newest < BACKUP_EVERY:
            return newest
        location = self._desk.database.location
        if not isinstance(location, SqliteLocation):
            return None
        self._desk.database.engines.check()
        made = back_up(location, self._paths.backups, now.strftime(_STAMP))
        for old in newest_first(self._paths.backups)[KEPT:]:
            old.unlink(missing_ok=True)
        return _written(made)

    @Slot(object)
    def _on_looked(self, health: DeskHealth) -> None:
        """Tells what was seen."""
        self.checked.emit(health)


def with_seal(desk: Desk, health: DeskHealth) -> DeskHealth:
    """The health with what a look at the end of the log has found."""
    verdict = desk.log.verify_tail()
    sealed = desk.log.count() if verdict.holds else verdict.checked
    return replace(health, sealed=sealed, seal_broken_at=verdict.first_bad)


def newest_first(folder: Path) -> list[Path]:
    """The regular copies in a folder; those made before a migration are never thrown away."""
    return sorted(folder.glob("office-*.db"), reverse=True)


def _written(path: Path) -> datetime:
    """When a copy was finished."""
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)
