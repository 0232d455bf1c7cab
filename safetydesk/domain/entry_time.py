"""What an officer means who writes 「23:50」 at ten past midnight: the last time it was 23:50."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from safetydesk.domain.clock import local_instant

AHEAD = timedelta(minutes=5)
"""A clock time so little ahead is taken as meant (another clock on the wall runs fast)."""


def latest_occurrence(shown: time, now: datetime, zone: ZoneInfo) -> datetime:
    """The most recent instant (aware, UTC) at which the office's clock showed ``shown``."""
    today = now.astimezone(zone).date()
    instant = local_instant(datetime.combine(today, shown), zone)
    if instant <= now + AHEAD:
        return min(instant, now)
    return local_instant(datetime.combine(today - timedelta(days=1), shown), zone)
