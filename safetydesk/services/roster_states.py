"""Rosters as documents: publish a draft, file it with the superior, compare versions."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.roster_state import RosterStepKind, compare
from safetydesk.services.duty_days import duty_date, turn_of
from safetydesk.services.log_writing import append_entry
from safetydesk.services.roster_reading import roster_view, turn_words, versions_of
from safetydesk.services.roster_writing import (
    digest_of_turns,
    planned_turns,
    publish_roster,
    write_roster_step,
)
from safetydesk.services.views_rosters import NOW, DifferenceView, Filing, RosterView, VersionView

if TYPE_CHECKING:
    from datetime import date

    from safetydesk.domain.roster_state import Turn
    from safetydesk.services.transaction import Act, Outcome, Transactions
    from safetydesk.storage.stores.rosters import RosterHead
    from safetydesk.storage.unit_of_work import UnitOfWork


class RosterStateService:
    """Rosters as documents that go to a superior; every state is derived from what is stored."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def of_days(self, first: date, last: date) -> list[RosterView]:
        """The rosters that speak of duty days in ``[first, last]``, drafts too, oldest first."""
        with self._transactions.read() as uow:
            office = uow.office.facts()
            start, end = turn_of(first, office).start, turn_of(last, office).end
            return [roster_view(uow, head) for head in uow.rosters.heads(start, end)]

    def get(self, roster_id: int) -> RosterView:
        """One roster.

        Raises:
            NotFound: there is none, or it was withdrawn.
        """
        with self._transactions.read() as uow:
            return roster_view(uow, uow.rosters.head(roster_id))

    def publish(
        self,
        actor: Actor,
        roster_id: int,
        *,
        superior: str = "",
        filing_due_at: datetime | None = None,
    ) -> Outcome[None]:
        """Makes a draft part of the plan. With ``superior`` it must be filed there by the time.

        Raises:
            AccessDenied: not the supervisor.
            RuleViolation: published already, or nobody stands on it.
            NotFound: there is none.
        """
        with self._transactions.act(actor, Permission.DUTY_EDIT) as act:
            roster = act.uow.duty.roster(roster_id)
            if roster.published_at is not None:
                raise RuleViolation("roster.published_already", title=roster.title)
            if not roster.turns:
                raise RuleViolation("roster.empty", title=roster.title)
            act.uow.duty.set_roster(
                roster_id, superior=superior.strip(), filing_due_at=filing_due_at
            )
            publish_roster(act, roster_id)
            act.touch(Topic.DUTY)
        return act.outcome(None)

    def require_filing(
        self, actor: Actor, roster_id: int, superior: str, due_at: datetime | None
    ) -> Outcome[None]:
        """With whom a roster must be filed and by when; an empty superior: with nobody.

        Raises:
            AccessDenied: not the supervisor.
            NotFound: there is none.
        """
        with self._transactions.act(actor, Permission.DUTY_EDIT) as act:
            act.uow.duty.set_roster(roster_id, superior=superior.strip(), filing_due_at=due_at)
            act.audit("roster.require_filing", Topic.ROSTERS, roster_id, after={"to": superior})
            act.touch(Topic.REMINDERS)
        return act.outcome(None)

    def file(self, actor: Actor, roster_id: int, filing: Filing) -> Outcome[None]:
        """报备: the roster as it stands was given to the superior; the log says so.

        Raises:
            AccessDenied: may not change duty.
            RuleViolation: a draft, nobody named, in the future or before it was published, or the
                same plan was filed there already.
            NotFound: there is none.
        """
        with self._transactions.act(actor, Permission.DUTY_CHANGE) as act:
            head = act.uow.rosters.head(roster_id)
            again = _check_filing(act, head, filing)
            write_roster_step(
                act,
                roster_id,
                RosterStepKind.FILED,
                filing.at or act.now,
                to_whom=filing.to_whom,
                means=filing.means,
                receipt=filing.receipt,
            )
            append_entry(act, _line(head, filing, again=again))
        return act.outcome(None)

    def discard(self, actor: Actor, roster_id: int) -> Outcome[None]:
        """Puts a draft away; it was never part of the plan.

        Raises:
            AccessDenied: not the supervisor.
            RuleViolation: it is published.
            NotFound: there is none.
        """
        with self._transactions.act(actor, Permission.DUTY_EDIT) as act:
            head = act.uow.rosters.head(roster_id)
            if head.published_at is not None:
                raise RuleViolation("roster.published_already", title=head.title)
            act.uow.duty.withdraw_roster(roster_id, act.now)
            act.audit("roster.discard", Topic.ROSTERS, roster_id)
        return act.outcome(None)

    def versions(self, roster_id: int) -> list[VersionView]:
        """The versions that steps have kept, oldest first, and the plan of now at the end."""
        with self._transactions.read() as uow:
            return versions_of(uow, uow.rosters.head(roster_id), self._transactions.clock.now())

    def compare(self, roster_id: int, before: int, after: int = NOW) -> list[DifferenceView]:
        """Where two versions disagree, by day and post; ``NOW`` (0) is the plan of this moment.

        Raises:
            NotFound: no such roster or version.
        """
        with self._transactions.read() as uow:
            head = uow.rosters.head(roster_id)
            office = uow.office.facts()
            posts = {post.id: (place, post.label) for place, post in enumerate(office.posts)}
            found = compare(
                _version(uow, head, before),
                _version(uow, head, after),
                lambda instant: duty_date(instant, office),
            )
            words = turn_words(uow)
            views = [
                DifferenceView(
                    one.day,
                    one.post,
                    posts.get(one.post, (0, one.post))[1],
                    tuple(words(turn) for turn in one.before),
                    tuple(words(turn) for turn in one.after),
                )
                for one in found
            ]
        return sorted(views, key=lambda view: (view.day, posts.get(view.post, (99, ""))[0]))


def _version(uow: UnitOfWork, head: RosterHead, version: int) -> tuple[Turn, ...]:
    """The plan of a version."""
    return planned_turns(uow, head) if version == NOW else uow.rosters.snapshot(version)


def _check_filing(act: Act, head: RosterHead, filing: Filing) -> bool:
    """Refuses a filing that cannot have been; whether this superior was given an earlier plan."""
    at, to_whom = filing.at or act.now, filing.to_whom.strip()
    if head.published_at is None:
        raise RuleViolation("roster.not_published", title=head.title)
    if not to_whom:
        raise RuleViolation("roster.no_superior")
    if at > act.now + timedelta(minutes=1):
        raise RuleViolation("roster.filed_in_future", at=at)
    before = [s for s in act.uow.rosters.steps([head.id])[head.id] if s.to_whom == to_whom]
    if before and before[-1].digest == digest_of_turns(planned_turns(act.uow, head)):
        raise RuleViolation("roster.filed_already", to_whom=to_whom, at=before[-1].at)
    return bool(before)


def _line(head: RosterHead, filing: Filing, *, again: bool) -> EntryDraft:
    """The line of the log about a filing."""
    words = "值班表变动重新报备" if again else "值班表报备"
    means = f"（{filing.means.strip()}）" if filing.means.strip() else ""
    text = f"{words}：《{head.title}》报{filing.to_whom.strip()}{means}"
    receipt = filing.receipt.strip()
    handling = f"回执：{receipt}" if receipt else ""
    return EntryDraft(EntryKind.REQUEST, text, event_at=filing.at, handling=handling)
