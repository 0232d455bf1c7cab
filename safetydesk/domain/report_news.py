"""What is known of an incident at a moment, and what is new since the last report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo

from safetydesk.domain.casualties import (
    MEASURE_NAMES,
    MEASURES,
    CasualtyState,
    casualty_history,
    state_at,
)
from safetydesk.domain.incident import BasisKind, Grade
from safetydesk.domain.incident_record import (
    BasisRecord,
    Fact,
    FactField,
    RecordedEvent,
    bases_of,
    newest,
)
from safetydesk.domain.report import Covers

_NOTHING_SAID = CasualtyState()
_UNITS = {"loss_yuan": "元", "burned_ha": "公顷"}
_WATCHED = (BasisKind.OCCURRED, BasisKind.RESCUE_ENDED, BasisKind.EXTINGUISHED)


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """Everything a report can say, as recorded up to ``covers``.

    ``casualties_at`` is the time for which the newest numbers hold.
    """

    title: str
    zone: ZoneInfo
    covers: Covers
    casualties: CasualtyState = _NOTHING_SAID
    casualties_at: datetime | None = None
    casualties_source: str = ""
    bases: Mapping[BasisKind, BasisRecord] = field(default_factory=dict[BasisKind, BasisRecord])
    facts: Mapping[FactField, Fact] = field(default_factory=dict[FactField, Fact])
    grade: Grade | None = None

    def words(self, wanted: FactField) -> str:
        """The words of a field, or nothing."""
        fact = self.facts.get(wanted)
        return fact.value if fact else ""

    def basis_at(self, kind: BasisKind) -> datetime | None:
        """A basis time, where it is known."""
        record = self.bases.get(kind)
        return record.at if record else None


class NewsKind(StrEnum):
    """What sort of thing is new; decides the section of the follow-up it belongs to."""

    CASUALTIES = "casualties"
    GRADE = "grade"
    TIME = "time"
    FACT = "fact"


@dataclass(frozen=True)
class News:
    """One thing that another report must say because the last one said otherwise.

    ``key`` names the measure, basis or field; ``before`` is empty where nothing was said.
    """

    kind: NewsKind
    key: str
    label: str
    before: str
    after: str
    source: str
    at: datetime | None


def snapshot(
    title: str,
    zone: ZoneInfo,
    recorded: Sequence[RecordedEvent],
    facts: Sequence[Fact],
    *,
    grade: Grade | None = None,
    upto: Covers | None = None,
    at: datetime | None = None,
) -> Snapshot:
    """What stood recorded, up to what an earlier report covers where ``upto`` is given."""
    if upto is not None:
        recorded = [item for item in recorded if item.id <= upto.event_id]
        facts = [fact for fact in facts if fact.id <= upto.fact_id]
    rows = casualty_history(item.event for item in recorded)
    last = rows[-1].event if rows else None
    return Snapshot(
        title=title,
        zone=zone,
        covers=Covers(
            max((item.id for item in recorded), default=0),
            max((fact.id for fact in facts), default=0),
            upto.at if upto else at,
        ),
        casualties=state_at(rows),
        casualties_at=last.time if last else None,
        casualties_source=last.source if last else "",
        bases=bases_of(recorded),
        facts=newest(list(facts)),
        grade=grade,
    )


def news_between(before: Snapshot, after: Snapshot) -> tuple[News, ...]:
    """What changed: numbers, grade, times, facts, in the order in which a report says them."""
    return (
        *_numbers(before, after),
        *_grade(before, after),
        *_times(before, after),
        *_facts(before, after),
    )


def _numbers(before: Snapshot, after: Snapshot) -> Iterable[News]:
    for measure in MEASURES:
        old, new = _value(before.casualties, measure), _value(after.casualties, measure)
        if (old or 0) == (new or 0):
            continue
        yield News(
            NewsKind.CASUALTIES,
            measure,
            MEASURE_NAMES[measure],
            _shown(measure, old),
            _shown(measure, new),
            after.casualties_source,
            after.casualties_at,
        )


def _value(state: CasualtyState, measure: str) -> Decimal | None:
    said: int | Decimal | None = getattr(state, measure)
    return None if said is None else Decimal(said)


def _shown(measure: str, value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}{_UNITS.get(measure, '')}"


def _grade(before: Snapshot, after: Snapshot) -> Iterable[News]:
    if before.grade is not after.grade and after.grade is not None:
        old = before.grade.chinese_name if before.grade else ""
        yield News(NewsKind.GRADE, "grade", "等级", old, after.grade.chinese_name, "", None)


def _times(before: Snapshot, after: Snapshot) -> Iterable[News]:
    for kind in _WATCHED:
        old, new = before.bases.get(kind), after.bases.get(kind)
        if new is None or (old is not None and old.at == new.at):
            continue
        shown = ""
        if old:
            shown = time_after(old.at, new.at, after.zone) + ("许" if old.approximate else "")
        yield News(
            NewsKind.TIME,
            kind.value,
            f"{kind.chinese_name}时间",
            shown,
            time_after(new.at, after.covers.at or new.at, after.zone),
            new.source,
            new.known_at,
        )


def _facts(before: Snapshot, after: Snapshot) -> Iterable[News]:
    for name, fact in after.facts.items():
        old = before.words(name)
        if old != fact.value:
            yield News(
                NewsKind.FACT,
                name.value,
                name.chinese_name,
                old,
                fact.value,
                fact.source,
                fact.known_at,
            )


def hour_minute(at: datetime, zone: ZoneInfo) -> str:
    """``10时05分``: the 24-hour clock of official reports."""
    local = at.astimezone(zone)
    return f"{local.hour}时{local.minute:02d}分"


def time_after(at: datetime, named: datetime, zone: ZoneInfo) -> str:
    """A time behind one whose day stands in the text: the day, and the year, only where it differs.

    ``23时50分`` on the same day, ``12月30日23时50分`` on another, ``2025年12月31日23时50分`` in
    another year.
    """
    same = at.astimezone(zone).date() == named.astimezone(zone).date()
    return hour_minute(at, zone) if same else dated(at, named, zone)


def dated(at: datetime, named: datetime, zone: ZoneInfo) -> str:
    """A time with its day, and with its year where that differs from the one last named."""
    local = at.astimezone(zone)
    year = f"{local.year}年" if local.year != named.astimezone(zone).year else ""
    return f"{year}{day_hour_minute(at, zone)}"


def day_hour_minute(at: datetime, zone: ZoneInfo) -> str:
    """``10月6日10时05分``, without leading zeros in the date."""
    local = at.astimezone(zone)
    return f"{local.month}月{local.day}日{hour_minute(at, zone)}"
