"""`safetydesk duty export`: the roster of some days as xlsx, ics or csv, by the file's suffix."""

from __future__ import annotations

import argparse
import os
from datetime import date
from pathlib import Path

from safetydesk.app.acting import actor_of, desk_of
from safetydesk.app.printing import print_line
from safetydesk.domain.errors import BadInput
from safetydesk.resources import atomic_write

HELP = "导出值班表：xlsx（与印出的表一样）、ics（日历，带变更和取消）、csv，按文件名后缀"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """From which duty day to which, and into which file."""
    parser.add_argument(
        "--from", dest="first", type=_day, required=True, metavar="日期", help="第一天，2025-10-01"
    )
    parser.add_argument(
        "--to", dest="last", type=_day, required=True, metavar="日期", help="最后一天（含）"
    )
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")


def run(args: argparse.Namespace) -> int:
    """Writes the file.

    Raises:
        BadInput: a suffix that is none of the three, a period that cannot be, or no such folder.
        OSError: the file cannot be written.
    """
    from safetydesk.exchange.roster_files import roster_file

    target: Path = args.output
    if not target.parent.is_dir():
        raise BadInput("print.no_folder", where=str(target), expected="已有文件夹里的文件名")
    with desk_of(args) as desk:
        named = args.as_name or os.environ.get("SAFETYDESK_PIN")
        actor = actor_of(args, desk) if named else desk.people.system()
        content = roster_file(desk.duty_export, actor, args.first, args.last, target.name)
        atomic_write(target, content)
    print_line(f"{target.name}：{args.first} 至 {args.last}")
    return 0


def _day(text: str) -> date:
    """A calendar day.

    Raises:
        argparse.ArgumentTypeError: no such day.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}”应为日期，如 2025-10-01") from error
