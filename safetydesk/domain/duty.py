"""What a duty plan is made of, and what resolving one yields: spans and gaps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

from safetydesk.domain.duty_crews import crew_finder

if TYPE_CHECKING:
    from safetydesk.domain.spans import Span

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
EVERY_DAY = frozenset(range(7))


class TurnUnit(StrEnum):
    """What a rotation counts in; all of them units of the wall clock."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Advance(StrEnum):
    """Which units move a rotation on."""

    CALENDAR = "calendar"
    """Every unit."""
    SERVED = "served"
    """Only units on which a rule of the rotation has a duty."""


class Planned(StrEnum):
    """Where a roster says that its posts are to be manned."""

    WINDOW = "window"
    """Throughout its window; a hole between shifts is a gap."""
    SHIFTS = "shifts"
    """Only during its own shifts, for posts that are manned at night only."""


class DutySource(StrEnum):
    """Where it is written that a person is on duty."""

    FACT = "fact"
    ROSTER = "roster"
    RULE = "rule"
    CHANGE = "change"


@dataclass(frozen=True)
class Post:
    """A seat of the duty office and how many people it needs whenever it is planned."""

    key: str
    minimum: int = 1

    def __post_init__(self) -> None:
        """Refuses a negative need."""
        if self.minimum < 0:
            raise ValueError("a post cannot need fewer than no people")


@dataclass(frozen=True)
class Rotation:
    """Groups of people that take turns.

    ``start`` is the wall-clock time (naive) at which the first group takes over; the order goes on
    backwards before it. A turn lasts ``count`` units. An empty group is nobody's turn.
    """

    key: str
    members: tuple[tuple[str, ...], ...]
    start: datetime
    unit: TurnUnit = TurnUnit.DAY
    count: int = 1
    advance: Advance = Advance.CALENDAR

    def __post_init__(self) -> None:
        """Refuses a rotation without groups, with turns of no length, or anchored at an instant."""
        if not self.members or self.count < 1:
            raise ValueError("a rotation needs a group and turns of at least one unit")
        if self.start.tzinfo is not None:
            raise ValueError("a rotation starts at a wall-clock time")


@dataclass(frozen=True)
class DutyRule:
    """A duty that recurs on weekdays (0 is Monday), served by one person or by a rotation.

    ``begins`` and ``ends`` are wall-clock times. An end that is not after the beginning lies on the
    next day, and the duty belongs to the weekday on which it begins; equal times make 24 hours.
    It plans nothing before ``since`` and from ``until`` on (aware), where these are given.
    """

    post: str
    weekdays: frozenset[int]
    begins: time
    ends: time
    person: str | None = None
    rotation: str | None = None
    since: datetime | None = None
    until: datetime | None = None

    def __post_init__(self) -> None:
        """Refuses a rule that names both or neither."""
        if (self.person is None) == (self.rotation is None):
            raise ValueError("a rule is served by a person or by a rotation")


@dataclass(frozen=True)
class RosterShift:
    """One person written down for one post."""

    post: str
    person: str
    window: Span


@dataclass(frozen=True)
class Roster:
    """A written roster: it replaces the rules inside its window for the posts it names.

    It names the posts of its shifts and those in ``posts`` (a post left empty on purpose). Shifts
    are cut to the window.
    """

    window: Span
    shifts: tuple[RosterShift, ...]
    planned: Planned = Planned.WINDOW
    posts: tuple[str, ...] = ()

    @cached_property
    def named(self) -> frozenset[str]:
        """The posts the roster speaks for."""
        return frozenset(chain(self.posts, (shift.post for shift in self.shifts)))


@dataclass(frozen=True)
class ReplaceChange:
    """``by`` serves instead of ``person``, wherever that person is on the post."""

    post: str
    person: str
    by: str
    window: Span


@dataclass(frozen=True)
class AddChange:
    """``by`` serves too, also outside planned time."""

    post: str
    by: str
    window: Span


@dataclass(frozen=True)
class RemoveChange:
    """``person`` does not serve."""

    post: str
    person: str
    window: Span


DutyChange: TypeAlias = ReplaceChange | AddChange | RemoveChange


@dataclass(frozen=True)
class DutyFact:
    """A person was on the post; ``end`` is None while that person still is."""

    post: str
    person: str
    start: datetime
    end: datetime | None


@dataclass(frozen=True)
class DutyPlan:
    """Everything written about duty, and the window to look at (aware instants, whole minutes)."""

    zone: ZoneInfo
    now: datetime
    window: Span
    posts: tuple[Post, ...]
    rotations: tuple[Rotation, ...] = ()
    rules: tuple[DutyRule, ...] = ()
    rosters: tuple[Roster, ...] = ()
    changes: tuple[DutyChange, ...] = ()
    facts: tuple[DutyFact, ...] = ()


class DutySpan(NamedTuple):
    """One person on one post without a break; instants in UTC, half-open.

    ``source`` is that of the first minute. ``truncated``: the person goes on after the window.
    A named tuple, since ten years hold thousands and a frozen dataclass takes thrice as long.
    """

    post: str
    person: str
    start: datetime
    end: datetime
    source: DutySource
    truncated: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """Planned time in which a post has fewer people than it needs; instants in UTC, half-open."""

    post: str
    start: datetime
    end: datetime
    have: int
    need: int


@dataclass(frozen=True)
class Resolution:
    """Who is on duty in a window: spans by start, post, person; gaps by start, post.

    ``no_effect`` holds the positions of the changes that altered no minute of the window.
    """

    spans: tuple[DutySpan, ...]
    gaps: tuple[Gap, ...]
    no_effect: tuple[int, ...] = ()

    @cached_property
    def at(self) -> Callable[[datetime], tuple[DutySpan, ...]]:
        """Tells the spans at an aware instant, by post and person; () outside the window."""
        return crew_finder(self.spans)
