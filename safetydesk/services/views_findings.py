"""What screens receive about what is wrong with a roster."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safetydesk.domain.fair_shares import FairKind
    from safetydesk.domain.roster_draft import DraftRule
    from safetydesk.domain.roster_findings import Level, Rule


@dataclass(frozen=True)
class FindingView:
    """One finding in one cell of the table.

    ``name`` is whom it is about; ``other`` a second post's label, a kind of absence or the word for
    a protection – empty where the reader may not know it. ``number`` counts findings from 1.
    """

    number: int
    day: date
    post: str
    label: str
    rule: Rule
    level: Level
    person_id: int | None
    name: str
    other: str
    measure: int | None
    start: datetime
    end: datetime

    @property
    def denies(self) -> bool:
        """Whether it keeps the roster from being published."""
        return self.level.value == "deny"


@dataclass(frozen=True)
class FindingsView:
    """Everything found in some days, in the order of the days."""

    findings: tuple[FindingView, ...] = ()
    unknown_years: tuple[int, ...] = ()
    """Years of the days whose holiday notice is missing: their days are told by weekday only."""

    @property
    def denying(self) -> int:
        """How many keep the roster from being published."""
        return sum(finding.denies for finding in self.findings)

    @property
    def warning(self) -> int:
        """How many only warn."""
        return len(self.findings) - self.denying

    def by_cell(self) -> Mapping[tuple[date, str], FindingView]:
        """The gravest finding of each cell."""
        cells: dict[tuple[date, str], FindingView] = {}
        for finding in self.findings:
            held = cells.get((finding.day, finding.post))
            if held is None or (finding.denies and not held.denies):
                cells[finding.day, finding.post] = finding
        return cells


@dataclass(frozen=True)
class Suggestion:
    """Somebody who could take a duty, with what speaks for it.

    ``month``: duties of the month on posts that are counted together; ``apart``: days to the
    nearest one, None where there is none; ``of_kind``: duties of the same kind of day in the last
    year. ``unwanted``: asked not to serve on the day.
    """

    person_id: int
    name: str
    month: int
    apart: int | None
    kind: FairKind
    of_kind: int
    unwanted: bool = False

    @property
    def far(self) -> int:
        """The days to the nearest duty; far beyond the month where there is none."""
        return 99 if self.apart is None else self.apart


@dataclass(frozen=True)
class Suggestions:
    """The best few for a duty, and by which rules how many others cannot."""

    people: tuple[Suggestion, ...] = ()
    barred: tuple[tuple[DraftRule, int], ...] = ()


@dataclass(frozen=True)
class RuleView:
    """How the office applies one rule; ``shipped``: as it came with the program."""

    rule: Rule
    level: Level
    number: int | None
    shipped: bool
    levels: tuple[Level, ...] = field(default=())
    """The levels that may be chosen."""
