"""Knows every fact that a printed sheet shows: the shift log, the handover record, the reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum, StrEnum
from zoneinfo import ZoneInfo

# Instants are aware; each sheet names the office's zone and the page shows them there.
# Texts are plain: they are printed letter for letter, whatever they contain.


class SegmentMark(StrEnum):
    """How a piece of an entry's content stands on paper."""

    PLAIN = "plain"
    STRUCK = "struck"


class MatterLevel(IntEnum):
    """How urgent a matter handed over is; 1 to 3 carry a black mark Ⅰ Ⅱ Ⅲ, 0 carries none."""

    NONE = 0
    FIRST = 1
    SECOND = 2
    THIRD = 3


class ReportKind(StrEnum):
    """Which report of an incident a sheet is (domain dossier 3.2)."""

    INITIAL = "initial"
    FOLLOW_UP = "follow_up"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Arrival:
    """A person on duty and the instant of signing in (none: not signed in)."""

    name: str
    arrived_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed in one box and when; no names: the box stays empty for the pen."""

    names: tuple[str, ...] = ()
    signed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Signatures:
    """The three boxes at the foot of the log and of the handover record."""

    outgoing: Signature = Signature()
    incoming: Signature = Signature()
    leader: Signature = Signature()


@dataclass(frozen=True, slots=True)
class SealMark:
    """The seal over the log's entries that the sheet belongs to.

    ``code`` is shown as given (``7F3A-91C2-04DE``). ``first_seq`` and ``last_seq`` are the
    entries' running numbers, None where the sheet names none. ``unprinted`` counts the machine
    lines among them that the sheet leaves out.
    """

    code: str
    first_seq: int | None = None
    last_seq: int | None = None
    unprinted: int = 0


@dataclass(frozen=True, slots=True)
class PrintMark:
    """When and by whom the sheet was printed."""

    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of an entry's content; what was corrected stays legible, struck through."""

    text: str
    mark: SegmentMark = SegmentMark.PLAIN


@dataclass(frozen=True, slots=True)
class Correction:
    """Who corrected an entry, and when."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class LateMark:
    """An entry written after the fact (补记): when it was written and how late that was."""

    entered_at: datetime
    late_by: timedelta


@dataclass(frozen=True, slots=True)
class LogRow:
    """One numbered line of the shift log.

    ``at`` is the instant of the event; the page puts a date line before the first row of each
    new local day. A struck entry has ``STRUCK`` segments, its reason in ``handling``.
    """

    number: int
    at: datetime
    kind: str
    content: tuple[Segment, ...]
    handling: str = ""
    state: str = ""
    recorder: str = ""
    corrections: tuple[Correction, ...] = ()
    late: LateMark | None = None


@dataclass(frozen=True, slots=True)
class ShiftSummary:
    """The foot of the shift log, sentence by sentence."""

    reports: str = ""
    warnings: str = ""
    checks: str = ""
    equipment: str = ""
    open_items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShiftLogSheet:
    """The log of one shift (值班日志).

    ``number`` is the full form (``第 2025-279 号``), ``day`` the local day on which the shift
    begins. ``seal`` is None as long as the shift is not sealed: the sheet then calls itself a
    draft.
    """

    office: str
    number: str
    day: date
    zone: ZoneInfo
    shift_from: datetime
    shift_to: datetime
    printed: PrintMark
    weather: str = ""
    leader: str = ""
    leader_title: str = ""
    primary: Arrival | None = None
    deputies: tuple[Arrival, ...] = ()
    rows: tuple[LogRow, ...] = ()
    summary: ShiftSummary = ShiftSummary()
    signatures: Signatures = Signatures()
    seal: SealMark | None = None


@dataclass(frozen=True, slots=True)
class HandoverSide:
    """One of the two shifts at a handover; ``label`` is its name (``周六班（21日）``)."""

    label: str
    officers: tuple[str, ...] = ()
    leader: str = ""


@dataclass(frozen=True, slots=True)
class HandoverItem:
    """A matter not finished, with what comes next and who takes it over.

    ``due_at`` is shown as "HH:MM 前" on the day of the handover and with its day otherwise.
    ``read_back`` is None where the item need not be read back.
    """

    title: str
    situation: str = ""
    next_step: str = ""
    due_at: datetime | None = None
    due_is_limit: bool = True
    next_owner: str = ""
    level: MatterLevel = MatterLevel.NONE
    read_back: bool | None = None


@dataclass(frozen=True, slots=True)
class Contingency:
    """What may happen in the next shift, and what to do then."""

    case: str
    response: str


@dataclass(frozen=True, slots=True)
class HandItem:
    """Equipment tested or a thing counted at the handover (keys, seals, vehicles)."""

    name: str
    finding: str
    checked: bool = True


@dataclass(frozen=True, slots=True)
class HandoverNotes:
    """Part three of the record: instructions, whereabouts, warnings and the day ahead."""

    instructions: tuple[str, ...] = ()
    whereabouts: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    next_day: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadBack:
    """The incoming officer's own words, and who confirmed them when."""

    text: str = ""
    confirmed_by: str = ""
    confirmed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class HandoverSheet:
    """The record of one handover (交接班记录).

    ``moves_at`` is the instant at which the responsibility moves (None: not yet signed).
    ``objections`` are the items the incoming officer refused, with the reason. ``later`` is how
    many entries stand in the log behind ``last_seq``, the one at which it was frozen.
    """

    office: str
    number: str
    zone: ZoneInfo
    outgoing: HandoverSide
    incoming: HandoverSide
    printed: PrintMark
    drafted_at: datetime | None = None
    last_seq: int | None = None
    later: int = 0
    arrivals: tuple[Arrival, ...] = ()
    shift_from: datetime | None = None
    items: tuple[HandoverItem, ...] = ()
    contingencies: tuple[Contingency, ...] = ()
    notes: HandoverNotes = HandoverNotes()
    hand_items: tuple[HandItem, ...] = ()
    read_back: ReadBack = ReadBack()
    objections: tuple[str, ...] = ()
    signatures: Signatures = Signatures()
    moves_at: datetime | None = None
    seal: SealMark | None = None


