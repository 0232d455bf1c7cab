from datetime import datetime

class Job:
    id: str
    next_run_time: datetime
    trigger: object
    def modify(self, *, next_run_time: datetime) -> Job: ...
