"""APScheduler's home: one beat a second, and one at the nearest due instant, on one thread.

No job is stored, none stands for a reminder. APScheduler waits by the wall clock and notices
neither a step nor a resume (its issue 794): ``one_thread.NearTimes`` lets it wait no longer than a
second, and ``guard.Guard`` calls ``rearm`` where nothing comes all the same.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import TYPE_CHECKING

from safetydesk.domain.clock import SystemClock
from safetydesk.scheduling.beat import PERIOD

if TYPE_CHECKING:
    from apscheduler.events import JobExecutionEvent
    from apscheduler.schedulers.background import BackgroundScheduler

    from safetydesk.domain.clock import Clock
    from safetydesk.scheduling.beat import Beat

AUDIT_EVERY = 45.0
AUDIT_AGAIN = 10.0
"""Seconds to the second look of an auditor who found something: both come within a minute
(reliability R20)."""
SELDOM = 3600.0
"""A beat at an instant comes again after so many seconds, for nothing: a job of APScheduler's that
ends takes itself out, and where the scheduler is stopped just then its thread dies of it."""
THREAD_NAME = "APScheduler"
_BEAT, _DUE, _AUDIT = "beat", "due", "audit"
_BEATING, _APART = "default", "apart"

_log = logging.getLogger("safetydesk.heartbeat")


def load_scheduler() -> None:
    """Imports APScheduler, 0.3 s, on a thread that may wait for it."""
    for name in (
        "apscheduler.schedulers.background",
        "apscheduler.triggers.interval",
        "safetydesk.scheduling.one_thread",
    ):
        import_module(name)


class Heartbeat:
    """Calls the beat, and ``audit`` every 45 s, by APScheduler.

    ``audit`` says whether it should look again soon. ``on_trouble`` hears the name of a job that
    failed or was missed.
    """

    def __init__(
        self,
        beat: Beat,
        clock: Clock,
        *,
        audit: Callable[[], bool] | None = None,
        on_trouble: Callable[[str], object] | None = None,
    ) -> None:
        self._beat = beat
        self._clock = clock
        self._audit = audit
        self._on_trouble = on_trouble
        self._machine = SystemClock()  # APScheduler reads the machine's clock, whatever ours says
        self._scheduler: BackgroundScheduler | None = None
        self._thread: threading.Thread | None = None
        self._changing = threading.Lock()

    def start(self) -> None:
        """Begins to beat, at once."""
        self._beat.attach(self.arm, self.soon)
        with self._changing:
            self._begin()
        self.rearm()

    def stop(self) -> None:
        """Ends, after the running beat."""
        with self._changing:
            scheduler, self._scheduler = self._scheduler, None
        if scheduler is not None:
            scheduler.shutdown(wait=True)

    def rearm(self) -> None:
        """Lets the regular jobs come at once, on a scheduler that lives."""
        self._revive()
        now = self._machine.now()
        self._at(_BEAT, now)
        if self._audit is not None:
            self._at(_AUDIT, now)

    def arm(self, instant: datetime | None) -> None:
        """Beats at an instant of our clock, however far; None leaves it to the regular beat."""
        if instant is not None:
            ahead = instant - self._clock.now()  # read first: no beat comes before its time
            self._at(_DUE, self._machine.now() + ahead)

    def soon(self) -> None:
        """Beats as soon as the running beat has ended."""
        self._at(_BEAT, self._machine.now())

    def _begin(self) -> None:
        """A scheduler at work; its thread is told by its being new."""
        from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_MISSED, EVENT_JOB_SUBMITTED
        from apscheduler.schedulers.background import BackgroundScheduler

        from safetydesk.scheduling.one_thread import STORE, NearTimes, OwnThread

        period, auditing = timedelta(seconds=PERIOD), timedelta(seconds=AUDIT_EVERY)
        beating = OwnThread()
        scheduler = BackgroundScheduler(
            timezone=UTC,
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
            jobstores={STORE: NearTimes(period, {_BEAT: period, _AUDIT: auditing})},
            executors={_BEATING: beating, _APART: {"type": "threadpool", "max_workers": 1}},
        )
        scheduler.add_listener(self._hear, EVENT_JOB_ERROR | EVENT_JOB_MISSED)
        scheduler.add_listener(beating.carry_out, EVENT_JOB_SUBMITTED)
        logging.getLogger("apscheduler").setLevel(logging.WARNING)  # it tells of every beat
        self._add_jobs(scheduler)
        before = set(threading.enumerate())
        scheduler.start()
        new = (t for t in threading.enumerate() if t not in before and t.name == THREAD_NAME)
        self._scheduler, self._thread = scheduler, next(new, None)

    def _add_jobs(self, scheduler: BackgroundScheduler) -> None:
        """The beat each second, the one at an instant, and the look of the auditor."""
        calls: dict[str, tuple[Callable[[], object], float, str]] = {
            _BEAT: (self._beat.on_beat, PERIOD, _BEATING),
            _DUE: (self._beat.on_beat, SELDOM, _BEATING),
        }
        if self._audit is not None:
            calls[_AUDIT] = (self._look_at_ledger, AUDIT_EVERY, _APART)
        for name, (call, every, where) in calls.items():
            scheduler.add_job(call, "interval", id=name, seconds=every, executor=where)

    def _revive(self) -> None:
        """Another scheduler in place of one whose thread has ended; it does not notice that."""
        with self._changing:
            dead = self._scheduler
            if dead is None or (self._thread is not None and self._thread.is_alive()):
                return
            _log.error("the thread of the scheduler is gone; starting another")
            self._begin()
        dead.shutdown(wait=False)

    def _look_at_ledger(self) -> None:
        """The auditor's look, and soon another where that found something."""
        if self._audit is not None and self._audit():
            self._at(_AUDIT, self._machine.now() + timedelta(seconds=AUDIT_AGAIN))

    def _at(self, name: str, instant: datetime) -> None:
        """Lets a job come at an instant of the machine's clock."""
        with self._changing:
            if self._scheduler is not None:
                self._scheduler.modify_job(name, next_run_time=instant)

    def _hear(self, event: JobExecutionEvent) -> None:
        """A job failed or was missed: said in the log and at the desk, never swallowed."""
        _log.error("job %s: %s", event.job_id, event.traceback or "missed")
        if self._on_trouble is not None:
            self._on_trouble(event.job_id)
