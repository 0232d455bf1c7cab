"""Where turns of duty begin and end by the plan: the resolver joins turns that touch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from safetydesk.domain.duty_resolution import resolve

if TYPE_CHECKING:
    from safetydesk.domain.duty import DutyPlan

TurnEdges: TypeAlias = Mapping[tuple[str, str], frozenset[datetime]]
"""For each (post, person) the instants, UTC, at which a turn begins or ends."""


def turn_edges(plan: DutyPlan) -> TurnEdges:
    """The edges of every turn that the rosters and the recurring duties of a plan name.

    A day and a night of a 2×12 pattern served back to back are two turns with no rest between.
    """
    edges: defaultdict[tuple[str, str], set[datetime]] = defaultdict(set)
    for post, person, start, end in (*_of_rosters(plan), *_of_rules(plan)):
        edges[post, person] |= {start, end}
    return {key: frozenset(found) for key, found in edges.items()}


def _of_rosters(plan: DutyPlan) -> Iterator[tuple[str, str, datetime, datetime]]:
    for roster in plan.rosters:
        for shift in roster.shifts:
            yield shift.post, shift.person, shift.window.start, shift.window.end


def _of_rules(plan: DutyPlan) -> Iterator[tuple[str, str, datetime, datetime]]:
    """Each recurring duty by itself, so that it is not joined with the one that follows."""
    bare = replace(plan, rosters=(), changes=(), facts=())
    for rule in plan.rules:
        for span in resolve(replace(bare, rules=(rule,))).spans:
            yield span.post, span.person, span.start, span.end
