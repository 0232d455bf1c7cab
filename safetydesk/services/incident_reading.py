"""How an incident's record becomes what screens show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from safetydesk.domain.casualties import CasualtyRow, state_at
from safetydesk.domain.incident import BasisKind, FlagRaised, Recipient, ReportKind
from safetydesk.domain.incident_alerts import AlertCode
from safetydesk.domain.incident_record import bases_of, newest
from safetydesk.domain.obligations import Obligation, ObligationStatus, assess_dated
from safetydesk.domain.recipients import missing_peers
from safetydesk.domain.reminder import due_at_desk
from safetydesk.domain.report import Report, issued_places
from safetydesk.domain.report_series import ReportType, next_report
from safetydesk.services.incident_case import case_of
from safetydesk.services.incident_notices import notices_of, told_of
from safetydesk.services.incident_timeline import timeline_of
from safetydesk.services.views_incidents import (
    CasualtyLine,
    ChainStep,
    FactView,
    IncidentState,
    IncidentSummary,
    IncidentView,
    ObligationView,
    ReportLine,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from safetydesk.domain.incident import IncidentCase
    from safetydesk.domain.incident_record import Fact, Incident, RecordedEvent
    from safetydesk.domain.obligations import Assessment
    from safetydesk.domain.recipients import Delivery
    from safetydesk.services.rule_editions import PackSource
    from safetydesk.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Material:
    """All that was recorded of an incident by an instant, and what follows from it."""

    incident: Incident
    recorded: tuple[RecordedEvent, ...]
    facts: tuple[Fact, ...]
    reports: tuple[Report, ...]
    case: IncidentCase
    assessment: Assessment


def material_of(uow: UnitOfWork, incident: Incident, now: datetime, packs: PackSource) -> Material:
    """Reads an incident as it was known at an instant."""
    case = case_of(uow, incident, now)
    return Material(
        incident,
        tuple(r for r in uow.incidents.events(incident.id) if r.event.known_at <= now),
        tuple(uow.incidents.facts(incident.id, now)),
        tuple(_by(report, now) for report in uow.reports.of_incident(incident.id)),
        case,
        assess_dated(case, packs(uow, incident.packs)),
    )


def _by(report: Report, now: datetime) -> Report:
    sent = tuple(delivery for delivery in report.deliveries if delivery.sent_at <= now)
    return replace(report, deliveries=sent)


def view_of(uow: UnitOfWork, incident: Incident, now: datetime, packs: PackSource) -> IncidentView:
    """Everything about an incident, as known at an instant."""
    known = material_of(uow, incident, now, packs)
    facts = _facts(known.facts)
    alerts = known.assessment.alerts
    told = told_of(uow, known.recorded, known.reports)
    return IncidentView(
        summary=summary_of(known),
        version=incident.version,
        source_seq=incident.source_seq,
        flags=_flags(known),
        bases=bases_of(known.recorded),
        facts=facts,
        unverified=sum(not fact.verified for fact in facts),
        casualties=_casualties(known),
        sums_agree=not any(alert.code is AlertCode.TOTAL_MISMATCH for alert in alerts),
        obligations=obligations_of(known),
        reports=tuple(_report_line(report) for report in known.reports),
        timeline=timeline_of(uow, known.case, incident, known.recorded, known.reports),
        told=told,
        missing_peers=missing_peers(
            delivery.recipient
            for report in known.reports
            if report.type is ReportType.NOTIFY
            for delivery in report.deliveries
        ),
        notices=notices_of(uow, incident, known.assessment.grade.potential, told),
        alerts=alerts,
        triggers=known.assessment.triggers,
    )


def summary_of(known: Material) -> IncidentSummary:
    """An incident for lists and the desk."""
    incident, reports = known.incident, list(known.reports)
    bases = bases_of(known.recorded)
    casualties = _casualties(known)
    obligations = obligations_of(known)
    owed = [item for item in obligations if item.status.open]
    issued = issued_places(reports)
    current = newest(list(known.facts))
    place = next((fact.value for name, fact in current.items() if name.value == "place"), "")
    return IncidentSummary(
        id=incident.id,
        number=incident.number,
        title=incident.title,
        place=place,
        family=incident.family,
        category=incident.category,
        state=_state(known),
        grade=known.assessment.grade,
        occurred=bases.get(BasisKind.OCCURRED),
        received=bases.get(BasisKind.RECEIVED),
        opened_at=incident.opened_at,
        closed_at=incident.closed_at,
        casualties=state_at(known.assessment.casualty_history),
        latest=casualties[-1] if casualties else None,
        chain=_chain(known, obligations),
        next_due=owed[0] if owed else None,
        overdue=any(item.status is ObligationStatus.OVERDUE for item in obligations),
        met=sum(item.status is ObligationStatus.MET for item in obligations),
        late=sum(item.status is ObligationStatus.MET_LATE for item in obligations),
        owed=len(owed),
        last_report=issued[-1].label if issued else "",
        next_report=next_report(issued),
    )


def _state(known: Material) -> IncidentState:
    if known.incident.closed_at is not None:
        return IncidentState.CLOSED
    if any(report.type is ReportType.FINAL and report.is_fixed for report in known.reports):
        return IncidentState.FINAL_REPORTED
    ended = BasisKind.RESCUE_ENDED in bases_of(known.recorded)
    return IncidentState.RESCUE_OVER if ended else IncidentState.IN_HAND


def _flags(known: Material) -> tuple[str, ...]:
    raised = {item.event.name for item in known.recorded if isinstance(item.event, FlagRaised)}
    return tuple(sorted({*known.incident.flags, *raised}))


def _facts(facts: Sequence[Fact]) -> tuple[FactView, ...]:
    return tuple(
        FactView(
            fact.field,
            fact.value,
            fact.verified,
            fact.source,
            fact.known_at,
            fact.entry_seq,
            tuple(old.value for old in facts if old.field is fact.field and old.id < fact.id),
        )
        for fact in newest(list(facts)).values()
    )


def _casualties(known: Material) -> tuple[CasualtyLine, ...]:
    ids = {item.event: item.id for item in reversed(known.recorded)}
    fixed = sorted((r for r in known.reports if r.is_fixed), key=lambda r: (r.signed_at, r.id))
    return tuple(
        _casualty(row, ids.get(row.event, 0), fixed) for row in known.assessment.casualty_history
    )


def _casualty(row: CasualtyRow, event_id: int, fixed: Sequence[Report]) -> CasualtyLine:
    carrying = (r.place.label for r in fixed if r.content.covers.event_id >= event_id)
    return CasualtyLine(
        as_of=row.event.time,
        known_at=row.event.known_at,
        numbers=row.after,
        changed={name: int(row.before.number(name)) for name in row.changed},
        differences=row.differences,
        source=row.event.source,
        reason=row.event.reason,
        reported_in=next(carrying, ""),
    )


def obligations_of(known: Material) -> tuple[ObligationView, ...]:
    """What is or was owed, by the time it is due, with proofs and real names."""
    rows = (_obligation(item, known) for item in known.assessment.obligations)
    return tuple(sorted(rows, key=lambda row: row.due_at))


def _obligation(item: Obligation, known: Material) -> ObligationView:
    report, delivery = _proof(item, known.reports)
    item = _at_desk(item, known.case.as_of)
    return ObligationView(
        key=item.key,
        rule=item.rule,
        title=item.title,
        report=item.report.chinese_name,
        to=_recipient_name(item.to, known.reports),
        recipient=item.to,
        basis=item.basis.chinese_name,
        basis_at=item.basis_at,
        due_at=item.due_at,
        raised_at=item.raised_at,
        occurrence=item.occurrence,
        status=item.status,
        met_at=item.met_at,
        late_seconds=item.late_seconds,
        citation=item.citation,
        weak=item.confidence.weak,
        former_dues=item.former_dues,
        waived_because=item.waived_because,
        confirmed=None if delivery is None else delivery.confirmed_at is not None,
        proof=delivery.confirmed_by if delivery else "",
        proof_at=delivery.confirmed_at if delivery else None,
        report_id=report.id if report else None,
        issued_id=_issued_for(item, known.reports) if item.status.open else None,
        edition=item.edition,
    )


def _at_desk(item: Obligation, now: datetime) -> Obligation:
    """An open obligation with the time at which it alarms: due at once is not overdue at once."""
    due_at = due_at_desk(item.due_at, item.raised_at)
    if not item.status.open or due_at == item.due_at:
        return item
    if now <= due_at:
        status, late = ObligationStatus.PENDING, None
    else:
        status, late = item.status, item.late_seconds
    return replace(item, due_at=due_at, status=status, late_seconds=late)


def _issued_for(item: Obligation, reports: Sequence[Report]) -> int | None:
    """The newest signed report that meets an obligation as soon as it goes to its recipient.

    One from before the news is no answer to it, unless it is of a kind made once only: a report
    of that kind cannot be written again.
    """
    fitting = [
        (report.signed_at, report.id)
        for report in reports
        if report.type.numbered
        and report.signed_at is not None
        and item.accepted & {*report.type.counts_as(supplement=report.content.supplement)}
        and not any(delivery.level == item.to for delivery in report.deliveries)
        and (
            item.not_before is None
            or report.signed_at >= item.not_before
            or report.type in (ReportType.INITIAL, ReportType.FINAL)
        )
    ]
    return max(fitting)[1] if fitting else None


def _proof(item: Obligation, reports: Sequence[Report]) -> tuple[Report | None, Delivery | None]:
    """The report and delivery that met an obligation."""
    for report in reports if item.met_at else ():
        if not item.accepted & {*report.type.counts_as(supplement=report.content.supplement)}:
            continue
        for delivery in report.deliveries:
            named = item.to in (delivery.level, delivery.recipient)
            if named and delivery.sent_at == item.met_at:
                return report, delivery
    return None, None


def _recipient_name(to: str, reports: Sequence[Report]) -> str:
    """The office's own name for a level, from what was sent; else the name in the rules."""
    if to != Recipient.PEERS.value:
        for report in reports:
            for delivery in report.deliveries:
                if delivery.level == to:
                    return delivery.recipient
    return next((known.chinese_name for known in Recipient if known.value == to), to)


