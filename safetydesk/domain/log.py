"""The duty log: kinds of entries, what may be linked to what, and what a line means today."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from safetydesk.domain.believable import check_time
from safetydesk.domain.errors import RuleViolation

LATE_AFTER = timedelta(minutes=10)
UNDO_WITHIN = timedelta(seconds=10)
MISTAKEN = "误录"


class EntryKind(StrEnum):
    """The kinds of entries of the paper sheet (领导批示, 来电 …); the value is what is printed."""

    INCOMING_CALL = "来电"
    OUTGOING_CALL = "去电"
    INCOMING_DOCUMENT = "来文"
    SYSTEM_MESSAGE = "系统信息"
    WARNING = "预警信息"
    INCIDENT_RECEIVED = "突发事件接报"
    REPORTING = "信息报送"
    NIL_REPORT = "零报告"
    ORDER = "上级指示"
    INSTRUCTION = "领导批示"
    ASSIGNMENT = "领导交办"
    REQUEST = "请示报告"
    CALL_AND_ACKNOWLEDGE = "叫应"
    SITE_FEEDBACK = "现场反馈"
    NOTICE = "通知"
    DUTY_CHECK = "查岗"
    PATROL = "巡查"
    VISIT = "来访"
    EQUIPMENT = "设备故障"
    STAFF_CHANGE = "人员变动"
    VEHICLE = "车辆出动"
    HANDOVER = "交接班"
    OTHER = "其他"


class Link(StrEnum):
    """How an entry refers to an earlier one; the earlier one never changes."""

    CORRECTION = "correction"
    STRIKE = "strike"
    UNSTRIKE = "unstrike"
    HANDLING = "handling"


@dataclass(frozen=True)
class EntryDraft:
    """What somebody wants written; ``event_at`` is when it happened, None for now."""

    kind: EntryKind
    text: str
    event_at: datetime | None = None
    handling: str = ""
    machine: bool = False
    link: Link | None = None
    links_to: int | None = None
    incident_id: int | None = None
    matter_id: int | None = None
    digest: str = ""
    uuid: str | None = None


@dataclass(frozen=True)
class LogEntry:
    """One sealed line of the log. All times aware, UTC."""

    seq: int
    uuid: str
    shift_id: int | None
    event_at: datetime
    entered_at: datetime
    stored_at: datetime
    author_id: int | None
    author_name: str
    desk: str
    kind: EntryKind
    text: str
    handling: str
    machine: bool
    link: Link | None
    links_to: int | None
    incident_id: int | None
    matter_id: int | None
    digest: str
    algorithm: str
    previous: str
    seal: str

    @property
    def delay(self) -> timedelta:
        """How long after the event the line was written; never negative."""
        return max(self.entered_at - self.event_at, timedelta(0))

    @property
    def is_late(self) -> bool:
        """Whether the line must be marked 补记 with its true time (reliability S4)."""
        return not self.machine and self.link is None and self.delay > LATE_AFTER


@dataclass(frozen=True)
class LogLine:
    """An entry as it stands today: with its corrections, strikes and later handling.

    ``number`` runs within the shift over the lines that people wrote; machine lines have none.
    """

    entry: LogEntry
    number: int | None
    corrections: tuple[LogEntry, ...] = ()
    handlings: tuple[LogEntry, ...] = ()
    strike: LogEntry | None = None
    call_id: int | None = None
    incident_number: str = ""
    matter_number: str = ""
    matter_state: str = ""

    @property
    def text(self) -> str:
        """The words that hold now: those of the last correction, else the original."""
        return self.corrections[-1].text if self.corrections else self.entry.text

    @property
    def handling(self) -> str:
        """The handling as far as it went, in the order in which it was written."""
        parts = [self.entry.handling, *(later.text for later in self.handlings)]
        return "；".join(part for part in parts if part)

    @property
    def is_struck(self) -> bool:
        """Whether the line is struck out; it stays readable."""
        return self.strike is not None


@dataclass
class _Assembly:
    """The lines being put together; private to ``lines_of``."""

    entry: LogEntry
    corrections: list[LogEntry] = field(default_factory=list)
    handlings: list[LogEntry] = field(default_factory=list)
    strike: LogEntry | None = None


def lines_of(entries: list[LogEntry], links: list[LogEntry]) -> list[LogLine]:
    """The lines of a shift, in the order in which they were written.

    ``links`` may come from later shifts: a correction belongs beside what it corrects.
    """
    assemblies = {e.seq: _Assembly(e) for e in entries if e.link is None}
    for later in sorted(links, key=lambda e: e.seq):
        target = assemblies.get(later.links_to or 0)
        if target is not None:
            _attach(target, later)
    lines: list[LogLine] = []
    number = 0
    for assembly in assemblies.values():
        number += not assembly.entry.machine
        lines.append(
            LogLine(
                assembly.entry,
                None if assembly.entry.machine else number,
                tuple(assembly.corrections),
                tuple(assembly.handlings),
                assembly.strike,
            )
        )
    return lines


def _attach(target: _Assembly, later: LogEntry) -> None:
    """Applies one linked entry to the line it speaks of."""
    if later.link is Link.CORRECTION:
        target.corrections.append(later)
    elif later.link is Link.HANDLING:
        target.handlings.append(later)
    elif later.link is Link.STRIKE:
        target.strike = later
    elif later.link is Link.UNSTRIKE:
        target.strike = None


def check_draft(draft: EntryDraft, now: datetime) -> None:
    """Refuses what cannot stand in a log.

    Raises:
        RuleViolation: no words, or an event that lies in the future by more than a minute.
    """
    if not draft.text.strip():
        raise RuleViolation("log.empty_text")
    check_time(draft.event_at)
    if draft.event_at is not None and draft.event_at > now + timedelta(minutes=1):
        raise RuleViolation("log.future_event", event_at=draft.event_at)
    if (draft.link is None) != (draft.links_to is None):
        raise RuleViolation("log.broken_link")
