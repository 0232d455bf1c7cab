"""``duty resolve``: a duty plan from a file, and who is on duty by it; touches no database."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from safetydesk.domain.duty_resolution import resolve
from safetydesk.exchange.plan_json import read_plan, write_resolution

if TYPE_CHECKING:
    import argparse

HELP = "按值班计划文件算出谁在岗、哪里空岗、哪些变动不起作用（不读数据库）"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the plan's file."""
    parser.add_argument("plan", type=Path, metavar="PLAN.json", help="值班计划（JSON，UTF-8）")


def run(args: argparse.Namespace) -> int:
    """Prints the resolution as one JSON document.

    Raises:
        BadInput: the plan is not as the contract says.
        OSError: the file cannot be read.
    """
    path: Path = args.plan
    plan = read_plan(path.read_bytes(), path.name)
    answer = write_resolution(resolve(plan), plan.zone)
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1) + "\n")
    return 0
