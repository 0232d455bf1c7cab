"""`safetydesk who`: who is on duty, with phones; plan, actual and source."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from safetydesk.app.acting import desk_of
from safetydesk.app.arguments import aware_time
from safetydesk.app.printing import print_columns, print_json

if TYPE_CHECKING:
    import argparse

HELP = "谁在值班：岗位、姓名、电话，计划与实际到岗"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``--at`` another instant, ``--json``."""
    parser.add_argument("--at", type=aware_time, metavar="时间", help="查询的时刻，默认现在")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(args: argparse.Namespace) -> int:
    """Prints the people; 1 when nobody is planned."""
    with desk_of(args) as desk:
        instant = args.at or desk.clock.now()
        views = desk.duty.who(instant)
        zone = desk.office().zoneinfo
        if args.json:
            rows = [asdict(view) for view in views]
            print_json({"at": instant, "on_duty": rows}, zone)
        else:
            for view in views:
                came = view.checked_in_at
                since = f"{came.astimezone(zone):%H:%M} 到岗" if came else "未签到"
                print_columns(view.label, view.name, view.mobile, since)
    return 0 if views else 1
