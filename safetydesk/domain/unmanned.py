"""Which planned time ahead has too few people, and when that reminds: 7, 3 and 1 days before."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.reminder import Deadline, DutyKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from zoneinfo import ZoneInfo

    from safetydesk.domain.duty import DutyPlan, Resolution

RUN_OUT = timedelta(days=3)
"""Nothing planned for anybody for so long, to the end of what is looked at: the plan ends there."""
_REPEAT = timedelta(hours=1)
_TO_DO = "打开值班表补排或请主管指定人员；排上后自行消除。"


@dataclass(frozen=True)
class Unmanned:
    """Time from ``start`` on in which a post lacks people; no post: nobody is planned at all."""

    post: str
    start: datetime
    end: datetime
    have: int = 0
    need: int = 1


def unmanned(
    plan: DutyPlan, planned: Resolution, now: datetime, *, leave_out: Collection[str]
) -> Iterator[Unmanned]:
    """What is not over at ``now``; ``planned`` is the plan resolved without facts.

    A post of which nothing is written in the window is not planned here and lacks nobody; one that
    somebody came to without being planned lacks nobody while that person stays.
    """
    written = {rule.post for rule in plan.rules}
    written |= {post for roster in plan.rosters for post in roster.named}
    lacking = [gap for gap in planned.gaps if gap.post in written]
    here = Counter(
        fact.post
        for fact in plan.facts
        if fact.start <= now and (fact.end is None or fact.end > now)
    )
    for gap in lacking:
        filled = gap.start <= now and here[gap.post] >= gap.need
        if gap.end > now and not filled and gap.post not in leave_out:
            yield Unmanned(gap.post, gap.start, gap.end, gap.have, gap.need)
    ends = [span.end for span in planned.spans] + [gap.end for gap in lacking]
    last = max(ends, default=plan.window.end)
    if plan.window.end - last >= RUN_OUT:
        yield Unmanned("", last, plan.window.end)


def unmanned_deadline(lack: Unmanned, labels: Mapping[str, str], zone: ZoneInfo) -> Deadline:
    """The reminder of it: a week, three days and a day before, when it begins, then each hour.

    Housekeeping until it begins (peers F1.4), level Ⅱ from then on: 空岗 (domain dossier §0.1).
    """
    local = lack.start.astimezone(zone)
    since = f"{local.month}月{local.day}日{local:%H:%M}起"
    if not lack.post:
        title = f"{since}没有值班安排"
    else:
        missing = f"缺{lack.need - lack.have}人" if lack.have else "无人值班"
        title = f"{since}{labels.get(lack.post, lack.post)}{missing}"
    return Deadline(
        item=f"unmanned:{lack.post}:{lack.start:%Y%m%d%H%M}",
        kind=DutyKind.ROSTER,
        title=title,
        to_whom="",
        starts_at=lack.start - timedelta(days=7),
        due_at=lack.start,
        what_to_do=_TO_DO,
        repeat=_REPEAT,
        by_days=True,
    )
