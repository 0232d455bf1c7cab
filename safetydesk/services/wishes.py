"""Use cases of wishes: who would like to serve on which days, and who would rather not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.duty_resolution import resolve
from safetydesk.domain.duty_wish import LONGEST, DutyWish, WishKind
from safetydesk.domain.errors import BadInput, RuleViolation
from safetydesk.domain.presence import STANDS_BY
from safetydesk.domain.spans import Span
from safetydesk.services.duty_days import duty_date, turn_of
from safetydesk.services.duty_planning import plan_of
from safetydesk.services.views_staff import WishEntry, WishView

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from safetydesk.domain.roster_draft import Wish
    from safetydesk.services.transaction import Outcome, Transactions
    from safetydesk.storage.stores.wishes import StoredWish
    from safetydesk.storage.unit_of_work import UnitOfWork

_NOTE = 200


class WishService:
    """Everybody enters the own wishes; the supervisor those of others too."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def wishes(self, first: date, last: date) -> list[WishView]:
        """The wishes for the days ``[first, last]``, with the days on which they are not met."""
        with self._transactions.read() as uow:
            people = {person.id: person.name for person in uow.people.all(active=False)}
            serving = _serving(uow, first, last)
            return [_view(row, people, serving) for row in uow.wishes.of_days(first, last)]

    def enter(self, actor: Actor, entry: WishEntry) -> Outcome[int]:
        """A new wish; returns its number.

        Raises:
            AccessDenied: it is another's, and the actor is no supervisor.
            BadInput: an unknown kind, days that are over, turned round or too many.
            NotFound: nobody has the id.
            RuleViolation: the person has left, or has another wish for one of the days.
        """
        kind = _kind(entry.kind)
        with self._transactions.act(actor, _permission(actor, entry.person_id)) as act:
            office = act.uow.office.facts()
            _check_days(entry, duty_date(act.now, office))
            person = act.uow.people.get(entry.person_id)
            if not person.active:
                raise RuleViolation("people.inactive")
            if act.uow.wishes.of_days(entry.first, entry.last, person.id):
                raise RuleViolation("wish.overlaps", name=person.name)
            wish_id = act.uow.wishes.add(
                {
                    "person_id": person.id,
                    "kind": kind.value,
                    "first_day": entry.first,
                    "last_day": entry.last,
                    "note": entry.note.strip()[:_NOTE],
                    "entered_at": act.now,
                    "entered_by": actor.person_id,
                }
            )
            after = {"person": person.id, "from": f"{entry.first}", "to": f"{entry.last}"}
            act.audit("wish.enter", Topic.DUTY, f"wish:{wish_id}", after=after)
        return act.outcome(wish_id)

    def withdraw(self, actor: Actor, wish_id: int) -> Outcome[None]:
        """Takes a wish back; the record stays.

        Raises:
            AccessDenied: it is another's, and the actor is no supervisor.
            NotFound: no such wish in force.
        """
        with self._transactions.read() as uow:
            person_id = uow.wishes.get(wish_id).person_id
        with self._transactions.act(actor, _permission(actor, person_id)) as act:
            act.uow.wishes.withdraw(wish_id, act.now)
            act.audit("wish.withdraw", Topic.DUTY, f"wish:{wish_id}")
        return act.outcome(None)


def wishes_of(uow: UnitOfWork, first: date, last: date) -> Iterable[Wish]:
    """The wishes for a period, day by day, as a draft takes them."""
    for row in uow.wishes.of_days(first, last):
        wish = DutyWish(str(row.person_id), row.first_day, row.last_day, WishKind(row.kind))
        yield from wish.of_days(first, last)


def _permission(actor: Actor, person_id: int) -> Permission:
    """Whoever wishes for oneself needs no more than to be of the office."""
    return Permission.READ if actor.person_id == person_id else Permission.DUTY_EDIT


def _check_days(entry: WishEntry, today: date) -> None:
    """Refuses days that are no wish.

    Raises:
        BadInput: ``where`` is the field.
    """
    if entry.last < entry.first:
        raise BadInput("wish.turned_round", where="last")
    if entry.first < today:
        raise BadInput("wish.day_is_over", where="first")
    if (entry.last - entry.first).days >= LONGEST:
        raise BadInput("wish.too_long", where="last", days=LONGEST)


def _kind(word: str) -> WishKind:
    if word not in set(WishKind):
        raise BadInput("wish.kind", where="kind", expected="、".join(WishKind))
    return WishKind(word)


def _serving(uow: UnitOfWork, first: date, last: date) -> set[tuple[int, date]]:
    """(person, duty day) of everybody who is planned; standing by is no duty."""
    office = uow.office.facts()
    window = Span(turn_of(first, office).start, turn_of(last, office).end)
    found: set[tuple[int, date]] = set()
    for span in resolve(plan_of(uow, window, window.start)).spans:
        at = max(span.start, window.start)
        while span.post not in STANDS_BY and at < min(span.end, window.end):
            day = duty_date(at, office)
            found.add((int(span.person), day))
            at = turn_of(day, office).end
    return found


def _view(row: StoredWish, people: dict[int, str], serving: set[tuple[int, date]]) -> WishView:
    kind = WishKind(row.kind)
    hits = (
        ()
        if kind is WishKind.WANTS
        else (
            day
            for person, day in serving
            if person == row.person_id and row.first_day <= day <= row.last_day
        )
    )
    return WishView(
        id=row.id,
        person_id=row.person_id,
        name=people[row.person_id],
        kind=kind,
        first=row.first_day,
        last=row.last_day,
        note=row.note,
        entered_by=people[row.entered_by] if row.entered_by is not None else "",
        planned=tuple(sorted(hits)),
    )
