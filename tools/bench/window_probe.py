"""Starts the program as a person does and watches its window from outside.

    python -m tools.bench.window_probe --data FOLDER

``SAFETYDESK_PROBE=first`` ends the process after the first painted frame and prints one line of
JSON: peak memory, the modules loaded by then, and whether the namespace ``Qt`` was made.
``SAFETYDESK_PROBE=gaps`` lets it run for five seconds, longer where the desk is not open by then,
and prints the worst gaps between two turns of the event loop. ``SAFETYDESK_PROBE=naive`` does the
same with a desk that is opened in the window's own thread. The product knows none of them.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable

from safetydesk.app.main import main
from safetydesk.app.plain_imports import load_qt

load_qt()  # in the order of the program itself

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from typing_extensions import override

from safetydesk.app.window import Opening
from safetydesk.ui.tasks import Task, TaskRunner, connect

WATCHED_SECONDS, LONGEST_SECONDS = 5.0, 40.0
AFTER_OPENING = 1.5
"""Seconds watched once the desk is open."""
TICK_MS = 2
_exec = QApplication.exec


class FirstPaint(QObject):
    """Ends the process after the paint in which the window appears."""

    _seen = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Waits for the first paint; the turn after it, everything of the frame is on screen."""
        if event.type() is QEvent.Type.Paint and not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, self._end)
        return super().eventFilter(watched, event)

    def _end(self) -> None:
        names = sorted({name.split(".")[0] for name in sys.modules})
        report(modules=names, qt_names="Qt" in vars(QtCore))


class Gaps(QObject):
    """Measures how long the event loop is away, from the first turn on."""

    def __init__(self) -> None:
        super().__init__()
        self._start, self._last = time.perf_counter(), 0.0
        self._gaps: list[tuple[float, float]] = []
        self._open_at: float | None = None
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start()

    def _on_turn(self) -> None:
        now = time.perf_counter() - self._start
        self._gaps.append((now - self._last, now))
        self._last = now
        if self._open_at is None and is_open():
            self._open_at = now
        end = LONGEST_SECONDS if self._open_at is None else self._open_at + AFTER_OPENING
        if now > max(WATCHED_SECONDS, end):
            worst = sorted(self._gaps, reverse=True)[:5]
            gaps = [[round(gap * 1e3, 1), round(at * 1e3)] for gap, at in worst]
            report(gaps=gaps, open_ms=round((self._open_at or 0) * 1e3))


def is_open() -> bool:
    """Whether the desk is at work in its window."""
    app = QApplication.instance()
    return app is not None and any(
        opening.desk_window is not None for opening in app.findChildren(Opening)
    )


def report(**found: object) -> None:
    """Prints what was found and leaves at once: closing is not what is measured."""
    from tools.bench.peak import peak_kib

    sys.stdout.write(json.dumps({"peak_kib": peak_kib(), **found}) + "\n")
    sys.stdout.flush()
    os._exit(0)


def watched_exec(_app: object = None) -> int:
    """Hangs the watcher on the window that was shown, then runs the event loop."""
    if os.environ.get("SAFETYDESK_PROBE") in {"gaps", "naive"}:
        watcher: QObject = Gaps()
    else:
        watcher = FirstPaint()
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QMainWindow):
                widget.installEventFilter(watcher)
    QApplication.instance().setProperty("watcher", watcher)  # type: ignore[union-attr]  # it runs
    return _exec()


def at_once(
    runner: TaskRunner, work: Callable[[], object], **answers: Callable[..., object] | None
) -> Task:
    """What ``TaskRunner.submit`` does, in the thread of whoever asks."""
    task = Task(runner)
    whom = {"succeeded": None, "failed": None, "finished": None, **answers}
    connect(task, **whom)
    task.carry_out(work)
    return task


if __name__ == "__main__":
    if os.environ.get("SAFETYDESK_PROBE") == "naive":
        TaskRunner.submit = at_once  # type: ignore[method-assign, assignment]  # this process only
    QApplication.exec = watched_exec  # type: ignore[method-assign]  # only in this process
    sys.exit(main(sys.argv[1:]))
