"""How a roster that was read from a sheet is matched with the people and posts of the office."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.clock import local_instant
from safetydesk.domain.founding import is_phone
from safetydesk.domain.person_names import looks_like_name
from safetydesk.domain.roster_sheet import loose_posts
from safetydesk.domain.sheet_findings import FindingCode
from safetydesk.domain.spans import Span
from safetydesk.services.views_duty import DraftTurn, Newcomer, RosterDraft

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safetydesk.domain.people import OfficeFacts
    from safetydesk.domain.roster_sheet import RosterAssignment, RosterReading
    from safetydesk.storage.unit_of_work import UnitOfWork

_DAY_HOURS = timedelta(hours=12)
_NOBODY = 0
"""The person of a turn whose holder is not of the office yet."""
_LONGEST_NAME, _LONGEST_WORDS = 60, 100


def match_people(uow: UnitOfWork, reading: RosterReading) -> RosterDraft:
    """The turns of people whose exact name is unique; who and what is left out, by cell.

    Somebody whose name nobody of the office bears could be added: such people are listed with
    their turns.
    """
    office = uow.office.facts()
    known: defaultdict[str, list[int]] = defaultdict(list)
    for person in uow.people.all():
        known[person.name].append(person.id)
    turns: list[DraftTurn] = []
    unmatched: list[tuple[str, str]] = []
    foreign: list[tuple[str, str]] = []
    strangers: defaultdict[str, list[RosterAssignment]] = defaultdict(list)
    posts = {post.id for post in office.posts}
    vague = {f.source for f in reading.findings if f.code is FindingCode.AMBIGUOUS_PERSON}
    for row in reading.assignments:
        ids = known.get(row.person, [])
        if row.post.value not in posts:
            foreign.append((row.label, row.source))
        elif len(ids) == 1:
            turns.append(_turn(row, ids[0], office))
        else:
            unmatched.append((row.person, row.source))
            if not ids and row.source not in vague and _could_be_added(row.person):
                strangers[row.person].append(row)
    return RosterDraft(
        reading.title,
        tuple(turns),
        tuple(unmatched),
        tuple(foreign),
        loose_posts(reading),
        tuple(_newcomer(name, rows, reading, office) for name, rows in strangers.items()),
    )


def _could_be_added(name: str) -> bool:
    """Whether it is a whole name that can be kept, not a word that strayed into the column."""
    return looks_like_name(name) and len(name) <= _LONGEST_NAME


def _newcomer(
    name: str, rows: list[RosterAssignment], reading: RosterReading, office: OfficeFacts
) -> Newcomer:
    """Everything the sheet says of somebody."""
    sources = tuple(dict.fromkeys(row.source for row in rows))
    alike = (
        other
        for finding in reading.findings
        if finding.code is FindingCode.UNKNOWN_PERSON and finding.source in sources
        for other in finding.suggest
        if finding.text.strip() == name or name in finding.text
    )
    planned = {row.post.value for row in rows}
    posts = [post for post in office.posts if post.id in planned]
    return Newcomer(
        name=name,
        posts=tuple(post.id for post in posts),
        labels=tuple(post.label for post in posts),
        sources=sources,
        turns=tuple(_turn(row, _NOBODY, office) for row in rows),
        mobile=next((row.phone for row in rows if row.phone and is_phone(row.phone)), ""),
        title=_first(row.title for row in rows),
        section=_first(row.department or row.unit for row in rows),
        alike=tuple(dict.fromkeys(alike)),
    )


def _first(words: Iterable[str]) -> str:
    """The first words that say anything, as far as they can be kept."""
    return next((text for text in words if text), "")[:_LONGEST_WORDS]


def _turn(row: RosterAssignment, person_id: int, office: OfficeFacts) -> DraftTurn:
    span = _turn_span(row, office)
    return DraftTurn(
        row.post.value, person_id, row.person, row.day, span.start, span.end, row.source
    )


def _turn_span(row: RosterAssignment, office: OfficeFacts) -> Span:
    """When a turn of a sheet begins and ends, where the sheet does not say: from turnover."""
    if row.start is not None and row.end is not None:
        return Span(row.start, row.end)
    zone, turnover = office.zoneinfo, office.turnover_time

    def instant(day: date) -> datetime:
        return local_instant(datetime.combine(day, turnover), zone)

    start, end = instant(row.day), instant(row.day + timedelta(days=1))
    if row.shift.value == "day":
        return Span(start, start + _DAY_HOURS)
    if row.shift.value in {"night", "evening"}:
        return Span(start + _DAY_HOURS, end)
    return Span(start, end)
