"""How one rule is changed inside the text of its pack, so that every other line stays as it was."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.errors import NotFound
from safetydesk.services.rule_reading import Weekday

if TYPE_CHECKING:
    from safetydesk.domain.errors import BadInput
    from safetydesk.domain.rule_pack import Schedule

_RULE_HEAD = re.compile(r"\s*\[\[\s*rule\s*\]\]")
_LINE = re.compile(r"第 (\d+) 行|line (\d+)")
_TABLE_HEAD = re.compile(r"\s*\[")
_NEVER_TOGETHER = ("within", "at_once", "same_day", "per_day", "daily_at", "weekdays")


@dataclass(frozen=True)
class Difference:
    """A line in which two texts differ: ``mark`` is + or -, or a blank for a line beside it."""

    mark: str
    line: str


def with_values(text: str, place: int, values: Mapping[str, str | None]) -> str:
    """The text with fields of one rule set to TOML values; None takes a field away.

    ``place`` counts the rules of the text from 0. Comments and all other lines stay.

    Raises:
        NotFound: the text has no such rule.
    """
    lines = text.splitlines()
    for key, value in values.items():
        first, last = _block(lines, place)
        found = _field(lines, first, last, key)
        new = [] if value is None else [f"{key} = {value}"]
        start, stop = found or _after(lines, first, last)
        lines[start:stop] = new
    return "\n".join(lines) + "\n"


def schedule_values(schedule: Schedule) -> dict[str, str | None]:
    """A term as the fields that say it; the others are taken away."""
    said: dict[str, str | None] = dict.fromkeys(_NEVER_TOGETHER)
    if schedule.per_day:
        said["per_day"] = str(schedule.per_day)
    elif schedule.daily_at:
        times = ", ".join(f"{at:%H:%M}:00" for at in sorted(schedule.daily_at))
        said["daily_at"] = f"[{times}]"
        days = [day.value for day in Weekday if day.number in schedule.weekdays]
        said["weekdays"] = words_value(days) if days else None
    elif schedule.same_day:
        said["same_day"] = "true"
    elif schedule.within:
        said["within"] = f'"{_duration(schedule.within)}"'
    else:
        said["at_once"] = "true"
    return said


def differences(before: str, after: str) -> tuple[Difference, ...]:
    """The lines in which two texts differ, each with two lines around it."""
    rows = difflib.unified_diff(before.splitlines(), after.splitlines(), n=2, lineterm="")
    return tuple(
        Difference(row[0], row[1:])
        for row in rows
        if row[0] in "+- " and not row.startswith(("+++", "---"))
    )


def line_of(fault: BadInput, text: str) -> int | None:
    """The line (from 1) that a refusal of a text names."""
    told = f"{fault.fields['where']} {fault.fields['expected']}"
    if "end of document" in told:
        return len(text.splitlines())
    found = _LINE.search(told)
    return int(found[1] or found[2]) if found else None


def words_value(words: Sequence[str]) -> str:
    """A list of words as a TOML value."""
    return "[" + ", ".join(f'"{word}"' for word in words) + "]"


def _duration(length: timedelta) -> str:
    minutes = length // timedelta(minutes=1)
    hours, rest = divmod(minutes, 60)
    parts = (f"{hours}H" if hours else "", f"{rest}M" if rest else "")
    return "PT" + "".join(parts)


def _block(lines: list[str], place: int) -> tuple[int, int]:
    """Where a rule begins and ends."""
    heads = [at for at, line in enumerate(lines) if _RULE_HEAD.match(line)]
    if not 0 <= place < len(heads):
        raise NotFound("rule_pack.no_rule", place=place)
    ends = [*heads[1:], len(lines)]
    first, end = heads[place], ends[place]
    inner = (at for at in range(first + 1, end) if _TABLE_HEAD.match(lines[at]))
    return first, next((at for at in inner if not _inside_value(lines, first, at)), end)


def _inside_value(lines: list[str], first: int, at: int) -> bool:
    """Whether a line that begins with a bracket is the middle of a list over several lines."""
    try:
        tomllib.loads("\n".join(lines[first:at]))
    except tomllib.TOMLDecodeError:
        return True
    return False


def _field(lines: list[str], first: int, end: int, key: str) -> tuple[int, int] | None:
    """The lines of a field with its value, which may go over several."""
    head = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
    start = next((at for at in range(first + 1, end) if head.match(lines[at])), None)
    if start is None:
        return None
    stop = start + 1
    while stop < end and _inside_value(lines, start, stop):
        stop += 1
    return start, stop


def _after(lines: list[str], first: int, end: int) -> tuple[int, int]:
    """The place for a field that is not there yet: below the basis or the id."""
    above = _field(lines, first, end, "basis") or _field(lines, first, end, "id")
    at = above[1] if above else first + 1
    return at, at
