"""How many alarms a shift bears, against the limits of good practice (EEMUA 191, HSE CHIS 6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from safetydesk.domain.reminder import AlarmLevel, DutyKind

TEN_MINUTES = timedelta(minutes=10)
LEAST_AVERAGED = timedelta(hours=2)
"""An average over less says nothing of the long run."""
RATE_LIMIT = 1.0
"""Alarms in ten minutes that one person can deal with in the long run."""
PEAK_LIMIT = 10
"""Alarms in the worst ten minutes of an upset."""
STANDING_LIMIT = 0
"""Alarms still on the list when the desk is handed over."""
GOOD_SHARES = {AlarmLevel.TOP: 5, AlarmLevel.MIDDLE: 15, AlarmLevel.LOW: 80}
"""Per cent of each level where levels mean something."""
SOURCES_SHOWN = 10


@dataclass(frozen=True)
class Presented:
    """One time an item came up: everything of it that was missed before came as one."""

    item: str
    kind: DutyKind
    title: str
    level: AlarmLevel
    at: datetime


@dataclass(frozen=True)
class ShiftLoad:
    """The load of a stretch of time; ``rate`` is alarms in ten minutes on average."""

    raised: int
    rate: float
    peak: int
    standing: int
    levels: Mapping[AlarmLevel, int]

    def is_within(self, *, is_over: bool) -> bool:
        """Whether every limit is kept; what stands counts where the shift was handed over."""
        left = self.standing if is_over else 0
        return self.rate <= RATE_LIMIT and self.peak <= PEAK_LIMIT and left <= STANDING_LIMIT

    def share(self, level: AlarmLevel) -> int:
        """Per cent of the alarms that were of a level."""
        return round(100 * self.levels[level] / self.raised) if self.raised else 0


@dataclass(frozen=True)
class SourceLoad:
    """How often one source came up, and its gravest level."""

    kind: DutyKind
    title: str
    count: int
    level: AlarmLevel


def load_of(
    presented: Iterable[Presented],
    settled: Mapping[str, Sequence[datetime]],
    start: datetime,
    end: datetime,
) -> ShiftLoad:
    """The load of ``[start, end)``; what came up before it may still stand at its end."""
    before_end = [one for one in presented if one.at < end]
    within = [one for one in before_end if one.at >= start]
    length = max(end - start, LEAST_AVERAGED)
    levels = Counter(one.level for one in within)
    last = {one.item: one.at for one in sorted(before_end, key=lambda one: one.at)}
    return ShiftLoad(
        raised=len(within),
        rate=len(within) / (length / TEN_MINUTES),
        peak=_peak(sorted(one.at for one in within)),
        standing=sum(
            not any(at <= done < end for done in settled.get(item, ())) for item, at in last.items()
        ),
        levels={level: levels[level] for level in AlarmLevel},
    )


def worst_sources(presented: Iterable[Presented]) -> list[SourceLoad]:
    """The sources that came up most often, the worst first."""
    counts: Counter[tuple[DutyKind, str]] = Counter()
    gravest: dict[tuple[DutyKind, str], AlarmLevel] = {}
    for one in presented:
        source = (one.kind, one.title)
        counts[source] += 1
        gravest[source] = min(gravest.get(source, one.level), one.level)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], gravest[pair[0]], pair[0][1]))
    return [
        SourceLoad(kind, title, count, gravest[kind, title])
        for (kind, title), count in ordered[:SOURCES_SHOWN]
    ]


def _peak(instants: Sequence[datetime]) -> int:
    """The most in any ten minutes."""
    most = first = 0
    for number, at in enumerate(instants):
        while at - instants[first] >= TEN_MINUTES:
            first += 1
        most = max(most, number - first + 1)
    return most
