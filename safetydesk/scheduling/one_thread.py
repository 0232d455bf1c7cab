"""How APScheduler is kept to one thread and to no more than a second of waiting.

Imported only when the scheduler starts: APScheduler takes 0.3 s.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from apscheduler.executors.base import BaseExecutor, run_job
from apscheduler.jobstores.memory import MemoryJobStore
from typing_extensions import override

from safetydesk.domain.clock import SystemClock

if TYPE_CHECKING:
    from collections.abc import Mapping

    from apscheduler.job import Job

STORE = "default"
_LOG = "apscheduler.own_thread"
"""Under APScheduler's own name: what it says of each job, twice a second, is quieted with it."""


class OwnThread(BaseExecutor):
    """Carries jobs out on the scheduler's own thread: a pool would wake a second one each second.

    ``carry_out`` is to be called once the scheduler has given its lock back, which is when it tells
    that a job was submitted: nobody who arms an instant waits for a beat that is going on.
    """

    def __init__(self) -> None:
        super().__init__()
        self._submitted: list[tuple[Job, list[datetime]]] = []

    def carry_out(self, _event: object = None) -> None:
        """Everything that was submitted, in its order."""
        while self._submitted:
            job, times = self._submitted.pop(0)
            self._run_job_success(job.id, run_job(job, STORE, times, _LOG))

    def _do_submit_job(self, job: Job, run_times: list[datetime]) -> None:
        """APScheduler's own name for what an executor does with a job that is due."""
        self._submitted.append((job, run_times))


class NearTimes(MemoryJobStore):
    """Jobs in memory that a clock set back does not put to sleep (APScheduler's issue 794).

    APScheduler waits for the wall clock to reach the next job. Here it never waits longer than
    ``longest``, and a job further away than its own ``periods`` says is taken to be due.
    """

    def __init__(self, longest: timedelta, periods: Mapping[str, timedelta]) -> None:
        super().__init__()
        self._machine = SystemClock()
        self._longest = longest
        self._periods = periods

    @override
    def get_due_jobs(self, now: datetime) -> list[Job]:
        for job in self.get_all_jobs():
            period = self._periods.get(job.id)
            if period is not None and job.next_run_time - now > period:
                job.modify(next_run_time=now.astimezone(UTC))
        return super().get_due_jobs(now)

    @override
    def get_next_run_time(self) -> datetime | None:
        nearest = super().get_next_run_time()
        if nearest is None:
            return None
        return min(nearest, self._machine.now() + self._longest)
