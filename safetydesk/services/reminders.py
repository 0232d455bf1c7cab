"""Use cases of reminders: raise what is due, show the list, and the four acts kept apart."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.alarm_state import MUTED_FOR, ActKind, Mute, Raised, check_shelf
from safetydesk.domain.errors import AccessDenied, NotFound, RuleViolation
from safetydesk.domain.reminder import AlarmLevel, DutyState, Upcoming
from safetydesk.domain.reminder_ladder import upcoming
from safetydesk.services.facts_in_memory import FactsInMemory
from safetydesk.services.reminder_book import Book, DutyStateSource, Page, read_book
from safetydesk.services.reminder_rounds import ReminderRounds, Round
from safetydesk.services.reminder_writing import (
    write_act,
    write_sound_act,
)
from safetydesk.services.views_frame import AlarmListView
from safetydesk.services.views_reminders import AlarmItem, upcoming_view

if TYPE_CHECKING:
    from safetydesk.services.transaction import Act, Outcome, Transactions
    from safetydesk.storage.unit_of_work import UnitOfWork

SOON = timedelta(hours=4)


@dataclass(frozen=True)
class LedgerFacts:
    """The facts at an instant beside every row of the ledger that speaks of them.

    ``closed`` holds the due time under which an item was closed by hand.
    """

    at: datetime
    state: DutyState
    ledger: Mapping[str, list[Raised]]
    closed: Mapping[str, datetime]


class ReminderService:
    """The reminders of the office: a query over the ledger, which is derived from the facts."""

    def __init__(
        self,
        transactions: Transactions,
        source: DutyStateSource,
        *,
        desk: str = "",
        remembers: bool = False,
    ) -> None:
        """``remembers``: facts are read again only once somebody has written, and each minute."""
        self._transactions = transactions
        self._source = source
        self._known = FactsInMemory(source) if remembers else source
        self._rounds = ReminderRounds(transactions, self._known, desk)
        self._floor = 0  # no open row of the ledger has a smaller number; only ever grows

    def raise_due(self) -> Round:
        """Brings the ledger up to the facts; says what asks for attention, and when to look again.

        The rows are committed when this returns: nothing is shown that a restart would forget.

        Raises:
            StorageUnavailable: nothing was raised; ask again.
        """
        return self._rounds.whole()

    def facts_changed(self) -> None:
        """Something was written at this desk: no fact in memory stands. For any thread."""
        if isinstance(self._known, FactsInMemory):
            self._known.forget()

    def raise_prepared(self, known: Collection[int], floor: int) -> Round | None:
        """Raises what was seen coming, from memory; None where ``raise_due`` must be asked.

        It must where the audit trail has other rows after ``floor`` than those that are known.

        Raises:
            StorageUnavailable: nothing was raised; ask again.
        """
        return self._rounds.prepared(known, floor)

    def active(self, now: datetime) -> list[AlarmItem]:
        """Everything on the list, by level and then by due time; the shelved ones too."""
        with self._transactions.read() as uow:
            return self._shown(uow, now).alarms(now)

    def mute_at(self, now: datetime) -> Mute | None:
        """Whether the sound is off, by whom and until when."""
        with self._transactions.read() as uow:
            return self._shown(uow, now).mute(now)

    def upcoming(self, now: datetime, hours: float) -> list[Upcoming]:
        """What falls due within so many hours and is not on the list yet."""
        with self._transactions.read() as uow:
            return self._ahead(uow, self._book(uow), now, now + timedelta(hours=hours))

    def overview(self, now: datetime, *, checked_at: datetime | None = None) -> AlarmListView:
        """The whole alarm list of the frame; ``checked_at`` is the last beat."""
        with self._transactions.read() as uow:
            book = self._shown(uow, now)
            alarms = book.alarms(now)
            shift = uow.shifts.current()
            end = max(shift.planned_to if shift else now, now + SOON)
            ahead = self._ahead(uow, book, now, end)
            raised, settled = uow.reminders.count_since(shift.opened_at) if shift else (0, 0)
        return AlarmListView(
            alarms=tuple(a.view() for a in alarms),
            soon=tuple(upcoming_view(u) for u in ahead if u.at <= now + SOON),
            later=tuple(upcoming_view(u) for u in ahead if u.at > now + SOON),
            shelved=sum(a.state.shelf is not None for a in alarms),
            raised_this_shift=raised,
            settled_this_shift=settled,
            checked_at=checked_at,
        )

    def acknowledge(
        self, actor: Actor, item: str, *, seen_level: int | None = None, text: str = ""
    ) -> Outcome[None]:
        """确认: a named person has seen the alarm at its level. One item at a time.

        Raises:
            RuleViolation: seen already, or graver by now than what the person saw.
            NotFound: not on the list.
        """

        def check(page: Page, act: Act) -> None:
            state = page.state.at(act.now)
            if state.acknowledgement is not None:
                raise RuleViolation("reminder.seen_already", by=state.acknowledgement.by)
            if seen_level is not None and state.shown is not None and state.shown < seen_level:
                raise RuleViolation("reminder.graver_now", level=int(state.shown))

        return self._on_item(actor, item, ActKind.ACKNOWLEDGED, check, words=text)

    def shelve(self, actor: Actor, item: str, until: datetime, reason: str) -> Outcome[None]:
        """搁置 until an instant, with a reason; the limits depend on the level (F2.12).

        Raises:
            RuleViolation: level Ⅰ, no reason, too long (``limit``), or an end in the past.
            NotFound: not on the list.
        """

        def check(page: Page, act: Act) -> None:
            shift = act.uow.shifts.current()
            level = page.state.shown or page.newest.occurrence.level
            check_shelf(level, act.now, until, reason, shift.planned_to if shift else None)

        return self._on_item(actor, item, ActKind.SHELVED, check, until_at=until, words=reason)

    def unshelve(self, actor: Actor, item: str) -> Outcome[None]:
        """Takes an item from the shelf before its time.

        Raises:
            RuleViolation: it is not shelved.
            NotFound: not on the list.
        """

        def check(page: Page, act: Act) -> None:
            if page.state.at(act.now).shelf is None:
                raise RuleViolation("reminder.not_shelved")

        return self._on_item(actor, item, ActKind.UNSHELVED, check)

    def close(self, actor: Actor, item: str, evidence: str) -> Outcome[None]:
        """办结 by hand, with the evidence; only where no fact of its own ends the duty.

        Raises:
            RuleViolation: no evidence, or a duty that ends by its fact (the report sent).
            NotFound: not on the list.
        """

        def check(page: Page, _: Act) -> None:
            if not page.newest.occurrence.closable:
                raise RuleViolation("reminder.ends_by_fact")
            if not evidence.strip():
                raise RuleViolation("reminder.no_evidence")

        return self._on_item(actor, item, ActKind.CLOSED, check, words=evidence)

    def mute(self, actor: Actor, length: timedelta = MUTED_FOR) -> Outcome[datetime]:
        """静音: silences what sounds now; a new equal or graver alarm ends it. Returns the end.

        Raises:
            RuleViolation: no length, or longer than ten minutes.
        """
        self._named(actor)
        if not timedelta(0) < length <= MUTED_FOR:
            raise RuleViolation("reminder.mute_too_long", limit=MUTED_FOR)
        with self._transactions.act(actor, Permission.REMINDER_ACT) as act:
            act.uow.reminders.lock()
            book = read_book(act.uow, self._floor)
            shown = self._rounds.to_come.shown(book, act.now).alarms(act.now)
            level = min((a.level for a in shown if a.state.sounds), default=AlarmLevel.LOW)
            after = self._rounds.to_come.last_before(book, act.now)
            write_sound_act(act, ActKind.MUTED, level, act.now + length, after=after)
        return act.outcome(act.now + length)

    def unmute(self, actor: Actor) -> Outcome[None]:
        """The sound comes back."""
        self._named(actor)
        with self._transactions.act(actor, Permission.REMINDER_ACT) as act:
            write_sound_act(act, ActKind.UNMUTED, AlarmLevel.LOW)
        return act.outcome(None)

    def facts(self) -> LedgerFacts:
        """What an auditor compares, in one snapshot, read anew."""
        with self._transactions.read() as uow:
            now = self._transactions.clock.now()
            state = self._source.state(uow, now)
            items = [
                *(d.item for d in state.deadlines),
                *(t.item for t in state.turnovers),
                *(a.item for a in state.arrivals),
                *(n.item for n in state.notes),
            ]
            ledger: dict[str, list[Raised]] = {item: [] for item in items}
            for row in uow.reminders.of_items(items):
                ledger[row.occurrence.item].append(row)
            return LedgerFacts(now, state, ledger, uow.reminders.closed(items))

    def _on_item(
        self,
        actor: Actor,
        item: str,
        kind: ActKind,
        check: Callable[[Page, Act], None],
        *,
        until_at: datetime | None = None,
        words: str = "",
    ) -> Outcome[None]:
        """One act of a named person about one item of the list."""
        self._named(actor)
        with self._transactions.act(actor, Permission.REMINDER_ACT) as act:
            act.uow.reminders.lock()
            book = self._rounds.to_come.shown(read_book(act.uow, self._floor), act.now)
            page = book.pages.get(item)
            if page is None or not page.state.is_listed:
                raise NotFound("reminder.not_listed", item=item)
            check(page, act)
            write_act(act, page, kind, until_at=until_at, words=words.strip())
        return act.outcome(None)

    @staticmethod
    def _named(actor: Actor) -> None:
        """Nobody but a person who is signed in acts on an alarm (reliability R21)."""
        if actor.person_id is None:
            raise AccessDenied("reminder.nobody", name=actor.name)

    def _ahead(self, uow: UnitOfWork, book: Book, now: datetime, until: datetime) -> list[Upcoming]:
        """What comes and is not on the list."""
        ahead = upcoming(self._known.state(uow, now), now, until)
        return [u for u in ahead if u.item not in book.pages]

    def _shown(self, uow: UnitOfWork, now: datetime) -> Book:
        """The open pages without what was written a moment before its time."""
        return self._rounds.to_come.shown(self._book(uow), now)

    def _book(self, uow: UnitOfWork) -> Book:
        """The open pages as they are committed; remembers how far back they go.

        Within an act the floor must not move: the act may be rolled back.
        """
        book = uow.once("reminders.open_pages", lambda: read_book(uow, self._floor))
        self._floor = max(self._floor, book.floor)
        return book
