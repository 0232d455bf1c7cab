"""``report check``: whether a report's text is whole, consistent, and agrees with the facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from safetydesk.app.arguments import aware_time
from safetydesk.app.commands.intake import text_of
from safetydesk.app.printing import print_json, print_line
from safetydesk.domain.clock import SystemClock
from safetydesk.domain.errors import BadInput
from safetydesk.domain.intake import read_message
from safetydesk.domain.obligations import assess
from safetydesk.domain.report_annex_check import annex_remarks, split_annex
from safetydesk.domain.report_former import former_remarks, without_former
from safetydesk.domain.report_remarks import RecordedFacts, Remark, recorded_facts
from safetydesk.domain.report_text_check import check_text, numbers_said, own_date
from safetydesk.exchange.case_json import read_case
from safetydesk.services.rule_packs import PACK_NAMES, load_packs, shipped_rule_ids

if TYPE_CHECKING:
    import argparse

HELP = "核对一份报告的文字：要素、前后一致、标题等级；给出案卷或事件编号时逐个核对数字和时间"

_ZONE = ZoneInfo("Asia/Shanghai")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The text, and what it is compared with."""
    parser.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="报告文字（UTF-8 或 GBK）"
    )
    parser.add_argument("--case", type=Path, metavar="CASE.json", help="事件案卷，与之核对")
    parser.add_argument("--incident", metavar="编号", help="本机的事件编号，如 2025-018，与之核对")
    parser.add_argument(
        "--report",
        metavar="WHICH",
        help="不给 FILE 时核对已存的报告：first、last、序号或种类（如 续报二），须给 --incident",
    )
    parser.add_argument(
        "--received-at",
        type=aware_time,
        metavar="T",
        help="报告的时间，用来推算未写日期的时间（默认案卷时间，或报告落款的日期）",
    )
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(args: argparse.Namespace) -> int:
    """Prints what is to be looked at; 1 where the text contradicts itself or the record.

    Raises:
        BadInput: nothing is named, the file is no text, or the case is not as the contract says.
        NotFound: there is no such incident.
        OSError: a file cannot be read.
    """
    subject = _stored(args) if args.file is None else _of_file(args)
    zone = subject.zone
    now = subject.at or own_date(subject.text, zone) or SystemClock().now()
    at: datetime = args.received_at or now
    remarks = all_remarks(subject.text, at.astimezone(UTC), zone, subject.facts)
    failed = any(remark.is_error for remark in remarks)
    if args.json:
        print_json({"ok": not failed, "remarks": [_row(remark) for remark in remarks]})
    else:
        for remark in remarks:
            words = "；".join(" ".join(quote.text.split()) for quote in remark.quotes)
            mark = "不符" if remark.is_error else "提示"
            print_line(f"{mark}\t{remark.text}" + (f"\t“{words}”" if words else ""))
        print_line("有不符之处" if failed else "没有发现不符")
    return int(failed)


def all_remarks(
    text: str, at: datetime, zone: ZoneInfo, facts: RecordedFacts | None
) -> list[Remark]:
    """What the text, what it says was reported before, and its annex have to be looked at for."""
    body, annex = split_annex(text)
    read = read_message(without_former(body), at, zone)
    found = [*check_text(read, zone, facts)]
    if facts is not None and facts.former is not None:
        found += former_remarks(body, facts.former, zone, read.casualties.changes)
    found += annex_remarks(annex, numbers_said(read), facts.casualties if facts else None)
    return sorted(found, key=lambda remark: not remark.is_error)


@dataclass(frozen=True)
class _Subject:
    """A text with what it is compared with; ``at`` is the time that it is read for."""

    text: str
    zone: ZoneInfo
    at: datetime | None = None
    facts: RecordedFacts | None = None


def _of_file(args: argparse.Namespace) -> _Subject:
    """The text of a file, with the case of another, or an incident of this desk."""
    text = text_of(args.file)
    if args.case is not None:
        path: Path = args.case
        case = read_case(path.read_bytes(), path.name, PACK_NAMES, shipped_rule_ids)
        grade = assess(case, load_packs(case.packs)).grade.confirmed
        return _Subject(text, case.zone, case.as_of, recorded_facts(case, grade))
    if args.incident:
        from safetydesk.app.acting import desk_of

        with desk_of(args) as desk:
            incident_id = desk.incidents.numbered(args.incident).id
            case = desk.incidents.case(incident_id)
            return _Subject(text, case.zone, case.as_of, desk.report_checks.facts_of(incident_id))
    return _Subject(text, _ZONE)


def _stored(args: argparse.Namespace) -> _Subject:
    """A report of this desk, compared with its incident and the reports before it."""
    if not (args.incident and args.report):
        raise BadInput(
            "report.check_what", where="FILE", expected="FILE，或 --incident 加 --report"
        )
    from safetydesk.app.acting import desk_of
    from safetydesk.services.report_checking import CheckBasis

    with desk_of(args) as desk:
        report_id = desk.prints.report_id(args.incident, args.report)
        report = desk.reports.view(report_id)
        basis = desk.report_checks.basis(report_id)
        facts = basis.facts if isinstance(basis, CheckBasis) else None
        zone = desk.office().zoneinfo
        return _Subject(report.content.text, zone, report.signed_at or report.drafted_at, facts)


def _row(remark: Remark) -> dict[str, object]:
    return {
        "code": remark.code.value,
        "error": remark.is_error,
        "text": remark.text,
        "words": [
            {"text": quote.text, "from": quote.start, "to": quote.end} for quote in remark.quotes
        ],
    }
