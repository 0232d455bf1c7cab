"""A desk without a window, for the process that watches it: beats until it is told otherwise.

``python -m tests.helpers.watched_desk FOLDER`` reads one word a line: ``hang`` blocks its main
thread for good, ``close`` ends in order. It prints the number of its watching process.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from safetydesk.app.opening import open_database
from safetydesk.app.paths import Paths
from safetydesk.app.pulse import Pulse
from safetydesk.app.watch_keeper import WatchKeeper
from safetydesk.app.wiring import DESK_NAME, build
from safetydesk.domain.clock import SystemClock
from safetydesk.storage.drafts import DraftStore
from safetydesk.ui.bus import Bus


class Orders(QObject):
    """What the test tells, heard on the main thread."""

    told = Signal(str)

    def listen(self) -> None:
        for line in sys.stdin:
            self.told.emit(line.strip())


def main(folder: Path) -> int:
    app = QCoreApplication(sys.argv[:1])
    paths = Paths.of(folder)
    desk = build(open_database(paths), SystemClock(), drafts=DraftStore(paths.drafts, bytes(32)))
    pulse, keeper, orders = Pulse(desk, Bus()), WatchKeeper(paths, DESK_NAME), Orders()
    pulse.start()
    keeper.start()
    sys.stdout.write(f"{keeper.process_id}\n")
    sys.stdout.flush()

    def obey(word: str) -> None:
        if word == "hang":
            threading.Event().wait()
        else:
            keeper.stop()
            pulse.stop()
            app.quit()

    orders.told.connect(obey)
    threading.Thread(target=orders.listen, daemon=True).start()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
