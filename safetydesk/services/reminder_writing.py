"""How the reminder ledger and its journal are written within a use case of any service."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from safetydesk.domain.alarm_state import EVERYTHING, ActKind, AlarmState, ReminderAct
from safetydesk.domain.changes import Topic
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.reminder import AlarmLevel, DutyKind, Occurrence
from safetydesk.domain.routine import outcome_line
from safetydesk.domain.wording import clock_time
from safetydesk.services.escalation import begin_chains
from safetydesk.services.log_writing import append_entry
from safetydesk.services.reminder_book import Book, Page, Plan, read_book

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from safetydesk.domain.alarm_state import Raised
    from safetydesk.services.escalation import ChainPolicy
    from safetydesk.services.transaction import Act
    from safetydesk.storage.stores.escalation import RunningStep


@dataclass(frozen=True)
class Begun:
    """The rows that were added to the ledger, and the chains that began with them, by item."""

    rows: tuple[Raised, ...]
    chains: Mapping[str, tuple[RunningStep, ...]]


def write_plan(act: Act, book: Book, plan: Plan, policy: ChainPolicy | None = None) -> Begun:
    """Writes what the ledger lacks: the program's acts first, then the new rows.

    A reminder that reaches level Ⅰ leaves a machine line in the log, once for each item. ``policy``
    is that of the chains, where it is known already.
    """
    for page, kind in plan.acts:
        write_act(act, page, kind)
    added = act.uow.reminders.add_new(plan.fresh, act.now)
    chains = begin_chains(act, book, added, policy)
    gravest = {
        row.occurrence.item: row.occurrence
        for row in added
        if row.occurrence.level is AlarmLevel.TOP
    }
    for item, occurrence in gravest.items():
        before = book.pages.get(item)
        if before is None or before.state.shown is not AlarmLevel.TOP:
            append_entry(act, _line(occurrence))
            act.touch(Topic.LOG)
    for row in added:
        if row.occurrence.kind is DutyKind.PRESENCE:
            append_entry(act, _absence_line(row.occurrence, act.uow.office.facts().zoneinfo))
            act.touch(Topic.LOG)
    act.audit("reminder.raised", Topic.REMINDERS, after={"rows": len(added)})
    return Begun(tuple(added), chains)


def write_act(
    act: Act,
    page: Page,
    kind: ActKind,
    *,
    until_at: datetime | None = None,
    words: str = "",
) -> None:
    """Writes one act about an item, and that it left the list where it did.

    What came of an alarm that was closed by hand stands in the log.
    """
    state = page.state.at(act.now)
    written = _add(act, page, kind, until_at=until_at, words=words)
    level = state.shown or page.newest.occurrence.level
    after = page.state.after(written)
    if not after.is_listed:  # all of it, with what was written ahead and is not shown yet
        _add(act, page, ActKind.SETTLED, after=act.uow.reminders.newest_id(page.item))
    newest = page.newest.occurrence
    if kind is ActKind.CLOSED:
        append_entry(act, outcome_line(page.item, newest.title, words))
        act.touch(Topic.LOG)
    act.audit(
        f"reminder.{kind.value}",
        Topic.REMINDERS,
        page.item,
        before={"state": standing(state), "level": int(level)},
        after={"state": standing(after), "text": words},
    )


def write_sound_act(
    act: Act,
    kind: ActKind,
    level: AlarmLevel,
    until_at: datetime | None = None,
    *,
    after: int | None = None,
) -> None:
    """Writes that the sound was muted, or came back, ``after`` a row of the ledger or the last."""
    act.uow.reminders.add_act(
        EVERYTHING,
        kind,
        act.actor,
        act.now,
        reminder_id=act.uow.reminders.newest_id() if after is None else after,
        level=level,
        until_at=until_at,
    )
    act.audit(f"reminder.{kind.value}", Topic.REMINDERS, EVERYTHING)


def represent(act: Act) -> None:
    """Presents every item on the list anew, within the handover's own transaction (F2.14).

    Acknowledgements, shelves and the mute of the outgoing side end.
    """
    act.uow.reminders.lock()
    book = read_book(act.uow, 0)
    for page in book.pages.values():
        write_act(act, page, ActKind.REPRESENTED, words="交接班")
    if book.sound is not None and book.sound.kind is ActKind.MUTED:
        write_sound_act(act, ActKind.UNMUTED, book.sound.level)


def standing(state: AlarmState) -> str:
    """The state in one word, for the journal."""
    if not state.is_listed:
        return "settled"
    if state.shelf is not None:
        return "shelved"
    seen = "acknowledged" if state.is_acknowledged else "unacknowledged"
    return f"cleared_{seen}" if state.is_cleared else seen


def _add(
    act: Act,
    page: Page,
    kind: ActKind,
    *,
    until_at: datetime | None = None,
    words: str = "",
    after: int | None = None,
) -> ReminderAct:
    """One row of the journal, ``after`` a row of the ledger or the page's newest."""
    return act.uow.reminders.add_act(
        page.item,
        kind,
        act.actor,
        act.now,
        reminder_id=page.newest.id if after is None else after,
        level=page.state.shown or page.newest.occurrence.level,
        until_at=until_at,
        words=words,
    )


def _absence_line(occurrence: Occurrence, zone: ZoneInfo) -> EntryDraft:
    """The machine line about somebody who did not come, or left: 漏岗 and 脱岗 are facts."""
    left = occurrence.title.endswith("离岗未归")
    post = occurrence.item.split(":")[2]
    since = clock_time(occurrence.due_at, zone)
    said = f"{since}离岗，十分钟未归" if left else f"应于{since}到岗，过十分钟未签到"
    word = "脱岗" if left else "漏岗"
    return EntryDraft(
        EntryKind.STAFF_CHANGE, f"{word}：{post}{occurrence.to_whom}{said}", machine=True
    )


def _line(occurrence: Occurrence) -> EntryDraft:
    """The machine line about a reminder that reached level Ⅰ."""
    whom = f"（{occurrence.to_whom}）" if occurrence.to_whom else ""
    guidance = f"{occurrence.guidance.lead} {occurrence.guidance.number}".strip()
    return EntryDraft(
        EntryKind.SYSTEM_MESSAGE,
        f"提醒升为Ⅰ级：{occurrence.title}{whom}到期未办。{guidance}",
        machine=True,
    )
