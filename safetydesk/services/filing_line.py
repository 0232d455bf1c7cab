"""What a printed roster says of its filing: which version it is, who has it since when, who not."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from safetydesk.domain.roster_state import filings, outstanding
from safetydesk.services.roster_writing import digest_of_turns, planned_turns

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from safetydesk.domain.roster_state import RosterStep
    from safetydesk.domain.spans import Span
    from safetydesk.storage.stores.rosters import RosterHead
    from safetydesk.storage.unit_of_work import UnitOfWork


def filing_line(uow: UnitOfWork, window: Span) -> str:
    """One line for the rosters of a window, in the order of their days; empty where none is.

    A sheet that covers several rosters names each by its title.
    """
    heads = [row for row in uow.rosters.heads(window.start, window.end) if row.published_at]
    heads.sort(key=lambda row: (row.start_at, row.id))
    zone = uow.office.facts().zoneinfo
    lines = [_line(uow, head, zone) for head in heads]
    if len(set(lines)) == 1:
        return lines[0]
    return "；".join(f"《{head.title}》{line}" for head, line in zip(heads, lines, strict=True))


def _line(uow: UnitOfWork, head: RosterHead, zone: ZoneInfo) -> str:
    """One roster: 「第 2 版，10月7日 10:00 报市应急管理局值班室（回执 第0217号）」."""
    steps = uow.rosters.steps([head.id])[head.id]
    current = digest_of_turns(planned_turns(uow, head))
    version = f"第 {_version(steps, current)} 版"
    newest = {step.to_whom: step for step in filings(steps)}
    if not newest:
        return f"{version}，未报备"
    behind = outstanding(steps, current)
    told = [f"{_day(step.at, zone)} 报{_whom(step)}" for step in newest.values()]
    if behind:
        told.append(f"此后有变动，未重新报{'、'.join(behind)}")
    return "，".join((version, *told))


def _version(steps: Sequence[RosterStep], current: str) -> int:
    """How many plans there were: steps with the same plan are one version."""
    digests = [*(step.digest for step in steps), current]
    return 1 + sum(one != other for one, other in pairwise(digests))


def _day(at: datetime, zone: ZoneInfo) -> str:
    local = at.astimezone(zone)
    return f"{local.month}月{local.day}日 {local:%H:%M}"


def _whom(step: RosterStep) -> str:
    """The superior, and the receipt where there is one."""
    return f"{step.to_whom}（回执 {step.receipt}）" if step.receipt else step.to_whom
