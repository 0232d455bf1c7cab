"""`safetydesk doctor`: looks at every part of the desk."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from safetydesk.app.acting import desk_of
from safetydesk.app.checkup import Standing, examine
from safetydesk.app.logs import hear_qt
from safetydesk.app.paths import Paths
from safetydesk.app.printing import print_json, print_line

if TYPE_CHECKING:
    import argparse

HELP = "体检：数据库、封存链、时钟、字体、声音、磁盘、备份、规则包、通讯录、值班表"

_MARKS = {Standing.WELL: "正常", Standing.WATCH: "注意", Standing.ILL: "故障"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``--json``."""
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(args: argparse.Namespace) -> int:
    """0 when nothing is ill, 1 otherwise."""
    hear_qt()  # what its sound library could not load is no news of this desk
    with desk_of(args) as desk:
        findings = examine(desk, Paths.of(args.data))
    if args.json:
        print_json({"checks": [asdict(finding) for finding in findings]})
    else:
        for finding in findings:
            print_line(f"{_MARKS[finding.standing]}\t{finding.part}\t{finding.text}")
    return 1 if any(finding.standing is Standing.ILL for finding in findings) else 0
