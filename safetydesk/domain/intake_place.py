"""Where a message says that it happened, and in which unit."""

# ruff: noqa: E501 - tables of words: a row stays one row
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from safetydesk.domain.intake_event_words import EVENT, events
from safetydesk.domain.intake_time_forms import find_times

if TYPE_CHECKING:
    from safetydesk.domain.intake_text import Said, Words

_H = "[一-龥]"
_ROAD = rf"(?:{_H}{{1,6}}?(?:路(?!桥|灯|面|段|口)|街(?!道)|大道|大街|巷)(?:[东西南北中]段)?(?:\d+(?:-\d+)?号(?:院|附\d+号)?)?)"
_CHAIN = re.compile(
    rf"(?:{_H}{{2,3}}省)?(?:{_H}{{2,3}}市(?!场|政|民|区))?(?:{_H}{{2,4}}(?:区|县|旗)(?!域|委|政))?"
    rf"(?:{_H}{{2,4}}?(?:街道(?!办)|镇(?!政|党|里|应)|乡(?!政|党|村)))?"
    rf"(?:{_H}{{0,6}}?(?:工业园区|工业园|产业园|园区|开发区|工业区|村(?!委|民|里|口)|社区(?!居)))?{_ROAD}?"
)
_COMPANY = r"有限责任公司|股份有限公司|集团有限公司|有限公司|集团公司|总公司|分公司|公司|集团"
_FACILITY = (
    "加油加气站|加油站|加气站|充电站|购物中心|商场|超市|百货|酒店|宾馆|饭店|餐厅|餐馆|火锅店|烧烤店|养老服务中心|养老院|敬老院|福利院|幼儿园|小学|中学|高中|学校"
    "|学院|大学|人民医院|中医院|医院|卫生院|自来水厂|水厂|污水处理厂|处理厂|电厂|热电厂|炼油厂|煤矿|石灰石矿|采石场|铜矿尾矿库|尾矿库|铜矿|铁矿|金矿|萤石矿"
    "|合作社|物流园|批发市场|农贸市场|中转库|家具厂|食品厂|机械厂|化工厂|铸造厂|木材厂|纸箱厂|玩具厂|服装厂|养殖场|屠宰场|影城|网吧|零售点|批发部|厂(?!房|区|里|内)"
)
_UNIT = re.compile(
    rf"(?:的|内的?|境内的?|辖区)?(?P<unit>[一-龥A-Za-z0-9()]{{2,24}}?(?:{_COMPANY}|{_FACILITY}))"
)
_ENDS = re.compile(
    r"K\d+(?:\+\d+)?(?:米)?(?:路段|处)?|\d+(?:公里|km)(?:\+\d+米)?处?|\d+号(?:楼|院|线|库|罐区|井|车间|厂房|仓库|门)?|\d+(?:栋|幢|座|单元|室|层|楼|组|社|队)"
    r"|[一二三四五六七八九十]+(?:号楼|栋|幢|单元|楼|层|组|社|队|车间|期)|[A-Z]\d*(?:座|区|栋|馆)|交叉(?:路)?口|交汇处|路口|路段|路(?!边|人|面|段|口)|街(?!道)|巷|大道|高速(?:公路)?|国道|省道|县道|乡道"
    r"|公路|收费站|服务区|出口|入口|匝道|隧道|大桥下?|桥下?|铁路|街道|镇|乡|村(?:口|头|部)?|社区|小区|家园|花园|花苑|佳苑|公寓|名苑|新城|广场|大厦|商厦|写字楼|宿舍(?:楼)?|家属院|园区|工业园|产业园|开发区"
    r"|工地|项目部|项目|标段|仓库|库区|罐区|储罐区|车间|厂区|厂房|生产线|装置区?|锅炉房|配电房|泵房|机房|食堂|厨房|地下(?:车库|室|停车场)|停车场|车库|门口|楼顶|屋顶|天台|操场|宿舍"
    r"|码头|港池|水域|河段|河道|河边|河里|江边|江段|水库|水塘|池塘|鱼塘|湖边|沟渠|渠|堤|闸|大坝|林场|林地|林区|山坡|山上|山头|山脚|后山|山林|荒山|半山腰|山沟|山|坡|沟|湾|田|地里|菜地"
    r"|附近|旁边?|对面|下游|上游|[东西南北](?:侧|边|面|头|门|段|北|南)|方向|之间|采场|井下|巷道|工作面|餐饮区|景区|公园|体育场|体育馆|车站|站台|站|市场|处|内|里|口|库(?!存)|屋|民房|平房|门面(?:房)?|商铺|店铺|店"
)
_STOP = re.compile(
    rf"发生|突发|突然|出现|一(?:辆|名|台|艘|男子|女子|户|群|栋|处|幢|位|个|家|货车|仓库|厂房|民房|居民|商铺|企业|工厂|工地|住户|汽修)|[两二三四\d]+(?:辆|名|台|车(?!间))|有(?:人|一|几|多|大|黑|浓|股|工|学|个|\d)|因(?!特)|由于|被|电梯|扶梯|(?:重型|小型|中型|大型)(?!水库)"
    rf"|货车|客车|轿车|大巴|公交车|面包车|电动车|三轮车|罐车|反应釜|储罐(?!区)|锅炉(?!房)|塔吊|脚手架|外架|冒(?:出|黑|浓|烟)|听到|传来|疑似|正在|私自|进行|组织|施工(?:时|中|人员)|作业(?:时|人员)|工人|民工|员工|职工|学生(?!公寓|宿舍)|村民(?!委)|燃气管|天然气管|(?:液氯|液氨|氨气|氯气|煤气|天然气|燃气)(?!库|罐|车间|储|公司|站|有限|厂|管)|墙体|围墙|路面|山体|{EVENT.pattern}"
)
_LEAD = re.compile(
    r"^(?:.*(?:行驶至|行驶到|行至|途经|行经|驶至|开到|经过|报告称?|反映|报称|称|说|获悉|得知|报告说|来电说|来电称|反映称|来报|发现|接报)|关于)?(?:约|许|(?:镇|村|区|街|县)(?:上|里)的?|我[区市镇县局街]|本[区市镇县]|辖区(?:内)?的?|位于|地处|地点在|在|于|到|就在|是|:)*"
)
_REPORTED = re.compile(r"打电话|来电|电话|报告|通报|来报|来说|我局接|指挥中心|值班室")
_LABEL = re.compile(
    r"(?:事发|事故|发生|案发|出事|起火|火灾|事件|出险|着火)?(?:的)?(?:地点|地址|位置)(?:(?:为|是|在|:) *|(?=[一-龥]{2,4}(?:街道|镇|乡|区|路)))(?P<place>[^，。;\n ]{3,40})"
)
_UNIT_LABEL = re.compile(
    r"(?:事发|事故|发生|涉事|肇事|责任|涉及|作业|施工|生产|使用)(?:企业|单位)(?:名称)?(?:为|是|系|:)? *(?=[^，。;\n ()]{2,28}(?:公司|厂|院|队|集团|中心|站|矿|场|店|社))(?P<unit>[^，。;\n ()]{4,30})"
)
_TITLE = re.compile(r"关于(?P<words>[^。\n]{4,60}?)(?:事故|事件|火灾|火情|险情|情况)")
_BEHIND = re.compile(r"(?:位置|地点|就|出事的?地方)?(?:是)?在(?P<place>[^，。;\n]{3,40})")
_COLON = re.compile(r"[一-龥]{0,3}(?:报|讯|消息|来电|通报|报告)?(?:\([^)\n]*\))?:")
_PIECES = re.compile("[，,:;()。\n“”\"' !?@【】《》]+")
_OTHERS_UNITS = re.compile(
    r"公安|消防|应急|医院救治|指挥|值班|管委会|政府|物业|维保|供电|燃气公司|水务"
)
_NUMBERED = re.compile(r"\d")
_DISTRICT = re.compile(r"街道|镇|乡|村|社区|区|县")
_RESIDENTS = re.compile(r"[^，。;]{3,20}(?:村民|居民|业主|住户)(?:报警|反映|来电|发现|报)")
_HEADING = re.compile(r"关于[^。]*(?:报告|续报|终报|情况|信息|通报|补报|核报)[)(一-龥\d]*$")
_ELSEWHERE = re.compile(r"在(?=[^，。;]{2})")
_LONGEST = 46


