"""What rosters and swaps still owe, as deadlines for the reminders: pure, asked at any time.

A roster must reach the superior before its time begins (domain dossier §4.4); a change of a filed
roster must be filed again; a swap must find its taker, its consent and its approval before the duty
begins (peers A2).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.reminder import Deadline, DutyKind
from safetydesk.domain.roster_state import refiling_due
from safetydesk.domain.swap import SwapState

if TYPE_CHECKING:
    from safetydesk.domain.swap import Swap

SWAP_REPEAT = timedelta(hours=1)
FILING_REPEAT = timedelta(hours=1)
BEFORE_DUTY = timedelta(hours=12)
"""So long before the duty a swap should be settled, so that the taker still hears of it."""


@dataclass(frozen=True)
class FilingOwed:
    """A roster that the superior has not got, or not as it stands.

    ``changed_at`` and ``first_start`` are set where it was filed and altered since: when, and where
    the first duty that differs begins.
    """

    roster_id: int
    title: str
    to_whom: str
    filings: int
    published_at: datetime
    due_at: datetime
    changed_at: datetime | None = None
    first_start: datetime | None = None


def filing_deadline(owed: FilingOwed) -> Deadline:
    """The reminder of a filing; that of a change has a term of its own."""
    if owed.changed_at is None or owed.first_start is None:
        starts, due, title = owed.published_at, owed.due_at, f"值班表报备：{owed.title}"
        text = f"把《{owed.title}》报{owed.to_whom}，收到回执后在值班表页记“报备”。"
    else:
        starts, due = owed.changed_at, refiling_due(owed.changed_at, owed.first_start)
        title = f"值班表变动待重新报备：{owed.title}"
        text = f"《{owed.title}》报备后有变动，重新报{owed.to_whom}，并在值班表页记“报备”。"
    return Deadline(
        item=f"filing:{owed.roster_id}:{owed.filings}:{owed.to_whom}",
        kind=DutyKind.FILING,
        title=title,
        to_whom=owed.to_whom,
        starts_at=starts,
        due_at=due,
        what_to_do=text,
        repeat=FILING_REPEAT,
    )


def swap_deadline(
    swap: Swap, now: datetime, *, post: str, owner: str, awaits: str
) -> Deadline | None:
    """The reminder of a swap that somebody still has to decide; None where nobody has."""
    state = swap.state(now)
    if not state.is_open:
        return None
    asked_at = swap.steps[-1].at
    due = max(swap.window.start - BEFORE_DUTY, min(asked_at + SWAP_REPEAT, swap.window.start))
    to_whom, lead = {
        SwapState.ASKED: (owner, "无人承接"),
        SwapState.OFFERED: (awaits, "待对方同意"),
    }.get(state, ("带班领导", "待批准"))
    return Deadline(
        item=f"swap:{swap.id}:{len(swap.steps)}",
        kind=DutyKind.SWAP,
        title=f"{swap.kind.chinese_name}{lead}：{post}{owner}",
        to_whom=to_whom,
        starts_at=asked_at,
        due_at=due,
        what_to_do=_WHAT_TO_DO.get(state, ""),
        repeat=SWAP_REPEAT,
    )


_WHAT_TO_DO = {
    SwapState.ASKED: "打电话找人承接；找不到的，按原安排上岗或由主管指定。",
    SwapState.OFFERED: "请对方在值班表页同意，或由主管代记。",
    SwapState.CONSENTED: "请带班领导在值班表页批准，开始以后不能再批。",
}
