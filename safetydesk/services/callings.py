"""Use cases of calling (叫应): make the list, record what happens on its lines, file the roll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.domain.access import Actor, Permission
from safetydesk.domain.calling import CallLine, CallStepKind, check_call_step, check_ladder
from safetydesk.domain.calling_list import NewLine, propose_lines
from safetydesk.domain.changes import Topic
from safetydesk.domain.errors import NotFound, RuleViolation
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.warning_wording import call_step_line, list_line, tally_line
from safetydesk.services.incident_writing import EntryOf, write_entry
from safetydesk.services.log_writing import append_entry
from safetydesk.services.warning_policy import policy_now

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from safetydesk.domain.calling import CallList
    from safetydesk.services.transaction import Act, Outcome, Transactions
    from safetydesk.services.views_warnings import NewCallStep

_BY_PEOPLE = frozenset({CallStepKind.ESCALATED, CallStepKind.FEEDBACK})
"""What stands among the numbered lines of the log; the other steps are machine lines."""


class CallingService:
    """The call lists of warnings."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def propose(self, warning_id: int) -> tuple[NewLine, ...]:
        """Whom the warning as it stands asks to be called, by the policy and the directory.

        Raises:
            NotFound: there is no such warning.
        """
        with self._transactions.read() as uow:
            statement = uow.warnings.get(warning_id).current.statement
            if statement.level is None:
                return ()
            policy = policy_now(uow).calling
            groups = [policy.wide_group, *(target.group for target in policy.targets)]
            district = uow.office.facts().district
            return propose_lines(
                statement.areas,
                statement.level,
                uow.callings.reachable(statement.areas, groups),
                policy,
                district=district,
            )

    def make(
        self, actor: Actor, warning_id: int, lines: Sequence[NewLine], entry: EntryOf = None
    ) -> Outcome[CallList]:
        """The list for the newest message of a warning, with the time for an answer of today.

        Raises:
            AccessDenied: no officer.
            NotFound: there is no such warning.
            RuleViolation: it has ended, no lines, or a line without anybody to call.
        """
        check_ladder((line.target, line.ladder) for line in lines)
        with self._transactions.act(actor, Permission.WARNING_RECORD) as act:
            warning = act.uow.warnings.get(warning_id, lock=True)
            if not warning.is_open:
                raise RuleViolation("warning.ended", number=warning.number)
            within = policy_now(act.uow).calling.answer_within
            drafted = EntryDraft(EntryKind.CALL_AND_ACKNOWLEDGE, list_line(warning, len(lines)))
            seq = write_entry(act, drafted if entry is None else entry)
            list_id = act.uow.callings.add(
                {
                    "warning_id": warning.id,
                    "message_id": warning.current.id,
                    "made_at": act.now,
                    "minutes": int(within.total_seconds() // 60),
                    "entry_seq": seq,
                    "author_id": act.actor.person_id,
                },
                lines,
            )
            act.audit("calling.make", Topic.WARNINGS, warning.id, after={"lines": len(lines)})
            act.touch(Topic.REMINDERS)
            made = act.uow.callings.get(list_id)
        return act.outcome(made)

    def add_line(self, actor: Actor, list_id: int, line: NewLine) -> Outcome[CallList]:
        """One more to be called.

        Raises:
            AccessDenied: no officer.
            NotFound: there is no such list.
            RuleViolation: nobody to call on it.
        """
        check_ladder([(line.target, line.ladder)])
        with self._transactions.act(actor, Permission.WARNING_RECORD) as act:
            made = act.uow.callings.get(list_id, lock=True)
            act.uow.callings.add_lines(list_id, [line], len(made.lines) + 1)
            act.audit("calling.add", Topic.WARNINGS, made.warning_id, after={"target": line.target})
            act.touch(Topic.REMINDERS)
            made = act.uow.callings.get(list_id)
        return act.outcome(made)

    def record(
        self, actor: Actor, kind: CallStepKind, new: NewCallStep, entry: EntryOf = None
    ) -> Outcome[CallLine]:
        """What happened on a line, with its line in the log (有叫有应有记录).

        Whoever repeats the message back has answered: an answer not written yet is written too.
        The step that completes the list adds its figures to the log.

        Raises:
            AccessDenied: no officer.
            NotFound: there is no such line.
            RuleViolation: it cannot follow what happened on the line.
        """
        with self._transactions.act(actor, Permission.WARNING_RECORD) as act:
            list_id = act.uow.callings.list_of_line(new.line_id)
            before = act.uow.callings.get(list_id, lock=True)
            line = _line(before, new.line_id)
            if kind is CallStepKind.REPEATED and line.answered_at is None:
                line = _put(act, line, CallStepKind.ANSWERED, new, None)
            line = _put(act, line, kind, new, entry)
            after = act.uow.callings.get(list_id)
            if after.tally(act.now).is_complete and not before.tally(act.now).is_complete:
                warning = act.uow.warnings.get(after.warning_id)
                words = tally_line(warning, after, act.now)
                append_entry(act, EntryDraft(EntryKind.CALL_AND_ACKNOWLEDGE, words, machine=True))
            act.audit(f"calling.{kind.value}", Topic.WARNINGS, after.warning_id)
            act.touch(Topic.LOG)
            act.touch(Topic.REMINDERS)
        return act.outcome(line)

    def file_roll(
        self, actor: Actor, to_whom: str, text: str = "", *, filed_at: datetime | None = None
    ) -> Outcome[None]:
        """The yearly list of who is called was renewed and filed with the superior.

        Raises:
            AccessDenied: no officer.
            RuleViolation: nobody named, or in the future.
        """
        if not to_whom.strip():
            raise RuleViolation("calling.roll_needs_superior")
        with self._transactions.act(actor, Permission.WARNING_RECORD) as act:
            at = filed_at or act.now
            if at > act.now:
                raise RuleViolation("calling.future_step", at=at)
            said = f"：{text.strip()}" if text.strip() else ""
            words = f"叫应对象名单更新并报{to_whom.strip()}备案{said}"
            drafted = EntryDraft(EntryKind.CALL_AND_ACKNOWLEDGE, words, event_at=filed_at)
            act.uow.callings.add_roll(
                {
                    "filed_at": at,
                    "to_whom": to_whom.strip(),
                    "text": text.strip(),
                    "entry_seq": append_entry(act, drafted).seq,
                    "author_id": act.actor.person_id,
                    "recorded_at": act.now,
                }
            )
            act.audit("calling.roll", Topic.WARNINGS, after={"to_whom": to_whom.strip()})
            act.touch(Topic.REMINDERS)
        return act.outcome(None)


def _line(call_list: CallList, line_id: int) -> CallLine:
    """A line of the list.

    Raises:
        NotFound: the list has no such line.
    """
    found = call_list.line(line_id)
    if found is None:
        raise NotFound("calling.unknown_line", id=line_id)
    return found


def _put(
    act: Act, line: CallLine, kind: CallStepKind, new: NewCallStep, entry: EntryOf
) -> CallLine:
    """Writes one step with its entry; returns the line as it then stands."""
    at = new.at or act.now
    check_call_step(line, kind, at, act.now, said=new.text)
    words = call_step_line(
        line, kind, who=new.who.strip(), text=new.text.strip(), means=new.means.value
    )
    drafted = EntryDraft(
        EntryKind.CALL_AND_ACKNOWLEDGE, words, event_at=new.at, machine=kind not in _BY_PEOPLE
    )
    rung = line.rung + (kind is CallStepKind.ESCALATED)
    act.uow.callings.add_step(
        {
            "line_id": line.id,
            "kind": kind.value,
            "at": at,
            "rung": rung,
            "means": new.means.value,
            "who": new.who.strip() or line.callee.name,
            "text": new.text.strip(),
            "entry_seq": write_entry(act, drafted if entry is None else entry),
            "author_id": act.actor.person_id,
            "recorded_at": act.now,
        }
    )
    return _line(act.uow.callings.get(act.uow.callings.list_of_line(line.id)), line.id)
