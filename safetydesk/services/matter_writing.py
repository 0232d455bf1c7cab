"""How a matter and its steps are written within a use case; every service goes here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from safetydesk.domain.believable import check_time
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.matter import Matter, MatterStepKind, check_step
from safetydesk.domain.plain_words import plainly
from safetydesk.services.incident_writing import EntryOf, write_entry
from safetydesk.services.sealing import digest_of, plain

if TYPE_CHECKING:
    from safetydesk.services.transaction import Act
    from safetydesk.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class NewMatter:
    """What is needed to open a matter; with ``units`` it is assigned to them at once.

    ``text`` are the words of the instruction, the title where left out.
    """

    title: str
    owner: str
    due_at: datetime | None = None
    units: tuple[str, ...] = ()
    text: str = ""
    incident_id: int | None = None

    def of_incident(self, incident_id: int) -> NewMatter:
        """The same, belonging to an incident."""
        return replace(self, incident_id=incident_id)


@dataclass(frozen=True)
class Step:
    """A step to take; ``at`` is when it happened, None for now; ``title`` renames the matter."""

    kind: MatterStepKind
    unit: str = ""
    text: str = ""
    at: datetime | None = None
    due_at: datetime | None = None
    title: str = ""


def add_matter(act: Act, new: NewMatter, *, opened_at: datetime | None) -> int:
    """The bare matter with the next number; returns its id.

    Raises:
        RuleViolation: no title.
    """
    new = plainly(new)
    if not new.title.strip():
        raise RuleViolation("matter.no_title")
    check_time(new.due_at)
    office = act.uow.office.facts()
    year = act.now.astimezone(office.zoneinfo).year
    matter_id = act.uow.matters.add(
        {
            "year": year,
            "serial": act.uow.matters.next_serial(year, office.first_matter),
            "title": new.title.strip(),
            "owner": new.owner.strip(),
            "opened_at": opened_at,
            "source_seq": None,
            "incident_id": new.incident_id,
        }
    )
    act.audit("matter.open", Topic.MATTERS, matter_id, after={"title": new.title.strip()})
    act.touch(Topic.REMINDERS)
    return matter_id


def open_matter(act: Act, new: NewMatter, entry: EntryOf) -> Matter:
    """A matter from an entry; a new entry carries the digest of the instruction.

    Raises:
        RuleViolation: no title, or the entry cannot stand in the log.
    """
    new = plainly(new)
    matter_id = add_matter(act, new, opened_at=act.now)
    digest = _digest_of_instruction(new.text.strip(), new.due_at, [u.strip() for u in new.units])
    seq = write_entry(act, entry, incident_id=new.incident_id, matter_id=matter_id, digest=digest)
    act.uow.matters.change(matter_id, source_seq=seq)
    opening = Step(MatterStepKind.OPENED, text=new.text, due_at=new.due_at)
    put_step(act, matter_id, opening, seq)
    for unit in new.units:
        put_step(act, matter_id, Step(MatterStepKind.ASSIGNED, unit=unit), seq)
    return act.uow.matters.get(matter_id)


def instruction_digests(uow: UnitOfWork) -> set[str]:
    """What the digests of all instructions are, from the steps that are stored.

    A unit named later in the same line cannot be told from one named at once: each beginning of
    the list of units counts.
    """
    found: set[str] = set()
    for opening, units in uow.matters.instructions():
        found |= {
            _digest_of_instruction(opening.text, opening.due_at, units[:count])
            for count in range(len(units) + 1)
        }
    return found


def _digest_of_instruction(text: str, due_at: datetime | None, units: list[str]) -> str:
    """The digest of an instruction: its words, for whom, by when."""
    return digest_of(plain({"text": text, "units": units, "due_at": due_at}))


def take_step(act: Act, matter_id: int, step: Step, entry: EntryOf) -> Matter:
    """A step of an open matter with its log entry.

    Raises:
        NotFound: there is no such matter.
        RuleViolation: closed already, in the future, or without the words it needs.
    """
    step = plainly(step)
    check_time(step.due_at)
    matter = act.uow.matters.get(matter_id, lock=True)
    check_step(matter, step.kind, step.at or act.now, act.now, step.text)
    seq = write_entry(act, entry, incident_id=matter.incident_id, matter_id=matter_id)
    put_step(act, matter_id, step, seq)
    if step.title.strip() and step.title.strip() != matter.title:
        act.uow.matters.change(matter_id, title=step.title.strip())
        act.audit(
            "matter.title",
            Topic.MATTERS,
            matter_id,
            before={"title": matter.title},
            after={"title": step.title.strip()},
        )
    return act.uow.matters.get(matter_id)


def put_step(act: Act, matter_id: int, step: Step, seq: int | None) -> None:
    """Writes one step, audited."""
    act.uow.matters.add_step(
        {
            "matter_id": matter_id,
            "kind": step.kind.value,
            "at": step.at or act.now,
            "unit": step.unit.strip(),
            "text": step.text.strip(),
            "due_at": step.due_at,
            "entry_seq": seq,
            "author_id": act.actor.person_id,
            "recorded_at": act.now,
        }
    )
    act.audit(f"matter.{step.kind.value}", Topic.MATTERS, matter_id)
    act.touch(Topic.REMINDERS)
