"""What grade an incident has, as confirmed and as may come, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from safetydesk.domain.casualties import MEASURE_NAMES, CasualtyRow, CasualtyState
from safetydesk.domain.grading_tables import (
    EQUIPMENT_FLAG_GRADES,
    EQUIPMENT_LAW,
    HOLDING_STEPS,
    HOLDING_WORDS,
    NEAR_MISS_FLAGS,
    NEAR_MISS_LAW,
    NEAR_MISS_NUMBERS,
    Criterion,
    GradeTable,
    HoldingStep,
    table_for,
)
from safetydesk.domain.incident import Category, Family, Flag, Grade, graver

_POSSIBLE_DEATHS = "dead+missing+trapped"


@dataclass(frozen=True)
class GradeVerdict:
    """The grades at one moment; None where no grade is reached (or the law has none)."""

    confirmed: Grade | None = None
    potential: Grade | None = None
    major_near_miss: bool = False
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class GradeTrigger:
    """A grade that time alone will bring: at ``at`` the incident reaches ``grade``."""

    at: datetime
    grade: Grade
    reason: str


@dataclass(frozen=True, kw_only=True)
class GradeFacts:
    """What grading needs to know at the moment ``at``.

    ``held_since`` is when people began to be held in a lift, ropeway or ride; ``held_until`` when
    the last came free.
    """

    at: datetime
    family: Family
    category: Category
    flags: frozenset[str]
    rows: Sequence[CasualtyRow]
    held_since: datetime | None = None
    held_until: datetime | None = None

    @property
    def state(self) -> CasualtyState:
        """The numbers that hold."""
        return self.rows[-1].after if self.rows else CasualtyState()

    @property
    def holding(self) -> Flag | None:
        """The kind of equipment that holds people, where the case is of that sort."""
        if self.category is not Category.SPECIAL_EQUIPMENT:
            return None
        return next((flag for flag in HOLDING_STEPS if flag in self.flags), None)


def grade_of(facts: GradeFacts) -> GradeVerdict:
    """The verdict from the numbers and circumstances of this moment alone.

    Potential counts the dead, the missing and the trapped together (493号 art. 12(4)), except for
    people held in a lift, ropeway or ride, who are in reach. The reasons begin with what decides:
    the gravest grade, and for one grade the deaths. That potential never falls is the
    business of ``knowledge``, which sees the past.
    """
    table = table_for(facts.family, facts.category)
    confirmed: Grade | None = None
    potential: Grade | None = None
    found: list[tuple[Grade, str]] = []
    for grade, reason in _confirmed(facts, table):
        confirmed = graver(confirmed, grade)
        found.append((grade, reason))
    for grade, reason in _possible(facts, table):
        potential = graver(potential, grade)
        if confirmed is None or not confirmed.at_least(grade):
            found.append((grade, reason))
    found.sort(key=lambda item: -item[0].severity)
    reasons = [reason for _grade, reason in found]
    near_miss = _near_miss_reasons(facts)
    return GradeVerdict(
        confirmed, graver(confirmed, potential), bool(near_miss), (*reasons, *near_miss)
    )


def triggers(facts: GradeFacts) -> tuple[GradeTrigger, ...]:
    """The grades that elapsed time will still bring while people are held."""
    flag = facts.holding
    if flag is None or facts.held_since is None or facts.held_until is not None:
        return ()
    return tuple(
        GradeTrigger(facts.held_since + step.held_for, step.grade, _holding_reason(flag, step))
        for step in HOLDING_STEPS[flag]
        if facts.held_since + step.held_for > facts.at
        and facts.state.number("trapped") >= step.people
    )


def holding_thresholds() -> tuple[timedelta, ...]:
    """Every elapsed time at which a holding may change its grade."""
    return tuple({step.held_for for steps in HOLDING_STEPS.values() for step in steps})


def _confirmed(facts: GradeFacts, table: GradeTable | None) -> Iterator[tuple[Grade, str]]:
    if table is not None:
        yield from _by_numbers(facts, table)
    if facts.category is Category.SPECIAL_EQUIPMENT:
        yield from _by_equipment(facts)


def _by_numbers(facts: GradeFacts, table: GradeTable) -> Iterator[tuple[Grade, str]]:
    for criterion in table.criteria:
        if criterion.flag is not None and criterion.flag not in facts.flags:
            continue
        number = facts.state.number(criterion.measure)
        grade = criterion.grade_of(number)
        if grade is not None:
            yield grade, _reason(table, criterion, grade, number)
    light = facts.state.number("lightly_injured")
    if table.light_injuries_count and light > 0:
        lowest = Grade.GRADE_4
        yield lowest, f"轻伤{light:f}人，造成人身伤害，{_named(table, lowest)}（{table.law}）"


def _by_equipment(facts: GradeFacts) -> Iterator[tuple[Grade, str]]:
    for row in EQUIPMENT_FLAG_GRADES:
        if row.flag in facts.flags:
            yield (
                row.grade,
                f"{row.words}，{row.grade.chinese_name}事故（{EQUIPMENT_LAW}{row.article}）",
            )
    flag = facts.holding
    if flag is None or facts.held_since is None:
        return
    for step in HOLDING_STEPS[flag]:
        if _reached(facts, step, facts.held_since):
            yield step.grade, _holding_reason(flag, step)


def _reached(facts: GradeFacts, step: HoldingStep, since: datetime) -> bool:
    """Whether so many people were held for so long."""
    end = min(facts.at, facts.held_until) if facts.held_until else facts.at
    return end - since >= step.held_for and _most_held(facts.rows) >= step.people


def _most_held(rows: Sequence[CasualtyRow]) -> Decimal:
    return max((row.after.number("trapped") for row in rows), default=Decimal(0))


def _holding_reason(flag: Flag, step: HoldingStep) -> str:
    hours = Decimal(step.held_for.total_seconds()) / 3600
    people = f"{step.people}人以上" if step.people > 1 else ""
    return (
        f"{HOLDING_WORDS[flag]}{people}{hours.normalize():f}小时以上，"
        f"{step.grade.chinese_name}事故（{EQUIPMENT_LAW}{step.article}）"
    )


def _possible(facts: GradeFacts, table: GradeTable | None) -> Iterator[tuple[Grade, str]]:
    """Grades from people who may have died: missing, and trapped where nobody can reach them."""
    if table is None:
        return
    measure = "dead+missing" if facts.holding else _POSSIBLE_DEATHS
    number = facts.state.number(measure)
    for criterion in table.criteria:
        if criterion.measure != "dead":
            continue
        grade = criterion.grade_of(number)
        if grade is not None:
            words = "死亡、失联合计" if facts.holding else "死亡、失联、被困合计"
            reason = f"{words}{number:f}人，可能达到{_named(table, grade)}"
            yield grade, f"{reason}（{table.law}，{criterion.bound_of(grade)}；493号第十二条）"


def _named(table: GradeTable, grade: Grade) -> str:
    """The statute's name of the grade as a noun: 较大事故, 中型."""
    name = table.name_of(grade)
    return name if name.endswith("型") else f"{name}等级"


def _reason(table: GradeTable, criterion: Criterion, grade: Grade, number: Decimal) -> str:
    words = MEASURE_NAMES[criterion.measure]
    return (
        f"{words}{number:f}{criterion.unit}，{_named(table, grade)}"
        f"（{table.law}，{criterion.bound_of(grade)}）"
    )


def _near_miss_reasons(facts: GradeFacts) -> tuple[str, ...]:
    """较大涉险事故 (21号令 art. 26): only work safety accidents have it."""
    if facts.family is not Family.ACCIDENT or facts.category is Category.ENVIRONMENT:
        return ()
    numbers = [
        f"{words}{facts.state.number(measure):f}人（≥{bound}人），较大涉险事故（{NEAR_MISS_LAW}）"
        for measure, bound, words in NEAR_MISS_NUMBERS
        if facts.state.number(measure) >= bound
    ]
    flags = [
        f"{words}，较大涉险事故（{NEAR_MISS_LAW}）"
        for flag, words in NEAR_MISS_FLAGS
        if flag in facts.flags
    ]
    return (*numbers, *flags)
