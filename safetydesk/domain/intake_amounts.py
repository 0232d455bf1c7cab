"""What a message says of money lost, area burned, forces sent out, response level and requests."""

# ruff: noqa: E501 - tables of words: a row stays one row
from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from safetydesk.domain.intake_event_words import events
from safetydesk.domain.intake_numbers import NUMBER, number_of, whole_number

if TYPE_CHECKING:
    from safetydesk.domain.intake_text import Said, Words

_AMOUNT = r"(?P<n>(?<![\d.])\d[\d,]*(?:\.\d+)?|[零一二两三四五六七八九十百千]{1,10})(?:余|多|来)?(?P<u>亿|千万|百万|十万|万)?(?:余|多)?元"
_LOSS = re.compile(
    rf"(?:(?:经济|财产|财物)?损失|估损|折损)(?:金额|总额|情况)?[^，。;\d]{{0,14}}?(?<![零一二两三四五六七八九十百千]){_AMOUNT}"
    rf"|{_AMOUNT.replace('<n>', '<n2>').replace('<u>', '<u2>')}(?:的|左右的?)?(?:直接)?(?:经济|财产)损失"
)
_LOSS_CORRECTED = re.compile(
    rf"损失[^，。;\d]{{0,10}}?由[^，。;]{{1,12}}?元[^，。;\d]{{0,4}}?(?:更正|修正|调整|订正|变更|核定|改|上升|增加)(?:为|至|到)(?:约)?{_AMOUNT}(?P<n2>)(?P<u2>)"
)
"""损失由20万元更正为58万元."""
_FACTORS = {"亿": 100_000_000, "千万": 10_000_000, "百万": 1_000_000, "十万": 100_000, "万": 10_000}
_AREA = re.compile(
    rf"(?:过火|燃烧|烧毁|过火林地|受害森林)(?:总)?(?:面积|林地)?[^，。;\d]{{0,8}}?(?P<n>{NUMBER})(?:余|多|来)?(?P<u>亩|公顷|平方米|平米|平方公里)"
)
_HECTARES = {
    "亩": Decimal(1) / Decimal(15),
    "公顷": Decimal(1),
    "平方米": Decimal("0.0001"),
    "平米": Decimal("0.0001"),
    "平方公里": Decimal(100),
}
_TEAM = re.compile(r"(?P<v>(?<!\d)\d{1,4})(?:辆|台)?车(?:、|，)?(?P<p>\d{1,5})(?:名)?(?:人|指战员)")
_VEHICLES = re.compile(
    rf"(?:消防|救援|各类|抢险)?(?:消防车|车辆|救援车|车)(?P<a>{NUMBER})(?:余)?(?:辆|台|部)|(?P<b>{NUMBER})(?:余)?(?:辆|台|部)(?:各类|水罐|泡沫)?(?:消防车|车辆|救援车)"
)
_FORCES = re.compile(
    rf"(?:出动|投入|调集|调派|派出|组织|去了|赶赴|集结|增援)[^。;]{{0,40}}?(?P<n>{NUMBER})(?:余|多)?(?:名|个)?(?:人(?!员伤)|消防员|指战员|救援人员|队员|民警)"
)
_STAFF = re.compile(
    rf"(?:救援人员|抢险人员|消防指战员|指战员|消防员|(?<!伤亡)(?<!被困)(?<!失联)人员)(?P<n>{NUMBER})(?:余)?(?:人|名)(?:次)?"
)
_RESPONSE = re.compile(
    r"(?:启动|提升至?|调整为)[^。，;]{0,20}?(?P<n>[一二三四]|[ⅠⅡⅢⅣ]|IV|I{1,3}|[1-4])级[^。，;]{0,24}?响应"
)
_LEVELS = {
    "一": 1,
    "二": 2,
    "三": 3,
    "四": 4,
    "Ⅰ": 1,
    "Ⅱ": 2,
    "Ⅲ": 3,
    "Ⅳ": 4,
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
}
_REQUEST = re.compile(
    r"(?:请求|恳请|急需|需要|请(?=[^。，;\n]{0,8}(?:协调|支援|增援|派|调)))(?:事项)?:?(?P<v>[^。;\n]{3,60})"
)
_MEASURE = re.compile(
    r"到场|赶赴|赶到|出动|封闭|管制|疏散|转移|扑救|扑灭|施救|救援(?!人员\d)|启动|监测|看守|转区|转市|切断|关闭|关停|堵漏|送医|救治|搜救|搜寻|成立|调查组|撤离|安置|警戒|抢修|排水|抽排"
    r"|喷淋|稀释|冷却|安抚|已报告|已通知|派员|派人|值守|留了|指挥|设置|巡查|消杀|采样|停产|停业|停工|劝返|绕行|处置|协调|报带班|上报|指标正常|打过119|拨打"
)
_PERSONS = re.compile(
    r"孕妇|小孩|儿童|孩子|婴儿|老人|老年人|学生|外籍|外国|港澳台|残疾人|军人|游客"
)
_SPLIT = re.compile(r"[^。;\n]+")
_LABEL_OF_LINE = re.compile(
    r"^ *(?:内容|处理|处理情况|请求|来电时间|来电单位|记录人|事项)[^:\n]{0,4}:"
)


