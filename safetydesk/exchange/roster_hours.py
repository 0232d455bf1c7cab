"""The hours a sheet states outside its table: the turn of the day, and the hours of each shift."""

from __future__ import annotations

import re
from collections.abc import Iterable

from safetydesk.domain.phone_numbers import plain_text
from safetydesk.domain.roster_sheet import RosterShift
from safetydesk.exchange.roster_words import Hours, read_hours, shift_of

_SHIFT = re.compile(r"(白班|日班|早班|夜班|晚班|中班|大夜班|小夜班|24\s*小时)[^0-9。;\n]{0,8}")
_WHOLE = re.compile(r"(?:时间|值班时段|交接班)[^0-9。;\n]{0,12}")
_REACH = 40


def stated_hours(texts: Iterable[str]) -> dict[RosterShift, Hours]:
    """Hours by shift as the titles, notes and legends give them; the first statement stands."""
    hours: dict[RosterShift, Hours] = {}
    for text in texts:
        plain = plain_text(text)
        for match in _SHIFT.finditer(plain):
            shift, found = shift_of(match.group(1)), _at(plain, match.end())
            if shift is not None and found is not None:
                hours.setdefault(shift, found)
        for match in _WHOLE.finditer(plain):
            found = _at(plain, match.end())
            if found is not None:
                whole = found.start >= found.end
                hours.setdefault(RosterShift.WHOLE_DAY if whole else RosterShift.DAY, found)
    return hours


def _at(text: str, position: int) -> Hours | None:
    """Hours that begin where the words end."""
    following = text[position : position + _REACH]
    return read_hours(following) if following[:1].isdigit() else None
