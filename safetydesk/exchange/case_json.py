"""The JSON shape of an incident case and of its assessment, as the commands exchange them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, TypedDict
from zoneinfo import ZoneInfo

from safetydesk.domain.casualties import MEASURES, CasualtyRow
from safetydesk.domain.incident import (
    CORRECTABLE,
    ActorLevel,
    BasisKind,
    Casualties,
    Category,
    Correction,
    Extinguished,
    Family,
    FlagRaised,
    IncidentCase,
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
from safetydesk.exchange.json_fields import Field, read_document

if TYPE_CHECKING:
    from safetydesk.domain.obligations import Assessment, Obligation

_FIRST, _LAST = datetime(1900, 1, 2, tzinfo=UTC), datetime(2999, 12, 30, tzinfo=UTC)
_FLAG = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_NUMBERS = ("loss_yuan", "burned_ha")
_CASUALTY_KEYS = frozenset(
    {*MEASURES, "total", "reason", "source", "kind", "time", "known_at", "note", "by", "id"}
)


class CasualtyJson(TypedDict):
    """One row of the casualty table: the numbers that held after it."""

    time: str
    known_at: str
    numbers: Mapping[str, int | float | None]
    changed: list[str]
    reason: str
    source: str


class GradeJson(TypedDict):
    """The verdict of the answer."""

    confirmed: str | None
    potential: str | None
    major_near_miss: bool
    reasons: list[str]


class ObligationJson(TypedDict):
    """One obligation of the answer; the contract's keys and what the screens show besides."""

    rule: str
    report: str
    to: str
    basis: str
    basis_at: str
    due_at: str
    occurrence: int
    status: str
    met_at: str | None
    late_seconds: int | None
    citation: str
    title: str
    pack: str
    accepts: list[str]
    confidence: str
    raised_at: str
    former_due_at: list[str]


class AlertJson(TypedDict):
    """One finding of the answer."""

    code: str
    text: str


class TriggerJson(TypedDict):
    """A grade that time alone will bring."""

    at: str
    grade: str
    reason: str


class AssessmentJson(TypedDict):
    """The answer of ``report deadlines``."""

    grade: GradeJson
    obligations: list[ObligationJson]
    alerts: list[AlertJson]
    triggers: list[TriggerJson]
    casualty_history: list[CasualtyJson]


def read_case(
    content: str | bytes,
    name: str,
    packs: Collection[str],
    rule_ids: Callable[[], Collection[str]] | None = None,
) -> IncidentCase:
    """The incident case in a JSON document; ``packs`` are the names a case may ask for.

    With ``rule_ids`` (asked only where something is waived) a waiver must name one of them.

    Raises:
        BadInput: naming the file (``name``), the field and what was expected.
    """
    document = read_document(content, name)
    if rule_ids is not None:
        _refuse_unknown_waivers(document["events"], rule_ids)
    has_category, has_flags = document.given("category"), document.given("flags")
    return IncidentCase(
        zone=_zone(document["zone"]),
        actor=document["actor"].choice(ActorLevel),
        packs=tuple(_pack(field, packs) for field in document["packs"].elements()),
        family=document["family"].choice(Family),
        category=document["category"].choice(Category) if has_category else Category.WORK_SAFETY,
        flags=frozenset(map(_flag, document["flags"].elements())) if has_flags else frozenset(),
        as_of=_instant(document["as_of"]),
        events=tuple(_event(field) for field in document["events"].elements()),
    )


def write_assessment(assessment: Assessment, zone: ZoneInfo) -> AssessmentJson:
    """The JSON shape of an assessment, its times with the zone's offset."""
    verdict = assessment.grade
    return {
        "grade": {
            "confirmed": verdict.confirmed,
            "potential": verdict.potential,
            "major_near_miss": verdict.major_near_miss,
            "reasons": list(verdict.reasons),
        },
        "obligations": [_obligation(item, zone) for item in assessment.obligations],
        "alerts": [{"code": alert.code, "text": alert.text} for alert in assessment.alerts],
        "triggers": [
            {"at": _shown(item.at, zone), "grade": item.grade, "reason": item.reason}
            for item in assessment.triggers
        ],
        "casualty_history": [_row(row, zone) for row in assessment.casualty_history],
    }


def _shown(instant: datetime, zone: ZoneInfo) -> str:
    return instant.astimezone(zone).isoformat()


def _obligation(item: Obligation, zone: ZoneInfo) -> ObligationJson:
    return {
        "rule": item.rule,
        "report": item.report,
        "to": item.to,
        "basis": item.basis,
        "basis_at": _shown(item.basis_at, zone),
        "due_at": _shown(item.due_at, zone),
        "occurrence": item.occurrence,
        "status": item.status,
        "met_at": _shown(item.met_at, zone) if item.met_at else None,
        "late_seconds": item.late_seconds,
        "citation": item.citation,
        "title": item.title,
        "pack": item.pack,
        "accepts": sorted(item.accepted),
        "confidence": item.confidence,
        "raised_at": _shown(item.raised_at, zone),
        "former_due_at": [_shown(due, zone) for due in item.former_dues],
    }


