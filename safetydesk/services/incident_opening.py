"""How an incident begins, and what is checked before numbers and corrections are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from safetydesk.domain.believable import MOST_HECTARES, MOST_PEOPLE, MOST_YUAN
from safetydesk.domain.casualties import MEASURES, casualty_history, state_at
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.incident import (
    CORRECTABLE,
    BasisKind,
    Casualties,
    Category,
    Correction,
    Extinguished,
    Family,
    IncidentEvent,
    Learned,
    Occurred,
    Received,
    RescueEnded,
    UnitHeadInformed,
)
from safetydesk.domain.incident_record import FactField, bases_of
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.plain_words import plainly
from safetydesk.services.incident_writing import (
    EntryOf,
    append_event,
    append_fact,
    check_flag,
    write_entry,
)

if TYPE_CHECKING:
    from safetydesk.domain.incident_record import Incident
    from safetydesk.services.transaction import Act

_TOLD_TIMES: Mapping[BasisKind, type[IncidentEvent]] = {
    BasisKind.OCCURRED: Occurred,
    BasisKind.UNIT_HEAD_INFORMED: UnitHeadInformed,
    BasisKind.LEARNED: Learned,
    BasisKind.RECEIVED: Received,
    BasisKind.RESCUE_ENDED: RescueEnded,
    BasisKind.EXTINGUISHED: Extinguished,
}


@dataclass(frozen=True)
class NewIncident:
    """What is needed to open an incident: one line. The rest follows.

    Times are aware; ``received_at`` None means now. ``source`` is who reported it. ``facts`` are
    those already known, in words, ``numbers`` those of people and loss. ``original`` is the text
    of a message as it was pasted: it becomes a line of the log of its own. ``packs`` left out are
    those of the office.
    """

    title: str
    received_at: datetime | None = None
    family: Family = Family.ACCIDENT
    category: Category = Category.WORK_SAFETY
    occurred_at: datetime | None = None
    approximate: bool = False
    source: str = ""
    flags: tuple[str, ...] = ()
    facts: tuple[tuple[FactField, str], ...] = ()
    packs: tuple[str, ...] = ()
    numbers: Casualties | None = None
    original: str = ""


def open_new(act: Act, new: NewIncident, entry: EntryOf) -> Incident:
    """Head, entry, first events and facts of an incident.

    Raises:
        RuleViolation: no title, or a time in the future.
    """
    new = plainly(new)
    if not new.title.strip():
        raise RuleViolation("incident.no_title")
    for name in new.flags:
        check_flag(name)
    office = act.uow.office.facts()
    received_at = new.received_at or act.now
    year = received_at.astimezone(office.zoneinfo).year
    incident = act.uow.incidents.open(
        {
            "year": year,
            "serial": act.uow.incidents.next_serial(year, office.first_incident),
            "title": new.title.strip(),
            "family": new.family.value,
            "category": new.category.value,
            "flags": list(new.flags),
            "packs": list(new.packs or office.packs),
            "actor": office.level,
            "opened_at": act.now,
            "opened_by": act.actor.person_id,
            "source_seq": None,
        }
    )
    seq = write_entry(act, entry, incident_id=incident.id)
    act.uow.incidents.change(incident.id, source_seq=seq)
    act.audit("incident.open", Topic.INCIDENTS, incident.id, after={"title": new.title.strip()})
    _write_first(act, incident.id, new, received_at, seq)
    _keep_original(act, incident.id, new, received_at)
    return act.uow.incidents.get(incident.id)


def _write_first(
    act: Act, incident_id: int, new: NewIncident, received_at: datetime, seq: int | None
) -> None:
    if new.occurred_at is not None:
        occurred = Occurred(
            time=new.occurred_at,
            known_at=max(received_at, new.occurred_at),
            approximate=new.approximate,
        )
        append_event(act, incident_id, occurred, source=new.source, entry_seq=seq)
    received = Received(time=received_at, known_at=received_at)
    append_event(act, incident_id, received, source=new.source, entry_seq=seq)
    if new.numbers is not None:
        check_casualties([], new.numbers)
        append_event(act, incident_id, new.numbers, source=new.source, entry_seq=seq)
    for field, value in new.facts:
        if value.strip():
            append_fact(
                act,
                incident_id,
                field,
                value,
                known_at=received_at,
                source=new.source,
                entry_seq=seq,
            )


def _keep_original(act: Act, incident_id: int, new: NewIncident, received_at: datetime) -> None:
    """The pasted words, as they came, in the log and in the history of the incident."""
    if new.original.strip():
        kind = EntryKind.INCOMING_DOCUMENT
        original = EntryDraft(kind, new.original.strip(), event_at=received_at)
        write_entry(act, original, incident_id=incident_id)


def check_casualties(recorded: Sequence[IncidentEvent], numbers: Casualties) -> None:
    """Refuses numbers that say nothing, are negative, or fall without a reason.

    People may move between missing, hurt and dead; the dead and the sum of all must not fall
    without somebody saying why (谎报 and 漏报 begin here).

    Raises:
        RuleViolation: as said.
    """
    said = [name for name in (*MEASURES, "total") if getattr(numbers, name) is not None]
    if not said:
        raise RuleViolation("incident.no_numbers")
    if any(getattr(numbers, name) < 0 for name in said):
        raise RuleViolation("incident.negative_number")
    most = {"loss_yuan": MOST_YUAN, "burned_ha": MOST_HECTARES}
    if any(getattr(numbers, name) > most.get(name, MOST_PEOPLE) for name in said):
        raise RuleViolation("incident.number_too_large")
    before = state_at(casualty_history(recorded), numbers.time)
    after = before.after(numbers)
    fewer = after.sum_of_people() < before.sum_of_people()
    fallen = after.number("dead") < before.number("dead")
    if (fallen or fewer) and not numbers.reason.strip():
        raise RuleViolation("incident.numbers_fall_without_reason")


def correction_of(
    act: Act, incident_id: int, basis: BasisKind, right_time: datetime, source: str
) -> Correction:
    """The correction of a basis time.

    Raises:
        RuleViolation: no source, or a basis that is unknown, not correctable or right already.
    """
    if not source.strip():
        raise RuleViolation("incident.correction_without_source")
    if basis not in CORRECTABLE:
        raise RuleViolation("incident.not_correctable", basis=basis.chinese_name)
    known = bases_of(act.uow.incidents.events(incident_id)).get(basis)
    if known is None:
        raise RuleViolation("incident.basis_unknown", basis=basis.chinese_name)
    if known.at == right_time:
        raise RuleViolation("incident.same_time", basis=basis.chinese_name)
    return Correction(time=right_time, known_at=act.now, of=basis)


def first_time_of(
    act: Act, incident_id: int, basis: BasisKind, at: datetime, source: str
) -> IncidentEvent:
    """The event that gives a basis its first time.

    Raises:
        RuleViolation: no source, a basis that nobody tells, or one that has a time already.
    """
    if not source.strip():
        raise RuleViolation("incident.time_without_source")
    made = _TOLD_TIMES.get(basis)
    if made is None:
        raise RuleViolation("incident.not_correctable", basis=basis.chinese_name)
    if basis in bases_of(act.uow.incidents.events(incident_id)):
        raise RuleViolation("incident.basis_known", basis=basis.chinese_name)
    return made(time=at, known_at=act.now)


def said_by(source: str, reason: str) -> str:
    """The source with the reason behind it."""
    return f"{source.strip()}（{reason.strip()}）" if reason.strip() else source.strip()
