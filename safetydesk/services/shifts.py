"""Use cases of shifts: which one is open, who served it, and opening the first one."""

from __future__ import annotations

from datetime import timedelta
from itertools import chain, count
from string import ascii_uppercase
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.day_class import classify
from safetydesk.domain.errors import NotFound, RuleViolation
from safetydesk.domain.presence import PlannedDuty, duty_records
from safetydesk.domain.shift import OUTSIDE_SHIFTS, Shift, planned_shift, shift_number
from safetydesk.services.calendar import calendar_of
from safetydesk.services.duty_month import turn_of
from safetydesk.services.duty_planning import changes_of, plan_of
from safetydesk.services.duty_runs import begun
from safetydesk.services.kept_attendance import of_kept
from safetydesk.services.views_duty import PresenceView, ShiftView

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from safetydesk.domain.duty import DutyPlan
    from safetydesk.domain.spans import Span
    from safetydesk.services.transaction import Act, Outcome, Transactions
    from safetydesk.storage.unit_of_work import UnitOfWork

_AROUND = timedelta(hours=6)


class ShiftService:
    """The shifts of the desk, as the log knows them."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def current(self) -> ShiftView | None:
        """The open shift with its people; None before the first one is opened."""
        with self._transactions.read() as uow:
            shift = uow.shifts.current()
            return shift_view(uow, shift) if shift else None

    def get(self, shift_id: int) -> ShiftView:
        """A shift with its people.

        Raises:
            NotFound: there is none of that id.
        """
        with self._transactions.read() as uow:
            return shift_view(uow, uow.shifts.get(shift_id))

    def of_day(self, day: date) -> ShiftView:
        """The shift that began on a local date.

        Raises:
            NotFound: none did.
        """
        with self._transactions.read() as uow:
            turn = turn_of(day, uow.office.facts())
            shift = uow.shifts.planned_at(turn.start)
            if shift is None:
                raise NotFound("shift.none_that_day", day=day.isoformat())
            return shift_view(uow, shift)

    def open_first(self, actor: Actor) -> Outcome[Shift]:
        """Opens the shift that is running now, in a database that has none yet.

        Raises:
            RuleViolation: a shift is open already.
        """
        with self._transactions.act(actor, Permission.HANDOVER_TAKE_PART) as act:
            if act.uow.shifts.current() is not None:
                raise RuleViolation("shift.open_already")
            office = act.uow.office.facts()
            span = planned_shift(act.now, office.turnover_time, office.zoneinfo)
            shift = open_shift(act, span, act.now)
        return act.outcome(shift)

    def set_weather(self, actor: Actor, shift_id: int, weather: str) -> Outcome[None]:
        """Notes the weather at the head of the sheet.

        Raises:
            RuleViolation: the shift is sealed.
        """
        with self._transactions.act(actor, Permission.LOG_APPEND) as act:
            if not act.uow.shifts.get(shift_id).is_open:
                raise RuleViolation("shift.sealed")
            act.uow.shifts.change(shift_id, weather=weather.strip())
            act.audit("shift.weather", Topic.SHIFT, shift_id, after={"weather": weather})
        return act.outcome(None)


def open_shift(act: Act, span: Span, at: datetime) -> Shift:
    """Opens a shift over a planned span; responsibility begins at ``at``."""
    office = act.uow.office.facts()
    shift = act.uow.shifts.open(
        {
            "number": free_number(
                shift_number(span.start, office.zoneinfo),
                lambda number: act.uow.shifts.numbered(number) is not None,
            ),
            "planned_from": span.start,
            "planned_to": span.end,
            "opened_at": at,
        }
    )
    act.audit("shift.open", Topic.SHIFT, shift.id, after={"number": shift.number})
    return shift


def shift_view(uow: UnitOfWork, shift: Shift) -> ShiftView:
    """A shift with planned against actual of its people."""
    office = uow.office.facts()
    local_day = shift.planned_from.astimezone(office.zoneinfo).date()
    kind = classify(local_day, calendar_of(uow, local_day, local_day))
    return ShiftView(
        id=shift.id,
        number=shift.number,
        planned_from=shift.planned_from,
        planned_to=shift.planned_to,
        opened_at=shift.opened_at,
        closed_at=shift.closed_at,
        weather=shift.weather,
        sealed_hash=shift.sealed_hash,
        first_seq=shift.first_seq,
        last_seq=shift.last_seq,
        closed_without_handover=shift.closed_without_handover,
        day_class=kind.day_class.value,
        key_period=kind.key_periods[0] if kind.key_periods else "",
        people=() if shift.id == OUTSIDE_SHIFTS else tuple(attendance_of(uow, shift)),
    )


def attendance_of(uow: UnitOfWork, shift: Shift) -> list[PresenceView]:
    """The attendance list of a shift: of a sealed one as it was sealed, whatever changed since."""
    kept = uow.shifts.kept(shift.id)
    if kept is None or shift.closed_at is None:
        return attendance(uow, shift.planned)
    around = uow.duty.presences(shift.planned_from - _AROUND, shift.planned_to + _AROUND)
    return of_kept(kept["attendance"], around, shift.closed_at)


def attendance(uow: UnitOfWork, span: Span) -> list[PresenceView]:
    """The attendance list of a planned shift: roster, changes and who really came."""
    office = uow.office.facts()
    plan = plan_of(uow, span, span.start)
    labels = {post.id: post.label for post in office.posts}
    around = uow.duty.presences(span.start - _AROUND, span.end + _AROUND)
    records = duty_records(
        planned_duties(plan, span),
        changes_of(uow, span),
        around,
        shift=span,
        begun=begun(uow, span),
        labels=labels,
        zone=office.zoneinfo,
    )
    people = {str(person.id): person for person in uow.people.all(active=False)}
    order = {post.id: i for i, post in enumerate(office.posts)}
    views: list[PresenceView] = []
    for record in sorted(records, key=lambda r: (order.get(r.post, 99), r.planned.start)):
        person = people[record.person]
        views.append(
            PresenceView(
                person.id,
                person.name,
                record.post,
                labels.get(record.post, record.post),
                person.title,
                person.section,
                record.planned.start,
                record.planned.end,
                record.actual_from,
                record.actual_to,
                record.flag,
            )
        )
    return views


def planned_duties(plan: DutyPlan, span: Span) -> list[PlannedDuty]:
    """Who the rosters name in a span, before any change; the newest roster of a post speaks."""
    newest = {post: roster for roster in plan.rosters for post in sorted(roster.named)}
    return [
        PlannedDuty(shift.person, shift.post, part)
        for post, roster in newest.items()
        for shift in roster.shifts
        if shift.post == post and (part := shift.window.clip(span))
    ]


def free_number(wanted: str, taken: Callable[[str], bool]) -> str:
    """The sheet's number; a second shift of the same day gets a letter, one beyond Z a number."""
    letters = ascii_uppercase[1:]
    endings = chain(("", *letters), (f"-{number}" for number in count(len(letters) + 2)))
    return next(number for ending in endings if not taken(number := f"{wanted}{ending}"))
