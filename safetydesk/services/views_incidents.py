"""What screens and sheets receive about incidents; everything here is derived for one instant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from safetydesk.domain.incident import Term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safetydesk.domain.casualties import CasualtyState
    from safetydesk.domain.grading import GradeTrigger, GradeVerdict
    from safetydesk.domain.incident import BasisKind, Category, Family
    from safetydesk.domain.incident_alerts import Alert
    from safetydesk.domain.incident_record import BasisRecord, FactField
    from safetydesk.domain.obligations import ObligationStatus
    from safetydesk.domain.report import ReportState
    from safetydesk.domain.report_series import Place


class IncidentState(StrEnum):
    """How far an incident has come; the value is the word on screen."""

    IN_HAND = "处置中"
    RESCUE_OVER = "救援结束"
    FINAL_REPORTED = "已终报"
    CLOSED = "已办结"


class Mark(Term):
    """Which sign a line of the chronology gets."""

    REPORT = "report", "报送"
    SCENE = "scene", "现场"
    ORDER = "order", "指令"
    GRADE = "grade", "等级"
    OTHER = "other", "其他"


@dataclass(frozen=True)
class FactView:
    """A fact in words as it stands; ``former`` are the words it replaced, oldest first."""

    field: FactField
    value: str
    verified: bool
    source: str
    known_at: datetime
    entry_seq: int | None
    former: tuple[str, ...] = ()


@dataclass(frozen=True)
class CasualtyLine:
    """One line of the casualty history: the numbers after it, and what it changed.

    ``changed`` gives the number before by measure; ``reported_in`` names the first report that
    carried the line, empty while none has.
    """

    as_of: datetime
    known_at: datetime
    numbers: CasualtyState
    changed: Mapping[str, int]
    differences: str
    source: str
    reason: str
    reported_in: str


@dataclass(frozen=True)
class ObligationView:
    """One report owed, with its proof once it was sent.

    ``to`` is the office's name, ``recipient`` the word of the rules. ``proof`` is who confirmed;
    ``confirmed`` is None while nothing was sent. ``late_seconds`` also counts while overdue.
    ``issued_id`` is the signed report that settles it once it is noted as sent there. ``edition``
    is the number of the rule text it was made from, 0 where no text was recorded.
    """

    key: str
    rule: str
    title: str
    report: str
    to: str
    recipient: str
    basis: str
    basis_at: datetime
    due_at: datetime
    raised_at: datetime
    occurrence: int
    status: ObligationStatus
    met_at: datetime | None
    late_seconds: int | None
    citation: str
    weak: bool
    former_dues: tuple[datetime, ...] = ()
    waived_because: str = ""
    confirmed: bool | None = None
    proof: str = ""
    proof_at: datetime | None = None
    report_id: int | None = None
    issued_id: int | None = None
    edition: int = 0

    @property
    def margin(self) -> timedelta | None:
        """How long before the term it was sent; negative when late, None while it was not."""
        return None if self.met_at is None else self.due_at - self.met_at


@dataclass(frozen=True)
class ChainStep:
    """One report in the chain of the desk: sent (with its proof), due now, or still to come.

    ``due_at`` is None for a report that nobody owed. Of several terms (one for each recipient) the
    one missed by most counts: a report that reached one of three too late is a late one.
    """

    label: str
    status: ObligationStatus | None
    sent_at: datetime | None
    due_at: datetime | None
    late_seconds: int | None
    report_id: int | None
    obligation_key: str


@dataclass(frozen=True)
class ReportLine:
    """A report in the list of an incident."""

    id: int
    label: str
    name: str
    state: ReportState
    issue: int | None
    drafted_at: datetime
    signed_at: datetime | None
    first_sent_at: datetime | None
    recipients: tuple[str, ...]


@dataclass(frozen=True)
class TimelineLine:
    """One line of the chronology (处置大事记)."""

    at: datetime
    mark: Mark
    text: str
    who: str = ""
    entry_seq: int | None = None
    report_id: int | None = None


@dataclass(frozen=True)
class ToldLine:
    """Somebody who was told: when first, about what, who took the message and who told it."""

    name: str
    at: datetime
    what: str
    by: str = ""
    confirmed: bool = False
    told_by: str = ""


@dataclass(frozen=True, kw_only=True)
class NoticeLine:
    """A department that is competent or must be told; ``told`` is None while nobody did.

    ``ours``: it is the office itself. ``weak``: the citation wants looking up.
    """

    department: str
    role: str
    citation: str
    weak: bool
    ours: bool
    told: ToldLine | None

    @property
    def open(self) -> bool:
        """Whether somebody still has to tell it."""
        return self.told is None and not self.ours


@dataclass(frozen=True)
class IncidentSummary:
    """An incident in a list, and on the desk."""

    id: int
    number: str
    title: str
    place: str
    family: Family
    category: Category
    state: IncidentState
    grade: GradeVerdict
    occurred: BasisRecord | None
    received: BasisRecord | None
    opened_at: datetime
    closed_at: datetime | None
    casualties: CasualtyState
    latest: CasualtyLine | None
    chain: tuple[ChainStep, ...]
    next_due: ObligationView | None
    overdue: bool
    met: int
    late: int
    owed: int
    last_report: str
    next_report: Place


@dataclass(frozen=True)
class InHand:
    """The incidents in hand: those with something overdue first, and what no rule can read."""

    readable: tuple[IncidentSummary, ...] = ()
    unreadable: tuple[str, ...] = ()
    """Titles."""

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.readable) + len(self.unreadable)


@dataclass(frozen=True)
class IncidentView:
    """Everything about one incident; lists are oldest first.

    ``unverified``: how many facts still bear 待核实. ``sums_agree``: no total contradicts its sum.
    """

    summary: IncidentSummary
    version: int
    source_seq: int | None
    flags: tuple[str, ...]
    bases: Mapping[BasisKind, BasisRecord]
    facts: tuple[FactView, ...]
    unverified: int
    casualties: tuple[CasualtyLine, ...]
    sums_agree: bool
    obligations: tuple[ObligationView, ...]
    reports: tuple[ReportLine, ...]
    timeline: tuple[TimelineLine, ...]
    told: tuple[ToldLine, ...]
    missing_peers: tuple[str, ...]
    notices: tuple[NoticeLine, ...]
    alerts: tuple[Alert, ...]
    triggers: tuple[GradeTrigger, ...]

    def fact(self, field: FactField) -> str:
        """The words of a field, or nothing."""
        return next((fact.value for fact in self.facts if fact.field is field), "")
