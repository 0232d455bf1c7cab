"""The JSON shape of a duty plan and of what it resolves to, as the commands exchange them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from enum import StrEnum
from types import MappingProxyType
from typing import TypedDict
from zoneinfo import ZoneInfo

from safetydesk.domain.duty import (
    AddChange,
    Advance,
    DutyChange,
    DutyFact,
    DutyPlan,
    DutyRule,
    Planned,
    Post,
    RemoveChange,
    ReplaceChange,
    Resolution,
    Roster,
    RosterShift,
    Rotation,
    TurnUnit,
)
from safetydesk.domain.spans import Span
from safetydesk.exchange.json_fields import Field, read_document

_WEEKDAYS = MappingProxyType({"Mon": 0, "Tue": 1, "Wed": 2, "Thu": 3, "Fri": 4, "Sat": 5, "Sun": 6})
_CLOCK_TIME = re.compile(r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?")
_FIRST, _LAST = datetime(1900, 1, 2, tzinfo=UTC), datetime(2999, 12, 30, tzinfo=UTC)


class ChangeKind(StrEnum):
    """The words by which a plan tells its changes apart."""

    REPLACE = "replace"
    ADD = "add"
    REMOVE = "remove"


SpanJson = TypedDict(
    "SpanJson",
    {"post": str, "person": str, "from": str, "to": str, "source": str, "truncated": bool},
)
GapJson = TypedDict("GapJson", {"post": str, "from": str, "to": str, "have": int, "need": int})


class ResolutionJson(TypedDict):
    """The answer of ``duty resolve``."""

    spans: list[SpanJson]
    gaps: list[GapJson]
    no_effect: list[int]


def read_plan(content: str | bytes, name: str) -> DutyPlan:
    """The duty plan in a JSON document; ``name`` stands for the file in refusals.

    Raises:
        BadInput: naming the file, the field and what was expected.
    """
    document = read_document(content, name)
    posts = _posts(document)
    rotations = _rotations(document)
    named = _Names(posts, rotations)
    return DutyPlan(
        zone=_zone(document["zone"]),
        now=_near(document["now"]),
        window=_window(document["window"]),
        posts=tuple(posts.values()),
        rotations=tuple(rotations.values()),
        rules=tuple(_rule(field, named) for field in document.elements_of("rules")),
        rosters=tuple(_roster(field, named) for field in document.elements_of("rosters")),
        changes=tuple(_change(field, named) for field in document.elements_of("changes")),
        facts=tuple(_fact(field, named) for field in document.elements_of("facts")),
    )


def write_resolution(resolution: Resolution, zone: ZoneInfo) -> ResolutionJson:
    """The JSON shape of a resolution, its times with the zone's offset."""

    def shown(instant: datetime) -> str:
        return instant.astimezone(zone).isoformat()

    return {
        "spans": [
            {
                "post": span.post,
                "person": span.person,
                "from": shown(span.start),
                "to": shown(span.end),
                "source": span.source.value,
                "truncated": span.truncated,
            }
            for span in resolution.spans
        ],
        "gaps": [
            {
                "post": gap.post,
                "from": shown(gap.start),
                "to": shown(gap.end),
                "have": gap.have,
                "need": gap.need,
            }
            for gap in resolution.gaps
        ],
        "no_effect": list(resolution.no_effect),
    }


@dataclass(frozen=True)
class _Names:
    """What other parts of the plan may refer to."""

    posts: Mapping[str, Post]
    rotations: Mapping[str, Rotation]

    def post(self, field: Field) -> str:
        """The post that a field names."""
        key = field.text("posts 中的岗位 id")
        if key not in self.posts:
            field.refuse("posts 中的岗位 id")
        return key

    def rotation(self, field: Field) -> str:
        """The rotation that a field names."""
        key = field.text("rotations 中的轮值 id")
        if key not in self.rotations:
            field.refuse("rotations 中的轮值 id")
        return key


def _posts(document: Field) -> dict[str, Post]:
    posts: dict[str, Post] = {}
    for field in document["posts"].elements():
        key = _new_key(field["id"], posts)
        posts[key] = Post(key, field["minimum"].whole_number(0))
    return posts