def _chain(known: Material, obligations: Sequence[ObligationView]) -> tuple[ChainStep, ...]:
    """The written and telephone reports that went out, then what is owed, by time."""
    sent = [
        _sent_step(report, at, obligations)
        for report in known.reports
        if (at := report.first_sent_at) is not None
        and (report.type.numbered or report.type is ReportType.PHONE)
    ]
    sent.sort(key=lambda step: (step.sent_at is None, step.sent_at))
    upcoming = next_report(issued_places(list(known.reports)))
    follow_up = ReportKind.FOLLOW_UP.chinese_name
    owed = [
        ChainStep(
            upcoming.label if item.report == follow_up else item.report,
            item.status,
            None,
            item.due_at,
            item.late_seconds,
            None,
            item.key,
        )
        for item in obligations
        if item.status.open
    ]
    return (*sent, *owed)


def _sent_step(report: Report, at: datetime, obligations: Sequence[ObligationView]) -> ChainStep:
    """A report that went out, with the term it missed by most, else the tightest it met."""
    met = [item for item in obligations if item.report_id == report.id]
    tightest = min(met, key=_missed_most, default=None)
    return ChainStep(
        label=report.place.label,
        status=tightest.status if tightest else None,
        sent_at=at,
        due_at=tightest.due_at if tightest else None,
        late_seconds=tightest.late_seconds if tightest else None,
        report_id=report.id,
        obligation_key=tightest.key if tightest else "",
    )


def _missed_most(item: ObligationView) -> tuple[int, datetime]:
    """Late ones first, by how late; then by their term."""
    late = item.status is ObligationStatus.MET_LATE
    return (-(item.late_seconds or 0) if late else 0, item.due_at)


def _report_line(report: Report) -> ReportLine:
    return ReportLine(
        report.id,
        report.place.label,
        report.name,
        report.state,
        report.issue,
        report.drafted_at,
        report.signed_at,
        report.first_sent_at,
        tuple(dict.fromkeys(delivery.recipient for delivery in report.deliveries)),
    )
