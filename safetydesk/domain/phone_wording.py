"""How a telephone number is written for people: 0000-5551001, 19900000001, with 转 8001."""

from __future__ import annotations

_SHORT_AREAS = ("010", "02")
_FEWEST_WITH_AREA = 10


def written_number(digits: str, extension: str = "") -> str:
    """The number with a dash after the area code, and its extension."""
    text = digits
    if digits.startswith("0") and not digits.startswith("00") and len(digits) >= _FEWEST_WITH_AREA:
        area = 3 if digits.startswith(_SHORT_AREAS) else 4
        text = f"{digits[:area]}-{digits[area:]}"
    elif digits.startswith("0000") and len(digits) >= _FEWEST_WITH_AREA:
        text = f"{digits[:4]}-{digits[4:]}"  # the invented area code of samples and training
    return f"{text} 转 {extension}" if extension else text
