"""How one table of a rule pack is read so that a refusal names file, line and field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NoReturn, TypeVar, cast

from safetydesk.domain.errors import BadInput

_Choice = TypeVar("_Choice", bound=StrEnum)
_RULE_HEAD = re.compile(r"\s*\[\[\s*rule\s*\]\]")
_DURATION = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")


class Lines:
    """The lines of a pack's text, so that a field can be shown to whoever edits it."""

    def __init__(self, text: str, file: str) -> None:
        self._lines = text.splitlines()
        self._file = file

    def place(self, key: str, rule: int | None) -> str:
        """The place of a field: ``national.toml 第 31 行 within``."""
        heads = [at for at, line in enumerate(self._lines) if _RULE_HEAD.match(line)]
        known = rule is not None and rule < len(heads)
        start = heads[rule] if rule is not None and known else 0
        later = [at for at in heads if at > start]
        end = later[0] if later else len(self._lines)
        name = re.escape(key)
        field = re.compile(rf"(?:^\s*\[+\s*(?:rule\.)?|(?<![\w.])[\"']?){name}[\"']?\s*[=\]]")
        at = next((at for at in range(start, end) if field.search(self._lines[at])), start)
        return f"{self._file} 第 {at + 1} 行 {key}"


class RuleTable:
    """A table of the document with the number of its rule; every method refuses with BadInput."""

    def __init__(self, values: Mapping[str, object], lines: Lines, rule: int | None) -> None:
        self._values = values
        self._lines = lines
        self._rule = rule

    def refuse(self, key: str, expected: str) -> NoReturn:
        """Refuses the field, saying what should have been there."""
        raise BadInput(
            "rule_pack.field", where=self._lines.place(key, self._rule), expected=expected
        )

    def refuse_unknown(self, known: frozenset[str]) -> None:
        """A misspelt key must not silently change the law."""
        for key in self._values:
            if key not in known:
                self.refuse(key, "、".join(sorted(known)) + " 之一")

    def has(self, key: str) -> bool:
        """Whether the field is there."""
        return key in self._values

    def text(self, key: str, default: str | None = None) -> str:
        """A text; without a default it must be there and not be empty."""
        value = self._values.get(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            self.refuse(key, "非空文字")
        return value

    def whole(self, key: str, least: int = 1) -> int:
        """A whole number, at least so large."""
        value = self._values.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            self.refuse(key, f"不小于 {least} 的整数")
        return value

    def yes(self, key: str, *, default: bool) -> bool:
        """Whether the field says true."""
        value = self._values.get(key, default)
        if not isinstance(value, bool):
            self.refuse(key, "true 或 false")
        return value

    def day(self, key: str) -> date | None:
        """A date, or None where the field is left out."""
        value = self._values.get(key)
        if value is None:
            return None
        if not isinstance(value, date) or isinstance(value, datetime):
            self.refuse(key, "日期，如 2022-03-01")
        return value

    def clock_times(self, key: str) -> tuple[time, ...]:
        """A list of local times of day."""
        found: list[time] = []
        for value in self._list(key):
            if not isinstance(value, time):
                self.refuse(key, "时刻列表，如 [08:00:00, 17:00:00]")
            found.append(value)
        return tuple(found)

    def duration(self, key: str) -> timedelta:
        """An ISO 8601 duration of days, hours and minutes."""
        match = _DURATION.fullmatch(self.text(key))
        if match is None or not any(match.groups()):
            self.refuse(key, "ISO 8601 时长，如 PT2H、PT30M")
        days, hours, minutes = (int(part or 0) for part in match.groups())
        return timedelta(days=days, hours=hours, minutes=minutes)

    def choice(self, key: str, kind: type[_Choice]) -> _Choice:
        """One word of a closed set."""
        return self._member(key, self._values.get(key), kind)

    def choices(self, key: str, kind: type[_Choice]) -> tuple[_Choice, ...]:
        """A list of words of a closed set; empty where the field is left out."""
        return tuple(self._member(key, value, kind) for value in self._list(key))

    def words(self, key: str) -> frozenset[str]:
        """A list of texts."""
        found = [value for value in self._list(key) if isinstance(value, str) and value.strip()]
        if len(found) != len(self._list(key)):
            self.refuse(key, "文字列表")
        return frozenset(found)

    def word_lists(self, key: str) -> tuple[tuple[str, ...], ...]:
        """A list of lists of texts, in their order; an inner list may be empty."""
        found: list[tuple[str, ...]] = []
        for value in self._list(key):
            if not isinstance(value, list):
                self.refuse(key, "文字列表的列表")
            words = cast("list[object]", value)
            if not all(isinstance(word, str) and word.strip() for word in words):
                self.refuse(key, "文字列表的列表")
            found.append(tuple(str(word) for word in words))
        return tuple(found)

    def table(self, key: str) -> Mapping[str, object]:
        """A table; empty where it is left out."""
        value = self._values.get(key, {})
        if not isinstance(value, dict):
            self.refuse(key, "表")
        return cast("Mapping[str, object]", value)

    def tables(self, key: str) -> list[Mapping[str, object]]:
        """A list of tables; empty where it is left out."""
        found: list[Mapping[str, object]] = []
        for value in self._list(key):
            if not isinstance(value, dict):
                self.refuse(key, "表的列表")
            found.append(cast("Mapping[str, object]", value))
        return found

    def inner(self, values: Mapping[str, object]) -> RuleTable:
        """A table inside this one, refusing under the same rule."""
        return RuleTable(values, self._lines, self._rule)

    def names(self) -> tuple[str, ...]:
        """The keys as they stand."""
        return tuple(self._values)

    def _list(self, key: str) -> list[object]:
        value = self._values.get(key, [])
        if not isinstance(value, list):
            self.refuse(key, "列表 […]")
        return cast("list[object]", value)

    def _member(self, key: str, value: object, kind: type[_Choice]) -> _Choice:
        for member in kind:
            if member.value == value:
                return member
        return self.refuse(key, "、".join(member.value for member in kind) + " 之一")
