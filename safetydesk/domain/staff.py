"""What duty rules must know of a person: absences, training, protection by law, the telephone.

Personal facts (pregnancy, nursing, health) are shown to supervisors only; rules see all of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from safetydesk.domain.clock import local_instant
from safetydesk.domain.spans import Span

WOMAN = "女"
LATE_PREGNANCY = timedelta(weeks=12)
"""Seven months (28 weeks of 40) are over this long before the day of birth that is expected."""
NIGHT_BEGINS, NIGHT_ENDS = time(22), time(6)
"""Night work of 女职工劳动保护特别规定: 22:00 to 06:00 of the next day."""


class AbsenceKind(StrEnum):
    """Why somebody cannot serve, by the word of the register."""

    ANNUAL_LEAVE = "年休假"
    SICK_LEAVE = "病假"
    MATERNITY_LEAVE = "产假"
    PERSONAL_LEAVE = "事假"
    TIME_OFF = "补休"
    """Time off in lieu; statistics count it as taken."""
    TRAINING = "培训"
    TRIP = "外出"
    OTHER = "其他"

    @property
    def personal(self) -> bool:
        """Whether the kind itself tells something that only supervisors read."""
        return self in {AbsenceKind.SICK_LEAVE, AbsenceKind.MATERNITY_LEAVE}


class Protection(StrEnum):
    """Why the law forbids night work (女职工劳动保护特别规定)."""

    PREGNANT = "pregnant"
    """Art. 6: from the seventh month."""
    NURSING = "nursing"
    """Art. 9: a child younger than one year."""


@dataclass(frozen=True)
class Absence:
    """Somebody cannot serve in ``[start, end)``; whole days run from turnover to turnover.

    ``filed_at`` is when a leader's absence was filed (外出报备); ``stand_in`` serves meanwhile.
    """

    person: str
    kind: AbsenceKind
    start: datetime
    end: datetime
    reason: str = ""
    place: str = ""
    filed_with: str = ""
    filed_at: datetime | None = None
    stand_in: str | None = None
    id: int = 0

    @property
    def span(self) -> Span:
        """The time of the absence."""
        return Span(self.start, self.end)


@dataclass(frozen=True)
class StaffFacts:
    """One person as the rules see her or him; dates are local."""

    person: str
    name: str
    gender: str = ""
    posts: frozenset[str] = frozenset()
    active: bool = True
    mobile: str = ""
    identity: str = ""
    joined_on: date | None = None
    left_on: date | None = None
    trained_on: date | None = None
    due_on: date | None = None
    child_born_on: date | None = None
    avoids_nights: bool = False
    pair: str | None = None
    mentor: str | None = None
    phone_verified_on: date | None = None
    phone_failed: bool = False
    absences: tuple[Absence, ...] = field(default=())

    def gone(self, day: date) -> bool:
        """Whether the person no longer belongs to the office on a day."""
        return not self.active or (self.left_on is not None and day >= self.left_on)

    def protection(self, day: date) -> Protection | None:
        """Why the law keeps the person from night work on a day; None where it does not."""
        if self.due_on is not None and self.due_on - LATE_PREGNANCY <= day <= self.due_on:
            return Protection.PREGNANT
        born = self.child_born_on
        if born is not None and born <= day < _anniversary(born):
            return Protection.NURSING
        return None


def nights_of(span: Span, zone: ZoneInfo) -> list[date]:
    """The dates on whose evening a night begins of which the span holds a minute."""
    day = span.start.astimezone(zone).date() - timedelta(days=1)
    last = span.end.astimezone(zone).date()
    found: list[date] = []
    while day <= last:
        if night_of(day, zone).overlaps(span):
            found.append(day)
        day += timedelta(days=1)
    return found


def night_of(day: date, zone: ZoneInfo) -> Span:
    """The night that begins on the evening of a date."""
    following = day + timedelta(days=1)
    return Span(
        local_instant(datetime.combine(day, NIGHT_BEGINS), zone),
        local_instant(datetime.combine(following, NIGHT_ENDS), zone),
    )


def forbidden_night(staff: StaffFacts, span: Span, zone: ZoneInfo) -> Protection | None:
    """Why the law forbids a duty; None where it holds no night under protection."""
    for evening in nights_of(span, zone):
        for day in (evening, evening + timedelta(days=1)):
            found = staff.protection(day)
            if found is not None:
                return found
    return None


def whole_days(first: date, last: date, turnover: time, zone: ZoneInfo) -> Span:
    """The absence of whole days: from the turnover of the first to that after the last.

    Whoever comes off duty on the morning on which leave begins has not broken it.
    """
    following = last + timedelta(days=1)
    return Span(
        local_instant(datetime.combine(first, turnover), zone),
        local_instant(datetime.combine(following, turnover), zone),
    )


def _anniversary(day: date) -> date:
    """The same day a year later; 29 February becomes 1 March."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)
