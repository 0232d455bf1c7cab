"""How a fact that no rule can read is set apart: it says so itself and silences no other.

What was on the list because of it stays there: that it cannot be read is no sign that it is done.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from safetydesk.domain.clock import whole_minute
from safetydesk.domain.errors import BadInput, NotFound, RuleViolation
from safetydesk.domain.reminder import Deadline, DutyKind, fitting_item

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from safetydesk.services.told_once import TroublesRead
    from safetydesk.storage.unit_of_work import UnitOfWork

T = TypeVar("T")
Head = TypeVar("Head")

UNREADABLE = (
    ArithmeticError,
    AttributeError,
    BadInput,
    LookupError,
    NotFound,
    RuleViolation,
    TypeError,
    ValueError,
)
"""What is raised over facts that nobody foresaw; a database that fails is another matter."""
_ITEMS: dict[DutyKind, tuple[str, ...]] = {
    DutyKind.REPORT: ("incident",),
    DutyKind.MATTER: ("matter",),
    DutyKind.FILING: ("filing",),
    DutyKind.SWAP: ("swap",),
    DutyKind.DAILY: ("daily",),
    DutyKind.OUTSIDE: ("outside",),
    DutyKind.WARNING: ("warning", "calling"),
    DutyKind.ROSTER: ("unmanned", "no_show", "note:staff"),
    DutyKind.HANDOVER: ("handover",),
    DutyKind.CONTACTS: ("contacts",),
    DutyKind.NOTE: ("note",),
}
_REPEAT = timedelta(minutes=30)
BY_HAND = "时限推算失败，请人工掌握"
"""What is said of a thing whose terms nobody can derive."""
_WHAT_TO_DO = "其间按规定人工计时；核对刚录入的内容，更正后自行消除，仍不行的请主管看健康页。"


def readable(read: Callable[[], Iterable[T]]) -> tuple[T, ...]:
    """What is read of one thing; nothing where no rule can read it, which the alarm list says."""
    try:
        return tuple(read())
    except UNREADABLE:
        return ()


def one_by_one(
    read: Callable[[], Iterable[T]],
    heads: Callable[[], Iterable[Head]],
    alone: Callable[[Head], T],
    unread: Callable[[Head], T] | None = None,
) -> tuple[T, ...]:
    """All things of a kind in one go; where one of them cannot be read, each from its head.

    ``unread`` says what stands for one that cannot be read; without it such a one is left out.
    """
    try:
        return tuple(read())
    except UNREADABLE:
        return tuple(
            thing
            for head in heads()
            for thing in readable(partial(_alone, alone, head))
            or (() if unread is None else (unread(head),))
        )


class SetApart:
    """Collects what could not be read while the facts of one instant are gathered."""

    def __init__(self, uow: UnitOfWork, now: datetime, troubles: TroublesRead) -> None:
        self._uow = uow
        self._troubles = troubles
        self._now = now
        self._faults: dict[str, tuple[DutyKind, str]] = {}
        self._unknown: list[str] = []

    def all(self, kind: DutyKind, read: Callable[[], Iterable[T]]) -> tuple[T, ...]:
        """Every duty of a kind; none where they cannot be read, which is a fault of its own.

        Raises:
            StorageUnavailable: the database cannot be read at all.
        """
        return self._read(kind, "", kind.chinese_name, read)

    def one(
        self, kind: DutyKind, number: int | str, name: str, read: Callable[[], Iterable[T]]
    ) -> tuple[T, ...]:
        """The duties that come of one thing, by its number in items and the name it goes by.

        Raises:
            StorageUnavailable: the database cannot be read at all.
        """
        return self._read(kind, f":{number}", name, read)

    def each(
        self,
        kind: DutyKind,
        read: Callable[[], Iterable[T]],
        heads: Callable[[], Iterable[tuple[int, str]]],
        get: Callable[[int], T],
    ) -> tuple[T, ...]:
        """The things of a kind; where one of them cannot be read, the others, one by one.

        ``heads`` gives the number of each and the name it goes by.

        Raises:
            StorageUnavailable: the database cannot be read at all.
        """
        try:
            return tuple(read())
        except UNREADABLE:
            return tuple(
                thing
                for number, name in heads()
                for thing in self.one(kind, number, name, partial(_alone, get, number))
            )

    def unknown(self) -> tuple[str, ...]:
        """How the items begin of which nothing is known now."""
        return tuple(self._unknown)

    def faults(self) -> tuple[Deadline, ...]:
        """An alarm for each thing that could not be read, due when it was found first."""
        since = self._uow.reminders.listed_since(self._faults) if self._faults else {}
        return tuple(
            Deadline(
                item=item,
                kind=kind,
                title=f"{name} {BY_HAND}",
                to_whom="",
                starts_at=(found := since.get(item, whole_minute(self._now))),
                due_at=found,
                repeat=_REPEAT,
                what_to_do=_WHAT_TO_DO,
            )
            for item, (kind, name) in self._faults.items()
        )

    def _read(
        self, kind: DutyKind, number: str, name: str, read: Callable[[], Iterable[T]]
    ) -> tuple[T, ...]:
        """What is read, or the fault noted."""
        try:
            return tuple(read())
        except UNREADABLE as error:
            prefixes = [f"{prefix}{number}" for prefix in _ITEMS[kind]]
            self._troubles.found(prefixes[0], error)
            self._faults[fitting_item(f"{prefixes[0]}:fault")] = (kind, name)
            self._unknown += prefixes
            return ()


def _alone(get: Callable[[Head], T], head: Head) -> tuple[T]:
    """One thing by its number or its head."""
    return (get(head),)
