"""What people ask of the roster: to serve on some days, or rather not; a wish, never a right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from safetydesk.domain.roster_draft import Wish

LONGEST = 31
"""Days of one wish: whoever is away for longer is on leave."""


class WishKind(StrEnum):
    """How much somebody wants, or does not want, to serve."""

    WANTS = "wants"
    RATHER_NOT = "rather_not"
    PLEASE_NOT = "please_not"


WEIGHTS: Mapping[WishKind, int] = {
    WishKind.WANTS: -2,
    WishKind.RATHER_NOT: 1,
    WishKind.PLEASE_NOT: 3,
}
"""What it costs a draft to plan the person then; less than nothing for who wants to."""


@dataclass(frozen=True)
class DutyWish:
    """A wish for the duty days ``[first, last]``; dates are local."""

    person: str
    first: date
    last: date
    kind: WishKind

    def of_days(self, first: date, last: date) -> Iterator[Wish]:
        """The wish day by day, as far as the days lie in a period."""
        day, end = max(self.first, first), min(self.last, last)
        while day <= end:
            yield Wish(self.person, day, WEIGHTS[self.kind])
            day += timedelta(days=1)
