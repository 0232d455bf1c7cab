"""An incident's file: its head, its facts in words, and events as they are written down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from safetydesk.domain.incident import (
    ActorLevel,
    BasisKind,
    Casualties,
    Category,
    Correction,
    Extinguished,
    Family,
    FlagRaised,
    IncidentEvent,
    Learned,
    Medium,
    Occurred,
    Query,
    Received,
    ReportKind,
    ReportSent,
    RescueEnded,
    UnitHeadInformed,
    Waived,
)

KINDS: Mapping[str, type[IncidentEvent]] = {
    "occurred": Occurred,
    "unit_head_informed": UnitHeadInformed,
    "learned": Learned,
    "received": Received,
    "casualties": Casualties,
    "flag": FlagRaised,
    "report_sent": ReportSent,
    "rescue_ended": RescueEnded,
    "extinguished": Extinguished,
    "correction": Correction,
    "waived": Waived,
    "query": Query,
}
_BASES: Mapping[type[IncidentEvent], BasisKind] = {
    Occurred: BasisKind.OCCURRED,
    UnitHeadInformed: BasisKind.UNIT_HEAD_INFORMED,
    Learned: BasisKind.LEARNED,
    Received: BasisKind.RECEIVED,
    RescueEnded: BasisKind.RESCUE_ENDED,
    Extinguished: BasisKind.EXTINGUISHED,
}
_NAMES: Mapping[type[IncidentEvent], str] = {kind: name for name, kind in KINDS.items()}
_BASE = frozenset({"time", "known_at"})
_AMOUNTS = frozenset({"loss_yuan", "burned_ha"})


class FactField(StrEnum):
    """What is noted in words about an incident; the order of the page and of reports."""

    PLACE = "place"
    UNIT = "unit"
    UNIT_PROFILE = "unit_profile"
    NATURE = "nature"
    COURSE = "course"
    MATERIALS = "materials"
    CAUSE = "cause"
    MEASURES = "measures"
    FORCES = "forces"
    SITUATION = "situation"
    TREND = "trend"
    REQUEST = "request"
    RESPONSE = "response"
    LOSSES = "losses"
    COMMANDER = "commander"
    SITE_CONTACT = "site_contact"

    @property
    def chinese_name(self) -> str:
        """The word on screen and paper."""
        return _FACT_NAMES[self]


_FACT_NAMES = {
    FactField.PLACE: "地点",
    FactField.UNIT: "单位",
    FactField.UNIT_PROFILE: "单位概况",
    FactField.NATURE: "类型",
    FactField.COURSE: "经过",
    FactField.MATERIALS: "物料",
    FactField.CAUSE: "原因",
    FactField.MEASURES: "措施",
    FactField.FORCES: "力量",
    FactField.SITUATION: "现场",
    FactField.TREND: "趋势",
    FactField.REQUEST: "请求",
    FactField.RESPONSE: "响应",
    FactField.LOSSES: "损失",
    FactField.COMMANDER: "现场指挥",
    FactField.SITE_CONTACT: "现场联系人",
}


@dataclass(frozen=True)
class Incident:
    """The head of an incident. What is known of it stands in its events and facts.

    ``actor`` is the level of the office when it was opened: by it the rules go on, also when the
    office becomes another one.
    """

    id: int
    year: int
    serial: int
    title: str
    family: Family
    category: Category
    flags: tuple[str, ...]
    packs: tuple[str, ...]
    actor: ActorLevel
    opened_at: datetime
    opened_by: int | None
    source_seq: int | None
    closed_at: datetime | None
    version: int

    @property
    def number(self) -> str:
        """The number everybody uses: 2025-018."""
        return f"{self.year}-{self.serial:03d}"


@dataclass(frozen=True)
class RecordedEvent:
    """An event as stored: what it says, who wrote it down, from whom it is known."""

    id: int
    event: IncidentEvent
    source: str
    entry_seq: int | None
    author_id: int | None
    recorded_at: datetime


@dataclass(frozen=True)
class Fact:
    """Something noted in words; a later one of the same field replaces it for today."""

    id: int
    incident_id: int
    field: FactField
    value: str
    verified: bool
    source: str
    known_at: datetime
    entry_seq: int | None
    author_id: int | None
    recorded_at: datetime


def kind_of(event: IncidentEvent) -> str:
    """The contract's word for an event."""
    return _NAMES[type(event)]


def payload_of(event: IncidentEvent) -> dict[str, Any]:
    """What an event says beside its times, as JSON values; nothing where nothing was said."""
    said = {f.name: getattr(event, f.name) for f in fields(event) if f.name not in _BASE}
    return {
        name: str(value) if isinstance(value, Decimal) else value
        for name, value in said.items()
        if value is not None and value != ""
    }


def event_of(
    kind: str, time: datetime, known_at: datetime, payload: Mapping[str, Any]
) -> IncidentEvent:
    """The event of a stored row."""
    said: dict[str, Any] = dict(payload)
    for name in _AMOUNTS & said.keys():
        said[name] = Decimal(said[name])
    if kind == "report_sent":
        said["report"] = ReportKind.of(said["report"])
        said["medium"] = Medium(said["medium"]) if said.get("medium") else None
    if kind == "correction":
        said["of"] = BasisKind.of(said["of"])
    return KINDS[kind](time=time, known_at=known_at, **said)


def newest(facts: list[Fact]) -> dict[FactField, Fact]:
    """The fact that holds today for each field, in the order of the fields."""
    latest = {fact.field: fact for fact in sorted(facts, key=lambda fact: fact.id)}
    return {field: latest[field] for field in FactField if field in latest}


@dataclass(frozen=True)
class BasisRecord:
    """A basis time as it stands, and what it was before (domain dossier §2.6 no. 5).

    ``former``: the values replaced, oldest first.
    """

    kind: BasisKind
    at: datetime
    source: str
    known_at: datetime
    approximate: bool = False
    former: tuple[datetime, ...] = ()


def bases_of(recorded: Iterable[RecordedEvent]) -> dict[BasisKind, BasisRecord]:
    """Every basis time with its history, in the order of recording."""
    bases: dict[BasisKind, BasisRecord] = {}
    for item in recorded:
        event = item.event
        kind = event.of if isinstance(event, Correction) else _BASES.get(type(event))
        if kind is None:
            continue
        before = bases.get(kind)
        former = () if before is None or before.at == event.time else (*before.former, before.at)
        approximate = isinstance(event, Occurred) and event.approximate
        bases[kind] = BasisRecord(
            kind, event.time, item.source, event.known_at, approximate, former
        )
    return bases
