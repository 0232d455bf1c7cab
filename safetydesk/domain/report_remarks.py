"""What a check of a report's words knows of the record, and what it finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from safetydesk.domain.casualties import CasualtyState, casualty_history, state_at
from safetydesk.domain.incident import BasisKind, Grade
from safetydesk.domain.knowledge import bases_known

if TYPE_CHECKING:
    from safetydesk.domain.incident import IncidentCase
    from safetydesk.domain.intake_text import Quote


class RemarkCode(StrEnum):
    """What a check found; the value stands in the JSON."""

    MISSING_ELEMENT = "missing_element"
    TITLE_INCOMPLETE = "title_incomplete"
    SUM_MISMATCH = "sum_mismatch"
    CONTRADICTION = "contradiction"
    TIME_ORDER = "time_order"
    GRADE_MISMATCH = "grade_mismatch"
    NUMBER_DIFFERS = "number_differs"
    FORMER_DIFFERS = "former_differs"
    ANNEX_DIFFERS = "annex_differs"
    ANNEX_TWICE = "annex_twice"
    TIME_DIFFERS = "time_differs"
    NOT_ON_RECORD = "not_on_record"
    LEFT_OUT = "left_out"


_ONLY_MARKED = frozenset(
    {
        RemarkCode.MISSING_ELEMENT,
        RemarkCode.TITLE_INCOMPLETE,
        RemarkCode.NOT_ON_RECORD,
        RemarkCode.LEFT_OUT,
        RemarkCode.ANNEX_TWICE,
    }
)


@dataclass(frozen=True)
class Remark:
    """One finding in Chinese with the words it is about (none where something is missing).

    ``measure`` is the number (``dead``) that a text leaves out; ``fixes`` has for each quote the
    words that agree with the record, empty where a person must decide.
    """

    code: RemarkCode
    text: str
    quotes: tuple[Quote, ...] = ()
    measure: str = ""
    fixes: tuple[str, ...] = ()

    @property
    def is_error(self) -> bool:
        """Whether the words contradict themselves or the record; the rest is only marked."""
        return self.code not in _ONLY_MARKED


@dataclass(frozen=True)
class FormerText:
    """A report that went out before: what it is called, its words, when it was made."""

    name: str
    text: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class RecordedFacts:
    """What is on record of the incident that the report is about.

    ``casualties_at`` is the time for which the newest numbers hold, ``instants`` every time on
    record, ``words`` the facts noted in words: times and numbers may be said as they are there.
    ``former`` are the written reports that went out, the newest first; None where nobody knows.
    """

    casualties: CasualtyState
    bases: Mapping[BasisKind, datetime] = field(default_factory=dict[BasisKind, datetime])
    grade: Grade | None = None
    casualties_at: datetime | None = None
    instants: tuple[datetime, ...] = ()
    words: tuple[str, ...] = ()
    former: tuple[FormerText, ...] | None = None


def recorded_facts(
    case: IncidentCase,
    grade: Grade | None,
    words: tuple[str, ...] = (),
    former: tuple[FormerText, ...] | None = None,
) -> RecordedFacts:
    """What is on record of a case by the time for which it is told, with the facts in words."""
    known = case.known(case.as_of)
    rows = casualty_history(known)
    return RecordedFacts(
        casualties=state_at(rows),
        bases=bases_known(known),
        grade=grade,
        casualties_at=rows[-1].event.time if rows else None,
        instants=tuple(event.time for event in known),
        words=words,
        former=former,
    )
