"""How the numbers of an incident stand at a moment, and how they changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from safetydesk.domain.incident import Casualties, IncidentEvent

HUMAN_MEASURES = ("dead", "missing", "trapped", "severely_injured", "lightly_injured")
"""The numbers of people whose change is a change of casualties (493号 art. 13)."""

MEASURES = (*HUMAN_MEASURES, "at_risk", "evacuated", "loss_yuan", "burned_ha")

MEASURE_NAMES = {
    "dead": "死亡",
    "missing": "失联",
    "trapped": "被困",
    "severely_injured": "重伤",
    "lightly_injured": "轻伤",
    "at_risk": "涉险",
    "evacuated": "疏散",
    "loss_yuan": "直接经济损失",
    "burned_ha": "过火面积",
}


@dataclass(frozen=True, kw_only=True)
class CasualtyState:
    """The numbers that hold at a moment; None where nobody has said anything yet."""

    dead: int | None = None
    missing: int | None = None
    trapped: int | None = None
    severely_injured: int | None = None
    lightly_injured: int | None = None
    at_risk: int | None = None
    evacuated: int | None = None
    loss_yuan: Decimal | None = None
    burned_ha: Decimal | None = None

    def number(self, measure: str) -> Decimal:
        """The number of one measure, or of a sum named ``a+b``; unknown counts as none."""
        return sum((self._single(name) for name in measure.split("+")), Decimal(0))

    def _single(self, name: str) -> Decimal:
        if name not in MEASURES:
            raise KeyError(name)
        value: int | Decimal | None = getattr(self, name)
        return Decimal(value or 0)

    def sum_of_people(self) -> int:
        """Everybody dead, missing, trapped or hurt."""
        return int(self.number("+".join(HUMAN_MEASURES)))

    def after(self, event: Casualties) -> CasualtyState:
        """The state once the event's numbers are in; what it leaves out stays."""
        given = {name: value for name in MEASURES if (value := getattr(event, name)) is not None}
        return CasualtyState(**{**{name: getattr(self, name) for name in MEASURES}, **given})


@dataclass(frozen=True)
class CasualtyRow:
    """One line of the casualty table: what an event said, and the numbers before and after."""

    event: Casualties
    before: CasualtyState
    after: CasualtyState

    @property
    def changed(self) -> tuple[str, ...]:
        """The measures whose number is another than before; a first "none" is no change."""
        return tuple(
            name for name in MEASURES if self.before.number(name) != self.after.number(name)
        )

    @property
    def casualties_changed(self) -> bool:
        """Whether a number of dead, missing, trapped or hurt is another than before."""
        return any(name in HUMAN_MEASURES for name in self.changed)

    @property
    def differences(self) -> str:
        """The changes in words: 死亡1→3、失联2→0."""
        return "、".join(
            f"{MEASURE_NAMES[name]}{self.before.number(name):f}→{self.after.number(name):f}"
            for name in self.changed
        )


def casualty_history(events: Iterable[IncidentEvent]) -> tuple[CasualtyRow, ...]:
    """The casualty table in the order of the times for which the numbers held.

    Numbers that arrive late take the place of their time: they do not undo newer ones.
    """
    numbers = [event for event in events if isinstance(event, Casualties)]
    rows: list[CasualtyRow] = []
    state = CasualtyState()
    for event in sorted(numbers, key=lambda item: (item.time, item.known_at)):
        rows.append(CasualtyRow(event, state, state.after(event)))
        state = rows[-1].after
    return tuple(rows)


def state_at(rows: Sequence[CasualtyRow], at: datetime | None = None) -> CasualtyState:
    """The numbers that hold at ``at``, or after the last row."""
    state = CasualtyState()
    for row in rows:
        if at is None or row.event.time <= at:
            state = row.after
    return state
