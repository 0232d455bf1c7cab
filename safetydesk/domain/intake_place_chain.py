"""How one stretch of a message is read as a place: the parts of an address, a unit, a spot."""

from __future__ import annotations

import re
from dataclasses import dataclass

from safetydesk.domain.intake_place_words import SPOT, STRICT, UNIT

_WEIGHTS = {
    "admin": 2,
    "town": 2,
    "village": 2,
    "zone": 1,
    "road": 2,
    "number": 1,
    "crossing": 1,
    "spot": 1,
    "unit": 1,
}
_SHORTEST_FIRM = 4
_OF_OTHERS = re.compile(
    r"^(?:区|市|县|镇)?(?:消防|物业|维保|供电|燃气|水务|保险|监理)[^，。]{0,4}公司$|医院救治"
)
_BARE_SPOT = re.compile(
    r"^(?:现场|处|附近|里|内|口|段|院|楼|屋|家中|家里|[东西南北]{1,2}[侧边面]|路段|井下|山上|河里|门口|对面|旁边?|左侧|右侧|上游|下游|之间|站|山|田|坡|一侧|沿线)$"
)
_HOUSE = re.compile(r"\d+(?:-\d+)?(?:号|弄)|K\d|公里")
_WITHIN = re.compile(r"(?:境内|辖区内?)(?:的)?(?=[一-龥A-Z\d])")
_LONGEST = 60


@dataclass(frozen=True)
class Chain:
    """A place from ``start`` to ``end``: ``address_end`` ends its address, ``unit`` is a span."""

    start: int
    end: int
    address_end: int
    unit: tuple[int, int] | None
    kinds: tuple[str, ...]
    company: bool = False

    firm: bool = False
    """Whether the unit is a legal person (公司), not a works or a house."""

    @property
    def weight(self) -> int:
        """How fully it names a place."""
        return sum(_WEIGHTS[kind] for kind in set(self.kinds))


def chain_at(text: str, start: int, end: int) -> Chain | None:
    """The place that begins at a position and ends before another; None where none begins."""
    end = min(end, start + _LONGEST)
    at, kinds = _strict(text, start, end)
    unit = _unit(text, start, at, end)
    address_end = at
    company = False
    if unit is not None:
        at, company = unit.end(), bool(unit["company"])
        address_end = unit.start("unit")
    span = None
    if unit is not None:
        named_by = kinds == ["admin"] or (kinds and len(unit["unit"]) < _SHORTEST_FIRM)
        span = (start if named_by else unit.start("unit"), unit.end())
        kinds.append("unit")
    reached = _spots(text, at, end)
    if reached > at:
        kinds.append("spot")
    if not kinds or (kinds == ["spot"] and _BARE_SPOT.match(text[start:reached])):
        return None
    own = _own_address(text[start:address_end], kinds, company=company)
    ends = address_end if span and span[0] > start and own else reached
    firm = bool(unit and unit["unit"].endswith(("公司", "集团")))
    end_of_address = _without_of(text, start, ends)
    return Chain(start, reached, end_of_address, span, tuple(kinds), company, firm)


def _strict(text: str, start: int, end: int) -> tuple[int, list[str]]:
    """The parts of the address from its beginning on."""
    at, kinds = start, list[str]()
    while at < end:
        found = [
            (match.end(), kind)
            for kind, pattern in STRICT
            if (match := pattern.match(text, at, end)) and match.end() > at
        ]
        if not found:
            break
        reached, kind = min(found)
        if kind in {"number", "crossing"} and not kinds and text[at] not in "K十":
            break
        kinds.append(kind)
        within = _WITHIN.match(text, reached, end)
        at = within.end() if within else reached
    return at, kinds


def _unit(text: str, start: int, at: int, end: int) -> re.Match[str] | None:
    """The firm or house that is named behind the address."""
    behind = at + 1 if text[at : at + 1] in {"的", "内"} else at
    match = UNIT.match(text, behind, end)
    if match is None or _OF_OTHERS.search(match["unit"]):
        return None
    bare = match["unit"] in {match["company"], match["landmark"]}
    return None if bare and (at == start or bool(match["company"])) else match


def _spots(text: str, at: int, end: int) -> int:
    """To where further words name a spot: an estate, a house, a side of something."""
    reached = behind = at
    while behind < end and (match := SPOT.match(text, behind, end)) and match.end() > behind:
        reached = behind = match.end()
        if text[behind : behind + 1] == "的":
            behind += 1
    return reached


def _own_address(address: str, kinds: list[str], *, company: bool) -> bool:
    """Whether the address stands by itself: 滨江路14号, or anything before the name of a firm."""
    return company or bool(_HOUSE.search(address)) or "crossing" in kinds


def _without_of(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in "的内 、":
        end -= 1
    return end
