"""`safetydesk duty export`: the roster of some days as xlsx, ics or csv, by the file's suffix."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from safetydesk.app.acting import actor_of, desk_of
from safetydesk.app.arguments import calendar_day
from safetydesk.app.printing import print_line
from safetydesk.domain.errors import BadInput
from safetydesk.resources import atomic_write

if TYPE_CHECKING:
    import argparse

HELP = "导出值班表：xlsx（与印出的表一样）、ics（日历，带变更和取消）、csv，按文件名后缀"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """From which duty day to which, and into which file."""
    parser.add_argument(
        "--from",
        dest="first",
        type=calendar_day,
        required=True,
        metavar="日期",
        help="第一天，2025-10-01",
    )
    parser.add_argument(
        "--to", dest="last", type=calendar_day, required=True, metavar="日期", help="最后一天（含）"
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