@dataclass(frozen=True)
class PlaceSaid:
    """``place`` is the address, ``full`` with the unit and the spot within it."""

    place: Said[str] | None
    full: Said[str] | None
    unit: Said[str] | None


@dataclass(frozen=True)
class _Site:
    """A stretch that names a place: the whole, the address before a unit, the unit."""

    start: int
    end: int
    address_end: int
    unit: tuple[int, int] | None
    rank: int


def read_place(words: Words) -> PlaceSaid:
    """Place and unit of the occurrence; nothing is guessed from other sentences."""
    site = _best(words)
    labelled = _LABEL.search(words.plain)
    unit = _labelled_unit(words)
    if labelled is not None:
        site_of_label = _site(words, *labelled.span("place"), whole=True)
        if site_of_label is not None:
            known = site.unit if site else None
            site = replace(site_of_label, unit=site_of_label.unit or known)
    if site is None:
        return PlaceSaid(None, None, unit or _unit_of_title(words))
    place = _address(words, site)
    full = words.said(words.plain[site.start : site.end], site.start, site.end)
    if site.unit is not None and unit is None:
        unit = words.said(words.plain[slice(*site.unit)], *site.unit)
    return PlaceSaid(place, full if place else None, unit or _unit_of_title(words))


def _address(words: Words, site: _Site) -> Said[str] | None:
    end = site.address_end if site.address_end > site.start else site.end
    if site.unit is not None and site.start <= site.unit[0] and end == site.unit[1]:
        return None
    while words.plain[end - 1] in "的内 ":
        end -= 1
    return words.said(words.plain[site.start : end], site.start, end)


