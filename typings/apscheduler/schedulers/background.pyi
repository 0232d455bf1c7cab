from collections.abc import Callable, Mapping
from datetime import datetime, tzinfo

from apscheduler.events import JobExecutionEvent
from apscheduler.executors.base import BaseExecutor
from apscheduler.jobstores.memory import MemoryJobStore

class BackgroundScheduler:
    def __init__(
        self,
        *,
        timezone: tzinfo,
        job_defaults: Mapping[str, object],
        daemon: bool = ...,
        jobstores: Mapping[str, MemoryJobStore] = ...,
        executors: Mapping[str, BaseExecutor | Mapping[str, object]] = ...,
    ) -> None: ...
    def start(self, paused: bool = ...) -> None: ...
    def shutdown(self, wait: bool = ...) -> None: ...
    def wakeup(self) -> None: ...
    def remove_job(self, job_id: str) -> None: ...
    def get_job(self, job_id: str) -> object | None: ...
    def add_listener(self, callback: Callable[[JobExecutionEvent], object], mask: int) -> None: ...
    def add_job(
        self,
        func: Callable[[], object],
        trigger: str,
        *,
        id: str,
        replace_existing: bool = ...,
        seconds: float = ...,
        run_date: datetime = ...,
        next_run_time: datetime = ...,
        max_instances: int = ...,
        executor: str = ...,
    ) -> object: ...
    def modify_job(self, job_id: str, *, next_run_time: datetime) -> object: ...
