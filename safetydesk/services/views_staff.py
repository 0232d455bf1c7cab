"""What screens receive and send about people: facts that duty rules need, absences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safetydesk.domain.duty_wish import WishKind


@dataclass(frozen=True)
class StaffEntry:
    """What a supervisor writes down of one person; dates are local."""

    posts: tuple[str, ...]
    gender: str = ""
    mobile: str = ""
    identity: str = ""
    joined_on: date | None = None
    left_on: date | None = None
    trained_on: date | None = None
    due_on: date | None = None
    child_born_on: date | None = None
    avoids_nights: bool = False
    pair_id: int | None = None
    mentor_id: int | None = None
    phone_verified_on: date | None = None
    note: str = ""


@dataclass(frozen=True)
class StaffView:
    """One person with her or his facts, for a supervisor. The versions go back with the entry.

    ``signs``: whether the person has a PIN; whoever came with an imported roster has none at first.
    """

    person_id: int
    number: str
    name: str
    title: str
    entry: StaffEntry
    person_version: int
    facts_version: int
    signs: bool = True


@dataclass(frozen=True)
class AbsenceEntry:
    """An absence as it is entered: whole days by their dates, or parts of days with times too."""

    person_id: int
    kind: str
    first: date
    last: date
    begins: time | None = None
    ends: time | None = None
    reason: str = ""
    place: str = ""
    filed_with: str = ""
    stand_in_id: int | None = None


@dataclass(frozen=True)
class AbsenceView:
    """An absence in the register. ``kind`` and ``reason`` are empty where the reader may not know.

    ``unfiled``: a leader's absence that was not filed with anybody yet.
    """

    id: int
    person_id: int
    name: str
    leader: bool
    kind: str
    start: datetime
    end: datetime
    whole_days: tuple[date, date] | None
    reason: str
    place: str
    filed_with: str
    filed_at: datetime | None
    stand_in: str
    unfiled: bool
    entered_by: str
    hits: tuple[date, ...] = ()
    """The duty days on which the person is planned nevertheless."""


@dataclass(frozen=True)
class WishEntry:
    """A wish as it is entered, for the duty days ``[first, last]``."""

    person_id: int
    kind: str
    first: date
    last: date
    note: str = ""


@dataclass(frozen=True)
class WishView:
    """A wish in force. ``planned``: the days on which the plan does not follow it."""

    id: int
    person_id: int
    name: str
    kind: WishKind
    first: date
    last: date
    note: str
    entered_by: str
    planned: tuple[date, ...] = ()
