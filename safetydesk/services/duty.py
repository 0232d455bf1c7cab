"""Use cases of the roster: who is on duty, the month, imports, changes, presence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.changes import Topic
from safetydesk.domain.clock import whole_minute
from safetydesk.domain.duty_resolution import resolve
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.roster_findings import Rule
from safetydesk.domain.spans import Span
from safetydesk.services.duty_days import duty_date
from safetydesk.services.duty_month import days_view, month_view
from safetydesk.services.duty_planning import plan_of
from safetydesk.services.duty_who import also_here, duty_at, on_duty_at
from safetydesk.services.newcomers import ADDED, admitted, dismiss, meant
from safetydesk.services.presence_writing import arrive, here, leave
from safetydesk.services.roster_findings import allowed
from safetydesk.services.roster_matching import match_people
from safetydesk.services.roster_writing import publish_roster
from safetydesk.storage.stores.duty import StoredTurn

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from safetydesk.domain.presence import Presence
    from safetydesk.domain.roster_sheet import RosterReading
    from safetydesk.services.transaction import Act, Outcome, Transactions
    from safetydesk.services.views_duty import (
        ChangeRequest,
        DaysView,
        MonthView,
        OnDutyView,
        RosterDraft,
    )
    from safetydesk.storage.unit_of_work import UnitOfWork

__all__ = ["DutyService", "on_duty_at"]

_IMPORTED, _FOUNDING = "roster", "founding_roster"
_NAMED_BEFORE = frozenset({Rule.GAP, Rule.TINY_GAP})
"""The preview has named each post left empty: such a sheet is applied with its gaps."""
_KINDS = frozenset({"replace", "add", "remove"})


class DutyService:
    """The duty plan of the office; every answer comes from the one resolver."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def who(self, at: datetime | None = None) -> list[OnDutyView]:
        """Who is on duty at an instant (now), post by post, with presence.

        In a duty day that is over it is who served, where that is known; else who is planned.
        """
        now = self._transactions.clock.now()
        with self._transactions.read() as uow:
            return duty_at(uow, whole_minute(at or now), now)

    def on_post(self, at: datetime | None = None) -> list[OnDutyView]:
        """As ``who``; of the running duty day also everybody who is there without being planned.

        Whoever is not planned has the source ``fact``.
        """
        now = self._transactions.clock.now()
        instant = whole_minute(at or now)
        with self._transactions.read() as uow:
            listed = duty_at(uow, instant, now)
            office = uow.office.facts()
            if instant > now or duty_date(instant, office) < duty_date(now, office):
                return listed
            views = [*listed, *also_here(uow, min(at or now, now), listed)]
            order = {post.id: place for place, post in enumerate(office.posts)}
        return sorted(views, key=lambda view: order[view.post])

    def month(self, year: int, month: int) -> MonthView:
        """The month table, a row a day and a column a post."""
        with self._transactions.read() as uow:
            return month_view(uow, year, month, self._transactions.clock.now())

    def days(self, first: date, last: date) -> DaysView:
        """The same table for any days ``[first, last]``: a week, a year."""
        with self._transactions.read() as uow:
            return days_view(uow, first, last, self._transactions.clock.now())

    def draft(self, reading: RosterReading) -> RosterDraft:
        """A reading with its people matched by exact name; nothing is stored."""
        with self._transactions.read() as uow:
            return match_people(uow, reading)

    def apply(
        self,
        actor: Actor,
        draft: RosterDraft,
        *,
        file_name: str,
        sha256: str,
        founding: bool = False,
        admit: Collection[str] = (),
        means: Mapping[str, str] | None = None,
    ) -> Outcome[int]:
        """Stores a draft as one roster; undone as one step. Returns the import's number.

        ``admit`` names the draft's newcomers who join the office with it, ``means`` those who are
        people of it misspelt. The roster with which an office is founded cannot be undone.

        Raises:
            AccessDenied: not a supervisor.
            RuleViolation: nothing to apply, or this very file is in force already.
        """
        with self._transactions.act(actor, Permission.DUTY_EDIT) as act:
            _refuse_again(act.uow, file_name, sha256)
            draft, added = admitted(act, meant(act, draft, means or {}), admit)
            if not draft.turns:
                raise RuleViolation("duty.empty_roster", file=file_name)
            note = {"title": draft.title, "turns": len(draft.turns), ADDED: added}
            import_id = act.uow.imports.add(
                {
                    "kind": _FOUNDING if founding else _IMPORTED,
                    "file_name": file_name,
                    "sha256": sha256,
                    "applied_at": act.now,
                    "applied_by": actor.person_id,
                    "summary": note,
                }
            )
            roster_id = _store_roster(act, draft, file_name, import_id)
            publish_roster(act, roster_id, seen=_NAMED_BEFORE)
            act.audit("duty.import", Topic.DUTY, import_id, after={"file": file_name})
        return act.outcome(import_id)

    def undo_import(self, actor: Actor) -> Outcome[str]:
        """Withdraws the roster imported last; returns the name of its file. One step, no more.

        People who came with it go with it, unless they are needed by now.

        Raises:
            RuleViolation: there is nothing to undo.
        """
        with self._transactions.act(actor, Permission.DUTY_EDIT) as act:
            latest = act.uow.imports.newest(_IMPORTED)
            if latest is None or latest.undone_at is not None:
                raise RuleViolation("imports.nothing_to_undo")
            import_id, file_name = latest.id, latest.file_name
            for roster_id in act.uow.duty.rosters_of_import(import_id):
                act.uow.duty.withdraw_roster(roster_id, act.now)
            dismiss(act, latest.summary.get(ADDED, ()))
            act.uow.imports.mark_undone(import_id, act.now)
            act.audit("duty.undo_import", Topic.DUTY, import_id)
        return act.outcome(file_name)

    def change(self, actor: Actor, request: ChangeRequest) -> Outcome[int]:
        """Replaces, adds or removes somebody for a time; returns the change's number.

        Raises:
            RuleViolation: ends before it starts, names nobody, alters nothing, or a rule that
                denies forbids it to whoever comes.
        """
        check_request(request)
        with self._transactions.act(actor, Permission.DUTY_CHANGE) as act, allowed(act, [request]):
            change_id = self.store_change(act, request)
            if request.release:
                self.store_change(
                    act,
                    replace(
                        request,
                        kind="remove",
                        post=request.release,
                        person_id=request.by_id,
                        by_id=None,
                        release="",
                    ),
                )
            window = Span(request.start, request.end)
            unused = resolve(plan_of(act.uow, window, window.start)).no_effect
            if unused and request.kind != "add":
                raise RuleViolation("duty.change_without_effect")
        return act.outcome(change_id)

    def withdraw_change(self, actor: Actor, change_id: int) -> Outcome[None]:
        """Takes a change back; the plan is as it was."""
        with self._transactions.act(actor, Permission.DUTY_CHANGE) as act:
            act.uow.duty.withdraw_change(change_id, act.now)
            act.audit("duty.withdraw_change", Topic.DUTY, change_id)
        return act.outcome(None)

    def check_in(
        self, actor: Actor, person_id: int, post: str, at: datetime | None = None
    ) -> Outcome[int]:
        """到岗: somebody is on a post from now (or from a given instant) on.

        Raises:
            NotFound: no such person or post.
            RuleViolation: a time to come, or that person is on a post already.
        """
        with self._transactions.act(actor, Permission.PRESENCE_RECORD) as act:
            presence_id = arrive(act, person_id, post, at)
        return act.outcome(presence_id)

    def check_out(
        self,
        actor: Actor,
        person_id: int,
        post: str | None = None,
        at: datetime | None = None,
        note: str = "",
    ) -> Outcome[None]:
        """离岗: somebody leaves a post, or every post held; ``note`` says where to, if it is short.

        Raises:
            NotFound: no such person or post.
            RuleViolation: a time to come or before the coming, or on no such post.
        """
        with self._transactions.act(actor, Permission.PRESENCE_RECORD) as act:
            leave(act, person_id, post, at, note)
        return act.outcome(None)

    def present(self) -> list[Presence]:
        """Everybody who has come and not left, planned or not, in the order of coming.

        Whoever was just relieved is among them, with the note of it.
        """
        now = self._transactions.clock.now()
        with self._transactions.read() as uow:
            return here(uow, now)

    @staticmethod
    def store_change(act: Act, request: ChangeRequest) -> int:
        """Writes one change and its audit row.

        Raises:
            RuleViolation: it lies wholly in the past: what was served is no plan any more.
        """
        if request.end <= act.now:
            raise RuleViolation("duty.change_in_past", until=request.end)
        change_id = act.uow.duty.add_change(
            {
                "kind": request.kind,
                "post": request.post,
                "person_id": request.person_id,
                "by_id": request.by_id,
                "start_at": request.start,
                "end_at": request.end,
                "reason": request.reason,
                "approved_by": request.approved_by,
                "entered_at": act.now,
                "entered_by": act.actor.person_id,
            }
        )
        act.audit("duty.change", Topic.DUTY, change_id, after={"kind": request.kind})
        return change_id


