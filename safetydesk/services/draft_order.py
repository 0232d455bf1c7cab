"""How the office as it stands becomes the order of a draft: turns, people, what was served."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.day_class import DayKind, classify
from safetydesk.domain.duty_clock import DAY, HOUR, WallClock, instant_of, minute_of, wall_minute_of
from safetydesk.domain.duty_resolution import resolve
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.fair_shares import DAY_KINDS, FairKind, is_night
from safetydesk.domain.roster_draft import (
    DraftOrder,
    DraftPerson,
    DraftPost,
    DraftRule,
    Guard,
    Pin,
    Seat,
    Training,
)
from safetydesk.domain.roster_draft_board import DraftBoard
from safetydesk.domain.spans import Span
from safetydesk.domain.staff import LATE_PREGNANCY, WOMAN
from safetydesk.services.calendar import calendar_of
from safetydesk.services.duty_days import duty_days_of, turn_of
from safetydesk.services.duty_planning import plan_of
from safetydesk.services.staff_reading import staff_of
from safetydesk.services.views_draft import (
    DraftRequest,
    PostRequest,
    PreparedDraft,
    TurnPattern,
    TurnSpan,
)
from safetydesk.services.wishes import wishes_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safetydesk.domain.duty import DutySpan
    from safetydesk.domain.duty_clock import Stretch
    from safetydesk.domain.people import OfficeFacts
    from safetydesk.domain.staff import StaffFacts
    from safetydesk.storage.unit_of_work import UnitOfWork

POOLS: Mapping[str, str] = {"primary": "duty", "deputy": "duty", "officer": "duty"}
"""Posts that are counted together; every other post is a pool of its own."""
LEADS: Mapping[str, str] = {"deputy": "primary"}
PLAIN_REST: Mapping[str, int] = {"standby": 0}
"""Hours of rest after a duty, where it is not a day: whoever stood by at home has rested."""
NEW_FOR = timedelta(days=182)
"""So long after the training somebody serves under an experienced officer only."""
LOOK_BACK = timedelta(days=400)
"""What was served is counted so far back: the last Spring Festival always lies in it."""

_DUTY = "值班"
_LONGEST = timedelta(days=400)
_AROUND = timedelta(days=4)
_OFFICE_CLOSES = time(17, 30)
_PARTS = {TurnPattern.WHOLE: 1, TurnPattern.HALVES: 2, TurnPattern.THIRDS: 3, TurnPattern.NIGHTS: 1}


def prepare(uow: UnitOfWork, request: DraftRequest, now: datetime) -> PreparedDraft:
    """The order of a draft with its names.

    Raises:
        RuleViolation: no post, nobody to plan, or a period that is no period.
    """
    _check(request)
    office = uow.office.facts()
    calendar = calendar_of(uow, request.first, request.last)
    days = tuple(
        classify(request.first + timedelta(days=number), calendar)
        for number in range((request.last - request.first).days + 1)
    )
    clock = WallClock(office.zoneinfo)
    seats = tuple(seat for post in request.posts for seat in _seats(post, days, office))
    spans = tuple(
        TurnSpan(instant_of(clock.utc(seat.start)), instant_of(clock.utc(seat.end)))
        for seat in seats
    )
    posts = tuple(
        DraftPost(row.post, POOLS.get(row.post, row.post), row.rest, LEADS.get(row.post, ""))
        for row in request.posts
    )
    planned = _planned(uow, request, office)
    pins = _pins(request, seats, spans, planned) if request.keep else ()
    people = _People(uow, request, office, clock, planned).all(now)
    wishes = (*request.wishes, *wishes_of(uow, request.first, request.last))
    board = DraftBoard(DraftOrder(posts, seats, people, pins, wishes, request.women_by_day))
    names = {str(person.id): person.name for person in uow.people.all(active=False)}
    labels = {post.id: post.label for post in office.posts} | {"duty": _DUTY}
    title = request.title or _title(office, request)
    return PreparedDraft(request, title, board, spans, days, names, labels)


def _check(request: DraftRequest) -> None:
    """Refuses what is no order."""
    if not timedelta(0) <= request.last - request.first <= _LONGEST:
        raise RuleViolation("draft.no_period")
    if not request.posts:
        raise RuleViolation("draft.no_post")
    if not request.people:
        raise RuleViolation("draft.nobody")


def _title(office: OfficeFacts, request: DraftRequest) -> str:
    """The roster's title as it is printed."""
    first, last = request.first, request.last
    if (first.year, first.month) == (last.year, last.month) and first.day == 1:
        period = f"{first.year}年{first.month}月"
    elif (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        period = f"{first.year}年"
    else:
        period = f"{first.year}年{first.month}月{first.day}日至{last.month}月{last.day}日"
    return f"{office.name}{period}值班安排表"


def _seats(post: PostRequest, days: tuple[DayKind, ...], office: OfficeFacts) -> Iterator[Seat]:
    """The seats of one post on every duty day."""
    for kind in days:
        for start, end in _turns(post.pattern, kind, office):
            for place in range(post.count):
                yield Seat(post.post, kind.day, kind.day_class, start, end, place)


def _turns(pattern: TurnPattern, kind: DayKind, office: OfficeFacts) -> Iterator[Stretch]:
    """The turns of a duty day, in minutes of the wall clock."""
    start = wall_minute_of(datetime.combine(kind.day, office.turnover_time))
    if pattern is TurnPattern.NIGHTS and kind.day_class.worked:
        yield wall_minute_of(datetime.combine(kind.day, _OFFICE_CLOSES)), start + DAY
        return
    length = DAY // _PARTS[pattern]
    for part in range(_PARTS[pattern]):
        yield start + part * length, start + (part + 1) * length


def _planned(uow: UnitOfWork, request: DraftRequest, office: OfficeFacts) -> list[DutySpan]:
    """What is planned in and around the period, before anything is drafted."""
    start = turn_of(request.first, office).start - _AROUND
    window = Span(start, turn_of(request.last, office).end + _AROUND)
    return list(resolve(plan_of(uow, window, window.start)).spans)


def _pins(
    request: DraftRequest,
    seats: tuple[Seat, ...],
    spans: tuple[TurnSpan, ...],
    planned: list[DutySpan],
) -> tuple[Pin, ...]:
    """The seats whose whole turn somebody holds already."""
    pins: list[Pin] = []
    taken: set[tuple[str, datetime, str]] = set()
    for place, (seat, span) in enumerate(zip(seats, spans, strict=True)):
        for duty in planned:
            mine = (seat.post, span.start, duty.person)
            covers = duty.start <= span.start and span.end <= duty.end
            known = int(duty.person) in request.people
            if duty.post == seat.post and covers and known and mine not in taken:
                taken.add(mine)
                pins.append(Pin(place, duty.person))
                break
    return tuple(pins)


class _People:
    """Everybody who may be planned, as the rules of a draft see them."""

    def __init__(
        self,
        uow: UnitOfWork,
        request: DraftRequest,
        office: OfficeFacts,
        clock: WallClock,
        planned: list[DutySpan],
    ) -> None:
        self._uow, self._request, self._office, self._clock = uow, request, office, clock
        first, last = turn_of(request.first, office), turn_of(request.last, office)
        self._window = Span(first.start - _AROUND, last.end + _AROUND)
        self._inside = Span(first.start, last.end)
        self._planned = planned
        self._posts = {row.post: row for row in request.posts}

    def all(self, now: datetime) -> tuple[DraftPerson, ...]:
        """The people of the request, by id."""
        staff = staff_of(self._uow, self._window)
        served = self._served(now)
        dated = any(facts.trained_on for facts in staff.values())
        chosen = [staff[str(number)] for number in sorted(self._request.people)]
        return tuple(self._person(facts, served, dated=dated) for facts in chosen)

    def _person(
        self,
        facts: StaffFacts,
        served: Mapping[str, Mapping[tuple[str, FairKind], int]],
        *,
        dated: bool,
    ) -> DraftPerson:
        return DraftPerson(
            key=facts.person,
            posts=facts.posts,
            female=facts.gender == WOMAN,
            training=self._training(facts) if dated else Training.EXPERIENCED,
            away=tuple(self._away(facts)),
            guards=tuple(_guards(facts)),
            busy=tuple(self._busy(facts.person)),
            no_nights=facts.avoids_nights,
            partner=self._planned_too(facts.pair),
            mentor=self._planned_too(facts.mentor),
            served=served.get(facts.person, {}),
        )

    def _planned_too(self, other: str | None) -> str:
        """Somebody to whom another is tied, as far as both may be planned."""
        return other if other and int(other) in self._request.people else ""

    def _training(self, facts: StaffFacts) -> Training:
        """How far somebody is trained when the period begins."""
        first, trained = self._request.first, facts.trained_on
        if trained is None or trained > self._request.last:
            return Training.UNTRAINED
        return Training.NEW if first - trained < NEW_FOR else Training.EXPERIENCED

    def _away(self, facts: StaffFacts) -> Iterator[Stretch]:
        """Absences, and the days before somebody came, was trained, or after the last day."""
        for absence in facts.absences:
            yield self._wall(absence.start), self._wall(absence.end)
        begin, end = self._wall(self._window.start), self._wall(self._window.end)
        for day in (facts.joined_on, facts.trained_on):
            if day is not None and (until := _midnight(day)) > begin:
                yield begin, until
        if facts.left_on is not None and (since := _midnight(facts.left_on)) < end:
            yield since, end

    def _busy(self, person: str) -> Iterator[Stretch]:
        """Duties outside the draft, each with the rest after it."""
        for duty in self._planned:
            row = self._posts.get(duty.post)
            replaced = row is not None and Span(duty.start, duty.end).overlaps(self._inside)
            if duty.person == person and not (replaced and duty.start >= self._inside.start):
                rest = row.rest if row else PLAIN_REST.get(duty.post, 24)
                yield self._wall(duty.start), self._wall(duty.end) + rest * HOUR

    def _served(self, now: datetime) -> dict[str, Counter[tuple[str, FairKind]]]:
        """What everybody has served (or is planned to) before the period, by pool and kind."""
        first, last = self._request.first - LOOK_BACK, self._request.first - timedelta(days=1)
        calendar = calendar_of(self._uow, first, last)
        found: dict[str, Counter[tuple[str, FairKind]]] = {}
        for day in duty_days_of(self._uow, first, last, now):
            kind = DAY_KINDS[classify(day.day, calendar).day_class]
            held = {(span.post, span.person): span for span in day.spans}
            for (post, person), span in held.items():
                counts = found.setdefault(person, Counter())
                pool = POOLS.get(post, post)
                counts[pool, kind] += 1
                counts[pool, FairKind.ALL] += 1
                if is_night(self._wall(span.start), self._wall(span.end)):
                    counts[pool, FairKind.NIGHT] += 1
        return found

    def _wall(self, instant: datetime) -> int:
        """An instant on the wall clock, in minutes."""
        return self._clock.wall(minute_of(instant))


def _guards(facts: StaffFacts) -> Iterator[Guard]:
    """The days on which the law protects somebody (女职工劳动保护特别规定 arts 6 and 9)."""
    if facts.due_on is not None:
        yield Guard(DraftRule.PREGNANT, facts.due_on - LATE_PREGNANCY, facts.due_on)
    if facts.child_born_on is not None:
        born = facts.child_born_on
        yield Guard(DraftRule.NURSING, born, born + timedelta(days=365))


def _midnight(day: date) -> int:
    """The first minute of a date."""
    return wall_minute_of(datetime.combine(day, time()))
