"""Where a message says that it happened, and in which unit."""

# ruff: noqa: E501 - tables of words: a row stays one row
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from safetydesk.domain.intake_event_words import events
from safetydesk.domain.intake_place_chain import Chain, chain_at
from safetydesk.domain.intake_place_words import BOUND_FOR, MARK, OFFICE_BEHIND, STOP, UNIT
from safetydesk.domain.intake_senders import OPENING
from safetydesk.domain.intake_time_forms import find_times

if TYPE_CHECKING:
    from safetydesk.domain.intake_text import Said, Words

_LABEL = re.compile(
    r"(?:事发|事故|发生|案发|出事|起火|火灾|事件|出险|着火|警情|报警|详细)?(?:的)?(?:地点|地址|位置)(?:(?:为|是|在|:) *|(?=[一-龥]{2,4}(?:街道|镇|乡|区|路)))(?P<place>[^，。;\n ]{3,48})"
)
_FIRM_ENDS = r"公司|厂|院|队|集团|中心|站|矿|场|店|社|学校|小学|中学|幼儿园|项目部"
_UNIT_LABEL = re.compile(
    rf"(?:事发|事故|发生|涉事|肇事|责任|涉及|作业|施工(?:总承包)?|总承包|总包|生产|使用|经营|业主|起火|涉险)(?:企业|单位)(?:名称)?(?:为|是|系|:)? *(?=[^，。;\n ()]{{2,28}}(?:{_FIRM_ENDS}))(?P<unit>[^，。;\n ()]{{4,30}})"
    rf"|(?:企业|单位)名称(?:为|是|:) *(?P<unit2>[^，。;\n ()]{{4,30}})"
)
_TITLE = re.compile(r"关于(?P<words>[^。\n]{4,60}?)(?:事故|事件|火灾|火情|险情|情况)")
_BEHIND = re.compile(
    r"(?:(?:位置|地点|地址|就|出事的?地方)(?:是|在|就)*|(?<!现)(?<!正)在)(?P<place>[^，。;\n]{3,40})"
)
_LOCATED = re.compile(r"(?:位于|地处|坐落于|地址:?|来自|在)(?P<place>[^，。;\n()]{3,40})")
_COLON = re.compile(r"[一-龥]{0,3}(?:报|接诊|讯|消息|来电|通报|报告)?(?:\([^)\n]*\))?:")
_PIECES = re.compile("[，,:;()。\n' !?@【】《》]+")
_HEADING = re.compile(
    r"(?:关于|^)[^。]*(?:报告|续报|终报|情况|信息|通报|补报|核报|快报)[)(一-龥\d]*$"
)
_LEAD = re.compile(
    r"^(?:约|许|接|为(?=[一-龥]{2,5}(?:镇|乡|街道|区|县|村))|的|时候|今|左右|(?:镇|村|区|街|县)(?:上|里)的?|在|于|到|就|是|、|关于|位于|地处|辖区(?:内)?(?:的)?|境内(?:的)?|园区内(?:的)?|(?:园区|镇|辖区)?企业(?=[一-龥]{4,})|[-~—]+)*"
)
_NAMED = re.compile(r"\d|[A-Z]")
_LONGEST_TITLE = 46
_MOST_EVENTS, _MOST_OF_A_SENTENCE, _LONGEST_WAY = 60, 4, 400
"""No story needs more; whatever is pasted is read in a moment."""
_SHORTEST_ALONE, _LONG_NAME = 4, 6
_ASIDE = 4
"""So much less weighs a place in brackets behind another."""
_REPORTING_FIRM = re.compile(
    r"(?:报告|填报|上报|报送)(?:单位|企业): *(?P<v>[^，。;\n ()]{2,26}(?:公司|集团|厂|矿))(?=[\n ，。;(]|$)"
)
_FIRM = re.compile(r"(?:公司|集团|厂|矿)$")
_WE = re.compile(r"(?:我|本)(?:公司|厂|矿|单位|站)|公司(?=[一-龥]{2})")
_MACHINE = re.compile(r"(?:货|客|电|扶)梯|主变|机组|锅炉|塔吊|升降机|施工电梯")
_LAST_NUMBER = re.compile(r"(?:\d{1,3}|[一二三四五六七八九十]+)(?:号|#)$")
_GATE = re.compile(r"门(?:口|前)?$|广场$|大院$|大楼$")
_REFUGE = re.compile(
    r"(?:接受|进行|全力)*(?:救治|治疗|抢救|住院|就诊|观察|留观|安置|避险|集中|开会|值守|值班)"
)
_OFFICE = re.compile(r"(?:局|办|委|政府|支队|大队|中队|指挥部)[一-龥]{0,4}$")


