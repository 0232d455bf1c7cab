"""`safetydesk who`: who is on duty, with phones; plan, actual and source."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from safetydesk.app.acting import desk_of
from safetydesk.app.arguments import aware_time
from safetydesk.app.printing import print_columns, print_json
from safetydesk.domain.duty import DutySource

if TYPE_CHECKING:
    import argparse
    from zoneinfo import ZoneInfo

    from safetydesk.services.views_duty import OnDutyView

HELP = "谁在值班：岗位、姓名、电话，计划与实际到岗"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``--at`` another instant, ``--json``."""
    parser.add_argument("--at", type=aware_time, metavar="时间", help="查询的时刻，默认现在")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(args: argparse.Namespace) -> int:
    """Prints the people; 1 when nobody is planned."""
    with desk_of(args) as desk:
        instant = args.at or desk.clock.now()
        views = desk.duty.on_post(instant)
        zone = desk.office().zoneinfo
        if args.json:
            rows = [asdict(view) for view in views]
            print_json({"at": instant, "on_duty": rows}, zone)
        else:
            for view in views:
                print_columns(view.label, view.name, view.mobile, _presence(view, zone))
    return 0 if views else 1


def _presence(view: OnDutyView, zone: ZoneInfo) -> str:
    """When somebody came and left, and whether the plan knows of it."""
    if view.checked_in_at is None:
        return "未签到"
    words = f"{view.checked_in_at.astimezone(zone):%H:%M} 到岗"
    if view.checked_out_at is not None:
        words += f"，{view.checked_out_at.astimezone(zone):%H:%M} 已离岗"
    return words if view.source != DutySource.FACT or view.checked_out_at else f"{words}（计划外）"
