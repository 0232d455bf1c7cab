"""Knows how a month of the resolved duty plan becomes the printed roster (值班安排表)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from safetydesk.services.duty_month import month_view
from safetydesk.services.sheet_people import print_mark
from safetydesk.services.sheets import DayShade, RosterRow, RosterSheet

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.access import Actor
    from safetydesk.domain.people import OfficeFacts, Person
    from safetydesk.services.views_duty import DayCell, DayRow, MonthView
    from safetydesk.storage.unit_of_work import UnitOfWork

_SATURDAY = 5
_SHADES: Mapping[str, DayShade] = {
    "workday": DayShade.WORKDAY,
    "weekend": DayShade.WEEKEND,
    "statutory": DayShade.STATUTORY,
    "makeup": DayShade.MAKE_UP,
}
_PRINTED_PHONES = ("landline", "fax")
_AT_THE_DESK = frozenset({"leader", "primary", "deputy"})
"""Posts whose absence is remarked; an empty standby cell says enough."""

_LONG_TITLE = 5
_RANK = re.compile(r"副?(局长|主任|书记|主席|处长|科长|队长|站长|区长|县长|市长|镇长|乡长)$")

# Face-to-face handover, swaps by approval and answering at once are what every office's duty rules
# ask for (domain dossier 4.4, 4.5, 5.1).
_RULES = (
    "接班人提前 10 分钟到岗，当面交接，未接班不得离岗。",
    "调班须经带班领导同意并报备，已报出的表变更须重新报备。",
    "铃响三声内接听，固定电话不得转接手机。",
)


def build(uow: UnitOfWork, year: int, month: int, printed_by: Actor, now: datetime) -> RosterSheet:
    """The roster of a month as it is resolved now: rosters, changes, and who really served.

    Raises:
        ValueError: there is no such month.
    """
    office = uow.office.facts()
    view = month_view(uow, year, month, now)
    people = {person.id: person for person in uow.people.all(active=False)}
    return RosterSheet(
        office=office.name,
        year=year,
        month=month,
        zone=office.zoneinfo,
        printed=print_mark(printed_by, now),
        contact_line=_contact_line(office),
        pattern_line=f"交接班 {office.turnover}，每班 24 小时",
        rows=tuple(_rows(view, people)),
        notes=tuple(_notes(view)),
    )


def _contact_line(office: OfficeFacts) -> str:
    """The first landline and the fax, as callers need them."""
    first = {str(phone.get("kind")): phone for phone in reversed(office.duty_phones)}
    return "　".join(
        f"{first[kind]['label']} {first[kind]['number']}"
        for kind in _PRINTED_PHONES
        if kind in first
    )


def _rows(view: MonthView, people: Mapping[int, Person]) -> Iterator[RosterRow]:
    labels = dict(view.posts)
    named = ""
    for day in view.days:
        cells = dict(zip(labels, day.cells, strict=True))
        leaders = [people[cell.person_id] for cell in cells.get("leader", ())]
        yield RosterRow(
            day=day.day,
            shade=_shade(day),
            leader="、".join(_titled(person) for person in leaders),
            leader_phone="、".join(person.mobile for person in leaders),
            primary=_names(cells.get("primary", ())),
            deputy=_names(cells.get("deputy", ())),
            standby=_names(cells.get("standby", ())),
            remark="；".join(_remarks(day, labels, named)),
        )
        named = day.holiday


def _shade(day: DayRow) -> DayShade:
    """A day off in a holiday is a bridge day unless it is a weekend anyway (调休)."""
    if day.day_class == "rest":
        return DayShade.WEEKEND if day.day.weekday() >= _SATURDAY else DayShade.BRIDGE
    return _SHADES.get(day.day_class, DayShade.WORKDAY)


def _titled(person: Person) -> str:
    """``周庭远（局长）``: of several offices the last; of a long one the rank, for the column."""
    title = person.title.split("、")[-1]
    if len(title) > _LONG_TITLE and (rank := _RANK.search(title)):
        title = rank[0]
    return f"{person.name}（{title}）" if title else person.name


def _names(cells: tuple[DayCell, ...]) -> str:
    return "、".join(cell.name for cell in cells)


def _remarks(day: DayRow, labels: Mapping[str, str], named: str) -> Iterator[str]:
    """The holiday on its first day, who was changed, and posts with nobody."""
    if day.holiday and day.holiday != named:
        yield day.holiday
    changed = [cell.name for cells in day.cells for cell in cells if cell.changed]
    if changed:
        yield f"调班：{'、'.join(changed)}"
    missing = [label for post, label in labels.items() if post in day.gaps & _AT_THE_DESK]
    if missing:
        yield f"缺{'、'.join(missing)}"


def _notes(view: MonthView) -> Iterator[str]:
    if view.key_periods:
        yield f"{'、'.join(view.key_periods)}为重点时段，带班领导在岗，按时零报告。"
    yield from _RULES
