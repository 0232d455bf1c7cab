"""What one cell says about people: names with gaps, titles, numbers, notes."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from safetydesk.domain.person_names import (
    COMPOUND_SURNAMES,
    is_han,
    is_title,
    looks_like_name,
    plain_name,
    split_title,
)
from safetydesk.domain.phone_numbers import plain_text, read_phones

NOBODY = frozenset(
    [
        "/",
        "//",
        "-",
        "--",
        "---",
        "\\",
        "无",
        "空",
        "×",
        "x",
        "X",
        "0",
        "o",
        "○",
        "休",
        "休息",
        "轮休",
        "放假",
        "不设",
        "不安排",
        "无人",
    ]
)
DITTO = frozenset({"同上", "〃", '"', "''", "“", "”", "″", "同前", "同上行", "//〃", "〞", "′′"})
CANCELLED = re.compile(r"取消|请假|休假|外出|出差|病假|事假|产假|调离|作废|不值|停班|改由")
_PHONE = re.compile(r"\+?\d[\d -]{5,}\d(?:转\d{1,6})?")
_BRACKET = re.compile(r"[(\[【]([^()\[\]【】]*)[)\]】]")
_HARD = re.compile(r"[、,;/\n\r|&+。]+")
_LABEL = re.compile(r"^([\u4e00-\u9fff]{1,6})[:：](.*)$", re.DOTALL)
_NEXT_LABEL = re.compile(r"\s+(?=[\u4e00-\u9fff]{1,6}[:：])")
_NICKNAME = re.compile(r"[老小大阿][\u4e00-\u9fff]")
_SPACED_NAME = 3
_LONGEST_GIVEN = 2


@dataclass(frozen=True)
class WrittenPerson:
    """A person as the cell has it; ``note`` stood in brackets, ``label`` before a colon."""

    name: str
    title: str = ""
    phone: str = ""
    note: str = ""
    label: str = ""
    cancelled: bool = False

    @property
    def vague(self) -> bool:
        """Whether only a family name or a nickname is written (老王, 王主任)."""
        return len(self.name) == 1 or bool(_NICKNAME.fullmatch(self.name))

    @property
    def damaged(self) -> bool:
        """Whether characters of the name were lost."""
        return any(mark in self.name for mark in "?□�■*")


@dataclass
class _Reading:
    """The people found so far, and a title or label that waits for its name."""

    people: list[WrittenPerson] = field(default_factory=list[WrittenPerson])
    title: str = ""
    label: str = ""

    def add(self, name: str, title: str) -> None:
        """Takes a name."""
        self.people.append(WrittenPerson(name, title or self.title, label=self.label))
        self.title = ""

    def amend_last(self, *, title: str = "", note: str = "", cancelled: bool = False) -> None:
        """Adds to the person last read."""
        if self.people:
            last = self.people[-1]
            self.people[-1] = replace(
                last,
                title=title or last.title,
                note=note or last.note,
                cancelled=cancelled or last.cancelled,
            )

    def take_phone(self, phone: str) -> None:
        """Gives a number to the first person without one."""
        for index, person in enumerate(self.people):
            if not person.phone:
                self.people[index] = replace(person, phone=phone)
                return


def read_people(text: str, known: Collection[str] = ()) -> list[WrittenPerson]:
    """The people of a cell in their order; numbers are given to them in the same order.

    ``known`` are names of the office: they win over every other way to divide the text.
    """
    plain = plain_text(text).strip()
    if plain in NOBODY or plain in DITTO:
        return []
    phones: list[str] = []

    def hide(match: re.Match[str]) -> str:
        numbers = read_phones(match.group()).numbers
        phones.extend(number.number for number in numbers)
        return "".join(
            f" \x00{len(phones) - len(numbers) + index} " for index in range(len(numbers))
        )

    plain = _NEXT_LABEL.sub("\n", _PHONE.sub(hide, plain))
    reading = _Reading()
    for part in _HARD.split(_set_brackets_apart(plain)):
        _read_part(part, reading, phones, known)
    return reading.people


def _set_brackets_apart(text: str) -> str:
    """Brackets around a number are dropped, others become one token of their own."""

    def mark(match: re.Match[str]) -> str:
        inside = match.group(1).strip()
        if not inside or "\x00" in inside:
            return f" {inside} "
        return " \x01" + "".join(_HARD.sub("\x02", inside).split()) + " "

    return _BRACKET.sub(mark, text)


def _read_part(part: str, reading: _Reading, phones: list[str], known: Collection[str]) -> None:
    label = _LABEL.match(part.strip())
    if label is not None and label.group(1) not in known:
        reading.label, part = label.group(1), label.group(2)
    tokens = _join_gaps(part.split(), known)
    names_left = sum(
        not token.startswith(("\x00", "\x01")) and not is_title(token) for token in tokens
    )
    for token in _part_known(tokens, known):
        if token.startswith("\x00"):
            reading.take_phone(phones[int(token[1:])])
        elif token.startswith("\x01"):
            _take_note(token[1:].replace("\x02", "、"), reading)
        elif token not in known and is_title(token):
            if names_left or not reading.people:
                reading.title = token
            else:
                reading.amend_last(title=token)
        else:
            names_left -= 1
            name, title = (token, "") if token in known else split_title(token)
            _take_name(name, title, reading)


def _take_name(name: str, title: str, reading: _Reading) -> None:
    if CANCELLED.fullmatch(name) or (CANCELLED.search(name) and not looks_like_name(name)):
        reading.amend_last(cancelled=True, note=name)
    elif name.strip(".·:-_"):
        reading.add(plain_name(name), title)


def _take_note(note: str, reading: _Reading) -> None:
    """Words in brackets: a title, a reason why the person does not serve, or a remark."""
    if is_title(note):
        if reading.people:
            reading.amend_last(title=note)
        else:
            reading.title = note
    else:
        reading.amend_last(note=note, cancelled=bool(CANCELLED.search(note)))


def _join_gaps(tokens: list[str], known: Collection[str]) -> list[str]:
    """Tokens with the gaps of names closed: 「王 伟」, 「欧阳 静」, 「贺 川 高翔」, 「黄 志 强」.

    Three characters spaced evenly are one name: a name of one character does not exist.
    """
    if len(tokens) == _SPACED_NAME and all(len(t) == 1 and is_han(t) for t in tokens):
        return ["".join(tokens)]
    joined: list[str] = []
    index = 0
    while index < len(tokens):
        token, after = tokens[index], tokens[index + 1] if index + 1 < len(tokens) else ""
        if _belong_together(token, after, known):
            joined.append(token + after)
            index += 2
        else:
            joined.append(token)
            index += 1
    return joined


def _part_known(tokens: list[str], known: Collection[str]) -> list[str]:
    """Tokens with known names that were written without any gap set apart (王伟刘泽)."""
    parted: list[str] = []
    for token in tokens:
        splits = (
            [token[:cut], token[cut:]]
            for cut in range(2, len(token) - 1)
            if token not in known and token[:cut] in known and token[cut:] in known
        )
        parted.extend(next(splits, [token]))
    return parted


def _belong_together(token: str, after: str, known: Collection[str]) -> bool:
    if not (is_han(token) and is_han(after)) or after in known:
        return token + after in known
    if token + after in known:
        return True
    alone = len(token) == 1 or token in COMPOUND_SURNAMES
    return alone and len(after) <= _LONGEST_GIVEN and not is_title(after)
