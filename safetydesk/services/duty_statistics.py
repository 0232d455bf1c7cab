"""Use cases of duty statistics: counts from the one record of duty days, rates, time off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.day_class import DayCalendar, DayClass, classify
from safetydesk.domain.duty_statistics import (
    DutyKind,
    DutyProof,
    PersonCount,
    Rate,
    count,
    counted,
    spread,
)
from safetydesk.domain.errors import BadInput
from safetydesk.domain.presence import STANDS_BY
from safetydesk.domain.staff import AbsenceKind
from safetydesk.services.calendar import calendar_of
from safetydesk.services.duty_days import duty_date, duty_days_of, turn_of
from safetydesk.services.roster_sheet import chosen_period
from safetydesk.services.views_statistics import (
    WORKING_DAY,
    DutyCountRow,
    KindSpread,
    StatisticsSheet,
    StatisticsView,
)
from safetydesk.storage.stores.duty_counts import StoredRate

if TYPE_CHECKING:
    from safetydesk.domain.people import OfficeFacts, Person
    from safetydesk.services.transaction import Outcome, Transactions
    from safetydesk.storage.unit_of_work import UnitOfWork

_LEADERS = frozenset({"leader"})
_DAY = timedelta(days=1)
_INSTANT = timedelta(microseconds=1)
_MOST_YUAN = 100_000


class DutyStatistics:
    """Counts are never stored: they follow from rosters, changes and who signed in."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def view(self, first: date, last: date) -> StatisticsView:
        """The duty of ``[first, last]``, served as far as the days are over, planned after."""
        with self._transactions.read() as uow:
            return _view(uow, first, last, self._transactions.clock.now())

    def sheet(self, actor: Actor, first: date, last: date) -> Outcome[StatisticsSheet]:
        """The same for print; who wanted it is noted.

        Raises:
            BadInput: the last day lies before the first.
        """
        if last < first:
            raise BadInput("duty.export_ends_early", where="--to", expected=f"{first} 或以后")
        with self._transactions.act(actor, Permission.READ) as act:
            view = _view(act.uow, first, last, act.now)
            title = f"{view.office}{chosen_period(first, last).name}值班统计表"
            act.audit("print.statistics", Topic.DUTY, f"{first}")
        return act.outcome(StatisticsSheet(view, title, actor.name))

    def rates(self) -> dict[tuple[DutyKind, str], Rate]:
        """What duties are worth; empty until the office enters its own table."""
        with self._transactions.read() as uow:
            return _rates(uow)

    def posts(self) -> list[tuple[str, str]]:
        """(id, label) of the posts that can have rates of their own."""
        with self._transactions.read() as uow:
            return [(post.id, post.label) for post in uow.office.posts()]

    def put_rates(self, actor: Actor, rates: Mapping[tuple[DutyKind, str], Rate]) -> Outcome[None]:
        """Replaces the table of rates (local rules; 公务员法 art. 82 leaves them to the state).

        Raises:
            AccessDenied: not a supervisor.
            BadInput: a rate below nothing or beyond reason.
        """
        for rate in rates.values():
            if not (0 <= rate.fen <= _MOST_YUAN * 100 and 0 <= rate.off_minutes <= 7 * WORKING_DAY):
                raise BadInput("duty.rate_out_of_range", where=str(rate.fen / 100))
        with self._transactions.act(actor, Permission.OFFICE_EDIT) as act:
            act.uow.duty_counts.put_rates(
                StoredRate(kind.value, post, rate.fen, rate.off_minutes)
                for (kind, post), rate in rates.items()
                if rate != Rate()
            )
            act.audit("duty.rates", Topic.OFFICE, after={"rates": len(rates)})
            act.touch(Topic.DUTY)
        return act.outcome(None)


def _rates(uow: UnitOfWork) -> dict[tuple[DutyKind, str], Rate]:
    return {
        (DutyKind(row.kind), row.post): Rate(row.fen, row.off_minutes)
        for row in uow.duty_counts.rates()
    }


def _view(uow: UnitOfWork, first: date, last: date, now: datetime) -> StatisticsView:
    office, rates = uow.office.facts(), _rates(uow)
    calendar = calendar_of(uow, first, last)
    days = duty_days_of(uow, first, last, now)
    duties = counted(((day, classify(day.day, calendar).day_class) for day in days), now, STANDS_BY)
    counts = count(duties, rates, _LEADERS)
    taken = _taken(uow, office, calendar, first, last)
    on_roster = [
        person
        for person in uow.people.all(active=False)
        if str(person.id) in counts or (person.active and person.posts)
    ]
    rows = [
        _row(person, counts.get(str(person.id)) or PersonCount(str(person.id)), taken)
        for person in on_roster
    ]
    rows.sort(key=lambda row: (-row.total, row.name))
    window = turn_of(first, office).start, turn_of(last, office).end
    return StatisticsView(
        office=office.name,
        zone=office.zoneinfo,
        first=first,
        last=last,
        made_at=now,
        rows=tuple(rows),
        spreads=tuple(_spreads(rows)),
        swaps=sum(row.kind == "replace" for row in uow.duty.changes(*window)),
        has_rates=bool(rates),
    )


def _row(person: Person, mine: PersonCount, taken: Mapping[int, int]) -> DutyCountRow:
    return DutyCountRow(
        person_id=person.id,
        name=person.name,
        section=person.section,
        workday=mine.turns[DayClass.WORKDAY] + mine.turns[DayClass.MAKEUP_WORKDAY],
        weekend=mine.turns[DayClass.WEEKEND],
        rest=mine.turns[DayClass.REST],
        statutory=mine.turns[DayClass.STATUTORY],
        spring=mine.turns[DayClass.SPRING_FESTIVAL],
        nights=mine.nights,
        leader=mine.leader,
        total=mine.total,
        minutes=mine.minutes,
        unproven=mine.proofs[DutyProof.UNPROVEN],
        planned=mine.proofs[DutyProof.PLANNED],
        fen=mine.fen,
        owed_minutes=mine.off_minutes,
        taken_minutes=taken.get(person.id, 0),
    )


def _spreads(rows: Sequence[DutyCountRow]) -> Iterable[KindSpread]:
    """Over those with any duty: who is on no roster is no measure of fairness."""
    serving = [row for row in rows if row.total]
    for kind in ("workday", "weekend", "rest", "statutory", "spring", "nights", "total"):
        fewest, most = spread(getattr(row, kind) for row in serving)
        yield KindSpread(kind, fewest, most)


def _taken(
    uow: UnitOfWork, office: OfficeFacts, calendar: DayCalendar, first: date, last: date
) -> dict[int, int]:
    """Minutes of time off taken (补休): working days within such absences, eight hours each."""
    window = turn_of(first, office).start, turn_of(last, office).end
    found: dict[int, int] = {}
    for absence in uow.staff.absences(*window):
        if absence.kind != AbsenceKind.TIME_OFF:
            continue
        day = max(first, duty_date(absence.start_at, office))
        end = min(last, duty_date(absence.end_at - _INSTANT, office))
        while day <= end:
            if classify(day, calendar).day_class.worked:
                found[absence.person_id] = found.get(absence.person_id, 0) + WORKING_DAY
            day += _DAY
    return found
