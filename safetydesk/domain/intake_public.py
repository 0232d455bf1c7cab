"""What members of the public and people who name themselves say of who they are."""

# ruff: noqa: E501 - tables of words: a row stays one row
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from safetydesk.domain.intake_person_forms import HAN, PHONE, Person, digits, split_person

if TYPE_CHECKING:
    from safetydesk.domain.intake_text import Words

_I_AM = re.compile(
    rf"我(?:叫|姓)(?P<self>{HAN}{{1,3}})(?=[，,。 ]|$)|我(?:们)?是(?P<who>[^，。;:\n \d]{{2,24}})(?:[，,]|。| |$)(?:我?(?:叫|姓)(?P<name>{HAN}{{1,4}}))?"
)
PUBLIC = re.compile(r"群众|市民|居民|村民|路人|住户|业主|家属|家长|乘客|游客|网民|热心人|匿名")
_PUBLIC_CALLS = re.compile(
    r"(?:热心)?(?:群众|市民|居民|村民|路人|住户|业主|家属|家长|乘客|游客|网民)[^。;\n]{0,24}?(?:来电|打电话|打来电话|电话|反映|报警|求助|说)"
)
SURNAME = re.compile(
    rf"(?:机主|来电人|报警人|自称|群众|市民|一位|一名|住户|村民|居民)?姓(?P<name>(?!名){HAN})"
)
_CALLED = re.compile(rf"(?P<name>{HAN}(?:先生|女士|大爷|大妈|师傅|老师|阿姨|某某?))")
_MY_NAME = re.compile(rf"我叫(?P<v>{HAN}{{2,3}})")


def read_public(words: Words) -> Person | None:
    """热心群众 1990… 打电话说: at the beginning of a note."""
    start = len(words.plain) - len(words.plain.lstrip())
    match = _PUBLIC_CALLS.match(words.plain, start)
    return of_public(words, *match.span()) if match else None


def of_public(words: Words, start: int, end: int) -> Person:
    """群众来电（机主姓常，1990…）: a member of the public, often without a full name."""
    line_end = words.sentence(end)[1]
    surname = SURNAME.search(words.plain, start, line_end)
    called = _CALLED.search(words.plain, start, min(line_end, end + 20))
    phone = PHONE.search(words.plain, start, line_end)
    quotes = [words.quote(start, end)]
    found = surname or called
    if phone is not None:
        quotes.append(words.quote(*phone.span()))
    return Person(
        "",
        found["name"] if found else "",
        "群众",
        digits(phone.group()) if phone else "",
        tuple(quotes),
    )


def read_introduced(words: Words) -> Person | None:
    """我是白沙镇应急办小周…, 我叫…: who says so of himself."""
    match = _I_AM.search(words.plain)
    if match is None:
        return None
    if match["self"]:
        return of_public(words, match.start(), match.end())
    person = split_person(match["who"])
    called = _MY_NAME.search(words.plain)
    name = match["name"] or person.name or (called["v"] if called else "")
    if not person.unit and not name:
        return None
    phone = PHONE.search(words.plain, match.end())
    quotes = [words.quote(*match.span("who"))]
    if phone is not None:
        quotes.append(words.quote(*phone.span()))
    number = digits(phone.group()) if phone else ""
    return Person(person.unit or match["who"], name, person.post, number, tuple(quotes))
