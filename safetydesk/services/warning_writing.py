"""How a message, a step or a call of a warning is written within a use case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.domain.believable import check_time
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import RuleViolation
from safetydesk.domain.log import EntryDraft, EntryKind, Link
from safetydesk.domain.plain_words import plainly
from safetydesk.domain.warning import WarningStepKind, check_statement, check_warning_step
from safetydesk.domain.warning_wording import message_line, warning_step_line
from safetydesk.services.incident_writing import EntryOf, write_entry

if TYPE_CHECKING:
    from safetydesk.domain.warning import WarningMessage, WarningSignal
    from safetydesk.services.transaction import Act
    from safetydesk.services.views_warnings import NewMessage, NewStep

_ENTRY_KINDS = {
    WarningStepKind.FORWARDED: EntryKind.CALL_AND_ACKNOWLEDGE,
    WarningStepKind.RECEIPT: EntryKind.CALL_AND_ACKNOWLEDGE,
    WarningStepKind.REPORTED: EntryKind.REPORTING,
}


def put_message(act: Act, warning_id: int, new: NewMessage, entry: EntryOf) -> int:
    """Writes a message with its line in the log; returns its id.

    Raises:
        RuleViolation: it is no warning, or is said to have come in the future.
    """
    new = plainly(new)
    received_at = new.received_at or act.now
    check_time(received_at)
    check_time(new.statement.issued_at)
    if received_at > act.now:
        raise RuleViolation("warning.future_step", at=received_at)
    check_statement(new.kind, new.statement, act.now)
    zone = act.uow.office.facts().zoneinfo
    words = message_line(new.kind, new.statement, received_at, zone)
    drafted = EntryDraft(EntryKind.WARNING, words, event_at=new.received_at)
    seq = write_entry(act, drafted if entry is None else entry)
    message_id = act.uow.warnings.add_message(
        warning_id,
        new.statement,
        kind=new.kind.value,
        received_at=received_at,
        means=new.means.strip(),
        entry_seq=seq,
        author_id=act.actor.person_id,
        recorded_at=act.now,
    )
    level = new.statement.level
    act.audit(
        f"warning.{new.kind.value}",
        Topic.WARNINGS,
        warning_id,
        after={
            "hazard": new.statement.hazard,
            "level": level.word if level else "",
            "issuer": new.statement.issuer,
        },
    )
    act.touch(Topic.REMINDERS)
    return message_id


def put_step(act: Act, warning: WarningSignal, new: NewStep, entry: EntryOf) -> None:
    """Writes an act of the desk with its line in the log.

    Raises:
        RuleViolation: the warning does not allow it, or it is about no message of it.
    """
    new = plainly(new)
    at = new.at or act.now
    check_time(at)
    said = new.to_whom or new.text
    check_warning_step(warning, new.kind, at, act.now, said=said)
    message = _message(warning, new)
    drafted = _step_entry(warning, message, new)
    seq = write_entry(act, drafted if entry is None else entry)
    act.uow.warnings.add_step(
        {
            "warning_id": warning.id,
            "message_id": message.id,
            "kind": new.kind.value,
            "at": at,
            "to_whom": new.to_whom.strip(),
            "means": new.means.strip(),
            "units": list(new.units),
            "text": new.text.strip(),
            "entry_seq": seq,
            "author_id": act.actor.person_id,
            "recorded_at": act.now,
        }
    )
    act.audit(f"warning.{new.kind.value}", Topic.WARNINGS, warning.id)
    act.touch(Topic.REMINDERS)
    if new.kind.ends:
        act.uow.warnings.put_ended(warning.id, act.now)


def _message(warning: WarningSignal, new: NewStep) -> WarningMessage:
    """The message that the step is about."""
    if new.message_id is None:
        return warning.newest
    found = next((one for one in warning.messages if one.id == new.message_id), None)
    if found is None:
        raise RuleViolation("warning.no_such_message", number=warning.number)
    return found


def _step_entry(warning: WarningSignal, message: WarningMessage, new: NewStep) -> EntryDraft:
    """The line of a step; telling the leader is the handling of the message's own line."""
    words = warning_step_line(
        warning,
        message,
        new.kind,
        to_whom=new.to_whom.strip(),
        means=new.means.strip(),
        text=new.text.strip(),
    )
    kind = _ENTRY_KINDS.get(new.kind, EntryKind.WARNING)
    if new.kind is WarningStepKind.LEADER_TOLD and message.entry_seq is not None:
        return EntryDraft(
            kind, words, event_at=new.at, link=Link.HANDLING, links_to=message.entry_seq
        )
    return EntryDraft(kind, words, event_at=new.at)
