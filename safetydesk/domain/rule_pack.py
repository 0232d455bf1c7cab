"""What a reporting rule says: when it applies, what is owed to whom, and how soon."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from safetydesk.domain.incident import (
    SUPERIOR_OF,
    ActorLevel,
    BasisKind,
    Category,
    Family,
    Grade,
    Medium,
    Recipient,
    ReportKind,
)


class Confidence(StrEnum):
    """How well the text of a rule is known (domain §0)."""

    STATUTE = "statute"
    PAGE = "page"
    SECONDARY = "secondary"
    RECALL = "recall"

    @property
    def weak(self) -> bool:
        """Whether the office should look the text up before it relies on it."""
        return self in (Confidence.SECONDARY, Confidence.RECALL)

    @property
    def chinese_name(self) -> str:
        """The word beside the citation."""
        return {
            "statute": "法规原文",
            "page": "公开网页",
            "secondary": "二手资料",
            "recall": "待核实",
        }[self.value]


class Subject(StrEnum):
    """What a rule is about; only incident rules take part in ``assess``.

    ``GRADE``: time alone makes a grade (``domain.grading``). ``ROSTER``: a filing of the roster.
    """

    INCIDENT = "incident"
    WARNING = "warning"
    DOCUMENT = "document"
    DUTY_CHECK = "duty_check"
    GRADE = "grade"
    ROSTER = "roster"


@dataclass(frozen=True, kw_only=True)
class Condition:
    """One way in which a rule applies: everything given must hold together.

    Grades are potential ones. ``max_grade`` includes an incident whose grade is not known yet.
    ``numbers`` are lowest numbers of measures or sums (``dead+missing``).
    """

    min_grade: Grade | None = None
    max_grade: Grade | None = None
    near_miss: bool = False
    flags: frozenset[str] = field(default_factory=frozenset[str])
    numbers: tuple[tuple[str, int], ...] = ()
    uncontrolled_for: timedelta | None = None

    @property
    def may_cease(self) -> bool:
        """Whether news of a graver incident can end what this condition began."""
        return self.max_grade is not None


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """When a report is due: exactly one of the fields is set.

    ``within`` of the basis (nothing = at once), by the end of the ``same_day``, so many times
    ``per_day``, or each day at the wall-clock times ``daily_at`` (with ``weekdays`` only on those,
    Monday being 0).
    """

    within: timedelta | None = None
    same_day: bool = False
    per_day: int = 0
    daily_at: tuple[time, ...] = ()
    weekdays: frozenset[int] = field(default_factory=frozenset[int])

    @property
    def recurring(self) -> bool:
        """Whether the report is owed again and again until the rescue ends."""
        return bool(self.per_day or self.daily_at)

    def falls_on(self, day: date) -> bool:
        """Whether the report is owed on a local day at all."""
        return not self.weekdays or day.weekday() in self.weekdays


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule of a pack.

    ``ladder``: rules of the same article for different grades; the report to one recipient is owed
    once, from the first of them that applied, under the name of the gravest.
    ``window_days``: a change of casualties counts so many days after the day of occurrence.
    ``accepted``: the kinds of report that meet it; ``default_on``: whether it is in use.
    ``edition``: the number of the pack's text in the office's record; 0 for a text not recorded.
    """

    id: str
    pack: str
    title: str
    report: ReportKind
    to: tuple[Recipient, ...]
    basis: BasisKind
    schedule: Schedule
    citation: str
    confidence: Confidence
    accepted: frozenset[ReportKind]
    actors: frozenset[ActorLevel]
    families: frozenset[Family] = frozenset(Family)
    categories: frozenset[Category] = frozenset(Category)
    when: tuple[Condition, ...] = (Condition(),)
    medium: Medium | None = None
    effective_from: date | None = None
    effective_to: date | None = None
    ladder: str = ""
    window_days: int | None = None
    subject: Subject = Subject.INCIDENT
    default_on: bool = True
    note: str = ""
    edition: int = 0

    def in_force_on(self, day: date) -> bool:
        """Whether the rule was in force on the local day of its basis (both ends included)."""
        return not (
            (self.effective_from is not None and day < self.effective_from)
            or (self.effective_to is not None and day > self.effective_to)
        )

    def concerns(self, actor: ActorLevel, family: Family, category: Category) -> bool:
        """Whether the rule speaks to this office about this sort of incident."""
        return actor in self.actors and family in self.families and category in self.categories

    def recipients(self, actor: ActorLevel) -> tuple[Recipient, ...]:
        """The recipients, with 上一级 put in concrete terms."""
        return tuple(SUPERIOR_OF[actor] if to is Recipient.SUPERIOR else to for to in self.to)

    @property
    def may_cease(self) -> bool:
        """Whether graver news can end the rule's application."""
        return any(condition.may_cease for condition in self.when)


@dataclass(frozen=True)
class RulePack:
    """The dated, cited rules of one region, ministry or sort of duty."""

    id: str
    name: str
    rules: tuple[Rule, ...]
    note: str = ""


@dataclass(frozen=True)
class PackPeriod:
    """The texts of rule packs in force together from ``since`` on; None: from the beginning.

    An obligation keeps the text of the period in which it came into being.
    """

    since: datetime | None
    packs: tuple[RulePack, ...]


def rules_in_use(packs: Iterable[RulePack], subject: Subject = Subject.INCIDENT) -> list[Rule]:
    """The rules of the packs that are switched on and about the subject, in order."""
    return [
        rule for pack in packs for rule in pack.rules if rule.default_on and rule.subject is subject
    ]
