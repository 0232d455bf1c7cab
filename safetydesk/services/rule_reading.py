"""What a ``[[rule]]`` table of a rule pack means."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from safetydesk.domain.casualties import MEASURES
from safetydesk.domain.incident import (
    ActorLevel,
    BasisKind,
    Category,
    Family,
    Grade,
    Medium,
    Recipient,
    ReportKind,
)
from safetydesk.domain.rule_pack import Condition, Confidence, Rule, Schedule, Subject

if TYPE_CHECKING:
    from safetydesk.services.rule_fields import RuleTable

RULE_KEYS = frozenset(
    {
        "id",
        "title",
        "subject",
        "actors",
        "families",
        "categories",
        "not_categories",
        "when",
        "report",
        "accepts",
        "medium",
        "to",
        "basis",
        "within",
        "at_once",
        "same_day",
        "per_day",
        "daily_at",
        "weekdays",
        "effective_from",
        "effective_to",
        "ladder",
        "window_days",
        "citation",
        "confidence",
        "default_on",
        "note",
    }
)
_CONDITION_KEYS = frozenset(
    {"min_grade", "max_grade", "near_miss", "flags", "numbers", "uncontrolled_for"}
)
_SCHEDULE_KEYS = ("within", "at_once", "same_day", "per_day", "daily_at")
_MOST_A_DAY = 24


class Weekday(StrEnum):
    """The days of the week as packs write them, Monday first."""

    MON = "Mon"
    TUE = "Tue"
    WED = "Wed"
    THU = "Thu"
    FRI = "Fri"
    SAT = "Sat"
    SUN = "Sun"

    @property
    def number(self) -> int:
        """Monday is 0."""
        return list(Weekday).index(self)


def read_rule(pack: str, table: RuleTable) -> Rule:
    """The rule that the table describes.

    Raises:
        BadInput: naming the file, the line, the field and what was expected.
    """
    table.refuse_unknown(RULE_KEYS)
    report = table.choice("report", ReportKind)
    to = table.choices("to", Recipient)
    if not to:
        table.refuse("to", "至少一个报送对象")
    return Rule(
        id=table.text("id"),
        pack=pack,
        title=table.text("title"),
        subject=table.choice("subject", Subject) if table.has("subject") else Subject.INCIDENT,
        actors=frozenset(table.choices("actors", ActorLevel)) or frozenset(ActorLevel),
        families=frozenset(table.choices("families", Family)) or frozenset(Family),
        categories=_categories(table),
        when=tuple(_condition(table.inner(row)) for row in table.tables("when")) or (Condition(),),
        report=report,
        accepted=frozenset(table.choices("accepts", ReportKind)) or frozenset({report}),
        medium=table.choice("medium", Medium) if table.has("medium") else None,
        to=to,
        basis=table.choice("basis", BasisKind),
        schedule=_schedule(table),
        effective_from=table.day("effective_from"),
        effective_to=table.day("effective_to"),
        ladder=table.text("ladder", default=""),
        window_days=table.whole("window_days") if table.has("window_days") else None,
        citation=table.text("citation"),
        confidence=table.choice("confidence", Confidence),
        default_on=table.yes("default_on", default=True),
        note=table.text("note", default=""),
    )


def _categories(table: RuleTable) -> frozenset[Category]:
    only = frozenset(table.choices("categories", Category)) or frozenset(Category)
    return only - frozenset(table.choices("not_categories", Category))


def _schedule(table: RuleTable) -> Schedule:
    given = [key for key in _SCHEDULE_KEYS if table.has(key)]
    if len(given) != 1:
        table.refuse(given[-1] if given else "within", "、".join(_SCHEDULE_KEYS) + " 中恰有一项")
    key = given[0]
    if key != "daily_at" and table.has("weekdays"):
        table.refuse("weekdays", "与 daily_at 同用")
    if key == "within":
        return Schedule(within=table.duration(key))
    if key == "per_day":
        return Schedule(per_day=_times_a_day(table))
    if key == "daily_at":
        times = table.clock_times(key) or table.refuse(key, "至少一个时刻")
        days = frozenset(day.number for day in table.choices("weekdays", Weekday))
        return Schedule(daily_at=times, weekdays=days)
    if not table.yes(key, default=False):
        table.refuse(key, "true")
    return Schedule(same_day=True) if key == "same_day" else Schedule(within=timedelta(0))


def _times_a_day(table: RuleTable) -> int:
    times = table.whole("per_day")
    return times if times <= _MOST_A_DAY else table.refuse("per_day", f"1 至 {_MOST_A_DAY}")


def _condition(table: RuleTable) -> Condition:
    table.refuse_unknown(_CONDITION_KEYS)
    return Condition(
        min_grade=table.choice("min_grade", Grade) if table.has("min_grade") else None,
        max_grade=table.choice("max_grade", Grade) if table.has("max_grade") else None,
        near_miss=table.yes("near_miss", default=False),
        flags=table.words("flags"),
        numbers=_numbers(table),
        uncontrolled_for=table.duration("uncontrolled_for")
        if table.has("uncontrolled_for")
        else None,
    )


def _numbers(table: RuleTable) -> tuple[tuple[str, int], ...]:
    inner = table.inner(table.table("numbers"))
    for measure in inner.names():
        if not set(measure.split("+")) <= set(MEASURES):
            table.refuse("numbers", "、".join(MEASURES) + "，或用 + 连接")
    return tuple((measure, inner.whole(measure)) for measure in inner.names())
