from datetime import datetime

from apscheduler.events import JobExecutionEvent
from apscheduler.job import Job

class BaseExecutor:
    def __init__(self) -> None: ...
    def _run_job_success(self, job_id: str, events: list[JobExecutionEvent]) -> None: ...

def run_job(
    job: Job, jobstore_alias: str, run_times: list[datetime], logger_name: str
) -> list[JobExecutionEvent]: ...
