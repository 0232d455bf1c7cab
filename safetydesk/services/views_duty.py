"""What screens and sheets receive about duty: who is on, the month, presence, the shift."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safetydesk.domain.spans import Span


@dataclass(frozen=True)
class OnDutyView:
    """One person on one post at an instant, as planned, with what is known of the presence."""

    post: str
    label: str
    person_id: int
    name: str
    title: str
    section: str
    mobile: str
    start: datetime
    end: datetime
    source: str
    checked_in_at: datetime | None
    checked_out_at: datetime | None

    @property
    def is_here(self) -> bool:
        """Whether the person has come and not left."""
        return self.checked_in_at is not None and self.checked_out_at is None


@dataclass(frozen=True)
class DayCell:
    """One person in one cell of the month table.

    ``spans`` are the times within the duty day (UTC); ``hours`` says them where they are not the
    whole day (``至13:00``, ``13:00起``, ``09:00–12:00``). ``served``: this is what was, not what
    was planned.
    """

    person_id: int
    name: str
    changed: bool
    source: str
    spans: tuple[Span, ...] = ()
    hours: str = ""
    served: bool = False


@dataclass(frozen=True)
class DayRow:
    """One day of the month table; ``cells`` in the order of the posts."""

    day: date
    day_class: str
    holiday: str
    key_period: bool
    cells: tuple[tuple[DayCell, ...], ...]
    gaps: frozenset[str]
    turn: Span | None = None
    """The time from this day's turnover to the next."""


@dataclass(frozen=True)
class DaysView:
    """Days of the roster that follow each other: a week, a holiday, a month, a year.

    ``posts`` are (id, label) in the order in which they are printed.
    """

    posts: tuple[tuple[str, str], ...]
    days: tuple[DayRow, ...]
    key_periods: tuple[str, ...]


@dataclass(frozen=True)
class MonthView:
    """A month of the roster."""

    year: int
    month: int
    posts: tuple[tuple[str, str], ...]
    days: tuple[DayRow, ...]
    key_periods: tuple[str, ...]


@dataclass(frozen=True)
class PresenceView:
    """Planned against actual of one person on one post in a shift."""

    person_id: int
    name: str
    post: str
    label: str
    title: str
    section: str
    planned_from: datetime
    planned_to: datetime
    actual_from: datetime | None
    actual_to: datetime | None
    flag: str


@dataclass(frozen=True)
class ShiftView:
    """A shift with its people."""

    id: int
    number: str
    planned_from: datetime
    planned_to: datetime
    opened_at: datetime
    closed_at: datetime | None
    weather: str
    sealed_hash: str
    first_seq: int | None
    last_seq: int | None
    closed_without_handover: str
    day_class: str
    key_period: str
    people: tuple[PresenceView, ...]

    def of(self, post: str) -> tuple[PresenceView, ...]:
        """The people of one post."""
        return tuple(person for person in self.people if person.post == post)


@dataclass(frozen=True)
class ChangeRequest:
    """A change of the plan as entered: ``kind`` is replace, add or remove.

    ``release`` also takes the stand-in off the post held until then (备班转任副班).
    """

    kind: str
    post: str
    start: datetime
    end: datetime
    person_id: int | None = None
    by_id: int | None = None
    reason: str = ""
    approved_by: str = ""
    release: str = ""


@dataclass(frozen=True)
class RosterDraft:
    """A roster read from a sheet, with people matched: what would be stored."""

    title: str
    turns: tuple[DraftTurn, ...]
    unmatched: tuple[tuple[str, str], ...]
    """(name, cell) of everybody whom the office does not know."""
    foreign_posts: tuple[tuple[str, str], ...] = ()
    """(heading, cell) of every turn on a post that the office does not have."""
    loose: frozenset[str] = frozenset()
    """Posts that the sheet leaves out on some days on purpose: no gap is made of these days."""
    newcomers: tuple[Newcomer, ...] = ()
    """Those of the unmatched who could be added to the office."""


@dataclass(frozen=True)
class DraftTurn:
    """One turn of a draft; instants in UTC."""

    post: str
    person_id: int
    name: str
    day: date
    start: datetime
    end: datetime
    source: str


@dataclass(frozen=True)
class Newcomer:
    """Somebody on a sheet whom the office does not have, as the sheet knows her or him.

    ``posts`` are the office's, with their ``labels``; ``sources`` the cells in which the name
    stands; ``alike`` names of the office that may have been meant. The turns name nobody yet.
    """

    name: str
    posts: tuple[str, ...]
    labels: tuple[str, ...]
    sources: tuple[str, ...]
    turns: tuple[DraftTurn, ...]
    mobile: str = ""
    title: str = ""
    section: str = ""
    alike: tuple[str, ...] = ()
