"""A task runner that works at once, in the thread that asked."""

from __future__ import annotations

from collections.abc import Callable

from safetydesk.ui.tasks import Task, connect


class SyncTaskRunner:
    """Carries work out before ``submit`` returns; nothing is ever under way."""

    busy = False

    def submit(
        self,
        work: Callable[[], object],
        *,
        succeeded: Callable[..., object] | None = None,
        failed: Callable[..., object] | None = None,
        finished: Callable[..., object] | None = None,
    ) -> Task:
        task = Task()
        connect(task, succeeded=succeeded, failed=failed, finished=finished)
        task.carry_out(work)
        return task

    def wait(self, milliseconds: int = 30_000) -> bool:
        return True
