"""A desk reduced to its lock; run by test_single_instance.

`python -m tests.helpers.second_start FOLDER` says "first" and stays, or "second" and goes; the
first says "asked" for each later start that wanted to see its window.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from safetydesk.app.paths import Paths
from safetydesk.app.single_instance import SingleInstance

_LONGEST_STAY_MS = 30_000


def say(word: str) -> None:
    """One word for the test that runs this program."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main(folder: Path) -> int:
    """0 for the first, 1 for a later one that was heard, 2 for one that was not."""
    app = QCoreApplication([])
    paths = Paths.of(folder)
    paths.create()
    only = SingleInstance(paths.lock, paths.name)
    if not only.acquire():
        heard = only.show_first()
        say("second")
        return 1 if heard else 2
    only.listen()
    only.asked_to_show.connect(lambda: say("asked"))
    say("first")
    QTimer.singleShot(_LONGEST_STAY_MS, app, app.quit)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
