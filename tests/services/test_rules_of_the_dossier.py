"""Every rule and every threshold of the domain dossier stands in the program as written down.

``tests/data/law/rules.txt`` and ``grades.txt`` were read against the dossier (sections 1 and 2.5)
by hand: a rule that vanishes or says something else is named with both lines.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from safetydesk.domain.grading_tables import (
    EQUIPMENT_FLAG_GRADES,
    HOLDING_STEPS,
    NEAR_MISS_FLAGS,
    NEAR_MISS_NUMBERS,
    table_for,
)
from safetydesk.domain.incident import ActorLevel, Category, Family
from safetydesk.domain.rule_pack import Condition, Confidence, Rule, Schedule, Subject
from safetydesk.services.rule_packs import PACK_NAMES, load_packs

LAW = Path(__file__).parents[1] / "data" / "law"
SHIPPED = [rule for pack in load_packs(PACK_NAMES) for rule in pack.rules]
_NATURAL = {Category.FOREST_FIRE, Category.FLOOD, Category.GEOLOGICAL}
_HEALTH = {Category.PUBLIC_HEALTH, Category.ANIMAL_EPIDEMIC}


def written(name: str) -> list[str]:
    text = (LAW / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def line_of(rule: Rule) -> str:
    """A rule in one line, in the order of the columns of the dossier."""
    only = [one for one in Category if one in rule.categories]
    without = [one for one in Category if one not in rule.categories]
    categories = "+".join(only) if len(only) < len(without) else "-".join(["all", *without])
    return " | ".join(
        (
            rule.id if rule.subject is Subject.INCIDENT else f"{rule.id} ({rule.subject})",
            rule.pack,
            "+".join(one for one in ActorLevel if one in rule.actors),
            "+".join(one for one in Family if one in rule.families),
            categories,
            " or ".join(filter(None, map(_condition, rule.when))) or "always",
            "/".join(sorted(rule.accepted)) + (f" by {rule.medium}" if rule.medium else ""),
            rule.basis,
            _term(rule.schedule) + (f" within {rule.window_days} d" if rule.window_days else ""),
            "+".join(rule.to),
            rule.confidence,
            "on" if rule.default_on else "off",
            f"{rule.effective_from or ''}–{rule.effective_to or ''}",
        )
    )


def _condition(one: Condition) -> str:
    low, high = one.min_grade, one.max_grade
    parts = [
        f"grade {low[-1] if low else ''}..{high[-1] if high else ''}" if low or high else "",
        "near miss" if one.near_miss else "",
        *sorted(one.flags),
        *(f"{name}>={least}" for name, least in one.numbers),
        f"uncontrolled {one.uncontrolled_for}" if one.uncontrolled_for else "",
    ]
    return " & ".join(filter(None, parts))


def _term(schedule: Schedule) -> str:
    if schedule.daily_at:
        days = "".join(str(day) for day in sorted(schedule.weekdays))
        return "+".join(f"{at:%H:%M}" for at in schedule.daily_at) + (
            f" day {days}" if days else ""
        )
    if schedule.per_day:
        return f"{schedule.per_day} a day"
    if schedule.same_day:
        return "same day"
    minutes = (schedule.within or timedelta(0)) // timedelta(minutes=1)
    hours, rest = divmod(minutes, 60)
    return "at once" if not minutes else f"{minutes} min" if rest or hours < 1 else f"{hours} h"


def bounds_of(category: Category) -> str:
    """The thresholds of a category in one line: each measure with the least numbers of 1 to 4."""
    natural = category in _NATURAL
    family = Family.NATURAL_DISASTER if natural else Family.ACCIDENT
    family = Family.PUBLIC_HEALTH if category in _HEALTH else family
    table = table_for(family, category)
    if table is None:
        return f"{category} | {family} | no numbers in the dossier"
    measures = [
        f"{one.measure}{f' ({one.flag})' if one.flag else ''} "
        + "/".join("any" if b is None and one.any_harm else str(b or "-") for b in one.bounds)
        for one in table.criteria
    ]
    return " | ".join((category, family, "、".join(table.names), *measures))


def test_every_rule_of_the_dossier_stands_in_the_packs_word_for_word() -> None:
    assert sorted(map(line_of, SHIPPED)) == sorted(written("rules.txt"))


@pytest.mark.parametrize("category", Category)
def test_every_category_is_graded_by_its_own_numbers_and_names(category: Category) -> None:
    assert bounds_of(category) in written("grades.txt")


def test_no_threshold_stands_in_the_list_for_a_category_that_is_gone() -> None:
    held = [line for line in written("grades.txt") if line.split(" | ")[0] in set(Category)]
    assert len(held) == len(Category)


def test_what_elapsed_time_and_circumstances_make_is_listed() -> None:
    steps = [
        f"held {flag} {step.held_for} {step.people} {step.grade}"
        for flag, some in HOLDING_STEPS.items()
        for step in some
    ]
    events = [f"event {row.flag} {row.grade}" for row in EQUIPMENT_FLAG_GRADES]
    near = [f"near miss {measure}>={least}" for measure, least, _words in NEAR_MISS_NUMBERS]
    near += [f"near miss {flag}" for flag, _words in NEAR_MISS_FLAGS]
    listed = [
        line for line in written("grades.txt") if line.split()[0] in {"held", "event", "near"}
    ]
    assert sorted([*steps, *events, *near]) == sorted(listed)


@pytest.mark.parametrize("rule", SHIPPED, ids=lambda rule: f"{rule.pack}-{rule.id}")
def test_a_rule_that_is_only_remembered_is_off_or_says_why_not(rule: Rule) -> None:
    assert rule.citation.strip()
    if rule.confidence is Confidence.RECALL and rule.default_on:
        assert "待核实" in rule.note
