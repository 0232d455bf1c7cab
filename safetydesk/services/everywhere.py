"""One search over people, incidents, open matters and the log of all years."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from safetydesk.domain.contact_search import ContactEntry, search
from safetydesk.services.readings import speak

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from safetydesk.services.contacts import ContactService
    from safetydesk.services.transaction import Transactions
    from safetydesk.storage.unit_of_work import UnitOfWork

_PEOPLE, _INCIDENTS, _MATTERS, _ENTRIES = 6, 6, 4, 8
"""So many of each, so that no kind pushes the others away."""
_NEWEST = 1_000
_FEWEST_LETTERS = 2
"""One letter is in every entry of the log."""


class HitKind(StrEnum):
    """What was found."""

    PERSON = "person"
    INCIDENT = "incident"
    MATTER = "matter"
    ENTRY = "entry"


@dataclass(frozen=True)
class Hit:
    """One thing found; ``key`` names it to whoever opens it, ``at`` is aware where time matters."""

    kind: HitKind
    key: str
    title: str
    detail: str = ""
    at: datetime | None = None


class EverywhereSearch:
    """Finds by words, by the sounds of names (yuzhbao) and by numbers."""

    def __init__(self, transactions: Transactions, contacts: ContactService) -> None:
        self._transactions, self._contacts = transactions, contacts

    def find(self, words: str) -> tuple[Hit, ...]:
        """What fits the words: people, incidents, matters, entries; nothing for no words."""
        wanted = words.strip()
        if not wanted:
            return ()
        with self._transactions.read() as uow:
            found = (*self._incidents(uow, wanted), *self._matters(uow, wanted))
            entries = self._entries(uow, wanted)
        return (*self._people(wanted), *found, *entries)

    def _people(self, words: str) -> list[Hit]:
        return [
            Hit(
                HitKind.PERSON,
                line.key,
                line.name or line.unit,
                "，".join(
                    part for part in (line.duty, line.shown, line.unit if line.name else "") if part
                ),
            )
            for line in self._contacts.search(words, limit=_PEOPLE)
        ]

    def _incidents(self, uow: UnitOfWork, words: str) -> list[Hit]:
        known = {str(one.id): one for one in uow.incidents.all(only_open=False, limit=_NEWEST)}
        said = ((key, one.title, one.number) for key, one in known.items())
        return [
            Hit(HitKind.INCIDENT, key, known[key].title, known[key].number, known[key].opened_at)
            for key in fitting(said, words, _INCIDENTS)
        ]

    def _matters(self, uow: UnitOfWork, words: str) -> list[Hit]:
        known = {str(one.id): one for one in uow.matters.open()}
        said = ((key, one.title, f"{one.number} {one.owner}") for key, one in known.items())
        return [
            Hit(HitKind.MATTER, key, known[key].title, known[key].number, known[key].due_at)
            for key in fitting(said, words, _MATTERS)
        ]

    def _entries(self, uow: UnitOfWork, words: str) -> list[Hit]:
        if len(words) < _FEWEST_LETTERS:
            return []
        return [
            Hit(HitKind.ENTRY, str(entry.seq), entry.text, entry.kind.value, entry.event_at)
            for entry in uow.log.search(words, _ENTRIES)
        ]


def fitting(said: Iterable[tuple[str, str, str]], words: str, limit: int) -> list[str]:
    """The keys whose name or other words fit, best first; ``said`` gives key, name and others."""
    entries = (ContactEntry(key, speak(name), posts=(speak(other),)) for key, name, other in said)
    return [entry.key for entry in search(entries, words, limit)]
