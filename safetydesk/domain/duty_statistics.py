"""How much duty each person had and will have, by kind of day and of night, and what it is worth.

Counted are turns of a duty day, its first twelve hours and its night apart (domain dossier 4.6:
workday night, weekend day and night, statutory day and night, leader duty). What is over counts
where somebody signed in; what is over without a sign is told apart and earns nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from safetydesk.domain.day_class import DayClass
from safetydesk.domain.spans import Span

if TYPE_CHECKING:
    from safetydesk.domain.duty_days import DutyDay

DAY_PART = timedelta(hours=12)
_LEAST = timedelta(hours=4)
"""Whoever serves less of a half has not served it."""


class DutyKind(StrEnum):
    """The kinds by which duty is counted and paid; a make-up workday is a workday."""

    WORKDAY_DAY = "workday_day"
    WORKDAY_NIGHT = "workday_night"
    WEEKEND_DAY = "weekend_day"
    WEEKEND_NIGHT = "weekend_night"
    REST_DAY = "rest_day"
    REST_NIGHT = "rest_night"
    STATUTORY_DAY = "statutory_day"
    STATUTORY_NIGHT = "statutory_night"
    SPRING_DAY = "spring_day"
    SPRING_NIGHT = "spring_night"

    @property
    def night(self) -> bool:
        """Whether it is the night of its day."""
        return self.value.endswith("_night")


_KINDS: Mapping[DayClass, tuple[DutyKind, DutyKind]] = {
    DayClass.WORKDAY: (DutyKind.WORKDAY_DAY, DutyKind.WORKDAY_NIGHT),
    DayClass.MAKEUP_WORKDAY: (DutyKind.WORKDAY_DAY, DutyKind.WORKDAY_NIGHT),
    DayClass.WEEKEND: (DutyKind.WEEKEND_DAY, DutyKind.WEEKEND_NIGHT),
    DayClass.REST: (DutyKind.REST_DAY, DutyKind.REST_NIGHT),
    DayClass.STATUTORY: (DutyKind.STATUTORY_DAY, DutyKind.STATUTORY_NIGHT),
    DayClass.SPRING_FESTIVAL: (DutyKind.SPRING_DAY, DutyKind.SPRING_NIGHT),
}


class DutyProof(StrEnum):
    """What is known of a duty that is counted."""

    SERVED = "served"
    UNPROVEN = "unproven"
    PLANNED = "planned"


@dataclass(frozen=True)
class CountedDuty:
    """One person on one post of one duty day."""

    person: str
    post: str
    day: date
    day_class: DayClass
    kinds: tuple[DutyKind, ...]
    minutes: int
    proof: DutyProof


@dataclass(frozen=True)
class Rate:
    """What one duty of a kind is worth at a post: fen, and minutes of time off."""

    fen: int = 0
    off_minutes: int = 0


RateTable = Mapping[tuple[DutyKind, str], Rate]
"""By kind and post; the empty post holds for those without a rate of their own."""


@dataclass
class PersonCount:
    """The duties of one person, however proven; ``turns`` by day class, ``halves`` by kind.

    ``fen`` and ``off_minutes`` are of served duties only.
    """

    person: str
    turns: Counter[DayClass] = field(default_factory=Counter[DayClass])
    halves: Counter[DutyKind] = field(default_factory=Counter[DutyKind])
    proofs: Counter[DutyProof] = field(default_factory=Counter[DutyProof])
    leader: int = 0
    minutes: int = 0
    fen: int = 0
    off_minutes: int = 0

    @property
    def total(self) -> int:
        """Turns of every kind."""
        return sum(self.turns.values())

    @property
    def nights(self) -> int:
        """Nights of every kind."""
        return sum(count for kind, count in self.halves.items() if kind.night)


def counted(
    days: Iterable[tuple[DutyDay, DayClass]], now: datetime, unsigned: frozenset[str]
) -> list[CountedDuty]:
    """The duties of some days; who served ``unsigned`` posts (standby) need not have signed in."""
    found: list[CountedDuty] = []
    for day, day_class in days:
        served: dict[tuple[str, str], list[Span]] = {}
        for span in day.spans:
            served.setdefault((span.post, span.person), []).append(Span(span.start, span.end))
        for (post, person), spans in served.items():
            found.append(
                CountedDuty(
                    person=person,
                    post=post,
                    day=day.day,
                    day_class=day_class,
                    kinds=_kinds(spans, day.turn, day_class),
                    minutes=sum(int(span.length.total_seconds()) for span in spans) // 60,
                    proof=_proof(day, post, now, unsigned),
                )
            )
    return found


def count(
    duties: Iterable[CountedDuty], rates: RateTable, leader_posts: frozenset[str]
) -> dict[str, PersonCount]:
    """The duties by person. Only what was served earns money and time off."""
    people: dict[str, PersonCount] = {}
    for duty in duties:
        mine = people.setdefault(duty.person, PersonCount(duty.person))
        mine.turns[duty.day_class] += 1
        mine.halves.update(duty.kinds)
        mine.proofs[duty.proof] += 1
        mine.minutes += duty.minutes
        mine.leader += duty.post in leader_posts
        if duty.proof is DutyProof.SERVED:
            for kind in duty.kinds:
                rate = rates.get((kind, duty.post)) or rates.get((kind, "")) or Rate()
                mine.fen += rate.fen
                mine.off_minutes += rate.off_minutes
    return people


def spread(counts: Iterable[int]) -> tuple[int, int]:
    """The fewest and the most."""
    found = list(counts)
    return (min(found), max(found)) if found else (0, 0)


def _kinds(spans: Iterable[Span], turn: Span, day_class: DayClass) -> tuple[DutyKind, ...]:
    """The halves of the duty day that were served for four hours at least."""
    noon = turn.start + DAY_PART
    halves = (Span(turn.start, noon), Span(noon, turn.end))
    own = list(spans)
    return tuple(
        kind
        for kind, half in zip(_KINDS[day_class], halves, strict=True)
        if sum((part.length for s in own if (part := s.clip(half))), timedelta()) >= _LEAST
    )


def _proof(day: DutyDay, post: str, now: datetime, unsigned: frozenset[str]) -> DutyProof:
    if day.turn.end > now:
        return DutyProof.PLANNED
    return DutyProof.SERVED if post in day.served or post in unsigned else DutyProof.UNPROVEN
