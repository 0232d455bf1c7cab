"""``report compare``: what a later report of an incident says otherwise than a former one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetydesk.app.acting import desk_of
from safetydesk.app.printing import print_json, print_line
from safetydesk.domain.report_compare import Change, compare

if TYPE_CHECKING:
    import argparse

HELP = "比较同一事件的两份报告：后一份新增、删去了哪些句子"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The incident and its two reports."""
    which = "first、last、第几份（数字）、或类别：首报、续报二、follow_up"
    parser.add_argument("incident", metavar="编号", help="哪一起事件，如 2025-018")
    parser.add_argument("former", metavar="前一份", help=which)
    parser.add_argument("later", metavar="后一份", help="同上")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(args: argparse.Namespace) -> int:
    """Prints what is gone and what is new, heading by heading; always 0.

    Raises:
        NotFound: there is no such incident, or no such report of it.
    """
    with desk_of(args) as desk:
        former, later = (
            desk.reports.view(desk.prints.report_id(args.incident, which)).content
            for which in (args.former, args.later)
        )
    found = compare(former, later)
    if args.json:
        rows = [{"change": c.change.value, "heading": c.heading, "text": c.text} for c in found]
        print_json({"sentences": rows})
        return 0
    changed = [item for item in found if item.change is not Change.KEPT]
    for item in changed:
        print_line(f"{item.change}\t{item.heading}\t{item.text}")
    if not changed:
        print_line("两份报告没有不同")
    return 0
