"""The stored directory in memory: ready to be searched, following every act that alters it.

Of each contact the line of a hit is kept, and of all of them one index. Whatever alters a contact
leaves a row in the audit trail in its own transaction (architecture B.10), so that the newest rows
say, within the snapshot that is read, which contacts are to be read again.
"""

from __future__ import annotations

import threading
from array import array
from typing import TYPE_CHECKING

from safetydesk.domain.changes import Topic
from safetydesk.domain.contact_index import ContactIndex
from safetydesk.domain.contact_search import ranking
from safetydesk.services.contact_writing import entry_of, line_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from safetydesk.domain.contact_search import ContactEntry
    from safetydesk.services.views_contacts import ContactLine
    from safetydesk.storage.unit_of_work import UnitOfWork

_MOST_APART = 100
"""So many changed contacts are ranked one by one before the index is made anew."""
_LATEST = 1_000
"""So many numbers of the trail may be in use at once: a slower desk may commit after later ones."""
_CHUNK = 500


class DirectoryInMemory:
    """Everybody stored and not removed; for any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._mark: tuple[int, ...] | None = None
        self._seen, self._floor = set[int](), 0
        self._index, self._ids = ContactIndex(()), array("q")
        self._number_of: dict[int, int] = {}
        self._lines: dict[int, ContactLine] = {}
        self._apart: dict[int, ContactEntry] = {}
        self._gone: set[int] = set()

    def first(
        self, uow: UnitOfWork, mark: tuple[int, ...], query: str, limit: int
    ) -> list[tuple[int, ContactLine]]:
        """(rank, line) of the first hits: by rank, then units' own entries, then by age."""
        with self._lock:
            self._follow(uow, mark)
            found = self._index.first(query, limit, self._gone)
            ranks = {self._ids[number]: rank for number, rank in found.items()}
            ranks.update(self._ranks_apart(query))
            hits = [
                (rank, bool(self._lines[number].name), number) for number, rank in ranks.items()
            ]
            return [(rank, self._lines[number]) for rank, _, number in sorted(hits)[:limit]]

    def among(
        self, uow: UnitOfWork, mark: tuple[int, ...], query: str, ids: Sequence[int]
    ) -> list[tuple[int, ContactLine]]:
        """(rank, line) of all hits among some: by rank, then in the order given."""
        with self._lock:
            self._follow(uow, mark)
            found = self._index.every(query).items()
            ranks = {self._ids[number]: rank for number, rank in found if number not in self._gone}
            ranks.update(self._ranks_apart(query))
            hits = [(ranks[number], at, number) for at, number in enumerate(ids) if number in ranks]
            return [(rank, self._lines[number]) for rank, _, number in sorted(hits)]

    def prepare(self, uow: UnitOfWork, mark: tuple[int, ...]) -> None:
        """Reads what is new, so that the next search finds it read."""
        with self._lock:
            self._follow(uow, mark)

    def _ranks_apart(self, query: str) -> Iterator[tuple[int, int]]:
        fit = ranking(query)
        for number, entry in self._apart.items():
            rank = fit(entry)
            if rank is not None:
                yield number, rank

    def _follow(self, uow: UnitOfWork, mark: tuple[int, ...]) -> None:
        """Takes over what was altered since; nothing is read where nobody wrote anything."""
        if mark == self._mark:
            return
        acts = uow.audit.subjects_after(Topic.CONTACTS.value, self._floor)
        altered = {subject for number, subject in acts.items() if number not in self._seen}
        many = len(altered) + len(self._apart) > _MOST_APART
        if self._mark is None or many or "" in altered:
            self._read_all(uow)
            self._seen = set(acts)
        elif altered:
            self._read_again(uow, [int(subject) for subject in altered])
            self._seen |= acts.keys()
        self._mark = mark
        self._floor = max(self._floor, max(mark, default=0) - _LATEST)
        self._seen = {number for number in self._seen if number > self._floor}

    def _read_all(self, uow: UnitOfWork) -> None:
        """Everybody anew; a list that was brought in names nobody."""
        ids, lines = array("q", uow.contacts.listed()), dict[int, "ContactLine"]()
        index = ContactIndex(_entries(uow, ids, lines))
        self._index, self._ids, self._lines = index, ids, lines
        self._number_of = {contact: number for number, contact in enumerate(ids)}
        self._apart, self._gone = {}, set()

    def _read_again(self, uow: UnitOfWork, ids: Sequence[int]) -> None:
        contacts = uow.contacts.load(ids)
        for number in ids:
            self._lines.pop(number, None)
            self._apart.pop(number, None)
            if number in self._number_of:
                self._gone.add(self._number_of[number])
        for contact in contacts:
            if not contact.removed:
                self._lines[contact.id] = line_of(contact)
                self._apart[contact.id] = entry_of(contact)


def _entries(
    uow: UnitOfWork, ids: Sequence[int], lines: dict[int, ContactLine]
) -> Iterator[ContactEntry]:
    """The contacts ready to be ranked, in the order of their ids; their lines beside them."""
    for start in range(0, len(ids), _CHUNK):
        chunk = list(ids[start : start + _CHUNK])
        contacts = {contact.id: contact for contact in uow.contacts.load(chunk)}
        for number in chunk:
            lines[number] = line_of(contacts[number])
            yield entry_of(contacts[number])
