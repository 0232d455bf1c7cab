"""A small Qt program that breaks in the way its first argument names; run by test_crash_paths.

`python -m tests.helpers.crash_paths PATH FOLDER` writes what the person would have been told to
FOLDER/told and ends with "alive" on stdout where the event loop went on.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import shiboken6
from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QMetaObject,
    QObject,
    QRunnable,
    Qt,
    QThread,
    QThreadPool,
    QTimer,
    Signal,
    Slot,
    qFatal,
)
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QListView, QPushButton, QWidget
from typing_extensions import override

from safetydesk.app import logs
from safetydesk.app.crash import CrashNotice, CrashRecorder
from safetydesk.app.paths import Paths
from safetydesk.app.run_marker import RunMarker
from safetydesk.domain.clock import SystemClock

Break = Callable[[], None]
BREAKS: dict[str, Break] = {}
_kept: list[object] = []


def breaks(function: Break) -> Break:
    """Registers a way to break under its function's name."""
    BREAKS[function.__name__] = function
    return function


def say(word: str) -> None:
    """One word for the test that runs this program."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def planted() -> None:
    raise RuntimeError("planted: phone 199 0000 0000")


class _Receiver(QObject):
    queued = Signal()

    @Slot()
    def break_now(self) -> None:
        planted()


class _Painted(QWidget):
    @override
    def paintEvent(self, event):
        planted()


class _Model(QAbstractListModel):
    @override
    def rowCount(self, parent=None):
        return 3

    @override
    def data(self, index, role=0):
        planted()


class _Filter(QObject):
    @override
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.User:
            planted()
        return False


class _Closing(QWidget):
    """Closes the way every window of the program does: refuse first, agree last."""

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        planted()
        event.accept()


class _Thread(QThread):
    @override
    def run(self):
        planted()


class _Work(QRunnable):
    @override
    def run(self):
        planted()


@breaks
def slot() -> None:
    button = QPushButton()
    button.clicked.connect(planted)
    button.click()


@breaks
def timer() -> None:
    QTimer.singleShot(0, planted)


@breaks
def queued() -> None:
    receiver = _Receiver()
    receiver.queued.connect(receiver.break_now, Qt.ConnectionType.QueuedConnection)
    receiver.queued.emit()
    _kept.append(receiver)


@breaks
def invoked() -> None:
    receiver = _Receiver()
    _kept.append(receiver)
    QMetaObject.invokeMethod(receiver, "break_now", Qt.ConnectionType.QueuedConnection)


@breaks
def paint_event() -> None:
    widget = _Painted()
    widget.show()
    _kept.append(widget)


@breaks
def model_data() -> None:
    view = QListView()
    view.setModel(_Model(view))
    view.show()
    _kept.append(view)


@breaks
def event_filter() -> None:
    watcher, watched = _Filter(), QObject()
    watched.installEventFilter(watcher)
    _kept.extend((watcher, watched))
    QCoreApplication.postEvent(watched, QEvent(QEvent.Type.User))


@breaks
def close_event() -> None:
    widget = _Closing()
    widget.show()
    QMetaObject.invokeMethod(widget, "close", Qt.ConnectionType.QueuedConnection)
    QTimer.singleShot(100, lambda: say("still open" if widget.isVisible() else "closed"))


@breaks
def q_thread() -> None:
    thread = _Thread()
    _kept.append(thread)
    thread.start()
    thread.wait()


@breaks
def q_runnable() -> None:
    QThreadPool.globalInstance().start(_Work())
    QThreadPool.globalInstance().waitForDone()


@breaks
def python_thread() -> None:
    thread = threading.Thread(target=planted, name="import")
    thread.start()
    thread.join()


@breaks
def destroyed_object() -> None:
    widget = QWidget()
    shiboken6.delete(widget)
    QTimer.singleShot(0, widget.show)
    QTimer.singleShot(0, lambda: widget.setWindowTitle("gone"))


@breaks
def destructor() -> None:
    class Dying:
        def __del__(self):
            planted()

    Dying()


@breaks
def recursion() -> None:
    def deeper() -> None:
        deeper()

    QTimer.singleShot(0, deeper)


@breaks
def no_stderr() -> None:
    sys.stderr = None
    slot()


@breaks
def repeated() -> None:
    for _ in range(100):
        QTimer.singleShot(0, planted)


@breaks
def sys_exit_in_a_slot() -> None:
    QTimer.singleShot(0, lambda: sys.exit(7))


@breaks
def thread_dropped_while_running() -> None:
    thread = QThread()
    thread.start()
    shiboken6.delete(thread)


@breaks
def qt_fatal() -> None:
    qFatal("planted: fatal")


@breaks
def segmentation_fault() -> None:
    import ctypes

    ctypes.string_at(0)


@breaks
def broken_announcement() -> None:
    slot()


def main(name: str, folder: Path) -> int:
    paths = Paths.of(folder)
    paths.create()
    clock = SystemClock()
    logs.start(paths.logs)
    logs.hear_qt()
    recorder = CrashRecorder(
        reports=paths.logs / "reports", log=paths.logs / "desk.log", clock=clock
    )
    recorder.install()
    marker = RunMarker(paths, clock)
    marker.begin()
    told: list[str] = []

    def tell(notice: CrashNotice) -> None:
        if name == "broken_announcement":
            planted()
        told.append(f"{notice.code} {notice.source} {notice.report}")
        (folder / "told").write_text("\n".join(told), "utf-8")

    recorder.on_crash = tell
    app = QApplication([])
    QTimer.singleShot(0, app, BREAKS[name])
    QTimer.singleShot(300, app, lambda: app.exit(0))
    app.exec()
    say("alive")
    marker.end()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
