"""Which text of the rules a demand was made from: the one in force when it came into being."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from safetydesk.domain.demands import demands_of
from safetydesk.domain.incident import BasisKind
from safetydesk.domain.knowledge import history_of
from safetydesk.domain.rule_pack import PackPeriod, Rule, rules_in_use

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.demands import Demand
    from safetydesk.domain.incident import IncidentCase

_NUMBERED = frozenset({BasisKind.QUERY, BasisKind.CASUALTY_CHANGE, BasisKind.CALENDAR_DAY})
"""Bases that make one demand after another, told apart by their occurrence."""


def known_periods(periods: Iterable[PackPeriod], as_of: datetime) -> list[PackPeriod]:
    """The periods that had begun by an instant; an answer never uses a later text."""
    return [period for period in periods if period.since is None or period.since <= as_of]


def applicable(period: PackPeriod, case: IncidentCase) -> list[Rule]:
    """The rules of a period that are switched on and speak about the case."""
    return [
        rule
        for rule in rules_in_use(period.packs)
        if rule.concerns(case.actor, case.family, case.category)
    ]


def dated_demands(case: IncidentCase, periods: Sequence[PackPeriod]) -> list[Demand]:
    """What is owed, each by the rules that were in force when it came into being.

    A later text asks for nothing that began before it, ends nothing that is running, and a report
    owed once is not asked for again under the same name.
    """
    kept: list[Demand] = []
    for period, following in zip_longest(periods, periods[1:]):
        taken = {demand.place for demand in kept}
        for demand in _made_in(case, period, following.since if following else None):
            if demand.place not in taken:
                kept.append(demand)
            elif demand.basis in _NUMBERED:
                kept.append(_next_free(demand, kept))
    return kept


def _made_in(case: IncidentCase, period: PackPeriod, until: datetime | None) -> Iterator[Demand]:
    """The demands that came into being while the texts of one period held."""
    rules = applicable(period, case)
    history = history_of(case, rules)
    for rungs in _ladders(rules):
        for demand in demands_of(rungs, case, history):
            begun = period.since is None or demand.raised_at >= period.since
            if begun and (until is None or demand.raised_at < until):
                yield demand


def _next_free(demand: Demand, kept: Iterable[Demand]) -> Demand:
    """The demand under the number after the highest that its name bears already."""
    name = demand.place[:-1]
    numbers = [other.occurrence for other in kept if other.place[:-1] == name]
    return replace(demand, occurrence=max(numbers) + 1)


def _ladders(rules: Iterable[Rule]) -> list[list[Rule]]:
    """Each rule by itself, and the rules of one ladder (same report, basis and time) together."""
    groups: dict[tuple[object, ...], list[Rule]] = {}
    for index, rule in enumerate(rules):
        alone = () if rule.ladder else (index,)
        key = (rule.pack, rule.ladder, rule.report, rule.basis, rule.schedule, *alone)
        groups.setdefault(key, []).append(rule)
    return list(groups.values())
