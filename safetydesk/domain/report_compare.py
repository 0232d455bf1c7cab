"""What a later report says otherwise than a former one: sentence by sentence, under its heading."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from safetydesk.domain.report import ReportContent

_SENTENCE = re.compile(r"[^。；\n]+[。；]?")
_CLAUSE = re.compile(r"[^，。；、：\n]+")
_NO_NEWS = re.compile(r"^(?:截至|原报|无新增|[（(]?其中$)")


class Change(StrEnum):
    """What became of a sentence; the value is the word in lists."""

    KEPT = "未变"
    GONE = "删去"
    NEW = "新增"


@dataclass(frozen=True)
class Compared:
    """A sentence under its heading (``标题``, ``人员伤亡``) and what became of it."""

    change: Change
    heading: str
    text: str


def compare(former: ReportContent, later: ReportContent) -> tuple[Compared, ...]:
    """Every sentence of both reports in reading order; what is gone stands before what is new.

    Headings are compared without their numbers: a section that moved is no news.
    """
    old, new = list(_sentences(former)), list(_sentences(later))
    found: list[Compared] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            found += [Compared(Change.KEPT, *part) for part in new[new_from:new_to]]
            continue
        found += [Compared(Change.GONE, *part) for part in old[old_from:old_to]]
        found += [Compared(Change.NEW, *part) for part in new[new_from:new_to]]
    return tuple(found)


def fresh_stretches(text: str, former: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """From where to where ``text`` says what none of the former texts says, clause by clause.

    A time for which numbers hold (截至) and a former value (原报) are no news by themselves.
    """
    found: list[tuple[int, int]] = []
    for clause in _CLAUSE.finditer(text):
        said = clause.group()
        if _NO_NEWS.match(said) or any(said in words for words in former):
            continue
        start, end = clause.span()
        joined = bool(found) and text[found[-1][1] : start] in ("，", "、", "：")
        if joined:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def _sentences(content: ReportContent) -> Iterator[tuple[str, str]]:
    """Heading and sentence, in the order of the page."""
    for heading, text in (
        ("标题", content.title),
        ("副标题", content.subtitle),
        ("主送", "、".join(content.addressees)),
        ("正文", content.opening),
        *((section.lead.split("、", 1)[-1], section.text) for section in content.sections),
        ("现场联系人", content.contact),
        ("抄送", content.copies_to),
    ):
        for sentence in _SENTENCE.findall(text):
            if sentence.strip():
                yield heading, sentence.strip()