def _store_roster(act: Act, draft: RosterDraft, file_name: str, import_id: int) -> int:
    """The roster of an import with its turns; returns its number."""
    return act.uow.duty.add_roster(
        {
            **_roster_values(draft),
            "title": draft.title or file_name,
            "import_id": import_id,
            "entered_at": act.now,
        },
        [StoredTurn(t.post, t.person_id, t.day, t.start, t.end, t.source) for t in draft.turns],
    )


def _refuse_again(uow: UnitOfWork, file_name: str, sha256: str) -> None:
    """Refuses a file that is in force already.

    Raises:
        RuleViolation: says when it was applied and by whom.
    """
    held = uow.imports.in_force((_IMPORTED, _FOUNDING), sha256)
    if held is not None:
        by = uow.people.get(held.applied_by).name if held.applied_by is not None else ""
        day = held.applied_at.astimezone(uow.office.facts().zoneinfo).date()
        raise RuleViolation("imports.in_force", file=file_name, day=day, name=by)


def check_request(request: ChangeRequest) -> None:
    """Refuses a change that says nothing."""
    if request.kind not in _KINDS or request.end <= request.start:
        raise RuleViolation("duty.change_without_time")
    needs_person = request.kind in {"replace", "remove"}
    needs_other = request.kind in {"replace", "add"}
    if (needs_person and request.person_id is None) or (needs_other and request.by_id is None):
        raise RuleViolation("duty.change_without_person")


def _roster_values(draft: RosterDraft) -> dict[str, object]:
    """What a draft says of its roster: time, posts, and which of them are planned loosely."""
    return {
        "start_at": min(turn.start for turn in draft.turns),
        "end_at": max(turn.end for turn in draft.turns),
        "planned": "window",
        "posts": sorted({turn.post for turn in draft.turns}),
        "loose": sorted(draft.loose),
    }
