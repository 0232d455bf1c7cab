"""Whether what the log seals beside its own lines is still what was sealed.

A line carries a digest of a report, an instruction, or a closed shift with its handover. Each is
computed anew from what is stored now. Events of incidents are compared with the digests that the
append-only audit trail noted when they were written, so that those of the open shift, which no
closing line seals yet, are covered as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from safetydesk.services.matter_writing import instruction_digests
from safetydesk.services.report_writing import digest_of_report
from safetydesk.services.sealing import digest_of, plain
from safetydesk.services.shift_keeping import digest_of_shift, holds

if TYPE_CHECKING:
    from safetydesk.domain.seal import Verdict
    from safetydesk.domain.shift import Shift
    from safetydesk.storage.unit_of_work import UnitOfWork

EVENTS = "incident_event"
_NAMES = {
    "call_record": "电话记录",
    "incident_event": "事件记录",
    "incident_fact": "事件情况",
    "matter_step": "事项办理记录",
    "warning_message": "预警原文",
    "warning_step": "预警处置记录",
    "call_step": "叫应记录",
    "report_delivery": "报送记录",
    "presence": "到岗登记",
}


@dataclass(frozen=True)
class _Fault:
    """What does not hold, by the line that seals it."""

    seq: int
    what: str


def with_end(uow: UnitOfWork, verdict: Verdict) -> Verdict:
    """The verdict, not holding where the audit trail knows lines behind the chain's end."""
    if verdict.holds and uow.audit.last_entry() > verdict.head.seq:
        return replace(verdict, first_bad=verdict.head.seq + 1, reason="cut")
    return verdict


def with_records(uow: UnitOfWork, verdict: Verdict) -> Verdict:
    """The verdict, not holding where something sealed is not what is stored now."""
    fault = next(_faults(uow), None) if verdict.holds else None
    if fault is None:
        return verdict
    return replace(verdict, first_bad=fault.seq, reason="record", what=fault.what)


def _faults(uow: UnitOfWork) -> Iterator[_Fault]:
    """Everything that does not hold, gravest first."""
    lines = {digest: (seq, kind) for seq, kind, digest in reversed(uow.records.lines())}
    known: set[str] = set()
    for shift in uow.shifts.sealed():
        yield from _shift_faults(uow, shift, lines, known)
    for report in uow.reports.signed():
        digest = digest_of_report(report)
        known.add(digest)
        if digest != report.digest or digest not in lines:
            yield _Fault(report.entry_seq or 0, f"报告“{report.title}”")
    known |= instruction_digests(uow)
    for digest, (seq, kind) in sorted(lines.items(), key=lambda line: line[1][0]):
        if digest not in known:
            yield _Fault(seq, f"第 {seq} 条（{kind}）所封存的文件")
    yield from _event_faults(uow)


def _shift_faults(
    uow: UnitOfWork, shift: Shift, lines: dict[str, tuple[int, str]], known: set[str]
) -> Iterator[_Fault]:
    """A closed shift: its sheet with the handover, then the rows written in it."""
    kept, seq = uow.shifts.kept(shift.id), shift.last_seq or 0
    if kept is None:
        return
    digest = digest_of_shift(shift.number, kept, uow.handovers.finished(shift.id))
    if digest not in lines:
        closing = uow.log.get(seq)
        known.add(closing.digest if closing else "")
        yield _Fault(seq, f"{shift.number} 班的交接班记录和到岗表")
    known.add(digest)
    for table, record in kept["records"].items():
        if not holds(uow, table, record):
            yield _Fault(seq, f"{shift.number} 班写下的{_NAMES.get(table, table)}")


def _event_faults(uow: UnitOfWork) -> Iterator[_Fault]:
    """Events that are changed, gone or put in beside the program."""
    noted = uow.audit.noted_digests(EVENTS)
    head = uow.log.count()
    for row in uow.records.after(EVENTS, 0):
        if noted.pop(row["id"], None) != digest_of(plain([row])):
            number = uow.incidents.get(row["incident_id"]).number
            yield _Fault(row["entry_seq"] or head, f"事件 {number} 的记录")
    if noted:
        yield _Fault(head, "已删去的事件记录")
