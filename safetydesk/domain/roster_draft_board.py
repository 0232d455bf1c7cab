"""A draft's order laid out by places: who may hold which seat, who counts where, and every band."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from safetydesk.domain.duty_clock import DAY, HOUR
from safetydesk.domain.fair_shares import (
    DAY_KINDS,
    Band,
    Claim,
    FairKind,
    fair_shares,
    is_night,
    whole_or_part,
)
from safetydesk.domain.roster_draft import LONGEST_PROTECTED, DraftRule, Training

if TYPE_CHECKING:
    from safetydesk.domain.duty_clock import Minutes
    from safetydesk.domain.roster_draft import DraftOrder, DraftPerson, Seat


@dataclass(frozen=True)
class Group:
    """Seats that are shared out evenly by themselves: one kind of duty within one pool.

    ``shares`` and ``served`` are by person and hold only those who may serve one of the posts.
    """

    pool: str
    kind: FairKind
    seats: tuple[int, ...]
    shares: Mapping[int, Fraction]
    served: Mapping[int, int]

    def bands(self, widened: int = 0) -> dict[int, Band]:
        """Everybody's band, with more room on either side."""
        return {
            person: Band.around(share).widened(widened) for person, share in self.shares.items()
        }


class DraftBoard:
    """An order with everything that does not depend on who holds which seat worked out once."""

    def __init__(self, order: DraftOrder) -> None:
        self.order = order
        self.seats, self.people = order.seats, order.people
        self.posts = {post.key: post for post in order.posts}
        self.number = {person.key: place for place, person in enumerate(order.people)}
        self.until: tuple[Minutes, ...] = tuple(
            seat.end + self.posts[seat.post].rest * HOUR for seat in order.seats
        )
        self.night = tuple(is_night(seat.start, seat.end) for seat in order.seats)
        self.pinned = {pin.seat: self.number[pin.person] for pin in order.pins}
        self._last_days = tuple(_last_day(seat) for seat in order.seats)

    @cached_property
    def bars(self) -> tuple[tuple[DraftRule | None, ...], ...]:
        """For each seat and person the rule that stands between them whatever else is planned."""
        people = range(len(self.people))
        return tuple(
            tuple(self._bar(seat, person) for person in people) for seat in range(len(self.seats))
        )

    @cached_property
    def able(self) -> tuple[tuple[int, ...], ...]:
        """For each seat who may hold it, as far as the seat alone decides; pins apart."""
        return tuple(
            tuple(person for person, rule in enumerate(rules) if rule is None)
            for rules in self.bars
        )

    @cached_property
    def allowed(self) -> tuple[tuple[int, ...], ...]:
        """The same with pins: a pinned seat is its holder's."""
        return tuple(
            (self.pinned[seat],) if seat in self.pinned else able
            for seat, able in enumerate(self.able)
        )

    @cached_property
    def companions(self) -> tuple[tuple[int, ...], ...]:
        """For each seat those of the post that leads it, or of those it leads, at the same time."""
        at: dict[date, list[int]] = {}
        for number, seat in enumerate(self.seats):
            at.setdefault(seat.day, []).append(number)
        near = timedelta(days=1)
        return tuple(
            tuple(
                other
                for day in (seat.day - near, seat.day, seat.day + near)
                for other in at.get(day, ())
                if self._belong(seat, self.seats[other])
            )
            for seat in self.seats
        )

    @cached_property
    def linked(self) -> frozenset[int]:
        """Those whose turns depend on somebody else's."""
        tied = [person for person in self.people if person.partner or person.mentor]
        names = {name for person in tied for name in (person.key, person.partner, person.mentor)}
        return frozenset(place for key, place in self.number.items() if key in names)

    @cached_property
    def wishes(self) -> tuple[dict[int, int], ...]:
        """For each seat what it costs to give it to whom; those not named cost nothing."""
        by_day: dict[date, dict[int, int]] = {}
        for wish in self.order.wishes:
            if wish.person in self.number:
                by_day.setdefault(wish.day, {})[self.number[wish.person]] = wish.weight
        nothing: dict[int, int] = {}
        return tuple(by_day.get(seat.day, nothing) for seat in self.seats)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """What is shared out evenly: each kind that occurs in each pool."""
        return tuple(group for pool in sorted(self._pools) for group in self._groups_of(pool))

    @cached_property
    def groups_of(self) -> tuple[tuple[int, ...], ...]:
        """For each seat the places of the groups it counts in."""
        found: list[list[int]] = [[] for _ in self.seats]
        for place, group in enumerate(self.groups):
            for seat in group.seats:
                found[seat].append(place)
        return tuple(map(tuple, found))

    def _bar(self, seat: int, person: int) -> DraftRule | None:
        """The rule by which a seat is not for somebody, whatever else is planned."""
        turn, who = self.seats[seat], self.people[person]
        if turn.post not in who.posts:
            return DraftRule.POST
        return (
            self._training(turn.post, who)
            or _leave(turn, who)
            or self._protection(seat, who)
            or self._busy(seat, who)
        )

    def _training(self, post: str, who: DraftPerson) -> DraftRule | None:
        """Nobody untrained serves, and nobody new on a post that no other leads."""
        if who.training is Training.UNTRAINED:
            return DraftRule.UNTRAINED
        if who.training is Training.NEW and not self.posts[post].under:
            return DraftRule.NEW_ALONE
        return None

    def _protection(self, seat: int, who: DraftPerson) -> DraftRule | None:
        """What keeps somebody from nights, or from more than a working day at a time."""
        turn, night = self.seats[seat], self.night[seat]
        if not night and turn.end - turn.start <= LONGEST_PROTECTED:
            return None
        for guard in who.guards:
            if guard.first <= self._last_days[seat] and turn.day <= guard.last:
                return guard.rule
        if night and who.no_nights:
            return DraftRule.HEALTH
        return DraftRule.WOMEN_BY_DAY if night and who.female and self.order.women_by_day else None

    def _busy(self, seat: int, who: DraftPerson) -> DraftRule | None:
        """Whether a duty outside the draft is at the same time, or too near."""
        turn, until = self.seats[seat], self.until[seat]
        for start, end in who.busy:
            if start < until and turn.start < end:
                at_once = start < turn.end and turn.start < end
                return DraftRule.ELSEWHERE if at_once else DraftRule.REST
        return None

    def _belong(self, seat: Seat, other: Seat) -> bool:
        """Whether two seats are those of a leading and a led post at the same time."""
        tied = (
            self.posts[seat.post].under == other.post or self.posts[other.post].under == seat.post
        )
        return tied and seat.start < other.end and other.start < seat.end

    @cached_property
    def _pools(self) -> dict[str, list[int]]:
        """The seats of each pool."""
        found: dict[str, list[int]] = {}
        for number, seat in enumerate(self.seats):
            found.setdefault(self.posts[seat.post].pool, []).append(number)
        return found

    def _groups_of(self, pool: str) -> Iterator[Group]:
        """The groups of one pool; the part in all kinds together is the sum of the parts."""
        seats = self._pools[pool]
        kinds: dict[FairKind, list[int]] = {}
        for seat in seats:
            kinds.setdefault(DAY_KINDS[self.seats[seat].day_class], []).append(seat)
        whole: dict[int, Fraction] = {}
        for kind in (kind for kind in FairKind if kind in kinds):
            group = self._group(pool, kind, kinds[kind])
            for person, share in group.shares.items():
                whole[person] = whole.get(person, Fraction(0)) + share
            yield group
        nights = [seat for seat in seats if self.night[seat]]
        if nights and len(nights) < len(seats):
            yield self._group(pool, FairKind.NIGHT, nights)
        served = {person: self._served(person, pool, FairKind.ALL) for person in whole}
        yield Group(pool, FairKind.ALL, tuple(seats), whole, served)

    def _group(self, pool: str, kind: FairKind, seats: list[int]) -> Group:
        """One kind of one pool, shared out."""
        counts = self._counts(seats)
        possible = [0] * len(self.people)
        for seat in seats:
            for person in self.able[seat]:
                possible[person] += 1
        claims = [
            Claim(
                who.key,
                frozenset(mine),
                self._served(place, pool, kind),
                self._weights[pool][place],
                possible[place],
            )
            for place, who in enumerate(self.people)
            if (mine := who.posts.intersection(counts))
        ]
        shares = fair_shares(counts, claims)
        return Group(
            pool,
            kind,
            tuple(seats),
            {self.number[claim.person]: shares[claim.person] for claim in claims},
            {self.number[claim.person]: claim.served for claim in claims},
        )

    @cached_property
    def _weights(self) -> dict[str, list[Fraction]]:
        """For each pool everybody's weight: less than a whole part only after long leave."""
        found: dict[str, list[Fraction]] = {}
        for pool, seats in self._pools.items():
            counts = self._counts(seats)
            away = [0] * len(self.people)
            for seat in seats:
                for person, rule in enumerate(self.bars[seat]):
                    away[person] += rule is DraftRule.LEAVE
            mine = [sum(counts.get(post, 0) for post in who.posts) for who in self.people]
            found[pool] = [
                whole_or_part(all_ - gone, all_) for all_, gone in zip(mine, away, strict=True)
            ]
        return found

    def _counts(self, seats: list[int]) -> dict[str, int]:
        """How many of some seats each post has."""
        found: dict[str, int] = {}
        for seat in seats:
            found[self.seats[seat].post] = found.get(self.seats[seat].post, 0) + 1
        return found

    def _served(self, person: int, pool: str, kind: FairKind) -> int:
        """What somebody served before."""
        return self.people[person].served.get((pool, kind), 0)


def _leave(turn: Seat, who: DraftPerson) -> DraftRule | None:
    """Leave and filed absences."""
    for start, end in who.away:
        if start < turn.end and turn.start < end:
            return DraftRule.LEAVE
    return None


def _last_day(seat: Seat) -> date:
    """The date on which a turn ends."""
    return seat.day + timedelta(days=(seat.end - 1) // DAY - seat.start // DAY)
