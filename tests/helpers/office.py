"""A small office for service tests: two officers, a leader, a supervisor."""

from __future__ import annotations

from dataclasses import dataclass

from safetydesk.domain.access import Actor, Role
from safetydesk.domain.people import Post
from safetydesk.services.people import NewPerson, PeopleService
from safetydesk.services.pin_check import hash_pin
from safetydesk.services.transaction import Transactions

PIN = "123456"
POSTS = (
    Post("leader", "带班领导", 1),
    Post("primary", "主班", 1),
    Post("deputy", "副班", 1),
    Post("standby", "备班", 1),
    Post("driver", "司机", 1),
)


@dataclass(frozen=True)
class Staff:
    """The people of the small office, acting."""

    officer: Actor
    deputy: Actor
    leader: Actor
    supervisor: Actor
    people: PeopleService


def id_of(actor: Actor) -> int:
    """The number of somebody who is a person, not the program."""
    assert actor.person_id is not None
    return actor.person_id


_OFFICE = {
    "name": "云川区应急管理局",
    "short_name": "区应急局",
    "desk_name": "云川区应急管理局值班室",
    "district": "云川区",
    "zone": "Asia/Shanghai",
    "level": "county",
    "masthead": "云川区应急管理局值班信息",
    "turnover": "08:30",
    "first_issue": 37,
    "first_incident": 18,
    "first_matter": 63,
    "packs": ["national", "shandong"],
    "duty_phones": [{"label": "值班电话", "number": "0000-5550101", "kind": "landline"}],
    "equipment": [{"name": "值班电话"}],
    "hand_items": [{"name": "值班室钥匙", "count": 3}],
}
_PEOPLE = [
    ("S12", "黄志强", ("primary", "deputy"), Role.OFFICER),
    ("S13", "何佳", ("deputy",), Role.OFFICER),
    ("L6", "曾慧", ("leader",), Role.LEADER),
    ("S01", "王伟", ("primary",), Role.SUPERVISOR),
]


def small_office(transactions: Transactions, **otherwise: object) -> Staff:
    """Sets the office up, otherwise than usual where said so, and returns its people."""
    with transactions.database.write() as uow:
        uow.office.create({**_OFFICE, **otherwise}, POSTS)
        uow.commit()
    people = PeopleService(transactions, desk="第一席")
    pin_hash = hash_pin(PIN)
    ids = [
        people.add_hashed(
            people.system(),
            NewPerson(number, name, posts, frozenset({role}), mobile="19900000021"),
            pin_hash,
        ).value
        for number, name, posts, role in _PEOPLE
    ]
    officer, deputy, leader, supervisor = (people.actor(person_id) for person_id in ids)
    return Staff(officer, deputy, leader, supervisor, people)
