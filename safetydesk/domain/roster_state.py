"""How a roster stands: draft, published, filed with the superior, changed since, filed again.

Nothing of this is stored. What is stored are the steps (published; filed with whom, when, with
which receipt), each with the plan as it was then; the state follows from comparing the last filing
with the plan of today (domain dossier §4.4, §4.5).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from safetydesk.domain.incident import Term

REFILE_WITHIN = timedelta(hours=24)
REFILE_AT_LEAST = timedelta(hours=1)


class RosterStepKind(Term):
    """What is done with a roster."""

    PUBLISHED = "published", "发布"
    FILED = "filed", "报备"


class RosterState(Term):
    """How a roster stands; derived, never stored."""

    DRAFT = "draft", "草稿"
    PUBLISHED = "published", "已发布"
    FILED = "filed", "已报备"
    CHANGED = "changed", "报备后有变动"
    REFILED = "refiled", "已重新报备"


@dataclass(frozen=True, order=True)
class Turn:
    """One person on one post within one duty day; instants aware, in UTC."""

    post: str
    person: int
    start: datetime
    end: datetime


@dataclass(frozen=True)
class RosterStep:
    """A roster was published or filed; ``digest`` is that of the plan at that moment."""

    id: int
    kind: RosterStepKind
    at: datetime
    recorded_at: datetime
    author: str
    to_whom: str
    means: str
    receipt: str
    digest: str


@dataclass(frozen=True)
class Difference:
    """A post of a duty day on which two versions disagree."""

    day: date
    post: str
    before: tuple[Turn, ...]
    after: tuple[Turn, ...]


def filings(steps: Iterable[RosterStep]) -> list[RosterStep]:
    """The filings among the steps, oldest first."""
    return [step for step in steps if step.kind is RosterStepKind.FILED]


def outstanding(steps: Iterable[RosterStep], current: str) -> tuple[str, ...]:
    """The superiors who were last given another plan than that of digest ``current``."""
    newest = {step.to_whom: step.digest for step in filings(steps)}
    return tuple(to_whom for to_whom, digest in newest.items() if digest != current)


def state_of(steps: Sequence[RosterStep], current: str, *, published: bool) -> RosterState:
    """How a roster stands whose plan has the digest ``current`` now.

    It is filed again only where a filing differs from an earlier one to the same superior; a
    second superior who is given the same plan makes no second version.
    """
    filed = filings(steps)
    if not published:
        return RosterState.DRAFT
    if not filed:
        return RosterState.PUBLISHED
    if outstanding(steps, current):
        return RosterState.CHANGED
    return RosterState.FILED if len({step.digest for step in filed}) == 1 else RosterState.REFILED


def compare(
    before: Iterable[Turn], after: Iterable[Turn], day_of: Callable[[datetime], date]
) -> tuple[Difference, ...]:
    """Where two versions disagree, by day and post; ``day_of`` names an instant's duty day."""
    old, new = _by_cell(before, day_of), _by_cell(after, day_of)
    return tuple(
        Difference(day, post, old.get((day, post), ()), new.get((day, post), ()))
        for day, post in sorted(old.keys() | new.keys())
        if old.get((day, post)) != new.get((day, post))
    )


def refiling_due(changed_at: datetime, first_start: datetime) -> datetime:
    """By when a change must be filed again: within a day, before the duty, never at once.

    No rule of the state names a term; offices ask for it before the duty begins.
    """
    by_then = min(changed_at + REFILE_WITHIN, first_start)
    return max(changed_at + REFILE_AT_LEAST, by_then)


def _by_cell(
    turns: Iterable[Turn], day_of: Callable[[datetime], date]
) -> dict[tuple[date, str], tuple[Turn, ...]]:
    """The turns of each day and post, in order."""
    cells: defaultdict[tuple[date, str], list[Turn]] = defaultdict(list)
    for turn in sorted(set(turns)):
        cells[day_of(turn.start), turn.post].append(turn)
    return {cell: tuple(held) for cell, held in cells.items()}
