"""What only the whole roster shows: missing days, empty posts, one person twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from safetydesk.domain.roster_sheet import RosterAssignment, RosterPost, RosterShift
from safetydesk.domain.sheet_findings import Finding, FindingCode, Severity
from safetydesk.exchange.roster_cells import CellState

if TYPE_CHECKING:
    from safetydesk.exchange.roster_dates import Period
    from safetydesk.exchange.roster_ledger import Ledger
    from safetydesk.exchange.roster_table import SeenCell, TableOutcome

_MOSTLY = 0.8
_RARELY = 0.2
_FEWEST_ROWS = 4
_NUMERALS = "一两三四五六七八九十"
_ONE_DAY = timedelta(days=1)
_SINGLE_POSTS = frozenset({RosterPost.LEADER, RosterPost.PRIMARY})
_DESK_POSTS = frozenset({RosterPost.PRIMARY, RosterPost.DEPUTY, RosterPost.OFFICER})


def check_table(outcome: TableOutcome, period: Period, ledger: Ledger) -> None:
    """Checks of one table with a row a day."""
    _missing_days(outcome.days, period, ledger)
    by_column: dict[int, list[SeenCell]] = defaultdict(list)
    for seen in outcome.cells:
        if period.holds(seen.day):
            by_column[seen.column.index].append(seen)
    for cells in by_column.values():
        _empty_posts(cells, ledger)
        _over_capacity(cells, ledger)


def check_assignments(ledger: Ledger) -> None:
    """Checks over everything that was read from the file."""
    _twice_a_day(ledger)
    _days_in_a_row(ledger)


def _missing_days(days: Sequence[tuple[date, str]], period: Period, ledger: Ledger) -> None:
    inside = [(day, place) for day, place in days if period.holds(day)]
    ordered = sorted(dict(reversed(inside)).items())
    pairs = list(pairwise(ordered))
    steps = [later[0] - earlier[0] for earlier, later in pairs]
    if not steps or sum(step == _ONE_DAY for step in steps) < _MOSTLY * len(steps):
        return
    for (day, place), (later, later_place) in pairs:
        if later - day > _ONE_DAY:
            missing = day + _ONE_DAY
            count = _counted((later - day).days - 1)
            ledger.note(
                Finding(
                    FindingCode.MISSING_DATE,
                    Severity.ERROR,
                    later_place,
                    f"{day.month}月{day.day}日与{later.month}月{later.day}日之间缺{count}天",
                    missing,
                    related=(place, later_place),
                )
            )


def _counted(number: int) -> str:
    return _NUMERALS[number - 1] if number <= len(_NUMERALS) else str(number)


def _empty_posts(cells: Sequence[SeenCell], ledger: Ledger) -> None:
    """A blank cell in a column that is filled on most days; a stroke says that nobody is wanted."""
    days: dict[date, list[SeenCell]] = defaultdict(list)
    for seen in cells:
        days[seen.day].append(seen)
    blank = [
        day for day, seen in days.items() if all(s.report.state is CellState.BLANK for s in seen)
    ]
    if len(days) < _FEWEST_ROWS or len(blank) > (1 - _MOSTLY) * len(days):
        return
    for day in blank:
        ledger.remark(FindingCode.EMPTY_POST, Severity.ERROR, days[day][0].place, "", day)


def _over_capacity(cells: Sequence[SeenCell], ledger: Ledger) -> None:
    """Two names on a post that one person holds on most days."""
    if cells[0].column.heading.post not in _SINGLE_POSTS:
        return
    filled = [seen for seen in cells if seen.report.state is CellState.PEOPLE]
    crowded = [seen for seen in filled if len(seen.report.names) > 1]
    if len(filled) < _FEWEST_ROWS or len(crowded) > _RARELY * len(filled):
        return
    for seen in crowded:
        ledger.note(
            Finding(
                FindingCode.OVER_CAPACITY,
                Severity.ERROR,
                seen.place,
                seen.text,
                seen.day,
                people=seen.report.names,
            )
        )


def _twice_a_day(ledger: Ledger) -> None:
    by_day: dict[tuple[date, str], list[RosterAssignment]] = defaultdict(list)
    for assignment in ledger.assignments:
        by_day[assignment.day, assignment.person].append(assignment)
    for turns in by_day.values():
        for index, later in enumerate(turns):
            clash = next((earlier for earlier in turns[:index] if _overlap(earlier, later)), None)
            if clash is not None:
                ledger.note(
                    Finding(
                        FindingCode.DUPLICATE_PERSON,
                        Severity.ERROR,
                        later.source,
                        later.person,
                        later.day,
                        related=(clash.source,),
                    )
                )


def _overlap(first: RosterAssignment, second: RosterAssignment) -> bool:
    whole = RosterShift.WHOLE_DAY in {first.shift, second.shift}
    return whole or first.shift is second.shift


def _days_in_a_row(ledger: Ledger) -> None:
    """The same person on the desk for 24 hours two days running, where that is the exception."""
    served = {
        (turn.day, turn.person): turn
        for turn in ledger.assignments
        if turn.post in _DESK_POSTS and turn.shift is RosterShift.WHOLE_DAY
    }
    runs = [key for key in served if (key[0] - _ONE_DAY, key[1]) in served]
    if len(runs) > _RARELY * len(served):
        return
    for day, person in _sorted(runs):
        turn, before = served[day, person], served[day - _ONE_DAY, person]
        ledger.note(
            Finding(
                FindingCode.CONSECUTIVE_DAYS,
                Severity.WARNING,
                turn.source,
                person,
                day,
                related=(before.source,),
            )
        )


def _sorted(keys: Iterable[tuple[date, str]]) -> list[tuple[date, str]]:
    return sorted(keys)