@dataclass(frozen=True)
class PlaceSaid:
    """``place`` is the address, ``full`` with the unit and the spot within it."""

    place: Said[str] | None
    full: Said[str] | None
    unit: Said[str] | None


def read_place(words: Words) -> PlaceSaid:
    """Place and unit of the occurrence; nothing is guessed from other sentences."""
    told = _told(words)
    site = _labelled(words) or next(iter(told), None)
    unit = _labelled_unit(words) or _unit(words, [*([site] if site else []), *told])
    unit = unit or _unit_of_title(words) or _own_firm(words)
    if site is None or _is_unit_only(site):
        return PlaceSaid(None, None, unit)
    place = words.said(words.plain[site.start : site.address_end], site.start, site.address_end)
    full = words.said(words.plain[site.start : site.end], site.start, site.end)
    return PlaceSaid(place, full, unit)


def _is_unit_only(site: Chain) -> bool:
    """The name of a firm alone says who, not where; that of a mine or a works says both."""
    return site.firm and site.unit == (site.start, site.end)


def _labelled(words: Words) -> Chain | None:
    """事故地点：…, and 企业（位于…）."""
    match = _LABEL.search(words.plain)
    if match is None:
        return None
    start, end = match.span("place")
    chain = chain_at(words.plain, start, end)
    if chain is not None and chain.weight > 1:
        return chain
    return None


def _told(words: Words) -> list[Chain]:
    """The stretches that name a place, the best first: before an event, behind it, in a title."""
    titles: list[Chain] = []
    weak: list[Chain] = []
    strong: list[Chain] = []
    for happened in _first_of_sentences(words):
        start, end = words.sentence(happened.start())
        start = max(start, happened.start() - _LONGEST_WAY)
        found = _ranked(words, _without_sender(words, _chains(words, start, happened.start())))
        if _is_heading(words, start, end):
            titles += found
            continue
        strong += [chain for chain in found if _is_full(chain)]
        weak += [chain for chain in found if not _is_full(chain)]
    behind = _behind(words)
    strong += [chain for chain in behind if chain.weight > 1] + _located(words)
    return [*_unique([*strong, *weak, *behind, *titles])]


def _first_of_sentences(words: Words) -> list[re.Match[str]]:
    """The first events of each sentence: later ones of it only add to the story."""
    found: list[re.Match[str]] = []
    counted: Counter[int] = Counter()
    for happened in events(words.plain)[:_MOST_EVENTS]:
        start, _ = words.sentence(happened.start())
        counted[start] += 1
        if counted[start] <= _MOST_OF_A_SENTENCE:
            found.append(happened)
    return found


def _is_full(chain: Chain) -> bool:
    """More than one part, or a long name."""
    return chain.weight > 1 or chain.end - chain.start >= _LONG_NAME


def _unique(chains: Iterable[Chain]) -> Iterator[Chain]:
    yield from dict.fromkeys(chains)


def _ranked(words: Words, chains: list[Chain]) -> list[Chain]:
    """The fullest first; of equals the one told first."""
    return sorted(chains, key=lambda chain: (-_rank(words, chain), chain.start))


def _rank(words: Words, chain: Chain) -> int:
    text = words.plain[chain.start : chain.end]
    aside = words.plain[max(0, chain.start - 1) : chain.start] == "("
    return (
        2 * chain.weight
        - _ASIDE * aside
        + bool(_NAMED.search(text))
        + (len(text) > _SHORTEST_ALONE)
    )


def _without_sender(words: Words, chains: list[Chain]) -> list[Chain]:
    """临港街道：…: who writes stands before the colon, unless no other place is named."""
    others = [
        chain
        for chain in chains
        if words.plain[: chain.start].strip() or not _COLON.match(words.plain, chain.end)
    ]
    return others or chains


def _is_heading(words: Words, start: int, end: int) -> bool:
    """A title: 关于…的报告, or a short first line without a stop."""
    line = words.plain[start:end]
    alone = words.plain[end : end + 1] == "\n" and bool(words.plain[end:].strip())
    short = alone and not words.plain[:start].strip() and len(line) <= _LONGEST_TITLE
    return (alone and bool(_HEADING.search(line))) or (short and "，" not in line)


def _behind(words: Words) -> list[Chain]:
    """起火了，位置在白沙镇….: the place told after the event."""
    found = (_BEHIND.search(words.plain, match.start()) for match in events(words.plain)[:1])
    return [*_named_at(words, (match for match in found if match), at_least=1)]


def _located(words: Words) -> list[Chain]:
    """位于园区纬三路8号, wherever it stands."""
    return [*_named_at(words, _LOCATED.finditer(words.plain), at_least=2)]