FRESH_TINT = "#E4EDF8"
"""The ground of what no former report says, on the screen only."""


@dataclass(frozen=True, slots=True)
class ReportParagraph:
    """A paragraph of a report; ``lead`` is its heading in 黑体, run in before the text.

    ``fresh``: from where to where no former report says it; tinted on the screen, never printed.
    """

    text: str
    lead: str = ""
    fresh: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ReportSheet:
    """One issued report (首报, 续报, 终报) in the form of GB/T 9704.

    ``issue_number`` None prints an empty place for a draft; ``title`` may hold line breaks where
    the writer wants them. ``copies_to`` is the 抄送 line without its heading, ``annex`` a table
    whose first row is its head, ``printed`` how many copies are made (共印×份; 0 says nothing),
    ``numbered`` is False for what bears no number (反馈).
    """

    kind: ReportKind
    zone: ZoneInfo
    urgency: str
    masthead: str
    year: int
    issue_number: int | None
    signer: str
    title: str
    addressees: str
    paragraphs: tuple[ReportParagraph, ...]
    issuing_office: str
    issued_at: datetime | None
    subtitle: str = ""
    site_contact: str = ""
    copies_to: str = ""
    reviewer: str = ""
    drafter: str = ""
    duty_phone: str = ""
    annex_title: str = ""
    annex: tuple[tuple[str, ...], ...] = ()
    printed: int = 0
    numbered: bool = True

    @property
    def number(self) -> str:
        """``〔2025〕第37期``, an empty place while it is a draft; nothing for what bears none."""
        issue = "　" if self.issue_number is None else str(self.issue_number)
        return f"〔{self.year}〕第{issue}期" if self.numbered else ""

    @property
    def people(self) -> tuple[str, ...]:
        """The last row of the imprint (版记); 共印 only where a number of copies is given."""
        named = (("核稿", self.reviewer), ("值班员", self.drafter), ("值班电话", self.duty_phone))
        copies = (f"共印{self.printed}份",) if self.printed else ()
        return (*(f"{label}：{words}" for label, words in named), *copies)


class DayShade(StrEnum):
    """What kind of day a roster row is, for its words and its grey."""

    WORKDAY = "工作日"
    WEEKEND = "周末"
    STATUTORY = "法定"
    BRIDGE = "调休"
    MAKE_UP = "上班"


class RosterForm(StrEnum):
    """The three printed shapes of a roster (domain dossier 4.1)."""

    MONTH = "month"
    WEEK = "week"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class RosterDuty:
    """One person on one post of a day; ``hours`` where these are not the whole duty day."""

    post: str
    name: str
    title: str = ""
    phone: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One day of the roster; several people of a post stand side by side.

    ``people`` has one text for each of the sheet's ``posts``; ``duties`` say the same person by
    person, the leader included.
    """

    day: date
    shade: DayShade
    leader: str = ""
    leader_phone: str = ""
    people: tuple[str, ...] = ()
    remark: str = ""
    duties: tuple[RosterDuty, ...] = ()


@dataclass(frozen=True, slots=True)
class RosterSheet:
    """The roster of some days (值班安排表): a month, a week, a holiday.

    ``leader_post`` heads the column of leaders with their phones, empty where the office has no
    such post; ``posts`` head the others. ``filing_line`` says which version it is and who has it.
    """

    office: str
    title: str
    zone: ZoneInfo
    printed: PrintMark
    form: RosterForm = RosterForm.MONTH
    leader_post: str = "带班领导"
    posts: tuple[str, ...] = ("主班", "副班", "备班")
    contact_line: str = ""
    pattern_line: str = ""
    rows: tuple[RosterRow, ...] = ()
    notes: tuple[str, ...] = ()
    upward_phones: str = ""
    prepared_by: str = ""
    reviewed_by: str = ""
    signed_by: str = ""
    issued_on: date | None = None
    filing_line: str = ""
