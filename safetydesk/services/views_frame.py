"""What the window frame shows: people on duty, alarms, what comes next, the state of the desk.

All instants are aware and in UTC. The frame decides nothing: order, level, wording of the guidance
and the acts that are allowed are the service's.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True)
class OnDuty:
    """One person of the shift as the header names them."""

    post: str
    name: str
    phone: str = ""
    presence: str = ""
    """「在岗」「在局」「现场」; empty while nobody has signed in."""
    present_since: datetime | None = None
    leads: bool = False
    """Whether this is the duty leader, whose phone number the header shows."""


@dataclass(frozen=True)
class DutyPhone:
    """One line of the duty office: 「值班电话 0000-5550110」."""

    label: str
    number: str


@dataclass(frozen=True)
class SignedIn:
    """Who holds the desk at this computer."""

    name: str
    post: str = ""


@dataclass(frozen=True)
class HeaderView:
    """Who is on duty until when, and who is signed in here."""

    office: str = ""
    shift_name: str = ""
    shift_start: datetime | None = None
    people: tuple[OnDuty, ...] = ()
    turnover_at: datetime | None = None
    phones: tuple[DutyPhone, ...] = ()
    signed_in: SignedIn | None = None


@dataclass(frozen=True)
class IncidentGlance:
    """An incident in hand as the wallboard shows it.

    ``ticks`` is 1 (ordinary) to 4; ``figures`` are label and number, known ones only.
    """

    title: str
    grade: str = ""
    ticks: int = 0
    occurred_at: datetime | None = None
    figures: tuple[tuple[str, int], ...] = ()
    next_report: str = ""
    next_due: datetime | None = None


@dataclass(frozen=True)
class WarningGlance:
    """A warning in force as the wallboard shows it; ``level`` 1 (red) to 4 (blue), 0 unknown."""

    title: str
    level: int = 0
    until: datetime | None = None


class AlarmState(StrEnum):
    """Where an alarm stands."""

    ACTIVE = "active"
    ACKNOWLEDGED = "acknowledged"
    SHELVED = "shelved"
    CLOSED = "closed"


class AlarmAct(StrEnum):
    """What the officer may do about an alarm."""

    RESPOND = "respond"
    ACKNOWLEDGE = "acknowledge"
    SHELVE = "shelve"
    OPEN = "open"
    CLOSE = "close"


@dataclass(frozen=True)
class Guidance:
    """What to do now: the step reached, whom to call, in which order."""

    lead: str
    number: str = ""
    """Name and number to call, 「王建国 19900000001」; always shown, even on small screens."""
    text: str = ""


@dataclass(frozen=True)
class AlarmView:
    """One row of the alarm list."""

    key: str
    level: int
    """1 to 3; Ⅰ is the most severe."""
    title: str
    due_at: datetime
    to_whom: str = ""
    state: AlarmState = AlarmState.ACTIVE
    acknowledged_by: str = ""
    acknowledged_at: datetime | None = None
    shelved_until: datetime | None = None
    guidance: Guidance | None = None
    response: str = ""
    """What the response button says (「已报送」); empty where there is nothing to answer."""
    acts: frozenset[AlarmAct] = field(default_factory=frozenset)


@dataclass(frozen=True)
class UpcomingView:
    """One thing that will fall due later."""

    at: datetime
    title: str
    who: str = ""


@dataclass(frozen=True)
class AlarmListView:
    """The alarm list: rows in the order of level and time, then what comes."""

    alarms: tuple[AlarmView, ...] = ()
    soon: tuple[UpcomingView, ...] = ()
    """The next four hours."""
    later: tuple[UpcomingView, ...] = ()
    """The rest of the shift."""
    shelved: int = 0
    raised_this_shift: int = 0
    settled_this_shift: int = 0
    checked_at: datetime | None = None
    next_check_at: datetime | None = None
    manned: bool = True
    """Whether anybody is on duty, whom alarms would reach."""

    def without_people(self) -> AlarmListView:
        """The list as strangers may see it: no names, no numbers, nothing to be opened."""
        return replace(
            self,
            alarms=tuple(
                replace(
                    alarm,
                    to_whom="",
                    acknowledged_by="",
                    acknowledged_at=None,
                    guidance=None,
                    acts=alarm.acts & {AlarmAct.ACKNOWLEDGE},
                )
                for alarm in self.alarms
            ),
            soon=tuple(replace(coming, who="") for coming in self.soon),
            later=tuple(replace(coming, who="") for coming in self.later),
        )


class Health(StrEnum):
    """How a part of the desk is doing."""

    OK = "ok"
    WARN = "warn"
    FAULT = "fault"


@dataclass(frozen=True)
class StatusItem:
    """One part of the status line; a part that is not well says what still works."""

    label: str
    health: Health
    text: str = ""


@dataclass(frozen=True)
class FaultView:
    """The guard has failed: the bar under the header and the hatched window frame."""

    title: str
    still_works: str = ""


@dataclass(frozen=True)
class MuteView:
    """Sound is off: who muted it, since when, until when."""

    by: str
    since: datetime
    until: datetime


@dataclass(frozen=True)
class FrameStatus:
    """The state of the desk itself."""

    items: tuple[StatusItem, ...] = ()
    notice: str = ""
    """The line at the end, such as 「内部资料 · 本机严禁处理、存储涉密信息」."""
    fault: FaultView | None = None
    mute: MuteView | None = None
    no_sound: bool = False
    """There is no device to sound alarms on: the orange bar says so for as long as it lasts."""


@dataclass(frozen=True)
class QuickEntryView:
    """What the quick entry line offers: the kinds of entry, and a draft kept from before."""

    kinds: tuple[str, ...] = ()
    kind: str = ""
    draft: str = ""


@dataclass(frozen=True)
class PageCount:
    """The number beside a navigation entry; ``overdue`` makes it a red pill."""

    count: int = 0
    overdue: bool = False


@dataclass(frozen=True)
class FrameView:
    """Everything the frame shows, read in one go."""

    header: HeaderView = field(default_factory=HeaderView)
    alarms: AlarmListView = field(default_factory=AlarmListView)
    status: FrameStatus = field(default_factory=FrameStatus)
    counts: dict[str, PageCount] = field(default_factory=dict[str, PageCount])
    """By the name of the page (``incidents``)."""
    incidents: tuple[IncidentGlance, ...] = ()
    """The incidents in hand, the one with the next report first."""
    warnings: tuple[WarningGlance, ...] = ()
    """The warnings in force, the gravest first."""
