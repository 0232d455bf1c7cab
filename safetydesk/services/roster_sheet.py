"""Knows how days of the resolved duty plan become the printed roster (值班安排表)."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.day_class import DayClass
from safetydesk.domain.errors import NotFound
from safetydesk.domain.spans import Span
from safetydesk.services.calendar import calendar_of
from safetydesk.services.duty_days import turn_of
from safetydesk.services.duty_month import days_view, week_of
from safetydesk.services.filing_line import filing_line
from safetydesk.services.sheet_people import print_mark
from safetydesk.services.sheets import DayShade, RosterDuty, RosterForm, RosterRow, RosterSheet

if TYPE_CHECKING:
    from datetime import datetime

    from safetydesk.domain.access import Actor
    from safetydesk.domain.people import OfficeFacts, Person
    from safetydesk.services.views_duty import DayCell, DayRow, DaysView
    from safetydesk.storage.unit_of_work import UnitOfWork

_SATURDAY = 5
_SHADES: Mapping[str, DayShade] = {
    DayClass.WORKDAY: DayShade.WORKDAY,
    DayClass.WEEKEND: DayShade.WEEKEND,
    DayClass.STATUTORY: DayShade.STATUTORY,
    DayClass.SPRING_FESTIVAL: DayShade.STATUTORY,
    DayClass.MAKEUP_WORKDAY: DayShade.MAKE_UP,
}
_FREE = frozenset({DayClass.STATUTORY, DayClass.SPRING_FESTIVAL, DayClass.REST})
_PRINTED_PHONES = ("landline", "fax")
_LEADER = "leader"
_AT_THE_DESK = frozenset({_LEADER, "primary", "deputy"})
"""Posts whose absence is remarked; an empty standby cell says enough."""
_ALWAYS_PRINTED = _AT_THE_DESK | {"standby"}
_AHEAD = timedelta(days=62)
"""How far ahead the next holiday is looked for."""

_LONG_TITLE = 5
_RANK = re.compile(r"副?(局长|主任|书记|主席|处长|科长|队长|站长|区长|县长|市长|镇长|乡长)$")

# Face-to-face handover, swaps by approval and answering at once are what every office's duty rules
# ask for (domain dossier 4.4, 4.5, 5.1).
_RULES = (
    "接班人提前 10 分钟到岗，当面交接，未接班不得离岗。",
    "调班须经带班领导同意并报备，已报出的表变更须重新报备。",
    "铃响三声内接听，固定电话不得转接手机。",
)


@dataclass(frozen=True)
class RosterPeriod:
    """The days of a sheet and what they are called in its title: ``2025年10月``."""

    form: RosterForm
    first: date
    last: date
    name: str


def period_of(uow: UnitOfWork, form: RosterForm, day: date) -> RosterPeriod:
    """The month, the week or the holiday of a day; of a day between holidays the next one.

    Raises:
        NotFound: no holiday within two months is known.
    """
    if form is RosterForm.MONTH:
        last = day.replace(day=monthrange(day.year, day.month)[1])
        return RosterPeriod(form, day.replace(day=1), last, f"{day.year}年{day.month}月")
    if form is RosterForm.WEEK:
        return _named(form, *week_of(day))
    return _holiday(uow, day)


def chosen_period(first: date, last: date) -> RosterPeriod:
    """Any days: a whole month by its name, others by their dates."""
    whole = first.day == 1 and last == first.replace(day=monthrange(first.year, first.month)[1])
    if whole:
        return RosterPeriod(RosterForm.MONTH, first, last, f"{first.year}年{first.month}月")
    return _named(RosterForm.MONTH, first, last)


def build(uow: UnitOfWork, period: RosterPeriod, printed_by: Actor, now: datetime) -> RosterSheet:
    """The roster of some days as resolved now: rosters, changes, and who really served."""
    office = uow.office.facts()
    view = days_view(uow, period.first, period.last, now)
    people = {person.id: person for person in uow.people.all(active=False)}
    labels = dict(view.posts)
    posts = _printed_posts(view)
    return RosterSheet(
        office=office.name,
        title=f"{office.name}{period.name}值班安排表",
        zone=office.zoneinfo,
        printed=print_mark(printed_by, now),
        form=period.form,
        leader_post=labels.get(_LEADER, ""),
        posts=tuple(labels[post] for post in posts),
        contact_line=_contact_line(office),
        pattern_line=f"交接班 {office.turnover}，每班 24 小时",
        rows=tuple(_rows(view, posts, people)),
        notes=tuple(_notes(view)),
        filing_line=filing_line(
            uow, Span(turn_of(period.first, office).start, turn_of(period.last, office).end)
        ),
    )


def _named(form: RosterForm, first: date, last: date) -> RosterPeriod:
    """``2025年9月29日—10月5日``: what the first date says is not said again."""
    end = f"{last.year}年" if last.year != first.year else ""
    if end or last.month != first.month:
        end += f"{last.month}月"
    head = f"{first.year}年{first.month}月{first.day}日"
    name = head if first == last else f"{head}—{end}{last.day}日"
    return RosterPeriod(form, first, last, name)


def _holiday(uow: UnitOfWork, day: date) -> RosterPeriod:
    known = calendar_of(uow, day - _AHEAD, day + 2 * _AHEAD).special
    free = {at: row.name for at, row in known.items() if row.day_class in _FREE}
    start = next((at for at in sorted(free) if day <= at <= day + _AHEAD), None)
    if start is None:
        raise NotFound("duty.no_holiday", day=day.isoformat())
    first = last = start
    while first - timedelta(days=1) in free:
        first -= timedelta(days=1)
    while last + timedelta(days=1) in free:
        last += timedelta(days=1)
    count = (last - first).days + 1
    inside = (free[first + timedelta(days=number)] for number in range(count))
    names = dict.fromkeys(name for name in inside if name)
    holiday = "、".join(names) or "节日"
    return RosterPeriod(RosterForm.HOLIDAY, first, last, f"{first.year}年{holiday}假期")


def _contact_line(office: OfficeFacts) -> str:
    """The first landline and the fax, as callers need them."""
    first = {str(phone.get("kind")): phone for phone in reversed(office.duty_phones)}
    return "　".join(
        f"{first[kind]['label']} {first[kind]['number']}"
        for kind in _PRINTED_PHONES
        if kind in first
    )


def _printed_posts(view: DaysView) -> tuple[str, ...]:
    """The posts but the leader's: those every roster has, others where somebody is on them."""
    used = {
        post
        for day in view.days
        for (post, _), people in zip(view.posts, day.cells, strict=True)
        if people
    }
    return tuple(
        post
        for post, _ in view.posts
        if post != _LEADER and (post in used or post in _ALWAYS_PRINTED)
    )


