"""A source of duty facts that tests set by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from safetydesk.domain.reminder import Contact, Deadline, DutyKind, DutyState

LEADER = Contact("曾慧", "19900000006")


class SimpleSource:
    """Gives the facts it was given; several services may share it, as they share a database."""

    def __init__(self, state: DutyState | None = None) -> None:
        self.facts = state or DutyState(leader=LEADER)
        self.asked = 0

    def state(self, uow, now) -> DutyState:
        self.asked += 1
        return self.facts

    def put(self, *deadlines: Deadline) -> None:
        """Adds deadlines, or replaces those of the same item."""
        kept = {d.item: d for d in self.facts.deadlines} | {d.item: d for d in deadlines}
        self.facts = replace(self.facts, deadlines=tuple(kept.values()))

    def done(self, item: str) -> None:
        self.put(*(replace(d, done=True) for d in self.facts.deadlines if d.item == item))

    def undone(self, item: str) -> None:
        self.put(*(replace(d, done=False) for d in self.facts.deadlines if d.item == item))


def a_report(
    start: datetime, length: float = 60, item: str = "incident:18:SD2", **more
) -> Deadline:
    """A statutory report; ``length`` in minutes."""
    due_at = start + timedelta(minutes=length)
    made = Deadline(item, DutyKind.REPORT, "首报", "省安委办", start, due_at, legal=True)
    return replace(made, **more)
