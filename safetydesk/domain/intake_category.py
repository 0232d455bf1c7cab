"""Of which family and category an incident is, and which accident type the words fit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetydesk.domain.incident import Category, Family
from safetydesk.domain.intake_event_words import (
    ACCIDENT_TYPES,
    CATEGORIES,
    FAMILIES,
    NAMED_EVENT,
    NATURAL,
    SOCIAL,
    events,
)
from safetydesk.domain.intake_kinds import Nature

if TYPE_CHECKING:
    from safetydesk.domain.intake_text import Said, Words

_HAZARDS = (
    (re.compile(r"暴雨|山洪|洪水|内涝|强降"), Category.FLOOD),
    (re.compile(r"地质灾害|滑坡|泥石流"), Category.GEOLOGICAL),
    (re.compile(r"森林火险|森林火灾"), Category.FOREST_FIRE),
)
_STRUCK = re.compile(
    r"受[^，。;]{0,8}(?:台风|大风|强对流|寒潮|冰雹|雷雨|雷暴|降雪|地震)[^，。;]{0,10}影响|(?:遭遇|遭受|遭到|突遇)[^，。;]{0,8}(?:雷暴|大风|冰雹|龙卷风|暴雪|台风|寒潮|地震|雷击)"
)
"""我镇遭遇短时雷暴大风: what befell a place, whatever fell on whom in it."""
_AFLOAT = re.compile(
    r"(?:船|艇|渔船|货轮|油轮|渡轮|驳船)[^。;]{0,16}(?:碰撞|相撞|擦碰|翻沉|侧翻|沉没|倾覆|进水|搁浅|触礁|失火|起火)"
)
"""On the water: a category of its own that the list has not; the family is accident."""
_BESIDE = re.compile(r"[一-龥]{2,6}(?:斜?对面|旁边?|附近|隔壁|边上)")
"""加油站对面: what only stands nearby shows no category."""
_MOST_NAMED, _MOST_READ = 3, 60
_LIFT = re.compile(r"(?:电梯|扶梯)")


@dataclass(frozen=True)
class CategorySaid:
    """Family and category with the words that show them."""

    family: Said[Family] | None
    category: Said[Category] | None
    event_words: tuple[Said[str], ...]
    accident_types: tuple[str, ...]


def read_category(words: Words, nature: Nature | None) -> CategorySaid:
    """What the incident is; nothing where the message tells of none."""
    if nature in {None, Nature.DUTY_CHECK, Nature.OTHER}:
        return CategorySaid(None, None, (), ())
    if nature is Nature.WARNING:
        return _of_warning(words)
    happened = events(words.plain)
    if not happened:
        return CategorySaid(None, None, (), ())
    category = _category(words, happened[0])
    family = _family(words, category)
    types = () if family.value is not Family.ACCIDENT else _types(words)
    return CategorySaid(family, category, _event_words(words), types)


def _of_warning(words: Words) -> CategorySaid:
    for pattern, category in _HAZARDS:
        if match := pattern.search(words.plain):
            return CategorySaid(
                words.said(Family.NATURAL_DISASTER, *match.span()),
                words.said(category, *match.span()),
                (words.of(match),),
                (),
            )
    named = re.search(
        r"大雾|大风|雷电|雷暴|高温|寒潮|暴雪|冰雹|台风|道路结冰|霜冻|霾|沙尘", words.plain
    )
    if named is None:
        return CategorySaid(None, None, (), ())
    return CategorySaid(
        words.said(Family.NATURAL_DISASTER, *named.span()),
        words.said(Category.OTHER, *named.span()),
        (words.of(named),),
        (),
    )


def _category(words: Words, first: re.Match[str]) -> Said[Category]:
    if social := SOCIAL.search(words.plain):
        return words.said(Category.OTHER, *social.span())
    if struck := _STRUCK.search(words.plain):
        return words.said(Category.OTHER, *struck.span())
    if afloat := _AFLOAT.search(words.plain):
        return words.said(Category.OTHER, *afloat.span())
    story = _BESIDE.sub(lambda beside: "※" * len(beside.group()), words.plain)
    for category, pattern in CATEGORIES:
        if match := pattern.search(story):
            return words.said(category, *match.span())
    return words.said(Category.OTHER, *first.span())


def _family(words: Words, category: Said[Category]) -> Said[Family]:
    if category.value in FAMILIES:
        return _like(category, FAMILIES[category.value])
    if category.value is Category.PUBLIC_HEALTH:
        return _like(category, Family.PUBLIC_HEALTH)
    social = SOCIAL.search(words.plain)
    if social:
        return words.said(Family.SOCIAL_SECURITY, *social.span())
    natural = NATURAL.search(words.plain)
    if natural and category.value is Category.OTHER:
        return words.said(Family.NATURAL_DISASTER, *natural.span())
    return _like(category, Family.ACCIDENT)


def _like(category: Said[Category], family: Family) -> Said[Family]:
    from safetydesk.domain.intake_text import Said

    return Said(family, category.quotes)


def _event_words(words: Words) -> tuple[Said[str], ...]:
    """The first words that name what happened, each once, in the order of the text."""
    found: dict[str, Said[str]] = {}
    places = {match.start(): match.end() for match in events(words.plain)[:_MOST_READ]}
    for match in NAMED_EVENT.finditer(words.plain):
        within = any(start <= match.start() < end for start, end in places.items())
        if within or _LIFT.fullmatch(match.group()):
            found.setdefault(match.group(), words.of(match))
    return tuple(found.values())[:_MOST_NAMED]


def _types(words: Words) -> tuple[str, ...]:
    return next((types for pattern, types in ACCIDENT_TYPES if pattern.search(words.plain)), ())
