"""A folder without an office: the page that asks for one stands in the window, alone."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, Signal, Slot

from safetydesk.app.opening import key_name, key_store, open_database
from safetydesk.domain.founding import NATIONAL, SITE_ZONE
from safetydesk.services.rule_packs import PACK_NAMES, load_packs
from safetydesk.ui.bus import Bus
from safetydesk.ui.dialogs.set_up import SetUpPage
from safetydesk.ui.perform import show_error
from safetydesk.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from safetydesk.app.paths import Paths
    from safetydesk.domain.clock import Clock
    from safetydesk.domain.errors import SafetyDeskError
    from safetydesk.domain.founding import Founding
    from safetydesk.ui.main_window import MainWindow
    from safetydesk.ui.tasks import Runs


class SetUp(QObject):
    """Founds the office of a folder; ``done`` comes when its desk can be opened."""

    done = Signal()

    def __init__(
        self, window: MainWindow, paths: Paths, clock: Clock, tasks: Runs | None = None
    ) -> None:
        super().__init__(window)
        self._window = window
        self._paths = paths
        self._clock = clock
        self._tasks: Runs = tasks or TaskRunner(self)
        self._bus = Bus(self)
        offered = [(pack.id, pack.name) for pack in load_packs(_beside_national())]
        self.page = SetUpPage(bus=self._bus, packs=offered, folder=paths.data)
        self.page.founding_asked.connect(self._on_founding_asked)
        self.page.continued.connect(self._on_continued)
        self.page.demonstration_asked.connect(open_demonstration)
        window.show_alone(self.page)
        self.page.take_focus()

    @Slot(object)
    def _on_founding_asked(self, given: Founding) -> None:
        """Makes key, database and office on another thread."""
        self._tasks.submit(
            lambda: found_in(self._paths, self._clock, given),
            succeeded=self._on_founded,
            failed=self._on_failed,
        )

    @Slot(object)
    def _on_founded(self, key: str) -> None:
        """Shows the key; a database on a server has none to show."""
        if not key:
            self._on_continued()
            return
        from zoneinfo import ZoneInfo

        self.page.show_key(key, self._clock.now().astimezone(ZoneInfo(SITE_ZONE)))

    @Slot(object)
    def _on_failed(self, error: SafetyDeskError) -> None:
        """Says why beside the answers, which stay."""
        show_error(self.page, error)

    @Slot()
    def _on_continued(self) -> None:
        """The desk can be opened; the frame comes back with its first page."""
        self.done.emit()


def found_in(paths: Paths, clock: Clock, given: Founding) -> str:
    """Founds the office of a folder; the recovery key as it is spelled, empty on a server.

    Raises:
        SafetyDeskError: the folder, the server or an answer cannot be taken.
    """
    from safetydesk.services.founding import found_office
    from safetydesk.services.transaction import Transactions
    from safetydesk.storage.keys import recovery_text

    database = open_database(paths, create=True)
    try:
        found_office(Transactions(database, clock), given)
    finally:
        database.close()
    key = key_store(paths).find(key_name(paths)) if paths.database.exists() else None
    return recovery_text(key) if key else ""


def open_demonstration() -> bool:
    """Opens the demonstration office in a window of its own; whether it started."""
    words = ["--demo"] if getattr(sys, "frozen", False) else ["-m", "safetydesk", "--demo"]
    started, _process_id = QProcess.startDetached(sys.executable, words)
    return bool(started)


def _beside_national() -> tuple[str, ...]:
    """The packs that an office chooses."""
    return tuple(name for name in PACK_NAMES if name != NATIONAL)
