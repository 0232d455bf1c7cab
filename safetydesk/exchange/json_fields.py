"""How a JSON document is read so that a refusal names file, field and what was expected."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from math import inf
from typing import NoReturn, TypeVar, cast

from safetydesk.domain.clock import whole_minute
from safetydesk.domain.errors import BadInput

_Choice = TypeVar("_Choice", bound=StrEnum)

_DATE, _CLOCK = r"[0-9]{4}-[0-9]{2}-[0-9]{2}", r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?"
_INSTANT = re.compile(rf"{_DATE}T{_CLOCK}(?:Z|[+-][0-9]{{2}}:?[0-9]{{2}})")
_WALL = re.compile(rf"{_DATE}T{_CLOCK}")


class Field:
    """A value of a JSON document together with its place in it.

    Every reading method raises ``BadInput`` (code ``json.field``) when the value is not of the
    kind asked for.
    """

    def __init__(self, value: object, file: str, path: str = "") -> None:
        self.value = value
        self._file = file
        self._path = path

    @property
    def where(self) -> str:
        """The place as ``PLAN.json: rules[2].from``."""
        return f"{self._file}: {self._path}" if self._path else self._file

    def refuse(self, expected: str) -> NoReturn:
        """Refuses the value, saying in Chinese what should have been there."""
        raise BadInput("json.field", where=self.where, expected=expected)

    def has(self, key: str) -> bool:
        """Whether the object has the key."""
        return key in self._object()

    def __getitem__(self, key: str) -> Field:
        """The object's value at a key that must be there."""
        held = self._object()
        child = Field(held.get(key), self._file, f"{self._path}.{key}" if self._path else key)
        if key not in held:
            child.refuse(f"必填项 {key}")
        return child

    def given(self, key: str) -> bool:
        """Whether the object has the key and a value other than null there."""
        return self._object().get(key) is not None

    def elements(self) -> Iterator[Field]:
        """The elements of the list."""
        if not isinstance(self.value, list):
            self.refuse("列表 […]")
        for at, element in enumerate(cast("list[object]", self.value)):
            yield Field(element, self._file, f"{self._path}[{at}]")

    def elements_of(self, key: str) -> Iterator[Field]:
        """The elements of the list at a key; none where the key is left out."""
        return self[key].elements() if self.has(key) else iter(())

    def text(self, expected: str = "非空文字") -> str:
        """A text with something in it."""
        if not isinstance(self.value, str) or not self.value.strip() or _broken(self.value):
            self.refuse(expected)
        return self.value

    def whole_number(self, least: int) -> int:
        """A whole number, at least so large."""
        if not isinstance(self.value, int) or isinstance(self.value, bool) or self.value < least:
            self.refuse(f"不小于 {least} 的整数")
        return self.value

    def amount(self) -> Decimal:
        """A number that is not negative, exactly as written."""
        value = self.value
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < inf:
            self.refuse("不小于 0 的数")
        return Decimal(str(value))

    def refuse_unknown(self, known: Collection[str]) -> None:
        """Refuses an object with a key of another name: a misspelt number would be lost."""
        for key in self._object():
            if key not in known:
                self[key].refuse("、".join(sorted(known)) + " 之一")

    def choice(self, kind: type[_Choice]) -> _Choice:
        """One word of a closed set."""
        for member in kind:
            if member.value == self.value:
                return member
        return self.refuse("、".join(member.value for member in kind) + " 之一")

    def instant(self) -> datetime:
        """An ISO 8601 time with its offset, in UTC, seconds cut off (reading D-10)."""
        return whole_minute(self.exact_instant())

    def exact_instant(self) -> datetime:
        """An ISO 8601 time with its offset, in UTC, to the second: one second late is late."""
        found = self._time(_INSTANT, "带时差的 ISO 8601 时间，如 2025-10-01T08:30:00+08:00")
        try:
            return found.astimezone(UTC)
        except OverflowError:
            self.refuse("公元 1 年至 9999 年的时间")

    def wall_time(self) -> datetime:
        """An ISO 8601 date and time of the wall clock, without an offset, seconds cut off."""
        return whole_minute(self._time(_WALL, "不带时差的当地时间，如 2025-09-01T08:30"))

    def _time(self, shape: re.Pattern[str], expected: str) -> datetime:
        text = self.text(expected)
        if not shape.fullmatch(text):
            self.refuse(expected)
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            self.refuse(expected)

    def _object(self) -> dict[str, object]:
        if not isinstance(self.value, dict):
            self.refuse("对象 {…}")
        return cast("dict[str, object]", self.value)


def read_document(content: str | bytes, file: str) -> Field:
    """The JSON object that a file holds (UTF-8, with or without a byte order mark).

    Raises:
        BadInput: no UTF-8, no JSON, or no object.
    """
    expected = "UTF-8 编码的 JSON 对象 {…}"
    try:
        text = content.decode("utf-8-sig") if isinstance(content, bytes) else content
        document: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = f"（第 {error.lineno} 行有误）" if isinstance(error, json.JSONDecodeError) else ""
        raise BadInput("json.document", where=file, expected=expected + line) from error
    if not isinstance(document, dict):
        raise BadInput("json.document", where=file, expected=expected)
    return Field(cast("object", document), file)


def _broken(text: str) -> bool:
    """Whether a text has half a surrogate pair, which no file or screen can show."""
    return any("\ud800" <= char <= "\udfff" for char in text)
