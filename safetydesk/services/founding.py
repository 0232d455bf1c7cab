"""Founding an office in an empty database: its facts, its posts, its first person and shift."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from safetydesk.domain.access import Permission, system
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import BadInput, RuleViolation
from safetydesk.domain.founding import FIRST_POSTS, SITE_ZONE, Founding, faults
from safetydesk.domain.incident import ActorLevel
from safetydesk.domain.shift import planned_shift
from safetydesk.services.people import NewPerson, add_person
from safetydesk.services.pin_check import hash_pin
from safetydesk.services.rule_packs import PACK_NAMES
from safetydesk.services.shifts import open_shift

if TYPE_CHECKING:
    from safetydesk.services.transaction import Outcome, Transactions

_FIRST_NUMBER = 1


def found_office(transactions: Transactions, given: Founding, *, desk: str = "") -> Outcome[int]:
    """Founds the office and opens the shift that is running now; returns the first person's id.

    All of it is one transaction: an office without anybody who could sign in never exists.

    Raises:
        BadInput: an answer cannot be taken (``where`` is the ``Field``).
        RuleViolation: the database has an office already.
    """
    _check(given)
    pin_hash = hash_pin(given.pin)
    with transactions.act(system(desk), Permission.OFFICE_EDIT) as act:
        if act.uow.office.exists():
            raise RuleViolation("founding.office_exists")
        act.uow.office.create(_office(given), FIRST_POSTS)
        act.audit("office.found", Topic.OFFICE, after={"name": given.name.strip()})
        person_id = add_person(act, _first_person(given), pin_hash)
        facts = act.uow.office.facts()
        open_shift(act, planned_shift(act.now, facts.turnover_time, facts.zoneinfo), act.now)
    return act.outcome(person_id)


def _check(given: Founding) -> None:
    """Refuses the first answer that cannot be taken."""
    for field, fault in faults(given).items():
        raise BadInput(f"founding.{fault.value}", where=field.value)
    if given.level not in set(ActorLevel):
        raise BadInput("founding.level", where="level")
    for pack in given.packs:
        if pack not in PACK_NAMES:
            raise BadInput("rule_pack.unknown", where="packs", expected="、".join(PACK_NAMES))


def _office(given: Founding) -> dict[str, Any]:
    """The row of the office."""
    name = given.name.strip()
    return {
        "name": name,
        "short_name": given.short_name.strip(),
        "desk_name": f"{name}值班室",
        "district": given.district.strip(),
        "zone": SITE_ZONE,
        "level": given.level,
        "masthead": given.masthead.strip(),
        "turnover": given.turnover.strip(),
        "first_issue": _FIRST_NUMBER,
        "first_incident": _FIRST_NUMBER,
        "first_matter": _FIRST_NUMBER,
        "packs": list(given.all_packs),
        "duty_phones": [
            {"label": "值班电话", "number": given.duty_phone.strip(), "kind": "landline"}
        ],
        "equipment": [{"name": "值班电话"}],
        "hand_items": [{"name": "值班室钥匙", "count": 1}],
    }


def _first_person(given: Founding) -> NewPerson:
    """Who can sign in first, and can add the others."""
    return NewPerson(
        number=given.number.strip(),
        name=given.person.strip(),
        posts=given.posts,
        roles=given.roles,
        mobile=given.mobile.strip(),
    )
