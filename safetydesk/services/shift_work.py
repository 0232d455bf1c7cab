"""Knows what a shift log says beyond the log itself: how matters stood, what was reported when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from safetydesk.domain.handover import HandoverItem, OpenItem

KEPT_REPORTS = ("电话快报", "首报", "续报", "补报", "终报", "日报", "零报告")
"""Kinds in the order in which the foot of the sheet counts them; others follow."""


@dataclass(frozen=True, slots=True)
class SentReport:
    """One report that went out in the shift; ``name`` tells it from others of its kind (续报二)."""

    kind: str
    name: str
    late_by: timedelta | None = None


@dataclass(frozen=True, slots=True)
class ShiftWork:
    """How the things that a shift's entries speak of stood when the shift ended (or stand now).

    ``states`` is the word of the state column by entry number; ``open_items`` are the titles of
    what is not finished, each with what is next.
    """

    states: Mapping[int, str] = field(default_factory=dict[int, str])
    reports: tuple[SentReport, ...] = ()
    open_items: tuple[str, ...] = ()


def reports_line(reports: tuple[SentReport, ...]) -> str:
    """``电话快报 3，首报 1，续报 5；迟报 1（续报二，迟 6 分）``; empty where nothing was sent."""
    counted = Counter(report.kind for report in reports)
    order = {kind: place for place, kind in enumerate(KEPT_REPORTS)}
    kinds = sorted(counted, key=lambda kind: order.get(kind, len(order)))
    line = "，".join(f"{kind} {counted[kind]}" for kind in kinds)
    late = [(report.name, report.late_by) for report in reports if report.late_by]
    if not late:
        return line
    named = "、".join(f"{name}，迟 {_lasting(late_by)}" for name, late_by in late)
    return f"{line}；迟报 {len(late)}（{named}）"


def _lasting(span: timedelta) -> str:
    """``1 小时 10 分``; a late report is at least one minute late."""
    hours, minutes = divmod(max(1, int(span.total_seconds() // 60)), 60)
    if not hours:
        return f"{minutes} 分"
    return f"{hours} 小时 {minutes} 分" if minutes else f"{hours} 小时"


def open_titles(items: Sequence[HandoverItem | OpenItem], zone: ZoneInfo) -> tuple[str, ...]:
    """``2025-018 反应釜爆炸 终报 17:00 前`` for each open thing, in the order given."""
    return tuple(
        " ".join(part for part in (item.title, item.next_step, _due(item, zone)) if part)
        for item in items
    )


def _due(item: HandoverItem | OpenItem, zone: ZoneInfo) -> str:
    if item.next_due_at is None:
        return ""
    due = item.next_due_at.astimezone(zone)
    return f"{due.day}日 {due:%H:%M} 前"
