"""What a reading unit has read once: within one snapshot the same question has the same answer."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar, cast

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_ANSWERS = "answers"


class Reads(Protocol):
    """A store: it asks one session."""

    _session: Session


S = TypeVar("S", bound=Reads)
P = ParamSpec("P")
R = TypeVar("R")


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
