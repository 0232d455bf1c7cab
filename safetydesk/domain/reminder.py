"""What can be due at the desk, and what one raised reminder says; every status is derived."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from hashlib import sha256

REPEAT_WHEN_OVERDUE = timedelta(minutes=5)
NOTE_ITEM = "note:"
ITEM_LENGTH = 120
"""Characters of an item's name; with stage, time and number its key stays below 160."""
LEAD_OF_AT_ONCE = timedelta(minutes=15)
"""How long the desk waits before a duty that is due at once alarms as overdue."""


def due_at_desk(due_at: datetime, raised_at: datetime) -> datetime:
    """When a duty alarms as overdue: one due when it comes into being first gets its lead.

    The limit of the statute stays what it is; whatever was sent is judged by that.
    """
    return due_at if due_at > raised_at else raised_at + LEAD_OF_AT_ONCE


class AlarmLevel(IntEnum):
    """Consequence times urgency (peers F1.4): Ⅰ overdue by statute, Ⅱ due soon, Ⅲ the rest."""

    TOP = 1
    MIDDLE = 2
    LOW = 3

    @property
    def severity(self) -> int:
        """3 for Ⅰ down to 1 for Ⅲ, so that graver compares as greater."""
        return 4 - self


class Stage(StrEnum):
    """The rungs of a reminder's ladder (domain dossier §2.8 and §4)."""

    CREATED = "created"
    WEEK_BEFORE = "before7d"
    THREE_DAYS_BEFORE = "before3d"
    DAY_BEFORE = "before1d"
    HALF = "half"
    MOST = "most"
    NEAR = "near"
    TEN_BEFORE = "before10"
    FIVE_BEFORE = "before5"
    TWO_BEFORE = "before2"
    DUE = "due"
    OVERDUE = "overdue"
    OUTGOING = "outgoing"
    INCOMING = "incoming"
    TURNOVER = "turnover"
    NO_SHOW = "no_show"
    NOTE = "note"
    RETURNED = "returned"


class DutyKind(StrEnum):
    """What sort of duty a reminder speaks of."""

    REPORT = "report"
    INSTRUCTION = "instruction"
    MATTER = "matter"
    HANDOVER = "handover"
    PRESENCE = "presence"
    FILING = "filing"
    SWAP = "swap"
    NOTE = "note"
    OUTSIDE = "outside"
    DAILY = "daily"
    WARNING = "warning"
    CALLING = "calling"
    ROSTER = "roster"
    CONTACTS = "contacts"

    @property
    def chinese_name(self) -> str:
        """The kind as it is written where its title must not be."""
        return _CHINESE[self]

    @property
    def response(self) -> str:
        """The word of the one act that settles it; empty where there is none."""
        return _RESPONSES[self]

    @property
    def what_to_do(self) -> str:
        """What to do when nothing more particular is known (peers F1.2: never without)."""
        return _WHAT_TO_DO[self]


_RESPONSES = {
    DutyKind.REPORT: "已报送",
    DutyKind.INSTRUCTION: "已反馈",
    DutyKind.MATTER: "已办结",
    DutyKind.HANDOVER: "交接班",
    DutyKind.PRESENCE: "已到岗",
    DutyKind.FILING: "打开报备",
    DutyKind.SWAP: "打开换班",
    DutyKind.NOTE: "",
    DutyKind.OUTSIDE: "",
    DutyKind.DAILY: "写日报",
    DutyKind.WARNING: "打开预警",
    DutyKind.CALLING: "看名单",
    DutyKind.ROSTER: "打开值班表",
    DutyKind.CONTACTS: "打开通讯录",
}
_WHAT_TO_DO = {
    DutyKind.REPORT: "先电话报，说明书面稿随后；报出后记“已报送”。",
    DutyKind.INSTRUCTION: "问承办单位落实情况，报出后记“已反馈”。",
    DutyKind.MATTER: "催承办单位，结果记入日志后办结。",
    DutyKind.HANDOVER: "打开交接班，核对未办结事项，双方签字。",
    DutyKind.PRESENCE: "打电话找人；未接班不得离岗，请带班领导指定人员。",
    DutyKind.FILING: "把值班表报上级，收到回执后记“报备”。",
    DutyKind.SWAP: "打开值班表的换班，请相关人员办理。",
    DutyKind.NOTE: "办完后办结。",
    DutyKind.OUTSIDE: "改用电话通知；检查网络和通知地址，试发成功后自行消除。",
    DutyKind.DAILY: "报上级值班室，没有情况也要报零报告；报出后自行消除。",
    DutyKind.WARNING: "打开预警页，办完记一笔，自行消除。",
    DutyKind.CALLING: "按 F7 打开叫应，叫应或升级到下一人。",
    DutyKind.ROSTER: "打开值班表补排；排上后自行消除。",
    DutyKind.CONTACTS: "逐个试拨，通的记“已核实”，不通的改号；核完自行消除。",
}
_CHINESE = {
    DutyKind.REPORT: "信息报送",
    DutyKind.INSTRUCTION: "领导批示",
    DutyKind.MATTER: "待办事项",
    DutyKind.HANDOVER: "交接班",
    DutyKind.PRESENCE: "人员到岗",
    DutyKind.FILING: "值班表报备",
    DutyKind.SWAP: "换班",
    DutyKind.NOTE: "定时提醒",
    DutyKind.OUTSIDE: "外部通知",
    DutyKind.DAILY: "每日报告",
    DutyKind.WARNING: "预警处置",
    DutyKind.CALLING: "叫应",
    DutyKind.ROSTER: "值班安排",
    DutyKind.CONTACTS: "通讯录核对",
}


