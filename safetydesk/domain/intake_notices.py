"""What the text of a weather warning and the note of a duty check say."""

# ruff: noqa: E501 - tables of words: a row stays one row
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.intake_kinds import Nature
from safetydesk.domain.intake_numbers import number_of, whole_number
from safetydesk.domain.intake_time_roles import TimeRole

if TYPE_CHECKING:
    from safetydesk.domain.intake_occurrence import Times
    from safetydesk.domain.intake_people import PeopleSaid
    from safetydesk.domain.intake_text import Quote, Said, Words

_COLOURS = {"红": ("red", 1), "橙": ("orange", 2), "黄": ("yellow", 3), "蓝": ("blue", 4)}
_HAZARD = r"暴雨|大雾|大风|雷雨大风|雷暴大风|雷电|高温|寒潮|暴雪|冰雹|台风|道路结冰|霜冻|霾|沙尘暴|干旱|森林火险|森林(?:草原)?火险|山洪(?:灾害)?(?:气象)?(?:风险)?|地质灾害(?:气象)?(?:风险)?|洪水|强对流|低温|城市内涝(?:气象)?(?:风险)?|重污染天气"
_SIGNAL = re.compile(rf"(?P<hazard>{_HAZARD})(?P<c>[红橙黄蓝])色")
_RAISED = re.compile(
    r"(?:升级为|变更为|调整为|提升为|改为|降级为|降为|更新为)(?:暴雨|大风|[一-龥]{0,6}?)?(?P<c>[红橙黄蓝])色"
)
_ISSUER = re.compile(
    r"(?P<org>[一-龥]{2,16}?(?:气象台|气象局|水利局|自然资源局|规划局|应急管理局|指挥部|防汛办|水文中心|水文局))(?=[^。\n]{0,30}(?:发布|解除|变更|升级|继续|预警))"
)
_NEXT_HOURS = re.compile(r"未来 ?(?P<n>\d+|[一二三四五六七八九十]+) ?个?小时")
_AREA_NAME = re.compile(
    r"(?:^|[、和及，,:市区县内]|[我全本][市区县])(?P<a>(?![我全本][市区县])[一-龥]{2,4}?(?:街道|镇|乡))(?=[、和及，,等降将累的有可出已局最部小雨为一。;]|$)"
)
_RAIN = re.compile(r"(?P<n>\d+(?:\.\d+)?)(?:[\-~至到](?P<m>\d+(?:\.\d+)?))?(?:毫米|mm)")
_RINGS = re.compile(r"(?:响铃|响了?|铃响)(?P<n>\d+|[一二三四五六七八九十])(?:声|下|遍)")
_ANSWERED = re.compile(r"未接听|无人接听|没人接|未接通|接听|接起|接通")
_LIMIT = re.compile(
    r"(?P<n>\d+|[一二三五十]+)分钟(?:之?内|以内)[^。，;]{0,16}(?:回拨|回电|回复|打回)"
)


@dataclass(frozen=True)
class WarningSaid:
    """A weather warning as its text tells it; what it does not tell is None."""

    hazard: str
    colour: str
    level: int
    issuer: str
    issued_at: datetime | None
    valid_to: datetime | None
    areas: tuple[str, ...]
    rain_mm: tuple[float, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class DutyCheckSaid:
    """Who checked whether somebody is at the desk, and how it went."""

    checker_unit: str
    checker: str
    rings: int | None
    answered: bool | None
    call_back_minutes: int | None
    called_back_at: datetime | None
    quotes: tuple[Quote, ...]


def warning_issuer(words: Words) -> Said[str] | None:
    """The office that issues the warning."""
    match = _ISSUER.search(words.plain)
    return words.of(match, "org") if match else None


def read_warning(words: Words, nature: Nature | None, times: Times) -> WarningSaid | None:
    """The warning of a text that is one."""
    signal = _SIGNAL.search(words.plain)
    if nature is not Nature.WARNING or signal is None:
        return None
    raised = _RAISED.search(words.plain)
    colour, level = _COLOURS[(raised or signal)["c"]]
    issuer = warning_issuer(words)
    issued = next((time for time in times.all if time.role is TimeRole.ISSUED), None)
    hours = _NEXT_HOURS.search(words.plain)
    until = _valid_to(hours, issued.at if issued else None)
    rain = tuple(
        float(value)
        for match in _RAIN.finditer(words.plain)
        for value in match.groups()
        if value is not None
    )
    quotes = [words.quote(*signal.span())]
    quotes += [words.quote(*found.span()) for found in (raised, hours) if found]
    return WarningSaid(
        signal["hazard"],
        colour,
        level,
        issuer.value if issuer else "",
        issued.at if issued else None,
        until,
        _areas(words),
        rain,
        tuple(quotes),
    )


def _valid_to(hours: re.Match[str] | None, issued_at: datetime | None) -> datetime | None:
    if hours is None or issued_at is None:
        return None
    return issued_at + timedelta(hours=float(number_of(hours["n"])))


def _areas(words: Words) -> tuple[str, ...]:
    found = (match["a"] for match in _AREA_NAME.finditer(words.plain))
    return tuple(dict.fromkeys(found))


def read_duty_check(
    words: Words, nature: Nature | None, people: PeopleSaid, times: Times
) -> DutyCheckSaid | None:
    """The check that a note of one tells of."""
    if nature is not Nature.DUTY_CHECK:
        return None
    rings, limit = _RINGS.search(words.plain), _LIMIT.search(words.plain)
    answered = _ANSWERED.search(words.plain)
    back = next((time for time in times.all if time.role is TimeRole.CALLED_BACK), None)
    caller = people.caller
    quotes = list(caller.quotes) if caller else []
    quotes += [words.quote(*found.span()) for found in (rings, answered, limit) if found]
    quotes += [back.quote] if back else []
    return DutyCheckSaid(
        caller.unit if caller else "",
        caller.name if caller else "",
        whole_number(rings["n"]) if rings else None,
        answered.group()[0] not in "未无没" if answered else None,
        whole_number(limit["n"]) if limit else None,
        back.at if back else None,
        tuple(quotes),
    )
