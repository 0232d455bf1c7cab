"""How warnings, steps and calls are put into the lines of the duty log and onto paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from safetydesk.domain.calling import CallStepKind
from safetydesk.domain.warning import MessageKind, WarningStepKind
from safetydesk.domain.wording import moment, period

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from safetydesk.domain.calling import CallLine, CallList
    from safetydesk.domain.warning import WarningMessage, WarningSignal, WarningStatement

_NAMED = 5
"""So many areas are named one by one; more are counted after them."""


def message_line(
    kind: MessageKind, statement: WarningStatement, received_at: datetime, zone: ZoneInfo
) -> str:
    """``收到临江市气象台08:45发布的暴雨黄色预警，影响柳河镇，有效至14:45``."""
    issued = moment(statement.issued_at, received_at, zone)
    what = f"收到{statement.issuer}{issued}{kind.chinese_name}的{statement.signal}预警"
    if kind.ends:
        return what.replace("的", "", 1) if kind is MessageKind.LIFTED else what
    parts = [what]
    if statement.areas:
        parts.append(f"影响{areas_in_words(statement.areas)}")
    if statement.in_force_until is not None:
        parts.append(f"有效至{moment(statement.in_force_until, received_at, zone)}")
    return "，".join(parts)


def areas_in_words(areas: Sequence[str]) -> str:
    """``白沙镇、柳河镇``; of many the first ones and how many there are."""
    if len(areas) <= _NAMED:
        return "、".join(areas)
    return f"{'、'.join(areas[:_NAMED])}等{len(areas)}个镇街"


def warning_step_line(
    warning: WarningSignal,
    message: WarningMessage,
    kind: WarningStepKind,
    *,
    to_whom: str,
    means: str,
    text: str,
) -> str:
    """What the desk did, as a line of the log."""
    what = f"{message.statement.signal}预警"
    how = f"（{means}）" if means else ""
    said = f"：{text}" if text else ""
    if kind is WarningStepKind.LEADER_TOLD:
        return f"报带班领导{to_whom}{how}{said}"
    if kind is WarningStepKind.FORWARDED:
        act = message.kind.chinese_name if message.kind is not MessageKind.ISSUED else ""
        return f"{what}{act}原文转发{to_whom}{how}{said}"
    if kind is WarningStepKind.RECEIPT:
        return f"{what}回执：{to_whom}已收到{how}{said}"
    if kind is WarningStepKind.REPORTED:
        return f"向{to_whom}报告{what}处置情况{how}{said}"
    if kind is WarningStepKind.LAPSED:
        return f"{warning.number} {what}到期失效{said}"
    return f"{warning.number} {what}误录作废{said}"


def list_line(warning: WarningSignal, count: int) -> str:
    """``暴雨红色预警叫应：应叫31个对象``."""
    return f"{warning.title}叫应：应叫{count}个对象"


def call_step_line(
    line: CallLine,
    kind: CallStepKind,
    *,
    who: str,
    text: str,
    means: str,
) -> str:
    """What happened on a line; ``line`` is as it stood before the step."""
    callee = line.callee
    if kind is CallStepKind.CALLED:
        return f"{line.target}：{means}叫{callee.call}"
    if kind is CallStepKind.ESCALATED:
        following = line.next_callee
        whom = f"{following.role}{following.name}" if following else ""
        number = following.number if following else ""
        return f"{line.target}未应，升级：改叫{whom} {number}".rstrip()
    if kind is CallStepKind.FEEDBACK:
        return f"{line.target}反馈：{text}"
    speaker = who or callee.name
    named = f"（{speaker}）" if speaker and kind is CallStepKind.ANSWERED else ""
    said = f"：{text}" if text else ""
    return f"{line.target}{kind.chinese_name}{named}{said}"


def tally_line(warning: WarningSignal, call_list: CallList, now: datetime) -> str:
    """``暴雨红色预警叫应完成：应叫31，已叫31，已应31，5 分内应答率94%``."""
    tally = call_list.tally(now)
    share = f"，{period(call_list.within)}内应答率{tally.share_in_time}%"
    figures = f"应叫{tally.wanted}，已叫{tally.called}，已应{tally.answered}"
    return f"{warning.title}叫应完成：{figures}{share}"
