"""An independent look: what must have been raised by now, against what the ledger holds.

Shares the table of rungs with the engine and nothing else, so that a fault in the one is found by
the other (reliability R20). What is missing at two looks in a row, or was altered, is reported.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from safetydesk.domain.reminder import AlarmLevel, Deadline, DutyState
from safetydesk.domain.reminder_ladder import (
    BEFORE_SHORT,
    BY_DAYS,
    NEAR,
    NO_SHOW_AFTER,
    SHARES_OF_LONG,
    SHORT,
    TURNOVER_RUNGS,
)

if TYPE_CHECKING:
    from safetydesk.services.reminders import LedgerFacts

GRACE = timedelta(seconds=10)
_SAME = timedelta(seconds=1)

_log = logging.getLogger("safetydesk.auditor")


class Flaw(StrEnum):
    """What is wrong with a rung in the ledger."""

    MISSING = "missing"
    ALTERED = "altered"


@dataclass(frozen=True)
class Expected:
    """A rung that must have been raised."""

    item: str
    due_at: datetime
    at: datetime
    level: AlarmLevel


@dataclass(frozen=True)
class Finding:
    """A rung that is missing from the ledger or differs from the facts."""

    flaw: Flaw
    expected: Expected


class FactsSource(Protocol):
    """Gives facts and ledger in one snapshot (the reminder service)."""

    def facts(self) -> LedgerFacts:
        """Both, as they stand now."""
        ...


class Auditor:
    """Compares facts with the ledger and tells what it finds."""

    def __init__(
        self,
        source: FactsSource,
        on_findings: Callable[[tuple[Finding, ...]], object],
    ) -> None:
        self._source = source
        self._on_findings = on_findings
        self._suspects: frozenset[Finding] = frozenset()

    def look(self) -> bool:
        """One look; whether something was amiss, so that the second one should come soon."""
        self.check()
        return bool(self._suspects)

    def check(self) -> tuple[Finding, ...]:
        """Looks once; returns and tells what was wrong at the last look already.

        One look alone may fall between a fact and the beat that answers it.
        """
        found = frozenset(_compare(self._source.facts()))
        confirmed = tuple(
            sorted(found & self._suspects, key=lambda f: (f.expected.at, f.expected.item))
        )
        self._suspects = found
        if confirmed:
            _log.error("the ledger lacks or alters %d reminders", len(confirmed))
            self._on_findings(confirmed)
        return confirmed


def _compare(facts: LedgerFacts) -> Iterator[Finding]:
    """Every flaw of the ledger at an instant."""
    for expected in _expected(facts.state, facts.at - GRACE):
        if facts.closed.get(expected.item) == expected.due_at:
            continue
        levels = {
            row.occurrence.level
            for row in facts.ledger[expected.item]
            if row.occurrence.due_at == expected.due_at
            and abs(row.occurrence.stage_at - expected.at) < _SAME
        }
        if not levels:
            yield Finding(Flaw.MISSING, expected)
        elif expected.level not in levels:
            yield Finding(Flaw.ALTERED, expected)


def _expected(state: DutyState, by: datetime) -> Iterator[Expected]:
    """What must be in the ledger by an instant."""
    for deadline in (d for d in state.deadlines if not d.done):
        for at in _instants(deadline, by):
            yield Expected(deadline.item, deadline.due_at, at, _level(deadline, at))
    for expected in _single(state):
        if expected.at <= by:
            yield expected


def _single(state: DutyState) -> Iterator[Expected]:
    """The rungs of turnovers, arrivals and notes, whenever they come."""
    for turnover in (t for t in state.turnovers if not t.signed):
        for _, offset, level in TURNOVER_RUNGS:
            yield Expected(turnover.item, turnover.at, turnover.at + offset, level)
    for arrival in (a for a in state.arrivals if not a.arrived):
        at = arrival.expected_at + NO_SHOW_AFTER
        yield Expected(arrival.item, arrival.expected_at, at, AlarmLevel.MIDDLE)
    for note in (n for n in state.notes if not n.done):
        yield Expected(note.item, note.at, note.at, AlarmLevel.LOW)


def _instants(deadline: Deadline, by: datetime) -> list[datetime]:
    """The rungs of a deadline up to an instant, in plain seconds before its end."""
    length = (deadline.due_at - deadline.starts_at).total_seconds()
    if deadline.by_days:
        before = [*(ahead.total_seconds() for _, ahead in BY_DAYS), 0.0]
    elif length <= 0:
        before = [0.0]
    elif length < SHORT.total_seconds():
        before = [length, *(ahead.total_seconds() for _, ahead in BEFORE_SHORT), 0.0]
        before = [seconds for seconds in before if seconds <= length]
    else:
        before = [length, *(length - length * p / w for _, p, w in SHARES_OF_LONG), 0.0]
        if NEAR.total_seconds() < before[-2]:
            before.append(NEAR.total_seconds())
    instants = [deadline.due_at - timedelta(seconds=seconds) for seconds in before]
    repeats = int((by - deadline.due_at) / deadline.repeat) if by >= deadline.due_at else 0
    if repeats:
        instants.append(deadline.due_at + repeats * deadline.repeat)
    return [at for at in instants if at <= by]


def _level(deadline: Deadline, at: datetime) -> AlarmLevel:
    """The level at an instant, by the words of peers F1.4."""
    left = (deadline.due_at - at).total_seconds()
    if left <= 0 and deadline.legal:
        return AlarmLevel.TOP
    return AlarmLevel.MIDDLE if left <= NEAR.total_seconds() else AlarmLevel.LOW
