"""Who could take a duty that a finding is about: the few who are free and have had the least."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetydesk.domain.duty_resolution import resolve
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.roster_draft import LAW, Draft, DraftOrigin, DraftRule
from safetydesk.domain.roster_draft_why import why
from safetydesk.domain.spans import Span
from safetydesk.services.draft_order import PLAIN_REST, POOLS, prepare
from safetydesk.services.duty_days import duty_date, turn_of
from safetydesk.services.duty_planning import plan_of
from safetydesk.services.views_draft import DraftRequest, PostRequest
from safetydesk.services.views_findings import Suggestion, Suggestions

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from safetydesk.domain.roster_draft_why import Why
    from safetydesk.services.transaction import Transactions
    from safetydesk.storage.unit_of_work import UnitOfWork

MOST = 3
"""So many are offered."""


class DutySuggestions:
    """By the same rules and counts as a fair draft, for one duty day of one post."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def who_could(self, post: str, day: date, but: Collection[int] = ()) -> Suggestions:
        """The best of those who are free, trained and not away; why the others are not.

        ``but`` are left out: whoever the finding is about. Ranked by who asked not to serve then,
        the duties of the month, those of the same kind of day in the last year, and how far the
        nearest duty lies.
        """
        now = self._transactions.clock.now()
        with self._transactions.read() as uow:
            people = frozenset(
                person.id
                for person in uow.people.all()
                if post in person.posts and person.id not in but
            )
            if not people:
                return Suggestions()
            request = DraftRequest(
                day, day, (PostRequest(post, rest=PLAIN_REST.get(post, 24)),), people
            )
            try:
                prepared = prepare(uow, request, now)
            except RuleViolation:
                return Suggestions()
            answer = why(prepared.board, Draft((None,), DraftOrigin.GREEDY), 0)
            month = _month(uow, day)
        rows = _rows(answer, prepared.names, month, POOLS.get(post, post), day)
        return Suggestions(tuple(rows[:MOST]), _barred(answer))


@dataclass(frozen=True)
class _Planned:
    """A duty of the month: its first duty day, and the day after its last."""

    post: str
    person: str
    first: date
    until: date


def _month(uow: UnitOfWork, day: date) -> list[_Planned]:
    """Everybody's duties of the month as they are planned."""
    office = uow.office.facts()
    last = day.replace(day=monthrange(day.year, day.month)[1])
    window = Span(turn_of(day.replace(day=1), office).start, turn_of(last, office).end)
    return [
        _Planned(span.post, span.person, duty_date(span.start, office), duty_date(span.end, office))
        for span in resolve(plan_of(uow, window, window.start)).spans
    ]


def _rows(
    answer: Why, names: Mapping[str, str], month: list[_Planned], pool: str, day: date
) -> list[Suggestion]:
    """Everybody who could, the best first."""
    counts: Counter[str] = Counter()
    apart: dict[str, int] = {}
    for duty in month:
        if POOLS.get(duty.post, duty.post) == pool:
            counts[duty.person] += max(1, (duty.until - duty.first).days)
        gap = min(abs((day - duty.first).days), abs((duty.until - day).days))
        apart[duty.person] = min(gap, apart.get(duty.person, gap))
    rows = [
        Suggestion(
            person_id=int(standing.person),
            name=names[standing.person],
            month=counts[standing.person],
            apart=apart.get(standing.person),
            kind=answer.kind,
            of_kind=standing.total,
            unwanted=standing.person in answer.unwanted,
        )
        for standing in answer.before
    ]
    return sorted(rows, key=lambda row: (row.unwanted, row.month, row.of_kind, -row.far, row.name))


def _barred(answer: Why) -> tuple[tuple[DraftRule, int], ...]:
    """Why the others cannot, the commonest reason first; personal reasons are told as one."""
    personal = {*LAW, DraftRule.HEALTH}
    counts = Counter(
        DraftRule.HEALTH if row.rule in personal else row.rule for row in answer.excluded
    )
    return tuple(counts.most_common())
