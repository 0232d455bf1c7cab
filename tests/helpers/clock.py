"""A clock that tests move by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class FakeClock:
    """Stands still until it is advanced or stepped."""

    def __init__(self, start: str | datetime = "2025-10-06T08:00:00+08:00") -> None:
        self._now = _instant(start)
        self._monotonic = 1_000.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._monotonic

    def advance(self, **length: float) -> datetime:
        """Time passes: both clocks move."""
        step = timedelta(**length)
        self._now += step
        self._monotonic += step.total_seconds()
        return self._now

    def to(self, instant: str | datetime) -> datetime:
        """Time passes until an instant."""
        target = _instant(instant)
        self._monotonic += max((target - self._now).total_seconds(), 0)
        self._now = target
        return target

    def step(self, **length: float) -> datetime:
        """Somebody sets the wall clock: only it moves."""
        self._now += timedelta(**length)
        return self._now


def _instant(value: str | datetime) -> datetime:
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    assert moment.tzinfo is not None
    return moment.astimezone(UTC)
