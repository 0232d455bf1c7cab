"""Use cases of telephone records: a call and its log entry are written in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.believable import check_time
from safetydesk.domain.changes import Topic
from safetydesk.domain.log import EntryDraft, LogEntry
from safetydesk.domain.plain_words import plainly
from safetydesk.services.log_writing import append_entry

if TYPE_CHECKING:
    from safetydesk.domain.call import Call, CallDraft
    from safetydesk.services.transaction import Outcome, Transactions


@dataclass(frozen=True)
class CallRecorded:
    """A call as it was just written: its entry, and what the officer noted."""

    entry: LogEntry
    draft: CallDraft


class CallService:
    """The telephone records of the office."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def record(self, actor: Actor, draft: CallDraft) -> Outcome[CallRecorded]:
        """Writes a call with its log entry; durable when this returns.

        Raises:
            AccessDenied, RuleViolation, StorageUnavailable: nothing was written.
        """
        draft = plainly(draft)
        for at in (draft.rang_at, draft.answered_at, draft.ended_at):
            check_time(at)
        with self._transactions.act(actor, Permission.LOG_APPEND) as act:
            entry = append_entry(
                act,
                EntryDraft(
                    draft.entry_kind, draft.text, draft.event_at or draft.rang_at, draft.handling
                ),
            )
            act.uow.calls.add(
                {
                    "entry_seq": entry.seq,
                    "direction": draft.direction.value,
                    "number": draft.number.strip(),
                    "unit": draft.unit.strip(),
                    "name": draft.name.strip(),
                    "title": draft.title.strip(),
                    "contact_id": draft.contact_id,
                    "category": draft.category.value,
                    "rang_at": draft.rang_at,
                    "answered_at": draft.answered_at,
                    "ended_at": draft.ended_at,
                    "already_told": [told for told in draft.already_told if told.strip()],
                }
            )
            act.audit("call.record", Topic.LOG, entry.seq)
        return act.outcome(CallRecorded(entry, draft))

    def of_entry(self, seq: int) -> Call | None:
        """The record behind a log entry, if there is one."""
        with self._transactions.read() as uow:
            return uow.calls.of_entry(seq)
