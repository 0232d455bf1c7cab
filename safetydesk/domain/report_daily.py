"""What a daily or nil report (日报、零报告) can say: a period, what came in, what is still open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from safetydesk.domain.report_news import day_hour_minute
from safetydesk.domain.report_wording import UNKNOWN_CASUALTIES, casualty_words

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from safetydesk.domain.casualties import CasualtyState
    from safetydesk.domain.report_fields import Fields

DAILY_HELP: Mapping[str, str] = {
    "机关": "本机关名称",
    "辖区": "辖区名称",
    "起": "上一份日报、零报告的时间，没有时为一天以前",
    "止": "现在",
    "重点时段": "正在进行的重点时段，没有时为空",
    "件数": "这段时间新接报的事件数，没有时为空",
    "新接事件": "新接报的事件，逐件",
    "在办事件": "以前接报、还没有办结的事件，逐件",
}
"""Every name that the template of a daily or nil report may use, with what stands there."""


@dataclass(frozen=True)
class DayIncident:
    """An incident as a daily report counts it."""

    title: str
    opened_at: datetime
    casualties: CasualtyState

    @property
    def words(self) -> str:
        """The name with its casualties, where they are known."""
        said = casualty_words(self.casualties)
        return self.title if said == UNKNOWN_CASUALTIES else f"{self.title}（{said}）"


@dataclass(frozen=True)
class DayPeriod:
    """What a daily report is about: from the last one (or a day ago) to now."""

    office: str
    district: str
    start: datetime
    end: datetime
    zone: ZoneInfo
    key_period: str = ""


def daily_fields(period: DayPeriod, incidents: Sequence[DayIncident]) -> Fields:
    """The words of every name in ``DAILY_HELP``; ``incidents`` are those open or new."""
    new = [one.words for one in incidents if period.start <= one.opened_at < period.end]
    older = [one.words for one in incidents if one.opened_at < period.start]
    return {
        "机关": period.office,
        "辖区": period.district,
        "起": day_hour_minute(period.start, period.zone),
        "止": day_hour_minute(period.end, period.zone),
        "重点时段": period.key_period,
        "件数": str(len(new)) if new else "",
        "新接事件": new,
        "在办事件": older,
    }