def _row(row: CasualtyRow, zone: ZoneInfo) -> CasualtyJson:
    return {
        "time": _shown(row.event.time, zone),
        "known_at": _shown(row.event.known_at, zone),
        "numbers": {name: _plain(getattr(row.after, name)) for name in MEASURES},
        "changed": list(row.changed),
        "reason": row.event.reason,
        "source": row.event.source,
    }


def _plain(number: int | Decimal | None) -> int | float | None:
    if not isinstance(number, Decimal):
        return number
    return int(number) if number == number.to_integral_value() else float(number)


def _event(field: Field) -> IncidentEvent:
    expected = "、".join(_READERS) + " 之一"
    reader = _READERS.get(field["kind"].text(expected))
    if reader is None:
        field["kind"].refuse(expected)
    time = _instant(field["time"])
    known_at = _instant(field["known_at"]) if field.given("known_at") else time
    return reader(field, time, known_at)


_Reader = Callable[[Field, datetime, datetime], IncidentEvent]


def _plain_event(kind: type[IncidentEvent]) -> _Reader:
    def read(_field: Field, time: datetime, known_at: datetime) -> IncidentEvent:
        return kind(time=time, known_at=known_at)

    return read


def _casualties(field: Field, time: datetime, known_at: datetime) -> IncidentEvent:
    field.refuse_unknown(_CASUALTY_KEYS)
    counts = {name: _count(field, name) for name in (*MEASURES, "total") if name not in _NUMBERS}
    return Casualties(
        time=time,
        known_at=known_at,
        reason=_words(field, "reason"),
        source=_words(field, "source"),
        loss_yuan=_amount(field, "loss_yuan"),
        burned_ha=_amount(field, "burned_ha"),
        **counts,
    )


def _flag_event(field: Field, time: datetime, known_at: datetime) -> IncidentEvent:
    return FlagRaised(time=time, known_at=known_at, name=_flag(field["name"]))


def _report(field: Field, time: datetime, known_at: datetime) -> IncidentEvent:
    return ReportSent(
        time=time,
        known_at=known_at,
        report=field["report"].choice(ReportKind),
        to=field["to"].text(),
        medium=field["medium"].choice(Medium) if field.given("medium") else None,
    )


def _correction(field: Field, time: datetime, known_at: datetime) -> IncidentEvent:
    _instant(field["known_at"])
    of = field["of"].choice(BasisKind)
    if of not in CORRECTABLE:
        field["of"].refuse("、".join(sorted(CORRECTABLE)) + " 之一")
    return Correction(time=time, known_at=known_at, of=of)


def _waived(field: Field, time: datetime, known_at: datetime) -> IncidentEvent:
    return Waived(
        time=time,
        known_at=known_at,
        rule=field["rule"].text("规则编号，如 N04"),
        reason=field["reason"].text("免报理由"),
        occurrence=field["occurrence"].whole_number(1) if field.given("occurrence") else None,
        to=field["to"].text() if field.given("to") else None,
    )


def _refuse_unknown_waivers(events: Field, rule_ids: Callable[[], Collection[str]]) -> None:
    """A misspelt rule would excuse nothing, and nobody would notice."""
    for event in events.elements():
        if event.has("rule") and event["kind"].value == "waived":
            rule = event["rule"]
            if rule.text("规则编号，如 N04") not in rule_ids():
                rule.refuse("规则包里有的规则编号，如 N04")


def _query(field: Field, time: datetime, known_at: datetime) -> IncidentEvent:
    return Query(time=time, known_at=known_at, asked_by=field["from"].text("来询单位"))


_READERS: Mapping[str, _Reader] = MappingProxyType(
    {
        "occurred": _plain_event(Occurred),
        "unit_head_informed": _plain_event(UnitHeadInformed),
        "learned": _plain_event(Learned),
        "received": _plain_event(Received),
        "casualties": _casualties,
        "flag": _flag_event,
        "report_sent": _report,
        "rescue_ended": _plain_event(RescueEnded),
        "extinguished": _plain_event(Extinguished),
        "correction": _correction,
        "waived": _waived,
        "query": _query,
    }
)


def _count(field: Field, name: str) -> int | None:
    return field[name].whole_number(0) if field.given(name) else None


def _amount(field: Field, name: str) -> Decimal | None:
    return field[name].amount() if field.given(name) else None


def _words(field: Field, name: str) -> str:
    return field[name].text("文字") if field.given(name) and field[name].value != "" else ""


def _flag(field: Field) -> str:
    text = field.text("情形名称，如 sensitive_place")
    return text if _FLAG.fullmatch(text) else field.refuse("情形名称，如 sensitive_place")


def _pack(field: Field, packs: Collection[str]) -> str:
    text = field.text("、".join(packs) + " 之一")
    return text if text in packs else field.refuse("、".join(packs) + " 之一")


def _instant(field: Field) -> datetime:
    """An instant in the centuries for which the calendar of zones is sure."""
    instant = field.exact_instant()
    return instant if _FIRST <= instant < _LAST else field.refuse("1900 年至 2999 年的时间")


def _zone(field: Field) -> ZoneInfo:
    expected = "IANA 时区名，如 Asia/Shanghai"
    try:
        return ZoneInfo(field.text(expected))
    except (OSError, ValueError, KeyError):  # unknown, a folder, or no name at all
        field.refuse(expected)
