"""The facts of warnings behind reminders: what is owed for each, and the yearly call list."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from safetydesk.domain.reminder import Deadline, DutyKind
from safetydesk.domain.warning_duties import WarningDutyKind, roll_duty, warning_duties
from safetydesk.services.warning_policy import policy_now, shipped_policy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetydesk.domain.calling import CallList
    from safetydesk.domain.warning import WarningSignal
    from safetydesk.domain.warning_duties import WarningDuty
    from safetydesk.domain.warning_policy import WarningPolicy
    from safetydesk.services.set_apart import SetApart
    from safetydesk.storage.unit_of_work import UnitOfWork

_ENDED = timedelta(days=1)
"""So long a lifting that was not told or forwarded is still reminded of."""
_REPEATS = {
    WarningDutyKind.REPORT: timedelta(minutes=10),
    WarningDutyKind.END: timedelta(minutes=30),
    WarningDutyKind.ROLL: timedelta(days=1),
}
_CALLS = frozenset({WarningDutyKind.ANSWER, WarningDutyKind.CALL_OUT})
_WHAT_TO_DO = {
    WarningDutyKind.LEADER: "打电话报带班领导，在预警页记“已报领导”。",
    WarningDutyKind.FORWARD: "原文转发，级别不得改动；在预警页记“已转发”。",
    WarningDutyKind.CALL_LIST: "按 F7 打开叫应，核对名单后开始叫应。",
    WarningDutyKind.CALL_OUT: "按 F7 打开叫应，把名单叫完。",
    WarningDutyKind.ANSWER: "按 F7 打开叫应，升级到下一人；无人可叫时请带班领导。",
    WarningDutyKind.REPORT: "向上级报告雨情、险情、转移人数，在预警页记“已报情况”。",
    WarningDutyKind.END: "问发布单位：延续、变更还是解除；没有新消息的记“到期失效”。",
    WarningDutyKind.ROLL: "核对叫应对象和电话，报上级备案后在预警页记“名单已报备”。",
}


def warnings_owed(uow: UnitOfWork, now: datetime, apart: SetApart) -> list[Deadline]:
    """What is owed for the warnings in hand and those just ended, and the yearly list.

    A warning that no rule can read is set ``apart``.
    """
    since = now - _ENDED
    warnings = apart.each(
        DutyKind.WARNING,
        lambda: uow.warnings.open(since),
        lambda: ((head.id, _name_of(head)) for head in uow.warnings.heads(since)),
        uow.warnings.get,
    )
    policy = policy_now(uow) if warnings else shipped_policy()
    lists = uow.callings.of_warnings([warning.id for warning in warnings])
    found = [
        deadline
        for warning in warnings
        for deadline in apart.one(
            DutyKind.WARNING,
            warning.id,
            _name_of(warning),
            partial(_of_warning, warning, lists[warning.id], policy),
        )
    ]
    zone = uow.office.facts().zoneinfo
    roll = roll_duty(policy.renewal, uow.callings.roll_filed_at(), now, zone)
    if roll is not None and not roll.is_done:
        found.append(replace(_plain(roll), item=f"warning:{roll.key}"))
    return found


def _name_of(warning: WarningSignal) -> str:
    """What a warning goes by in an alarm."""
    return f"预警 {warning.number}"


def _of_warning(
    warning: WarningSignal, lists: list[CallList], policy: WarningPolicy
) -> Iterator[Deadline]:
    """What is owed for one warning."""
    for duty in warning_duties(warning, lists, policy):
        if not duty.is_done:
            yield _deadline(warning, duty)


def _deadline(warning: WarningSignal, duty: WarningDuty) -> Deadline:
    """A duty of one warning as reminders know it."""
    made = _plain(duty)
    if duty.kind in _CALLS:
        return replace(made, item=f"calling:{warning.id}:{duty.key}", kind=DutyKind.CALLING)
    return replace(
        made,
        item=f"warning:{warning.id}:{duty.key}",
        title=f"{made.title}（{warning.number}）",
    )


def _plain(duty: WarningDuty) -> Deadline:
    """What every duty says; it is ended by its fact only."""
    named = {WarningDutyKind.ANSWER, WarningDutyKind.ROLL, WarningDutyKind.CALL_OUT}
    head = duty.about if duty.kind in named else f"{duty.kind.chinese_name}：{duty.about}"
    return Deadline(
        item=duty.key,
        kind=DutyKind.WARNING,
        title=head,
        to_whom=duty.to_whom,
        starts_at=duty.starts_at,
        due_at=duty.due_at,
        legal=duty.grave,
        what_to_do=f"{_WHAT_TO_DO[duty.kind]}依据：{duty.source.words}",
        repeat=_REPEATS.get(duty.kind, timedelta(minutes=5)),
    )
