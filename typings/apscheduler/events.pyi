from datetime import datetime

EVENT_JOB_ERROR: int
EVENT_JOB_MISSED: int
EVENT_JOB_SUBMITTED: int

class JobExecutionEvent:
    code: int
    job_id: str
    scheduled_run_time: datetime
    exception: BaseException | None
    traceback: str | None
