"""`safetydesk contacts search`: the same hits in the same order as on the screen."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from safetydesk.app.acting import desk_of
from safetydesk.app.printing import print_json, print_line

if TYPE_CHECKING:
    import argparse

HELP = "在通讯录里找人：汉字、拼音、首字母、号码都可以"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words, how many hits, and in which form."""
    parser.add_argument("query", metavar="QUERY", help="姓名、单位、职务或号码")
    parser.add_argument("--limit", type=int, default=50, metavar="N", help="条数，默认 50")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(args: argparse.Namespace) -> int:
    """Prints the hits, best first; 1 when there are none."""
    with desk_of(args) as desk:
        lines = desk.contacts.search(args.query, limit=max(args.limit, 0))
    if args.json:
        print_json({"query": args.query, "contacts": [asdict(line) for line in lines]})
    else:
        for line in lines:
            name, post = line.name or line.unit, line.title or line.role
            print_line(f"{name}\t{line.unit}\t{post}\t{line.shown}")
    return 0 if lines else 1
