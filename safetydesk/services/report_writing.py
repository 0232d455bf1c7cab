"""How a report is fixed, sealed, sent and confirmed within a use case; every service goes here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from safetydesk.domain.believable import check_time
from safetydesk.domain.changes import Topic
from safetydesk.domain.clock import whole_minute
from safetydesk.domain.errors import NotFound, RuleViolation
from safetydesk.domain.incident import ActorLevel, Recipient
from safetydesk.domain.incident_order import check_told
from safetydesk.domain.log import EntryDraft, EntryKind
from safetydesk.domain.plain_words import plainly
from safetydesk.domain.recipients import PHONE_MEANS, level_of
from safetydesk.domain.report import Report, ReportContent, Section, issued_places
from safetydesk.domain.report_series import INFORMATION, Place, ReportType, check_next, issue_text
from safetydesk.services.incident_case import snapshot_of
from safetydesk.services.incident_writing import EntryOf, write_entry
from safetydesk.services.log_writing import append_entry
from safetydesk.services.sealing import digest_of

if TYPE_CHECKING:
    from safetydesk.domain.recipients import Delivery
    from safetydesk.services.transaction import Act
    from safetydesk.storage.unit_of_work import UnitOfWork


SAID, UNSAID = "已说", "未说"
"""What stands behind each point of a phone script."""


@dataclass(frozen=True)
class Sent:
    """A report to one recipient: by which means, when (None: now), and who took it if known.

    ``level`` left out is found from the name; a wrong guess is put right by giving it.
    """

    recipient: str
    level: str = ""
    means: str = ""
    at: datetime | None = None
    confirmed_by: str = ""
    confirmed_at: datetime | None = None


@dataclass(frozen=True)
class Said:
    """Something told or passed on in one act: to whom, and in which words.

    ``points``: those of a phone script with whether each was said; kept with the report.
    """

    sent: tuple[Sent, ...]
    text: str
    points: tuple[tuple[str, bool], ...] = ()


def digest_of_report(report: Report) -> str:
    """The digest of everything that must not change once a report is fixed."""
    return digest_of(
        {
            "type": report.type.value,
            "series": report.series,
            "year": report.year,
            "issue": report.issue,
            "incident": report.incident_id,
            "title": report.title,
            "content": report.content.as_json(),
        }
    )


def is_sealed(uow: UnitOfWork, report: Report) -> bool:
    """Whether the words are those whose digest a sealed line of the log carries."""
    if not report.digest or digest_of_report(report) != report.digest:
        return False
    entries = uow.log.of_incident(report.incident_id) if report.incident_id else []
    own = uow.log.get(report.entry_seq) if report.entry_seq else None
    return any(entry.digest == report.digest for entry in [*entries, *([own] if own else [])])


def fix(act: Act, report: Report, entry: EntryOf, words: str) -> Report:
    """Makes a report unchangeable: number, signer, digest, and a line of the log that carries it.

    Where no new entry is given, the machine writes a line of its own: the seal chain of the log
    covers every issued report.
    """
    local_year = act.now.astimezone(act.uow.office.facts().zoneinfo).year
    issue, product = None, report.type.product
    if product:
        first = act.uow.office.facts().first_issue if product == INFORMATION else 1
        issue = act.uow.reports.next_issue(local_year, first, product=product)
    signed: dict[str, Any] = {
        "signed_at": act.now,
        "signed_by": act.actor.person_id,
        "year": local_year,
        "issue": issue,
    }
    act.uow.reports.change(report.id, report.version, **signed)
    fixed = act.uow.reports.get(report.id)
    digest = digest_of_report(fixed)
    seq = write_entry(act, entry, incident_id=fixed.incident_id, digest=digest)
    if not isinstance(entry, EntryDraft):
        sealing = EntryDraft(
            EntryKind.REPORTING,
            f"{words}：{fixed.place.label}{issue_text(fixed.year, issue)} {fixed.title}",
            machine=True,
            incident_id=fixed.incident_id,
            digest=digest,
        )
        sealed = append_entry(act, sealing)
        seq = seq or sealed.seq
    act.uow.reports.change(fixed.id, fixed.version, digest=digest, entry_seq=seq)
    after = {"issue": issue, "digest": digest}
    act.audit("report.fix", Topic.REPORTS, fixed.id, after=after)
    act.touch(Topic.REMINDERS)
    return act.uow.reports.get(fixed.id)


def make_and_send(
    act: Act,
    kind: ReportType,
    said: Said,
    entry: EntryOf,
    *,
    incident_id: int | None = None,
    matter_id: int | None = None,
) -> Report:
    """A report that is told or passed on at once: written, fixed and sent in one act.

    Raises:
        RuleViolation: no words, no recipient, or a time in the future.
    """
    said = plainly(said)
    if not said.text.strip():
        raise RuleViolation("report.empty")
    report_id = begin(
        act,
        next_of(act.uow, incident_id, kind),
        _told_content(act, kind, said, incident_id),
        incident_id=incident_id,
        matter_id=matter_id,
    )
    report = fix(act, act.uow.reports.get(report_id), entry, "发出")
    deliver(act, report, said.sent, told=True)
    return act.uow.reports.get(report_id)


def next_of(
    uow: UnitOfWork, incident_id: int | None, kind: ReportType, series: int | None = None
) -> Place:
    """The place of the next report of a kind.

    Raises:
        RuleViolation: not in the order of the series.
    """
    issued = issued_places(uow.reports.of_incident(incident_id)) if incident_id else []
    return check_next(issued, kind, series)


def begin(
    act: Act,
    place: Place,
    content: ReportContent,
    *,
    incident_id: int | None,
    matter_id: int | None = None,
) -> int:
    """A new, unsigned report; returns its id."""
    report_id = act.uow.reports.add(
        content,
        {
            "incident_id": incident_id,
            "matter_id": matter_id,
            "kind": place.type.value,
            "series": place.series,
            "year": act.now.astimezone(act.uow.office.facts().zoneinfo).year,
            "drafted_at": act.now,
            "drafted_by": act.actor.person_id,
        },
    )
    act.audit("report.begin", Topic.REPORTS, report_id, after={"kind": place.type.value})
    return report_id


def _told_content(act: Act, kind: ReportType, said: Said, incident_id: int | None) -> ReportContent:
    title, words = kind.chinese_name, said.text.strip()
    names = tuple(dict.fromkeys(sent.recipient.strip() for sent in said.sent))
    if incident_id is None:
        return ReportContent(title=title, addressees=names, opening=words)
    known = snapshot_of(act.uow, act.uow.incidents.get(incident_id), act.now)
    return ReportContent(
        title=f"{known.title}（{title}）"[:300],
        addressees=names,
        opening=words,
        sections=tuple(Section(lead, SAID if said_ else UNSAID) for lead, said_ in said.points),
        covers=known.covers,
    )


def deliver(act: Act, report: Report, sent: Sequence[Sent], *, told: bool = False) -> None:
    """Notes to whom a fixed report went; ``told``: in the act that fixed it, said before.

    Raises:
        RuleViolation: nobody, the same recipient twice (with another ``level`` that is
            put right instead), before the signature, or in the future.
    """
    if not report.is_fixed:
        raise RuleViolation("report.not_signed", name=report.name)
    if not sent:
        raise RuleViolation("report.no_recipient")
    for one in sent:
        _deliver_one(act, report, one, told=told)
    act.audit("report.sent", Topic.REPORTS, report.id, after={"to": [s.recipient for s in sent]})
    act.touch(Topic.REMINDERS)
    if report.incident_id is not None:
        act.touch(Topic.INCIDENTS, report.incident_id)


def _deliver_one(act: Act, report: Report, sent: Sent, *, told: bool) -> None:
    sent = plainly(sent)
    name = sent.recipient.strip()
    if not name:
        raise RuleViolation("report.no_recipient")
    former = act.uow.reports.delivery(report.id, name)
    at = _sent_at(act, report, sent, told=told)
    if former is not None:
        name, at = _put_right(act, former, sent.level), former.sent_at
    incident_id = report.incident_id
    actor_level = (
        act.uow.incidents.get(incident_id).actor
        if incident_id is not None
        else ActorLevel.of(act.uow.office.facts().level)
    )
    spoken = report.type in (ReportType.PHONE, ReportType.NOTIFY)
    act.uow.reports.deliver(
        {
            "report_id": report.id,
            "recipient": name,
            "level": sent.level or level_of(name, actor_level, report.type),
            "means": sent.means or (PHONE_MEANS if spoken else "网络"),
            "sent_at": at,
        }
    )
    if sent.confirmed_by.strip():
        confirm_one(act, report.id, name, sent.confirmed_by, sent.confirmed_at or at)


def _put_right(act: Act, former: Delivery, level: str) -> str:
    """The name under which a delivery whose level was guessed wrong is written once more.

    Deliveries never change: the second line says what the office is, at the time of the first.

    Raises:
        RuleViolation: it went there already as what it is.
    """
    named = next((known.chinese_name for known in Recipient if known.value == level), level)
    name = f"{former.recipient}（{named}）"
    taken = act.uow.reports.delivery(former.report_id, name) is not None
    if level in ("", former.level) or taken:
        raise RuleViolation("report.sent_already", recipient=former.recipient)
    return name


def _sent_at(act: Act, report: Report, sent: Sent, *, told: bool) -> datetime:
    """When a report went out; what was typed to the minute may lie within that of the signature.

    What is told at once was said before it is written down; it knows no such order.
    """
    at = sent.at or act.now
    check_time(at)
    if report.incident_id is not None:
        check_told(act.uow.incidents.events(report.incident_id), at)
    if at > act.now:
        raise RuleViolation("report.time_in_future", at=at)
    signed = report.signed_at
    if signed is None or told or not report.type.signed_off:
        return at
    if at < whole_minute(signed):
        raise RuleViolation("report.sent_before_signed", at=at, signed_at=signed)
    return max(at, signed)


def confirm_one(act: Act, report_id: int, recipient: str, by: str, at: datetime) -> None:
    """Notes who received a report (电话确认, 签收).

    Raises:
        NotFound: it was not sent to that recipient.
        RuleViolation: no name, confirmed already, before it was sent, or in the future.
    """
    recipient, by = plainly(recipient), plainly(by)
    delivery = act.uow.reports.delivery(report_id, recipient.strip())
    if delivery is None:
        raise NotFound("report.not_sent_to", recipient=recipient)
    if not by.strip():
        raise RuleViolation("report.nobody_confirmed")
    if delivery.confirmed_at is not None:
        raise RuleViolation(
            "report.confirmed_already", recipient=recipient, by=delivery.confirmed_by
        )
    if at < delivery.sent_at:
        raise RuleViolation("report.confirmed_before_sent", at=at)
    if at > act.now:
        raise RuleViolation("report.time_in_future", at=at)
    act.uow.reports.confirm(delivery.id, by.strip(), at)
    after = {"recipient": recipient, "by": by.strip()}
    act.audit("report.confirm", Topic.REPORTS, report_id, after=after)
    act.touch(Topic.REMINDERS)