def _named_at(words: Words, found: Iterable[re.Match[str]], *, at_least: int) -> Iterator[Chain]:
    for match in found:
        start, end = match.span("place")
        bound = BOUND_FOR.search(words.plain, max(0, match.start() - 8), start)
        chain = chain_at(words.plain, start, _stop(words, start, end))
        if chain is None or bound or _is_office(words, chain) or _is_too_bare(words, chain):
            continue
        if _REFUGE.match(words.plain, chain.end):
            continue
        if chain.weight >= at_least:
            yield chain


def _chains(words: Words, start: int, end: int) -> list[Chain]:
    """Every place in the pieces between punctuation and times."""
    return [
        chain for first, last in _pieces(words, start, end) for chain in _of(words, first, last)
    ]


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


def _of(words: Words, start: int, end: int) -> Iterator[Chain]:
    """The places of one piece: at its beginning, and behind words that lead to one."""
    text = words.plain
    lead = _LEAD.match(text[start:end])
    marks = [match.span() for match in MARK.finditer(text, start, end)]
    begins = [start + (lead.end() if lead else 0)] + [last for _, last in marks]
    begins = [begin for begin in begins if begin not in {first for first, _ in marks}]
    begins = [at + (more.end() if (more := _LEAD.match(text[at:end])) else 0) for at in begins]
    reached = -1
    for begin in sorted(set(begins)):
        chain = chain_at(text, begin, _stop(words, begin, end))
        if chain is None or chain.end <= reached or _is_office(words, chain):
            continue
        if BOUND_FOR.search(text, max(start, begin - 8), begin) or _is_too_bare(words, chain):
            continue
        if text[chain.end : chain.end + 1] == ":" and begin != begins[0]:
            continue
        reached = chain.end
        yield _without_machine(words, chain)


def _stop(words: Words, start: int, end: int) -> int:
    stop = STOP.search(words.plain, start, end)
    return stop.start() if stop else end


def _without_machine(words: Words, chain: Chain) -> Chain:
    """3栋写字楼4号 of 4号货梯: the number is the lift's."""
    if not _MACHINE.match(words.plain, chain.end):
        return chain
    number = _LAST_NUMBER.search(words.plain, chain.start, chain.end)
    if number is None or number.start() <= chain.start:
        return chain
    at = number.start()
    return replace(chain, end=at, address_end=min(chain.address_end, at))


def _is_office(words: Words, chain: Chain) -> bool:
    """Whether it is, or goes on as, the name of an office: 平岗镇 of 平岗镇派出所通报."""
    if _OFFICE.search(words.plain[chain.start : chain.end].rstrip("东南西北门口")):
        return not _GATE.search(words.plain[chain.start : chain.end])
    return bool(OFFICE_BEHIND.match(words.plain[chain.end : chain.end + 16]))


def _is_too_bare(words: Words, chain: Chain) -> bool:
    """A spot without a name or number shows no place: 现场."""
    if chain.kinds == ("unit",):
        return chain.end - chain.start < _SHORTEST_ALONE
    if chain.kinds != ("spot",):
        return False
    text = words.plain[chain.start : chain.end]
    return len(text) < _SHORTEST_ALONE and not _NAMED.search(text)


def _unit(words: Words, chains: list[Chain]) -> Said[str] | None:
    """The unit of the place, else the first firm that the story names."""
    found = [chain for chain in chains if chain.unit]
    first = [chain for chain in found[:1] if chains and chain is chains[0]]
    firms = [chain for chain in found if chain.company]
    for chain in [*first, *firms, *found]:
        if chain.unit is not None:
            return words.said(words.plain[slice(*chain.unit)], *chain.unit)
    return None


def _labelled_unit(words: Words) -> Said[str] | None:
    match = _UNIT_LABEL.search(words.plain)
    if match is None:
        return None
    group = "unit" if match["unit"] else "unit2"
    firm = UNIT.match(words.plain, *match.span(group))
    return words.said(firm.group(), *firm.span()) if firm else words.of(match, group)


def _own_firm(words: Words) -> Said[str] | None:
    """东河天成化学股份有限公司报告：…我公司…: the firm tells of itself."""
    opening = OPENING.match(words.plain)
    if opening and _FIRM.search(opening["v"]) and _WE.search(words.plain):
        return words.of(opening, "v")
    labelled = _REPORTING_FIRM.search(words.plain)
    return words.of(labelled, "v") if labelled else None


def _unit_of_title(words: Words) -> Said[str] | None:
    """关于东河宏泰精细化工有限公司“10·6”反应釜爆炸事故…: the unit, where the body has none."""
    title = _TITLE.search(words.plain)
    if title is None:
        return None
    chain = chain_at(words.plain, *title.span("words"))
    if chain is None or chain.unit is None:
        return None
    return words.said(words.plain[slice(*chain.unit)], *chain.unit)
