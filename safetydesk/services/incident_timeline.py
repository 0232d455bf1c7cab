"""How log entries, events, grades and reports become one chronology (处置大事记)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from safetydesk.domain.casualties import MEASURE_NAMES, MEASURES
from safetydesk.domain.incident import (
    Casualties,
    Correction,
    Extinguished,
    FlagRaised,
    IncidentEvent,
    Occurred,
    Query,
    Received,
    ReportSent,
    RescueEnded,
    Waived,
)
from safetydesk.domain.incident_entries import flag_name
from safetydesk.domain.incident_record import bases_of
from safetydesk.domain.knowledge import history_of
from safetydesk.domain.log import EntryKind, lines_of
from safetydesk.domain.report_news import hour_minute, time_after
from safetydesk.services.views_incidents import Mark, TimelineLine

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from safetydesk.domain.incident import Grade, IncidentCase
    from safetydesk.domain.incident_record import Incident, RecordedEvent
    from safetydesk.domain.log import LogLine
    from safetydesk.domain.report import Report
    from safetydesk.storage.unit_of_work import UnitOfWork

_SIMPLE: Mapping[type[IncidentEvent], str] = {
    Received: "接报",
    RescueEnded: "现场救援结束",
    Extinguished: "明火扑灭",
}
_REPORTS = frozenset({EntryKind.REPORTING, EntryKind.NIL_REPORT})
_ORDERS = frozenset({EntryKind.ORDER, EntryKind.INSTRUCTION, EntryKind.ASSIGNMENT})


def timeline_of(
    uow: UnitOfWork,
    case: IncidentCase,
    incident: Incident,
    recorded: Sequence[RecordedEvent],
    reports: Sequence[Report],
) -> tuple[TimelineLine, ...]:
    """Everything that happened, oldest first; what the log says is not said twice."""
    lines = _log_lines(uow, incident, recorded, reports)
    shown = {line.entry.seq for line in lines}
    made = [
        *(_entry(line) for line in lines if line.entry.event_at <= case.as_of),
        *_events(recorded, shown, case.zone),
        *_sendings(reports, shown),
        *_grades(case),
    ]
    return tuple(sorted(made, key=lambda line: (line.at, line.entry_seq or 0)))


def _log_lines(
    uow: UnitOfWork,
    incident: Incident,
    recorded: Sequence[RecordedEvent],
    reports: Sequence[Report],
) -> list[LogLine]:
    """The people's lines that belong to the incident or stand behind something recorded of it."""
    entries = {entry.seq: entry for entry in uow.log.of_incident(incident.id)}
    behind = {
        incident.source_seq,
        *(item.entry_seq for item in recorded),
        *(report.entry_seq for report in reports),
    }
    for seq in behind - entries.keys():
        entry = uow.log.get(seq) if seq else None
        if entry is not None:
            entries[entry.seq] = entry
    plain = [entry for entry in entries.values() if entry.link is None and not entry.machine]
    lines = lines_of(plain, uow.log.links_to([entry.seq for entry in plain]))
    return [line for line in lines if not line.is_struck]


def _entry(line: LogLine) -> TimelineLine:
    entry = line.entry
    mark = Mark.SCENE
    if entry.kind in _REPORTS:
        mark = Mark.REPORT
    elif entry.kind in _ORDERS:
        mark = Mark.ORDER
    return TimelineLine(entry.event_at, mark, line.text, entry.author_name, entry.seq)


def _events(
    recorded: Sequence[RecordedEvent], shown: set[int], zone: ZoneInfo
) -> Iterator[TimelineLine]:
    """Events that no line of the log speaks of, and the occurrence itself."""
    for item in recorded:
        event = item.event
        if item.entry_seq in shown and not isinstance(event, Occurred | ReportSent):
            continue
        words = _words(event, item.source, zone, recorded)
        if words:
            mark = Mark.REPORT if isinstance(event, ReportSent) else Mark.SCENE
            yield TimelineLine(event.time, mark, words, item.source)


def _words(
    event: IncidentEvent, source: str, zone: ZoneInfo, recorded: Sequence[RecordedEvent]
) -> str:
    if isinstance(event, Occurred):
        return _occurrence(recorded, zone)
    if isinstance(event, Casualties):
        numbers = ((name, getattr(event, name)) for name in MEASURES)
        return "、".join(f"{MEASURE_NAMES[n]}{v}" for n, v in numbers if v is not None)
    if isinstance(event, Correction):
        return f"{event.of.chinese_name}时间更正为{hour_minute(event.time, zone)}（{source}）"
    if isinstance(event, ReportSent):
        return f"{event.report.chinese_name}：{event.to}"
    return _plain_words(event)


def _plain_words(event: IncidentEvent) -> str:
    if isinstance(event, Query):
        return f"{event.asked_by}询问核实"
    if isinstance(event, FlagRaised):
        return f"情况标注：{flag_name(event.name)}"
    if isinstance(event, Waived):
        return f"免报 {event.rule}：{event.reason}"
    return _SIMPLE.get(type(event), "")


def _occurrence(recorded: Sequence[RecordedEvent], zone: ZoneInfo) -> str:
    """``事发（后更正为10时03分）``: the time as first told stays where it was."""
    (basis,) = [b for kind, b in bases_of(recorded).items() if kind.value == "occurred"]
    corrected = f"（后更正为{time_after(basis.at, basis.former[0], zone)}）" if basis.former else ""
    return f"事发{corrected}"


def _sendings(reports: Iterable[Report], shown: set[int]) -> Iterator[TimelineLine]:
    """Reports that went out without a line of the log."""
    for report in reports:
        at = report.first_sent_at
        if at is None or report.entry_seq in shown:
            continue
        names = "、".join(dict.fromkeys(delivery.recipient for delivery in report.deliveries))
        yield TimelineLine(at, Mark.REPORT, f"{report.name}：{names}", report_id=report.id)


def _grades(case: IncidentCase) -> Iterator[TimelineLine]:
    """The moments at which the confirmed or potential grade changed."""
    before: tuple[Grade | None, Grade | None] = (None, None)
    for situation in history_of(case, ()):
        confirmed, potential = situation.verdict.confirmed, situation.verdict.potential
        if (confirmed, potential) == before:
            continue
        before = (confirmed, potential)
        parts = [
            f"{word}{grade.chinese_name}"
            for word, grade in (("确认", confirmed), ("可能", potential))
            if grade
        ]
        if parts:
            yield TimelineLine(situation.at, Mark.GRADE, f"等级：{'，'.join(parts)}")
