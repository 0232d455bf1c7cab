"""How warnings and calls are read for screens, sheets and reminders."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from safetydesk.domain.warning import areas_to_mind
from safetydesk.domain.warning_duties import warning_duties
from safetydesk.domain.warning_text import areas_named
from safetydesk.services.set_apart import one_by_one
from safetydesk.services.views_warnings import (
    CallLineView,
    CallListView,
    ForwardGroup,
    WarningBoard,
    WarningView,
)
from safetydesk.services.warning_policy import policy_now

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from safetydesk.domain.calling import CallList
    from safetydesk.domain.warning import WarningSignal
    from safetydesk.domain.warning_policy import WarningPolicy
    from safetydesk.storage.unit_of_work import UnitOfWork


def board_of(uow: UnitOfWork, now: datetime, *, past: int) -> WarningBoard:
    """The open warnings, the gravest first, and so many of those that are over."""
    open_ = uow.warnings.open()
    over = uow.warnings.past(past) if past else []
    policy = policy_now(uow)
    lists = uow.callings.of_warnings([one.id for one in (*open_, *over)])
    views = [_view(one, lists[one.id], policy, now) for one in open_]
    return WarningBoard(
        at=now,
        open=tuple(sorted(views, key=_gravest_first)),
        past=tuple(_view(one, lists[one.id], policy, now) for one in over),
        roll_filed_at=uow.callings.roll_filed_at(),
    )


def views_in_force(uow: UnitOfWork, now: datetime) -> tuple[WarningView, ...]:
    """The open warnings, the gravest first; without those that no rule can read."""
    views = one_by_one(
        lambda: board_of(uow, now, past=0).open,
        partial(uow.warnings.heads, now),
        lambda head: view_of(uow, uow.warnings.get(head.id), now),
    )
    return tuple(sorted(views, key=_gravest_first))


def view_of(uow: UnitOfWork, warning: WarningSignal, now: datetime) -> WarningView:
    """One warning with its calls."""
    lists = uow.callings.of_warnings([warning.id])[warning.id]
    return _view(warning, lists, policy_now(uow), now)


def calls_view(call_list: CallList, now: datetime) -> CallListView:
    """A call list at an instant."""
    within = call_list.within
    return CallListView(
        call_list,
        tuple(
            CallLineView(line, line.state(now, within), line.due_at(within))
            for line in call_list.lines
        ),
        call_list.tally(now),
    )


def forward_groups(uow: UnitOfWork) -> tuple[ForwardGroup, ...]:
    """Every group of the directory with its units, in the order of the directory."""
    return tuple(ForwardGroup(name, units) for name, units in uow.callings.group_units().items())


def _view(
    warning: WarningSignal, lists: Sequence[CallList], policy: WarningPolicy, now: datetime
) -> WarningView:
    newest = warning.newest
    statement = newest.statement
    said = f"{statement.matters}{statement.text}"
    dropped = warning.no_longer_listed(newest)
    named = (*(area for area in dropped if area in said), *areas_named(said))
    return WarningView(
        warning,
        warning.state(now),
        warning_duties(warning, lists, policy),
        calls_view(lists[-1], now) if lists else None,
        areas_to_mind(statement, named) if statement.areas else (),
        dropped,
    )


def _gravest_first(view: WarningView) -> tuple[int, float]:
    """By level, then the newest first."""
    statement = view.warning.current.statement
    return (statement.level or 9, -statement.issued_at.timestamp())