@dataclass(frozen=True)
class Contact:
    """Somebody who can be called."""

    name: str
    number: str

    @property
    def call(self) -> str:
        """Name and number as they are shown in large letters."""
        return f"{self.name} {self.number}".strip()


@dataclass(frozen=True)
class Guidance:
    """What to do now: the step reached, whom to call, in which order."""

    lead: str
    number: str = ""
    text: str = ""


@dataclass(frozen=True)
class Deadline:
    """A duty with an end: a report, the answer to an instruction, a matter.

    ``item`` names it for ever (``incident:18:N05:city:1``); ``starts_at`` is when the time began
    to run. ``legal`` marks a statutory limit; ``done`` covers met, waived and withdrawn. With
    ``closable`` it may be closed by hand; otherwise only the fact itself ends it. With ``by_days``
    it reminds 7, 3 and 1 days before its end and not by shares of its time.
    """

    item: str
    kind: DutyKind
    title: str
    to_whom: str
    starts_at: datetime
    due_at: datetime
    legal: bool = False
    done: bool = False
    what_to_do: str = ""
    closable: bool = False
    repeat: timedelta = REPEAT_WHEN_OVERDUE
    by_days: bool = False


@dataclass(frozen=True)
class Turnover:
    """One planned handover of the desk; over when both sides have signed."""

    shift: str
    at: datetime
    outgoing: tuple[str, ...]
    incoming: tuple[str, ...]
    signed: bool = False

    @property
    def item(self) -> str:
        """The item of the whole ladder."""
        return f"handover:{self.shift}"


@dataclass(frozen=True)
class ExpectedArrival:
    """Somebody who should be on duty from an instant on."""

    shift: str
    post: str
    person: str
    number: str
    expected_at: datetime
    arrived: bool = False
    left: bool = False
    """Was there and left the post (脱岗); ``expected_at`` is when."""

    @property
    def item(self) -> str:
        """The item of this person's absence."""
        return fitting_item(f"no_show:{self.shift}:{self.post}:{self.person}")

    @property
    def title(self) -> str:
        """What the reminder says."""
        return f"{self.person}离岗未归" if self.left else f"{self.person}未到岗"


@dataclass(frozen=True)
class Note:
    """A wish such as "remind me at 04:00"; ends when it is closed by hand."""

    key: str
    at: datetime
    title: str
    to_whom: str = ""
    done: bool = False
    what_to_do: str = ""
    is_foreseen: bool = True
    """Whether it may be shown before its time; a random check may not."""

    @property
    def item(self) -> str:
        """The item of the note."""
        return f"{NOTE_ITEM}{self.key}"


@dataclass(frozen=True)
class DutyState:
    """All that reminders are derived from, at one instant.

    ``leader`` is the duty leader who can be called, None where there is nobody to notify.
    ``unknown`` is how the items begin whose facts could not be read: they may be done or not.
    """

    deadlines: tuple[Deadline, ...] = ()
    turnovers: tuple[Turnover, ...] = ()
    arrivals: tuple[ExpectedArrival, ...] = ()
    notes: tuple[Note, ...] = ()
    leader: Contact | None = None
    shift_ends_at: datetime | None = None
    unknown: tuple[str, ...] = ()

    def is_unknown(self, item: str) -> bool:
        """Whether nobody can say now whether the duty of an item still stands."""
        return any(item == start or item.startswith(f"{start}:") for start in self.unknown)


@dataclass(frozen=True)
class Occurrence:
    """One rung of one item that has been reached; ``key`` exists once in the ledger."""

    key: str
    item: str
    kind: DutyKind
    stage: Stage
    level: AlarmLevel
    title: str
    to_whom: str
    due_at: datetime
    stage_at: datetime
    guidance: Guidance
    closable: bool = False


@dataclass(frozen=True)
class Upcoming:
    """One thing that will fall due later."""

    item: str
    at: datetime
    title: str
    who: str


def fitting_item(item: str) -> str:
    """An item's name as the ledger has room for it: a longer one is cut, and told by its digest.

    So is one with characters that no database keeps; a name that fits is left as it is.
    """
    plain = "".join(sign for sign in item if sign.isprintable())
    if plain == item and len(item) <= ITEM_LENGTH:
        return item
    digest = sha256(item.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{plain[: ITEM_LENGTH - len(digest) - 1]}~{digest}"


def occurrence_key(item: str, stage: Stage, due_at: datetime, number: int | None = None) -> str:
    """The unique key of an occurrence; a moved due time makes a new one (reliability 4.1)."""
    key = f"{item}:{stage.value}:{int(due_at.timestamp())}"
    return key if number is None else f"{key}:{number}"
