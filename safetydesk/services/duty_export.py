"""Use cases of giving the roster out: as a sheet, or as calendar events; each leaves a trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import BadInput
from safetydesk.services import duty_calendar, roster_sheet

if TYPE_CHECKING:
    from datetime import date

    from safetydesk.services.duty_calendar import DutyCalendar
    from safetydesk.services.sheets import RosterSheet
    from safetydesk.services.transaction import Act, Outcome, Transactions

LONGEST = 1_100
"""Days of one file: three years."""


class DutyExport:
    """Every file comes from the same resolved days as the screen and the paper."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def sheet(self, actor: Actor, first: date, last: date, file_name: str) -> Outcome[RosterSheet]:
        """The days ``[first, last]`` as the printed sheet has them.

        Raises:
            BadInput: the last day lies before the first, or the period is too long.
        """
        _check(first, last)
        with self._transactions.act(actor, Permission.READ) as act:
            period = roster_sheet.chosen_period(first, last)
            sheet = roster_sheet.build(act.uow, period, actor, act.now)
            _note(act, first, last, file_name)
        return act.outcome(sheet)

    def calendar(
        self, actor: Actor, first: date, last: date, file_name: str
    ) -> Outcome[DutyCalendar]:
        """The same days as calendar events; what changed since the last file is marked.

        Raises:
            BadInput: the last day lies before the first, or the period is too long.
        """
        _check(first, last)
        with self._transactions.act(actor, Permission.READ) as act:
            calendar = duty_calendar.build(act.uow, first, last, act.now)
            _note(act, first, last, file_name)
        return act.outcome(calendar)


def _check(first: date, last: date) -> None:
    if last < first:
        raise BadInput("duty.export_ends_early", where="--to", expected=f"{first} 或以后")
    if (last - first).days >= LONGEST:
        raise BadInput("duty.export_too_long", where="--to", expected=f"最多 {LONGEST} 天")


def _note(act: Act, first: date, last: date, file_name: str) -> None:
    """Who took which days away in which file (reliability S17)."""
    act.audit(
        "duty.export",
        Topic.DUTY,
        after={"file": file_name, "from": first.isoformat(), "to": last.isoformat()},
    )
