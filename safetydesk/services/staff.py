"""Use cases of staff facts: what duty rules must know of people, and the register of absences.

Personal facts are read and written by supervisors only. Whoever sits at the desk may record an
absence that is reported by telephone (外出报备), and reads the register without personal kinds.
"""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.clock import local_instant
from safetydesk.domain.duty_resolution import resolve
from safetydesk.domain.errors import BadInput
from safetydesk.domain.founding import is_phone
from safetydesk.domain.spans import Span
from safetydesk.domain.staff import AbsenceKind, whole_days
from safetydesk.services.duty_days import duty_date
from safetydesk.services.duty_planning import plan_of
from safetydesk.services.staff_reading import absence_view
from safetydesk.services.views_staff import AbsenceEntry, AbsenceView, StaffEntry, StaffView

if TYPE_CHECKING:
    from safetydesk.domain.people import OfficeFacts, Post
    from safetydesk.services.transaction import Outcome, Transactions
    from safetydesk.storage.stores.staff import StoredAbsence
    from safetydesk.storage.unit_of_work import UnitOfWork

LONGEST = timedelta(days=400)
_LEADING = "primary"
"""The post under which somebody is trained."""
_OF_PERSON = frozenset({"posts", "gender", "mobile"})


class StaffService:
    """What is known of people beyond their names."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def posts(self) -> tuple[Post, ...]:
        """The posts somebody can be eligible for."""
        with self._transactions.read() as uow:
            return uow.office.facts().posts

    def everybody(self, actor: Actor) -> list[StaffView]:
        """Everybody with facts, by number.

        Raises:
            AccessDenied: not a supervisor; these facts are personal.
        """
        actor.must(Permission.PEOPLE_EDIT)
        with self._transactions.read() as uow:
            return [_view(uow, person.id) for person in uow.people.all()]

    def person(self, actor: Actor, person_id: int) -> StaffView:
        """One person with facts.

        Raises:
            AccessDenied: not a supervisor.
            NotFound: nobody has the id.
        """
        actor.must(Permission.PEOPLE_EDIT)
        with self._transactions.read() as uow:
            return _view(uow, person_id)

    def change(self, actor: Actor, seen: StaffView, entry: StaffEntry) -> Outcome[None]:
        """Writes the facts of one person; the audit row names the fields, never their contents.

        Raises:
            AccessDenied: not a supervisor.
            StaleVersion: somebody else saved first.
            BadInput: dates, a number or a mentor that cannot be (``where`` is the field).
        """
        _check(entry, seen)
        with self._transactions.act(actor, Permission.PEOPLE_EDIT) as act:
            _check_mentor(act.uow, entry, seen)
            new, old = asdict(entry), asdict(seen.entry)
            changed = sorted(name for name in new if new[name] != old[name])
            of_person: dict[str, Any] = {n: new[n] for n in _OF_PERSON if n in changed}
            if of_person:
                if "posts" in of_person:
                    of_person["posts"] = list(entry.posts)
                act.uow.people.change(seen.person_id, seen.person_version, of_person)
            values = {name: value for name, value in new.items() if name not in _OF_PERSON}
            act.uow.staff.put_facts(seen.person_id, seen.facts_version, values)
            act.audit("staff.change", Topic.PEOPLE, seen.person_id, after={"fields": changed})
            act.touch(Topic.DUTY)
        return act.outcome(None)

    def absences(self, actor: Actor | None, first: date, last: date) -> list[AbsenceView]:
        """The register for the days ``[first, last]``, with the duties each absence hits."""
        everything = actor is not None and actor.may(Permission.PEOPLE_EDIT)
        with self._transactions.read() as uow:
            office = uow.office.facts()
            people = {person.id: person for person in uow.people.all(active=False)}
            window = whole_days(first, last, office.turnover_time, office.zoneinfo)
            return [
                absence_view(
                    row, people, office, all_of_it=everything, hits=_hits(uow, row, office)
                )
                for row in uow.staff.absences(window.start, window.end)
            ]

    def record_absence(self, actor: Actor, entry: AbsenceEntry) -> Outcome[int]:
        """Somebody will be away; returns the absence's number.

        Raises:
            AccessDenied: the role does not change duty.
            BadInput: an unknown kind, or an end that is not after the beginning.
            NotFound: nobody has the id.
        """
        kind = _kind(entry.kind)
        with self._transactions.act(actor, Permission.DUTY_CHANGE) as act:
            act.uow.people.get(entry.person_id)
            span = _span(entry, act.uow.office.facts())
            absence_id = act.uow.staff.add_absence(
                {
                    "person_id": entry.person_id,
                    "kind": kind.value,
                    "start_at": span.start,
                    "end_at": span.end,
                    "reason": entry.reason.strip(),
                    "place": entry.place.strip(),
                    "filed_with": entry.filed_with.strip(),
                    "filed_at": act.now if entry.filed_with.strip() else None,
                    "stand_in_id": entry.stand_in_id,
                    "entered_at": act.now,
                    "entered_by": actor.person_id,
                }
            )
            after = {"person": entry.person_id, "from": f"{span.start}", "to": f"{span.end}"}
            act.audit("staff.absence", Topic.DUTY, f"absence:{absence_id}", after=after)
            act.touch(Topic.PEOPLE, entry.person_id)
        return act.outcome(absence_id)

    def file_absence(self, actor: Actor, absence_id: int, with_whom: str) -> Outcome[None]:
        """外出报备: an absence was filed with somebody.

        Raises:
            BadInput: nobody is named.
            NotFound: no such absence in force.
        """
        if not with_whom.strip():
            raise BadInput("staff.filed_with_nobody", where="filed_with")
        values = {"filed_with": with_whom.strip(), "filed_at": self._transactions.clock.now()}
        return self._change_absence(actor, absence_id, values, "staff.file_absence")

    def withdraw_absence(self, actor: Actor, absence_id: int) -> Outcome[None]:
        """The person is not away after all; the record stays.

        Raises:
            NotFound: no such absence in force.
        """
        values = {"withdrawn_at": self._transactions.clock.now()}
        return self._change_absence(actor, absence_id, values, "staff.withdraw_absence")

    def _change_absence(
        self, actor: Actor, absence_id: int, values: dict[str, Any], action: str
    ) -> Outcome[None]:
        with self._transactions.act(actor, Permission.DUTY_CHANGE) as act:
            before = act.uow.staff.change_absence(absence_id, values)
            act.audit(action, Topic.DUTY, f"absence:{absence_id}")
            act.touch(Topic.PEOPLE, before.person_id)
        return act.outcome(None)


def _view(uow: UnitOfWork, person_id: int) -> StaffView:
    person, facts = uow.people.get(person_id), uow.staff.facts(person_id)
    shared = {f.name for f in fields(StaffEntry)} - _OF_PERSON
    values: dict[str, Any] = {name: getattr(facts, name) for name in shared}
    entry = StaffEntry(posts=person.posts, gender=person.gender, mobile=person.mobile, **values)
    return StaffView(
        person.id,
        person.number,
        person.name,
        person.title,
        entry,
        person.version,
        facts.version,
        signs=bool(uow.people.pin_state(person_id).pin_hash),
    )


def _check(entry: StaffEntry, seen: StaffView) -> None:
    """Refuses what cannot be."""
    if entry.mobile and not is_phone(entry.mobile):
        raise BadInput("staff.bad_phone", where="mobile", number=entry.mobile)
    if entry.joined_on and entry.left_on and entry.left_on < entry.joined_on:
        raise BadInput("staff.left_before_joined", where="left_on")
    if entry.pair_id == seen.person_id:
        raise BadInput("staff.paired_with_self", where="pair_id")


def _check_mentor(uow: UnitOfWork, entry: StaffEntry, seen: StaffView) -> None:
    """Refuses a mentor who is none: oneself, who has left, who leads no desk, or who has one.

    Raises:
        BadInput: ``where`` is the field.
        NotFound: nobody has the id.
    """
    if entry.mentor_id is None:
        return
    if entry.mentor_id == seen.person_id:
        raise BadInput("staff.mentor_of_self", where="mentor_id")
    mentor = uow.people.get(entry.mentor_id)
    if not mentor.active or _LEADING not in mentor.posts:
        raise BadInput("staff.mentor_not_primary", where="mentor_id", name=mentor.name)
    if uow.staff.facts(mentor.id).mentor_id is not None:
        raise BadInput("staff.mentor_in_training", where="mentor_id", name=mentor.name)
    if any(row.mentor_id == seen.person_id for row in uow.staff.all_facts().values()):
        raise BadInput("staff.mentor_in_training", where="mentor_id", name=seen.name)


def _kind(word: str) -> AbsenceKind:
    if word not in set(AbsenceKind):
        raise BadInput("staff.absence_kind", where="kind", expected="、".join(AbsenceKind))
    return AbsenceKind(word)


def _span(entry: AbsenceEntry, office: OfficeFacts) -> Span:
    """The time of an absence; without times the days are duty days."""
    start, end = _instant(entry, office)
    if end <= start:
        raise BadInput("staff.absence_without_time", where="last")
    if end - start > LONGEST:
        raise BadInput("staff.absence_too_long", where="last")
    return Span(start, end)


def _instant(entry: AbsenceEntry, office: OfficeFacts) -> tuple[datetime, datetime]:
    zone, turnover = office.zoneinfo, office.turnover_time
    if entry.last < entry.first:
        raise BadInput("staff.absence_without_time", where="last")
    days = whole_days(entry.first, entry.last, turnover, zone)
    start, end = days.start, days.end
    if entry.begins is not None:
        start = local_instant(datetime.combine(entry.first, entry.begins), zone)
    if entry.ends is not None:
        end = local_instant(datetime.combine(entry.last, entry.ends), zone)
    return start, end


def _hits(uow: UnitOfWork, row: StoredAbsence, office: OfficeFacts) -> tuple[date, ...]:
    """The duty days on which somebody is planned while away."""
    window = Span(row.start_at, row.end_at)
    spans = resolve(plan_of(uow, window, window.start)).spans
    mine = {duty_date(s.start, office) for s in spans if s.person == str(row.person_id)}
    return tuple(sorted(mine))
