"""Who is on duty together: the turnovers of a resolved plan, found by the instant."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import chain, groupby
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from safetydesk.domain.duty import DutySpan

Crew: TypeAlias = "tuple[DutySpan, ...]"
"""Those on duty together, by post and person."""

_DAY = timedelta(days=1)
_NEVER = datetime.max.replace(tzinfo=UTC)


def crew_finder(spans: Sequence[DutySpan]) -> Callable[[datetime], Crew]:
    """What tells the crew at an aware instant, () where nobody is on duty.

    The spans come by their start and begin and end on whole seconds. Turnovers are kept as
    seconds of their day, with the place of each day's first, so that an instant of ten years is
    sought among those of one day; what the search needs is bound to it, as lookups would be
    half of its time.
    """
    edges = sorted(chain((span.start for span in spans), (span.end for span in spans)))
    moments = [moment for moment, _ in groupby(edges)]
    first = moments[0] if moments else _NEVER
    seconds = [(moment - first).seconds for moment in moments]
    days = list(_first_of_days(moments))
    crews: list[Crew] = [(), *_crews(spans, moments)]
    last = len(days) - 1

    def at(instant: datetime) -> Crew:
        passed = instant - first
        day = passed.days
        if 0 <= day < last:
            return crews[bisect_right(seconds, passed.seconds, days[day], days[day + 1])]
        return ()

    return at


def _first_of_days(moments: Sequence[datetime]) -> Iterator[int]:
    """The place of the first turnover on or after each day, counted from the first, and the end."""
    if moments:
        midnight = moments[0]
        for place, moment in enumerate(moments):
            while moment >= midnight:
                yield place
                midnight += _DAY
    yield len(moments)


def _crews(spans: Sequence[DutySpan], moments: Sequence[datetime]) -> Iterator[Crew]:
    """The crew from each turnover on."""
    coming = iter(spans)
    following = next(coming, None)
    present: list[DutySpan] = []
    for moment in moments:
        present = [span for span in present if span.end > moment]
        while following is not None and following.start == moment:
            present.append(following)
            following = next(coming, None)
        present.sort()
        yield tuple(present)
