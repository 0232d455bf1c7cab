"""Knows every fact of an incident's chronology on paper (处置大事记), and who has been told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from safetydesk.domain.report_wording import casualty_words
from safetydesk.services.incident_reading import view_of
from safetydesk.services.sheets import PrintMark

if TYPE_CHECKING:
    from safetydesk.domain.access import Actor
    from safetydesk.domain.incident_record import BasisRecord, Incident
    from safetydesk.services.rule_editions import PackSource
    from safetydesk.services.views_incidents import IncidentView, NoticeLine, TimelineLine, ToldLine
    from safetydesk.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class TimelineSheet:
    """The chronology as it stands at ``printed.at``; lines and people oldest first.

    ``times`` are the known basis times by their Chinese names. ``notices`` are the competent
    departments and those whom the law names to be told, told or not. ``findings`` are what does
    not fit together in the record.
    """

    office: str
    zone: ZoneInfo
    number: str
    title: str
    grade: str
    state: str
    times: tuple[BasisRecord, ...]
    casualties: str
    rows: tuple[TimelineLine, ...]
    told: tuple[ToldLine, ...]
    notices: tuple[NoticeLine, ...]
    findings: tuple[str, ...]
    printed: PrintMark


def build(
    uow: UnitOfWork, incident: Incident, actor: Actor, now: datetime, packs: PackSource
) -> TimelineSheet:
    """The sheet of an incident as known now."""
    view = view_of(uow, incident, now, packs)
    office = uow.office.facts()
    summary = view.summary
    return TimelineSheet(
        office=office.desk_name,
        zone=office.zoneinfo,
        number=summary.number,
        title=summary.title,
        grade=_grade(view),
        state=summary.state.value,
        times=tuple(view.bases.values()),
        casualties=casualty_words(summary.casualties) if view.casualties else "",
        rows=view.timeline,
        told=view.told,
        notices=view.notices,
        findings=tuple(alert.text for alert in view.alerts),
        printed=PrintMark(now, actor.name),
    )


def _grade(view: IncidentView) -> str:
    """``确认一般，可能较大``; nothing below every grade."""
    grade = view.summary.grade
    named = (("确认", grade.confirmed), ("可能", grade.potential))
    parts = [f"{lead}{found.chinese_name}" for lead, found in named if found]
    return "，".join([*parts, *(["较大涉险"] if grade.major_near_miss else [])])
