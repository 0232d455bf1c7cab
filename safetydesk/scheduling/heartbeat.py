"""APScheduler's only home: one beat a second, and one at the nearest due instant.

No job is stored, none stands for a reminder. APScheduler waits by the wall clock and notices
neither a step nor a resume (its issue 794): ``guard.Guard`` does, and calls ``rearm``.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from typing import TYPE_CHECKING

from safetydesk.domain.clock import SystemClock
from safetydesk.scheduling.beat import PERIOD

if TYPE_CHECKING:
    from apscheduler.events import JobExecutionEvent
    from apscheduler.schedulers.background import BackgroundScheduler

    from safetydesk.domain.clock import Clock
    from safetydesk.scheduling.beat import Beat

AUDIT_EVERY = 20.0
SELDOM = 3600.0
"""A beat at an instant comes again after so many seconds, for nothing: a job of APScheduler's that
ends takes itself out, and where the scheduler is stopped just then its thread dies of it."""
THREAD_NAME = "APScheduler"
_BEAT, _DUE, _SOON, _AUDIT = "beat", "due", "soon", "audit"
# A beat still counts as running when the instant it armed, or the next second, comes: with few
# places that beat would be dropped. The beat itself lets one at a time take effect, the others
# return at once.
_BEAT_PLACES = 1000

_log = logging.getLogger("safetydesk.heartbeat")


def load_scheduler() -> None:
    """Imports APScheduler, 0.3 s, on a thread that may wait for it."""
    import_module("apscheduler.schedulers.background")


class Heartbeat:
    """Calls the beat, and ``audit`` every 20 s, by APScheduler.

    ``on_trouble`` hears the name of a job that failed or was missed.
    """

    def __init__(
        self,
        beat: Beat,
        clock: Clock,
        *,
        audit: Callable[[], object] | None = None,
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
        """Sets the regular jobs anew, counted from now, on a scheduler that lives."""
        self._revive()
        now = self._machine.now()
        self._put(_BEAT, self._beat.on_beat, now, PERIOD)
        if self._audit is not None:
            self._put(_AUDIT, self._audit, now, AUDIT_EVERY)
        with self._changing:
            if self._scheduler is not None:
                self._scheduler.wakeup()

    def arm(self, instant: datetime | None) -> None:
        """Beats at an instant of our clock, however far; None leaves it to the regular beat."""
        if instant is not None:
            ahead = instant - self._clock.now()  # read first: no beat comes before its time
            self._put(_DUE, self._beat.on_beat, self._machine.now() + ahead)

    def soon(self) -> None:
        """Beats as soon as a thread is free."""
        self._put(_SOON, self._beat.on_beat, self._machine.now())

    def _begin(self) -> None:
        """A scheduler at work, without a job; its thread is told by its being new."""
        from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_MISSED
        from apscheduler.schedulers.background import BackgroundScheduler

        scheduler = BackgroundScheduler(
            timezone=UTC,
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )
        scheduler.add_listener(self._hear, EVENT_JOB_ERROR | EVENT_JOB_MISSED)
        logging.getLogger("apscheduler").setLevel(logging.WARNING)  # it tells of every beat
        before = set(threading.enumerate())
        scheduler.start()
        new = (t for t in threading.enumerate() if t not in before and t.name == THREAD_NAME)
        self._scheduler, self._thread = scheduler, next(new, None)

    def _revive(self) -> None:
        """Another scheduler in place of one whose thread has ended; it does not notice that."""
        with self._changing:
            dead = self._scheduler
            if dead is None or (self._thread is not None and self._thread.is_alive()):
                return
            _log.error("the thread of the scheduler is gone; starting another")
            self._begin()
        dead.shutdown(wait=False)

    def _put(
        self, name: str, call: Callable[[], object], at: datetime, every: float = SELDOM
    ) -> None:
        """Adds a job or replaces the one of the same name."""
        with self._changing:
            if self._scheduler is not None:
                self._scheduler.add_job(
                    call,
                    "interval",
                    id=name,
                    replace_existing=True,
                    seconds=every,
                    next_run_time=at,
                    max_instances=1 if name == _AUDIT else _BEAT_PLACES,
                )

    def _hear(self, event: JobExecutionEvent) -> None:
        """A job failed or was missed: said in the log and at the desk, never swallowed."""
        _log.error("job %s: %s", event.job_id, event.traceback or "missed")
        if self._on_trouble is not None:
            self._on_trouble(event.job_id)
