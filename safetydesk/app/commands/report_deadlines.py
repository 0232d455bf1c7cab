"""``report deadlines``: grades, obligations and findings of one incident from a file."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from safetydesk.domain.obligations import assess
from safetydesk.exchange.case_json import read_case, write_assessment
from safetydesk.services.rule_packs import PACK_NAMES, load_packs, shipped_rule_ids

if TYPE_CHECKING:
    import argparse

HELP = "按事件案卷文件算出等级、应报事项与时限、需要核对的问题（不读数据库）"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the case's file."""
    parser.add_argument("case", type=Path, metavar="CASE.json", help="事件案卷（JSON，UTF-8）")


def run(args: argparse.Namespace) -> int:
    """Prints the assessment as one JSON document.

    Raises:
        BadInput: the case is not as the contract says.
        OSError: the file cannot be read.
    """
    path: Path = args.case
    case = read_case(path.read_bytes(), path.name, PACK_NAMES, shipped_rule_ids)
    answer = write_assessment(assess(case, load_packs(case.packs)), case.zone)
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1) + "\n")
    return 0