def _rows(
    view: DaysView, posts: tuple[str, ...], people: Mapping[int, Person]
) -> Iterator[RosterRow]:
    labels = dict(view.posts)
    named = ""
    for day in view.days:
        cells = dict(zip(labels, day.cells, strict=True))
        leaders = cells.get(_LEADER, ())
        yield RosterRow(
            day=day.day,
            shade=_shade(day),
            leader="、".join(_titled(people[cell.person_id], cell) for cell in leaders),
            leader_phone="、".join(people[cell.person_id].mobile for cell in leaders),
            people=tuple(_names(cells[post]) for post in posts),
            remark="；".join(_remarks(day, labels, named)),
            duties=tuple(
                RosterDuty(labels[post], cell.name, person.title, person.mobile, cell.hours)
                for post in labels
                if post == _LEADER or post in posts
                for cell in cells[post]
                for person in (people[cell.person_id],)
            ),
        )
        named = day.holiday


def _shade(day: DayRow) -> DayShade:
    """A day off in a holiday is a bridge day unless it is a weekend anyway (调休)."""
    if day.day_class == DayClass.REST:
        return DayShade.WEEKEND if day.day.weekday() >= _SATURDAY else DayShade.BRIDGE
    return _SHADES.get(day.day_class, DayShade.WORKDAY)


def _titled(person: Person, cell: DayCell) -> str:
    """``周庭远（局长）``: of several offices the last; of a long one the rank, for the column."""
    title = person.title.split("、")[-1]
    if len(title) > _LONG_TITLE and (rank := _RANK.search(title)):
        title = rank[0]
    return f"{_timed(cell)}（{title}）" if title else _timed(cell)


def _names(cells: tuple[DayCell, ...]) -> str:
    """Side by side, or one below the other where somebody's hours are told."""
    between = "\n" if any(cell.hours for cell in cells) else "、"
    return between.join(_timed(cell) for cell in cells)


def _timed(cell: DayCell) -> str:
    """``高翔 08:30–20:30``: the hours where they are not the whole duty day."""
    return f"{cell.name} {cell.hours}" if cell.hours else cell.name


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


def _notes(view: DaysView) -> Iterator[str]:
    if view.key_periods:
        yield f"{'、'.join(view.key_periods)}为重点时段，带班领导在岗，按时零报告。"
    yield from _RULES
