"""A desk without a window, for the process that watches it: beats until it is told otherwise.

``python -m tools.faults.watched_desk FOLDER`` reads one word a line: ``hang`` blocks its main
thread for good, ``kill-beat`` ends the thread of the scheduler, ``kill-guard`` that of the guard,
``close`` ends in order. It prints the number of its watching process, then each kill it has done.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from safetydesk.app.opening import open_database
from safetydesk.app.paths import Paths
from safetydesk.app.pulse import Pulse
from safetydesk.app.watch_keeper import WatchKeeper
from safetydesk.app.wiring import DESK_NAME, build
from safetydesk.domain.clock import SystemClock
from safetydesk.scheduling import guard, heartbeat
from safetydesk.storage.drafts import DraftStore
from safetydesk.ui.bus import Bus
from tools.faults.threads import kill_thread

_KILLS = {"kill-beat": heartbeat.THREAD_NAME, "kill-guard": guard.THREAD_NAME}


class Orders(QObject):
    """What it is told, heard on the main thread."""

    told = Signal(str)

    def listen(self) -> None:
        """Until whoever tells has gone."""
        for line in sys.stdin:
            self.told.emit(line.strip())


def main(folder: Path) -> int:
    """Runs the desk; the exit code."""
    app = QCoreApplication(sys.argv[:1])
    paths = Paths.of(folder)
    desk = build(open_database(paths), SystemClock(), drafts=DraftStore(paths.drafts, bytes(32)))
    pulse, orders = Pulse(desk, Bus()), Orders()
    keeper = WatchKeeper(paths, DESK_NAME, zone=desk.office().zone)
    pulse.start()
    keeper.start()
    _say(str(keeper.process_id))

    def obey(word: str) -> None:
        if word in _KILLS:
            kill_thread(_KILLS[word])
            _say(word)
        elif word == "hang":
            threading.Event().wait()
        else:
            keeper.stop()
            pulse.stop()
            app.quit()

    turning = QTimer(interval=1_000)  # as the window does, which this desk has not
    turning.timeout.connect(pulse.turned)
    turning.start()
    orders.told.connect(obey)
    threading.Thread(target=orders.listen, daemon=True).start()
    return app.exec()


def _say(word: str) -> None:
    """One line to whoever started this."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
