"""How stored people, facts and absences become what the rules and the register show."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.roster_findings import LEADERS
from safetydesk.domain.staff import Absence, AbsenceKind, StaffFacts
from safetydesk.services.duty_days import duty_date, turn_of
from safetydesk.services.views_staff import AbsenceView
from safetydesk.storage.stores.staff import StoredFacts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safetydesk.domain.people import OfficeFacts, Person
    from safetydesk.domain.spans import Span
    from safetydesk.storage.stores.staff import PhoneState, StoredAbsence
    from safetydesk.storage.unit_of_work import UnitOfWork

_INSTANT = timedelta(microseconds=1)
_UNNAMED = "请假"
"""What an absence of a personal kind is called to whoever may not know it."""


def staff_of(uow: UnitOfWork, window: Span) -> dict[str, StaffFacts]:
    """Everybody of the office as the rules see them, by id as text; absences of a window."""
    people = uow.people.all(active=False)
    facts = uow.staff.all_facts()
    phones = _phones(uow.staff.phone_states({p.mobile for p in people if p.mobile}))
    absences: defaultdict[int, list[Absence]] = defaultdict(list)
    for row in uow.staff.absences(window.start, window.end):
        absences[row.person_id].append(absence_of(row))
    return {
        str(p.id): facts_of(
            p, facts.get(p.id, StoredFacts(p.id)), tuple(absences[p.id]), phones.get(p.mobile)
        )
        for p in people
    }


def facts_of(
    person: Person,
    facts: StoredFacts,
    absences: tuple[Absence, ...] = (),
    phone: PhoneState | None = None,
) -> StaffFacts:
    """One person; a number is verified when the desk or the directory verified it last."""
    verified = [day for day in (facts.phone_verified_on, phone and phone.verified_on) if day]
    return StaffFacts(
        person=str(person.id),
        name=person.name,
        gender=person.gender,
        posts=frozenset(person.posts),
        active=person.active,
        mobile=person.mobile,
        identity=facts.identity,
        joined_on=facts.joined_on,
        left_on=facts.left_on,
        trained_on=facts.trained_on,
        due_on=facts.due_on,
        child_born_on=facts.child_born_on,
        avoids_nights=facts.avoids_nights,
        pair=str(facts.pair_id) if facts.pair_id is not None else None,
        mentor=str(facts.mentor_id) if facts.mentor_id is not None else None,
        phone_verified_on=max(verified, default=None),
        phone_failed=bool(phone and phone.failed),
        absences=absences,
    )


def absence_of(row: StoredAbsence) -> Absence:
    """An absence as the rules see it."""
    return Absence(
        person=str(row.person_id),
        kind=AbsenceKind(row.kind),
        start=row.start_at,
        end=row.end_at,
        reason=row.reason,
        place=row.place,
        filed_with=row.filed_with,
        filed_at=row.filed_at,
        stand_in=str(row.stand_in_id) if row.stand_in_id is not None else None,
        id=row.id,
    )


def absence_view(
    row: StoredAbsence,
    people: dict[int, Person],
    office: OfficeFacts,
    *,
    all_of_it: bool,
    hits: tuple[date, ...] = (),
) -> AbsenceView:
    """An absence of the register; personal kinds by name only for whoever may read them."""
    person, kind = people[row.person_id], AbsenceKind(row.kind)
    leader = bool(LEADERS & set(person.posts))
    hidden = kind.personal and not all_of_it
    stand_in = people.get(row.stand_in_id) if row.stand_in_id is not None else None
    return AbsenceView(
        id=row.id,
        person_id=row.person_id,
        name=person.name,
        leader=leader,
        kind=_UNNAMED if hidden else kind.value,
        start=row.start_at,
        end=row.end_at,
        whole_days=days_of(row.start_at, row.end_at, office),
        reason="" if hidden else row.reason,
        place=row.place,
        filed_with=row.filed_with,
        filed_at=row.filed_at,
        stand_in=stand_in.name if stand_in is not None else "",
        unfiled=leader and row.filed_at is None,
        entered_by=people[row.entered_by].name if row.entered_by is not None else "",
        hits=hits,
    )


def days_of(start: datetime, end: datetime, office: OfficeFacts) -> tuple[date, date] | None:
    """The duty days that a time takes whole; None where it begins or ends within one."""
    first, last = duty_date(start, office), duty_date(end - _INSTANT, office)
    whole = turn_of(first, office).start == start and turn_of(last, office).end == end
    return (first, last) if whole else None


def _phones(states: Iterable[PhoneState]) -> dict[str, PhoneState]:
    """What the directory knows of each number; a failed call weighs more than a success."""
    found: dict[str, PhoneState] = {}
    for state in states:
        if state.number not in found or state.failed:
            found[state.number] = state
    return found
