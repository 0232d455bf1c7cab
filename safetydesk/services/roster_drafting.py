"""Use cases of fair rosters: what a draft is made from, and writing it into the plan at once."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

from safetydesk.services.calendar import calendar_of
from safetydesk.services.draft_order import PLAIN_REST, prepare
from safetydesk.services.duty_days import turn_of
from safetydesk.services.views_draft import (
    DraftOptions,
    DraftPersonOption,
    DraftPostOption,
    DraftRequest,
    NamedPeriod,
    PostRequest,
    PreparedDraft,
)
from safetydesk.services.views_duty import DraftTurn, RosterDraft

if TYPE_CHECKING:
    from datetime import date

    from safetydesk.domain.access import Actor
    from safetydesk.domain.roster_draft import Draft
    from safetydesk.services.duty import DutyService
    from safetydesk.services.transaction import Outcome, Transactions

_SOURCE = "排班"
_AHEAD, _DAY = timedelta(days=400), timedelta(days=1)


class RosterDraftingService:
    """Builds the order of a draft from the office and stores what was made of it."""

    def __init__(self, transactions: Transactions, duty: DutyService) -> None:
        self._transactions, self._duty = transactions, duty

    def options(self, first: date, last: date) -> DraftOptions:
        """The posts and people there are, and whether anything is planned on ``[first, last]``."""
        with self._transactions.read() as uow:
            office = uow.office.facts()
            people = uow.people.all()
            calendar = calendar_of(uow, first, last)
            start, end = turn_of(first, office).start, turn_of(last, office).end
            planned = bool(uow.duty.rosters(start, end))
        return DraftOptions(
            posts=tuple(
                DraftPostOption(
                    PostRequest(post.id, max(1, post.minimum), PLAIN_REST.get(post.id, 24)),
                    post.label,
                    frozenset(person.id for person in people if post.id in person.posts),
                )
                for post in office.posts
            ),
            people=tuple(
                DraftPersonOption(person.id, person.name, person.section, person.posts)
                for person in people
            ),
            unknown=tuple(sorted({first.year, last.year} - calendar.years)),
            planned=planned,
        )

    def holidays(self, today: date) -> tuple[NamedPeriod, ...]:
        """The holiday breaks that are known of the year to come, each from its first day off."""
        with self._transactions.read() as uow:
            calendar = calendar_of(uow, today, today + _AHEAD)
        free = (row for row in calendar.special.values() if not row.day_class.worked)
        found: list[NamedPeriod] = []
        for row in sorted(free, key=lambda row: row.day):
            if row.day < today:
                continue
            if found and found[-1].name == row.name and row.day - found[-1].last == _DAY:
                found[-1] = NamedPeriod(row.name, found[-1].first, row.day)
            else:
                found.append(NamedPeriod(row.name, row.day, row.day))
        return tuple(found)

    def prepare(self, request: DraftRequest) -> PreparedDraft:
        """Everything a draft is made from, as the office stands now; nothing is stored.

        Raises:
            RuleViolation: no post, nobody to plan, or a period that is no period.
        """
        with self._transactions.read() as uow:
            return prepare(uow, request, self._transactions.clock.now())

    def apply(self, actor: Actor, prepared: PreparedDraft, draft: Draft) -> Outcome[int]:
        """Writes a draft into the plan as one roster, which is taken back as one step.

        Raises:
            AccessDenied: not a supervisor.
            RuleViolation: the draft is empty, or a rule of the office denies it.
        """
        turns = tuple(
            DraftTurn(
                seat.post,
                int(name),
                prepared.names[name],
                seat.day,
                span.start,
                span.end,
                _SOURCE,
            )
            for seat, span, name in zip(
                prepared.board.seats, prepared.spans, draft.holders, strict=True
            )
            if name is not None
        )
        told = "\n".join(f"{t.post} {t.person_id} {t.start.isoformat()}" for t in turns)
        return self._duty.apply(
            actor,
            RosterDraft(prepared.title, turns, ()),
            file_name=prepared.title,
            sha256=hashlib.sha256(told.encode()).hexdigest(),
        )
