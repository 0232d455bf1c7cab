"""Writes the demonstration office (云川区应急管理局, all of it invented) into an empty database."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from safetydesk.app.demo.contacts import write_contacts
from safetydesk.app.demo.staff import write_staff
from safetydesk.domain.access import Role
from safetydesk.domain.people import Post
from safetydesk.domain.roster_sheet import KnownPerson, RosterPost
from safetydesk.exchange.holiday_calendar import shipped_notices
from safetydesk.exchange.roster_reader import read_roster
from safetydesk.resources import locate
from safetydesk.services.people import NewPerson
from safetydesk.services.pin_check import hash_pin

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safetydesk.app.wiring import Desk
    from safetydesk.domain.access import Actor

PIN = "123456"
ROSTER = "samples/r01-monthly-table.xlsx"
OFFICE = "samples/demo-office.json"
SUPERVISOR = "S01"
# The sample roster was made for October; the sheet is "read" on the last day of September.
READ_ON = date(2025, 9, 30)
FIRST_INCIDENT = 18
FIRST_MATTER = 61


@dataclass(frozen=True)
class DemoOffice:
    """The people of the office just written, by name."""

    actors: Mapping[str, Actor]

    def actor(self, name: str) -> Actor:
        """Somebody of the office, acting."""
        return self.actors[name]


def write_office(desk: Desk) -> DemoOffice:
    """Office, posts, calendar, people, October's roster, contacts; every PIN is 123456."""
    given: dict[str, Any] = json.loads(locate(OFFICE).read_text("utf-8"))
    _write_facts(desk, given)
    desk.basis.calendar.take_shipped(desk.people.system(), shipped_notices())
    actors = _write_people(desk, given)
    supervisor = next(actor for actor in actors.values() if Role.SUPERVISOR in actor.roles)
    write_staff(desk, given, actors, supervisor)
    _write_roster(desk, supervisor)
    write_contacts(desk, given)
    return DemoOffice(actors)


def _write_facts(desk: Desk, given: dict[str, Any]) -> None:
    """The office row, its posts and its calendar."""
    organisation = given["organisation"]
    with desk.database.write() as uow:
        uow.office.create(
            {
                "name": organisation["name"],
                "short_name": organisation["short"],
                "desk_name": f"{organisation['name']}值班室",
                "district": organisation["district"],
                "zone": organisation["zone"],
                "level": organisation["office_level"],
                "masthead": organisation["report_prefix"],
                "turnover": given["turnover"],
                "first_issue": organisation["issue_next"],
                "first_incident": FIRST_INCIDENT,
                "first_matter": FIRST_MATTER,
                "packs": organisation["rule_packs"],
                "duty_phones": given["duty_phones"],
                "equipment": given["equipment"],
                "hand_items": given["hand_items"],
            },
            [Post(post["id"], post["label"], post["minimum"]) for post in given["posts"]],
        )
        for period in given["calendar"]["key_periods"]:
            uow.office.put_key_period(
                period["name"],
                datetime.fromisoformat(period["from"]),
                datetime.fromisoformat(period["to"]),
                period["rules"].get("nil_report_at", ""),
            )
        uow.commit()


def _write_people(desk: Desk, given: dict[str, Any]) -> dict[str, Actor]:
    """Leaders and staff; the head of the duty office supervises too."""
    system, pin_hash = desk.people.system(), hash_pin(PIN)
    actors: dict[str, Actor] = {}
    for row in (*given["leaders"], *given["staff"]):
        roles = {Role.LEADER} if "leader" in row["posts"] else {Role.OFFICER}
        if row["id"] == SUPERVISOR:
            roles.add(Role.SUPERVISOR)
        person = NewPerson(
            number=row["id"],
            name=row["name"],
            posts=tuple(row["posts"]),
            roles=frozenset(roles),
            gender=row["gender"],
            section=row["section"],
            title=row["title"],
            mobile=row["mobile"],
            short_number=row.get("short_number", ""),
        )
        person_id = desk.people.add_hashed(system, person, pin_hash).value
        actors[person.name] = desk.people.actor(person_id)
    return actors


def _write_roster(desk: Desk, supervisor: Actor) -> None:
    """October as the office's own sheet has it."""
    path = locate(ROSTER)
    known = [
        KnownPerson(person.name, tuple(RosterPost(post) for post in person.posts))
        for person in desk.people.all()
    ]
    draft = desk.duty.draft(read_roster(path, READ_ON, known))
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    desk.duty.apply(supervisor, draft, file_name=path.name, sha256=sha256, founding=True)
