"""Use cases of the duty log: write, correct, strike, read a shift, search, verify."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.errors import AccessDenied, NotFound, RuleViolation
from safetydesk.domain.log import (
    MISTAKEN,
    UNDO_WITHIN,
    EntryDraft,
    EntryKind,
    Link,
    LogEntry,
    LogLine,
    lines_of,
)
from safetydesk.domain.seal import Anchor, Verdict, verify
from safetydesk.domain.shift import OUTSIDE_SHIFTS
from safetydesk.services.log_sheet import last_shift, read_sheet, shift_or_outside
from safetydesk.services.log_writing import append_entry
from safetydesk.services.record_check import with_end, with_records
from safetydesk.services.sealing import sm3
from safetydesk.services.views_log import EntryPlace

if TYPE_CHECKING:
    from safetydesk.services.transaction import Outcome, Transactions
    from safetydesk.services.views_log import LogSheet

TAIL = 1_000


class LogService:
    """The duty log of the office. Entries are never changed or removed."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def append(self, actor: Actor, draft: EntryDraft) -> Outcome[LogEntry]:
        """Writes an entry; it is durable when this returns.

        Raises:
            AccessDenied, RuleViolation, StorageUnavailable: nothing was written.
        """
        with self._transactions.act(actor, Permission.LOG_APPEND) as act:
            entry = append_entry(act, draft)
        return act.outcome(entry)

    def correct(self, actor: Actor, seq: int, text: str) -> Outcome[LogEntry]:
        """New words for an entry, as a linked entry; the original stays readable.

        Raises:
            AccessDenied: neither the author nor a leader.
            RuleViolation: no words, or the same words.
        """
        with self._transactions.act(actor, Permission.LOG_APPEND) as act:
            original = _original(act.uow.log.get(seq), seq)
            _own_or_leader(actor, original)
            if text.strip() == original.text.strip():
                raise RuleViolation("log.same_text")
            entry = append_entry(act, _linked(original, Link.CORRECTION, text))
        return act.outcome(entry)

    def add_handling(self, actor: Actor, seq: int, text: str) -> Outcome[LogEntry]:
        """What became of an entry later (处理情况), as a linked entry."""
        with self._transactions.act(actor, Permission.LOG_APPEND) as act:
            original = _original(act.uow.log.get(seq), seq)
            entry = append_entry(act, _linked(original, Link.HANDLING, text))
        return act.outcome(entry)

    def strike(self, actor: Actor, seq: int, reason: str) -> Outcome[LogEntry]:
        """Strikes an entry out, with a reason; it stays readable on screen and paper.

        Raises:
            AccessDenied: neither the author nor a leader.
            RuleViolation: no reason, or struck already.
        """
        return self._strike(actor, seq, Link.STRIKE, reason)

    def unstrike(self, actor: Actor, seq: int, reason: str) -> Outcome[LogEntry]:
        """Takes a strike back, with a reason."""
        return self._strike(actor, seq, Link.UNSTRIKE, reason)

    def undo(self, actor: Actor, seq: int) -> Outcome[LogEntry]:
        """撤销 within ten seconds: the entry is struck as 误录 and never vanishes.

        Raises:
            RuleViolation: the ten seconds are over.
        """
        with self._transactions.read() as uow:
            entry = _original(uow.log.get(seq), seq)
        if self._transactions.clock.now() - entry.entered_at > UNDO_WITHIN:
            raise RuleViolation("log.undo_too_late")
        return self._strike(actor, seq, Link.STRIKE, MISTAKEN)

    def line(self, seq: int) -> LogLine:
        """One line as it stands today (its number within the shift is not known here).

        Raises:
            NotFound: no such entry.
        """
        with self._transactions.read() as uow:
            entry = _original(uow.log.get(seq), seq)
            return lines_of([entry], uow.log.links_to([seq]))[0]

    def sheet(self, shift_id: int | None = None) -> LogSheet | None:
        """A shift's sheet for the screen, by default the open one or whatever was written last.

        ``OUTSIDE_SHIFTS`` asks for the entries of no shift. None while nothing was written at all.

        Raises:
            NotFound: there is no such shift.
        """
        with self._transactions.read() as uow:
            shift = last_shift(uow) if shift_id is None else shift_or_outside(uow, shift_id)
            return read_sheet(uow, shift, self._transactions.clock.now()) if shift else None

    def place(self, seq: int) -> EntryPlace:
        """The line that an entry is, or speaks of, and its shift.

        Raises:
            NotFound: no such entry.
        """
        with self._transactions.read() as uow:
            entry = uow.log.get(seq)
            line = uow.log.get(entry.links_to) if entry and entry.links_to else entry
            if line is None:
                raise NotFound("log.unknown", seq=seq)
            return EntryPlace(line.seq, line.shift_id or OUTSIDE_SHIFTS)

    def newest(self, limit: int, *, machine: bool = True) -> list[LogEntry]:
        """The newest entries, newest first."""
        with self._transactions.read() as uow:
            return uow.log.newest(limit, machine=machine)

    def happened(self, start: datetime, end: datetime) -> list[LogEntry]:
        """Entries about ``[start, end)``, whenever they were written."""
        with self._transactions.read() as uow:
            return uow.log.happened(start, end)

    def entered(self, start: datetime, end: datetime) -> list[LogEntry]:
        """Entries written in ``[start, end)``, whatever they are about."""
        with self._transactions.read() as uow:
            return uow.log.entered(start, end)

    def search(self, query: str, limit: int = 50) -> list[LogEntry]:
        """Entries of all years that contain the words, newest first."""
        with self._transactions.read() as uow:
            return uow.log.search(query, limit)

    def count(self) -> int:
        """How many entries the log has."""
        with self._transactions.read() as uow:
            return uow.log.count()

    def verify(self, anchors: tuple[Anchor, ...] = ()) -> Verdict:
        """Checks the whole chain to its end, and everything whose digest stands in it.

        The heads of sealed shifts are anchors; where the end is, the audit trail says.
        """
        with self._transactions.read() as uow:
            noted = tuple(uow.shifts.anchors())
            verdict = verify(uow.log.chain(), sm3, anchors=(*noted, *anchors))
            return with_records(uow, with_end(uow, verdict))

    def verify_tail(self) -> Verdict:
        """Checks the newest thousand entries (at start; the whole chain is a daily job)."""
        with self._transactions.read() as uow:
            start = max(uow.log.count() - TAIL, 0)
            entry = uow.log.get(start) if start else None
            anchor = Anchor(entry.seq, entry.seal) if entry else None
            return with_end(uow, verify(uow.log.chain(start), sm3, anchor))

    def _strike(self, actor: Actor, seq: int, link: Link, reason: str) -> Outcome[LogEntry]:
        """Writes a strike or its withdrawal."""
        with self._transactions.act(actor, Permission.LOG_APPEND) as act:
            original = _original(act.uow.log.get(seq), seq)
            _own_or_leader(actor, original)
            line = lines_of([original], act.uow.log.links_to([seq]))[0]
            if line.is_struck == (link is Link.STRIKE):
                raise RuleViolation("log.struck_already" if line.is_struck else "log.not_struck")
            entry = append_entry(act, _linked(original, link, reason))
        return act.outcome(entry)


def _original(entry: LogEntry | None, seq: int) -> LogEntry:
    """The entry that something may be linked to."""
    if entry is None:
        raise NotFound("log.unknown", seq=seq)
    if entry.link is not None:
        raise RuleViolation("log.link_to_link", seq=seq)
    return entry


def _own_or_leader(actor: Actor, entry: LogEntry) -> None:
    """Only the author or a leader may correct or strike (case L-10)."""
    if entry.author_id != actor.person_id and not actor.may(Permission.LOG_CORRECT_OTHERS):
        raise AccessDenied("log.not_yours", author=entry.author_name, name=actor.name)


def _linked(original: LogEntry, link: Link, text: str) -> EntryDraft:
    """An entry that speaks of an earlier one."""
    return EntryDraft(
        kind=EntryKind(original.kind),
        text=text.strip(),
        link=link,
        links_to=original.seq,
        incident_id=original.incident_id,
        matter_id=original.matter_id,
    )
