"""Knows how a handover becomes the printed record (交接班记录)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from safetydesk.domain.seal import short_code
from safetydesk.domain.shift import planned_shift
from safetydesk.services.handover_items import later_entries
from safetydesk.services.sheet_people import (
    arrivals,
    name_of,
    of_post,
    print_mark,
    remaining,
    sheet_number,
    shift_label,
    signatures,
)
from safetydesk.services.sheets import (
    Contingency,
    HandItem,
    HandoverItem,
    HandoverNotes,
    HandoverSheet,
    HandoverSide,
    MatterLevel,
    ReadBack,
    SealMark,
)
from safetydesk.services.shift_log_foot import NORMAL
from safetydesk.services.shifts import attendance, attendance_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from safetydesk.domain.access import Actor
    from safetydesk.domain.handover import Handover, Objection
    from safetydesk.domain.handover import HandoverItem as Item
    from safetydesk.domain.people import OfficeFacts
    from safetydesk.domain.shift import Shift
    from safetydesk.domain.spans import Span
    from safetydesk.services.views_duty import PresenceView
    from safetydesk.storage.unit_of_work import UnitOfWork

_DESK_POSTS = ("primary", "deputy")


def build(uow: UnitOfWork, handover_id: int, printed_by: Actor, now: datetime) -> HandoverSheet:
    """The record of a handover, in progress or done.

    Raises:
        NotFound: there is no such handover.
    """
    handover = uow.handovers.get(handover_id)
    shift = uow.shifts.get(handover.shift_id)
    office = uow.office.facts()
    coming, new = _incoming(uow, handover, shift, office)
    old = attendance_of(uow, shift)
    zone = office.zoneinfo
    return HandoverSheet(
        office=office.desk_name,
        number=sheet_number(shift.number),
        zone=zone,
        outgoing=_side(shift.planned_from, remaining(old), zone),
        incoming=_side(coming.start, remaining(new), zone),
        printed=print_mark(printed_by, now),
        drafted_at=handover.started_at,
        last_seq=handover.frozen_seq,
        later=len(later_entries(uow, handover)),
        arrivals=arrivals(_at_the_desk(remaining(new))),
        shift_from=coming.start,
        items=tuple(_item(item, handover) for item in handover.items),
        contingencies=tuple(Contingency(*pair) for pair in handover.content.contingencies),
        notes=_notes(handover, new),
        hand_items=tuple(_hand_items(handover, office)),
        read_back=_read_back(uow, handover),
        objections=tuple(_objection(uow, one, zone) for one in handover.objections),
        signatures=signatures(uow, handover),
        moves_at=handover.incoming_signed_at,
        seal=SealMark(short_code(shift.sealed_hash)) if shift.sealed_hash else None,
    )


def _incoming(
    uow: UnitOfWork, handover: Handover, shift: Shift, office: OfficeFacts
) -> tuple[Span, list[PresenceView]]:
    """The planned time of the shift that takes over, or is going to, and its people."""
    if handover.next_shift_id is not None:
        following = uow.shifts.get(handover.next_shift_id)
        return following.planned, attendance_of(uow, following)
    span = planned_shift(shift.planned_to, office.turnover_time, office.zoneinfo)
    return span, attendance(uow, span)


def _at_the_desk(people: Iterable[PresenceView]) -> list[PresenceView]:
    """Primary and deputies, in that order."""
    listed = list(people)
    return [person for post in _DESK_POSTS for person in of_post(listed, post)]


def _side(start: datetime, people: list[PresenceView], zone: ZoneInfo) -> HandoverSide:
    return HandoverSide(
        shift_label(start.astimezone(zone).date()),
        tuple(person.name for person in _at_the_desk(people)),
        "、".join(person.name for person in of_post(people, "leader")),
    )


def _item(item: Item, handover: Handover) -> HandoverItem:
    """An item with the outgoing officer's word behind what was known of it."""
    heard = handover.readback_confirmed_at is not None and item.ticked_at is not None
    return HandoverItem(
        title=item.title,
        situation="；".join(part for part in (item.situation.strip(), item.remark.strip()) if part),
        next_step=item.next_step,
        due_at=item.next_due_at,
        next_owner=item.next_owner,
        level=MatterLevel(item.level),
        read_back=heard if item.must_be_ticked else None,
    )


def _notes(handover: Handover, coming: list[PresenceView]) -> HandoverNotes:
    content = handover.content
    return HandoverNotes(
        instructions=_sentences(content.instructions),
        whereabouts=_sentences(content.whereabouts),
        warnings=_sentences(content.warnings),
        next_day=tuple(_day_ahead(remaining(coming))),
    )


def _sentences(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _day_ahead(people: list[PresenceView]) -> Iterator[str]:
    """``带班领导 周庭远``, ``主班 吴昊`` …: a part for each post that has somebody."""
    for post in dict.fromkeys(person.post for person in people):
        named = of_post(people, post)
        yield f"{named[0].label} {'、'.join(person.name for person in named)}"


def _hand_items(handover: Handover, office: OfficeFacts) -> Iterator[HandItem]:
    """Equipment as tested, then things as counted against the office's list."""
    for name, state in handover.content.equipment:
        yield HandItem(name, state, checked=state == NORMAL)
    kept = {str(thing["name"]): int(thing["count"]) for thing in office.hand_items}
    for name, count in handover.content.hand_items:
        wanted = kept.get(name, count)
        agrees = count == wanted
        finding = f"{count} 件，相符" if agrees else f"{count} 件，应 {wanted} 件"
        yield HandItem(name, finding, checked=agrees)


def _read_back(uow: UnitOfWork, handover: Handover) -> ReadBack:
    """The incoming officer's words, and who heard and confirmed them."""
    confirmed = handover.readback_confirmed_at
    heard_by = name_of(uow, handover.readback_confirmed_by) if confirmed else ""
    return ReadBack(handover.readback, heard_by, confirmed)


def _objection(uow: UnitOfWork, objection: Objection, zone: ZoneInfo) -> str:
    """``统计直报未列入交接（吴昊 08:31）``."""
    when = f"{objection.at.astimezone(zone):%H:%M}"
    return f"{objection.text}（{name_of(uow, objection.by_id)} {when}）"
