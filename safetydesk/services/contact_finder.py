"""Who is found for a few typed characters: the office's people and stored contacts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from safetydesk.domain.clock import whole_minute
from safetydesk.domain.contact_search import ranking
from safetydesk.services.contact_memory import DirectoryInMemory
from safetydesk.services.contact_writing import entry_of_person, line_of_person
from safetydesk.services.duty import on_duty_at
from safetydesk.services.views_contacts import SpecialGroup

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from safetydesk.domain.contact_search import ContactEntry
    from safetydesk.services.views_contacts import ContactLine
    from safetydesk.services.views_duty import OnDutyView
    from safetydesk.storage.unit_of_work import UnitOfWork

_PERSON = "p"
_OWN_GROUPS = frozenset({"", SpecialGroup.OFFICE, SpecialGroup.ON_DUTY})
_ONLY_OWN = frozenset({SpecialGroup.OFFICE, SpecialGroup.ON_DUTY})


@dataclass(frozen=True)
class _Own:
    """The people of the office as they stood at a mark of the audit trail and a minute."""

    mark: tuple[int, ...]
    minute: datetime
    people: tuple[tuple[ContactEntry, ContactLine], ...]


class ContactFinder:
    """Searches what it keeps in memory; what was written since is read first."""

    def __init__(self) -> None:
        self._stored = DirectoryInMemory()
        self._own: _Own | None = None

    def prepare(self, uow: UnitOfWork, now: datetime) -> None:
        """Reads everything once, so that the first key typed does not wait for it."""
        mark = uow.audit.newest_numbers()
        self._stored.prepare(uow, mark)
        self._people(uow, mark, now)

    def find(
        self,
        uow: UnitOfWork,
        query: str,
        limit: int,
        now: datetime,
        *,
        group: str = "",
        among: Sequence[int] | None = None,
    ) -> tuple[ContactLine, ...]:
        """The first hits of a group, best first; ``among`` are the stored contacts of it, in order.

        Where ranks are equal those on duty go first, then the other people of the office.
        """
        mark = uow.audit.newest_numbers()
        hits: list[tuple[int, bool, int, ContactLine]] = []
        if group in _OWN_GROUPS:
            only_duty = group == SpecialGroup.ON_DUTY
            own = self._people(uow, mark, now)
            hits += _fitting((one for one in own if one[0].on_duty or not only_duty), query)
        if group not in _ONLY_OWN:
            if among is None:
                stored = self._stored.first(uow, mark, query, limit)
            else:
                stored = self._stored.among(uow, mark, query, among)
            places = count(max((place for _, _, place, _ in hits), default=0) + 1)
            hits += [(rank, True, next(places), line) for rank, line in stored]
        hits.sort(key=lambda hit: hit[:3])
        return tuple(line for *_, line in hits[:limit])

    def _people(
        self, uow: UnitOfWork, mark: tuple[int, ...], now: datetime
    ) -> tuple[tuple[ContactEntry, ContactLine], ...]:
        """The people of the office; they stand until somebody writes or another minute begins."""
        minute, known = whole_minute(now), self._own
        if known is None or (known.mark, known.minute) != (mark, minute):
            known = _Own(mark, minute, tuple(_own_people(uow, minute)))
            self._own = known
        return known.people


def on_duty(uow: UnitOfWork, minute: datetime) -> dict[int, OnDutyView]:
    """Who is planned for a minute, each once, by the first post."""
    found: dict[int, OnDutyView] = {}
    for view in on_duty_at(uow, minute):
        found.setdefault(view.person_id, view)
    return found


def id_of(key: str) -> int:
    """The row's id behind a key such as ``c12``."""
    return int(key[1:])


def is_person(key: str) -> bool:
    """Whether a key means somebody of the office."""
    return key.startswith(_PERSON)


def post_label(view: OnDutyView | None) -> str:
    """The post held now, empty off duty."""
    return view.label if view else ""


def _own_people(uow: UnitOfWork, minute: datetime) -> list[tuple[ContactEntry, ContactLine]]:
    unit, duty = uow.office.facts().short_name, on_duty(uow, minute)
    return [
        (
            replace(entry_of_person(person, unit), on_duty=person.id in duty),
            line_of_person(person, unit, post_label(duty.get(person.id))),
        )
        for person in uow.people.all()
    ]


def _fitting(
    people: Iterable[tuple[ContactEntry, ContactLine]], query: str
) -> list[tuple[int, bool, int, ContactLine]]:
    """(rank, off duty, place, line) of those that fit."""
    fit = ranking(query)
    ranked = ((fit(entry), not entry.on_duty, line) for entry, line in people)
    return [
        (rank, off, place, line)
        for place, (rank, off, line) in enumerate(ranked)
        if rank is not None
    ]