def _best(words: Words) -> _Site | None:
    """The stretch before an event that names a place most fully; the first of equals."""
    titles: list[_Site] = []
    for happened in events(words.plain):
        start, end = words.sentence(happened.start())
        found = _without_sender(words, _sites(words, start, happened.start()))
        if _is_heading(words, start, end):
            titles += found
        elif any(site.rank for site in found):
            return max(found, key=lambda site: site.rank)
    return max([*_behind(words), *titles], key=lambda site: site.rank, default=None)


def _without_sender(words: Words, sites: list[_Site]) -> list[_Site]:
    """临港街道：…: who writes stands before the colon, unless no other place is named."""
    others = [
        site
        for site in sites
        if words.plain[: site.start].strip() or not _COLON.match(words.plain, site.end)
    ]
    return others if any(site.rank for site in others) else sites


def _is_heading(words: Words, start: int, end: int) -> bool:
    """A title: 关于…的报告, or a short first line without a stop."""
    line = words.plain[start:end]
    alone = words.plain[end : end + 1] == "\n" and bool(words.plain[end:].strip())
    short = alone and not words.plain[:start].strip() and len(line) <= _LONGEST
    return bool(_HEADING.search(line)) or (short and "，" not in line)


def _behind(words: Words) -> list[_Site]:
    """起火了，位置在白沙镇….: the place told after the event."""
    found = (_BEHIND.search(words.plain, match.end()) for match in events(words.plain)[:1])
    sites = (_site(words, *match.span("place")) for match in found if match)
    return [site for site in sites if site is not None and site.rank > 1]


def _sites(words: Words, start: int, end: int) -> list[_Site]:
    """Every place in the pieces between punctuation and times."""
    sites = (_site(words, first, last) for first, last in _pieces(words, start, end))
    return [site for site in sites if site is not None]


def _pieces(words: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
    cuts = [match.span() for match in _PIECES.finditer(words.plain, start, end)]
    cuts += [(f.start, f.end) for f in find_times(words) if start <= f.start and f.end <= end]
    at = start
    for first, last in sorted(cuts):
        if first > at:
            yield at, first
        at = max(at, last)
    if at < end:
        yield at, end


def _site(words: Words, start: int, end: int, *, whole: bool = False) -> _Site | None:
    text = words.plain
    lead = _LEAD.match(text[start:end])
    lead = None if _RESIDENTS.match(text[start:end]) else lead
    if lead is not None and not whole:
        start += lead.end()
    stop = _STOP.search(text, start, end)
    piece = text[start : min(end, stop.start() if stop else end, start + _LONGEST)]
    if _REPORTED.search(piece):
        return None
    chain = _CHAIN.match(piece)
    address = chain.end() if chain else 0
    unit = _UNIT.match(piece, address)
    if unit and _OTHERS_UNITS.search(unit["unit"]) and "有限" not in unit["unit"]:
        unit = None
    if unit and not address and (spot := _ELSEWHERE.match(piece, unit.end())):
        there = _site(words, start + spot.end(), start + len(piece), whole=True)
        if there is not None and there.unit is None:
            return replace(there, unit=(start + unit.start("unit"), start + unit.end("unit")))
    ends = [match.end() for match in _ENDS.finditer(piece)]
    last = max([*ends, unit.end() if unit else 0, address])
    if not last or (not address and not unit and not _is_strong(piece[:last])):
        return None
    span = (start + unit.start("unit"), start + unit.end("unit")) if unit else None
    rank = _rank(piece[:last], address)
    return _Site(start, start + last, start + (address if unit else last), span, rank)


def _is_strong(piece: str) -> bool:
    """A place without a district must show a number or a crossing, a spot or a name."""
    return bool(
        re.search(
            r"\d+号|\d+(?:栋|幢|单元)|交叉口|交汇处|路口|K\d|高速|国道|省道|小区|家园|花园|大厦|广场|工地|水库|隧道|大桥|路|山|矿|库|仓库|公园|市场|厂",
            piece,
        )
    )


def _rank(piece: str, address: int) -> int:
    """How fully it names a place; 0 for a bare word."""
    district = bool(address and _DISTRICT.search(piece[:address]))
    return 2 * district + bool(_NUMBERED.search(piece)) + (len(piece) > 3) + bool(address)  # noqa: PLR2004 - more than a town's name


def _labelled_unit(words: Words) -> Said[str] | None:
    match = _UNIT_LABEL.search(words.plain)
    return words.of(match, "unit") if match else None


def _unit_of_title(words: Words) -> Said[str] | None:
    """关于东河宏泰精细化工有限公司“10·6”反应釜爆炸事故…: the unit, where the body has none."""
    title = _TITLE.search(words.plain)
    if title is None:
        return None
    chain = _CHAIN.match(title["words"])
    unit = _UNIT.match(title["words"], chain.end() if chain else 0)
    if unit is None:
        return None
    start = title.start("words")
    return words.said(unit["unit"], start + unit.start("unit"), start + unit.end("unit"))
