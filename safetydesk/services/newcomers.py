"""How people who stand on an imported roster join the office with it, and leave it again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from safetydesk.domain.access import Permission, Role
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.roster_findings import AWAY_FROM_DESK, LEADERS
from safetydesk.services.people import NewPerson, add_person

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from safetydesk.services.transaction import Act
    from safetydesk.services.views_duty import Newcomer, RosterDraft

ADDED = "people"
"""Where the note of an import names whom it added."""
_NO_PIN = ""
"""Nobody signs in with it: the supervisor gives the first PIN."""
_LEAST_DIGITS = 3


def meant(act: Act, draft: RosterDraft, names: Mapping[str, str]) -> RosterDraft:
    """The draft with the turns of misspelt names given to the people of the office meant by them.

    ``names`` are names of newcomers with the names of people.

    Raises:
        RuleViolation: nobody of the office, or more than one, has a name.
    """
    turns = list(draft.turns)
    for one in draft.newcomers:
        if one.name not in names:
            continue
        known = [person for person in act.uow.people.named(names[one.name]) if person.active]
        if len(known) != 1:
            code = "people.name_not_unique" if known else "people.no_such_name"
            raise RuleViolation(code, name=names[one.name])
        turns += [replace(turn, person_id=known[0].id, name=known[0].name) for turn in one.turns]
    left_out = tuple(row for row in draft.unmatched if row[0] not in names)
    return replace(draft, turns=tuple(turns), unmatched=left_out)


def admitted(act: Act, draft: RosterDraft, names: Collection[str]) -> tuple[RosterDraft, list[int]]:
    """Adds the newcomers of these names; the draft with their turns, and their ids.

    They have no PIN yet, and so cannot sign in. Somebody who was taken back with an earlier import
    of the sheet returns as the same person.

    Raises:
        AccessDenied: the actor may not add people.
    """
    coming = [one for one in draft.newcomers if one.name in names]
    if not coming:
        return draft, []
    act.actor.must(Permission.PEOPLE_EDIT)
    ids = [_admit(act, one) for one in coming]
    turns = [
        replace(turn, person_id=person_id)
        for person_id, one in zip(ids, coming, strict=True)
        for turn in one.turns
    ]
    left_out = tuple(row for row in draft.unmatched if row[0] not in names)
    return replace(draft, turns=(*draft.turns, *turns), unmatched=left_out), ids


def dismiss(act: Act, person_ids: Iterable[int]) -> None:
    """Takes people back who came with an import, unless somebody needed them since.

    Whoever was given a PIN, of whom facts were entered, or whom something else names stays.
    """
    ids = list(person_ids)
    needed = act.uow.staff.engaged(ids) if ids else set[int]()
    for person_id in ids:
        person = act.uow.people.get(person_id)
        signs = act.uow.people.pin_state(person_id).pin_hash != _NO_PIN
        untouched = not signs and not act.uow.staff.facts(person_id).version
        if person.active and untouched and person_id not in needed:
            act.uow.people.change(person_id, person.version, {"active": False})
            act.audit("people.dismiss", Topic.PEOPLE, person_id, after={"name": person.name})


def _admit(act: Act, one: Newcomer) -> int:
    """The newcomer as somebody of the office; returns the id."""
    for person in act.uow.people.named(one.name):
        if not person.active and act.uow.people.pin_state(person.id).pin_hash == _NO_PIN:
            act.uow.people.change(
                person.id, person.version, {"active": True, "posts": list(one.posts)}
            )
            act.audit("people.return", Topic.PEOPLE, person.id, after={"name": one.name})
            return person.id
    new = NewPerson(
        number=_next_number(person.number for person in act.uow.people.all(active=False)),
        name=one.name,
        posts=one.posts,
        roles=frozenset({_role(one.posts)}),
        section=one.section,
        title=one.title,
        mobile=one.mobile,
    )
    return add_person(act, new, _NO_PIN)


def _role(posts: Collection[str]) -> Role:
    """What the posts make of somebody: drivers and those who only stand by read."""
    if LEADERS.intersection(posts):
        return Role.LEADER
    return Role.READER if AWAY_FROM_DESK.issuperset(posts) else Role.OFFICER


def _next_number(numbers: Iterable[str]) -> str:
    """The number after the highest one, written as wide: 「042」 after 「041」."""
    counted = [number for number in numbers if number.isascii() and number.isdigit()]
    width = max((len(number) for number in counted), default=_LEAST_DIGITS)
    return f"{max(map(int, counted), default=0) + 1:0{width}}"
