"""What to say where a roster cannot be filled: which rule blocks, on which days, what would help.

A relaxation is only proposed after a draft made with it had no empty turn left. The law on pregnant
and nursing women is never relaxed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import combinations, islice
from typing import TYPE_CHECKING

from safetydesk.domain.roster_draft import DraftOrder, DraftPerson, DraftRule, Training
from safetydesk.domain.roster_draft_board import DraftBoard
from safetydesk.domain.roster_draft_greedy import draft_on
from safetydesk.domain.roster_draft_holding import Holding

if TYPE_CHECKING:
    from safetydesk.domain.roster_draft import Draft

_REST_STEP, _LEAST_REST = 12, 12
_MOST_RECALLED, _MOST_HELPERS = 2, 3
_LOOKS = 24


@dataclass(frozen=True)
class Blocked:
    """A rule that keeps people from empty turns of one post: the days, and whom it concerns."""

    post: str
    rule: DraftRule
    days: tuple[date, ...]
    people: tuple[str, ...]


class Relief(StrEnum):
    """What could be given way in, the least first."""

    REST = "rest"
    """Fewer hours of rest after a duty of ``post``: ``hours``."""
    WOMEN_BY_DAY = "women_by_day"
    LEAVE = "leave"
    """``people`` serve although they are away on ``days``."""
    HELPERS = "helpers"
    """``count`` more people who may serve ``post``."""


@dataclass(frozen=True)
class Relaxation:
    """The least that has to give way for every turn to be served; proven by a draft."""

    relief: Relief
    post: str = ""
    hours: int = 0
    people: tuple[str, ...] = ()
    days: tuple[date, ...] = ()
    count: int = 0


@dataclass(frozen=True)
class Shortage:
    """Empty turns, what stands in their way, and what would help; None where nothing small does."""

    empty: tuple[tuple[str, date], ...]
    blocked: tuple[Blocked, ...]
    relaxation: Relaxation | None


def shortage(board: DraftBoard, draft: Draft) -> Shortage | None:
    """What is missing in a draft; None where nothing is."""
    empty = [seat for seat, holder in enumerate(draft.holders) if holder is None]
    if not empty:
        return None
    state = Holding.of(board, draft.holders)
    return Shortage(
        tuple((board.seats[seat].post, board.seats[seat].day) for seat in empty),
        _blocked(board, state, empty),
        _smallest(board, state, empty),
    )


def _blocked(board: DraftBoard, state: Holding, empty: list[int]) -> tuple[Blocked, ...]:
    """The rules in the way, by post; those that keep most people away first."""
    days: dict[tuple[str, DraftRule], set[date]] = {}
    people: dict[tuple[str, DraftRule], list[str]] = {}
    for seat in empty:
        turn = board.seats[seat]
        for person, who in enumerate(board.people):
            rule = state.bar(seat, person)
            if rule is None or turn.post not in who.posts:
                continue
            days.setdefault((turn.post, rule), set()).add(turn.day)
            people.setdefault((turn.post, rule), []).append(who.key)
    if not days:  # nobody at all may serve the post
        for seat in empty:
            days.setdefault((board.seats[seat].post, DraftRule.POST), set()).add(
                board.seats[seat].day
            )
    found = sorted(days, key=lambda key: (-len(people.get(key, ())), key))
    return tuple(
        Blocked(post, rule, tuple(sorted(days[post, rule])), _once(people.get((post, rule), [])))
        for post, rule in found
    )


def _smallest(board: DraftBoard, state: Holding, empty: list[int]) -> Relaxation | None:
    """The first relaxation, from the least on, with which a draft fills every turn."""
    for relaxation, order in islice(_reliefs(board, state, empty), _LOOKS):
        if None not in draft_on(DraftBoard(order)).holders:
            return relaxation
    return None


def _reliefs(
    board: DraftBoard, state: Holding, empty: list[int]
) -> Iterator[tuple[Relaxation, DraftOrder]]:
    """What could be tried, from the least on."""
    order = board.order
    rules = {state.bar(seat, who) for seat in empty for who in range(len(board.people))}
    posts = sorted({board.seats[seat].post for seat in empty})
    if DraftRule.REST in rules:
        yield from _less_rest(order, {board.posts[post].pool for post in posts})
    if DraftRule.WOMEN_BY_DAY in rules:
        yield Relaxation(Relief.WOMEN_BY_DAY), replace(order, women_by_day=False)
    if DraftRule.LEAVE in rules:
        yield from _recalled(board, state, empty)
    for post in posts:
        for count in range(1, _MOST_HELPERS + 1):
            yield Relaxation(Relief.HELPERS, post=post, count=count), _helped(order, post, count)


def _less_rest(order: DraftOrder, pools: set[str]) -> Iterator[tuple[Relaxation, DraftOrder]]:
    """Rest made shorter step by step, for the pools that lack people."""
    longest = max(post.rest for post in order.posts if post.pool in pools)
    for hours in range(longest - _REST_STEP, _LEAST_REST - 1, -_REST_STEP):
        posts = tuple(
            replace(post, rest=min(post.rest, hours)) if post.pool in pools else post
            for post in order.posts
        )
        shortened = next(post.key for post in order.posts if post.pool in pools)
        yield (
            Relaxation(Relief.REST, post=shortened, hours=hours),
            replace(order, posts=posts),
        )


def _recalled(
    board: DraftBoard, state: Holding, empty: list[int]
) -> Iterator[tuple[Relaxation, DraftOrder]]:
    """One or two people called back from leave for the days that lack somebody."""
    away = sorted(
        {
            person
            for seat in empty
            for person in range(len(board.people))
            if state.bar(seat, person) is DraftRule.LEAVE
        }
    )
    turns = [board.seats[seat] for seat in empty]
    days = tuple(sorted({turn.day for turn in turns}))
    for count in range(1, _MOST_RECALLED + 1):
        for chosen in combinations(away, count):
            names = tuple(board.people[person].key for person in chosen)
            people = tuple(
                replace(who, away=_without(who, [(turn.start, turn.end) for turn in turns]))
                if who.key in names
                else who
                for who in board.people
            )
            yield (
                Relaxation(Relief.LEAVE, people=names, days=days),
                replace(board.order, people=people),
            )


def _helped(order: DraftOrder, post: str, count: int) -> DraftOrder:
    """The same with some more people for a post, who are never away."""
    more = tuple(
        DraftPerson(f"\0{number}", frozenset({post}), training=Training.EXPERIENCED)
        for number in range(count)
    )
    return replace(order, people=(*order.people, *more))


def _without(who: DraftPerson, turns: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Somebody's leave without the days of some turns."""
    left: list[tuple[int, int]] = []
    for start, end in who.away:
        pieces = [(start, end)]
        for begins, ends in turns:
            pieces = [
                piece
                for a, b in pieces
                for piece in ((a, min(b, begins)), (max(a, ends), b))
                if piece[0] < piece[1]
            ]
        left += pieces
    return tuple(left)


def _once(names: list[str]) -> tuple[str, ...]:
    """Each name once, in order."""
    return tuple(dict.fromkeys(names))
