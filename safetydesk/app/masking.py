"""What must not stand in a log or a report: telephone and identity numbers, addresses, names."""

from __future__ import annotations

import re

_FEWEST_DIGITS = 7
_CLOCK = r"[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{3,6})?)?(?!\d)"
_DATE = rf"(?P<date>\b\d{{4}}-\d{{2}}-\d{{2}}(?:{_CLOCK}|(?=[T\s]|$)))"
_NUMBER = r"(?P<number>\d(?:[ \-–—.()（）]{0,2}\d){6,}[xX]?)"
_NUMBERS = re.compile(f"{_DATE}|{_NUMBER}")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")


def mask_numbers(text: str) -> str:
    """The text with every run of seven or more digits (telephone, identity card) blanked.

    Separators inside a number do not hide it; ISO dates and times stay.
    """
    return _MAIL.sub("<mail>", _NUMBERS.sub(_masked, text))


def mask_personal(text: str) -> str:
    """The text as it may leave the office: numbers blanked and every Chinese word counted only.

    The program's own log is English, so Chinese in it comes from what people entered.
    """
    return _HAN.sub(lambda found: f"<han {len(found.group())}>", mask_numbers(text))


def _masked(found: re.Match[str]) -> str:
    """A date as it is, a number as its length."""
    if found["date"]:
        return found["date"]
    digits = sum(character.isdigit() for character in found["number"])
    return f"<{digits} digits>" if digits >= _FEWEST_DIGITS else found["number"]
