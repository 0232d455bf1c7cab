"""Who leaves the standby post by taking a duty, and who could stand by instead."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from typing import TYPE_CHECKING

from safetydesk.domain.duty_resolution import resolve
from safetydesk.domain.presence import STANDS_BY
from safetydesk.domain.spans import Span
from safetydesk.services.duty_days import duty_date, turn_of
from safetydesk.services.duty_planning import plan_of
from safetydesk.services.staff_reading import staff_of
from safetydesk.services.swap_checks import duties_of
from safetydesk.services.views_swaps import DutyTurn, StandbyLeft

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from safetydesk.domain.duty import DutySpan
    from safetydesk.storage.unit_of_work import UnitOfWork


def standby_left(
    uow: UnitOfWork, taker_id: int, post: str, window: Span, but: Sequence[int]
) -> tuple[StandbyLeft, ...]:
    """The turns of standing by that somebody leaves to serve a post in a window.

    Offered is whoever may stand by, is not on any post then, and is not away; nobody of ``but``.
    """
    found: list[StandbyLeft] = []
    for turn in duties_of(uow, taker_id, window):
        part = Span(turn.start, turn.end).clip(window)
        if turn.post in STANDS_BY and turn.post != post and part is not None:
            cut = DutyTurn(turn.post, turn.label, part.start, part.end)
            instead = tuple(_instead(uow, turn.post, part, {taker_id, *but}))
            found.append(StandbyLeft(cut, instead))
    return tuple(found)


def _instead(
    uow: UnitOfWork, post: str, part: Span, but: set[int]
) -> Iterator[tuple[int, str, int]]:
    """Whoever is free then, the fewest turns of the month first."""
    spans = _month(uow, part.start)
    counts = Counter(span.person for span in spans if span.post == post)
    busy = {span.person for span in spans if Span(span.start, span.end).overlaps(part)}
    day = duty_date(part.start, uow.office.facts())
    free = [
        facts
        for key, facts in staff_of(uow, part).items()
        if post in facts.posts
        and not facts.gone(day)
        and key not in busy
        and int(key) not in but
        and not any(absence.span.overlaps(part) for absence in facts.absences)
    ]
    for facts in sorted(free, key=lambda one: (counts[one.person], one.name)):
        yield int(facts.person), facts.name, counts[facts.person]


def _month(uow: UnitOfWork, at: datetime) -> list[DutySpan]:
    """Everybody's duties of the month of an instant."""
    office = uow.office.facts()
    day = duty_date(at, office)
    last = day.replace(day=monthrange(day.year, day.month)[1])
    window = Span(turn_of(day.replace(day=1), office).start, turn_of(last, office).end)
    return list(resolve(plan_of(uow, window, window.start)).spans)
