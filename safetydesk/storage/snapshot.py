"""What a reading unit has read once: within one snapshot the same question has the same answer."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, Generic, ParamSpec, Protocol, TypeVar, cast

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_ANSWERS = "answers"
AROUND = timedelta(days=9)
"""How much more is read on both sides of a window, so that the next window lies within it: a run of
duties is followed eight days back."""


class Reads(Protocol):
    """A store: it asks one session."""

    _session: Session


S = TypeVar("S", bound=Reads)
P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
Windowed = Callable[[S, datetime, datetime], list[T]]


class Snapshot:
    """A session that keeps the answers of its snapshot, where it only ``reads``."""

    def __init__(self, session: Session, *, reads: bool = False) -> None:
        self.session = session
        if reads:
            session.info[_ANSWERS] = {}

    def once(self, question: Hashable, ask: Callable[[], R]) -> R:
        """What follows from a snapshot, worked out once; a session that writes asks each time."""
        return once(self.session, question, ask)


def once(session: Session, question: Hashable, ask: Callable[[], R]) -> R:
    """The answer of a snapshot, asked for once; a session that writes asks each time.

    Answers are frozen values; a list is given out as a copy, so that nobody can alter what is kept.
    """
    answers = session.info.get(_ANSWERS)
    if answers is None:
        return ask()
    if question not in answers:
        answers[question] = ask()
    found: R = answers[question]
    return cast("R", list(cast("list[object]", found))) if isinstance(found, list) else found


def asked_once(query: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
    """A query of a store, whose arguments can be hashed, that one snapshot carries out once."""

    @wraps(query)
    def ask(store: S, /, *args: P.args, **named: P.kwargs) -> R:
        question = (query, args, tuple(sorted(named.items())))
        # It stands in for the store's own method.
        session = store._session  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
        return once(session, question, lambda: query(store, *args, **named))

    return ask


@dataclass(frozen=True)
class _Read(Generic[T]):
    """What was read of a stretch of time."""

    start: datetime
    end: datetime
    values: list[T]


def asked_around(
    cut: Callable[[T, datetime, datetime], T | None],
) -> Callable[[Windowed[S, T]], Windowed[S, T]]:
    """A query of a store over ``[start, end)`` that one snapshot carries out once for all windows.

    The screens of one moment ask for its shift, its day and its minute. ``cut`` gives what a value
    is of a narrower window, None where it does not meet it: exactly what the query would give.
    """

    def marked(query: Windowed[S, T]) -> Windowed[S, T]:
        @wraps(query)
        def ask(store: S, start: datetime, end: datetime, /) -> list[T]:
            session = store._session  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
            answers = session.info.get(_ANSWERS)
            if answers is None:
                return query(store, start, end)
            read: _Read[T] | None = answers.get(query)
            if read is None or not read.start <= start <= end <= read.end:
                wide = (start - AROUND, end + AROUND)
                read = answers[query] = _Read(*wide, query(store, *wide))
            met = (cut(value, start, end) for value in read.values)
            return [value for value in met if value is not None]

        return ask

    return marked
