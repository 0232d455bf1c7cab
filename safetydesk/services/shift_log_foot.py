"""Knows the foot of the shift log: what the entries of a shift come to, a sentence each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from safetydesk.domain.log import EntryKind, LogLine
from safetydesk.services.sheets import ShiftSummary
from safetydesk.services.shift_work import ShiftWork, reports_line

if TYPE_CHECKING:
    from safetydesk.domain.handover import HandoverContent

NORMAL = "正常"

# The hazards of the warning signals (《气象灾害预警信号发布与传播办法》 and its amendments).
_SIGNAL = re.compile(
    r"(台风|暴雨|暴雪|寒潮|大风|沙尘暴|高温|干旱|雷电|雷雨大风|冰雹|霜冻|大雾|霾|道路结冰|山洪|洪水|"
    r"地质灾害|森林火险)(蓝色|黄色|橙色|红色)"
)
_RESPONSE = re.compile(r"启动(?P<what>[^，。；\s]*?响应)")
_RESPONSE_OVER = re.compile(r"(终止|结束|解除)[^，。；]*响应")


def foot_of(
    lines: Sequence[LogLine], work: ShiftWork, content: HandoverContent | None
) -> ShiftSummary:
    """The foot from the valid lines of people, what was reported, and the handover's own words."""
    valid = [line for line in lines if not line.is_struck and not line.entry.machine]
    return ShiftSummary(
        reports=_reports(valid, work),
        warnings=(content.warnings if content else "") or _warnings(valid),
        checks=_checks(valid),
        equipment=_equipment(valid, content),
        open_items=work.open_items,
    )


def _count(lines: Sequence[LogLine], kind: EntryKind) -> int:
    return sum(line.entry.kind is kind for line in lines)


def _reports(lines: Sequence[LogLine], work: ShiftWork) -> str:
    """What was sent; where only the log knows of reports, its entries are counted."""
    known = reports_line(work.reports)
    parts = [known] if known else []
    counted = (EntryKind.NIL_REPORT,) if known else (EntryKind.REPORTING, EntryKind.NIL_REPORT)
    parts += [f"{kind} {n} 条" for kind in counted if (n := _count(lines, kind))]
    return "，".join(parts)


def _warnings(lines: Sequence[LogLine]) -> str:
    return "；".join([*_signals(lines), *_responses(lines)])


def _signals(lines: Sequence[LogLine]) -> Iterator[str]:
    """``暴雨黄色 1，已解除`` for each signal that the shift received, in that order."""
    received: dict[str, int] = {}
    lifted: set[str] = set()
    for line in lines:
        if line.entry.kind is not EntryKind.WARNING:
            continue
        for hazard, colour in dict.fromkeys(_SIGNAL.findall(line.text)):
            signal = f"{hazard}{colour}"
            if "解除" in line.text:
                lifted.add(signal)
            else:
                received[signal] = received.get(signal, 0) + 1
    for signal, times in received.items():
        yield f"{signal} {times}，{'已解除' if signal in lifted else '未解除'}"
    yield from (f"解除{signal}" for signal in lifted if signal not in received)


def _responses(lines: Sequence[LogLine]) -> Iterator[str]:
    """The emergency response that the shift's entries start, or that it ended."""
    started = ""
    for line in lines:
        if found := _RESPONSE.search(line.text):
            started = found["what"]
        elif started and _RESPONSE_OVER.search(line.text):
            yield f"{started}已终止"
            started = ""
    if started:
        yield f"{started}中"


def _checks(lines: Sequence[LogLine]) -> str:
    counts = (("查岗", EntryKind.DUTY_CHECK), ("巡查", EntryKind.PATROL))
    return "；".join(f"{word} {n} 次" for word, kind in counts if (n := _count(lines, kind)))


def _equipment(lines: Sequence[LogLine], content: HandoverContent | None) -> str:
    """Faults noted in the shift, and what the handover found wrong."""
    faults = _count(lines, EntryKind.EQUIPMENT)
    parts = [f"故障记录 {faults} 条"] if faults else []
    if content is not None and content.equipment:
        wrong = [f"{name}{state}" for name, state in content.equipment if state != NORMAL]
        parts.append(f"交班时{'、'.join(wrong)}" if wrong else "交班时均正常")
    return "，".join(parts)
