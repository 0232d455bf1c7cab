"""What screens and the log receive about swaps: who, which duty, how it stands, what may follow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safetydesk.domain.swap import SwapKind, SwapState, SwapStepKind


@dataclass(frozen=True)
class SwapRequest:
    """A swap as it is asked for. Times aware; ``taker_id`` None: whoever is willing.

    With ``given_post`` the taker gives that duty of the taker's own in exchange.
    """

    post: str
    owner_id: int
    start: datetime
    end: datetime
    kind: SwapKind
    taker_id: int | None = None
    given_post: str = ""
    given_start: datetime | None = None
    given_end: datetime | None = None
    reason: str = ""


@dataclass(frozen=True)
class DutyTurn:
    """A duty of somebody that could be swapped; the exact times of the plan."""

    post: str
    label: str
    start: datetime
    end: datetime


@dataclass(frozen=True)
class SwapStepView:
    """One step in words; ``author`` only where somebody else recorded it."""

    kind: SwapStepKind
    at: datetime
    person: str
    author: str
    text: str


@dataclass(frozen=True)
class SwapView:
    """A swap as a list shows it; ``acts`` are what the person asking may do about it now."""

    id: int
    kind: SwapKind
    state: SwapState
    post: str
    label: str
    owner_id: int
    owner: str
    taker_id: int | None
    taker: str
    start: datetime
    end: datetime
    given: DutyTurn | None
    reason: str
    awaits: str
    steps: tuple[SwapStepView, ...]
    acts: frozenset[SwapStepKind]


@dataclass(frozen=True)
class StandbyLeft:
    """A turn of standing by that whoever takes a duty leaves; ``instead`` could stand by then.

    ``instead`` are (person, name, turns of standing by in the month), the fewest first.
    """

    turn: DutyTurn
    instead: tuple[tuple[int, str, int], ...]
