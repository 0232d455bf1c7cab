"""How numbers are written in messages: digits, Chinese numerals, 万 and 亿."""

from __future__ import annotations

from decimal import Decimal

_SIGNS = "零〇一二两三四五六七八九十百千"
NUMBER = (
    r"(?:(?<![\d.])\d{1,12}(?:\.\d{1,6})?"
    rf"|(?<![{_SIGNS}])[{_SIGNS}]{{1,10}})"
)
"""A number in digits or Chinese numerals, as part of a pattern."""

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SCALES = {"十": 10, "百": 100, "千": 1000}
_DIGIT_BY_DIGIT = (1, 4)
"""One numeral, or the four of a year (二〇二六)."""
_LARGE = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}


def number_of(text: str) -> Decimal:
    """The number of digits or Chinese numerals, 万 and 亿 included.

    Raises:
        ValueError: it is none.
    """
    plain = text.replace(",", "").strip()
    scale = Decimal(1)
    while plain and plain[-1] in _LARGE:
        scale *= _LARGE[plain[-1]]
        plain = plain[:-1]
    if not plain:
        raise ValueError(text)
    if plain[0].isascii():
        return Decimal(plain) * scale
    return Decimal(_chinese(plain)) * scale


def whole_number(text: str) -> int:
    """A number of people or things.

    Raises:
        ValueError: it is none.
    """
    return int(number_of(text))


def _chinese(text: str) -> int:
    """一百二十三, 十, 一〇五, 两千.

    Raises:
        ValueError: a vague number: 两三, 三四十.
    """
    if not any(sign in _SCALES for sign in text):
        exact = len(text) in _DIGIT_BY_DIGIT or "〇" in text or "零" in text
        if not exact:
            raise ValueError(text)
        return int("".join(str(_digit(sign)) for sign in text))
    total, pending = 0, None
    for sign in text:
        if sign in _SCALES:
            total += _SCALES[sign] * (1 if pending is None else pending)
            pending = None
        elif pending:
            raise ValueError(text)
        else:
            pending = _digit(sign)
    return total + (pending or 0)


def _digit(sign: str) -> int:
    if sign not in _DIGITS:
        raise ValueError(sign)
    return _DIGITS[sign]
