"""Whom a warning asks to be called: lines proposed from the directory by area and role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetydesk.domain.calling import Callee
from safetydesk.domain.warning_policy import CallingPolicy, CallTarget, Scope

if TYPE_CHECKING:
    from safetydesk.domain.warning import WarningLevel

DUTY_ROOM = "值班室"
_WHOLE = frozenset({"全区", "全县", "全市", "全域"})


@dataclass(frozen=True)
class Reachable:
    """An entry of the directory that can be called; without a name it is the unit's own number.

    ``place`` says where the unit lies, in words, for those that are no street themselves.
    """

    unit: str
    name: str
    title: str
    role: str
    number: str
    contact_id: int | None = None
    groups: frozenset[str] = frozenset()
    place: str = ""

    def fits(self, words: Sequence[str]) -> int | None:
        """How early in ``words`` the entry's role or title is named; None where it is not.

        ``镇长`` is not the title of a 副镇长; without words the unit's own number fits.
        """
        if not words:
            return 0 if not self.name else None
        for place, word in enumerate(words):
            exact = self.title.endswith(word) and ("副" in word or "副" not in self.title)
            if self.name and (exact or word in self.role):
                return place
        return None


@dataclass(frozen=True)
class NewLine:
    """A line of a list that is still to be made."""

    target: str
    area: str
    ladder: tuple[Callee, ...]


def propose_lines(
    areas: Sequence[str],
    level: WarningLevel,
    directory: Sequence[Reachable],
    policy: CallingPolicy,
    *,
    district: str = "",
) -> tuple[NewLine, ...]:
    """The lines for a warning, by the targets of the policy, area after area.

    Nobody begins two lines; a line without a number is left out. A warning for the whole district
    calls every unit of the policy's wide group, and so does one that names no area.
    """
    places = _places(areas, directory, policy, district)
    made: dict[str, NewLine] = {}
    for target in policy.targets:
        if not level.is_at_least(target.lowest):
            continue
        for area in places:
            for line in _lines(target, area, directory):
                made.setdefault(line.ladder[0].number, line)
    return tuple(made.values())


def _places(
    areas: Sequence[str], directory: Sequence[Reachable], policy: CallingPolicy, district: str
) -> tuple[str, ...]:
    """The streets and towns meant, each once."""
    wide = not areas or any(area in _WHOLE or area == district for area in areas)
    if not wide:
        return tuple(dict.fromkeys(areas))
    units = (entry.unit for entry in directory if policy.wide_group in entry.groups)
    return tuple(dict.fromkeys(units))


def _lines(target: CallTarget, area: str, directory: Sequence[Reachable]) -> Iterator[NewLine]:
    """The lines of one sort in one area."""
    own = [entry for entry in directory if area in entry.unit]
    if target.scope is Scope.AREA:
        yield from _line(_unit_name(own, area), area, target.ladder, own, ())
        return
    members = [
        entry
        for entry in directory
        if target.group in entry.groups and area in (entry.place + entry.unit)
    ]
    room = _picked((), own)
    for unit in dict.fromkeys(entry.unit for entry in members):
        people = [entry for entry in members if entry.unit == unit]
        yield from _line(unit, area, target.ladder, people, (room,) if room else ())


def _unit_name(own: Sequence[Reachable], area: str) -> str:
    """The unit's shortest name in the directory; the area's own where it is not there."""
    return min((entry.unit for entry in own), key=len, default=area)


def _line(
    unit: str,
    area: str,
    ladder: Iterable[tuple[str, ...]],
    people: Sequence[Reachable],
    last: tuple[Reachable, ...],
) -> Iterator[NewLine]:
    """One line of a unit, if anybody of its ladder can be called."""
    picked = [_picked(words, people) for words in ladder]
    chain = [entry for entry in (*picked, *last) if entry is not None]
    rungs = tuple(_callee(entry) for entry in dict.fromkeys(chain))
    if rungs:
        yield NewLine(f"{unit} {rungs[0].role}".strip(), area, rungs)


def _picked(words: Sequence[str], people: Sequence[Reachable]) -> Reachable | None:
    """Whoever fits the words best and has a number."""
    fitting = [
        (place, order, entry)
        for order, entry in enumerate(people)
        if entry.number and (place := entry.fits(words)) is not None
    ]
    return min(fitting, key=lambda one: one[:2])[2] if fitting else None


def _callee(entry: Reachable) -> Callee:
    """The entry as somebody to be called."""
    role = (entry.title or entry.role) if entry.name else DUTY_ROOM
    return Callee(role, entry.name, entry.number, entry.contact_id)
