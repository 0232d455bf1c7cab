"""By when the office acts on a warning, how often it reports, whom it calls: its own rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safetydesk.domain.rule_pack import Confidence
    from safetydesk.domain.warning import WarningLevel, WarningStepKind


@dataclass(frozen=True)
class Source:
    """Where a term of the policy comes from, and how well its text is known."""

    citation: str
    confidence: Confidence

    @property
    def words(self) -> str:
        """``长子县…〔公开网页〕``: the citation never stands without how well it is known."""
        return f"{self.citation}〔{self.confidence.chinese_name}〕"


@dataclass(frozen=True)
class Telling:
    """What is owed for every message: the step that settles it, and how soon it is due."""

    step: WarningStepKind
    within: timedelta
    source: Source


@dataclass(frozen=True)
class ReportRhythm:
    """How often the situation is reported while a warning of the level is in force."""

    level: WarningLevel
    every: timedelta
    source: Source


class Scope(StrEnum):
    """Who a target of the calling list is."""

    AREA = "area"
    """The streets and towns that the warning names."""
    GROUP = "group"
    """The members of a group of the directory who belong to one of them."""


@dataclass(frozen=True)
class CallTarget:
    """One sort of line: who is called from which level on, and who stands in for whom.

    ``ladder``: each rung names words of title or role, any of which fits; an empty rung is the
    unit's own duty number. ``group`` is the group of the directory, for ``Scope.GROUP``.
    """

    scope: Scope
    lowest: WarningLevel
    ladder: tuple[tuple[str, ...], ...]
    group: str = ""


@dataclass(frozen=True)
class CallingPolicy:
    """From which level on people are called, by when the list stands and everybody is called.

    ``answer_within`` is the time after which the next one of a line is called; ``wide_group`` is
    the group of the directory that holds every street and town, for a warning of the whole area.
    """

    lowest: WarningLevel
    list_within: timedelta
    called_within: timedelta
    answer_within: timedelta
    source: Source
    targets: tuple[CallTarget, ...]
    wide_group: str = ""


@dataclass(frozen=True)
class RollRenewal:
    """The yearly renewal of who is called: by which local day and time, reminded from when."""

    month: int
    day: int
    at: time
    ahead: timedelta
    source: Source


@dataclass(frozen=True)
class WarningPolicy:
    """The office's terms for warnings; ``before_end`` is when an end is asked about."""

    name: str
    tellings: tuple[Telling, ...]
    rhythms: tuple[ReportRhythm, ...]
    before_end: timedelta
    end_source: Source
    calling: CallingPolicy
    renewal: RollRenewal

    def rhythm(self, level: WarningLevel | None) -> ReportRhythm | None:
        """How often a level is reported; None where it is not."""
        return next((rhythm for rhythm in self.rhythms if rhythm.level is level), None)

    def calls_for(self, level: WarningLevel | None) -> bool:
        """Whether people are called at a level."""
        return level is not None and level.is_at_least(self.calling.lowest)
