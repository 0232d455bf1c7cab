"""`safetydesk log list`: the newest entries, newest first."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from safetydesk.app.acting import desk_of
from safetydesk.app.arguments import number_of_lines
from safetydesk.app.printing import print_columns, print_json

if TYPE_CHECKING:
    import argparse

HELP = "列出最近的日志，最新的在前"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How many, and in which form."""
    parser.add_argument(
        "--limit", type=number_of_lines, default=20, metavar="N", help="条数，默认 20"
    )
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(args: argparse.Namespace) -> int:
    """Prints the entries."""
    with desk_of(args) as desk:
        entries = desk.log.newest(args.limit)
        zone = desk.office().zoneinfo
    if args.json:
        print_json({"entries": [asdict(entry) for entry in entries]}, zone)
    else:
        for entry in entries:
            at = entry.event_at.astimezone(zone)
            columns = (str(entry.seq), f"{at:%Y-%m-%d %H:%M}", entry.kind, entry.text)
            print_columns(*columns, entry.author_name)
    return 0
