"""What a rule's term and conditions are called on screen, in the words of the regulations."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.casualties import MEASURE_NAMES
from safetydesk.domain.incident_entries import flag_name

if TYPE_CHECKING:
    from safetydesk.domain.rule_pack import Condition, Rule, Schedule

WEEKDAYS = "一二三四五六日"
"""The days of the week as they are written, Monday first."""

_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


def term_words(rule: Rule) -> str:
    """``接报后30分钟内``, ``事发后立即``, ``每周三 09:00``."""
    schedule = rule.schedule
    if schedule.recurring:
        return rhythm_words(schedule)
    if schedule.same_day:
        return f"{rule.basis.chinese_name}当日"
    length = schedule.within or timedelta(0)
    return f"{rule.basis.chinese_name}后{_within(length)}"


def condition_words(rule: Rule) -> str:
    """``较大以上；或敏感事件``; nothing for a rule that always applies."""
    return "；或".join(words for one in rule.when if (words := _condition(one)))


def _within(length: timedelta) -> str:
    if not length:
        return "立即"
    if length % _DAY == timedelta(0) and length > _DAY:
        return f"{length // _DAY}日内"
    if length % _HOUR == timedelta(0):
        return f"{length // _HOUR}小时内"
    return f"{length // timedelta(minutes=1)}分钟内"


def rhythm_words(schedule: Schedule) -> str:
    """``每日至少2次``, ``每日 08:00、17:00``, ``每周三 09:00``: for a report that comes round."""
    if schedule.per_day:
        return f"每日至少{schedule.per_day}次"
    times = "、".join(f"{at:%H:%M}" for at in sorted(schedule.daily_at))
    days = "、".join(WEEKDAYS[day] for day in sorted(schedule.weekdays))
    return f"每周{days} {times}" if days else f"每日 {times}"


def _condition(one: Condition) -> str:
    return "，".join(part for part in (_grades(one), *_circumstances(one)) if part)


def _grades(one: Condition) -> str:
    low, high = one.min_grade, one.max_grade
    if low is not None and low is high:
        return low.chinese_name
    if low is not None:
        return f"{low.chinese_name}以上"
    return f"{high.chinese_name}以下或等级不明" if high is not None else ""


def _circumstances(one: Condition) -> Iterable[str]:
    if one.near_miss:
        yield "较大涉险"
    for flag in sorted(one.flags):
        yield flag_name(flag)
    for measures, least in one.numbers:
        names = "、".join(MEASURE_NAMES[name] for name in measures.split("+"))
        yield f"{names}{least}以上"
    if one.uncontrolled_for is not None:
        yield f"{_within(one.uncontrolled_for)}未控制"
