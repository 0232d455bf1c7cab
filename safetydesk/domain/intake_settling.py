"""Which of several numbers of a message holds: a correction, else the last that is a total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safetydesk.domain.intake_mentions import Mention
    from safetydesk.domain.intake_text import Said, Words

_LONGEST_WAY = 400
_IN_DETAIL = re.compile(r"骨折|烧伤|烫伤|擦伤|扭伤|挫伤|划伤|砸伤|摔伤|灼伤|挤伤")
_HURT_AT_ALL, _NEAR = re.compile(r"受伤|伤者|伤员"), 16
"""2人受伤，1人骨折、1人擦伤: what one of them has is no new number."""
_CLOSED = re.compile(r"\([^()]*\)")
"""（其中2人重伤）: what stands in closed brackets tells of what is before them."""
_SUBSET = re.compile(r"其中|包括|含(?=\d)|包含")
_DELTA = re.compile(r"(?:又有|又|新增|再增|新增加|增加|较[^，。;]{0,10}(?:增加|多))$")
_BESIDES = re.compile(r"(?:另有|另|另外有?|此外有?|还另有)$")
_AT_ONCE = re.compile(r"当场(?:死亡|身亡|遇难)")
_LATER_DEATH = re.compile(r"途中|抢救无效|送医|不治")


def settled(
    words: Words, text: str, mentions: Sequence[Mention]
) -> tuple[dict[str, Said[int]], dict[str, tuple[Said[int], ...]]]:
    """For each key the number that holds: a correction, else the last that is a total."""
    numbers: dict[str, Said[int]] = {}
    others: dict[str, tuple[Said[int], ...]] = {}
    for key in dict.fromkeys(mention.key for mention in mentions):
        said = list(_totals(words, text, [m for m in mentions if m.key == key]))
        if not said:
            continue
        numbers[key] = said[-1]
        differing = [item for item in said[:-1] if item.value != said[-1].value]
        if differing:
            others[key] = tuple(differing)
    return numbers, others


def _totals(words: Words, text: str, mentions: Sequence[Mention]) -> Iterator[Said[int]]:
    final = [mention for mention in mentions if mention.final]
    last: Said[int] | None = None
    last_at = -1
    for mention in final or mentions:
        said = words.said(mention.value, mention.start, mention.end)
        standing = _standing(words, text, mention, last_at)
        if last is None or standing == "total":
            last = said if last is not None or standing != "delta" else None
        elif standing == "besides":
            last = replace(last, value=last.value + said.value, quotes=last.quotes + said.quotes)
        else:
            continue
        last_at = mention.start
        if last is not None:
            yield last


def _standing(words: Words, text: str, mention: Mention, last_at: int) -> str:
    """Whether a number is a total, part of one, an increase, or somebody besides."""
    clause, _ = words.clause(mention.start)
    sentence, _ = words.sentence(mention.start)
    before = text[clause : mention.start].strip()
    if _DELTA.search(before):
        return "delta"
    if _BESIDES.search(before) or _died_later(text, mention, sentence):
        return "besides"
    within = (
        text[max(sentence, last_at, mention.start - _LONGEST_WAY) : mention.start]
        if last_at >= sentence
        else ""
    )
    if last_at >= sentence and _IN_DETAIL.search(text[mention.start : mention.end]):
        return "part" if _HURT_AT_ALL.search(text[last_at : last_at + _NEAR]) else "total"
    within = _CLOSED.sub("", within)
    return "part" if _SUBSET.search(within) or "(" in within.split(")")[-1] else "total"


def _died_later(text: str, mention: Mention, sentence: int) -> bool:
    """1人当场死亡，1人送医途中死亡: two people, each with a fate of their own."""
    later = mention.key == "dead" and _LATER_DEATH.search(text, mention.start, mention.end)
    return bool(later and _AT_ONCE.search(text, sentence, mention.start))
