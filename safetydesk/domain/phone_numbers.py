"""How telephone numbers are written in Chinese offices, and what kind each one is."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class PhoneKind(StrEnum):
    """What a number reaches."""

    MOBILE = "mobile"
    LANDLINE = "landline"
    DUTY = "duty"
    FAX = "fax"
    SHORT = "short"
    SATELLITE = "satellite"
    HOTLINE = "hotline"


class PhoneFault(StrEnum):
    """Why a number cannot be trusted as it stands."""

    BAD_PHONE = "bad_phone"
    NO_AREA_CODE = "no_area_code"


@dataclass(frozen=True)
class PhoneNumber:
    """A number in digits (+86 dropped), its extension, its kind and the word beside it."""

    number: str
    ext: str = ""
    kind: PhoneKind = PhoneKind.LANDLINE
    label: str = ""


@dataclass(frozen=True)
class PhoneReading:
    """The numbers found in one text, and what is doubtful about it."""

    numbers: tuple[PhoneNumber, ...] = ()
    faults: tuple[PhoneFault, ...] = ()


_SHAPES: tuple[tuple[PhoneKind, re.Pattern[str]], ...] = (
    (PhoneKind.SATELLITE, re.compile(r"1349\d{7}|1740\d{7}|(?:00)?8816\d{8}|(?:00)?870\d{9}")),
    (PhoneKind.MOBILE, re.compile(r"1[3-9]\d{9}")),
    (PhoneKind.LANDLINE, re.compile(r"0\d{9,11}")),
    (
        PhoneKind.HOTLINE,
        re.compile(r"11[0249]|12[02]|12\d{3}|100\d\d|9[56]\d{3,4}|[48]00\d{7}"),
    ),
    (PhoneKind.LANDLINE, re.compile(r"[2-9]\d{6,7}")),
    (PhoneKind.SHORT, re.compile(r"\d{3,6}")),
)
_ABROAD = re.compile(r"(?:10|[2-9]\d{1,2}|0\d{2,3})\d{7,8}")
_ALMOST_MOBILE = re.compile(r"1[3-9]\d{7,12}")
_BARE_MOBILE = re.compile(r"1[3-9][0-9]{9}")
"""By far the most cells: there is nothing else to be read in them."""
_LOCAL = re.compile(r"[2-9]\d{6,7}")
_LABELS: tuple[tuple[str, PhoneKind], ...] = (
    ("传真", PhoneKind.FAX),
    ("卫星", PhoneKind.SATELLITE),
    ("短号", PhoneKind.SHORT),
    ("值班", PhoneKind.DUTY),
    ("fax", PhoneKind.FAX),
)
_DASHES = str.maketrans(dict.fromkeys("—–−‐‑‒―ー", "-"))
_HOURS = re.compile(r"(?:7\s*[*x×]\s*)?24\s*小?时|\d{1,2}:\d\d")
_EXTENSION = re.compile(r"[\s,(-]*(?:转|分机号?|内线|ext\.?|#)\s*:?\s*(\d{1,6})", re.IGNORECASE)
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?e\+?\d+", re.IGNORECASE)
_WHOLE_FLOAT = re.compile(r"(?<=\d)\.0+(?!\d)")
_PIECES = re.compile(r"[/、,;|\n\t\r]+|或|和")
_RUN = re.compile(r"[+(]*\d[\d\s()\-]*(?:x\d{1,6})?")
_GAP = re.compile(r"[\s()\-]+")
_LABEL_EDGE = " :()（）：.-·\u3000=\"'"
_LONGEST_EXTENSION = 5
_SHORTEST_NUMBER = 3


def plain_text(text: str) -> str:
    """The text with full-width forms and all kinds of dashes made plain."""
    return unicodedata.normalize("NFKC", text).translate(_DASHES)


def digits_of(text: str) -> str:
    """Only the digits of the text, full-width ones made plain."""
    return "".join(ch for ch in plain_text(text) if ch.isascii() and ch.isdigit())


@lru_cache(maxsize=1_024)
def kind_of(digits: str) -> PhoneKind | None:
    """What the digits alone show, or None where they are no number that could be dialled."""
    return next((kind for kind, shape in _SHAPES if shape.fullmatch(digits)), None)


def read_phones(text: str, hint: PhoneKind | None = None) -> PhoneReading:
    """All numbers of a cell, with extensions (转、分机、-8012), spaces, +86, full-width digits.

    ``hint`` is what the column's heading says; a word beside the number (传真、值班) says more.
    """
    if _BARE_MOBILE.fullmatch(text):
        return PhoneReading((_number(text, "", "", hint),))
    plain = _WHOLE_FLOAT.sub("", _HOURS.sub(" ", plain_text(text)))
    if _SCIENTIFIC.search(plain):
        return PhoneReading((), (PhoneFault.BAD_PHONE,))
    plain = _EXTENSION.sub(r"x\1", plain)
    numbers: list[PhoneNumber] = []
    faults: list[PhoneFault] = []
    for piece in _PIECES.split(plain):
        found, doubts = _read_piece(piece, hint)
        numbers.extend(found)
        faults.extend(doubts)
    return PhoneReading(tuple(dict.fromkeys(numbers)), tuple(dict.fromkeys(faults)))


def _read_piece(piece: str, hint: PhoneKind | None) -> tuple[list[PhoneNumber], list[PhoneFault]]:
    """The numbers between two separators, each labelled by the words beside it."""
    runs = list(_RUN.finditer(piece))
    numbers: list[PhoneNumber] = []
    faults: list[PhoneFault] = []
    for index, run in enumerate(runs):
        before = piece[runs[index - 1].end() if index else 0 : run.start()]
        after = piece[run.end() :] if index == len(runs) - 1 else ""
        label = before.strip(_LABEL_EDGE) or after.strip(_LABEL_EDGE)
        body, _, ext = run.group().partition("x")
        for digits, tail in _divide(body):
            numbers.append(_number(digits, ext or tail, label, hint))
            if kind_of(digits) is None:
                faults.append(PhoneFault.BAD_PHONE)
            elif _LOCAL.fullmatch(digits) and hint is not PhoneKind.SHORT:
                faults.append(PhoneFault.NO_AREA_CODE)
    return numbers, faults


def _divide(body: str) -> list[tuple[str, str]]:
    """The digits of a run as numbers with extensions: one number where that is possible."""
    groups = [group for group in _GAP.split(body.replace("+", "")) if group]
    whole = _without_country("".join(groups))
    if len(whole) < _SHORTEST_NUMBER:
        return []
    if kind_of(whole):
        return [(whole, "")]
    if len(groups) > 1 and len(groups[-1]) <= _LONGEST_EXTENSION:
        head = _without_country("".join(groups[:-1]))
        if kind_of(head) in {PhoneKind.LANDLINE, PhoneKind.HOTLINE}:
            return [(head, groups[-1])]
    return _several(groups) or [(whole, "")]


def _several(groups: list[str]) -> list[tuple[str, str]]:
    """Groups of digits as several whole numbers in a row, or nothing where any is left over."""
    numbers: list[tuple[str, str]] = []
    start = 0
    while start < len(groups):
        for end in range(len(groups), start, -1):
            joined = _without_country("".join(groups[start:end]))
            if kind_of(joined) not in {None, PhoneKind.SHORT}:
                numbers.append((joined, ""))
                start = end
                break
        else:
            return []
    return numbers


def _without_country(digits: str) -> str:
    """The digits without 86 or 0086, where what remains is a mobile or a landline."""
    for prefix in ("0086", "86"):
        rest = digits.removeprefix(prefix)
        if rest != digits and kind_of(rest) in {PhoneKind.MOBILE, PhoneKind.SATELLITE}:
            return rest
        if rest != digits and _ABROAD.fullmatch(rest):
            return rest if rest.startswith("0") else "0" + rest
    return digits


def _number(digits: str, ext: str, label: str, hint: PhoneKind | None) -> PhoneNumber:
    """The number with its kind: the word beside it, then its shape, then the column."""
    said = next((kind for word, kind in _LABELS if word in label.casefold()), None)
    shape = kind_of(digits)
    kind: PhoneKind
    if said is not None:
        kind = said
    elif (
        hint is not None
        and hint in {PhoneKind.DUTY, PhoneKind.FAX}
        and shape is not PhoneKind.HOTLINE
    ):
        kind = hint
    elif shape is None and _ALMOST_MOBILE.fullmatch(digits):
        kind = PhoneKind.MOBILE
    else:
        kind = shape or hint or PhoneKind.LANDLINE
    return PhoneNumber(digits, ext, kind, label)
