"""How a person with office, post and telephone stands in a message."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetydesk.domain.intake_told import LONG_ORG, ORG
from safetydesk.domain.person_names import has_surname

if TYPE_CHECKING:
    from safetydesk.domain.intake_text import Quote

POSTS = (
    "部长|井长|店长|会长|理事长|警官|警员|卫生院长|村支书|支书|副镇长|所长|大队长|指导员|教导员|护士长|护士|医生|大夫|中控员|值班医生|安全总监|安环经理|项目经理|总监|厂医|值班长|值班主任|值班员|值班人员|值班领导|副主任|主任|副站长|站长|所长|副局长|局长|副科长|科长|党委副书记|副书记|党委书记|书记|党委委员|副镇长|镇长|副乡长|乡长|总经理|副经理|经理|负责人|安全员|安全总监"
    "|支部书记|支书|村主任|网格员|小组长|班组长|组长|班长|大队长|中队长|支队长|队长|联络员|调度员|副厂长|厂长|副校长|校长|园长|院长|保安队长|保安|老板|物业经理|主管|科员|干事|干部|工作人员|接线员|指挥员|矿长|民警|护林员|信息员"
)
HAN = r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]"
PHONE_FORM = r"(?:\+?86[- ]?)?1[3-9](?:[- ]?\d){9}(?!\d)|0\d{2,3}[- ]?\d{7,8}(?!\d)(?:转\d{1,6})?"
_SHORT = re.compile(
    rf"^(?P<unit>[一-龥]{{1,18}}[局委办室所站队院校园厂矿社部处科中心镇乡村])(?P<name>(?![区县市镇村社站所局队]){HAN})(?P<post>所|局|队|科|处|总|工|镇|主任|书记|警官)$"
)
"""石桥镇派出所陈所, 蓝天救援队苏队."""
_NO_NAME = re.compile(r"[快报况情息电话通处置故灾险]|值班|路段")
PHONE = re.compile(rf"(?<![\d.])(?:{PHONE_FORM})")
_BEHIND_UNIT = (
    rf"(?:的)?(?:(?:抢险|当班|带班|现场|专职|驻村|分管|综合|技术|生产|维修|保卫|质量|调度)?(?P<post>{POSTS}))?"
    rf"(?P<name>{HAN}{{2,4}}?|[老小]{HAN}|{HAN}(?={POSTS}$))?(?P<post2>{POSTS})?$"
)
_WHO = re.compile(rf"^(?P<unit>{LONG_ORG})?{_BEHIND_UNIT}")
_WHO_SHORT = re.compile(rf"^(?P<unit>{ORG}){_BEHIND_UNIT}")
"""石桥镇安监办小组长卢海平: the office is not 石桥镇安监办小组."""


@dataclass(frozen=True)
class Person:
    """Somebody a message names; an empty part was not said. ``phone`` in digits."""

    unit: str = ""
    name: str = ""
    post: str = ""
    phone: str = ""
    quotes: tuple[Quote, ...] = ()


def digits(text: str) -> str:
    """A telephone number in digits, without +86."""
    number = re.sub(r"\D", "", text.split("转", maxsplit=1)[0])
    return number[2:] if len(number) > 11 and number.startswith("86") else number  # noqa: PLR2004 - a mobile number has 11


def signature_parts(text: str) -> tuple[str, str, str]:
    """Unit, name and post of 石桥镇应急办 武丽娟."""
    unit = name = post = ""
    for part in re.split(r"[ ,，:(]+", text.strip()):
        person = split_person(part)
        unit, name, post = unit or person.unit, name or person.name, post or person.post
    return unit, name, post


def split_person(text: str) -> Person:
    """市应急局值班室黎海霞 → unit, post and name as far as they stand there."""
    plain = text.strip(" :，,的")
    short = _SHORT.match(plain)
    if short is not None and has_surname(short["name"] + "某"):
        return Person(short["unit"], short["name"], short["post"])
    matches = [match for pattern in (_WHO, _WHO_SHORT) if (match := pattern.match(plain))]
    for match in matches:
        name = match["name"] or ""
        surname = name.lstrip("老小") or name
        if name and _NO_NAME.search(name):
            continue
        if not name or (has_surname(surname) and len(name) <= 4):  # noqa: PLR2004 - longest usual name
            return Person(match["unit"] or "", name, match["post"] or match["post2"] or "")
    return Person(unit=_longest_unit(text)) if matches else Person()


def _longest_unit(text: str) -> str:
    match = re.match(LONG_ORG, text.strip())
    return match.group() if match else ""
