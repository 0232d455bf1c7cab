"""What watches over a running desk from its first line to its last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.app import logs
from safetydesk.app.closing import Closing, Stage
from safetydesk.app.crash import CrashRecorder
from safetydesk.app.run_marker import PreviousEnd, RunMarker

if TYPE_CHECKING:
    from safetydesk.app.crash_dialog import CrashDialog
    from safetydesk.app.paths import Paths
    from safetydesk.app.single_instance import SingleInstance
    from safetydesk.domain.clock import Clock


class Supervision:
    """Log, crash hooks, the one instance, the crash marker and the closing order of one desk.

    Make it before the QApplication, so that nothing can fail unseen; call ``take_folder`` as soon
    as there is one. ``closing`` already knows how the log, the marker and the lock are given back.
    """

    def __init__(self, paths: Paths, clock: Clock) -> None:
        paths.create()
        self._paths = paths
        self._marker = RunMarker(paths, clock)
        self._dialog: CrashDialog | None = None
        self.closing = Closing()
        self.instance: SingleInstance | None = None
        self.previous: PreviousEnd | None = None
        handler = logs.start(paths.logs)
        logs.hear_qt()
        self.closing.add(Stage.LOG, lambda: logs.stop(handler))
        self.crashes = CrashRecorder(
            reports=paths.logs / "reports", log=paths.logs / "desk.log", clock=clock
        )
        self.crashes.install()

    def take_folder(self) -> bool:
        """Whether this desk is the only one on its folder; if not, the other shows its window.

        Raises:
            OSError: the data folder cannot be written.
        """
        from safetydesk.app.crash_dialog import CrashDialog
        from safetydesk.app.single_instance import SingleInstance

        instance = SingleInstance(self._paths.lock, self._paths.name)
        if not instance.acquire():
            instance.show_first()
            return False
        self.instance = instance
        self.closing.add(Stage.LOCK, instance.release)
        self.previous = self._marker.previous()
        self._marker.begin()
        self.closing.add(Stage.MARKER, self._marker.end)
        self._dialog = CrashDialog()
        self.crashes.on_crash = self._dialog.announce
        return True
