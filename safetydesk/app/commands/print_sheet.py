"""`safetydesk print`: makes a sheet from the database and writes it as a PDF."""

from __future__ import annotations

import argparse
import os
import re
from calendar import monthrange
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from safetydesk.app.acting import actor_of, desk_of
from safetydesk.app.arguments import calendar_day
from safetydesk.domain.errors import BadInput
from safetydesk.resources import atomic_write
from safetydesk.services.sheets import RosterForm

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from safetydesk.app.wiring import Desk
    from safetydesk.domain.access import Actor

HELP = "印出一张表：值班日志、交接班记录、信息报告、值班表、值班统计表、大事记、叫应记录表（PDF）"

_LATER = ("contacts",)
_MONTH = re.compile(r"(19\d\d|2\d\d\d)-(0[1-9]|1[0-2])")
_ALREADY_NUMBERED = re.compile(r"\d{4}-\d{3}[B-E]?")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which sheet, of what, and into which file."""
    parser.add_argument(
        "kind",
        choices=(*_MAKERS, *_LATER),
        metavar="KIND",
        help="shift-log 值班日志、handover 交接班记录、report 信息报告（.docx 存成 Word）、"
        "roster 值班安排表、statistics 值班统计表、timeline 处置大事记、call-record 预警叫应记录表",
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--shift", type=_shift, metavar="编号", help="哪一班，如 2025-279")
    which.add_argument("--day", type=calendar_day, metavar="日期", help="哪一天开始的一班")
    parser.add_argument(
        "--incident", metavar="编号", help="哪一起事件，如 2025-018（report、timeline）"
    )
    parser.add_argument(
        "--warning", metavar="编号", help="哪一条预警，如 Y-2026-041（call-record，默认最近叫应的）"
    )
    parser.add_argument(
        "--report",
        default="last",
        metavar="哪一份",
        help="first 首报、last 最近一份（默认）、第几份（数字）、或类别：首报、续报二、follow_up",
    )
    period = parser.add_mutually_exclusive_group()
    period.add_argument(
        "--month", type=_month, metavar="月份", help="如 2025-10（roster、statistics，默认本月）"
    )
    period.add_argument(
        "--week", type=calendar_day, metavar="日期", help="这一天所在的一周，上墙用的周表（roster）"
    )
    period.add_argument("--year", type=int, metavar="年份", help="全年，如 2025（statistics）")
    period.add_argument(
        "--holiday",
        type=calendar_day,
        metavar="日期",
        help="这天或之后的假期，报上级用（roster）",
    )
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.pdf")


def run(args: argparse.Namespace) -> int:
    """Writes the file; without --shift or --day the shift that runs, or ran last.

    Raises:
        BadInput: a sheet that this version does not print, or an option is missing.
        NotFound: there is no such shift, handover or report.
        OSError: the file cannot be written.
    """
    if args.kind in _LATER:
        raise BadInput("print.not_yet", kind=args.kind)
    target: Path = args.output
    if not target.parent.is_dir():
        raise BadInput("print.no_folder", where=str(target), expected="已有文件夹里的文件名")
    with desk_of(args) as desk:
        actor = _printed_by(args, desk)
        pdf = _MAKERS[args.kind](desk, actor, args)
        desk.prints.handed_out(actor, target.name, "saved")
        atomic_write(target, pdf)
    return 0


def _printed_by(args: argparse.Namespace, desk: Desk) -> Actor:
    """The person named, after the PIN; the program itself where a scheduled task names nobody."""
    named = args.as_name or os.environ.get("SAFETYDESK_PIN")
    return actor_of(args, desk) if named else desk.people.system()


def _shift_id(desk: Desk, args: argparse.Namespace) -> int:
    return desk.prints.shift_id(number=args.shift or "", day=args.day)


def _shift_log(desk: Desk, actor: Actor, args: argparse.Namespace) -> bytes:
    from safetydesk.documents.shift_log_pdf import render

    return render(desk.prints.shift_log(actor, _shift_id(desk, args)).value)


def _handover(desk: Desk, actor: Actor, args: argparse.Namespace) -> bytes:
    from safetydesk.documents.handover_pdf import render

    shift_id = desk.prints.handed_over_shift_id(number=args.shift or "", day=args.day)
    return render(desk.prints.handover_of_shift(actor, shift_id).value)


def _roster(desk: Desk, actor: Actor, args: argparse.Namespace) -> bytes:
    from safetydesk.documents.roster_pdf import render

    form, day = _period(args, desk)
    return render(desk.prints.roster(actor, form, day).value)


def _statistics(desk: Desk, actor: Actor, args: argparse.Namespace) -> bytes:
    from safetydesk.documents.statistics_pdf import render

    today = desk.clock.now().astimezone(desk.office().zoneinfo).date()
    if args.year is not None:
        first, last = date(args.year, 1, 1), date(args.year, 12, 31)
    else:
        year, month = args.month or (today.year, today.month)
        first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return render(desk.duty_statistics.sheet(actor, first, last).value)


def _period(args: argparse.Namespace, desk: Desk) -> tuple[RosterForm, date]:
    """The form of the roster asked for, and a day that lies in it; by default this month."""
    if args.week is not None:
        return RosterForm.WEEK, args.week
    if args.holiday is not None:
        return RosterForm.HOLIDAY, args.holiday
    today = desk.clock.now().astimezone(desk.office().zoneinfo).date()
    year, month = args.month or (today.year, today.month)
    return RosterForm.MONTH, date(year, month, 1)


def _report(desk: Desk, actor: Actor, args: argparse.Namespace) -> bytes:
    report_id = desk.prints.report_id(_incident(args), args.report)
    sheet = desk.prints.report(actor, report_id).value.sheet
    if args.output.suffix.lower() == ".docx":
        from safetydesk.exchange import report_docx

        return report_docx.render(sheet)
    from safetydesk.documents.report_pdf import render

    return render(sheet)


def _timeline(desk: Desk, actor: Actor, args: argparse.Namespace) -> bytes:
    number = _incident(args)
    from safetydesk.documents.timeline_pdf import render

    return render(desk.prints.timeline(actor, desk.incidents.numbered(number).id).value)


def _calls(desk: Desk, actor: Actor, args: argparse.Namespace) -> bytes:
    from safetydesk.documents.calling_pdf import render

    warning_id = desk.warnings.called_id(args.warning or "")
    return render(desk.prints.calls(actor, warning_id).value)


def _incident(args: argparse.Namespace) -> str:
    """The number of the incident that a sheet is about."""
    if args.incident is None:
        raise BadInput("print.no_incident", where="--incident", expected="事件编号，如 2025-018")
    return str(args.incident)


_MAKERS: Mapping[str, Callable[[Desk, Actor, argparse.Namespace], bytes]] = {
    "shift-log": _shift_log,
    "handover": _handover,
    "report": _report,
    "roster": _roster,
    "statistics": _statistics,
    "timeline": _timeline,
    "call-record": _calls,
}


def _shift(text: str) -> str:
    if not _ALREADY_NUMBERED.fullmatch(text):
        raise argparse.ArgumentTypeError(f"“{text}”应为班次编号，如 2025-279")
    return text


def _month(text: str) -> tuple[int, int]:
    found = _MONTH.fullmatch(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"“{text}”应为月份，如 2025-10")
    return int(found[1]), int(found[2])
