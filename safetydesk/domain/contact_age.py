"""For how long a verified telephone number counts, and how the desk is reminded of the rest."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.clock import local_instant
from safetydesk.domain.reminder import Deadline, DutyKind

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

BEGINS, ENDS = time(9), time(17)
_REPEAT = timedelta(days=1)


def stale_before(now: datetime, days: int, zone: ZoneInfo) -> date:
    """The day from which a verification counted when the month began.

    What grows old within the month is asked for next month.
    """
    return now.astimezone(zone).date().replace(day=1) - timedelta(days=days)


def verification_deadline(count: int, days: int, now: datetime, zone: ZoneInfo) -> Deadline:
    """The one reminder of a month for all numbers that grew old or failed (domain dossier §7.3).

    From the first day at 09:00 to the last at 17:00, so that many numbers are one reminder.
    """
    first = now.astimezone(zone).date().replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return Deadline(
        item=f"contacts:{first:%Y%m}",
        kind=DutyKind.CONTACTS,
        title=f"通讯录有{count}个联系人的号码超过{days}天未核对或打不通",
        to_whom="",
        starts_at=local_instant(datetime.combine(first, BEGINS), zone),
        due_at=local_instant(datetime.combine(last, ENDS), zone),
        done=count == 0,
        closable=True,
        repeat=_REPEAT,
    )
