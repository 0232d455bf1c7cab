"""`safetydesk log list`: the newest entries, newest first."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from safetydesk.app.acting import desk_of
from safetydesk.app.printing import print_json, print_line

if TYPE_CHECKING:
    import argparse

HELP = "列出最近的日志，最新的在前"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How many, and in which form."""
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="条数，默认 20")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(args: argparse.Namespace) -> int:
    """Prints the entries."""
    with desk_of(args) as desk:
        entries = desk.log.newest(max(args.limit, 0))
        zone = desk.office().zoneinfo
    if args.json:
        print_json({"entries": [asdict(entry) for entry in entries]}, zone)
    else:
        for entry in entries:
            at = entry.event_at.astimezone(zone)
            text = " ".join(entry.text.split())
            print_line(
                f"{entry.seq}\t{at:%Y-%m-%d %H:%M}\t{entry.kind}\t{text}\t{entry.author_name}"
            )
    return 0