def _rotations(document: Field) -> dict[str, Rotation]:
    rotations: dict[str, Rotation] = {}
    for field in document.elements_of("rotations"):
        key = _new_key(field["id"], rotations)
        members = tuple(_people(group) for group in field["members"].elements())
        if not members:
            field["members"].refuse("至少一组人员")
        rotations[key] = Rotation(
            key=key,
            members=members,
            start=_anchor(field["start"]),
            unit=field["unit"].choice(TurnUnit),
            count=field["count"].whole_number(1),
            advance=field["advance"].choice(Advance),
        )
    return rotations


def _new_key(field: Field, taken: Mapping[str, object]) -> str:
    key = field.text()
    if key in taken:
        field.refuse("不重复的 id")
    return key


def _people(group: Field) -> tuple[str, ...]:
    return tuple(person.text() for person in group.elements())


def _rule(field: Field, named: _Names) -> DutyRule:
    by_person = field.given("person")
    if by_person == field.given("rotation"):
        field.refuse("person 与 rotation 二者之一")
    return DutyRule(
        post=named.post(field["post"]),
        weekdays=frozenset(_weekday(day) for day in field["weekdays"].elements()),
        begins=_clock_time(field["from"]),
        ends=_clock_time(field["to"]),
        person=field["person"].text() if by_person else None,
        rotation=None if by_person else named.rotation(field["rotation"]),
    )


def _weekday(field: Field) -> int:
    expected = "、".join(_WEEKDAYS) + " 之一"
    day = _WEEKDAYS.get(field.text(expected))
    return field.refuse(expected) if day is None else day


def _clock_time(field: Field) -> time:
    expected = "00:00 至 23:59 的时刻 HH:MM"
    text = field.text(expected)
    if not _CLOCK_TIME.fullmatch(text):
        field.refuse(expected)
    try:
        return time.fromisoformat(text).replace(second=0, microsecond=0)
    except ValueError:
        field.refuse(expected)


def _roster(field: Field, named: _Names) -> Roster:
    return Roster(
        window=_span(field),
        shifts=tuple(
            RosterShift(
                post=named.post(shift["post"]), person=shift["person"].text(), window=_span(shift)
            )
            for shift in field["shifts"].elements()
        ),
        planned=field["planned"].choice(Planned) if field.has("planned") else Planned.WINDOW,
        posts=tuple(named.post(post) for post in field.elements_of("posts")),
    )


def _change(field: Field, named: _Names) -> DutyChange:
    kind = field["kind"].choice(ChangeKind)
    return _CHANGES[kind](field, named.post(field["post"]), _span(field))


def _replace(field: Field, post: str, window: Span) -> DutyChange:
    return ReplaceChange(post, field["person"].text(), field["by"].text(), window)


def _add(field: Field, post: str, window: Span) -> DutyChange:
    return AddChange(post, field["by"].text(), window)


def _remove(field: Field, post: str, window: Span) -> DutyChange:
    return RemoveChange(post, field["person"].text(), window)


_CHANGES: Mapping[ChangeKind, Callable[[Field, str, Span], DutyChange]] = MappingProxyType(
    {ChangeKind.REPLACE: _replace, ChangeKind.ADD: _add, ChangeKind.REMOVE: _remove}
)


def _fact(field: Field, named: _Names) -> DutyFact:
    start, running = field["from"].instant(), field["to"].value is None
    return DutyFact(
        post=named.post(field["post"]),
        person=field["person"].text(),
        start=start,
        end=None if running else _end(field, start),
    )


def _window(field: Field) -> Span:
    for edge in ("from", "to"):
        _near(field[edge])
    return _span(field)


def _span(field: Field) -> Span:
    start = field["from"].instant()
    return Span(start, _end(field, start))


def _end(field: Field, start: datetime) -> datetime:
    end = field["to"].instant()
    if end < start:
        field["to"].refuse("不早于 from 的时间")
    return end


def _near(field: Field) -> datetime:
    """An instant in the centuries for which the calendar of zones is sure."""
    instant = field.instant()
    return instant if _FIRST <= instant < _LAST else field.refuse(_CENTURIES)


def _anchor(field: Field) -> datetime:
    start = field.wall_time()
    return start if _FIRST <= start.replace(tzinfo=UTC) < _LAST else field.refuse(_CENTURIES)


_CENTURIES = "1900 年至 2999 年的时间"


def _zone(field: Field) -> ZoneInfo:
    expected = "IANA 时区名，如 Asia/Shanghai"
    try:
        return ZoneInfo(field.text(expected))
    except (OSError, ValueError, KeyError):  # unknown, a folder, or no name at all
        field.refuse(expected)