@dataclass(frozen=True)
class AreaSaid:
    """A burned area in the unit of the text and in hectares."""

    value: Decimal
    unit: str
    hectares: Decimal


@dataclass(frozen=True)
class ForcesSaid:
    """Vehicles and people that were sent out."""

    vehicles: Said[int] | None
    people: Said[int] | None


@dataclass(frozen=True)
class AmountsSaid:
    """Everything of a message that is counted but no casualty, and what was done."""

    loss_yuan: Said[Decimal] | None
    burned_area: Said[AreaSaid] | None
    forces: ForcesSaid
    response_level: Said[int] | None
    requests: tuple[Said[str], ...]
    measures: tuple[Said[str], ...]
    sensitive_persons: tuple[Said[str], ...]


def read_amounts(words: Words) -> AmountsSaid:
    """Loss, area, forces, response level, requests and measures."""
    text = words.plain
    persons = {match.group(): words.of(match) for match in reversed([*_PERSONS.finditer(text)])}
    in_order = sorted(persons.values(), key=lambda said: said.quotes[0].start)
    return AmountsSaid(
        _loss(words),
        _area(words),
        _forces(words),
        _response(words),
        tuple(_as_written(words, *match.span("v")) for match in _REQUEST.finditer(text)),
        tuple(_measures(words)),
        tuple(in_order),
    )


def _loss(words: Words) -> Said[Decimal] | None:
    """The last loss named in yuan; corrections and final figures come last."""
    found: Said[Decimal] | None = None
    for match in (*_LOSS.finditer(words.plain), *_LOSS_CORRECTED.finditer(words.plain)):
        try:
            amount = number_of(match["n"] or match["n2"])
        except ValueError:
            continue
        factor = _FACTORS.get(match["u"] or match["u2"] or "", 1)
        found = words.said(amount * factor, *match.span())
    return found


def _area(words: Words) -> Said[AreaSaid] | None:
    match = _AREA.search(words.plain)
    if match is None:
        return None
    try:
        value = number_of(match["n"])
    except ValueError:
        return None
    hectares = (value * _HECTARES[match["u"]]).quantize(Decimal("0.01"))
    return words.said(AreaSaid(value, match["u"], hectares), *match.span())


def _forces(words: Words) -> ForcesSaid:
    if team := _TEAM.search(words.plain):
        span = team.span()
        return ForcesSaid(words.said(int(team["v"]), *span), words.said(int(team["p"]), *span))
    vehicles = _VEHICLES.search(words.plain)
    people = _STAFF.search(words.plain) or _FORCES.search(words.plain)
    return ForcesSaid(
        _counted(words, vehicles, "a", "b") if vehicles else None,
        _counted(words, people, "n") if people else None,
    )


def _counted(words: Words, match: re.Match[str], *groups: str) -> Said[int] | None:
    word = next(match[name] for name in groups if match[name])
    try:
        return words.said(whole_number(word), *match.span())
    except ValueError:
        return None


def _response(words: Words) -> Said[int] | None:
    match = _RESPONSE.search(words.plain)
    if match is None:
        return None
    word = match["n"]
    return words.said(_LEVELS.get(word) or int(word), *match.span())


def _measures(words: Words) -> list[Said[str]]:
    """The clauses that tell what was done, joined as far as they stand side by side."""
    happened = [match.start() for match in events(words.plain)]
    found: list[Said[str]] = []
    for sentence in _SPLIT.finditer(words.plain):
        start, end = sentence.span()
        if label := _LABEL_OF_LINE.match(sentence.group()):
            start += label.end()
        told = [at for at in happened if start <= at < end]
        if told:
            start = _behind_event(words, told[-1], end)
        match = _MEASURE.search(words.plain, start, end)
        if match is None or _is_heading(words.plain[start:end]):
            continue
        if not _REQUEST.search(words.plain, sentence.start(), end):
            found.append(_as_written(words, max(start, words.clause(match.start())[0]), end))
    return found


def _as_written(words: Words, start: int, end: int) -> Said[str]:
    """Words that are taken over as they stand in the message."""
    return words.said(words.quote(start, end).text, start, end)


def _behind_event(words: Words, at: int, end: int) -> int:
    comma = words.plain.find("，", at, end)
    return comma + 1 if comma >= 0 else end


def _is_heading(text: str) -> bool:
    return not text.strip() or text.rstrip().endswith(":") or text.lstrip().startswith("关于")
