"""Work that must not hold up the window: run on two threads, answered in the main thread."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot
from typing_extensions import override

from safetydesk.domain.errors import SafetyDeskError


class Task(QObject):
    """One piece of work under way; signals arrive in the main thread.

    ``succeeded`` carries the value, ``failed`` the ``SafetyDeskError``; then ``finished``.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    finished = Signal()

    def carry_out(self, work: Callable[[], object]) -> None:
        """Runs the work where it is called; an unexpected error goes to the crash handler."""
        try:
            value = work()
        except SafetyDeskError as error:
            self.failed.emit(error)
        except Exception as error:  # noqa: BLE001 - the crash handler reports it, and the task must end
            sys.excepthook(type(error), error, error.__traceback__)
        else:
            self.succeeded.emit(value)
        finally:
            self.finished.emit()


class Runs(Protocol):
    """What screens ask of a runner; tests pass one that works at once."""

    def submit(
        self,
        work: Callable[[], object],
        *,
        succeeded: Callable[..., object] | None = None,
        failed: Callable[..., object] | None = None,
        finished: Callable[..., object] | None = None,
    ) -> Task:
        """Starts the work; answers go to the bound methods given."""
        ...

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Waits for all work, for the orderly shutdown; whether it ended in time."""
        ...


class Progress(QObject):
    """How far a long work has come and whether it is still wanted; usable from any thread.

    Give ``step`` to the service; it returns False once the person has cancelled.
    """

    stepped = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancelled = threading.Event()

    def step(self, done: int, total: int) -> bool:
        """Reports progress; whether to go on."""
        self.stepped.emit(done, total)
        return not self._cancelled.is_set()

    @Slot()
    def cancel(self) -> None:
        """Asks the work to stop at its next step."""
        self._cancelled.set()


class TaskRunner(QObject):
    """Runs work on a pool of two threads and keeps each task until it has answered."""

    def __init__(self, parent: QObject | None = None, threads: int = 2) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._active: set[Task] = set()

    def submit(
        self,
        work: Callable[[], object],
        *,
        succeeded: Callable[..., object] | None = None,
        failed: Callable[..., object] | None = None,
        finished: Callable[..., object] | None = None,
    ) -> Task:
        """Starts the work on another thread.

        Give bound methods of QObjects: Qt disconnects them when their object goes, so an answer
        that comes too late calls nobody. The work must not touch widgets or models.
        """
        task = Task(self)
        connect(task, succeeded=succeeded, failed=failed, finished=finished)
        task.finished.connect(self._forget)
        self._active.add(task)
        self._pool.start(_Job(task, work))
        return task

    @property
    def busy(self) -> bool:
        """Whether any work is still under way."""
        return bool(self._active)

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Waits for all work, for the orderly shutdown; whether it ended in time."""
        return self._pool.waitForDone(milliseconds)

    @Slot()
    def _forget(self) -> None:
        task = self.sender()
        if isinstance(task, Task):
            self._active.discard(task)
            task.deleteLater()


def connect(
    task: Task,
    *,
    succeeded: Callable[..., object] | None,
    failed: Callable[..., object] | None,
    finished: Callable[..., object] | None,
) -> None:
    """Joins a task's signals to the receivers that were given, before it starts."""
    if succeeded is not None:
        task.succeeded.connect(succeeded)
    if failed is not None:
        task.failed.connect(failed)
    if finished is not None:
        task.finished.connect(finished)


class AtOnce:
    """Carries work out before ``submit`` returns; nothing is ever under way."""

    def submit(
        self,
        work: Callable[[], object],
        *,
        succeeded: Callable[..., object] | None = None,
        failed: Callable[..., object] | None = None,
        finished: Callable[..., object] | None = None,
    ) -> Task:
        """Does the work and answers."""
        task = Task()
        connect(task, succeeded=succeeded, failed=failed, finished=finished)
        task.carry_out(work)
        return task

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Nothing is ever under way."""
        return milliseconds >= 0


class _Job(QRunnable):
    """Carries a task onto a thread of the pool."""

    def __init__(self, task: Task, work: Callable[[], object]) -> None:
        super().__init__()
        self._task = task
        self._work = work

    @override
    def run(self) -> None:
        self._task.carry_out(self._work)
