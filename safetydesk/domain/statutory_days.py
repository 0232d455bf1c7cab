"""Which dates the law itself makes holidays, by year: 全国年节及纪念日放假办法, art. 2.

Eleven days from 2014, thirteen from 2025: the revision of 2024-11-10 added 除夕 and 5月2日. The
three lunar festivals and 清明 move; their dates are a table, checked against the new moons.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import chain

_THIRTEEN_SINCE = 2025


class Festival(StrEnum):
    """The holidays, by the names in which they are written."""

    NEW_YEAR = "元旦"
    SPRING = "春节"
    QINGMING = "清明节"
    LABOUR = "劳动节"
    DRAGON_BOAT = "端午节"
    MID_AUTUMN = "中秋节"
    NATIONAL = "国庆节"


@dataclass(frozen=True)
class _Moving:
    """The (month, day) of what moves: 初一, 清明, 端午, 中秋."""

    spring: tuple[int, int]
    qingming: tuple[int, int]
    dragon_boat: tuple[int, int]
    mid_autumn: tuple[int, int]


_MOVING: Mapping[int, _Moving] = {
    2020: _Moving((1, 25), (4, 4), (6, 25), (10, 1)),
    2021: _Moving((2, 12), (4, 4), (6, 14), (9, 21)),
    2022: _Moving((2, 1), (4, 5), (6, 3), (9, 10)),
    2023: _Moving((1, 22), (4, 5), (6, 22), (9, 29)),
    2024: _Moving((2, 10), (4, 4), (6, 10), (9, 17)),
    2025: _Moving((1, 29), (4, 4), (5, 31), (10, 6)),
    2026: _Moving((2, 17), (4, 5), (6, 19), (9, 25)),
    2027: _Moving((2, 6), (4, 5), (6, 9), (9, 15)),
    2028: _Moving((1, 26), (4, 4), (5, 28), (10, 3)),
    2029: _Moving((2, 13), (4, 4), (6, 16), (9, 22)),
    2030: _Moving((2, 3), (4, 5), (6, 5), (9, 12)),
    2031: _Moving((1, 23), (4, 5), (6, 24), (10, 1)),
    2032: _Moving((2, 11), (4, 4), (6, 12), (9, 19)),
}
KNOWN_YEARS = frozenset(_MOVING)
"""The years whose moving festivals the table has."""


def statutory_days(year: int) -> dict[date, Festival]:
    """The statutory dates of a year with the festival of each; empty where the table ends.

    Where 中秋 falls on a day of 国庆 that day counts once, as 中秋.
    """
    moving = _MOVING.get(year)
    if moving is None:
        return {}
    thirteen = year >= _THIRTEEN_SINCE
    new_year = date(year, *moving.spring)
    first = new_year - timedelta(days=1) if thirteen else new_year
    spring = [first + timedelta(days=n) for n in range(4 if thirteen else 3)]
    found = chain(
        [(date(year, 1, 1), Festival.NEW_YEAR)],
        ((day, Festival.SPRING) for day in spring),
        [(date(year, *moving.qingming), Festival.QINGMING)],
        ((date(year, 5, n), Festival.LABOUR) for n in ((1, 2) if thirteen else (1,))),
        [(date(year, *moving.dragon_boat), Festival.DRAGON_BOAT)],
        ((date(year, 10, n), Festival.NATIONAL) for n in (1, 2, 3)),
        [(date(year, *moving.mid_autumn), Festival.MID_AUTUMN)],
    )
    return dict(found)
